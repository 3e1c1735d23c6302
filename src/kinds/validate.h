// What is wrong with a declaration as a whole, found without a server: references to what is not there, names that are
// taken or too long, contradictions. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kinds/kinds.h"

namespace plumb {

struct Finding {
  const Base* object;  // into the database
  std::string message;
  std::string hint;
  ObjectId about{};  // the other object that it depends on; kind none: no other
};

// `answered_for`: is the declaration complete where this id lives? What it refers to elsewhere may well be there.
// REQUIRES: a completed database (kinds/complete.h).
std::vector<Finding> validate(const Database& wanted, const std::function<bool(const ObjectId&)>& answered_for);

// What of it a server of this version can't do, though newer ones can.
std::vector<Finding> unsupported(const Database& wanted, ServerVersion version);

}  // namespace plumb
