// What differs between the live and the wanted database: generic over kinds, no code per kind. Pure.
#pragma once

#include <set>
#include <vector>

#include "kinds/fields.h"
#include "kinds/kinds.h"
#include "plan/plan.h"

namespace plumb {

// Creates, alters and drops in order of kind and id; every object that is equal on both sides is left out.
// REQUIRES: both sides completed and sorted (kinds/complete.h).
std::vector<Change> diff(const Database& live, const Database& wanted);

// The attributes in which two objects of a kind differ, in the order of description.
template <typename T>
std::vector<FieldChange> field_changes(const T& live, const T& wanted) {
  std::vector<FieldChange> out;
  each_field(live, wanted, [&out]<typename M>(std::string_view name, const M& from, const M& to) {
    if (from == to) return;
    FieldChange change{std::string(name), field_text(from), field_text(to)};
    // What differs is not to be shown.
    if (holds_secrets<M> && change.from == change.to) change.to += ", with another secret";
    out.push_back(std::move(change));
  });
  return out;
}

// The objects in which SQL text differs that may be a difference of spelling alone: the server settles it
// (catalog/settle.h).
std::set<ObjectId> to_settle(const std::vector<Change>& changes, const Database& live, const Database& wanted);

}  // namespace plumb
