#include "sql/in_lists.h"

#include "sql/lexer.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

// Walks over tokens and matches words one after the other.
class Matcher {
 public:
  Matcher(const Tokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  bool symbol(std::string_view value) { return advance(tokens_.list[at_].is(value)); }
  bool word(std::string_view value) {
    const Token& token = tokens_.list[at_];
    return advance(token.kind == TokenKind::name && !token.quoted && token.value == value);
  }
  const Token* name() {
    const Token& token = tokens_.list[at_];
    return advance(token.kind == TokenKind::name) ? &token : nullptr;
  }
  const Token* string() {
    const Token& token = tokens_.list[at_];
    return advance(token.kind == TokenKind::string) ? &token : nullptr;
  }
  std::size_t at() const { return at_; }

 private:
  bool advance(bool matches) {
    if (matches && at_ + 1 < tokens_.list.size()) ++at_;
    return matches;
  }
  const Tokens& tokens_;
  std::size_t at_;
};

struct List {
  const Token* column = nullptr;
  bool negated = false;
  std::string items;
  std::size_t end = 0;  // the token after it
};

// (column)::text = ANY ((ARRAY['a'::character varying, …])::text[]), from the token `at`.
bool match_list(const Tokens& tokens, std::size_t at, List& out) {
  Matcher m(tokens, at);
  if (!m.symbol("(") || !(out.column = m.name()) || !m.symbol(")") || !m.symbol("::") || !m.word("text")) return false;
  if (m.symbol("=")) {
    if (!m.word("any")) return false;
  } else {
    if (!m.symbol("<>") || !m.word("all")) return false;
    out.negated = true;
  }
  if (!m.symbol("(") || !m.symbol("(") || !m.word("array") || !m.symbol("[")) return false;
  do {
    const Token* item = m.string();
    if (!item || !m.symbol("::") || !m.word("character") || !m.word("varying")) return false;
    if (!out.items.empty()) out.items += ", ";
    out.items += tokens.raw(*item);
  } while (m.symbol(","));
  if (!m.symbol("]") || !m.symbol(")") || !m.symbol("::") || !m.word("text") || !m.symbol("[") || !m.symbol("]") ||
      !m.symbol(")"))
    return false;
  out.end = m.at();
  return true;
}

}  // namespace

std::string fold_in_lists(std::string_view text, const std::function<bool(std::string_view column)>& is_varchar) {
  if (text.find("::character varying") == std::string_view::npos || text.find("::text[]") == std::string_view::npos)
    return std::string(text);
  try {
    const Tokens tokens = tokenize(text);
    std::string out;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
      List list;
      if (!match_list(tokens, i, list) || !is_varchar(list.column->value)) continue;
      out += text.substr(copied, tokens.list[i].offset - copied);
      out += tokens.raw(*list.column);
      out += list.negated ? " NOT IN (" : " IN (";
      out += list.items + ")";
      copied = tokens.list[list.end - 1].end();
      i = list.end - 1;
    }
    return out += text.substr(copied);
  } catch (const SyntaxError&) {
    return std::string(text);
  }
}

}  // namespace plumb::sql
