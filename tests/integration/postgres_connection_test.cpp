#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "postgres/connection.h"
#include "postgres/pipeline.h"
#include "support/server.h"

using namespace plumb;
using namespace plumb::postgres;
using plumb::testing::shared_server;
using plumb::testing::TestDatabase;

namespace {

ServerError server_error(const std::function<void()>& action) {
  try {
    action();
  } catch (const ServerError& error) {
    return error;
  }
  FAIL("no ServerError was thrown");
  std::abort();
}

std::string everything(const Error& error) { return std::string(error.what()) + "\n" + error.hint(); }

std::string connect_failure(const std::string& conninfo) {
  try {
    Connection connection(conninfo, {.connect_timeout = 2});
  } catch (const Error& error) {
    return everything(error);
  }
  FAIL("connected");
  return {};
}

struct EnvironmentVariable {
  EnvironmentVariable(const char* name, const std::string& value) : name(name) { setenv(name, value.c_str(), 1); }
  ~EnvironmentVariable() { unsetenv(name); }
  const char* name;
};

}  // namespace

TEST_CASE("a connection says where it is, and what it speaks to") {
  TestDatabase database;
  Connection connection = database.connect();
  CHECK(connection.version().major() >= oldest_supported_major);
  CHECK(connection.version() == shared_server().version());
  CHECK(connection.backend_pid() > 0);
  CHECK(connection.user() == "postgres");
  CHECK(connection.database() == database.name());
  CHECK(connection.describe() ==
        fmt::format("database \"{}\" on {}:5432 as user \"postgres\"", database.name(), shared_server().directory()));
  CHECK(connection.execute("show client_encoding").value(0, 0) == "UTF8");
  CHECK(connection.execute("show application_name").value(0, 0) == "plumb");
  Connection other(database.url() + "&application_name=mine");
  CHECK(other.execute("show application_name").value(0, 0) == "mine");
}

TEST_CASE("an empty connection string means the PG variables") {
  TestDatabase database;
  const EnvironmentVariable host("PGHOST", shared_server().directory());
  const EnvironmentVariable user("PGUSER", "postgres");
  const EnvironmentVariable name("PGDATABASE", database.name());
  CHECK(Connection("").database() == database.name());
  CHECK(Connection("postgres").database() == "postgres");
}

TEST_CASE("results: values, NULL, names of columns, counts") {
  TestDatabase database;
  Connection connection = database.connect();
  const Result result = connection.execute("select 1 as \"One\", null as nothing, $1::text as text, $2::int as n",
                                           {"é'\"", std::nullopt});
  CHECK(result.rows() == 1);
  CHECK(result.columns() == 4);
  CHECK(result.column("One") == 0);
  CHECK_FALSE(result.find_column("one"));
  CHECK_THROWS_AS(result.column("two"), Error);
  CHECK(result.value(0, 0) == "1");
  CHECK(result.is_null(0, 1));
  CHECK(result.value(0, 1).empty());
  CHECK(result.get(0, 2) == "é'\"");
  CHECK_FALSE(result.get(0, 3));
  CHECK(connection.execute("create table t as select generate_series(1, 7)").affected() == 7);
  CHECK(connection.execute("delete from t").command_tag() == "DELETE 7");
  CHECK(Result().rows() == 0);
}

TEST_CASE("arrays as parameters hold any text") {
  TestDatabase database;
  Connection connection = database.connect();
  const std::vector<std::string> texts = {"", "a", "a,b", "\"", "\\", "{}", "NULL", " ", "é", "line\nbreak", "'"};
  const Result result = connection.execute("select unnest($1::text[])", {array_literal(texts)});
  REQUIRE(result.rows() == static_cast<int>(texts.size()));
  for (int i = 0; i < result.rows(); ++i) CHECK(result.value(i, 0) == texts[static_cast<std::size_t>(i)]);
  CHECK(connection.execute("select cardinality($1::text[])", {array_literal({})}).value(0, 0) == "0");
}

TEST_CASE("identifiers are quoted whatever is in them") {
  TestDatabase database;
  Connection connection = database.connect();
  const std::string name = "a\"; drop table x; -- é";
  connection.execute("create table " + connection.quote_identifier(name) + "()");
  CHECK(connection.execute("select from pg_class where relname = $1", {name}).rows() == 1);
}

