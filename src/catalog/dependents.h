// What depends on the objects that a plan would drop, retype or rename: asked of pg_depend in one query, for these objects
// only. PostgreSQL documentation 52.18 (pg_depend), 52.45 (pg_rewrite).
#pragma once

#include <set>

#include "kinds/dependency.h"
#include "kinds/kinds.h"
#include "postgres/connection.h"

namespace plumb::catalog {

// All that depends on the roots, and on what depends on them, as far up as that goes: objects of every kind, and by
// description what plumb does not manage yet, also what roots and views have beside their definition. What depends on a
// part of a root (a column, its row type, the index of a constraint, a member of an extension) counts as depending on it.
// Sequences are left out where a column owns them.
Dependencies read_dependents(postgres::Connection& connection, const Database& live, const std::set<ObjectId>& roots);

}  // namespace plumb::catalog
