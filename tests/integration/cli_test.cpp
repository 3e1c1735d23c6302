// The program as it is called: every command, every exit code, what goes to which stream.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/workplace.h"

namespace {

using namespace plumb::testing;
namespace fs = std::filesystem;

constexpr const char* one_table = R"(
tables:
  t:
    columns:
      id: bigint primary key
      name: text
)";

constexpr const char* without_name = R"(
tables:
  t:
    columns:
      id: bigint primary key
)";

TEST_CASE("help, version and wrong usage") {
  const auto nothing = run_plumb({});
  CHECK(nothing.exit_code == 64);
  CHECK(nothing.out.empty());
  CHECK(has(nothing.err, "Usage: plumb"));
  const auto help = run_plumb({"--help"});
  CHECK(help.exit_code == 0);
  CHECK(help.err.empty());
  for (const char* command : {"init", "validate", "import", "plan", "apply", "schema", "version"}) {
    CHECK(has(help.out, std::string("\n  ") + command));
    const auto own = run_plumb({command, "--help"});
    CHECK(own.exit_code == 0);
    CHECK(has(own.out, std::string("Usage: plumb ") + command));
  }
  for (const char* later : {"rollback", "status", "history", "lint", "doc"}) CHECK_FALSE(has(help.out, later));
  CHECK(run_plumb({"--version"}).out == run_plumb({"version"}).out);
  CHECK(run_plumb({"version"}).out.starts_with("plumb "));

  const auto complaint = [](const std::vector<std::string>& arguments) {
    const auto result = run_plumb(arguments);
    CHECK(result.exit_code == 64);
    CHECK(result.out.empty());
    return result.err;
  };
  CHECK(complaint({"aply"}) == "plumb: error: there is no command aply\n  did you mean apply?\n");
  CHECK(complaint({"plan", "--fromat", "json"}) ==
        "plumb: error: there is no option --fromat\n  did you mean --format?\n");
  CHECK(complaint({"--format", "jsn", "plan"}) ==
        "plumb: error: --format: \"jsn\" is no format\n  did you mean json?\n");
  CHECK(has(complaint({"version", "--format", "sql"}), "version has no such --format"));
  CHECK(has(complaint({"plan", "apply"}), "plan takes no \"apply\""));
  CHECK(complaint({"plan", "--out"}) == "plumb: error: --out needs a value\n  see plumb plan --help\n");
  CHECK(has(complaint({"apply", "/tmp", "--yes", "--config", PLUMB_SOURCE_DIR "/examples/tourism/plumb.yaml"}),
            "can't read the plan /tmp: Is a directory"));
  CHECK(has(complaint({"apply", "--yes", "--allow", "destroy-data"}), "did you mean destroys-data?"));
  CHECK(has(complaint({"apply", "--yes", "--config", "/nowhere/plumb.yaml"}), "there is no /nowhere/plumb.yaml"));
  CHECK(has(complaint({"apply"}), "no --yes"));
}

TEST_CASE("init writes a declaration that works, and overwrites nothing") {
  const Workplace work;
  const auto made = work.run({"init", "db"});
  CHECK(made.exit_code == 0);
  CHECK(made.out == "db/plumb.yaml\ndb/schema/app.yaml\ndb/plumb.schema.json\n");
  const std::string root = read_file(work.path("db/plumb.yaml"));
  CHECK(root.starts_with("# yaml-language-server: $schema=plumb.schema.json\n"));
  CHECK(
      read_file(work.path("db/schema/app.yaml")).starts_with("# yaml-language-server: $schema=../plumb.schema.json\n"));
  CHECK(read_file(work.path("db/plumb.schema.json")) == work.run({"schema"}).out);
  const auto again = work.run({"init", "db"});
  CHECK(again.exit_code == 1);
  CHECK(has(again.err, "exists already; nothing was written"));
  CHECK(read_file(work.path("db/plumb.yaml")) == root);

  CHECK(work.run({"validate", "db"}).out == "db/plumb.yaml: valid: 2 tables, 9 columns, 3 indexes, 1 foreign key\n");
  // Whatever else the database holds is left alone.
  work.database.run("create table other (id int)");
  CHECK(work.code({"apply", "--check", "--config", "db/plumb.yaml"}) == 2);
  CHECK(work.code({"apply", "--yes", "--config", "db/plumb.yaml"}) == 0);
  CHECK(work.code({"apply", "--check", "--config", "db/plumb.yaml"}) == 0);
}

