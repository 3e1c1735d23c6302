#include "kinds/extension.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Extension>::query(ServerVersion) {
  // plpgsql belongs to every database (initdb creates it), so pg_dump leaves it out too.
  return "SELECT '' AS schema, '' AS parent, e.extname AS name, e.oid, e.extversion AS version, n.nspname AS schema"
         " FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace"
         " WHERE e.extname <> 'plpgsql' AND ($1::text[] IS NULL OR true)";
}

std::set<ObjectId> Kind<Extension>::needs(const Extension& extension) {
  if (!extension.schema.value) return {};
  return {schema_id(*extension.schema.value)};
}

Statements Kind<Extension>::create(const Extension& extension, const Context&) {
  std::string sql = "CREATE " + reference(extension.id);
  if (extension.schema.value) sql += " SCHEMA " + sql::quote_ident(*extension.schema.value);
  if (extension.version.value) sql += " VERSION " + sql::quote_literal(*extension.version.value);
  return {statement(std::move(sql))};
}

std::optional<Statements> Kind<Extension>::alter(const Extension& live, const Extension& wanted, const Context&) {
  Statements out;
  if (live.version != wanted.version && wanted.version.value) {
    auto update = statement(
        fmt::format("ALTER {} UPDATE TO {}", reference(wanted.id), sql::quote_literal(*wanted.version.value)));
    update.hazards.push_back({HazardKind::breaks_clients, "what the update changes is in the extension's own script"});
    out.push_back(std::move(update));
  }
  if (live.schema != wanted.schema && wanted.schema.value) {
    auto move =
        statement(fmt::format("ALTER {} SET SCHEMA {}", reference(wanted.id), sql::quote_ident(*wanted.schema.value)));
    move.hazards.push_back({HazardKind::breaks_clients, "clients that name the old schema fail"});
    out.push_back(std::move(move));
  }
  return out;
}

Statements Kind<Extension>::drop(const Extension& extension, const Context&) {
  auto dropped = statement("DROP " + reference(extension.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "its types, functions and operators go with it"});
  return {dropped};
}

std::string Kind<Extension>::reference(const ObjectId& id) { return "EXTENSION " + sql::quote_ident(id.name); }

void Kind<Extension>::read_short(std::string_view text, Extension extension, Database& into) {
  extension.version.value = std::string(text);
  into.add(std::move(extension));
}

}  // namespace plumb
