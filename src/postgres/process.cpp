#include "postgres/process.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <map>
#include <string_view>

#include "postgres/file_descriptor.h"

extern char** environ;

namespace plumb::postgres {
namespace {

std::vector<std::string> environment_with(const std::vector<std::string>& changes) {
  std::map<std::string, std::string> variables;
  const auto name = [](std::string_view text) { return std::string(text.substr(0, text.find('='))); };
  for (char** variable = environ; *variable; ++variable) variables[name(*variable)] = *variable;
  for (const std::string& change : changes) {
    if (change.find('=') == std::string::npos) {
      variables.erase(change);
    } else {
      variables[name(change)] = change;
    }
  }
  std::vector<std::string> result;
  result.reserve(variables.size());
  for (auto& [key, variable] : variables) result.push_back(variable);
  return result;
}

// In the child, between fork and exec: nothing but system calls, for other threads may have held any lock.
[[noreturn]] void become_program(const std::array<int, 3>& standard, int failure, const char* directory,
                                 char* const* arguments, char* const* environment) {
  for (int i = 0; i < 3; ++i) dup2(standard[static_cast<std::size_t>(i)], i);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  signal(SIGPIPE, SIG_DFL);
  if (!*directory || chdir(directory) == 0) execvpe(arguments[0], arguments, environment);
  const int error = errno;
  [[maybe_unused]] const auto written = write(failure, &error, sizeof error);
  _exit(127);
}

// Feeds the program and collects what it says, all at once, so that neither side waits for the other for ever.
void talk(Pipe& input, Pipe& out, Pipe& err, std::string_view text, ProgramResult& result) {
  fcntl(input.write.get(), F_SETFL, O_NONBLOCK);
  if (text.empty()) input.write.close();
  std::array<char, 65536> buffer{};
  while (out.read || err.read) {
    std::array<pollfd, 3> waiting{
        {{input.write.get(), POLLOUT, 0}, {out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
    if (poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (waiting[0].revents) {
      const ssize_t taken = write(input.write.get(), text.data(), text.size());
      if (taken > 0) text.remove_prefix(static_cast<std::size_t>(taken));
      if (text.empty() || (taken < 0 && errno != EAGAIN && errno != EINTR)) input.write.close();
    }
    const auto collect = [&](Pipe& pipe, short happened, std::string& into) {
      if (!happened) return;
      const ssize_t count = read(pipe.read.get(), buffer.data(), buffer.size());
      if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
      if (count == 0 || (count < 0 && errno != EINTR)) pipe.read.close();
    };
    collect(out, waiting[1].revents, result.out);
    collect(err, waiting[2].revents, result.err);
  }
}

}  // namespace

std::vector<char*> exec_list(const std::vector<std::string>& texts) {
  std::vector<char*> list;
  list.reserve(texts.size() + 1);
  for (const std::string& text : texts) list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

ProgramResult run_program(const std::vector<std::string>& argv, const ProgramOptions& options) {
  Pipe input = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  Pipe failure = make_pipe();
  const std::vector<std::string> environment = environment_with(options.environment);
  const std::vector<char*> arguments = exec_list(argv);
  const std::vector<char*> variables = exec_list(environment);

  // A program that ends without reading its input must not end plumb.
  sigset_t broken_pipe, before;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);

  const pid_t child = fork();
  if (child == 0) {
    become_program({input.read.get(), out.write.get(), err.write.get()}, failure.write.get(), options.directory.c_str(),
                   arguments.data(), variables.data());
  }
  const int fork_error = errno;
  input.read.close();
  out.write.close();
  err.write.close();
  failure.write.close();

  int exec_error = child < 0 ? fork_error : 0;
  ProgramResult result;
  if (child > 0) {
    talk(input, out, err, options.input, result);
    if (read(failure.read.get(), &exec_error, sizeof exec_error) <= 0) exec_error = 0;
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    result.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
  const timespec no_time{};
  while (sigtimedwait(&broken_pipe, nullptr, &no_time) > 0) continue;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (exec_error != 0) {
    throw Error(Failure::failed, fmt::format("can't run {}: {}", argv[0], std::strerror(exec_error)));
  }
  return result;
}

}  // namespace plumb::postgres
