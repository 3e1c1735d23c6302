// Expected names are what PostgreSQL 15 chose for the same definitions.
#include <doctest/doctest.h>

#include "kinds/complete.h"
#include "kinds/naming.h"

using namespace plumb;

TEST_CASE("names: parts are joined, empty ones left out") {
  CHECK_EQ(default_name_of("users", "email", "key"), "users_email_key");
  CHECK_EQ(default_name_of("users", "", "pkey"), "users_pkey");
  CHECK_EQ(joined_columns({"a", "b", "c"}), "a_b_c");
}

TEST_CASE("names: the longer part is cut until it fits 63 bytes, never inside a character") {
  const std::string table(60, 't'), column(20, 'c');
  const std::string name = default_name_of(table, column, "key");
  CHECK_EQ(name.size(), 63);
  CHECK_EQ(name, std::string(38, 't') + "_" + column + "_key");
  std::string umlauts;
  for (int i = 0; i < 40; ++i) umlauts += "ä";
  const std::string cut = default_name_of(umlauts, "", "pkey");
  CHECK_EQ(cut.size(), 58 + 5);
  CHECK(cut.ends_with("ä_pkey"));
}

namespace {
template <typename T>
T unnamed(const ObjectId& table) {
  T out;
  out.id = child_id(Kind<T>::tag, table, "");
  return out;
}
}  // namespace

TEST_CASE("names: what is left out is chosen as PostgreSQL does, and numbered where taken") {
  Database wanted;
  const ObjectId table = table_id("public", "t");
  Table t;
  t.id = table;
  wanted.add(t);
  for (const char* name : {"a", "b"}) {
    Column c;
    c.id = column_id(table, name);
    c.type = {"integer"};
    wanted.add(c);
  }
  auto key = unnamed<PrimaryKey>(table);
  key.columns = {"a"};
  wanted.add(key);
  auto one = unnamed<Unique>(table);
  one.columns = {"a", "b"};
  wanted.add(one);
  auto named = unnamed<Unique>(table);
  named.id.name = "t_a_b_key";
  named.columns = {"b"};
  wanted.add(named);
  for (const char* text : {"a > 0", "a < 9", "a < b"}) {
    auto check = unnamed<Check>(table);
    check.expression = {text};
    wanted.add(check);
  }
  complete_wanted(wanted);
  const auto has = [&](KindTag kind, const char* name) { return wanted.contains(child_id(kind, table, name)); };
  CHECK(has(KindTag::primary_key, "t_pkey"));
  CHECK(has(KindTag::unique, "t_a_b_key"));
  CHECK(has(KindTag::unique, "t_a_b_key1"));
  CHECK(has(KindTag::check, "t_a_check"));
  CHECK(has(KindTag::check, "t_a_check1"));
  CHECK(has(KindTag::check, "t_check"));
  // A primary key makes its columns NOT NULL, and a used schema is wanted.
  CHECK_FALSE(wanted.find<Column>(column_id(table, "a"))->nullable);
  CHECK(wanted.find<Column>(column_id(table, "b"))->nullable);
  CHECK(wanted.contains(schema_id("public")));
}
