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
  all += in_schema("pg_class", "relnamespace", "'composite type'",
                   "o.relkind = 'c' AND " + not_of_extension("pg_type", "o.reltype"));
  all += in_schema("pg_class", "relnamespace", "'relation with privileges'",
                   "o.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND o.relacl IS NOT NULL");
  all += in_schema("pg_proc", "pronamespace", "'routine with privileges'", "o.proacl IS NOT NULL");
  all += in_schema("pg_type", "typnamespace",
                   "CASE o.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'base type' END",
                   "(o.typtype IN ('d', 'r') OR o.typtype = 'b' AND o.typcategory <> 'A')");
  all += in_schema("pg_collation", "collnamespace", "'collation'", "true");
  all += in_schema("pg_operator", "oprnamespace", "'operator'", "true");
  all += in_schema("pg_opclass", "opcnamespace", "'operator class'", "true");
  all += in_schema("pg_opfamily", "opfnamespace", "'operator family'", "true");
  all += in_schema("pg_conversion", "connamespace", "'conversion'", "true");
  all += in_schema("pg_ts_config", "cfgnamespace", "'text search configuration'", "true");
  all += in_schema("pg_ts_dict", "dictnamespace", "'text search dictionary'", "true");
  all += in_schema("pg_ts_parser", "prsnamespace", "'text search parser'", "true");
  all += in_schema("pg_ts_template", "tmplnamespace", "'text search template'", "true");
  all += on_relation("pg_attribute", "attrelid", "'column with privileges'", "o.attacl IS NOT NULL");
  all += of_database("pg_publication", "'publication'");
  all += of_database("pg_foreign_data_wrapper", "'foreign data wrapper'");
  all += of_database("pg_foreign_server", "'foreign server'");
  all += of_database("pg_cast", "'cast'", "o.oid >= 16384");
  all += of_database("pg_language", "'language'", "o.oid >= 16384");
  return "SELECT sort, pg_catalog.count(*) FROM (" + all + ") u GROUP BY sort ORDER BY sort";
}

}  // namespace plumb::catalog
