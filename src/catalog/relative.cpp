// Names without the schemas that go without saying, IN lists as they were written.
#include "catalog/read.h"
#include "kinds/fields.h"
#include "sql/in_lists.h"

namespace plumb::catalog {

namespace {

struct Relative {
  const sql::Visibility& visibility;
  const Database& database;
  const ObjectId* id = nullptr;

  void text(std::string& value) const {
    if (value.find('.') != std::string::npos) value = sql::relative(value, id->schema, visibility);
  }
  void expression(std::string& value) const {
    text(value);
    if (id->parent.empty()) return;
    value = sql::fold_in_lists(value, [this](std::string_view name) {
      const Column* column = database.find<Column>(column_id(table_of(*id), name));
      return column && column->type.text.starts_with("character varying") && !column->type.text.ends_with("[]");
    });
  }
  void change(Type& value) const { text(value.text); }
  void change(Expression& value) const { expression(value.text); }
  void change(Query& value) const { text(value.text); }
  void change(Element& value) const { expression(value.text); }
  void change(Reference& value) const { text(value.text); }
  void change(OperatorMember& value) const { text(value.text); }
  template <typename T>
  void change(std::vector<T>& values) const {
    if constexpr (std::is_same_v<T, Element> || std::is_same_v<T, Reference> || std::is_same_v<T, OperatorMember>)
      for (T& value : values) change(value);
  }
  template <typename T>
  void change(T&) const {}

  void operator()(std::string_view, auto& member, auto&&...) const { change(member); }
  void catalog(std::string_view, auto& member) const { change(member); }
};

// Names with types in them follow their types, and what hangs on the objects follows their names.
void sign_again(Database& database) {
  std::map<ObjectId, ObjectId> renamed;
  database.each_kind_mutable([&renamed]<typename T>(std::vector<T>& objects) {
    if constexpr (has_sql_name<T>)
      for (T& object : objects) {
        const ObjectId before = object.id;
        Kind<T>::sign(object);
        if (object.id != before) renamed.emplace(before, object.id);
      }
  });
  if (renamed.empty()) return;
  database.each_kind_mutable([&renamed]<typename T>(std::vector<T>& objects) {
    if constexpr (is_attached<T>)
      for (T& object : objects)
        if (const auto found = renamed.find(subject_of(object.id)); found != renamed.end())
          object.id = attached_id(object.id.kind, found->second);
  });
  database.sort();
}

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
