// A private PostgreSQL server, started from the programs on this machine and gone at the end: for "--db embedded:",
// for scratch work, and for the tests. It listens on a Unix socket in a directory of its own (0700) and nowhere else.
// A small guardian process stands between plumb and the server; whatever becomes of plumb (SIGINT, a crash, kill -9),
// the guardian notices, stops the server and removes what is to be removed.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "postgres/connection.h"
#include "postgres/programs.h"

namespace plumb::postgres {

struct EmbeddedOptions {
  std::string data_dir = {};  // kept, with fsync; empty: throw-away data, without
  std::string pg_bin = {};    // where postgres and initdb are; empty: see find_server_programs
  int major = 0;              // of the programs; 0: that of an existing data_dir, else any
  std::vector<std::pair<std::string, std::string>> settings = {};  // as in postgresql.conf; they win over plumb's
  std::string cache_dir = {};  // of the template; empty: $XDG_CACHE_HOME/plumb, ~/.cache/plumb, /var/cache/plumb
  // For socket, log and throw-away data; short, and writable for everyone like /tmp. Empty: /dev/shm if there is plenty
  // of memory (4 GB), else /tmp. Name one if the data will be large.
  std::string scratch_dir = {};
};

class EmbeddedServer {
 public:
  using Options = EmbeddedOptions;

  // Returns when the server takes connections; measured on 2 cores: 0.1 s warm, 0.8 s the first time, when initdb
  // makes the template. As root, the server runs as user postgres or nobody, or as the owner of data_dir.
  // Throws plumb::Error, with the end of the server's log if it would not start.
  static EmbeddedServer start(Options options = {});

  EmbeddedServer(EmbeddedServer&&) noexcept;
  EmbeddedServer& operator=(EmbeddedServer&&) noexcept;
  ~EmbeddedServer();

  // Waits until the server is down and what was thrown away is removed. The destructor does it too.
  void stop();

  // A URL for libpq, as the superuser "postgres"; any database's name is escaped.
  std::string connection_string(const std::string& database = "postgres") const;
  Connection connect(const std::string& database = "postgres", const ConnectOptions& options = {}) const;

  void create_database(const std::string& name, const std::string& from_template = "template0") const;
  void drop_database(const std::string& name) const;  // ends its connections first; no error if there is none

  const std::string& bin_dir() const;
  ServerVersion version() const;
  const std::string& directory() const;  // private: the socket and log, and throw-away data
  const std::string& data_dir() const;

 private:
  struct Impl;
  explicit EmbeddedServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The data directory of "embedded:DIR", nothing if the string isn't "embedded:…". "embedded:" alone gives "".
std::optional<std::string> embedded_data_dir(std::string_view database);

}  // namespace plumb::postgres