TEST_CASE("schema --reference begins pages, and leaves what people wrote in them") {
  const Workplace work;
  const auto made = work.run({"schema", "--reference", "pages"});
  CHECK(made.exit_code == 0);
  CHECK(has(made.out, "pages/README.md\n"));
  CHECK(has(made.out, "pages/foreign_key.md\n"));
  const std::string page = read_file(work.path("pages/foreign_key.md"));
  CHECK(has(page, "\n| `on_delete` |"));
  CHECK(work.run({"schema", "--reference", "pages"}).out.empty());

  std::string written = page;
  written.replace(written.find("| `on_delete` |"), 15, "| `on_deleted` |");
  written += "\nWhat we say of it.\n";
  write_file(work.path("pages/foreign_key.md"), written);
  CHECK(work.run({"schema", "--reference", "pages"}).out == "pages/foreign_key.md\n");
  CHECK(read_file(work.path("pages/foreign_key.md")) == page + "\nWhat we say of it.\n");

  write_file(work.path("pages/foreign_key.md"), "# ours\n");
  const auto refused = work.run({"schema", "--reference", "pages"});
  CHECK(refused.exit_code == 1);
  CHECK(has(refused.err, "foreign_key.md has no lines <!-- place: generated -->"));
  CHECK(read_file(work.path("pages/foreign_key.md")) == "# ours\n");
}

TEST_CASE("exit codes from the first plan to the last") {
  const Workplace work;
  work.declare(one_table);
  CHECK(work.code({"plan"}) == 0);
  CHECK(work.code({"apply", "--check"}) == 2);
  CHECK(work.code({"apply", "--check", "--allow", "additive"}) == 0);
  CHECK(work.database.ask("select to_regclass('public.t')").empty());

  const auto applied = work.run({"apply", "--yes"});
  CHECK(applied.exit_code == 0);
  CHECK(has(applied.out, "+ table public.t"));
  CHECK(has(applied.out, "Done: 1 step; the database is as declared"));
  CHECK(applied.err.empty());
  const auto in_sync = work.run({"apply", "--check"});
  CHECK(in_sync.exit_code == 0);
  CHECK(in_sync.out.starts_with("In sync: "));
  CHECK(in_sync.err.empty());

  work.database.run("insert into t values (1, 'x')");
  work.declare(without_name);
  CHECK(work.code({"apply", "--check", "--allow", "additive"}) == 3);
  const auto left = work.run({"apply", "--yes"});
  CHECK(left.exit_code == 3);
  CHECK(has(left.out, "Nothing was done: 1 step left"));
  CHECK(work.database.ask("select name from t") == "x");
  CHECK(work.code({"apply", "--yes", "--allow", "destroys-data"}) == 3);  // it also breaks clients
  CHECK(work.code({"apply", "--check", "--allow", "column public.t.name"}) == 0);
  const auto slip = work.run({"apply", "--yes", "--allow", "column public.t.nam"});
  CHECK(slip.exit_code == 3);
  CHECK(slip.err ==
        "plumb: --allow: no step of this plan is of column public.t.nam; did you mean column public.t.name?\n");
  CHECK(work.code({"apply", "--yes", "--allow", "column public.t.name"}) == 0);
  CHECK(work.code({"apply", "--check"}) == 0);

  work.declare("tabels: {}\n");
  const auto invalid = work.run({"plan"});
  CHECK(invalid.exit_code == 4);
  CHECK(invalid.out.empty());
  CHECK(has(invalid.err, "plumb.yaml:4:1: error: "));
  CHECK(has(invalid.err, "did you mean tables?"));

  work.declare(one_table);
  const auto unreachable = work.run({"plan", "--db", "host=/nowhere"});
  CHECK(unreachable.exit_code == 1);
  CHECK(unreachable.out.empty());
}

