// What read_plain() takes, yaml-cpp reads with the very same events: held on every declaration in this repository and on
// random texts that are nearly plain.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "yaml/plain.h"
#include "yaml/source.h"

using namespace plumb::yaml;

namespace {

class Recorder final : public YAML::EventHandler {
 public:
  const std::string& text() const { return text_; }

  void OnDocumentStart(const YAML::Mark&) override { text_ += "document\n"; }
  void OnDocumentEnd() override { text_ += "end of document\n"; }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add("null", mark, "", ""); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { add("alias", mark, "", ""); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    add("scalar", mark, tag, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    add("sequence", mark, tag, std::to_string(style));
  }
  void OnSequenceEnd() override { text_ += "end of sequence\n"; }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    add("mapping", mark, tag, std::to_string(style));
  }
  void OnMapEnd() override { text_ += "end of mapping\n"; }

 private:
  void add(const char* what, const YAML::Mark& mark, const std::string& tag, const std::string& value) {
    text_ += fmt::format("{} at {} ({}:{}) {} \"{}\"\n", what, mark.pos, mark.line, mark.column, tag, value);
  }
  std::string text_;
};

std::string by_yaml_cpp(const std::string& text) {
  Recorder events;
  std::istringstream in(text);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception& exception) {
    return events.text() + exception.what();
  }
  return events.text();
}

// Is it plain? Where it is, both ways must agree.
bool taken(const std::string& text) {
  Recorder events;
  if (!read_plain(text, events)) {
    CHECK(events.text().empty());
    return false;
  }
  CHECK_MESSAGE(events.text() == by_yaml_cpp(text), text);
  return true;
}

}  // namespace

TEST_CASE("plain: what is taken, and what is left to yaml-cpp") {
  for (const char* text : {
           "a: b\n",
           "a: b",
           "# first\na:\n  b: c d\n\n  # between\n  e-f.g: 'h # i'   # the end\nj: \"k\"\n",
           "a:   # nothing yet\n    b: varchar(20) not null default 'x'::text\n    c: (lower(d), e[1] desc)\n",
           "a:\n  b:\n    c: 1\n  d: x# y:z  \n",
       })
    CHECK_MESSAGE(taken(text), text);
  for (const char* text : {
           "",
           "# alone\n",
           "a:\n",
           "a: b\n  c\n",
           "a: b\n  c: d\n",
           "a:\nb: c\n",
           "a:\n- b\n",
           "a: [b]\n",
           "a: {b: c}\n",
           "a: *b\n",
           "a: &b c\n",
           "a: |\n  b\n",
           "a: !b c\n",
           "a: b: c\n",
           "a: b:\n",
           "a: ~\n",
           "a: null\n",
           "null: a\n",
           "a: -1\n",
           "a: 'b''c'\n",
           "a: \"b\\n\"\n",
           "a: 'b\n",
           "a: 'b'c\n",
           "a: 'b'#c\n",
           "<<: a\n",
           "? a\n",
           "---\na: b\n",
           " a: b\n",
           "a:\n  b: c\n d: e\n",
           "a:\tb\n",
           "a: b\tc\n",
           "a: b\r\n",
           "\xEF\xBB\xBF"
           "a: b\n",
           "a: \xC3\xA4\n",
           "# \xC3\xA4\na: b\n",
           "a: b\n   \n",
           "1: a\n",
           "a b: c\n",
           "'a': b\n",
           "a:b\n",
           "a : b\n",
           "a: b\n...\n",
       })
    CHECK_MESSAGE(!taken(text), text);
  CHECK(!taken(std::string(2'000, 'a') + ": b\n"));
}

TEST_CASE("plain: every declaration in this repository") {
  int files = 0, plain = 0;
  for (const char* folder : {"examples", "tests", "schema"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(PLUMB_SOURCE_DIR) + "/" + folder)) {
      if (entry.path().extension() != ".yaml") continue;
      ++files;
      plain += taken(read_text(entry.path().string()));
    }
  CHECK(files > 250);
  CHECK(plain > 25);
}

TEST_CASE("plain: random texts that are nearly plain") {
  static const std::vector<std::string> keys = {"a",   "b_1", "c-d", "e.f",  "null", "'g'",
                                                "- h", "? i", "<<",  "&j k", ""};
  static const std::vector<std::string> values = {
      "x",  "varchar(20)", "y z",     "'q'",    "\"r\"", "(s)",      "t:u",    "v #w", "x#y",  "a  b ", "",
      "-",  "- a",         "[a]",     "{a: b}", "a: b",  "a:",       "~",      "*a",   "|",    ">",     "@a",
      "%a", "'it''s'",     "\"\\n\"", "#",      "a\tb",  "\xC3\xA4", "'a' #b", "'a'b", "null", "!a b",  "a, b",
      "a]", "a: 'b'",      "1",       "1.5",    "=",     "a \\",     "''",     "\"\"", "` `"};
  static const std::vector<std::string> between = {"", " ", "# c", "  # d", "\t", "---", "...", "  e"};
  std::mt19937 random(20240611);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  // Mostly the first few of a list, which are plain.
  const auto pick = [&](const std::vector<std::string>& from, std::size_t few) {
    return from[below(below(12) == 0 ? from.size() : few)];
  };
  int plain = 0;
  for (int n = 0; n < 40'000; ++n) {
    std::string text;
    std::size_t indent = 0;
    for (std::size_t line = 0, lines = 1 + below(6); line < lines; ++line) {
      if (below(8) == 0) text += pick(between, 3) + "\n";
      const bool empty = below(4) == 0;
      text += std::string(indent, ' ') + pick(keys, 4) + ":" + std::string(below(20) > 0, ' ') +
              std::string(below(8) == 0, ' ');
      if (!empty) text += pick(values, 10);
      if (line + 1 < lines || below(4) > 0) text += below(30) == 0 ? "\r\n" : "\n";
      if (empty && below(10) > 0)
        indent += 1 + below(3);
      else if (below(3) == 0)
        indent -= std::min(indent, below(4));
      else if (below(30) == 0)
        ++indent;
    }
    plain += taken(text);
  }
  CHECK(plain > 4'000);
}
