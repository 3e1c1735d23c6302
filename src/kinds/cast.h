// Casts. PostgreSQL documentation: CREATE CAST.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Cast : Base {
  std::string name;  // it has none of its own
  Type source;
  Type target;
  Reference function;  // with the types of its arguments; empty: none is needed
  bool inout = false;
  std::string context = "explicit";
  bool operator==(const Cast&) const = default;
};

inline constexpr std::string_view cast_contexts[] = {"explicit", "assignment", "implicit"};

template <>
struct Kind<Cast> {
  static constexpr KindTag tag = KindTag::cast;
  static constexpr std::string_view catalog = "pg_cast";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "casts", Placement::Form::map, false};
  static void describe(auto& field, auto& c) {
    catalog_only(field, "source", c.source);
    catalog_only(field, "target", c.target);
    field("function", c.function, "the function that does it; left out: both types have the same bytes, or inout");
    field("inout", c.inout, "by the output function of one type and the input function of the other?");
    field("context", c.context, "where it is done without being asked for", Choices{cast_contexts});
  }
  static std::string query(ServerVersion);
  static void complete_wanted(Cast&, const Database&);
  static void sign(Cast&);
  static void read_key(std::string_view text, Cast&);
  static std::string write_key(const Cast&);
  static std::set<ObjectId> needs(const Cast&);
  static std::vector<Type> types(const Cast&);
  static std::vector<std::string> mentions(const Cast&);
  static Statements create(const Cast&, const Context&);
  static std::optional<Statements> alter(const Cast& live, const Cast& wanted, const Context&);
  static Statements drop(const Cast&, const Context&);
  static void follow(Cast&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Cast, Database& into);
  static std::optional<std::string> write_short(const Cast&, const Database&);
};

}  // namespace plumb
