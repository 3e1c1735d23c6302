// Procedural languages that no extension brings, and transforms between their values and a type's. PostgreSQL documentation:
// CREATE LANGUAGE, CREATE TRANSFORM.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Language : Owned {
  bool trusted = false;
  Reference handler, inline_handler, validator;
  bool operator==(const Language&) const = default;
};

template <>
struct Kind<Language> {
  static constexpr KindTag tag = KindTag::language;
  static constexpr std::string_view catalog = "pg_language";
  static constexpr Placement placement{KindTag::none, "languages", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"handler"};
  static void describe(auto& field, auto& l) {
    field("trusted", l.trusted, "may everyone write functions in it?");
    field("handler", l.handler, "function that calls a function in it");
    field("inline", l.inline_handler, "function that runs a DO block in it");
    field("validator", l.validator, "function that checks a new function in it");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Language&);
  static std::vector<std::string> mentions(const Language&);
  static Statements create(const Language&, const Context&);
  static std::optional<Statements> alter(const Language& live, const Language& wanted, const Context&);
  static Statements rename(const Language& live, const Language& wanted, const Context&);
  static Statements drop(const Language&, const Context&);
  static std::string reference(const ObjectId&);
};

struct Transform : Base {
  std::string name;  // it has none of its own
  Type type;
  std::string language;
  Reference from_sql, to_sql;  // with the types of their arguments; empty: as if there were no transform
  bool operator==(const Transform&) const = default;
};

template <>
struct Kind<Transform> {
  static constexpr KindTag tag = KindTag::transform;
  static constexpr std::string_view catalog = "pg_transform";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "transforms", Placement::Form::map, false};
  static void describe(auto& field, auto& t) {
    catalog_only(field, "type", t.type);
    catalog_only(field, "language", t.language);
    field("from_sql", t.from_sql, "function that turns a value of the type into one of the language");
    field("to_sql", t.to_sql, "function that turns it back");
  }
  static std::string query(ServerVersion);
  static void sign(Transform&);
  static void read_key(std::string_view text, Transform&);
  static std::string write_key(const Transform&);
  static std::set<ObjectId> needs(const Transform&);
  static std::vector<Type> types(const Transform&);
  static std::vector<std::string> mentions(const Transform&);
  static Statements create(const Transform&, const Context&);
  static std::optional<Statements> alter(const Transform& live, const Transform& wanted, const Context&);
  static Statements drop(const Transform&, const Context&);
  static void follow(Transform&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
