// What is not managed (not yet, or left alone) and PostgreSQL drops without a word is named as lost in the plan; what makes
// the server refuse is a note beside it.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;

Plan plan_for(const TestDatabase& database, const std::string& declaration) {
  const TemporaryDirectory folder;
  const std::string config = folder.path() + "/plumb.yaml";
  write_file(config, "plumb: 1\n" + declaration);
  auto connection = database.connect();
  return make_plan(connection, config, false).plan;
}

// The reasons why data is lost by the drops of an object, sorted.
std::vector<std::string> losses(const Plan& plan, const std::string& id) {
  std::vector<std::string> out;
  for (const Step& step : plan.steps)
    if (step.change.verb == Verb::drop && to_string(step.change.id) == id)
      for (const Hazard& hazard : hazards(step))
        if (hazard.kind == HazardKind::destroys_data) out.push_back(hazard.reason);
  std::sort(out.begin(), out.end());
  return out;
}

using Reasons = std::vector<std::string>;

}  // namespace

TEST_CASE("what goes with a column or a table is told from what is in the way") {
  if (!shared_server().version().at_least(15)) {
    MESSAGE("left out: columns of publications take PostgreSQL 15");
    return;
  }
  const TestDatabase database;
  database.run(
      "create table t (id int primary key, a int, b int); create table gone (id int);"
      "create publication all_of_it for table t (id, a), gone");
  const Plan plan = plan_for(database, "tables: {t: {columns: {id: int primary key, b: int}}}");
  CHECK(losses(plan, "column public.t.a") == Reasons{"every value of the column is lost"});
  CHECK(losses(plan, "table public.gone") ==
        Reasons{"every row of the table is lost",
                "publication of table gone in publication all_of_it goes with it: it is not managed"});
  std::vector<std::string> in_the_way;
  for (const Note& note : plan.notes)
    if (note.kind == Note::Kind::unmanaged_dependent) in_the_way.push_back(note.text);
  CHECK(in_the_way == Reasons{"publication of table t in publication all_of_it depends on column public.t.a, and is "
                              "not managed: the server may refuse the step"});
}
