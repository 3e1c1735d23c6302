#include "sql/expression_fold.h"
#include "sql/expression_parser.h"

namespace plumb::sql {

namespace {

class Printer {
 public:
  explicit Printer(const Tree& tree) : tree_(tree) {}

  std::string print(NodeId root) {
    out_.reserve(256);
    write(root);
    return std::move(out_);
  }

 private:
  void write(NodeId id) {
    const Node& node = tree_[id];
    switch (node.kind) {
      case NodeKind::column:
      case NodeKind::parameter:
      case NodeKind::bits:
      case NodeKind::boolean:
      case NodeKind::keyword:
      case NodeKind::query:
      case NodeKind::opaque:
      case NodeKind::field:
      case NodeKind::within:
        out_ += node.text;
        return;
      case NodeKind::null:
        out_ += "NULL";
        return;
      case NodeKind::string:
        out_ += canonical_string(node.text);
        return;
      case NodeKind::constant:
        out_ += canonical_string(node.text);
        out_ += "::";
        out_ += node.type;
        return;
      case NodeKind::number:
        return number(node);
      case NodeKind::cast:
        bracketed(id, 0);
        out_ += "::";
        out_ += node.type;
        return;
      case NodeKind::operation:
      case NodeKind::distinct:
        return infix(id, node.text);
      case NodeKind::prefix:
        out_ += "(";
        out_ += node.text;
        out_ += " ";
        child(id, 0);
        out_ += ")";
        return;
      case NodeKind::quantified:
        return quantified(id);
      case NodeKind::conjunction:
        return joined(id, 0, "(", " AND ", ")");
      case NodeKind::disjunction:
        return joined(id, 0, "(", " OR ", ")");
      case NodeKind::negation:
        out_ += "(NOT ";
        child(id, 0);
        out_ += ")";
        return;
      case NodeKind::test:
      case NodeKind::collate:
        out_ += "(";
        child(id, 0);
        out_ += node.kind == NodeKind::collate ? " COLLATE " : " ";
        out_ += node.text;
        out_ += ")";
        return;
      case NodeKind::in:
        out_ += "(";
        child(id, 0);
        out_ += " ";
        out_ += node.text;
        joined(id, 1, " (", ", ", "))");
        return;
      case NodeKind::between:
        return between(id);
      case NodeKind::row:
        return joined(id, 0, "ROW(", ", ", ")");
      case NodeKind::array:
        return joined(id, 0, "ARRAY[", ", ", "]");
      case NodeKind::indirection:
        bracketed(id, 0);
        for (std::size_t i = 1; i < node.count; ++i) child(id, i);
        return;
      case NodeKind::subscript:
        return joined(id, 0, "[", ":", "]");
      case NodeKind::slice:
        return slice(id);
      case NodeKind::case_:
        return case_when(id);
      case NodeKind::call:
        return call(id);
      case NodeKind::named:
        out_ += node.text;
        out_ += " => ";
        return child(id, 0);
      case NodeKind::variadic:
        out_ += "VARIADIC ";
        return child(id, 0);
      case NodeKind::order:
        child(id, 0);
        out_ += node.text;
        return;
      case NodeKind::filter:
        out_ += " FILTER (WHERE ";
        child(id, 0);
        out_ += ")";
        return;
      case NodeKind::special:
        return special(id);
    }
  }

  void child(NodeId id, std::size_t n) { write(tree_.child(id, n)); }

  void bracketed(NodeId id, std::size_t n) {
    out_ += "(";
    child(id, n);
    out_ += ")";
  }

  void infix(NodeId id, std::string_view op) {
    out_ += "(";
    child(id, 0);
    out_ += " ";
    out_ += op;
    out_ += " ";
    child(id, 1);
    out_ += ")";
  }

  void joined(NodeId id, std::size_t first, std::string_view open, std::string_view between, std::string_view close) {
    out_ += open;
    for (std::size_t i = first; i < tree_[id].count; ++i) {
      if (i > first) out_ += between;
      child(id, i);
    }
    out_ += close;
  }

  // A sign before a number would be read as part of it, which is why PostgreSQL too writes a constant here.
  void number(const Node& node) {
    if (node.type.empty()) {
      const bool negative = node.text.starts_with('-');
      out_ += negative ? "(- " : "";
      out_ += node.text.substr(negative ? 1 : 0);
      out_ += negative ? ")" : "";
      return;
    }
    const bool bare =
        !node.text.starts_with('-') &&
        (node.type == "integer" || (node.type == "numeric" && node.text.find('.') != std::string_view::npos));
    if (bare) {
      out_ += node.text;
      return;
    }
    out_ += canonical_string(node.text);
    out_ += "::";
    out_ += node.type;
  }

  void quantified(NodeId id) {
    out_ += "(";
    child(id, 0);
    out_ += " ";
    out_ += tree_[id].text;
    out_ += " ";
    if (tree_[tree_.child(id, 1)].kind == NodeKind::query) {
      child(id, 1);
    } else {
      bracketed(id, 1);
    }
    out_ += ")";
  }

  void between(NodeId id) {
    out_ += "(";
    child(id, 0);
    out_ += " ";
    out_ += tree_[id].text;
    out_ += " ";
    bracketed(id, 1);
    out_ += " AND ";
    child(id, 2);
    out_ += ")";
  }

  void slice(NodeId id) {
    const bool low = tree_[id].flags & node_flags::low, high = tree_[id].flags & node_flags::high;
    out_ += "[";
    if (low) child(id, 0);
    out_ += " : ";
    if (high) child(id, low ? 1 : 0);
    out_ += "]";
  }

  void case_when(NodeId id) {
    const Node& node = tree_[id];
    std::size_t i = 0;
    out_ += "CASE";
    if (node.flags & node_flags::with_argument) {
      out_ += " ";
      child(id, i++);
    }
    for (; i + 1 < node.count; i += 2) {
      out_ += " WHEN ";
      child(id, i);
      out_ += " THEN ";
      child(id, i + 1);
    }
    out_ += " ELSE ";
    child(id, i);
    out_ += " END";
  }

  void call(NodeId id) {
    const Node& node = tree_[id];
    const auto kind = [&](std::size_t i) { return tree_[tree_.child(id, i)].kind; };
    out_ += node.text;
    out_ += node.flags & node_flags::distinct ? "(DISTINCT " : "(";
    if (node.flags & node_flags::star) out_ += "*";
    std::size_t i = 0;
    for (; i < node.count && kind(i) != NodeKind::order && !is_suffix(kind(i)); ++i) {
      if (i > 0) out_ += ", ";
      child(id, i);
    }
    for (bool first = true; i < node.count && kind(i) == NodeKind::order; ++i, first = false) {
      out_ += first ? " ORDER BY " : ", ";
      child(id, i);
    }
    out_ += ")";
    for (; i < node.count; ++i) child(id, i);
  }

  static bool is_suffix(NodeKind kind) { return kind == NodeKind::filter || kind == NodeKind::within; }

  void special(NodeId id) {
    const Node& node = tree_[id];
    const bool infix = node.text.starts_with('%');
    if (infix) out_ += "(";
    std::size_t operand = 0;
    for (const char c : node.text) {
      if (c == '%') {
        child(id, operand++);
      } else {
        out_ += c;
      }
    }
    if (infix) out_ += ")";
  }

  const Tree& tree_;
  std::string out_;
};

}  // namespace

std::string print_canonical(const Tree& tree, NodeId root) { return Printer(tree).print(root); }

}  // namespace plumb::sql
