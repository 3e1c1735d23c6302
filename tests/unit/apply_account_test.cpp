// What is told of a plan that ended early.
#include "apply/account.h"

#include <doctest/doctest.h>

#include "apply/obstacles.h"
#include "kinds/list.h"
#include "model/error.h"

using namespace plumb;

namespace {

Plan plan_of(const std::vector<std::size_t>& statements) {
  Plan out;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Step& step = out.steps.emplace_back();
    step.change.id = step.change.from = table_id("public", std::string(1, static_cast<char>('a' + i)));
    for (std::size_t n = 0; n < statements[i]; ++n) step.statements.push_back({"SELECT", {}, {}, true});
  }
  return out;
}

std::vector<PlannedStatement> unit(const Plan& plan, const std::vector<std::size_t>& steps) {
  std::vector<PlannedStatement> out;
  for (const std::size_t i : steps) out.push_back({i, &plan.steps[i].statements.front()});
  return out;
}

constexpr const char* go_on = "run apply again: it goes on from what the database then holds";

}  // namespace

TEST_CASE("account: done, in part, in doubt, not done") {
  const Plan plan = plan_of({1, 2, 1, 1});
  const std::vector<bool> allowed = {true, true, true, false};
  Account account(plan, allowed);
  CHECK_EQ(account.text(), "nothing was done: the database is as it was");
  account.commits(unit(plan, {0}));
  CHECK_EQ(account.text(),
           "done or not, the answer was lost: 1 step: table public.a\n"
           "not done: 2 steps: table public.b, table public.c\n" +
               std::string(go_on));
  account.rolled_back();
  CHECK_EQ(account.text(), "nothing was done: the database is as it was");
  account.commits(unit(plan, {0, 1}));
  account.committed();
  CHECK_EQ(account.text(),
           "done and kept: 1 step: table public.a\ndone in part: table public.b: 1 of 2 statements\n"
           "not done: 1 step: table public.c\n" +
               std::string(go_on));
  account.commits(unit(plan, {1, 2}));
  account.committed();
  CHECK_EQ(account.text(),
           "done and kept: 3 steps: table public.a, table public.b, table public.c\n" + std::string(go_on));
}

TEST_CASE("account: many steps are counted, a few named") {
  const Plan plan = plan_of({1, 1, 1, 1, 1, 1, 1, 1, 1});
  Account account(plan, std::vector<bool>(9, true));
  account.commits(unit(plan, {0}));
  account.committed();
  CHECK(account.text().find("not done: 8 steps: table public.b, table public.c, table public.d, table public.e, table "
                            "public.f, table public.g and 2 more\n") != std::string::npos);
}

TEST_CASE("a statement that failed: its line with a caret, or all of it") {
  CHECK_EQ(shown_statement("CREATE TABLE t (\n  ä text DEFAULT nosuch()\n)", 35),
           "at: ä text DEFAULT nosuch()\n                   ^");
  CHECK_EQ(shown_statement("SELECT x", 1), "at: SELECT x\n    ^");
  CHECK_EQ(shown_statement("SELECT x", 0), "the statement was: SELECT x");
  CHECK_EQ(shown_statement("SELECT x", 99), "the statement was: SELECT x");
  CHECK_EQ(shown_statement("a\n  b\x1b\n\nc", 0), "the statement was: a\n  b\\x1b\n\nc");
  const std::string line = std::string(200, 'a') + " X " + std::string(200, 'b');
  const std::string shown = shown_statement(line, 202);
  const std::size_t caret = shown.find('^') - shown.find('\n') - 1 - 4;
  const std::string visible = shown.substr(4, shown.find('\n') - 4);
  CHECK_EQ(visible.substr(caret + std::string("…").size() - 1, 1), "X");
  CHECK(visible.size() < 150);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "x\n";
  CHECK(shown_statement(many, 0).size() < 100);
}

TEST_CASE("obstacles are refused where an allowed step meets them") {
  const std::vector<Obstacle> obstacles = {{{0, 2}, "no files", "install them"}, {{1}, "no right", "grant it"}};
  refuse_obstacles(obstacles, {false, false, false});
  refuse_obstacles({}, {true, true, true});
  const auto refusal = [&](const std::vector<bool>& allowed) {
    try {
      refuse_obstacles(obstacles, allowed);
    } catch (const Error& error) {
      CHECK(error.failure() == Failure::failed);
      return error.what() + ("\n" + error.hint());
    }
    return std::string();
  };
  CHECK_EQ(refusal({false, false, true}), "no files\ninstall them\nnothing was done: the database is as it was");
  CHECK_EQ(refusal({true, true, false}),
           "2 things are in the way\n1. no files: install them\n2. no right: grant it\n"
           "nothing was done: the database is as it was");
}
