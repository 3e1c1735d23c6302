// Ctrl-C, SIGTERM and SIGHUP: the statement that the server is at is cancelled, and the program ends in order, with exit code 1.
// Two of them in a row end it at once.
#pragma once

#include "postgres/connection.h"

namespace plumb::cli {

// Once, before the program has any thread or child.
void watch_for_interrupts();

bool interrupted();
// Throws Interrupted once interrupted.
void stop_if_interrupted();

// While it lives, an interrupt cancels what this connection executes.
class Cancellable {
 public:
  explicit Cancellable(const postgres::Connection& connection);
  ~Cancellable();
  Cancellable(const Cancellable&) = delete;
  Cancellable& operator=(const Cancellable&) = delete;
};

}  // namespace plumb::cli
