#include "sql/expression_fold.h"

#include <algorithm>

#include "sql/expression_parser.h"

namespace plumb::sql {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Digits without leading zeros.
std::string_view significant(std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

bool fits(std::string_view digits, bool negative, std::string_view most, std::string_view most_negative) {
  const std::string_view limit = negative ? most_negative : most;
  return digits.size() < limit.size() || (digits.size() == limit.size() && digits <= limit);
}

class Folder {
 public:
  Folder(Tree& tree, const ColumnTypes& types) : tree_(tree), types_(types) {}

  NodeId fold(NodeId id) {
    for (std::size_t i = 0; i < tree_[id].count; ++i) tree_.set_child(id, i, fold(tree_.child(id, i)));
    switch (tree_[id].kind) {
      case NodeKind::number:
        return number(id);
      case NodeKind::cast:
        return cast(id);
      case NodeKind::prefix:
        return prefix(id);
      case NodeKind::in:
        return in(id);
      case NodeKind::between:
        return between(id);
      case NodeKind::distinct:
        return distinct(id);
      case NodeKind::conjunction:
      case NodeKind::disjunction:
        return logical(id);
      default:
        return id;
    }
  }

 private:
  // What make_const does: a whole number is an integer, a bigint or numeric by its size; others are numeric.
  NodeId number(NodeId id) {
    const std::string_view text = tree_[id].text;
    if (!tree_[id].type.empty()) return id;
    const bool negative = text.starts_with('-');
    std::string_view whole = text.substr(negative ? 1 : 0), fraction;
    const std::size_t dot = whole.find('.');
    if (dot != std::string_view::npos) {
      fraction = whole.substr(dot + 1);
      whole = whole.substr(0, dot);
    }
    if (!(all_digits(whole) || (whole.empty() && !fraction.empty())) || !(fraction.empty() || all_digits(fraction))) {
      return id;  // 0x1f, 1_000, 1e3: as written
    }
    whole = whole.empty() ? "0" : significant(whole);
    std::string_view type = "numeric";
    if (dot == std::string_view::npos) {
      if (fits(whole, negative, "2147483647", "2147483648")) {
        type = "integer";
      } else if (fits(whole, negative, "9223372036854775807", "9223372036854775808")) {
        type = "bigint";
      }
    }
    const bool zero = whole == "0" && fraction.find_first_not_of('0') == std::string_view::npos;
    const std::string sign = negative && !zero ? "-" : "";
    return typed_number(sign + std::string(whole) + (fraction.empty() ? "" : "." + std::string(fraction)), type);
  }

  NodeId typed_number(std::string text, std::string_view type) {
    return tree_.add_typed(NodeKind::number, tree_.keep(std::move(text)), type);
  }

  NodeId cast(NodeId id) {
    const NodeId inner = tree_.child(id, 0);
    const std::string_view type = tree_[id].type;
    const Node& operand = tree_[inner];
    switch (operand.kind) {
      case NodeKind::string:
        return constant(operand.text, type);
      case NodeKind::array:
        return array_cast(id, inner, type);
      case NodeKind::number:
      case NodeKind::cast:
        return operand.type == type ? inner : id;
      case NodeKind::boolean:
        return type == "boolean" ? inner : id;
      case NodeKind::constant:
        if (operand.type == type) return inner;
        // 'x'::varchar(3) reads the constant as varchar, then cuts it: ('x'::varchar)::varchar(3).
        return is_same_with_length(operand.type, type) ? tree_.add_typed(NodeKind::constant, operand.text, type) : id;
      default:
        return id;
    }
  }

  // A string of unknown type becomes a constant of the type: where the type writes it in one way only, as that.
  NodeId constant(std::string_view text, std::string_view type) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const bool whole = all_digits(digits) && significant(digits) == digits && !(negative && digits == "0");
    if (type == "integer" && whole && fits(digits, negative, "2147483647", "2147483648")) {
      return tree_.add_typed(NodeKind::number, text, type);
    }
    if (type == "bigint" && whole && fits(digits, negative, "9223372036854775807", "9223372036854775808")) {
      return tree_.add_typed(NodeKind::number, text, type);
    }
    if (type == "numeric") {
      const std::size_t dot = digits.find('.');
      const std::string_view before = digits.substr(0, dot);
      const bool decimal = dot != std::string_view::npos && all_digits(before) && significant(before) == before &&
                           all_digits(digits.substr(dot + 1)) &&
                           digits.find_first_not_of("0.") != std::string_view::npos;
      if (whole || decimal) return tree_.add_typed(NodeKind::number, text, type);
    }
    if (type == "boolean" && (text == "t" || text == "true")) return tree_.add(NodeKind::boolean, "true");
    if (type == "boolean" && (text == "f" || text == "false")) return tree_.add(NodeKind::boolean, "false");
    return tree_.add_typed(NodeKind::constant, text, type);
  }

  // Is `type` the type `plain`, which has no length, with one? Not for interval, which reads its constants with it.
  static bool is_same_with_length(std::string_view plain, std::string_view type) {
    if (plain.starts_with("interval") || plain.ends_with(')')) return false;
    const std::size_t open = type.find('(');
    if (open == std::string_view::npos || plain.find('(') != std::string_view::npos) return false;
    const std::string_view before = type.substr(0, open), after = type.substr(type.find(')', open) + 1);
    if (before == "character") return plain == "bpchar" + std::string(after);
    if (before == "bit") return plain == "\"bit\"" + std::string(after);
    return plain.size() == before.size() + after.size() && plain.starts_with(before) && plain.ends_with(after);
  }

  // ARRAY[a, b]::t[] casts the elements (transformArrayExpr), if none of them is an array itself.
  NodeId array_cast(NodeId id, NodeId array, std::string_view type) {
    if (!type.ends_with("[]") || type.find('(') != std::string_view::npos) return id;
    if (tree_[array].count == 0 || !only_scalars(array)) return id;
    cast_elements(array, tree_.keep(std::string(type.substr(0, type.size() - 2))));
    return array;
  }

  bool only_scalars(NodeId array) const {
    for (std::size_t i = 0; i < tree_[array].count; ++i) {
      const NodeId element = tree_.child(array, i);
      const Node& node = tree_[element];
      const std::string_view type = node.type;
      switch (node.kind) {
        case NodeKind::array:
          if (node.count == 0 || !only_scalars(element)) return false;
          break;
        case NodeKind::string:
        case NodeKind::number:
        case NodeKind::boolean:
        case NodeKind::bits:
        case NodeKind::null:
          break;
        case NodeKind::constant:
        case NodeKind::cast:  // the array type of t is called t[] or _t
          if (type.ends_with("[]") || type.starts_with('_') || type.find("._") != std::string_view::npos) return false;
          if (type.find('"') != std::string_view::npos) return false;
          break;
        default:
          return false;
      }
    }
    return true;
  }

  void cast_elements(NodeId array, std::string_view type) {
    for (std::size_t i = 0; i < tree_[array].count; ++i) {
      const NodeId element = tree_.child(array, i);
      if (tree_[element].kind == NodeKind::array) {
        cast_elements(element, type);
      } else {
        tree_.set_child(array, i, cast(tree_.add_typed(NodeKind::cast, {}, type, {element})));
      }
    }
  }

  // - 5, where 5 is a constant that is written without quotes, comes back as -5.
  NodeId prefix(NodeId id) {
    const Node& operand = tree_[tree_.child(id, 0)];
    if (tree_[id].text != "-" || operand.kind != NodeKind::number || operand.text.starts_with('-')) return id;
    const bool bare =
        operand.type == "integer" || (operand.type == "numeric" && operand.text.find('.') != std::string_view::npos);
    if (!bare) return id;
    return number(tree_.add(NodeKind::number, tree_.keep("-" + std::string(operand.text))));
  }

  // a IN (b) is a = b.
  NodeId in(NodeId id) {
    if (tree_[id].count != 2) return id;
    return tree_.add(NodeKind::operation, tree_[id].text == "IN" ? "=" : "<>",
                     {tree_.child(id, 0), tree_.child(id, 1)});
  }

  NodeId compare(std::string_view op, NodeId left, NodeId right) {
    return tree_.add(NodeKind::operation, op, {left, right});
  }
  NodeId both(NodeId a, NodeId b) { return tree_.add(NodeKind::conjunction, {}, {a, b}); }
  NodeId either(NodeId a, NodeId b) { return tree_.add(NodeKind::disjunction, {}, {a, b}); }

  // As transformAExprBetween. What is written once and stands twice afterwards must be small: BETWEENs inside BETWEENs
  // would double with each level.
  NodeId between(NodeId id) {
    constexpr std::uint32_t small = 64;
    const NodeId x = tree_.child(id, 0), a = tree_.child(id, 1), b = tree_.child(id, 2);
    const std::string_view words = tree_[id].text;
    const bool symmetric = words.ends_with("SYMMETRIC");
    if (tree_[x].weight > small || (symmetric && (tree_[a].weight > small || tree_[b].weight > small))) return id;
    if (words == "BETWEEN") return both(compare(">=", x, a), compare("<=", x, b));
    if (words == "NOT BETWEEN") return either(compare("<", x, a), compare(">", x, b));
    if (words == "BETWEEN SYMMETRIC") {
      return either(both(compare(">=", x, a), compare("<=", x, b)), both(compare(">=", x, b), compare("<=", x, a)));
    }
    return both(either(compare("<", x, a), compare(">", x, b)), either(compare("<", x, b), compare(">", x, a)));
  }

  // a IS DISTINCT FROM NULL is a IS NOT NULL; IS NOT DISTINCT FROM is NOT (… IS DISTINCT FROM …).
  NodeId distinct(NodeId id) {
    const NodeId left = tree_.child(id, 0), right = tree_.child(id, 1);
    const bool negative = tree_[id].text == "IS NOT DISTINCT FROM";
    const std::string_view test = negative ? "IS NULL" : "IS NOT NULL";
    if (tree_[right].kind == NodeKind::null) return tree_.add(NodeKind::test, test, {left});
    if (tree_[left].kind == NodeKind::null) return tree_.add(NodeKind::test, test, {right});
    if (!negative) return id;
    return tree_.add(NodeKind::negation, {}, {tree_.add(NodeKind::distinct, "IS DISTINCT FROM", {left, right})});
  }

  // x BETWEEN a AND b AND c keeps its brackets when stored, and loses them when that is read again.
  NodeId logical(NodeId id) {
    const NodeId first = tree_.child(id, 0);
    if (tree_[first].kind != tree_[id].kind) return id;
    std::vector<NodeId> operands = tree_.children(first);
    const std::vector<NodeId> rest = tree_.children(id);
    operands.insert(operands.end(), rest.begin() + 1, rest.end());
    return tree_.add(tree_[id].kind, {}, operands);
  }

  Tree& tree_;
  [[maybe_unused]] const ColumnTypes& types_;
};

}  // namespace

NodeId fold(Tree& tree, NodeId root, const ColumnTypes& types) { return Folder(tree, types).fold(root); }

}  // namespace plumb::sql
