// From the tree of an expression to its canonical form: what PostgreSQL's parse analysis makes equal
// (src/backend/parser/parse_expr.c) becomes equal, then the tree is printed with every bracket.
#pragma once

#include <string>

#include "sql/expression.h"
#include "sql/expression_tree.h"

namespace plumb::sql {

// The root of the folded tree; nodes change in place.
NodeId fold(Tree& tree, NodeId root, const ColumnTypes& types);

// The same where the value is assigned to a column of the type, as a default is.
NodeId fold_assigned(Tree& tree, NodeId root, const Type& type, const ColumnTypes& types);

// REQUIRES: a folded tree. Its text is SQL of the same meaning, and folds to itself.
std::string print_canonical(const Tree& tree, NodeId root);

}  // namespace plumb::sql
