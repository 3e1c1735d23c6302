#include "sql/type.h"

#include <algorithm>

#include "sql/quote.h"
#include "sql/type_parser.h"

namespace plumb::sql {

namespace {

using Modifiers = std::vector<std::string>;

// pg_type's names of the types that format_type() calls otherwise.
constexpr std::pair<std::string_view, std::string_view> standard_names[] = {
    {"int2", "smallint"},
    {"int4", "integer"},
    {"int8", "bigint"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"bool", "boolean"},
    {"numeric", "numeric"},
    {"varchar", "character varying"},
    {"varbit", "bit varying"},
    {"time", "time without time zone"},
    {"timetz", "time with time zone"},
    {"timestamp", "timestamp without time zone"},
    {"timestamptz", "timestamp with time zone"},
    {"interval", "interval"},
};

// What format_type() calls by pg_type's name and what is common enough to have its array written as _name.
constexpr std::string_view common_names[] = {"text", "uuid", "json", "jsonb", "bytea", "date",  "name",
                                             "oid",  "inet", "cidr", "xml",   "money", "bpchar"};

constexpr std::pair<std::string_view, std::string_view> short_names[] = {
    {"character varying", "varchar"},
    {"character", "char"},
    {"bit varying", "varbit"},
    {"time without time zone", "time"},
    {"time with time zone", "timetz"},
    {"timestamp without time zone", "timestamp"},
    {"timestamp with time zone", "timestamptz"},
};

constexpr std::string_view geometry_names[] = {"Geometry",       "Point",
                                               "LineString",     "Polygon",
                                               "MultiPoint",     "MultiLineString",
                                               "MultiPolygon",   "GeometryCollection",
                                               "CircularString", "CompoundCurve",
                                               "CurvePolygon",   "MultiCurve",
                                               "MultiSurface",   "PolyhedralSurface",
                                               "Triangle",       "Tin"};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// PostGIS writes the shape in its own case and leaves out what is the default (geometry_typmod_out).
void normalize_geometry(TypeParts& type) {
  Modifiers& modifiers = type.modifiers;
  if (modifiers.empty()) return;
  std::string shape = lower(modifiers[0]);
  std::string dimensions;
  for (const std::string_view suffix : {"zm", "z", "m"}) {
    if (shape.size() > suffix.size() && shape.ends_with(suffix)) {
      const std::string_view base = std::string_view(shape).substr(0, shape.size() - suffix.size());
      if (std::any_of(std::begin(geometry_names), std::end(geometry_names),
                      [&](std::string_view name) { return lower(std::string(name)) == base; })) {
        dimensions = suffix == "zm" ? "ZM" : suffix == "z" ? "Z" : "M";
        shape = base;
        break;
      }
    }
  }
  const auto known = std::find_if(std::begin(geometry_names), std::end(geometry_names),
                                  [&](std::string_view name) { return lower(std::string(name)) == shape; });
  if (known == std::end(geometry_names)) return;
  modifiers[0] = std::string(*known) + dimensions;
  if (type.name == "geography" && (modifiers.size() == 1 || modifiers[1] == "0")) {
    modifiers.resize(1);
    modifiers.push_back("4326");
  }
  if (modifiers.size() == 2 && modifiers[1] == "0") modifiers.pop_back();
  if (modifiers.size() == 1 && modifiers[0] == "Geometry") modifiers.clear();
}

// A type by its name in pg_type, quoted or not, in pg_catalog or by the path.
void normalize_named(TypeParts& type) {
  if (type.schema == "pg_catalog") type.schema.clear();
  if (!type.schema.empty()) {
    if (type.name == "geometry" || type.name == "geography") normalize_geometry(type);
    return;
  }
  const auto standard = [](std::string_view name) {
    return std::find_if(std::begin(standard_names), std::end(standard_names),
                        [&](const auto& pair) { return pair.first == name; });
  };
  if (type.name.starts_with('_') && type.modifiers.empty()) {
    const std::string_view element = std::string_view(type.name).substr(1);
    if (standard(element) != std::end(standard_names) ||
        std::find(std::begin(common_names), std::end(common_names), element) != std::end(common_names)) {
      type.name = std::string(element);
      type.array = true;
    }
  }
  if (const auto found = standard(type.name); found != std::end(standard_names)) {
    type.name = found->second;
    type.standard = true;
  } else if ((type.name == "bpchar" || type.name == "bit") && !type.modifiers.empty()) {
    type.name = type.name == "bit" ? "bit" : "character";
    type.standard = true;
  } else if (type.name == "geometry" || type.name == "geography") {
    normalize_geometry(type);
  }
}

// "(3, 'a', -1, point)": numbers without leading zeros, names folded.
Modifiers read_modifiers(Cursor& cursor) {
  Modifiers modifiers;
  if (!cursor.accept('(')) return modifiers;
  do {
    const bool negative = cursor.accept('-');
    const Token& token = cursor.peek();
    const bool usable = token.kind == TokenKind::number ||
                        (!negative && (token.kind == TokenKind::name || token.kind == TokenKind::string));
    if (!usable) cursor.fail_expected("a type modifier");
    std::string value((negative ? "-" : "") + std::string(cursor.take().value));
    if (is_digits(value)) value.erase(0, std::min(value.find_first_not_of('0'), value.size() - 1));
    modifiers.push_back(std::move(value));
  } while (cursor.accept(','));
  cursor.expect(')');
  return modifiers;
}

long long number_modifier(Cursor& cursor, const Modifiers& modifiers, std::string_view what) {
  if (modifiers.size() != 1 || !is_digits(modifiers[0]) || modifiers[0].size() > 9) {
    cursor.fail(std::string(what) + " takes one number");
  }
  return std::stoll(modifiers[0]);
}

// Fractions of a second go to six digits: PostgreSQL reduces what is more, with a warning.
Modifiers read_precision(Cursor& cursor, std::string_view what) {
  Modifiers modifiers = read_modifiers(cursor);
  if (!modifiers.empty() && number_modifier(cursor, modifiers, what) > 6) modifiers[0] = "6";
  return modifiers;
}

TypeParts standard_type(std::string name, Modifiers modifiers = {}) {
  TypeParts type;
  type.name = std::move(name);
  type.modifiers = std::move(modifiers);
  type.standard = true;
  return type;
}

void read_interval_fields(Cursor& cursor, TypeParts& type) {
  static constexpr Keyword fields[] = {kw("year"), kw("month"), kw("day"), kw("hour"), kw("minute"), kw("second")};
  const auto field = [&] {
    const Keyword word = cursor.peek().keyword;
    return std::find(std::begin(fields), std::end(fields), word) != std::end(fields) ? word : Keyword::none;
  };
  const Keyword first = field();
  if (first == Keyword::none) return;
  cursor.take();
  type.name += " " + std::string(text(first));
  Keyword last = first;
  if (cursor.peek().is(kw("to"))) {
    cursor.take();
    last = field();
    const bool pair = first == kw("year") ? last == kw("month") : first != kw("month") && last != kw("month");
    const auto place = [&](Keyword word) { return std::find(std::begin(fields), std::end(fields), word); };
    if (last == Keyword::none || !pair || place(last) <= place(first))
      cursor.fail_expected("a smaller field of intervals");
    cursor.take();
    type.name += " to " + std::string(text(last));
  }
  if (last == kw("second") && cursor.at('(')) type.modifiers = read_precision(cursor, "the precision of seconds");
}

// time, timestamp: [(precision)] [with|without time zone]
TypeParts read_time(Cursor& cursor, const std::string& name) {
  Modifiers precision = read_precision(cursor, name);
  bool zone = false;
  if (cursor.at_words({kw("with"), kw("time"), kw("zone")}) ||
      cursor.at_words({kw("without"), kw("time"), kw("zone")})) {
    zone = cursor.at(kw("with"));
    for (int i = 0; i < 3; ++i) cursor.take();
  }
  return standard_type(name + (zone ? " with time zone" : " without time zone"), std::move(precision));
}

// SQL's strings: character, char, nchar, national character, varchar. In a typed constant there is no default length.
TypeParts read_character(Cursor& cursor, bool in_constant) {
  const Keyword word = cursor.take().keyword;
  bool varying = word == kw("varchar");
  if (word == kw("national") && !cursor.accept(kw("character")) && !cursor.accept(kw("char"))) {
    cursor.fail_expected("\"character\" or \"char\"");
  }
  if (!varying) varying = cursor.accept(kw("varying"));
  Modifiers length = read_modifiers(cursor);
  if (!length.empty()) number_modifier(cursor, length, varying ? "character varying" : "character");
  if (varying) return standard_type("character varying", std::move(length));
  if (!length.empty()) return standard_type("character", std::move(length));
  if (!in_constant) return standard_type("character", {"1"});
  TypeParts unbounded;
  unbounded.name = "bpchar";
  return unbounded;
}

TypeParts read_bit(Cursor& cursor, bool in_constant) {
  const bool varying = cursor.accept(kw("varying"));
  Modifiers length = read_modifiers(cursor);
  if (!length.empty()) number_modifier(cursor, length, varying ? "bit varying" : "bit");
  if (varying) return standard_type("bit varying", std::move(length));
  if (!length.empty()) return standard_type("bit", std::move(length));
  if (!in_constant) return standard_type("bit", {"1"});
  TypeParts unbounded;
  unbounded.name = "bit";
  return unbounded;
}

TypeParts read_numeric(Cursor& cursor) {
  Modifiers modifiers = read_modifiers(cursor);
  if (modifiers.size() == 1) modifiers.push_back("0");
  return standard_type("numeric", std::move(modifiers));
}

TypeParts read_float(Cursor& cursor) {
  const Modifiers modifiers = read_modifiers(cursor);
  if (modifiers.empty()) return standard_type("double precision");
  const long long bits = number_modifier(cursor, modifiers, "float");
  if (bits < 1 || bits > 53) cursor.fail("the precision of float goes from 1 to 53");
  return standard_type(bits <= 24 ? "real" : "double precision");
}

// Types whose names are key words.
bool read_keyword_type(Cursor& cursor, TypeParts& type, bool in_constant) {
  switch (+cursor.peek().keyword) {
    case +kw("int"):
    case +kw("integer"):
      type = standard_type("integer");
      break;
    case +kw("smallint"):
      type = standard_type("smallint");
      break;
    case +kw("bigint"):
      type = standard_type("bigint");
      break;
    case +kw("real"):
      type = standard_type("real");
      break;
    case +kw("boolean"):
      type = standard_type("boolean");
      break;
    case +kw("double"):
      if (!cursor.peek(1).is(kw("precision"))) return false;
      cursor.take();
      type = standard_type("double precision");
      break;
    case +kw("float"):
      cursor.take();
      type = read_float(cursor);
      return true;
    case +kw("dec"):
    case +kw("decimal"):
    case +kw("numeric"):
      cursor.take();
      type = read_numeric(cursor);
      return true;
    case +kw("bit"):
      cursor.take();
      type = read_bit(cursor, in_constant);
      return true;
    case +kw("char"):
    case +kw("character"):
    case +kw("national"):
    case +kw("nchar"):
    case +kw("varchar"):
      type = read_character(cursor, in_constant);
      return true;
    case +kw("time"):
      cursor.take();
      type = read_time(cursor, "time");
      return true;
    case +kw("timestamp"):
      cursor.take();
      type = read_time(cursor, "timestamp");
      return true;
    case +kw("interval"):
      cursor.take();
      type = standard_type("interval", read_precision(cursor, "interval"));
      if (type.modifiers.empty() && !in_constant) read_interval_fields(cursor, type);
      return true;
    default:
      return false;
  }
  cursor.take();
  if (cursor.at('(')) cursor.fail("the type " + type.name + " takes no length");
  return true;
}

TypeParts read_simple_type(Cursor& cursor, bool in_constant) {
  TypeParts type;
  if (read_keyword_type(cursor, type, in_constant)) return type;
  if (!cursor.at_type_name()) {
    if (cursor.at_column_name() && !cursor.peek().quoted && !cursor.peek(1).is('.')) cursor.fail_expected("a type");
    if (!cursor.at_column_name()) cursor.fail_expected("a type");
  }
  type.name = cursor.expect_label("a type");
  if (cursor.accept('.')) {
    type.schema = std::move(type.name);
    type.name = cursor.expect_label("the name of a type");
  }
  if (cursor.at('.')) cursor.fail("a type has at most a schema before its name");
  type.modifiers = read_modifiers(cursor);
  if (type.schema.empty() || type.schema == "pg_catalog") {
    if (type.name == "numeric" && type.modifiers.size() == 1) type.modifiers.push_back("0");
  }
  normalize_named(type);
  return type;
}

void read_array_suffix(Cursor& cursor, TypeParts& type) {
  const auto dimension = [&] {
    cursor.expect('[');
    if (cursor.peek().kind == TokenKind::number) cursor.take();
    cursor.expect(']');
  };
  if (cursor.accept(kw("array"))) {
    type.array = true;
    if (cursor.at('[')) dimension();
    return;
  }
  while (cursor.at('[')) {
    dimension();
    type.array = true;
  }
}

}  // namespace

TypeParts read_type(Cursor& cursor) {
  TypeParts type = read_simple_type(cursor, false);
  read_array_suffix(cursor, type);
  return type;
}

TypeParts read_typed_constant(Cursor& cursor, const Token*& constant) {
  TypeParts type = read_simple_type(cursor, true);
  if (cursor.peek().kind != TokenKind::string) cursor.fail_expected("a constant in quotes");
  constant = &cursor.take();
  if (type.standard && type.name == "interval" && type.modifiers.empty()) read_interval_fields(cursor, type);
  return type;
}

std::string type_text(const TypeParts& type) {
  std::string modifiers;
  for (const std::string& modifier : type.modifiers) {
    modifiers += modifiers.empty() ? "(" : ",";
    modifiers += modifier;
  }
  if (!modifiers.empty()) modifiers += ")";
  std::string out;
  if (!type.standard) {
    out = qualified(type.schema, type.name) + modifiers;
  } else if (type.name.ends_with(" time zone")) {  // timestamp(3) with time zone
    const std::size_t space = type.name.find(' ');
    out = type.name.substr(0, space) + modifiers + type.name.substr(space);
  } else {
    out = type.name + modifiers;
  }
  return type.array ? out + "[]" : out;
}

Type parse_type(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  const TypeParts type = read_type(cursor);
  cursor.expect_end("the type");
  return {type_text(type)};
}

TypeParts split_type(const Type& type) {
  const Tokens tokens = tokenize(type.text);
  Cursor cursor(tokens);
  return read_type(cursor);
}

Type read_bare_type(Cursor& cursor) {
  TypeParts parts = read_type(cursor);
  parts.modifiers.clear();
  return {type_text(parts)};
}

Type bare_type(const Type& type) {
  if (type.text.find('(') == std::string::npos) return type;
  const Tokens tokens = tokenize(type.text);
  Cursor cursor(tokens);
  return read_bare_type(cursor);
}

bool is_builtin(const Type& type) {
  const TypeParts parts = split_type(type);
  return parts.schema.empty() && (parts.standard || std::find(std::begin(common_names), std::end(common_names),
                                                              parts.name) != std::end(common_names));
}

std::string short_type(const Type& type) {
  if (type.text.find(' ') == std::string::npos && !type.text.starts_with("character")) return type.text;
  TypeParts parts = split_type(type);
  const auto found = std::find_if(std::begin(short_names), std::end(short_names),
                                  [&](const auto& pair) { return pair.first == parts.name; });
  if (!parts.standard || found == std::end(short_names)) return type.text;
  parts.name = found->second;
  return type_text(parts);
}

}  // namespace plumb::sql
