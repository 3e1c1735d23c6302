// What can be said of an output column of a view or a materialized view beside its query: a default that INSERT through a
// view takes, options of a column that holds rows. Where there is nothing to say there is no object. PostgreSQL
// documentation: ALTER VIEW, ALTER MATERIALIZED VIEW.
#pragma once

#include "kinds/column.h"
#include "kinds/kind.h"

namespace plumb {

struct ViewColumn : Base {
  Expression default_expression;
  std::string storage;      // of a materialized view; empty: the type's
  std::string compression;  // empty: the server's
  std::optional<long long> statistics;
  Options with;
  Hint<long long> position;
  Hint<std::string> type_storage;      // live only: the type's own TOAST strategy
  Hint<std::vector<std::string>> acl;  // live only: aclitem[]
  bool operator==(const ViewColumn&) const = default;
};

template <>
struct Kind<ViewColumn> {
  static constexpr KindTag tag = KindTag::view_column;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool steps_aside = true;
  static constexpr bool says_nothing_by_default = true;
  static constexpr Placement placement{{KindTag::view, KindTag::materialized_view}, "columns"};
  static void describe(auto& field, auto& c) {
    field("default", c.default_expression, "of a view: the default for INSERT through it, as an SQL expression");
    field("storage", c.storage, "TOAST strategy; left out: the type's", Choices{storage_words});
    field("compression", c.compression, "compression of long values; left out: the server's",
          Choices{compression_words});
    field("statistics", c.statistics, "statistics target for ANALYZE");
    field("with", c.with, "options of the column: n_distinct");
    catalog_only(field, "position", c.position);
    catalog_only(field, "type_storage", c.type_storage);
    catalog_only(field, "acl", c.acl);
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const ViewColumn&);
  static std::vector<std::string> mentions(const ViewColumn&);
  static Statements create(const ViewColumn&, const Context&);
  static std::string scratch(const ViewColumn&, const Context&);
  static std::optional<Statements> alter(const ViewColumn& live, const ViewColumn& wanted, const Context&);
  static Statements drop(const ViewColumn&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
