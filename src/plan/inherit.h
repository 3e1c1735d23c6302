// What PostgreSQL does to the children of a table by itself when the table changes: adds and drops their columns, gives
// their keys and indexes along with its own. Such changes stay in the plan, so that what stands on them finds its place, but
// nothing is done for them. kinds/inheritance.h says what is the parents' and what is a child's own.
#pragma once

#include "plan/expand.h"

namespace plumb {

// Marks the changes of children that their parents' changes carry out, takes out those that are none, and adds those that
// undo what a parent's change would do to a child that is to stay different.
void inherit(ChangeMap& changes, const PlanInput& input, const Context& context);

// Columns that are dropped and added anew: marks those of children that their parents' take along. Throws Error where the parent's
// stays, without which PostgreSQL drops none. REQUIRES: expanded.
void carry_readded_columns(ChangeMap& changes, const PlanInput& input, const Context& context);

// Marks the tables that must leave their place in a step before the one in which they take another: from parent to parent, and
// where partitions take each other's bounds. REQUIRES: expanded.
void leave_first(ChangeMap& changes, const PlanInput& input);

// Clones of triggers: marks the changes of those that the step of their trigger carries out, and adds those of clones that a
// partition has anew where it is attached anew. REQUIRES: expanded; the context knows what steps aside.
void keep_clones(ChangeMap& changes, const PlanInput& input, const Context& context);

}  // namespace plumb
