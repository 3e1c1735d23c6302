// What may be known of the types of columns before the server is asked.
#pragma once

#include "kinds/kinds.h"
#include "sql/expression.h"

namespace plumb {

// Of a table's columns, or of VALUE in a domain's checks, where both sides have the same type; of others nothing. It asks
// both databases as long as it is used.
sql::ColumnTypes column_types(const ObjectId& of, const Database& live, const Database& wanted);

}  // namespace plumb
