// The short forms of triggers, event triggers and rules.
#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/routine.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

// CREATE [OR REPLACE]
bool read_create(Cursor& cursor) {
  if (!cursor.accept(kw("create"))) return false;
  cursor.accept_words({kw("or"), kw("replace")});
  return true;
}

std::string read_timing(Cursor& cursor) {
  if (cursor.accept(kw("before"))) return "before";
  if (cursor.accept(kw("after"))) return "after";
  if (cursor.accept_words({kw("instead"), kw("of")})) return "instead of";
  static constexpr std::string_view words[] = {"before", "after", "instead of", "constraint"};
  cursor.fail_unknown("when a trigger fires", words);
}

void read_events(Cursor& cursor, TriggerDefinition& trigger) {
  do {
    if (cursor.accept(kw("insert"))) {
      trigger.events.emplace_back("insert");
    } else if (cursor.accept(kw("delete"))) {
      trigger.events.emplace_back("delete");
    } else if (cursor.accept(kw("truncate"))) {
      trigger.events.emplace_back("truncate");
    } else if (cursor.accept(kw("update"))) {
      trigger.events.emplace_back("update");
      if (!cursor.accept(kw("of"))) continue;
      do {
        trigger.columns.push_back(cursor.expect_column_name("a column"));
      } while (cursor.accept(','));
    } else {
      static constexpr std::string_view words[] = {"insert", "update", "delete", "truncate"};
      cursor.fail_unknown("what sets off a trigger", words);
    }
  } while (cursor.accept(kw("or")));
}

void read_transition_tables(Cursor& cursor, TriggerDefinition& trigger) {
  while (cursor.at(kw("old")) || cursor.at(kw("new"))) {
    std::string& name = cursor.take().is(kw("old")) ? trigger.referencing_old : trigger.referencing_new;
    cursor.expect(kw("table"));
    cursor.accept(kw("as"));
    name = cursor.expect_column_name("the name of a transition table");
  }
}

bool read_trigger_clause(Cursor& cursor, TriggerDefinition& trigger) {
  if (cursor.accept(kw("from"))) {
    trigger.from = read_qualified_name(cursor, "a table");
  } else if (cursor.accept(kw("referencing"))) {
    read_transition_tables(cursor, trigger);
  } else if (cursor.accept(kw("for"))) {
    cursor.accept(kw("each"));
    if (!cursor.at(kw("row")) && !cursor.at(kw("statement"))) cursor.fail_expected("\"row\" or \"statement\"");
    trigger.level = cursor.take().is(kw("row")) ? "row" : "statement";
  } else if (cursor.accept(kw("when"))) {
    trigger.when = without_brackets(read_bracketed_expression(cursor));
  } else {
    return read_deferrable(cursor, trigger.deferrable, trigger.initially_deferred);
  }
  return true;
}

// EXECUTE FUNCTION, or as it was until version 10: PROCEDURE.
void expect_execute(Cursor& cursor, std::string_view of, std::span<const std::string_view> words) {
  if (!cursor.accept(kw("execute"))) {
    if (cursor.at_end()) cursor.fail_expected("\"execute function\"");
    cursor.fail_unknown("part of " + std::string(of), words);
  }
  if (!cursor.accept(kw("function"))) cursor.expect(kw("procedure"));
}

std::string read_function_name(Cursor& cursor) {
  std::string name = cursor.expect_label("a function");
  if (!cursor.accept('.')) return quote_ident(name);
  const std::string schema = std::move(name);
  name = cursor.expect_label("a function");
  return schema == "pg_catalog" ? quote_ident(name) : qualified(schema, name);
}

std::vector<std::string> read_constants(Cursor& cursor) {
  std::vector<std::string> out;
  cursor.expect('(');
  if (cursor.accept(')')) return out;
  do {
    const Token& token = cursor.peek();
    const bool constant =
        token.kind == TokenKind::string || token.kind == TokenKind::number || token.kind == TokenKind::name;
    if (!constant) cursor.fail_expected("a constant");
    out.emplace_back(cursor.take().value);
  } while (cursor.accept(','));
  cursor.expect(')');
  return out;
}

std::string print_events(const TriggerDefinition& trigger) {
  std::string out;
  for (const auto& event : trigger.events) {
    out += (out.empty() ? "" : " or ") + event;
    if (event == "update" && !trigger.columns.empty()) out += " of " + quote_list(trigger.columns);
  }
  return out;
}

// What follows the table.
std::string print_rest(const TriggerDefinition& trigger) {
  std::string out;
  if (!trigger.from.name.empty()) out += " from " + qualified(trigger.from.schema, trigger.from.name);
  out += print_deferrable(trigger.deferrable, trigger.initially_deferred);
  if (!trigger.referencing_old.empty() || !trigger.referencing_new.empty()) out += " referencing";
  if (!trigger.referencing_old.empty()) out += " old table as " + quote_ident(trigger.referencing_old);
  if (!trigger.referencing_new.empty()) out += " new table as " + quote_ident(trigger.referencing_new);
  out += " for each " + trigger.level;
  if (!trigger.when.empty()) out += " when (" + trigger.when + ")";
  out += " execute function " + trigger.function + "(";
  for (const auto& argument : trigger.arguments)
    out += (&argument == &trigger.arguments.front() ? "" : ", ") + quote_literal(argument);
  return out + ")";
}

}  // namespace

