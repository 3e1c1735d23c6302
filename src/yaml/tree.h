// One YAML document as a tree of small nodes in one vector: made from the events of yaml-cpp, with the place of every
// node. Aliases share the node that they name, merge keys (`<<`) are already carried out, keys are unique.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "yaml/source.h"

namespace plumb::yaml {

inline constexpr std::size_t max_alias_nodes = 100'000;  // what aliases may add to the nodes that are written
inline constexpr std::size_t max_depth = 100;

struct Node {
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
  enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };
  Kind kind = Kind::null;
  Style style = Style::plain;
  std::uint32_t offset = 0;  // the first byte of its content in the text: the quote, the "|"
  Place place;               // of that byte
  std::uint32_t size = 1;    // nodes in it, aliases counted in full
  std::uint32_t first = 0;   // its children in the document: values, or key, value, key, value
  std::uint32_t count = 0;
  std::string_view text;  // a scalar's value

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_plain() const { return style == Style::plain; }
};

class Document {
 public:
  explicit Document(Source source) : source_(std::move(source)) {}
  Document(Document&&) = delete;  // nodes look into its text

  const Source& source() const { return source_; }
  Source take_source() { return std::move(source_); }  // the last use: nodes become invalid
  bool empty() const { return nodes_.empty(); }
  const Node& root() const { return nodes_[root_]; }

  struct Entry {
    const Node& key;
    const Node& value;
  };
  std::size_t entries(const Node& mapping) const { return mapping.count / 2; }
  Entry entry(const Node& mapping, std::size_t i) const { return {child(mapping, 2 * i), child(mapping, 2 * i + 1)}; }
  const Node& child(const Node& node, std::size_t i) const { return nodes_[children_[node.first + i]]; }

  // Where a byte of a scalar's value stands in the text: exact on one line, as near as folding and escapes allow else.
  std::size_t offset_in_source(const Node& scalar, std::size_t value_offset) const;

 private:
  friend class TreeBuilder;
  Source source_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> children_;
  std::deque<std::string> strings_;  // values that do not stand in the text as they are
  std::uint32_t root_ = 0;
};

// Parses into the document. False, with diagnostics, where the text is no YAML; true with diagnostics where the tree is
// there, but not all of it is right (a key given twice).
bool parse(Document& document, std::vector<Diagnostic>& diagnostics);

}  // namespace plumb::yaml
