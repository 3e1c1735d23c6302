#include <doctest/doctest.h>

#include <string>

#include "sql/syntax_error.h"
#include "sql/type.h"

using namespace plumb::sql;

TEST_CASE("every spelling of a type comes out as format_type() prints it") {
  struct Case {
    const char *spelling, *type, *person;
  };
  const Case cases[] = {
      {"int", "integer", "integer"},
      {"INT4", "integer", "integer"},
      {"integer", "integer", "integer"},
      {"pg_catalog.int4", "integer", "integer"},
      {"\"int4\"", "integer", "integer"},
      {"\"integer\"", "\"integer\"", "\"integer\""},
      {"int2", "smallint", "smallint"},
      {"int8", "bigint", "bigint"},
      {"bool", "boolean", "boolean"},
      {"float4", "real", "real"},
      {"float8", "double precision", "double precision"},
      {"float", "double precision", "double precision"},
      {"float(24)", "real", "real"},
      {"float(25)", "double precision", "double precision"},
      {"double precision", "double precision", "double precision"},
      {"dec", "numeric", "numeric"},
      {"decimal(10)", "numeric(10,0)", "numeric(10,0)"},
      {"numeric( 010 , 2 )", "numeric(10,2)", "numeric(10,2)"},
      {"numeric(3,-2)", "numeric(3,-2)", "numeric(3,-2)"},
      {"pg_catalog.numeric(7)", "numeric(7,0)", "numeric(7,0)"},
      {"varchar", "character varying", "varchar"},
      {"varchar(20)", "character varying(20)", "varchar(20)"},
      {"character varying (20)", "character varying(20)", "varchar(20)"},
      {"national character varying(5)", "character varying(5)", "varchar(5)"},
      {"nchar varying(5)", "character varying(5)", "varchar(5)"},
      {"char", "character(1)", "char(1)"},
      {"character", "character(1)", "char(1)"},
      {"nchar(3)", "character(3)", "char(3)"},
      {"bpchar", "bpchar", "bpchar"},
      {"bpchar(3)", "character(3)", "char(3)"},
      {"\"char\"", "\"char\"", "\"char\""},
      {"bit", "bit(1)", "bit(1)"},
      {"bit(4)", "bit(4)", "bit(4)"},
      {"\"bit\"", "\"bit\"", "\"bit\""},
      {"bit varying", "bit varying", "varbit"},
      {"varbit(5)", "bit varying(5)", "varbit(5)"},
      {"time", "time without time zone", "time"},
      {"time(3)", "time(3) without time zone", "time(3)"},
      {"time with time zone", "time with time zone", "timetz"},
      {"timetz(0)", "time(0) with time zone", "timetz(0)"},
      {"timestamp", "timestamp without time zone", "timestamp"},
      {"timestamp without time zone", "timestamp without time zone", "timestamp"},
      {"TIMESTAMPTZ(3)", "timestamp(3) with time zone", "timestamptz(3)"},
      {"timestamp(3) with time zone", "timestamp(3) with time zone", "timestamptz(3)"},
      {"timestamp(9)", "timestamp(6) without time zone", "timestamp(6)"},
      {"interval", "interval", "interval"},
      {"interval(3)", "interval(3)", "interval(3)"},
      {"interval day to second(3)", "interval day to second(3)", "interval day to second(3)"},
      {"interval YEAR to MONTH", "interval year to month", "interval year to month"},
      {"interval second", "interval second", "interval second"},
      {"int[]", "integer[]", "integer[]"},
      {"int array", "integer[]", "integer[]"},
      {"int array[4]", "integer[]", "integer[]"},
      {"text[3][]", "text[]", "text[]"},
      {"_int4", "integer[]", "integer[]"},
      {"_text", "text[]", "text[]"},
      {"varchar(3)[]", "character varying(3)[]", "varchar(3)[]"},
      {"timestamptz(3)[]", "timestamp(3) with time zone[]", "timestamptz(3)[]"},
      {"text", "text", "text"},
      {"Mood", "mood", "mood"},
      {"app.Mood", "app.mood", "app.mood"},
      {"\"Weird\".type", "\"Weird\".type", "\"Weird\".type"},
      {"\"a.b\".\"c d\"", "\"a.b\".\"c d\"", "\"a.b\".\"c d\""},
      {"\"übel\"", "\"übel\"", "\"übel\""},
      {"app.\"user\"", "app.\"user\"", "app.\"user\""},
      {"geometry(Point, 4326)", "geometry(Point,4326)", "geometry(Point,4326)"},
      {"geometry(point,4326)", "geometry(Point,4326)", "geometry(Point,4326)"},
      {"public.geometry(MULTIPOLYGONZ)", "public.geometry(MultiPolygonZ)", "public.geometry(MultiPolygonZ)"},
      {"geometry(linestringzm,3857)", "geometry(LineStringZM,3857)", "geometry(LineStringZM,3857)"},
      {"geometry(geometry,4326)", "geometry(Geometry,4326)", "geometry(Geometry,4326)"},
      {"geometry(point,0)", "geometry(Point)", "geometry(Point)"},
      {"geography(point)", "geography(Point,4326)", "geography(Point,4326)"},
      {"vector(1536)", "vector(1536)", "vector(1536)"},
      {"serial", "serial", "serial"},
      {"bigserial", "bigserial", "bigserial"},
      {"double", "double", "double"},  // a user's type: only "double precision" is SQL's
      {"jsonb -- a comment", "jsonb", "jsonb"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.spelling));
    const Type type = parse_type(c.spelling);
    CHECK(type.text == c.type);
    CHECK(short_type(type) == c.person);
    CHECK(parse_type(type.text) == type);
    CHECK(parse_type(short_type(type)) == type);
  }
}