TriggerDefinition parse_trigger(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  TriggerDefinition trigger;
  read_create(cursor);
  trigger.constraint = cursor.accept(kw("constraint"));
  if (cursor.accept(kw("trigger")) && !cursor.at(kw("before")) && !cursor.at(kw("after")) && !cursor.at(kw("instead")))
    trigger.name = cursor.expect_column_name("the name of a trigger");
  trigger.timing = read_timing(cursor);
  read_events(cursor, trigger);
  if (cursor.accept(kw("on"))) trigger.table = read_qualified_name(cursor, "a table");
  while (read_trigger_clause(cursor, trigger)) {
  }
  static constexpr std::string_view words[] = {
      "from", "deferrable",   "not deferrable",     "initially deferred", "referencing",
      "when", "for each row", "for each statement", "execute function"};
  expect_execute(cursor, "a trigger", words);
  trigger.function = read_function_name(cursor);
  trigger.arguments = read_constants(cursor);
  cursor.expect_end("the trigger");
  return trigger;
}

std::string print_trigger(const TriggerDefinition& trigger) {
  return (trigger.constraint ? "constraint " : "") + trigger.timing + " " + print_events(trigger) + print_rest(trigger);
}

std::string print_trigger_statement(const TriggerDefinition& trigger) {
  return std::string(trigger.constraint ? "CONSTRAINT " : "") + "TRIGGER " + quote_ident(trigger.name) + " " +
         trigger.timing + " " + print_events(trigger) + " ON " + qualified(trigger.table.schema, trigger.table.name) +
         print_rest(trigger);
}

EventTriggerDefinition parse_event_trigger(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  EventTriggerDefinition out;
  if (read_create(cursor)) {
    cursor.expect(kw("event"));
    cursor.expect(kw("trigger"));
    cursor.expect_column_name("the name of an event trigger");
  }
  cursor.expect(kw("on"));
  out.event = cursor.expect_label("an event");
  if (cursor.accept(kw("when"))) {
    if (cursor.peek().value != "tag") cursor.fail_expected("\"tag\"");
    cursor.take();
    cursor.expect(kw("in"));
    cursor.expect('(');
    do {
      out.tags.push_back(cursor.expect_string("a command such as 'CREATE TABLE'"));
    } while (cursor.accept(','));
    cursor.expect(')');
  }
  static constexpr std::string_view words[] = {"when tag in", "execute function"};
  expect_execute(cursor, "an event trigger", words);
  out.function = read_function_name(cursor);
  cursor.expect('(');
  cursor.expect(')');
  cursor.expect_end("the event trigger");
  return out;
}

std::string print_event_trigger(const EventTriggerDefinition& trigger) {
  std::string out = "on " + quote_ident(trigger.event);
  for (const auto& tag : trigger.tags)
    out += (&tag == &trigger.tags.front() ? " when tag in (" : ", ") + quote_literal(tag);
  return out + (trigger.tags.empty() ? "" : ")") + " execute function " + trigger.function + "()";
}

std::string without_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n;");
  return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

RuleDefinition parse_rule(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  RuleDefinition rule;
  if (read_create(cursor)) {
    cursor.expect(kw("rule"));
    rule.name = cursor.expect_column_name("the name of a rule");
    cursor.expect(kw("as"));
  }
  cursor.expect(kw("on"));
  static constexpr std::string_view events[] = {"insert", "update", "delete", "select"};
  if (!cursor.at(kw("insert")) && !cursor.at(kw("update")) && !cursor.at(kw("delete")) && !cursor.at(kw("select")))
    cursor.fail_unknown("what a rule is for", events);
  rule.event = cursor.take().value;
  if (cursor.accept(kw("to"))) rule.table = read_qualified_name(cursor, "a table");
  if (cursor.accept(kw("where"))) rule.where = without_brackets(read_expression(cursor));
  if (!cursor.at(kw("do"))) {
    static constexpr std::string_view words[] = {"where", "do instead", "do also"};
    if (cursor.at_end()) cursor.fail_expected("\"do\"");
    cursor.fail_unknown("part of a rule", words);
  }
  cursor.take();
  rule.instead = cursor.accept(kw("instead"));
  if (!rule.instead) cursor.accept(kw("also"));
  if (cursor.at_end()) cursor.fail_expected("a statement, or \"nothing\"");
  rule.commands = without_end(text.substr(cursor.peek().offset));
  return rule;
}

std::string print_rule(const RuleDefinition& rule) {
  std::string out = "on " + rule.event;
  if (!rule.where.empty()) out += " where " + rule.where;
  return out + (rule.instead ? " do instead " : " do also ") + rule.commands;
}

}  // namespace plumb::sql
