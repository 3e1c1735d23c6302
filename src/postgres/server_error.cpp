#include "postgres/server_error.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

#include "model/text.h"
#include "postgres/advice.h"

namespace plumb::postgres {
namespace {

std::string field(const pg_result* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text ? text : "";
}

int line_of(const ServerMessage& message, std::string_view statement) {
  if (message.position <= 0 || statement.empty()) return 0;
  const std::size_t at = byte_of_character(statement, message.position);
  return 1 + static_cast<int>(std::count(statement.begin(), statement.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string whole_text(const ServerMessage& message, std::string_view statement) {
  std::string text = message.message;
  const bool several_lines = statement.find('\n') != std::string_view::npos;
  const int line = several_lines ? line_of(message, statement) : 0;
  if (line > 0) text += fmt::format(" at line {}", line);
  if (!message.sqlstate.empty()) text += fmt::format(" (SQLSTATE {})", message.sqlstate);
  if (!message.detail.empty()) text += "\n" + message.detail;
  return text;
}

}  // namespace

ServerMessage server_message(const pg_result* result) {
  ServerMessage message;
  message.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  message.sqlstate = field(result, PG_DIAG_SQLSTATE);
  message.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  message.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  message.hint = field(result, PG_DIAG_MESSAGE_HINT);
  message.context = field(result, PG_DIAG_CONTEXT);
  message.schema = field(result, PG_DIAG_SCHEMA_NAME);
  message.table = field(result, PG_DIAG_TABLE_NAME);
  message.column = field(result, PG_DIAG_COLUMN_NAME);
  message.type = field(result, PG_DIAG_DATATYPE_NAME);
  message.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  const std::string position = field(result, PG_DIAG_STATEMENT_POSITION);
  std::from_chars(position.data(), position.data() + position.size(), message.position);
  if (message.message.empty()) {
    message.message = PQresultErrorMessage(result);
    while (!message.message.empty() && message.message.back() == '\n') message.message.pop_back();
  }
  return message;
}

ServerError::ServerError(ServerMessage message, std::string statement, std::optional<std::size_t> query)
    : Error(Failure::failed, whole_text(message, statement),
            message.hint.empty() ? advice(message.sqlstate) : message.hint),
      message_(std::move(message)),
      statement_(std::move(statement)),
      query_(query) {}

int ServerError::line() const { return line_of(message_, statement_); }

bool ServerError::connection_lost() const {
  // Class 08 is "connection exception"; 57P01 to 57P05 are how a server says goodbye.
  return sqlstate().starts_with("08") || (sqlstate().starts_with("57P") && sqlstate() <= "57P05");
}

}  // namespace plumb::postgres
