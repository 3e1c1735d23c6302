// What a plan was computed from, in 64 hex digits: a plan file holds only while both sides still have the fingerprints
// that it was made with. Pure.
#pragma once

#include <string>

#include "kinds/kinds.h"

namespace plumb {

// SHA-256 in hex over every object in order: its id and its described fields, each with its length before it, so that
// no two databases read alike. What is never compared (origins, hints) is left out. REQUIRES: database is sorted.
std::string fingerprint(const Database& database);

}  // namespace plumb
