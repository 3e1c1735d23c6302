#include "sql/expression_types.h"

#include <algorithm>

#include "sql/definition.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

using std::string_view;

constexpr string_view unknown = "unknown";
constexpr string_view text_ = "text";
constexpr string_view varchar_ = "character varying";
constexpr string_view double_ = "double precision";
constexpr string_view timestamp_ = "timestamp without time zone";
constexpr string_view timestamptz_ = "timestamp with time zone";

// From narrow to wide: each is cast to the next by itself. 0: no number.
int number_rank(string_view type) {
  static constexpr string_view order[] = {"smallint", "integer", "bigint", "numeric", "real", double_};
  const auto found = std::find(std::begin(order), std::end(order), type);
  return found == std::end(order) ? 0 : static_cast<int>(found - std::begin(order)) + 1;
}
bool is_integer(string_view type) { return number_rank(type) >= 1 && number_rank(type) <= 3; }
bool is_float(string_view type) { return number_rank(type) >= 5; }

int date_rank(string_view type) {
  static constexpr string_view order[] = {"date", timestamp_, timestamptz_};
  const auto found = std::find(std::begin(order), std::end(order), type);
  return found == std::end(order) ? 0 : static_cast<int>(found - std::begin(order)) + 1;
}

bool is_textual(string_view type) { return type == text_ || type == varchar_; }
bool is_string(string_view type) { return is_textual(type) || type == "bpchar"; }
bool is_array(string_view type) { return type.ends_with("[]"); }

// Types that are compared with themselves by operators of their own, and that no other rule here speaks of.
constexpr string_view plain_types[] = {"boolean",
                                       "uuid",
                                       "inet",
                                       "bytea",
                                       "jsonb",
                                       "money",
                                       "interval",
                                       "time without time zone",
                                       "time with time zone",
                                       "bit varying",
                                       "\"bit\"",
                                       "macaddr",
                                       "oid"};

Operation make(string_view left, string_view right, string_view result) { return {left, right, result}; }

// Numbers that meet in an operator which each pair of them, or only each of them with itself, has.
std::optional<Operation> numbers(string_view left, string_view right, bool mixed_integers, string_view result) {
  if (left == unknown) left = right;
  if (right == unknown) right = left;
  const auto answer = [&](string_view l, string_view r, string_view out) {
    return make(l, r, result.empty() ? out : result);
  };
  const string_view wider = number_rank(left) >= number_rank(right) ? left : right;
  if (left == right) return answer(left, right, left);
  if (is_integer(left) && is_integer(right)) {
    return mixed_integers ? answer(left, right, wider) : answer(wider, wider, wider);
  }
  if (!is_float(left) && !is_float(right)) return answer("numeric", "numeric", "numeric");
  // real stays as it is beside a double precision; whatever else meets a float becomes a double precision.
  return answer(is_float(left) ? left : double_, is_float(right) ? right : double_, double_);
}

bool both(bool (*is)(string_view), string_view left, string_view right) {
  return (is(left) || left == unknown) && (is(right) || right == unknown);
}
bool is_number(string_view type) { return number_rank(type) > 0; }

std::optional<Operation> comparison(string_view left, string_view right, const IsEnum& is_enum) {
  constexpr string_view result = "boolean";
  if (both(is_textual, left, right)) return make(text_, text_, result);
  if (both(is_number, left, right)) return numbers(left, right, true, result);
  if ((left == "bpchar" && right == text_) || (left == text_ && right == "bpchar")) return make(text_, text_, result);
  const string_view type = left == unknown ? right : left;
  const bool same = left == right || left == unknown || right == unknown;
  if (date_rank(type) > 0) {
    if (same) return make(type, type, result);
    if (date_rank(left) > 0 && date_rank(right) > 0) return make(left, right, result);
    return std::nullopt;
  }
  if (type == "name" || type == "bpchar") {
    if (same) return make(type, type, result);
    return std::nullopt;
  }
  if (!same) return std::nullopt;
  if (contains(plain_types, type)) return make(type, type, result);
  if (is_array(type) && is_known_type(type)) return make(type, type, result);
  if (is_enum && is_enum(Type{std::string(type)})) return make(type, type, result);
  return std::nullopt;
}

