// Relations that go and hang on each other: a policy of one table reads a view of another, whose policy reads the first. No
// order of DROP TABLE and DROP VIEW is right then; what closes such a loop must go before either does.
#pragma once

#include <functional>
#include <set>

#include "plan/expand.h"

namespace plumb {

// Of what is dropped along with its relation (columns and foreign keys left out): that which names, maybe by way of others
// that go, what depends on that relation. `dependencies` of a live object: by structure, and as the server knows it.
std::set<ObjectId> closing_loops(const ChangeMap& changes, const Database& live,
                                 const std::function<std::set<ObjectId>(const ObjectId&)>& dependencies);

}  // namespace plumb
