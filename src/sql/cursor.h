// A place in a list of tokens, and what every parser here does with it: looks, takes, expects, complains.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace plumb::sql {

// How deep brackets, casts and prefixes may nest: far more than anyone writes, far less than the stack holds.
inline constexpr int max_depth = 1000;

class Cursor {
 public:
  explicit Cursor(const Tokens& tokens) : tokens_(tokens) {}

  const Tokens& tokens() const { return tokens_; }
  const Token& peek(std::size_t ahead = 0) const {
    return tokens_.list[std::min(index_ + ahead, tokens_.list.size() - 1)];
  }
  std::size_t index() const { return index_; }
  void go_to(std::size_t index) { index_ = index; }
  bool at_end() const { return peek().kind == TokenKind::end; }
  const Token& take() { return tokens_.list[at_end() ? index_ : index_++]; }

  // Is the next token, or are the next tokens, this? `accept` takes them if so.
  template <typename What>
  bool at(What what) const {
    return peek().is(what);
  }
  bool at_words(std::initializer_list<Keyword> words) const;
  template <typename What>
  bool accept(What what) {
    if (!peek().is(what)) return false;
    ++index_;
    return true;
  }
  bool accept_words(std::initializer_list<Keyword> words);

  // `expect` takes what must come or throws "expected …" at the wrong token.
  void expect(char symbol);
  void expect(Keyword word);
  void expect_end(std::string_view what);  // "unexpected … after `what`"
  std::string expect_string(std::string_view what);
  long long expect_integer(std::string_view what);

  // A name as PostgreSQL's ColId (columns, tables), as its type_function_name, or as its ColLabel (any word).
  bool at_column_name() const;
  bool at_type_name() const;
  std::string expect_column_name(std::string_view what);
  std::string expect_label(std::string_view what);
  std::vector<std::string> expect_names(std::string_view what);  // "(a, b)", in brackets, at least one
  // "a", "a.b", "a.b.c": parts unquoted.
  std::vector<std::string> expect_qualified(std::string_view what);

  [[noreturn]] void fail_expected(std::string_view what) const;
  [[noreturn]] void fail(const std::string& message) const;
  // "\"nul\" is not a column constraint; did you mean \"null\"?"
  [[noreturn]] void fail_unknown(std::string_view what, std::span<const std::string_view> words) const;

  // The source from one token to before another, trimmed.
  std::string_view source(std::size_t first, std::size_t last) const;

 private:
  std::string checked(const Token& token) const;  // its value; throws where it is too long for a name

  const Tokens& tokens_;
  std::size_t index_ = 0;
};

// The one of `words` that is nearest to `word` by itself or by its first word, or empty where none is near.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

}  // namespace plumb::sql
