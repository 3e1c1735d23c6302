#include "sql/routine.h"

#include <doctest/doctest.h>

#include "sql/syntax_error.h"

using namespace plumb::sql;

namespace {

// What its signature becomes, in the spelling of people.
std::string arguments(std::string_view text) { return print_arguments(parse_arguments(text)); }
std::string types(std::string_view text) { return input_types(parse_arguments(text)); }

std::size_t wrong_at(std::string_view signature) {
  try {
    parse_signature(signature);
  } catch (const SyntaxError& error) {
    return error.offset();
  }
  return std::string_view::npos;
}

}  // namespace

TEST_CASE("arguments: modes, names, types, defaults") {
  CHECK(arguments("") == "");
  CHECK(arguments("*") == "");
  CHECK(arguments("int4") == "integer");
  CHECK(arguments("a int, IN b varchar") == "a integer, b varchar");
  CHECK(arguments("out a int, b out int, inout c int, in out d int") ==
        "OUT a integer, OUT b integer, INOUT c integer, INOUT d integer");
  CHECK(arguments("variadic list text []") == "VARIADIC list text[]");
  CHECK(arguments("a int default 1 + f(2, 3), b text = 'x,y', c text := null") ==
        "a integer DEFAULT 1 + f(2, 3), b text DEFAULT 'x,y', c text DEFAULT null");
}

TEST_CASE("arguments: what may be a name or a type") {
  CHECK(arguments("double precision") == "double precision");
  CHECK(arguments("double double precision") == "double double precision");
  CHECK(arguments("date date, date") == "date date, date");
  CHECK(arguments("character varying, timestamp with time zone") == "varchar, timestamptz");
  CHECK(arguments("at timestamp without time zone") == "at timestamp");
  CHECK(arguments("mood, app.mood, m app.mood[]") == "mood, app.mood, m app.mood[]");
  CHECK(arguments("\"in\" int, \"A b\" \"Odd\".\"Type\"") == "\"in\" integer, \"A b\" \"Odd\".\"Type\"");
  CHECK(arguments("Name INT") == "name integer");
}

TEST_CASE("arguments: types have no modifiers, as PostgreSQL drops them") {
  CHECK(types("a varchar(20), numeric(10, 2), timestamp(3) with time zone, char(3)[], vector(3)") ==
        "varchar, numeric, timestamptz, character[], vector");
}

TEST_CASE("arguments: the types that tell overloads apart are those of the input") {
  CHECK(types("a int, out b text, inout c date, variadic d int[]") == "integer, date, integer[]");
  CHECK(types("fraction real order by anyelement") == "real ORDER BY anyelement");
  CHECK(types("order by x int") == "ORDER BY integer");
  CHECK(types("variadic \"any\" order by variadic \"any\"") == "VARIADIC \"any\" ORDER BY VARIADIC \"any\"");
  CHECK(arguments("VARIADIC \"any\" ORDER BY VARIADIC \"any\"") == "VARIADIC \"any\" ORDER BY VARIADIC \"any\"");
}

TEST_CASE("arguments: equal where names, types, modes and the meaning of defaults are") {
  CHECK(parse_arguments("a varchar = 'x'") == parse_arguments("a character varying default 'x'::character varying"));
  CHECK_FALSE(parse_arguments("a int") == parse_arguments("b int"));
  CHECK_FALSE(parse_arguments("a int") == parse_arguments("inout a int"));
  CHECK_FALSE(parse_arguments("a int = 1") == parse_arguments("a int"));
  CHECK_FALSE(parse_arguments("a int order by b int") == parse_arguments("a int, b int"));
}

TEST_CASE("signatures") {
  const Signature plain = parse_signature("slug");
  CHECK(plain.name == QualifiedName{"", "slug"});
  CHECK_FALSE(plain.has_arguments);
  const Signature whole = parse_signature("App.\"Slug it\"(input text)");
  CHECK(whole.name == QualifiedName{"app", "Slug it"});
  CHECK(whole.has_arguments);
  CHECK(wrong_at("f(a int") == 1);
  CHECK(wrong_at("f(a int) x") == 9);
  CHECK(wrong_at("f(a)") == std::string_view::npos);  // a type a
  CHECK(wrong_at("f(int a)") == 6);
  CHECK(wrong_at("f(out a)") == std::string_view::npos);
  CHECK(wrong_at("a.b.f()") == 0);
  CHECK(wrong_at("(int)") == 0);
  CHECK(wrong_at("f(a int,)") == 8);
}

