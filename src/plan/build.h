// From changes to a plan: what must be replaced along (expand.h), in which order (order.h), by which statements
// (steps.h). Pure: all that the server knows comes in as values.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "kinds/dependency.h"
#include "kinds/kinds.h"
#include "plan/plan.h"
#include "plan/rename.h"

namespace plumb {

struct PlanInput {
  const Database& live;  // renames carried out
  const Database& wanted;
  const Renames& renames;
  std::vector<Change> changes;          // as diff() gives them
  Dependencies dependencies;            // of dependency_roots(), under the new names
  std::map<ObjectId, TableSize> sizes;  // of touched_tables(), under the new names
  ServerVersion version;
  std::vector<std::string> path_schemas;  // after an object's own schema: public, those of extensions
  const Database& declared;               // wanted objects whose text is settled, as they were declared
  std::set<ObjectId> unproven;            // alters whose SQL text the server could not settle
  std::set<ObjectId> outlive_retyping;    // those of read_again_by_retyping() that become what is wanted
};

// The live objects of which `build_plan` must know what depends on them: those that changes drop, retype, replace, rename.
std::set<ObjectId> dependency_roots(const std::vector<Change>& changes, const Renames& renames, const Database& live,
                                    const Database& wanted);

// The unchanged checks, exclusions and indexes whose text PostgreSQL reads again when a column gets another type.
std::set<ObjectId> read_again_by_retyping(const std::vector<Change>& changes, const Database& live,
                                          const Database& wanted);

// The live tables that changes touch.
std::set<ObjectId> touched_tables(const std::vector<Change>& changes, const Database& live, const Database& wanted);

// Throws Error(failed) if the steps can't be ordered, naming the loop.
Plan build_plan(PlanInput input);

}  // namespace plumb
