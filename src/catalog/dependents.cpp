#include "catalog/dependents.h"

#include "kinds/list.h"

namespace plumb::catalog {

namespace {

// Roots come as four arrays: kind, schema, parent, name. `found` gives each its place in the catalogs; `edge` walks from
// them upwards, through views as far as views go.
constexpr const char* query = R"(
WITH RECURSIVE
root AS (SELECT r.kind, r.schema COLLATE "C" AS schema, r.parent COLLATE "C" AS parent, r.name COLLATE "C" AS name FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS r(kind, schema, parent, name)),
found AS (
  SELECT r.kind, r.schema, r.parent, r.name, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS class, c.oid AS object, 0 AS part
    FROM root r JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = r.name
    WHERE r.kind IN ('table', 'view', 'sequence', 'index')
  UNION ALL
  SELECT r.kind, r.schema, r.parent, r.name, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, a.attnum
    FROM root r JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = r.parent
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = r.name
    WHERE r.kind = 'column'
  UNION ALL
  SELECT r.kind, r.schema, r.parent, r.name, 'pg_catalog.pg_constraint'::pg_catalog.regclass, con.oid, 0
    FROM root r JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = r.parent
    JOIN pg_catalog.pg_constraint con ON con.conrelid = c.oid AND con.conname = r.name
    WHERE r.kind IN ('primary key', 'unique', 'check', 'exclusion', 'foreign key')
  UNION ALL
  SELECT r.kind, r.schema, r.parent, r.name, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
    FROM root r JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema
    JOIN pg_catalog.pg_type e ON e.typnamespace = n.oid AND e.typname = r.name
    JOIN pg_catalog.pg_type t ON t.oid IN (e.oid, e.typarray)
    WHERE r.kind = 'enum'
  UNION ALL
  SELECT r.kind, r.schema, r.parent, r.name, 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, 0
    FROM root r JOIN pg_catalog.pg_namespace n ON n.nspname = r.name WHERE r.kind = 'schema'),
edge AS (
  SELECT f.kind, f.schema, f.parent, f.name, x.class, x.object FROM found f,
    LATERAL (SELECT CASE WHEN rw.oid IS NULL THEN d.classid ELSE 'pg_catalog.pg_class'::pg_catalog.regclass::oid END AS class,
                    coalesce(rw.ev_class, d.objid) AS object
             FROM pg_catalog.pg_depend d
             LEFT JOIN pg_catalog.pg_rewrite rw ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND rw.oid = d.objid
             WHERE d.refclassid = f.class AND d.refobjid = f.object AND (f.part = 0 OR d.refobjsubid = f.part)
               AND d.deptype IN ('n', 'a') AND coalesce(rw.ev_class, 0) <> f.object) x
  UNION
  SELECT 'view', n.nspname::text, '' COLLATE "C", c.relname::text, x.class, x.object
    FROM edge e JOIN pg_catalog.pg_class c ON e.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = e.object AND c.relkind = 'v'
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
    LATERAL (SELECT CASE WHEN rw.oid IS NULL THEN d.classid ELSE 'pg_catalog.pg_class'::pg_catalog.regclass::oid END AS class,
                    coalesce(rw.ev_class, d.objid) AS object
             FROM pg_catalog.pg_depend d
             LEFT JOIN pg_catalog.pg_rewrite rw ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND rw.oid = d.objid
             WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
               AND d.deptype IN ('n', 'a') AND coalesce(rw.ev_class, 0) <> c.oid) x)
SELECT DISTINCT e.kind, e.schema, e.parent, e.name, c.relkind = 'v' AS view, n.nspname AS on_schema, c.relname AS on_name,
       CASE WHEN c.relkind = 'v' THEN '' ELSE pg_catalog.pg_describe_object(e.class, e.object, 0) END AS described
FROM edge e
LEFT JOIN pg_catalog.pg_class c ON e.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = e.object
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_type t ON e.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = e.object
LEFT JOIN pg_catalog.pg_class tc ON tc.oid = t.typrelid
WHERE CASE
  -- views, and relations of sorts that are not managed yet; tables, indexes and sequences the database as read knows
  WHEN e.class = 'pg_catalog.pg_class'::pg_catalog.regclass THEN c.relkind IN ('v', 'm', 'f', 'p') OR c.relispartition
    OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
  WHEN e.class IN ('pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_constraint'::pg_catalog.regclass) THEN false
  WHEN e.class = 'pg_catalog.pg_type'::pg_catalog.regclass THEN t.typtype = 'd' OR tc.relkind = 'c'
  WHEN e.class = 'pg_catalog.pg_trigger'::pg_catalog.regclass THEN
    NOT (SELECT tr.tgisinternal FROM pg_catalog.pg_trigger tr WHERE tr.oid = e.object)
  ELSE true END
ORDER BY 1, 2, 3, 4, 6, 7, 8)";

}  // namespace

Dependencies read_dependents(postgres::Connection& connection, const std::set<ObjectId>& roots) {
  Dependencies out;
  if (roots.empty()) return out;
  std::vector<std::string> kinds, schemas, parents, names;
  for (const ObjectId& id : roots) {
    kinds.emplace_back(kind_name(id.kind));
    schemas.push_back(id.schema);
    parents.push_back(id.parent);
    names.push_back(id.name);
  }
  const auto rows = connection.execute(query, {postgres::array_literal(kinds), postgres::array_literal(schemas),
                                               postgres::array_literal(parents), postgres::array_literal(names)});
  for (int row = 0; row < rows.rows(); ++row) {
    Dependency& dependency = out.emplace_back();
    dependency.on = {kind_named(rows.value(row, 0)), KindTag::none, std::string(rows.value(row, 1)),
                     std::string(rows.value(row, 2)), std::string(rows.value(row, 3))};
    if (rows.value(row, 4) == "t")
      dependency.dependent = top_id(KindTag::view, rows.value(row, 5), rows.value(row, 6));
    else
      dependency.unmanaged = rows.value(row, 7);
  }
  return out;
}

}  // namespace plumb::catalog
