#include "kinds/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "sql/cursor.h"

namespace plumb {

std::string Kind<Settings>::query(ServerVersion) {
  return "SELECT '' AS schema, '' AS parent, '' AS name, 0 AS oid,"
         " CASE WHEN s.setrole <> 0 THEN pg_catalog.pg_get_userbyid(s.setrole) END AS role,"
         " s.setdatabase = 0 AS everywhere, s.setconfig AS values FROM pg_catalog.pg_db_role_setting s"
         " WHERE s.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d"
         " WHERE d.datname = pg_catalog.current_database())) AND ($1::text[] IS NULL OR true)";
}

bool is_list_of_names(std::string_view parameter) {
  static constexpr std::string_view lists[] = {"local_preload_libraries",   "search_path",
                                               "session_preload_libraries", "shared_preload_libraries",
                                               "temp_tablespaces",          "unix_socket_directories"};
  return std::find(std::begin(lists), std::end(lists), parameter) != std::end(lists);
}

std::vector<std::string> names_in_list(std::string_view text) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"')
        out.back() += text[++i];
      else
        quoted = !quoted;
    } else if (text[i] == ',' && !quoted) {
      out.emplace_back();
    } else if (quoted) {
      out.back() += text[i];
    } else if (text[i] != ' ') {
      out.back() += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
  }
  return out;
}

std::string setting_value(const std::string& parameter, const std::string& value) {
  if (!is_list_of_names(parameter)) return sql::quote_literal(value);
  std::string out;
  for (const auto& name : names_in_list(value)) out += (out.empty() ? "" : ", ") + sql::quote_literal(name);
  return out;
}

namespace {

// A parameter of an extension has a dot in its name.
std::string parameter_name(const std::string& parameter) {
  const std::size_t dot = parameter.find('.');
  if (dot == std::string::npos) return sql::quote_ident(parameter);
  return sql::quote_ident(parameter.substr(0, dot)) + "." + sql::quote_ident(parameter.substr(dot + 1));
}

std::string prefix(const Settings& s, const Context& context) {
  const std::string role = s.role.empty() ? "" : sql::quote_ident(s.role);
  const std::string database = sql::quote_ident(context.database);
  if (s.everywhere) return "ALTER ROLE " + (role.empty() ? "ALL" : role) + " ";
  if (role.empty()) return "ALTER DATABASE " + database + " ";
  return fmt::format("ALTER ROLE {} IN DATABASE {} ", role, database);
}

}  // namespace

void Kind<Settings>::normalize(Settings& s) {
  Options values;
  for (const auto& [parameter, value] : s.values.values) {
    values.add(parameter, is_list_of_names(parameter) ? sql::quote_list(names_in_list(value)) : value);
  }
  s.values.values = std::move(values);
}

std::set<ObjectId> Kind<Settings>::needs(const Settings& s) {
  if (s.role.empty()) return {};
  return {top_id(KindTag::role, "", s.role)};
}

std::vector<std::string> Kind<Settings>::roles(const Settings& s) {
  if (s.role.empty()) return {};
  return {s.role};
}

std::optional<Statements> Kind<Settings>::alter(const Settings& live, const Settings& wanted, const Context& context) {
  Statements out;
  const auto add = [&](const std::string& parameter, const std::string* value) {
    Statement changed = statement(prefix(wanted, context));
    changed.sql += value ? fmt::format("SET {} TO {}", parameter_name(parameter), setting_value(parameter, *value))
                         : "RESET " + parameter_name(parameter);
    if (value && is_secret(parameter)) note_secret(*value, changed);
    // In a database without a table there is no one yet who could mind.
    if (!context.live.all<Table>().empty())
      changed.hazards.push_back({HazardKind::breaks_clients, "new sessions start with another " + parameter});
    out.push_back(std::move(changed));
  };
  for (const auto& [parameter, value] : wanted.values.values)
    if (const auto is = live.values.values.find(parameter); is == live.values.values.end() || is->second != value)
      add(parameter, &value);
  for (const auto& [parameter, value] : live.values.values)
    if (!wanted.values.values.contains(parameter)) add(parameter, nullptr);
  return out;
}

Statements Kind<Settings>::create(const Settings& s, const Context& context) { return *alter(Settings{}, s, context); }

Statements Kind<Settings>::drop(const Settings& s, const Context& context) {
  Settings none = s;
  none.values.values = {};
  return *alter(s, none, context);
}

void Kind<Settings>::follow(Settings& s, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::role || s.role != renaming.from.name) return;
  s.role = renaming.to.name;
  sign(s);
}

// As errors name them: there is no COMMENT ON them.
std::string Kind<Settings>::reference(const ObjectId& id) { return "SETTINGS OF " + id.name; }

void Kind<Settings>::sign(Settings& s) {
  if (s.role.empty())
    s.id.name = s.everywhere ? "all roles" : "database";
  else
    s.id.name = "role " + sql::quote_ident(s.role) + (s.everywhere ? "" : " in database");
}

void Kind<Settings>::read_key(std::string_view text, Settings& s) {
  const sql::Tokens tokens = sql::tokenize(text);
  sql::Cursor cursor(tokens);
  if (cursor.accept(sql::kw("all"))) {
    if (cursor.peek().value != "roles") cursor.fail_expected("\"roles\"");
    cursor.take();
    s.everywhere = true;
  } else if (cursor.accept(sql::kw("role"))) {
    s.role = cursor.expect_column_name("a role");
    s.everywhere = !cursor.accept_words({sql::kw("in"), sql::kw("database")});
  } else if (!cursor.accept(sql::kw("database"))) {
    cursor.fail_expected("\"database\", \"role …\", \"role … in database\" or \"all roles\"");
  }
  cursor.expect_end("whose settings they are");
}

}  // namespace plumb
