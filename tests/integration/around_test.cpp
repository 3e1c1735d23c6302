// What lives around the tables: secrets that must show nowhere, demands that the server can't meet, the round trip of owners
// and privileges.
#include <doctest/doctest.h>

#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* roles =
    "do $$ begin create role around_app; exception when duplicate_object then null; end $$;"
    "do $$ begin create role around_reader; exception when duplicate_object then null; end $$;";

struct Workplace {
  TemporaryDirectory folder;
  TestDatabase database;

  std::string declare(const std::string& text) const {
    const std::string path = folder.path() + "/plumb.yaml";
    write_file(path, text);
    return path;
  }
  ProgramResult run(const std::vector<std::string>& arguments) const {
    ProgramOptions options;
    options.directory = folder.path();
    options.environment = {"PLUMB_DB=" + database.url(), "NO_COLOR="};
    return run_plumb(arguments, options);
  }
};

// All diagnostics of a plan that can't be made, a line each.
std::string refused(const Workplace& at, const std::string& declaration) {
  const std::string path = at.declare(declaration);
  auto connection = at.database.connect();
  try {
    make_plan(connection, path, false);
  } catch (const Error& error) {
    std::string out;
    CHECK(error.failure() == Failure::invalid_declaration);
    for (const auto& d : error.diagnostics())
      out += std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " " + d.message + "\n";
    return out;
  }
  return "a plan";
}

constexpr const char* secret = "hunter2";

}  // namespace

TEST_CASE("no secret shows anywhere") {
  Workplace at;
  at.database.run(roles);
  at.declare(R"(plumb: 1
manage: {schemas: [public], database: true}
foreign_data_wrappers: {w: }
servers:
  s: {wrapper: w, options: {api_key: hunter2}, user_mappings: {around_app: {options: {user: u, password: hunter2}}}}
subscriptions:
  sub: {connection: host=nowhere.invalid password=hunter2, publications: [p]}
settings:
  role around_app in database: {values: {app.jwt_secret: hunter2}}
)");
  std::string all;
  const auto said = [&all](const ProgramResult& result) {
    all += result.out + result.err;
    return result;
  };
  for (const char* format : {"text", "sql", "json", "markdown"}) {
    const auto plan = said(at.run({"plan", "--format", format}));
    CHECK(plan.exit_code == 0);
    CHECK(has(plan.out, "user mapping"));
  }
  const auto script = at.run({"plan", "--format", "sql"});
  CHECK(has(script.out, "NOT COMPLETE"));
  CHECK(has(script.out, "password <redacted>"));
  // A script without its secrets can't be run by mistake.
  CHECK_THROWS(at.database.run(script.out));

  // A plan file holds none either; what is applied is whole nonetheless.
  said(at.run({"plan", "--out", "plan.json", "--out", "plan.md"}));
  for (const char* file : {"/plan.json", "/plan.md"}) all += read_file(at.folder.path() + file);
  CHECK(said(at.run({"apply", "plan.json", "--yes", "--allow", "breaking"})).exit_code == 0);
  const char* options = "select umoptions::text from pg_user_mappings where usename = 'around_app'";
  CHECK(at.database.ask(options) == "{user=u,password=hunter2}");
  CHECK(at.database.ask("select subconninfo from pg_subscription where subname = 'sub'") ==
        "host=nowhere.invalid password=hunter2");
  CHECK(said(at.run({"apply", "--check"})).exit_code == 0);

  // What the database has is not written; nor does it then differ.
  const auto imported = said(at.run({"import"}));
  CHECK(has(imported.out, "user_mappings"));
  CHECK(has(imported.err, "secrets are not written"));
  at.declare(imported.out);
  CHECK(said(at.run({"apply", "--check"})).exit_code == 0);
  CHECK(at.database.ask(options) == "{user=u,password=hunter2}");

  // Another secret is a difference that does not show what it is.
  at.database.run("alter user mapping for around_app server s options (set password 'correct horse')");
  at.declare(R"(plumb: 1
servers:
  s: {wrapper: w, options: {api_key: hunter2}, user_mappings: {around_app: {options: {user: u, password: hunter2}}}}
foreign_data_wrappers: {w: }
)");
  const auto changed = said(at.run({"plan"}));
  CHECK(has(changed.out, "another secret"));
  CHECK_FALSE(has(changed.out, "correct horse"));

  // Errors of the server and of the declaration.
  at.declare(R"(plumb: 1
foreign_data_wrappers: {w: , v: {validator: postgresql_fdw_validator}}
servers:
  s: {wrapper: w, options: {api_key: hunter2}}
  t: {wrapper: v, options: {api_key: hunter2}}
)");
  const auto failed = said(at.run({"apply", "--yes", "--allow", "breaking"}));
  CHECK(failed.exit_code == 1);
  CHECK(has(failed.err, "<redacted>"));
  at.declare("plumb: 1\nservers:\n  s: {wraper: w, options: {password: hunter2}}\n");
  CHECK(said(at.run({"validate"})).exit_code == 4);
  at.declare("plumb: 1\nservers:\n  s:\n    wrapper: w\n    options:\n      password: {hunter2: x}\n");
  CHECK(said(at.run({"validate"})).exit_code == 4);
  CHECK_FALSE(has(all, secret));
}

