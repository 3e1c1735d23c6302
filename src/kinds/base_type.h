// Base types, which their I/O functions define, and shells: names of types to come. PostgreSQL documentation: CREATE TYPE
// (Base Types), ALTER TYPE, 38.13.
#pragma once

#include "kinds/column.h"
#include "kinds/kind.h"

namespace plumb {

inline constexpr std::string_view alignment_words[] = {"char", "int2", "int4", "double"};

// How values of a type lie in memory and on disk.
struct Representation {
  std::optional<long long> length;  // unset: it varies
  bool by_value = false;
  std::string alignment = "int4", storage = "plain";
  bool operator==(const Representation&) const = default;
};

struct BaseType : Owned {
  FunctionName input, output;  // empty: it is a shell
  FunctionName receive, send, typmod_in, typmod_out, analyze, subscript;
  Hint<Type> like;  // in the YAML alone: what it says is in these four
  std::optional<long long> internal_length;
  bool passed_by_value = false;
  std::string alignment, storage;  // empty: int4, plain
  std::string category = "U";
  bool preferred = false;
  std::optional<std::string> default_value;
  Type element;
  std::string delimiter = ",";
  bool collatable = false;
  bool is_shell() const { return input.empty() && output.empty(); }
  bool operator==(const BaseType&) const = default;
};

template <>
struct Kind<BaseType> {
  static constexpr KindTag tag = KindTag::base_type;
  static constexpr std::string_view catalog = "pg_type";
  static constexpr bool is_type = true;
  static constexpr Placement placement{KindTag::none, "types", Placement::Form::map, true, "types"};
  static constexpr std::string_view marker = "base";
  static void describe(auto& field, auto& b) {
    field("input", b.input, "function that makes a value of text");
    field("output", b.output, "function that makes text of a value");
    field("receive", b.receive, "function that makes a value of its binary form; left out: it has none");
    field("send", b.send, "function that makes the binary form of a value; left out: it has none");
    field("typmod_in", b.typmod_in, "function that reads type modifiers: (3,2); left out: it takes none");
    field("typmod_out", b.typmod_out, "function that writes type modifiers; left out: as numbers in brackets");
    field("analyze", b.analyze, "function by which ANALYZE gathers statistics; left out: as of any type");
    field("subscript", b.subscript, "function that makes value[subscript] work; left out: it does not");
    field("like", b.like, "the type whose length, passing, alignment and storage it has, where they are not said here");
    field("internal_length", b.internal_length, "bytes of a value; left out: it varies");
    field("passed_by_value", b.passed_by_value, "are values handed over as such, not by their address?");
    field("alignment", b.alignment, "where a value may begin; left out: int4", Choices{alignment_words});
    field("storage", b.storage, "TOAST strategy of its columns; left out: plain", Choices{storage_words});
    field("category", b.category, "category of types (52.64), by which calls that fit several functions are resolved");
    field("preferred", b.preferred, "is it the one of its category to which others are cast by preference?");
    field("default", b.default_value, "default of columns that have none, in its text form");
    field("element", b.element, "of what subscripting yields: the type of its elements");
    field("delimiter", b.delimiter, "what stands between the elements of arrays of it");
    field("collatable", b.collatable, "may columns of it have a collation?");
  }
  static std::string query(ServerVersion);
  static void normalize(BaseType&);
  static void complete_wanted(BaseType&, const Database&);
  static std::set<ObjectId> needs(const BaseType&);
  static std::vector<Type> types(const BaseType&);
  static std::vector<std::string> mentions(const BaseType&);
  static Statements create(const BaseType&, const Context&);       // the shell, which its functions name
  static Statements create_late(const BaseType&, const Context&);  // the type, which names its functions
  static std::set<ObjectId> inseparable(const BaseType&, const Database&);
  static std::optional<Statements> alter(const BaseType& live, const BaseType& wanted, const Context&);
  static Statements rename(const BaseType& live, const BaseType& wanted, const Context&);
  static Statements drop(const BaseType&, const Context&);
  static void follow(BaseType&, const Renaming&);
  static std::string reference(const ObjectId&);
  // Of one of PostgreSQL's own types or a declared one, as an object of schema `home` names it; none: it is not known.
  static std::optional<Representation> representation(const Type&, const std::string& home, const Database&);
};

}  // namespace plumb
