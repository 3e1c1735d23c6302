#include <fmt/format.h>

#include <algorithm>

#include "kinds/types.h"
#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

// Types that PostgreSQL compares with each other, or turns into each other by itself. Between two of these lines it does
// neither; what stands in none is not known here.
constexpr std::string_view comparable[][6] = {
    {"smallint", "integer", "bigint"},
    {"numeric", "real", "double precision"},
    {"text", "character varying", "character", "bpchar", "name"},
    {"date", "timestamp without time zone", "timestamp with time zone"},
    {"time without time zone", "time with time zone", "interval"},
    {"bit", "bit varying"},
    {"inet", "cidr"},
    {"uuid"},
    {"boolean"},
    {"bytea"},
    {"jsonb"},
    {"money"},
};
constexpr int whole_numbers = 0, other_numbers = 1, unknown = -1;

int line_of(const Type& type) {
  if (type.empty()) return unknown;
  const auto parts = sql::split_type(type);
  if (parts.array || !parts.schema.empty() || !sql::is_builtin(type)) return unknown;
  for (int line = 0; line < static_cast<int>(std::size(comparable)); ++line)
    for (const std::string_view name : comparable[line])
      if (!name.empty() && name == parts.name) return line;
  return unknown;
}

// What it stands on, domains aside; empty: not known, what could not be read among them.
Type compared_type(const Column& column, const Database& wanted) {
  if (column.type.empty()) return {};
  try {
    return base_type(column.type, column.id.schema, wanted).type;
  } catch (const sql::SyntaxError&) {
    return {};
  }
}

// ATAddForeignKeyConstraint in commands/tablecmds.c: an operator = of the index, maybe by an implicit cast of the referring
// column, never of the referenced one.
bool can_refer(const Type& from, const Type& to) {
  const int a = line_of(from), b = line_of(to);
  if (a == unknown || b == unknown || a == b) return true;
  return a == whole_numbers && b == other_numbers;
}

}  // namespace

void key_types(const Database& wanted, Findings& out) {
  // What the declaration adds of its own may make up for it.
  const auto& casts = wanted.all<Cast>();
  if (!wanted.all<OperatorFamily>().empty() || !wanted.all<OperatorClass>().empty() ||
      std::any_of(casts.begin(), casts.end(), [](const Cast& cast) { return cast.context == "implicit"; }))
    return;
  for (const ForeignKey& key : wanted.all<ForeignKey>()) {
    if (key.columns.size() != key.referenced_columns.size()) continue;
    const ObjectId to = key.referenced();
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      const Column* from = wanted.find<Column>(column_id(table_of(key.id), key.columns[i]));
      const Column* referenced = wanted.find<Column>(column_id(to, key.referenced_columns[i]));
      if (!from || !referenced) continue;
      if (can_refer(compared_type(*from, wanted), compared_type(*referenced, wanted))) continue;
      out.push_back({&key,
                     fmt::format("{}: {} is {}, and {}, which it references, is {}", to_string(key.id),
                                 sql::quote_ident(key.columns[i]), sql::short_type(from->type),
                                 to_string(referenced->id), sql::short_type(referenced->type)),
                     "PostgreSQL has no = between the two: give both the same type", to});
    }
  }
}

}  // namespace plumb::validation
