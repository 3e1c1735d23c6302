// sort_by_id() against std::stable_sort, on objects that stand in stretches of siblings and on others.
#include <doctest/doctest.h>

#include <random>

#include "kinds/kinds.h"

namespace plumb {
namespace {

TEST_CASE("order: by id, and stable") {
  std::mt19937 random(7);
  const auto below = [&random](std::uint32_t n) { return random() % n; };
  for (int round = 0; round < 400; ++round) {
    std::vector<Column> objects(below(60));
    std::string schema = "a", table = "t";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      if (below(4) == 0) schema = std::string(1, static_cast<char>('a' + below(3)));
      if (below(4) == 0) table = "t" + std::to_string(below(4));
      // Few names, so that ids come twice: the position tells such twins apart.
      objects[i].id = column_id(table_id(schema, table), "c" + std::to_string(below(9)));
      objects[i].position.value = static_cast<long long>(i);
    }
    std::vector<Column> expected = objects;
    std::stable_sort(expected.begin(), expected.end(), [](const Column& a, const Column& b) { return a.id < b.id; });
    sort_by_id(objects);
    REQUIRE(objects.size() == expected.size());
    for (std::size_t i = 0; i < objects.size(); ++i) {
      CHECK(objects[i].id == expected[i].id);
      CHECK(objects[i].position.value == expected[i].position.value);
    }
  }
}

TEST_CASE("order: comments by the kind of what they are on first, as ids are") {
  Database database;
  for (const ObjectId& on :
       {table_id("b", "t"), schema_id("z"), column_id(table_id("a", "t"), "c"), table_id("a", "u")}) {
    Comment comment;
    comment.id = comment_id(on);
    database.add(comment);
  }
  database.sort();
  const auto& sorted = database.all<Comment>();
  CHECK(std::is_sorted(sorted.begin(), sorted.end(), [](const Comment& a, const Comment& b) { return a.id < b.id; }));
}

}  // namespace
}  // namespace plumb
