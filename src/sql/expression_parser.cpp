#include "sql/expression_parser.h"

#include <algorithm>

#include "sql/quote.h"
#include "sql/syntax_error.h"
#include "sql/type_parser.h"

namespace plumb::sql {

// gram.y's precedences, loosest first.
enum ExpressionParser::Level : int {
  none = 0,
  or_,
  and_,
  not_,
  is_,       // not associative
  compare,   // not associative
  like,      // not associative; BETWEEN and IN too
  escape,    // above LIKE, so that its operand leaves the word alone
  other_op,  // every operator without a line of its own
  plus,
  times,
  power,
  at,
  collation,
  sign,
  typecast,
};

ExpressionParser::Level ExpressionParser::level_of(std::string_view op) {
  if (op.size() == 1) {
    switch (op[0]) {
      case '<':
      case '>':
      case '=':
        return compare;
      case '+':
      case '-':
        return plus;
      case '*':
      case '/':
      case '%':
        return times;
      case '^':
        return power;
      default:
        return other_op;
    }
  }
  return op == "<=" || op == ">=" || op == "<>" ? compare : other_op;
}

struct ExpressionParser::Infix {
  Level level = none;
  Keyword word = Keyword::none;  // none: an operator
  bool negated = false;          // NOT LIKE, NOT IN, …
};

struct ExpressionParser::Deeper {
  explicit Deeper(ExpressionParser& parser) : parser_(parser) {
    if (++parser_.depth_ > max_depth) parser_.cursor_.fail("the expression nests too deeply");
  }
  ~Deeper() { --parser_.depth_; }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;

