#include <doctest/doctest.h>

#include <string>

#include "sql/names.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

using namespace plumb::sql;

namespace {

// "a.b, f(), 's'": calls with (), names in constants in quotes.
std::string told(std::string_view text) {
  std::string out;
  for (const NameUse& use : names_in(text)) {
    std::string name;
    for (const std::string& part : use.parts) name += (name.empty() ? "" : ".") + part;
    if (use.call) name += "()";
    if (use.constant) name = "'" + name + "'";
    out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

}  // namespace

TEST_CASE("the names in SQL text") {
  const std::pair<const char*, const char*> cases[] = {
      {"a + B.c * \"D\".\"e f\"", "a, b.c, D.e f"},
      {"lower(name) || app.f(x)", "lower(), name, app.f(), x"},
      {"a::app.mood", "a, app.mood"},
      {"'app.users_id_seq'::regclass", "'app.users_id_seq', regclass"},
      {"nextval('\"S q\"'::regclass)", "nextval(), 'S q', regclass"},
      {"cast('users' as regclass)", "'users', regclass"},
      {"nextval('app.\"S q\"') + setval('s', 1)", "nextval(), 'app.S q', setval(), 's'"},
      {"pg_catalog.currval('s')", "pg_catalog.currval(), 's'"},
      {"app.nextval('s') || nextval('s' || a)", "app.nextval(), nextval(), a"},
      {"regclass 'users'", "regclass, 'users'"},
      {"'app.users'::pg_catalog.regclass", "'app.users', pg_catalog.regclass"},
      {"E'app.users'::regclass", "'app.users', regclass"},
      {"'app.mood[]'::regtype", "'app.mood', regtype"},
      {"'not a name'", ""},
      {"'users'::text", "text"},
      {"-- a comment\n b /* c */", "b"},
      {"a and not b or c is null", "a, b, c"},
      {"a between b and c", "a, b, c"},
      {"case when a then b else c end", "a, b, c"},
      {"select u.id, count(*) from app.users u join t on t.x = u.y where z in (select 1) order by w",
       "u.id, count(), app.users, u, t, t.x, u.y, z, w"},
      {"a at time zone b", "a, b"},
      {"a::timestamp with time zone", "a"},
      {"extract(year from a)", "a"},
      {"interval '1' year + a", "a"},
      {"coalesce(a, b)", "a, b"},
      {"timestamp > now()", "timestamp, now()"},
      {"f(arg => a)", "f(), a"},
      {"a.*", "a"},
      {"sum(a) filter (where b) over (partition by c order by d nulls first)", "sum(), a, b, c, d"},
      {"a operator(pg_catalog.+) b", "a, b"},
      {"insert into app.t (a, b) values (f(1), 2)", "insert, app.t, a, b, f()"},
      {"a collate pg_catalog.\"default\"", "a, pg_catalog.default"},
      {"a like b escape '!'", "a, b"},
      {"zone = 1", "zone"},
      {"t.select", "t.select"},
      {"left(a, 1)", "left(), a"},
  };
  for (const auto& [text, names] : cases) {
    CAPTURE(std::string(text));
    CHECK(told(text) == names);
  }
  CHECK_THROWS_AS(names_in("'a"), SyntaxError);
}

TEST_CASE("statements in SQL text") {
  for (const char* text : {"a = (select b from c)", "(table t)", "insert into t values (1)", "delete from t",
                           "(notify n; update t set a = 1)", "update only t set a = 1", "merge into t using u on a"})
    CHECK_MESSAGE(has_statement(text), text);
  for (const char* text : {"f(a)", "update > 1 and insert is null", "(update) + delete", "'select'"})
    CHECK_MESSAGE(!has_statement(text), text);
}

TEST_CASE("a name use says where it stands") {
  const std::string text = "1 + app . \"My T\" (x)";
  const auto names = names_in(text);
  REQUIRE(names.size() == 2);
  CHECK(text.substr(names[0].offset, names[0].length) == "app . \"My T\"");
  CHECK(names[0].call);
  const std::string constant = "nextval('app.s'::regclass)";
  CHECK(constant.substr(names_in(constant)[1].offset, names_in(constant)[1].length) == "app.s");
}

TEST_CASE("names are replaced and nothing else") {
  const auto rename = [](std::string_view text) {
    return replace_names(text, [](const NameUse& use, std::string& replacement) {
      if (use.parts.back() != "old") return false;
      replacement = use.parts.size() > 1 ? quote_ident(use.parts[0]) + ".\"it's\"" : "\"it's\"";
      return true;
    });
  };
  CHECK(rename("old + t.old + 'old' + older -- old") == "\"it's\" + t.\"it's\" + 'old' + older -- old");
  CHECK(rename("nextval('app.old'::regclass)") == "nextval('app.\"it''s\"'::regclass)");
  CHECK(rename("nextval(E'app.old'::regclass)") == "nextval('app.\"it''s\"'::regclass)");
  CHECK(rename("$$old$$::regclass") == "'\"it''s\"'::regclass");
  CHECK(rename("OLD") == "\"it's\"");
  CHECK(rename("\"OLD\"") == "\"OLD\"");
  CHECK(rename("a") == "a");
}

TEST_CASE("a schema is left out where the name is visible without it") {
  const Visibility visibility{[](std::string_view schema, std::string_view name, std::string_view home) {
    return (schema == home || schema == "public") && name != "text";
  }};
  const std::pair<const char*, const char*> cases[] = {
      {"app.users", "users"},
      {"app.f(public.g(x)) + other.h(y)", "f(g(x)) + other.h(y)"},
      {"'a'::app.mood", "'a'::mood"},
      {"'a'::app.text", "'a'::app.text"},
      {"nextval('app.s'::regclass)", "nextval('s'::regclass)"},
      {"app.\"user\"", "\"user\""},
      {"app.\"select\".id", "\"select\".id"},
      {"app.\"Odd\"", "\"Odd\""},
      {"'app.users'", "'app.users'"},
      {"a > 1.5", "a > 1.5"},
      {"no dots at all", "no dots at all"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    CHECK(relative(text, "app", visibility) == expected);
  }
  CHECK(relative("app.users", "app", {}) == "app.users");
}

TEST_CASE("names: of types, told from columns and aliases of the same name") {
  CHECK(names_type("'on'::status", "status"));
  CHECK(names_type("cast(x as app.status)", "status"));
  CHECK(names_type("coalesce(cast(f(x, (1)) as status[]), null)", "status"));
  CHECK(names_type("select status 'on'", "status"));
  CHECK_FALSE(names_type("select status, t.status, x as status from status", "status"));
  CHECK_FALSE(names_type("select f(x) as status, (select 1 as status) from t", "status"));
  CHECK_FALSE(names_type("select 'status'::text", "status"));
}
