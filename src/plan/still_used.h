// What a plan would drop while something stands on it that stays as it is.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kinds/dependency.h"
#include "plan/plan.h"

namespace plumb {

struct StillUsed {
  ObjectId user;
  ObjectId used;
  auto operator<=>(const StillUsed&) const = default;
};

// The server would refuse the drop, take the user along without a word, or fail to make it again. Not meant are uses of
// what has a successor that the same text will find: an overload, a view in place of a table. `refusals`: the server's
// words on objects that it would not make as they are declared. `declared`: objects that are spelled otherwise there than in
// `wanted`. In order.
std::vector<StillUsed> still_used(const std::vector<Change>& changes, const Dependencies& dependencies,
                                  const std::map<ObjectId, std::string>& refusals, const Database& live,
                                  const Database& wanted, const Database& declared);

}  // namespace plumb
