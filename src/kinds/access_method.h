// Access methods of tables and indexes. PostgreSQL documentation: CREATE ACCESS METHOD, chapters 62 and 64.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct AccessMethod : Base {
  std::string type;
  Reference handler;
  bool operator==(const AccessMethod&) const = default;
};

inline constexpr std::string_view access_method_types[] = {"index", "table"};

template <>
struct Kind<AccessMethod> {
  static constexpr KindTag tag = KindTag::access_method;
  static constexpr std::string_view catalog = "pg_am";
  static constexpr Placement placement{KindTag::none, "access_methods", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"type", "handler"};
  static void describe(auto& field, auto& a) {
    field("type", a.type, "of what: index or table", Choices{access_method_types});
    field("handler", a.handler, "function that tells what it can do");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const AccessMethod&);
  static std::vector<std::string> mentions(const AccessMethod&);
  static Statements create(const AccessMethod&, const Context&);
  static std::optional<Statements> alter(const AccessMethod& live, const AccessMethod& wanted, const Context&);
  static Statements drop(const AccessMethod&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
