// Files that are none, files that are too much, and what people include by mistake: each is told and never waited for.
#include <sys/stat.h>

#include <chrono>
#include <filesystem>

#include "support/workplace.h"

namespace {

using namespace plumb::testing;
namespace fs = std::filesystem;

#ifdef __SANITIZE_ADDRESS__
constexpr const char* limit = "ulimit -t 300; exec \"$@\"";
#else
constexpr const char* limit = "ulimit -t 60; exec \"$@\"";
#endif

// Killed after a minute of computing, or ten of waiting: then the exit code is 137.
ProgramResult validated(const TemporaryDirectory& folder, std::vector<std::string> arguments) {
  ProgramOptions options;
  options.directory = folder.path();
  arguments.insert(arguments.begin(), {"timeout", "--signal=KILL", "600", "bash", "-c", limit, "-", PLUMB_BINARY});
  return run_program(arguments, options);
}

struct Files {
  TemporaryDirectory folder;
  TestDatabase database;
  std::string path(const std::string& name) const { return folder.path() + "/" + name; }
  void write(const std::string& name, const std::string& text) const { write_file(path(name), text); }
  // What is said of a root, and of a path that is given to validate: both must be told, in no time.
  std::string error(const std::string& name, int exit_code = 4) const {
    const ProgramResult given = validated(folder, {"validate", name});
    CHECK_EQ(given.exit_code, exit_code);
    const ProgramResult root = validated(folder, {"plan", "--db", database.url(), "--config", name});
    CHECK_EQ(root.exit_code, exit_code);
    CHECK_EQ(root.err, given.err);
    return given.err;
  }
};

}  // namespace

TEST_CASE("a declaration that is no file") {
  const Files files;
  fs::create_directory(files.path("folder"));
  REQUIRE(mkfifo(files.path("pipe").c_str(), 0600) == 0);
  fs::create_symlink("loop", files.path("loop"));
  CHECK(files.error("pipe").starts_with("pipe: error: is not a regular file\n"));
  CHECK(files.error("/dev/zero").starts_with("/dev/zero: error: is not a regular file\n"));
  CHECK(files.error("/dev/null").starts_with("/dev/null: error: is not a regular file\n"));
  CHECK(has(validated(files.folder, {"validate", "folder"}).err, "folder/plumb.yaml: error: no such file\n"));
  CHECK(has(validated(files.folder, {"validate", "loop"}).err,
            "loop: error: can't be read: Too many levels of symbolic links\n"));
  CHECK(has(validated(files.folder, {"validate", ""}).err, "a file without a name: error: no such file\n"));
  for (const char* each : {"pipe", "folder", "/dev/zero", "none.yaml"}) {
    files.write("plumb.yaml", "plumb: 1\ninclude: [" + std::string(each) + "]\n");
    const ProgramResult result = validated(files.folder, {"validate"});
    CHECK_EQ(result.exit_code, 4);
    CHECK_MESSAGE((has(result.err, "is not a regular file") || has(result.err, "is a folder, not a file") ||
                   has(result.err, "plumb.yaml:2:11: error: no such file: none.yaml")),
                  result.err);
  }
  // A plan is no declaration, but as endless.
  files.write("plumb.yaml", "plumb: 1\n");
  const ProgramResult endless = validated(files.folder, {"apply", "/dev/null", "--yes", "--db", "host=/nowhere"});
  CHECK_EQ(endless.exit_code, 64);
  CHECK(has(endless.err, "/dev/null: "));
}

TEST_CASE("a declaration of other bytes than people expect") {
  const Files files;
  const std::string table = "tables:\n  t:\n    columns:\n      id: bigint primary key\n";
  const auto crlf = [](std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, "\r");
    return text;
  };
  const std::string mark = "\xEF\xBB\xBF";
  files.write("mark.yaml", mark + "plumb: 1\n" + table);
  files.write("crlf.yaml", crlf("plumb: 1\n" + table));
  files.write("both.yaml", mark + crlf("plumb: 1\n" + table));
  files.write("no_end.yaml", "plumb: 1");
  for (const char* right : {"mark.yaml", "crlf.yaml", "both.yaml", "no_end.yaml"}) {
    const ProgramResult result = validated(files.folder, {"validate", right});
    CHECK_MESSAGE(result.exit_code == 0, result.err);
  }
  files.write("wrong.yaml", mark + crlf("plumb: 1\ntables:\n  t:\n    columns:\n      id: bigint primry key\n"));
  CHECK(has(files.error("wrong.yaml"), "wrong.yaml:5:18: error: "));
  CHECK(has(files.error("wrong.yaml"), "        id: bigint primry key\n                   ^\n"));
  files.write("first.yaml", mark + "plmb: 1\n");
  CHECK(has(files.error("first.yaml"), "first.yaml:1:1: error: "));
  files.write("empty.yaml", "");
  CHECK(has(files.error("empty.yaml"), "empty.yaml:1:1: error: the root of a declaration is empty\n"));
  files.write("comment.yaml", "# later\n");
  CHECK(has(files.error("comment.yaml"), "the root of a declaration is empty"));
  files.write("latin.yaml", "plumb: 1\n# m\xFCller\n");
  CHECK(has(files.error("latin.yaml"), "latin.yaml:2:4: error: not UTF-8: byte 0xFC\n  # m\\xfcller\n     ^\n"));
  files.write("zero.yaml", std::string("plumb: 1\0\n", 10));
  CHECK(
      has(files.error("zero.yaml"), "zero.yaml:1:9: error: control character U+0000\n  plumb: 1\\x00\n          ^\n"));
  files.write("escape.yaml", "plumb: 1 # \x1b[2J\n");
  CHECK(has(files.error("escape.yaml"), "control character U+001B\n  plumb: 1 # \\x1b[2J\n"));
  files.write("wide.yaml", std::string("\xFF\xFEp\0l\0", 6));
  CHECK(has(files.error("wide.yaml"), "not UTF-8: byte 0xFF\n  \\xff\\xfep\\x00l\\x00\n  ^\n"));
}

