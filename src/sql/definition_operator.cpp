// Members of operator classes, names and definitions of casts and transforms, lists of dictionaries.
#include "sql/definition_clauses.h"
#include "sql/definition_type.h"
#include "sql/quote.h"
#include "sql/signed_name.h"
#include "sql/type_parser.h"

namespace plumb::sql {

namespace {

// A bare word, keyword or not.
bool accept_name(Cursor& cursor, std::string_view word) {
  if (cursor.peek().kind != TokenKind::name || cursor.peek().quoted || cursor.peek().value != word) return false;
  cursor.take();
  return true;
}

void expect_name(Cursor& cursor, std::string_view word) {
  if (!accept_name(cursor, word)) cursor.fail_expected("\"" + std::string(word) + "\"");
}

std::vector<Type> read_types(Cursor& cursor) {
  std::vector<Type> out;
  cursor.expect('(');
  do {
    out.push_back(read_bare_type(cursor));
  } while (cursor.accept(','));
  cursor.expect(')');
  return out;
}

std::string print_types(const std::vector<Type>& types) {
  std::string out;
  for (const Type& type : types) out += (out.empty() ? "" : ", ") + type.text;
  return "(" + out + ")";
}

QualifiedName without_pg_catalog(QualifiedName name) {
  if (name.schema == "pg_catalog") name.schema.clear();
  return name;
}

}  // namespace

IndexMethodName parse_index_method_name(std::string_view text, std::string_view method) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  IndexMethodName out;
  out.name = read_qualified_name(cursor, "a name");
  if (!method.empty() && cursor.at_end()) {
    out.method = method;
    return out;
  }
  if (!cursor.at(kw("using"))) cursor.fail_expected("\"using\" and an index method");
  cursor.take();
  out.method = cursor.expect_column_name("an index method");
  cursor.expect_end("the index method");
  return out;
}

OperatorMember parse_operator_member(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  OperatorMember out;
  out.is_function = accept_name(cursor, "function");
  if (!out.is_function && !accept_name(cursor, "operator")) cursor.fail_expected("\"operator\" or \"function\"");
  out.number = cursor.expect_integer("its number");
  if (out.is_function && cursor.at('(')) out.types = read_types(cursor);
  out.what = read_signed_name(cursor);
  if (out.what.is_operator == out.is_function) cursor.fail_expected(out.is_function ? "a function" : "an operator");
  if (accept_name(cursor, "for")) {
    if (out.is_function) cursor.fail("only an operator is for search or for order by");
    if (!accept_name(cursor, "search")) {
      expect_name(cursor, "order");
      expect_name(cursor, "by");
      out.order_by = without_pg_catalog(read_qualified_name(cursor, "an operator family"));
    }
  }
  cursor.expect_end("the member");
  return out;
}

std::string print_operator_member(const OperatorMember& member) {
  std::string out = (member.is_function ? "function " : "operator ") + std::to_string(member.number) + " ";
  if (!member.types.empty()) out += print_types(member.types) + " ";
  out += print_signed_name(member.what);
  if (!member.order_by.name.empty()) out += " for order by " + qualified(member.order_by.schema, member.order_by.name);
  return out;
}

CastName parse_cast_name(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  CastName out;
  cursor.expect('(');
  out.source = read_bare_type(cursor);
  cursor.expect(kw("as"));
  out.target = read_bare_type(cursor);
  cursor.expect(')');
  cursor.expect_end("the two types of a cast");
  return out;
}

CastDefinition parse_cast(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  CastDefinition out;
  if (accept_name(cursor, "without")) {
    expect_name(cursor, "function");
  } else {
    if (!accept_name(cursor, "with")) cursor.fail_expected("\"with function\", \"with inout\" or \"without function\"");
    out.inout = accept_name(cursor, "inout");
    if (!out.inout) {
      expect_name(cursor, "function");
      out.function = print_signed_name(read_signed_name(cursor));
    }
  }
  if (cursor.accept(kw("as"))) {
    out.context = accept_name(cursor, "assignment") ? "assignment" : "implicit";
    if (out.context == "implicit") expect_name(cursor, "implicit");
  }
  cursor.expect_end("the cast");
  return out;
}

std::string print_cast(const CastDefinition& cast) {
  std::string out = cast.inout              ? "with inout"
                    : cast.function.empty() ? "without function"
                                            : "with function " + cast.function;
  return out + (cast.context == "explicit" ? "" : " as " + cast.context);
}

TransformName parse_transform_name(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  TransformName out;
  expect_name(cursor, "for");
  out.type = read_bare_type(cursor);
  expect_name(cursor, "language");
  out.language = cursor.expect_column_name("a language");
  cursor.expect_end("the language");
  return out;
}

std::vector<QualifiedName> parse_names(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  std::vector<QualifiedName> out;
  do {
    out.push_back(without_pg_catalog(read_qualified_name(cursor, "a name")));
  } while (cursor.accept(','));
  cursor.expect_end("the names");
  return out;
}

std::string print_names_list(const std::vector<QualifiedName>& names) {
  std::string out;
  for (const QualifiedName& name : names) out += (out.empty() ? "" : ", ") + qualified(name.schema, name.name);
  return out;
}

}  // namespace plumb::sql
