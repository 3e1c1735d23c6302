// Names and messages on a terminal.
#include "model/text.h"

#include <doctest/doctest.h>

#include "plan/render_words.h"

using namespace plumb;

TEST_CASE("text: what would speak to a terminal, or turn a line around, is shown instead") {
  CHECK_EQ(visible("plain, für 日本 🎉\n\ttext"), "plain, für 日本 🎉\n\ttext");
  CHECK_EQ(visible("\x1b[2J\r\a\x7f"), "\\x1b[2J\\x0d\\x07\\x7f");
  CHECK_EQ(visible("\xc2\x9b"
                   "31m"),
           "\\x9b31m");  // CSI of eight-bit terminals
  CHECK_EQ(visible("a\xe2\x80\xae"
                   "b\xe2\x81\xa6"),
           "a\\u202eb\\u2066");                          // RLO, LRI
  CHECK_EQ(visible("\xff\xc3"), "\\xff\\xc3");           // no UTF-8
  CHECK_EQ(visible("\xed\xa0\x80"), "\\xed\\xa0\\x80");  // half a surrogate pair
  CHECK_EQ(visible(""), "");
  CHECK_EQ(words::one_line(" a \n b\x1b \xe2\x80\xa8"), "a b\\x1b \\u2028");
}