TEST_CASE("several words after one --allow") {
  const Workplace work;
  work.declare(one_table);
  CHECK(work.code({"apply", "--check", "--allow", "additive", "destroys-data"}) == 0);
  CHECK(work.code({"apply", "--check", "--allow", "additive,destroys-data"}) == 0);
  CHECK(work.code({"apply", "--check", "--allow", "additive", "--allow", "breaking"}) == 0);
  CHECK(work.code({"apply", "--check", "--allow", "additive", "nonsense"}) == 64);
}

TEST_CASE("an allowed step that waits for another says for which") {
  const Workplace work;
  work.database.run("create table t (id bigint primary key, name text); insert into t values (1, 'a')");
  work.declare(
      "tables: {t: {columns: {id: bigint primary key, n: {type: integer, renamed_from: name}}, checks: {c: n > 0}}}\n");
  const std::string waits = "plumb: --allow: check public.t.c waits for column public.t.n\n";
  const auto alone = work.run({"apply", "--yes", "--allow", "check public.t.c"});
  CHECK(alone.exit_code == 3);
  CHECK_MESSAGE(has(alone.err, waits), alone.err);
  CHECK_MESSAGE(has(work.run({"apply", "--check", "--allow", "check public.t.c"}).err, waits), alone.err);
  CHECK_FALSE(has(work.run({"apply", "--check", "--allow", "breaking"}).err, "waits for"));
}

TEST_CASE("what plumb.yaml allows holds for apply, not for the gate") {
  const Workplace work;
  work.database.run("create table t (id bigint primary key, name text)");
  work.declare(without_name);
  write_file(work.path("plumb.yaml"), read_file(work.path("plumb.yaml")) + "allow: [breaking]\n");
  CHECK(has(work.run({"plan"}).out, "Verdict: apply would carry it out"));
  CHECK(work.code({"apply", "--check"}) == 3);
  CHECK(work.code({"apply", "--yes", "--allow", "additive"}) == 3);
  CHECK(work.code({"apply", "--yes"}) == 0);
}

TEST_CASE("global options stand before or after the command; the last one holds") {
  const Workplace work;
  work.declare(one_table);
  fs::rename(work.path("plumb.yaml"), work.path("root.yaml"));
  const std::string url = work.database.url();
  const auto before =
      work.run({"--config", "root.yaml", "--db", url, "--format", "json", "plan"}, {"PLUMB_DB=host=/x"});
  const auto after = work.run({"plan", "--format", "json", "--db", url, "--config", "root.yaml"}, {"PLUMB_DB=host=/x"});
  CHECK(before.exit_code == 0);
  CHECK(before.out == after.out);
  CHECK(work.run({"--format=sql", "plan", "--format=json", "--config=root.yaml"}).out == before.out);
}

TEST_CASE("plans as text, SQL, JSON and Markdown") {
  const Workplace work;
  work.database.run(
      "create table t (id bigint primary key, name text); insert into t values (1, 'x');"
      "create table i (id int generated always as identity); grant usage on sequence i_id_seq to public");
  work.declare(std::string(without_name) +
               "  i: {columns: {id: int generated always as identity}}\n"
               "identity_sequences: {i_id_seq: {grants: {public: [usage]}}}\n");
  CHECK(work.run({"plan"}).out == work.run({"plan", "--format", "text"}).out);
  CHECK_FALSE(has(work.run({"plan"}).out, "not managed yet"));
  CHECK(has(work.run({"plan", "--format", "markdown"}).out, "| **breaking** | 1 |"));

  const auto files = work.run({"plan", "--out", "plan.json", "--out", "plan.sql", "--out", "plan.md"});
  CHECK(files.out == work.run({"plan"}).out);
  CHECK(read_file(work.path("plan.json")) == work.run({"plan", "--format", "json"}).out);
  CHECK(work.run({"plan", "--format", "sql", "--out", "other.sql"}).out.empty());
  CHECK(read_file(work.path("other.sql")) == read_file(work.path("plan.sql")));
  CHECK(has(work.run({"plan", "--out", "/nowhere/plan.json"}).err,
            "plumb: error: can't write /nowhere/plan.json: No such file or directory\n"));
  CHECK(work.run({"plan", "--out", "/dev/full"}).exit_code == 1);

  const auto valid = plumb::postgres::run_program(
      {"python3", "-c",
       "import json, sys, jsonschema; schema, plan = (json.load(open(path)) for path in sys.argv[1:]);"
       "jsonschema.Draft202012Validator.check_schema(schema); jsonschema.Draft202012Validator(schema).validate(plan)",
       PLUMB_SOURCE_DIR "/schema/plan.json", work.path("plan.json")});
  CHECK_MESSAGE(valid.exit_code == 0, valid.err);

  // The script does what apply would do.
  work.database.load(work.path("plan.sql"));
  CHECK(work.code({"apply", "--check"}) == 0);
}

