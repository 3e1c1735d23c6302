// What a declaration demands of the server beyond its objects: a version that can have them, roles and extensions that are
// there, ways from the version of an extension to another. Told
// before anything is planned, all of it at once, each with its place in the declaration.
#pragma once

#include "postgres/connection.h"
#include "yaml/reader.h"

namespace plumb {

// Throws Error with a diagnostic for each demand that is not met.
void check_demands(postgres::Connection& connection, const yaml::Declaration& declaration);

}  // namespace plumb
