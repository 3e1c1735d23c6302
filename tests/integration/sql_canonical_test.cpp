// Canonical expressions against PostgreSQL itself. Its text of a stored expression (pg_get_expr), stored again until it
// no longer changes, is the truth: what canonical_expression() calls equal must end in equal text, and the canonical
// text itself must be SQL that ends in the same text as the expression it came from.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "postgres/server_error.h"
#include "sql/expression.h"
#include "sql/syntax_error.h"
#include "support/server.h"

using namespace plumb;
using plumb::testing::read_file;
using plumb::testing::TestDatabase;

namespace {

const std::pair<const char*, const char*> columns[] = {
    {"i", "integer"},
    {"si", "smallint"},
    {"bi", "bigint"},
    {"n", "numeric"},
    {"n2", "numeric(10,2)"},
    {"r", "real"},
    {"d", "double precision"},
    {"b", "boolean"},
    {"b2", "boolean"},
    {"tx", "text"},
    {"tx2", "text"},
    {"vc", "varchar(20)"},
    {"vu", "varchar"},
    {"ch", "char(5)"},
    {"nm", "name"},
    {"dt", "date"},
    {"ts", "timestamp"},
    {"tz", "timestamptz"},
    {"tm", "time"},
    {"iv", "interval"},
    {"u", "uuid"},
    {"j", "json"},
    {"jb", "jsonb"},
    {"ba", "bytea"},
    {"ia", "integer[]"},
    {"ta", "text[]"},
    {"va", "varchar(10)[]"},
    {"m", "mood"},
    {"ip", "inet"},
    {"ci", "citext"},
    {"ir", "int4range"},
    {"o", "oid"},
    {"dm", "posint"},
    {"dtx", "shorttext"},
    {"ad", "address"},
    {"\"Odd\"", "text"},
    {"\"select\"", "integer"},
    {"vb", "varbit(8)"},
    {"bt", "bit(3)"},
    {"mo", "money"},
    {"ma", "mood[]"},
    {"ttz", "timetz"},
    {"\"timestamp\"", "timestamptz"},
    {"dta", "date[]"},
    {"x", "xml"},
};

// PostgreSQL's own answers, on a table with a column of every sort.
class Server {
 public:
  Server() : database_({"citext"}), connection_(database_.connect()) {
    std::string script =
        "create type mood as enum ('a', 'b', 'calm'); create domain posint as integer check (value > 0);"
        "create domain shorttext as varchar(10); create type address as (street text, no integer); create table t (";
    for (const auto& [name, type] : columns)
      script += fmt::format("{}{} {}", name == columns[0].first ? "" : ", ", name, type);
    connection_.run_script(script + ")");
  }

  // The text that a CHECK of this expression has, and that text's, until it stays; none where PostgreSQL refuses it.
  std::optional<std::string> settled(const std::string& expression) {
    const auto known = settled_.find(expression);
    if (known != settled_.end()) return known->second;
    std::optional<std::string> text = stored(expression), next;
    for (int i = 0; i < 5 && text; ++i, text = next) {
      next = stored(*text);
      if (next == text) break;
    }
    return settled_[expression] = text;
  }

  // The same for the default of a column.
  std::optional<std::string> stored_default(const std::string& expression, const std::string& type) {
    try {
      connection_.run_script(fmt::format("create table d (c {} default {})", type, expression));
      const auto result =
          connection_.execute("select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = 'd'::regclass");
      std::string text(result.rows() ? result.value(0, 0) : "");
      connection_.run_script("drop table d");
      return text;
    } catch (const Error&) {
      return std::nullopt;
    }
  }

  std::optional<std::string> stored(const std::string& expression) {
    try {
      connection_.run_script(fmt::format("create policy p on t using ({});", expression));
      std::string text(
          connection_.execute("select pg_get_expr(polqual, polrelid) from pg_policy where polname = 'p'").value(0, 0));
      connection_.run_script("drop policy p on t");
      return text;
    } catch (const Error&) {
      return std::nullopt;
    }
  }

