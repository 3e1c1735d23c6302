#include "kinds/materialized_view.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<MaterializedView>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid,"
      " pg_catalog.btrim(pg_catalog.pg_get_viewdef(c.oid, false), ' ;') AS query, NULL::text[] AS columns,"
      " CASE WHEN c.reloptions IS NOT NULL OR tc.oid IS NOT NULL THEN ARRAY(SELECT pg_catalog.unnest(c.reloptions)"
      "   UNION ALL SELECT 'toast.' || pg_catalog.unnest(tc.reloptions)) END AS with,"
      " coalesce(ts.spcname, '') AS tablespace, am.amname AS access_method, c.relispopulated AS with_data{}"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_class tc ON tc.oid = c.reltoastrelid AND tc.reloptions IS NOT NULL"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
      " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam WHERE {} AND {}",
      ownership("c.relowner", "c.relacl"), in_scope("n"), managed_relation("c", "'m'"));
}

std::set<ObjectId> Kind<MaterializedView>::needs(const MaterializedView& view) { return {schema_id(view.id.schema)}; }

std::vector<std::string> Kind<MaterializedView>::mentions(const MaterializedView& view) { return {view.query.text}; }

namespace {

std::string definition(const MaterializedView& view, bool with_data) {
  std::string sql = "CREATE " + Kind<MaterializedView>::reference(view.id);
  if (!view.columns.empty()) sql += " (" + sql::quote_list(view.columns) + ")";
  if (view.access_method != "heap") sql += " USING " + sql::quote_ident(view.access_method);
  sql += with_clause(view.with);
  if (!view.tablespace.empty()) sql += " TABLESPACE " + sql::quote_ident(view.tablespace);
  return sql + " AS\n" + view.query.text + (with_data ? "" : "\nWITH NO DATA");
}

Statement altered(const MaterializedView& view, const std::string& clause, Lock lock) {
  return on_table("ALTER " + Kind<MaterializedView>::reference(view.id) + " " + clause, view.id, lock);
}

Statement copied(const MaterializedView& view, const std::string& clause, const Context& context) {
  auto out = altered(view, clause, Lock::access_exclusive);
  if (context.holds_rows(view.id)) {
    out.hazards.push_back({HazardKind::rewrites_table, "every row and every index of it is written anew"});
    out.hazards.push_back({HazardKind::blocks_reads, "reads of it wait until it is copied"});
  }
  return out;
}

}  // namespace

Statements Kind<MaterializedView>::create(const MaterializedView& view, const Context&) {
  return {statement(definition(view, view.with_data.value))};
}

std::string Kind<MaterializedView>::scratch(const MaterializedView& view, const Context&) {
  MaterializedView bare;
  bare.id = view.id, bare.query = view.query, bare.columns = view.columns;
  return definition(bare, false);
}

std::optional<Statements> Kind<MaterializedView>::alter(const MaterializedView& live, const MaterializedView& wanted,
                                                        const Context& context) {
  if (!(live.query == wanted.query) || !wanted.columns.empty()) return std::nullopt;
  if (live.access_method != wanted.access_method && !context.version.at_least(15)) return std::nullopt;
  Statements out;
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(altered(wanted, clause, Lock::share_update_exclusive));
  if (live.access_method != wanted.access_method)
    out.push_back(copied(wanted, "SET ACCESS METHOD " + sql::quote_ident(wanted.access_method), context));
  if (live.tablespace != wanted.tablespace)
    out.push_back(copied(
        wanted, "SET TABLESPACE " + sql::quote_ident(wanted.tablespace.empty() ? "pg_default" : wanted.tablespace),
        context));
  return out;
}

Statements Kind<MaterializedView>::rename(const MaterializedView& live, const MaterializedView& wanted,
                                          const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::access_exclusive, context);
}

Statements Kind<MaterializedView>::drop(const MaterializedView& view, const Context& context) {
  auto dropped = on_table("DROP " + reference(view.id), view.id, Lock::access_exclusive);
  if (!context.wanted.contains(view.id))
    dropped.hazards.push_back(
        {HazardKind::destroys_data, "its rows are lost, and only what the tables still hold can be computed again"});
  dropped.hazards.push_back({HazardKind::breaks_clients, context.wanted.contains(view.id)
                                                             ? "clients that use it fail until it is computed anew"
                                                             : "clients that use it fail"});
  return {dropped};
}

void Kind<MaterializedView>::follow(MaterializedView& view, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::column)
    follow_column(view.query.text, view.behind, view.id, renaming);
  else
    view.query.text = followed_query(view.query.text, view.id, renaming);
}

std::string Kind<MaterializedView>::reference(const ObjectId& id) {
  return "MATERIALIZED VIEW " + sql::qualified(id.schema, id.name);
}

void Kind<MaterializedView>::read_short(std::string_view text, MaterializedView view, Database& into) {
  sql::check_query(text);
  view.query = {std::string(text)};
  into.add(std::move(view));
}

std::optional<std::string> Kind<MaterializedView>::write_short(const MaterializedView& view, const Database&) {
  MaterializedView plain;
  static_cast<Base&>(plain) = view;
  plain.query = view.query;
  if (!(plain == view) || !view.with_data.value) return std::nullopt;
  return view.query.text;
}

}  // namespace plumb
