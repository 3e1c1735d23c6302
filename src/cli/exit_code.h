// How the program ends: the exit codes of the command line's contract, all of them. Those of failures are the numbers of
// Failure (model/error.h).
#pragma once

#include "model/error.h"

namespace plumb::cli {

enum class ExitCode {
  done = 0,              // in sync, or done
  failed = 1,            // connection, server error, a step failed
  additive_pending = 2,  // additive changes pending
  breaking_pending = 3,  // breaking ones too, or left undone because they were not allowed
  invalid_declaration = 4,
  stale = 5,   // the database changed since the plan was made
  locked = 6,  // another apply is running, or a lock could not be had in time
  usage = 64,
};

constexpr ExitCode exit_code(Failure failure) { return static_cast<ExitCode>(failure); }

}  // namespace plumb::cli
