#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "sql/expression.h"
#include "sql/syntax_error.h"

using namespace plumb::sql;

namespace {

struct Pair {
  const char *a, *b;
};

ColumnTypes typed() {
  static const std::map<std::string, std::string, std::less<>> columns = {
      {"i", "integer"},        {"bi", "bigint"},    {"n", "numeric"},
      {"n2", "numeric(10,2)"}, {"d", "float8"},     {"tx", "text"},
      {"vc", "varchar(20)"},   {"ch", "char(5)"},   {"m", "app.mood"},
      {"tz", "timestamptz"},   {"ts", "timestamp"}, {"dt", "date"},
      {"jb", "jsonb"},         {"ta", "text[]"},    {"Odd \"one\"", "varchar(3)"},
  };
  ColumnTypes types;
  types.column = [](std::string_view name) {
    const auto found = columns.find(name);
    return found == columns.end() ? Type{} : parse_type(found->second);
  };
  types.is_enum = [](const Type& type) { return type.text == "app.mood"; };
  return types;
}

}  // namespace

TEST_CASE("spellings that are the same whatever the columns are") {
  const Pair pairs[] = {
      {"a>0", "( a > 0 )"},
      {"A > 0 -- why", "a/* x */>0"},
      {"\"a\" > 0", "a > 0"},
      {"CAST(a AS int4)", "a::integer"},
      {"a::varchar(3)", "(a)::character varying(3)"},
      {"a != b", "a <> b"},
      {"a and b or not c", "((a AND b) OR (NOT c))"},
      {"a and b and c", "(a and b) and c"},
      {"a or b or c", "(a OR b OR c)"},
      {"a + b * c", "(a + (b * c))"},
      {"a - b - c", "((a - b) - c)"},
      {"-a ^ b", "((- a) ^ b)"},
      {"a || b || c", "((a || b) || c)"},
      {"a = b is null", "((a = b) IS NULL)"},
      {"not a = b", "(NOT (a = b))"},
      {"a like 'x%'", "(a ~~ 'x%')"},
      {"a not ilike 'x'", "a !~~* 'x'"},
      {"a like 'x' escape '!'", "a ~~ like_escape('x', '!')"},
      {"a between 1 and 2", "((a >= 1) AND (a <= 2))"},
      {"a not between 1 and 2", "a < 1 or a > 2"},
      {"a between 1 and 2 and c", "(((a >= 1) AND (a <= 2)) AND c)"},
      {"a in (1)", "a = 1"},
      {"a not in (1)", "a <> 1"},
      {"a not in (select 1)", "NOT (a = ANY (SELECT 1))"},
      {"a in (b, c)", "a = b or a = c"},
      {"a = some (b)", "a = any (b)"},
      {"a isnull", "a IS NULL"},
      {"a is not distinct from b", "NOT (a IS DISTINCT FROM b)"},
      {"case when a then b end", "CASE WHEN a THEN b ELSE NULL END"},
      {"a = -1", "a = '-1'::integer"},
      {"a = -1.50", "a = '-1.50'::numeric"},
      {"a = 9999999999", "a = '9999999999'::bigint"},
      {"a = 05", "a = 5"},
      {"a = .5", "a = 0.5"},
      {"'5'::int", "5"},
      {"'t'::boolean", "true"},
      {"E'a\\'b'", "'a''b'"},
      {"$$a$$", "'a'"},
      {"U&'\\0061'", "'a'"},
      {"date '2020-01-01'", "'2020-01-01'::date"},
      {"'a'::varchar(3)", "('a'::varchar)::varchar(3)"},
      {"interval '1' day", "'1'::interval day"},
      {"ARRAY['a','b']::text[]", "ARRAY['a'::text, 'b'::text]"},
      {"(ARRAY['a'::varchar])::text[]", "ARRAY[('a'::varchar)::text]"},
      {"array[[1],[2]]", "ARRAY[ARRAY[1], ARRAY[2]]"},
      {"(a, b) = (c, d)", "row(a,b) = ROW(c,d)"},
      {"f(x => 1)", "f(x := 1)"},
      {"trim(a)", "TRIM(BOTH FROM a)"},
      {"substring(a for 2)", "SUBSTRING(a FROM 1 FOR 2)"},
      {"substring(a, 1)", "\"substring\"(a, 1)"},
      {"extract(YEAR from a)", "EXTRACT('year' FROM a)"},
      {"Current_Timestamp", "CURRENT_TIMESTAMP"},
      {"(a)::text = 'x'", "((a)::text = 'x'::text)"},
      {"(a)::text in ('x', 'y')", "((a)::text = ANY (ARRAY['x'::text, 'y'::text]))"},
      {"pg_catalog.lower(a)", "lower(a)"},
      {"count(*) filter (where a>0)", "count(*) FILTER (WHERE (a > 0))"},
      {"array_agg(a order by b asc nulls last)", "array_agg(a ORDER BY b)"},
      {"(select A from T)", "( SELECT a FROM t )"},
      {"((select 1)) = a", "(select 1) = a"},
      {"(a).b.c", "((a).b).c"},
      {"a[1]", "(a)[1]"},
      {"nextval('S') + 1", "(nextval('s'::regclass) + 1)"},
      {"nextval('app.\"Odd\"')", "nextval('app.\"Odd\"'::regclass)"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(std::string(pair.a));
    CAPTURE(std::string(pair.b));
    const std::string form = canonical_expression(pair.a);
    CHECK(form == canonical_expression(pair.b));
    CHECK(canonical_expression(form) == form);
    CHECK(same_expression(pair.a, pair.b));
    CHECK(Expression{pair.a} == Expression{pair.b});
    CHECK_NOTHROW(check_expression(pair.a));
    CHECK_NOTHROW(check_expression(form));
  }
}

TEST_CASE("near misses are not the same") {
  const Pair pairs[] = {
      {"price > 0", "(price > (0)::numeric)"},  // depends on the type of price
      {"status in ('a', 'b')", "(status = ANY (ARRAY['a'::text, 'b'::text]))"},
      {"status in ('a', 'b')", "status = any (array['a', 'b'])"},  // differs for char(n)
      {"a = 'x'", "a = 'x'::text"},
      {"nextval('s')", "nextval('\"S\"'::regclass)"},
      {"nextval('app.s')", "nextval('s')"},
      {"nextval('a--b')", "nextval('a')"},
      {"a > 1.0", "a > 1"},
      {"1.0", "1.00"},
      {"5::bigint", "'5'::bigint"},
      {"0::numeric", "0.0"},
      {"a and (b and c)", "a and b and c"},
      {"a or b and c", "(a or b) and c"},
      {"a - (b - c)", "a - b - c"},
      {"-(2 ^ 2)", "-2 ^ 2"},
      {"not (a = b)", "a <> b"},
      {"now()", "current_timestamp"},
      {"timezone('utc', a)", "a at time zone 'utc'"},
      {"\"A\" > 0", "a > 0"},
      {"f(\"A\")", "f(a)"},
      {"a.b", "(a).b"},
      {"t.a", "a"},
      {"'abc'::char", "'abc'::bpchar"},
      {"a::char", "a::\"char\""},
      {"a::bit", "a::\"bit\""},
      {"'1'::interval day", "'1'::interval"},
      {"ARRAY[a]::text[]", "ARRAY[a::text]"},  // a may be an array
      {"'{1}'::int[]", "array[1]"},
      {"(a[1])[2]", "a[1][2]"},
      {"a is distinct from null", "a is not null"},  // a may be composite
      {"a is null", "a = null"},
      {"btrim(a)", "trim(a)"},
      {"\"position\"('a', b)", "position('a' in b)"},
      {"extract('Year' from a)", "extract(year from a)"},
      {"coalesce(a, b)", "coalesce(b, a)"},
      {"f(a, b)", "f(variadic b)"},
      {"count(distinct a)", "count(a)"},
      {"a collate \"C\"", "a collate c"},
      {"'a' 'b'", "'ab'"},
      {"a in (1, 2)", "a in (2, 1)"},
      {"a ~~ 'x' || 'y'", "a like 'x' || 'y'"},
      {"e'a\\\\b'", "'a\\\\b'"},
      {"(select \"year\" from t)", "(select year from t)"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(std::string(pair.a));
    CAPTURE(std::string(pair.b));
    CHECK(canonical_expression(pair.a) != canonical_expression(pair.b));
    CHECK_FALSE(same_expression(pair.a, pair.b));
  }
}

TEST_CASE("with the types of columns, the casts that PostgreSQL adds are proved") {
  const Pair pairs[] = {
      {"vc = 'a'", "((vc)::text = 'a'::text)"},
      {"tx = 'a'", "(tx = 'a'::text)"},
      {"ch = 'a'", "(ch = 'a'::bpchar)"},
      {"m = 'a'", "(m = 'a'::app.mood)"},
      {"m in ('a', 'b')", "(m = ANY (ARRAY['a'::app.mood, 'b'::app.mood]))"},
      {"vc in ('a', 'b')", "((vc)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"},
      {"vc in ('a', 'b')",
       "((vc)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"},
      {"tx not in ('a', 'b')", "(tx <> ALL (ARRAY['a'::text, 'b'::text]))"},
      {"n > 0", "(n > (0)::numeric)"},
      {"n2 between 0 and 100", "((n2 >= (0)::numeric) AND (n2 <= (100)::numeric))"},
      {"bi in (1, 2)", "(bi = ANY (ARRAY[(1)::bigint, (2)::bigint]))"},
      {"d >= -90 and d <= 90", "((d >= ('-90'::integer)::double precision) AND (d <= (90)::double precision))"},
      {"i > 1.5", "((i)::numeric > 1.5)"},
      {"length(vc) > 2", "(length((vc)::text) > 2)"},
      {"lower(vc) = vc", "(lower((vc)::text) = (vc)::text)"},
      {"coalesce(tx, '') <> ''", "(COALESCE(tx, ''::text) <> ''::text)"},
      {"jb ->> 'a' = 'b'", "((jb ->> 'a'::text) = 'b'::text)"},
      {"jb @> '{}'", "(jb @> '{}'::jsonb)"},
      {"ta @> array['a']", "(ta @> ARRAY['a'::text])"},
      {"'a' = any (ta)", "('a'::text = ANY (ta))"},
      {"tz > now() - interval '30 days'", "(tz > (now() - '30 days'::interval))"},
      {"tz > now() - interval '1 hour'", "(tz > (now() - '01:00:00'::interval))"},
      {"ts > '2020-01-01'", "(ts > '2020-01-01 00:00:00'::timestamp without time zone)"},
      {"to_tsvector('english', coalesce(tx, '') || ' ' || coalesce(vc, ''))",
       "to_tsvector('english'::regconfig, ((COALESCE(tx, ''::text) || ' '::text) || (COALESCE(vc, "
       "''::character varying))::text))"},
      {"date_trunc('day', tz)", "date_trunc('day'::text, tz)"},
      {"case when i > 0 then 'a' else vc end", "CASE WHEN (i > 0) THEN 'a'::character varying ELSE vc END"},
      {"i::integer", "i"},
      {"i is distinct from null", "i is not null"},
      {"\"Odd \"\"one\"\"\" = 'a'", "((\"Odd \"\"one\"\"\")::text = 'a'::text)"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(std::string(pair.a));
    const std::string form = canonical_expression(pair.a, typed());
    CHECK(form == canonical_expression(pair.b, typed()));
    CHECK(canonical_expression(form, typed()) == form);
    CHECK(same_expression(pair.a, pair.b, typed()));
  }
  const Pair others[] = {
      {"vc = 'a'", "vc = 'a'::bpchar"},
      {"n > 0", "n > 0.0"},
      {"ch in ('a', 'b')", "ch = any (array['a', 'b'])"},
      {"unknown_column = 'a'", "unknown_column = 'a'::text"},
      {"t.vc = 'a'", "((t.vc)::text = 'a'::text)"},
      {"n2::numeric", "n2"},
      {"vc::varchar", "vc"},
      {"tz > '2020-01-01'", "tz > '2020-01-01 00:00:00+00'"},  // depends on the time zone
  };
  for (const Pair& pair : others) {
    CAPTURE(std::string(pair.a));
    CHECK_FALSE(same_expression(pair.a, pair.b, typed()));
  }
}

TEST_CASE("defaults") {
  CHECK(same_default("'new'", "'new'::character varying", parse_type("varchar(20)")));
  CHECK(same_default("'{}'", "'{}'::jsonb", parse_type("jsonb")));
  CHECK(same_default("'{}'", "'{}'::text[]", parse_type("text[]")));
  CHECK(same_default("'x'", "'x'::bpchar", parse_type("char(3)")));
  CHECK(same_default("'5'", "5", parse_type("integer")));
  CHECK(same_default("'a'", "'a'::app.mood", parse_type("app.mood"), typed()));
  CHECK(same_default("'1 hour'", "'01:00:00'::interval", parse_type("interval")));
  CHECK_FALSE(same_default("'a'", "'a'::app.mood", parse_type("app.mood")));  // perhaps a domain
  CHECK_FALSE(same_default("'5'", "5", parse_type("bigint")));
  CHECK_FALSE(same_default("'a'", "'a'::text", parse_type("varchar")));
}

TEST_CASE("a default of NULL is none where nothing casts it") {
  CHECK(is_no_default("null", parse_type("text")));
  CHECK(is_no_default("(NULL)", parse_type("int")));
  CHECK(is_no_default("null::text", parse_type("text")));
  CHECK(is_no_default("null", parse_type("numeric[]")));
  CHECK_FALSE(is_no_default("null", parse_type("varchar(5)")));  // stored as NULL::character varying
  CHECK_FALSE(is_no_default("null", parse_type("app.mood")));    // perhaps a domain
  CHECK_FALSE(is_no_default("null::text", parse_type("int")));
  CHECK_FALSE(is_no_default("nullif(1, 2)", parse_type("int")));
  CHECK_FALSE(is_no_default("", parse_type("int")));
}

TEST_CASE("what is no expression keeps its tokens, and what is no text throws") {
  CHECK(canonical_expression("a < b < C") == "a < b < c");
  CHECK(canonical_expression("Foo  ::  ") == canonical_expression("foo::"));
  CHECK_FALSE(same_expression("a b", "a c"));
  CHECK_THROWS_AS(canonical_expression("'a"), SyntaxError);
  CHECK_THROWS_AS(canonical_expression("(a"), SyntaxError);
  CHECK_FALSE(same_expression("'a", "'b"));
  CHECK(same_expression("'a", "'a"));
  CHECK_FALSE(Expression{""} == Expression{"a"});
  CHECK(same_query("SELECT  A, 'x' FROM \"t\";", "select a, 'x' from t"));
  CHECK_FALSE(same_query("select a", "select \"A\""));
  CHECK_FALSE(same_query("select interval '1' year", "select interval '1' \"year\""));
}

TEST_CASE("wrong expressions are told where") {
  struct Case {
    const char* text;
    std::size_t offset;
    const char* message;
  };
  const Case cases[] = {
      {"", 0, "expected an expression"},
      {"a +", 3, "expected an expression"},
      {"a + )", 4, "closes nothing"},
      {"(a + )", 5, "expected an expression, found \")\""},
      {"(a b)", 3, "expected an operator or \")\""},
      {"a b", 2, "unexpected \"b\" after the expression"},
      {"f(a,)", 4, "expected an expression"},
      {"f(a b)", 4, "expected an operator, \",\" or \")\""},
      {"a < b < c", 6, "needs brackets"},
      {"a = b = c", 6, "needs brackets"},
      {"a is distinct from b is null", 21, "needs brackets"},
      {"a is 1", 5, "expected \"null\""},
      {"a is not 1", 9, "after IS NOT"},
      {"a in 1", 5, "expected \"(\""},
      {"a between 1", 11, "expected \"and\""},
      {"case a end", 7, "expected \"when\""},
      {"case when a b end", 12, "expected \"then\""},
      {"case when a then b", 18, "\"when\", \"else\" or \"end\""},
      {"cast(a b)", 7, "expected \"as\""},
      {"a::", 3, "expected a type"},
      {"a::1", 3, "expected a type"},
      {"* a", 0, "expected an expression"},
      {"select 1", 0, "expected an expression"},
      {"a = select 1", 4, "expected an expression"},
      {"a; drop table x", 1, "unexpected \";\""},
      {"array(1)", 5, "\"[\" or a query"},
      {"exists (1)", 7, "a query"},
      {"extract(year a)", 13, "expected \"from\""},
      {"position('a', b)", 12, "expected \"in\""},
      {"a[1", 1, "not closed"},
      {"a[1 2]", 4, "\":\" or \"]\""},
      {"a like 'b' escape", 17, "expected an expression"},
      {"a at time", 9, "expected \"zone\""},
      {"count(*) filter (x)", 17, "expected \"where\""},
      {"a.", 2, "a name after the dot"},
      {"left", 4, "expected an expression"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.text));
    try {
      check_expression(c.text);
      FAIL_CHECK("no error");
    } catch (const SyntaxError& error) {
      CHECK(error.offset() == c.offset);
      CHECK_MESSAGE(std::string(error.what()).find(c.message) != std::string::npos, error.what());
    }
  }
}

TEST_CASE("queries are one statement that reads") {
  for (const char* text : {"select 1", "SELECT 1;", "with a as (select 1) select * from a", "values (1)", "table t",
                           "(select 1) union (select 2)", "select ';'", "select 1 -- ;"}) {
    CAPTURE(std::string(text));
    CHECK_NOTHROW(check_query(text));
  }
  const std::pair<const char*, std::size_t> wrong[] = {
      {"", 0}, {"delete from t", 0}, {"select 1; select 2", 8}, {"select (1", 7}, {"select 'a", 7}, {"(insert", 0},
  };
  for (const auto& [text, offset] : wrong) {
    CAPTURE(std::string(text));
    try {
      check_query(text);
      FAIL_CHECK("no error");
    } catch (const SyntaxError& error) {
      CHECK(error.offset() == offset);
    }
  }
}

TEST_CASE("defaults that are computed once") {
  for (const char* text :
       {"1", "-1", "'a'", "'a'::text", "now()", "current_timestamp", "now() + interval '1 day'", "'{}'::jsonb",
        "array[]::text[]", "ARRAY['a','b']", "1 + 2 * 3", "(now() at time zone 'utc')", "null", "true", "lower('A')",
        "pg_catalog.now()", "case when true then 1 else 2 end", "current_user"}) {
    CAPTURE(std::string(text));
    CHECK(is_stable_default(text));
  }
  for (const char* text :
       {"random()", "gen_random_uuid()", "nextval('s'::regclass)", "clock_timestamp()", "f(1)", "app.now()",
        "uuid_generate_v4()", "1 + random()", "(select 1)", "a", "now(", "lower(random()::text)"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(is_stable_default(text));
  }
}

TEST_CASE("hostile text neither crashes nor takes for ever") {
  const auto repeat = [](const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  constexpr std::size_t million = 1'000'000;
  const std::string texts[] = {
      repeat("(", million),
      repeat("(", million / 2) + repeat(")", million / 2),
      repeat("(", 900) + "a" + repeat(")", 900),
      repeat("[", million),
      repeat("- ", million / 2) + "1",
      repeat("not ", million / 4) + "a",
      "a" + repeat(" + 1", million / 4),
      "a" + repeat(" and a", million / 6),
      "a" + repeat("::text", million / 6),
      "a" + repeat("[1]", million / 3),
      "a" + repeat(".b", million / 2),
      "a" + repeat(" is null", million / 8),
      "a in (" + repeat("1, ", million / 3) + "1)",
      "a in (" + repeat("b, ", 2000) + "1)",
      repeat("(", 900) + "a" + repeat(" between 1 and 2)", 900),
      repeat("substring(", 900) + "a" + repeat(", 1)", 900),
      repeat("f(", 900) + "a" + repeat(") 'x'", 900),
      repeat("case when ", 900) + "a" + repeat(" then 1 end", 900),
      repeat("/*", million / 2),
      repeat("$a$ $b$ ", million / 8),
      "'" + repeat("''", million / 2) + "'",
      "'" + repeat("' \n '", million / 5) + "'",
      repeat("'a' ", million / 4),
      repeat("\"", million),
      repeat("a ", million / 2),
      repeat("+", million),
      repeat("((select 1) union ", 900) + "select 1" + repeat(")", 900),
      repeat("array[", 900) + "1" + repeat("]", 900),
      repeat("((((((((((a))))))))))+", 40000) + "a",
      std::string(million, '\x80'),
      std::string(1000, '\0'),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    try {
      const std::string form = canonical_expression(text);
      CHECK(form.size() < 20 * million);
    } catch (const SyntaxError& error) {
      CHECK(error.offset() <= text.size());
    }
    CHECK_NOTHROW(is_stable_default(text));
  }
  CHECK_THROWS_AS(check_expression(repeat("(", 1100) + "a" + repeat(")", 1100)), SyntaxError);
  CHECK_NOTHROW(check_expression(repeat("(", 900) + "a" + repeat(")", 900)));
  CHECK_NOTHROW(check_expression("a" + repeat(" || a", 3000)));
}
