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
  std::map<std::string, std::string> whole = {};  // of one object
  const ObjectId* id = nullptr;

  void operator()(std::string& value, bool expression) {
    const bool named = value.find('.') != std::string::npos;
    std::string before = named ? value : std::string();
    if (named) value = sql::relative(value, id->schema, visibility);
    const bool changed = named && value != before;
    if (expression && !id->parent.empty())
      value = sql::fold_in_lists(value, [this](std::string_view name) {
        const Column* column = database.find<Column>(column_id(table_of(*id), name));
        return column && column->type.text.starts_with("character varying") && !column->type.text.ends_with("[]");
      });
    if (changed) whole.emplace(value, std::move(before));
  }
};

template <typename T>
ObjectId signed_id(T object) {
  if constexpr (has_sql_name<T>) Kind<T>::sign(object);
  return object.id;
}

// Puts the whole texts back.
struct Whole {
  const std::map<std::string, std::string>& texts;
  bool is_signed = false;

  template <typename M>
  void change(M& member) const {
    if constexpr (holds_sql<M>)
      if (!is_signed || !holds_types<M>)
        each_sql(member, [this](std::string& text, bool) {
          if (const auto found = texts.find(text); found != texts.end()) text = found->second;
        });
  }
  void operator()(std::string_view, auto& member, auto&&...) const { change(member); }
  void seldom(std::string_view, auto& member, auto&&...) const {
    if (member) member.edit([this](auto& value) { change(value); });
  }
  void catalog(std::string_view, auto& member) const { change(member); }
};

}  // namespace

void make_relative(Database& database, const sql::Visibility& visibility, WholeTexts* whole) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    Relative relative{visibility, database};
    for (T& object : objects) {
      relative.id = &object.id;
      each_sql_of(object, relative);
      if (relative.whole.empty()) continue;
      if (whole) whole->insert_or_assign(signed_id(object), std::move(relative.whole));
      relative.whole.clear();
    }
  });
  sign_again(database);
}

void make_whole(Database& database, const WholeTexts& whole) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      const auto texts = whole.find(object.id);
      if (texts == whole.end()) continue;
      const Whole again{texts->second, has_sql_name<T>};
      Kind<T>::describe(again, object);
    }
  });
}

}  // namespace plumb::catalog
