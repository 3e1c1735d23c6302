#include "kinds/exclusion.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/index.h"
#include "kinds/key.h"
#include "kinds/kinds.h"
#include "kinds/naming.h"

namespace plumb {

std::string Kind<Exclusion>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, con.conname AS name, con.oid, am.amname AS using,"
      " NULL AS elements, CASE WHEN i.indnatts > i.indnkeyatts THEN {} END AS include,"
      " pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS where, ic.reloptions AS with,"
      " coalesce(ts.spcname, '') AS tablespace,"
      " con.condeferrable AS deferrable, con.condeferred AS initially_deferred,"
      " CASE WHEN con.conparentid <> 0 THEN (SELECT p.conname FROM pg_catalog.pg_constraint p WHERE p.oid = "
      "con.conparentid) END AS part_of, {},"
      " pg_catalog.pg_get_constraintdef(con.oid) AS definition"
      " FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class c ON c.oid = con.conrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_index i ON i.indexrelid = con.conindid JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
      " JOIN pg_catalog.pg_am am ON am.oid = ic.relam"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
      " WHERE con.contype = 'x' AND {} AND {}",
      column_names("con.conrelid", "(i.indkey::int2[])[i.indnkeyatts:]"), index_comment_column, in_scope("n"),
      managed_table("c"));
}

void Kind<Exclusion>::read_definition(std::string_view definition, Exclusion& e) {
  for (const auto& [element, op] : sql::parse_exclusion(definition).elements)
    e.elements.push_back({sql::print_index_element(element) + " with " + op});
}

std::set<ObjectId> Kind<Exclusion>::needs(const Exclusion& e) { return relations_of(e.id); }

VersionNeed Kind<Exclusion>::needs_version(const Exclusion& e, const Database& database) {
  if (!is_partitioned(table_of(e.id), database)) return {};
  return {17, "an exclusion of a partitioned table"};
}

std::vector<std::string> Kind<Exclusion>::mentions(const Exclusion& e) {
  std::vector<std::string> out;
  for (const auto& element : e.elements) out.push_back(element.text);
  if (!e.where.empty()) out.push_back(e.where.text);
  return out;
}

std::vector<std::string> Kind<Exclusion>::expressions(const Exclusion& e) {
  std::vector<std::string> out;
  for (const Element& element : e.elements)
    if (element.is_expression()) out.push_back(element.text);
  if (!e.where.empty()) out.push_back(e.where.text);
  return out;
}

std::string Kind<Exclusion>::clause(const Exclusion& e) {
  std::string out = constraint_name(e.id) + "EXCLUDE USING " + sql::quote_ident(e.method) + " (";
  for (std::size_t i = 0; i < e.elements.size(); ++i) out += (i ? ", " : "") + e.elements[i].text;
  out += ")";
  if (!e.include.empty()) out += " INCLUDE (" + sql::quote_list(e.include) + ")";
  out += with_clause(e.with);
  if (!e.tablespace.empty()) out += " USING INDEX TABLESPACE " + sql::quote_ident(e.tablespace);
  if (!e.where.empty()) out += " WHERE (" + e.where.text + ")";
  return out + deferrable_clause(e.deferrable, e.initially_deferred);
}

Statements Kind<Exclusion>::create(const Exclusion& e, const Context& context) {
  auto added = on_table(alter_table_of(e.id) + "ADD " + clause(e), table_of(e.id), Lock::access_exclusive);
  if (context.holds_rows(table_of(e.id))) {
    added.hazards.push_back({HazardKind::blocks_reads,
                             "reads and writes of the table wait while its index is built; there is no online way"});
    added.hazards.push_back({HazardKind::may_fail_on_data, "two rows that collide make it fail"});
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write colliding rows fail"});
  }
  if (std::ranges::any_of(e.elements, &Element::is_expression)) context.leave_unanalyzed(table_of(e.id), added);
  Statements out{std::move(added)};
  for (Statement& each : after_table(e, context)) out.push_back(std::move(each));
  return out;
}

Statements Kind<Exclusion>::after_table(const Exclusion& e, const Context&) {
  Statements out;
  comment_on_index(e.id, e.index_comment, "", out);
  return out;
}

std::optional<Statements> Kind<Exclusion>::alter(const Exclusion& live, const Exclusion& wanted, const Context&) {
  Exclusion same = wanted;
  same.with = live.with;
  same.index_comment = live.index_comment;
  if (!(same == live)) return std::nullopt;
  Statements out;
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(on_table("ALTER INDEX " + sql::qualified(wanted.id.schema, wanted.id.name) + " " + clause,
                           table_of(wanted.id), Lock::share_update_exclusive));
  comment_on_index(wanted.id, wanted.index_comment, live.index_comment, out);
  return out;
}

Statements Kind<Exclusion>::rename(const Exclusion& live, const Exclusion& wanted, const Context&) {
  return rename_constraint(live.id, wanted.id);
}

Statements Kind<Exclusion>::drop(const Exclusion& e, const Context&) {
  auto dropped = drop_constraint(e.id);
  dropped.hazards.push_back({HazardKind::breaks_clients, "rows that collide can come in"});
  return {dropped};
}

std::string Kind<Exclusion>::reference(const ObjectId& id) { return constraint_reference(id); }

namespace {

sql::ExclusionDefinition definition(const Exclusion& e) {
  sql::ExclusionDefinition out;
  out.method = e.method;
  for (const auto& element : e.elements) {
    const auto with = element.text.rfind(" with ");
    out.elements.emplace_back(sql::parse_index_element(element.text.substr(0, with)), element.text.substr(with + 6));
  }
  out.include = e.include;
  out.with = e.with;
  out.tablespace = e.tablespace;
  out.where = e.where.text;
  out.deferrable = e.deferrable;
  out.initially_deferred = e.initially_deferred;
  return out;
}

}  // namespace

void Kind<Exclusion>::read_short(std::string_view text, Exclusion e, Database& into) {
  const auto parsed = sql::parse_exclusion(text);
  e.method = parsed.method;
  for (const auto& [element, op] : parsed.elements)
    e.elements.push_back({sql::print_index_element(element) + " with " + op});
  e.include = parsed.include;
  e.with = parsed.with;
  e.tablespace = parsed.tablespace;
  e.where = {parsed.where};
  e.deferrable = parsed.deferrable;
  e.initially_deferred = parsed.initially_deferred;
  into.add(std::move(e));
}

std::optional<std::string> Kind<Exclusion>::write_short(const Exclusion& e, const Database&) {
  if (!e.index_comment.empty()) return std::nullopt;
  return sql::print_exclusion(definition(e));
}

std::string Kind<Exclusion>::default_name(const Exclusion& e, const Database&) {
  std::vector<std::string> columns;
  for (const auto& [element, op] : definition(e).elements) columns.push_back(index_column_name(element));
  return default_name_of(e.id.parent, joined_columns(numbered(columns)), "excl");
}

void Kind<Exclusion>::follow(Exclusion& e, const Renaming& renaming) {
  for (auto& element : e.elements) element.text = followed(element.text, table_of(e.id), renaming);
  follow_column_names(e.include, table_of(e.id), renaming);
  e.where.text = followed(e.where.text, table_of(e.id), renaming);
}

}  // namespace plumb
