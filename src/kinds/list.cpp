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
  if (name == kind) return KindTag::enumerator;
  PLUMB_KINDS(PLUMB_NAMED)
#undef PLUMB_NAMED
  return KindTag::none;
}

bool name_is_sql(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) { out = has_sql_name<T>; });
  return out;
}

std::string address(const ObjectId& id) {
  std::string out;
  for (const std::string* part : {&id.schema, &id.parent, &id.name}) {
    if (part->empty()) continue;
    if (!out.empty()) out += '.';
    const bool as_it_is = part == &id.name && name_is_sql(id.of == KindTag::none ? id.kind : id.of);
    out += as_it_is ? *part : sql::quote_ident(*part);
  }
  return out;
}

std::string to_string(const ObjectId& id) {
  std::string out(kind_name(id.kind));
  if (id.of != KindTag::none) {
    out += " on ";
    out += kind_name(id.of);
  }
  return out + " " + address(id);
}

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
ObjectId subject_of(const ObjectId& id) {
  return id.of == KindTag::none ? id : ObjectId{id.of, KindTag::none, id.schema, id.parent, id.name};
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

bool may_stand_under(const ObjectId& child, KindTag parent) { return parents_of(child).contain(parent); }
ObjectId table_of(const ObjectId& child) { return table_id(child.schema, child.parent); }

}  // namespace plumb
