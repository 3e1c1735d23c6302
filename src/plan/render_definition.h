// What a plan says of objects that come or go: their definition in the short form of the declaration, put into the plan
// while both databases are at hand, since a plan that was read from a file has neither.
#pragma once

#include <string_view>

#include "kinds/kinds.h"
#include "plan/plan.h"

namespace plumb {

// The name of the field that holds it: {"definition", "", "uuid not null"} for what is created, the other way round for
// what is dropped. Empty on both sides: another object of the step says it already (a column says "primary key").
inline constexpr std::string_view definition_field = "definition";

// Puts the definition first among the fields of every create and drop, and the columns of new tables in their order.
// REQUIRES: live with the plan's renames carried out.
void add_definitions(Plan& plan, const Database& live, const Database& wanted);

}  // namespace plumb
