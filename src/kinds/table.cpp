#include "kinds/table.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Table>::query(ServerVersion) {
  // Once the index that identified rows is dropped, nothing does (documentation, ALTER TABLE … REPLICA IDENTITY).
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid, c.relpersistence = 'u' AS unlogged,"
      " CASE WHEN c.reloptions IS NOT NULL OR tc.oid IS NOT NULL THEN ARRAY(SELECT pg_catalog.unnest(c.reloptions)"
      "   UNION ALL SELECT 'toast.' || pg_catalog.unnest(tc.reloptions)) END AS with,"
      " CASE WHEN c.relreplident = 'f' THEN 'full' WHEN c.relreplident = 'n' OR c.relreplident = 'i' AND NOT EXISTS"
      " (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisreplident) THEN 'nothing'"
      " ELSE 'default' END AS replica_identity,"
      " coalesce(ts.spcname, '') AS tablespace, am.amname AS access_method{}"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_class tc ON tc.oid = c.reltoastrelid AND tc.reloptions IS NOT NULL"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
      " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
      " WHERE {} AND {}",
      ownership("c.relowner", "c.relacl"), in_scope("n"), managed_table("c"));
}

std::set<ObjectId> Kind<Table>::needs(const Table& table) { return {schema_id(table.id.schema)}; }

Statements Kind<Table>::create_with(const Table& table, const std::vector<std::string>& clauses, const Context&) {
  std::string sql = table.unlogged ? "CREATE UNLOGGED " : "CREATE ";
  sql += reference(table.id) + " (";
  for (std::size_t i = 0; i < clauses.size(); ++i) sql += (i ? ",\n  " : "\n  ") + clauses[i];
  sql += clauses.empty() ? ")" : "\n)";
  if (table.access_method != "heap") sql += " USING " + sql::quote_ident(table.access_method);
  sql += with_clause(table.with);
  if (!table.tablespace.empty()) sql += " TABLESPACE " + sql::quote_ident(table.tablespace);
  Statements out{statement(std::move(sql))};
  if (table.replica_identity != "default")
    out.push_back(statement(fmt::format("ALTER {} REPLICA IDENTITY {}", reference(table.id), table.replica_identity)));
  return out;
}

namespace {

// An instant change under ACCESS EXCLUSIVE, or one that copies the table.
Statement altered(const Table& table, const std::string& clause, Lock lock) {
  return on_table(fmt::format("ALTER {} {}", Kind<Table>::reference(table.id), clause), table.id, lock);
}

Statement copied(const Table& table, const std::string& clause, const Context& context) {
  auto out = altered(table, clause, Lock::access_exclusive);
  if (context.holds_rows(table.id)) {
    out.hazards.push_back({HazardKind::rewrites_table, "every row and every index of the table is written anew"});
    out.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait until it is copied"});
  }
  return out;
}

}  // namespace

std::optional<Statements> Kind<Table>::alter(const Table& live, const Table& wanted, const Context& context) {
  Statements out;
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(altered(wanted, clause,
                          clause.find("user_catalog_table") == std::string::npos ? Lock::share_update_exclusive
                                                                                 : Lock::access_exclusive));
  // An index that takes it over says so itself.
  const bool by_index = any_index_is(&IndexMarks::replica_identity, wanted.id, context.wanted);
  if (live.replica_identity != wanted.replica_identity && !by_index) {
    auto step = altered(wanted, "REPLICA IDENTITY " + wanted.replica_identity, Lock::access_exclusive);
    step.hazards.push_back({HazardKind::breaks_clients, "subscribers of logical replication see other key columns"});
    out.push_back(std::move(step));
  }
  if (live.unlogged != wanted.unlogged) {
    out.push_back(copied(wanted, wanted.unlogged ? "SET UNLOGGED" : "SET LOGGED", context));
    if (wanted.unlogged)
      out.back().hazards.push_back(
          {HazardKind::destroys_data, "an unlogged table is emptied by a crash, and not replicated"});
  }
  if (live.access_method != wanted.access_method)
    out.push_back(copied(wanted, "SET ACCESS METHOD " + sql::quote_ident(wanted.access_method), context));
  if (live.tablespace != wanted.tablespace)
    out.push_back(copied(
        wanted, "SET TABLESPACE " + sql::quote_ident(wanted.tablespace.empty() ? "pg_default" : wanted.tablespace),
        context));
  return out;
}

Statements Kind<Table>::rename(const Table& live, const Table& wanted, const Context&) {
  return move_and_rename(reference, live.id, wanted.id, Lock::access_exclusive);
}

Statements Kind<Table>::drop(const Table& table, const Context& context) {
  auto dropped = on_table("DROP " + reference(table.id), table.id, Lock::access_exclusive);
  for (const ForeignKey& key : context.live.all<ForeignKey>())
    if (key.id.schema == table.id.schema && key.id.parent == table.id.name && key.referenced() != table.id)
      dropped.locks.push_back({key.referenced(), Lock::access_exclusive});
  dropped.hazards.push_back({HazardKind::destroys_data, "every row of the table is lost"});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the table fail"});
  return {dropped};
}

std::string Kind<Table>::reference(const ObjectId& id) { return "TABLE " + sql::qualified(id.schema, id.name); }

}  // namespace plumb
