// Conversions between encodings. PostgreSQL documentation: CREATE CONVERSION, 24.3.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Conversion : Owned {
  std::string from;  // encodings, as pg_encoding_to_char spells them
  std::string to;
  Reference function;
  bool is_default = false;
  bool operator==(const Conversion&) const = default;
};

template <>
struct Kind<Conversion> {
  static constexpr KindTag tag = KindTag::conversion;
  static constexpr std::string_view catalog = "pg_conversion";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "conversions"};
  static constexpr std::string_view required[] = {"from", "to", "function"};
  static void describe(auto& field, auto& c) {
    field("from", c.from, "the encoding that it reads, such as LATIN1");
    field("to", c.to, "the encoding that it writes, such as UTF8");
    field("function", c.function, "the function that does it");
    field("default", c.is_default, "is it the one between the two encodings?");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Conversion&);
  static std::vector<std::string> mentions(const Conversion&);
  static Statements create(const Conversion&, const Context&);
  static std::optional<Statements> alter(const Conversion& live, const Conversion& wanted, const Context&);
  static Statements rename(const Conversion& live, const Conversion& wanted, const Context&);
  static Statements drop(const Conversion&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
