// Routines whose bodies are looked at only when they run: nothing keeps what they name from going. Who reads the plan
// must know.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

class UncheckedBodies {
 public:
  explicit UncheckedBodies(const Database& wanted);

  // The routines whose bodies seem to name an object that goes, or gets another name. None where another bears the name.
  std::vector<ObjectId> naming(const ObjectId& gone) const;

 private:
  struct Body {
    ObjectId routine;
    std::vector<sql::NameUse> uses;
  };
  bool stays(const ObjectId& gone, const std::string& name) const;

  const Database& wanted_;
  std::vector<Body> bodies_;
  std::map<std::string, std::set<std::size_t>> by_name_;  // the bodies in which a name occurs
};

}  // namespace plumb