TEST_CASE("a plan file is carried out only while both of its sides are as they were") {
  const Workplace work;
  work.declare(one_table);
  CHECK(work.code({"plan", "--out", "plan.json"}) == 0);
  CHECK(work.code({"apply", "plan.json", "--check"}) == 2);
  CHECK(work.code({"apply", "plan.json", "--yes"}) == 0);
  const auto twice = work.run({"apply", "plan.json", "--yes"});
  CHECK(twice.exit_code == 5);
  CHECK(twice.out.empty());
  CHECK(has(twice.err, "changed since plan.json was made"));
  CHECK(has(twice.err, "1. make the plan anew"));

  work.declare(without_name);
  CHECK(work.code({"plan", "--out", "plan.json"}) == 0);
  work.declare(one_table);
  const auto edited = work.run({"apply", "plan.json", "--yes", "--allow", "breaking"});
  CHECK(edited.exit_code == 5);
  CHECK(has(edited.err, "the declaration has changed since plan.json was made"));

  CHECK(work.code({"apply", "nowhere.json", "--yes"}) == 64);
  write_file(work.path("plan.json"), "{}");
  CHECK(has(work.run({"apply", "plan.json", "--yes"}).err, "plan.json: this is no plan that plumb wrote"));
}

TEST_CASE("apply without --yes asks on a terminal") {
  const Workplace work;
  work.declare(one_table);
  const auto answer = [&work](const std::string& text) {
    ProgramOptions options;
    options.directory = work.folder.path();
    options.environment = {"PLUMB_DB=" + work.database.url()};
    options.input = text;
    return plumb::postgres::run_program({"script", "-qec", PLUMB_BINARY " apply", "/dev/null"}, options);
  };
  const auto no = answer("n\n");
  CHECK(no.exit_code == 2);
  CHECK(has(no.out, "Carry out 1 step on " + work.database.name() + "? [y/N]"));
  CHECK(work.code({"apply", "--check"}) == 2);
  CHECK(answer("y\n").exit_code == 0);
  CHECK(work.code({"apply", "--check"}) == 0);
}

TEST_CASE("import: planned against the same database it differs in nothing") {
  const Workplace work;
  work.database.run(
      "create schema app; create table app.t (id int primary key, \"Odd;\" text);"
      "create table app.i (id int generated always as identity); grant usage on sequence app.i_id_seq to public");
  const auto one = work.run({"import"});
  CHECK(one.exit_code == 0);
  CHECK(one.err.empty());
  CHECK(has(one.out, "  app.i_id_seq:\n    grants: {public: [usage]}\n"));
  CHECK(work.run({"import", "--out", "-"}).out == one.out);
  write_file(work.path("one.yaml"), one.out);
  CHECK(work.code({"apply", "--check", "--config", "one.yaml"}) == 0);

  CHECK(work.code({"import", "--out", "db"}) == 0);
  CHECK(fs::exists(work.path("db/plumb.yaml")));
  CHECK(work.code({"apply", "--check", "--config", "db/plumb.yaml"}) == 0);
  CHECK(work.code({"validate", "db"}) == 0);
  const auto again = work.run({"import", "--out", "db"});
  CHECK(again.exit_code == 1);
  CHECK(has(again.err, "exists already; nothing was written"));
}

