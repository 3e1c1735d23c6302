// What lives in the scope and is of no kind that plumb manages yet: counted, so that nothing is silently ignored.
#pragma once

#include <string>

#include "model/version.h"

namespace plumb::catalog {

// Rows: what it is in the singular, how many. $1 as for the kinds' queries. Empty: there is nothing of the sort there.
std::string unmanaged_query(ServerVersion version);

}  // namespace plumb::catalog
