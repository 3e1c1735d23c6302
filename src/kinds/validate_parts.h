// The parts of validate() that stand in files of their own. Each adds what it finds.
#pragma once

#include <vector>

#include "kinds/validate.h"

namespace plumb::validation {

using Findings = std::vector<Finding>;
using AnsweredFor = std::function<bool(const ObjectId&)>;

// Bounds of partitions that take the same rows.
void partition_bounds(const Database& wanted, Findings& out);
// What casts, triggers and bodies say of functions and languages.
void routines(const Database& wanted, const AnsweredFor& answered_for, Findings& out);
// How sequences count, those of identities too.
void sequences(const Database& wanted, Findings& out);
// Foreign keys over columns whose types have no = between them.
void key_types(const Database& wanted, Findings& out);
// Constants of enums that their enum does not have; values that are said to have been the same one.
void enum_values(const Database& wanted, Findings& out);

}  // namespace plumb::validation