TEST_CASE("what the types of columns prove to be spelling alone needs no server that can be written to") {
  const Workplace work;
  work.database.run(
      "create table t (s varchar(20) default 'new', n numeric(10,2), check (n >= 0));"
      "create index t_s_idx on t (lower(s)) where s = 'new'");
  work.declare(R"(
tables:
  t:
    columns: {s: varchar(20) default 'new', n: 'numeric(10,2)'}
    checks: {t_n_check: n >= 0}
    indexes: {t_s_idx: (lower(s)) where s = 'new'}
)");
  const auto result = work.run({"apply", "--check"}, {"PGOPTIONS=-c default_transaction_read_only=on"});
  INFO(result.out << result.err);
  CHECK(result.exit_code == 0);
}

TEST_CASE("validate: roots, folders, single files, and JSON") {
  const Workplace work;
  CHECK(work.code({"init"}) == 0);
  CHECK(work.code({"validate"}) == 0);
  CHECK(work.run({"validate", "schema/app.yaml", "."}).out ==
        "plumb.yaml: valid: 2 tables, 9 columns, 3 indexes, 1 foreign key\n");
  write_file(work.path("elsewhere.yaml"), "tables: {}\n");
  const auto outside = work.run({"validate", "elsewhere.yaml"});
  CHECK(outside.exit_code == 4);
  CHECK(has(outside.err, "plumb.yaml does not include this file"));

  write_file(work.path("schema/app.yaml"), "tables:\n  t: {columns: {a: txt not}}\n  u: {colums: {}}\n");
  const auto wrong = work.run({"validate"});
  CHECK(wrong.exit_code == 4);
  CHECK(wrong.out.empty());
  CHECK(has(wrong.err, "schema/app.yaml:2:"));
  CHECK(has(wrong.err, "schema/app.yaml:3:"));  // all at once, not the first alone
  const auto json = work.run({"validate", "--format", "json"});
  CHECK(json.exit_code == 4);
  CHECK(json.err.empty());
  const auto document = nlohmann::json::parse(json.out);
  CHECK(document[0]["valid"] == false);
  CHECK(document[0]["errors"].size() >= 2);
  CHECK(document[0]["errors"][0]["line"] == 2);
}

TEST_CASE("--db, then PLUMB_DB, then PG* variables, then plumb.yaml") {
  const Workplace work;
  work.declare(one_table);
  const std::string root = read_file(work.path("plumb.yaml"));
  write_file(work.path("plumb.yaml"), root + "database: " + work.database.url() + "\n");
  const auto database = [&work](std::vector<std::string> environment, std::vector<std::string> arguments = {"plan"}) {
    ProgramOptions options;
    options.directory = work.folder.path();
    options.environment = std::move(environment);
    for (const char* each : {"PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE", "PLUMB_DB"})
      if (std::none_of(options.environment.begin(), options.environment.end(),
                       [each](const auto& set) { return set.starts_with(std::string(each) + "="); }))
        options.environment.emplace_back(each);
    arguments.insert(arguments.end(), {"--format", "json"});
    const auto result = run_plumb(arguments, options);
    return result.exit_code == 0 ? nlohmann::json::parse(result.out)["database"].get<std::string>() : result.err;
  };
  const std::string name = work.database.name();
  const std::string other = "PGDATABASE=postgres";
  const std::string socket = "PGHOST=" + shared_server().directory();
  CHECK(database({}) == name);
  CHECK(database({other}) == "postgres");  // the rest is still that of plumb.yaml
  CHECK(database({other, "PLUMB_DB=" + work.database.url()}) == name);
  CHECK(database({"PLUMB_DB=host=/nowhere"}, {"plan", "--db", work.database.url()}) == name);
  CHECK(has(database({"PGHOST=/nowhere"}), "/nowhere"));
  write_file(work.path("plumb.yaml"), root + "database: postgresql://nobody@nowhere.invalid:1/${NAME}\n");
  CHECK(database({"NAME=" + name, socket, "PGUSER=postgres"}) == name);
  CHECK(has(database({"NAME"}), "NAME is not set"));
}

