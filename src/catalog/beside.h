// The second half of a large database's catalogs, read at the same time over a connection of its own, in the same
// snapshot. It is a matter of time alone: where there can be no second connection, the first one reads all.
#pragma once

#include <atomic>
#include <future>
#include <optional>
#include <string>

#include "kinds/kinds.h"
#include "postgres/connection.h"

namespace plumb::catalog {

class Beside {
 public:
  // Begins at once. REQUIRES: the first connection and the transaction that exported the snapshot outlive it.
  Beside(postgres::Connection& first, std::string snapshot, postgres::Param schemas);
  ~Beside();  // cancels what is not finished
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  // Waits for the objects of the kinds of Share::expressions and adds them. False: there was no second connection. Throws
  // what its queries threw.
  bool finish(Database& into);

 private:
  std::optional<Database> read(const std::string& snapshot, const postgres::Param& schemas);

  postgres::Connection& first_;
  std::atomic<bool> stopped_ = false;
  std::future<std::optional<Database>> result_;  // its thread uses all else: declared last
};

}  // namespace plumb::catalog
