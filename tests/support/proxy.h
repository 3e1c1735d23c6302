// Stands between a program and a server, on a Unix socket of its own, and does harm at a chosen statement: the way to
// lose a connection, a server process or the program itself at just that moment.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/server.h"

namespace plumb::testing {

// Which two processes speak to each other.
struct Ends {
  int client = 0;   // the program
  int backend = 0;  // the server's process
};

// Once, at one statement of the first connection.
struct Trap {
  std::size_t at = 0;                          // which of those that count, from 0
  bool after = false;                          // once the server has answered; else before it hears of it
  bool cut = false;                            // then both sides lose the connection, and an answer is lost with it
  std::function<void(const Ends&)> harm = {};  // done first
};

class Proxy {
 public:
  // `counts`: is a statement one of those that are numbered?
  Proxy(std::string server_directory, std::function<bool(std::string_view sql)> counts);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  std::string url(const std::string& database) const;

  // REQUIRES: no one is connected.
  void set(Trap trap);
  bool sprung() const { return sprung_; }
  std::vector<std::string> statements() const;  // those that counted since the trap was set

 private:
  class Conversation;
  void accept_clients();
  bool meets_trap(std::string_view sql);

  const std::string server_directory_;
  const std::function<bool(std::string_view)> counts_;
  const TemporaryDirectory directory_;
  int listener_ = -1;
  int stop_[2] = {-1, -1};
  Trap trap_;
  std::atomic<bool> sprung_ = false;
  std::atomic<bool> first_ = true;  // the next connection is the one to count
  mutable std::mutex guard_;
  std::vector<std::string> statements_;
  std::vector<std::thread> conversations_;
  std::thread acceptor_;
};

}  // namespace plumb::testing