TEST_CASE("a declaration that the server can't have is refused before anything is planned") {
  const Workplace at;
  at.database.run(roles);
  CHECK(refused(at, R"(plumb: 1
schemas: {app: {owner: nobody_at_all}}
tables:
  t: {columns: {id: int}, grants: {around_reader: [select], someone_else: [select granted by a_third]}}
default_privileges: {for role nobody_at_all on tables: {grants: {around_reader: [select]}}}
)") == "2:24 owner of schema app: role nobody_at_all is neither declared nor on the server\n"
       "4:35 privileges on table public.t: role someone_else is neither declared nor on the server\n"
       "4:35 privileges on table public.t: role a_third is neither declared nor on the server\n"
       "5:22 default privileges for role nobody_at_all on tables: role nobody_at_all is neither declared nor on the "
       "server\n");
  // A role that is declared will be there.
  CHECK(refused(at, "plumb: 1\nroles: {around_new: }\ntables: {t: {columns: {id: int}, owner: around_new}}\n") ==
        "a plan");
  const int major = shared_server().version().major();
  if (major >= 17) return;
  const std::string is = ", and the server is " + std::to_string(major) + "\n";
  CHECK(refused(at, R"(plumb: 1
tables:
  t: {columns: {id: int}, grants: {around_reader: [maintain]}}
publications: {p: {generated_columns: stored}}
)") == "3:35 privileges on table public.t: the privilege maintain needs PostgreSQL 17" + is +
            "4:16 publication p: generated_columns needs PostgreSQL 18" + is);
}

TEST_CASE("owners, privileges and all around come back from an imported declaration") {
  const Workplace at;
  at.database.run(roles);
  at.database.run(R"(
    create schema app authorization around_app;
    create schema "Odd; schema";
    revoke usage on schema public from public;
    alter default privileges for role around_app in schema app grant select on tables to around_reader;
    alter default privileges for role around_app revoke execute on functions from public;
    alter default privileges grant select on tables to around_reader;
    create type app.mood as enum ('calm');
    revoke usage on type app.mood from public;
    create type app.pair as (a int, b int);
    alter type app.pair owner to around_app;
    grant usage on type app.pair to around_reader;
    create sequence app.s;
    grant usage on sequence app.s to around_reader with grant option;
    create table app.t (id serial primary key, a int, b int);
    alter table app.t owner to around_app;
    grant select (a), update (b) on app.t to around_reader;
    grant insert on app.t to public;
    create table "Odd; schema".closed (id int);
    revoke all on "Odd; schema".closed from around_reader;
    revoke all on "Odd; schema".closed from current_user;
    create view app.v as select id from app.t;
    alter view app.v owner to around_app;
    grant select on app.v to around_reader;
    create foreign data wrapper w;
    create server s type 't' version 'v' foreign data wrapper w options (a 'b');
    grant usage on foreign server s to around_reader;
    create user mapping for around_reader server s options (user 'u');
    create subscription sub connection 'host=nowhere.invalid' publication x with (connect = false, slot_name = none);
  )");
  at.database.run(shared_server().version().at_least(15)
                      ? "create publication p for table app.t (id, a) where (a > 5) with (publish = 'insert');"
                        "create publication q for tables in schema app"
                      : "create publication p for table app.t with (publish = 'insert')");
  at.database.run("comment on publication p is 'for others'");
  const auto imported = at.run({"import"});
  REQUIRE(imported.exit_code == 0);
  const std::string config = at.declare(imported.out);
  const auto check = at.run({"apply", "--check"});
  CHECK_MESSAGE(check.exit_code == 0, check.out, check.err);
  const std::string before = pg_dump(at.database.url());
  CHECK_EQ(column_order_apart(fresh_dump(config)), column_order_apart(before));
}

