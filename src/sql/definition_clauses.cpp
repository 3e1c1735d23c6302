#include "sql/definition_clauses.h"

#include <algorithm>

#include "sql/expression_parser.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

// ---- expressions ---------------------------------------------------------------------------------------------------

std::string read_expression(Cursor& cursor, bool restricted) {
  const std::size_t start = cursor.index();
  Tree tree;
  ExpressionParser parser(cursor, tree);
  if (restricted) {
    parser.restricted();
  } else {
    parser.expression();
  }
  return std::string(cursor.source(start, cursor.index()));
}

std::string read_bracketed_expression(Cursor& cursor) {
  cursor.expect('(');
  std::string text = read_expression(cursor);
  if (!cursor.at(')')) cursor.fail_expected("an operator or \")\"");
  cursor.take();
  return text;
}

std::string read_function_call(Cursor& cursor) {
  const std::size_t start = cursor.index();
  Tree tree;
  ExpressionParser(cursor, tree).function_call();
  return std::string(cursor.source(start, cursor.index()));
}

namespace {

// Does `read` take the whole text?
template <typename Read>
bool is_whole(std::string_view text, Read read) {
  try {
    const Tokens tokens = tokenize(text);
    Cursor cursor(tokens);
    read(cursor);
    return cursor.at_end();
  } catch (const SyntaxError&) {
    return false;
  }
}

}  // namespace

bool is_function_call(std::string_view text) {
  return is_whole(text, [](Cursor& cursor) { read_function_call(cursor); });
}

std::string_view without_brackets(std::string_view text) {
  const Tokens tokens = tokenize(text);
  const Token& first = tokens.list.front();
  if (!first.is('(') || first.partner + 2 != tokens.list.size()) return text;
  return Cursor(tokens).source(1, first.partner);
}

bool needs_brackets(std::string_view text) {
  if (!is_whole(text, [](Cursor& cursor) { read_expression(cursor, true); })) return true;
  const std::string_view inside = without_brackets(text);
  return inside.size() != text.size() && needs_brackets(inside);
}

// ---- names ---------------------------------------------------------------------------------------------------------

std::string read_any_name(Cursor& cursor, std::string_view what) {
  std::string name;
  for (const std::string& part : cursor.expect_qualified(what)) name += (name.empty() ? "" : ".") + quote_ident(part);
  return name;
}

QualifiedName read_qualified_name(Cursor& cursor, std::string_view what) {
  const std::size_t start = cursor.index();
  std::vector<std::string> parts = cursor.expect_qualified(what);
  if (parts.size() > 2) {
    cursor.go_to(start);
    cursor.fail("expected " + std::string(what) + " with at most a schema before it");
  }
  if (parts.size() == 1) return {"", parts[0]};
  return {parts[0], parts[1]};
}

std::string print_constraint_name(const std::string& name) {
  return name.empty() ? " " : " constraint " + quote_ident(name) + " ";
}

std::string print_names(const std::vector<std::string>& names) { return "(" + quote_list(names) + ")"; }

// ---- options -------------------------------------------------------------------------------------------------------

namespace {

std::string read_option_value(Cursor& cursor) {
  const bool negative = cursor.accept('-');
  const bool sign = negative || cursor.accept('+');
  const Token& token = cursor.peek();
  const bool word = token.kind == TokenKind::name || token.kind == TokenKind::string;
  if (token.kind != TokenKind::number && (sign || !word)) cursor.fail_expected("a value");
  return (negative ? "-" : "") + std::string(cursor.take().value);
}

std::string print_option_value(const std::string& value) {
  const auto read_back = [&] {
    const Tokens tokens = tokenize(value);
    Cursor cursor(tokens);
    const bool quoted = cursor.peek().quoted || cursor.peek().kind == TokenKind::string;
    return !quoted && read_option_value(cursor) == value && cursor.at_end();
  };
  constexpr std::string_view usual[] = {"on", "off", "true", "false", "none"};
  const bool is_word = find_keyword(value) != Keyword::none;
  if (is_word && std::find(std::begin(usual), std::end(usual), value) == std::end(usual)) return quote_literal(value);
  try {
    if (read_back()) return value;
  } catch (const SyntaxError&) {  // no token at all: in quotes
  }
  return quote_literal(value);
}

void read_option(Cursor& cursor, Options& options) {
  const Token& first = cursor.peek();
  std::string name = cursor.expect_label("the name of an option");
  if (cursor.accept('.')) name += "." + cursor.expect_label("the name of an option");
  const std::string value = cursor.accept('=') ? read_option_value(cursor) : "true";
  if (!options.add(name, value)) {
    throw SyntaxError("the option \"" + name + "\" is given twice", first.offset);
  }
}

}  // namespace

Options read_options(Cursor& cursor) {
  Options options;
  cursor.expect('(');
  do {
    read_option(cursor, options);
  } while (cursor.accept(','));
  if (!cursor.at(')')) cursor.fail_expected("\",\" or \")\"");
  cursor.take();
  return options;
}

Options parse_options(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  Options options;
  if (cursor.at('(')) {
    options = read_options(cursor);
  } else {
    do {
      read_option(cursor, options);
    } while (cursor.accept(','));
  }
  cursor.expect_end("the options");
  return options;
}

