// From what the catalogs say of every object's owner and privileges (hints of Owned) to the objects of kinds owner and
// privileges, where the declaration has them compared; and back again where something that steps aside would lose them.
#pragma once

#include <string>
#include <vector>

#include "kinds/kinds.h"

namespace plumb {

// Who creates objects, and what is granted on them then, as far as is known: live or wanted, in whichever order.
struct Creator {
  std::string role;
  ServerVersion version;
  std::vector<DefaultPrivileges> defaults = {};
};
Creator creator_of(std::string role, ServerVersion version, const Database& live, const Database& wanted);

// Which are compared even where the declaration does not speak of them.
struct ManagedOwnership {
  bool owners = false;
  bool privileges = false;
};

// Adds the owners and privileges of all live objects, those sorts of which are managed or declared at all.
void expose_ownership(Database& live, const Database& wanted, ManagedOwnership managed);

// Leaves those that are compared, on both sides only where they are not what the creator would give: then a difference
// is one. REQUIRES: exposed, renames carried out.
void compare_ownership(Database& live, Database& wanted, ManagedOwnership managed, const Creator& creator);

// Adds to what is wanted the live privileges of a serial's sequence for that of the identity in its place, and the other way
// round, where the declaration does not speak of them: PostgreSQL makes another sequence. REQUIRES: renames carried out.
void hand_on_privileges(const Database& live, Database& wanted, const Creator& creator);

// Has one of others than its owner a privilege on what goes, and nobody one on what takes its place?
bool loses_privileges(const ObjectId& goes, const ObjectId& comes, const Database& live, const Database& wanted);

// Adds to what is wanted the live owner and privileges of an object that is dropped and created again, and of its columns,
// where the declaration does not speak of them.
void restore_ownership(const ObjectId& id, const Database& live, Database& wanted, const Creator& creator);

// For a declaration made from a live database: adds what differs from what the creator would give.
void declare_ownership(Database& live, const Creator& creator);

// Brings the default privileges of one side to one form.
void settle_default_privileges(Database& database, ServerVersion version);

}  // namespace plumb