TEST_CASE("a root that includes itself, by whichever name") {
  const Files files;
  fs::create_directory(files.path("schema"));
  fs::create_symlink("../plumb.yaml", files.path("schema/root.yaml"));
  for (const char* include : {"plumb.yaml", "./schema/../plumb.yaml", "*.yaml", "**/*.yaml", "schema/*.yaml"}) {
    CAPTURE(include);
    files.write("plumb.yaml", "plumb: 1\ninclude: [\"" + std::string(include) + "\"]\n");
    const ProgramResult result = validated(files.folder, {"validate"});
    CHECK_EQ(result.exit_code, 4);
    CHECK(has(result.err, "plumb.yaml:2:11: error: the root includes itself"));
  }
  fs::remove(files.path("schema/root.yaml"));
  fs::create_symlink("nowhere.yaml", files.path("schema/broken.yaml"));
  files.write("plumb.yaml", "plumb: 1\ninclude: [schema/broken.yaml]\n");
  CHECK_EQ(validated(files.folder, {"validate"}).exit_code, 4);
}

TEST_CASE("variables in the database's address that are not set") {
  const Files files;
  files.write("plumb.yaml", "plumb: 1\ndatabase: postgresql://app:${NO_SUCH}@h/db\n");
  ProgramOptions options;
  options.directory = files.folder.path();
  options.environment = {"PLUMB_DB", "NO_SUCH"};
  const ProgramResult result = run_plumb({"plan"}, options);
  CHECK_EQ(result.exit_code, 4);
  CHECK(has(result.err,
            "plumb.yaml:2:11: error: the environment variable NO_SUCH is not set\n"
            "  database: postgresql://app:***@h/db\n            ^\n"
            "  set it, or give the database with --db\n"));
}

TEST_CASE("files of a size: read or refused, in a time and with a memory that have bounds") {
  const Files files;
  const auto seconds = [&files](const std::string& name, int exit_code, const std::string& said) {
    CAPTURE(name);
    const auto start = std::chrono::steady_clock::now();
    const ProgramResult result = validated(files.folder, {"validate", name});
    const std::string all = result.out + result.err;
    CHECK_EQ(result.exit_code, exit_code);
    CHECK_MESSAGE(has(all, said), all.substr(0, 1000));
    CHECK(all.size() < 1'000'000);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto lines = [](std::string text, int count, const char* before, const char* after) {
    for (int i = 0; i < count; ++i) text += before + std::to_string(i) + after;
    return text;
  };
  files.write("large.yaml", "plumb: 1\n");
  fs::resize_file(files.path("large.yaml"), 100u << 20);
  CHECK(seconds("large.yaml", 4, "large.yaml: error: has 100 MB, more than the 64 MB that a file may have") < 60);
  files.write("keys.yaml", lines("plumb: 1\ntables:\n  t:\n    columns:\n", 200'000, "      c", ": text\n"));
  seconds("keys.yaml", 4, "table public.t has 200000 columns, and a table takes 1600");
  files.write("unknown.yaml", lines("plumb: 1\n", 1'000'000, "k", ": 1\n"));
  seconds("unknown.yaml", 4, "more than 1000 errors: the rest of them is not told");
  files.write("same.yaml", lines("plumb: 1\n", 300'000, "k: ", "\n"));
  seconds("same.yaml", 4, "more than 1000 errors");
  files.write("wrong.yaml", lines("plumb: 1\ntables:\n  t:\n    columns:\n", 200'000, "      c", ": text nt\n"));
  seconds("wrong.yaml", 4, "more than 1000 errors");
  files.write("one_line.yaml", lines("plumb: 1\ntables: {t: {columns: {", 20'000, "c", ": txt not, ") + "x: int}}}\n");
  seconds("one_line.yaml", 4, "more than 1000 errors");
  files.write("anchors.yaml", lines("plumb: 1\nx:\n", 200'000, "- &a", " 1\n"));
  seconds("anchors.yaml", 4, "unknown key x");
  files.write("deep.yaml", "plumb: 1\ntables: " + std::string(1'000'000, '['));
  seconds("deep.yaml", 4, "nested more than 100 deep");
  files.write("signs.yaml",
              "plumb: 1\ntables: {t: {columns: {id: int}, checks: {c: \"" + std::string(2'000'000, '(') + "\"}}}\n");
  seconds("signs.yaml", 4, "\"(\" is not closed");
}
