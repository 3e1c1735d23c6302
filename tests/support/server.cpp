#include "support/server.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace plumb::testing {
namespace {

using postgres::EmbeddedServer;

std::mutex guard;
std::optional<EmbeddedServer> server;
std::map<std::string, std::string> templates;  // by the extensions in it

std::string next_name(const std::string& prefix) {
  static int count = 0;
  return fmt::format("{}_{}", prefix, ++count);
}

std::string template_with(const std::vector<std::string>& extensions) {
  if (extensions.empty()) return "template0";
  std::string key;
  for (const std::string& extension : extensions) key += extension + "\n";
  const std::scoped_lock lock(guard);
  auto known = templates.find(key);
  if (known == templates.end()) {
    const std::string name = next_name("template");
    server->create_database(name);
    postgres::Connection connection = server->connect(name);
    for (const std::string& extension : extensions) {
      connection.execute(
          fmt::format("create extension if not exists {} cascade", connection.quote_identifier(extension)));
    }
    known = templates.emplace(key, name).first;
  }
  return known->second;
}

// What pg_dump prints around objects; a function's body may hold other SETs, which must stay.
constexpr std::string_view title = "-- Name: ";
bool is_noise(std::string_view line) {
  constexpr std::array<std::string_view, 23> starts = {"\\restrict ",
                                                       "\\unrestrict ",
                                                       "-- TOC entry ",
                                                       "-- Dependencies: ",
                                                       "-- Data for Name: ",
                                                       "-- Dumped from database version ",
                                                       "-- Dumped by pg_dump version ",
                                                       "-- PostgreSQL database dump",
                                                       "SET statement_timeout = ",
                                                       "SET lock_timeout = ",
                                                       "SET idle_in_transaction_session_timeout = ",
                                                       "SET transaction_timeout = ",
                                                       "SET client_encoding = ",
                                                       "SET standard_conforming_strings = ",
                                                       "SELECT pg_catalog.set_config('search_path'",
                                                       "SET check_function_bodies = ",
                                                       "SET xmloption = ",
                                                       "SET client_min_messages = ",
                                                       "SET row_security = ",
                                                       "SET default_tablespace = ",
                                                       "SET default_table_access_method = ",
                                                       "SET default_with_oids = ",
                                                       "SET escape_string_warning = "};
  if (line.empty() || line == "--") return true;
  for (const std::string_view start : starts) {
    if (line.starts_with(start)) return true;
  }
  return false;
}

// From 18 on NOT NULL has a name, and keeps it where its table or its column is renamed: it tells nothing of the schema.
std::string without_names_of_not_null(const std::string& line) {
  static const std::regex named(R"re( CONSTRAINT ("([^"]|"")+"|[a-z_0-9$]+) NOT NULL)re");
  return line.find(" NOT NULL") == std::string::npos ? line : std::regex_replace(line, named, " NOT NULL");
}

}  // namespace

const EmbeddedServer& shared_server() {
  const std::scoped_lock lock(guard);
  if (!server) server = EmbeddedServer::start();
  return *server;
}

void stop_shared_server() {
  const std::scoped_lock lock(guard);
  templates.clear();
  server.reset();
}

TestDatabase::TestDatabase(const std::vector<std::string>& extensions) {
  shared_server();
  const std::string from = template_with(extensions);
  {
    const std::scoped_lock lock(guard);
    name_ = next_name("test");
  }
  shared_server().create_database(name_, from);
}

TestDatabase::~TestDatabase() {
  try {
    // A database with a subscription can't be dropped.
    run("do $$ declare s text; begin for s in select quote_ident(subname) from pg_subscription where subdbid ="
        " (select oid from pg_database where datname = current_database()) loop"
        " execute 'alter subscription ' || s || ' disable'; execute 'alter subscription ' || s ||"
        " ' set (slot_name = none)'; execute 'drop subscription ' || s; end loop; end $$");
    shared_server().drop_database(name_);
  } catch (const std::exception& error) {
    fmt::print(stderr, "could not drop {}: {}\n", name_, error.what());
  }
}

std::string TestDatabase::url() const { return shared_server().connection_string(name_); }

postgres::Connection TestDatabase::connect(const postgres::ConnectOptions& options) const {
  return postgres::Connection(url(), options);
}

void TestDatabase::run(const std::string& script) const { connect().run_script(script); }

void TestDatabase::load(const std::string& file) const {
  const ProgramResult result = run_program({shared_server().bin_dir() + "/psql", "--no-psqlrc", "--quiet",
                                            "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file=" + file, url()});
  if (result.exit_code != 0) throw std::runtime_error(fmt::format("{} can't be loaded: {}", file, result.err));
}

std::string TestDatabase::ask(const std::string& query) const {
  const postgres::Result result = connect().execute(query);
  return result.rows() > 0 ? std::string(result.value(0, 0)) : "";
}

bool extension_available(const std::string& name) {
  return shared_server().connect().execute("select from pg_available_extensions where name = $1", {name}).rows() > 0;
}

namespace {

std::string dump_lines(const std::string& url, const std::vector<std::string>& more_arguments, bool titles) {
  std::vector<std::string> arguments = {shared_server().bin_dir() + "/pg_dump", "--schema-only", "--dbname=" + url};
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  const ProgramResult result = run_program(arguments);
  if (result.exit_code != 0) throw std::runtime_error("pg_dump failed: " + result.err);
  std::string dump;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) {
    if (!is_noise(line) && (titles || !line.starts_with(title))) dump += without_names_of_not_null(line) + "\n";
  }
  return dump;
}

}  // namespace

std::string pg_dump(const std::string& url, const std::vector<std::string>& more_arguments) {
  return dump_lines(url, more_arguments, false);
}

std::string titled_pg_dump(const std::string& url) { return dump_lines(url, {}, true); }

ProgramResult run_plumb(const std::vector<std::string>& arguments, const ProgramOptions& options) {
#ifdef PLUMB_BINARY
  std::vector<std::string> argv = {PLUMB_BINARY};
#else
  std::vector<std::string> argv = {"plumb"};
#endif
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  return run_program(argv, options);
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can't read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("can't write " + path);
}

TemporaryDirectory::TemporaryDirectory() : path_("/tmp/plumb-test-XXXXXX") {
  if (!mkdtemp(path_.data())) throw std::runtime_error("can't make a temporary directory");
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace plumb::testing
