#include "plan/column_types.h"

#include "sql/type.h"

namespace plumb {

sql::ColumnTypes column_types(const ObjectId& of, const Database& live, const Database& wanted) {
  sql::ColumnTypes out;
  out.column = [of, &live, &wanted](std::string_view name) {
    const ObjectId domain = top_id(KindTag::domain, of.schema, of.name);
    if (const Domain* is = live.find<Domain>(domain), *want = wanted.find<Domain>(domain); is && want)
      return name == "value" && is->type == want->type ? is->type : Type{};
    const ObjectId id = column_id(of, name);
    const Column *is = live.find<Column>(id), *want = wanted.find<Column>(id);
    return is && want && is->type == want->type ? is->type : Type{};
  };
  out.is_enum = [schema = of.schema, &live](const Type& type) {
    const sql::TypeParts parts = sql::split_type(type);
    const auto in = [&](const std::string& in_schema) {
      return live.find<Enum>(top_id(KindTag::enumeration, in_schema, parts.name)) != nullptr;
    };
    if (parts.array || parts.standard) return false;
    return parts.schema.empty() ? in(schema) || in("public") : in(parts.schema);
  };
  return out;
}

}  // namespace plumb
