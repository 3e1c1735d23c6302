// What is written is read back as it was: by plumb, by yaml-cpp, and by readers of YAML 1.1.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <random>
#include <string>
#include <vector>

#include "yaml/emitter.h"
#include "yaml/tree.h"

using namespace plumb;
using namespace plumb::yaml;

namespace {

// The value of a document's only key, as plumb's own reader has it.
std::string read_back(const std::string& text) {
  Document document(Source{"t.yaml", text});
  std::vector<Diagnostic> diagnostics;
  if (!parse(document, diagnostics) || !diagnostics.empty()) return "<error>";
  const Node* node = &document.entry(document.root(), 0).value;
  if (node->is_sequence()) node = &document.child(*node, 0);
  if (node->is_mapping()) node = &document.entry(*node, 0).key;
  return node->is_scalar() ? std::string(node->text) : "<no scalar>";
}

std::string read_by_yaml_cpp(const std::string& text) {
  YAML::Node node = YAML::Load(text).begin()->second;
  if (node.IsSequence()) node = node[0];
  if (node.IsMap()) node = node.begin()->first;
  return node.IsScalar() ? node.Scalar() : "<no scalar>";
}

// As a value, in a list of one line, and as a key.
std::vector<std::string> documents_with(const std::string& text) {
  Value value = Value::map(), list = Value::map(), key = Value::map();
  value.add("key", Value::text(text));
  Value items = Value::list();
  items.items.push_back(Value::text(text));
  list.add("key", items);
  Value names = Value::map();
  names.add_name(text, Value::plain("1"));
  key.add("key", names);
  return {emit(value), emit(list), emit(key)};
}

}  // namespace

TEST_CASE("emitter: plain only where it can't be anything else") {
  for (const char* text : {"text", "uuid primary key default gen_random_uuid()", "a: b" /* not plain */}) {
    CAPTURE(text);
    const std::string written = emit_scalar(text, false);
    CHECK_EQ(written.front() == '"', std::string(text).find(": ") != std::string::npos);
  }
  for (const char* text :
       {"",      "~",    "null", "Null",  "NULL",     "true",       "True",   "FALSE", "yes",  "No",    "ON",   "off",
        "y",     "N",    "1",    "-1",    "+1",       "1.5",        ".5",     "1e3",   "0x1f", "0o17",  "017",  "0b1",
        "1_000", "1:30", ".inf", "-.INF", ".nan",     "2001-01-01", "1.2.3",  "=",     "<<",   "- a",   "-",    "? a",
        ": a",   "a:",   "a: b", "a #b",  "#a",       "&a",         "*a",     "!a",    "|",    ">",     "'a",   "\"a\"",
        "%a",    "@a",   "`a",   " a",    "a ",       "[a]",        "{a}",    "]",     "}",    ",a",    "a\tb", "\t",
        "a\nb ", "\r",   "\x01", "\x7f",  "a\u0085b", "\u2028",     "\uFEFF", "--- a", "...",  "\ue000"}) {
    CAPTURE(text);
    const std::string written = emit_scalar(text, false);
    CHECK((written.front() == '"' || written.front() == '\''));
  }
  for (const char* text : {"a, b", "[a", "a]", "{", "a:b", "a}"}) {
    CAPTURE(text);
    CHECK_EQ(emit_scalar(text, true).front() == '"', true);
  }
}

TEST_CASE("emitter: the quotes that need no escapes") {
  CHECK_EQ(emit_scalar("'new'", false), "\"'new'\"");
  CHECK_EQ(emit_scalar("\"Odd\"", false), "'\"Odd\"'");
  CHECK_EQ(emit_scalar("'a' \"b\"", true), "\"'a' \\\"b\\\"\"");
  CHECK_EQ(emit_scalar("\\d: +", false), "'\\d: +'");
  CHECK_EQ(emit_scalar("a\tb", false), "\"a\\tb\"");
  CHECK_EQ(emit_scalar("größe", false), "größe");
}