TEST_CASE("settings are read back as they were set") {
  const Workplace at;
  at.database.run(roles);
  at.declare(R"(plumb: 1
settings:
  database: {values: {search_path: 'app, "$user", "Odd; schema"', app.name: "it's"}}
)");
  CHECK(at.run({"apply", "--yes"}).exit_code == 0);
  CHECK(at.run({"apply", "--check"}).exit_code == 0);
  CHECK(at.database.ask("show search_path") == "app, \"$user\", \"Odd; schema\"");
  CHECK(at.database.ask("show app.name") == "it's");
}

TEST_CASE("a role that gets another name keeps all that names it") {
  const Workplace at;
  at.database.run("create role \"Around; old\"; create role around_group");
  at.database.run(R"(
    grant around_group to "Around; old";
    create table t (a int, b int);
    alter table t owner to "Around; old";
    create table u (a int, b int);
    grant select on u to "Around; old" with grant option;
    grant update (b) on u to "Around; old";
    create policy p on u to "Around; old" using (true);
    alter default privileges for role "Around; old" grant select on tables to "Around; old";
    alter default privileges grant select on tables to "Around; old";
    create foreign data wrapper w;
    create server s foreign data wrapper w;
    create user mapping for "Around; old" server s options (password 'kept');
    alter role "Around; old" in database )" +
                  at.database.ask("select quote_ident(current_database())") + R"( set work_mem = '8MB';)");
  const auto imported = at.run({"import"});
  REQUIRE(imported.exit_code == 0);
  std::string declaration = imported.out;
  for (std::size_t found = declaration.find("Around; old"); found != std::string::npos;
       found = declaration.find("Around; old"))
    declaration.replace(found, 11, "around_new");
  at.declare(declaration + "\nroles: {around_new: {renamed_from: 'Around; old', member_of: [around_group]}}\n");
  const auto plan = at.run({"plan", "--format", "sql"});
  CHECK(has(plan.out, "ALTER ROLE \"Around; old\" RENAME TO around_new"));
  CHECK_MESSAGE(has(plan.out, "0 additive steps, 1 breaking"), plan.out, plan.err);
  const auto applied = at.run({"apply", "--yes", "--allow", "breaking"});
  CHECK_MESSAGE(applied.exit_code == 0, applied.out, applied.err);
  CHECK(at.run({"apply", "--check"}).exit_code == 0);
  CHECK_EQ(at.database.ask("select umoptions::text from pg_user_mappings where usename = 'around_new'"),
           "{password=kept}");
  at.database.run(
      "drop user mapping for around_new server s; drop owned by around_new; drop role around_new; drop role "
      "around_group");
}

TEST_CASE("what a new role owns and may do waits for it") {
  const Workplace at;
  at.database.run("create role around_a");
  at.declare(
      "plumb: 1\nroles: {around_a: {login: true}, around_nw: {member_of: [around_a]}}\nschemas: {nws: {owner: "
      "around_nw}}\n"
      "tables: {t: {columns: {i: int}, owner: around_nw, grants: {around_nw: [select]}}}\n");
  const auto applied = at.run({"apply", "--yes", "--allow", "breaking"});
  CHECK_MESSAGE(applied.exit_code == 0, applied.out, applied.err);
  CHECK(at.run({"apply", "--check"}).exit_code == 0);
  at.database.run("drop owned by around_nw cascade; drop role around_nw; drop role around_a");
}