TEST_CASE("a server error carries all that the server says") {
  TestDatabase database;
  Connection connection = database.connect();
  connection.run_script("create table t(id int constraint positive check (id > 0))");
  const ServerError violated = server_error([&] { connection.execute("insert into t values (-1)"); });
  CHECK(violated.failure() == Failure::failed);
  CHECK(violated.sqlstate() == "23514");
  CHECK(violated.fields().table == "t");
  CHECK(violated.fields().constraint == "positive");
  CHECK(violated.detail() == "Failing row contains (-1).");
  CHECK(
      std::string(violated.what()) ==
      "new row for relation \"t\" violates check constraint \"positive\" (SQLSTATE 23514)\nFailing row contains (-1).");
  CHECK(violated.statement() == "insert into t values (-1)");

  const ServerError syntax = server_error([&] { connection.execute("select é\nfrom nowhere.t"); });
  CHECK(syntax.sqlstate() == "42P01");
  CHECK(syntax.position() == 15);
  CHECK(syntax.line() == 2);

  const ServerError hinted = server_error([&] { connection.execute("select idd from t"); });
  CHECK(hinted.hint().find("t.id") != std::string::npos);
  CHECK(connection.transaction_status() == TransactionStatus::idle);
}

TEST_CASE("execute takes one statement only, a script takes many") {
  TestDatabase database;
  Connection connection = database.connect();
  CHECK(server_error([&] { connection.execute("select 1; drop table t"); }).sqlstate() == "42601");
  const ServerError error =
      server_error([&] { connection.run_script("create table a();\ncreate table b();\ncreate table a();"); });
  CHECK(error.sqlstate() == "42P07");
  CHECK(connection.execute("select from pg_class where relname in ('a', 'b')").rows() == 0);
  const ServerError third = server_error([&] { connection.run_script("create table a();\n\nselect x;"); });
  CHECK(third.line() == 3);
  connection.run_script("create table a(); create table b();");
  CHECK(connection.execute("select from pg_class where relname in ('a', 'b')").rows() == 2);
  CHECK_THROWS_WITH_AS(connection.execute(std::string("select 1\0; x", 12)),
                       "PostgreSQL can't take text with a zero byte in it", Error);
  CHECK_THROWS_AS(connection.execute("select $1", {std::string("a\0b", 3)}), Error);
}

TEST_CASE("COPY from or to the client is refused, and the connection survives it") {
  TestDatabase database;
  Connection connection = database.connect();
  connection.execute("create table t(id int)");
  CHECK(server_error([&] { connection.run_script("copy t from stdin"); }).sqlstate() == "0A000");
  CHECK(server_error([&] { connection.execute("copy (select generate_series(1, 100000)) to stdout"); }).sqlstate() ==
        "0A000");
  CHECK(connection.execute("select 1").rows() == 1);
}

TEST_CASE("transactions and locks are seen") {
  TestDatabase database;
  Connection connection = database.connect();
  Connection other = database.connect();
  connection.execute("create table t()");
  connection.execute("begin");
  CHECK(connection.transaction_status() == TransactionStatus::in_transaction);
  connection.execute("lock table t");
  other.execute("set lock_timeout = '50ms'");
  const ServerError timeout = server_error([&] { other.execute("select from t"); });
  CHECK(timeout.lock_not_available());
  CHECK(timeout.failure() == Failure::failed);
  CHECK_FALSE(timeout.connection_lost());
  CHECK_THROWS_AS(connection.execute("select nothing"), ServerError);
  CHECK(connection.transaction_status() == TransactionStatus::failed_transaction);
  connection.execute("rollback");
  CHECK(connection.transaction_status() == TransactionStatus::idle);
}

TEST_CASE("notices go to the callback, and nowhere else") {
  TestDatabase database;
  std::vector<Notice> notices;
  Connection connection = database.connect({.on_notice = [&](const Notice& notice) { notices.push_back(notice); }});
  connection.run_script(
      "do $$ begin raise warning 'beware' using hint = 'duck', errcode = '01000'; end $$; drop table if exists "
      "nothing");
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].severity == "WARNING");
  CHECK(notices[0].message == "beware");
  CHECK(notices[0].hint == "duck");
  CHECK(notices[0].sqlstate == "01000");
  CHECK(notices[1].severity == "NOTICE");
  connection.on_notice([](const Notice&) { throw std::runtime_error("must not pass through libpq"); });
  connection.run_script("drop table if exists nothing");
  Connection moved = std::move(connection);
  moved.on_notice([&](const Notice& notice) { notices.push_back(notice); });
  moved.run_script("drop table if exists nothing");
  CHECK(notices.size() == 3);
}

TEST_CASE("a running query can be cancelled from another thread") {
  TestDatabase database;
  Connection connection = database.connect();
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(connection.cancel());
  });
  const auto start = std::chrono::steady_clock::now();
  const ServerError error = server_error([&] { connection.execute("select pg_sleep(60)"); });
  canceller.join();
  CHECK(error.sqlstate() == "57014");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  CHECK(connection.execute("select 1").rows() == 1);
}

