// What is wrong with a declaration as a whole. The messages are in tests/declarations/wrong; here is what is right, and
// what only databases made by hand can hold.
#include "kinds/validate.h"

#include <doctest/doctest.h>

#include "kinds/nearest.h"
#include "unit/yaml_files.h"

using namespace plumb;
using namespace plumb::testing;

namespace {

std::vector<std::string> findings(const Database& database) {
  std::vector<std::string> out;
  for (const Finding& finding : validate(database, [](const ObjectId&) { return true; }))
    out.push_back(finding.message);
  return out;
}

}  // namespace

TEST_CASE("validate: what PostgreSQL accepts as the target of a foreign key") {
  const auto with_target = [](const std::string& target) {
    return errors_in("tables:\n  a:\n    columns: {x: bigint, y: bigint, z: bigint}\n" + target +
                     "  b:\n    columns: {x: bigint, y: bigint}\n"
                     "    foreign_keys: {f: \"(x, y) references a (x, y)\"}\n")
        .empty();
  };
  CHECK(with_target("    primary_key: [x, y]\n"));
  CHECK(with_target("    primary_key: [y, x]\n"));
  CHECK(with_target("    unique: ['(x, y)']\n"));
  CHECK(with_target("    indexes: {i: 'unique (x, y)'}\n"));
  CHECK(with_target("    indexes: {i: 'unique (x, y) include (z)'}\n"));
  CHECK(with_target("    indexes: {i: 'unique (x desc, y)'}\n"));
  CHECK_FALSE(with_target(""));
  CHECK_FALSE(with_target("    primary_key: [x]\n"));
  CHECK_FALSE(with_target("    primary_key: [x, y, z]\n"));
  CHECK_FALSE(with_target("    unique: ['(x, y) deferrable']\n"));
  CHECK_FALSE(with_target("    indexes: {i: '(x, y)'}\n"));
  CHECK_FALSE(with_target("    indexes: {i: 'unique (x, y) where x > 0'}\n"));
  CHECK_FALSE(with_target("    indexes: {i: 'unique (x, y, (x + y))'}\n"));
}

TEST_CASE("validate: names are counted in bytes") {
  const std::string longest(63, 'x');
  CHECK(errors_in("tables: {" + longest + ": }\n").empty());
  std::string umlauts;
  for (int i = 0; i < 31; ++i) umlauts += "ä";
  CHECK(errors_in("tables: {" + umlauts + "x: }\n").empty());
  CHECK_EQ(errors_in("tables: {" + umlauts + "xy: }\n").size(), 1);
  CHECK_EQ(errors_in("enums: {e: [" + longest + "x]}\n").size(), 1);
  CHECK_EQ(errors_in("schemas: {" + longest + "x: }\n").size(), 1);
  CHECK_EQ(errors_in("tables: {t: {columns: {a: text}, unique: {" + longest + "x: (a)}}}\n").size(), 1);
  // Chosen names are cut as PostgreSQL cuts them.
  CHECK(errors_in("tables: {" + longest + ": {columns: {id: bigserial primary key}}}\n").empty());
}

TEST_CASE("validate: constraints of a table and relations of a schema have names of their own") {
  // A check may have the name of a relation; the same name in two schemas is two names.
  CHECK(errors_in("tables: {t: {columns: {a: bigint}, checks: {t: a > 0}}, app.t: {columns: {a: bigint}}}\n").empty());
  CHECK_EQ(errors_in("tables: {t: {columns: {a: bigint}, indexes: {s: (a)}}}\nsequences: {s: }\n").size(), 1);
}

TEST_CASE("validate: objects without a name, and the same two times") {
  Database database;
  Table table;
  table.id = table_id("public", "");
  database.add(table);
  database.sort();
  CHECK_EQ(findings(database), std::vector<std::string>{"table with an empty name"});
}