TEST_CASE("emitter: blocks, lists and mappings") {
  Value map = Value::map();
  map.add("query", Value::text("select 1,\n  2\nfrom t"));
  map.add("ends", Value::text("a\nb\n"));
  map.add("nothing", Value{});
  map.add("list", Value::list());
  Value list = Value::list();
  for (const char* item : {"a", "b: c", "1"}) list.items.push_back(Value::text(item));
  map.add("short", list);
  for (int i = 0; i < 10; ++i) list.items.push_back(Value::text("a longer item"));
  map.add("long", list);
  Value options = Value::map();
  options.in_line = true;
  options.add("fillfactor", Value::plain("70"));
  options.add_name("a b", Value::text("x, y"));
  map.add("with", options);
  Value nested = Value::map();
  nested.add("inner", Value::text("x"));
  map.add("block", nested);
  CHECK_EQ(
      emit(map),
      "query: |-\n  select 1,\n    2\n  from t\n"
      "ends: |\n  a\n  b\n"
      "nothing:\n"
      "list: []\n"
      "short: [a, \"b: c\", \"1\"]\n"
      "long:\n  - a\n  - \"b: c\"\n  - \"1\"\n" +
          [] {
            std::string lines;
            for (int i = 0; i < 10; ++i) lines += "  - a longer item\n";
            return lines;
          }() +
          "with: {fillfactor: 70, a b: \"x, y\"}\n"
          "block:\n  inner: x\n");
}

TEST_CASE("emitter: a block only where every reader keeps it") {
  for (const char* text : {"a\r\nb", "a\nb\n\n", "\n", " \n\t\n", "a\n\x01"}) {
    CAPTURE(text);
    Value map = Value::map();
    map.add("key", Value::text(text));
    CHECK_EQ(emit(map).substr(0, 6), "key: \"");
    CHECK_EQ(read_back(emit(map)), text);
    CHECK_EQ(read_by_yaml_cpp(emit(map)), text);
  }
}

TEST_CASE("emitter: white space at the ends of lines and of a block") {
  const auto block = [](const char* text) {
    Value map = Value::map();
    map.add("key", Value::text(text));
    CHECK_EQ(read_back(emit(map)), text);
    CHECK_EQ(read_by_yaml_cpp(emit(map)), text);
    return emit(map);
  };
  CHECK_EQ(block("\nbegin\n  x;\nend;\n"), "key: |\n\n  begin\n    x;\n  end;\n");
  CHECK_EQ(block("\n  begin\nend"), "key: |2-\n\n    begin\n  end\n");
  CHECK_EQ(block("\tbegin \n\tend\t\n"), "key: |2\n  \tbegin \n  \tend\t\n");
  CHECK_EQ(block("begin\n \n  end\n  "), "key: |-\n  begin\n   \n    end\n    \n");
}

TEST_CASE("emitter: any text is read back") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {
      "a",      "b",      " ",      "  ",   "\n", "\n\n", "\t", ":",   ": ",  "#",    " #",   "-",    "- ",  "?",
      "'",      "\"",     "\\",     ",",    "[",  "]",    "{",  "}",   "&",   "*",    "!",    "|",    ">",   "%",
      "@",      "`",      "0",      "1",    ".",  "e",    "+",  "~",   "yes", "null", "=",    "<<",   "ä",   "😀",
      "\u0085", "\u2028", "\ufeff", "\x01", "\r", "\x7f", "(",  "now", "---", "...",  "\n  ", "x: y", "\n- "};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto documents = documents_with(text);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      CAPTURE(documents[i]);
      REQUIRE_EQ(read_back(documents[i]), text);
      // yaml-cpp takes "..." and the like in lines of a quoted text for a document's end only when they stand alone.
      REQUIRE_EQ(read_by_yaml_cpp(documents[i]), text);
    }
  }
}
