#include "catalog/read.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>

#include "catalog/beside.h"
#include "catalog/snapshot.h"
#include "catalog/unmanaged.h"
#include "kinds/complete.h"
#include "kinds/fields.h"
#include "kinds/ownership.h"
#include "model/timing.h"

namespace plumb::catalog {

namespace {

// Functions, types, operator classes, collations, parts of text search outside pg_catalog, and whether pg_catalog has the
// name too: then a bare name would find that one. Row types and arrays follow their tables and elements.
constexpr const char* names_query = R"(
SELECT n.nspname, x.name, pg_catalog.bool_or(x.shadowed) FROM pg_catalog.pg_namespace n JOIN (
  SELECT DISTINCT p.pronamespace AS schema, p.proname AS name, EXISTS (SELECT FROM pg_catalog.pg_proc b
    WHERE b.proname = p.proname AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace) AS shadowed
    FROM pg_catalog.pg_proc p WHERE p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT t.typnamespace, t.typname, EXISTS (SELECT FROM pg_catalog.pg_type b
    WHERE b.typname = t.typname AND b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_type t WHERE (t.typtype IN ('d', 'e', 'r', 'm') OR t.typtype = 'b' AND t.typcategory <> 'A'
      OR NOT t.typisdefined)
      AND t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT o.opcnamespace, o.opcname, EXISTS (SELECT FROM pg_catalog.pg_opclass b
    WHERE b.opcname = o.opcname AND b.opcnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_opclass o WHERE o.opcnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT c.collnamespace, c.collname, EXISTS (SELECT FROM pg_catalog.pg_collation b
    WHERE b.collname = c.collname AND b.collnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_collation c WHERE c.collnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT x.prsnamespace, x.prsname, EXISTS (SELECT FROM pg_catalog.pg_ts_parser b
    WHERE b.prsname = x.prsname AND b.prsnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_ts_parser x WHERE x.prsnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT x.tmplnamespace, x.tmplname, EXISTS (SELECT FROM pg_catalog.pg_ts_template b
    WHERE b.tmplname = x.tmplname AND b.tmplnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_ts_template x WHERE x.tmplnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT x.dictnamespace, x.dictname, EXISTS (SELECT FROM pg_catalog.pg_ts_dict b
    WHERE b.dictname = x.dictname AND b.dictnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_ts_dict x WHERE x.dictnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT x.cfgnamespace, x.cfgname, EXISTS (SELECT FROM pg_catalog.pg_ts_config b
    WHERE b.cfgname = x.cfgname AND b.cfgnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_ts_config x WHERE x.cfgnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT c.relnamespace, c.relname, c.relname ~ '^pg_' OR EXISTS (SELECT FROM pg_catalog.pg_type b
    WHERE b.typname = c.relname AND b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace) FROM pg_catalog.pg_class c
    WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S', 'c') AND c.relnamespace NOT IN ('pg_catalog'::pg_catalog.regnamespace,
      'information_schema'::pg_catalog.regnamespace)
) x ON x.schema = n.oid WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_toast' GROUP BY 1, 2)";

// What a bare name finds: the first schema of the path that has it.
class NameIndex {
 public:
  void add(std::string_view schema, std::string_view name, bool shadowed) {
    schemas_[std::string(name)].push_back({std::string(schema), shadowed});
  }

  bool visible(std::string_view schema, std::string_view name, std::string_view home,
               const std::vector<std::string>& path) const {
    const auto found = schemas_.find(std::string(name));
    if (found == schemas_.end()) return false;
    const auto has = [&found](std::string_view candidate) {
      return std::find_if(found->second.begin(), found->second.end(),
                          [&](const Bearer& b) { return b.schema == candidate; });
    };
    const auto own = has(schema);
    if (own == found->second.end() || own->shadowed) return false;
    if (schema == home) return true;
    if (has(home) != found->second.end()) return false;
    for (const std::string& step : path) {
      if (step == schema) return true;
      if (has(step) != found->second.end()) return false;
    }
    return false;
  }

 private:
  struct Bearer {
    std::string schema;
    bool shadowed;
  };
  std::unordered_map<std::string, std::vector<Bearer>> schemas_;
};

std::vector<std::string> path_of(const Database& database) {
  std::vector<std::string> path{"public"};
  for (const Extension& extension : database.all<Extension>())
    if (extension.schema.value && std::find(path.begin(), path.end(), *extension.schema.value) == path.end())
      path.push_back(*extension.schema.value);
  return path;
}

}  // namespace

Live read_live(postgres::Connection& connection, const Scope& scope) {
  const auto timing = Timing::phase("catalog");
  Live live;
  live.version = connection.version();
  live.name = connection.database();
  const postgres::Param schemas = scope.all_schemas ? postgres::Param() : postgres::array_literal(scope.schemas);
  const auto names = std::make_shared<NameIndex>();
  {
    Snapshot snapshot(connection);
    std::optional<Beside> beside;
    if (const std::string exported = snapshot.export_if_large(); !exported.empty())
      beside.emplace(connection, exported, schemas);
    postgres::Pipeline pipeline(connection);
    KindQueries kinds(pipeline, live.version, schemas, beside ? Share::facts : Share::all);
    const std::size_t names_number = pipeline.send(names_query);
    std::optional<std::size_t> unmanaged_number;
    if (const std::string unmanaged = unmanaged_query(live.version); !unmanaged.empty())
      unmanaged_number = pipeline.send(unmanaged, {schemas});
    const std::size_t role_number = pipeline.send("SELECT current_role");
    pipeline.each([&](std::size_t query, const postgres::Result& result) {
      if (kinds.decode(query, result, live.database)) return;
      for (int row = 0; row < result.rows(); ++row) {
        if (query == role_number) live.role = result.value(row, 0);
        if (query == names_number) names->add(result.value(row, 0), result.value(row, 1), result.value(row, 2) == "t");
        if (query == unmanaged_number) {
          auto& count = live.unmanaged.emplace_back();
          count.sort = result.value(row, 0);
          plumb::decode(result.value(row, 1), count.count);
        }
      }
    });
    if (beside && !beside->finish(live.database)) read_kinds(connection, schemas, Share::expressions, live.database);
    kinds.attach(live.database);
  }
  live.database.sort();
  live.path_schemas = path_of(live.database);
  live.visibility.visible = [names, path = live.path_schemas](std::string_view schema, std::string_view name,
                                                              std::string_view home) {
    return names->visible(schema, name, home, path);
  };
  make_relative(live.database, live.visibility, &live.whole);
  complete_live(live.database);
  settle_default_privileges(live.database, live.version);
  return live;
}

Database read_schemas(postgres::Connection& connection, const std::vector<std::string>& schemas) {
  Database out;
  prepare_to_read(connection);
  read_kinds(connection, postgres::array_literal(schemas), Share::all, out);
  complete_live(out);
  return out;
}

}  // namespace plumb::catalog
