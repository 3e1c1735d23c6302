#include "catalog/sizes.h"

#include "kinds/fields.h"

namespace plumb::catalog {

std::map<ObjectId, TableSize> read_sizes(postgres::Connection& connection, const std::set<ObjectId>& tables) {
  std::map<ObjectId, TableSize> out;
  if (tables.empty()) return out;
  std::vector<std::string> schemas, names;
  for (const ObjectId& id : tables) {
    schemas.push_back(id.schema);
    names.push_back(id.name);
  }
  // A table that is dropped meanwhile gives NULL sizes, which stay unknown.
  const auto rows = connection.execute(
      "SELECT r.schema, r.name, c.reltuples::bigint, pg_catalog.pg_total_relation_size(c.oid), "
      "pg_catalog.pg_relation_size(c.oid)"
      " FROM unnest($1::text[], $2::text[]) AS r(schema, name) JOIN pg_catalog.pg_namespace n ON n.nspname "
      "= r.schema"
      " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = r.name",
      {postgres::array_literal(schemas), postgres::array_literal(names)});
  for (int row = 0; row < rows.rows(); ++row) {
    TableSize& size = out[table_id(rows.value(row, 0), rows.value(row, 1))];
    long long counted = -1, total = -1, heap = -1;
    decode(rows.value(row, 2), counted);
    decode(rows.value(row, 3), total);
    decode(rows.value(row, 4), heap);
    size = {static_cast<double>(counted), total, heap};
  }
  return out;
}

}  // namespace plumb::catalog
