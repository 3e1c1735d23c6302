// CHECK constraints of tables. PostgreSQL documentation: 5.4.1.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Check : Base {
  Expression expression;
  bool no_inherit = false;
  bool not_valid = false;
  bool not_enforced = false;
  Hint<std::string> part_of;  // live only: the parent's check that it is
  Hint<bool> local;           // then: a child's own as well
  bool operator==(const Check&) const = default;
};

template <>
struct Kind<Check> {
  static constexpr KindTag tag = KindTag::check;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{
      {KindTag::table, KindTag::foreign_table}, "checks", Placement::Form::map_or_list};
  static constexpr std::string_view required[] = {"expression"};
  static void describe(auto& field, auto& c) {
    field("expression", c.expression, "the condition, as an SQL expression");
    field("no_inherit", c.no_inherit, "not for child tables?");
    field("not_valid", c.not_valid, "left unchecked for the rows that were there?");
    field("not_enforced", c.not_enforced, "never checked at all? (18 and later)");
    catalog_only(field, "part_of", c.part_of);
    catalog_only(field, "local", c.local);
  }
  static constexpr bool opens_tables = true;
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Check&);
  static std::vector<std::string> mentions(const Check&);
  static VersionNeed needs_version(const Check&);
  // CREATE TABLE would take one that is not valid for valid.
  static bool made_with_parent(const Check& c) { return !c.not_valid; }
  static std::string clause(const Check&);
  static Statements create(const Check&, const Context&);
  static std::optional<Statements> alter(const Check& live, const Check& wanted, const Context&);
  static Statements rename(const Check& live, const Check& wanted, const Context&);
  static Statements drop(const Check&, const Context&);
  static void follow(Check&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Check, Database& into);
  static std::optional<std::string> write_short(const Check&, const Database&);
  static std::string default_name(const Check&, const Database&);
};

// The columns of the table that an expression uses.
std::set<ObjectId> columns_in(std::string_view expression, const ObjectId& table, const Database& database);

}  // namespace plumb
