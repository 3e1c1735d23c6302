// References to what is nowhere: types of columns, relations under views, functions, languages, access methods, settings and
// roles that are neither declared nor on the server, or are there to be dropped.
// Without a server that can't be told: much lives there that is not declared.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/read.h"

namespace plumb::catalog {

struct Missing {
  ObjectId object;   // that names it
  std::string what;  // "type moood"
  bool goes;         // it is on the server, but not declared where the declaration is complete
  ObjectId becomes;  // it is on the server, under a name that the plan gives up for this; else no kind
  std::string hint;
};

// One query, none where there is nothing to ask. REQUIRES: ids of wanted objects, those that change. Where an
// extension is yet to come nothing but roles is missing: it may bring all else.
std::vector<Missing> find_missing(postgres::Connection& connection, const Live& live, const Database& wanted,
                                  const std::vector<Renaming>& renames, const std::set<ObjectId>& changed);

}  // namespace plumb::catalog
