// The pure pass between reading and the diff: what a declaration leaves out is filled in with what PostgreSQL would
// choose, and both sides come into one spelling. Nothing here looks at the other side.
#pragma once

#include <map>

#include "kinds/kinds.h"

namespace plumb {

// Names for unnamed objects, NOT NULL of key columns, the referenced columns of foreign keys, sequences of unlogged
// tables, schemas that are used but not listed, spelled-out defaults; then sorted by id.
void complete_wanted(Database& wanted);
void complete_live(Database& live);

// Names with types in them follow their types, and what hangs on the objects follows their names.
void sign_again(Database& database);
// What hangs on objects, when these have other names.
void follow_subjects(Database& database, const std::map<ObjectId, ObjectId>& renamed);

// Takes over from live what the declaration leaves open (an extension's version), so that it is not compared, and leaves
// open what it says needlessly (the storage that the column's type has of itself).
void adopt_undeclared(Database& wanted, const Database& live);

// Takes out objects without a fact of their own, which are only there for what hangs on them (a comment on a column of a
// view); live ones with privileges stay, which nobody else knows.
void leave_out_empty(Database& database);

// Has it no fact of its own, of a kind in which that is no object?
template <typename T>
bool says_nothing(const T& object) {
  if constexpr (requires { Kind<T>::says_nothing_by_default; }) {
    T nothing;
    static_cast<Base&>(nothing) = object;
    return nothing == object;
  }
  return false;
}

// Likewise secrets that are not declared, and all that the connected role may not see. REQUIRES: renames carried out.
void adopt_hidden(Database& wanted, const Database& live);

// Two objects with the same id in a sorted database: pointers to both, in the order of reading.
std::vector<std::pair<const Base*, const Base*>> duplicates(const Database& database);

}  // namespace plumb
