#include "kinds/foreign_table.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<ForeignTable>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid, s.srvname AS server,{} ft.ftoptions AS "
      "options{}"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid"
      " JOIN pg_catalog.pg_foreign_server s ON s.oid = ft.ftserver WHERE {} AND {}",
      descent_columns(), ownership("c.relowner", "c.relacl"), in_scope("n"), managed_relation("c", "'f'"));
}

std::set<ObjectId> Kind<ForeignTable>::needs(const ForeignTable& table) {
  const auto parents = parents_of(table);
  std::set<ObjectId> out(parents.begin(), parents.end());
  out.insert(schema_id(table.id.schema));
  out.insert(top_id(KindTag::server, "", table.server));
  return out;
}

std::string foreign_options(const Options& options) {
  std::string out;
  for (const auto& [name, value] : options)
    out += (out.empty() ? "OPTIONS (" : ", ") + sql::quote_ident(name) + " " + sql::quote_literal(value);
  return out.empty() ? out : out + ")";
}

std::string foreign_option_changes(const Options& live, const Options& wanted) {
  std::string out;
  const auto add = [&out](const std::string& change) { out += (out.empty() ? "OPTIONS (" : ", ") + change; };
  for (const auto& [name, value] : wanted) {
    const auto was = live.find(name);
    if (was != live.end() && was->second == value) continue;
    add((was == live.end() ? "ADD " : "SET ") + sql::quote_ident(name) + " " + sql::quote_literal(value));
  }
  for (const auto& [name, value] : live)
    if (!wanted.contains(name)) add("DROP " + sql::quote_ident(name));
  return out.empty() ? out : out + ")";
}

Statements Kind<ForeignTable>::create_with(const ForeignTable& table, const std::vector<std::string>& clauses,
                                           const Context& context) {
  std::string sql = "CREATE " + reference(table.id);
  std::string list;
  for (const auto& clause : clauses) list += (list.empty() ? "\n  " : ",\n  ") + clause;
  if (!table.partition_of.empty())
    sql += " PARTITION OF " + table.partition_of.sql() + (list.empty() ? "" : " (" + list + "\n)") + " " +
           table.bound.sql();
  else
    sql += list.empty() ? " ()" : " (" + list + "\n)";
  for (std::size_t i = 0; i < table.inherits.size(); ++i)
    sql += (i ? ", " : " INHERITS (") + table.inherits[i].sql() + (i + 1 == table.inherits.size() ? ")" : "");
  sql += " SERVER " + sql::quote_ident(table.server);
  if (!table.options.empty()) sql += " " + foreign_options(table.options);
  Statements out{statement(std::move(sql))};
  if (const ObjectId parent = table_id(table.partition_of.schema, table.partition_of.name);
      context.live.find<Table>(parent)) {
    out.back().locks.push_back({parent, Lock::access_exclusive});
    add_default_partition(out.back(), parent, context);
  }
  return out;
}

Statements Kind<ForeignTable>::complete(const ForeignTable&, const Context&) { return {}; }

std::optional<Statements> Kind<ForeignTable>::alter(const ForeignTable& live, const ForeignTable& wanted,
                                                    const Context& context) {
  if (live.server != wanted.server) return std::nullopt;
  Statements out;
  change_descent(live, wanted, context, out);
  if (const auto changes = foreign_option_changes(live.options, wanted.options); !changes.empty()) {
    out.push_back(on_table("ALTER " + reference(wanted.id) + " " + changes, wanted.id, Lock::access_exclusive));
    out.back().hazards.push_back({HazardKind::breaks_clients, "clients of the table read from elsewhere"});
  }
  return out;
}

Statements Kind<ForeignTable>::rename(const ForeignTable& live, const ForeignTable& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::access_exclusive, context);
}

Statements Kind<ForeignTable>::drop(const ForeignTable& table, const Context&) {
  auto dropped = on_table("DROP " + reference(table.id), table.id, Lock::access_exclusive);
  for (const ObjectId& parent : parents_of(table)) dropped.locks.push_back({parent, Lock::access_exclusive});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the table fail"});
  return {dropped};
}

void Kind<ForeignTable>::follow(ForeignTable& table, const Renaming& renaming) {
  follow_parents(table, renaming);
  if (renaming.from == top_id(KindTag::server, "", table.server)) table.server = renaming.to.name;
}

std::string Kind<ForeignTable>::reference(const ObjectId& id) {
  return "FOREIGN TABLE " + sql::qualified(id.schema, id.name);
}

}  // namespace plumb