 private:
  TestDatabase database_;
  postgres::Connection connection_;
  std::map<std::string, std::optional<std::string>> settled_;
};

Server& server() {
  static Server instance;
  return instance;
}

sql::ColumnTypes column_types() {
  sql::ColumnTypes types;
  types.column = [](std::string_view name) {
    for (const auto& [column, type] : columns) {
      std::string bare(column);
      std::erase(bare, '"');
      if (bare == name) return sql::parse_type(type);
    }
    return sql::Type{};
  };
  types.is_enum = [](const sql::Type& type) { return type.text == "mood"; };
  return types;
}

// A policy wants a boolean; any expression makes one. The same frame on both sides changes nothing in between.
std::string as_condition(const std::string& expression) { return "(" + expression + ") IS NULL"; }

struct Counts {
  int accepted = 0, refused = 0, proved = 0, proved_typed = 0;
};

// One expression: its canonical texts are stable, and mean to PostgreSQL what the expression means.
void check_one(const std::string& text, std::map<std::string, std::set<std::string>>& classes, Counts& counts) {
  CAPTURE(text);
  const std::string condition = as_condition(text);
  const std::optional<std::string> truth = server().settled(condition);
  if (!truth) {
    ++counts.refused;
    return;
  }
  ++counts.accepted;
  CHECK_NOTHROW(sql::check_expression(text));  // what PostgreSQL accepts, the grammar accepts
  for (const bool typed : {false, true}) {
    const auto canonical = [&](const std::string& expression) {
      return typed ? sql::canonical_expression(expression, column_types()) : sql::canonical_expression(expression);
    };
    const std::string form = canonical(text);
    CAPTURE(form);
    CHECK(canonical(form) == form);
    const std::optional<std::string> meaning = server().settled(as_condition(form));
    CHECK_MESSAGE(meaning == truth, meaning.value_or("refused"));
    classes[(typed ? "typed " : "plain ") + form].insert(*truth);
    const bool proved = canonical(condition) == canonical(*server().stored(condition));
    (typed ? counts.proved_typed : counts.proved) += proved;
    if (typed && !proved && std::getenv("PLUMB_UNPROVED"))
      MESSAGE("not proved: " << text << "   stored: " << *server().stored(condition));
  }
}

void check_classes(const std::map<std::string, std::set<std::string>>& classes) {
  for (const auto& [form, truths] : classes) {
    CAPTURE(form);
    CHECK_MESSAGE(truths.size() == 1, fmt::format("{}", fmt::join(truths, "\n")));
  }
}

}  // namespace

TEST_CASE("canonical forms mean what the expressions mean, and equal forms the same") {
  std::istringstream lines(
      read_file(std::string(PLUMB_SOURCE_DIR) + "/tests/integration/sql_canonical_expressions.txt"));
  std::map<std::string, std::set<std::string>> classes;
  Counts counts;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    check_one(line, classes, counts);
  }
  check_classes(classes);
  CHECK(counts.accepted > 300);
  MESSAGE(fmt::format("{} accepted, {} refused; stored text proved equal: {} without types, {} with types",
                      counts.accepted, counts.refused, counts.proved, counts.proved_typed));
}

