// Expressions that begin with a word or are calls: gram.y's func_expr, func_expr_common_subexpr, AexprConst.
#include <algorithm>

#include "sql/expression_parser.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

bool is_plain_word(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

// What a key word begins, or `known` becomes false: then the word is a name.
NodeId ExpressionParser::keyword_primary(Keyword keyword, bool& known) {
  const Token& next = cursor_.peek(1);
  const bool bracket = next.is('(');
  const bool constant = next.kind == TokenKind::string;
  switch (+keyword) {
    case +kw("null"):
      cursor_.take();
      return tree_.add(NodeKind::null, {});
    case +kw("true"):
      cursor_.take();
      return tree_.add(NodeKind::boolean, "true");
    case +kw("false"):
      cursor_.take();
      return tree_.add(NodeKind::boolean, "false");
    case +kw("case"):
      return case_when();
    case +kw("cast"):
      return cast_call();
    case +kw("array"):
      cursor_.take();
      if (cursor_.at('[')) return array();
      if (!cursor_.at('(') || !opens_query(cursor_.tokens(), cursor_.index()))
        cursor_.fail_expected("\"[\" or a query");
      return special("ARRAY%", {query()});
    case +kw("current_date"):
    case +kw("current_role"):
    case +kw("current_user"):
    case +kw("current_catalog"):
    case +kw("session_user"):
    case +kw("system_user"):
    case +kw("user"):
      return value_function(text(keyword), false);
    case +kw("current_time"):
    case +kw("current_timestamp"):
    case +kw("localtime"):
    case +kw("localtimestamp"):
      return value_function(text(keyword), true);
    case +kw("current_schema"):
      if (bracket || next.is('.')) break;
      return value_function(text(keyword), false);
    case +kw("int"):
    case +kw("integer"):
    case +kw("smallint"):
    case +kw("bigint"):
    case +kw("real"):
    case +kw("boolean"):
      if (!constant) break;
      return typed_constant();
    case +kw("double"):
      if (!next.is(kw("precision"))) break;
      return typed_constant();
    case +kw("dec"):
    case +kw("decimal"):
    case +kw("numeric"):
    case +kw("float"):
    case +kw("interval"):
      if (!constant && !bracket) break;
      return typed_constant();
    case +kw("bit"):
    case +kw("char"):
    case +kw("character"):
    case +kw("nchar"):
    case +kw("varchar"):
      if (!constant && !bracket && !next.is(kw("varying"))) break;
      return typed_constant();
    case +kw("national"):
      if (!next.is(kw("char")) && !next.is(kw("character"))) break;
      return typed_constant();
    case +kw("time"):
    case +kw("timestamp"):
      if (!constant && !bracket && !next.is(kw("with")) && !next.is(kw("without"))) break;
      return typed_constant();
    case +kw("collation"):
      if (next.is(kw("for"))) return collation_for();
      break;
    default:
      if (!bracket) break;
      switch (+keyword) {
        case +kw("coalesce"):
          return plain_call("COALESCE");
        case +kw("greatest"):
          return plain_call("GREATEST");
        case +kw("least"):
          return plain_call("LEAST");
        case +kw("nullif"):
          return plain_call("NULLIF");
        case +kw("grouping"):
          return plain_call("GROUPING");
        case +kw("row"): {
          cursor_.take();
          cursor_.take();
          const std::vector<NodeId> values = cursor_.at(')') ? std::vector<NodeId>() : expressions();
          cursor_.expect(')');
          return tree_.add(NodeKind::row, {}, values);
        }
        case +kw("exists"):
          cursor_.take();
          if (!opens_query(cursor_.tokens(), cursor_.index())) cursor_.fail_expected("a query");
          return special("EXISTS %", {query()});
        case +kw("extract"):
          return extract();
        case +kw("overlay"):
          return overlay();
        case +kw("position"):
          return position();
        case +kw("substring"):
          return substring();
        case +kw("trim"):
          return trim();
        case +kw("normalize"):
          return normalize();
        case +kw("treat"):
          return treat();
        case +kw("xmlconcat"):
        case +kw("xmlelement"):
        case +kw("xmlexists"):
        case +kw("xmlforest"):
        case +kw("xmlparse"):
        case +kw("xmlpi"):
        case +kw("xmlroot"):
        case +kw("xmlserialize"):
          return opaque_call(text(keyword));
        default:
          break;
      }
  }
  known = false;
  return 0;
}

// CURRENT_TIMESTAMP and its kin; some take a precision.
NodeId ExpressionParser::value_function(std::string_view name, bool precision) {
  cursor_.take();
  std::string text(name);
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (precision && cursor_.accept('(')) {
    if (cursor_.peek().kind != TokenKind::number) cursor_.fail_expected("a precision");
    text += "(" + std::string(cursor_.take().value) + ")";
    cursor_.expect(')');
  }
  return tree_.add(NodeKind::keyword, tree_.keep(std::move(text)));
}

NodeId ExpressionParser::plain_call(std::string_view name) {
  cursor_.take();
  cursor_.expect('(');
  const std::vector<NodeId> children = expressions();
  cursor_.expect(')');
  return tree_.add(NodeKind::call, name, children);
}

// From the opening bracket on.
NodeId ExpressionParser::call(std::string_view name) {
  std::vector<NodeId> children;
  std::uint8_t flags = 0;
  cursor_.expect('(');
  if (cursor_.accept('*')) {
    flags |= node_flags::star;
  } else if (!cursor_.at(')')) {
    if (cursor_.accept(kw("distinct"))) {
      flags |= node_flags::distinct;
    } else {
      cursor_.accept(kw("all"));  // the default
    }
    call_arguments(children);
  }
  return finish_call(name, children, flags);
}

// An ordinary call of which the first argument, an expression, has been read.
NodeId ExpressionParser::call_from(std::string_view name, NodeId first) {
  std::vector<NodeId> children = {first};
  if (cursor_.accept(',')) {
    call_arguments(children);
  } else {
    call_order(children);
  }
  return finish_call(name, children, 0);
}

NodeId ExpressionParser::finish_call(std::string_view name, std::vector<NodeId>& children, std::uint8_t flags) {
  if (!cursor_.at(')')) cursor_.fail_expected("an operator, \",\" or \")\"");
  cursor_.take();
  call_suffixes(children);
  return tree_.add(NodeKind::call, name, children, flags);
}

NodeId ExpressionParser::function_call() {
  constexpr std::string_view what = "a column, a function call or an expression in brackets";
  const std::size_t start = cursor_.index();
  if (cursor_.peek().kind != TokenKind::name) cursor_.fail_expected(what);
  const NodeId node = primary();
  // A call without OVER or FILTER ends in its own bracket; CURRENT_DATE and its kin are calls too.
  const NodeKind kind = tree_[node].kind;
  const bool keyword = kind == NodeKind::keyword;
  const bool cast = kind == NodeKind::cast && cursor_.tokens().list[start].is(kw("cast"));
  const bool special = kind == NodeKind::special && !cursor_.tokens().list[start].is(kw("array")) &&
                       !cursor_.tokens().list[start].is(kw("exists"));
  if (keyword || cast || special || kind == NodeKind::call || kind == NodeKind::opaque) return node;
  cursor_.go_to(start);
  cursor_.fail_expected(what);
}

void ExpressionParser::call_arguments(std::vector<NodeId>& children) {
  do {
    const bool variadic = cursor_.accept(kw("variadic"));
    const NodeId value = argument();
    children.push_back(variadic ? tree_.add(NodeKind::variadic, {}, {value}) : value);
  } while (cursor_.accept(','));
  call_order(children);
}

void ExpressionParser::call_order(std::vector<NodeId>& children) {
  if (!cursor_.accept(kw("order"))) return;
  cursor_.expect(kw("by"));
  do {
    children.push_back(sort_key());
  } while (cursor_.accept(','));
}

// An argument that only an ordinary call can have; `ahead` tokens from here.
bool ExpressionParser::at_ordinary_argument(std::size_t ahead) const {
  const Token& token = cursor_.peek(ahead);
  const Token& next = cursor_.peek(ahead + 1);
  return token.is(')') || token.is('*') || token.is(kw("distinct")) || token.is(kw("all")) ||
         token.is(kw("variadic")) || next.is("=>") || next.is(":=");
}

// a, name => a, name := a
NodeId ExpressionParser::argument() {
  if (!cursor_.at_type_name() || !(cursor_.peek(1).is("=>") || cursor_.peek(1).is(":="))) return climb(0, false);
  const std::string name = quote_ident(cursor_.take().value);
  cursor_.take();
  return tree_.add(NodeKind::named, tree_.keep(name), {climb(0, false)});
}

// One of an aggregate's ORDER BY; what is the default is left out.
NodeId ExpressionParser::sort_key() {
  const NodeId value = climb(0, false);
  std::string text;
  bool descending = false;
  if (cursor_.accept(kw("using"))) {
    const bool qualified = cursor_.at(kw("operator"));
    if (!qualified && cursor_.peek().kind != TokenKind::operator_) cursor_.fail_expected("an operator");
    text = " USING " + std::string(qualified ? qualified_operator() : cursor_.take().value);
  } else if (cursor_.accept(kw("desc"))) {
    descending = true;
    text = " DESC";
  } else {
    cursor_.accept(kw("asc"));
  }
  if (cursor_.accept(kw("nulls"))) {
    const bool first = cursor_.accept(kw("first"));
    if (!first) cursor_.expect(kw("last"));
    if (first != descending || text.starts_with(" U")) text += first ? " NULLS FIRST" : " NULLS LAST";
  }
  return tree_.add(NodeKind::order, tree_.keep(std::move(text)), {value});
}

void ExpressionParser::call_suffixes(std::vector<NodeId>& children) {
  const auto bracketed = [&](std::string_view word) {
    const std::size_t open = cursor_.index();
    const std::size_t close = cursor_.tokens().list[open].partner;
    cursor_.go_to(close + 1);
    return tree_.keep(" " + std::string(word) + " (" + normalized(cursor_.tokens(), open + 1, close) + ")");
  };
  if (cursor_.at_words({kw("within"), kw("group")})) {
    cursor_.take();
    cursor_.take();
    if (!cursor_.at('(')) cursor_.fail_expected("\"(\"");
    children.push_back(tree_.add(NodeKind::within, bracketed("WITHIN GROUP")));
  }
  if (cursor_.at(kw("filter")) && cursor_.peek(1).is('(')) {
    cursor_.take();
    cursor_.take();
    cursor_.expect(kw("where"));
    children.push_back(tree_.add(NodeKind::filter, {}, {climb(0, false)}));
    cursor_.expect(')');
  }
  if (cursor_.at(kw("over"))) {
    cursor_.take();
    if (cursor_.at('(')) {
      children.push_back(tree_.add(NodeKind::within, bracketed("OVER")));
    } else {
      const std::string window = quote_ident(cursor_.expect_column_name("a window"));
      children.push_back(tree_.add(NodeKind::within, tree_.keep(" OVER " + window)));
    }
  }
}

NodeId ExpressionParser::extract() {
  cursor_.take();
  cursor_.expect('(');
  const Token& field = cursor_.peek();
  if (field.kind != TokenKind::name && field.kind != TokenKind::string) cursor_.fail_expected("a field such as epoch");
  cursor_.take();
  cursor_.expect(kw("from"));
  const NodeId source = climb(0, false);
  cursor_.expect(')');
  const std::string name = is_plain_word(field.value) ? std::string(field.value) : canonical_string(field.value);
  if (name.find('%') != std::string::npos) cursor_.fail("no such field of a date or time");
  return special(tree_.keep("EXTRACT(" + name + " FROM %)"), {source});
}

NodeId ExpressionParser::overlay() {
  cursor_.take();
  if (at_ordinary_argument(1)) return call("\"overlay\"");
  cursor_.expect('(');
  const NodeId text = climb(0, false);
  if (!cursor_.accept(kw("placing"))) return call_from("\"overlay\"", text);
  const NodeId other = climb(0, false);
  cursor_.expect(kw("from"));
  const NodeId from = climb(0, false);
  if (cursor_.accept(')')) return special("OVERLAY(% PLACING % FROM %)", {text, other, from});
  cursor_.expect(kw("for"));
  const NodeId length = climb(0, false);
  cursor_.expect(')');
  return special("OVERLAY(% PLACING % FROM % FOR %)", {text, other, from, length});
}

NodeId ExpressionParser::position() {
  cursor_.take();
  cursor_.expect('(');
  const NodeId part = climb(0, true);
  cursor_.expect(kw("in"));
  const NodeId whole = climb(0, true);
  cursor_.expect(')');
  return special("POSITION(% IN %)", {part, whole});
}

NodeId ExpressionParser::substring() {
  cursor_.take();
  if (at_ordinary_argument(1)) return call("\"substring\"");
  cursor_.expect('(');
  const auto finish = [&](NodeId text, NodeId from, NodeId length) {
    cursor_.expect(')');
    return special("SUBSTRING(% FROM % FOR %)", {text, from, length});
  };
  const NodeId text = climb(0, false);
  if (cursor_.accept(kw("from"))) {
    const NodeId from = climb(0, false);
    if (cursor_.accept(kw("for"))) return finish(text, from, climb(0, false));
    cursor_.expect(')');
    return special("SUBSTRING(% FROM %)", {text, from});
  }
  if (cursor_.accept(kw("for"))) {
    const NodeId length = climb(0, false);
    if (cursor_.accept(kw("from"))) return finish(text, climb(0, false), length);
    const NodeId one = tree_.add(NodeKind::number, "1");
    return finish(text, one, tree_.add_typed(NodeKind::cast, {}, "integer", {length}));
  }
  if (cursor_.accept(kw("similar"))) {
    const NodeId pattern = climb(0, false);
    cursor_.expect(kw("escape"));
    return finish(text, pattern, climb(0, false));
  }
  return call_from("\"substring\"", text);
}

// TRIM([BOTH|LEADING|TRAILING] [characters] FROM text), also TRIM(text, characters): all calls of btrim and its kin.
NodeId ExpressionParser::trim() {
  cursor_.take();
  cursor_.expect('(');
  std::string_view side = "BOTH";
  if (cursor_.accept(kw("leading"))) {
    side = "LEADING";
  } else if (cursor_.accept(kw("trailing"))) {
    side = "TRAILING";
  } else {
    cursor_.accept(kw("both"));
  }
  std::vector<NodeId> operands;
  if (cursor_.accept(kw("from"))) {
    operands = expressions();
  } else {
    operands = expressions();
    if (operands.size() == 1 && cursor_.accept(kw("from"))) {
      const NodeId characters = operands[0];
      operands = expressions();
      operands.push_back(characters);
    }
  }
  cursor_.expect(')');
  std::string text = "TRIM(" + std::string(side) + " FROM %";
  for (std::size_t i = 1; i < operands.size(); ++i) text += ", %";
  return tree_.add(NodeKind::special, tree_.keep(text + ")"), operands);
}

NodeId ExpressionParser::normalize() {
  cursor_.take();
  cursor_.expect('(');
  const NodeId value = climb(0, false);
  if (cursor_.accept(')')) return special("NORMALIZE(%)", {value});
  cursor_.expect(',');
  for (const Keyword form : {kw("nfc"), kw("nfd"), kw("nfkc"), kw("nfkd")}) {
    if (!cursor_.accept(form)) continue;
    cursor_.expect(')');
    return special(tree_.keep("NORMALIZE(%, " + std::string(text(form)) + ")"), {value});
  }
  cursor_.fail_expected("nfc, nfd, nfkc or nfkd");
}

NodeId ExpressionParser::treat() {
  cursor_.take();
  cursor_.expect('(');
  const NodeId value = climb(0, false);
  cursor_.expect(kw("as"));
  const NodeId cast = cast_to_type(value);
  cursor_.expect(')');
  const std::string type(tree_[cast].type);
  if (type.find('%') != std::string::npos) cursor_.fail("no type for TREAT");
  return special(tree_.keep("TREAT(% AS " + type + ")"), {value});
}

NodeId ExpressionParser::collation_for() {
  cursor_.take();
  cursor_.take();
  cursor_.expect('(');
  const NodeId value = climb(0, false);
  cursor_.expect(')');
  return special("COLLATION FOR (%)", {value});
}

// JSON_OBJECT('a': 1 …) and its kin have clauses of their own from PostgreSQL 16 on; as plain calls they are calls.
bool ExpressionParser::is_json_constructor(std::string_view name) const {
  if (!name.starts_with("json")) return false;
  static constexpr std::string_view names[] = {"json",           "json_array",     "json_arrayagg", "json_exists",
                                               "json_object",    "json_objectagg", "json_query",    "json_scalar",
                                               "json_serialize", "json_value"};
  if (std::find(std::begin(names), std::end(names), name) == std::end(names)) return false;
  static constexpr std::string_view words[] = {"value", "absent",  "returning", "format", "passing", "on",
                                               "with",  "without", "null",      "as",     "order"};
  const auto& list = cursor_.tokens().list;
  for (std::size_t i = cursor_.index() + 1; i < list[cursor_.index()].partner; ++i) {
    if (list[i].is(':')) return true;
    const bool word = list[i].kind == TokenKind::name && !list[i].quoted;
    if (word && std::find(std::begin(words), std::end(words), list[i].value) != std::end(words)) return true;
  }
  return false;
}

NodeId ExpressionParser::opaque_call(std::string_view name) {
  if (!cursor_.at('(')) cursor_.take();
  if (!cursor_.at('(')) cursor_.fail_expected("\"(\"");
  const std::size_t open = cursor_.index();
  const std::size_t close = cursor_.tokens().list[open].partner;
  const std::string content = normalized(cursor_.tokens(), open + 1, close);
  cursor_.go_to(close + 1);
  return tree_.add(NodeKind::opaque, tree_.keep(std::string(name) + "(" + content + ")"));
}

// ---- tokens --------------------------------------------------------------------------------------------------------

std::string canonical_string(std::string_view content) {
  std::string out = "'";
  for (const char c : content) {
    if (c == '\'') out += c;
    out += c;
  }
  return out + "'";
}

std::string normalized(const Tokens& tokens, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = tokens.list[i];
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::string) {
      out += canonical_string(token.value);
    } else if (token.quoted && find_keyword(token.value) != Keyword::none) {
      out += "\"" + std::string(token.value) + "\"";  // "year" is a name where year may be a word of the grammar
    } else if (token.quoted) {
      out += quote_ident(token.value);
    } else {
      out += token.value;
    }
  }
  return out;
}

bool opens_query(const Tokens& tokens, std::size_t index) {
  const auto& list = tokens.list;
  const auto begins = [&](const Token& token, const Token& next) {
    return token.is(kw("select")) || token.is(kw("with")) || token.is(kw("table")) ||
           (token.is(kw("values")) && next.is('('));
  };
  // Down through the brackets to the first word, then up again: each inner query must be all of the outer brackets, or be
  // followed by what joins or ends queries.
  std::size_t inner = index;
  while (list[inner + 1].is('(')) {
    if (++inner - index > max_depth) return false;
  }
  if (!begins(list[inner + 1], list[inner + 2 < list.size() ? inner + 2 : inner + 1])) return false;
  for (; inner > index; --inner) {
    const Token& after = list[list[inner].partner + 1];
    switch (+after.keyword) {
      case +kw("union"):
      case +kw("intersect"):
      case +kw("except"):
      case +kw("order"):
      case +kw("limit"):
      case +kw("offset"):
      case +kw("fetch"):
      case +kw("for"):
        break;
      default:
        if (!after.is(')')) return false;
    }
  }
  return true;
}

}  // namespace plumb::sql
