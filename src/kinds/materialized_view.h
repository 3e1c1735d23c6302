// Materialized views. PostgreSQL documentation: CREATE MATERIALIZED VIEW, 41.3.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct MaterializedView : Owned {
  Query query;
  std::vector<std::string> columns;  // wanted: names for the output columns; live, and once settled: none
  Options with;
  std::string tablespace;
  std::string access_method = "heap";
  Hint<bool> with_data{true};  // is it filled when it is created?
  Hint<bool> behind;           // live: as for views
  bool operator==(const MaterializedView&) const = default;
};

template <>
struct Kind<MaterializedView> {
  static constexpr KindTag tag = KindTag::materialized_view;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr bool has_row_type = true;
  static constexpr bool bound_to_types = true;
  static constexpr Placement placement{KindTag::none, "materialized_views"};
  static constexpr std::string_view required[] = {"query"};
  static void describe(auto& field, auto& v) {
    field("query", v.query, "the query");
    field("columns", v.columns, "names of the output columns; left out: the query's");
    field("with", v.with, "storage parameters, as in WITH (…); those of the TOAST table as toast.name");
    field("tablespace", v.tablespace, "tablespace; left out: the database's");
    field("access_method", v.access_method, "table access method");
    field("with_data", v.with_data, "is it filled when it is created?");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const MaterializedView&);
  static std::vector<std::string> mentions(const MaterializedView&);
  static Statements create(const MaterializedView&, const Context&);
  static std::string scratch(const MaterializedView&, const Context&);
  static std::optional<Statements> alter(const MaterializedView& live, const MaterializedView& wanted, const Context&);
  static Statements rename(const MaterializedView& live, const MaterializedView& wanted, const Context&);
  static Statements drop(const MaterializedView&, const Context&);
  static void follow(MaterializedView&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, MaterializedView, Database& into);
  static std::optional<std::string> write_short(const MaterializedView&, const Database&);
};

}  // namespace plumb
