#include "catalog/dependents.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/places.h"
#include "kinds/fields.h"

namespace plumb::catalog {

namespace {

// Roots come as three arrays: catalog, oid, part. `edge` walks from them upwards as far as anything depends on anything.
//
// One object stands at several places: a relation also as its row type, a constraint as its index, a type as its array; so
// all of them are looked at (alias). And what pg_depend calls the dependent may be but a part of what a person would name:
// a view's rule is the view, a default its column, an operator class's entry the class, or its family (owner). Every join
// has an index to go by: no catalog has one by the array of a type or the index of a constraint. `along`: the dependent is
// dropped too, and no CASCADE need be said.
constexpr const char* dependents_query = R"(
WITH RECURSIVE
root AS (
  SELECT DISTINCT c.oid AS class, r.object, r.part FROM unnest($1::text[], $2::oid[], $3::int[]) AS r(catalog, object, part)
    JOIN pg_catalog.pg_class c ON c.relname = r.catalog AND c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace),
edge(on_class, on_object, on_part, class, object, part, along, inherited) AS (
  SELECT root.class, root.object, root.part, x.class, x.object, x.part, x.along, x.inherited FROM root CROSS JOIN LATERAL ({0}) x(class, object, part, along, inherited)
  UNION
  SELECT edge.class, edge.object, edge.part, x.class, x.object, x.part, x.along, x.inherited FROM edge CROSS JOIN LATERAL ({1}) x(class, object, part, along, inherited))
SELECT oc.relname, e.on_object, e.on_part, c.relname, e.object, e.part, pg_catalog.pg_describe_object(e.class, e.object, e.part),
  pg_catalog.bool_or(e.along), pg_catalog.bool_or(e.inherited)
FROM edge e JOIN pg_catalog.pg_class oc ON oc.oid = e.on_class JOIN pg_catalog.pg_class c ON c.oid = e.class
GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 7, 1, 2, 3)";

constexpr std::string_view dependents = R"(
SELECT o.class, o.object, o.part, d.deptype <> 'n',
  coalesce(con.conparentid, ic.conparentid, tr.tgparentid, ct.tgparentid, 0) <> 0 OR coalesce(ix.indexrelid IS NOT NULL AND rc.relispartition, false)
FROM (
    SELECT $node.class, $node.object, $node.part
    UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0 FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_type rt ON rt.oid = c.reltype JOIN pg_catalog.pg_type t ON t.oid IN (rt.oid, rt.typarray)
      WHERE $node.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = $node.object AND c.reltype <> 0 AND $node.part = 0
    UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.typarray, 0 FROM pg_catalog.pg_type t
      WHERE $node.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = $node.object AND t.typarray <> 0
    UNION ALL SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, t.typrelid, 0 FROM pg_catalog.pg_type t
      WHERE $node.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = $node.object AND t.typrelid <> 0
    UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, r.rngmultitypid, 0 FROM pg_catalog.pg_range r
      WHERE $node.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND r.rngtypid = $node.object
    UNION ALL SELECT m.classid, m.objid, 0 FROM pg_catalog.pg_depend m WHERE m.deptype = 'e' AND m.refclassid = $node.class
      AND m.refobjid = $node.object AND $node.class = 'pg_catalog.pg_extension'::pg_catalog.regclass
    UNION ALL SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, con.conindid, 0 FROM pg_catalog.pg_constraint con
      WHERE $node.class = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND con.oid = $node.object AND con.contype IN ('p', 'u', 'x')
  ) AS alias(class, object, part)
  JOIN pg_catalog.pg_depend d ON d.refclassid = alias.class AND d.refobjid = alias.object
    AND (alias.part = 0 OR d.refobjsubid = alias.part) AND d.deptype IN ('n', 'a', 'i', 'P', 'S')
  LEFT JOIN pg_catalog.pg_rewrite rw ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND rw.oid = d.objid AND rw.rulename = '_RETURN'
  LEFT JOIN pg_catalog.pg_attrdef ad ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND ad.oid = d.objid
  LEFT JOIN pg_catalog.pg_type t ON d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.objid
  LEFT JOIN pg_catalog.pg_type el ON el.oid = t.typelem AND el.typarray = t.oid
  LEFT JOIN pg_catalog.pg_class tc ON tc.oid IN (t.typrelid, el.typrelid)
  LEFT JOIN pg_catalog.pg_range rg ON rg.rngmultitypid = coalesce(el.oid, t.oid) AND t.oid IS NOT NULL
  LEFT JOIN pg_catalog.pg_class rc ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND rc.oid = d.objid
  LEFT JOIN pg_catalog.pg_index ix ON rc.relkind IN ('i', 'I') AND ix.indexrelid = rc.oid
  LEFT JOIN pg_catalog.pg_constraint ic ON ic.conrelid = ix.indrelid AND ic.conindid = rc.oid AND ic.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_catalog.pg_constraint con ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND con.oid = d.objid
  LEFT JOIN pg_catalog.pg_trigger ct ON con.contype = 't' AND ct.tgconstraint = con.oid
  LEFT JOIN pg_catalog.pg_trigger tr ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND tr.oid = d.objid
  LEFT JOIN pg_catalog.pg_amop ao ON d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass AND ao.oid = d.objid
  LEFT JOIN pg_catalog.pg_amproc ap ON d.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass AND ap.oid = d.objid
  LEFT JOIN pg_catalog.pg_depend oc ON (ao.oid IS NOT NULL OR ap.oid IS NOT NULL) AND oc.classid = d.classid AND oc.objid = d.objid
    AND oc.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass AND oc.deptype = 'i'
  CROSS JOIN LATERAL (SELECT
    CASE WHEN rw.oid IS NOT NULL OR ad.oid IS NOT NULL OR tc.relkind <> 'c' THEN 'pg_catalog.pg_class'::pg_catalog.regclass::oid
      WHEN rc.relkind = 'c' THEN 'pg_catalog.pg_type'::pg_catalog.regclass
      WHEN ic.oid IS NOT NULL THEN 'pg_catalog.pg_constraint'::pg_catalog.regclass
      WHEN ct.oid IS NOT NULL THEN 'pg_catalog.pg_trigger'::pg_catalog.regclass
      WHEN oc.refobjid IS NOT NULL THEN 'pg_catalog.pg_opclass'::pg_catalog.regclass
      WHEN ao.oid IS NOT NULL OR ap.oid IS NOT NULL THEN 'pg_catalog.pg_opfamily'::pg_catalog.regclass
      ELSE d.classid END AS class,
    CASE WHEN rw.oid IS NOT NULL THEN rw.ev_class WHEN ad.oid IS NOT NULL THEN ad.adrelid
      WHEN tc.relkind <> 'c' THEN tc.oid WHEN t.oid IS NOT NULL THEN coalesce(rg.rngtypid, el.oid, t.oid)
      WHEN rc.relkind = 'c' THEN rc.reltype WHEN ic.oid IS NOT NULL THEN ic.oid WHEN ct.oid IS NOT NULL THEN ct.oid
      WHEN oc.refobjid IS NOT NULL THEN oc.refobjid WHEN ao.oid IS NOT NULL THEN ao.amopfamily WHEN ap.oid IS NOT NULL THEN ap.amprocfamily
      ELSE d.objid END AS object,
    CASE WHEN ad.oid IS NOT NULL THEN ad.adnum WHEN rc.relkind = 'c' THEN 0 ELSE d.objsubid END AS part) o
WHERE ((o.class, o.object) IS DISTINCT FROM ($node.class, $node.object) OR $node.part <> 0 AND o.part NOT IN (0, $node.part))
  -- what PostgreSQL made for itself (triggers of foreign keys, TOAST tables, functions and casts of a range), what a column (its
  -- NOT NULL, too) or an extension owns
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE d.classid IN ('pg_catalog.pg_proc'::pg_catalog.regclass,
    'pg_catalog.pg_cast'::pg_catalog.regclass) AND i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
  AND NOT coalesce(tr.tgisinternal, false) AND coalesce(rc.relkind, ' ') <> 't' AND con.contype IS DISTINCT FROM 'n'
  AND NOT coalesce(rc.relkind = 'S' AND (d.deptype IN ('a', 'i') OR EXISTS (SELECT FROM pg_catalog.pg_depend i
    WHERE i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.objid = rc.oid AND i.deptype = 'i')), false)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = o.class AND e.objid = o.object AND e.deptype = 'e'))";

