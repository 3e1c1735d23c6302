#include "postgres/guardian.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

#include "postgres/data_template.h"
#include "postgres/file_descriptor.h"
#include "postgres/process.h"

extern char** environ;

namespace plumb::postgres {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

volatile sig_atomic_t told_to_stop = 0;

void note_stop(int) { told_to_stop = 1; }
void note_nothing(int) {}

void handle(int signal_number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigaction(signal_number, &action, nullptr);
}

// What the parent had set up must not last: handlers, blocked signals, open files (other pipes' ends among them).
void start_afresh(int& lifeline, int& report) {
  setsid();
  prctl(PR_SET_NAME, "plumb-embedded");
  for (int number = 1; number < NSIG; ++number) handle(number, SIG_DFL);
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) handle(number, note_stop);
  for (const int number : {SIGCHLD, SIGPIPE}) handle(number, note_nothing);
  // Only while it waits may a signal come; then none is missed between a look and the wait.
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, nullptr);

  lifeline = fcntl(lifeline, F_DUPFD_CLOEXEC, 3);
  report = fcntl(report, F_DUPFD_CLOEXEC, 3);
  const auto low = static_cast<unsigned>(std::min(lifeline, report));
  const auto high = static_cast<unsigned>(std::max(lifeline, report));
  if (low > 3) close_range(3, low - 1, 0);
  if (high > low + 1) close_range(low + 1, high - 1, 0);
  close_range(high + 1, ~0U, 0);
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int i = 0; i < 3; ++i) dup2(null, i);
  umask(077);
  // Not to hold on to where plumb was called; a server's user may not even see it.
  if (chdir("/") != 0) _exit(1);
}

void become(const Account& account) {
  if (!account.switch_to) return;
  if (setgroups(account.groups.size(), account.groups.data()) != 0 ||
      setresgid(account.gid, account.gid, account.gid) != 0 || setresuid(account.uid, account.uid, account.uid) != 0) {
    throw Error(Failure::failed, fmt::format("can't become user {}: {}", account.name, system_error_text()));
  }
}

// True once plumb is gone or has closed its end, or somebody has told this process to stop.
bool wait_for_end(int lifeline, std::optional<std::chrono::milliseconds> at_most) {
  sigset_t none;
  sigemptyset(&none);
  pollfd waiting{lifeline, POLLIN, 0};
  timespec time{};
  if (at_most) time.tv_nsec = std::chrono::nanoseconds(*at_most).count();
  const int ready = ppoll(&waiting, 1, at_most ? &time : nullptr, &none);
  return told_to_stop || ready > 0;
}