std::string print_options(const Options& options) {
  std::string out;
  for (const auto& [name, value] : options) {
    out += out.empty() ? "(" : ", ";
    const std::size_t dot = name.find('.');
    out += dot == std::string::npos ? quote_ident(name) : qualified(name.substr(0, dot), name.substr(dot + 1));
    out += " = " + print_option_value(value);
  }
  return out + ")";
}

// ---- constraint attributes -----------------------------------------------------------------------------------------

bool read_deferrable(Cursor& cursor, bool& deferrable, bool& initially_deferred) {
  bool any = false;
  bool refused = false;
  for (;;) {
    if (cursor.accept(kw("deferrable"))) {
      deferrable = true;
    } else if (cursor.accept_words({kw("not"), kw("deferrable")})) {
      refused = true;
    } else if (cursor.accept(kw("initially"))) {
      initially_deferred = cursor.accept(kw("deferred"));
      if (!initially_deferred && !cursor.accept(kw("immediate"))) cursor.fail_expected("\"deferred\" or \"immediate\"");
      deferrable |= initially_deferred;
    } else {
      return any;
    }
    if (refused && deferrable) cursor.fail("\"deferrable\" and \"not deferrable\" contradict each other");
    any = true;
  }
}

std::string print_deferrable(bool deferrable, bool initially_deferred) {
  if (initially_deferred) return " deferrable initially deferred";
  return deferrable ? " deferrable" : "";
}

bool read_nulls_distinct(Cursor& cursor, bool& nulls_not_distinct) {
  if (cursor.accept_words({kw("nulls"), kw("not"), kw("distinct")})) {
    nulls_not_distinct = true;
    return true;
  }
  return cursor.accept_words({kw("nulls"), kw("distinct")});
}

// ---- references ----------------------------------------------------------------------------------------------------

namespace {

constexpr std::pair<ReferentialAction, std::string_view> actions[] = {
    {ReferentialAction::no_action, "no action"},     {ReferentialAction::restrict, "restrict"},
    {ReferentialAction::cascade, "cascade"},         {ReferentialAction::set_null, "set null"},
    {ReferentialAction::set_default, "set default"},
};

ReferentialAction read_action(Cursor& cursor) {
  using enum ReferentialAction;
  if (cursor.accept_words({kw("no"), kw("action")})) return no_action;
  if (cursor.accept(kw("restrict"))) return restrict;
  if (cursor.accept(kw("cascade"))) return cascade;
  if (cursor.accept_words({kw("set"), kw("null")})) return set_null;
  if (cursor.accept_words({kw("set"), kw("default")})) return set_default;
  static constexpr std::string_view words[] = {"no action", "restrict", "cascade", "set null", "set default"};
  if (cursor.peek().kind == TokenKind::name) cursor.fail_unknown("an action of a foreign key", words);
  cursor.fail_expected("\"no action\", \"restrict\", \"cascade\", \"set null\" or \"set default\"");
}

std::string print_action(std::string_view when, ReferentialAction action) {
  if (action == ReferentialAction::no_action) return "";
  for (const auto& [value, text] : actions) {
    if (value == action) return " on " + std::string(when) + " " + std::string(text);
  }
  return "";
}

bool read_match(Cursor& cursor, References& references) {
  if (!cursor.accept(kw("match"))) return false;
  if (cursor.accept(kw("full"))) {
    references.match = "full";
  } else if (cursor.accept(kw("partial"))) {
    references.match = "partial";
  } else if (!cursor.accept(kw("simple"))) {
    cursor.fail_expected("\"simple\" or \"full\"");
  }
  return true;
}

bool read_on(Cursor& cursor, References& references) {
  if (!cursor.accept(kw("on"))) return false;
  if (cursor.accept(kw("update"))) {
    references.on_update = read_action(cursor);
    return true;
  }
  if (!cursor.accept(kw("delete"))) cursor.fail_expected("\"delete\" or \"update\"");
  references.on_delete = read_action(cursor);
  const bool sets =
      references.on_delete == ReferentialAction::set_null || references.on_delete == ReferentialAction::set_default;
  if (sets && cursor.at('(')) references.on_delete_columns = cursor.expect_names("a column");
  return true;
}

}  // namespace

References read_references(Cursor& cursor) {
  References references;
  cursor.expect(kw("references"));
  references.table = read_qualified_name(cursor, "a table");
  if (cursor.at('(')) references.columns = cursor.expect_names("a column");
  while (read_match(cursor, references) || read_on(cursor, references) ||
         read_deferrable(cursor, references.deferrable, references.initially_deferred) ||
         cursor.at_words({kw("not"), kw("valid")}) || cursor.at_words({kw("not"), kw("enforced")})) {
    if (cursor.accept_words({kw("not"), kw("valid")})) references.not_valid = true;
    if (cursor.accept_words({kw("not"), kw("enforced")})) references.not_enforced = true;
  }
  return references;
}

std::string print_references(const References& references) {
  std::string out = "references " + qualified(references.table.schema, references.table.name);
  if (!references.columns.empty()) out += " " + print_names(references.columns);
  if (references.match != "simple") out += " match " + references.match;
  out += print_action("delete", references.on_delete);
  if (!references.on_delete_columns.empty()) out += " " + print_names(references.on_delete_columns);
  out += print_action("update", references.on_update);
  out += print_deferrable(references.deferrable, references.initially_deferred);
  if (references.not_valid) out += " not valid";
  if (references.not_enforced) out += " not enforced";
  return out;
}

}  // namespace plumb::sql
