// Composite types and their attributes. PostgreSQL documentation: CREATE TYPE, ALTER TYPE, 8.16.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Composite : Owned {
  bool operator==(const Composite&) const = default;
};

template <>
struct Kind<Composite> {
  static constexpr KindTag tag = KindTag::composite;
  static constexpr std::string_view catalog = "pg_type";
  static constexpr bool is_type = true;
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{KindTag::none, "types", Placement::Form::map, true, "types"};
  static constexpr std::string_view bare_section = "attributes";
  static void describe(auto&, auto&) {}
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Composite&);
  static Statements create_with(const Composite&, const std::vector<std::string>& clauses, const Context&);
  static Statements create(const Composite& c, const Context& context) { return create_with(c, {}, context); }
  // PostgreSQL changes no attribute's type while a column is of the composite: a new one takes its place.
  static bool remade(const Composite& live, const Composite& wanted, const Database& live_all,
                     const Database& wanted_all);
  static Statements remake(const Composite& live, const Composite& wanted, Statements create, const Context&);
  static std::optional<Statements> alter(const Composite& live, const Composite& wanted, const Context&);
  static Statements rename(const Composite& live, const Composite& wanted, const Context&);
  static Statements drop(const Composite&, const Context&);
  static std::string reference(const ObjectId&);
};

struct Attribute : Base {
  Type type;
  ObjectName collation;      // empty: the type's
  Hint<long long> position;  // the order of creation
  bool operator==(const Attribute&) const = default;
};

template <>
struct Kind<Attribute> {
  static constexpr KindTag tag = KindTag::attribute;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr Placement placement{KindTag::composite, "attributes"};
  static constexpr std::string_view required[] = {"type"};
  static void describe(auto& field, auto& a) {
    field("type", a.type, "data type");
    field("collation", a.collation, "collation; left out: the type's");
    catalog_only(field, "position", a.position);
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Attribute&);
  static std::vector<Type> types(const Attribute&);
  static bool made_with_parent(const Attribute&) { return true; }
  static std::string clause(const Attribute&);
  static Statements create(const Attribute&, const Context&);
  static std::optional<Statements> alter(const Attribute& live, const Attribute& wanted, const Context&);
  static Statements rename(const Attribute& live, const Attribute& wanted, const Context&);
  static Statements drop(const Attribute&, const Context&);
  static void follow(Attribute&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Attribute, Database& into);
  static std::optional<std::string> write_short(const Attribute&, const Database&);
};

}  // namespace plumb
