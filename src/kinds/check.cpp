#include "kinds/check.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "sql/names.h"

namespace plumb {

std::string Kind<Check>::query(ServerVersion version) {
  // ruleutils writes "CHECK ((…))"; pg_get_expr gives the condition alone.
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, con.conname AS name, con.oid,"
      " pg_catalog.pg_get_expr(con.conbin, con.conrelid) AS expression, con.connoinherit AS no_inherit,"
      " NOT con.convalidated AND {2} AS not_valid, NOT {2} AS not_enforced,"
      " CASE WHEN con.coninhcount > 0 THEN con.conname END AS part_of, con.conislocal AS local"
      " FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class c ON c.oid = con.conrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE con.contype = 'c' AND {0} AND {1}",
      in_scope("n"), managed_relation("c", "'r', 'p', 'f'"), enforced(version));
}

std::set<ObjectId> Kind<Check>::needs(const Check& c) { return relations_of(c.id); }

VersionNeed Kind<Check>::needs_version(const Check& c) {
  if (!c.not_enforced) return {};
  return {18, "NOT ENFORCED"};
}

std::vector<std::string> Kind<Check>::mentions(const Check& c) { return {c.expression.text}; }

std::string Kind<Check>::clause(const Check& c) {
  return constraint_name(c.id) + "CHECK (" + c.expression.text + ")" + (c.no_inherit ? " NO INHERIT" : "") +
         (c.not_valid ? " NOT VALID" : "") + (c.not_enforced ? " NOT ENFORCED" : "");
}

Statements Kind<Check>::create(const Check& c, const Context& context) {
  auto added = on_table(alter_table_of(c.id) + "ADD " + clause(c), table_of(c.id), Lock::access_exclusive);
  if (context.holds_rows(table_of(c.id)) && !c.not_enforced) {
    if (!c.not_valid) {
      added.hazards.push_back(
          {HazardKind::blocks_reads, "reads and writes of the table wait while every row is checked"});
      added.hazards.push_back({HazardKind::may_fail_on_data, "a row that violates it makes it fail"});
    }
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write what it forbids fail"});
  }
  return {added};
}

std::optional<Statements> Kind<Check>::alter(const Check& live, const Check& wanted, const Context& context) {
  Check validated = live;
  validated.not_valid = false;
  if (!(validated == wanted)) return std::nullopt;
  auto out = on_table(alter_table_of(wanted.id) + "VALIDATE CONSTRAINT " + sql::quote_ident(wanted.id.name),
                      table_of(wanted.id), Lock::share_update_exclusive);
  if (context.holds_rows(table_of(wanted.id)))
    out.hazards.push_back({HazardKind::may_fail_on_data, "a row that violates it makes it fail"});
  return Statements{out};
}

Statements Kind<Check>::rename(const Check& live, const Check& wanted, const Context&) {
  return rename_constraint(live.id, wanted.id);
}

Statements Kind<Check>::drop(const Check& c, const Context& context) {
  auto dropped = on_table(alter_to_drop(c.id, context) + "DROP CONSTRAINT " + sql::quote_ident(c.id.name),
                          table_of(c.id), Lock::access_exclusive);
  if (!c.not_enforced) dropped.hazards.push_back({HazardKind::breaks_clients, "rows that it refused can come in"});
  return {dropped};
}

std::string Kind<Check>::reference(const ObjectId& id) { return constraint_reference(id); }

void Kind<Check>::read_short(std::string_view text, Check c, Database& into) {
  const auto parsed = sql::parse_check(text);
  c.expression = {parsed.expression};
  c.no_inherit = parsed.no_inherit;
  c.not_valid = parsed.not_valid;
  c.not_enforced = parsed.not_enforced;
  into.add(std::move(c));
}

std::optional<std::string> Kind<Check>::write_short(const Check& c, const Database&) {
  return sql::print_check({c.expression.text, c.no_inherit, c.not_valid, c.not_enforced});
}

std::string Kind<Check>::default_name(const Check& c, const Database& database) {
  // The column's name is part of it where exactly one column is used (parse_utilcmd.c, heap.c
  // AddRelationNewConstraints).
  const auto columns = columns_in(c.expression.text, table_of(c.id), database);
  return default_name_of(c.id.parent, columns.size() == 1 ? columns.begin()->name : "", "check");
}

std::set<ObjectId> columns_in(std::string_view expression, const ObjectId& table, const Database& database) {
  std::set<ObjectId> out;
  std::vector<sql::NameUse> uses;
  try {
    uses = sql::names_in(expression);
  } catch (const sql::SyntaxError&) {
    return out;
  }
  for (const auto& use : uses) {
    if (use.call) continue;
    // "column", "table.column", "column.field": any part may be the column.
    for (const auto& part : use.parts)
      if (const ObjectId id = column_id(table, part); database.find<Column>(id)) out.insert(id);
  }
  return out;
}

void Kind<Check>::follow(Check& c, const Renaming& renaming) {
  c.expression.text = followed(c.expression.text, table_of(c.id), renaming);
}

}  // namespace plumb
