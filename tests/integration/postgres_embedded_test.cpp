#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "postgres/embedded.h"
#include "postgres/file_descriptor.h"
#include "support/server.h"

using namespace plumb;
using namespace plumb::postgres;
using plumb::testing::TemporaryDirectory;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

bool comes_true(const std::function<bool()>& condition, double within = 10) {
  const auto start = Clock::now();
  while (!condition()) {
    if (seconds_since(start) > within) return false;
    usleep(5'000);
  }
  return true;
}

bool alive(int pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string number, name, state;
  file >> number >> name >> state;
  return file && state != "Z";
}

int postmaster_of(const std::string& data_dir) {
  std::ifstream file(data_dir + "/postmaster.pid");
  int pid = 0;
  file >> pid;
  return pid;
}

int parent_of(int pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string number, name, state;
  int parent = 0;
  file >> number >> name >> state >> parent;
  return parent;
}

// A process that has started an embedded server, and what it told of it.
struct Child {
  pid_t pid = -1;
  std::string directory;
  std::string data_dir;
  int postmaster = 0;
  std::string error;
  Pipe pipe;

  explicit Child(
      const EmbeddedOptions& options, const std::function<void()>& first = [] {}) {
    start(options, first);
    listen();
  }
  Child() = default;
  ~Child() { end(SIGKILL); }

  void start(
      const EmbeddedOptions& options, const std::function<void()>& first = [] {}) {
    pipe = make_pipe();
    pid = fork();
    if (pid == 0) {
      // doctest catches them to report a crash.
      for (const int number : {SIGINT, SIGTERM, SIGSEGV}) signal(number, SIG_DFL);
      std::string told;
      try {
        first();
        const EmbeddedServer server = EmbeddedServer::start(options);
        told = server.directory() + "\n" + server.data_dir() + "\n\n";
        if (server.connect().execute("select 1").rows() != 1) told = "\n\nno answer\n";
        if (write(pipe.write.get(), told.data(), told.size()) < 0) _exit(1);
        pipe.write.close();
        for (;;) pause();
      } catch (const Error& failure) {
        told = fmt::format("\n\n{} / {}\n", failure.what(), failure.hint());
        if (write(pipe.write.get(), told.data(), told.size()) < 0) _exit(1);
      }
      _exit(1);
    }
    pipe.write.close();
  }

  void listen() {
    std::string told;
    char buffer[4096];
    for (ssize_t count; (count = read(pipe.read.get(), buffer, sizeof buffer)) > 0;)
      told.append(buffer, static_cast<std::size_t>(count));
    std::istringstream lines(told);
    std::getline(lines, directory);
    std::getline(lines, data_dir);
    std::getline(lines, error, '\0');
    if (!data_dir.empty()) postmaster = postmaster_of(data_dir);
  }

  void end(int signal_number) {
    if (pid <= 0) return;
    kill(pid, signal_number);
    waitpid(pid, nullptr, 0);
    pid = -1;
  }
};

std::string start_failure(const EmbeddedOptions& options) {
  try {
    EmbeddedServer::start(options);
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::failed);
    return fmt::format("{} / {}", error.what(), error.hint());
  }
  FAIL("started");
  return {};
}

// What is there is put back: the tests may run on the programs that PLUMB_PG_BIN names.
struct EnvironmentVariable {
  EnvironmentVariable(const char* name, const std::string& value) : name(name) {
    if (const char* is = getenv(name)) before = is;
    setenv(name, value.c_str(), 1);
  }
  ~EnvironmentVariable() { before ? setenv(name, before->c_str(), 1) : unsetenv(name); }
  const char* name;
  std::optional<std::string> before;
};

// For data directories: the server's user must be able to get there.
std::string open_directory(const TemporaryDirectory& directory) {
  chmod(directory.path().c_str(), 0755);
  return directory.path();
}

bool is_root() { return geteuid() == 0; }

}  // namespace

