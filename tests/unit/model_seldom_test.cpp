// A value that takes room only where it is not the default.
#include <doctest/doctest.h>

#include <string>

#include "model/seldom.h"

namespace plumb {
namespace {

TEST_CASE("seldom: the default is none") {
  Seldom<std::string> text;
  CHECK(!text);
  CHECK(text->empty());
  text = std::string();
  CHECK(!text);
  text = std::string("a");
  CHECK(text);
  text.edit([](std::string& value) { value.clear(); });
  CHECK(!text);
  CHECK(text == Seldom<std::string>());
  CHECK(sizeof(text) == sizeof(void*));
}

TEST_CASE("seldom: a copy is another value") {
  Seldom<std::string> one(std::string("a")), other = one;
  CHECK(one == other);
  other.edit([](std::string& value) { value += "b"; });
  CHECK(*one == "a");
  CHECK(*other == "ab");
  CHECK(!(one == other));
  one = other;
  CHECK(*one == "ab");
  const Seldom<std::string> moved = std::move(other);
  CHECK(*moved == "ab");
}

}  // namespace
}  // namespace plumb
