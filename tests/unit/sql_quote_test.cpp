#include <doctest/doctest.h>

#include <string>

#include "sql/lexer.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

using namespace plumb::sql;

TEST_CASE("a name is quoted only where it must be") {
  const std::pair<const char*, const char*> cases[] = {
      {"users", "users"},
      {"_x9", "_x9"},
      {"zone", "zone"},
      {"abort", "abort"},
      {"user", "\"user\""},
      {"left", "\"left\""},
      {"between", "\"between\""},
      {"timestamp", "\"timestamp\""},
      {"Users", "\"Users\""},
      {"9a", "\"9a\""},
      {"a b", "\"a b\""},
      {"a.b", "\"a.b\""},
      {"a\"b", "\"a\"\"b\""},
      {"", "\"\""},
      {"naïve", "\"naïve\""},
      {"a$b", "\"a$b\""},
      {"x; drop table y", "\"x; drop table y\""},
  };
  for (const auto& [name, quoted] : cases) {
    CHECK(quote_ident(name) == quoted);
  }
  CHECK(qualified("", "Users") == "\"Users\"");
  CHECK(qualified("My.App", "users") == "\"My.App\".users");
}

TEST_CASE("literals and dollar quotes read back as they were") {
  const std::string texts[] = {"",          "plain",      "it's",       "back\\slash", "both ' and \\", "line\nbreak",
                               "$$",        "a$",         "$_$ and $$", "$",           "ends in $_",    "$_1$ $_$ $$ x",
                               "'; drop x", "U&'\\0041'", "日本語 'x'"};
  for (const std::string& text : texts) {
    for (const std::string& quoted : {quote_literal(text), dollar_quote(text)}) {
      CAPTURE(std::string(quoted));
      const Tokens tokens = tokenize(quoted);
      REQUIRE(tokens.list.size() == 2);
      CHECK(tokens.list[0].kind == TokenKind::string);
      CHECK(tokens.list[0].value == text);
    }
  }
  CHECK(quote_literal("a'b") == "'a''b'");
  CHECK(quote_literal("a\\b") == "E'a\\\\b'");
  CHECK(dollar_quote("x") == "$$x$$");
}

namespace {

std::string split(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (const Token& token : tokens.list) {
    if (token.kind == TokenKind::end) break;
    out += (out.empty() ? "" : "|") + std::string(token.value);
  }
  return out;
}

}  // namespace

TEST_CASE("text is split as PostgreSQL's scanner splits it") {
  const std::pair<const char*, const char*> cases[] = {
      {"a+-1", "a|+|-|1"},
      {"a@-1", "a|@-|1"},
      {"a=-1", "a|=|-|1"},
      {"a<-1", "a|<|-|1"},
      {"a!=-1", "a|!=-|1"},
      {"a != -1", "a|<>|-|1"},
      {"1-- x\n+2", "1|+|2"},
      {"1/* x /* y */ */+2", "1|+|2"},
      {"a*/*x*/b", "a|*|b"},
      {"a||-1", "a|||-|1"},
      {"a->>'b'", "a|->>|b"},
      {"a::int[1:2]", "a|::|int|[|1|:|2|]"},
      {"x=>1,y:=2", "x|=>|1|,|y|:=|2"},
      {"1..10", "1|..|10"},
      {"1.5e-3 .5 5. 0x1F 1_000", "1.5e-3|.5|5.|0x1F|1_000"},
      {"Foo \"Foo\" FÖO", "foo|Foo|fÖo"},
      {"'a'\n  'b'", "ab"},
      {"'a' -- it's\n 'b'", "ab"},
      {"'a''b'", "a'b"},
      {"E'a\\'b\\n\\x41\\101\\u0041'", "a'b\nAAA"},
      {"E'\\\\'", "\\"},
      {"U&'d\\0061t\\+000061'", "data"},
      {"U&'d!0061t' UESCAPE '!'", "dat"},
      {"U&\"\\0041b\"", "Ab"},
      {"U&'\\D83D\\DE00'", "😀"},
      {"$$a'b$$ $x$ $$ $x$", "a'b| $$ "},
      {"N'x'", "nchar|x"},
      {"B'01' x'1F'", "B'01'|X'1F'"},
      {"$1 + $23", "$1|+|$23"},
  };
  for (const auto& [text, tokens] : cases) {
    CAPTURE(std::string(text));
    CHECK(split(text) == tokens);
  }
}

TEST_CASE("what can't be split is told where") {
  const std::pair<const char*, std::size_t> cases[] = {
      {"a 'b", 2},  {"a \"b", 2},  {"a /* /* */", 2}, {"a $x$ b", 2},  {"(a]", 2}, {"a)", 1},         {"f((a)", 1},
      {"12abc", 2}, {"a \\ b", 2}, {"\"\"", 0},       {"E'\\u12'", 2}, {"$", 0},   {"U&'\\12' x", 3}, {"E'\\000'", 2},
  };
  for (const auto& [text, offset] : cases) {
    CAPTURE(std::string(text));
    try {
      tokenize(text);
      FAIL("no error");
    } catch (const SyntaxError& error) {
      CHECK(error.offset() == offset);
    }
  }
  CHECK_THROWS_AS(tokenize(std::string_view("a\0b", 3)), SyntaxError);
}
