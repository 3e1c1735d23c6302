// Domains and their checks. PostgreSQL documentation: CREATE DOMAIN, ALTER DOMAIN, 8.18.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Domain : Owned {
  Type type;
  ObjectName collation;  // empty: the type's
  Expression default_expression;
  bool nullable = true;
  std::string not_null_name;  // of the constraint NOT NULL (17 and later); empty: the one that PostgreSQL would choose
  Hint<std::string> not_null_constraint;  // live only: its name, whoever chose it
  bool operator==(const Domain&) const = default;
};

template <>
struct Kind<Domain> {
  static constexpr KindTag tag = KindTag::domain;
  static constexpr std::string_view catalog = "pg_type";
  static constexpr bool is_type = true;
  static constexpr Placement placement{KindTag::none, "domains", Placement::Form::map, true, "types"};
  static constexpr Example example{"email", "text"};
  static constexpr std::string_view required[] = {"type"};
  static void describe(auto& field, auto& d) {
    field("type", d.type, "the data type under it");
    field("collation", d.collation, "collation; left out: the type's");
    field("default", d.default_expression, "default of columns that have none, as an SQL expression");
    field("nullable", d.nullable, "may it be NULL?");
    field("not_null_name", d.not_null_name, "name of its NOT NULL (17 and later); left out: PostgreSQL's choice");
    catalog_only(field, "not_null_constraint", d.not_null_constraint);
  }
  static std::string query(ServerVersion);
  static void normalize(Domain&);
  // A domain over a domain takes over its default as it is created.
  static void complete_wanted(Domain&, const Database&);
  static void complete_live(Domain&, const Database&);
  static std::set<ObjectId> needs(const Domain&);
  static VersionNeed needs_version(const Domain&);
  static std::vector<Type> types(const Domain&);
  static std::vector<std::string> mentions(const Domain&);
  static Statements create_with(const Domain&, const std::vector<std::string>& clauses, const Context&);
  static Statements create(const Domain& d, const Context& context) { return create_with(d, {}, context); }
  static Statements release(const Domain&, const Context&);  // its default
  static Domain released(Domain);
  // PostgreSQL changes neither type nor collation of a domain, and adds no check where an array or a composite type holds
  // it: a new one takes the place of what columns use.
  static bool remade(const Domain& live, const Domain& wanted, const Database& live_all, const Database& wanted_all);
  static Statements remake(const Domain& live, const Domain& wanted, Statements create, const Context&);
  static std::optional<Statements> alter(const Domain& live, const Domain& wanted, const Context&);
  static Statements rename(const Domain& live, const Domain& wanted, const Context&);
  static Statements drop(const Domain&, const Context&);
  static void follow(Domain&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Domain, Database& into);
  static std::optional<std::string> write_short(const Domain&, const Database&);
};

struct DomainCheck : Base {
  Expression expression;
  bool not_valid = false;
  Hint<Type> value;  // the type that VALUE has, from its domain
  bool operator==(const DomainCheck&) const;
};

template <>
struct Kind<DomainCheck> {
  static constexpr KindTag tag = KindTag::domain_check;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::domain, "checks", Placement::Form::map_or_list};
  static constexpr std::string_view required[] = {"expression"};
  static void describe(auto& field, auto& c) {
    field("expression", c.expression, "the condition on VALUE, as an SQL expression");
    field("not_valid", c.not_valid, "left unchecked for the values that were there?");
  }
  static std::string query(ServerVersion);
  static void complete_wanted(DomainCheck&, const Database&);
  static void complete_live(DomainCheck&, const Database&);
  static std::set<ObjectId> needs(const DomainCheck&);
  static std::vector<std::string> mentions(const DomainCheck&);
  static bool made_with_parent(const DomainCheck& c) { return !c.not_valid; }
  static std::string clause(const DomainCheck&);
  static Statements create(const DomainCheck&, const Context&);
  static std::optional<Statements> alter(const DomainCheck& live, const DomainCheck& wanted, const Context&);
  static Statements rename(const DomainCheck& live, const DomainCheck& wanted, const Context&);
  static Statements drop(const DomainCheck&, const Context&);
  static void follow(DomainCheck&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, DomainCheck, Database& into);
  static std::optional<std::string> write_short(const DomainCheck&, const Database&);
  static std::string default_name(const DomainCheck&, const Database&);
};

}  // namespace plumb
