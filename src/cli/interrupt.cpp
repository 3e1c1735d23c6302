#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "model/error.h"

namespace plumb::cli {

namespace {

std::atomic<bool> was_interrupted{false};
std::atomic<bool> leaving{false};  // the connection is done with, and what came of it is being told
std::mutex guard;
const postgres::Connection* connection = nullptr;

sigset_t watched() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);  // the terminal went; under nohup it is ignored, and never comes
  return set;
}

// False if there is nothing that could be cancelled.
bool cancel() {
  const std::scoped_lock lock(guard);
  if (!connection) return false;
  connection->cancel();
  return true;
}

void leave_at_once() {
  static constexpr char text[] = "plumb: error: interrupted\n";
  (void)!write(STDERR_FILENO, text, sizeof text - 1);
  _exit(1);
}

// A statement may begin just after the first request, so the request is made again until the program has ended.
void watch() {
  const sigset_t set = watched();
  int signal_number = 0;
  sigwait(&set, &signal_number);
  was_interrupted = true;
  constexpr int most_pauses = 50;
  for (int pauses = 0;; ++pauses) {
    if (!cancel() && (!leaving || pauses >= most_pauses)) leave_at_once();
    const timespec pause{0, 200'000'000};
    if (sigtimedwait(&set, nullptr, &pause) > 0) leave_at_once();
  }
}

}  // namespace

void watch_for_interrupts() {
  const sigset_t set = watched();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::thread(watch).detach();
}

bool interrupted() { return was_interrupted; }

void stop_if_interrupted() {
  if (interrupted()) throw Interrupted();
}

Cancellable::Cancellable(const postgres::Connection& cancelled) {
  const std::scoped_lock lock(guard);
  connection = &cancelled;
  leaving = false;
}

Cancellable::~Cancellable() {
  const std::scoped_lock lock(guard);
  leaving = true;
  connection = nullptr;
}

}  // namespace plumb::cli