// LIKE and regular expressions.
std::optional<Operation> matching(string_view left, string_view right) {
  if (both(is_textual, left, right)) return make(text_, text_, "boolean");
  const bool pattern = right == text_ || right == unknown;
  if ((left == "bpchar" || left == "name") && pattern) return make(left, text_, "boolean");
  return std::nullopt;
}

std::optional<Operation> concatenation(string_view left, string_view right) {
  if (both(is_textual, left, right)) return make(text_, text_, text_);
  if ((left == "jsonb" || left == unknown) && (right == "jsonb" || right == unknown)) {
    return make("jsonb", "jsonb", "jsonb");
  }
  // Text takes any other value that is no array. A string of unknown type is text beside what has no || of its own.
  const auto is_value = [](string_view type) { return is_known_type(type) && !is_array(type) && type != "name"; };
  const auto is_simple = [](string_view type) {
    return number_rank(type) > 0 || date_rank(type) > 0 || type == "boolean" || type == "uuid" || type == "interval";
  };
  const auto other = [](string_view type) { return is_string(type) ? text_ : type; };
  if ((is_textual(left) && is_value(right)) || (left == unknown && is_simple(right))) {
    return make(text_, other(right), text_);
  }
  if ((is_textual(right) && is_value(left)) || (right == unknown && is_simple(left))) {
    return make(other(left), text_, text_);
  }
  return std::nullopt;
}

struct DateRule {
  string_view op, left, right, result;
};
constexpr DateRule date_rules[] = {
    {"+", "date", "integer", "date"},
    {"+", "integer", "date", "date"},
    {"-", "date", "integer", "date"},
    {"-", "date", "date", "integer"},
    {"+", "date", "interval", timestamp_},
    {"-", "date", "interval", timestamp_},
    {"+", timestamp_, "interval", timestamp_},
    {"-", timestamp_, "interval", timestamp_},
    {"+", timestamptz_, "interval", timestamptz_},
    {"-", timestamptz_, "interval", timestamptz_},
    {"-", timestamp_, timestamp_, "interval"},
    {"-", timestamptz_, timestamptz_, "interval"},
    {"+", "interval", "interval", "interval"},
    {"-", "interval", "interval", "interval"},
    {"*", "interval", double_, "interval"},
    {"/", "interval", double_, "interval"},
    {"+", "time without time zone", "interval", "time without time zone"},
    {"-", "time without time zone", "interval", "time without time zone"},
    {"-", "time without time zone", "time without time zone", "interval"},
};

std::optional<Operation> arithmetic(string_view op, string_view left, string_view right) {
  if (left != unknown && right != unknown) {
    for (const DateRule& rule : date_rules) {
      if (rule.op == op && rule.left == left && rule.right == right) return make(left, right, rule.result);
    }
    if (left == "interval" && is_number(right) && (op == "*" || op == "/")) return make(left, double_, left);
    if (right == "interval" && is_number(left) && op == "*") return make(double_, right, right);
  } else if (left != right) {
    // A string beside a date or time is taken for the same type, if there is such an operator.
    const string_view type = left == unknown ? right : left;
    for (const DateRule& rule : date_rules) {
      if (rule.op == op && rule.left == type && rule.right == type) return make(type, type, rule.result);
    }
    if (op == "+" && right == unknown && date_rank(left) > 1) return make(left, "interval", left);
  }
  if (left == unknown && right == unknown) return std::nullopt;
  if (!both(is_number, left, right)) return std::nullopt;
  if (op == "%") {
    if (is_float(left) || is_float(right)) return std::nullopt;
    return numbers(left, right, false, {});
  }
  return numbers(left, right, true, {});
}

std::optional<Operation> power(string_view left, string_view right) {
  if (!is_number(left) || !is_number(right)) return std::nullopt;
  const bool numeric = (left == "numeric" || right == "numeric") && !is_float(left) && !is_float(right);
  const string_view type = numeric ? string_view("numeric") : double_;
  return make(type, type, type);
}

