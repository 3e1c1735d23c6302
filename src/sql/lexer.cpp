#include "sql/lexer.h"

#include <limits>
#include <optional>
#include <string>
#include <tao/pegtl.hpp>
#include <utility>

#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

namespace pegtl = tao::pegtl;
using Input = pegtl::memory_input<pegtl::tracking_mode::lazy>;

// Collects tokens; the actions of the grammar call it.
struct Lexer {
  Tokens& tokens;
  std::vector<std::uint32_t> open{};  // indices of the open brackets
  std::string_view body{};            // of the U&'…' being read
  char escape = '\\';                 // and its escape character

  Token& push(TokenKind kind, const char* begin, std::size_t length, std::string_view value) {
    Token token;
    token.kind = kind;
    token.offset = static_cast<std::uint32_t>(begin - tokens.text.data());
    token.length = static_cast<std::uint32_t>(length);
    token.value = value;
    return tokens.list.emplace_back(token);
  }

  // Decoded values are written to the end of `decoded`; they are never longer than their raw text, so that the capacity
  // reserved at the beginning is enough and earlier views stay valid.
  std::size_t mark() const { return tokens.decoded.size(); }
  void put(char c) { tokens.decoded.push_back(c); }
  std::string_view since(std::size_t mark) const {
    return {tokens.decoded.data() + mark, tokens.decoded.size() - mark};
  }

  void put_utf8(std::uint32_t code) {
    if (code < 0x80) {
      put(static_cast<char>(code));
      return;
    }
    if (code < 0x800) {
      put(static_cast<char>(0xc0 | (code >> 6)));
    } else {
      if (code < 0x10000) {
        put(static_cast<char>(0xe0 | (code >> 12)));
      } else {
        put(static_cast<char>(0xf0 | (code >> 18)));
        put(static_cast<char>(0x80 | ((code >> 12) & 0x3f)));
      }
      put(static_cast<char>(0x80 | ((code >> 6) & 0x3f)));
    }
    put(static_cast<char>(0x80 | (code & 0x3f)));
  }

  [[noreturn]] void fail(const std::string& message, const char* at) const {
    throw SyntaxError(message, static_cast<std::size_t>(at - tokens.text.data()));
  }

  void open_bracket() { open.push_back(static_cast<std::uint32_t>(tokens.list.size() - 1)); }

  void close_bracket(char opening) {
    Token& closing = tokens.list.back();
    if (open.empty() || tokens.list[open.back()].value[0] != opening) {
      throw SyntaxError("\"" + std::string(closing.value) + "\" closes nothing", closing.offset);
    }
    closing.partner = open.back();
    tokens.list[open.back()].partner = static_cast<std::uint32_t>(tokens.list.size() - 1);
    open.pop_back();
  }
};

// ---- decoding ------------------------------------------------------------------------------------------------------

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Up to `most` digits of a base; their value, or none where there is no digit.
std::optional<std::uint32_t> take_digits(const char*& p, const char* end, int most, int base) {
  std::uint32_t value = 0;
  int taken = 0;
  while (taken < most && p < end && hex_digit(*p) >= 0 && hex_digit(*p) < base) {
    value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(hex_digit(*p++));
    ++taken;
  }
  if (taken == 0) return std::nullopt;
  return value;
}

bool valid_code(std::uint32_t code) { return code > 0 && code <= 0x10ffff; }

// Two halves of a UTF-16 pair come as two escapes; what the first left behind.
struct Surrogates {
  std::uint32_t high = 0;

  // The whole character, or none where this was the first half. Calls `fail` on a half without its other half.
  template <typename Fail>
  std::optional<std::uint32_t> join(std::uint32_t code, Fail fail) {
    const bool low = code >= 0xdc00 && code < 0xe000;
    if ((high != 0) != low) fail();
    if (code >= 0xd800 && code < 0xdc00) {
      high = code;
      return std::nullopt;
    }
    if (low) code = 0x10000 + ((high - 0xd800) << 10) + (code - 0xdc00);
    high = 0;
    return code;
  }
};

