// How big tables are, for those that a plan touches. PostgreSQL documentation 9.27.7 (pg_relation_size).
#pragma once

#include <map>
#include <set>

#include "kinds/kind.h"
#include "postgres/connection.h"

namespace plumb::catalog {

std::map<ObjectId, TableSize> read_sizes(postgres::Connection& connection, const std::set<ObjectId>& tables);

}  // namespace plumb::catalog
