// The whole way from a declaration and a server to a plan, in the order in which it happens. Files are read while the
// server works on its catalogs.
#pragma once

#include <string>

#include "plan/plan.h"
#include "postgres/connection.h"
#include "yaml/reader.h"

namespace plumb {

struct Planned {
  Plan plan;
  yaml::Declaration declaration;
  // What the plan was made from, as it names things. To take it down takes time, so the caller says when.
  Database live;
};

// Throws Error: invalid_declaration with all findings, failed where the server refuses, locked where others hold for too
// long what must be read.
// `fingerprints`: also compute both fingerprints (for plan files and JSON).
Planned make_plan(postgres::Connection& connection, const std::string& config_path, bool fingerprints);

}  // namespace plumb
