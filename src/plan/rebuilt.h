// What PostgreSQL builds anew by itself under a column that gets another type or collation, and what is lost of it on the way:
// ATPostAlterTypeCleanup in commands/tablecmds.c.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "kinds/kinds.h"
#include "kinds/ownership.h"

namespace plumb {

struct Lost {
  ObjectId id;
  ObjectId column;   // the retyped one that it is over
  std::string what;  // "its statistics targets"
};

// Of one table; of a partition the wholes along with its parts. `retyped`: columns, also of other tables.
std::vector<Lost> lost_when_rebuilt(const ObjectId& table, const std::set<ObjectId>& retyped, const Database& live,
                                    const Creator& creator);

}  // namespace plumb
