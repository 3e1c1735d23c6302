// Schemas (namespaces). PostgreSQL documentation: CREATE SCHEMA.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Schema : Owned {
  bool operator==(const Schema&) const = default;
};

template <>
struct Kind<Schema> {
  static constexpr KindTag tag = KindTag::schema;
  static constexpr std::string_view catalog = "pg_namespace";
  static constexpr Placement placement{KindTag::none, "schemas", Placement::Form::map, false};
  static void describe(auto&, auto&) {}
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Schema&) { return {}; }
  static Statements create(const Schema&, const Context&);
  static std::optional<Statements> alter(const Schema& live, const Schema& wanted, const Context&);
  static Statements rename(const Schema& live, const Schema& wanted, const Context&);
  static Statements drop(const Schema&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