std::optional<Operation> json(string_view op, string_view left, string_view right) {
  const bool binary = left == "jsonb";
  if (op == "->" || op == "->>") {
    const string_view key = right == unknown ? text_ : right;
    if (key != text_ && key != "integer") return std::nullopt;
    return make(left, key, op == "->" ? left : text_);
  }
  if (op == "#>" || op == "#>>") {
    if (right != unknown && right != "text[]") return std::nullopt;
    return make(left, "text[]", op == "#>" ? left : text_);
  }
  if (!binary) return std::nullopt;
  if ((op == "@>" || op == "<@") && (right == unknown || right == left)) return make(left, left, "boolean");
  if (op == "?" && (right == unknown || right == text_)) return make(left, text_, "boolean");
  if ((op == "?|" || op == "?&") && (right == unknown || right == "text[]")) return make(left, "text[]", "boolean");
  return std::nullopt;
}

}  // namespace

std::optional<Operation> resolve_operator(string_view op, string_view left, string_view right, const IsEnum& is_enum) {
  static constexpr string_view comparisons[] = {"=", "<>", "<", "<=", ">", ">="};
  static constexpr string_view matches[] = {"~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*"};
  if (left.empty() || right.empty()) return std::nullopt;
  if (contains(comparisons, op)) return comparison(left, right, is_enum);
  if (contains(matches, op)) return matching(left, right);
  if (op == "||") return concatenation(left, right);
  if (op.size() == 1 && string_view("+-*/%").find(op[0]) != string_view::npos) return arithmetic(op, left, right);
  if (op == "^") return power(left, right);
  if (left == "json" || left == "jsonb") return json(op, left, right);
  if ((op == "@>" || op == "<@" || op == "&&") && is_array(left) && (right == left || right == unknown)) {
    if (is_known_type(left)) return make(left, left, "boolean");
  }
  return std::nullopt;
}

string_view common_type(std::span<const string_view> types) {
  string_view common = unknown;
  for (const string_view type : types) {
    if (type.empty()) return {};
    if (type == unknown || type == common) continue;
    if (common == unknown) {
      common = type;
    } else if (number_rank(common) > 0 && number_rank(type) > 0) {
      if (number_rank(type) > number_rank(common)) common = type;
    } else if (date_rank(common) > 0 && date_rank(type) > 0) {
      if (date_rank(type) > date_rank(common)) common = type;
    } else if (!is_string(common) || !is_string(type)) {  // strings are cast to each other: the first one wins
      return {};
    }
  }
  return common == unknown ? text_ : common;
}

