// The tree that is made of yaml-cpp's events: values, places, anchors, merge keys, bounds.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "yaml/tree.h"

using namespace plumb;
using namespace plumb::yaml;

namespace {

struct Parsed {
  explicit Parsed(std::string text) : document(Source{"t.yaml", std::move(text)}) {
    good = parse(document, diagnostics);
  }
  std::string errors() const {
    std::string out;
    for (const auto& d : diagnostics)
      out += std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + ": " + d.message + "\n";
    return out;
  }
  // The tree as text: {a: 1, b: [x, ~]}
  std::string shown() const { return document.empty() ? "" : shown(document.root()); }
  std::string shown(const Node& node) const {
    if (node.is_null()) return "~";
    if (node.is_scalar()) return std::string(node.text);
    std::string out = node.is_mapping() ? "{" : "[";
    for (std::size_t i = 0; i < node.count; ++i) {
      if (i > 0) out += node.is_mapping() && i % 2 == 1 ? ": " : ", ";
      out += shown(document.child(node, i));
    }
    return out + (node.is_mapping() ? "}" : "]");
  }

  Document document;
  std::vector<Diagnostic> diagnostics;
  bool good = false;
};

std::string tree_of(const std::string& text) {
  const Parsed parsed(text);
  return parsed.diagnostics.empty() ? parsed.shown() : parsed.errors();
}

}  // namespace

TEST_CASE("tree: values of every style") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"# a comment alone\n", ""},
      {"---\n", "~"},
      {"a: 1\nb: [x, ~, 'y']\n", "{a: 1, b: [x, ~, y]}"},
      {"a: 'it''s'\n", "{a: it's}"},
      {"a: \"x\\ty\\u00e4\\U0001F600\"\n", "{a: x\tyä😀}"},
      {"a: |\n  one\n  two\nb: >-\n  one\n  two\n", "{a: one\ntwo\n, b: one two}"},
      {"a: one\n  two\n", "{a: one two}"},
      {"a: ''\nb: \"\"\n", "{a: , b: }"},
      {"a: # nothing\nb:\n", "{a: ~, b: ~}"},
      {"{a: {b: {c: d}}}\n", "{a: {b: {c: d}}}"},
      {"\xEF\xBB\xBF"
       "a: ä\n",
       "{a: ä}"},
      {"a: b\r\nc: d\r\n", "{a: b, c: d}"},
      {"%YAML 1.2\n---\na: b\n...\n", "{a: b}"},
      {"a: !!str 5\n", "{a: 5}"},
      {"- a\n- - b\n  - c\n", "[a, [b, c]]"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK_EQ(tree_of(text), expected);
  }
}

TEST_CASE("tree: anchors, aliases and merge keys") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a: &x 1\nb: *x\n", "{a: 1, b: 1}"},
      {"a: &x [1, 2]\nb: *x\nc: *x\n", "{a: [1, 2], b: [1, 2], c: [1, 2]}"},
      {"a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"},
      {"a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3, r: 4}\n", "{a: {p: 1, q: 2}, b: {p: 1, q: 3, r: 4}}"},
      {"a: &x {p: 1, q: 2}\nb: {q: 3, <<: *x}\n", "{a: {p: 1, q: 2}, b: {q: 3, p: 1}}"},
      {"a: &x {p: 1}\nb: &y {p: 2, q: 3}\nc: {<<: [*x, *y]}\n", "{a: {p: 1}, b: {p: 2, q: 3}, c: {p: 1, q: 3}}"},
      {"a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: *y}\n", "{a: {p: 1}, b: {p: 1, q: 2}, c: {p: 1, q: 2}}"},
      {"a: {<<: {p: 1}}\n", "{a: {p: 1}}"},
      {"a: {<<: []}\n", "{a: {}}"},
      {"a: {'<<': 1}\n", "{a: {<<: 1}}"},  // in quotes it is a name
      {"a: &x\nb: *x\n", "{a: ~, b: ~}"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK_EQ(tree_of(text), expected);
  }
}

TEST_CASE("tree: nodes know their places, behind anchors and tags too") {
  const Parsed parsed("a: &x\n  # comment\n  b: !!str 'c'\nä: [d, \"e\"]\n");
  REQUIRE(parsed.good);
  const Document& d = parsed.document;
  const auto at = [](const Node& node) {
    return std::to_string(node.place.line) + ":" + std::to_string(node.place.column);
  };
  const auto first = d.entry(d.root(), 0), second = d.entry(d.root(), 1);
  CHECK_EQ(at(first.key), "1:1");
  CHECK_EQ(at(first.value), "3:3");
  CHECK_EQ(at(d.entry(first.value, 0).value), "3:12");
  CHECK_EQ(at(second.key), "4:1");
  CHECK_EQ(at(d.child(second.value, 1)), "4:9");                          // bytes
  CHECK_EQ(d.source().locate(d.child(second.value, 1).place).column, 8);  // characters
}

