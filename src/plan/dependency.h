// What the server knows to depend on what (pg_depend, pg_rewrite), as far as a plan must know it.
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

}  // namespace plumb
