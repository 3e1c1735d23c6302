// A scalar expression as a tree: what gram.y makes of it, so that two spellings of one raw parse tree are one here.
// Nodes are small values in one vector, children are ranges of indices: nothing is freed one by one.
#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::sql {

enum class NodeKind : std::uint8_t {
  column,       // text: "a", "t.a", "t.*", printed
  parameter,    // text: $1
  string,       // text: decoded content; of type unknown
  number,       // text: unsigned digits, or a decimal; a minus sign before it where it was negated
  bits,         // text: B'…'
  null,         //
  boolean,      // text: true, false
  keyword,      // text: CURRENT_DATE, CURRENT_TIMESTAMP(3), …
  constant,     // a string cast to a type: text: content, type: as format_type() prints it
  cast,         // type; [0] what is cast
  operation,    // text: operator; [0] left, [1] right
  prefix,       // text: operator; [0] operand
  quantified,   // text: operator and ANY or ALL: "= ANY"; [0] left, [1] array or query
  conjunction,  // AND; two or more
  disjunction,  // OR; two or more
  negation,     // NOT; [0]
  test,         // text: "IS NULL", "IS NOT TRUE", "IS DOCUMENT", …; [0]
  distinct,     // [0] IS DISTINCT FROM [1]
  in,           // text: IN or NOT IN; [0] left, then the list
  between,      // text: BETWEEN, NOT BETWEEN SYMMETRIC, …; [0] left, [1] low, [2] high
  collate,      // text: the collation, printed; [0]
  row,          // ROW(…)
  array,        // ARRAY[…]
  indirection,  // [0] what is reached into; then field, subscript, slice
  field,        // text: ".name", ".*"
  subscript,    // [0]
  slice,        // flags: which bounds are there; the bounds
  case_,        // flags: with_argument; [argument], when, then, …, else
  call,         // text: the name, printed; arguments, then order, filter, within, over
  named,        // text: the argument's name, printed; [0]
  variadic,     // [0]
  order,        // text: "", " DESC NULLS LAST", " USING <", …; [0]: one of an aggregate's ORDER BY
  filter,       // [0]
  within,       // text: the tokens of WITHIN GROUP (…), or OVER …
  special,      // text: a form of SQL's with words between its operands; %: operand: "EXTRACT(epoch FROM %)"
  query,        // text: "(SELECT …)" as normalised tokens
  opaque,       // text: what is kept as normalised tokens (XML and JSON constructors)
};

using NodeId = std::uint32_t;

struct Node {
  NodeKind kind{};
  std::uint8_t flags = 0;
  std::uint16_t depth = 1;   // of the tree below
  std::uint32_t weight = 1;  // nodes in the tree below
  std::uint32_t first = 0, count = 0;
  std::string_view text{};
  std::string_view type{};
};

namespace node_flags {
inline constexpr std::uint8_t distinct = 1;       // call: DISTINCT
inline constexpr std::uint8_t star = 2;           // call: (*)
inline constexpr std::uint8_t with_argument = 1;  // case
inline constexpr std::uint8_t read_back = 1;  // number: a sign and a constant that are read as one when stored text is
inline constexpr std::uint8_t low = 1, high = 2;  // slice
}  // namespace node_flags

// Chains of operators lean to the left without brackets, so that a tree may be deeper than max_depth.
inline constexpr std::uint16_t max_tree_depth = 5000;

class Tree {
 public:
  NodeId add(NodeKind kind, std::string_view text, std::span<const NodeId> children = {}, std::uint8_t flags = 0);
  NodeId add(NodeKind kind, std::string_view text, std::initializer_list<NodeId> children, std::uint8_t flags = 0) {
    return add(kind, text, std::span(children.begin(), children.size()), flags);
  }
  NodeId add_typed(NodeKind kind, std::string_view text, std::string_view type,
                   std::initializer_list<NodeId> children = {});

  const Node& operator[](NodeId id) const { return nodes_[id]; }
  Node& operator[](NodeId id) { return nodes_[id]; }
  NodeId child(NodeId id, std::size_t n) const { return children_[nodes_[id].first + n]; }
  void set_child(NodeId id, std::size_t n, NodeId child) { children_[nodes_[id].first + n] = child; }
  std::vector<NodeId> children(NodeId id) const {
    const auto begin = children_.begin() + nodes_[id].first;
    return {begin, begin + nodes_[id].count};
  }
  bool too_deep() const { return too_deep_; }

  // Keeps a text as long as the tree lives.
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  void reserve(std::size_t nodes) {
    nodes_.reserve(nodes);
    children_.reserve(nodes);
  }

 private:
  std::vector<Node> nodes_;
  std::vector<NodeId> children_;
  std::deque<std::string> texts_;
  bool too_deep_ = false;
};

}  // namespace plumb::sql
