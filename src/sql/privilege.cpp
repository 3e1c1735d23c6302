#include "sql/privilege.h"

#include <algorithm>

#include "sql/cursor.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

constexpr std::string_view known[] = {"all",        "select",   "insert",  "update",      "delete", "truncate",
                                      "references", "trigger",  "execute", "usage",       "create", "connect",
                                      "temporary",  "maintain", "set",     "alter system"};

std::string read_name(Cursor& cursor) {
  if (cursor.accept_words({kw("alter"), kw("system")})) return "alter system";
  if (cursor.accept(kw("temp"))) return "temporary";
  if (cursor.accept(kw("all"))) {
    cursor.accept(kw("privileges"));
    return "all";
  }
  const std::string_view word = cursor.peek().value;
  const bool right = cursor.peek().kind == TokenKind::name && !cursor.peek().quoted &&
                     std::find(std::begin(known), std::end(known), word) != std::end(known);
  if (!right) cursor.fail_unknown("a privilege", known);
  return std::string(cursor.take().value);
}

}  // namespace

Privilege parse_privilege(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  Privilege out;
  out.name = read_name(cursor);
  out.grant_option = cursor.accept_words({kw("with"), kw("grant"), kw("option")});
  if (cursor.accept_words({kw("granted"), kw("by")}))
    out.grantor = cursor.expect_column_name("the role that granted it");
  cursor.expect_end("the privilege");
  return out;
}

std::string print_privilege(const Privilege& privilege) {
  return privilege.name + (privilege.grant_option ? " with grant option" : "") +
         (privilege.grantor.empty() ? "" : " granted by " + quote_ident(privilege.grantor));
}

}  // namespace plumb::sql
