#include "sql/expression_tree.h"

#include <algorithm>
#include <limits>

namespace plumb::sql {

NodeId Tree::add(NodeKind kind, std::string_view text, std::span<const NodeId> children, std::uint8_t flags) {
  Node node;
  node.kind = kind;
  node.flags = flags;
  node.text = text;
  node.first = static_cast<std::uint32_t>(children_.size());
  node.count = static_cast<std::uint32_t>(children.size());
  std::uint64_t weight = 1;
  std::uint16_t depth = 0;
  for (const NodeId child : children) {
    weight += nodes_[child].weight;
    depth = std::max(depth, nodes_[child].depth);
  }
  too_deep_ |= depth >= max_tree_depth;
  node.depth = static_cast<std::uint16_t>(std::min<int>(depth + 1, max_tree_depth));
  node.weight = static_cast<std::uint32_t>(std::min<std::uint64_t>(weight, std::numeric_limits<std::uint32_t>::max()));
  children_.insert(children_.end(), children.begin(), children.end());
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

NodeId Tree::add_typed(NodeKind kind, std::string_view text, std::string_view type,
                       std::initializer_list<NodeId> children) {
  const NodeId id = add(kind, text, children);
  nodes_[id].type = type;
  return id;
}

}  // namespace plumb::sql
