// Owners of objects: a kind of its own, since they are compared only where the declaration speaks of them. In the YAML an
// owner is the key `owner` of what is owned. PostgreSQL documentation: 5.7, ALTER TABLE … OWNER TO and its like.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Owner : Base {
  std::string role;
  bool operator==(const Owner&) const = default;
};

template <>
struct Kind<Owner> {
  static constexpr KindTag tag = KindTag::owner;
  static constexpr std::string_view catalog = "";
  static constexpr std::string_view attached = "of";
  static constexpr std::string_view key = "owner";
  static constexpr Placement placement{KindTag::none, ""};
  static void describe(auto& field, auto& o) { field("role", o.role, "the role that owns it"); }
  static bool hangs_on(KindTag);
  static std::set<ObjectId> needs(const Owner&);
  static std::vector<std::string> roles(const Owner& owner) { return {owner.role}; }
  static void follow(Owner& owner, const Renaming& renaming) {
    if (renaming.from.kind == KindTag::role && owner.role == renaming.from.name) owner.role = renaming.to.name;
  }
  static Statements create(const Owner&, const Context&);
  static std::optional<Statements> alter(const Owner& live, const Owner& wanted, const Context&);
  static Statements drop(const Owner&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
