// What differs between the live and the wanted database: generic over kinds, no code per kind. Pure.
#pragma once

#include <set>
#include <vector>

#include "kinds/kinds.h"
#include "plan/plan.h"

namespace plumb {

// Creates, alters and drops in order of kind and id; every object that is equal on both sides is left out.
// REQUIRES: both sides completed and sorted (kinds/complete.h).
std::vector<Change> diff(const Database& live, const Database& wanted);

// The attributes in which two objects of a kind differ, in the order of description.
template <typename T>
std::vector<FieldChange> field_changes(const T& live, const T& wanted);

// The objects in which SQL text differs that may be a difference of spelling alone: the server settles it
// (catalog/settle.h).
std::set<ObjectId> to_settle(const std::vector<Change>& changes, const Database& live, const Database& wanted);

}  // namespace plumb
