// What differs in spelling alone, as far as that can be told without the server: by the types of the columns that a text
// uses. What remains, the server settles (catalog/settle.h). Pure.
#pragma once

#include "kinds/kinds.h"

namespace plumb {

// Where SQL text of an object differs, but PostgreSQL makes the same of it on both sides, wanted takes over live's
// spelling, as it would once settled; gives back those objects as they were declared. REQUIRES: both sides completed and
// sorted, renames carried out.
Database adopt_spelling(const Database& live, Database& wanted);

}  // namespace plumb