TEST_CASE("returns") {
  const auto said = [](std::string_view text) { return print_returns(parse_returns(text)); };
  CHECK(said("int4") == "integer");
  CHECK(said("setof varchar(5)") == "SETOF varchar");
  CHECK(said("table(a int, \"B\" text[])") == "TABLE (a integer, \"B\" text[])");
  CHECK(said("TABLE(a integer)") == "TABLE (a integer)");
  CHECK_THROWS_AS(parse_returns("table (a)"), SyntaxError);
  CHECK_THROWS_AS(parse_returns("int int"), SyntaxError);
}

TEST_CASE("bodies") {
  CHECK(is_standard_body("RETURN 1"));
  CHECK(is_standard_body("-- why\n begin Atomic select 1; end"));
  CHECK_FALSE(is_standard_body("begin return 1; end"));
  CHECK_FALSE(is_standard_body("select 1"));
  CHECK_FALSE(is_standard_body("$$"));
  CHECK(Code{"select  1", true} == Code{"SELECT 1;", true});
  CHECK_FALSE(Code{"select  1", false} == Code{"select 1", false});
  CHECK_FALSE(Code{"select 1", true} == Code{"select 1", false});
}

TEST_CASE("names of functions") {
  CHECK(parse_function_name("touch").text == "touch");
  CHECK(parse_function_name("App.touch()").text == "app.touch");
  CHECK(parse_function_name("pg_catalog.now").text == "now");
  CHECK(parse_function_name("\"Odd one\"").text == "\"Odd one\"");
  CHECK_THROWS_AS(parse_function_name("touch(int)"), SyntaxError);
  CHECK_THROWS_AS(parse_function_name("a.b.c"), SyntaxError);
}

TEST_CASE("triggers") {
  const auto said = [](std::string_view text) { return print_trigger(parse_trigger(text)); };
  CHECK(said("before update of a, \"B\" or insert for each row execute function touch()") ==
        "before update of a, \"B\" or insert for each row execute function touch()");
  CHECK(said("AFTER DELETE EXECUTE PROCEDURE app.f(1, 'it''s', x)") ==
        "after delete for each statement execute function app.f('1', 'it''s', 'x')");
  CHECK(
      said("create or replace trigger t instead of insert on app.v for row when ((new.a > 0)) execute function f()") ==
      "instead of insert for each row when (new.a > 0) execute function f()");
  CHECK(
      said("constraint trigger after insert from o deferrable initially deferred for each row execute function f()") ==
      "constraint after insert from o deferrable initially deferred for each row execute function f()");
  CHECK(said("after update referencing new table n old table as o for each statement execute function f()") ==
        "after update referencing old table as o new table as n for each statement execute function f()");
  const auto whole = parse_trigger("CREATE TRIGGER \"T\" BEFORE INSERT ON app.t FOR EACH ROW EXECUTE FUNCTION f()");
  CHECK(whole.name == "T");
  CHECK(whole.table == QualifiedName{"app", "t"});
  for (const auto text : {"", "befor insert execute function f()", "before insrt execute function f()", "before insert",
                          "before insert for each rows execute function f()", "before insert execute function f",
                          "before insert execute function f() x", "before insert when new.a execute function f()"})
    CHECK_THROWS_AS(parse_trigger(text), SyntaxError);
}

TEST_CASE("event triggers") {
  const auto said = [](std::string_view text) { return print_event_trigger(parse_event_trigger(text)); };
  CHECK(said("on sql_drop execute function f()") == "on sql_drop execute function f()");
  CHECK(said("ON ddl_command_end WHEN TAG IN ('A', 'B') EXECUTE PROCEDURE app.f()") ==
        "on ddl_command_end when tag in ('A', 'B') execute function app.f()");
  CHECK_THROWS_AS(parse_event_trigger("on sql_drop when tags in ('A') execute function f()"), SyntaxError);
  CHECK_THROWS_AS(parse_event_trigger("on sql_drop execute function f(1)"), SyntaxError);
}

TEST_CASE("rules") {
  const auto said = [](std::string_view text) { return print_rule(parse_rule(text)); };
  CHECK(said("on insert do nothing") == "on insert do also nothing");
  CHECK(said("ON UPDATE WHERE (old.a > 0) DO INSTEAD delete from t;") ==
        "on update where old.a > 0 do instead delete from t");
  CHECK(said("CREATE RULE r AS\n    ON DELETE TO app.v DO INSTEAD ( SELECT 1;\n SELECT 2;\n);") ==
        "on delete do instead ( SELECT 1;\n SELECT 2;\n)");
  CHECK_THROWS_AS(parse_rule("on truncate do nothing"), SyntaxError);
  CHECK_THROWS_AS(parse_rule("on insert"), SyntaxError);
  CHECK_THROWS_AS(parse_rule("on insert do"), SyntaxError);
}
