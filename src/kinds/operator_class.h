// Operator families and classes: by which operators and functions an index method works on a type. PostgreSQL hands optional
// members of a class over to its family (amadjustmembers); so does the declaration, whichever of the two lists them.
// PostgreSQL documentation: CREATE OPERATOR CLASS, CREATE OPERATOR FAMILY, 38.16.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct OperatorFamily : Owned {
  std::string name;
  std::string method;
  std::vector<OperatorMember> members;
  bool operator==(const OperatorFamily&) const = default;
};

template <>
struct Kind<OperatorFamily> {
  static constexpr KindTag tag = KindTag::operator_family;
  static constexpr std::string_view catalog = "pg_opfamily";
  static constexpr bool named_bare = true;
  static constexpr Placement placement{KindTag::none, "operator_families", Placement::Form::map, true,
                                       "operator_classes"};
  static void describe(auto& field, auto& f) {
    catalog_only(field, "method", f.method);
    field("members", f.members, "operators and functions beside those of its classes: operator 1 <(int, bigint)");
  }
  static std::string query(ServerVersion);
  static void complete_wanted(OperatorFamily&, const Database&);
  static void normalize(OperatorFamily&);
  static void sign(OperatorFamily&);
  static void read_key(std::string_view text, OperatorFamily&);
  static std::string write_key(const OperatorFamily&);
  static std::set<ObjectId> needs(const OperatorFamily&);
  static std::vector<std::string> mentions(const OperatorFamily&);
  static Statements create(const OperatorFamily&, const Context&);
  static std::optional<Statements> alter(const OperatorFamily& live, const OperatorFamily& wanted, const Context&);
  static Statements rename(const OperatorFamily& live, const OperatorFamily& wanted, const Context&);
  static Statements drop(const OperatorFamily&, const Context&);
  static void follow(OperatorFamily&, const Renaming&);
  static std::string reference(const ObjectId&);
};

struct OperatorClass : Owned {
  std::string name;
  std::string method;
  Type type;
  bool is_default = false;
  ObjectName family;  // empty: the one of its own name
  std::vector<OperatorMember> members;
  Type storage;  // empty: the type itself
  bool operator==(const OperatorClass&) const = default;
};

template <>
struct Kind<OperatorClass> {
  static constexpr KindTag tag = KindTag::operator_class;
  static constexpr std::string_view catalog = "pg_opclass";
  static constexpr bool steps_aside = true;
  static constexpr bool named_bare = true;
  static constexpr Placement placement{KindTag::none, "operator_classes"};
  static constexpr std::string_view required[] = {"type"};
  static void describe(auto& field, auto& c) {
    catalog_only(field, "method", c.method);
    field("type", c.type, "the type of the columns that it indexes");
    field("default", c.is_default, "is it the one for the type where an index names none?");
    field("family", c.family, "its family; left out: the one of the same name, which comes with it");
    field("members", c.members, "its operators and functions: operator 1 <, function 1 cmp(text, text)");
    field("storage", c.storage, "the type that the index stores; left out: the type itself");
  }
  static std::string query(ServerVersion);
  static void imply(const OperatorClass&, Database& into);  // its family
  static void complete_wanted(OperatorClass&, const Database&);
  static void normalize(OperatorClass&);
  static void sign(OperatorClass&);
  static void read_key(std::string_view text, OperatorClass&);
  static std::string write_key(const OperatorClass&);
  static std::set<ObjectId> needs(const OperatorClass&);
  static std::vector<Type> types(const OperatorClass&);
  static std::vector<std::string> mentions(const OperatorClass&);
  static Statements create(const OperatorClass&, const Context&);
  static std::optional<Statements> alter(const OperatorClass& live, const OperatorClass& wanted, const Context&);
  static Statements rename(const OperatorClass& live, const OperatorClass& wanted, const Context&);
  static Statements drop(const OperatorClass&, const Context&);
  static void follow(OperatorClass&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
