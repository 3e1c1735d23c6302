#include "plan/bodies.h"

#include <algorithm>

#include "kinds/fields.h"

namespace plumb {

namespace {

// None where they can't be told.
std::vector<sql::NameUse> names_of(const std::string& body) {
  try {
    return sql::names_in(body);
  } catch (const sql::SyntaxError&) {
    return {};
  }
}

std::set<std::string> fields_of(std::string_view body) {
  try {
    return sql::fields_in(body);
  } catch (const sql::SyntaxError&) {
    return {};
  }
}

}  // namespace

UncheckedBodies::UncheckedBodies(const Database& wanted) : wanted_(wanted) {
  wanted.each([this]<typename T>(const T& object) {
    if constexpr (has_unchecked_body<T>)
      if (!object.body.sql && (object.language == "sql" || object.language == "plpgsql"))
        bodies_.push_back({object.id, object.body.text, names_of(object.body.text)});
  });
  for (std::size_t i = 0; i < bodies_.size(); ++i) {
    for (const sql::NameUse& use : bodies_[i].uses)
      for (const std::string& part : use.parts) by_name_[part].insert(i);
    for (const std::string& field : fields_of(bodies_[i].text)) by_name_[field].insert(i);
  }
  for (const Trigger& trigger : wanted.all<Trigger>())
    trigger_tables_[split_name(trigger.function.text).back()].insert(table_of(trigger.id));
}

namespace {

// As a body may say it: without arguments. Empty: what has no such name (an operator).
std::string bare_name(const ObjectId& id) {
  if (!name_is_sql(id.kind)) return id.name;
  try {
    return sql::parse_signature(id.name).name.name;
  } catch (const sql::SyntaxError&) {
    return {};
  }
}

bool names_it(const sql::NameUse& use, const ObjectId& id, const std::string& name) {
  if (!use.constant && use.call != name_is_sql(id.kind)) return false;
  for (std::size_t i = 0; i < use.parts.size(); ++i)
    if (use.parts[i] == name && (i == 0 || use.parts[i - 1] == id.schema)) return true;
  return false;
}

bool names_column(const std::vector<sql::NameUse>& uses, const ObjectId& column) {
  const ObjectId table = table_of(column);
  const auto any = [&uses](auto&& f) { return std::any_of(uses.begin(), uses.end(), f); };
  return any([&](const sql::NameUse& use) { return names_it(use, table, table.name); }) &&
         any([&](const sql::NameUse& use) { return !use.constant && !use.call && use.parts.back() == column.name; });
}

}  // namespace

// Does anything that is wanted bear its name: an overload, a view in the place of a table?
bool UncheckedBodies::stays(const ObjectId& gone, const std::string& name) const {
  bool out = wanted_.contains(gone);
  if (!gone.parent.empty()) return out;
  wanted_.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if (out || has_sql_name<T> != name_is_sql(gone.kind) || !Kind<T>::placement.parents.none()) return;
    out = std::any_of(objects.begin(), objects.end(),
                      [&](const T& object) { return own_name(object) == name && object.id.schema == gone.schema; });
  });
  return out;
}

std::vector<ObjectId> UncheckedBodies::naming(const ObjectId& gone) const {
  std::vector<ObjectId> out;
  const bool nameable = gone.parent.empty() ? !gone.schema.empty() : gone.kind == KindTag::column;
  const std::string name = nameable ? bare_name(gone) : "";
  const auto found = by_name_.find(name);
  if (!nameable || found == by_name_.end() || stays(gone, name)) return out;
  for (const std::size_t i : found->second) {
    const auto& uses = bodies_[i].uses;
    const bool named =
        gone.kind == KindTag::column
            ? names_column(uses, gone) || is_given_rows(bodies_[i].routine, table_of(gone))
            : std::any_of(uses.begin(), uses.end(), [&](const sql::NameUse& use) { return names_it(use, gone, name); });
    if (named) out.push_back(bodies_[i].routine);
  }
  return out;
}

// By a trigger, or as an argument.
bool UncheckedBodies::is_given_rows(const ObjectId& routine, const ObjectId& relation) const {
  const auto tables = trigger_tables_.find(bare_name(routine));
  return (tables != trigger_tables_.end() && tables->second.contains(relation)) ||
         sql::has_word(sql::lower(routine.name), sql::lower(relation.name));
}

namespace {

// By which ON CONFLICT finds a row, and REFRESH MATERIALIZED VIEW CONCURRENTLY.
bool may_be_key(KindTag kind) {
  return kind == KindTag::primary_key || kind == KindTag::unique || kind == KindTag::exclusion ||
         kind == KindTag::index;
}

}  // namespace

std::vector<ObjectId> UncheckedBodies::speaking_of(const ObjectId& comes) const {
  std::vector<ObjectId> out;
  if (may_be_key(comes.kind)) {
    for (const char* word : {"conflict", "concurrently"})
      for (const ObjectId& routine : with_word(word, table_of(comes))) out.push_back(routine);
    return out;
  }
  const bool is_part = comes.kind == KindTag::column || comes.kind == KindTag::attribute;
  const std::string name = is_part || (comes.parent.empty() && !comes.schema.empty()) ? bare_name(comes) : "";
  const auto found = by_name_.find(name);
  if (name.empty() || found == by_name_.end()) return out;
  for (const std::size_t i : found->second) {
    const auto names = [&](const ObjectId& id, const std::string& called) {
      return std::ranges::any_of(bodies_[i].uses, [&](const auto& use) { return names_it(use, id, called); });
    };
    const ObjectId whole = table_of(comes);
    const bool speaks =
        is_part ? is_given_rows(bodies_[i].routine, whole) || names(whole, whole.name) : names(comes, name);
    if (speaks) out.push_back(bodies_[i].routine);
  }
  return out;
}

std::vector<ObjectId> UncheckedBodies::given_rows_of(const ObjectId& view) const {
  std::vector<ObjectId> out;
  for (const Body& body : bodies_)
    if (is_given_rows(body.routine, table_id(view.schema, view.name))) out.push_back(body.routine);
  return out;
}

std::vector<ObjectId> UncheckedBodies::with_word(const std::string& word, const ObjectId& relation) const {
  std::vector<ObjectId> out;
  if (const auto found = by_name_.find(relation.name); found != by_name_.end())
    for (const std::size_t i : found->second)
      if (sql::has_word(sql::lower(std::string(bodies_[i].text)), word)) out.push_back(bodies_[i].routine);
  return out;
}

std::vector<ObjectId> UncheckedBodies::with_text(std::string_view text) const {
  std::vector<ObjectId> out;
  for (const Body& body : bodies_)
    if (body.text.find(text) != std::string_view::npos) out.push_back(body.routine);
  return out;
}

}  // namespace plumb
