// Changes that other changes bring about: what PostgreSQL refuses to keep (views over a retyped column), rebuilds in
// a way that would not converge (checks over it), or drops in silence is dropped and created again in the plan itself.
#pragma once

#include <map>
#include <set>

#include "plan/build.h"

namespace plumb {

using ChangeMap = std::map<ObjectId, Change>;

// What happens to columns, beyond being created: the ids whose dependents must step aside.
struct Upheaval {
  std::set<ObjectId> retyped;   // columns and attributes with another type or collation, or whose type is made anew
  std::set<ObjectId> reshaped;  // those columns of them that are more than a wider type of the same sort
  std::set<ObjectId> replaced;  // columns that are dropped and added again
  std::set<ObjectId> dropped;   // any object that is dropped for good
  std::set<ObjectId> remade;    // types that an alter makes anew (an enum whose values are removed or reordered)
};

// The columns that are retyped by the step of a type that is made anew: those that keep it as their type.
std::set<ObjectId> remade_with(const ObjectId& type, const Database& live, const Database& wanted);

Upheaval upheaval(const ChangeMap& changes, const Database& live, const Database& wanted);

// Does its drop take along what stands on it, since neither it nor what it can't be without could go first?
bool goes_by_cascade(const ObjectId& id, const Database& live);

// Turns alters that can't be done in place into replaces, and adds the replaces that they entail, until nothing more
// follows. Adds comments, owners and privileges that a replace would lose.
void expand(ChangeMap& changes, PlanInput& input, Context& context);

}  // namespace plumb
