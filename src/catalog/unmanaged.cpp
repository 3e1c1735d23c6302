#include "catalog/unmanaged.h"

#include <fmt/format.h>

#include "kinds/kind.h"

namespace plumb::catalog {

namespace {

// Objects of one catalog with a schema of their own.
std::string in_schema(std::string_view catalog, std::string_view namespace_column, std::string_view sort,
                      std::string_view where) {
  return fmt::format(
      " UNION ALL SELECT {2} AS sort FROM pg_catalog.{0} o JOIN pg_catalog.pg_namespace n ON n.oid = o.{1}"
      " WHERE {3} AND {4} AND {5}",
      catalog, namespace_column, sort, in_scope("n"), not_of_extension(catalog, "o.oid"), where);
}

// Objects of one catalog that belong to a relation.
std::string on_relation(std::string_view catalog, std::string_view relation_column, std::string_view sort,
                        std::string_view where) {
  return fmt::format(
      " UNION ALL SELECT {2} FROM pg_catalog.{0} o JOIN pg_catalog.pg_class c ON c.oid = o.{1}"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {3} AND {4} AND {5}",
      catalog, relation_column, sort, in_scope("n"), not_of_extension("pg_class", "c.oid"), where);
}

std::string of_database(std::string_view catalog, std::string_view sort, std::string_view where = "true") {
  return fmt::format(" UNION ALL SELECT {1} FROM pg_catalog.{0} o WHERE $2::bool AND {2} AND {3}", catalog, sort,
                     not_of_extension(catalog, "o.oid"), where);
}

}  // namespace

std::string unmanaged_query(ServerVersion) {
  std::string all = "SELECT NULL::text AS sort WHERE false";
  all += in_schema("pg_class", "relnamespace",
                   "CASE WHEN o.relkind = 'm' THEN 'materialized view' WHEN o.relkind = 'f' THEN 'foreign table'"
                   " WHEN o.relispartition THEN 'partition'"
                   " WHEN o.relkind = 'p' THEN 'partitioned table' WHEN o.reloftype <> 0 THEN 'typed table'"
                   " ELSE 'inheriting table' END",
                   "(o.relkind IN ('m', 'f', 'p') OR o.relkind = 'r' AND (o.relispartition OR o.reloftype <> 0 OR"
                   " EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = o.oid)))");
  all += in_schema("pg_class", "relnamespace", "'table with row security'",
                   "o.relkind = 'r' AND (o.relrowsecurity OR o.relforcerowsecurity)");
  all += in_schema("pg_class", "relnamespace", "'relation with privileges'",
                   "o.relkind IN ('r', 'v', 'S') AND o.relacl IS NOT NULL");
  all += in_schema("pg_proc", "pronamespace", "'routine with privileges'", "o.proacl IS NOT NULL");
  all += in_schema("pg_type", "typnamespace", "'base type'", "(o.typtype = 'b' AND o.typcategory <> 'A')");
  all += in_schema("pg_statistic_ext", "stxnamespace", "'extended statistics object'", "true");
  // On what is not managed itself.
  const std::string elsewhere = fmt::format(" AND NOT {} AND NOT {}", managed_table("c"), managed_view("c"));
  all += on_relation("pg_trigger", "tgrelid", "'trigger'", "NOT o.tgisinternal AND o.tgparentid = 0" + elsewhere);
  all += on_relation("pg_policy", "polrelid", "'policy'", "true");
  all += on_relation("pg_rewrite", "ev_class", "'rule'", "o.rulename <> '_RETURN'" + elsewhere);
  all += on_relation("pg_attribute", "attrelid", "'column with privileges'", "o.attacl IS NOT NULL");
  all += on_relation("pg_description", "objoid", "'comment on a view''s column'",
                     "o.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objsubid > 0 AND c.relkind = 'v'");
  all += of_database("pg_publication", "'publication'");
  all += of_database("pg_foreign_data_wrapper", "'foreign data wrapper'");
  all += of_database("pg_foreign_server", "'foreign server'");
  return "SELECT sort, pg_catalog.count(*) FROM (" + all + ") u GROUP BY sort ORDER BY sort";
}

}  // namespace plumb::catalog
