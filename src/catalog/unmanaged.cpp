#include "catalog/unmanaged.h"

#include <fmt/format.h>

#include "kinds/kind.h"

namespace plumb::catalog {

std::string unmanaged_query(ServerVersion version) {
  if (version.at_least(15)) return {};
  return fmt::format(
      "SELECT sort, pg_catalog.count(*) FROM ("
      // Renamed on its partition, it is out of reach of its table's trigger; from 15 on that is refused.
      " SELECT 'clone of a trigger under another name' AS sort FROM pg_catalog.pg_trigger t"
      " JOIN pg_catalog.pg_trigger whole ON whole.oid = t.tgparentid AND whole.tgname <> t.tgname"
      " AND whole.tgenabled <> t.tgenabled JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE t.tgparentid <> 0 AND {} AND {}"
      ") u GROUP BY sort ORDER BY sort",
      in_scope("n"), managed_relation("c", "'r', 'p', 'f'"));
}

}  // namespace plumb::catalog
