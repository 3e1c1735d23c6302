// Scalar expressions and queries as text, and when two of them are provably the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/type.h"

namespace plumb::sql {

// What is known of the columns that an expression may use; empty functions: nothing.
struct ColumnTypes {
  std::function<Type(std::string_view column)> column;  // an empty Type: unknown
  std::function<bool(const Type& type)> is_enum;        // is this a declared or live enum?
};

// The canonical form of an expression: a spelling such that equal canonical text means the same expression to
// PostgreSQL. SOUND: it may fail to prove equality, it must never claim it wrongly. "The same" means: stored, dumped and
// restored until the text no longer changes, both end in the same text. (pg_get_expr's text does not always come back as
// it was: x BETWEEN 1 AND 2 AND y loses its inner brackets, a cast of an array goes to its elements.) The form itself is
// SQL of that meaning. tests/integration/sql_canonical_test.cpp holds all this against a server.
//
// Folded by grammar: case, comments, white space, quoting, brackets by precedence, spellings of constants, types and
// operators, CAST, LIKE and its kin, BETWEEN, one-element IN, IN (SELECT), IS NOT DISTINCT, missing ELSE, CASE, casts of
// constants and of ARRAY[…]. Folded where the types are known by casts or from `types`: the casts that PostgreSQL adds
// to operands, arguments and lists; IN as = ANY (ARRAY[…]). Never folded: names (a.x is not x, now() is not
// CURRENT_TIMESTAMP), the order of operands, the inside of subqueries beyond their tokens, constants whose text depends
// on settings (a timestamp with time zone).
//
// A text that the grammar doesn't know comes back with only its tokens normalised. Throws SyntaxError only where the
// text can't even be split into tokens or its brackets don't match.
std::string canonical_expression(std::string_view text);

// With the types of the columns, the casts that PostgreSQL adds are proved too: status = 'a' and
// ((status)::text = 'a'::text) for a varchar column. Both sides of a comparison need the same `types`.
std::string canonical_expression(std::string_view text, const ColumnTypes& types);

// The same for the default of a column, which is cast to the column's type: 'new' on a varchar(20) column and
// 'new'::character varying.
std::string canonical_default(std::string_view text, const Type& column_type, const ColumnTypes& types = {});

// Is a default of this text none at all? PostgreSQL stores no bare NULL (AddRelationNewConstraints in catalog/heap.c),
// but one that it casts to a length or a domain: true only for built-in types without a length.
bool is_no_default(std::string_view text, const Type& column_type);

// The same for a whole query (SELECT, WITH, VALUES): tokens normalised, a final semicolon dropped; no deeper claims.
std::string canonical_query(std::string_view text);

// Are the two provably the same? False where that can't be told, also for text that is no SQL.
bool same_expression(std::string_view a, std::string_view b);
bool same_expression(std::string_view a, std::string_view b, const ColumnTypes& types);
bool same_default(std::string_view a, std::string_view b, const Type& column_type, const ColumnTypes& types = {});
bool same_query(std::string_view a, std::string_view b);

// The columns that an expression names, as it names them (a, t.a, t.*), printed; those inside subqueries left out, and all
// where the grammar doesn't know the text: it may name more, it names no less.
std::vector<std::string> columns_named(std::string_view text);

// Is it an expression by grammar? Throws SyntaxError that points at the first wrong token.
void check_expression(std::string_view text);
// Is it one statement that starts with SELECT, WITH, VALUES, TABLE or ( and has balanced brackets?
void check_query(std::string_view text);

// A constant by PostgreSQL's volatility rules as far as text can tell: literals, casts of literals, now() and current_*
// (stable), arithmetic on them. Used to know whether ADD COLUMN … DEFAULT rewrites; unknown functions answer false.
bool is_stable_default(std::string_view text);

// An expression as it is written; equality is canonical equality.
struct Expression {
  std::string text;
  bool empty() const { return text.empty(); }
  friend bool operator==(const Expression& a, const Expression& b) { return same_expression(a.text, b.text); }
};

struct Query {
  std::string text;
  bool empty() const { return text.empty(); }
  friend bool operator==(const Query& a, const Query& b) { return same_query(a.text, b.text); }
};

}  // namespace plumb::sql
