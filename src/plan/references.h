// What the objects of a database say that they depend on: by their structure, and by the names in their SQL text. For what
// is wanted and not there yet; of what is live the server knows better (catalog/dependents.h).
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

class References {
 public:
  explicit References(const Database& database);

  // The objects that must be there before it, as far as they are in the database.
  std::set<ObjectId> needed_by(const ObjectId& id) const;
  // Those that its SQL text seems to name. A name may mean a column where an object has it too: such an edge is soft.
  std::set<ObjectId> named_by(const ObjectId& id) const;

 private:
  // An expression without a query in it has columns where a query has relations; it names those in constants only.
  enum class Meant { all, no_relations };

  void resolve(const sql::NameUse& use, const std::string& home, Meant meant, std::set<ObjectId>& out) const;
  void resolve_type(const Type& type, const std::string& home, std::set<ObjectId>& out) const;
  void resolve_text(const std::string& text, const ObjectId& of, std::set<ObjectId>& out) const;
  void resolve_operators_and_casts(const std::string& text, std::set<ObjectId>& out) const;

  const Database& database_;
  std::set<std::string> path_;  // schemas whose names go without saying, beside an object's own
  // What has a schema and no parent, by its bare name; of one name there may be several: a table, a function, overloads.
  std::map<std::pair<std::string, std::string>, std::vector<ObjectId>> objects_;
  std::multimap<std::string, ObjectId> operators_;  // by symbol
  std::multimap<std::string, ObjectId> casts_;      // by the name of the target
};

// The enums that have a value which is one of its constants, as it is written. `values`: an SQL literal, and the enum.
std::set<ObjectId> enums_of_constants(const ObjectId& id, const Database& database,
                                      const std::vector<std::pair<std::string, ObjectId>>& values);

// Does its SQL text take in all columns of the relations that it names, whichever are there when it is read?
bool expands_columns(const ObjectId& id, const Database& database);

// Is the name in its SQL text, whatever it means there?
bool has_in_text(const ObjectId& id, const std::string& name, const Database& database);

bool has_text(const ObjectId& id, const Database& database);

// Has it an explicit cast to a type of that name?
bool casts_to(const ObjectId& id, const Type& type, const Database& database);

// May its SQL text, by the names in it, use that column, attribute, relation, routine or operator? Of other kinds it always
// may.
bool may_use(const ObjectId& id, const ObjectId& used, const Database& database);

// The first of these columns that an SQL text over the table uses; null: none of them.
const ObjectId* used_in(const std::string& text, const ObjectId& table, const std::set<ObjectId>& columns,
                        const Database& database);

// The unique indexes of the referenced table that a foreign key may stand on.
std::set<ObjectId> keys_of(const ForeignKey& key, const Database& database);

}  // namespace plumb
