// A unique index that becomes the index of a constraint: ADD CONSTRAINT … USING INDEX builds nothing, and what stands on the
// index stays. PostgreSQL documentation: ALTER TABLE.
#pragma once

#include "plan/expand.h"

namespace plumb {

// Takes out the drop of each such index, with all that is said on it, and tells the context of it. REQUIRES: inherited, not
// yet expanded.
void take_over(ChangeMap& changes, const PlanInput& input, Context& context);

}  // namespace plumb