// One escape of E'…', after the backslash.
void decode_escape(Lexer& lexer, const char*& p, const char* end, Surrogates& surrogates) {
  const char* at = p - 1;
  const char c = *p++;
  switch (c) {
    case 'b':
      return lexer.put('\b');
    case 'f':
      return lexer.put('\f');
    case 'n':
      return lexer.put('\n');
    case 'r':
      return lexer.put('\r');
    case 't':
      return lexer.put('\t');
    case 'v':
      return lexer.put('\v');
    case 'x': {
      const auto value = take_digits(p, end, 2, 16);
      if (value == 0u) lexer.fail("a string can't hold a zero byte", at);
      return lexer.put(value ? static_cast<char>(*value) : 'x');
    }
    case 'u':
    case 'U': {
      const int digits = c == 'u' ? 4 : 8;
      const char* first = p;
      const auto value = take_digits(p, end, digits, 16);
      const auto wrong = [&] { lexer.fail("invalid Unicode escape", at); };
      if (!value || p - first != digits || !valid_code(*value)) wrong();
      if (const auto code = surrogates.join(*value, wrong)) lexer.put_utf8(*code);
      return;
    }
    default:
      if (c >= '0' && c <= '7') {
        --p;
        const auto value = static_cast<char>(*take_digits(p, end, 3, 8));
        if (value == 0) lexer.fail("a string can't hold a zero byte", at);
        return lexer.put(value);
      }
      return lexer.put(c);
  }
}

// One escape of U&'…' or U&"…", after the escape character.
void decode_unicode(Lexer& lexer, const char*& p, const char* end, char escape, Surrogates& surrogates) {
  const char* at = p - 1;
  const auto wrong = [&] { lexer.fail("invalid Unicode escape", at); };
  if (p < end && *p == escape) {
    lexer.put(*p++);
    return;
  }
  const int digits = p < end && *p == '+' ? 6 : 4;
  if (digits == 6) ++p;
  const char* first = p;
  const auto value = take_digits(p, end, digits, 16);
  if (!value || p - first != digits || !valid_code(*value)) wrong();
  if (const auto code = surrogates.join(*value, wrong)) lexer.put_utf8(*code);
}

enum class Escapes { none, backslash, unicode };

// The content of one or more quoted pieces that lie between `p` and `end`, with what is between the pieces left out.
std::string_view decode(Lexer& lexer, const char* p, const char* end, char quote, Escapes escapes, char escape = '\\') {
  const std::string_view raw(p, static_cast<std::size_t>(end - p));
  const std::string_view inside = raw.substr(1, raw.size() - 2);
  const bool plain = inside.find(quote) == std::string_view::npos &&
                     (escapes == Escapes::none || inside.find(escape) == std::string_view::npos);
  if (plain) return inside;

  const std::size_t mark = lexer.mark();
  Surrogates surrogates;
  bool within = false;
  while (p < end) {
    const char c = *p++;
    if (!within) {
      if (c == quote) within = true;
      if (c == '-') {  // a comment between two pieces may hold a quote
        while (p < end && *p != '\n' && *p != '\r') ++p;
      }
    } else if (c == quote && p < end && *p == quote) {
      lexer.put(*p++);
    } else if (c == quote) {
      within = false;
    } else if (escapes != Escapes::none && c == escape) {
      if (escapes == Escapes::backslash) {
        decode_escape(lexer, p, end, surrogates);
      } else {
        decode_unicode(lexer, p, end, escape, surrogates);
      }
    } else {
      lexer.put(c);
    }
  }
  if (surrogates.high != 0) lexer.fail("invalid Unicode escape", raw.data());
  return lexer.since(mark);
}

// ---- grammar -------------------------------------------------------------------------------------------------------