TEST_CASE("tree: a byte of a value is found in the text") {
  const auto found = [](const std::string& text, const std::string& in_value) {
    const Parsed parsed(text);
    REQUIRE(parsed.good);
    const Node& node = parsed.document.entry(parsed.document.root(), 0).value;
    const std::size_t offset = parsed.document.offset_in_source(node, node.text.find(in_value));
    return parsed.document.source().text.substr(offset, in_value.size());
  };
  CHECK_EQ(found("a: one two\n", "two"), "two");
  CHECK_EQ(found("a: one\n   two\n", "two"), "two");
  CHECK_EQ(found("a: 'it''s two'\n", "two"), "two");
  CHECK_EQ(found("a: \"\\u00e4\\n\\x41 two\"\n", "two"), "two");
  CHECK_EQ(found("a: \"one\\\n   two\"\n", "two"), "two");
  CHECK_EQ(found("a: \"one\n   two\"\n", "two"), "two");
  CHECK_EQ(found("a: |\n  one\n   two\n", "two"), "two");
  CHECK_EQ(found("a: >2-\n  one\n\n  two\n  three\n", "three"), "three");
  CHECK_EQ(found("a: &x !!str one two\n", "two"), "two");
  const Parsed end("a: one\n");
  const Node& node = end.document.entry(end.document.root(), 0).value;
  CHECK_EQ(end.document.offset_in_source(node, 3), 6);
  CHECK_EQ(end.document.offset_in_source(node, 99), 7);
}

TEST_CASE("tree: what is no YAML, or too much of it") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a: \xFF\n", "1:4: not UTF-8: byte 0xFF\n"},
      {"ä: \xC3\n", "1:4: not UTF-8: byte 0xC3\n"},
      {"a: \xED\xA0\x80\n", "1:4: not UTF-8: byte 0xED\n"},      // a surrogate
      {"a: \xC0\x80\n", "1:4: not UTF-8: byte 0xC0\n"},          // overlong
      {"a: \xF4\x90\x80\x80\n", "1:4: not UTF-8: byte 0xF4\n"},  // past U+10FFFF
      {std::string("a: b\0c\n", 7), "1:5: control character U+0000\n"},
      {"aaaaaaaaaaaaaaaaaaaaaaaa: \x7F\n", "1:27: control character U+007F\n"},
      {"aaaaaaaaaaaaaaaaaaaaaaaa: b\x04z\n", "1:28: control character U+0004\n"},
      {"\xFE\xFF", "1:1: not UTF-8: byte 0xFE\n"},  // UTF-16
      {"a: 1\na: 2\n", "2:1: the key a stands here a second time\n"},
      {"{a: 1, 'a': 2}\n", "1:8: the key a stands here a second time\n"},
      {"a: &x [*x]\n", "1:8: an alias inside of what it stands for\n"},
      {"a: *x\n", "1:4: no anchor of this name stands before the alias\n"},
      {"a: {<<: [x]}\n", "1:10: << merges mappings, and this is none\n"},
      {"a: !!int 5\n", "1:10: the tag tag:yaml.org,2002:int means nothing here\n"},
      {": a\n", "1:1: a key is missing before the colon\n"},
      {"a: \"x\n", "1:4: a text in quotes that is not closed\n"},
      {"a: 'x\n", "1:4: a text in quotes that is not closed\n"},
      {"a: 'x''\n", "1:4: a text in quotes that is not closed\n"},
      {"a: \"x\\\"\n", "1:4: a text in quotes that is not closed\n"},
      {"a: b\n---\nc: d\n", "2:1: a second document in one file\n"},
      {"a:\n\tb: c\n", "2:1: a tab can't indent\n"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK_EQ(tree_of(text), expected);
  }
  CHECK_EQ(tree_of(std::string(100, '[') + std::string(100, ']')).size(), 200);
  CHECK_EQ(tree_of(std::string(101, '[') + std::string(101, ']')), "1:101: nested more than 100 deep\n");
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK_EQ(tree_of(deep), "101:101: nested more than 100 deep\n");
}

TEST_CASE("tree: aliases may repeat 100,000 nodes, no more") {
  std::string list = "a: &a [";
  for (int i = 0; i < 999; ++i) list += "x, ";
  const auto repeated = [&list](int times) {
    std::string text = list + "x]\n";  // 1,001 nodes
    for (int i = 0; i < times; ++i) text += "b" + std::to_string(i) + ": *a\n";
    return text;
  };
  CHECK(Parsed(repeated(99)).diagnostics.empty());
  CHECK_EQ(Parsed(repeated(100)).errors(), "101:6: the aliases of this file stand for more than 100,000 nodes\n");
  // What is merged counts too.
  std::string map = "a: &a {";
  for (int i = 0; i < 1000; ++i) map += "k" + std::to_string(i) + ": x, ";
  map += "}\nb:\n";
  for (int i = 0; i < 60; ++i) map += "  c" + std::to_string(i) + ": {<<: *a}\n";
  CHECK_EQ(Parsed(map).diagnostics.size(), 1);
}
