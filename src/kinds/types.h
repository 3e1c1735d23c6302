// What all kinds of types share: who is of a type, how a name in a type is told apart, and how a new type takes the place
// of an old one under the columns that have it, where PostgreSQL has no ALTER for that.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "kinds/kind.h"

namespace plumb {

// Does the type name this one, or an array of it? `home`: the schema of what it is the type of.
bool is_of_type(const Type& type, std::string_view home, const ObjectId& of);

// What a domain stands on, however deep; of any other type, the type itself. An array of domains: of what they stand on.
// `home`: the schema in which its name is to be looked for.
struct Underlying {
  Type type;
  std::string home;
};
Underlying base_type(const Type& type, std::string_view home, const Database& database);

// The domains that a type stands for, the outermost first; none: it is no domain. Not for arrays of one.
std::vector<const Domain*> domains_of(const Type& type, std::string_view home, const Database& database);

// Is there no cast at all between the types of two columns?
bool has_no_cast(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted);

// Have both types of the declaration's own, so that one becomes the other by way of text?
bool casts_through_text(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted);

// Does PostgreSQL make one of the other by itself in an assignment? Then there must be no explicit cast: that cuts off a string
// that is too long, where an assignment fails.
bool casts_by_assignment(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted);

// Does a cast make the same of a value as its text does, read as the other type? True only where that is known.
bool casts_as_text_does(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted);

// The columns of a database that have this type, an array of it, or its multirange, as theirs.
std::set<ObjectId> columns_of_type(const Database& database, const ObjectId& type);

// Those, and the columns whose values hold such ones, however deep: in a domain over it, in a composite with it.
std::set<ObjectId> columns_over_type(const Database& database, const ObjectId& type);

// The types that stand directly on this one: domains over it, composites with it, ranges of it, or of arrays of it.
std::set<ObjectId> types_on_type(const Database& database, const ObjectId& type);

// The live tables whose rows hold values of the type, however deep: in a domain over it, in a composite with it.
std::set<ObjectId> tables_with_type(const Database& database, const ObjectId& type);

// A collation after a rename of it or of a schema.
void follow_collation(ObjectName& collation, const Renaming& renaming);

// What PostgreSQL does with every table that holds values of a domain, while writers wait: reads all rows.
void scans_tables_with(Statement& statement, const ObjectId& type, const std::string& failing, const Context& context);

// The name of what makes room for another of its name, for as long as a step takes.
std::string aside_name(const std::string& name);

// A new type under the name of an old one.
struct Remaking {
  ObjectId id;
  std::string (*reference)(const ObjectId&);
  Statements create;
  bool through_text = true;  // old values become new ones as text; else by assignment
  std::string may_fail;      // which rows make it fail; empty: none
  std::string breaks;        // which clients fail
  ObjectId second{};         // another live type that goes with it: a range's multirange
  std::string loses{};       // what of the values is lost; empty: nothing
  // Where neither text nor a cast will do: an old value, or an array of such, as one of the new type (in SQL).
  std::function<std::string(const std::string& value, bool array, const std::string& type)> converted{};
};
Statements remake_type(const Remaking& remaking, const Context& context);

}  // namespace plumb