TEST_CASE("the parts of a type are unquoted") {
  const TypeParts stamp = split_type({"timestamp(3) with time zone[]"});
  CHECK(stamp.name == "timestamp with time zone");
  CHECK(stamp.modifiers == std::vector<std::string>{"3"});
  CHECK(stamp.array);
  const TypeParts weird = split_type({"\"We.ird\".\"ty\"\"pe\"(1,a)"});
  CHECK(weird.schema == "We.ird");
  CHECK(weird.name == "ty\"pe");
  CHECK(weird.modifiers == std::vector<std::string>{"1", "a"});
  CHECK_FALSE(weird.array);
}

TEST_CASE("wrong types are told where") {
  struct Case {
    const char* text;
    std::size_t offset;
    const char* message;
  };
  const Case cases[] = {
      {"", 0, "expected a type"},
      {"  ", 2, "expected a type"},
      {"select", 0, "expected a type"},
      {"'text'", 0, "expected a type"},
      {"setof text", 0, "expected a type"},
      {"text text", 5, "unexpected \"text\" after the type"},
      {"varchar(", 7, "\"(\" is not closed"},
      {"varchar(x", 7, "is not closed"},
      {"varchar()", 8, "expected a type modifier"},
      {"integer(11)", 7, "takes no length"},
      {"float(99)", 9, "from 1 to 53"},
      {"app.", 4, "expected the name of a type"},
      {"a.b.c", 3, "at most a schema"},
      {"int[x]", 4, "expected \"]\""},
      {"interval day to year", 16, "a smaller field"},
      {"national text", 9, "\"character\" or \"char\""},
      {"text'", 4, "not closed"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.text));
    try {
      parse_type(c.text);
      FAIL("no error");
    } catch (const SyntaxError& error) {
      CHECK(error.offset() == c.offset);
      CHECK_MESSAGE(std::string(error.what()).find(c.message) != std::string::npos, error.what());
    }
  }
}

