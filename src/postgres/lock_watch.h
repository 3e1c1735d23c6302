// Who holds up a session that waits for a lock: pg_blocking_pids() knows only while it waits, so it is asked from a
// second session, by a thread of its own, and only once the wait has become long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "postgres/connection.h"

namespace plumb::postgres {

class LockWatch {
 public:
  // Looks again and again from `after` on until it is destroyed. Where no second session can be had it sees nothing.
  // REQUIRES: `watched` outlives it.
  explicit LockWatch(const Connection& watched, std::chrono::milliseconds after = std::chrono::seconds(1));
  ~LockWatch();
  LockWatch(const LockWatch&) = delete;
  LockWatch& operator=(const LockWatch&) = delete;

  // Whom it saw last: "process 71 (user app, psql, idle in transaction for 3 min): UPDATE t SET x = '…'", several with
  // semicolons between; empty: no one.
  std::string blockers() const;

 private:
  void watch(std::chrono::milliseconds after);
  bool stopped_within(std::chrono::milliseconds time);

  const Connection& watched_;
  const std::string pid_;
  mutable std::mutex guard_;
  std::condition_variable stop_;
  bool stopped_ = false;
  std::string blockers_;
  std::thread thread_;
};

// A query of someone else's in one line, cut to so many characters, without its constants: they may be secrets.
std::string shown_query(std::string_view query, std::size_t characters);

}  // namespace plumb::postgres
