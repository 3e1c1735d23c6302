#include <doctest/doctest.h>

#include "sql/in_lists.h"

namespace {
std::string fold(std::string_view text) {
  return plumb::sql::fold_in_lists(text,
                                   [](std::string_view column) { return column == "status" || column == "Odd name"; });
}
}  // namespace

TEST_CASE("in lists: what PostgreSQL stores for a list over a varchar column is written as a list") {
  CHECK_EQ(fold("((status)::text = ANY ((ARRAY['a'::character varying, 'it''s'::character varying])::text[]))"),
           "(status IN ('a', 'it''s'))");
  CHECK_EQ(fold("((status)::text <> ALL ((ARRAY['a'::character varying])::text[]))"), "(status NOT IN ('a'))");
  CHECK_EQ(fold("((x > 1) AND ((\"Odd name\")::text = ANY ((ARRAY['a'::character varying])::text[])))"),
           "((x > 1) AND (\"Odd name\" IN ('a')))");
}

TEST_CASE("in lists: a cast that has a meaning stays") {
  for (const char* text : {"((id)::text = ANY ((ARRAY['1'::character varying])::text[]))",
                           "((status)::text = ANY (ARRAY[('a'::character varying)::text]))",
                           "((status)::text > ANY ((ARRAY['a'::character varying])::text[]))",
                           "((status)::text <> ANY ((ARRAY['a'::character varying])::text[]))",
                           "((status)::text = ANY ((ARRAY['a'::character varying, x])::text[]))"})
    CHECK_EQ(fold(text), text);
}
