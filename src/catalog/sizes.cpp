#include "catalog/sizes.h"

#include "kinds/fields.h"

namespace plumb::catalog {

std::map<ObjectId, TableSize> read_sizes(postgres::Connection& connection, const std::set<ObjectId>& tables) {
  std::map<ObjectId, TableSize> out;
  if (tables.empty()) return out;
  std::vector<std::string> schemas, names;
  std::map<std::pair<std::string_view, std::string_view>, ObjectId> ids;
  for (const ObjectId& id : tables) {
    schemas.push_back(id.schema);
    names.push_back(id.name);
    ids.emplace(std::pair<std::string_view, std::string_view>{id.schema, id.name}, id);
  }
  // A table that is dropped meanwhile gives NULL sizes, which stay unknown. The rows of its children are a table's too: what
  // is done to it is done to them.
  const auto rows = connection.execute(
      "WITH RECURSIVE top AS (SELECT r.schema, r.name, c.oid FROM unnest($1::text[], $2::text[]) AS r(schema, name)"
      " JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema"
      " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = r.name),"
      " family(top, oid) AS (SELECT top.oid, top.oid FROM top"
      " UNION SELECT family.top, i.inhrelid FROM family JOIN pg_catalog.pg_inherits i ON i.inhparent = family.oid)"
      " SELECT top.schema, top.name, CASE WHEN pg_catalog.bool_and(f.reltuples >= 0)"
      " THEN pg_catalog.sum(f.reltuples)::bigint ELSE -1 END,"
      " CASE WHEN pg_catalog.count(f.oid) = 0 THEN 0 ELSE pg_catalog.sum(pg_catalog.pg_total_relation_size(f.oid)) END,"
      " CASE WHEN pg_catalog.count(f.oid) = 0 THEN 0 ELSE pg_catalog.sum(pg_catalog.pg_relation_size(f.oid)) END"
      " FROM top LEFT JOIN family ON family.top = top.oid"
      " LEFT JOIN pg_catalog.pg_class f ON f.oid = family.oid AND f.relkind NOT IN ('p', 'f') GROUP BY 1, 2",
      {postgres::array_literal(schemas), postgres::array_literal(names)});
  for (int row = 0; row < rows.rows(); ++row) {
    TableSize& size = out[ids.at({rows.value(row, 0), rows.value(row, 1)})];
    long long counted = -1, total = -1, heap = -1;
    decode(rows.value(row, 2), counted);
    decode(rows.value(row, 3), total);
    decode(rows.value(row, 4), heap);
    size = {static_cast<double>(counted), total, heap};
  }
  return out;
}

}  // namespace plumb::catalog
