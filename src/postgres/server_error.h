// What a PostgreSQL server says: notices, and errors as exceptions. Everything that the protocol carries is kept, so
// that the reader learns which statement, where in it, and which object.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/error.h"

struct pg_result;

namespace plumb::postgres {

struct ServerMessage {
  std::string severity;  // never translated: ERROR, FATAL, WARNING, NOTICE, …
  std::string sqlstate;
  std::string message;
  std::string detail;
  std::string hint;
  std::string context;
  int position = 0;  // in characters of the statement, from 1; 0: unknown
  // The object that it is about, where the server names one.
  std::string schema;
  std::string table;
  std::string column;
  std::string type;
  std::string constraint;
};

using Notice = ServerMessage;

// The fields of an error or notice; an answer without fields (made by libpq itself) gives its text as the message.
ServerMessage server_message(const pg_result* result);

// failure() is always Failure::failed; a caller that treats a lock timeout (55P03) otherwise looks at sqlstate().
class ServerError : public Error {
 public:
  explicit ServerError(ServerMessage message, std::string statement = {}, std::optional<std::size_t> query = {});

  const std::string& sqlstate() const { return message_.sqlstate; }  // empty where there was no server to give one
  const std::string& message() const { return message_.message; }    // what() adds SQLSTATE, line and detail
  const std::string& detail() const { return message_.detail; }
  const std::string& context() const { return message_.context; }
  int position() const { return message_.position; }
  const ServerMessage& fields() const { return message_; }
  const std::string& statement() const { return statement_; }  // whole; empty when connecting
  std::optional<std::size_t> query() const { return query_; }  // its number in a pipeline, from 0
  int line() const;                                            // of position() in statement(), from 1; 0: unknown

  bool lock_not_available() const { return sqlstate() == "55P03"; }
  bool connection_lost() const;  // the server or the network went away; nothing more can be sent

 private:
  ServerMessage message_;
  std::string statement_;
  std::optional<std::size_t> query_;
};

}  // namespace plumb::postgres
