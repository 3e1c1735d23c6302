#include "cli/console.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/interrupt.h"
#include "model/error.h"
#include "model/text.h"
#include "plan/render_words.h"
#include "yaml/diagnostics.h"

namespace plumb::cli {

namespace {

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(descriptor) && !(no_colour && *no_colour) && !(terminal && std::strcmp(terminal, "dumb") == 0);
}

std::string plural_errors(std::size_t count) { return words::counted(static_cast<long long>(count), "error"); }

// "plumb: error: what", the hint's lines indented beneath it.
void say_error(std::string_view what, std::string_view hint) {
  const bool colour = wants_colour(STDERR_FILENO);
  std::string out =
      fmt::format("plumb: {}error:{} {}\n", colour ? "\x1b[1;31m" : "", colour ? "\x1b[0m" : "", visible(what));
  while (!hint.empty()) {
    const std::size_t end = std::min(hint.find('\n'), hint.size());
    out += fmt::format("  {}\n", visible(hint.substr(0, end)));
    hint.remove_prefix(std::min(end + 1, hint.size()));
  }
  std::fputs(out.c_str(), stderr);
}

}  // namespace

bool is_interactive() { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO); }

bool colours_output() { return wants_colour(STDOUT_FILENO); }

void print(std::string_view result) {
  if (std::fwrite(result.data(), 1, result.size(), stdout) != result.size() || std::fflush(stdout) != 0)
    throw Error(Failure::failed, fmt::format("can't write to standard output: {}", std::strerror(errno)));
}

void remark(std::string_view line) { fmt::print(stderr, "plumb: {}\n", visible(line)); }

ExitCode report(const std::exception& exception) {
  if (interrupted()) {
    // Whatever else it failed with came of that.
    const auto* told = dynamic_cast<const Interrupted*>(&exception);
    say_error("interrupted", told ? told->hint() : "");
    return ExitCode::failed;
  }
  const auto* error = dynamic_cast<const Error*>(&exception);
  if (!error) {
    say_error(exception.what(), "");
    return ExitCode::failed;
  }
  if (error->diagnostics().empty()) {
    say_error(error->what(), error->hint());
  } else {
    std::fputs(yaml::render(error->diagnostics()).c_str(), stderr);
    fmt::print(stderr, "\n");
    say_error(fmt::format("{}: {}", error->what(), plural_errors(error->diagnostics().size())), error->hint());
  }
  return exit_code(error->failure());
}

bool confirm(const std::string& question) {
  fmt::print(stderr, "{} [y/N] ", question);
  std::string answer;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  // Signals are taken by a thread of their own: a blocking read would sit through them.
  while (!interrupted()) {
    if (poll(&input, 1, 100) <= 0) continue;
    char c = 0;
    if (read(STDIN_FILENO, &c, 1) <= 0 || c == '\n') break;
    answer += c;
  }
  stop_if_interrupted();
  return answer == "y" || answer == "Y" || answer == "yes";
}

ProgressLine::ProgressLine() : shown_(isatty(STDERR_FILENO)) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::clear() {
  if (on_line_) std::fputs("\r\x1b[K", stderr);
  on_line_ = false;
}

void ProgressLine::show(const std::string& line) {
  stop_if_interrupted();
  if (!shown_) return;
  clear();
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  std::fputs(words::shortened(line, known ? size.ws_col - 1u : 79u).c_str(), stderr);
  std::fflush(stderr);
  on_line_ = true;
}

void ProgressLine::started(std::size_t step, std::size_t of, const Step& what) {
  show(fmt::format("[{}/{}] {} {}", step + 1, of, sign(what.change.verb), to_string(what.change.id)));
}

void ProgressLine::analyzing(const std::string& sql) { show(sql); }

void ProgressLine::waiting(const std::string& why) {
  stop_if_interrupted();
  clear();
  remark(words::one_line(why));
}

void ProgressLine::breathe() { stop_if_interrupted(); }

}  // namespace plumb::cli
