// Errors of syntax in the bodies of routines. plumb creates routines without the look that PostgreSQL takes at their bodies,
// since what these name may come later; but a slip in the language itself shows without all that.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/read.h"

namespace plumb::catalog {

struct BodyError {
  ObjectId routine;
  std::string message;  // as the server says it, with the line of the body
};

// Creates the changed routines in pg_temp, in one script that is rolled back. Not looked at is what names types that are
// still to come, and all where the server does not let us.
std::vector<BodyError> find_body_errors(postgres::Connection& connection, const Live& live, const Database& wanted,
                                        const std::set<ObjectId>& changed);

}  // namespace plumb::catalog
