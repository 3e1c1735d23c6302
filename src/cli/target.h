// Which database a command is about, and the way to it.
#pragma once

#include <optional>
#include <string>

#include "cli/globals.h"
#include "cli/interrupt.h"
#include "postgres/connection.h"
#include "postgres/embedded.h"

namespace plumb::cli {

// --db, else PLUMB_DB, else what plumb.yaml says, overridden in every part that libpq's PG* variables speak of. Empty:
// PG* variables and libpq's defaults alone. May hold a password: it is not for printing.
std::string database_of(const Globals& globals);

// `database` with every part replaced that PG* variables speak of (PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, …).
std::string with_environment(const std::string& database);

// A connection that interrupts cancel, and the server behind it if it is plumb's own ("embedded:").
class Target {
 public:
  explicit Target(const Globals& globals);
  postgres::Connection& connection() { return *connection_; }

 private:
  std::optional<postgres::EmbeddedServer> server_;
  std::optional<postgres::Connection> connection_;
  std::optional<Cancellable> cancellable_;
};

}  // namespace plumb::cli
