// Scalar expressions and queries as text, and when two of them are provably the same.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::sql {

// The canonical form of an expression: a spelling such that equal canonical text means the same expression to
// PostgreSQL. SOUND: it may fail to prove equality, it must never claim it wrongly. It folds: keyword and unquoted
// identifier case, white space, comments, redundant parentheses (by PostgreSQL's operator precedence), type aliases,
// casts of literals ('x'::text::character varying and the like only where the result is certain: a string literal cast to
// text, varchar without length: keep the type, fold the spelling), CAST(a AS t) and a::t, != and <>, IN (…) and
// = ANY (ARRAY[…]), NOT IN and <> ALL, BETWEEN and its AND form, LIKE/ILIKE/NOT LIKE and ~~ operators, IS [NOT] NULL,
// ISNULL/NOTNULL, number literals written as (0)::numeric stay distinct from 0::bigint, current_timestamp and
// CURRENT_TIMESTAMP, now() is not current_timestamp, AT TIME ZONE and timezone(), extract forms, COALESCE/NULLIF/GREATEST,
// string constants ('a', E'a', $$a$$, U&'…'), boolean literals ('t'::boolean, true).
// A text that the grammar doesn't know comes back with only tokens normalised (case of keywords and unquoted
// identifiers, white space, comments).
// Throws SyntaxError only where the text can't even be split into tokens or its brackets don't match.
std::string canonical_expression(std::string_view text);

// The same for a whole query (SELECT, WITH, VALUES): tokens normalised, a final semicolon dropped; no deeper claims.
std::string canonical_query(std::string_view text);

// Is it an expression by grammar? Throws SyntaxError that points at the first wrong token.
void check_expression(std::string_view text);
void check_query(std::string_view text);  // starts with SELECT, WITH, VALUES, TABLE or (; balanced brackets; one statement

// A constant by PostgreSQL's volatility rules as far as text can tell: literals, casts of literals, now() and
// current_* (stable), arithmetic on them. Used to know whether ADD COLUMN … DEFAULT rewrites; unknown functions answer false.
bool is_stable_default(std::string_view text);

// An expression as it is written; equality is canonical equality.
struct Expression {
  std::string text;
  bool empty() const { return text.empty(); }
  friend bool operator==(const Expression& a, const Expression& b) {
    return a.text == b.text || (!a.empty() && !b.empty() && canonical_expression(a.text) == canonical_expression(b.text));
  }
};

struct Query {
  std::string text;
  bool empty() const { return text.empty(); }
  friend bool operator==(const Query& a, const Query& b) {
    return a.text == b.text || (!a.empty() && !b.empty() && canonical_query(a.text) == canonical_query(b.text));
  }
};

}  // namespace plumb::sql