TEST_CASE("validate: a type with every source of values") {
  CHECK(errors_in("tables: {t: {columns: {a: smallint generated always as identity, b: bigserial}}}\n").empty());
  CHECK_EQ(errors_in("tables: {t: {columns: {a: {type: bigint, generated: 1 + 1, default: 1}}}}\n").size(), 1);
}

TEST_CASE("validate: which types of columns can refer to which") {
  const auto refers = [](const std::string& from, const std::string& to) {
    return errors_in("tables:\n  a: {columns: {x: '" + to + " unique'}}\n  b: {columns: {x: '" + from +
                     " references a (x)'}}\n")
        .empty();
  };
  for (const auto& [from, to] : {std::pair{"smallint", "bigint"},
                                 {"bigint", "smallint"},
                                 {"integer", "numeric(10,2)"},
                                 {"bigint", "double precision"},
                                 {"varchar(20)", "text"},
                                 {"text", "char(3)"},
                                 {"text", "name"},
                                 {"date", "timestamptz"},
                                 {"time", "interval"},
                                 {"cidr", "inet"},
                                 {"bit(3)", "bit varying"},
                                 {"integer", "oid"},
                                 {"citext", "text"},
                                 {"mine", "uuid"},
                                 {"integer[]", "integer[]"}})
    CHECK_MESSAGE(refers(from, to), std::string(from), " to ", std::string(to));
  for (const auto& [from, to] : {std::pair{"text", "uuid"},
                                 {"uuid", "text"},
                                 {"integer", "text"},
                                 {"text", "integer"},
                                 {"numeric", "bigint"},
                                 {"boolean", "integer"},
                                 {"date", "time"},
                                 {"jsonb", "text"}})
    CHECK_FALSE_MESSAGE(refers(from, to), std::string(from), " to ", std::string(to));
  // A cast of the declaration's own may make up for it.
  CHECK(errors_in("casts: {(integer as text): with inout as implicit}\ntables:\n  a: {columns: {x: text unique}}\n"
                  "  b: {columns: {x: integer references a (x)}}\n")
            .empty());
}

TEST_CASE("validate: bounds of partitions that leave every row to one") {
  const auto errors = [](const std::string& columns, const std::string& by, const std::string& bounds) {
    return errors_in("tables:\n  t:\n    columns: {" + columns + "}\n    partition_by: " + by + "\n    partitions: {" +
                     bounds + "}\n")
        .size();
  };
  const auto ranges = [&](const std::string& type, const std::string& a, const std::string& b, const std::string& c,
                          const std::string& d) {
    return errors(
        "a: " + type, "range (a)",
        "p: \"for values from (" + a + ") to (" + b + ")\", q: \"for values from (" + c + ") to (" + d + ")\"");
  };
  CHECK_EQ(ranges("integer", "1", "5", "5", "9"), 0);
  CHECK_EQ(ranges("integer", "-9", "-5", "-5", "1"), 0);
  CHECK_EQ(ranges("integer", "1", "5", "'3'", "9"), 1);
  CHECK_EQ(ranges("integer", "minvalue", "5", "5", "maxvalue"), 0);
  CHECK_EQ(ranges("integer", "minvalue", "5", "minvalue", "6"), 1);
  CHECK_EQ(ranges("bigint", "9", "10", "10", "100"), 0);
  CHECK_EQ(ranges("timestamptz", "'2026-01-01'", "'2026-02-01'", "'2026-01-31'", "'2026-03-01'"), 1);
  CHECK_EQ(ranges("timestamptz", "'2026-01-01 00:00:00+00'", "'2026-02-01 00:00:00+00'", "'2026-01-31 00:00:00+00'",
                  "'2026-03-01 00:00:00+00'"),
           1);
  CHECK_EQ(ranges("timestamp", "'2026-01-01 10:00:00'", "'2026-01-02'", "'2026-01-01'", "'2026-01-01 10:00:00'"), 0);
  // Whose order is not known here: the collation's, the zone's, that of a form of its own.
  CHECK_EQ(ranges("text", "'a'", "'Z'", "'b'", "'c'"), 0);
  CHECK_EQ(ranges("numeric", "1", "5", "2", "9"), 0);
  CHECK_EQ(ranges("date", "'1.2.2026'", "'2.1.2026'", "'2026-01-01'", "'2026-02-01'"), 0);
  CHECK_EQ(ranges("timestamptz", "'2026-01-01 00:00:00+00'", "'2026-01-01 05:00:00+00'", "'2026-01-01 01:00:00-09'",
                  "'2026-01-01 02:00:00-09'"),
           0);
  CHECK_EQ(ranges("timestamptz", "'2026-10-25 03:30:00'", "'2026-10-25 02:30:00'", "'2027-01-01'", "'2028-01-01'"), 0);
  CHECK_EQ(errors("a: int, b: int", "range (a, b)",
                  "p: \"for values from (1, 5) to (2, 5)\", q: \"for values from (2, 5) to (3, minvalue)\""),
           0);
  CHECK_EQ(errors("a: int, b: text", "range (a, b)",
                  "p: \"for values from (1, 'x') to (1, 'y')\", q: \"for values from (1, 'z') to (2, 'a')\""),
           0);
  CHECK_EQ(errors("a: int", "range ((a + 1))", "p: \"for values from (1) to (5)\", q: \"for values from (3) to (9)\""),
           0);
  CHECK_EQ(errors("a: text", "list (a)",
                  "p: \"for values in ('a', 'a')\", q: \"for values in ('A', 'null')\", r: \"for values in (null)\""),
           0);
  CHECK_EQ(errors("a: int", "list (a)", "p: for values in (1), q: \"for values in ('1')\""), 1);
  CHECK_EQ(errors("a: int", "hash (a)",
                  "p: \"for values with (modulus 2, remainder 0)\", q: \"for values with (modulus 4, remainder 1)\", "
                  "r: \"for values with (modulus 4, remainder 3)\""),
           0);
}