namespace {

// Arguments: t: text, also other strings and unknown; T: the same without unknown; i: integer; d: timestamp with or without time zone;
// D: these and date, which becomes a timestamp with time zone; E: date, time, timestamp, interval; n: number; N: numeric;
// y: bytea; a: any array; e: an element of it; j: jsonb; o: the name of a text search configuration; r: that of a
// relation; x: anything, as it is, and any number of them. Result: "=" the type of the last argument.
struct Function {
  string_view name, arguments, result;
};
constexpr Function functions[] = {
    {"lower", "t", text_},
    {"upper", "t", text_},
    {"initcap", "t", text_},
    {"btrim", "t", text_},
    {"btrim", "tt", text_},
    {"ltrim", "t", text_},
    {"ltrim", "tt", text_},
    {"rtrim", "t", text_},
    {"rtrim", "tt", text_},
    {"length", "t", "integer"},
    {"char_length", "t", "integer"},
    {"character_length", "t", "integer"},
    {"octet_length", "t", "integer"},
    {"md5", "t", text_},
    {"reverse", "t", text_},
    {"ascii", "t", "integer"},
    {"\"left\"", "ti", text_},
    {"\"right\"", "ti", text_},
    {"substr", "ti", text_},
    {"substr", "tii", text_},
    {"\"substring\"", "ti", text_},
    {"\"substring\"", "tii", text_},
    {"\"substring\"", "Tt", text_},
    {"\"overlay\"", "Tti", text_},
    {"repeat", "ti", text_},
    {"lpad", "ti", text_},
    {"lpad", "tit", text_},
    {"rpad", "ti", text_},
    {"rpad", "tit", text_},
    {"replace", "ttt", text_},
    {"translate", "ttt", text_},
    {"split_part", "tti", text_},
    {"strpos", "tt", "integer"},
    {"starts_with", "tt", "boolean"},
    {"regexp_replace", "ttt", text_},
    {"regexp_replace", "tttt", text_},
    {"like_escape", "tt", text_},
    {"similar_to_escape", "t", text_},
    {"similar_to_escape", "tt", text_},
    {"current_setting", "t", text_},
    {"to_date", "tt", "date"},
    {"to_timestamp", "tt", timestamptz_},
    {"string_to_array", "tt", "text[]"},
    {"encode", "yt", text_},
    {"to_tsvector", "T", "tsvector"},
    {"to_tsvector", "oT", "tsvector"},
    {"to_tsquery", "t", "tsquery"},
    {"to_tsquery", "ot", "tsquery"},
    {"plainto_tsquery", "ot", "tsquery"},
    {"websearch_to_tsquery", "ot", "tsquery"},
    {"date_trunc", "tD", "="},
    {"date_part", "tE", double_},
    {"to_char", "dt", text_},
    {"jsonb_typeof", "j", text_},
    {"jsonb_array_length", "j", "integer"},
    {"array_length", "ai", "integer"},
    {"cardinality", "a", "integer"},
    {"array_to_string", "at", text_},
    {"array_position", "ae", "integer"},
    {"concat", "x", text_},
    {"concat_ws", "tx", text_},
    {"format", "tx", text_},
    {"num_nonnulls", "x", "integer"},
    {"num_nulls", "x", "integer"},
    {"jsonb_build_object", "x", "jsonb"},
    {"jsonb_build_array", "x", "jsonb"},
    {"abs", "n", "="},
    {"round", "N", "numeric"},
    {"round", "Ni", "numeric"},
    {"trunc", "N", "numeric"},
    {"trunc", "Ni", "numeric"},
    {"floor", "N", "numeric"},
    {"ceil", "N", "numeric"},
    {"ceiling", "N", "numeric"},
    {"now", "", timestamptz_},
    {"statement_timestamp", "", timestamptz_},
    {"transaction_timestamp", "", timestamptz_},
    {"clock_timestamp", "", timestamptz_},
    {"gen_random_uuid", "", "uuid"},
    {"nextval", "r", "bigint"},
    {"currval", "r", "bigint"},
};

// What an argument of this sort is cast to; none if it does not fit.
std::optional<string_view> accept(char sort, string_view type, string_view before) {
  const auto only_if = [&](bool fits) { return fits ? std::optional(type) : std::nullopt; };
  const auto becomes = [](string_view target, bool fits) { return fits ? std::optional(target) : std::nullopt; };
  switch (sort) {
    case 't':
      return becomes(text_, is_string(type) || type == unknown);
    case 'T':
      return becomes(text_, is_string(type));
    case 'i':
      return only_if(type == "integer");
    case 'd':
      return only_if(date_rank(type) > 1);
    case 'D':
      return type == "date" ? becomes(timestamptz_, true) : only_if(date_rank(type) > 1);
    case 'E':
      return only_if(date_rank(type) > 0 || type == "interval" || type == "time without time zone");
    case 'n':
      return only_if(is_number(type));
    case 'N':
      return only_if(type == "numeric");
    case 'y':
      return only_if(type == "bytea");
    case 'j':
      return only_if(type == "jsonb");
    case 'a':
      return only_if(is_array(type) && is_known_type(type));
    case 'e': {
      const string_view element = before.substr(0, before.size() - 2);
      return becomes(element, type == unknown || type == element);
    }
    case 'o':
      return becomes("regconfig", type == unknown || type == "regconfig");
    case 'r':
      return becomes("regclass", type == unknown || type == "regclass");
    case 'x':
      return string_view();
    default:
      return std::nullopt;
  }
}

std::optional<Resolution> fit(const Function& function, std::span<const string_view> arguments) {
  const bool open = function.arguments.ends_with('x');
  const std::size_t wanted = function.arguments.size();
  if (open ? arguments.size() < wanted : arguments.size() != wanted) return std::nullopt;
  Resolution signature{};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const char sort = function.arguments[std::min(i, wanted - 1)];
    const auto type = accept(sort, arguments[i], i == 0 ? string_view() : signature.arguments[i - 1]);
    if (!type) return std::nullopt;
    signature.arguments[i] = *type;
  }
  signature.result = function.result == "=" ? signature.arguments[arguments.size() - 1] : function.result;
  return signature;
}

}  // namespace

