// The live database, read in one pipeline and one snapshot: one set-based query per kind, decoded by the kind's own list of
// fields, names brought to the way people write them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kinds/dependency.h"
#include "kinds/kinds.h"
#include "postgres/connection.h"
#include "sql/names.h"

namespace plumb::catalog {

// What plumb answers for.
struct Scope {
  bool all_schemas = false;          // every schema of users
  std::vector<std::string> schemas;  // otherwise these
};

// SQL text as it was, by the object and the relative text, where they differ: for each occurrence of that, in order.
using WholeTexts = std::map<ObjectId, std::map<std::string, std::vector<std::string>>>;

struct Live {
  Database database;                      // completed and sorted, names relative
  WholeTexts whole;                       // what they were
  std::vector<UnmanagedCount> unmanaged;  // what else lives in the scope
  ServerVersion version;
  std::string name;                       // of the database
  std::string role;                       // the connected role: current_role
  std::vector<std::string> path_schemas;  // after an object's own schema: public, then those of extensions
  sql::Visibility visibility;
  std::set<ObjectId> renamed;  // what has other names on the server yet, its columns' or its schema's too
};

Live read_live(postgres::Connection& connection, const Scope& scope);

// The objects of the kinds in the given schemas, as the server writes them, for settling, which reads scratch schemas
// through the same queries. REQUIRES: a transaction is open; its search_path is empty afterwards.
Database read_schemas(postgres::Connection& connection, const std::vector<std::string>& schemas);

// Leaves out schemas that go without saying in every piece of SQL text, and writes IN lists as people do, so that both
// sides spell alike. `whole` gets what the texts were. REQUIRES: sorted.
void make_relative(Database& database, const sql::Visibility& visibility, WholeTexts* whole = nullptr);

// Undoes that: what is renamed, or moves to another schema, is found by its whole name alone. Not for the types of signatures,
// by which overloads are found.
void make_whole(Database& database, const WholeTexts& whole);

}  // namespace plumb::catalog