TEST_CASE("why a connection can't write") {
  TestDatabase database;
  Connection connection = database.connect();
  CHECK(connection.read_only_reason().empty());
  CHECK_FALSE(connection.is_in_recovery());
  connection.execute("begin read only");
  CHECK(connection.read_only_reason() == "the transaction is read-only");
  connection.execute("rollback");
  connection.execute("set default_transaction_read_only = on");
  CHECK(connection.read_only_reason() == "default_transaction_read_only is on");
}

TEST_CASE("a killed connection says who, where and why") {
  TestDatabase database;
  Connection connection = database.connect();
  Connection killer = shared_server().connect();
  const auto kill = [&] {
    killer.execute("select pg_terminate_backend($1::int, 5000)", {std::to_string(connection.backend_pid())});
  };
  SUBCASE("between two statements") {
    kill();
    const ServerError error = server_error([&] { connection.execute("select 1"); });
    CHECK(error.connection_lost());
    CHECK(error.sqlstate() == "57P01");
    CHECK(std::string(error.what())
              .starts_with("lost the connection to " + connection.describe() +
                           ": terminating connection due to administrator command"));
    CHECK_FALSE(connection.is_open());
  }
  SUBCASE("in a statement") {
    std::thread thread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      kill();
    });
    const ServerError error = server_error([&] { connection.execute("select pg_sleep(60)"); });
    thread.join();
    CHECK(error.connection_lost());
    CHECK(error.sqlstate() == "57P01");
    CHECK(error.statement() == "select pg_sleep(60)");
  }
  SUBCASE("in a pipeline") {
    Pipeline pipeline(connection);
    pipeline.send("select 1");
    pipeline.send("select pg_sleep(60)");
    pipeline.send("select 2");
    pipeline.start();
    std::thread thread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      kill();
    });
    int answers = 0;
    const ServerError error = server_error([&] { pipeline.each([&](std::size_t, const Result&) { ++answers; }); });
    thread.join();
    CHECK(error.connection_lost());
    CHECK(error.sqlstate() == "57P01");
    CHECK(error.query() == 1);
    CHECK(answers == 1);
  }
  // Every further use fails as clearly.
  CHECK(server_error([&] { connection.execute("select 1"); }).connection_lost());
  CHECK(server_error([&] { connection.run_script("select 1"); }).connection_lost());
  CHECK(server_error([&] { Pipeline(connection).send("select 1"); }).connection_lost());
}

TEST_CASE("no server, no host, no database: what to do is said") {
  const std::string nobody = connect_failure("postgresql://app:secret@127.0.0.1:1/x");
  CHECK(nobody.find("can't connect") != std::string::npos);
  CHECK(nobody.find("port 1 failed: Connection refused") != std::string::npos);
  CHECK(nobody.find("is the server running there") != std::string::npos);
  CHECK(nobody.find("secret") == std::string::npos);
  CHECK(connect_failure("host=/nowhere").find("/nowhere/.s.PGSQL.5432") != std::string::npos);
  CHECK(connect_failure("host=no.such.host.invalid password=secret").find("no.such.host.invalid") != std::string::npos);

  const std::string missing = connect_failure(shared_server().connection_string("no such database"));
  CHECK(missing.find("database \"no such database\" does not exist on " + shared_server().directory()) !=
        std::string::npos);
  CHECK(missing.find("SQLSTATE 3D000") != std::string::npos);
  CHECK(missing.find("createdb") != std::string::npos);
  const std::string nobody_there =
      connect_failure(fmt::format("host={} user=nobody_there dbname=postgres", shared_server().directory()));
  CHECK(nobody_there.find("role \"nobody_there\" does not exist") != std::string::npos);
  CHECK(nobody_there.find("LOCATION") == std::string::npos);
}

