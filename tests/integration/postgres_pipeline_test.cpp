#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "postgres/pipeline.h"
#include "support/server.h"

using namespace plumb;
using namespace plumb::postgres;
using plumb::testing::TestDatabase;

TEST_CASE("a pipeline hands over the results one by one, in order") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  CHECK(pipeline.send("select 1") == 0);
  CHECK(pipeline.send("select $1::text", {"two"}) == 1);
  CHECK(pipeline.send("create table t as select generate_series(1, 3) as id") == 2);
  CHECK(pipeline.send("select id from t where false") == 3);
  CHECK(pipeline.send("select id from t order by id") == 4);
  std::vector<std::string> seen;
  pipeline.each([&](std::size_t query, const Result& result) {
    seen.push_back(fmt::format("{}: {} rows, {}", query, result.rows(), result.command_tag()));
  });
  CHECK(seen == std::vector<std::string>{"0: 1 rows, SELECT 1", "1: 1 rows, SELECT 1", "2: 0 rows, SELECT 3",
                                         "3: 0 rows, SELECT 0", "4: 3 rows, SELECT 3"});
  CHECK(connection.execute("select 5").value(0, 0) == "5");
  Pipeline(connection).each([](std::size_t, const Result&) { FAIL("nothing was sent"); });
}

TEST_CASE("rows can be had one by one") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  for (const int count : {3, 0, 90'000, 1}) {
    pipeline.send("select i, 'column ' || i from generate_series(1, $1::int) i", {std::to_string(count)});
  }
  std::map<std::size_t, int> rows;
  std::string last;
  pipeline.each_row([&](std::size_t query, const Result& row) {
    CHECK(row.rows() == 1);
    if (query == 2) last = row.value(0, row.column("i"));
    ++rows[query];
  });
  CHECK(rows == std::map<std::size_t, int>{{0, 3}, {2, 90'000}, {3, 1}});
  CHECK(last == "90000");
}

TEST_CASE("large queries and large results pass each other without standing still") {
  TestDatabase database;
  Connection connection = database.connect();
  const std::string large(2'000'000, 'x');
  for (const bool by_row : {false, true}) {
    Pipeline pipeline(connection);
    for (int i = 0; i < 20; ++i) pipeline.send("select $1::text from generate_series(1, 3)", {large});
    std::size_t bytes = 0;
    const auto count = [&](std::size_t, const Result& result) {
      for (int row = 0; row < result.rows(); ++row) bytes += result.value(row, 0).size();
    };
    by_row ? pipeline.each_row(count) : pipeline.each(count);
    CHECK(bytes == 20 * 3 * large.size());
  }
}

TEST_CASE("many small queries in one pipeline") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  for (int i = 0; i < 20'000; ++i) pipeline.send("select $1::int", {std::to_string(i)});
  std::size_t right = 0;
  pipeline.each([&](std::size_t query, const Result& result) { right += result.value(0, 0) == std::to_string(query); });
  CHECK(right == 20'000);
}

TEST_CASE("an error in the middle of a pipeline names its query, and nothing of it remains") {
  TestDatabase database;
  Connection connection = database.connect();
  for (const bool by_row : {false, true}) {
    std::vector<std::size_t> seen;
    try {
      Pipeline pipeline(connection);
      pipeline.send("create table t()");
      pipeline.send("select 1");
      pipeline.send("select 1 / $1::int", {"0"});
      pipeline.send("select 2");
      const auto note = [&](std::size_t query, const Result&) { seen.push_back(query); };
      by_row ? pipeline.each_row(note) : pipeline.each(note);
      FAIL("no error");
    } catch (const ServerError& error) {
      CHECK(error.sqlstate() == "22012");
      CHECK(error.query() == 2);
      CHECK(error.statement() == "select 1 / $1::int");
    }
    CHECK(seen == (by_row ? std::vector<std::size_t>{1} : std::vector<std::size_t>{0, 1}));
    CHECK(connection.execute("select from pg_class where relname = 't'").rows() == 0);
  }
}

TEST_CASE("an error after some rows of a query were handed over") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  pipeline.send("select 1 / (5000 - i) from generate_series(1, 10000) i");
  int rows = 0;
  CHECK_THROWS_AS(pipeline.each_row([&](std::size_t, const Result&) { ++rows; }), ServerError);
  CHECK(rows > 0);
  CHECK(rows < 5000);
  CHECK(connection.execute("select 1").rows() == 1);
}

TEST_CASE("what the callback throws comes out, and the connection stays usable") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  for (int i = 0; i < 3; ++i) pipeline.send("select generate_series(1, 100000)");
  CHECK_THROWS_AS(pipeline.each([](std::size_t, const Result&) { throw std::runtime_error("enough"); }),
                  std::runtime_error);
  CHECK(connection.execute("select 1").rows() == 1);
  CHECK_THROWS_AS(pipeline.send("select 1"), Error);
}

TEST_CASE("a pipeline that nobody reads is cleared away") {
  TestDatabase database;
  Connection connection = database.connect();
  {
    Pipeline pipeline(connection);
    pipeline.send("select generate_series(1, 100000)");
    pipeline.send("select nothing");
    pipeline.start();
    CHECK_THROWS_AS(pipeline.send("select 1"), Error);
  }
  { const Pipeline unused(connection); }
  CHECK(connection.transaction_status() == TransactionStatus::idle);
  CHECK(connection.execute("select 1").rows() == 1);
}

TEST_CASE("a pipeline inside a transaction is a part of it") {
  TestDatabase database;
  Connection connection = database.connect();
  connection.execute("begin isolation level repeatable read read only");
  {
    Pipeline pipeline(connection);
    pipeline.send("select 1");
    pipeline.each([](std::size_t, const Result&) {});
  }
  CHECK(connection.transaction_status() == TransactionStatus::in_transaction);
  connection.execute("rollback");
}

TEST_CASE("COPY in a pipeline is an error, not a standstill") {
  TestDatabase database;
  Connection connection = database.connect();
  Pipeline pipeline(connection);
  pipeline.send("copy (select 1) to stdout");
  CHECK_THROWS_AS(pipeline.each([](std::size_t, const Result&) {}), ServerError);
}
