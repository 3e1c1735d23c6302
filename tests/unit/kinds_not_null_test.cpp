// NOT NULL of columns as 18 has it, a constraint with a name: the statements from one state to another, and which names are
// compared. What an 18 makes of them is seen by scripts/versions.
#include <doctest/doctest.h>

#include "kinds/kinds.h"
#include "kinds/not_null.h"

namespace plumb {
namespace {

const ObjectId visits = table_id("public", "visits");

struct State {
  bool nullable = false;
  std::string name{};
  bool no_inherit = false, not_valid = false;
};

Column at(const State& state, const ObjectId& table = visits) {
  Column out;
  out.id = column_id(table, "at");
  out.type = {"date"};
  out.nullable = state.nullable;
  out.not_null_name = state.name;
  out.not_null_no_inherit = state.no_inherit, out.not_null_not_valid = state.not_valid;
  return out;
}

Statements change(const State& from, const State& to, bool with_child = false) {
  const Database none;
  const std::map<ObjectId, TableSize> sizes{{visits, {1000, 65536, 65536}}};
  Database live;
  live.add([] {
    Table table;
    table.id = visits;
    return table;
  }());
  if (with_child) {
    Table child;
    child.id = table_id("public", "visits_of_today");
    child.inherits = {{visits.schema, visits.name}};
    live.add(std::move(child));
    live.sort();
  }
  Statements out;
  not_null_changed(at(from), at(to), {live, none, {180000}, sizes}, out);
  return out;
}

std::string text(const Statements& statements) {
  std::string out;
  for (const Statement& each : statements) {
    std::string sql = each.sql;
    if (const std::string prefix = "ALTER TABLE public.visits "; sql.starts_with(prefix)) sql.erase(0, prefix.size());
    out += (out.empty() ? "" : "; ") + sql;
  }
  return out;
}

bool has(const Statement& statement, HazardKind kind) {
  return std::any_of(statement.hazards.begin(), statement.hazards.end(),
                     [kind](const Hazard& h) { return h.kind == kind; });
}

TEST_CASE("NOT NULL: what SET NOT NULL can't say is added as a constraint") {
  CHECK(text(change({true}, {})) == "ALTER COLUMN at SET NOT NULL");
  CHECK(text(change({true}, {false, "told"})) == "ADD CONSTRAINT told NOT NULL at");
  CHECK(text(change({true}, {false, "", true})) == "ADD NOT NULL at NO INHERIT");
  CHECK(text(change({true}, {false, "told", false, true})) == "ADD CONSTRAINT told NOT NULL at NOT VALID");
  CHECK(text(change({false, "told"}, {true})) == "ALTER COLUMN at DROP NOT NULL");
}

TEST_CASE("NOT NULL: from one state to another") {
  CHECK(change({false, "told"}, {false, "told"}).empty());
  CHECK(text(change({false, "a"}, {false, "b"})) == "RENAME CONSTRAINT a TO b");
  CHECK(text(change({false, "a"}, {})) == "RENAME CONSTRAINT a TO visits_at_not_null");
  CHECK(text(change({false, "a", true}, {false, "a"})) == "ALTER CONSTRAINT a INHERIT");
  CHECK(text(change({}, {false, "", true})) == "ALTER CONSTRAINT visits_at_not_null NO INHERIT");
  CHECK(text(change({false, "a", false, true}, {false, "b"})) == "RENAME CONSTRAINT a TO b; VALIDATE CONSTRAINT b");
  CHECK(text(change({}, {false, "", false, true})) == "ALTER COLUMN at DROP NOT NULL; ADD NOT NULL at NOT VALID");
}

TEST_CASE("NOT NULL: what waits, and what may fail") {
  const Statements set = change({true}, {}), later = change({true}, {false, "", false, true}),
                   checked = change({false, "", false, true}, {});
  CHECK(has(set.at(0), HazardKind::blocks_reads));
  CHECK(has(set.at(0), HazardKind::may_fail_on_data));
  CHECK(!has(later.at(0), HazardKind::blocks_reads));
  CHECK(!has(later.at(0), HazardKind::may_fail_on_data));
  CHECK(has(later.at(0), HazardKind::breaks_clients));
  CHECK(checked.at(0).locks.at(0).lock == Lock::share_update_exclusive);
  CHECK(has(checked.at(0), HazardKind::may_fail_on_data));
  CHECK(change({false, "", true}, {}).at(0).hazards.empty());
  const Statements inherited = change({false, "", true}, {}, true);
  CHECK(has(inherited.at(0), HazardKind::blocks_reads));
  CHECK(has(inherited.at(0), HazardKind::may_fail_on_data));
  CHECK(inherited.at(0).locks.at(1).lock == Lock::access_exclusive);
}

TEST_CASE("NOT NULL: a name that is not declared is any, and there are none before 18") {
  Database live, wanted;
  live.add(at({false, "old"}));
  const auto differ = [&](const State& state, int version) {
    Database is = live, wants;
    wants.add(at(state));
    adopt_not_null_names(is, wants, {version});
    return !(is.all<Column>()[0] == wants.all<Column>()[0]);
  };
  CHECK(!differ({}, 180000));
  CHECK(!differ({false, "old"}, 180000));
  CHECK(differ({false, "new"}, 180000));
  CHECK(differ({false, "visits_at_not_null"}, 180000));
  CHECK(!differ({}, 170000));
}

TEST_CASE("NOT NULL: that of a child is its parent's") {
  const ObjectId parent = table_id("public", "all_visits");
  Database database;
  Table child;
  child.id = visits;
  child.inherits = {{"public", "all_visits"}};
  database.add(child);
  database.add(at({}, parent));
  database.sort();
  CHECK(inherits_not_null(at({}), database));
  database.all_of<Column>()[0].not_null_no_inherit = true;
  CHECK(!inherits_not_null(at({}), database));
}

}  // namespace
}  // namespace plumb