namespace grammar {

using namespace pegtl;

struct newline : one<'\n', '\r'> {};
struct line_comment : seq<two<'-'>, star<not_one<'\n', '\r'>>> {};

// Comments nest; counted rather than recursive, so that no input can exhaust the stack.
struct block_comment {
  using rule_t = block_comment;
  using subs_t = empty_list;
  static bool match(Input& in) {
    const char* const begin = in.current();
    const char* const end = in.end();
    if (end - begin < 2 || begin[0] != '/' || begin[1] != '*') return false;
    std::size_t depth = 1;
    const char* p = begin + 2;
    while (depth > 0) {
      if (end - p < 2) {
        throw SyntaxError("the comment is not closed: \"*/\" is missing", static_cast<std::size_t>(begin - in.begin()));
      }
      if (p[0] == '/' && p[1] == '*') {
        ++depth;
        p += 2;
      } else if (p[0] == '*' && p[1] == '/') {
        --depth;
        p += 2;
      } else {
        ++p;
      }
    }
    in.bump(static_cast<std::size_t>(p - begin));
    return true;
  }
};

struct blank : one<' ', '\t', '\n', '\r', '\f', '\v'> {};
struct gap : plus<sor<blank, line_comment, block_comment>> {};

// Reached only behind an opening quote whose other quote is missing.
template <char Quote>
struct unterminated {
  using rule_t = unterminated;
  using subs_t = empty_list;
  static bool match(Input& in) {
    throw SyntaxError(Quote == '"' ? "the name is not closed: a double quote is missing"
                                   : "the string is not closed: a quote is missing",
                      static_cast<std::size_t>(in.current() - in.begin()) - 1);
  }
};

template <char Quote>
struct quoted : seq<one<Quote>, sor<seq<star<sor<two<Quote>, not_one<Quote>>>, one<Quote>>, unterminated<Quote>>> {};
struct escaped
    : seq<one<'\''>,
          sor<seq<star<sor<seq<one<'\\'>, any>, two<'\''>, not_one<'\'', '\\'>>>, one<'\''>>, unterminated<'\''>>> {};

// 'a' and 'b' on two lines are one constant.
struct between_pieces
    : seq<star<sor<one<' ', '\t', '\f', '\v'>, line_comment>>, newline, star<sor<blank, seq<line_comment, newline>>>> {
};
template <typename Piece>
struct pieces : seq<Piece, star<seq<between_pieces, at<one<'\''>>, Piece>>> {};

struct escape_character : seq<any, at<one<'\''>>> {};
struct uescape
    : opt<seq<opt<gap>, istring<'u', 'e', 's', 'c', 'a', 'p', 'e'>, opt<gap>, one<'\''>, escape_character, one<'\''>>> {
};

struct plain_string : seq<at<one<'\''>>, pieces<quoted<'\''>>> {};
struct escape_string : seq<one<'e', 'E'>, at<one<'\''>>, pieces<escaped>> {};
struct unicode_string_body : pieces<quoted<'\''>> {};
struct unicode_string : seq<one<'u', 'U'>, one<'&'>, at<one<'\''>>, unicode_string_body, uescape> {};
struct bit_string : seq<one<'b', 'B', 'x', 'X'>, at<one<'\''>>, pieces<quoted<'\''>>> {};
struct national : seq<one<'n', 'N'>, at<one<'\''>>> {};
struct quoted_name : seq<at<one<'"'>>, quoted<'"'>> {};
struct unicode_name_body : quoted<'"'> {};
struct unicode_name : seq<one<'u', 'U'>, one<'&'>, at<one<'"'>>, unicode_name_body, uescape> {};

struct name_start : sor<ranges<'a', 'z', 'A', 'Z', '_'>, range<'\x80', '\xff'>> {};
struct bare_name : seq<name_start, star<sor<name_start, digit, one<'$'>>>> {};

struct dollar_string {
  using rule_t = dollar_string;
  using subs_t = empty_list;
  static bool match(Input& in) {
    const std::string_view rest(in.current(), static_cast<std::size_t>(in.end() - in.current()));
    if (rest.empty() || rest[0] != '$') return false;
    std::size_t tag = 1;
    while (tag < rest.size() && is_tag(rest[tag], tag > 1)) ++tag;
    if (tag >= rest.size() || rest[tag] != '$') return false;
    const std::string_view delimiter = rest.substr(0, tag + 1);
    const std::size_t close = rest.find(delimiter, delimiter.size());
    if (close == std::string_view::npos) {
      throw SyntaxError("the string is not closed: " + std::string(delimiter) + " is missing",
                        static_cast<std::size_t>(in.current() - in.begin()));
    }
    in.bump(close + delimiter.size());
    return true;
  }
  static bool is_tag(char c, bool digits) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80 ||
           (digits && c >= '0' && c <= '9');
  }
};

