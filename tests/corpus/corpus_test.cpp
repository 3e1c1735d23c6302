// Real schemas: loaded, imported, created anew from what import wrote, and dumped; and every version of one brought to
// the next one and back. expected.txt says what still differs, so that a change for the worse and one for the better are
// both seen; PLUMB_UPDATE_CORPUS=1 writes it anew. PLUMB_CORPUS=pagila takes those whose name contains it, and
// PLUMB_CORPUS_DETAILS=1 shows the entries that differ. The schemas are in ../shared/corpora, or where PLUMB_CORPORA says.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "corpus/dump.h"
#include "support/server.h"

namespace {

using namespace plumb::testing;
namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path corpora() {
  const std::string given = variable("PLUMB_CORPORA");
  return given.empty() ? fs::path(PLUMB_SOURCE_DIR) / ".." / "shared" / "corpora" : fs::path(given);
}

// Each application's versions in order.
std::map<std::string, std::vector<fs::path>> applications() {
  std::map<std::string, std::vector<fs::path>> out;
  if (!fs::is_directory(corpora())) return out;
  for (const auto& folder : fs::directory_iterator(corpora())) {
    if (!folder.is_directory()) continue;
    auto& versions = out[folder.path().filename().string()];
    for (const auto& file : fs::directory_iterator(folder.path()))
      if (file.path().extension() == ".sql") versions.push_back(file.path());
    std::sort(versions.begin(), versions.end());
  }
  return out;
}

bool wanted(const std::string& name) {
  const std::string only = variable("PLUMB_CORPUS");
  return only.empty() || name.find(only) != std::string::npos;
}

std::string version_name(const fs::path& file) {
  return file.parent_path().filename().string() + "/" + file.stem().string();
}

void load(const TestDatabase& database, const fs::path& file) {
  database.load((corpora() / "roles.sql").string());
  // A dump creates the schema public only where it was dropped.
  if (read_file(file.string()).find("CREATE SCHEMA public;") != std::string::npos) database.run("DROP SCHEMA public");
  database.load(file.string());
}

// What pg_dump writes, once loading and dumping it again changes nothing: some expressions need a second round.
std::string settled_dump(const TestDatabase& database) {
  std::string dump = titled_pg_dump(database.url());
  for (int round = 0; round < 3; ++round) {
    const TestDatabase again;
    const TemporaryDirectory place;
    write_file(place.path() + "/dump.sql", "SET check_function_bodies = false;\nSET search_path = '';\n" + dump);
    if (dump.find("CREATE SCHEMA public;") != std::string::npos) again.run("DROP SCHEMA public");
    again.load(place.path() + "/dump.sql");
    std::string next = titled_pg_dump(again.url());
    if (next == dump) break;
    dump = std::move(next);
  }
  return dump;
}

// Its first line, without the folder that has another name in each run.
std::string short_error(const std::string& error) {
  std::string first = error.substr(0, error.find('\n'));
  constexpr std::string_view folder = "/tmp/plumb-test-";
  if (const std::size_t at = first.find(folder); at != std::string::npos)
    first.erase(at, first.find('/', at + folder.size()) + 1 - at);
  return first.size() > 300 ? first.substr(0, 300) + "…" : first;
}

std::string difference(const TestDatabase& is, const TestDatabase& should, bool column_order_apart) {
  const auto left = entries_of(titled_pg_dump(should.url()), column_order_apart);
  const auto right = entries_of(titled_pg_dump(is.url()), column_order_apart);
  if (left.empty()) throw std::runtime_error("the dump has no entries");
  DumpDifference out = compare(left, right);
  if (!out.empty())
    out =
        compare(entries_of(settled_dump(should), column_order_apart), entries_of(settled_dump(is), column_order_apart));
  if (!out.empty() && !variable("PLUMB_CORPUS_DETAILS").empty()) fmt::print(stderr, "{}\n", out.details());
  return out.empty() ? "same" : "differs: " + out.summary();
}

// Applies with everything allowed and looks again; empty where both went well.
std::string carry_out(const std::string& url, const std::string& config) {
  const auto applied = run_plumb({"--db", url, "--config", config, "apply", "--yes", "--allow", "breaking,additive"});
  if (applied.exit_code != 0) return "apply failed: " + short_error(applied.err.empty() ? applied.out : applied.err);
  const auto check = run_plumb({"--db", url, "--config", config, "apply", "--check"});
  return check.exit_code == 0 ? "" : fmt::format("then apply --check exits with {}", check.exit_code);
}

std::string import(const TestDatabase& database, const std::string& into) {
  const auto imported = run_plumb({"--db", database.url(), "import", "--out", into});
  return imported.exit_code == 0 ? "" : "import failed: " + short_error(imported.err);
}

std::string round_trip(const fs::path& file) {
  const TestDatabase original, anew;
  load(original, file);
  const TemporaryDirectory imported;
  if (std::string error = import(original, imported.path()); !error.empty()) return error;
  const std::string config = imported.path() + "/plumb.yaml";
  const auto check = run_plumb({"--db", original.url(), "--config", config, "apply", "--check"});
  if (check.exit_code != 0) return fmt::format("apply --check on the original exits with {}", check.exit_code);
  if (std::string error = carry_out(anew.url(), config); !error.empty()) return error;
  return difference(anew, original, false);
}

std::string evolve(const fs::path& from, const fs::path& to) {
  const TestDatabase start, end;
  load(start, from);
  load(end, to);
  const TemporaryDirectory imported;
  if (std::string error = import(end, imported.path()); !error.empty()) return error;
  if (std::string error = carry_out(start.url(), imported.path() + "/plumb.yaml"); !error.empty()) return error;
  return difference(start, end, true);
}

// The outcome of each run under its name.
std::map<std::string, std::string> outcomes() {
  std::map<std::string, std::string> out;
  const auto run = [&out](const std::string& name, auto&& f) {
    if (!wanted(name)) return;
    const auto start = std::chrono::steady_clock::now();
    std::string outcome;
    try {
      outcome = f();
    } catch (const std::exception& error) {
      outcome = "failed: " + short_error(error.what());
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print("{:<45} {:5.1f} s  {}\n", name, seconds, outcome);
    out[name] = outcome;
  };
  for (const auto& [app, versions] : applications()) {
    for (const auto& file : versions) run(version_name(file), [&] { return round_trip(file); });
    for (std::size_t i = 1; i < versions.size(); ++i) {
      const auto &before = versions[i - 1], &after = versions[i];
      const std::string name = app + "/" + before.stem().string();
      run(name + " → " + after.stem().string(), [&] { return evolve(before, after); });
      run(name + " ← " + after.stem().string(), [&] { return evolve(after, before); });
    }
  }
  return out;
}

const std::string expected_file = PLUMB_SOURCE_DIR "/tests/corpus/expected.txt";

// "name: outcome", for what is not the same.
std::map<std::string, std::string> expected() {
  std::map<std::string, std::string> out;
  std::istringstream lines(read_file(expected_file));
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t colon = line.find(": "); colon != std::string::npos && !line.starts_with("#"))
      out[line.substr(0, colon)] = line.substr(colon + 2);
  return out;
}

void write_expected(const std::map<std::string, std::string>& outcomes) {
  std::string text = "# What still differs, by run (corpus_test.cpp). Everything that is not here is the same.\n";
  for (const auto& [name, outcome] : outcomes)
    if (outcome != "same") text += name + ": " + outcome + "\n";
  write_file(expected_file, text);
}

}  // namespace

TEST_CASE("corpora: import, create, dump; and every version to the next and back") {
  const auto is = outcomes();
  REQUIRE_FALSE(is.empty());
  if (!variable("PLUMB_UPDATE_CORPUS").empty()) return write_expected(is);
  const auto known = expected();
  for (const auto& [name, outcome] : is) {
    const auto found = known.find(name);
    CHECK_MESSAGE(outcome == (found == known.end() ? "same" : found->second), name);
  }
}

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  if (!fs::is_directory(corpora())) {
    fmt::print("no schemas in {}: skipped\n", corpora().string());
    return 77;
  }
  const int result = context.run();
  stop_shared_server();
  return result;
}
