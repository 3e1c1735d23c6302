// What can go wrong, and how it is told. One exception type for the whole program: what failed decides the exit code,
// the message says what, where and why, the hint says what to do.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace plumb {

// The numbers are the exit codes of the command line's contract.
enum class Failure {
  failed = 1,               // connection, server error, a step failed
  invalid_declaration = 4,  // the YAML is wrong
  stale = 5,                // the database changed since the plan was made, or a plan could not be proved
  locked = 6,               // another apply is running, or a lock could not be had in time
  usage = 64,               // wrong command line
};

// Where in a declaration something stands; line and column count from 1, 0 means unknown.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;
  auto operator<=>(const Location&) const = default;
};

// One finding about a declaration: printed as "FILE:LINE:COLUMN: error: message", the line with a caret, the hint.
struct Diagnostic {
  Location where;
  std::string message;
  std::string hint;  // what to do; may be empty
};

class Error : public std::runtime_error {
 public:
  Error(Failure failure, const std::string& message, std::string hint = {})
      : std::runtime_error(message), failure_(failure), hint_(std::move(hint)) {}
  explicit Error(std::vector<Diagnostic> diagnostics)
      : std::runtime_error("the declaration is invalid"),
        failure_(Failure::invalid_declaration),
        diagnostics_(std::move(diagnostics)) {}

  Failure failure() const { return failure_; }
  const std::string& hint() const { return hint_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  Failure failure_;
  std::string hint_;
  std::vector<Diagnostic> diagnostics_;
};

// Someone wants the program to stop. The hint tells what had been done by then.
class Interrupted : public Error {
 public:
  explicit Interrupted(std::string done = {}) : Error(Failure::failed, "interrupted", std::move(done)) {}
};

}  // namespace plumb
