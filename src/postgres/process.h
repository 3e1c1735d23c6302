// Runs another program and waits for it: arguments as a list, never through a shell.
#pragma once

#include <string>
#include <vector>

namespace plumb::postgres {

struct ProgramOptions {
  std::string input = {};                     // its standard input
  std::vector<std::string> environment = {};  // "NAME=value", added to this process's; "NAME" alone takes one away
  std::string directory = {};                 // to run in; empty: this process's
};

struct ProgramResult {
  int exit_code = 0;  // 128 + n if signal n ended it
  std::string out;
  std::string err;
};

// argv[0] is looked up in PATH. Throws plumb::Error if it can't be started; how it ended is in the result.
ProgramResult run_program(const std::vector<std::string>& argv, const ProgramOptions& options = {});

// The form that exec takes a list of texts in; valid as long as they are.
std::vector<char*> exec_list(const std::vector<std::string>& texts);

}  // namespace plumb::postgres
