// A column's short form: "text not null default 'x' check (…) references …", gram.y's columnDef behind the name.
#include "sql/definition_clauses.h"
#include "sql/syntax_error.h"
#include "sql/type_parser.h"

namespace plumb::sql {

namespace {

constexpr std::string_view words[] = {"not null",   "null",      "default",    "primary key", "unique",  "check",
                                      "references", "generated", "constraint", "collate",     "storage", "compression"};

class ColumnReader {
 public:
  explicit ColumnReader(Cursor& cursor) : cursor_(cursor) {}

  ColumnDefinition read() {
    column_.type.text = type_text(read_type(cursor_));
    while (!cursor_.at_end()) item();
    return std::move(column_);
  }

 private:
  void item() {
    const std::size_t start = cursor_.index();
    std::string name;
    if (cursor_.accept(kw("constraint"))) name = cursor_.expect_column_name("the name of a constraint");
    const bool named = cursor_.index() != start;
    if (constraint(name) || (!named && attribute())) return;
    if (named || cursor_.peek().kind != TokenKind::name) cursor_.fail_expected("a column constraint");
    cursor_.fail_unknown("a column constraint", words);
  }

  // What may have a name.
  bool constraint(const std::string& name) {
    switch (+cursor_.peek().keyword) {
      case +kw("not"):
        if (column_.null) cursor_.fail("\"null\" and \"not null\" contradict each other");
        cursor_.take();
        if (!cursor_.accept(kw("null"))) cursor_.fail_unknown("\"null\", which follows \"not\"", null_);
        column_.not_null = true;
        if (!name.empty()) column_.not_null_name = name;
        if (cursor_.accept_words({kw("no"), kw("inherit")})) column_.not_null_no_inherit = true;
        return true;
      case +kw("null"):
        if (column_.not_null) cursor_.fail("\"null\" and \"not null\" contradict each other");
        cursor_.take();
        column_.null = true;
        return true;
      case +kw("primary"):
        once(column_.primary_key, "\"primary key\"");
        cursor_.take();
        cursor_.expect(kw("key"));
        column_.primary_key = key(name);
        return true;
      case +kw("unique"):
        once(column_.unique, "\"unique\"");
        cursor_.take();
        column_.unique = key(name);
        return true;
      case +kw("check"): {
        cursor_.take();
        ColumnDefinition::Check check{name, read_bracketed_expression(cursor_)};
        check.no_inherit = cursor_.accept_words({kw("no"), kw("inherit")});
        column_.checks.push_back(std::move(check));
        return true;
      }
      case +kw("references"):
        column_.foreign_keys.push_back({name, read_references(cursor_)});
        return true;
      case +kw("default"):
        default_expression();
        return true;
      case +kw("generated"):
        generated();
        return true;
      default:
        return false;
    }
  }

  bool attribute() {
    switch (+cursor_.peek().keyword) {
      case +kw("collate"):
        once_text(column_.collation, "\"collate\"");
        cursor_.take();
        column_.collation = read_any_name(cursor_, "a collation");
        return true;
      case +kw("storage"):
        once_text(column_.storage, "\"storage\"");
        cursor_.take();
        column_.storage = one_of("a storage", {"plain", "external", "extended", "main", "default"});
        return true;
      case +kw("compression"):
        once_text(column_.compression, "\"compression\"");
        cursor_.take();
        column_.compression = one_of("a compression", {"pglz", "lz4", "default"});
        return true;
      default:
        return false;
    }
  }

  void default_expression() {
    once(column_.default_expression, "\"default\"");
    cursor_.take();
    std::string text = read_expression(cursor_, true);
    const std::string_view inside = without_brackets(text);
    // Brackets that only DEFAULT's grammar asks for belong to the clause, not to the expression.
    if (inside.size() != text.size() && needs_brackets(inside)) text = std::string(inside);
    column_.default_expression = std::move(text);
  }

