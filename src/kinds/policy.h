// Policies of row security. PostgreSQL documentation: CREATE POLICY, 5.8; pg_policy (52.38).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Policy : Base {
  std::string as = "permissive";
  std::string command = "all";
  std::vector<std::string> roles;  // in order; none: public
  Expression using_expression;
  Expression check;
  Hint<bool> behind;  // live: as for views
  bool operator==(const Policy&) const = default;
};

inline constexpr std::string_view policy_as_words[] = {"permissive", "restrictive"};
inline constexpr std::string_view policy_command_words[] = {"all", "select", "insert", "update", "delete"};

template <>
struct Kind<Policy> {
  static constexpr KindTag tag = KindTag::policy;
  static constexpr std::string_view catalog = "pg_policy";
  static constexpr bool bound_to_types = true;
  static constexpr Placement placement{KindTag::table, "policies"};
  static constexpr Example example{"own_rows", "for select to app using (owner = current_user)"};
  static void describe(auto& field, auto& p) {
    field("as", p.as, "permissive: it lets rows through; restrictive: it holds them back", Choices{policy_as_words});
    field("for", p.command, "the command that it is for", Choices{policy_command_words});
    field("to", p.roles, "the roles that it is for; left out: public, which is all");
    field("using", p.using_expression, "the rows that are seen, changed or deleted");
    field("check", p.check, "the rows that may be written; left out: those of `using`");
  }
  static std::string query(ServerVersion);
  static void normalize(Policy&);
  static std::vector<std::string> roles(const Policy& p) { return p.roles; }
  static std::set<ObjectId> needs(const Policy&);
  static std::vector<std::string> mentions(const Policy&);
  static Statements create(const Policy&, const Context&);
  static std::string scratch(const Policy&, const Context&);
  static std::optional<Statements> alter(const Policy& live, const Policy& wanted, const Context&);
  static Statements rename(const Policy& live, const Policy& wanted, const Context&);
  static Statements drop(const Policy&, const Context&);
  static void follow(Policy&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Policy, Database& into);
  static std::optional<std::string> write_short(const Policy&, const Database&);
};

}  // namespace plumb
