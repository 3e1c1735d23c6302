// The process between plumb and an embedded server. It starts the server, waits until plumb closes its end of a pipe
// (or is gone, which closes it too), then stops the server and removes the private directory. It runs as the server's
// own user, in a session of its own, so that Ctrl-C doesn't reach it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "postgres/account.h"
#include "postgres/programs.h"

namespace plumb::postgres {

struct Guarded {
  ServerPrograms programs;
  Account account;
  std::string directory;   // private: socket, log, lock, throw-away data
  std::string data_dir;    // the server's
  bool throw_away = true;  // data_dir is in directory
  std::string cache_dir;
  std::vector<std::pair<std::string, std::string>> settings;
};

// REQUIRES: a process just forked. To the report pipe goes "ready", or an error's message and hint, each ended by a
// zero byte.
[[noreturn]] void guard(const Guarded& guarded, int lifeline, int report);

}  // namespace plumb::postgres