TEST_CASE("validate: functions of triggers, languages, old names that may be") {
  // It may live where the declaration does not answer for all there is; the path leads to it first.
  CHECK(errors_in("functions: {f(integer): {returns: integer, body: select 1}}\ntables:\n"
                  "  t: {columns: {a: text}, triggers: {x: before insert for each row execute function f()}}\n")
            .empty());
  CHECK(errors_in("manage: {schemas: [public]}\nfunctions: {f(): {returns: integer, body: select 1}}\ntables:\n"
                  "  t: {columns: {a: text}, triggers: {x: before insert for each row execute function app.f()}}\n")
            .empty());
  for (const std::string language : {"plperl", "plpython3u", "pltcl", "plv8", "plr", "plsql", "SQL", "internal"})
    CHECK_MESSAGE(errors_in("functions: {f(): {returns: integer, language: " + language + ", body: x}}\n").empty(),
                  language);
  CHECK(
      errors_in("languages: {plpgsq: {handler: h}}\nfunctions: {f(): {returns: integer, language: plpgsq, body: x}}\n")
          .empty());
  CHECK(errors_in("tables: {a: {renamed_from: b}, b: {renamed_from: c}}\nviews: {c: select 1}\n").empty());
  CHECK(errors_in("tables:\n  a: {columns: {x: {type: int, renamed_from: z}}}\n"
                  "  b: {columns: {x: {type: int, renamed_from: z}}}\n")
            .empty());
}

TEST_CASE("complete: a cast's function with the types of its arguments") {
  const auto text = [](const std::string& more) {
    const auto declaration = declared("enums: {mood: [a], app.mood: [a]}\n" + more);
    return declaration.wanted.all<Cast>().front().function.text;
  };
  CHECK_EQ(
      text("functions: {f(mood): {returns: integer, body: select 1}}\ncasts: {(mood as integer): with function f}\n"),
      "f(mood)");
  CHECK_EQ(text("functions: {app.f(mood): {returns: integer, body: select 1}}\n"
                "casts: {(app.mood as integer): with function app.f}\n"),
           "app.f(app.mood)");
  CHECK_EQ(text("functions: {\"f(mood, int, bool)\": {returns: integer, body: select 1}}\n"
                "casts: {(mood as integer): {function: f}}\n"),
           "f(mood, integer, boolean)");
}

