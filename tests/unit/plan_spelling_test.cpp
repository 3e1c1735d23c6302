// What the types of columns prove to be spelling alone, and what they don't.
#include <doctest/doctest.h>

#include "plan/diff.h"
#include "plan/spelling.h"

namespace plumb {
namespace {

const ObjectId orders = table_id("app", "orders");

Column column(const std::string& name, std::string type, std::string default_text = "") {
  Column out;
  out.id = column_id(orders, name);
  out.type = {std::move(type)};
  out.default_expression = {std::move(default_text)};
  return out;
}

Database table(std::string status_type = "character varying(20)") {
  Database out;
  out.add(column("status", std::move(status_type)));
  out.add(column("total", "numeric(12,2)"));
  out.add(column("state", "mood"));
  Enum mood;
  mood.id = top_id(KindTag::enumeration, "app", "mood");
  mood.values = {"calm", "busy"};
  out.add(mood);
  return out;
}

struct Sides {
  Database live = table(), wanted = table();

  template <typename T>
  void add(T is, T want) {
    live.add(std::move(is)), wanted.add(std::move(want));
  }
  // The number of differences that are left for the server.
  std::size_t left() {
    live.sort(), wanted.sort();
    adopt_spelling(live, wanted);
    return diff(live, wanted).size();
  }
};

Check check(std::string text) {
  Check out;
  out.id = child_id(KindTag::check, orders, "c");
  out.expression = {std::move(text)};
  return out;
}

Index index(std::string element, std::string where = "") {
  Index out;
  out.id = child_id(KindTag::index, orders, "i");
  out.on = {{std::move(element)}};
  out.where = {std::move(where)};
  return out;
}

TEST_CASE("spelling: defaults are constants of their column's type") {
  Sides sides;
  sides.add(column("kind", "character varying(10)", "'new'::character varying"),
            column("kind", "character varying(10)", "'new'"));
  sides.add(column("data", "jsonb", "'{}'::jsonb"), column("data", "jsonb", "'{}'"));
  CHECK(sides.left() == 0);
  CHECK(sides.wanted.find<Column>(column_id(orders, "data"))->default_expression.text == "'{}'::jsonb");
}

TEST_CASE("spelling: casts that PostgreSQL adds") {
  Sides sides;
  SUBCASE("in a check") { sides.add(check("(total >= (0)::numeric)"), check("total >= 0")); }
  SUBCASE("of an enum") { sides.add(check("(state <> 'busy'::mood)"), check("state <> 'busy'")); }
  SUBCASE("in an element of an index") { sides.add(index("lower((status)::text)"), index("lower(status)")); }
  SUBCASE("in a partial index") {
    sides.add(index("total", "((status)::text = 'new'::text)"), index("total", "status = 'new'"));
  }
  CHECK(sides.left() == 0);
}

TEST_CASE("spelling: what differs stays different") {
  Sides sides;
  SUBCASE("another value") { sides.add(check("(total >= (0)::numeric)"), check("total >= 1")); }
  SUBCASE("another default") { sides.add(column("data", "jsonb", "'{}'::jsonb"), column("data", "jsonb", "'[]'")); }
  SUBCASE("a default that goes") { sides.add(column("data", "jsonb", "'{}'::jsonb"), column("data", "jsonb")); }
  SUBCASE("another direction") { sides.add(index("lower((status)::text)"), index("lower(status) desc")); }
  SUBCASE("a list that was restored from a dump is stored otherwise when it is created") {
    sides.add(check("((status)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"),
              check("status IN ('a', 'b')"));
  }
  CHECK(sides.left() == 1);
}

TEST_CASE("spelling: of a column whose type changes nothing is known") {
  Sides sides;
  sides.wanted = table("text");
  sides.add(index("total", "((status)::text = 'new'::text)"), index("total", "status = 'new'"));
  CHECK(sides.left() == 2);
}

TEST_CASE("spelling: as written, where the difference is proved without types") {
  Sides sides;
  sides.add(check("(total > total)"), check("total > total"));
  CHECK(sides.left() == 0);
  CHECK(sides.wanted.all<Check>()[0].expression.text == "total > total");
}

// What is proved of two texts once is not proved again: but for other types, that says nothing.
TEST_CASE("spelling: the same texts on columns of other types") {
  Sides sides;
  const auto add_table = [&sides](const std::string& table, const std::string& type) {
    Column total = column("total", type);
    total.id.parent = table;
    Check is = check("(total >= (0)::numeric)"), want = check("total >= 0");
    is.id.parent = want.id.parent = table;
    sides.add(total, total);
    sides.add(is, want);
  };
  sides.add(check("(total >= (0)::numeric)"), check("total >= 0"));
  SUBCASE("proved first, and not for the next") { add_table("zoo", "integer"); }
  SUBCASE("not proved first") { add_table("archive", "integer"); }
  SUBCASE("proved for one of two more") { add_table("archive", "integer"), add_table("zoo", "numeric(5,1)"); }
  CHECK(sides.left() == 1);
}

TEST_CASE("spelling: the same default of columns of other types") {
  Sides sides;
  sides.add(column("a", "character varying(9)", "'5'::character varying"), column("a", "character varying(9)", "'5'"));
  SUBCASE("for which it is no constant") {
    sides.add(column("b", "integer", "'5'::character varying"), column("b", "integer", "'5'"));
  }
  SUBCASE("that are other types on the other side") {
    sides.add(column("b", "character varying(9)", "'5'::character varying"), column("b", "text", "'5'"));
  }
  CHECK(sides.left() == 1);
}

TEST_CASE("spelling: a default proves nothing of a check, nor a check of a default") {
  Sides sides;
  sides.add(column("a", "boolean", "(total >= (0)::numeric)"), column("a", "text", "total >= 0"));
  sides.add(check("(total >= (0)::numeric)"), check("total >= 0"));
  CHECK(sides.left() == 1);
}

}  // namespace
}  // namespace plumb
