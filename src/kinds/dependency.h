// What a plan must know of the server beside the database as read: what depends on what (pg_depend, pg_rewrite), and what
// else is there.
#pragma once

#include <string>
#include <vector>

#include "model/id.h"

namespace plumb {

struct Dependency {
  ObjectId dependent;     // kind none: of a sort that plumb does not manage yet
  std::string unmanaged;  // then: what it is, as pg_describe_object says it
  ObjectId on;
  auto operator<=>(const Dependency&) const = default;
};
using Dependencies = std::vector<Dependency>;

// So many objects of a sort that plumb does not manage yet: "3 functions".
struct UnmanagedCount {
  std::string sort;  // singular: "function", "policy", "materialized view"
  long long count = 0;
};

}  // namespace plumb