namespace {

// Random expressions, brackets left to chance, mostly of matching types.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string boolean(int depth) {
    if (depth <= 0) return pick({"b", "b2", "true", "i = 1", "tx = 'a'", "not b", "b is null", "'t'::bool"});
    switch (below(16)) {
      case 0:
        return boolean(depth - 1) + pick({" and ", " or ", " AND ", " Or "}) + boolean(depth - 1);
      case 1:
        return maybe(boolean(depth - 1)) + pick({" and ", " or "}) + maybe(boolean(depth - 1));
      case 2:
        return pick({"not ", "NOT "}) + maybe(boolean(depth - 1));
      case 3:
        return maybe(number(depth - 1)) + comparison() + maybe(number(depth - 1));
      case 4:
        return text(depth - 1) + comparison() + text(depth - 1);
      case 5:
        return text(depth - 1) + pick({" like ", " ilike ", " not like ", " ~~ ", " !~~* ", " similar to ", " ~ "}) +
               maybe(text(depth - 1));
      case 6:
        return number(depth - 1) + pick({" between ", " not between ", " between symmetric "}) + maybe(number(0)) +
               " and " + number(0);
      case 7:
        return number(depth - 1) + pick({" in ", " not in "}) + "(" + number(0) + ", " + number(depth - 1) + ")";
      case 8:
        return column_text() + pick({" in ", " not in "}) + pick({"('a','b')", "('a')", "('a', 'b', 'c')"});
      case 9:
        return maybe(boolean(depth - 1)) +
               pick({" is null", " is not null", " is true", " is not false", " is unknown", " isnull"});
      case 10:
        return maybe(number(depth - 1)) + pick({" is distinct from ", " is not distinct from "}) +
               maybe(number(depth - 1));
      case 11:
        return maybe(boolean(depth - 1)) + pick({" = ", " <> ", " is distinct from "}) + maybe(boolean(depth - 1));
      case 12:
        return column_text() + pick({" = any ", " <> all ", " like any ", " = some "}) +
               pick({"(array['a','b'])", "('{a,b}')", "(ta)", "(array['a']::text[])"});
      case 13:
        return "case when " + boolean(depth - 1) + " then " + boolean(depth - 1) + pick({" end", " else false end"});
      case 14:
        return column() + comparison() + literal();
      default:
        return "(" + boolean(depth - 1) + ")";
    }
  }

  std::string number(int depth) {
    if (depth <= 0) return pick({"i", "bi", "n", "1", "-1", "2.5", "si", "n2", "0", "'3'::int", "d", "9999999999"});
    switch (below(9)) {
      case 0:
        return number(depth - 1) + arithmetic() + number(depth - 1);
      case 1:
        return maybe(number(depth - 1)) + arithmetic() + maybe(number(depth - 1));
      case 2:
        return pick({"-", "- ", "+ ", "@ ", "-  -"}) + maybe(number(depth - 1));
      case 3:
        return maybe(number(depth - 1)) + pick({"::int", "::numeric", "::numeric(10,2)", "::bigint", "::float8"});
      case 4:
        return "cast(" + number(depth - 1) + " as numeric)";
      case 5:
        return pick({"abs(", "coalesce(", "round("}) + number(depth - 1) + ")";
      case 6:
        return "coalesce(" + number(depth - 1) + ", " + number(depth - 1) + ")";
      case 7:
        return "length(" + text(depth - 1) + ")";
      default:
        return "(" + number(depth - 1) + ")";
    }
  }

  std::string text(int depth) {
    if (depth <= 0)
      return pick({"tx", "vc", "'a'", "'b'::text", "vu", "tx2", "'x'::varchar", "ch", "E'a\\'b'", "upper(tx)"});
    switch (below(7)) {
      case 0:
        return text(depth - 1) + " || " + maybe(text(depth - 1));
      case 1:
        return pick({"lower(", "trim(", "btrim("}) + text(depth - 1) + ")";
      case 2:
        return maybe(text(depth - 1)) + pick({"::text", "::varchar", "::varchar(3)", "::char(2)", " collate \"C\""});
      case 3:
        return "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
      case 4:
        return "substring(" + text(depth - 1) + " from 1 for 2)";
      case 5:
        return "case " + column_text() + " when 'a' then " + text(depth - 1) + " else 'b' end";
      default:
        return "(" + text(depth - 1) + ")";
    }
  }

 private:
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  std::string pick(std::vector<const char*> choices) { return choices[below(choices.size())]; }
  std::string maybe(const std::string& inner) { return below(2) ? "(" + inner + ")" : inner; }
  std::string comparison() { return pick({" = ", " < ", " >= ", "<>", " != ", " > ", "<="}); }
  std::string arithmetic() { return pick({" + ", " - ", "*", " / ", " % ", "-", " ^ "}); }
  std::string column() { return columns[below(std::size(columns))].first; }
  std::string column_text() { return pick({"tx", "vc", "vu", "ch", "nm", "ci", "m", "dtx"}); }
  std::string literal() {
    return pick({"'a'", "'1'", "1", "1.5", "'2020-01-01'", "true", "'{}'", "null", "'a'::text", "'12:00'", "-1"});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("random expressions: canonical forms keep their meaning") {
  const char* wanted = std::getenv("PLUMB_SEED");
  const unsigned seed = wanted ? static_cast<unsigned>(std::stoul(wanted)) : 1;
  const char* amount = std::getenv("PLUMB_RANDOM");
  const int rounds = amount ? std::stoi(amount) : 400;
  CAPTURE(seed);
  Generator generator(seed);
  std::map<std::string, std::set<std::string>> classes;
  Counts counts;
  for (int i = 0; i < rounds; ++i) check_one(generator.boolean(1 + i % 4), classes, counts);
  check_classes(classes);
  CHECK(counts.accepted > rounds / 4);
  MESSAGE(fmt::format("{} accepted, {} refused; stored text proved equal: {} without types, {} with types",
                      counts.accepted, counts.refused, counts.proved, counts.proved_typed));
}

namespace {

// All that can be made of one operator or function and two operands; PLUMB_STRIDE=1 takes each of them.
std::vector<std::string> combinations() {
  const std::vector<std::string> operators = {"=",  "<>", "<",  ">=",   "+", "-",  "*",   "/",   "%",
                                              "^",  "||", "~~", "!~~*", "~", "->", "->>", "#>>", "@>",
                                              "<@", "&&", "?",  "?|",   "&", "#",  "<<",  "@@"};
  const std::vector<std::string> literals = {
      "'a'",          "'1'",      "1",    "1.5",     "9999999999",       "'2020-01-01'",
      "'{}'",         "null",     "true", "'1 day'", "interval '1 day'", "now()",
      "current_date", "'a'::text"};
  std::vector<std::string> operands = literals;
  for (const auto& [name, type] : columns) operands.emplace_back(name);
  std::vector<std::string> out;
  for (const std::string& left : operands) {
    for (const std::string& right : operands) {
      for (const std::string& op : operators) out.push_back(left + " " + op + " " + right);
      out.push_back("coalesce(" + left + ", " + right + ")");
      out.push_back("nullif(" + left + ", " + right + ")");
      out.push_back("case when b then " + left + " else " + right + " end");
      out.push_back("case " + left + " when " + right + " then 1 end");
      out.push_back("array[" + left + ", " + right + "]");
      out.push_back(left + " in (" + right + ", " + right + ")");
      out.push_back(left + " = any (" + right + ")");
      out.push_back(left + " is distinct from " + right);
      for (const char* function : {"btrim", "strpos", "left", "date_trunc", "date_part", "to_char", "array_position",
                                   "array_length", "round", "concat_ws", "to_tsvector", "encode", "like_escape"}) {
        out.push_back(fmt::format("{}({}, {})", function, left, right));
      }
      out.push_back("substring(" + left + " from " + right + ")");
      out.push_back("trim(" + left + " from " + right + ")");
      out.push_back("position(" + left + " in " + right + ")");
      out.push_back(left + " at time zone " + right);
    }
    for (const char* function : {"lower",
                                 "length",
                                 "char_length",
                                 "md5",
                                 "abs",
                                 "round",
                                 "floor",
                                 "ceil",
                                 "to_tsvector",
                                 "to_tsquery",
                                 "jsonb_typeof",
                                 "cardinality",
                                 "current_setting",
                                 "ascii",
                                 "reverse",
                                 "octet_length",
                                 "concat",
                                 "num_nulls",
                                 "jsonb_build_array",
                                 "trim",
                                 "- ",
                                 "@ ",
                                 "~ "}) {
      out.push_back(fmt::format("{}({})", function, left));
    }
    for (const auto& [name, type] : columns) out.push_back("(" + left + ")::" + type);
  }
  return out;
}

}  // namespace

TEST_CASE("operators and functions on every pair of types") {
  const char* wanted = std::getenv("PLUMB_STRIDE");
  const std::size_t stride = wanted ? std::stoul(wanted) : 211;
  std::map<std::string, std::set<std::string>> classes;
  Counts counts;
  const std::vector<std::string> all = combinations();
  for (std::size_t i = 0; i < all.size(); i += stride) check_one(all[i], classes, counts);
  check_classes(classes);
  CHECK(counts.accepted > 50);
  MESSAGE(fmt::format("{} accepted, {} refused; stored text proved equal: {} without types, {} with types",
                      counts.accepted, counts.refused, counts.proved, counts.proved_typed));
}

TEST_CASE("defaults are constants of their column's type") {
  const char* expressions[] = {"'a'",
                               "'1'",
                               "1",
                               "-1",
                               "1.5",
                               "'1.50'",
                               "'{}'",
                               "'[]'",
                               "true",
                               "'t'",
                               "now()",

                               "'2020-01-01'",
                               "'2020-01-01 10:00'",
                               "'12:00'",
                               "'1 day'",
                               "'3 hours'",
                               "''",
                               "'a' || 'b'",
                               "current_date",
                               "('a')",
                               "'a'::text",
                               "'calm'",
                               "'{a,b}'",
                               "array['a','b']",
                               "array[]::text[]",
                               "lower('A')",
                               "'00000000-0000-0000-0000-000000000000'",
                               "gen_random_uuid()",
                               "'101'",
                               "1 + 2",
                               "'1'::int",
                               "'1.2.3.4'",
                               "current_user",
                               "'5 mons'",
                               "'1 week'",
                               "'14 months'",
                               "'90 minutes'"};
  int accepted = 0, proved = 0;
  for (const auto& [column, type] : columns) {
    for (const char* expression : expressions) {
      CAPTURE(std::string(type));
      CAPTURE(std::string(expression));
      const std::optional<std::string> stored = server().stored_default(expression, type);
      if (!stored) continue;
      ++accepted;
      const sql::Type column_type = sql::parse_type(type);
      const std::string form = sql::canonical_default(expression, column_type, column_types());
      CAPTURE(form);
      CHECK(sql::canonical_default(form, column_type, column_types()) == form);
      CHECK(server().stored_default(form, type) == stored);
      const bool same = sql::same_default(expression, *stored, column_type, column_types());
      proved += same;
      if (!same)
        MESSAGE("not proved: " << std::string(type) << " default " << std::string(expression)
                               << "   stored: " << *stored);
    }
  }
  CHECK(accepted > 300);
  MESSAGE(fmt::format("{} accepted, {} proved equal", accepted, proved));
}
