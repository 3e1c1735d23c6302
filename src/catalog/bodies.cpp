#include "catalog/bodies.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "kinds/fields.h"
#include "model/text.h"
#include "postgres/server_error.h"

namespace plumb::catalog {

namespace {

// Each statement by itself, in one round trip. The validator of SQL goes on to what the body names, and has words for that
// with the same SQLSTATE: of its errors only those of the grammar count, known by their beginning.
constexpr std::string_view look = R"(BEGIN
  FOR i IN 1 .. pg_catalog.cardinality(statements) LOOP
    BEGIN
      PERFORM pg_catalog.set_config('search_path', paths[i], true);
      EXECUTE statements[i];
    EXCEPTION
      WHEN syntax_error THEN
        IF NOT in_sql[i] OR SQLERRM LIKE 'syntax error%' OR SQLERRM LIKE 'unterminated%' THEN
          wrong := wrong || i;
        END IF;
      WHEN OTHERS THEN
        NULL;
    END;
  END LOOP;
  PERFORM pg_catalog.set_config('plumb.wrong_bodies', wrong::text, true);
END)";

constexpr const char* body_transaction =
    "BEGIN; SET LOCAL statement_timeout = '30s'; SET LOCAL client_min_messages = error;"
    " SET LOCAL check_function_bodies = on";

struct Look {
  ObjectId routine;
  std::string sql, path, body;
  bool in_sql = false;
};

template <typename T>
Look look_at(const T& routine, const Live& live, const Database& wanted) {
  const std::map<ObjectId, TableSize> no_sizes;
  const Context context{live.database, wanted, live.version, no_sizes};
  std::vector<std::string> path{routine.id.schema};
  path.insert(path.end(), live.path_schemas.begin(), live.path_schemas.end());
  T copy = routine;
  copy.id.schema = "pg_temp";
  return {routine.id, Kind<T>::create(copy, context).front().sql, sql::quote_list(path), routine.body.text,
          routine.language == "sql"};
}

std::string block(const std::vector<Look>& looks) {
  std::string statements, paths, in_sql;
  const auto append = [](std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  for (const Look& each : looks) {
    append(statements, sql::quote_literal(each.sql));
    append(paths, sql::quote_literal(each.path));
    append(in_sql, each.in_sql ? "true" : "false");
  }
  return "DO " +
         sql::dollar_quote(fmt::format("DECLARE\n  statements text[] := ARRAY[{}];\n  paths text[] := ARRAY[{}];\n"
                                       "  in_sql boolean[] := ARRAY[{}];\n  wrong integer[] := '{{}}';\n{}",
                                       statements, paths, in_sql, look));
}

// The numbers of those with an error of syntax.
std::vector<std::string> wrong_ones(postgres::Connection& connection, const std::vector<Look>& looks) {
  connection.run_script(body_transaction);
  connection.run_script(block(looks));
  const auto found = connection.execute("SELECT pg_catalog.current_setting('plumb.wrong_bodies')");
  std::vector<std::string> out = parse_array(found.value(0, 0));
  connection.roll_back();
  return out;
}

// Before 17 PL/pgSQL takes `x app.t.c%TYPE` for the name of a type where there is no such column yet, and the % in it for
// a slip.
bool is_at_copied_type(const postgres::ServerError& error) {
  std::string_view rest = error.statement();
  rest.remove_prefix(byte_of_character(rest, error.position()));
  if (!rest.starts_with('%')) return false;
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n", 1), rest.size()));
  constexpr std::string_view word = "type";
  return rest.size() >= word.size() && std::equal(word.begin(), word.end(), rest.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

// Empty where it is none after all. Where the error is, only the failure of the bare statement tells.
std::string message_of(postgres::Connection& connection, const Look& wrong) {
  connection.run_script(body_transaction);
  std::string out;
  try {
    connection.execute("SET LOCAL search_path = " + wrong.path);
    connection.execute(wrong.sql);
  } catch (const postgres::ServerError& error) {
    if (error.connection_lost()) throw;
    if (is_at_copied_type(error)) {
      connection.roll_back();
      return {};
    }
    out = error.message();
    const std::size_t body = wrong.sql.rfind(wrong.body);
    const auto before = body == std::string::npos ? 0 : std::count(wrong.sql.begin(), wrong.sql.begin() + body, '\n');
    if (error.line() > before && wrong.body.find('\n') != std::string::npos)
      out += fmt::format(", in line {} of its body", error.line() - before);
  }
  connection.roll_back();
  return out;
}

}  // namespace

std::vector<BodyError> find_body_errors(postgres::Connection& connection, const Live& live, const Database& wanted,
                                        const std::set<ObjectId>& changed) {
  std::vector<Look> looks;
  for (const ObjectId& id : changed)
    wanted.visit(id, [&]<typename T>(const T& object) {
      if constexpr (has_unchecked_body<T>) looks.push_back(look_at(object, live, wanted));
    });
  std::vector<BodyError> out;
  if (looks.empty() || !connection.read_only_reason().empty()) return out;
  try {
    for (const std::string& number : wrong_ones(connection, looks)) {
      const Look& wrong = looks[static_cast<std::size_t>(std::stoi(number) - 1)];
      if (std::string message = message_of(connection, wrong); !message.empty())
        out.push_back({wrong.routine, std::move(message)});
    }
  } catch (const postgres::ServerError& error) {
    if (error.connection_lost()) throw;
    connection.roll_back();  // no right to do so, no PL/pgSQL: the steps will show it
    out.clear();
  }
  return out;
}

}  // namespace plumb::catalog
