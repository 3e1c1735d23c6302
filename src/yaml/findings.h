// What is wrong in one file, collected while it is read, each with its place.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "sql/syntax_error.h"
#include "yaml/tree.h"

namespace plumb::yaml {

class Findings {
 public:
  Findings(const Document& document, std::vector<Diagnostic>& out) : document_(document), out_(out) {}

  void add(const Node& at, std::string message, std::string hint = {}) {
    if (is_full()) return;
    add_finding(out_, {document_.source().locate(at.place), std::move(message), std::move(hint)});
  }

  // At a byte of a scalar's value.
  void add_inside(const Node& scalar, std::size_t value_offset, std::string message, std::string hint = {}) {
    if (is_full()) return;
    const std::size_t offset = document_.offset_in_source(scalar, value_offset);
    add_finding(out_, {document_.source().locate(offset), std::move(message), std::move(hint)});
  }

  // Of what is wrong from its start on, an example says more than what was expected next.
  void syntax(const Node& scalar, const sql::SyntaxError& error, const std::string& example = {}) {
    std::string hint = cut_off(scalar);
    if (!hint.empty()) cut_off_.insert(scalar.offset);
    if (!error.hint().empty()) hint = error.hint();
    const bool has_word = std::string_view(error.what()).find("did you mean") != std::string_view::npos;
    if (hint.empty() && error.offset() == 0 && !has_word) hint = example;
    add_inside(scalar, error.offset(), error.what(), std::move(hint));
  }
  // Was a syntax error told of it that a comma made?
  bool was_cut_off(const Node& scalar) const { return cut_off_.contains(scalar.offset); }

  // "expected a list, found the number 5"
  void expected(const Node& at, std::string_view what, std::string hint = {});

  // A key that is not among the known ones: one of a later release, or a slip.
  void unknown_key(const Node& key, std::string_view of, const std::vector<std::string>& known);

  // The one of the known keys that a wrong one stands for; empty: none.
  static std::string meant_by(std::string_view word, const std::vector<std::string>& known);

  std::size_t count() const { return out_.size(); }
  bool is_full() const { return out_.size() > most_findings; }  // nothing is added any more

 private:
  // What to do about a text that may have been meant to go on behind a comma.
  std::string cut_off(const Node& scalar) const;

  const Document& document_;
  std::vector<Diagnostic>& out_;
  std::set<std::size_t> cut_off_;
};

// What a plain scalar is to a reader of YAML 1.2 (core schema, 10.3.2); everything else is text.
enum class Plain { text, null, boolean, integer, number };
Plain resolve(const Node& node);

// "a list", "the number 5", "nothing"
std::string describe_node(const Node& node);

}  // namespace plumb::yaml
