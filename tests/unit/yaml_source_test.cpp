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
  const Source source{"a.yaml", text};
  for (const std::uint32_t n : {0u, 1u, 2u, 3u, 4u, 5u}) CHECK_EQ(source.line(n), n == 0 ? "" : line_of(text, n));
  for (std::size_t at = 0; at <= text.size() + 1; ++at) {
    const Place place = place_of(text, at);
    CHECK_EQ(source.locate(at).line, static_cast<int>(place.line));
    CHECK_EQ(source.locate(at).column, character_column(line_of(text, place.line), place.column));
  }
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
  CHECK_EQ(line("database: postgresql://me:se cr'et@host/db"), "database: postgresql://me:***@host/db");
  CHECK_EQ(line("database: postgresql://host:5432/db   # ask me@example.com"),
           "database: postgresql://host:5432/db   # ask me@example.com");
  const Diagnostic d = diagnostic({"a", 0, 0}, "no such file: postgresql:/me:secret@host/db",
                                  "write it as a list: [host=h password=secret]");
  CHECK_EQ(render(d, ""),
           "a: error: no such file: postgresql:/me:***@host/db\n  write it as a list: [host=h password=***\n");
  // Where the URL stands in the wrong place, messages quote it.
  for (const std::string root :
       {"include: postgresql://app:hunter2@h/db", "allow: [postgresql://app:hunter2@h/db]",
        "version: postgresql://app:hunter2@h/db", "manage: postgresql://app:hunter2@h:port/db",
        "tables: postgresql://app:hunter2@h:port/db", "manage: {schemas: \"host=h password=hunter2\"}",
        "include: [\"postgresql://app:hunter2@h/db\"]", "\"postgresql://app:hunter2@h/db\": x",
        "database: [\"postgresql://app:hunter2@h/db\"]", "databse: postgresql://app:hunter2@h/db"}) {
    const Folder folder;
    try {
      yaml::read_declaration(folder.write("plumb.yaml", "plumb: 1\n" + root + "\n"));
      FAIL("read: " << root);
    } catch (const Error& error) {
      const std::string out = render(error.diagnostics());
      CHECK_MESSAGE(out.find("hunter2") == std::string::npos, out);
    }
  }
}

TEST_CASE("diagnostics: a line of anything can't speak to the terminal") {
  CHECK_EQ(render(diagnostic({"a", 1, 3}, "no \x1b[31m", "see \xc2\x9b"),
                  "a\x1b"
                  "b\xff"),
           "a:1:3: error: no \\x1b[31m\n  a\\x1bb\\xff\n       ^\n  see \\x9b\n");
}

TEST_CASE("diagnostics: after a thousand of one file no more are told") {
  std::string text = "plumb: 1\n";
  for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  const Folder folder;
  const auto errors = errors_of(folder.write("plumb.yaml", text));
  REQUIRE_EQ(errors.size(), most_findings + 1);
  CHECK(errors.back().find(": more than 1000 errors: the rest of them is not told [mend these first]") !=
        std::string::npos);
  std::string twice = "plumb: 1\n";
  for (int i = 0; i < 5000; ++i) twice += "k: 1\n";
  CHECK_EQ(errors_of(folder.write("plumb.yaml", twice)).size(), most_findings + 1);
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
  std::filesystem::create_symlink("loop.yaml", folder.path("loop.yaml"));
  CHECK_EQ(message(folder.path("loop.yaml")), "can't be read: Too many levels of symbolic links");
  CHECK_EQ(message(folder.path(".")), "is a folder, not a file");
  CHECK_EQ(message("/dev/null"), "is not a regular file");
  CHECK_EQ(message(folder.write("small.yaml", "a: b\n")), "");
  const std::string big = folder.write("big.yaml", "");
  std::filesystem::resize_file(big, 100u << 20);
  CHECK_EQ(message(big), "has 100 MB, more than the 64 MB that a file may have");
  std::filesystem::resize_file(big, max_file_bytes);
  CHECK_EQ(message(big), "");
}
