// What depends on the objects that a plan would drop, retype or rename: asked of pg_depend in one query, for these objects
// only. PostgreSQL documentation 52.18 (pg_depend), 52.45 (pg_rewrite).
#pragma once

#include <set>

#include "kinds/dependency.h"
#include "postgres/connection.h"

namespace plumb::catalog {

// Views (over views …) on the roots, and whatever plumb does not manage yet, also what roots and views have beside their
// definition. Constraints, indexes, defaults and sequences are left out: the database as read says what they stand on.
// Columns of a root table count as the root.
Dependencies read_dependents(postgres::Connection& connection, const std::set<ObjectId>& roots);

}  // namespace plumb::catalog
