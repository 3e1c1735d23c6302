// Names as the plan leaves them: what comes hides what has its name in a schema that is looked up later, what is renamed is
// found by its new name.
#pragma once

#include <set>

#include "catalog/read.h"
#include "plan/rename.h"

namespace plumb {

// Will a bare name mean something else because of what comes? Renames are not looked at.
bool names_hide(const catalog::Live& live, const Database& wanted);

// From here on live.visibility tells what is visible then. REQUIRES: the renames are done in live.database.
void see_new_names(catalog::Live& live, const Database& wanted, const Renames& renames);

// Those that name what comes and hides another: the server, which does not have it yet, would read the other in them.
void leave_out_readers_of_new_names(std::set<ObjectId>& candidates, const catalog::Live& live, const Database& wanted);

}  // namespace plumb