TEST_CASE("an embedded server: private, without TCP, gone at the end") {
  std::string directory;
  int postmaster = 0;
  {
    const EmbeddedServer server = EmbeddedServer::start();
    directory = server.directory();
    postmaster = postmaster_of(server.data_dir());
    CHECK(alive(postmaster));
    Connection connection = server.connect();
    const auto setting = [&](const std::string& name) {
      return std::string(connection.execute("select current_setting($1)", {name}).value(0, 0));
    };
    CHECK(setting("listen_addresses").empty());
    CHECK(setting("unix_socket_directories") == directory);
    CHECK(setting("fsync") == "off");
    CHECK(setting("server_encoding") == "UTF8");
    const std::string collation = "select datcollate from pg_database where datname = current_database()";
    CHECK(connection.execute(collation).value(0, 0).starts_with("C"));
    CHECK(setting("TimeZone") == "UTC");
    CHECK(setting("default_text_search_config") == "pg_catalog.english");
    CHECK(connection.execute("select current_user").value(0, 0) == "postgres");
    struct stat status {};
    REQUIRE(stat(directory.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    server.create_database("a \"name\" / with? é & more");
    CHECK(server.connect("a \"name\" / with? é & more").execute("select current_database()").value(0, 0) ==
          "a \"name\" / with? é & more");
    server.drop_database("a \"name\" / with? é & more");
    server.drop_database("a \"name\" / with? é & more");
    CHECK_THROWS_AS(server.connect("a \"name\" / with? é & more"), ServerError);
  }
  CHECK_FALSE(alive(postmaster));
  CHECK_FALSE(fs::exists(directory));
}

TEST_CASE("the environment does not get in its way") {
  const EnvironmentVariable port("PGPORT", "1");
  const EnvironmentVariable host("PGHOST", "/nowhere");
  const EnvironmentVariable data("PGDATA", "/nowhere");
  const EnvironmentVariable user("PGUSER", "nobody_there");
  const EnvironmentVariable locale("LC_ALL", "xx_XX.nonsense");
  const EmbeddedServer server = EmbeddedServer::start();
  CHECK(server.connect().execute("select 1").rows() == 1);
}

TEST_CASE("starts again and again, and tells how long that takes") {
  EmbeddedServer::start().stop();
  double best = 1e9;
  double end = 1e9;
  for (int i = 0; i < 5; ++i) {
    auto start = Clock::now();
    EmbeddedServer server = EmbeddedServer::start();
    CHECK(server.connect().execute("select 1").rows() == 1);
    best = std::min(best, seconds_since(start));
    start = Clock::now();
    server.stop();
    end = std::min(end, seconds_since(start));
  }
  // A figure to read: machines are busy with other things. The aim is half a second.
  MESSAGE(fmt::format("warm start to first answer {:.3f} s, stop {:.3f} s", best, end));
}

TEST_CASE("as root, the server runs as an unprivileged user") {
  if (!is_root()) return;
  const EmbeddedServer server = EmbeddedServer::start();
  const int postmaster = postmaster_of(server.data_dir());
  struct stat status {};
  REQUIRE(stat(fmt::format("/proc/{}", postmaster).c_str(), &status) == 0);
  CHECK(status.st_uid != 0);
  REQUIRE(stat(server.directory().c_str(), &status) == 0);
  CHECK(status.st_uid != 0);
  // Neither does the guardian keep root's rights.
  std::ifstream file(fmt::format("/proc/{}/status", parent_of(postmaster)));
  std::string uids;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("Uid:")) uids = line;
  }
  CHECK(uids == fmt::format("Uid:\t{0}\t{0}\t{0}\t{0}", status.st_uid));
}

TEST_CASE("an ordinary user needs nothing but the programs") {
  if (!is_root()) return;
  const Child child(EmbeddedOptions{}, [] {
    unsetenv("HOME");
    if (setgroups(0, nullptr) != 0 || setgid(65534) != 0 || setuid(65534) != 0) _exit(1);
  });
  CHECK_MESSAGE(child.error == "\n", child.error);
  CHECK(alive(child.postmaster));
  struct stat status {};
  REQUIRE(stat(child.directory.c_str(), &status) == 0);
  CHECK(status.st_uid == 65534);
}

TEST_CASE("whatever ends the program, server and directory go") {
  for (const int signal_number : {SIGKILL, SIGINT, SIGTERM, SIGSEGV}) {
    CAPTURE(signal_number);
    Child child(EmbeddedOptions{});
    REQUIRE_MESSAGE(child.error == "\n", child.error);
    REQUIRE(alive(child.postmaster));
    const auto start = Clock::now();
    child.end(signal_number);
    CHECK(comes_true([&] { return !alive(child.postmaster) && !fs::exists(child.directory); }));
    if (signal_number == SIGKILL) MESSAGE(fmt::format("gone {:.3f} s after kill -9", seconds_since(start)));
  }
}

TEST_CASE("a server with clients at work goes as well") {
  Child child(EmbeddedOptions{});
  Connection busy(fmt::format("host={} user=postgres dbname=postgres", child.directory));
  busy.execute("create table t as select generate_series(1, 100000)");
  busy.execute("begin");
  busy.execute("lock table t");
  child.end(SIGKILL);
  CHECK(comes_true([&] { return !alive(child.postmaster) && !fs::exists(child.directory); }));
  CHECK_THROWS_AS(busy.execute("select 1"), ServerError);
}

