// What a change of a column's type costs and risks: the tables of postgres-facts.md, "Column type". Where nothing was
// measured, the answer is the dear one.
#include <algorithm>
#include <limits>
#include <string_view>

#include "sql/expression_types.h"
#include "sql/type.h"

namespace plumb::sql {

namespace {

constexpr long long unlimited = std::numeric_limits<long long>::max();

struct Pair {
  std::string_view from, to;
  auto operator<=>(const Pair&) const = default;
};

template <std::size_t Size>
bool has_pair(const Pair (&pairs)[Size], std::string_view from, std::string_view to) {
  return std::find(std::begin(pairs), std::end(pairs), Pair{from, to}) != std::end(pairs);
}

// The n-th modifier as a number, or what its absence means.
long long modifier(const TypeParts& type, std::size_t n, long long absent) {
  if (n >= type.modifiers.size()) return absent;
  try {
    return std::stoll(type.modifiers[n]);
  } catch (const std::exception&) {
    return absent;
  }
}

bool has_time_precision(std::string_view name) { return name.starts_with("time") && name.ends_with(" time zone"); }

// The parts of a type with a name that tells it apart from all others: built-in types have their own, the types of
// well-known extensions too, in whatever schema they are; others keep their schema in it.
TypeParts told_apart(const Type& type) {
  TypeParts parts = split_type(type);
  constexpr std::string_view extensions[] = {"citext", "vector", "halfvec", "sparsevec", "geometry", "geography"};
  if (!parts.schema.empty() && !contains(extensions, parts.name)) parts.name = parts.schema + "." + parts.name;
  if (!parts.standard && parts.schema.empty() && parts.name.find(' ') != std::string::npos) parts.name += "\"";
  parts.schema.clear();
  return parts;
}

bool is(const TypeParts& type, std::string_view name) { return type.name == name; }

bool is_text(const TypeParts& type) { return is(type, "text"); }
bool is_varchar(const TypeParts& type) { return is(type, "character varying"); }

bool numeric_fits(const TypeParts& from, const TypeParts& to) {
  if (to.modifiers.empty()) return true;
  if (from.modifiers.empty()) return false;
  const long long from_scale = modifier(from, 1, 0), to_scale = modifier(to, 1, 0);
  return to_scale >= from_scale && modifier(to, 0, 0) - to_scale >= modifier(from, 0, 0) - from_scale;
}

TypeChange scalar_change(const TypeParts& from, const TypeParts& to) {
  using enum TypeChange;
  if (is(from, to.name)) {
    if (is_varchar(from) || is(from, "bit varying")) {
      return modifier(to, 0, unlimited) >= modifier(from, 0, unlimited) ? free : rewrite;
    }
    if (is(from, "numeric")) {
      if (to.modifiers.empty()) return free;
      const bool wider =
          modifier(from, 1, -unlimited) == modifier(to, 1, 0) && modifier(to, 0, 0) >= modifier(from, 0, 0);
      return !from.modifiers.empty() && wider ? free : rewrite;
    }
    if (has_time_precision(from.name)) return modifier(to, 0, 6) >= modifier(from, 0, 6) ? free : rewrite;
    if (is(from, "vector")) return to.modifiers.empty() ? free : rewrite;
    return rewrite;
  }
  if (is_varchar(from) && is_text(to)) return free;
  if (is_text(from) && is_varchar(to)) return to.modifiers.empty() ? free : rewrite;
  if (is(from, "cidr") && is(to, "inet")) return free;
  constexpr Pair reindexed[] = {{"text", "citext"}, {"citext", "text"}, {"integer", "oid"}, {"oid", "integer"}};
  return has_pair(reindexed, from.name, to.name) ? reindex : rewrite;
}

// How many decimal digits may stand before the point, for the types that hold whole numbers.
long long integer_digits(const TypeParts& type) {
  if (is(type, "smallint")) return 5;
  if (is(type, "integer")) return 10;
  if (is(type, "bigint")) return 19;
  return 0;
}

long long string_length(const TypeParts& type) { return modifier(type, 0, unlimited); }

constexpr std::string_view strings[] = {"text", "character varying", "character", "bpchar", "citext"};

// The same type with other modifiers: does what was valid stay as it was?
bool narrows_modifiers(const TypeParts& from, const TypeParts& to) {
  if (from.modifiers == to.modifiers || to.modifiers.empty()) return false;
  if (is_varchar(from) || is(from, "character") || is(from, "bit varying")) {
    return string_length(to) < string_length(from);
  }
  if (is(from, "numeric")) return !numeric_fits(from, to);
  if (has_time_precision(from.name)) return modifier(to, 0, 6) < modifier(from, 0, 6);
  if (is(from, "interval")) return modifier(to, 0, 6) < modifier(from, 0, 6);
  return true;
}

bool scalar_narrows(const TypeParts& from, const TypeParts& to) {
  if (is(from, to.name)) return narrows_modifiers(from, to);
  if (contains(strings, to.name)) {
    if (is(from, "character") && is(to, "character varying")) return string_length(to) < string_length(from);
    if (is_varchar(from) && is(to, "character")) return string_length(to) < string_length(from);
    return !to.modifiers.empty();
  }
  const long long digits = integer_digits(from);
  if (digits > 0 && integer_digits(to) > 0) return integer_digits(to) < digits;
  if (digits > 0 && is(to, "numeric")) {
    return !to.modifiers.empty() && modifier(to, 0, 0) - modifier(to, 1, 0) < digits;
  }
  if (is(from, "timestamp without time zone") && is(to, "timestamp with time zone")) {
    return modifier(to, 0, 6) < modifier(from, 0, 6);
  }
  constexpr Pair lossless[] = {
      {"smallint", "real"},
      {"smallint", "double precision"},
      {"integer", "double precision"},
      {"real", "double precision"},
      {"integer", "oid"},
      {"oid", "integer"},
      {"oid", "bigint"},
      {"boolean", "integer"},
      {"cidr", "inet"},
      {"macaddr", "macaddr8"},
      {"jsonb", "json"},
      {"date", "timestamp without time zone"},
      {"date", "timestamp with time zone"},
      {"time without time zone", "interval"},
      {"halfvec", "vector"},
  };
  if (is(to, "bit varying") && is(from, "bit")) return modifier(from, 0, 1) > modifier(to, 0, unlimited);
  return !has_pair(lossless, from.name, to.name);
}

constexpr std::string_view numbers[] = {"smallint", "integer", "bigint", "numeric", "real", "double precision"};

// pg_cast between built-in types, in all versions from 14 to 18; strings and numbers are handled apart.
struct BuiltInCast {
  enum Context { assignment, explicit_ };
  std::string_view from, to;
  Context context;
  // Makes another value of what does not fit, where others fail: what the new type has no room for is rounded or cut off. Not
  // meant are spellings: jsonb keeps a JSON value, a timestamptz its instant.
  bool loses = false;
};
constexpr auto assignment = BuiltInCast::assignment, explicit_ = BuiltInCast::explicit_;
constexpr BuiltInCast casts[] = {
    {"integer", "money", assignment},
    {"bigint", "money", assignment},
    {"numeric", "money", assignment, true},
    {"money", "numeric", assignment},
    {"smallint", "oid", assignment, true},
    {"integer", "oid", assignment, true},
    {"bigint", "oid", assignment},
    {"oid", "integer", assignment, true},
    {"oid", "bigint", assignment},
    {"date", "timestamp without time zone", assignment},
    {"date", "timestamp with time zone", assignment},
    {"timestamp without time zone", "date", assignment, true},
    {"timestamp without time zone", "time without time zone", assignment, true},
    {"timestamp without time zone", "timestamp with time zone", assignment},
    {"timestamp with time zone", "date", assignment, true},
    {"timestamp with time zone", "time without time zone", assignment, true},
    {"timestamp with time zone", "time with time zone", assignment, true},
    {"timestamp with time zone", "timestamp without time zone", assignment},
    {"time without time zone", "time with time zone", assignment},
    {"time without time zone", "interval", assignment},
    {"time with time zone", "time without time zone", assignment, true},
    {"interval", "time without time zone", assignment, true},
    {"json", "jsonb", assignment},
    {"jsonb", "json", assignment},
    {"cidr", "inet", assignment},
    {"inet", "cidr", assignment, true},
    {"bit", "bit varying", assignment},
    {"bit varying", "bit", assignment},
    {"macaddr", "macaddr8", assignment},
    {"macaddr8", "macaddr", assignment},
    {"box", "polygon", assignment},
    {"path", "polygon", assignment},
    {"point", "box", assignment},
    {"polygon", "path", assignment},
    {"integer", "boolean", explicit_, true},
    {"boolean", "integer", explicit_},
    {"jsonb", "smallint", explicit_},
    {"jsonb", "integer", explicit_},
    {"jsonb", "bigint", explicit_},
    {"jsonb", "numeric", explicit_},
    {"jsonb", "real", explicit_},
    {"jsonb", "double precision", explicit_},
    {"jsonb", "boolean", explicit_},
    {"bytea", "smallint", explicit_, true},  // how many bytes there were
    {"bytea", "integer", explicit_, true},
    {"bytea", "bigint", explicit_, true},
    {"smallint", "bytea", explicit_},
    {"integer", "bytea", explicit_},
    {"bigint", "bytea", explicit_},
    {"integer", "bit", explicit_, true},
    {"bigint", "bit", explicit_, true},
    {"bit", "integer", explicit_},
    {"bit", "bigint", explicit_},
    {"box", "circle", explicit_, true},
    {"box", "lseg", explicit_},
    {"box", "point", explicit_, true},
    {"circle", "box", explicit_, true},
    {"circle", "point", explicit_, true},
    {"circle", "polygon", explicit_, true},
    {"lseg", "point", explicit_, true},
    {"polygon", "box", explicit_, true},
    {"polygon", "circle", explicit_, true},
    {"polygon", "point", explicit_, true},
    {"int4range", "int4multirange", explicit_},
    {"int8range", "int8multirange", explicit_},
    {"numrange", "nummultirange", explicit_},
    {"daterange", "datemultirange", explicit_},
    {"tsrange", "tsmultirange", explicit_},
    {"tstzrange", "tstzmultirange", explicit_},
};

const BuiltInCast* cast_between(std::string_view from, std::string_view to) {
  const auto found =
      std::ranges::find_if(casts, [&](const BuiltInCast& cast) { return cast.from == from && cast.to == to; });
  return found == std::end(casts) ? nullptr : &*found;
}

// Any type's output may be assigned to a type of the string category (find_coercion_pathway).
bool is_any_string(const TypeParts& type) { return contains(strings, type.name) || is(type, "name"); }

bool scalar_assignment(const TypeParts& from, const TypeParts& to) {
  if (is(from, to.name)) return true;
  if (contains(numbers, from.name) && contains(numbers, to.name)) return true;
  if (is_any_string(to)) return true;
  const BuiltInCast* cast = cast_between(from.name, to.name);
  return cast && cast->context == assignment;
}

// Built-in types between which there are those casts and no others.
constexpr std::string_view closed[] = {"smallint",
                                       "integer",
                                       "bigint",
                                       "numeric",
                                       "real",
                                       "double precision",
                                       "money",
                                       "boolean",
                                       "uuid",
                                       "json",
                                       "jsonb",
                                       "bytea",
                                       "inet",
                                       "cidr",
                                       "macaddr",
                                       "macaddr8",
                                       "date",
                                       "interval",
                                       "time without time zone",
                                       "time with time zone",
                                       "timestamp without time zone",
                                       "timestamp with time zone",
                                       "xml",
                                       "oid",
                                       "bit",
                                       "bit varying",
                                       "point",
                                       "line",
                                       "lseg",
                                       "box",
                                       "path",
                                       "polygon",
                                       "circle",
                                       "tsvector",
                                       "tsquery",
                                       "pg_lsn",
                                       "int4range",
                                       "int8range",
                                       "numrange",
                                       "daterange",
                                       "tsrange",
                                       "tstzrange",
                                       "int4multirange",
                                       "int8multirange",
                                       "nummultirange",
                                       "datemultirange",
                                       "tsmultirange",
                                       "tstzmultirange"};

// How many decimal digits a number of the type has for certain after the point; unlimited: as many as are there.
long long digits_after_point(const TypeParts& type) {
  if (is(type, "numeric")) return type.modifiers.empty() ? unlimited : modifier(type, 1, 0);
  return integer_digits(type) > 0 ? 0 : unlimited;
}

// How many digits a floating-point number holds in all; unlimited: it is none.
long long digits_in_all(const TypeParts& type) {
  if (is(type, "real")) return 6;
  return is(type, "double precision") ? 15 : unlimited;
}

// How many digits the numbers of a type may have in all.
long long most_digits(const TypeParts& type) {
  if (const long long whole = integer_digits(type); whole > 0) return whole;
  if (is(type, "numeric")) return modifier(type, 0, unlimited);
  return is(type, "real") ? 9 : is(type, "double precision") ? 17 : unlimited;
}

bool number_loses(const TypeParts& from, const TypeParts& to) {
  // As many digits as are certain, not as many as there are (float8_numeric in utils/adt/numeric.c).
  if (is(to, "numeric") && digits_in_all(from) != unlimited) return true;
  if (digits_in_all(to) != unlimited) {
    if (is(from, "real") || is(from, to.name)) return false;
    return most_digits(from) > digits_in_all(to);
  }
  return digits_after_point(to) < digits_after_point(from);
}

bool is_interval(const TypeParts& type) { return type.name.starts_with("interval"); }
// "interval day to hour": what is beyond its last field is cut off, what is before its first is not
// (AdjustIntervalForTypmod in utils/adt/timestamp.c). How many fields that leaves out.
std::size_t fields_left_out(const TypeParts& type) {
  constexpr std::string_view last[] = {"second", "minute", "hour", "day", "month", "year"};
  const auto found = std::ranges::find_if(last, [&type](std::string_view field) { return type.name.ends_with(field); });
  return is_interval(type) && found != std::end(last) ? static_cast<std::size_t>(found - std::begin(last)) : 0;
}

// Is it never written with more characters than a name has?
bool is_short(const TypeParts& type) {
  constexpr std::string_view types[] = {"uuid",    "boolean",  "money",  "oid",  "inet", "cidr",
                                        "macaddr", "macaddr8", "pg_lsn", "date", "char", "name"};
  return !type.array && (integer_digits(type) > 0 || digits_in_all(type) != unlimited || contains(types, type.name) ||
                         type.name.starts_with("time") || is_interval(type) ||
                         (is(type, "numeric") && modifier(type, 0, unlimited) <= 60));
}

// What a text may say and a date, a time or a number of few digits leaves out without a word.
bool text_loses(const TypeParts& to) {
  if (contains(numbers, to.name)) return digits_in_all(to) != unlimited || (is(to, "numeric") && !to.modifiers.empty());
  if (is(to, "bit") || fields_left_out(to) > 0) return true;
  if (is(to, "timestamp with time zone") || is_interval(to) || is(to, "bit varying")) return !to.modifiers.empty();
  constexpr std::string_view of_floats[] = {"point", "line", "lseg", "box", "path", "polygon", "circle"};
  if (contains(of_floats, to.name)) return true;
  return to.name.starts_with("time") || is(to, "date") || is(to, "tsvector") || is(to, "money") || is(to, "char");
}

bool scalar_loses(const TypeParts& from, const TypeParts& to) {
  const auto is_number = [](const TypeParts& type) { return contains(numbers, type.name); };
  if (is(to, "name")) return !is_short(from);
  if (is_any_string(from)) return !is_any_string(to) && text_loses(to);
  // Until 14 "char" is a string to casts, of which the first byte is left of what is written.
  if (is(to, "char")) return !is(from, "integer") && !is(from, "boolean");
  if (is(to, "halfvec")) return !is(from, "halfvec");
  if (is_number(from) && is_number(to)) return number_loses(from, to);
  if (is(from, "jsonb") && is_number(to)) return !is(to, "numeric") || !to.modifiers.empty();
  if (is(from, "money") && is_number(to)) return digits_after_point(to) < 2 || digits_in_all(to) != unlimited;
  const auto precision = [](const TypeParts& type) { return is(type, "date") ? 0 : modifier(type, 0, 6); };
  if (is_interval(to) && (is_interval(from) || from.name.starts_with("time")))
    return fields_left_out(to) > fields_left_out(from) || (fields_left_out(to) == 0 && precision(to) < precision(from));
  if (from.name.starts_with("time") && to.name.starts_with("time") && precision(to) < precision(from)) return true;
  const BuiltInCast* cast = cast_between(is_interval(from) ? "interval" : from.name, to.name);
  return cast && cast->loses;
}

// Of those that make another value: is there one for every value?
bool never_fails(const TypeParts& from, const TypeParts& to) {
  const auto is_moment = [](const TypeParts& type) {
    return type.name.starts_with("time") || is(type, "date") || type.name.starts_with("interval");
  };
  if (is(from, "numeric") && is(to, "numeric")) {
    const auto before_point = [](const TypeParts& type) { return modifier(type, 0, unlimited) - modifier(type, 1, 0); };
    // Rounded up, 9.99 needs one digit more before the point.
    return before_point(to) > before_point(from) || (before_point(to) == before_point(from) && !number_loses(from, to));
  }
  return (is_moment(from) && is_moment(to)) || (is(from, "integer") && is(to, "boolean")) || is(to, "name");
}

TypeParts element(TypeParts array) {
  array.array = false;
  return array;
}

}  // namespace

TypeChange type_change(const Type& from, const Type& to) {
  if (from == to) return TypeChange::free;
  const TypeParts old = told_apart(from), now = told_apart(to);
  if (old.array || now.array) return TypeChange::rewrite;  // even varchar(10)[] to text[]
  return scalar_change(old, now);
}

bool type_change_narrows(const Type& from, const Type& to) {
  if (from == to) return false;
  const TypeParts old = told_apart(from), now = told_apart(to);
  if (old.array && now.array) return scalar_narrows(element(old), element(now));
  if (old.array || now.array) return old.array ? !is_text(now) || now.array : true;
  return scalar_narrows(old, now);
}

bool type_change_may_fail(const Type& from, const Type& to) {
  if (!type_change_narrows(from, to)) return false;
  const TypeParts old = told_apart(from), now = told_apart(to);
  return old.array != now.array || !never_fails(old, now);
}

bool type_change_loses(const Type& from, const Type& to) {
  if (from == to) return false;
  const TypeParts old = told_apart(from), now = told_apart(to);
  if (is(now, "name") && old.array != now.array) return true;
  if (old.array == now.array) return scalar_loses(element(old), element(now));
  // The elements are cast explicitly, which cuts off what is too long.
  const bool lengths =
      !now.modifiers.empty() && (is_any_string(element(now)) || is(now, "bit") || is(now, "bit varying"));
  return now.array && is_any_string(old) && (lengths || text_loses(element(now)));
}

bool cast_is_impossible(const Type& from, const Type& to) {
  const TypeParts old = told_apart(from), now = told_apart(to);
  const auto is_known = [](const TypeParts& type) { return contains(closed, type.name) || is_any_string(type); };
  if (!is_known(old) || !is_known(now)) return false;
  // A string is read as an array, and an array written as one; else an array has casts by its elements alone.
  if (old.array != now.array) return !is_any_string(old.array ? now : old);
  if (is_any_string(old) || is_any_string(now)) return false;
  return !is(old, now.name) && !scalar_assignment(element(old), element(now)) && !cast_between(old.name, now.name);
}

bool assignment_cast_exists(const Type& from, const Type& to) {
  if (from == to) return true;
  const TypeParts old = told_apart(from), now = told_apart(to);
  if (old.array && now.array) return scalar_assignment(element(old), element(now));
  if (now.array) return false;
  if (old.array) return is_any_string(now);
  return scalar_assignment(old, now);
}

}  // namespace plumb::sql