TEST_CASE("a server that doesn't answer is given up") {
  const plumb::testing::TemporaryDirectory directory;
  const int silent = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strcpy(address.sun_path, (directory.path() + "/.s.PGSQL.5432").c_str());
  REQUIRE(bind(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(listen(silent, 5) == 0);
  const auto start = std::chrono::steady_clock::now();
  const std::string text = connect_failure(fmt::format("host={} connect_timeout=1", directory.path()));
  CHECK(text.find("no answer from " + directory.path()) != std::string::npos);
  CHECK(text.find("within 1 s") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
  // Of several hosts, the next is tried.
  Connection second(fmt::format("host={},{} user=postgres dbname=postgres connect_timeout=1", directory.path(),
                                shared_server().directory()));
  CHECK(second.execute("select 1").rows() == 1);
  close(silent);
}

TEST_CASE("no message repeats a password") {
  EmbeddedServer server = EmbeddedServer::start({.settings = {{"password_encryption", "scram-sha-256"}}});
  {
    Connection admin = server.connect();
    admin.execute("create role app login password 'right-password'");
    // Only the file's owner reads it; this test may be root.
    plumb::testing::write_file(server.data_dir() + "/pg_hba.conf",
                               "local all postgres trust\nlocal all all scram-sha-256\n");
    admin.execute("select pg_reload_conf()");
    for (int i = 0; i < 100 && admin.execute("select from pg_hba_file_rules").rows() != 2; ++i) continue;
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const std::string& place = server.directory();
  const auto url = [&](const std::string& password) {
    return fmt::format("postgresql://app:{}@/postgres?host={}", password, place);
  };
  Connection good(url("right-password"));
  CHECK(good.describe() == fmt::format("database \"postgres\" on {}:5432 as user \"app\"", place));

  const ServerError wrong = server_error([&] { Connection connection(url("hunter2")); });
  CHECK(wrong.sqlstate() == "28P01");
  CHECK(wrong.message() == fmt::format("wrong password for user \"app\" on {}:5432", place));
  for (const std::string secret : {"hunter2", "x", "p%40ss%2Fw0rd", "app", "password"}) {
    for (const std::string& conninfo :
         {url(secret), fmt::format("host={} user=app dbname=postgres password='{}'", place, secret)}) {
      const std::string text = connect_failure(conninfo);
      if (secret != "app" && secret != "password" && secret != "x") CHECK(text.find(secret) == std::string::npos);
      CHECK(text.find("wrong password for user \"app\"") != std::string::npos);
      CHECK(text.find("p@ss/w0rd") == std::string::npos);
    }
  }
  {
    const EnvironmentVariable password("PGPASSWORD", "hunter2");
    const std::string text = connect_failure(fmt::format("host={} user=app dbname=postgres", place));
    CHECK(text.find("hunter2") == std::string::npos);
    CHECK(text.find("wrong password") != std::string::npos);
  }
  const std::string none =
      connect_failure(fmt::format("host={} user=app dbname=postgres passfile=/nonexistent", place));
  CHECK(none.find("asks for the password of user \"app\", and none was given") != std::string::npos);

  // Wrongly written strings, whose parts libpq takes for something else and quotes.
  for (const std::string conninfo :
       {"postgresql://app:hun@ter2@/postgres", "postgresql://app:hun/ter2@host/postgres",
        "postgresql://app:hun?ter2@host/x", "postgresql://app:hun#ter2@host:port/x",
        "postgresql://app:hun%zzter2@host/x", "postgresql://app:hun ter2@host/x", "postgress://app:hun-ter2@host/x",
        "postgress://app:hun-ter2@host/x?sslmode=require", "postgresql://app:hunter2@[host/x",
        "host=h password=hun ter2", "host=h password='hunter2", "password=hun ter2=x", "host=h password = hunter2\\",
        "postgresql://host/x?password=hun-ter2&nonsense=1", "postgresql://app:hunter2@host:notaport/x",
        "postgresql:/app:hun-ter2@host/x", "app:hun-ter2@host"}) {
    CAPTURE(conninfo);
    for (const std::string& text : {connect_failure(conninfo), redacted_url(conninfo)}) {
      CHECK_MESSAGE(text.find("hun") == std::string::npos, text);
      CHECK_MESSAGE(text.find("ter2") == std::string::npos, text);
    }
  }
}

TEST_CASE("connection strings without their passwords") {
  CHECK(redacted_url("postgresql://app:secret@host:5432/db?sslmode=require") ==
        "postgresql://app:****@host:5432/db?sslmode=require");
  CHECK(redacted_url("postgres://app:s%40c@host/db") == "postgres://app:****@host/db");
  CHECK(redacted_url("postgresql://app@host/db") == "postgresql://app@host/db");
  CHECK(redacted_url("postgresql://host:5432/db") == "postgresql://host:5432/db");
  CHECK(redacted_url("postgresql:///db?host=/tmp&password=x&user=me&sslpassword=y") ==
        "postgresql:///db?host=/tmp&password=****&user=me&sslpassword=****");
  CHECK(redacted_url("postgresql:///db?pass%77ord=x") == "postgresql:///db?pass%77ord=****");
  CHECK(redacted_url("host=h password=secret dbname=d") == "host=h password=**** dbname=d");
  CHECK(redacted_url("host=h password = 'se cr\\'et' dbname=d") == "host=h password = **** dbname=d");
  CHECK(redacted_url("passfile=x user=password") == "passfile=x user=password");
  CHECK(redacted_url("mydb") == "mydb");
  CHECK(redacted_url("") == "");
}
