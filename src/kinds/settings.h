// Settings that sessions start with: of the database, of a role, of a role in the database. A kind with names that are
// words: "database", "role app in database". PostgreSQL documentation: ALTER DATABASE … SET, ALTER ROLE … SET;
// pg_db_role_setting (52.16).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Settings : Base {
  std::string name;         // as its key in the YAML
  std::string role;         // empty: of every role
  bool everywhere = false;  // in every database of the server
  GuardedOptions values;
  bool operator==(const Settings&) const = default;
};

// Parameters whose values are lists of names, each quoted by itself (GUC_LIST_QUOTE in utils/misc/guc_tables.c).
bool is_list_of_names(std::string_view parameter);

// "App, \"$user\"": in double quotes as they are, others folded, commas between (SplitIdentifierString in
// utils/adt/varlena.c). At least one, which may be empty.
std::vector<std::string> names_in_list(std::string_view text);

// As SET … TO takes it: a constant, or one for each name of a list.
std::string setting_value(const std::string& parameter, const std::string& value);

template <>
struct Kind<Settings> {
  static constexpr KindTag tag = KindTag::settings;
  static constexpr std::string_view catalog = "pg_db_role_setting";
  static constexpr bool nameless = true;
  static constexpr Placement placement{KindTag::none, "settings", Placement::Form::map, false};
  static void describe(auto& field, auto& s) {
    catalog_only(field, "role", s.role);
    catalog_only(field, "everywhere", s.everywhere);
    field("values", s.values, "parameter: value; of a list, its names with commas between");
  }
  // Of the whole server, where roles are.
  static ManagedBy managed_by(const Settings& s) { return s.everywhere ? ManagedBy::roles : ManagedBy::database; }
  static std::string query(ServerVersion);
  static void normalize(Settings&);
  static std::set<ObjectId> needs(const Settings&);
  static std::vector<std::string> roles(const Settings&);
  static Statements create(const Settings&, const Context&);
  static std::optional<Statements> alter(const Settings& live, const Settings& wanted, const Context&);
  static Statements drop(const Settings&, const Context&);
  static void follow(Settings&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void sign(Settings&);
  static void read_key(std::string_view text, Settings&);
  static std::string write_key(const Settings& s) { return s.id.name; }
};

}  // namespace plumb
