// Enumerated types. PostgreSQL documentation: CREATE TYPE, ALTER TYPE, 8.7.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Enum : Owned {
  std::vector<std::string> values;                          // in sort order
  Hint<std::map<std::string, std::string>> renamed_values;  // new value -> old value, as declared
  bool operator==(const Enum&) const = default;
};

template <>
struct Kind<Enum> {
  static constexpr KindTag tag = KindTag::enumeration;
  static constexpr std::string_view catalog = "pg_type";
  static constexpr bool is_type = true;
  static constexpr Placement placement{KindTag::none, "enums", Placement::Form::map, true, "types"};
  static constexpr Example example{"mood", "[calm, busy]"};
  static constexpr std::string_view required[] = {"values"};
  static void describe(auto& field, auto& e) {
    field("values", e.values, "the values, in their order");
    field("renamed_values", e.renamed_values, "new value: old value; means nothing once the old value is gone");
  }
  static std::string query(ServerVersion);
  // From which name to which, in the order in which it is done.
  static std::vector<std::pair<std::string, std::string>> values_to_rename(const Enum& live, const Enum& wanted);
  static std::set<ObjectId> needs(const Enum&);
  static Statements create(const Enum&, const Context&);
  static bool remade(const Enum& live, const Enum& wanted, const Database& live_all, const Database& wanted_all);
  static std::optional<Statements> alter(const Enum& live, const Enum& wanted, const Context&);
  static Statements rename(const Enum& live, const Enum& wanted, const Context&);
  static Statements drop(const Enum&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
