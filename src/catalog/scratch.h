// How the server is asked what it makes of SQL text: statements are carried out in scratch schemas, inside a transaction
// that is always rolled back, and what they have made is read through the same catalog queries as the live database.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalog/read.h"

namespace plumb::catalog {

// A statement of the script, and what is left out if the server refuses it: a candidate, or a table with all that hangs
// on it; none: nothing can be asked without it.
struct ScratchStatement {
  std::string sql;
  ObjectId candidate;
};

// The whole script, without what the server has refused.
using ScratchScript = std::function<std::vector<ScratchStatement>(const std::set<ObjectId>& refused)>;

struct Refusal {
  std::string why;                // in the server's words
  bool misses_something = false;  // what it names does not exist
  bool misses_column = false;     // and that is a column
  bool forbidden = false;         // a privilege is missing: that says nothing of the statement
};

struct Scratched {
  bool asked = false;         // false: no right to write
  std::string why_not_asked;  // "the server is a standby (in recovery)"
  std::map<ObjectId, Refusal> refused;
  Database database;  // what stands in the scratch schemas, as if it had been read at home
};

// The columns of a scratch table in their order: names, types and collations alone.
std::string typed_columns(const std::vector<const Column*>& columns);

// Under which bare names mean the scratch copies first, then what they mean at home.
std::string set_scratch_path(const std::string& scratch, const std::string& home, const Live& live);

// `home_of`: the schemas for which the scratch schemas stand. The script creates these.
Scratched carry_out_in_scratch(postgres::Connection& connection, const Live& live,
                               const std::map<std::string, std::string>& home_of, const ScratchScript& script_of);

}  // namespace plumb::catalog
