#include "sql/routine.h"

#include <algorithm>

#include "sql/cursor.h"
#include "sql/definition_clauses.h"
#include "sql/expression.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"
#include "sql/type_parser.h"

namespace plumb::sql {

bool operator==(const Argument& a, const Argument& b) {
  if (a.mode != b.mode || a.name != b.name || a.type != b.type) return false;
  if (a.default_expression == b.default_expression) return true;
  return !a.default_expression.empty() && !b.default_expression.empty() &&
         same_default(a.default_expression, b.default_expression, a.type);
}

bool operator==(const Code& a, const Code& b) {
  return a.sql == b.sql && (a.text == b.text || (a.sql && same_query(a.text, b.text)));
}

namespace {

// "character" is any length here, while a column of that type has one character.
std::string print_bare_type(const Type& type) {
  return type.text == "character" || type.text == "character[]" ? type.text : short_type(type);
}

bool at_end_of_type(const Cursor& cursor) {
  return cursor.at_end() || cursor.at(',') || cursor.at(')') || cursor.at(kw("default")) || cursor.at('=') ||
         cursor.at(":=") || cursor.at_words({kw("order"), kw("by")});
}

// A name may look like the beginning of a type, and a type like a name: what stands to its end is a type.
bool is_bare_type(Cursor& cursor) {
  const std::size_t start = cursor.index();
  bool bare = false;
  try {
    read_type(cursor);
    bare = at_end_of_type(cursor);
  } catch (const SyntaxError&) {
    bare = false;
  }
  cursor.go_to(start);
  return bare;
}

bool read_mode(Cursor& cursor, Argument& argument) {
  if (cursor.accept(kw("in")))
    argument.mode = cursor.accept(kw("out")) ? "inout" : "in";
  else if (cursor.accept(kw("out")))
    argument.mode = "out";
  else if (cursor.accept(kw("inout")))
    argument.mode = "inout";
  else if (cursor.accept(kw("variadic")))
    argument.mode = "variadic";
  else
    return false;
  return true;
}

// [mode] [name] type, or name mode type.
void read_name_and_type(Cursor& cursor, Argument& argument) {
  const bool moded = read_mode(cursor, argument);
  if (cursor.at_type_name() && !is_bare_type(cursor)) {
    argument.name = cursor.expect_label("the name of an argument");
    if (!moded) read_mode(cursor, argument);
  }
  if (at_end_of_type(cursor)) cursor.fail_expected("the type of an argument");
  argument.type = read_bare_type(cursor);
}

Argument read_argument(Cursor& cursor) {
  Argument argument;
  read_name_and_type(cursor, argument);
  if (cursor.accept(kw("default")) || cursor.accept('=') || cursor.accept(":="))
    argument.default_expression = read_expression(cursor);
  return argument;
}

bool at_list_end(const Cursor& cursor) {
  return cursor.at_end() || cursor.at(')') || cursor.at_words({kw("order"), kw("by")});
}

void read_list(Cursor& cursor, std::vector<Argument>& list) {
  if (at_list_end(cursor)) return;
  do {
    list.push_back(read_argument(cursor));
  } while (cursor.accept(','));
}

Arguments read_arguments(Cursor& cursor) {
  Arguments out;
  if (cursor.accept('*')) return out;
  read_list(cursor, out.list);
  if (cursor.accept_words({kw("order"), kw("by")})) {
    out.ordered_from = out.list.size();
    read_list(cursor, out.list);
  }
  return out;
}

std::string print_argument(const Argument& argument) {
  std::string out;
  if (argument.mode != "in") out += upper(argument.mode) + " ";
  if (!argument.name.empty()) out += quote_ident(argument.name) + " ";
  out += print_bare_type(argument.type);
  if (!argument.default_expression.empty()) out += " DEFAULT " + argument.default_expression;
  return out;
}

template <typename Print>
std::string print_list(const Arguments& arguments, Print&& print) {
  std::string out;
  for (std::size_t i = 0; i < arguments.list.size(); ++i) {
    const std::string item = print(arguments.list[i]);
    const bool ordered = arguments.ordered_from == i;
    if (ordered) out += out.empty() ? "ORDER BY " : " ORDER BY ";
    if (!item.empty()) out += (out.empty() || ordered ? "" : ", ") + item;
  }
  return out;
}

}  // namespace

Arguments parse_arguments(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  Arguments out = read_arguments(cursor);
  cursor.expect_end("the arguments");
  return out;
}

std::string print_arguments(const Arguments& arguments) { return print_list(arguments, print_argument); }

std::string input_types(const Arguments& arguments) {
  // Of an aggregate that sorts them the server stores the variadic ones once, and finds it by both only if told so.
  const bool twice = arguments.ordered_from && !arguments.list.empty() && arguments.list.back().mode == "variadic";
  return print_list(arguments, [twice](const Argument& a) {
    if (!a.is_input()) return std::string();
    return (twice && a.mode == "variadic" ? "VARIADIC " : "") + print_bare_type(a.type);
  });
}

Signature parse_signature(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  Signature out;
  std::vector<std::string> parts;
  do {
    if (!cursor.at_type_name() && parts.empty() && !cursor.at_column_name()) cursor.fail_expected("a name");
    parts.push_back(cursor.expect_label("a name"));
  } while (cursor.accept('.'));
  if (parts.size() > 2) throw SyntaxError("expected a name with at most a schema before it", 0);
  out.name = parts.size() == 2 ? QualifiedName{parts[0], parts[1]} : QualifiedName{"", parts[0]};
  if (cursor.at_end()) return out;
  cursor.expect('(');
  out.has_arguments = true;
  out.arguments = read_arguments(cursor);
  if (!cursor.at(')')) cursor.fail_expected("\",\" or \")\"");
  cursor.take();
  cursor.expect_end("the arguments");
  return out;
}

Returns parse_returns(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  Returns out;
  if (cursor.accept(kw("table"))) {
    out.set = true;
    cursor.expect('(');
    do {
      Argument column;
      column.name = cursor.expect_label("the name of a column");
      if (at_end_of_type(cursor)) cursor.fail_expected("the type of a column");
      column.type = read_bare_type(cursor);
      out.table.push_back(std::move(column));
    } while (cursor.accept(','));
    if (!cursor.at(')')) cursor.fail_expected("\",\" or \")\"");
    cursor.take();
  } else {
    out.set = cursor.accept(kw("setof"));
    out.type = read_bare_type(cursor);
  }
  cursor.expect_end("the type");
  return out;
}

std::string print_returns(const Returns& returns) {
  if (returns.table.empty())
    return returns.empty() ? std::string() : (returns.set ? "SETOF " : "") + print_bare_type(returns.type);
  std::string out;
  for (const Argument& column : returns.table) out += (out.empty() ? "TABLE (" : ", ") + print_argument(column);
  return out + ")";
}

bool is_standard_body(std::string_view text) {
  try {
    const Tokens tokens = tokenize(text);
    Cursor cursor(tokens);
    return cursor.at(kw("return")) || cursor.at_words({kw("begin"), kw("atomic")});
  } catch (const SyntaxError&) {
    return false;
  }
}

FunctionName parse_function_name(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  std::vector<std::string> parts;
  do {
    parts.push_back(cursor.expect_label("the name of a function"));
  } while (cursor.accept('.'));
  // "touch()", as in EXECUTE FUNCTION.
  if (cursor.accept('(') && !cursor.accept(')'))
    throw SyntaxError("the name of the function stands alone here: what it takes follows from what calls it",
                      cursor.peek().offset);
  cursor.expect_end("the name of the function");
  if (parts.size() > 2) throw SyntaxError("expected a function with at most a schema before it", 0);
  if (parts.size() == 2 && parts.front() == "pg_catalog") parts.erase(parts.begin());
  return {parts.size() == 2 ? qualified(parts[0], parts[1]) : quote_ident(parts[0])};
}

}  // namespace plumb::sql
