// YAML as a person would write it: block style, short lists and mappings in one line, and a strict rule for scalars.
// Plain text is written only where every reader of YAML 1.1 and 1.2 takes it for just that text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::yaml {

struct Value {
  enum class Kind { nothing, text, plain, list, map };
  Kind kind;
  std::string scalar;                                  // of text and plain
  std::vector<Value> items;                            // of a list
  std::vector<std::pair<std::string, Value>> entries;  // of a map, in this order; keys as they stand in YAML
  bool in_line = false;                                // a map that is written in braces where it fits
  bool spaced = false;                                 // a map with blank lines between its entries

  // Defined elsewhere, since its own pairs ask for it.
  Value(Kind of = Kind::nothing, std::string_view text = {});

  static Value text(std::string_view value) { return {Kind::text, value}; }
  // Written as it is: a number, true, false.
  static Value plain(std::string_view value) { return {Kind::plain, value}; }
  static Value list() { return {Kind::list}; }
  static Value map() { return {Kind::map}; }

  // A word of the language: stands as it is, even `on`, which YAML 1.1 takes for true (and plumb does not).
  void add(std::string_view word, Value value) { entries.emplace_back(word, std::move(value)); }
  // Any text as key: a name, an option.
  void add_name(std::string_view name, Value value);
  bool empty() const { return kind == Kind::nothing || (items.empty() && entries.empty() && scalar.empty()); }
};

// A map as a document: its entries at the left edge, ended by a line feed.
std::string emit(const Value& map);

// A scalar as it stands in YAML on one line: plain, 'single' or "double". `flow`: inside brackets or braces.
std::string emit_scalar(std::string_view text, bool flow);

}  // namespace plumb::yaml
