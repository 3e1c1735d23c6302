// SQL text as tokens, cut as PostgreSQL's scanner cuts it (src/backend/parser/scan.l, standard_conforming_strings on):
// names folded, strings decoded, operators separated by its rules, comments and white space gone, brackets paired.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sql/keywords.h"

namespace plumb::sql {

enum class TokenKind : std::uint8_t {
  end,
  name,        // value: folded or, in double quotes, as it is
  string,      // value: decoded; '…', E'…', U&'…', $$…$$
  bits,        // value: as written, B'…' or X'…', continuations joined
  number,      // value: as written
  parameter,   // $1
  operator_,   // value: the operator; != comes as <>
  punctuation  // ( ) [ ] , ; . : :: := => ..
};

struct Token {
  TokenKind kind = TokenKind::end;
  bool quoted = false;              // a name in double quotes: never a keyword
  Keyword keyword = Keyword::none;  // of a bare name
  std::uint32_t offset = 0;         // in bytes
  std::uint32_t length = 0;         // of the raw text
  std::uint32_t partner = 0;        // of a bracket: the index of the other one
  std::string_view value;           // points into the text or into Tokens::decoded

  bool is(Keyword word) const { return keyword == word; }
  bool is(std::string_view symbol) const {
    return (kind == TokenKind::operator_ || kind == TokenKind::punctuation) && value == symbol;
  }
  bool is(char symbol) const {
    return (kind == TokenKind::punctuation || kind == TokenKind::operator_) && value.size() == 1 && value[0] == symbol;
  }
  std::size_t end() const { return std::size_t{offset} + length; }
};

// The last token is always TokenKind::end, at the end of the text.
struct Tokens {
  std::string_view text;
  std::vector<Token> list;
  std::vector<char> decoded;  // what views of decoded values point into; never grows beyond its first capacity

  std::string_view raw(const Token& token) const { return text.substr(token.offset, token.length); }

  explicit Tokens(std::string_view whole) : text(whole) {}
  Tokens(Tokens&&) = default;
  Tokens& operator=(Tokens&&) = default;
};

// The tokens of a text, which must outlive them. Throws SyntaxError where the text can't be split (an unterminated
// string or comment, a stray character) or its brackets don't match.
Tokens tokenize(std::string_view text);

}  // namespace plumb::sql
