// A fingerprint tells any two databases apart that compare as different, and no others.
#include <doctest/doctest.h>

#include "plan/fingerprint.h"

namespace plumb {
namespace {

Column column(const std::string& name, std::string type) {
  Column out;
  out.id = column_id(table_id("public", "t"), name);
  out.type = {std::move(type)};
  return out;
}

std::string of(const std::vector<Column>& columns) {
  Database database;
  for (const Column& each : columns) database.add(each);
  database.sort();
  return fingerprint(database);
}

TEST_CASE("fingerprint") {
  const std::string one = of({column("a", "text")});
  CHECK(one.size() == 64);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(of({column("a", "text")}) == one);
  CHECK(of({}) != one);
  CHECK(of({column("a", "bigint")}) != one);
  CHECK(of({column("b", "text"), column("a", "text")}) == of({column("a", "text"), column("b", "text")}));

  SUBCASE("what moves from one field to the next is another database") {
    Column a = column("a", "text"), b = column("a", "text");
    a.default_expression = {"1"};
    b.generated = sql::Expression{"1"};
    CHECK(of({a}) != of({b}));
    Index x, y;
    x.id = y.id = child_id(KindTag::index, table_id("public", "t"), "i");
    x.on = {{"a, b"}};
    y.on = {{"a"}, {"b"}};
    Database dx, dy;
    dx.add(x), dy.add(y);
    CHECK(fingerprint(dx) != fingerprint(dy));
  }
  SUBCASE("what is never compared is left out") {
    Column a = column("a", "text");
    a.origin = {1, 2, 3};
    a.position.value = 7;
    a.renamed_from.value = "z";
    a.named_by_postgres.value = true;
    CHECK(of({a}) == one);
  }
}

}  // namespace
}  // namespace plumb
