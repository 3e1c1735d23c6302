// What a plan must know of the server beside the database as read: what depends on what (pg_depend, pg_rewrite), and what
// else is there.
#pragma once

#include <string>
#include <vector>

#include "model/id.h"

namespace plumb {

struct Dependency {
  // What becomes of the dependent when what it is on is dropped: the server refuses that, or drops it too without a word.
  enum class Tie { refuses, goes_along };
  ObjectId dependent;     // kind none: of a sort that plumb does not manage yet
  std::string unmanaged;  // then: what it is, as pg_describe_object says it
  ObjectId on;
  Tie tie = Tie::refuses;
  auto operator<=>(const Dependency&) const = default;
};
using Dependencies = std::vector<Dependency>;

// So many objects of a sort that plumb does not manage yet: "3 functions".
struct UnmanagedCount {
  std::string sort;  // singular: "function", "policy", "materialized view"
  long long count = 0;
};

}  // namespace plumb