 private:
  ExpressionParser& parser_;
};

ExpressionParser::Infix ExpressionParser::infix(bool restricted) const {
  const Token& token = cursor_.peek();
  if (token.kind == TokenKind::operator_) return {level_of(token.value)};
  if (token.kind == TokenKind::punctuation) return {token.value == "::" ? typecast : none};
  if (token.keyword == Keyword::none) return {};
  const Token& next = cursor_.peek(1);
  if (token.is(kw("operator")) && next.is('(')) return {other_op, token.keyword};
  if (token.is(kw("is"))) {
    const Token& after = next.is(kw("not")) ? cursor_.peek(2) : next;
    if (restricted && !after.is(kw("distinct")) && !after.is(kw("document"))) return {};
    return {is_, token.keyword};
  }
  if (restricted) return {};
  switch (+token.keyword) {
    case +kw("or"):
      return {or_, token.keyword};
    case +kw("and"):
      return {and_, token.keyword};
    case +kw("isnull"):
    case +kw("notnull"):
      return {is_, token.keyword};
    case +kw("between"):
    case +kw("in"):
    case +kw("like"):
    case +kw("ilike"):
      return {like, token.keyword};
    case +kw("similar"):
      return {next.is(kw("to")) ? like : none, token.keyword};
    case +kw("not"):
      switch (+next.keyword) {
        case +kw("between"):
        case +kw("in"):
        case +kw("like"):
        case +kw("ilike"):
        case +kw("similar"):
          return {like, next.keyword, true};
        default:
          return {};
      }
    case +kw("at"):
      return {next.is(kw("time")) || next.is(kw("local")) ? at : none, token.keyword};
    case +kw("collate"):
      return {collation, token.keyword};
    case +kw("overlaps"):
      return {typecast, token.keyword};
    default:
      return {};
  }
}

NodeId ExpressionParser::climb(int lowest, bool restricted) {
  const Deeper deeper(*this);
  NodeId left = prefix(restricted);
  int barred = none;  // a level that doesn't associate: a < b < c
  for (;;) {
    const Infix next = infix(restricted);
    if (next.level == none || next.level < lowest) return left;
    if (next.level == barred) cursor_.fail("this operator needs brackets: its kind does not chain");
    left = operate(left, next, restricted);
    if (tree_.too_deep()) cursor_.fail("the expression nests too deeply");
    // Only what ends in an operand of its own level bars the next: `a IS NULL IS NULL` and `a = ANY (b) = c` are fine.
    const bool chains = next.level < is_ || next.level > like;
    const NodeKind kind = tree_[left].kind;
    const bool closed = kind == NodeKind::test || kind == NodeKind::in || kind == NodeKind::quantified ||
                        (kind == NodeKind::negation && next.word != Keyword::none);
    barred = chains || closed ? none : next.level;
  }
}

NodeId ExpressionParser::prefix(bool restricted) {
  const Token& token = cursor_.peek();
  if (token.kind == TokenKind::operator_) {
    if (token.is('-')) {
      cursor_.take();
      return negated(climb(sign, restricted));
    }
    if (token.is('+')) {
      cursor_.take();
      return tree_.add(NodeKind::prefix, "+", {climb(sign, restricted)});
    }
    if (level_of(token.value) != other_op) cursor_.fail_expected("an expression");
    cursor_.take();
    return tree_.add(NodeKind::prefix, token.value, {climb(other_op + 1, restricted)});
  }
  if (token.is(kw("operator")) && cursor_.peek(1).is('(')) {
    const std::string_view op = qualified_operator();
    return tree_.add(NodeKind::prefix, op, {climb(other_op + 1, restricted)});
  }
  if (token.is(kw("not")) && !restricted) {
    cursor_.take();
    return tree_.add(NodeKind::negation, {}, {climb(not_, restricted)});
  }
  return primary();
}

// gram.y's doNegate: the sign of a number belongs to it.
NodeId ExpressionParser::negated(NodeId operand) {
  const Node& node = tree_[operand];
  if (node.kind != NodeKind::number) return tree_.add(NodeKind::prefix, "-", {operand});
  const bool negative = node.text.starts_with('-');
  const std::string_view text = negative ? node.text.substr(1) : tree_.keep("-" + std::string(node.text));
  return tree_.add(NodeKind::number, text);
}

NodeId ExpressionParser::operate(NodeId left, const Infix& next, bool restricted) {
  if (next.word == Keyword::none) {
    const Token& op = cursor_.take();
    if (op.is("::")) return cast_to_type(left);
    if (!restricted && at_quantifier()) return quantified(left, op.value);
    return tree_.add(NodeKind::operation, op.value, {left, climb(next.level + 1, restricted)});
  }
  switch (+next.word) {
    case +kw("operator"): {
      const std::string_view op = qualified_operator();
      if (!restricted && at_quantifier()) return quantified(left, op);
      return tree_.add(NodeKind::operation, op, {left, climb(next.level + 1, restricted)});
    }
    case +kw("and"):
    case +kw("or"):
      return logical(left, next);
    case +kw("is"):
      return is_test(left, next.level, restricted);
    case +kw("isnull"):
      cursor_.take();
      return tree_.add(NodeKind::test, "IS NULL", {left});
    case +kw("notnull"):
      cursor_.take();
      return tree_.add(NodeKind::test, "IS NOT NULL", {left});
    case +kw("at"): {
      cursor_.take();
      if (cursor_.accept(kw("local"))) return tree_.add(NodeKind::special, "% AT LOCAL", {left});
      cursor_.expect(kw("time"));
      cursor_.expect(kw("zone"));
      return special("% AT TIME ZONE %", {left, climb(next.level + 1, false)});
    }
    case +kw("collate"): {
      cursor_.take();
      std::string name;
      for (const std::string& part : cursor_.expect_qualified("a collation")) {
        name += (name.empty() ? "" : ".") + quote_ident(part);
      }
      return tree_.add(NodeKind::collate, tree_.keep(std::move(name)), {left});
    }
    case +kw("overlaps"):
      return row_overlaps(left);
    default:
      break;
  }
  if (next.negated) cursor_.take();
  cursor_.take();
  if (next.word == kw("in")) return in_list(left, next.negated);
  if (next.word == kw("between")) return between(left, next.level, next.negated);
  return match(left, next);
}

NodeId ExpressionParser::logical(NodeId left, const Infix& next) {
  const NodeKind kind = next.word == kw("and") ? NodeKind::conjunction : NodeKind::disjunction;
  std::vector<NodeId> operands = {left};
  if (tree_[left].kind == kind) operands = tree_.children(left);  // as makeAndExpr: brackets on the left don't matter
  while (cursor_.accept(next.word)) operands.push_back(climb(next.level + 1, false));
  return tree_.add(kind, {}, operands);
}

NodeId ExpressionParser::is_test(NodeId left, int level, bool restricted) {
  cursor_.take();
  const bool negative = cursor_.accept(kw("not"));
  const auto test = [&](std::string_view text, std::string_view opposite) {
    cursor_.take();
    return tree_.add(NodeKind::test, negative ? opposite : text, {left});
  };
  switch (+cursor_.peek().keyword) {
    case +kw("distinct"): {
      cursor_.take();
      cursor_.expect(kw("from"));
      const NodeId right = climb(level + 1, restricted);
      return tree_.add(NodeKind::distinct, negative ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", {left, right});
    }
    case +kw("document"): {
      cursor_.take();
      const NodeId is = tree_.add(NodeKind::test, "IS DOCUMENT", {left});
      return negative ? tree_.add(NodeKind::negation, {}, {is}) : is;
    }
    case +kw("null"):
      return test("IS NULL", "IS NOT NULL");
    case +kw("true"):
      return test("IS TRUE", "IS NOT TRUE");
    case +kw("false"):
      return test("IS FALSE", "IS NOT FALSE");
    case +kw("unknown"):
      return test("IS UNKNOWN", "IS NOT UNKNOWN");
    default:
      break;
  }
  std::string words = "IS";
  const auto word = [&](std::initializer_list<Keyword> keywords) {
    for (const Keyword keyword : keywords) {
      if (!cursor_.at(keyword)) continue;
      cursor_.take();
      words += " " + std::string(text(keyword));
      return true;
    }
    return false;
  };
  if (word({kw("nfc"), kw("nfd"), kw("nfkc"), kw("nfkd")}) || cursor_.at(kw("normalized"))) {
    if (!word({kw("normalized")})) cursor_.fail_expected("\"normalized\"");
  } else if (!cursor_.peek().quoted && cursor_.peek().value == "json") {
    cursor_.take();
    words += " json";
    for (const std::string_view what : {"value", "array", "object", "scalar"}) {
      if (cursor_.peek().kind == TokenKind::name && !cursor_.peek().quoted && cursor_.peek().value == what) {
        cursor_.take();
        words += " " + std::string(what);
        break;
      }
    }
    if (cursor_.peek(1).is(kw("unique")) && word({kw("with"), kw("without")})) {
      word({kw("unique")});
      if (!cursor_.peek().quoted && cursor_.peek().value == "keys") cursor_.take();
    }
  } else {
    cursor_.fail_expected(negative ? "\"null\", \"true\", \"distinct from\" or another test after IS NOT"
                                   : "\"null\", \"not null\", \"true\", \"distinct from\" or another test after IS");
  }
  const NodeId is = tree_.add(NodeKind::test, tree_.keep(std::move(words)), {left});
  return negative ? tree_.add(NodeKind::negation, {}, {is}) : is;
}

// LIKE, ILIKE, SIMILAR TO: operators under another name; an ESCAPE wraps the pattern in a function.
NodeId ExpressionParser::match(NodeId left, const Infix& next) {
  const bool similar = next.word == kw("similar");
  if (similar) cursor_.expect(kw("to"));
  std::string_view op = next.negated ? "!~~" : "~~";
  if (next.word == kw("ilike")) op = next.negated ? "!~~*" : "~~*";
  if (similar) op = next.negated ? "!~" : "~";
  if (!similar && at_quantifier()) return quantified(left, op);
  NodeId pattern = climb(next.level + 1, false);
  if (cursor_.accept(kw("escape"))) {
    const NodeId escape = climb(next.level + 1, false);
    pattern = tree_.add(NodeKind::call, similar ? "pg_catalog.similar_to_escape" : "pg_catalog.like_escape",
                        {pattern, escape});
  } else if (similar) {
    pattern = tree_.add(NodeKind::call, "pg_catalog.similar_to_escape", {pattern});
  }
  return tree_.add(NodeKind::operation, op, {left, pattern});
}

NodeId ExpressionParser::in_list(NodeId left, bool negated) {
  if (!cursor_.at('(')) cursor_.fail_expected("\"(\"");
  if (opens_query(cursor_.tokens(), cursor_.index())) {  // IN (SELECT …) is = ANY (SELECT …), NOT IN its negation
    const NodeId any = tree_.add(NodeKind::quantified, "= ANY", {left, query()});
    return negated ? tree_.add(NodeKind::negation, {}, {any}) : any;
  }
  cursor_.take();
  std::vector<NodeId> children = expressions();
  children.insert(children.begin(), left);
  cursor_.expect(')');
  return tree_.add(NodeKind::in, negated ? "NOT IN" : "IN", children);
}

NodeId ExpressionParser::between(NodeId left, int level, bool negated) {
  const bool symmetric = cursor_.accept(kw("symmetric"));
  if (!symmetric) cursor_.accept(kw("asymmetric"));
  const NodeId low = climb(0, true);
  cursor_.expect(kw("and"));
  const NodeId high = climb(level + 1, false);
  const std::string_view words =
      negated ? (symmetric ? "NOT BETWEEN SYMMETRIC" : "NOT BETWEEN") : (symmetric ? "BETWEEN SYMMETRIC" : "BETWEEN");
  return tree_.add(NodeKind::between, words, {left, low, high});
}

NodeId ExpressionParser::cast_to_type(NodeId operand) {
  return tree_.add_typed(NodeKind::cast, {}, tree_.keep(type_text(read_type(cursor_))), {operand});
}

NodeId ExpressionParser::row_overlaps(NodeId left) {
  if (tree_[left].kind != NodeKind::row) cursor_.fail("OVERLAPS stands between two rows");
  cursor_.take();
  const NodeId right = primary();
  if (tree_[right].kind != NodeKind::row) cursor_.fail("OVERLAPS stands between two rows");
  return special("% OVERLAPS %", {left, right});
}

// OPERATOR(schema.op); without a schema it is the operator itself, but for its precedence.
std::string_view ExpressionParser::qualified_operator() {
  cursor_.take();
  cursor_.expect('(');
  std::string schema;
  while (cursor_.peek().kind == TokenKind::name) {
    schema += quote_ident(cursor_.expect_label("a schema")) + ".";
    cursor_.expect('.');
  }
  if (cursor_.peek().kind != TokenKind::operator_) cursor_.fail_expected("an operator");
  const std::string_view op = cursor_.take().value;
  cursor_.expect(')');
  return schema.empty() ? op : tree_.keep("OPERATOR(" + schema + std::string(op) + ")");
}

bool ExpressionParser::at_quantifier() const {
  return (cursor_.at(kw("any")) || cursor_.at(kw("some")) || cursor_.at(kw("all"))) && cursor_.peek(1).is('(');
}

NodeId ExpressionParser::quantified(NodeId left, std::string_view op) {
  const bool all = cursor_.take().is(kw("all"));
  const std::string_view text = tree_.keep(std::string(op) + (all ? " ALL" : " ANY"));
  if (opens_query(cursor_.tokens(), cursor_.index())) return tree_.add(NodeKind::quantified, text, {left, query()});
  cursor_.take();
  const NodeId right = climb(0, false);
  cursor_.expect(')');
  return tree_.add(NodeKind::quantified, text, {left, right});
}

NodeId ExpressionParser::primary() {
  const Token& token = cursor_.peek();
  switch (token.kind) {
    case TokenKind::string:
      cursor_.take();
      return tree_.add(NodeKind::string, token.value);
    case TokenKind::number:
      cursor_.take();
      return tree_.add(NodeKind::number, token.value);
    case TokenKind::bits:
      cursor_.take();
      return tree_.add(NodeKind::bits, token.value);
    case TokenKind::parameter:
      cursor_.take();
      return indirection(tree_.add(NodeKind::parameter, token.value));
    case TokenKind::name:
      break;
    default:
      if (token.is('(')) return brackets();
      cursor_.fail_expected("an expression");
  }
  if (token.keyword != Keyword::none) {
    bool known = true;
    const NodeId node = keyword_primary(token.keyword, known);
    if (known) return node;
  }
  return name_or_call();
}

NodeId ExpressionParser::name_or_call() {
  const std::size_t start = cursor_.index();
  const Token& first = cursor_.peek();
  const bool column = cursor_.at_column_name(), function = cursor_.at_type_name();
  if (!column && !function) cursor_.fail_expected("an expression");
  std::string full = quote_ident(first.value);
  cursor_.take();
  const bool dotted = cursor_.at('.');
  while (cursor_.accept('.')) {
    if (cursor_.accept('*')) return tree_.add(NodeKind::column, tree_.keep(full + ".*"));
    full += "." + quote_ident(cursor_.expect_label("a name after the dot"));
  }
  const std::string_view name = full == first.value ? first.value : tree_.keep(std::move(full));
  if (cursor_.peek().kind == TokenKind::string && (function || dotted)) {
    cursor_.go_to(start);
    return typed_constant();
  }
  if (cursor_.at('(') && (function || dotted)) {
    const NodeId node = is_json_constructor(name) ? opaque_call(name) : call(name);
    if (cursor_.peek().kind != TokenKind::string) return node;
    cursor_.go_to(start);  // geometry(Point) '…'
    return typed_constant();
  }
  if (!column) cursor_.fail_expected("an expression");
  return indirection(tree_.add(NodeKind::column, name));
}

NodeId ExpressionParser::typed_constant() {
  const Token* constant = nullptr;
  const std::string type = type_text(read_typed_constant(cursor_, constant));
  return tree_.add_typed(NodeKind::cast, {}, tree_.keep(type), {tree_.add(NodeKind::string, constant->value)});
}

// (query), (expression) or an implicit row.
NodeId ExpressionParser::brackets() {
  if (opens_query(cursor_.tokens(), cursor_.index())) return indirection(query());
  cursor_.take();
  const NodeId first = climb(0, false);
  if (cursor_.accept(',')) {
    std::vector<NodeId> children = expressions();
    children.insert(children.begin(), first);
    cursor_.expect(')');
    return tree_.add(NodeKind::row, {}, children);
  }
  if (!cursor_.at(')')) cursor_.fail_expected("an operator or \")\"");
  cursor_.take();
  return indirection(first);
}

// A query in brackets, without the brackets around its brackets.
NodeId ExpressionParser::query() {
  std::size_t open = cursor_.index();
  const auto& list = cursor_.tokens().list;
  const std::size_t after = list[open].partner + 1;
  while (list[open + 1].is('(') && list[open + 1].partner + 1 == list[open].partner) ++open;
  const std::string text = "(" + normalized(cursor_.tokens(), open + 1, list[open].partner) + ")";
  cursor_.go_to(after);
  return tree_.add(NodeKind::query, tree_.keep(text));
}

// Fields and subscripts behind brackets or a column. Those of a nested one go on with it, but two runs of subscripts
// stay apart: (a[1])[2] is not a[1][2].
NodeId ExpressionParser::indirection(NodeId base) {
  if (!cursor_.at('.') && !cursor_.at('[')) return base;
  std::vector<NodeId> children = {base};
  if (tree_[base].kind == NodeKind::indirection) {
    const bool ends_in_field = tree_[tree_.child(base, tree_[base].count - 1)].kind == NodeKind::field;
    if (ends_in_field || cursor_.at('.')) children = tree_.children(base);
  }
  for (;;) {
    if (cursor_.accept('.')) {
      const std::string name =
          cursor_.accept('*') ? std::string("*") : quote_ident(cursor_.expect_label("a name after the dot"));
      children.push_back(tree_.add(NodeKind::field, tree_.keep("." + name)));
    } else if (cursor_.at('[')) {
      children.push_back(subscript());
    } else {
      return tree_.add(NodeKind::indirection, {}, children);
    }
  }
}

NodeId ExpressionParser::subscript() {
  cursor_.expect('[');
  std::vector<NodeId> bounds;
  std::uint8_t flags = 0;
  if (!cursor_.at(':')) {
    bounds.push_back(climb(0, false));
    flags |= node_flags::low;
    if (cursor_.accept(']')) return tree_.add(NodeKind::subscript, {}, bounds);
  }
  if (!cursor_.accept(':')) cursor_.fail_expected("\":\" or \"]\"");
  if (!cursor_.at(']')) {
    bounds.push_back(climb(0, false));
    flags |= node_flags::high;
  }
  cursor_.expect(']');
  return tree_.add(NodeKind::slice, {}, bounds, flags);
}

// From the opening bracket on; inner ones need no ARRAY of their own.
NodeId ExpressionParser::array() {
  const Deeper deeper(*this);
  cursor_.expect('[');
  std::vector<NodeId> children;
  if (!cursor_.at(']')) {
    do {
      children.push_back(cursor_.at('[') ? array() : climb(0, false));
    } while (cursor_.accept(','));
  }
  cursor_.expect(']');
  return tree_.add(NodeKind::array, {}, children);
}

NodeId ExpressionParser::case_when() {
  cursor_.take();
  std::vector<NodeId> children;
  std::uint8_t flags = 0;
  if (!cursor_.at(kw("when"))) {
    flags = node_flags::with_argument;
    children.push_back(climb(0, false));
  }
  if (!cursor_.at(kw("when"))) cursor_.fail_expected("\"when\"");
  while (cursor_.accept(kw("when"))) {
    children.push_back(climb(0, false));
    cursor_.expect(kw("then"));
    children.push_back(climb(0, false));
  }
  // Without ELSE PostgreSQL adds ELSE NULL.
  children.push_back(cursor_.accept(kw("else")) ? climb(0, false) : tree_.add(NodeKind::null, {}));
  if (!cursor_.at(kw("end"))) cursor_.fail_expected("\"when\", \"else\" or \"end\"");
  cursor_.take();
  return tree_.add(NodeKind::case_, {}, children, flags);
}

NodeId ExpressionParser::cast_call() {
  cursor_.take();
  cursor_.expect('(');
  const NodeId operand = climb(0, false);
  cursor_.expect(kw("as"));
  const NodeId node = cast_to_type(operand);
  cursor_.expect(')');
  return node;
}

std::vector<NodeId> ExpressionParser::expressions() {
  std::vector<NodeId> list;
  do {
    list.push_back(climb(0, false));
  } while (cursor_.accept(','));
  return list;
}

}  // namespace plumb::sql
