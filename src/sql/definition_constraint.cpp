// The short forms of a table's constraints: keys, checks, foreign keys, exclusions.
#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

// ---- primary keys and unique constraints ---------------------------------------------------------------------------

KeyDefinition parse_key(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  KeyDefinition key;
  if (!cursor.accept(kw("unique"))) cursor.accept_words({kw("primary"), kw("key")});
  read_nulls_distinct(cursor, key.nulls_not_distinct);
  key.columns = cursor.expect_names("a column");
  while (!cursor.at_end()) {
    if (cursor.at(kw("include"))) {
      if (!key.include.empty()) cursor.fail("\"include\" is given twice");
      cursor.take();
      key.include = cursor.expect_names("a column");
    } else if (cursor.accept(kw("with"))) {
      key.with = read_options(cursor);
    } else if (cursor.accept_words({kw("using"), kw("index"), kw("tablespace")}) || cursor.accept(kw("tablespace"))) {
      key.tablespace = cursor.expect_column_name("a tablespace");
    } else if (!read_nulls_distinct(cursor, key.nulls_not_distinct) &&
               !read_deferrable(cursor, key.deferrable, key.initially_deferred)) {
      static constexpr std::string_view words[] = {
          "include",        "nulls not distinct", "with", "using index tablespace", "deferrable",
          "not deferrable", "initially deferred"};
      cursor.fail_unknown("part of a key", words);
    }
  }
  return key;
}

std::string print_key(const KeyDefinition& key) {
  std::string out = print_names(key.columns);
  if (!key.include.empty()) out += " include " + print_names(key.include);
  if (key.nulls_not_distinct) out += " nulls not distinct";
  if (!key.with.empty()) out += " with " + print_options(key.with);
  if (!key.tablespace.empty()) out += " using index tablespace " + quote_ident(key.tablespace);
  return out + print_deferrable(key.deferrable, key.initially_deferred);
}

// ---- checks --------------------------------------------------------------------------------------------------------

CheckDefinition parse_check(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  CheckDefinition check;
  check.expression = cursor.accept(kw("check")) ? read_bracketed_expression(cursor) : read_expression(cursor);
  while (!cursor.at_end()) {
    if (cursor.accept_words({kw("no"), kw("inherit")})) {
      check.no_inherit = true;
    } else if (cursor.accept_words({kw("not"), kw("valid")})) {
      check.not_valid = true;
    } else if (cursor.accept_words({kw("not"), kw("enforced")})) {
      check.not_enforced = true;
    } else {
      cursor.fail_expected("an operator, \"no inherit\", \"not valid\" or \"not enforced\"");
    }
  }
  return check;
}

std::string print_check(const CheckDefinition& check) {
  std::string out = check.expression;
  if (check.no_inherit) out += " no inherit";
  if (check.not_valid) out += " not valid";
  if (check.not_enforced) out += " not enforced";
  return out;
}

// ---- foreign keys --------------------------------------------------------------------------------------------------

ForeignKeyDefinition parse_foreign_key(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  ForeignKeyDefinition key;
  cursor.accept_words({kw("foreign"), kw("key")});
  key.columns = cursor.expect_names("a column");
  key.references = read_references(cursor);
  static constexpr std::string_view words[] = {"match simple", "match full",     "on delete",          "on update",
                                               "deferrable",   "not deferrable", "initially deferred", "not valid"};
  if (!cursor.at_end()) cursor.fail_unknown("part of a foreign key", words);
  const auto& references = key.references;
  if (!references.columns.empty() && references.columns.size() != key.columns.size()) {
    throw SyntaxError("the foreign key has " + std::to_string(key.columns.size()) + " columns, but references " +
                          std::to_string(references.columns.size()),
                      0);
  }
  return key;
}

std::string print_foreign_key(const ForeignKeyDefinition& key) {
  return print_names(key.columns) + " " + print_references(key.references);
}

// ---- exclusions ----------------------------------------------------------------------------------------------------

namespace {

std::string read_operator(Cursor& cursor) {
  const std::size_t start = cursor.index();
  if (cursor.accept(kw("operator"))) {
    cursor.expect('(');
    while (cursor.peek().kind == TokenKind::name) {
      cursor.expect_label("a schema");
      cursor.expect('.');
    }
    if (cursor.peek().kind != TokenKind::operator_) cursor.fail_expected("an operator");
    cursor.take();
    cursor.expect(')');
  } else if (cursor.peek().kind == TokenKind::operator_) {
    cursor.take();
  } else {
    cursor.fail_expected("an operator");
  }
  return std::string(cursor.source(start, cursor.index()));
}

bool read_exclusion_clause(Cursor& cursor, ExclusionDefinition& exclusion) {
  if (cursor.accept(kw("include"))) {
    exclusion.include = cursor.expect_names("a column");
  } else if (cursor.accept(kw("with"))) {
    exclusion.with = read_options(cursor);
  } else if (cursor.accept_words({kw("using"), kw("index"), kw("tablespace")}) || cursor.accept(kw("tablespace"))) {
    exclusion.tablespace = cursor.expect_column_name("a tablespace");
  } else if (cursor.accept(kw("where"))) {
    exclusion.where = without_brackets(read_expression(cursor));
  } else {
    return read_deferrable(cursor, exclusion.deferrable, exclusion.initially_deferred);
  }
  return true;
}

}  // namespace

ExclusionDefinition parse_exclusion(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  ExclusionDefinition exclusion;
  cursor.accept(kw("exclude"));
  cursor.accept(kw("using"));
  if (!cursor.at('(')) exclusion.method = cursor.expect_column_name("an access method such as gist");
  cursor.expect('(');
  do {
    IndexElement element = read_index_element(cursor);
    cursor.expect(kw("with"));
    std::string op = read_operator(cursor);
    exclusion.elements.emplace_back(std::move(element), std::move(op));
  } while (cursor.accept(','));
  cursor.expect(')');
  while (!cursor.at_end()) {
    if (read_exclusion_clause(cursor, exclusion)) continue;
    static constexpr std::string_view words[] = {"include", "with", "using index tablespace", "where", "deferrable"};
    cursor.fail_unknown("part of an exclusion", words);
  }
  return exclusion;
}

std::string print_exclusion(const ExclusionDefinition& exclusion) {
  std::string out = "using " + quote_ident(exclusion.method) + " (";
  for (const auto& [element, op] : exclusion.elements) {
    if (&element != &exclusion.elements.front().first) out += ", ";
    out += print_index_element(element) + " with " + op;
  }
  out += ")";
  if (!exclusion.include.empty()) out += " include " + print_names(exclusion.include);
  if (!exclusion.with.empty()) out += " with " + print_options(exclusion.with);
  if (!exclusion.tablespace.empty()) out += " using index tablespace " + quote_ident(exclusion.tablespace);
  if (!exclusion.where.empty()) out += " where (" + exclusion.where + ")";
  return out + print_deferrable(exclusion.deferrable, exclusion.initially_deferred);
}

}  // namespace plumb::sql