  void generated() {
    cursor_.take();
    const bool by_default = cursor_.accept_words({kw("by"), kw("default")});
    if (!by_default && !cursor_.accept(kw("always"))) cursor_.fail_expected("\"always\" or \"by default\"");
    cursor_.expect(kw("as"));
    if (cursor_.at(kw("identity"))) {
      once_text(column_.identity, "\"identity\"");
      cursor_.take();
      column_.identity = by_default ? "by default" : "always";
      if (cursor_.accept('(')) {
        read_sequence_options(cursor_, column_.identity_options, nullptr);
        if (!cursor_.at(')')) cursor_.fail_expected("an option of a sequence or \")\"");
        cursor_.take();
      }
      return;
    }
    if (by_default) cursor_.fail_expected("\"identity\"");
    if (!cursor_.at('(')) cursor_.fail_expected("\"identity\" or an expression in brackets");
    once(column_.generated, "\"generated\"");
    column_.generated = read_bracketed_expression(cursor_);
    column_.generated_virtual = cursor_.accept(kw("virtual"));
    if (!column_.generated_virtual && !cursor_.accept(kw("stored"))) cursor_.fail_expected("\"stored\"");
  }

  ColumnDefinition::Key key(const std::string& name) {
    ColumnDefinition::Key key;
    key.name = name;
    while (read_nulls_distinct(cursor_, key.nulls_not_distinct) ||
           read_deferrable(cursor_, key.deferrable, key.initially_deferred) || cursor_.at(kw("with"))) {
      if (cursor_.accept(kw("with"))) key.with = read_options(cursor_);
    }
    return key;
  }

  std::string one_of(std::string_view what, std::initializer_list<std::string_view> choices) {
    for (const std::string_view choice : choices) {
      if (cursor_.peek().value == choice && cursor_.peek().kind == TokenKind::name) {
        cursor_.take();
        return std::string(choice);
      }
    }
    cursor_.fail_unknown(what, {choices.begin(), choices.size()});
  }

  template <typename T>
  void once(const std::optional<T>& value, std::string_view what) {
    if (value) cursor_.fail(std::string(what) + " is given twice");
  }
  void once_text(const std::string& value, std::string_view what) {
    if (!value.empty()) cursor_.fail(std::string(what) + " is given twice");
  }

  static constexpr std::string_view null_[] = {"null"};
  Cursor& cursor_;
  ColumnDefinition column_;
};

std::string print_key(std::string_view what, const ColumnDefinition::Key& key) {
  std::string out = print_constraint_name(key.name) + std::string(what);
  if (key.nulls_not_distinct) out += " nulls not distinct";
  if (!key.with.empty()) out += " with " + print_options(key.with);
  return out + print_deferrable(key.deferrable, key.initially_deferred);
}

}  // namespace

ColumnDefinition parse_column(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  return ColumnReader(cursor).read();
}

std::string print_column(const ColumnDefinition& column) {
  std::string out = short_type(column.type);
  if (!column.storage.empty()) out += " storage " + column.storage;
  if (!column.compression.empty()) out += " compression " + column.compression;
  if (!column.collation.empty()) out += " collate " + column.collation;
  if (column.not_null) out += print_constraint_name(column.not_null_name) + "not null";
  if (column.not_null && column.not_null_no_inherit) out += " no inherit";
  if (column.null) out += " null";
  if (column.default_expression) {
    const std::string& text = *column.default_expression;
    out += " default " + (needs_brackets(text) ? "(" + text + ")" : text);
  }
  if (column.generated) {
    out += " generated always as (" + *column.generated + ")" + (column.generated_virtual ? " virtual" : " stored");
  }
  if (!column.identity.empty()) {
    out += " generated " + column.identity + " as identity";
    const std::string options = print_sequence_options(column.identity_options);
    if (!options.empty()) out += " (" + options.substr(1) + ")";
  }
  if (column.primary_key) out += print_key("primary key", *column.primary_key);
  if (column.unique) out += print_key("unique", *column.unique);
  for (const auto& check : column.checks) {
    out += print_constraint_name(check.name) + "check (" + check.expression + ")";
    if (check.no_inherit) out += " no inherit";
  }
  for (const auto& key : column.foreign_keys) out += print_constraint_name(key.name) + print_references(key.references);
  return out;
}

}  // namespace plumb::sql
