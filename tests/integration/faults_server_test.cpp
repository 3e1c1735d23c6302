// What a server may refuse, and how plumb tells it: wrong passwords, missing extensions and privileges, connections that
// can't write, locks that others hold.
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/workplace.h"

namespace {

using namespace plumb::testing;
using plumb::postgres::Connection;
using plumb::postgres::EmbeddedServer;

constexpr const char* table_t = "tables: {t: {columns: {id: bigint primary key}}}\n";

std::string as(const std::string& role, const Workplace& work) {
  return fmt::format("host={} user={} dbname={}", shared_server().directory(), role, work.database.name());
}

// A role of its own, gone with the test; what it owns and may do goes before.
struct Role {
  explicit Role(const Workplace& work) : work(work), name(work.database.name() + "_role") {
    work.database.run("create role " + name + " login");
  }
  ~Role() { work.database.run("drop owned by " + name + "; drop role " + name); }
  Role(const Role&) = delete;
  Role& operator=(const Role&) = delete;
  const Workplace& work;
  const std::string name;
};

// A server that asks everyone but its superuser for a password.
EmbeddedServer server_with_passwords() {
  EmbeddedServer server = EmbeddedServer::start({.settings = {{"password_encryption", "scram-sha-256"}}});
  Connection admin = server.connect();
  admin.execute("create role app login password 'right-password'");
  admin.execute("create database shop owner app");
  write_file(server.data_dir() + "/pg_hba.conf", "local all postgres trust\nlocal all all scram-sha-256\n");
  admin.execute("select pg_reload_conf()");
  // The postmaster is told at once, but not read by the next statement.
  for (int i = 0; i < 100; ++i) {
    try {
      const Connection still(fmt::format("host={} user=app dbname=shop passfile=/nonexistent", server.directory()));
    } catch (const plumb::Error&) {
      return server;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  FAIL("pg_hba.conf is not read");
  return server;
}

}  // namespace

TEST_CASE("a wrong password is told, and never shown, wherever it comes from") {
  const EmbeddedServer server = server_with_passwords();
  const Workplace work;
  const std::string& place = server.directory();
  const std::string key_values = fmt::format("host={} user=app dbname=shop", place);
  const auto url = [&place](const std::string& password) {
    return fmt::format("postgresql://app{}@/shop?host={}", password.empty() ? "" : ":" + password, place);
  };
  const std::string secret = "Hunter2-secret";
  struct Way {
    std::string declared;  // `database:` in plumb.yaml
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
  };
  const std::vector<Way> ways = {
      {"", {"--db", url(secret)}, {}},
      {"", {"--db", key_values + " password=" + secret}, {}},
      {"", {}, {"PLUMB_DB=" + url(secret)}},
      {"", {"--db", key_values}, {"PGPASSWORD=" + secret}},
      {url("${THE_PASSWORD}"), {}, {"PLUMB_DB", "THE_PASSWORD=" + secret}},
      {key_values + " password='${THE_PASSWORD}'", {}, {"PLUMB_DB", "THE_PASSWORD=" + secret}},
      {url(secret), {}, {"PLUMB_DB"}},
      {url("right-password"), {}, {"PLUMB_DB", "PGPASSWORD=" + secret}},  // PG* variables win
  };
  for (const Way& way : ways) {
    work.declare(table_t + (way.declared.empty() ? "" : "database: \"" + way.declared + "\"\n"));
    for (const std::vector<std::string>& command : {std::vector<std::string>{"plan"},
                                                    {"plan", "--format", "json"},
                                                    {"apply", "--yes"},
                                                    {"apply", "--check"},
                                                    {"apply", "--yes", "--format", "json"},
                                                    {"import"}}) {
      auto arguments = command;
      arguments.insert(arguments.end(), way.arguments.begin(), way.arguments.end());
      ProgramOptions options;
      options.directory = work.folder.path();
      options.environment = way.environment;
      options.environment.emplace_back("PLUMB_TIMING=1");
      CAPTURE(way.declared);
      CAPTURE(arguments.back());
      const ProgramResult result = run_plumb(arguments, options);
      CHECK_EQ(result.exit_code, 1);
      CHECK(result.out.empty());
      CHECK(has(result.err,
                fmt::format("plumb: error: wrong password for user \"app\" on {}:5432 (SQLSTATE 28P01)\n", place)));
      CHECK_FALSE(has(result.out + result.err, secret));
    }
  }
  // The right one is as secret.
  work.declare(table_t);
  for (const char* format : {"text", "json", "sql", "markdown"}) {
    const ProgramResult result =
        work.run({"plan", "--format", format, "--db", url("right-password")}, {"PLUMB_TIMING=1"});
    CHECK_EQ(result.exit_code, 0);
    CHECK_FALSE(has(result.out + result.err, "right-password"));
  }
  const ProgramResult none = work.run({"plan", "--db", url("")}, {"PGPASSFILE=/nonexistent"});
  CHECK_EQ(none.exit_code, 1);
  CHECK(has(none.err, "asks for the password of user \"app\", and none was given"));
}

TEST_CASE("an extension whose files are not there: which package brings it, and nothing is done") {
  const Workplace work;
  work.declare("extensions: {timescaledb: , hstor: , earthdistance: , citext: }\n" + std::string(table_t));
  const std::string before = pg_dump(work.database.url());
  const std::string major = std::to_string(shared_server().version().major());
  const ProgramResult refused = work.run({"apply", "--yes"});
  CHECK_EQ(refused.exit_code, 1);
  CHECK(has(refused.err, "plumb: error: 3 things are in the way\n"));
  CHECK(has(refused.err,
            "extension timescaledb is not installed on the server's machine: install it there (Debian, "
            "Ubuntu: apt install postgresql-" +
                major + "-timescaledb)"));
  CHECK(has(refused.err, "extension hstor is not installed on the server's machine: did you mean hstore?"));
  CHECK(has(refused.err, "extension earthdistance requires extension cube, which is not declared"));
  CHECK(has(refused.err, "nothing was done: the database is as it was\n"));
  CHECK_EQ(pg_dump(work.database.url()), before);
  const ProgramResult plan = work.run({"plan"});
  CHECK_EQ(plan.exit_code, 0);
  CHECK(has(plan.out, "in the way        extension timescaledb is not installed"));
  CHECK(has(plan.out, ", once what is in the way is settled"));

  work.declare("extensions: {earthdistance: , cube: , citext: }\n" + std::string(table_t));
  CHECK_EQ(work.code({"apply", "--yes"}), 0);
  CHECK_EQ(work.code({"apply", "--check"}), 0);
}

TEST_CASE("a role that lacks privileges: which, for what, and nothing is done") {
  const Workplace work;
  const Role role(work);
  const std::string other = role.name + "_other";
  work.database.run(fmt::format(
      "create role {1}; revoke create on schema public from public; create schema mine;"
      "create table theirs (id int primary key, note text); create table seen (id int primary key);"
      "alter table theirs owner to {1}; alter table seen owner to {1};"
      "create table own (id int primary key, n int); alter table own owner to {0}; create index own_n on own (n);"
      "create schema half; grant create on schema half to {0}; create function f() returns int language sql as "
      "'select 1'",
      role.name, other));
  const std::string before = pg_dump(work.database.url());
  const std::string login = as(role.name, work);
  const auto refusal = [&](const std::string& sections, const std::string& expected) {
    CAPTURE(expected);
    write_file(work.path("plumb.yaml"), "plumb: 1\nmanage: {schemas: [public, app]}\n" + sections);
    const ProgramResult plan = work.run({"plan", "--db", login});
    CHECK_EQ(plan.exit_code, 0);
    CHECK(has(plan.out, "in the way        " + expected));
    const ProgramResult apply = work.run({"apply", "--yes", "--allow", "breaking", "--db", login});
    CHECK_EQ(apply.exit_code, 1);
    CHECK_MESSAGE(has(apply.err, expected.substr(0, expected.find(": "))), apply.err);
    CHECK_MESSAGE(has(apply.err, expected.substr(expected.find(": ") + 2)), apply.err);
    CHECK(has(apply.err, "nothing was done: the database is as it was"));
    CHECK_EQ(pg_dump(work.database.url()), before);
  };
  const std::string rest =
      "  theirs: {columns: {id: int primary key, note: text}}\n  seen: {columns: {id: int primary key}}\n";
  const std::string own = "  own: {columns: {id: int primary key, n: int}, indexes: {own_n: (n)}}\n";
  const std::string may_not_create =
      fmt::format("role {0} may not create in schema public: GRANT USAGE, CREATE ON SCHEMA public TO {0}", role.name);
  refusal("schemas: [app]\ntables:\n" + rest + own,
          fmt::format("role {0} may not create in database {1}: GRANT CREATE ON DATABASE {1} TO {0}", role.name,
                      work.database.name()));
  refusal("tables:\n" + rest + own + "  t: {columns: {id: int}}\n", may_not_create);
  refusal(
      "tables:\n  theirs: {columns: {id: int primary key, note: text, more: int}}\n  seen: {columns: {id: int primary "
      "key}}\n" +
          own,
      fmt::format("role {0} does not own table public.theirs, role {1} does: apply as role {1}, or make {0} a member "
                  "of it: GRANT {1} TO {0}",
                  role.name, other));
  refusal("tables:\n  seen: {columns: {id: int primary key}}\n" + own,
          fmt::format("role {0} does not own table public.theirs, role {1} does: apply as role {1}", role.name, other));
  refusal(
      "tables:\n" + rest + "  own: {columns: {id: int primary key, n: int references theirs}, indexes: {own_n: (n)}}\n",
      fmt::format("role {0} may not reference table public.theirs: GRANT REFERENCES ON public.theirs TO {0}",
                  role.name));
  refusal("tables:\n" + rest +
              "  own: {columns: {id: int primary key, n: int}, indexes: {own_n: (n), more: \"(n, id)\"}}\n",
          may_not_create);
  refusal(
      "extensions: {pg_stat_statements: }\ntables:\n" + rest + own,
      fmt::format("only a superuser may create extension pg_stat_statements, and role {} is none: let one run CREATE "
                  "EXTENSION pg_stat_statements, then apply",
                  role.name));

  // A member that inherits nothing of the owner has to become it.
  work.database.run(fmt::format("alter role {0} noinherit; grant {1} to {0}", role.name, other));
  const std::string noted =
      "tables:\n  theirs: {columns: {id: int primary key, note: text, more: int}}\n  seen: "
      "{columns: {id: int primary key}}\n" +
      own;
  refusal(noted, fmt::format("role {0} does not own table public.theirs, role {1} does: apply as role {1}, as {0} may, "
                             "which inherits nothing of it: PGOPTIONS='-c role={1}'",
                             role.name, other));
  work.database.run(fmt::format("revoke {1} from {0}; alter role {0} inherit", role.name, other));

  // CREATE alone lets nobody find what he has made; functions are owned, too.
  write_file(work.path("plumb.yaml"),
             "plumb: 1\nfunctions: {f(): {returns: int, volatility: stable, body: select 1}}\n"
             "tables: {half.t: {columns: {id: int}}}\n");
  const ProgramResult half = work.run({"plan", "--db", login});
  CHECK_MESSAGE(
      has(half.out,
          fmt::format("role {0} may not create in schema half: GRANT USAGE, CREATE ON SCHEMA half TO {0}", role.name)),
      half.out);
  CHECK_MESSAGE(has(half.out, fmt::format("role {} does not own function public.f(), role ", role.name)), half.out);
  work.database.run("drop schema half; drop function f()");

  // Steps that are not allowed are in nobody's way; what the role may do it does.
  write_file(work.path("plumb.yaml"),
             "plumb: 1\nmanage: {schemas: [public]}\ntables:\n  theirs: {columns: {id: int primary key}}\n  seen: "
             "{columns: {id: int primary key}}\n"
             "  own: {columns: {id: int primary key, n: int, m: int}, indexes: {own_n: (n)}}\n");
  const ProgramResult additive = work.run({"apply", "--yes", "--db", login});
  CHECK_EQ(additive.exit_code, 3);
  CHECK_MESSAGE(has(additive.out, "Done: 1 step; 1 step left"), additive.err);
  // A member of the owner is as good as the owner.
  work.database.run(fmt::format("grant {1} to {0}", role.name, other));
  CHECK_EQ(work.run({"apply", "--yes", "--allow", "breaking", "--db", login}).exit_code, 0);

  work.database.run(fmt::format("revoke connect on database {} from public", work.database.name()));
  const ProgramResult outside = work.run({"plan", "--db", login});
  CHECK_EQ(outside.exit_code, 1);
  CHECK(
      has(outside.err, fmt::format("role \"{}\" may not connect to database \"{}\"", role.name, work.database.name())));
  work.database.run(fmt::format("drop owned by {0}; drop role {0}", other));
}

TEST_CASE("what can't be settled without the right to write is told as unproven, and how to settle it") {
  const Workplace work;
  const Role role(work);
  work.database.run(
      "create table t (id bigint primary key, at timestamptz, constraint c check (at > '2020-01-01'), note text)");
  work.declare(
      "tables: {t: {columns: {id: bigint primary key, at: timestamptz, note: varchar(9)}, checks: {c: at > '1 Jan "
      "2020'}}}\n");
  const ProgramResult settled = work.run({"plan"});
  CHECK_EQ(settled.exit_code, 0);
  CHECK_FALSE(has(settled.out, "unproven"));
  CHECK_FALSE(has(settled.out, "check public.t.c"));
  const auto unproven = [&](const std::string& why, const ProgramResult& plan) {
    CHECK_EQ(plan.exit_code, 0);
    CHECK_MESSAGE(has(plan.out,
                      "unproven          is it a difference of spelling alone? check public.t.c: the server could not "
                      "be asked: " +
                          why + "; to settle it, plan with a connection that may create a schema"),
                  plan.out);
    CHECK(has(plan.out, "column public.t.note"));  // a difference of types is proof of itself
    CHECK_FALSE(has(plan.out, "spelling alone? column"));
  };
  unproven("permission denied for database " + work.database.name(), work.run({"plan", "--db", as(role.name, work)}));
  unproven("default_transaction_read_only is on",
           work.run({"plan"}, {"PGOPTIONS=-c default_transaction_read_only=on"}));
}

TEST_CASE("a connection that can't write: plan works, apply is refused before its first step") {
  const Workplace work;
  work.declare(table_t);
  const std::vector<std::string> read_only = {"PGOPTIONS=-c default_transaction_read_only=on"};
  const ProgramResult plan = work.run({"plan"}, read_only);
  CHECK_EQ(plan.exit_code, 0);
  CHECK(has(plan.out, "in the way        nothing can be written: default_transaction_read_only is on: switch it off"));
  CHECK_EQ(work.run({"apply", "--check"}, read_only).exit_code, 2);
  const ProgramResult apply = work.run({"apply", "--yes"}, read_only);
  CHECK_EQ(apply.exit_code, 1);
  CHECK(has(apply.err, "plumb: error: nothing can be written: default_transaction_read_only is on\n"));
  CHECK(has(apply.err, "nothing was done: the database is as it was\n"));
  work.database.run("create table t (id bigint primary key)");
  CHECK_EQ(work.run({"apply", "--yes"}, read_only).exit_code, 0);  // nothing to do is nothing to write
}

TEST_CASE("a hot standby: import and plan work, apply is refused") {
  const Workplace work;
  const TemporaryDirectory place;
  std::filesystem::permissions(place.path(), std::filesystem::perms::all, std::filesystem::perm_options::add);
  const plumb::postgres::EmbeddedOptions options{.data_dir = place.path() + "/data",
                                                 .settings = {{"wal_level", "replica"}, {"hot_standby", "on"}}};
  EmbeddedServer::start(options).connect().execute("create table old (id int constraint c check (id between 1 and 2))");
  // Without a primary to follow it waits for one, and answers questions meanwhile.
  write_file(place.path() + "/data/standby.signal", "");
  const EmbeddedServer standby = EmbeddedServer::start(options);
  const std::string url = standby.connection_string();
  CHECK(standby.connect().is_in_recovery());
  work.declare(
      "tables: {old: {columns: {id: int}, checks: {c: \"id = any (array[1, 2])\"}}, t: {columns: {id: int}}}\n");
  CHECK(has(work.run({"import", "--db", url}).out, "c: ((id >= 1) AND (id <= 2))"));
  const ProgramResult plan = work.run({"plan", "--db", url});
  CHECK_EQ(plan.exit_code, 0);
  CHECK(has(plan.out, "+ table public.t"));
  CHECK(has(plan.out, "the server could not be asked: the server is a standby (in recovery)"));
  CHECK_EQ(work.run({"apply", "--check", "--db", url}).exit_code, 3);
  const ProgramResult apply = work.run({"apply", "--yes", "--db", url});
  CHECK_EQ(apply.exit_code, 1);
  CHECK(has(apply.err,
            "plumb: error: nothing can be written: the server is a standby (in recovery)\n"
            "  apply to the primary; target_session_attrs=read-write in the connection string finds it\n"));
}

TEST_CASE("a database whose text is no UTF-8 is told for what it is") {
  const Workplace work;
  work.declare(table_t);
  const std::string name = work.database.name() + "_ascii";
  shared_server().connect().execute(
      fmt::format("create database {} encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0", name));
  const std::string url = shared_server().connection_string(name);
  CHECK_EQ(work.run({"apply", "--yes", "--db", url}).exit_code, 0);
  {
    Connection raw(url + "&client_encoding=SQL_ASCII");
    raw.execute("set client_encoding = 'SQL_ASCII'");
    raw.execute("create table \"m\xFCller\" (id int)");
  }
  for (const char* format : {"text", "json"}) {
    const ProgramResult plan = work.run({"plan", "--format", format, "--db", url});
    CHECK_EQ(plan.exit_code, 1);
    CHECK(plan.out.empty());
    CHECK(has(plan.err, "SQLSTATE 22021"));
    CHECK(has(plan.err, "the database holds text that is none: see SHOW server_encoding"));
  }
  shared_server().drop_database(name);
}

TEST_CASE("a lock that can't be had in time: exit code 6, and who holds it") {
  const Workplace work;
  work.database.run("create table t (id bigint primary key); create view v as select id from t");
  work.declare("tables: {t: {columns: {id: bigint primary key, n: int}}}\nviews: {v: select id from t}\n");
  Connection other = work.database.connect({.application_name = "nightly"});
  other.execute("begin");
  other.execute("set application_name = 'nightly'");
  const auto held_up = [&](const std::string& err) {
    CHECK_MESSAGE(has(err, fmt::format("held up by process {} (user postgres, nightly, idle in transaction for ",
                                       other.backend_pid())),
                  err);
    CHECK_FALSE(has(err, "a secret"));
  };
  SUBCASE("to read") {
    other.execute("lock table t in access exclusive mode");
    other.execute("select 'a secret'");
    for (const std::vector<std::string>& command : {std::vector<std::string>{"plan"}, {"apply", "--yes"}, {"import"}}) {
      const ProgramResult result = work.run(command);
      CHECK_EQ(result.exit_code, 6);
      CHECK(result.out.empty());
      CHECK(has(result.err, "the database can't be read: a lock could not be had in 10 s (SQLSTATE 55P03)"));
      held_up(result.err);
    }
  }
  SUBCASE("to change") {
    other.execute("lock table t in row share mode");
    other.execute("select 'a secret'");
    const ProgramResult result = work.run({"apply", "--yes"});
    CHECK_EQ(result.exit_code, 6);
    CHECK(has(result.err,
              fmt::format("plumb: column public.t.n: try 1 of 6 gave way to others: process {} (user postgres, "
                          "nightly, idle in transaction for ",
                          other.backend_pid())));
    CHECK(has(result.err,
              "plumb: error: step 1 of 1, column public.t.n: a lock could not be had in 6 tries: canceling "
              "statement due to lock timeout (SQLSTATE 55P03)\n"));
    held_up(result.err);
    CHECK(has(result.err, "nothing was done: the database is as it was\n"));
    other.execute("rollback");
    CHECK_EQ(work.code({"apply", "--yes"}), 0);
  }
}

TEST_CASE("an apply that waits for another can be interrupted, and says whom it waits for") {
  const Workplace work;
  work.declare(table_t);
  Connection other = work.database.connect();
  other.execute("select pg_advisory_lock(1886025069, 98)");
  const auto start = std::chrono::steady_clock::now();
  ProgramOptions options;
  options.directory = work.folder.path();
  options.environment = {"PLUMB_DB=" + work.database.url()};
  const ProgramResult stopped =
      run_program({"timeout", "--preserve-status", "--signal=TERM", "2", PLUMB_BINARY, "apply", "--yes"}, options);
  CHECK_EQ(stopped.exit_code, 1);
  CHECK_EQ(stopped.err,
           "plumb: another plumb is applying to this database; waiting for it to end\nplumb: error: interrupted\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  const ProgramResult locked = work.run({"apply", "--yes"});
  CHECK_EQ(locked.exit_code, 6);
  CHECK(has(locked.err, fmt::format("another plumb is applying to this database: server process {} of user postgres, "
                                    "connected since ",
                                    other.backend_pid())));
  CHECK(has(locked.err, "nothing was done; wait until it is through"));
}

TEST_CASE("references to what is neither declared nor on the server: where, and what was meant") {
  const Workplace work;
  work.database.run(
      "create domain money_amount as numeric; create table t (id "
      "int); create schema far; create domain far.money_amount as numeric;"
      "create materialized view far.counted as select 1 as n");
  const auto errors = [&work](const std::string& sections) {
    work.declare(sections);
    const ProgramResult plan = work.run({"plan"});
    const ProgramResult apply = work.run({"apply", "--yes", "--allow", "breaking"});
    CHECK_EQ(apply.exit_code, plan.exit_code);
    CHECK_EQ(apply.err, plan.err);
    return plan.exit_code == 0 ? "" : plan.err;
  };
  const std::string wrong = errors(
      "enums: {mood: [calm]}\ntables:\n  t:\n    columns:\n      id: int\n      m: moood\n      n: other.mood\n"
      "views:\n  v: select id from tt\n  w: select id from other.t\n");
  CHECK(has(wrong,
            "plumb.yaml:9:7: error: column public.t.m: type moood is neither declared nor on the server\n"
            "        m: moood\n        ^\n  did you mean mood?\n"));
  CHECK(
      has(wrong, "plumb.yaml:10:7: error: column public.t.n: type other.mood is neither declared nor on the server\n"));
  CHECK(has(wrong,
            "plumb.yaml:12:3: error: view public.v: relation tt is neither declared nor on the server\n"
            "    v: select id from tt\n    ^\n  did you mean t?\n"));
  CHECK(has(wrong, "plumb.yaml:13:3: error: view public.w: relation other.t is neither declared nor on the server\n"));
  CHECK(has(wrong, "the declaration is invalid: 4 errors"));
  CHECK_EQ(work.database.ask("select count(*) from pg_type where typname = 'mood'"), "0");
  const std::string foreign = errors("tables: {t: {columns: {id: int, a: datetime, b: vector(3), c: enum}}}\n");
  CHECK(has(foreign, "type datetime is neither declared nor on the server\n"));
  CHECK(has(foreign, "\n  PostgreSQL's word for it is timestamptz\n"));
  CHECK(has(foreign, "\n  declare the extension that brings it: extensions: {vector: }\n"));
  CHECK(has(foreign, "\n  declare it: enums: {name: [value, value]}, and name it here\n"));
  const std::string going = errors("tables: {t: {columns: {id: int, a: money_amount}}}\n");
  CHECK(has(going, "column public.t.a: type money_amount is on the server, but not declared: it would be dropped\n"));
  CHECK(has(going, "\n  declare it, or leave it alone with manage: {ignore: […]}\n"));
  // What is there but not declared is there; what an extension will bring is not known yet.
  CHECK_EQ(errors("tables: {t: {columns: {id: int, a: far.money_amount, b: int4range, c: 'tsvector[]'}}}\n"
                  "views: {v: 'select n from far.counted', w: 'select * from pg_class join v on true', x: with y as "
                  "(select 1 as a) select a from y}\n"),
           "");
  CHECK_EQ(errors("extensions: {hstore: }\ntables: {t: {columns: {id: int, h: hstore}}}\n"), "");
}
