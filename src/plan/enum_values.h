// Values of enums that get another name: the server, which keeps them by number, writes the new one wherever they stand.
#pragma once

#include "kinds/kinds.h"

namespace plumb {

// Writes them in defaults, checks, views, bounds of partitions by the names that they will have, so that no more changes
// than the enum. REQUIRES: both sides under the same names; once.
void follow_enum_values(Database& live, const Database& wanted);

}  // namespace plumb