TEST_CASE("a guardian that is killed takes the server with it, and the next one cleans up") {
  Child child(EmbeddedOptions{});
  const int guardian = parent_of(child.postmaster);
  kill(guardian, SIGKILL);
  CHECK(comes_true([&] { return !alive(child.postmaster); }));
  CHECK(fs::exists(child.directory));
  // Young directories are left alone; this one grows old at once.
  const timespec old[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
  REQUIRE(utimensat(AT_FDCWD, child.directory.c_str(), old, 0) == 0);
  const EmbeddedServer next = EmbeddedServer::start();
  CHECK(comes_true([&] { return !fs::exists(child.directory); }));
  CHECK(next.connect().execute("select 1").rows() == 1);
}

TEST_CASE("a guardian told to stop stops the server") {
  Child child(EmbeddedOptions{});
  kill(parent_of(child.postmaster), SIGTERM);
  CHECK(comes_true([&] { return !alive(child.postmaster) && !fs::exists(child.directory); }));
}

TEST_CASE("two servers of one program are told apart, and end apart") {
  EmbeddedServer first = EmbeddedServer::start();
  EmbeddedServer second = EmbeddedServer::start();
  CHECK(first.directory() != second.directory());
  // The second guardian was forked while the first's pipe was open: it must not keep it open.
  first.stop();
  CHECK_FALSE(fs::exists(first.directory()));
  CHECK(second.connect().execute("select 1").rows() == 1);
  second = EmbeddedServer::start();
  CHECK(second.connect().execute("select 1").rows() == 1);
  second.stop();
  second.stop();
}

TEST_CASE("the first start makes the template; several at once make one") {
  const TemporaryDirectory place;
  const std::string cache = open_directory(place) + "/cache";
  const auto start = Clock::now();
  Child first;
  Child second;
  first.start({.cache_dir = cache});
  second.start({.cache_dir = cache});
  first.listen();
  second.listen();
  MESSAGE(fmt::format("two cold starts at once: {:.3f} s", seconds_since(start)));
  for (const Child* child : {&first, &second}) {
    CHECK_MESSAGE(child->error == "\n", child->error);
    CHECK(alive(child->postmaster));
  }
  int templates = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(cache)) templates += entry.is_directory();
  CHECK(templates == 1);
}

TEST_CASE("a template that was left unfinished is made anew") {
  const TemporaryDirectory place;
  const std::string cache = open_directory(place) + "/cache";
  EmbeddedServer::start({.cache_dir = cache}).stop();
  for (const fs::directory_entry& entry : fs::directory_iterator(cache)) {
    if (entry.is_directory()) fs::rename(entry.path(), entry.path().string() + ".new");
  }
  const EmbeddedServer server = EmbeddedServer::start({.cache_dir = cache});
  CHECK(server.connect().execute("select 1").rows() == 1);
}

TEST_CASE("a cache that others can write to is not used") {
  const TemporaryDirectory place;
  const std::string cache = open_directory(place) + "/cache";
  fs::create_directory(cache);
  chmod(cache.c_str(), 0777);
  CHECK(start_failure({.cache_dir = cache}).find("isn't user") != std::string::npos);
}

TEST_CASE("a data directory keeps its data, durably") {
  const TemporaryDirectory place;
  const std::string data = open_directory(place) + "/deep/data";
  {
    const EmbeddedServer server = EmbeddedServer::start({.data_dir = data});
    Connection connection = server.connect();
    CHECK(connection.execute("show fsync").value(0, 0) == "on");
    CHECK(connection.execute("show full_page_writes").value(0, 0) == "on");
    connection.execute("create table kept as select 42 as answer");
    CHECK_FALSE(fs::exists(data + "/plumb-unfinished"));
  }
  const EmbeddedServer server = EmbeddedServer::start({.data_dir = data});
  CHECK(server.connect().execute("select answer from kept").value(0, 0) == "42");
  CHECK(server.data_dir() == data);
  CHECK_FALSE(server.directory().starts_with(data));
}

TEST_CASE("data that was being created when plumb was killed is created anew") {
  const TemporaryDirectory place;
  const std::string data = open_directory(place) + "/data";
  EmbeddedServer::start({.data_dir = data}).stop();
  fs::remove_all(data + "/base");
  std::ofstream(data + "/plumb-unfinished").flush();
  const EmbeddedServer server = EmbeddedServer::start({.data_dir = data});
  CHECK(server.connect().execute("select 1").rows() == 1);
}

