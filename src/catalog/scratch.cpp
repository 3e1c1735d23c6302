#include "catalog/scratch.h"

#include <algorithm>
#include <optional>

#include "kinds/fields.h"
#include "postgres/pipeline.h"
#include "sql/names.h"

namespace plumb::catalog {

namespace {

constexpr const char* scratch_transaction =
    "BEGIN; SET LOCAL statement_timeout = '30s'; SET LOCAL client_min_messages = error;"
    " SET LOCAL check_function_bodies = off";

// Renames scratch schemas in SQL text.
struct Homecoming {
  const std::map<std::string, std::string>& home_of;

  void operator()(std::string& value, bool) const {
    if (value.find('.') == std::string::npos) return;
    value = sql::replace_names(value, [this](const sql::NameUse& use, std::string& replacement) {
      const auto home = use.parts.size() < 2 ? home_of.end() : home_of.find(use.parts[0]);
      if (home == home_of.end()) return false;
      replacement = sql::quote_ident(home->second);
      for (std::size_t i = 1; i < use.parts.size(); ++i) replacement += "." + sql::quote_ident(use.parts[i]);
      return true;
    });
  }
};

void bring_home(Database& database, const std::map<std::string, std::string>& home_of,
                const sql::Visibility& visibility) {
  // What lives elsewhere was read along.
  database.erase_if(
      [&](const Base& object) { return !object.id.schema.empty() && !home_of.contains(object.id.schema); });
  database.each_kind_mutable([&home_of](auto& objects) {
    for (Base& object : objects)
      if (const auto home = home_of.find(object.id.schema); home != home_of.end()) object.id.schema = home->second;
  });
  each_sql_in(database, Homecoming{home_of});
  database.sort();
  make_relative(database, visibility);
}

struct FailedStatement {
  std::size_t statement;
  std::string sqlstate;
  std::string message;
};

// Does the error speak of the statement, and not of the moment (a lock, a lack of memory, a cancellation)?
bool speaks_of_statement(const postgres::ServerError& error) {
  static constexpr std::string_view moments[] = {"08", "40", "53", "55", "57", "58", "XX"};
  return std::find(std::begin(moments), std::end(moments), error.sqlstate().substr(0, 2)) == std::end(moments);
}

// Undefined table, column, object, function, schema.
bool misses_something(std::string_view sqlstate) {
  static constexpr std::string_view states[] = {"42P01", "42703", "42704", "42883", "3F000"};
  return std::find(std::begin(states), std::end(states), sqlstate) != std::end(states);
}

// Runs the script in one pipeline, up to the statement that the server refuses.
std::optional<FailedStatement> run(postgres::Connection& connection, const std::vector<ScratchStatement>& script) {
  connection.run_script(scratch_transaction);
  postgres::Pipeline pipeline(connection);
  for (const auto& statement : script) pipeline.send(statement.sql);
  try {
    pipeline.each([](std::size_t, const postgres::Result&) {});
  } catch (const postgres::ServerError& error) {
    if (!error.query() || !speaks_of_statement(error)) throw;
    return FailedStatement{*error.query(), error.sqlstate(), error.message()};
  }
  return std::nullopt;
}

}  // namespace

std::string typed_columns(const std::vector<const Column*>& columns) {
  std::string out;
  for (const Column* column : columns) {
    out += (out.empty() ? "" : ", ") + sql::quote_ident(column->id.name) + " " + sql::short_type(column->type);
    if (column->collation) out += " COLLATE " + column->collation->sql();
  }
  return out;
}

std::string set_scratch_path(const std::string& scratch, const std::string& home, const Live& live) {
  std::vector<std::string> path{scratch, home};
  for (const auto& schema : live.path_schemas)
    if (schema != home) path.push_back(schema);
  return "SET LOCAL search_path = " + sql::quote_list(path);
}

Scratched carry_out_in_scratch(postgres::Connection& connection, const Live& live,
                               const std::map<std::string, std::string>& home_of, const ScratchScript& script_of) {
  Scratched out;
  out.why_not_asked = connection.read_only_reason();
  if (!out.why_not_asked.empty()) return out;
  std::set<ObjectId> refused;
  for (;;) {
    const auto script = script_of(refused);
    const auto failed = run(connection, script);
    if (!failed) break;
    connection.roll_back();
    const ObjectId& candidate = script[failed->statement].candidate;
    if (candidate.kind == KindTag::none) {
      out.why_not_asked = failed->message;
      return out;
    }
    refused.insert(candidate);
    out.refused.emplace(candidate, Refusal{failed->message, misses_something(failed->sqlstate),
                                           failed->sqlstate == "42703", failed->sqlstate == "42501"});
  }
  connection.run_script("SET LOCAL search_path = ''");
  std::vector<std::string> schemas;
  schemas.reserve(home_of.size());
  for (const auto& [scratch, home] : home_of) schemas.push_back(scratch);
  out.database = read_schemas(connection, schemas);
  connection.roll_back();
  bring_home(out.database, home_of, live.visibility);
  out.asked = true;
  return out;
}

}  // namespace plumb::catalog
