#include "sql/expression_fold.h"

#include <algorithm>
#include <array>
#include <vector>

#include "sql/expression_parser.h"
#include "sql/expression_types.h"

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
    const bool cast_array = tree_[id].kind == NodeKind::cast && tree_[tree_.child(id, 0)].kind == NodeKind::array;
    if (cast_array) {
      fold_elements(tree_.child(id, 0));
    } else {
      for (std::size_t i = 0; i < tree_[id].count; ++i) tree_.set_child(id, i, fold(tree_.child(id, i)));
    }
    switch (tree_[id].kind) {
      case NodeKind::number:
        return number(id);
      case NodeKind::cast:
        return cast(id);
      case NodeKind::prefix:
        return prefix(id);
      case NodeKind::operation:
        return operation(id);
      case NodeKind::quantified:
        return quantified(id);
      case NodeKind::in:
        return in(id);
      case NodeKind::between:
        return between(id);
      case NodeKind::distinct:
        return distinct(id);
      case NodeKind::conjunction:
      case NodeKind::disjunction:
        return logical(id);
      case NodeKind::column:
        return column(id);
      case NodeKind::keyword:
        return keyword(id);
      case NodeKind::collate:
        return typed(id, tree_[tree_.child(id, 0)].type);
      case NodeKind::indirection:
        return indirection(id);
      case NodeKind::array:
        return array(id);
      case NodeKind::case_:
        return case_when(id);
      case NodeKind::call:
        return call(id);
      case NodeKind::special:
        return special(id);
      case NodeKind::boolean:
      case NodeKind::negation:
      case NodeKind::test:
        return typed(id, "boolean");
      case NodeKind::bits:
        return bits(id);
      default:
        return id;
    }
  }

  // PostgreSQL writes no implicit cast around a whole expression, but a string has become a constant of the type.
  NodeId fold_assigned(NodeId root, std::string_view type) {
    const NodeId folded = fold(root);
    if (tree_[folded].kind != NodeKind::string) return folded;
    if (type.starts_with("interval(") || type.starts_with("interval ")) return folded;
    const std::string_view base = tree_.keep(base_type(type));
    const bool citext = base == "citext" || base.ends_with(".citext");
    return is_known_type(base) || is_enum(base) || citext ? constant(tree_[folded].text, base) : folded;
  }

 private:
  // The elements of an array that is cast as a whole take their type from the cast, not from each other.
  void fold_elements(NodeId array) {
    for (std::size_t i = 0; i < tree_[array].count; ++i) {
      const NodeId element = tree_.child(array, i);
      if (tree_[element].kind == NodeKind::array) {
        fold_elements(element);
      } else {
        tree_.set_child(array, i, fold(element));
      }
    }
  }

  // ---- types -------------------------------------------------------------------------------------------------------

  NodeId typed(NodeId id, std::string_view type) {
    tree_[id].type = type;
    return id;
  }

  // The base type of what a node yields: "unknown" for a string or NULL, "" if it can't be told here.
  std::string_view type_of(NodeId id) {
    const Node& node = tree_[id];
    if (node.kind == NodeKind::string || node.kind == NodeKind::null) return "unknown";
    if (node.kind == NodeKind::collate) return type_of(tree_.child(id, 0));
    const bool plain = node.type.find('(') == std::string_view::npos;
    const std::string_view base = plain ? node.type : tree_.keep(base_type(node.type));
    if (is_known_type(base) || is_enum(base)) return base;
    return {};
  }

  bool is_enum(std::string_view type) const {
    if (type.ends_with("[]")) type.remove_suffix(2);
    return types_.is_enum && !type.empty() && types_.is_enum(Type{std::string(type)});
  }

  // What an implicit cast to the type makes of a node, written as PostgreSQL writes it back: as an explicit one.
  NodeId coerced(NodeId id, std::string_view type) {
    if (tree_[id].kind == NodeKind::collate) {  // the cast goes under COLLATE (coerce_type)
      const NodeId inner = coerced(tree_.child(id, 0), type);
      return tree_.add_typed(NodeKind::collate, tree_[id].text, type, {inner});
    }
    if (type_of(id) == type) return id;
    return cast(tree_.add_typed(NodeKind::cast, {}, type, {id}));
  }

  NodeId column(NodeId id) {
    if (!types_.column) return id;
    const std::string_view text = tree_[id].text;
    const bool quoted = text.starts_with('"');
    if (!quoted && text.find_first_of(".*") != std::string_view::npos) return id;
    std::string name(text);
    if (quoted) {
      name.clear();
      std::size_t i = 1;
      for (; i < text.size() && (text[i] != '"' || (i + 1 < text.size() && text[i + 1] == '"')); ++i) {
        if (text[i] == '"') ++i;
        name += text[i];
      }
      if (i + 1 != text.size()) return id;  // "a".b
    }
    return typed(id, tree_.keep(types_.column(name).text));
  }

  NodeId keyword(NodeId id) {
    const std::string_view text = tree_[id].text;
    if (text == "CURRENT_DATE") return typed(id, "date");
    if (text.starts_with("CURRENT_TIMESTAMP")) return typed(id, "timestamp with time zone");
    if (text.starts_with("LOCALTIMESTAMP")) return typed(id, "timestamp without time zone");
    if (text.starts_with("CURRENT_TIME")) return typed(id, "time with time zone");
    if (text.starts_with("LOCALTIME")) return typed(id, "time without time zone");
    return typed(id, "name");
  }

  NodeId operation(NodeId id) {
    constexpr std::string_view own = "OPERATOR(pg_catalog.";
    std::string_view& op = tree_[id].text;
    if (op.starts_with(own)) op = op.substr(own.size(), op.size() - own.size() - 1);
    const NodeId left = tree_.child(id, 0), right = tree_.child(id, 1);
    const auto found = resolve_operator(tree_[id].text, type_of(left), type_of(right), types_.is_enum);
    if (!found) return id;
    const NodeId l = coerced(left, found->left), r = coerced(right, found->right);
    return typed(tree_.add(NodeKind::operation, tree_[id].text, {l, r}), found->result);
  }

  // a op ANY (array): the operator is that of an element.
  NodeId quantified(NodeId id) {
    typed(id, "boolean");
    const std::string_view text = tree_[id].text;
    const NodeId left = tree_.child(id, 0), right = tree_.child(id, 1);
    const std::string_view array = type_of(right);
    if (array.empty() || tree_[right].kind == NodeKind::query) return id;
    const bool unknown = array == "unknown";
    if (!unknown && !array.ends_with("[]")) return id;
    const std::string_view element = unknown ? array : array.substr(0, array.size() - 2);
    const auto found = resolve_operator(text.substr(0, text.size() - 4), type_of(left), element, types_.is_enum);
    if (!found) return id;
    const NodeId l = coerced(left, found->left);
    const NodeId r = found->right == element ? right : coerced(right, tree_.keep(std::string(found->right) + "[]"));
    return typed(tree_.add(NodeKind::quantified, text, {l, r}), "boolean");
  }

  // The common type of some children, to which each of them is cast.
  std::string_view unify(NodeId id, const std::vector<std::size_t>& places) {
    std::vector<std::string_view> types;
    for (const std::size_t place : places) types.push_back(type_of(tree_.child(id, place)));
    const std::string_view common = common_type(types);
    if (common.empty()) return {};
    for (const std::size_t place : places) tree_.set_child(id, place, coerced(tree_.child(id, place), common));
    return common;
  }

  static std::vector<std::size_t> all_places(std::size_t count) {
    std::vector<std::size_t> places(count);
    for (std::size_t i = 0; i < count; ++i) places[i] = i;
    return places;
  }

  NodeId array(NodeId id) {
    const std::size_t count = tree_[id].count;
    if (count == 0) return id;
    const std::string_view first = type_of(tree_.child(id, 0));
    bool arrays = first.ends_with("[]"), values = true;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view type = type_of(tree_.child(id, i));
      values &= !type.empty() && !type.ends_with("[]");
      arrays &= type == first;
    }
    if (arrays) return typed(id, first);
    if (!values) return id;
    const std::string_view element = unify(id, all_places(count));
    return element.empty() ? id : typed(id, tree_.keep(std::string(element) + "[]"));
  }

  NodeId indirection(NodeId id) {
    const std::string_view type = type_of(tree_.child(id, 0));
    if (!type.ends_with("[]") || tree_[id].count != 2) return id;
    const NodeKind kind = tree_[tree_.child(id, 1)].kind;
    if (kind == NodeKind::subscript) return typed(id, type.substr(0, type.size() - 2));
    return kind == NodeKind::slice ? typed(id, type) : id;
  }

  // The results share a type; ELSE comes first when it is chosen. What WHEN compares is an operand of =, but written
  // without its implicit casts.
  NodeId case_when(NodeId id) {
    const bool argument = tree_[id].flags & node_flags::with_argument;
    const std::size_t last = tree_[id].count - 1;
    std::vector<std::size_t> results = {last};
    for (std::size_t i = argument ? 1 : 0; i < last; i += 2) {
      results.push_back(i + 1);
      const NodeId compared = tree_.child(id, i);
      if (!argument || type_of(compared) != "unknown") continue;
      const std::string_view type = type_of(tree_.child(id, 0));
      const auto found = resolve_operator("=", type == "unknown" ? "text" : type, "unknown", types_.is_enum);
      if (found) tree_.set_child(id, i, coerced(compared, found->right));
    }
    return typed(id, unify(id, results));
  }

  NodeId call(NodeId id) {
    if (tree_[id].text.starts_with("pg_catalog.")) tree_[id].text.remove_prefix(11);
    const std::string_view name = tree_[id].text;
    const std::size_t count = tree_[id].count;
    if (tree_[id].flags != 0 || count > max_arguments) return id;
    if (name == "COALESCE" || name == "GREATEST" || name == "LEAST") return typed(id, unify(id, all_places(count)));
    if (name == "NULLIF" && count == 2) {
      const auto found =
          resolve_operator("=", type_of(tree_.child(id, 0)), type_of(tree_.child(id, 1)), types_.is_enum);
      if (!found) return id;
      tree_.set_child(id, 0, coerced(tree_.child(id, 0), found->left));
      tree_.set_child(id, 1, coerced(tree_.child(id, 1), found->right));
      return typed(id, found->left);
    }
    std::array<std::string_view, max_arguments> types;
    for (std::size_t i = 0; i < count; ++i) {
      const NodeKind kind = tree_[tree_.child(id, i)].kind;
      const bool argument = kind != NodeKind::named && kind != NodeKind::variadic && kind != NodeKind::order &&
                            kind != NodeKind::filter && kind != NodeKind::within;
      if (!argument) return id;
      types[i] = type_of(tree_.child(id, i));
    }
    const auto found = resolve_function(name, std::span(types.data(), count));
    if (!found) return id;
    for (std::size_t i = 0; i < count; ++i) {
      if (found->arguments[i].empty()) continue;
      tree_.set_child(id, i, coerced(tree_.child(id, i), found->arguments[i]));
    }
    return typed(id, found->result);
  }

  // SQL's own forms are calls of functions too, but PostgreSQL writes no implicit casts in them.
  NodeId special(NodeId id) {
    const std::string_view text = tree_[id].text;
    if (text.starts_with("EXISTS") || text.ends_with("OVERLAPS %")) return typed(id, "boolean");
    if (text.starts_with("EXTRACT(")) return typed(id, "numeric");
    const auto is_text = [&](std::size_t n) {
      const std::string_view type = type_of(tree_.child(id, n));
      return type == "text" || type == "character varying";
    };
    const auto to_text = [&](std::size_t n) {
      if (type_of(tree_.child(id, n)) == "unknown") tree_.set_child(id, n, coerced(tree_.child(id, n), "text"));
    };
    if (text == "% AT TIME ZONE %") {
      const std::string_view type = type_of(tree_.child(id, 0)), zone = type_of(tree_.child(id, 1));
      const bool local = type == "timestamp without time zone";
      if (!local && type != "timestamp with time zone") return id;
      if (zone != "unknown" && !is_text(1)) return id;
      to_text(1);
      return typed(id, local ? "timestamp with time zone" : "timestamp without time zone");
    }
    const auto all_text = [&](std::size_t count) {
      for (std::size_t i = 1; i < count; ++i) {
        if (!is_text(i) && type_of(tree_.child(id, i)) != "unknown") return false;
      }
      return is_text(0);
    };
    if (text.starts_with("TRIM(") && all_text(tree_[id].count)) {
      for (std::size_t i = 0; i < tree_[id].count; ++i) to_text(i);
      return typed(id, "text");
    }
    if (text.starts_with("SUBSTRING(") && is_text(0) && type_of(tree_.child(id, 1)) == "integer" &&
        (tree_[id].count == 2 || type_of(tree_.child(id, 2)) == "integer")) {
      to_text(0);
      return typed(id, "text");
    }
    if (text.starts_with("OVERLAY(") && is_text(0) && (is_text(1) || type_of(tree_.child(id, 1)) == "unknown")) {
      to_text(1);
      return typed(id, "text");
    }
    if (text.starts_with("POSITION(") && is_text(1) && (is_text(0) || type_of(tree_.child(id, 0)) == "unknown")) {
      to_text(0);
      to_text(1);
      return typed(id, "integer");
    }
    return id;
  }

  // ---- constants ---------------------------------------------------------------------------------------------------

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
      case NodeKind::column:
      case NodeKind::number:
      case NodeKind::boolean:
      case NodeKind::operation:
      case NodeKind::prefix:
      case NodeKind::special:
      case NodeKind::cast:
        return operand.type == type ? inner : id;
      case NodeKind::call: {  // those that look like calls and are none may yield a type with a length
        const bool function = operand.text[0] < 'A' || operand.text[0] > 'Z';
        return function && operand.type == type ? inner : id;
      }
      case NodeKind::constant:
        if (operand.type == type) return inner;
        // 'x'::varchar(3) reads the constant as varchar, then cuts it: ('x'::varchar)::varchar(3).
        return is_same_with_length(operand.type, type) ? tree_.add_typed(NodeKind::constant, operand.text, type) : id;
      default:
        return id;
    }
  }

  // B'101' is '101'::"bit", X'5' is '0101'::"bit".
  NodeId bits(NodeId id) {
    const std::string_view text = tree_[id].text;
    const std::string_view inside = text.substr(2, text.size() - 3);
    std::string digits;
    for (const char c : inside) {
      static constexpr std::string_view hex = "0123456789abcdef";
      const std::size_t value = hex.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
      if (value == std::string_view::npos || (text[0] == 'B' && value > 1)) return id;
      if (text[0] == 'B') {
        digits += c;
      } else {
        for (int bit = 3; bit >= 0; --bit) digits += (value >> bit) & 1 ? '1' : '0';
      }
    }
    return tree_.add_typed(NodeKind::constant, tree_.keep(std::move(digits)), "\"bit\"");
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
    if (type == "boolean") {
      static constexpr std::string_view yes[] = {"t", "true", "y", "yes", "on", "1"};
      static constexpr std::string_view no[] = {"f", "false", "n", "no", "off", "0"};
      const auto is = [&](const auto& words) {
        return std::find(std::begin(words), std::end(words), text) != std::end(words);
      };
      if (is(yes)) return typed(tree_.add(NodeKind::boolean, "true"), "boolean");
      if (is(no)) return typed(tree_.add(NodeKind::boolean, "false"), "boolean");
    }
    return tree_.add_typed(NodeKind::constant, tree_.keep(stored_constant(text, type)), type);
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
    cast_elements(array, type.substr(0, type.size() - 2));
    return typed(array, type);
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
        typed(element, tree_.keep(std::string(type) + "[]"));
      } else {
        tree_.set_child(array, i, cast(tree_.add_typed(NodeKind::cast, {}, type, {element})));
      }
    }
  }

  // - 5, where 5 is a constant that is written without quotes, is read as -5 when it comes back, and - - 5 as 5.
  NodeId prefix(NodeId id) {
    const NodeId inner = tree_.child(id, 0);
    const Node& operand = tree_[inner];
    const std::string_view op = tree_[id].text;
    const std::string_view type = type_of(inner);
    if (op == "-" && operand.kind == NodeKind::number) {
      const bool negative = operand.text.starts_with('-');
      const bool bare = !negative && (operand.type == "integer" ||
                                      (operand.type == "numeric" && operand.text.find('.') != std::string_view::npos));
      if (bare || operand.flags == node_flags::read_back) {
        const std::string text = negative ? std::string(operand.text.substr(1)) : "-" + std::string(operand.text);
        const NodeId result = number(tree_.add(NodeKind::number, tree_.keep(text)));
        tree_[result].flags = node_flags::read_back;
        return result;
      }
    }
    static constexpr std::string_view numbers[] = {"smallint", "integer", "bigint",
                                                   "numeric",  "real",    "double precision"};
    const bool sign = op == "-" || op == "+" || op == "@";
    if (sign && std::find(std::begin(numbers), std::end(numbers), type) != std::end(numbers)) return typed(id, type);
    return id;
  }

  // a IN (b) is a = b. A longer list of constants is an array, what holds a column is compared by itself
  // (transformAExprIn).
  NodeId in(NodeId id) {
    typed(id, "boolean");
    const NodeId left = tree_.child(id, 0);
    const bool negated = tree_[id].text != "IN";
    const std::string_view op = negated ? "<>" : "=";
    if (tree_[id].count == 2) return compare(op, left, tree_.child(id, 1));

    std::vector<NodeId> constants, others;
    for (std::size_t i = 1; i < tree_[id].count; ++i) {
      const NodeId item = tree_.child(id, i);
      const Columns columns = columns_in(item);
      if (columns == Columns::unclear || tree_[item].kind == NodeKind::row) return id;
      (columns == Columns::none ? constants : others).push_back(item);
    }
    constexpr std::uint64_t most = 4096;  // the left side is repeated for each of the others
    if (others.size() * std::uint64_t{tree_[left].weight} > most) return id;
    std::vector<NodeId> tests;
    if (constants.size() > 1) {
      const NodeId list = list_test(left, op, constants);
      if (list == left) return id;
      tests.push_back(list);
    } else {
      others = tree_.children(id);
      others.erase(others.begin());
    }
    for (const NodeId other : others) tests.push_back(compare(op, left, other));
    if (tests.size() == 1) return tests[0];
    return typed(tree_.add(negated ? NodeKind::conjunction : NodeKind::disjunction, {}, tests), "boolean");
  }

  // left = ANY (ARRAY[constants]) of their common type, or left itself where that is not known.
  NodeId list_test(NodeId left, std::string_view op, const std::vector<NodeId>& constants) {
    std::vector<std::string_view> types = {type_of(left)};
    for (const NodeId constant : constants) types.push_back(type_of(constant));
    const std::string_view common = common_type(types);
    if (common.empty() || common.ends_with("[]")) return left;
    if (!resolve_operator(op, types[0], common, types_.is_enum)) return left;
    std::vector<NodeId> items;
    for (const NodeId constant : constants) items.push_back(coerced(constant, common));
    const NodeId array = tree_.add(NodeKind::array, {}, items);
    typed(array, tree_.keep(std::string(common) + "[]"));
    return quantified(tree_.add(NodeKind::quantified, op == "=" ? "= ANY" : "<> ALL", {left, array}));
  }

  enum class Columns { none, some, unclear };

  Columns columns_in(NodeId id) const {
    const Node& node = tree_[id];
    if (node.kind == NodeKind::column) return Columns::some;
    if (node.kind == NodeKind::query || node.kind == NodeKind::opaque) return Columns::unclear;
    Columns columns = Columns::none;
    for (std::size_t i = 0; i < node.count; ++i) columns = std::max(columns, columns_in(tree_.child(id, i)));
    return columns;
  }

  NodeId compare(std::string_view op, NodeId left, NodeId right) {
    return operation(tree_.add(NodeKind::operation, op, {left, right}));
  }
  NodeId both(NodeId a, NodeId b) { return typed(tree_.add(NodeKind::conjunction, {}, {a, b}), "boolean"); }
  NodeId either(NodeId a, NodeId b) { return typed(tree_.add(NodeKind::disjunction, {}, {a, b}), "boolean"); }

  // As transformAExprBetween. What is written once and stands twice afterwards must be small: BETWEENs inside BETWEENs
  // would double with each level.
  NodeId between(NodeId id) {
    constexpr std::uint32_t small = 64;
    typed(id, "boolean");
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

  // a IS DISTINCT FROM NULL is a IS NOT NULL, if a is not composite; IS NOT DISTINCT FROM is NOT (… IS DISTINCT FROM …).
  NodeId distinct(NodeId id) {
    typed(id, "boolean");
    NodeId left = tree_.child(id, 0), right = tree_.child(id, 1);
    const bool negative = tree_[id].text == "IS NOT DISTINCT FROM";
    if (tree_[left].kind == NodeKind::null || tree_[right].kind == NodeKind::null) {
      const NodeId other = tree_[right].kind == NodeKind::null ? left : right;
      if (type_of(other).empty()) return id;
      return typed(tree_.add(NodeKind::test, negative ? "IS NULL" : "IS NOT NULL", {other}), "boolean");
    }
    if (const auto found = resolve_operator("=", type_of(left), type_of(right), types_.is_enum)) {
      left = coerced(left, found->left);
      right = coerced(right, found->right);
    }
    const NodeId distinct = tree_.add(NodeKind::distinct, "IS DISTINCT FROM", {left, right});
    return typed(negative ? tree_.add(NodeKind::negation, {}, {distinct}) : distinct, "boolean");
  }

  // x BETWEEN a AND b AND c keeps its brackets when stored, and loses them when that is read again.
  NodeId logical(NodeId id) {
    typed(id, "boolean");
    const NodeId first = tree_.child(id, 0);
    if (tree_[first].kind != tree_[id].kind) return id;
    std::vector<NodeId> operands = tree_.children(first);
    const std::vector<NodeId> rest = tree_.children(id);
    operands.insert(operands.end(), rest.begin() + 1, rest.end());
    return typed(tree_.add(tree_[id].kind, {}, operands), "boolean");
  }

  Tree& tree_;
  const ColumnTypes& types_;
};

}  // namespace

NodeId fold(Tree& tree, NodeId root, const ColumnTypes& types) { return Folder(tree, types).fold(root); }

NodeId fold_assigned(Tree& tree, NodeId root, const Type& type, const ColumnTypes& types) {
  return Folder(tree, types).fold_assigned(root, type.text);
}

}  // namespace plumb::sql
