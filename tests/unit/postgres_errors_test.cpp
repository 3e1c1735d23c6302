// What plumb makes of a server, its errors and its sessions without one.
#include <doctest/doctest.h>

#include "postgres/advice.h"
#include "postgres/lock_watch.h"
#include "postgres/supported.h"

using namespace plumb;
using namespace plumb::postgres;

TEST_CASE("servers by their version") {
  for (const int good : {140000, 140012, 150020, 180000, 180099, 190001, 250000}) CHECK_EQ(refusal({good}), "");
  CHECK_EQ(refusal({130099}), "PostgreSQL 13 is too old; plumb supports 14 to 18");
  CHECK_EQ(refusal({100001}), "PostgreSQL 10 is too old; plumb supports 14 to 18");
  CHECK_EQ(refusal({90624}), "PostgreSQL 9.6 is too old; plumb supports 14 to 18");
  CHECK_EQ(refusal({80002}, " in /usr/bin"), "PostgreSQL 8.0 in /usr/bin is too old; plumb supports 14 to 18");
  CHECK_EQ(refusal({0}), "the server does not say which version of PostgreSQL it is");
  for (const int known : {140000, 180099}) CHECK_EQ(caution({known}), "");
  CHECK_EQ(caution({190001}),
           "PostgreSQL 19 is newer than this plumb, which knows 14 to 18; what is new in it may be overlooked");
}

TEST_CASE("advice goes where the server gives none") {
  CHECK_FALSE(advice("42501").empty());
  CHECK_FALSE(advice("XX001").empty());
  CHECK_EQ(advice("42601"), "");
  CHECK_EQ(advice(""), "");
  ServerMessage message;
  message.sqlstate = "25006";
  message.message = "cannot execute CREATE TABLE in a read-only transaction";
  CHECK_EQ(ServerError(message).hint(), advice("25006"));
  message.hint = "the server's own";
  CHECK_EQ(ServerError(message).hint(), "the server's own");
}

TEST_CASE("queries of others are shown without their constants") {
  CHECK_EQ(shown_query("alter role app\n  password 'hunter2'", 60), "alter role app password '…'");
  CHECK_EQ(shown_query("select E'it\\'s', 'it''s' , $1", 60), "select E'…', '…' , $1");
  CHECK_EQ(shown_query("do $$ secret $$, $a$ b $$ c $a$ x", 60), "do '…', '…' x");
  CHECK_EQ(shown_query("select 'unclosed secret", 60), "select '…'");
  CHECK_EQ(shown_query("select $$unclosed", 60), "select '…'");
  CHECK_EQ(shown_query("a\x1b[31m\tb", 60), "a [31m b");
  CHECK_EQ(shown_query("ääääää", 3), "äää…");
  CHECK_EQ(shown_query("äää", 3), "äää");
  CHECK_EQ(shown_query("", 3), "");
}
