// What functions, procedures and aggregates have that nothing else has: arguments, what they return, a body.
// PostgreSQL documentation: CREATE FUNCTION, CREATE AGGREGATE; gram.y func_args_with_defaults, aggr_args.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/definition.h"
#include "sql/type.h"

namespace plumb::sql {

struct Argument {
  std::string mode = "in";  // in, out, inout, variadic
  std::string name;         // empty: none
  Type type;                // without modifiers, which PostgreSQL drops here
  std::string default_expression;
  bool is_input() const { return mode != "out"; }
  bool is_output() const { return mode == "out" || mode == "inout"; }
  friend bool operator==(const Argument& a, const Argument& b);  // defaults by same_default()
};

// "a integer, INOUT b text DEFAULT 'x', VARIADIC c text[]"; of an ordered-set aggregate: "fraction real ORDER BY real".
struct Arguments {
  std::vector<Argument> list;
  std::optional<std::size_t> ordered_from;  // how many stand before ORDER BY
  bool operator==(const Arguments&) const = default;
};

// What stands between the brackets of a signature; also "*", an aggregate's way of saying that there are none.
Arguments parse_arguments(std::string_view text);
std::string print_arguments(const Arguments& arguments);
// The types that tell overloads apart, as a signature has them: "text, integer"; with ORDER BY where there is one.
std::string input_types(const Arguments& arguments);

// "app.slug(input text DEFAULT '')". The name is SQL: folded to lower case where it stands without double quotes. With
// no brackets there are no arguments to tell: `has_arguments` is false.
struct Signature {
  QualifiedName name;
  bool has_arguments = false;
  Arguments arguments;
};
Signature parse_signature(std::string_view text);

// RETURNS: "text", "setof app.users", "table (id integer, name text)".
struct Returns {
  Type type;  // empty: left to the output arguments, or a table
  bool set = false;
  std::vector<Argument> table;  // names and types
  bool empty() const { return type.empty() && table.empty(); }
  bool operator==(const Returns&) const = default;
};
Returns parse_returns(std::string_view text);
std::string print_returns(const Returns& returns);

// Statements: of a rule, or the body of a function. SQL is compared by its tokens; any other text, which only its own
// language understands, by its bytes.
struct Code {
  Code() = default;
  Code(std::string code, bool is_sql) : text(std::move(code)), sql(is_sql) {}
  std::string text;
  bool sql = false;
  bool empty() const { return text.empty(); }
  friend bool operator==(const Code& a, const Code& b);
};

// Is it a body that CREATE FUNCTION takes as it stands (RETURN …, BEGIN ATOMIC … END), not as a string?
bool is_standard_body(std::string_view text);

// A function as SQL names it where only one can be meant: "touch", "app.touch", without the schema where that goes
// without saying.
struct FunctionName {
  std::string text;
  bool empty() const { return text.empty(); }
  auto operator<=>(const FunctionName&) const = default;
};
FunctionName parse_function_name(std::string_view text);

}  // namespace plumb::sql