TEST_CASE("what a change of type costs, by postgres-facts.md") {
  using enum TypeChange;
  struct Case {
    const char *from, *to;
    TypeChange change;
    bool narrows, assignable;
  };
  const Case cases[] = {
      {"text", "text", free, false, true},
      {"varchar(10)", "varchar(20)", free, false, true},
      {"varchar(10)", "varchar", free, false, true},
      {"varchar(20)", "varchar(10)", rewrite, true, true},
      {"varchar", "varchar(10)", rewrite, true, true},
      {"varchar(10)", "text", free, false, true},
      {"text", "varchar", free, false, true},
      {"text", "varchar(10)", rewrite, true, true},
      {"char(3)", "char(5)", rewrite, false, true},
      {"char(3)", "text", rewrite, false, true},
      {"varchar(5)", "char(5)", rewrite, false, true},
      {"varchar(5)", "char(3)", rewrite, true, true},
      {"numeric(10,2)", "numeric(12,2)", free, false, true},
      {"numeric(10,2)", "numeric", free, false, true},
      {"numeric(10,2)", "numeric(10,4)", rewrite, true, true},
      {"numeric(10,2)", "numeric(12,4)", rewrite, false, true},
      {"numeric(12,2)", "numeric(10,2)", rewrite, true, true},
      {"numeric", "numeric(10,2)", rewrite, true, true},
      {"cidr", "inet", free, false, true},
      {"inet", "cidr", rewrite, true, true},
      {"vector(3)", "vector", free, false, true},
      {"vector", "vector(3)", rewrite, true, true},
      {"vector(3)", "vector(4)", rewrite, true, true},
      {"public.vector(3)", "public.vector", free, false, true},
      {"vector(3)", "halfvec(3)", rewrite, true, false},
      {"time(3)", "time(6)", free, false, true},
      {"time(3)", "time", free, false, true},
      {"timestamp(3)", "timestamp", free, false, true},
      {"timestamptz", "timestamptz(3)", rewrite, true, true},
      {"timestamptz(6)", "timestamptz", free, false, true},
      {"varbit(5)", "varbit(6)", free, false, true},
      {"varbit(5)", "varbit", free, false, true},
      {"varbit(5)", "varbit(4)", rewrite, true, true},
      {"citext", "text", reindex, false, true},
      {"text", "citext", reindex, false, true},
      {"integer", "oid", reindex, false, true},
      {"oid", "integer", reindex, false, true},
      {"timestamp", "timestamptz", rewrite, false, true},
      {"timestamptz", "timestamp", rewrite, true, true},
      {"timestamp", "date", rewrite, true, true},
      {"date", "timestamp", rewrite, false, true},
      {"integer", "bigint", rewrite, false, true},
      {"bigint", "integer", rewrite, true, true},
      {"integer", "text", rewrite, false, true},
      {"text", "integer", rewrite, true, false},
      {"integer", "numeric", rewrite, false, true},
      {"integer", "numeric(10,0)", rewrite, false, true},
      {"integer", "numeric(10,2)", rewrite, true, true},
      {"integer", "double precision", rewrite, false, true},
      {"bigint", "double precision", rewrite, true, true},
      {"float4", "float8", rewrite, false, true},
      {"float8", "float4", rewrite, true, true},
      {"json", "jsonb", rewrite, true, true},
      {"jsonb", "json", rewrite, false, true},
      {"jsonb", "text", rewrite, false, true},
      {"text", "jsonb", rewrite, true, false},
      {"text", "uuid", rewrite, true, false},
      {"uuid", "text", rewrite, false, true},
      {"mood", "text", rewrite, false, true},
      {"text", "mood", rewrite, true, false},
      {"mood", "temper", rewrite, true, false},
      {"app.mood", "public.mood", rewrite, true, false},
      {"app.text", "text", rewrite, false, true},
      {"text", "app.text", rewrite, true, false},
      {"varchar(10)[]", "text[]", rewrite, false, true},
      {"text[]", "varchar(10)[]", rewrite, true, true},
      {"integer[]", "bigint[]", rewrite, false, true},
      {"text", "text[]", rewrite, true, false},
      {"text[]", "text", rewrite, false, true},
      {"boolean", "integer", rewrite, false, false},
      {"integer", "boolean", rewrite, true, false},
      {"geometry(Point,4326)", "geometry", rewrite, false, true},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.from));
    CAPTURE(std::string(c.to));
    const Type from = parse_type(c.from), to = parse_type(c.to);
    CHECK(type_change(from, to) == c.change);
    CHECK(type_change_narrows(from, to) == c.narrows);
    CHECK(assignment_cast_exists(from, to) == c.assignable);
  }
}
