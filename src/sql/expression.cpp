#include "sql/expression.h"

#include <algorithm>

#include "sql/expression_fold.h"
#include "sql/expression_parser.h"
#include "sql/expression_types.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

// Functions that answer the same throughout a statement, so that a default of them is computed once.
constexpr std::string_view stable_functions[] = {
    "now",
    "statement_timestamp",
    "transaction_timestamp",
    "lower",
    "upper",
    "concat",
    "md5",
    "make_date",
    "make_interval",
    "make_time",
    "make_timestamp",
    "make_timestamptz",
    "to_timestamp",
    "to_date",
    "to_char",
    "date_trunc",
    "timezone",
    "json_build_object",
    "json_build_array",
    "jsonb_build_object",
    "jsonb_build_array",
    "to_json",
    "to_jsonb",
    "array_fill",
    "current_setting",
    "int4range",
    "int8range",
    "numrange",
    "tsrange",
    "tstzrange",
    "daterange",
    "point",
    "COALESCE",
    "GREATEST",
    "LEAST",
    "NULLIF",
    "round",
    "floor",
    "ceil",
    "abs",
    "trunc",
    "repeat",
    "replace",
    "\"left\"",
    "\"right\"",
    "lpad",
    "rpad",
    "age",
};

bool is_stable(const Tree& tree, NodeId id) {
  const Node& node = tree[id];
  switch (node.kind) {
    case NodeKind::column:
    case NodeKind::query:
    case NodeKind::opaque:
    case NodeKind::parameter:
    case NodeKind::within:
      return false;
    case NodeKind::call: {
      std::string_view name = node.text;
      if (name.starts_with("pg_catalog.")) name.remove_prefix(11);
      if (std::find(std::begin(stable_functions), std::end(stable_functions), name) == std::end(stable_functions)) {
        return false;
      }
      break;
    }
    default:
      break;
  }
  for (std::size_t i = 0; i < node.count; ++i) {
    if (!is_stable(tree, tree.child(id, i))) return false;
  }
  return true;
}

// The whole text as a tree.
NodeId read_whole(const Tokens& tokens, Tree& tree) {
  Cursor cursor(tokens);
  tree.reserve(tokens.list.size() + 8);
  const NodeId root = ExpressionParser(cursor, tree).expression();
  cursor.expect_end("the expression");
  return root;
}

// Without a final semicolon.
std::size_t query_end(const Tokens& tokens) {
  std::size_t end = tokens.list.size() - 1;
  while (end > 0 && tokens.list[end - 1].is(';')) --end;
  return end;
}

template <typename Fold>
std::string canonical(std::string_view text, Fold fold_tree) {
  const Tokens tokens = tokenize(text);
  try {
    Tree tree;
    const NodeId root = read_whole(tokens, tree);
    return print_canonical(tree, fold_tree(tree, root));
  } catch (const SyntaxError&) {
    return normalized(tokens, 0, tokens.list.size() - 1);
  }
}

}  // namespace

std::string canonical_expression(std::string_view text) { return canonical_expression(text, {}); }

std::string canonical_expression(std::string_view text, const ColumnTypes& types) {
  return canonical(text, [&](Tree& tree, NodeId root) { return fold(tree, root, types); });
}

namespace {

// What is without it, in whatever case, can't be NULL; most defaults are.
bool may_be_null(std::string_view text) {
  constexpr std::string_view word = "null";
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

}  // namespace

std::string canonical_default(std::string_view text, const Type& column_type, const ColumnTypes& types) {
  return canonical(text, [&](Tree& tree, NodeId root) { return fold_assigned(tree, root, column_type, types); });
}

bool is_no_default(std::string_view text, const Type& column_type) {
  if (!may_be_null(text)) return false;
  if (column_type.text.find('(') != std::string::npos || !is_known_type(column_type.text)) return false;
  return same_expression(text, "NULL") || same_expression(text, "NULL::" + column_type.text);
}

std::string canonical_query(std::string_view text) {
  const Tokens tokens = tokenize(text);
  return normalized(tokens, 0, query_end(tokens));
}

namespace {

void collect_columns(const Tree& tree, NodeId id, std::vector<std::string>& out) {
  const Node& node = tree[id];
  if (node.kind == NodeKind::column) out.emplace_back(node.text);
  for (std::size_t i = 0; i < node.count; ++i) collect_columns(tree, tree.child(id, i), out);
}

}  // namespace

std::vector<std::string> columns_named(std::string_view text) {
  std::vector<std::string> out;
  if (text.empty()) return out;  // most columns have no expression, and what is thrown costs more than all else
  try {
    const Tokens tokens = tokenize(text);
    Tree tree;
    collect_columns(tree, read_whole(tokens, tree), out);
  } catch (const SyntaxError&) {
    out.clear();
  }
  return out;
}

void check_expression(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Tree tree;
  read_whole(tokens, tree);
}

void check_query(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::size_t first = 0;
  while (tokens.list[first].is('(')) ++first;
  const Token& word = tokens.list[first];
  const bool begins = word.is(kw("select")) || word.is(kw("with")) || word.is(kw("values")) || word.is(kw("table"));
  if (!begins) throw SyntaxError("a query begins with SELECT, WITH, VALUES or TABLE", word.offset);
  for (std::size_t i = 0; i < query_end(tokens); ++i) {
    if (tokens.list[i].is(';')) throw SyntaxError("a query is one statement", tokens.list[i].offset);
  }
}

bool is_stable_default(std::string_view text) {
  try {
    const Tokens tokens = tokenize(text);
    Tree tree;
    return is_stable(tree, read_whole(tokens, tree));
  } catch (const SyntaxError&) {
    return false;
  }
}

namespace {

template <typename Canonical>
bool same(std::string_view a, std::string_view b, Canonical canonical) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  try {
    return canonical(a) == canonical(b);
  } catch (const SyntaxError&) {
    return false;
  }
}

}  // namespace

bool same_expression(std::string_view a, std::string_view b) {
  return same(a, b, [](std::string_view text) { return canonical_expression(text); });
}

bool same_expression(std::string_view a, std::string_view b, const ColumnTypes& types) {
  return same(a, b, [&](std::string_view text) { return canonical_expression(text, types); });
}

bool same_default(std::string_view a, std::string_view b, const Type& column_type, const ColumnTypes& types) {
  return same(a, b, [&](std::string_view text) { return canonical_default(text, column_type, types); });
}

bool same_query(std::string_view a, std::string_view b) { return same(a, b, canonical_query); }

}  // namespace plumb::sql
