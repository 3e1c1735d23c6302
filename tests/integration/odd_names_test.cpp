// Names that look like something else to SQL, psql or YAML, on an object of every kind: imported, created anew by apply
// and by psql from the plan as SQL, and dropped again. Nothing but the objects themselves may come of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

#include "sql/quote.h"
#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;

std::vector<std::string> odd_names() {
  std::vector<std::string> out{"a\"b",
                               "\"",
                               "a'b",
                               "''",
                               "a\\b",
                               "\\",
                               "\\.",
                               "\\q",
                               "a;b",
                               "'); drop table x; --",
                               "\"; drop table x; --",
                               "a--b",
                               "a/*b",
                               "*/",
                               "$$a$$",
                               "$1",
                               ":a",
                               ":'a'",
                               "%s",
                               "{a}",
                               "{}",
                               "a\nb",
                               "a\tb",
                               "\ra",
                               " a ",
                               "A",
                               "Ünï cödé",
                               "大小",
                               "😀",
                               "select",
                               "user",
                               "1a",
                               "a.b",
                               ".",
                               "null",
                               "true",
                               "~",
                               "no",
                               "- a",
                               "a: b",
                               "# a",
                               "&a",
                               "*a",
                               "!a",
                               "|",
                               ">",
                               "?",
                               "@",
                               "`",
                               "[a]",
                               "a,b",
                               "(a)",
                               "a b",
                               "=",
                               "{\"json\": 1}",
                               "E'\\\\x'",
                               "renamed_from",
                               "columns",
                               "1",
                               "1e3",
                               "0x1f",
                               "2026-01-01",
                               "<<",
                               "---",
                               "...",
                               "%YAML"};
  out.push_back(std::string(63, 'x'));
  std::string wide;
  for (int i = 0; i < 31; ++i) wide += "é";
  out.push_back(wide);
  return out;
}

std::string fill(std::string text, const std::string& name) {
  const auto replace = [&text](std::string_view mark, const std::string& by) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
      text.replace(at, mark.size(), by);
  };
  replace("<N>", sql::quote_ident(name));
  replace("<L>", sql::quote_literal(name));
  replace("<Q>", sql::quote_literal(sql::quote_ident(name) + "." + sql::quote_ident(name + "s")));
  replace("<S>", sql::quote_ident(name + "s"));
  replace("<V>", sql::quote_ident(name + "v"));
  replace("<I>", sql::quote_ident(name + "i"));
  replace("<E>", sql::quote_ident(name + "e"));
  replace("<T>", sql::quote_ident(name + "t"));
  return text;
}

// A schema of the name with an object of each kind that bears it, or a name near it where that one is taken.
std::string objects_named(const std::string& name) {
  return fill(R"(
create schema <N>;
set search_path = <N>;
create type <E> as enum (<L>, 'other');
create sequence <S>;
create table <N> (
  <N> int primary key default nextval(<Q>),
  <T> text default <L> constraint <N> check (<T> <> <L>),
  c <E> default <L>,
  d int generated always as identity,
  e serial);
create table <T> (<N> int constraint <N> references <N>, f <E>[] default array[<L>]::<E>[], unique (<N>));
create index <I> on <N> (<T>, lower(<T> || <L>)) where <T> <> <L>;
create view <V> as select <N>, <T>, <L>::<E> as <E> from <N> where <T> = <L>;
comment on schema <N> is <L>; comment on table <N> is <L>; comment on column <N>.<N> is <L>; comment on view <V> is <L>;
comment on type <E> is <L>; comment on sequence <S> is <L>; comment on index <I> is <L>;
comment on constraint <N> on <N> is <L>;
)",
              name);
}

// Names that are near it must not be cut.
bool has_room(const std::string& name) { return name.size() < sql::max_identifier_bytes; }

std::string shorter(std::string name) {
  if (has_room(name)) return name;
  name.resize(sql::max_identifier_bytes - 1);
  return name;
}

void run_as_sql(const TestDatabase& database, const std::string& config) {
  const auto plan = run_plumb({"--db", database.url(), "--config", config, "--format", "sql", "plan"});
  REQUIRE_MESSAGE(plan.exit_code == 0, plan.err);
  const TemporaryDirectory folder;
  write_file(folder.path() + "/plan.sql", plan.out);
  database.load(folder.path() + "/plan.sql");
}

}  // namespace

TEST_CASE("odd names in every kind") {
  std::string script;
  for (const std::string& name : odd_names()) script += objects_named(shorter(name));
  const TestDatabase live;
  live.run(script);
  const std::string dump = pg_dump(live.url());

  const TemporaryDirectory imported;
  const auto import = run_plumb({"--db", live.url(), "import", "--out", imported.path()});
  REQUIRE_MESSAGE(import.exit_code == 0, import.err);
  const std::string config = imported.path() + "/plumb.yaml";
  const auto check = run_plumb({"--db", live.url(), "--config", config, "apply", "--check"});
  CHECK_MESSAGE(check.exit_code == 0, check.out, check.err);

  CHECK_EQ(fresh_dump(config), dump);
  const TestDatabase by_psql;
  run_as_sql(by_psql, config);
  CHECK_EQ(pg_dump(by_psql.url()), dump);

  const TemporaryDirectory nothing;
  const std::string empty = nothing.path() + "/plumb.yaml";
  write_file(empty, "plumb: 1\nmanage: {schemas: all}\nschemas: [public]\n");
  run_as_sql(by_psql, empty);
  bring_to(live.url(), empty);
  const TestDatabase untouched;
  CHECK_EQ(pg_dump(by_psql.url()), pg_dump(untouched.url()));
  CHECK_EQ(pg_dump(live.url()), pg_dump(untouched.url()));
}
