#include "kinds/enum.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Enum>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid,"
      " ARRAY(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)"
      " AS values{}"
      " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " WHERE t.typtype = 'e' AND {} AND {}",
      ownership("t.typowner", "t.typacl"), in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

std::set<ObjectId> Kind<Enum>::needs(const Enum& e) { return {schema_id(e.id.schema)}; }

std::string Kind<Enum>::reference(const ObjectId& id) { return "TYPE " + sql::qualified(id.schema, id.name); }

namespace {

std::string create_sql(const ObjectId& id, const std::vector<std::string>& values) {
  std::string list;
  for (const auto& value : values) list += (list.empty() ? "" : ", ") + sql::quote_literal(value);
  return fmt::format("CREATE {} AS ENUM ({})", Kind<Enum>::reference(id), list);
}

// The live values under their new names, and the statements that rename them.
std::vector<std::string> rename_values(const Enum& live, const Enum& wanted, Statements& out) {
  std::vector<std::string> values = live.values;
  const auto has = [](const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  for (const auto& [now, before] : wanted.renamed_values.value) {
    if (!has(wanted.values, now) || has(wanted.values, before) || has(values, now) || !has(values, before)) continue;
    std::replace(values.begin(), values.end(), before, now);
    auto renamed = statement(fmt::format("ALTER {} RENAME VALUE {} TO {}", Kind<Enum>::reference(wanted.id),
                                         sql::quote_literal(before), sql::quote_literal(now)));
    renamed.hazards.push_back({HazardKind::breaks_clients, fmt::format("clients that write '{}' fail", before)});
    out.push_back(std::move(renamed));
  }
  return values;
}

// Can the wanted list be had from the present one by adding values alone?
bool only_adds(const std::vector<std::string>& present, const std::vector<std::string>& wanted) {
  auto next = present.begin();
  for (const auto& value : wanted)
    if (next != present.end() && *next == value) ++next;
  return next == present.end();
}

Statement add_value(const Enum& wanted, std::size_t position, const std::vector<std::string>& present) {
  // BEFORE or AFTER is always said: where a value stands is part of what is wanted.
  std::string place;
  if (position > 0)
    place = " AFTER " + sql::quote_literal(wanted.values[position - 1]);
  else if (!present.empty())
    place = " BEFORE " + sql::quote_literal(present.front());
  auto added = statement(fmt::format("ALTER {} ADD VALUE {}{}", Kind<Enum>::reference(wanted.id),
                                     sql::quote_literal(wanted.values[position]), place));
  added.transactional = false;  // the value can't be used before the transaction has committed
  return added;
}

// Values removed or reordered: a new type takes the place of the old one under every column that has it.
Statements replace_type(const Enum& live, const Enum& wanted, const Context& context) {
  Statements out;
  ObjectId old_id = wanted.id;
  old_id.name = wanted.id.name.substr(0, sql::max_identifier_bytes - 10) + "_plumb_old";
  out.push_back(
      statement(fmt::format("ALTER {} RENAME TO {}", Kind<Enum>::reference(wanted.id), sql::quote_ident(old_id.name))));
  out.push_back(statement(create_sql(wanted.id, wanted.values)));
  const std::string type = sql::qualified(wanted.id.schema, wanted.id.name);
  const std::set<ObjectId> still = columns_of_type(context.wanted, wanted.id);
  for (const ObjectId& id : columns_of_type(context.live, live.id)) {
    if (!still.contains(id)) continue;  // dropped or retyped by a step of its own
    const Column* live_column = context.live.find<Column>(id);
    const Column* wanted_column = context.wanted.find<Column>(id);
    const std::string name = sql::quote_ident(id.name);
    const std::string suffix = sql::split_type(live_column->type).array ? "[]" : "";
    std::string change;
    if (!live_column->default_expression.empty()) change += fmt::format("ALTER COLUMN {} DROP DEFAULT, ", name);
    change += fmt::format("ALTER COLUMN {0} TYPE {1}{2} USING {0}::text{2}::{1}{2}", name, type, suffix);
    // The old default may be of a value that goes.
    if (!wanted_column->default_expression.empty())
      change += fmt::format(", ALTER COLUMN {} SET DEFAULT {}", name, wanted_column->default_expression.text);
    auto altered = on_table(fmt::format("ALTER {} {}", Kind<Table>::reference(table_of(id)), change), table_of(id),
                            Lock::access_exclusive);
    if (context.holds_rows(table_of(id))) {
      altered.hazards.push_back({HazardKind::rewrites_table, "every row and every index of the table is written anew"});
      altered.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait until it is rewritten"});
      altered.hazards.push_back({HazardKind::may_fail_on_data, "a row with a removed value makes it fail"});
    }
    out.push_back(std::move(altered));
  }
  out.push_back(statement("DROP " + Kind<Enum>::reference(old_id)));
  out.front().hazards.push_back({HazardKind::breaks_clients, "clients that write a removed value fail"});
  return out;
}

}  // namespace

Statements Kind<Enum>::create(const Enum& e, const Context&) { return {statement(create_sql(e.id, e.values))}; }

std::optional<Statements> Kind<Enum>::alter(const Enum& live, const Enum& wanted, const Context& context) {
  Statements out;
  std::vector<std::string> present = rename_values(live, wanted, out);
  if (!only_adds(present, wanted.values)) {
    Enum renamed = live;
    renamed.values = present;
    for (auto& added : replace_type(renamed, wanted, context)) out.push_back(std::move(added));
    return out;
  }
  for (std::size_t i = 0; i < wanted.values.size(); ++i) {
    if (std::find(present.begin(), present.end(), wanted.values[i]) != present.end()) continue;
    out.push_back(add_value(wanted, i, present));
    present.insert(present.begin() + static_cast<std::ptrdiff_t>(i), wanted.values[i]);
  }
  return out;
}

Statements Kind<Enum>::rename(const Enum& live, const Enum& wanted, const Context&) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none);
}

Statements Kind<Enum>::drop(const Enum& e, const Context&) {
  auto dropped = statement("DROP " + reference(e.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

std::set<ObjectId> columns_of_type(const Database& database, const ObjectId& type) {
  std::set<ObjectId> out;
  for (const Column& column : database.all<Column>()) {
    const auto parts = sql::split_type(column.type);
    const std::string& schema = parts.schema.empty() ? column.id.schema : parts.schema;
    const bool same_schema = schema == type.schema || (parts.schema.empty() && type.schema == "public");
    if (parts.name == type.name && same_schema) out.insert(column.id);
  }
  return out;
}

}  // namespace plumb
