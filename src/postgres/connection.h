// One connection to a PostgreSQL server, closed with its owner. Results in result.h, errors in server_error.h, many
// queries at once in pipeline.h. Not for use by two threads at a time, save cancel().
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/version.h"
#include "postgres/conninfo.h"
#include "postgres/result.h"
#include "postgres/server_error.h"

struct pg_conn;

namespace plumb::postgres {

using Param = std::optional<std::string>;  // in text form; nullopt is NULL
using Params = std::vector<Param>;

// A text[] parameter: array_literal({"a", "b"}) is {"a","b"}; any character may be in an element.
std::string array_literal(std::span<const std::string> elements);

struct ConnectOptions {
  std::string application_name = "plumb";             // unless the connection string or PGAPPNAME names one
  int connect_timeout = 10;                           // seconds per host, unless the connection string says otherwise
  std::function<void(const Notice&)> on_notice = {};  // without one, notices are dropped
};

enum class TransactionStatus { idle, active, in_transaction, failed_transaction, unknown };

class Connection {
 public:
  // Takes what libpq takes: URL, key=value, a database's name; what is left out comes from PG* variables and
  // ~/.pgpass. Throws ServerError if there is no connection, with a hint of what to do; refuses servers that are too
  // old. The client encoding is always UTF-8.
  explicit Connection(const std::string& conninfo, const ConnectOptions& options = {});
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  // One more session at the same server, in the same database, as the same user. Callable from any thread.
  Connection another(const ConnectOptions& options = {}) const;

  ServerVersion version() const;

  // One statement, in the extended protocol: text after a semicolon is an error, not a second statement.
  Result execute(std::string_view sql) { return execute(sql, {}); }
  Result execute(std::string_view sql, const Params& params);

  // Any number of statements, in one implicit transaction unless the script has its own. COPY from or to the client
  // is refused.
  void run_script(std::string_view sql);

  // Ends the transaction, where one is open and the connection still is.
  void roll_back();

  // Asks the server to stop what it executes; that ends with SQLSTATE 57014. Callable from any thread, while the
  // Connection exists. False if the server could not be asked.
  bool cancel() const noexcept;

  // While it lives, cancel() stops what the other connection executes, too. One at a time.
  class Companion {
   public:
    Companion(const Connection& connection, const Connection& other);
    ~Companion();
    Companion(const Companion&) = delete;
    Companion& operator=(const Companion&) = delete;

   private:
    const Connection& connection_;
  };
  void cancel_companion() const noexcept;  // that one alone, if there is one

  TransactionStatus transaction_status() const;
  bool is_open() const;  // false once the connection was found lost
  int backend_pid() const;

  bool is_in_recovery();           // a standby
  std::string read_only_reason();  // why writes would fail; empty if they wouldn't
  std::string user() const;        // the role that it connected as
  std::string database() const;    // its name
  std::string describe() const;    // database "x" on host:5432 as user "y"; never a password
  std::string quote_identifier(std::string_view name) const;

  void on_notice(std::function<void(const Notice&)> callback);

  struct Impl;  // connection_impl.h, for this folder

 private:
  friend class Pipeline;
  Connection();
  std::unique_ptr<Impl> impl_;
};

}  // namespace plumb::postgres