TEST_CASE("nearest: what was meant") {
  const std::vector<std::string> words = {"columns", "comment", "checks", "unique", "indexes", "primary_key"};
  CHECK_EQ(nearest("colums", words), "columns");
  CHECK_EQ(nearest("colmuns", words), "columns");
  CHECK_EQ(nearest("Columns", words), "columns");
  CHECK_EQ(nearest("coment", words), "comment");
  CHECK_EQ(nearest("index", words), "indexes");
  CHECK_EQ(nearest("primary key", words), "primary_key");
  CHECK_EQ(nearest("xyz", words), "");
  CHECK_EQ(nearest("", words), "");
  CHECK_EQ(nearest(std::string(1000, 'c'), words), "");
  CHECK_EQ(edit_distance("abcd", "abdc"), 1);
  CHECK_EQ(edit_distance("", "abc"), 3);
  CHECK_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST_CASE("validate: columns in expressions") {
  const auto right = [](const std::string& rest) {
    return errors_in(
        "tables:\n  t:\n    columns: {a: int, \"Odd\": text, b: \"text generated always as (lower(\\\"Odd\\\")) "
        "stored\"}\n" +
        rest);
  };
  CHECK(right("    checks:\n      c: a > 0 and t.a < 9 and \"Odd\" <> 'nosuch' and tableoid > 0 and t is not null and "
              "t.* is not null\n")
            .empty());
  CHECK(right("    checks: {c: \"a in (select nosuch from u) or f(other => a) or current_date > now()\"}\n").empty());
  CHECK(
      right(
          "    checks: {c: \"extract(year from now()) > a and a::mytype is not null and interval '1' day > '2 h'\"}\n")
          .empty());
  CHECK(right("    indexes: {i: \"(lower(\\\"Odd\\\"), (a + 1) desc) where a > 0\"}\n").empty());
  CHECK_EQ(
      right("    checks: {c: aa > 0 and aa < 9 and t.bb = 1}\n"),
      std::vector<std::string>{"plumb.yaml:5:14: check public.t.c: table public.t has no column aa [did you mean a?]",
                               "plumb.yaml:5:14: check public.t.c: table public.t has no column bb [did you mean b?]"});
  CHECK_EQ(right("    indexes: {i: (lower(Odd)), j: (a) where aa > 1}\n").size(), 2);
  CHECK_EQ(right("    exclude: {e: using gist ((a + x) with =) where (y > 0)}\n").size(), 2);
  CHECK_EQ(errors_in("tables: {t: {columns: {a: text default new, g: int generated always as (x) stored}}}\n"),
           std::vector<std::string>{"plumb.yaml:2:24: the default of column public.t.a names a column, new, and a "
                                    "default can't [a text stands in SQL's quotes, also within YAML's: \"'new'\"; a "
                                    "function has brackets: new()]",
                                    "plumb.yaml:2:45: column public.t.g: table public.t has no column x"});
  CHECK(errors_in("tables: {t: {columns: {a: \"text default current_user\", b: \"date default now()\"}}}\n").empty());
}

TEST_CASE("validate: more columns than a table takes") {
  const auto errors = [](int count) {
    std::string text = "tables:\n  t:\n    columns:\n";
    for (int i = 0; i < count; ++i) text += "      c" + std::to_string(i) + ": int\n";
    return errors_in(text);
  };
  CHECK(errors(1600).empty());
  CHECK_EQ(errors(1601),
           std::vector<std::string>{"plumb.yaml:3:3: table public.t has 1601 columns, and a table takes 1600 "
                                    "[split it into several tables]"});
}

TEST_CASE("validate: what an older server can't do") {
  const auto wanted =
      declared(
          "enums: {e: [a]}\n"
          "tables:\n  t:\n    columns: {a: int, b: int references t on delete set null (b), id: bigint primary key}\n"
          "    unique: {u: (a) nulls not distinct}\n    indexes: {i: unique (b) nulls not distinct, j: (a)}\n"
          "sequences: {s: {unlogged: true}, r: start 5}\n")
          .wanted;
  CHECK(unsupported(wanted, {150000}).empty());
  CHECK(unsupported(wanted, {180000}).empty());
  std::vector<std::string> found;
  for (const Finding& finding : unsupported(wanted, {140012})) found.push_back(finding.message);
  CHECK_EQ(found,
           std::vector<std::string>{"sequence public.s: UNLOGGED needs PostgreSQL 15, and the server is 14",
                                    "unique public.t.u: NULLS NOT DISTINCT needs PostgreSQL 15, and the server is 14",
                                    "index public.t.i: NULLS NOT DISTINCT needs PostgreSQL 15, and the server is 14",
                                    "foreign key public.t.t_b_fkey: a list of columns after ON DELETE needs PostgreSQL "
                                    "15, and the server is 14"});
}

TEST_CASE("unsupported: what of a NOT NULL only 18 knows") {
  const auto wanted = declared(
                          "tables:\n  t:\n    columns:\n      a: int constraint a_is_there not null\n"
                          "      b: int not null no inherit\n"
                          "      c: {type: int, nullable: false, not_null_not_valid: true}\n      d: int not null\n")
                          .wanted;
  CHECK(unsupported(wanted, {180000}).empty());
  std::vector<std::string> found;
  for (const Finding& finding : unsupported(wanted, {170004})) found.push_back(finding.message);
  CHECK_EQ(found, std::vector<std::string>{
                      "column public.t.a: a named NOT NULL needs PostgreSQL 18, and the server is 17",
                      "column public.t.b: NOT NULL … NO INHERIT needs PostgreSQL 18, and the server is 17",
                      "column public.t.c: NOT NULL … NOT VALID needs PostgreSQL 18, and the server is 17"});
}

TEST_CASE("unsupported: an exclusion of a partitioned table before 17") {
  const auto wanted = declared(
                          "tables:\n  t:\n    columns: {a: int, b: daterange}\n    partition_by: range (a)\n"
                          "    exclude: {e: \"gist (a with =, b with &&)\"}\n"
                          "  u: {columns: {b: daterange}, exclude: {f: gist (b with &&)}}\n")
                          .wanted;
  CHECK(unsupported(wanted, {170000}).empty());
  const auto found = unsupported(wanted, {160004});
  REQUIRE_EQ(found.size(), 1);
  CHECK_EQ(found[0].message,
           "exclusion public.t.e: an exclusion of a partitioned table needs PostgreSQL 17, and the server is 16");
}

TEST_CASE("unsupported: events of event triggers") {
  Database wanted;
  EventTrigger trigger;
  trigger.id.kind = KindTag::event_trigger;
  trigger.id.name = "greet";
  trigger.event = "login";
  wanted.add(trigger);
  CHECK(unsupported(wanted, {170000}).empty());
  const auto found = unsupported(wanted, {160004});
  REQUIRE_EQ(found.size(), 1);
  CHECK_EQ(found.front().message, "event trigger greet: the event login needs PostgreSQL 17, and the server is 16");
}

TEST_CASE("extensions: which package brings them") {
  CHECK_EQ(extension_package("vector", {150020}), "postgresql-15-pgvector");
  CHECK_EQ(extension_package("postgis", {160000}), "postgresql-16-postgis-3");
  CHECK_EQ(extension_package("postgis_topology", {150020}), "postgresql-15-postgis-3");
  CHECK_EQ(extension_package("pg_trgm", {150020}), "postgresql-contrib");
  CHECK_EQ(extension_package("uuid-ossp", {150020}), "postgresql-contrib");
  CHECK_EQ(extension_package("nosuch", {150020}), "");
}
