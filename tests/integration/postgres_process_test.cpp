#include <doctest/doctest.h>
#include <signal.h>

#include <string>

#include "model/error.h"
#include "postgres/process.h"
#include "support/server.h"

using namespace plumb;
using namespace plumb::postgres;
using plumb::testing::TestDatabase;

TEST_CASE("programs get their arguments as they are, and their output comes back") {
  const ProgramResult echoed = run_program({"printf", "%s|", "a b", "$HOME", "; rm", "'", ""});
  CHECK(echoed.exit_code == 0);
  CHECK(echoed.out == "a b|$HOME|; rm|'||");
  const ProgramResult failed = run_program({"sh", "-c", "echo out; echo err >&2; exit 7"});
  CHECK(failed.exit_code == 7);
  CHECK(failed.out == "out\n");
  CHECK(failed.err == "err\n");
  CHECK(run_program({"sh", "-c", "kill -9 $$"}).exit_code == 128 + SIGKILL);
  CHECK_THROWS_WITH_AS(run_program({"/no/such/program"}), "can't run /no/such/program: No such file or directory",
                       Error);
}

TEST_CASE("much input and output at once, or input that nobody reads") {
  const std::string text(5'000'000, 'x');
  CHECK(run_program({"cat"}, {.input = text}).out == text);
  CHECK(run_program({"true"}, {.input = text}).exit_code == 0);
  CHECK(run_program({"cat"}).out.empty());
}

TEST_CASE("environment and directory") {
  CHECK(run_program({"sh", "-c", "echo $COLOUR; pwd; echo ${HOME-none}"},
                    {.environment = {"COLOUR=red", "HOME"}, .directory = "/"})
            .out == "red\n/\nnone\n");
  CHECK_THROWS_AS(run_program({"true"}, {.directory = "/no/such/directory"}), Error);
}

TEST_CASE("dumps hold the schema and nothing else") {
  TestDatabase database;
  // Of older servers pg_dump says who owns the schema public.
  const bool newer = plumb::testing::shared_server().version().at_least(15);
  if (newer) CHECK(plumb::testing::pg_dump(database.url()).empty());
  database.run("create table t(id int); create function f() returns void language sql as 'SET lock_timeout = 0'");
  const std::string dump = plumb::testing::pg_dump(database.url());
  const std::size_t function = dump.find("CREATE FUNCTION public.f()");
  CHECK((newer ? function == 0 : function != std::string::npos));
  CHECK(dump.find("SET lock_timeout = 0") != std::string::npos);
  CHECK(dump.find("CREATE TABLE public.t (\n    id integer\n);\nALTER TABLE public.t OWNER TO postgres;\n") !=
        std::string::npos);
  CHECK(plumb::testing::pg_dump(database.url(), {"--no-owner"}).find("OWNER") == std::string::npos);
  TestDatabase copy;
  const plumb::testing::TemporaryDirectory directory;
  plumb::testing::write_file(directory.path() + "/dump.sql", dump);
  copy.load(directory.path() + "/dump.sql");
  CHECK(plumb::testing::pg_dump(copy.url()) == dump);
}

TEST_CASE("databases with extensions") {
  for (const std::string extension : {"pg_trgm", "postgis", "vector"}) {
    if (!plumb::testing::extension_available(extension)) {
      MESSAGE(extension << " is not installed");
      continue;
    }
    const TestDatabase first({extension});
    const TestDatabase second({extension});
    CHECK(second.ask("select count(*) from pg_extension where extname = '" + extension + "'") == "1");
  }
  CHECK(TestDatabase().ask("select null").empty());
}
