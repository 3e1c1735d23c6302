// Texts, places in them, and how a finding is printed.
#include <doctest/doctest.h>

#include "unit/yaml_files.h"
#include "yaml/diagnostics.h"
#include "yaml/source.h"

using namespace plumb;
using namespace plumb::testing;
using namespace plumb::yaml;

TEST_CASE("source: lines and columns") {
  const std::string text = "one\ntwo\r\n\nfür";
  CHECK_EQ(line_of(text, 1), "one");
  CHECK_EQ(line_of(text, 2), "two");
  CHECK_EQ(line_of(text, 3), "");
  CHECK_EQ(line_of(text, 4), "für");
  CHECK_EQ(line_of(text, 5), "");
  CHECK_EQ(place_of(text, 0).line, 1);
  CHECK_EQ(place_of(text, 5).line, 2);
  CHECK_EQ(place_of(text, 5).column, 2);
  CHECK_EQ(place_of(text, 999).line, 4);
  CHECK_EQ(character_column("für x", 5), 4);
}

TEST_CASE("diagnostics: file, line, column, the line with a caret, what to do") {
  const Diagnostic d = diagnostic({"schema/users.yaml", 3, 7}, "unknown key colums", "did you mean columns?");
  CHECK_EQ(render(d, "      colums:"),
           "schema/users.yaml:3:7: error: unknown key colums\n"
           "        colums:\n"
           "        ^\n"
           "  did you mean columns?\n");
  CHECK_EQ(render(diagnostic({"a.yaml", 1, 4}, "no"), "ä: ü\t"), "a.yaml:1:4: error: no\n  ä: ü\t\n     ^\n");
  CHECK_EQ(render(diagnostic({"a.yaml", 1, 2}, "no"), "\tx"), "a.yaml:1:2: error: no\n  \tx\n  \t^\n");
  CHECK_EQ(render(diagnostic({"a.yaml", 0, 0}, "no such file"), ""), "a.yaml: error: no such file\n");
}

TEST_CASE("diagnostics: a long line is cut around the place") {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string out = render(diagnostic({"a.yaml", 1, 501}, "no"), line);
  const auto lines_at = out.find('\n') + 1;
  const std::string shown = out.substr(lines_at, out.find('\n', lines_at) - lines_at);
  const std::string caret = out.substr(out.find('\n', lines_at) + 1);
  CHECK(shown.size() < 150);
  CHECK_EQ(shown[caret.find('^') + std::string("…").size() - 1], 'X');
}

TEST_CASE("diagnostics: no password is shown") {
  const auto line = [](const std::string& source) {
    const std::string out = render(diagnostic({"a", 1, 1}, "x"), source);
    return out.substr(out.find("\n  ") + 3, out.find("\n  ^") - out.find("\n  ") - 3);
  };
  CHECK_EQ(line("database: postgresql://me:secret@host/db"), "database: postgresql://me:***@host/db");
  CHECK_EQ(line("database: postgresql://me:se@cret@host/db"), "database: postgresql://me:***@host/db");
  CHECK_EQ(line("database: postgresql://me:se/cret@host/db"), "database: postgresql://me:***@host/db");
  CHECK_EQ(line("database: postgresql://host:5432/db"), "database: postgresql://host:5432/db");
  CHECK_EQ(line("database: host=h password=secret user=me"), "database: host=h password=*** user=me");
  CHECK_EQ(line("database: \"host=h password = 'se cret' user=me\""), "database: \"host=h password = *** user=me\"");
  CHECK_EQ(line("database: postgresql://host/db?password=secret&user=me"),
           "database: postgresql://host/db?password=***&user=me");
  CHECK_EQ(line("password: text not null"), "password: text not null");
}

TEST_CASE("source: files that are not read") {
  const Folder folder;
  const auto message = [](const std::string& path) {
    try {
      read_text(path);
    } catch (const Error& error) {
      return error.diagnostics().at(0).message;
    }
    return std::string();
  };
  CHECK_EQ(message(folder.path("none.yaml")), "no such file");
  CHECK_EQ(message(folder.path(".")), "is a folder, not a file");
  CHECK_EQ(message("/dev/null"), "is not a regular file");
  CHECK_EQ(message(folder.write("small.yaml", "a: b\n")), "");
  const std::string big = folder.write("big.yaml", "");
  std::filesystem::resize_file(big, 100u << 20);
  CHECK_EQ(message(big), "has 100 MB, more than the 64 MB that a file may have");
  std::filesystem::resize_file(big, max_file_bytes);
  CHECK_EQ(message(big), "");
}