std::optional<Resolution> resolve_function(string_view name, std::span<const string_view> arguments) {
  static constexpr string_view lengths[] = {"length", "char_length", "character_length", "octet_length"};
  if (contains(lengths, name) && arguments.size() == 1 && arguments[0] == "bpchar") {
    return Resolution{{"bpchar"}, "integer"};
  }
  for (const Function& function : functions) {
    if (function.name != name) continue;
    if (auto signature = fit(function, arguments)) return signature;
  }
  return std::nullopt;
}

std::string base_type(string_view type) {
  const std::size_t open = type.find('(');
  if (open == string_view::npos) return std::string(type);
  const std::size_t close = type.find(')', open);
  if (close == string_view::npos || type.find('"') < open) return std::string(type);
  const string_view before = type.substr(0, open), after = type.substr(close + 1);
  if (before == "character") return "bpchar" + std::string(after);
  if (before == "bit") return "\"bit\"" + std::string(after);
  return std::string(before) + std::string(after);
}

namespace {

bool matches(string_view text, string_view pattern) {  // 9: a digit
  return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char p) {
           return p == '9' ? c >= '0' && c <= '9' : c == p;
         });
}

// "1 hour", "30 days": a number of one unit.
std::string stored_interval(string_view content) {
  std::string as_written(content);
  const std::size_t space = content.find(' ');
  if (space == 0 || space == string_view::npos || space > 4) return as_written;
  int n = 0;
  for (const char c : content.substr(0, space)) {
    if (c < '0' || c > '9') return as_written;
    n = n * 10 + (c - '0');
  }
  string_view unit = content.substr(space + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const auto counted = [](int value, const char* name) {
    return std::to_string(value) + " " + name + (value == 1 ? "" : "s");
  };
  const auto clock = [&](int seconds) {
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
  };
  if (n == 0) return as_written;
  if (unit == "second") return clock(n);
  if (unit == "minute") return clock(n * 60);
  if (unit == "hour") return clock(n * 3600);
  if (unit == "day") return counted(n, "day");
  if (unit == "week") return counted(n * 7, "day");
  if (unit == "month" || unit == "year") {
    const int years = unit == "year" ? n : n / 12, months = unit == "year" ? 0 : n % 12;
    const std::string y = years ? counted(years, "year") : "", m = months ? counted(months, "mon") : "";
    return y + (y.empty() || m.empty() ? "" : " ") + m;
  }
  return as_written;
}

// A name as regclassout() writes it, though the schema stays as it was written.
std::string stored_name(string_view content) {
  for (const string_view sql_only : {"&\"", "--", "/*"})
    if (content.find(sql_only) != string_view::npos) return std::string(content);
  try {
    const QualifiedName name = parse_qualified_name(content);
    return qualified(name.schema, name.name);
  } catch (const SyntaxError&) {
    return std::string(content);
  }
}

}  // namespace

std::string stored_constant(string_view content, string_view type) {
  std::string as_written(content);
  if (type == timestamp_) {
    const bool day = matches(content.substr(0, 10), "9999-99-99") && !content.starts_with("0000");
    if (!day) return as_written;
    if (content.size() == 10) return as_written + " 00:00:00";
    if (matches(content.substr(10), " 99:99")) return as_written + ":00";
    return as_written;
  }
  if (type == "time without time zone" && matches(content, "99:99")) return as_written + ":00";
  if (type == "interval") return stored_interval(content);
  if (type == "regclass") return stored_name(content);
  return as_written;
}

bool is_known_type(string_view base) {
  if (is_array(base)) base.remove_suffix(2);
  static constexpr string_view others[] = {"name", "json", "tsvector", "tsquery", "regclass", "regconfig", "regtype"};
  return is_number(base) || is_string(base) || date_rank(base) > 0 || contains(plain_types, base) ||
         contains(others, base);
}

}  // namespace plumb::sql
