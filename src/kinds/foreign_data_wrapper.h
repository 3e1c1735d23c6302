// Foreign-data wrappers that are no extension's. PostgreSQL documentation: CREATE FOREIGN DATA WRAPPER, 59.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct ForeignDataWrapper : Owned {
  FunctionName handler;
  FunctionName validator;
  GuardedOptions options;
  bool operator==(const ForeignDataWrapper&) const = default;
};

template <>
struct Kind<ForeignDataWrapper> {
  static constexpr KindTag tag = KindTag::foreign_data_wrapper;
  static constexpr std::string_view catalog = "pg_foreign_data_wrapper";
  static constexpr Placement placement{KindTag::none, "foreign_data_wrappers", Placement::Form::map, false};
  static void describe(auto& field, auto& w) {
    field("handler", w.handler, "the function that plans and runs its scans");
    field("validator", w.validator, "the function that checks options");
    field("options", w.options, "its options");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const ForeignDataWrapper&) { return {}; }
  static std::vector<std::string> mentions(const ForeignDataWrapper&);
  static Statements create(const ForeignDataWrapper&, const Context&);
  static std::optional<Statements> alter(const ForeignDataWrapper& live, const ForeignDataWrapper& wanted,
                                         const Context&);
  static Statements rename(const ForeignDataWrapper& live, const ForeignDataWrapper& wanted, const Context&);
  static Statements drop(const ForeignDataWrapper&, const Context&);
  static void follow(ForeignDataWrapper&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
