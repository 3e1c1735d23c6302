// Operators. PostgreSQL documentation: CREATE OPERATOR, 38.14, 38.15.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Operator : Owned {
  std::string name;
  Type left;  // empty: a prefix operator
  Type right;
  FunctionName function;
  std::string commutator;  // as SQL, with its schema: app.@@
  std::string negator;
  FunctionName restrict;  // selectivity estimators
  FunctionName join;
  bool hashes = false;
  bool merges = false;
  bool operator==(const Operator&) const = default;
};

template <>
struct Kind<Operator> {
  static constexpr KindTag tag = KindTag::operator_;
  static constexpr std::string_view catalog = "pg_operator";
  static constexpr bool steps_aside = true;
  static constexpr bool named_bare = true;
  static constexpr Placement placement{KindTag::none, "operators"};
  static constexpr std::string_view required[] = {"function"};
  static void describe(auto& field, auto& o) {
    catalog_only(field, "left", o.left);
    catalog_only(field, "right", o.right);
    field("function", o.function, "the function that it calls");
    field("commutator", o.commutator, "the operator that means the same with its operands swapped");
    field("negator", o.negator, "the operator that means the opposite");
    field("restrict", o.restrict, "function that estimates how many rows it selects");
    field("join", o.join, "function that estimates how many rows a join by it selects");
    field("hashes", o.hashes, "can a hash join use it?");
    field("merges", o.merges, "can a merge join use it?");
  }
  static std::string query(ServerVersion);
  static void normalize(Operator&);
  static void sign(Operator&);
  static void read_key(std::string_view text, Operator&);
  static std::string write_key(const Operator&);
  static std::set<ObjectId> needs(const Operator&);
  static std::vector<Type> types(const Operator&);
  static std::vector<std::string> mentions(const Operator&);
  static Statements create(const Operator&, const Context&);
  static std::optional<Statements> alter(const Operator& live, const Operator& wanted, const Context&);
  static Statements drop(const Operator&, const Context&);
  static void follow(Operator&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