TEST_CASE("no password is ever printed") {
  const Workplace work;
  work.declare(one_table);
  const std::string root = read_file(work.path("plumb.yaml"));
  for (const std::string database :
       {"postgresql://user:s3cretword@127.0.0.1:1/db", "host=127.0.0.1 port=1 password=s3cretword",
        "postgresql://user:s3cretword/@127.0.0.1:1", "host=127.0.0.1 port=1 password='s3cretword"}) {
    const auto given = work.run({"plan", "--db", database});
    CHECK(given.exit_code != 0);
    CHECK_FALSE(has(given.out + given.err, "s3cretword"));
    write_file(work.path("plumb.yaml"), root + "database: \"" + database + "\"\n");
    const auto declared = work.run({"plan"}, {"PLUMB_DB"});
    CHECK_FALSE(has(declared.out + declared.err, "s3cretword"));
  }
}

TEST_CASE("embedded:DIR keeps what was applied") {
  const Workplace work;
  work.declare(one_table);
  fs::permissions(work.folder.path(), fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
  const std::string server = "embedded:" + work.path("data");
  CHECK(work.code({"--db", server, "apply", "--yes"}) == 0);
  CHECK(work.code({"--db", server, "apply", "--check"}) == 0);
  CHECK(work.code({"--db", "embedded:", "apply", "--check"}) == 2);
}

TEST_CASE("a second apply waits for the first, and not for ever") {
  const Workplace work;
  work.declare(one_table);
  auto other = work.database.connect();
  other.execute("select pg_advisory_lock(1886025069, 98)");
  const auto locked = work.run({"apply", "--yes"});
  CHECK(locked.exit_code == 6);
  CHECK(locked.out.empty());
  CHECK(has(locked.err, "another plumb is applying to this database"));
  CHECK(work.code({"apply", "--check"}) == 2);  // looking is free
}

TEST_CASE("SIGINT cancels the statement and leaves the database as it was") {
  const Workplace work;
  work.database.run("create table t (id bigint primary key, name text)");
  work.declare(without_name);
  auto other = work.database.connect();
  other.execute("begin");
  other.execute("lock table t in row share mode");
  ProgramOptions options;
  options.directory = work.folder.path();
  options.environment = {"PLUMB_DB=" + work.database.url()};
  const auto stopped = plumb::postgres::run_program(
      {"timeout", "--preserve-status", "--signal=INT", "2", PLUMB_BINARY, "apply", "--yes", "--allow", "breaking"},
      options);
  CHECK(stopped.exit_code == 1);
  CHECK(has(stopped.err, "plumb: error: interrupted"));
  other.execute("rollback");
  // The server gets round to it when it can.
  const auto still = [&work] {
    return work.database.ask(
        "select count(*) from pg_stat_activity where datname = current_database() and query ~ '^ALTER TABLE' and state "
        "= "
        "'active'");
  };
  for (int tries = 0; tries < 100 && still() != "0"; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(still() == "0");
  CHECK(work.code({"apply", "--check"}) == 3);
}

TEST_CASE("colour only where it was not declined, and only on a terminal") {
  const Workplace work;
  work.declare(one_table);
  CHECK_FALSE(has(work.run({"plan"}, {"NO_COLOR", "TERM=xterm-256color"}).out, "\x1b["));
  const auto on_terminal = [&work](const std::string& no_colour) {
    ProgramOptions options;
    options.directory = work.folder.path();
    options.environment = {"PLUMB_DB=" + work.database.url(), "TERM=xterm", no_colour};
    return plumb::postgres::run_program({"script", "-qec", PLUMB_BINARY " plan", "/dev/null"}, options).out;
  };
  CHECK(has(on_terminal("NO_COLOR"), "\x1b[32m+ "));
  CHECK_FALSE(has(on_terminal("NO_COLOR=1"), "\x1b["));
}

}  // namespace
