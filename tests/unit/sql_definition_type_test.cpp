// The short forms of types, operators and casts: what they mean, that printing reads back, where errors point.
#include "sql/definition_type.h"

#include <doctest/doctest.h>

#include "sql/syntax_error.h"

using namespace plumb::sql;

namespace {

template <typename F>
SyntaxError error_of(F&& f) {
  try {
    f();
  } catch (const SyntaxError& error) {
    return error;
  }
  FAIL("no error");
  return {"", 0};
}

}  // namespace

TEST_CASE("domains") {
  const auto domain = parse_domain(
      "VARCHAR(20) collate \"C\" default ('a' || 'b') not null check (value <> '') "
      "constraint Short check (length(value) < 9) not valid");
  CHECK(domain.type.text == "character varying(20)");
  CHECK(domain.collation == "\"C\"");
  CHECK(domain.default_expression == "('a' || 'b')");
  CHECK(domain.not_null);
  REQUIRE(domain.checks.size() == 2);
  CHECK(domain.checks[0] == DomainDefinition::Check{"", "value <> ''", false});
  CHECK(domain.checks[1] == DomainDefinition::Check{"short", "length(value) < 9", true});
  CHECK(parse_domain(print_domain(domain)) == domain);
  for (const char* text : {"int", "int[] default '{1}'", "text null", "text constraint n not null",
                           "text default (1 in (1, 2))::text", "numeric(10,2) check (value > 0)"})
    CHECK(parse_domain(print_domain(parse_domain(text))) == parse_domain(text));
}

TEST_CASE("what is wrong in a domain") {
  const auto error = error_of([] { parse_domain("text check (value <> '') uniqe"); });
  CHECK(error.offset() == 25);
  CHECK(error_of([] { parse_domain("text null not null"); }).offset() == 18);
  CHECK(error_of([] { parse_domain("text default 1 default 2"); }).offset() == 15);
  CHECK(error_of([] { parse_domain("text references t"); }).offset() == 5);
  CHECK(error_of([] { parse_domain("text constraint c default 1"); }).offset() == 18);
}

TEST_CASE("attributes") {
  CHECK(parse_attribute("app.mood[]").type.text == "app.mood[]");
  CHECK(parse_attribute("text collate pg_catalog.\"C\"").collation == "pg_catalog.\"C\"");
  CHECK(print_attribute(parse_attribute("varchar(3) collate \"C\"")) == "varchar(3) collate \"C\"");
  CHECK(error_of([] { parse_attribute("text not null"); }).offset() == 5);
}

TEST_CASE("signatures") {
  const auto printed = [](std::string_view text) { return print_signed_name(parse_signed_name(text)); };
  CHECK(printed("f") == "f");
  CHECK(printed("App.\"Odd f\"") == "app.\"Odd f\"");
  CHECK(printed("pg_catalog.int4eq") == "int4eq");
  CHECK(printed("f ( VARCHAR(3) , app.mood[] )") == "f(character varying, app.mood[])");
  CHECK(printed("f()") == "f()");
  CHECK(printed("app.@@(text, none)") == "app.@@(text, none)");
  CHECK(printed("!=(int,int)") == "<>(integer, integer)");
  CHECK(printed("default") == "\"default\"");
  CHECK(error_of([] { parse_signed_name("f(text"); }).offset() == 1);
  CHECK(error_of([] { parse_signed_name("f text"); }).offset() == 2);
}

TEST_CASE("members of operator classes") {
  const auto printed = [](std::string_view text) { return print_operator_member(parse_operator_member(text)); };
  CHECK(printed("OPERATOR 1 <") == "operator 1 <");
  CHECK(printed("operator 1 < for search") == "operator 1 <");
  CHECK(printed("operator 15 app.<-> (point,point) for order by pg_catalog.float_ops") ==
        "operator 15 app.<->(point, point) for order by float_ops");
  CHECK(printed("function 1 (int, int8) app.cmp(int,int8)") == "function 1 (integer, bigint) app.cmp(integer, bigint)");
  CHECK(error_of([] { parse_operator_member("storage text"); }).offset() == 0);
  CHECK(error_of([] { parse_operator_member("operator one <"); }).offset() == 9);
  CHECK(error_of([] { parse_operator_member("function 1 f(int) for search"); }).offset() == 22);
  CHECK(parse_index_method_name("app.\"Odd ops\" using gist") == IndexMethodName{{"app", "Odd ops"}, "gist"});
  CHECK(error_of([] { parse_index_method_name("ops gist"); }).offset() == 4);
}

TEST_CASE("casts and transforms") {
  CHECK(parse_cast_name("(varchar(3) as app.mood)") == CastName{{"character varying"}, {"app.mood"}});
  for (const char* text : {"with function app.f(text) as assignment", "without function as implicit", "with inout"})
    CHECK(print_cast(parse_cast(text)) == text);
  CHECK(error_of([] { parse_cast("with function f(text) as explicit"); }).offset() == 25);
  CHECK(error_of([] { parse_cast_name("text as mood"); }).offset() == 0);
  CHECK(parse_transform_name("for app.pair language \"My language\"") == TransformName{{"app.pair"}, "My language"});
  CHECK(print_names_list(parse_names("app.d , \"D\",pg_catalog.simple")) == "app.d, \"D\", simple");
}
