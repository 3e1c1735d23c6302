#include "kinds/extension.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Extension>::query(ServerVersion) {
  // plpgsql belongs to every database (initdb creates it), so pg_dump leaves it out too.
  return "SELECT '' AS schema, '' AS parent, e.extname AS name, e.oid, e.extversion AS version, n.nspname AS schema"
         " FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace"
         " WHERE e.extname <> 'plpgsql' AND ($1::text[] IS NULL OR true)";
}

std::set<ObjectId> Kind<Extension>::needs(const Extension& extension) {
  if (!extension.schema.value) return {};
  return {schema_id(*extension.schema.value)};
}

Statements Kind<Extension>::create(const Extension& extension, const Context&) {
  std::string sql = "CREATE " + reference(extension.id);
  if (extension.schema.value) sql += " SCHEMA " + sql::quote_ident(*extension.schema.value);
  if (extension.version.value) sql += " VERSION " + sql::quote_literal(*extension.version.value);
  return {statement(std::move(sql))};
}

std::optional<Statements> Kind<Extension>::alter(const Extension& live, const Extension& wanted, const Context&) {
  Statements out;
  if (live.version != wanted.version && wanted.version.value) {
    auto update = statement(
        fmt::format("ALTER {} UPDATE TO {}", reference(wanted.id), sql::quote_literal(*wanted.version.value)));
    update.hazards.push_back({HazardKind::breaks_clients, "what the update changes is in the extension's own script"});
    out.push_back(std::move(update));
  }
  if (live.schema != wanted.schema && wanted.schema.value) {
    auto move =
        statement(fmt::format("ALTER {} SET SCHEMA {}", reference(wanted.id), sql::quote_ident(*wanted.schema.value)));
    move.hazards.push_back({HazardKind::breaks_clients, "clients that name the old schema fail"});
    out.push_back(std::move(move));
  }
  return out;
}

Statements Kind<Extension>::drop(const Extension& extension, const Context&) {
  auto dropped = statement("DROP " + reference(extension.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "its types, functions and operators go with it"});
  return {dropped};
}

std::string Kind<Extension>::reference(const ObjectId& id) { return "EXTENSION " + sql::quote_ident(id.name); }

void Kind<Extension>::read_short(std::string_view text, Extension extension, Database& into) {
  extension.version.value = std::string(text);
  into.add(std::move(extension));
}

namespace {

// PostgreSQL's own modules (contrib/), 14 to 18.
constexpr std::string_view contrib[] = {
    "adminpack",
    "amcheck",
    "autoinc",
    "bloom",
    "btree_gin",
    "btree_gist",
    "citext",
    "cube",
    "dblink",
    "dict_int",
    "dict_xsyn",
    "earthdistance",
    "file_fdw",
    "fuzzystrmatch",
    "hstore",
    "insert_username",
    "intagg",
    "intarray",
    "isn",
    "lo",
    "ltree",
    "moddatetime",
    "old_snapshot",
    "pageinspect",
    "pg_buffercache",
    "pg_freespacemap",
    "pg_logicalinspect",
    "pg_overexplain",
    "pg_prewarm",
    "pg_stat_statements",
    "pg_surgery",
    "pg_trgm",
    "pg_visibility",
    "pg_walinspect",
    "pgcrypto",
    "pgrowlocks",
    "pgstattuple",
    "postgres_fdw",
    "refint",
    "seg",
    "sslinfo",
    "tablefunc",
    "tcn",
    "tsm_system_rows",
    "tsm_system_time",
    "unaccent",
    "uuid-ossp",
    "xml2",
};

// Extensions whose package has another name than their own; "postgresql-15-" goes before it.
constexpr std::pair<std::string_view, std::string_view> packages[] = {
    {"address_standardizer", "postgis-3"},
    {"address_standardizer_data_us", "postgis-3"},
    {"age", "age"},
    {"bool_plperl", "plperl"},
    {"hll", "hll"},
    {"hstore_plperl", "plperl"},
    {"hstore_plpython3u", "plpython3"},
    {"hypopg", "hypopg"},
    {"ip4r", "ip4r"},
    {"jsonb_plperl", "plperl"},
    {"jsonb_plpython3u", "plpython3"},
    {"ltree_plpython3u", "plpython3"},
    {"mysql_fdw", "mysql-fdw"},
    {"ogr_fdw", "ogr-fdw"},
    {"oracle_fdw", "oracle-fdw"},
    {"orafce", "orafce"},
    {"pg_cron", "cron"},
    {"pg_hint_plan", "pg-hint-plan"},
    {"pg_partman", "partman"},
    {"pg_qualstats", "pg-qualstats"},
    {"pg_repack", "repack"},
    {"pg_similarity", "similarity"},
    {"pg_squeeze", "squeeze"},
    {"pg_stat_kcache", "pg-stat-kcache"},
    {"pg_wait_sampling", "pg-wait-sampling"},
    {"pgaudit", "pgaudit"},
    {"pglogical", "pglogical"},
    {"pgrouting", "pgrouting"},
    {"pgtap", "pgtap"},
    {"plperl", "plperl"},
    {"plperlu", "plperl"},
    {"plpgsql_check", "plpgsql-check"},
    {"plpython3u", "plpython3"},
    {"plr", "plr"},
    {"plv8", "plv8"},
    {"pltcl", "pltcl"},
    {"pltclu", "pltcl"},
    {"pointcloud", "pointcloud"},
    {"postgis", "postgis-3"},
    {"postgis_raster", "postgis-3"},
    {"postgis_sfcgal", "postgis-3"},
    {"postgis_tiger_geocoder", "postgis-3"},
    {"postgis_topology", "postgis-3"},
    {"prefix", "prefix"},
    {"q3c", "q3c"},
    {"rum", "rum"},
    {"semver", "semver"},
    {"set_user", "set-user"},
    {"tdigest", "tdigest"},
    {"tds_fdw", "tds-fdw"},
    {"timescaledb", "timescaledb"},
    {"unit", "unit"},
    {"vector", "pgvector"},
};

}  // namespace

std::string extension_package(std::string_view name, ServerVersion version) {
  if (std::find(std::begin(contrib), std::end(contrib), name) != std::end(contrib)) return "postgresql-contrib";
  for (const auto& [extension, package] : packages)
    if (extension == name) return fmt::format("postgresql-{}-{}", version.major(), package);
  return {};
}

}  // namespace plumb
