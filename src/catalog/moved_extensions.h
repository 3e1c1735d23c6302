// What follows when an extension moves to another schema: all that names its objects.
#pragma once

#include "kinds/kinds.h"

namespace plumb::postgres {
class Connection;
}

namespace plumb::catalog {

// Writes the names of extensions' types, functions and operator classes in live as they will be once the extensions that are
// wanted in another schema are there, so that what uses them stays as it is. Asks the server only where one moves.
void follow_moved_extensions(postgres::Connection& connection, Database& live, const Database& wanted);

}  // namespace plumb::catalog