TEST_CASE("roles are the server's") {
  const Workplace at;
  at.database.run(roles);
  at.declare(
      "plumb: 1\nroles: {around_made: {login: true, comment: 'that''s it', member_of: [around_app, around_reader with "
      "admin option]}}\n");
  CHECK(at.run({"apply", "--yes"}).exit_code == 0);
  CHECK(at.run({"apply", "--check"}).exit_code == 0);
  CHECK(at.database.ask("select pg_catalog.shobj_description(oid, 'pg_authid') from pg_roles"
                        " where rolname = 'around_made'") == "that's it");
  at.declare(
      "plumb: 1\nroles: {around_made: {create_database: true, comment: of another, connection_limit: 3, member_of: "
      "[around_app with admin "
      "option]}}\n");
  CHECK(at.run({"apply", "--yes", "--allow", "breaking"}).exit_code == 0);
  CHECK(at.run({"apply", "--check"}).exit_code == 0);
  CHECK(at.database.ask("select rolcanlogin || ' ' || rolcreatedb || ' ' || rolconnlimit from pg_roles"
                        " where rolname = 'around_made'") == "false true 3");
  // Left alone where no one declares it, but under `manage: {roles: true}`.
  at.declare("plumb: 1\nmanage: {schemas: [], database: true}\n");
  CHECK_FALSE(has(at.run({"plan"}).out, "around_made"));
  at.declare("plumb: 1\nmanage: {schemas: [], roles: true}\n");
  CHECK(has(at.run({"plan"}).out, "- role around_made"));
  const auto imported = at.run({"import"});
  CHECK(imported.exit_code == 0);
  CHECK_FALSE(has(imported.out, "around_made"));
  CHECK_FALSE(has(imported.out, "of another"));
  at.database.run("drop role around_made");
}

TEST_CASE("options of a membership, who may inherit and who may only change to it") {
  const Workplace at;
  at.database.run(roles);
  const auto declare = [&at](const std::string& made) { at.declare("plumb: 1\nroles: {around_made: " + made + "}\n"); };
  const auto applied = [&at] {
    const auto run = at.run({"apply", "--yes", "--allow", "breaking"});
    CHECK_MESSAGE(run.exit_code == 0, run.out, run.err);
    CHECK(at.run({"apply", "--check"}).exit_code == 0);
  };
  // As the role's own attribute says: nothing that an older server lacks.
  declare("{inherit: false, member_of: [around_app with inherit false]}");
  applied();
  declare("{member_of: ['around_app with admin option, inherit false', 'around_reader with set false']}");
  if (!shared_server().version().at_least(16)) {
    CHECK(has(at.run({"plan"}).err, "role around_made: INHERIT or SET of a membership needs PostgreSQL 16"));
    at.database.run("drop role around_made");
    return;
  }
  const auto options = [&at] {
    return at.database.ask(
        "select string_agg(concat_ws(' ', g.rolname, w.rolname, admin_option, inherit_option, set_option), ', '"
        " order by g.rolname, w.rolname) from pg_auth_members m join pg_roles g on g.oid = roleid"
        " join pg_roles w on w.oid = m.grantor where member = 'around_made'::regrole");
  };
  applied();
  CHECK(options() == "around_app postgres t f t, around_reader postgres f t f");
  // Those that another has granted change, too.
  at.database.run(
      "create role around_other; grant around_app to around_other with admin option;"
      "grant around_app to around_made with inherit true, set true granted by around_other");
  CHECK(has(at.run({"plan"}).out, "~ role around_made"));
  declare("{member_of: ['around_app with inherit false, set false', around_reader]}");
  applied();
  CHECK(options() == "around_app around_other f f f, around_app postgres f f f, around_reader postgres f t t");
  declare("{member_of: [around_reader], inherit: false}");
  applied();
  CHECK(options() == "around_reader postgres f f t");
  at.database.run("drop owned by around_other; drop role around_other; drop role around_made");
}
