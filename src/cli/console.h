// What plumb says, and where: results to standard output, everything else to standard error; colour and progress only on
// a terminal.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "apply/apply.h"
#include "cli/exit_code.h"

namespace plumb::cli {

bool is_interactive();  // are there a terminal to show a question on and one to answer it?
bool colours_output();  // standard output is a terminal, and NO_COLOR is not set

// Throws Error(failed) where it can't be written.
void print(std::string_view result);
void remark(std::string_view line);  // to standard error, "plumb: …"

// What went wrong, with what to do about it, to standard error; the exit code that it asks for.
ExitCode report(const std::exception& exception);

// Asks on the terminal; anything but a yes is a no.
bool confirm(const std::string& question);

// Shows on the terminal what `apply` is about; without one, only what it waits for.
class ProgressLine : public Progress {
 public:
  ProgressLine();
  ~ProgressLine() override;
  void started(std::size_t step, std::size_t of, const Step& what) override;
  void analyzing(const std::string& sql) override;
  void waiting(const std::string& why) override;
  void breathe() override;

 private:
  void show(const std::string& line);
  void clear();
  bool shown_;
  bool on_line_ = false;
};

}  // namespace plumb::cli
