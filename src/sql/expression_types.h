// What PostgreSQL's parse analysis makes of the types of operands (src/backend/parser/parse_oper.c, parse_coerce.c,
// parse_func.c), for built-in types, operators and functions, where it is certain. Types are base types as
// format_type() prints them without modifiers; "unknown" is the type of a string constant, "" means: not known here.
// Results are views of the arguments or of constants.
// Assumed: nobody has made operators or functions on built-in types that compete with those of pg_catalog.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sql/type.h"

namespace plumb::sql {

template <std::size_t Size>
bool contains(const std::string_view (&names)[Size], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

using IsEnum = std::function<bool(const Type&)>;

// What the operands are cast to, and what comes out.
struct Operation {
  std::string_view left, right, result;
};
std::optional<Operation> resolve_operator(std::string_view op, std::string_view left, std::string_view right,
                                          const IsEnum& is_enum);

// The type that CASE, COALESCE, ARRAY and IN give to values of several types (select_common_type); "" if not known.
std::string_view common_type(std::span<const std::string_view> types);

// What the arguments of a function are cast to ("": they stay as they are), and what comes out.
inline constexpr std::size_t max_arguments = 8;
struct Resolution {
  std::array<std::string_view, max_arguments> arguments{};
  std::string_view result;
};
std::optional<Resolution> resolve_function(std::string_view name, std::span<const std::string_view> arguments);

// The type without its modifiers: "character varying(20)" is "character varying", "character(5)[]" is "bpchar[]".
std::string base_type(std::string_view type);

// How PostgreSQL writes back a constant of a type where that differs from how it was written: '2020-01-01' as a timestamp
// is '2020-01-01 00:00:00', '1 hour' as an interval '01:00:00', 'Counter' as a regclass counter. Anything not certain comes back as it is.
std::string stored_constant(std::string_view content, std::string_view type);

// Is this a built-in type, or an array of one, of which this file knows all that it says?
bool is_known_type(std::string_view base);

}  // namespace plumb::sql
