// Names inside SQL text, found by tokens: for dependencies, renames, and for leaving out a schema where it goes without
// saying.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::sql {

// A possibly qualified name as it occurs in SQL text, parts unquoted and case-folded as PostgreSQL would.
struct NameUse {
  std::vector<std::string> parts;  // {"app", "users", "id"} for app.users.id
  bool call = false;               // followed by an opening parenthesis
  bool constant = false;           // inside a string: 'app.users'::regclass
  bool renames = false;            // after AS: a new name, or the type of a cast
  std::size_t offset = 0;          // where it starts, in bytes
  std::size_t length = 0;          // to the end of its last part
};

// Every name in the text in order, keywords that can't be names left out, those inside string constants too, except
// 'name'::regclass and 'name'::regtype, 'name'::regproc constants and the sequence in nextval('name'), whose content is
// read as a name.
// Throws SyntaxError where the text can't be split into tokens.
std::vector<NameUse> names_in(std::string_view text);

// Has it a query or another statement in it, so that it may name relations? Throws as names_in does.
bool has_statement(std::string_view text);

// The fields that are taken of rows by way of brackets, "(t).name", "($1).name": no names of their own. Throws as names_in.
std::set<std::string> fields_in(std::string_view text);

// The operators in a text, without their schemas, with those that it does not write: "=" in "a in (b)". Throws as names_in.
std::set<std::string> operators_in(std::string_view text);
// Is it one of those?
bool has_operator(std::string_view text, std::string_view name);

// The names of the types that a text casts to, "x::mood", "cast(x as mood)", without schemas and modifiers, as PostgreSQL
// calls its own. Throws as names_in.
std::set<std::string> cast_types_in(std::string_view text);

// Does it name the type: "x::mood", "cast(x as mood)", "mood 'calm'"? A column or an alias of that name is none. Throws as
// names_in.
bool names_type(std::string_view text, std::string_view type);

// The names of the columns that a query gives, as far as its text tells; none: it does not (SELECT *, an expression without
// a name). PostgreSQL: FigureColname in parser/parse_target.c. Throws as names_in.
std::optional<std::set<std::string>> output_names(std::string_view query);

// Does a query take in all columns of a relation, whichever those are when it is read: "*", NATURAL JOIN, TABLE? Throws as
// names_in.
bool expands_columns(std::string_view text);

// Is it in the text for itself: "id" in "column t.id does not exist", not in "column width"? An operator likewise.
bool has_word(std::string_view text, std::string_view word);

// Which (schema, name) pairs need no schema for an object of schema `home`. A schema is left out where the bare name
// finds the same object by the path: pg_catalog, home, public, then the schemas of declared extensions.
struct Visibility {
  // Names that exist outside pg_catalog: true where pg_catalog or an earlier schema has the same name, so that the
  // schema must stay. Filled from the live catalogs by catalog/; empty means: nothing is left out.
  std::function<bool(std::string_view schema, std::string_view name, std::string_view home)> visible;
};

// The text with every "schema.name" that is visible written as "name" (also inside 'schema.name'::regclass constants).
// A text without a dot comes back at once.
std::string relative(std::string_view text, std::string_view home, const Visibility& visibility);

// The text with each name use for which `replacement` returns true replaced by what it put into the second argument.
std::string replace_names(std::string_view text,
                          const std::function<bool(const NameUse&, std::string& replacement)>& change);

}  // namespace plumb::sql