// postmaster.pid, line by line: pid, data directory, start time, port, socket directory, address, memory, status.
std::vector<std::string> postmaster_lines(const std::string& data_dir) {
  std::ifstream file(data_dir + "/postmaster.pid");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

int number_in(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool serves(int pid, const std::string& data_dir) {
  if (pid <= 0 || (kill(pid, 0) != 0 && errno != EPERM)) return false;
  // Its number may have passed to another program since; a server's working directory is its data.
  std::error_code error;
  const fs::path working = fs::read_symlink(fmt::format("/proc/{}/cwd", pid), error);
  return error || working == data_dir;
}

void refuse_busy(const std::string& data_dir, int lifeline) {
  // A server that is just stopping (its plumb was interrupted a moment ago) is worth waiting for.
  const auto grace = Clock::now() + 300ms;
  const auto patience = Clock::now() + 30s;
  for (;;) {
    const std::vector<std::string> lines = postmaster_lines(data_dir);
    const int pid = lines.empty() ? 0 : number_in(lines[0]);
    if (!serves(pid, data_dir)) return;
    const bool stopping = lines.size() > 7 && lines[7].starts_with("stopping");
    if (Clock::now() > (stopping ? patience : grace)) {
      throw Error(Failure::failed,
                  fmt::format("{} is already served by a running server (process {}, socket in {})", data_dir, pid,
                              lines.size() > 4 ? lines[4] : "?"),
                  "wait until the plumb that uses it has ended, or connect to that server");
    }
    if (wait_for_end(lifeline, 20ms)) throw Error(Failure::failed, "interrupted");
  }
}

// Data that is to stay comes into being whole or not at all: a mark tells what a killed process left unfinished.
void fill_data_directory(const Guarded& guarded) {
  const std::string& data = guarded.data_dir;
  if (guarded.throw_away) {
    fs::create_directory(data);
    copy_tree(data_template(guarded.programs, guarded.cache_dir), data);
    return;
  }
  const FileDescriptor reachable(open(data.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!reachable) {
    throw Error(
        Failure::failed, fmt::format("user {} can't open {}: {}", guarded.account.name, data, system_error_text()),
        "as root, an embedded server runs as an unprivileged user; name a directory that it can get to, such as "
        "one below /var/lib");
  }
  const std::string mark = data + "/plumb-unfinished";
  if (fs::exists(data + "/PG_VERSION") && !fs::exists(mark)) return;
  const FileDescriptor marker(open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  for (const fs::directory_entry& entry : fs::directory_iterator(data)) {
    if (entry.path() != mark) fs::remove_all(entry.path());
  }
  copy_tree(data_template(guarded.programs, guarded.cache_dir), data);
  run_program({guarded.programs.path("initdb"), "--sync-only", "--pgdata=" + data});
  fs::remove(mark);
}

std::vector<std::string> server_arguments(const Guarded& guarded) {
  std::vector<std::pair<std::string, std::string>> settings = {
      {"listen_addresses", ""},
      {"unix_socket_directories", guarded.directory},
      {"unix_socket_permissions", "0700"},
      {"port", "5432"},  // PGPORT would change it
      {"logging_collector", "off"},
      {"log_destination", "stderr"},
      {"shared_buffers", "64MB"},
      {"max_connections", "64"},
      {"max_locks_per_transaction", "512"},  // pg_dump and DROP SCHEMA of 10,000 tables
      {"jit", "off"},                        // costs catalog queries more than it gives
  };
  if (guarded.throw_away) {
    const std::pair<std::string, std::string> fast[] = {
        {"fsync", "off"},        {"full_page_writes", "off"}, {"synchronous_commit", "off"},
        {"autovacuum", "off"},   {"wal_level", "minimal"},    {"max_wal_senders", "0"},
        {"max_wal_size", "1GB"}, {"log_checkpoints", "off"},  {"checkpoint_timeout", "1h"},
    };
    settings.insert(settings.end(), std::begin(fast), std::end(fast));
  }
  settings.insert(settings.end(), guarded.settings.begin(), guarded.settings.end());
  std::vector<std::string> arguments = {guarded.programs.path("postgres"), "-D", guarded.data_dir};
  for (const auto& [name, value] : settings) {
    arguments.emplace_back("-c");
    arguments.push_back(fmt::format("{}={}", name, value));
  }
  return arguments;
}

std::vector<std::string> server_environment() {
  std::vector<std::string> environment = {"LC_ALL=C", "TZ=UTC"};
  for (char** variable = environ; *variable; ++variable) {
    const std::string_view text = *variable;
    if (!text.starts_with("PG") && !text.starts_with("LC_") && !text.starts_with("LANG") && !text.starts_with("TZ=")) {
      environment.emplace_back(text);
    }
  }
  return environment;
}

pid_t start_server(const Guarded& guarded, const std::string& log) {
  const std::vector<std::string> arguments = server_arguments(guarded);
  const std::vector<std::string> environment = server_environment();
  const std::vector<char*> argv = exec_list(arguments);
  const std::vector<char*> envp = exec_list(environment);
  const FileDescriptor output(open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  const pid_t guardian = getpid();
  const pid_t server = fork();
  if (server < 0) throw Error(Failure::failed, "can't start a process: " + system_error_text());
  if (server > 0) return server;
  // Should the guardian itself be killed.
  prctl(PR_SET_PDEATHSIG, guarded.throw_away ? SIGQUIT : SIGINT);
  if (getppid() != guardian) _exit(1);
  sigset_t none;
  sigemptyset(&none);
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD, SIGPIPE}) handle(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  dup2(output.get(), 1);
  dup2(output.get(), 2);
  execve(argv[0], argv.data(), envp.data());
  const std::string why = fmt::format("FATAL:  can't run {}: {}\n", argv[0], system_error_text());
  [[maybe_unused]] const auto written = write(2, why.data(), why.size());
  _exit(127);
}

// The lines that say why; the whole end of the log if none does.
std::string reason_in(const std::string& log) {
  std::ifstream file(log);
  std::vector<std::string> all;
  std::vector<std::string> bad;
  for (std::string line; std::getline(file, line);) {
    all.push_back(line);
    for (const std::string_view severity : {"FATAL:  ", "PANIC:  ", "ERROR:  ", "HINT:  ", "DETAIL:  "}) {
      const std::size_t at = line.find(severity);
      if (at != std::string::npos) {
        bad.push_back(
            line.substr(severity.starts_with("HINT") || severity.starts_with("DETAIL") ? at : at + severity.size()));
      }
    }
  }
  std::vector<std::string>& told = bad.empty() ? all : bad;
  std::string text;
  for (std::size_t i = told.size() > 5 ? told.size() - 5 : 0; i < told.size(); ++i) text.append("\n").append(told[i]);
  return text;
}

void wait_until_ready(const Guarded& guarded, pid_t server, const std::string& log, int lifeline) {
  // A server that recovers from a crash may take its time; plumb's user can interrupt it.
  for (;;) {
    const std::vector<std::string> lines = postmaster_lines(guarded.data_dir);
    if (lines.size() > 7 && number_in(lines[0]) == server && lines[7].starts_with("ready")) return;
    if (waitpid(server, nullptr, WNOHANG) == server) {
      throw Error(Failure::failed, "the embedded server didn't start:" + reason_in(log));
    }
    if (wait_for_end(lifeline, 2ms)) return;
  }
}

void stop_server(pid_t server, bool throw_away) {
  // Throw-away data needs no shutdown checkpoint.
  const std::pair<int, std::chrono::seconds> ways[] = {{SIGINT, 60s}, {SIGQUIT, 10s}, {SIGKILL, 10s}};
  for (const auto& [signal_number, patience] : ways) {
    if (throw_away && signal_number == SIGINT) continue;
    kill(server, signal_number);
    const auto deadline = Clock::now() + patience;
    while (Clock::now() < deadline) {
      const pid_t ended = waitpid(server, nullptr, WNOHANG);
      if (ended == server || (ended < 0 && errno == ECHILD)) return;
      const timespec moment{0, 2'000'000};
      nanosleep(&moment, nullptr);
    }
  }
}

// Directories of guardians that were themselves killed: nobody holds their lock any more.
void sweep(const fs::path& parent, const std::string& own) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    const std::string path = entry.path().string();
    const std::string name = entry.path().filename().string();
    struct stat status {};
    if (path == own || name.size() != std::string_view("plumb-XXXXXX").size() || !name.starts_with("plumb-") ||
        lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid() ||
        std::time(nullptr) - status.st_mtime < 60) {
      continue;
    }
    const FileDescriptor lock(open((path + "/lock").c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC));
    if (!lock || flock(lock.get(), LOCK_EX | LOCK_NB) != 0) continue;
    const std::vector<std::string> lines = postmaster_lines(path + "/data");
    if (!lines.empty() && serves(number_in(lines[0]), path + "/data")) continue;
    fs::remove_all(path, ignored);
  }
}

void tell(int report, std::string_view message, std::string_view hint = {}) {
  std::string text(message);
  text += '\0';
  text += hint;
  text += '\0';
  [[maybe_unused]] const auto written = write(report, text.data(), text.size());
  close(report);
}

void remove_directory(const Guarded& guarded) {
  // A dying backend may still write a last file.
  std::error_code error;
  for (int attempt = 0; attempt < 50; ++attempt) {
    fs::remove_all(guarded.directory, error);
    if (!error) return;
    const timespec moment{0, 20'000'000};
    nanosleep(&moment, nullptr);
  }
}

}  // namespace

void guard(const Guarded& guarded, int lifeline, int report) {
  pid_t server = -1;
  try {
    start_afresh(lifeline, report);
    become(guarded.account);
    // Held until the end of this process; tells sweep() that the directory is in use.
    const int lock = open((guarded.directory + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX) != 0) {
      throw Error(Failure::failed, fmt::format("can't write to {}: {}", guarded.directory, system_error_text()));
    }
    if (!guarded.throw_away) refuse_busy(guarded.data_dir, lifeline);
    fill_data_directory(guarded);
    const std::string log = guarded.directory + "/log";
    server = start_server(guarded, log);
    wait_until_ready(guarded, server, log, lifeline);
    tell(report, "ready");
    for (const char* place : {"/tmp", "/dev/shm"}) sweep(place, guarded.directory);
    while (!wait_for_end(lifeline, std::nullopt)) continue;
  } catch (const Error& error) {
    tell(report, error.what(), error.hint());
  } catch (const std::exception& error) {
    tell(report, error.what());
  }
  if (server > 0) stop_server(server, guarded.throw_away);
  remove_directory(guarded);
  _exit(0);
}

}  // namespace plumb::postgres