std::string dependents_of(std::string_view node) {
  std::string out(dependents);
  for (std::size_t at = out.find("$node"); at != std::string::npos; at = out.find("$node")) out.replace(at, 5, node);
  return out;
}

// The places of objects in three arrays, as the queries take them.
postgres::Params place_arrays(const Database& live, const std::set<ObjectId>& ids) {
  std::vector<std::string> catalogs, oids, parts;
  for (const ObjectId& id : ids)
    live.visit(id, [&](const auto& object) {
      const Place place = place_of(object);
      catalogs.emplace_back(place.catalog);
      oids.push_back(std::to_string(place.oid));
      parts.push_back(std::to_string(place.part));
    });
  return {postgres::array_literal(catalogs), postgres::array_literal(oids), postgres::array_literal(parts)};
}

Place decode_place(std::string_view catalog, std::string_view oid, std::string_view part) {
  Place out{catalog};
  decode(oid, out.oid);
  decode(part, out.part);
  return out;
}

// The columns of a view are the view's.
const ObjectId* object_at(const Places& places, Place place) {
  const ObjectId* object = places.at(place);
  place.part = 0;
  return object ? object : places.at(place);
}

}  // namespace

Dependencies read_dependents(postgres::Connection& connection, const Database& live, const std::set<ObjectId>& roots) {
  Dependencies out;
  if (roots.empty()) return out;
  const Places places(live);
  const auto rows =
      connection.execute(fmt::format(fmt::runtime(dependents_query), dependents_of("root"), dependents_of("edge")),
                         place_arrays(live, roots));
  for (int row = 0; row < rows.rows(); ++row) {
    const auto at = [&](int column) {
      return object_at(places,
                       decode_place(rows.value(row, column), rows.value(row, column + 1), rows.value(row, column + 2)));
    };
    const ObjectId* on = at(0);
    // What uses a view's column uses the view: that alone can go away under it.
    if (on && on->kind == KindTag::view_column)
      on = places.at(decode_place(rows.value(row, 0), rows.value(row, 1), "0"));
    if (!on) continue;  // what depends on something that plumb does not manage says it of that alone
    const ObjectId* dependent = at(3);
    if (dependent && *dependent == *on) continue;
    if (!dependent && rows.value(row, 8) == "t") continue;  // it goes and comes with the whole
    const auto tie = rows.value(row, 7) == "t" ? Dependency::Tie::goes_along : Dependency::Tie::refuses;
    out.push_back({dependent ? *dependent : ObjectId{}, dependent ? "" : std::string(rows.value(row, 6)), *on, tie});
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace plumb::catalog
