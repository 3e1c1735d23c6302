#include "catalog/unmanaged.h"

#include <fmt/format.h>

#include "kinds/kind.h"

namespace plumb::catalog {

std::string unmanaged_query(ServerVersion) {
  return fmt::format(
      "SELECT sort, pg_catalog.count(*) FROM ("
      // Of an identity's sequence what its column doesn't say.
      " SELECT CASE WHEN c.relacl IS NOT NULL THEN 'identity sequence with privileges'"
      " ELSE 'identity sequence with a comment' END AS sort"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE {0} AND {1} AND c.relkind = 'S' AND EXISTS (SELECT FROM pg_catalog.pg_depend d"
      " WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'i')"
      " AND (c.relacl IS NOT NULL OR EXISTS (SELECT FROM pg_catalog.pg_description d"
      " WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = c.oid))"
      ") u GROUP BY sort ORDER BY sort",
      in_scope("n"), not_of_extension("pg_class", "c.oid"));
}

}  // namespace plumb::catalog
