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
-- a rule is its view's: what stands on it stands on the view; but a rule that users made is one of its own
depend AS NOT MATERIALIZED (
  SELECT d.refclassid, d.refobjid, d.refobjsubid, d.deptype = 'a' AS along,
         CASE WHEN rw.rulename = '_RETURN' THEN 'pg_catalog.pg_class'::pg_catalog.regclass::oid ELSE d.classid END AS class,
         CASE WHEN rw.rulename = '_RETURN' THEN rw.ev_class ELSE d.objid END AS object
  FROM pg_catalog.pg_depend d
  LEFT JOIN pg_catalog.pg_rewrite rw ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND rw.oid = d.objid
  WHERE d.deptype IN ('n', 'a')),
edge AS (
  SELECT f.kind, f.schema, f.parent, f.name, d.class, d.object, d.along FROM found f JOIN depend d
    ON d.refclassid = f.class AND d.refobjid = f.object AND (f.part = 0 OR d.refobjsubid = f.part)
    WHERE (d.class, d.object) <> (f.class, f.object)
  UNION
  SELECT 'view', n.nspname::text, '' COLLATE "C", c.relname::text, d.class, d.object, d.along
    FROM edge e JOIN pg_catalog.pg_class c ON e.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = e.object AND c.relkind = 'v'
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN depend d ON d.refclassid = e.class AND d.refobjid = e.object
    WHERE (d.class, d.object) <> (e.class, e.object)),
view AS (
  SELECT f.object FROM found f WHERE f.kind = 'view'
  UNION
  SELECT e.object FROM edge e JOIN pg_catalog.pg_class c
    ON e.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = e.object AND c.relkind = 'v')
SELECT e.kind, e.schema, e.parent, e.name, c.relkind = 'v' AS view, n.nspname AS on_schema, c.relname AS on_name,
       CASE WHEN c.relkind = 'v' THEN '' ELSE pg_catalog.pg_describe_object(e.class, e.object, 0) END AS described,
       CASE WHEN pg_catalog.bool_or(e.along) THEN 'goes along' ELSE 'refuses' END AS tie
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
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
UNION ALL
SELECT 'view', n.nspname::text, '', c.relname::text, false, n.nspname, c.relname, x.what, 'not kept'
FROM view v JOIN pg_catalog.pg_class c ON c.oid = v.object JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
  LATERAL (
    SELECT 'the privileges on it' WHERE c.relacl <> pg_catalog.acldefault('r', c.relowner)
      OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)
    UNION ALL SELECT 'the comments on its columns' WHERE EXISTS (SELECT FROM pg_catalog.pg_description d
      WHERE d.objoid = c.oid AND d.objsubid > 0 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass)
    UNION ALL SELECT 'the defaults of its columns' WHERE EXISTS (SELECT FROM pg_catalog.pg_attrdef ad WHERE ad.adrelid = c.oid)
    UNION ALL SELECT 'the rights of its owner ' || pg_catalog.quote_ident(r.rolname) FROM pg_catalog.pg_roles r
      WHERE r.oid = c.relowner AND r.rolname <> current_user) AS x(what)
UNION ALL
SELECT f.kind, f.schema, f.parent, f.name, false, '', '', 'the privileges on it', 'not kept'
FROM found f JOIN pg_catalog.pg_attribute a ON a.attrelid = f.object AND a.attnum = f.part
WHERE f.kind = 'column' AND a.attacl IS NOT NULL
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
    if (rows.value(row, 8) == "goes along") dependency.tie = Dependency::Tie::goes_along;
    if (rows.value(row, 8) == "not kept") dependency.tie = Dependency::Tie::not_kept;
  }
  return out;
}

}  // namespace plumb::catalog
