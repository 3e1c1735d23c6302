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
  std::size_t number = 0;                         // of the text within its object
  std::map<std::size_t, std::string> whole = {};  // what the changed ones were
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
    if (changed) whole.emplace(number, std::move(before));
    ++number;
  }
};

template <typename T>
ObjectId signed_id(const T& object) {
  if constexpr (has_sql_name<T>) {
    T again = object;
    Kind<T>::sign(again);
    return again.id;
  } else {
    return object.id;
  }
}

// By each text that is relative now, what its occurrences in the object were.
template <typename T>
WholeTexts::mapped_type whole_texts(T& object, const std::map<std::size_t, std::string>& changed) {
  std::map<std::size_t, std::string> all;
  std::set<std::string> relative;
  each_sql_of(object, [&](const std::string& text, bool) {
    if (changed.contains(all.size())) relative.insert(text);
    all.emplace(all.size(), text);
  });
  WholeTexts::mapped_type out;
  for (const auto& [number, text] : all) {
    if (!relative.contains(text)) continue;
    const auto before = changed.find(number);
    out[text].push_back(before == changed.end() ? text : before->second);
  }
  return out;
}

// Puts the whole texts back.
struct Whole {
  const WholeTexts::mapped_type& texts;
  bool is_signed = false;
  std::map<std::string, std::size_t> seen = {};

  template <typename M>
  void change(M& member) {
    if constexpr (holds_sql<M>)
      each_sql(member, [this](std::string& text, bool) {
        const auto found = texts.find(text);
        if (found == texts.end()) return;
        const std::size_t occurrence = std::min(seen[text]++, found->second.size() - 1);
        if (!is_signed || !holds_types<M>) text = found->second[occurrence];
      });
  }
  template <typename M>
  void change(Hint<M>& member) {
    change(member.value);
  }
  void operator()(std::string_view, auto& member, Unread = {}, Unread = {}) { change(member); }
  void seldom(std::string_view, auto& member, Unread = {}, Unread = {}) {
    if (member) member.edit([this](auto& value) { change(value); });
  }
  void catalog(std::string_view, auto& member) { change(member); }
};

}  // namespace

void make_relative(Database& database, const sql::Visibility& visibility, WholeTexts* whole) {
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    Relative relative{visibility, database};
    for (T& object : objects) {
      relative.id = &object.id;
      relative.number = 0;
      each_sql_of(object, std::ref(relative));
      if (whole && !relative.whole.empty())
        whole->insert_or_assign(signed_id(object), whole_texts(object, relative.whole));
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
      Whole again{texts->second, has_sql_name<T>};
      Kind<T>::describe(again, object);
    }
  });
}

}  // namespace plumb::catalog
