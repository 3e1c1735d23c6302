// Foreign tables. What hangs on them is as on tables. PostgreSQL documentation: CREATE FOREIGN TABLE, 5.12.
#pragma once

#include "kinds/inheritance.h"
#include "kinds/kind.h"

namespace plumb {

struct ForeignTable : Descendant {
  std::string server;
  Options options;
  bool operator==(const ForeignTable&) const = default;
};

template <>
struct Kind<ForeignTable> {
  static constexpr KindTag tag = KindTag::foreign_table;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr bool has_row_type = true;
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "foreign_tables"};
  static constexpr std::string_view required[] = {"server"};
  static void describe(auto& field, auto& t) {
    field("server", t.server, "the foreign server that has its rows");
    field("options", t.options, "options for the server");
    describe_descent(field, t);
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const ForeignTable&);
  static Statements create_with(const ForeignTable&, const std::vector<std::string>& clauses, const Context&);
  static Statements complete(const ForeignTable&, const Context&);
  static Statements create(const ForeignTable& table, const Context& context) {
    return create_with(table, {}, context);
  }
  static std::optional<Statements> alter(const ForeignTable& live, const ForeignTable& wanted, const Context&);
  static Statements leave(const ForeignTable& live, const ForeignTable& wanted, const Context& context) {
    return plumb::leave(live, wanted, context);
  }
  static ForeignTable left(ForeignTable live, const ForeignTable& wanted) {
    leave_parents(live, wanted);
    return live;
  }
  static Statements rename(const ForeignTable& live, const ForeignTable& wanted, const Context&);
  static Statements drop(const ForeignTable&, const Context&);
  static void follow(ForeignTable&, const Renaming&);
  static std::string reference(const ObjectId&);
};

// "OPTIONS (host 'a', port '1')", or nothing.
std::string foreign_options(const Options& options);
// "OPTIONS (SET host 'b', ADD port '1', DROP user)", or nothing where they are equal.
std::string foreign_option_changes(const Options& live, const Options& wanted);

}  // namespace plumb