struct parameter : seq<one<'$'>, plus<digit>> {};

struct digits : seq<digit, star<sor<digit, seq<one<'_'>, at<digit>>>>> {};
struct other_base : seq<one<'0'>, sor<seq<one<'x', 'X'>, plus<sor<xdigit, one<'_'>>>>,
                                      seq<one<'o', 'O', 'b', 'B'>, plus<sor<digit, one<'_'>>>>>> {};
struct fraction : seq<one<'.'>, not_at<one<'.'>>, opt<digits>> {};
struct exponent : seq<one<'e', 'E'>, opt<one<'+', '-'>>, digits> {};
struct number : sor<other_base, seq<sor<seq<digits, opt<fraction>>, seq<one<'.'>, digits>>, opt<exponent>>> {};

// The length of the operator that begins here: no comment in it, and no trailing + or - unless one of ~!@#^&|`?% is in
// it.
struct operator_ {
  using rule_t = operator_;
  using subs_t = empty_list;
  static bool match(Input& in) {
    const std::string_view rest(in.current(), static_cast<std::size_t>(in.end() - in.current()));
    std::size_t length = 0;
    bool may_end_in_sign = false;
    while (length < rest.size() && is_operator(rest[length])) {
      if (length == longest) {  // each + of a long row would look at all the others
        throw SyntaxError("the operator is too long", static_cast<std::size_t>(in.current() - in.begin()));
      }
      const std::string_view pair = rest.substr(length, 2);
      if (pair == "--" || pair == "/*") break;
      may_end_in_sign |= is_any(rest[length], "~!@#^&|`?%");
      ++length;
    }
    if (length == 0) return false;
    if (!may_end_in_sign) {
      while (length > 1 && (rest[length - 1] == '+' || rest[length - 1] == '-')) --length;
    }
    in.bump(length);
    return true;
  }
  static constexpr std::size_t longest = 1000;
  static bool is_any(char c, std::string_view chars) { return chars.find(c) != std::string_view::npos; }
  static bool is_operator(char c) { return c != '\0' && is_any(c, "~!@#^&|`?+-*/%<>="); }
};

struct opening : one<'(', '['> {};
struct closing : one<')', ']'> {};
struct punctuation : sor<two<':'>, string<':', '='>, two<'.'>, one<',', ';', '.', ':'>> {};

struct token : sor<escape_string, unicode_string, unicode_name, bit_string, national, bare_name, number, opening,
                   closing, punctuation, plain_string, quoted_name, operator_, dollar_string, parameter> {};
struct text : star<sor<blank, line_comment, block_comment, token>> {};  // stops at what is none of these

}  // namespace grammar

// ---- actions -------------------------------------------------------------------------------------------------------

template <typename Rule>
struct action {};

struct keep_body {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.body = in.string_view();
  }
};

template <TokenKind Kind>
struct push_raw {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(Kind, in.begin(), in.size(), in.string_view());
  }
};

template <>
struct action<grammar::parameter> : push_raw<TokenKind::parameter> {};
template <>
struct action<grammar::punctuation> : push_raw<TokenKind::punctuation> {};

template <>
struct action<grammar::number> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    const char* end = lexer.tokens.text.data() + lexer.tokens.text.size();
    if (in.end() < end && grammar::dollar_string::is_tag(*in.end(), true)) {
      lexer.fail("letters directly behind the number " + in.string(), in.end());
    }
    lexer.push(TokenKind::number, in.begin(), in.size(), in.string_view());
  }
};

template <>
struct action<grammar::operator_> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    const std::string_view raw = in.string_view();
    const auto kind = raw == "=>" ? TokenKind::punctuation : TokenKind::operator_;
    lexer.push(kind, in.begin(), in.size(), raw == "!=" ? "<>" : raw);
  }
};

template <>
struct action<grammar::opening> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::punctuation, in.begin(), 1, in.string_view());
    lexer.open_bracket();
  }
};

template <>
struct action<grammar::closing> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::punctuation, in.begin(), 1, in.string_view());
    lexer.close_bracket(*in.begin() == ')' ? '(' : '[');
  }
};

