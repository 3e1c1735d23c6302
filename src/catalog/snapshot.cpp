#include "catalog/snapshot.h"

#include <fmt/format.h>

#include <memory>

#include "catalog/decode.h"
#include "catalog/patience.h"
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
  if (!exported.empty())
    script += fmt::format("SET TRANSACTION SNAPSHOT {}; SET LOCAL lock_timeout = '{}s'; ", sql::quote_literal(exported),
                          lock_patience.count());
  connection_.run_script(script + settings);
}

Snapshot::~Snapshot() {
  try {
    connection_.roll_back();
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
    if constexpr (is_read<T>)
      if (share == Share::all || (share == Share::expressions) == opens_tables<T>)
        tags_[pipeline.send(Kind<T>::query(version), {schemas})] = Kind<T>::tag;
  });
}

bool KindQueries::decode(std::size_t query, const postgres::Result& result, Database& into) {
  const auto tag = tags_.find(query);
  if (tag == tags_.end()) return false;
  with_kind(tag->second, [&]<typename T>(const T*) {
    if constexpr (is_attached<T> && is_read<T>) {
      if (auto rows = std::make_shared<AttachedRows<T>>(result); !rows->empty())
        attached_.push_back([rows](const Places& places, Database& database) { rows->attach(places, database); });
    } else if constexpr (is_read<T>) {
      decode_rows<T>(result, into);
    }
  });
  return true;
}

void KindQueries::attach(Database& into) {
  if (attached_.empty()) return;
  // Adding to one kind moves its objects, and no attached kind hangs on another.
  const Places places(into);
  for (const auto& attach : attached_) attach(places, into);
  attached_.clear();
}

void read_kinds(postgres::Connection& connection, const postgres::Param& schemas, Share share, Database& into) {
  postgres::Pipeline pipeline(connection);
  KindQueries kinds(pipeline, connection.version(), schemas, share);
  pipeline.each([&](std::size_t query, const postgres::Result& result) { kinds.decode(query, result, into); });
  kinds.attach(into);
}

}  // namespace plumb::catalog
