// Extended statistics. Their names are those of a schema, mostly the table's: the name in the id is SQL, with the schema
// where it is another. PostgreSQL documentation: CREATE STATISTICS, 14.2.2; pg_statistic_ext (52.51).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Statistics : Owned {
  std::string name;
  std::string schema;  // empty: the table's
  std::vector<std::string> kinds;
  std::vector<Element> on;
  std::optional<long long> target;
  bool operator==(const Statistics&) const = default;
};

template <>
struct Kind<Statistics> {
  static constexpr KindTag tag = KindTag::statistics;
  static constexpr std::string_view catalog = "pg_statistic_ext";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{{KindTag::table, KindTag::materialized_view, KindTag::foreign_table},
                                       "statistics"};
  static constexpr std::string_view required[] = {"on"};
  static void describe(auto& field, auto& s) {
    field("kinds", s.kinds, "ndistinct, dependencies, mcv; left out: all of them");
    field("on", s.on, "columns and expressions");
    field("target", s.target, "statistics target for ANALYZE");
    catalog_only(field, "stat_schema", s.schema);
  }
  static std::string query(ServerVersion);
  static void read_definition(std::string_view definition, Statistics&);
  static void normalize(Statistics&);
  static void sign(Statistics&);
  static void read_key(std::string_view text, Statistics&);
  static std::string write_key(const Statistics&);
  static std::set<ObjectId> needs(const Statistics&);
  static std::vector<std::string> mentions(const Statistics&);
  static Statements create(const Statistics&, const Context&);
  static std::optional<Statements> alter(const Statistics& live, const Statistics& wanted, const Context&);
  static Statements rename(const Statistics& live, const Statistics& wanted, const Context&);
  static Statements drop(const Statistics&, const Context&);
  static void follow(Statistics&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Statistics, Database& into);
  static std::optional<std::string> write_short(const Statistics&, const Database&);
};

}  // namespace plumb
