#include "kinds/list.h"

#include <algorithm>
#include <iterator>

#include "kinds/kinds.h"
#include "sql/quote.h"

namespace plumb {

std::string_view kind_name(KindTag kind) {
  switch (kind) {
    case KindTag::none:
      return "";
#define PLUMB_NAME(type, enumerator, name) \
  case KindTag::enumerator:                \
    return name;
      PLUMB_KINDS(PLUMB_NAME)
#undef PLUMB_NAME
  }
  return "";
}

KindTag kind_named(std::string_view name) {
#define PLUMB_NAMED(type, enumerator, kind) \
  if (name == (kind)) return KindTag::enumerator;
  PLUMB_KINDS(PLUMB_NAMED)
#undef PLUMB_NAMED
  return KindTag::none;
}

bool name_is_sql(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) { out = has_sql_name<T>; });
  return out;
}

bool is_routine(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = requires { Kind<T>::shares_routine_names; };
  });
  return out;
}

bool is_called(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = has_sql_name<T> && !requires { Kind<T>::named_bare; };
  });
  return out;
}

std::string last_name(const ObjectId& id) {
  return name_is_sql(subject_of(id).kind) ? id.name : sql::quote_ident(id.name);
}

std::string address(const ObjectId& id) {
  std::string out;
  for (const std::string* part : {&id.schema, &id.parent})
    if (!part->empty()) out += sql::quote_ident(*part) + ".";
  return id.name.empty() && !out.empty() ? out.substr(0, out.size() - 1) : out + last_name(id);
}

std::string kind_words(const ObjectId& id) {
  std::string out(kind_name(id.kind));
  if (id.of == KindTag::none) return out;
  with_kind(id.kind, [&out]<typename T>(const T*) {
    if constexpr (is_attached<T>) out.append(" ").append(Kind<T>::attached).append(" ");
  });
  return out.append(kind_name(id.of));
}

std::string to_string(const ObjectId& id) { return kind_words(id) + " " + address(id); }

ObjectId top_id(KindTag kind, std::string_view schema, std::string_view name) {
  return {kind, KindTag::none, std::string(schema), {}, std::string(name)};
}
ObjectId schema_id(std::string_view name) { return top_id(KindTag::schema, {}, name); }
ObjectId table_id(std::string_view schema, std::string_view name) { return top_id(KindTag::table, schema, name); }
ObjectId child_id(KindTag kind, const ObjectId& table, std::string_view name) {
  return {kind, KindTag::none, table.schema, table.name, std::string(name)};
}
ObjectId column_id(const ObjectId& table, std::string_view name) { return child_id(KindTag::column, table, name); }
ObjectId attached_id(KindTag kind, const ObjectId& on) { return {kind, on.kind, on.schema, on.parent, on.name}; }
ObjectId comment_id(const ObjectId& on) { return attached_id(KindTag::comment, on); }
ObjectId owner_id(const ObjectId& of) { return attached_id(KindTag::owner, of); }
ObjectId privileges_id(const ObjectId& on) { return attached_id(KindTag::privileges, on); }
ObjectId subject_of(const ObjectId& id) {
  return id.of == KindTag::none ? id : ObjectId{id.of, KindTag::none, id.schema, id.parent, id.name};
}
ObjectId whole_of(const ObjectId& id) {
  ObjectId out = subject_of(id);
  with_kind(out.kind, [&out]<typename T>(const T*) {
    if constexpr (requires { Kind<T>::part_of(out); }) out = Kind<T>::part_of(out);
  });
  return out;
}

namespace {

Parents parents_of(const ObjectId& child) {
  Parents out = KindTag::none;
  with_kind(subject_of(child).kind, [&out]<typename T>(const T*) { out = Kind<T>::placement.parents; });
  return out;
}

}  // namespace

std::set<ObjectId> relations_of(const ObjectId& child) {
  std::set<ObjectId> out;
  for (const KindTag kind : parents_of(child).kinds)
    if (kind != KindTag::none) out.insert(top_id(kind, child.schema, child.parent));
  return out;
}
bool is_relation(KindTag kind) {
  return std::find(std::begin(relation_kinds), std::end(relation_kinds), kind) != std::end(relation_kinds);
}

bool is_type(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) { out = is_type_kind<T>; });
  return out;
}
bool is_part_of_type(const ObjectId& id) {
  if (id.parent.empty()) return false;
  for (const KindTag kind : parents_of(id).kinds)
    if (is_type(kind)) return true;
  return false;
}
bool may_stand_under(const ObjectId& child, KindTag parent) { return parents_of(child).contain(parent); }
ObjectId table_of(const ObjectId& child) { return table_id(child.schema, child.parent); }

}  // namespace plumb
