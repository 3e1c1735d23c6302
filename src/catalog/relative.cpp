// Names without the schemas that go without saying, IN lists as they were written.
#include "catalog/read.h"
#include "kinds/complete.h"
#include "kinds/fields.h"
#include "sql/in_lists.h"

namespace plumb::catalog {

namespace {

struct Relative {
  const sql::Visibility& visibility;
  const Database& database;
  const ObjectId* id = nullptr;

  // A piece of SQL, of each_sql().
  void operator()(std::string& value, bool expression) const {
    if (value.find('.') != std::string::npos) value = sql::relative(value, id->schema, visibility);
    if (!expression || id->parent.empty()) return;
    value = sql::fold_in_lists(value, [this](std::string_view name) {
      const Column* column = database.find<Column>(column_id(table_of(*id), name));
      return column && column->type.text.starts_with("character varying") && !column->type.text.ends_with("[]");
    });
  }
  template <typename M>
  void change(M& member) const {
    if constexpr (holds_sql<M>) each_sql(member, *this);
  }
  template <typename M>
  void change(Hint<M>& member) const {
    change(member.value);
  }

  void operator()(std::string_view, auto& member, auto&&...) const { change(member); }
  void seldom(std::string_view, auto& member, auto&&...) const {
    if (member) member.edit([this](auto& value) { change(value); });
  }
  void catalog(std::string_view, auto& member) const { change(member); }
};

}  // namespace

void make_relative(Database& database, const sql::Visibility& visibility) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    Relative relative{visibility, database};
    for (T& object : objects) {
      relative.id = &object.id;
      Kind<T>::describe(relative, object);
    }
  });
  sign_again(database);
}

}  // namespace plumb::catalog
