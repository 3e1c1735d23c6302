// Default privileges: what is granted on objects that a role creates from then on, in one schema or in all. A kind with
// names that are SQL: "for role app_owner in schema app on tables". Changes nothing of what exists.
// PostgreSQL documentation: ALTER DEFAULT PRIVILEGES; pg_default_acl (52.17).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct DefaultPrivileges : Base {
  std::string name;                                   // as its key in the YAML
  std::string role;                                   // whose objects
  std::string schema;                                 // empty: every one
  std::string objects;                                // tables, sequences, functions, types, schemas, large objects
  Grants grants;                                      // as far as they are not what PostgreSQL grants by itself
  Hint<std::optional<std::vector<std::string>>> acl;  // live only: aclitem[]
  bool operator==(const DefaultPrivileges&) const = default;
};

template <>
struct Kind<DefaultPrivileges> {
  static constexpr KindTag tag = KindTag::default_privileges;
  static constexpr std::string_view catalog = "pg_default_acl";
  static constexpr bool nameless = true;
  static constexpr Placement placement{KindTag::none, "default_privileges", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"grants"};
  static void describe(auto& field, auto& p) {
    catalog_only(field, "role", p.role);
    catalog_only(field, "of_schema", p.schema);
    catalog_only(field, "objects", p.objects);
    catalog_only(field, "acl", p.acl);
    field("grants", p.grants, "role: [privileges]; public: everybody; an empty list: none");
  }
  static ManagedBy managed_by(const DefaultPrivileges&) { return ManagedBy::privileges; }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const DefaultPrivileges&);
  static std::vector<std::string> roles(const DefaultPrivileges&);
  static VersionNeed needs_version(const DefaultPrivileges&);
  static Statements create(const DefaultPrivileges&, const Context&);
  static std::optional<Statements> alter(const DefaultPrivileges& live, const DefaultPrivileges& wanted,
                                         const Context&);
  static Statements drop(const DefaultPrivileges&, const Context&);
  static void follow(DefaultPrivileges&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void sign(DefaultPrivileges&);
  static void read_key(std::string_view text, DefaultPrivileges&);
  static std::string write_key(const DefaultPrivileges& p) { return p.id.name; }
};

// What kind of objects they are for, as GRANT sees it.
Grantable grantable(const DefaultPrivileges&);

// Brings the grants of both sides to one form. The version says what "all" means.
void settle_grants(DefaultPrivileges&, ServerVersion);

}  // namespace plumb
