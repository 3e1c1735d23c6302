// Reading the catalogs waits for others: the server locks what it prints (a view's relations). Not for ever.
#pragma once

#include <fmt/format.h>

#include <chrono>

#include "model/error.h"
#include "postgres/connection.h"
#include "postgres/lock_watch.h"

namespace plumb::catalog {

inline constexpr std::chrono::seconds lock_patience{10};

// What `read` returns. Throws Error(locked), and says who is in the way, where a lock can't be had in time.
template <typename F>
auto with_patience(postgres::Connection& connection, F&& read) {
  using namespace std::chrono_literals;
  connection.execute(fmt::format("SET lock_timeout = '{}s'", lock_patience.count()));
  const postgres::LockWatch watch(connection, 2s);
  try {
    return read();
  } catch (const postgres::ServerError& error) {
    if (!error.lock_not_available()) throw;
    const std::string blockers = watch.blockers();
    throw Error(Failure::locked,
                fmt::format("the database can't be read: a lock could not be had in {} s (SQLSTATE {})",
                            lock_patience.count(), error.sqlstate()),
                (blockers.empty() ? "" : "held up by " + blockers + "\n") + "try again when it is through");
  }
}

}  // namespace plumb::catalog
