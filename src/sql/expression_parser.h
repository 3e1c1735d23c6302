// The grammar of scalar expressions: gram.y's a_expr and b_expr, by precedence climbing over tokens. What gram.y itself
// makes equal (LIKE and ~~, CAST(a AS t) and a::t, != and <>, a AND b AND c) comes out equal.
#pragma once

#include <string>

#include "sql/cursor.h"
#include "sql/expression_tree.h"

namespace plumb::sql {

class ExpressionParser {
 public:
  ExpressionParser(Cursor& cursor, Tree& tree) : cursor_(cursor), tree_(tree) {}

  // Each takes one expression and stops before the first token that can't belong to it. They throw SyntaxError.
  NodeId expression() { return climb(0, false); }  // a_expr
  NodeId restricted() { return climb(0, true); }   // b_expr: no AND, OR, NOT, IN, LIKE, IS NULL, …, but in brackets
  NodeId function_call();                          // func_expr_windowless, as an index element may be without brackets

 private:
  enum Level : int;
  struct Infix;
  struct Deeper;  // counts how deep the parser is

  static Level level_of(std::string_view op);
  NodeId climb(int lowest, bool restricted);
  Infix infix(bool restricted) const;
  NodeId prefix(bool restricted);
  NodeId negated(NodeId operand);
  NodeId primary();

  // What follows a left operand, from its operator on.
  NodeId operate(NodeId left, const Infix& infix, bool restricted);
  NodeId logical(NodeId left, const Infix& infix);
  NodeId is_test(NodeId left, int level, bool restricted);
  NodeId match(NodeId left, const Infix& infix);
  NodeId in_list(NodeId left, bool negated);
  NodeId between(NodeId left, int level, bool negated);
  NodeId cast_to_type(NodeId operand);
  NodeId row_overlaps(NodeId left);
  std::string_view qualified_operator();
  bool at_quantifier() const;
  NodeId quantified(NodeId left, std::string_view op);

  NodeId name_or_call();
  NodeId brackets();
  NodeId query();
  NodeId indirection(NodeId base);
  NodeId subscript();
  NodeId array();
  NodeId case_when();
  NodeId cast_call();
  NodeId typed_constant();

  // expression_functions.cpp
  NodeId keyword_primary(Keyword keyword, bool& known);
  NodeId call(std::string_view name);
  NodeId call_from(std::string_view name, NodeId first);
  NodeId finish_call(std::string_view name, std::vector<NodeId>& children, std::uint8_t flags);
  void call_arguments(std::vector<NodeId>& children);
  void call_order(std::vector<NodeId>& children);
  bool at_ordinary_argument(std::size_t ahead) const;
  NodeId argument();
  NodeId sort_key();
  void call_suffixes(std::vector<NodeId>& children);
  NodeId plain_call(std::string_view name);  // COALESCE(a, b): expressions only
  NodeId special(std::string_view text, std::initializer_list<NodeId> operands) {
    return tree_.add(NodeKind::special, text, operands);
  }
  NodeId extract();
  NodeId overlay();
  NodeId position();
  NodeId substring();
  NodeId trim();
  NodeId normalize();
  NodeId treat();
  NodeId collation_for();
  NodeId value_function(std::string_view name, bool precision);
  NodeId opaque_call(std::string_view name);
  bool is_json_constructor(std::string_view name) const;

  std::vector<NodeId> expressions();  // a, b, c

  Cursor& cursor_;
  Tree& tree_;
  int depth_ = 0;
};

// Tokens from one to before another with case, comments and white space normalised, one space between them.
std::string normalized(const Tokens& tokens, std::size_t first, std::size_t last);

// Does the bracket at this index open a query: (SELECT …), ((VALUES (1)) UNION …)?
bool opens_query(const Tokens& tokens, std::size_t index);

// A string constant in single quotes, as canonical text holds it: quotes doubled, backslashes as they are.
std::string canonical_string(std::string_view content);

}  // namespace plumb::sql
