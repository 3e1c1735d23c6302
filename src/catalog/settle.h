// Are two spellings one expression? Where text can't tell, the server does: the wanted objects are created in scratch
// schemas inside a transaction that is always rolled back, read back through the same catalog queries, and their SQL text
// put in the place of the wanted one. Nothing of the live database is touched; existing relations are locked for reading
// only, and only those that views name.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/read.h"

namespace plumb::catalog {

// A wanted text that the server refuses.
struct Rejected {
  ObjectId id;
  std::string why;
  bool misses_something = false;  // that may only be on its way: what it names does not exist
  bool misses_column = false;     // and that is a column
};

struct Settled {
  std::set<ObjectId> unproven;  // the server can't be asked: no right to write
  std::string why_unproven;     // "the server is a standby (in recovery)"
  std::vector<Rejected> rejected;
  Database declared;  // those that the server understands, as they were declared
};

// REQUIRES: candidates are ids of wanted columns, checks, exclusions, indexes and views. Those that the server understands
// get their text in `wanted` as it would store it.
Settled settle(postgres::Connection& connection, const Live& live, Database& wanted,
               const std::set<ObjectId>& candidates);

}  // namespace plumb::catalog
