#include "kinds/server.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Server>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, s.srvname AS name, s.oid, w.fdwname AS wrapper, s.srvtype AS type,"
      " s.srvversion AS version, s.srvoptions AS options{} FROM pg_catalog.pg_foreign_server s"
      " JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw WHERE {} AND ($1::text[] IS NULL OR true)",
      ownership("s.srvowner", "s.srvacl"), not_of_extension("pg_foreign_server", "s.oid"));
}

std::set<ObjectId> Kind<Server>::needs(const Server& s) {
  return {top_id(KindTag::foreign_data_wrapper, "", s.wrapper)};
}

Statements Kind<Server>::create(const Server& s, const Context&) {
  Statement out = statement("CREATE " + reference(s.id));
  if (!s.type.empty()) out.sql += " TYPE " + sql::quote_literal(s.type);
  if (!s.version.empty()) out.sql += " VERSION " + sql::quote_literal(s.version);
  out.sql += " FOREIGN DATA WRAPPER " + sql::quote_ident(s.wrapper);
  out.sql += options_clause(s.options, out);
  return {out};
}

std::optional<Statements> Kind<Server>::alter(const Server& live, const Server& wanted, const Context&) {
  if (live.type != wanted.type || live.wrapper != wanted.wrapper) return std::nullopt;
  Statement out = statement("ALTER " + reference(wanted.id));
  if (live.version != wanted.version)
    out.sql += " VERSION " + (wanted.version.empty() ? "NULL" : sql::quote_literal(wanted.version));
  out.sql += option_changes(live.options, wanted.options, out);
  out.hazards.push_back({HazardKind::breaks_clients, "its foreign tables are looked for elsewhere, or otherwise"});
  return Statements{out};
}

Statements Kind<Server>::rename(const Server& live, const Server& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Server>::drop(const Server& s, const Context&) {
  auto dropped = statement("DROP " + reference(s.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the server fail"});
  return {dropped};
}

void Kind<Server>::follow(Server& s, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::foreign_data_wrapper && s.wrapper == renaming.from.name)
    s.wrapper = renaming.to.name;
}

std::string Kind<Server>::reference(const ObjectId& id) { return "SERVER " + sql::quote_ident(id.name); }

// --- User mappings -----------------------------------------------------------------------------------------------------

namespace {

std::string user(const ObjectId& id) { return id.name == "public" ? "PUBLIC" : sql::quote_ident(id.name); }

}  // namespace

std::string Kind<UserMapping>::query(ServerVersion) {
  // The view shows options to those who may use them (system_views.sql, pg_user_mappings).
  return fmt::format(
      "SELECT '' AS schema, m.srvname AS parent, m.usename AS name, m.umid AS oid, m.umoptions AS options,"
      " m.umoptions IS NULL AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)"
      " AND NOT (pg_catalog.pg_has_role(s.srvowner, 'USAGE') OR m.usename = current_user"
      " AND pg_catalog.has_server_privilege(s.oid, 'USAGE')) AS hidden"
      " FROM pg_catalog.pg_user_mappings m JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid"
      " WHERE {} AND ($1::text[] IS NULL OR true)",
      not_of_extension("pg_foreign_server", "s.oid"));
}

std::set<ObjectId> Kind<UserMapping>::needs(const UserMapping& m) { return {top_id(KindTag::server, "", m.id.parent)}; }

std::vector<std::string> Kind<UserMapping>::roles(const UserMapping& m) {
  if (m.id.name == "public") return {};
  return {m.id.name};
}

Statements Kind<UserMapping>::create(const UserMapping& m, const Context&) {
  Statement out = statement("CREATE " + reference(m.id));
  out.sql += options_clause(m.options, out);
  return {out};
}

std::optional<Statements> Kind<UserMapping>::alter(const UserMapping& live, const UserMapping& wanted, const Context&) {
  Statement out = statement("ALTER " + reference(wanted.id));
  out.sql += option_changes(live.options, wanted.options, out);
  out.hazards.push_back({HazardKind::breaks_clients, "the server is used as another user, or otherwise"});
  return Statements{out};
}

Statements Kind<UserMapping>::drop(const UserMapping& m, const Context&) {
  auto dropped = statement("DROP " + reference(m.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, fmt::format("{} can no longer use the server", m.id.name)});
  return {dropped};
}

std::string Kind<UserMapping>::reference(const ObjectId& id) {
  return fmt::format("USER MAPPING FOR {} SERVER {}", user(id), sql::quote_ident(id.parent));
}

}  // namespace plumb
