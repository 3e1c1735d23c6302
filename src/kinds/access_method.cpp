#include "kinds/access_method.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<AccessMethod>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, o.amname AS name, o.oid, CASE o.amtype WHEN 't' THEN 'table' ELSE 'index' END"
      " AS type, {} AS handler FROM pg_catalog.pg_am o"
      " WHERE o.oid >= 16384 AND {} AND ($1::text[] IS NULL OR true)",
      object_name("pg_proc", "pro", "o.amhandler"), not_of_extension("pg_am", "o.oid"));
}

std::set<ObjectId> Kind<AccessMethod>::needs(const AccessMethod&) { return {}; }

std::vector<std::string> Kind<AccessMethod>::mentions(const AccessMethod& a) { return {a.handler.text + "()"}; }

Statements Kind<AccessMethod>::create(const AccessMethod& a, const Context&) {
  return {statement(fmt::format("CREATE {} TYPE {} HANDLER {}", reference(a.id), a.type == "table" ? "TABLE" : "INDEX",
                                a.handler.text))};
}

std::optional<Statements> Kind<AccessMethod>::alter(const AccessMethod&, const AccessMethod&, const Context&) {
  return std::nullopt;
}

Statements Kind<AccessMethod>::drop(const AccessMethod& a, const Context&) {
  auto dropped = statement("DROP " + reference(a.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "what is built by the access method fails"});
  return {dropped};
}

std::string Kind<AccessMethod>::reference(const ObjectId& id) { return "ACCESS METHOD " + sql::quote_ident(id.name); }

}  // namespace plumb
