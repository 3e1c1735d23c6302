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
