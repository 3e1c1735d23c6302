// From ordered nodes to steps: statements, class and phase, what is folded into a table's step, undo.
#pragma once

#include <vector>

#include "plan/nodes.h"

namespace plumb {

// The statements of one node.
Statements node_statements(const Node& node, const Context& context);

// What would undo it: the same verbs from wanted to live. Data that a step destroys does not come back by it.
Statements node_undo(const Node& node, const Context& context);

// Do columns and constraints join the creation of objects of this kind?
bool takes_along(KindTag kind);

// Does the step block, rewrite, destroy or break? By its statements' hazards.
Class class_of(const Statements& statements);

}  // namespace plumb
