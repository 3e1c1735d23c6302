// Range types, each with its multirange type. PostgreSQL documentation: CREATE TYPE, 8.17.8.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Range : Owned {
  Type subtype;
  Reference opclass;     // empty: the subtype's default
  ObjectName collation;  // empty: the subtype's
  FunctionName canonical;
  FunctionName subtype_diff;
  ObjectName multirange;  // empty: the name that PostgreSQL would choose
  // Live only: the functions that came with it, which make ranges and multiranges of their bounds.
  Hint<ObjectName> constructor, multirange_constructor;
  bool operator==(const Range&) const = default;
};

template <>
struct Kind<Range> {
  static constexpr KindTag tag = KindTag::range;
  static constexpr std::string_view catalog = "pg_type";
  static constexpr bool is_type = true;
  static constexpr Placement placement{KindTag::none, "types", Placement::Form::map, true, "types"};
  static constexpr std::string_view marker = "range";
  static constexpr std::string_view required[] = {"subtype"};
  static void describe(auto& field, auto& r) {
    field("subtype", r.subtype, "the type of its bounds");
    field("subtype_opclass", r.opclass, "btree operator class by which bounds are ordered; left out: the default");
    field("collation", r.collation, "collation by which bounds are ordered; left out: the subtype's");
    field("canonical", r.canonical, "function that brings equal ranges to one form");
    field("subtype_diff", r.subtype_diff, "function that tells how far two bounds are apart");
    field("multirange", r.multirange, "name of its multirange type; left out: PostgreSQL's choice");
    catalog_only(field, "constructor", r.constructor);
    catalog_only(field, "multirange_constructor", r.multirange_constructor);
  }
  static std::string query(ServerVersion);
  static void normalize(Range&);
  static std::set<ObjectId> needs(const Range&);
  static std::vector<Type> types(const Range&);
  static std::vector<std::string> mentions(const Range&);
  static Statements create(const Range&, const Context&);
  static bool remade(const Range& live, const Range& wanted, const Database& live_all, const Database& wanted_all);
  static std::optional<Statements> alter(const Range& live, const Range& wanted, const Context&);
  static Statements rename(const Range& live, const Range& wanted, const Context&);
  static Statements drop(const Range&, const Context&);
  static void follow(Range&, const Renaming&);
  static std::string reference(const ObjectId&);
  // The name by which columns know its multirange type.
  static ObjectId second_name(const Range&);
};

}  // namespace plumb
