#include "kinds/schema.h"

#include <fmt/format.h>

namespace plumb {

std::string Kind<Schema>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, n.nspname AS name, n.oid{} FROM pg_catalog.pg_namespace n WHERE {} AND {}",
      ownership("n.nspowner", "n.nspacl"), in_scope("n"), not_of_extension("pg_namespace", "n.oid"));
}

Statements Kind<Schema>::create(const Schema& schema, const Context&) {
  return {statement("CREATE " + reference(schema.id))};
}

std::optional<Statements> Kind<Schema>::alter(const Schema&, const Schema&, const Context&) { return Statements{}; }

Statements Kind<Schema>::rename(const Schema& live, const Schema& wanted, const Context&) {
  auto renamed = statement(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)));
  renamed.hazards.push_back({HazardKind::breaks_clients, "clients that use the old name fail"});
  return {renamed};
}

Statements Kind<Schema>::drop(const Schema& schema, const Context&) {
  auto dropped = statement("DROP " + reference(schema.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the schema fail"});
  return {dropped};
}

std::string Kind<Schema>::reference(const ObjectId& id) { return "SCHEMA " + sql::quote_ident(id.name); }

}  // namespace plumb
