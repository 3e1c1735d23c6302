// What --allow takes, which steps run under it, and what a plan asks for.
#include <doctest/doctest.h>

#include "model/error.h"
#include "plan/plan.h"
#include "plan/render.h"

namespace plumb {
namespace {

const ObjectId table = table_id("public", "t");

Step step(Verb verb, const ObjectId& id, const std::vector<HazardKind>& dangers = {},
          std::vector<std::size_t> after = {}) {
  Step out;
  out.change = {verb, id, id, {}, {}, false};
  Statement statement{"SELECT 1", {}, {}, true};
  for (const HazardKind kind : dangers) statement.hazards.push_back({kind, "reason"});
  out.own_class = out.phase = dangers.empty() ? Class::additive : Class::breaking;
  out.statements = {statement};
  out.after = std::move(after);
  return out;
}

std::string runs(const Plan& plan, const std::vector<std::string>& words) {
  std::string out;
  for (const bool run : allowed_steps(plan, Allowance::parse(words))) out += run ? '1' : '0';
  return out;
}

std::string message(const std::string& word) {
  try {
    (void)Allowance::parse({word});
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::usage);
    return std::string(error.what()) + " | " + error.hint();
  }
  return "accepted";
}

TEST_CASE("words of --allow") {
  CHECK_FALSE(Allowance::parse({}).additive);
  CHECK(Allowance{}.additive);
  CHECK(Allowance::parse({"additive"}).additive);
  CHECK(Allowance::parse({"additive", "breaking"}).breaking);
  // Who allows what breaks means it on top of what adds.
  CHECK(Allowance::parse({"destroys-data"}).additive);
  const auto several = Allowance::parse({"destroys-data, breaks-clients", "column public.t.\"a,b\""});
  CHECK(several.hazards == std::vector{HazardKind::destroys_data, HazardKind::breaks_clients});
  CHECK(several.ids == std::vector<std::string>{"column public.t.\"a,b\""});
  CHECK(Allowance::parse({"comment on column public.t.a", "primary key public.t.t_pkey"}).ids.size() == 2);
}

TEST_CASE("a wrong word names the nearest right one") {
  CHECK(message("additve") == "--allow: \"additve\" is no class, no hazard and no id | did you mean additive?");
  CHECK(message("destroy-data") ==
        "--allow: \"destroy-data\" is no class, no hazard and no id | did you mean destroys-data?");
  CHECK(message("colum public.t.a") ==
        "--allow: \"colum public.t.a\" is no class, no hazard and no id | did you mean column?");
  CHECK(message("public.t.a") ==
        "--allow: \"public.t.a\" is no class, no hazard and no id | an id starts with its kind, as the plan prints it: "
        "\"column public.t.a\"");
  CHECK(message("column ").starts_with("--allow: \"column\" is no class"));
}

TEST_CASE("a step runs by its class, its hazards or its id") {
  Plan plan;
  plan.steps = {step(Verb::create, table), step(Verb::drop, column_id(table, "a"), {HazardKind::destroys_data}),
                step(Verb::drop, column_id(table, "b"), {HazardKind::destroys_data, HazardKind::breaks_clients})};
  CHECK(runs(plan, {}) == "000");
  CHECK(runs(plan, {"additive"}) == "100");
  CHECK(runs(plan, {"breaking"}) == "111");
  CHECK(runs(plan, {"destroys-data"}) == "110");
  CHECK(runs(plan, {"destroys-data", "breaks-clients"}) == "111");
  CHECK(runs(plan, {"breaks-clients"}) == "100");
  CHECK(runs(plan, {"column public.t.b"}) == "101");
}

TEST_CASE("a renamed object is allowed by either name") {
  Plan plan;
  plan.steps = {step(Verb::rename, column_id(table, "b"), {HazardKind::breaks_clients})};
  plan.steps[0].change.from = column_id(table, "a");
  CHECK(runs(plan, {"column public.t.a"}) == "1");
  CHECK(runs(plan, {"column public.t.b"}) == "1");
  CHECK(runs(plan, {"column public.t.c"}) == "0");
}

TEST_CASE("what is skipped takes along what comes after it") {
  Plan plan;
  plan.steps = {step(Verb::drop, column_id(table, "a"), {HazardKind::destroys_data}),
                step(Verb::create, column_id(table, "b"), {}, {0}), step(Verb::create, column_id(table, "c"), {}, {1}),
                step(Verb::create, column_id(table, "d"))};
  CHECK(runs(plan, {"additive"}) == "0001");
  CHECK(runs(plan, {"column public.t.c"}) == "0001");
  CHECK(runs(plan, {"breaking"}) == "1111");
}

TEST_CASE("a replaced object goes only if it comes back") {
  const ObjectId view = top_id(KindTag::view, "public", "v");
  const ObjectId column = column_id(table, "a");
  Plan plan;
  plan.steps = {step(Verb::drop, view, {HazardKind::breaks_clients}),
                step(Verb::alter, column, {HazardKind::rewrites_table}, {0}), step(Verb::create, view, {}, {1})};
  plan.steps[0].change.why = plan.steps[2].change.why = "column public.t.a gets another type";
  // The view's own hazard is allowed, the column's is not: the view must stay.
  CHECK(runs(plan, {"breaks-clients"}) == "000");
  CHECK(runs(plan, {"rewrites-table"}) == "000");
  CHECK(runs(plan, {"rewrites-table", "breaks-clients"}) == "111");
  // The column's name is enough: the view is in the plan for its sake alone, and nothing of it is lost.
  CHECK(runs(plan, {"column public.t.a"}) == "111");
  plan.steps[0].statements[0].hazards.push_back({HazardKind::destroys_data, "reason"});
  CHECK(runs(plan, {"column public.t.a"}) == "000");
}

TEST_CASE("what goes with a replaced object comes back with it") {
  const ObjectId view = top_id(KindTag::materialized_view, "public", "mv");
  const ObjectId index = child_id(KindTag::index, view, "mv_id");
  const ObjectId column = column_id(table, "a");
  Plan plan;
  plan.steps = {step(Verb::drop, view, {HazardKind::breaks_clients}),
                step(Verb::alter, column, {HazardKind::rewrites_table}, {0}), step(Verb::create, view, {}, {1}),
                step(Verb::create, index, {HazardKind::may_fail_on_data}, {2})};
  for (const std::size_t i : {0, 2, 3}) plan.steps[i].change.why = "column public.t.a gets another type";
  plan.steps[0].folded = {{Verb::replace, index, index, {}, {}, false}};
  CHECK(runs(plan, {"column public.t.a"}) == "1111");
  // The index would not come back: so nothing of it goes.
  CHECK(runs(plan, {"rewrites-table", "breaks-clients"}) == "0000");
  CHECK(runs(plan, {"rewrites-table", "breaks-clients", "may-fail-on-data"}) == "1111");
}

TEST_CASE("hazards, locks and the words that allow a step") {
  Step it = step(Verb::alter, column_id(table, "a"), {HazardKind::breaks_clients, HazardKind::destroys_data});
  it.statements.push_back(it.statements[0]);
  it.statements[1].hazards.push_back({HazardKind::breaks_clients, "another reason"});
  it.statements[0].locks = {{table, Lock::share}, {table_id("app", "x"), Lock::row_share}};
  it.statements[1].locks = {{table, Lock::access_exclusive}};
  const auto dangers = hazards(it);
  REQUIRE(dangers.size() == 3);
  CHECK(dangers[0].kind == HazardKind::destroys_data);
  CHECK(dangers[2].reason == "another reason");
  CHECK(locks(it) ==
        std::vector<LockedRelation>{{table_id("app", "x"), Lock::row_share}, {table, Lock::access_exclusive}});
  CHECK(needed_allowance(it) == std::vector<std::string>{"destroys-data", "breaks-clients"});
  CHECK(needed_allowance(step(Verb::create, table)) == std::vector<std::string>{"additive"});
}

TEST_CASE("the version that a plan asks for") {
  Plan plan;
  CHECK(version_part(plan).empty());
  plan.steps = {step(Verb::create, comment_id(table))};
  CHECK(version_part(plan) == "patch");
  plan.steps.push_back(step(Verb::create, table));
  CHECK(version_part(plan) == "minor");
  plan.steps.push_back(step(Verb::drop, table, {HazardKind::destroys_data}));
  CHECK(version_part(plan) == "major");
}

}  // namespace
}  // namespace plumb
