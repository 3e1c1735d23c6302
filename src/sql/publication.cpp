#include "sql/publication.h"

#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

PublishedTable parse_published_table(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  PublishedTable out;
  cursor.accept(kw("only"));
  out.table = read_qualified_name(cursor, "a table");
  if (cursor.at('(')) out.columns = cursor.expect_names("a column");
  if (cursor.accept(kw("where"))) out.where = without_brackets(read_expression(cursor));
  cursor.expect_end("the table");
  return out;
}

std::string print_published_table(const PublishedTable& table) {
  std::string out = qualified(table.table.schema, table.table.name);
  if (!table.columns.empty()) out += " " + print_names(table.columns);
  if (!table.where.empty()) out += " where (" + std::string(without_brackets(table.where)) + ")";
  return out;
}

}  // namespace plumb::sql
