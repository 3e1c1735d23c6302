#include "sql/cursor.h"

#include <algorithm>
#include <charconv>

#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

// How a token is told in an error message.
std::string told(const Tokens& tokens, const Token& token) {
  if (token.kind == TokenKind::end) return "the end";
  const std::string_view raw = tokens.raw(token);
  constexpr std::size_t most = 40;
  if (raw.size() <= most) return "\"" + std::string(raw) + "\"";
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(raw[cut]) & 0xc0) == 0x80) --cut;  // not inside a UTF-8 character
  return "\"" + std::string(raw.substr(0, cut)) + "…\"";
}

}  // namespace

bool Cursor::at_words(std::initializer_list<Keyword> words) const {
  std::size_t ahead = 0;
  for (const Keyword word : words) {
    if (!peek(ahead++).is(word)) return false;
  }
  return true;
}

bool Cursor::accept_words(std::initializer_list<Keyword> words) {
  if (!at_words(words)) return false;
  index_ += words.size();
  return true;
}

void Cursor::expect(char symbol) {
  if (!accept(symbol)) fail_expected(std::string("\"") + symbol + "\"");
}

void Cursor::expect(Keyword word) {
  if (!accept(word)) fail_expected("\"" + std::string(text(word)) + "\"");
}

void Cursor::expect_end(std::string_view what) {
  if (!at_end()) fail("unexpected " + told(tokens_, peek()) + " after " + std::string(what));
}

std::string Cursor::expect_string(std::string_view what) {
  if (peek().kind != TokenKind::string) fail_expected(what);
  return std::string(take().value);
}

long long Cursor::expect_integer(std::string_view what) {
  const std::size_t start = index_;
  const bool negative = accept('-');
  if (!negative) accept('+');
  long long value = 0;
  if (peek().kind == TokenKind::number) {
    const std::string digits = (negative ? "-" : "") + std::string(peek().value);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size()) {
      take();
      return value;
    }
  }
  index_ = start;
  fail_expected(what);
}

bool Cursor::at_column_name() const {
  const Token& token = peek();
  if (token.kind != TokenKind::name) return false;
  if (token.keyword == Keyword::none) return true;
  const KeywordCategory c = category(token.keyword);
  return c == KeywordCategory::unreserved || c == KeywordCategory::col_name;
}

bool Cursor::at_type_name() const {
  const Token& token = peek();
  if (token.kind != TokenKind::name) return false;
  if (token.keyword == Keyword::none) return true;
  const KeywordCategory c = category(token.keyword);
  return c == KeywordCategory::unreserved || c == KeywordCategory::type_func;
}

std::string Cursor::checked(const Token& token) const {
  if (token.value.size() > max_identifier_bytes) {
    throw SyntaxError(
        "the name " + told(tokens_, token) + " is longer than " + std::to_string(max_identifier_bytes) + " bytes",
        token.offset);
  }
  return std::string(token.value);
}

std::string Cursor::expect_column_name(std::string_view what) {
  if (!at_column_name()) {
    if (peek().keyword != Keyword::none) {
      fail("expected " + std::string(what) + ", but " + told(tokens_, peek()) +
           " is a reserved word: as a name it stands in double quotes");
    }
    fail_expected(what);
  }
  return checked(take());
}

std::string Cursor::expect_label(std::string_view what) {
  if (peek().kind != TokenKind::name) fail_expected(what);
  return checked(take());
}

std::vector<std::string> Cursor::expect_names(std::string_view what) {
  std::vector<std::string> names;
  expect('(');
  do {
    names.push_back(expect_column_name(what));
  } while (accept(','));
  if (!at(')')) fail_expected("\",\" or \")\"");
  take();
  return names;
}

std::vector<std::string> Cursor::expect_qualified(std::string_view what) {
  std::vector<std::string> parts = {expect_column_name(what)};
  while (accept('.')) parts.push_back(expect_label(what));
  return parts;
}

void Cursor::fail_expected(std::string_view what) const {
  throw SyntaxError("expected " + std::string(what) + (at_end() ? "" : ", found " + told(tokens_, peek())),
                    peek().offset);
}

void Cursor::fail(const std::string& message) const { throw SyntaxError(message, peek().offset); }

void Cursor::fail_unknown(std::string_view what, std::span<const std::string_view> words) const {
  std::string message = told(tokens_, peek()) + " is not " + std::string(what);
  const std::string_view near = peek().kind == TokenKind::name ? nearest_word(peek().value, words) : std::string_view();
  if (!near.empty()) message += "; did you mean \"" + std::string(near) + "\"?";
  fail(message);
}

std::string_view Cursor::source(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  const std::size_t begin = tokens_.list[first].offset;
  return tokens_.text.substr(begin, tokens_.list[last - 1].end() - begin);
}

namespace {

// Optimal string alignment: a swap of neighbours counts once, as the commonest slip of all.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words) {
  constexpr std::size_t longest = 32;
  if (word.size() > longest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, (word.size() + 1) / 3) + 1;
  for (const std::string_view candidate : words) {
    const std::size_t found =
        std::min(distance(word, candidate), distance(word, candidate.substr(0, candidate.find(' '))));
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

}  // namespace plumb::sql
