// Bodies of routines: what is wrong with them is told before any step, what they name may come later.
#include "support/workplace.h"

namespace {

using namespace plumb::testing;

TEST_CASE("bodies: errors of syntax are told with their place before anything is done") {
  const Workplace work;
  work.declare(
      "functions:\n"
      "  in_plpgsql():\n    returns: int\n    language: plpgsql\n    body: |\n      begin\n        retrun 1;\n      "
      "end\n"
      "  in_sql(): {returns: int, body: selekt 1}\n"
      "  standard(): {returns: int, body: return 1 +}\n"
      "procedures:\n"
      "  unknown_variable(): {language: plpgsql, body: begin x = 1; end}\n"
      "tables: {t: {columns: {id: int}}}\n");
  for (const auto& command : {std::vector<std::string>{"plan"}, {"apply", "--yes"}}) {
    const auto refused = work.run(command);
    CHECK_NE(refused.exit_code, 0);
    CHECK(
        has(refused.err,
            "plumb.yaml:5:3: error: function public.in_plpgsql(): syntax error at or near \"retrun\", in line 2 of its "
            "body\n"));
    CHECK(has(refused.err, "plumb.yaml:12:3: error: function public.in_sql(): syntax error at or near \"selekt\"\n"));
    CHECK(has(refused.err, "plumb.yaml:13:3: error: function public.standard(): syntax error at end of input\n"));
    CHECK(has(refused.err, "procedure public.unknown_variable(): \"x\" is not a known variable\n"));
  }
  CHECK_EQ(work.database.ask("select count(*) from pg_class where relname = 't'"), "0");
}

TEST_CASE("bodies: what they name may be wanted and not be there yet") {
  const Workplace work;
  work.database.run("create table t (id int); create function f() returns record language sql as 'select 1, 2'");
  work.declare(
      "tables:\n  t: {columns: {id: int, added: int}}\n  u: {columns: {id: int, id2: int}}\n"
      "functions:\n"
      "  f(): {returns: 'table (a int, b int)', body: 'select 1, 2'}\n"
      "  of_f(): {returns: int, body: select a from f()}\n"
      "  column_to_come(): {returns: bigint, body: select sum(added) from t}\n"
      "  table_to_come(): {returns: int, language: plpgsql, body: 'begin return (select id from u); end'}\n"
      "  row_to_come(u): {returns: int, body: select $1.id2}\n"
      "  all_columns_to_come(): {returns: void, body: insert into t select * from u}\n"
      "  none(): {returns: trigger, language: plpgsql, body: 'declare r u%rowtype; begin return new; end'}\n"
      "  type_to_come(): {returns: int, language: plpgsql, body: 'declare i u.id2 % Type; begin return i; end'}\n"
      "  in_standard(): {returns: int, language: plpgsql, body: 'declare i public.u.id%type; begin return i; end'}\n");
  const auto applied = work.run({"apply", "--yes", "--allow", "breaking"});
  CHECK_MESSAGE(applied.exit_code == 0, applied.err);
  CHECK_EQ(work.code({"apply", "--check"}), 0);
  // Nothing stays behind.
  CHECK_EQ(work.database.ask("select count(*) from pg_proc p where pronamespace::regnamespace::text like 'pg_temp%'"),
           "0");
}

TEST_CASE("bodies: a role that may create nothing plans all the same") {
  const Workplace work;
  work.declare("functions: {f(): {returns: int, body: selekt 1}}\n");
  const std::string role = work.database.name() + "_reader";
  work.database.run("create role " + role + " login; revoke temp on database " + work.database.name() + " from public");
  const auto plan = work.run(
      {"--db", "host=" + shared_server().directory() + " user=" + role + " dbname=" + work.database.name(), "plan"});
  CHECK(has(plan.out, "+ function public.f()"));
  work.database.run("drop role " + role);
}

}  // namespace
