// What is read from a live database: every attribute of every kind, under every odd name.
#include "catalog/read.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <regex>
#include <thread>

#include "kinds/fields.h"
#include "support/server.h"

using namespace plumb;
using plumb::testing::TestDatabase;

namespace {

const std::string folder = std::string(PLUMB_SOURCE_DIR) + "/tests/integration/";

// One line an object: its address and the fields that differ from those of an object just made.
std::string listed(const Database& database) {
  std::string out;
  database.each([&out]<typename T>(const T& object) {
    if (std::is_same_v<T, Role>) return;  // the server's, which other tests have too
    out += to_string(object.id);
    each_field(T{}, object, [&out](std::string_view name, const auto& plain, const auto& is) {
      if (field_text(plain) != field_text(is)) out += "\n  " + std::string(name) + ": " + field_text(is);
    });
    if constexpr (requires { object.invalid; })
      if (object.invalid.value) out += "\n  invalid";
    out += "\n";
  });
  return out;
}

// A database with all of catalog_everything.sql; made once, the tests only read it.
const TestDatabase& everything() {
  static TestDatabase database;
  static const bool filled = (database.load(folder + "catalog_everything.sql"), true);
  (void)filled;
  return database;
}

// It takes an extension that is not everywhere, and what 14 has not.
bool everything_can_be() {
  if (plumb::testing::shared_server().version().at_least(15) && plumb::testing::extension_available("vector"))
    return true;
  MESSAGE("left out: catalog_everything.sql takes PostgreSQL 15 and the extension vector");
  return false;
}

// What is read from it on 15, turned into what other versions say.
std::string expected() {
  std::string text = plumb::testing::read_file(folder + "catalog_everything.txt");
  const int major = plumb::testing::shared_server().version().major();
  if (major == 15) return text;
  // From 16 on no table is named before a column where there is but one.
  return std::regex_replace(text, std::regex(" base\\.(id|a)\\b"), " $1");
}

// Each version of PostgreSQL comes with other versions of its extensions.
std::string without_versions(const std::string& text) {
  return std::regex_replace(text, std::regex("(\nextension .*)\n  version: .*"), "$1");
}

catalog::Live read(const TestDatabase& database, const catalog::Scope& scope = {true, {}}) {
  auto connection = database.connect();
  return catalog::read_live(connection, scope);
}

// So many tables that a second connection takes its share of the catalogs.
const TestDatabase& large() {
  static TestDatabase database;
  static const bool filled = [] {
    database.run(
        "DO $$ BEGIN FOR n IN 1..700 LOOP EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, a int DEFAULT 1,"
        " b text, CHECK (a > %s), UNIQUE (b))', n, n);"
        " EXECUTE format('CREATE INDEX ON t%s (lower(b)) WHERE a < %s', n, n); END LOOP; END $$");
    return true;
  }();
  (void)filled;
  return database;
}

}  // namespace

TEST_CASE("every kind with every attribute") {
  if (!everything_can_be()) return;
  const std::string found = listed(read(everything()).database);
  if (getenv("PLUMB_UPDATE")) plumb::testing::write_file(folder + "catalog_everything.txt", found);
  CHECK(without_versions(found) == without_versions(expected()));
}

TEST_CASE("what base types are like: values of PostgreSQL's own types lie as the server says") {
  auto connection = plumb::testing::shared_server().connect();
  const auto rows = connection.execute(
      "SELECT pg_catalog.format_type(oid, NULL), typlen, typbyval, typalign, typstorage FROM pg_catalog.pg_type"
      " WHERE typtype = 'b' AND typnamespace = 'pg_catalog'::regnamespace AND typcategory <> 'A' ORDER BY 1");
  int known = 0;
  for (int row = 0; row < rows.rows(); ++row) {
    const auto is = Kind<BaseType>::representation(sql::parse_type(rows.value(row, 0)), "public", {});
    if (!is) continue;
    CAPTURE(rows.value(row, 0));
    CHECK(std::to_string(is->length.value_or(-1)) == rows.value(row, 1));
    CHECK((is->by_value ? "t" : "f") == std::string(rows.value(row, 2)));
    const std::map<std::string, std::string> letters = {{"char", "c"}, {"int2", "s"}, {"int4", "i"}, {"double", "d"}};
    CHECK(letters.at(is->alignment) == rows.value(row, 3));
    CHECK(std::string(1, is->storage == "extended" ? 'x' : is->storage.front()) == rows.value(row, 4));
    ++known;
  }
  CHECK(known > 55);
}

TEST_CASE("index elements are what ruleutils writes") {
  if (!everything_can_be()) return;
  const auto live = read(everything());
  auto connection = everything().connect();
  connection.execute("SET search_path = ''");
  const auto rows = connection.execute(
      "SELECT n.nspname, t.relname, i.relname, pg_catalog.pg_get_indexdef(i.oid) FROM pg_catalog.pg_index x"
      " JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid JOIN pg_catalog.pg_class t ON t.oid = x.indrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'app'");
  std::size_t compared = 0;
  for (int row = 0; row < rows.rows(); ++row) {
    const ObjectId table = table_id(rows.value(row, 0), rows.value(row, 1));
    const Index* index = live.database.find<Index>(child_id(KindTag::index, table, rows.value(row, 2)));
    if (!index) continue;  // a constraint's
    Index written = *index;
    written.on.clear();
    for (const auto& element : sql::parse_index(rows.value(row, 3)).on)
      written.on.push_back({sql::print_index_element(element)});
    Database alone;
    alone.add(written);
    catalog::make_relative(alone, live.visibility);
    CAPTURE(rows.value(row, 3));
    CHECK(field_text(index->on) == field_text(alone.all<Index>().front().on));
    ++compared;
  }
  CHECK(compared > 45);
}

TEST_CASE("a large database is read over two connections; over one, where there is no second, the same") {
  large().run("DROP ROLE IF EXISTS plumb_alone; CREATE ROLE plumb_alone LOGIN CONNECTION LIMIT 1");
  postgres::Connection alone(large().url() + "&user=plumb_alone");
  const catalog::Scope everything{true, {}};
  const std::string by_one = listed(catalog::read_live(alone, everything).database);
  CHECK(std::count(by_one.begin(), by_one.end(), '\n') > 700 * 7);

  auto connection = large().connect();
  CHECK(listed(catalog::read_live(connection, everything).database) == by_one);
}

TEST_CASE("a cancelled reading ends at once, the second connection's too") {
  auto holder = large().connect();
  holder.execute("BEGIN");
  holder.execute("LOCK TABLE t7 IN ACCESS EXCLUSIVE MODE");  // in the way of the expression of its check
  auto connection = large().connect();
  // Is there another backend than this connection's that waits for the lock?
  const std::string waits =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid "
      "<> " +
      std::to_string(connection.backend_pid());
  std::atomic<bool> ended = false, second = false;
  std::thread user([&] {
    for (int tries = 0; !ended; ++tries) {
      second = second || large().ask(waits) == "1";
      if (second || tries > 300) connection.cancel();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });
  std::string sqlstate;
  try {
    catalog::read_live(connection, {true, {}});
  } catch (const postgres::ServerError& error) {
    sqlstate = error.sqlstate();
  }
  ended = true;
  user.join();
  CHECK(second);
  CHECK(sqlstate == "57014");
  CHECK(connection.transaction_status() == postgres::TransactionStatus::idle);
  holder.execute("ROLLBACK");
  CHECK(catalog::read_live(connection, {true, {}}).database.all<Table>().size() == 700);
}
