#include "catalog/read.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_map>

#include "catalog/decode.h"
#include "catalog/unmanaged.h"
#include "kinds/complete.h"
#include "model/timing.h"
#include "postgres/pipeline.h"

namespace plumb::catalog {

namespace {

// Functions, types, operator classes, collations, parts of text search outside pg_catalog, and whether pg_catalog has the name too: then a
// bare name would find that one. Row types and arrays follow their tables and elements.
constexpr const char* names_query = R"(
SELECT n.nspname, x.name, pg_catalog.bool_or(x.shadowed) FROM pg_catalog.pg_namespace n JOIN (
  SELECT DISTINCT p.pronamespace AS schema, p.proname AS name, EXISTS (SELECT FROM pg_catalog.pg_proc b
    WHERE b.proname = p.proname AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace) AS shadowed
    FROM pg_catalog.pg_proc p WHERE p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
  UNION ALL
  SELECT t.typnamespace, t.typname, EXISTS (SELECT FROM pg_catalog.pg_type b
    WHERE b.typname = t.typname AND b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace)
    FROM pg_catalog.pg_type t WHERE t.typtype IN ('b', 'd', 'e', 'r', 'm') AND t.typcategory <> 'A'
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
  SELECT c.relnamespace, c.relname, c.relname ~ '^pg_' FROM pg_catalog.pg_class c
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

// Everything in one snapshot. JIT and parallel workers cost more than they save on catalogs.
class Snapshot {
 public:
  explicit Snapshot(postgres::Connection& connection) : connection_(connection) {
    connection_.run_script(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = ''; SET LOCAL jit = off;"
        " SET LOCAL max_parallel_workers_per_gather = 0");
  }
  ~Snapshot() {
    try {
      if (connection_.is_open()) connection_.run_script("ROLLBACK");
    } catch (const std::exception&) {
      // The session is gone, and the snapshot with it.
    }
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  postgres::Connection& connection_;
};

// One query per kind; answers are decoded as they come while the server works on the next.
class KindQueries {
 public:
  KindQueries(postgres::Pipeline& pipeline, ServerVersion version, const postgres::Param& schemas) {
    for_each_kind(
        [&]<typename T>(const T*) { tags_[pipeline.send(Kind<T>::query(version), {schemas})] = Kind<T>::tag; });
  }

  bool decode(std::size_t query, const postgres::Result& result, Database& into) {
    const auto tag = tags_.find(query);
    if (tag == tags_.end()) return false;
    with_kind(tag->second, [&]<typename T>(const T*) {
      if constexpr (is_attached<T>)
        attach_later(AttachedRows<T>(result));
      else
        decode_rows<T>(result, into);
    });
    return true;
  }

  // REQUIRES: all else has been decoded.
  void attach(Database& into) {
    if (attached_.empty()) return;
    // Adding to one kind moves its objects, and no attached kind hangs on another.
    const Places places(into);
    for (const auto& attach : attached_) attach(places, into);
    attached_.clear();
  }

 private:
  template <typename T>
  void attach_later(AttachedRows<T> rows) {
    if (rows.empty()) return;
    attached_.push_back([rows = std::make_shared<AttachedRows<T>>(std::move(rows))](
                            const Places& places, Database& into) { rows->attach(places, into); });
  }

  std::map<std::size_t, KindTag> tags_;
  std::vector<std::function<void(const Places&, Database&)>> attached_;
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
    const Snapshot snapshot(connection);
    postgres::Pipeline pipeline(connection);
    KindQueries kinds(pipeline, live.version, schemas);
    const std::size_t names_number = pipeline.send(names_query);
    const std::size_t unmanaged_number =
        pipeline.send(unmanaged_query(live.version), {schemas, scope.database ? "t" : "f"});
    pipeline.each([&](std::size_t query, const postgres::Result& result) {
      if (kinds.decode(query, result, live.database)) return;
      for (int row = 0; row < result.rows(); ++row) {
        if (query == names_number) names->add(result.value(row, 0), result.value(row, 1), result.value(row, 2) == "t");
        if (query == unmanaged_number) {
          auto& count = live.unmanaged.emplace_back();
          count.sort = result.value(row, 0);
          plumb::decode(result.value(row, 1), count.count);
        }
      }
    });
    kinds.attach(live.database);
  }
  live.database.sort();
  live.path_schemas = path_of(live.database);
  live.visibility.visible = [names, path = live.path_schemas](std::string_view schema, std::string_view name,
                                                              std::string_view home) {
    return names->visible(schema, name, home, path);
  };
  make_relative(live.database, live.visibility);
  complete_live(live.database);
  return live;
}

Database read_schemas(postgres::Connection& connection, const std::vector<std::string>& schemas) {
  Database out;
  postgres::Pipeline pipeline(connection);
  KindQueries kinds(pipeline, connection.version(), postgres::array_literal(schemas));
  pipeline.each([&](std::size_t query, const postgres::Result& result) { kinds.decode(query, result, out); });
  kinds.attach(out);
  complete_live(out);
  return out;
}

}  // namespace plumb::catalog
