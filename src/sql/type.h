// Names of data types: from any spelling that PostgreSQL accepts to the one that format_type() prints, and back to the
// short spelling that people write.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::sql {

// A data type as format_type(oid, typmod) prints it: "character varying(20)", "timestamp(3) with time zone",
// "integer[]", "geometry(Point,4326)", "app.mood". The schema is left out for pg_catalog and where the name is visible
// (see names.h).
struct Type {
  std::string text;
  bool empty() const { return text.empty(); }
  auto operator<=>(const Type&) const = default;
};

// The parts of a canonical type: {schema, name, modifiers, array}; "numeric(10,2)[]" is {"", "numeric", "10,2", true}.
// "timestamp(3) with time zone" is {"", "timestamp with time zone", "3", false}. schema and name are unquoted.
struct TypeParts {
  std::string schema;
  std::string name;
  std::vector<std::string> modifiers;
  bool array = false;
  bool standard = false;  // one of SQL's own names ("integer", "character varying"), which are written without quotes
};

// Any spelling (varchar(20), int4[], TIMESTAMPTZ(3), "Weird".type, int array, text[3][], geometry(Point, 4326), double
// precision, national character varying, interval day to second(3), float(20), bit varying, dec) as format_type()
// prints it. "varchar" stays unbounded; "char" means "character(1)"; "\"char\"" stays; every array becomes one pair of
// brackets. serial, bigserial, smallserial come back as they are ("serial"); what they mean is the column's affair.
// Throws SyntaxError.
Type parse_type(std::string_view text);

TypeParts split_type(const Type& type);

// Without its modifiers, as where a type says what functions, operators, casts and the like take: PostgreSQL drops them
// there.
Type bare_type(const Type& type);

// Surely one of PostgreSQL's own, so that another text is another type.
bool is_builtin(const Type& type);

// The spelling that a person would write: varchar(20), timestamptz, timetz, varbit, char(3); others as they are.
std::string short_type(const Type& type);

// Does a change of a column from one type to the other rewrite the table, by postgres-facts.md ("Column type")?
enum class TypeChange {
  free,  // catalogs only, indexes kept: varchar widened, varchar to text, numeric precision up at the same scale, …
  reindex,  // no rewrite, but indexes are rebuilt (text to citext)
  rewrite,  // table and indexes are written anew
};
TypeChange type_change(const Type& from, const Type& to);

// Can the change lose data or fail on data that is there (narrower varchar, less precision, bigint to integer, …)?
bool type_change_narrows(const Type& from, const Type& to);

// Can a value that is there make the change fail (a narrower varchar, bigint to integer)?
bool type_change_may_fail(const Type& from, const Type& to);

// Can a value become another one without a word (numeric(8,4) to numeric(8,2) rounds, a date has no time)? A string that is
// too long, a number that is too large fail instead.
bool type_change_loses(const Type& from, const Type& to);

// Does PostgreSQL cast from one to the other by itself in an assignment (no USING needed)? Known for built-in types;
// unknown pairs answer false, and the caller adds "USING column::type", which is never wrong.
bool assignment_cast_exists(const Type& from, const Type& to);

// Is there provably no cast at all, not even for USING column::type? Known for built-in types only.
bool cast_is_impossible(const Type& from, const Type& to);

}  // namespace plumb::sql
