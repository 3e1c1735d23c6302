// Views. PostgreSQL documentation: CREATE VIEW, 5.? and 41.2.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct View : Owned {
  Query query;
  Options with;                      // security_barrier, security_invoker, check_option
  std::vector<std::string> columns;  // wanted: names for the output columns; live, and once settled: none
  // Live, and once settled: the output columns, each as "name type collation".
  Hint<std::vector<Element>> output;
  Hint<bool> behind;  // live: a column of its query may have got another name that the text does not say
  bool operator==(const View&) const = default;
};

template <>
struct Kind<View> {
  static constexpr KindTag tag = KindTag::view;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr bool has_row_type = true;
  static constexpr bool bound_to_types = true;
  static constexpr Placement placement{KindTag::none, "views"};
  static constexpr Example example{"names", "select name from users"};
  static constexpr std::string_view required[] = {"query"};
  static void describe(auto& field, auto& v) {
    field("query", v.query, "the query");
    field("columns", v.columns, "names of the output columns; left out: the query's");
    field("options", v.with, "security_barrier, security_invoker, check_option");
    catalog_only(field, "output", v.output);
  }
  static std::string query(ServerVersion);
  static VersionNeed needs_version(const View& v) {
    return newest_need({{v.with.contains("security_invoker"), {15, "the option security_invoker"}}});
  }
  static std::set<ObjectId> needs(const View&);
  static std::vector<std::string> mentions(const View&);
  static Statements create(const View&, const Context&);
  static std::optional<Statements> alter(const View& live, const View& wanted, const Context&);
  static Statements rename(const View& live, const View& wanted, const Context&);
  static Statements drop(const View&, const Context&);
  static void follow(View&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, View, Database& into);
  static std::optional<std::string> write_short(const View&, const Database&);
};

}  // namespace plumb
