// The short forms of indexes and their elements.
#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

IndexElement read_index_element(Cursor& cursor) {
  IndexElement element;
  const Token& next = cursor.peek(1);
  if (cursor.at('(')) {
    element.expression = read_bracketed_expression(cursor);
  } else if (cursor.at_column_name() && !next.is('(') && !next.is('.')) {
    element.column = cursor.expect_column_name("a column");
  } else {
    element.expression = read_function_call(cursor);
  }
  if (cursor.accept(kw("collate"))) element.collation = read_any_name(cursor, "a collation");
  const auto at_nulls = [&] {
    return cursor.at_words({kw("nulls"), kw("first")}) || cursor.at_words({kw("nulls"), kw("last")});
  };
  if (cursor.at_column_name() && !at_nulls()) {
    element.opclass = read_any_name(cursor, "an operator class");
    if (cursor.at('(')) element.opclass_options = read_options(cursor);
  }
  element.descending = cursor.accept(kw("desc"));
  if (!element.descending) cursor.accept(kw("asc"));
  element.nulls_first = element.descending;
  if (at_nulls()) {
    cursor.take();
    element.nulls_first = cursor.take().is(kw("first"));
  }
  return element;
}

IndexElement parse_index_element(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  IndexElement element = read_index_element(cursor);
  cursor.expect_end("the index element");
  return element;
}

std::string print_index_element(const IndexElement& element) {
  std::string out;
  if (!element.column.empty()) {
    out = quote_ident(element.column);
  } else {
    out = is_function_call(element.expression) ? element.expression : "(" + element.expression + ")";
  }
  if (!element.collation.empty()) out += " collate " + element.collation;
  if (!element.opclass.empty()) out += " " + element.opclass;
  if (!element.opclass_options.empty()) out += " " + print_options(element.opclass_options);
  if (element.descending) out += " desc";
  if (element.nulls_first != element.descending) out += element.nulls_first ? " nulls first" : " nulls last";
  return out;
}

namespace {

// The beginning of a whole statement: CREATE [UNIQUE] INDEX [CONCURRENTLY] [IF NOT EXISTS] [name] ON [ONLY] table
void read_statement(Cursor& cursor, IndexDefinition& index) {
  const bool create = cursor.accept(kw("create"));
  index.unique = cursor.accept(kw("unique"));
  if (!cursor.accept(kw("index"))) {
    if (create) cursor.fail_expected("\"index\"");
    return;
  }
  cursor.accept(kw("concurrently"));
  cursor.accept_words({kw("if"), kw("not"), kw("exists")});
  if (!cursor.at(kw("on"))) index.name = cursor.expect_column_name("the name of an index");
  cursor.expect(kw("on"));
  cursor.accept(kw("only"));
  index.table = read_qualified_name(cursor, "a table");
}

bool read_clause(Cursor& cursor, IndexDefinition& index) {
  if (cursor.at(kw("include"))) {
    if (!index.include.empty()) cursor.fail("\"include\" is given twice");
    cursor.take();
    index.include = cursor.expect_names("a column");
  } else if (cursor.accept(kw("with"))) {
    index.with = read_options(cursor);
  } else if (cursor.accept(kw("tablespace"))) {
    index.tablespace = cursor.expect_column_name("a tablespace");
  } else if (cursor.at(kw("where"))) {
    if (!index.where.empty()) cursor.fail("\"where\" is given twice");
    cursor.take();
    index.where = read_expression(cursor);
  } else {
    return read_nulls_distinct(cursor, index.nulls_not_distinct);
  }
  return true;
}

}  // namespace

IndexDefinition parse_index(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  IndexDefinition index;
  read_statement(cursor, index);
  cursor.accept(kw("using"));
  if (!cursor.at('(')) {
    if (!cursor.peek(1).is('(')) cursor.fail_expected("\"(\", or an access method such as gin before it");
    index.method = cursor.expect_column_name("an access method such as gin");
  }
  cursor.expect('(');
  do {
    index.on.push_back(read_index_element(cursor));
  } while (cursor.accept(','));
  if (!cursor.at(')')) cursor.fail_expected("an operator class, \"asc\", \"desc\", \"nulls\", \",\" or \")\"");
  cursor.take();
  while (!cursor.at_end()) {
    if (read_clause(cursor, index)) continue;
    static constexpr std::string_view words[] = {"include", "nulls not distinct", "with", "tablespace", "where"};
    if (cursor.peek().kind != TokenKind::name && !index.where.empty()) cursor.expect_end("the predicate");
    cursor.fail_unknown("part of an index", words);
  }
  return index;
}

std::string print_index(const IndexDefinition& index) {
  std::string out = index.unique ? "unique " : "";
  if (index.method != "btree") out += quote_ident(index.method) + " ";
  out += "(";
  for (std::size_t i = 0; i < index.on.size(); ++i) out += (i ? ", " : "") + print_index_element(index.on[i]);
  out += ")";
  if (!index.include.empty()) out += " include " + print_names(index.include);
  if (index.nulls_not_distinct) out += " nulls not distinct";
  if (!index.with.empty()) out += " with " + print_options(index.with);
  if (!index.tablespace.empty()) out += " tablespace " + quote_ident(index.tablespace);
  if (!index.where.empty()) out += " where " + index.where;
  return out;
}

}  // namespace plumb::sql
