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
                                    "default can't [a text stands in quotes: 'new', a function has brackets: new()]",
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