TEST_CASE("data in use is refused; data of an interrupted plumb is waited for") {
  const TemporaryDirectory place;
  const std::string data = open_directory(place) + "/data";
  Child child(EmbeddedOptions{.data_dir = data});
  REQUIRE_MESSAGE(child.error == "\n", child.error);
  const std::string text = start_failure({.data_dir = data});
  CHECK(text.find(fmt::format("{} is already served by a running server (process {}, socket in {})", data,
                              child.postmaster, child.directory)) != std::string::npos);
  CHECK(Connection(fmt::format("host={} user=postgres dbname=postgres", child.directory))
            .execute("create table kept()")
            .rows() == 0);
  child.end(SIGINT);
  const EmbeddedServer server = EmbeddedServer::start({.data_dir = data});
  CHECK(server.connect().execute("select from kept").rows() == 0);
  CHECK(comes_true([&] { return !fs::exists(child.directory); }));
}

TEST_CASE("data directories that won't do are refused, and stay as they are") {
  const TemporaryDirectory place;
  const std::string other = open_directory(place) + "/other";
  plumb::testing::write_file(other + "/precious", "text");
  CHECK(start_failure({.data_dir = other}).find("it holds something else than a PostgreSQL database") !=
        std::string::npos);
  CHECK(plumb::testing::read_file(other + "/precious") == "text");
  CHECK(start_failure({.data_dir = other + "/precious"}).find("other/precious can't be used as a data directory") !=
        std::string::npos);

  const std::string older = place.path() + "/older";
  plumb::testing::write_file(older + "/PG_VERSION", "12\n");
  CHECK(start_failure({.data_dir = older}).find("PostgreSQL 12") != std::string::npos);
  if (!is_root()) return;
  const std::string roots = place.path() + "/roots";
  plumb::testing::write_file(roots + "/PG_VERSION",
                             fmt::format("{}\n", plumb::testing::shared_server().version().major()));
  CHECK(start_failure({.data_dir = roots}).find("chown -R") != std::string::npos);
  const TemporaryDirectory closed;
  CHECK(start_failure({.data_dir = closed.path() + "/data"}).find("can't open") != std::string::npos);
}

TEST_CASE("a server that doesn't start says why, and leaves nothing") {
  const TemporaryDirectory place;
  const std::string& scratch = place.path();
  chmod(scratch.c_str(), 01777);
  const std::string text = start_failure({.settings = {{"shared_buffers", "much"}}, .scratch_dir = scratch});
  CHECK(text.find("the embedded server didn't start:") != std::string::npos);
  CHECK(text.find("shared_buffers") != std::string::npos);
  CHECK(fs::is_empty(scratch));
  CHECK(start_failure({.scratch_dir = "/tmp/" + std::string(100, 'x')}).find("too long a path") != std::string::npos);
}

TEST_CASE("the programs are found, or it is said what to install") {
  const ServerPrograms programs = find_server_programs();
  CHECK(programs.version.at_least(oldest_supported_major));
  CHECK(fs::exists(programs.path("pg_dump")));
  CHECK(find_server_programs(programs.bin_dir).version == programs.version);
  CHECK(find_server_programs("", programs.version.major()).bin_dir == programs.bin_dir);
  try {
    const EnvironmentVariable anywhere("PLUMB_PG_BIN", "");
    find_server_programs("", 99);
    FAIL("found");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("PostgreSQL 99's server programs") != std::string::npos);
    CHECK(error.hint().find("apt install postgresql-99") != std::string::npos);
  }
  const EnvironmentVariable variable("PLUMB_PG_BIN", "/nowhere");
  CHECK_THROWS_WITH_AS(find_server_programs(),
                       "there are no PostgreSQL server programs in /nowhere, where PLUMB_PG_BIN points", Error);
  CHECK(find_server_programs(programs.bin_dir).version == programs.version);
}

TEST_CASE("programs of other versions") {
  const TemporaryDirectory place;
  const auto pretend = [&](const std::string& version) {
    for (const char* program : {"postgres", "initdb"}) {
      const std::string path = place.path() + "/" + program;
      plumb::testing::write_file(path, fmt::format("#!/bin/sh\necho 'postgres (PostgreSQL) {}'\n", version));
      chmod(path.c_str(), 0755);
    }
    return find_server_programs(place.path()).version.number;
  };
  CHECK(pretend("18beta1") == 180000);
  CHECK(pretend("17.2") == 170002);
  CHECK(pretend("14.19 (Debian 14.19-1.pgdg12+1)") == 140019);
  CHECK_THROWS_AS(pretend("13.22"), Error);
  CHECK_THROWS_AS(pretend("9.6.24"), Error);
}

TEST_CASE("embedded: in place of a URL") {
  CHECK(embedded_data_dir("embedded:") == "");
  CHECK(embedded_data_dir("embedded:some/where") == "some/where");
  CHECK_FALSE(embedded_data_dir("postgresql://host/embedded:"));
}
