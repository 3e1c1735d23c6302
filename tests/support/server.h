// What tests on a real server share: one embedded server for the whole test program, databases that go away with the
// test, and dumps to compare.
#pragma once

#include <string>
#include <vector>

#include "postgres/connection.h"
#include "postgres/embedded.h"
#include "postgres/process.h"

namespace plumb::testing {

using postgres::ProgramOptions;
using postgres::ProgramResult;
using postgres::run_program;

// Started by the first test that asks for it; main() stops it.
const postgres::EmbeddedServer& shared_server();
void stop_shared_server();

// A fresh database on the shared server, dropped at the end of its scope. Extensions are installed by copying a
// database that has them: creating PostGIS anew takes half a second.
class TestDatabase {
 public:
  explicit TestDatabase(const std::vector<std::string>& extensions = {});
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& name() const { return name_; }
  std::string url() const;
  postgres::Connection connect(const postgres::ConnectOptions& options = {}) const;
  void run(const std::string& script) const;        // several statements
  void load(const std::string& file) const;         // with psql: a dump with COPY data works too
  std::string ask(const std::string& query) const;  // the first value; "" for NULL or no row

 private:
  std::string name_;
};

bool extension_available(const std::string& name);

// pg_dump --schema-only without what says nothing about the schema: comments, SETs, \restrict, empty lines.
std::string pg_dump(const std::string& url, const std::vector<std::string>& more_arguments = {});
// With the line above each object that says what it is: "-- Name: users; Type: TABLE; Schema: public; Owner: postgres".
std::string titled_pg_dump(const std::string& url);

// Runs the plumb of this build.
ProgramResult run_plumb(const std::vector<std::string>& arguments, const ProgramOptions& options = {});

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& text);  // makes its directory

// A directory that goes away at the end of its scope.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace plumb::testing
