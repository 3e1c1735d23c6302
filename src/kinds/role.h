// Roles: of the whole server, not of one database. Created and altered where declared; compared as a whole only under
// `manage: {roles: true}`. Never a password. PostgreSQL documentation: CREATE ROLE, 22; pg_roles (54.20).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Role : Base {
  bool login = false;
  bool superuser = false;
  bool create_database = false;
  bool create_role = false;
  bool inherit = true;
  bool replication = false;
  bool bypass_row_security = false;
  long long connection_limit = -1;
  std::string valid_until;             // empty: for ever
  std::vector<std::string> member_of;  // in order; "group", "group with admin option, inherit false, set false"
  Hint<std::vector<std::string>> granted, grantors;  // live only, from 16 on: what group is granted by whom
  bool operator==(const Role&) const = default;
};

template <>
struct Kind<Role> {
  static constexpr KindTag tag = KindTag::role;
  static constexpr std::string_view catalog = "pg_authid";
  static constexpr Placement placement{KindTag::none, "roles", Placement::Form::map, false};
  static void describe(auto& field, auto& r) {
    field("login", r.login, "may it log in?");
    field("superuser", r.superuser, "may it do everything?");
    field("create_database", r.create_database, "may it create databases?");
    field("create_role", r.create_role, "may it create roles?");
    field("inherit", r.inherit, "has it the privileges of roles that it is a member of without asking?");
    field("replication", r.replication, "may it replicate?");
    field("bypass_row_security", r.bypass_row_security, "do policies not count for it?");
    field("connection_limit", r.connection_limit, "how many sessions it may have; -1: any number");
    field("valid_until", r.valid_until, "when its password ends, a timestamp; left out: never");
    field("member_of", r.member_of,
          "roles that it is a member of; \"… with admin option\": it may admit others; from 16 on also \"inherit "
          "false\", "
          "\"set false\"");
    catalog_only(field, "granted", r.granted);
    catalog_only(field, "grantors", r.grantors);
  }
  static ManagedBy managed_by(const Role&) { return ManagedBy::roles; }
  static std::string query(ServerVersion);
  static void normalize(Role&);
  static VersionNeed needs_version(const Role&);
  static bool is_bare(const std::string& membership);  // a name alone, without options
  static std::set<ObjectId> needs(const Role&);
  static std::vector<std::string> roles(const Role&);
  static Statements create(const Role&, const Context&);
  static std::optional<Statements> alter(const Role& live, const Role& wanted, const Context&);
  static Statements rename(const Role& live, const Role& wanted, const Context&);
  static Statements drop(const Role&, const Context&);
  static void follow(Role&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
