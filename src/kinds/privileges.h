// Privileges on objects: who may do what, as far as it is not what PostgreSQL gives by default. A kind of its own, since
// they are compared only where the declaration speaks of them. In the YAML they are the key `grants` of what they are on.
// PostgreSQL documentation: 5.7, GRANT, REVOKE.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Privileges : Base {
  Grants grants;
  Hint<std::string> owner;                // of what they are on, once the plan is carried out
  Hint<std::vector<std::string>> others;  // what is just made may have grants by ALTER DEFAULT PRIVILEGES: to these
  Hint<bool> remade;                      // what they are on steps aside and comes back without them
  bool operator==(const Privileges&) const = default;
};

template <>
struct Kind<Privileges> {
  static constexpr KindTag tag = KindTag::privileges;
  static constexpr std::string_view catalog = "";
  static constexpr std::string_view attached = "on";
  static constexpr std::string_view key = "grants";
  static constexpr Placement placement{KindTag::none, ""};
  static void describe(auto& field, auto& p) {
    field("grants", p.grants, "role: [privileges]; public: everybody; an empty list: none");
  }
  static bool hangs_on(KindTag kind) { return grantable(kind) != Grantable::nothing; }
  static std::set<ObjectId> needs(const Privileges&);
  static std::vector<std::string> roles(const Privileges&);
  static void follow(Privileges& p, const Renaming& renaming) { follow_role(p.grants, renaming); }
  static VersionNeed needs_version(const Privileges&);
  static Statements create(const Privileges&, const Context&);
  static std::optional<Statements> alter(const Privileges& live, const Privileges& wanted, const Context&);
  static Statements drop(const Privileges&, const Context&);
  static std::string reference(const ObjectId&);
};

VersionNeed version_need(const Grants& grants);

}  // namespace plumb
