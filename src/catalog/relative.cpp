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

  void operator()(std::string& value, bool expression) const {
    if (value.find('.') != std::string::npos) value = sql::relative(value, id->schema, visibility);
    if (!expression || id->parent.empty()) return;
    value = sql::fold_in_lists(value, [this](std::string_view name) {
      const Column* column = database.find<Column>(column_id(table_of(*id), name));
      return column && column->type.text.starts_with("character varying") && !column->type.text.ends_with("[]");
    });
  }
};

}  // namespace

void make_relative(Database& database, const sql::Visibility& visibility) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    Relative relative{visibility, database};
    for (T& object : objects) {
      relative.id = &object.id;
      each_sql_of(object, relative);
    }
  });
  sign_again(database);
}

}  // namespace plumb::catalog