// Only ASCII is folded, as PostgreSQL does in a UTF-8 database.
template <>
struct action<grammar::bare_name> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    std::string_view value = in.string_view();
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    bool folded = true;
    for (const char c : value) folded &= !upper(c);
    if (!folded) {
      const std::size_t mark = lexer.mark();
      for (const char c : value) lexer.put(upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
      value = lexer.since(mark);
    }
    lexer.push(TokenKind::name, in.begin(), in.size(), value).keyword = find_keyword(value);
  }
};

// N'…' is the type nchar before a string.
template <>
struct action<grammar::national> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::name, in.begin(), in.size(), "nchar").keyword = kw("nchar");
  }
};

void push_name(Lexer& lexer, const char* begin, std::size_t length, std::string_view value) {
  if (value.empty()) lexer.fail("a name in double quotes is empty", begin);
  lexer.push(TokenKind::name, begin, length, value).quoted = true;
}

template <>
struct action<grammar::quoted_name> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    push_name(lexer, in.begin(), in.size(), decode(lexer, in.begin(), in.end(), '"', Escapes::none));
  }
};

template <>
struct action<grammar::unicode_string_body> : keep_body {};
template <>
struct action<grammar::unicode_name_body> : keep_body {};

template <>
struct action<grammar::escape_character> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.escape = *in.begin();
    if (hex_digit(lexer.escape) >= 0 || grammar::operator_::is_any(lexer.escape, "+'\" \t\n\r\f\v")) {
      lexer.fail("invalid Unicode escape character", in.begin());
    }
  }
};

// The content of U&'…' or U&"…", whose body and escape character have just been seen.
std::string_view decode_unicode_body(Lexer& lexer, char quote) {
  const char* begin = lexer.body.data();
  return decode(lexer, begin, begin + lexer.body.size(), quote, Escapes::unicode, std::exchange(lexer.escape, '\\'));
}

template <>
struct action<grammar::unicode_name> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    push_name(lexer, in.begin(), in.size(), decode_unicode_body(lexer, '"'));
  }
};

template <>
struct action<grammar::unicode_string> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::string, in.begin(), in.size(), decode_unicode_body(lexer, '\''));
  }
};

template <>
struct action<grammar::plain_string> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::string, in.begin(), in.size(), decode(lexer, in.begin(), in.end(), '\'', Escapes::none));
  }
};

template <>
struct action<grammar::escape_string> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    lexer.push(TokenKind::string, in.begin(), in.size(),
               decode(lexer, in.begin() + 1, in.end(), '\'', Escapes::backslash));
  }
};

template <>
struct action<grammar::bit_string> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    const std::size_t mark = lexer.mark();
    lexer.put(static_cast<char>(*in.begin() & ~0x20));
    lexer.put('\'');
    for (const char c : decode(lexer, in.begin() + 1, in.end(), '\'', Escapes::none)) lexer.put(c);
    lexer.put('\'');
    lexer.push(TokenKind::bits, in.begin(), in.size(), lexer.since(mark));
  }
};

template <>
struct action<grammar::dollar_string> {
  template <typename In>
  static void apply(const In& in, Lexer& lexer) {
    std::string_view raw = in.string_view();
    const std::size_t delimiter = raw.find('$', 1) + 1;
    lexer.push(TokenKind::string, in.begin(), in.size(), raw.substr(delimiter, raw.size() - 2 * delimiter));
  }
};

}  // namespace

Tokens tokenize(std::string_view text) {
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) throw SyntaxError("the text is too long", 0);
  Tokens tokens(text);
  tokens.list.reserve(text.size() / 3 + 4);
  tokens.decoded.reserve(text.size());
  Lexer lexer{tokens};
  Input in(text.data(), text.data() + text.size(), "");
  pegtl::parse<grammar::text, action>(in, lexer);
  if (!in.empty()) {
    lexer.fail(*in.current() == '\0' ? "a zero byte" : "unexpected character", in.current());
  }
  if (!lexer.open.empty()) {
    const Token& bracket = tokens.list[lexer.open.back()];
    throw SyntaxError("\"" + std::string(bracket.value) + "\" is not closed", bracket.offset);
  }
  lexer.push(TokenKind::end, text.data() + text.size(), 0, {});
  return tokens;
}

}  // namespace plumb::sql
