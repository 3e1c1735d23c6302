#include "catalog/snapshot.h"

#include "catalog/decode.h"
#include "sql/quote.h"

namespace plumb::catalog {

namespace {

constexpr const char* settings =
    "SET LOCAL search_path = ''; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0";

template <typename T>
constexpr bool opens_tables = requires {
  Kind<T>::opens_tables;
};

}  // namespace

void prepare_to_read(postgres::Connection& connection) { connection.run_script(settings); }

Snapshot::Snapshot(postgres::Connection& connection, const std::string& exported) : connection_(connection) {
  std::string script = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ";
  if (!exported.empty()) script += "SET TRANSACTION SNAPSHOT " + sql::quote_literal(exported) + "; ";
  connection_.run_script(script + settings);
}

Snapshot::~Snapshot() {
  try {
    if (connection_.is_open()) connection_.run_script("ROLLBACK");
  } catch (const std::exception&) {
    // The session is gone, and the snapshot with it.
  }
}

std::string Snapshot::export_if_large() {
  // A megabyte of pg_class is about 500 tables with their indexes.
  const auto answer = connection_.execute(
      "SELECT CASE WHEN pg_catalog.pg_relation_size('pg_catalog.pg_class') > 1000000"
      " THEN pg_catalog.pg_export_snapshot() END");
  return std::string(answer.value(0, 0));
}

KindQueries::KindQueries(postgres::Pipeline& pipeline, ServerVersion version, const postgres::Param& schemas,
                         Share share) {
  for_each_kind([&]<typename T>(const T*) {
    if (share == Share::all || (share == Share::expressions) == opens_tables<T>)
      tags_[pipeline.send(Kind<T>::query(version), {schemas})] = Kind<T>::tag;
  });
}

bool KindQueries::decode(std::size_t query, const postgres::Result& result, Database& into) const {
  const auto tag = tags_.find(query);
  if (tag == tags_.end()) return false;
  // Sorted here, where the server works meanwhile.
  with_kind(tag->second, [&]<typename T>(const T*) {
    decode_rows<T>(result, into);
    sort_by_id(into.all_of<T>());
  });
  return true;
}

void read_kinds(postgres::Connection& connection, const postgres::Param& schemas, Share share, Database& into) {
  postgres::Pipeline pipeline(connection);
  const KindQueries kinds(pipeline, connection.version(), schemas, share);
  pipeline.each([&](std::size_t query, const postgres::Result& result) { kinds.decode(query, result, into); });
}

}  // namespace plumb::catalog
