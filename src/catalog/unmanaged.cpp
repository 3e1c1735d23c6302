#include "catalog/unmanaged.h"

#include <fmt/format.h>

#include "kinds/kind.h"

namespace plumb::catalog {

std::string unmanaged_query(ServerVersion) {
  return fmt::format(
      "SELECT 'base type', pg_catalog.count(*) FROM pg_catalog.pg_type t"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " WHERE {} AND {} AND (t.typtype = 'b' OR NOT t.typisdefined)"
      // the arrays that PostgreSQL makes with each type
      " AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)"
      " HAVING pg_catalog.count(*) > 0",
      in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

}  // namespace plumb::catalog
