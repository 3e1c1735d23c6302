// The plan as programs read it, and as `apply` reads it back: complete, stable, with a version; its JSON Schema is
// schema/plan.json. What can be derived from the rest (counts, a step's hazards) is written for readers' sake and not
// read back.
#pragma once

#include <string>
#include <string_view>

#include "plan/plan.h"

namespace plumb {

inline constexpr int plan_format_version = 1;

// Indented by two, ends with a line feed; the same plan gives the same bytes.
std::string to_json(const Plan& plan);

// Throws Error(usage) that says what is wrong and where ("steps[3].verb"), or that another plumb wrote it. Keys that it
// doesn't know are left alone.
Plan plan_from_json(std::string_view text);

}  // namespace plumb
