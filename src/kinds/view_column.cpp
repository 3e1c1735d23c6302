#include "kinds/view_column.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<ViewColumn>::query(ServerVersion version) {
  // Those of which something is said: most have nothing.
  const std::string statistics =
      version.at_least(17) ? "a.attstattarget" : "CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END";
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, a.attname AS name, a.attrelid AS oid,"
      " pg_catalog.pg_get_expr(ad.adbin, 0) AS default,"
      " CASE WHEN a.attstorage <> t.typstorage THEN {2} END AS storage,"
      " CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression, {3} AS statistics,"
      " {5} AS with, a.attnum AS position, {4} AS type_storage, a.attacl::text[] AS acl"
      " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum"
      " LEFT JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass"
      " AND d.objoid = a.attrelid AND d.objsubid = a.attnum"
      " WHERE a.attnum > 0 AND (ad.oid IS NOT NULL OR d.objoid IS NOT NULL OR a.attacl IS NOT NULL"
      " OR EXISTS (SELECT FROM pg_catalog.pg_seclabel l WHERE l.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass"
      " AND l.objoid = a.attrelid AND l.objsubid = a.attnum) OR c.relkind = 'm'"
      " AND (a.attstorage <> t.typstorage OR a.attcompression <> '' OR {3} IS NOT NULL OR pg_catalog.cardinality({5}) "
      "> 0))"
      " AND {0} AND {1}",
      in_scope("n"), managed_relation("c", "'v', 'm'"), storage_word("a.attstorage"), statistics,
      storage_word("t.typstorage"), column_options());
}

std::set<ObjectId> Kind<ViewColumn>::needs(const ViewColumn& c) { return relations_of(c.id); }

std::vector<std::string> Kind<ViewColumn>::mentions(const ViewColumn& c) {
  return c.default_expression.empty() ? std::vector<std::string>() : std::vector{c.default_expression.text};
}

namespace {

Statement changed(const ViewColumn& c, const std::string& clause, Lock lock, const Context& context) {
  const ObjectId view = relation_of(c.id, context);
  return on_table(fmt::format("ALTER {} ALTER COLUMN {} {}", sql_reference(view), sql::quote_ident(c.id.name), clause),
                  view, lock);
}

}  // namespace

Statements Kind<ViewColumn>::create(const ViewColumn& c, const Context& context) {
  ViewColumn nothing;
  nothing.id = c.id;
  return *alter(nothing, c, context);
}

std::string Kind<ViewColumn>::scratch(const ViewColumn& c, const Context&) {
  return fmt::format("ALTER VIEW {} ALTER COLUMN {} {}", sql::qualified(c.id.schema, c.id.parent),
                     sql::quote_ident(c.id.name),
                     c.default_expression.empty() ? "DROP DEFAULT" : "SET DEFAULT " + c.default_expression.text);
}

std::optional<Statements> Kind<ViewColumn>::alter(const ViewColumn& live, const ViewColumn& wanted,
                                                  const Context& context) {
  Statements out;
  const auto add = [&](const std::string& clause, Lock lock) { out.push_back(changed(wanted, clause, lock, context)); };
  if (live.default_expression != wanted.default_expression) {
    const bool drops = wanted.default_expression.empty();
    add(drops ? "DROP DEFAULT" : "SET DEFAULT " + wanted.default_expression.text, Lock::access_exclusive);
    if (drops)
      out.back().hazards.push_back(
          {HazardKind::breaks_clients, "clients that leave the column out write what the table has as default"});
  }
  // DEFAULT as a word exists from 16 on only.
  if (live.storage != wanted.storage)
    add("SET STORAGE " + (wanted.storage.empty() ? live.type_storage.value : wanted.storage), Lock::access_exclusive);
  if (live.compression != wanted.compression)
    add("SET COMPRESSION " + (wanted.compression.empty() ? "default" : wanted.compression), Lock::access_exclusive);
  if (live.statistics != wanted.statistics)
    add(fmt::format("SET STATISTICS {}", wanted.statistics.value_or(-1)), Lock::share_update_exclusive);
  for (const auto& clause : option_changes(live.with, wanted.with)) add(clause, Lock::share_update_exclusive);
  return out;
}

Statements Kind<ViewColumn>::drop(const ViewColumn& c, const Context& context) {
  ViewColumn nothing;
  nothing.id = c.id;
  return *alter(c, nothing, context);
}

std::string Kind<ViewColumn>::reference(const ObjectId& id) {
  return "COLUMN " + sql::qualified(id.schema, id.parent) + "." + sql::quote_ident(id.name);
}

}  // namespace plumb
