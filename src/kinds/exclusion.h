// Exclusion constraints. PostgreSQL documentation: 5.4.6, CREATE TABLE.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Exclusion : Base {
  std::string method = "gist";
  std::vector<Element> elements;  // "room with =", "during with &&"
  std::vector<std::string> include;
  Expression where;
  Options with;
  std::string tablespace;
  bool deferrable = false;
  bool initially_deferred = false;
  std::string index_comment;
  Hint<std::string> part_of;  // live only: the constraint of the partitioned table that it is a part of
  bool operator==(const Exclusion&) const = default;
};

template <>
struct Kind<Exclusion> {
  static constexpr KindTag tag = KindTag::exclusion;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr bool steps_aside = true;
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{KindTag::table, "exclude", Placement::Form::map_or_list};
  static constexpr Example example{"no_overlap", "using gist (room with =, during with &&)"};
  static constexpr std::string_view required[] = {"elements"};
  static constexpr bool elements_have_operators = true;  // "room with =", not "room"
  static void describe(auto& field, auto& e) {
    field("using", e.method, "index access method");
    field("elements", e.elements, "what must not collide: `room with =`");
    field("include", e.include, "columns carried along");
    field("where", e.where, "the rows that it holds for");
    field("with", e.with, "storage parameters of its index");
    field("tablespace", e.tablespace, "tablespace of its index");
    field("deferrable", e.deferrable, "may its check be put off to the end of the transaction?");
    field("initially_deferred", e.initially_deferred, "is it put off by default?");
    field("index_comment", e.index_comment, "COMMENT ON its index, which is another than that on itself");
    catalog_only(field, "part_of", e.part_of);
  }
  static constexpr bool opens_tables = true;
  static std::string query(ServerVersion);
  static void read_definition(std::string_view definition, Exclusion&);  // its elements, as ruleutils writes them
  static std::set<ObjectId> needs(const Exclusion&);
  static VersionNeed needs_version(const Exclusion&, const Database&);
  static std::vector<std::string> mentions(const Exclusion&);
  static bool made_with_parent(const Exclusion&) { return true; }
  static std::vector<std::string> expressions(const Exclusion&);  // as an index has them
  static std::string clause(const Exclusion&);
  static Statements create(const Exclusion&, const Context&);
  static Statements after_table(const Exclusion&, const Context&);
  static std::optional<Statements> alter(const Exclusion& live, const Exclusion& wanted, const Context&);
  static Statements rename(const Exclusion& live, const Exclusion& wanted, const Context&);
  static Statements drop(const Exclusion&, const Context&);
  static void follow(Exclusion&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Exclusion, Database& into);
  static std::optional<std::string> write_short(const Exclusion&, const Database&);
  static std::string default_name(const Exclusion&, const Database&);
};

}  // namespace plumb
