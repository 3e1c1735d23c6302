#include "sql/definition_type.h"

#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/signed_name.h"
#include "sql/type_parser.h"

namespace plumb::sql {

namespace {

constexpr std::string_view domain_words[] = {"not null", "null", "default", "check", "constraint", "collate"};

class DomainReader {
 public:
  explicit DomainReader(Cursor& cursor) : cursor_(cursor) {}

  DomainDefinition read() {
    domain_.type.text = type_text(read_type(cursor_));
    while (!cursor_.at_end()) item();
    return std::move(domain_);
  }

 private:
  void item() {
    std::string name;
    const bool named = cursor_.accept(kw("constraint"));
    if (named) name = cursor_.expect_column_name("the name of a constraint");
    switch (+cursor_.peek().keyword) {
      case +kw("not"):
        cursor_.take();
        cursor_.expect(kw("null"));
        null(name, true);
        return;
      case +kw("null"):
        cursor_.take();
        null(name, false);
        return;
      case +kw("check"):
        check(name);
        return;
      case +kw("default"):
        if (named || domain_.default_expression) cursor_.fail("a default has no name and is given once");
        cursor_.take();
        domain_.default_expression = default_expression();
        return;
      case +kw("collate"):
        if (named || !domain_.collation.empty()) cursor_.fail("a collation has no name and is given once");
        cursor_.take();
        domain_.collation = read_any_name(cursor_, "a collation");
        return;
      default:
        if (named || cursor_.peek().kind != TokenKind::name) cursor_.fail_expected("a constraint of a domain");
        cursor_.fail_unknown("a constraint of a domain", domain_words);
    }
  }

  void null(const std::string& name, bool not_null) {
    (not_null ? domain_.not_null : domain_.null) = true;
    if (domain_.not_null && domain_.null) cursor_.fail("\"null\" and \"not null\" contradict each other");
    if (not_null) domain_.not_null_name = name;
  }

  void check(const std::string& name) {
    cursor_.take();
    DomainDefinition::Check check{name, read_bracketed_expression(cursor_)};
    check.not_valid = cursor_.accept_words({kw("not"), kw("valid")});
    domain_.checks.push_back(std::move(check));
  }

  // Brackets that only the grammar of DEFAULT asks for belong to the clause, as in a column's.
  std::string default_expression() {
    std::string text = read_expression(cursor_, true);
    const std::string_view inside = without_brackets(text);
    if (inside.size() != text.size() && needs_brackets(inside)) return std::string(inside);
    return text;
  }

  Cursor& cursor_;
  DomainDefinition domain_;
};

}  // namespace

DomainDefinition parse_domain(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  return DomainReader(cursor).read();
}

std::string print_domain(const DomainDefinition& domain) {
  std::string out = short_type(domain.type);
  if (!domain.collation.empty()) out += " collate " + domain.collation;
  if (domain.default_expression) {
    const std::string& text = *domain.default_expression;
    out += " default " + (needs_brackets(text) ? "(" + text + ")" : text);
  }
  if (domain.not_null) out += print_constraint_name(domain.not_null_name) + "not null";
  if (domain.null) out += " null";
  for (const auto& check : domain.checks)
    out +=
        print_constraint_name(check.name) + "check (" + check.expression + ")" + (check.not_valid ? " not valid" : "");
  return out;
}

AttributeDefinition parse_attribute(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  AttributeDefinition out;
  out.type.text = type_text(read_type(cursor));
  if (cursor.accept(kw("collate"))) out.collation = read_any_name(cursor, "a collation");
  cursor.expect_end("the type of an attribute");
  return out;
}

std::string print_attribute(const AttributeDefinition& attribute) {
  return short_type(attribute.type) + (attribute.collation.empty() ? "" : " collate " + attribute.collation);
}

namespace {

bool at_operator(const Cursor& cursor, std::size_t ahead = 0) {
  return cursor.peek(ahead).kind == TokenKind::operator_;
}

// "app.f", "app.@@", "@@"
QualifiedName read_signed_name(Cursor& cursor, bool& is_operator) {
  QualifiedName out;
  const auto take_operator = [&] {
    is_operator = true;
    out.name = cursor.take().value;
  };
  if (at_operator(cursor)) {
    take_operator();
  } else if (cursor.peek(1).is('.') && at_operator(cursor, 2)) {
    out.schema = cursor.expect_label("a schema");
    cursor.take();
    take_operator();
  } else {
    // Any word: a bare key of the YAML is a name, though SQL may reserve it.
    out.name = cursor.expect_label("a name");
    if (cursor.accept('.')) {
      out.schema = std::move(out.name);
      out.name = cursor.expect_label("a name");
    }
  }
  if (out.schema == "pg_catalog") out.schema.clear();
  return out;
}

}  // namespace

SignedName read_signed_name(Cursor& cursor) {
  SignedName out;
  out.name = read_signed_name(cursor, out.is_operator);
  if (!cursor.accept('(')) return out;
  out.arguments.emplace();
  while (!cursor.at(')')) {
    if (!out.arguments->empty()) cursor.expect(',');
    Type& type = out.arguments->emplace_back();
    if (!cursor.accept(kw("none"))) type = read_bare_type(cursor);
  }
  cursor.take();
  return out;
}

SignedName parse_signed_name(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  SignedName out = read_signed_name(cursor);
  cursor.expect_end("the name");
  return out;
}

std::string print_operator(const QualifiedName& name) {
  return name.schema.empty() ? name.name : quote_ident(name.schema) + "." + name.name;
}

std::string print_signed_name(const SignedName& signature) {
  std::string out =
      signature.is_operator ? print_operator(signature.name) : qualified(signature.name.schema, signature.name.name);
  if (!signature.arguments) return out;
  out += "(";
  for (std::size_t i = 0; i < signature.arguments->size(); ++i) {
    const Type& type = (*signature.arguments)[i];
    out += (i ? ", " : "") + (type.empty() ? "none" : type.text);
  }
  return out + ")";
}

}  // namespace plumb::sql
