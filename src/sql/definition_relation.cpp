// The short forms of what only relations have: partition keys and bounds, policies, extended statistics.
#include <algorithm>

#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"

namespace plumb::sql {

namespace {

// Takes the next word where it is this one, which need be no keyword.
bool accept_word(Cursor& cursor, std::string_view word) {
  const Token& token = cursor.peek();
  if (token.kind != TokenKind::name || token.quoted || token.value != word) return false;
  cursor.take();
  return true;
}

// A column, a function call or an expression in brackets, without what may follow in an index.
IndexElement read_bare_element(Cursor& cursor) {
  const Token& first = cursor.peek();
  IndexElement element = read_index_element(cursor);
  if (element.descending || element.nulls_first) throw SyntaxError("a direction is for an index alone", first.offset);
  return element;
}

std::string print_elements(const std::vector<IndexElement>& elements) {
  std::string out;
  for (const IndexElement& element : elements) out += (out.empty() ? "" : ", ") + print_index_element(element);
  return out;
}

}  // namespace

// ---- partition keys ------------------------------------------------------------------------------------------------

PartitionKeyDefinition parse_partition_key(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  PartitionKeyDefinition key;
  cursor.accept_words({kw("partition"), kw("by")});
  static constexpr std::string_view strategies[] = {"range", "list", "hash"};
  if (cursor.peek().kind != TokenKind::name) cursor.fail_expected("\"range\", \"list\" or \"hash\"");
  key.strategy = cursor.peek().value;
  if (std::find(std::begin(strategies), std::end(strategies), key.strategy) == std::end(strategies))
    cursor.fail_unknown("a way to partition: range, list, hash", strategies);
  cursor.take();
  cursor.expect('(');
  do {
    key.on.push_back(read_bare_element(cursor));
  } while (cursor.accept(','));
  if (!cursor.at(')')) cursor.fail_expected("\"collate\", an operator class, \",\" or \")\"");
  cursor.take();
  cursor.expect_end("the partition key");
  return key;
}

std::string print_partition_key(const PartitionKeyDefinition& key) {
  return key.strategy + " (" + print_elements(key.on) + ")";
}

// ---- partition bounds ----------------------------------------------------------------------------------------------

namespace {

std::string read_bound_value(Cursor& cursor) {
  for (const std::string_view word : {"minvalue", "maxvalue", "null"})
    if (accept_word(cursor, word)) return std::string(word);
  return read_expression(cursor);
}

std::vector<std::string> read_bound_values(Cursor& cursor) {
  std::vector<std::string> values;
  cursor.expect('(');
  do {
    values.push_back(read_bound_value(cursor));
  } while (cursor.accept(','));
  if (!cursor.at(')')) cursor.fail_expected("\",\" or \")\"");
  cursor.take();
  return values;
}

void read_hash_bound(Cursor& cursor, PartitionBoundDefinition& bound) {
  cursor.expect('(');
  bool modulus = false, remainder = false;
  do {
    if (!modulus && accept_word(cursor, "modulus")) {
      bound.modulus = cursor.expect_integer("a number");
      modulus = true;
    } else if (!remainder && accept_word(cursor, "remainder")) {
      bound.remainder = cursor.expect_integer("a number");
      remainder = true;
    } else {
      cursor.fail_expected(modulus ? "\"remainder\"" : "\"modulus\"");
    }
  } while (cursor.accept(','));
  if (!modulus || !remainder) cursor.fail_expected(modulus ? "\", remainder\"" : "\", modulus\"");
  cursor.expect(')');
}

std::string print_values(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "(" : ", ") + value;
  return out + ")";
}

}  // namespace

PartitionBoundDefinition parse_partition_bound(std::string_view text) {
  using enum PartitionBoundDefinition::Form;
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  PartitionBoundDefinition bound;
  if (!cursor.accept(kw("default"))) {
    if (!cursor.accept_words({kw("for"), kw("values")})) cursor.fail_expected("\"for values\" or \"default\"");
    if (cursor.accept(kw("in"))) {
      bound.form = in;
      bound.from = read_bound_values(cursor);
    } else if (cursor.accept(kw("from"))) {
      bound.form = from_to;
      bound.from = read_bound_values(cursor);
      cursor.expect(kw("to"));
      bound.to = read_bound_values(cursor);
    } else if (cursor.accept(kw("with"))) {
      bound.form = with;
      read_hash_bound(cursor, bound);
    } else {
      cursor.fail_expected("\"in\", \"from\" or \"with\"");
    }
  }
  cursor.expect_end("the bound");
  return bound;
}

std::string print_partition_bound(const PartitionBoundDefinition& bound) {
  switch (bound.form) {
    case PartitionBoundDefinition::Form::by_default:
      break;
    case PartitionBoundDefinition::Form::in:
      return "for values in " + print_values(bound.from);
    case PartitionBoundDefinition::Form::from_to:
      return "for values from " + print_values(bound.from) + " to " + print_values(bound.to);
    case PartitionBoundDefinition::Form::with:
      return "for values with (modulus " + std::to_string(bound.modulus) + ", remainder " +
             std::to_string(bound.remainder) + ")";
  }
  return "default";
}

// ---- policies ------------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view commands[] = {"all", "select", "insert", "update", "delete"};

bool read_policy_clause(Cursor& cursor, PolicyDefinition& policy) {
  if (cursor.accept(kw("as"))) {
    policy.restrictive = accept_word(cursor, "restrictive");
    if (!policy.restrictive && !accept_word(cursor, "permissive"))
      cursor.fail_expected("\"permissive\" or \"restrictive\"");
  } else if (cursor.accept(kw("for"))) {
    if (cursor.peek().kind != TokenKind::name) cursor.fail_expected("a command such as select");
    policy.command = cursor.peek().value;
    if (std::find(std::begin(commands), std::end(commands), policy.command) == std::end(commands))
      cursor.fail_unknown("a command: all, select, insert, update, delete", commands);
    cursor.take();
  } else if (cursor.accept(kw("to"))) {
    do {
      policy.roles.push_back(cursor.expect_column_name("a role"));
    } while (cursor.accept(','));
  } else if (cursor.accept(kw("using"))) {
    policy.using_expression = read_bracketed_expression(cursor);
  } else if (cursor.accept_words({kw("with"), kw("check")})) {
    policy.check = read_bracketed_expression(cursor);
  } else {
    return false;
  }
  return true;
}

}  // namespace

PolicyDefinition parse_policy(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  PolicyDefinition policy;
  while (!cursor.at_end()) {
    if (read_policy_clause(cursor, policy)) continue;
    static constexpr std::string_view words[] = {"as", "for", "to", "using", "with check"};
    cursor.fail_unknown("part of a policy", words);
  }
  return policy;
}

std::string print_policy(const PolicyDefinition& policy) {
  std::string out;
  const auto add = [&out](const std::string& clause) { out += (out.empty() ? "" : " ") + clause; };
  if (policy.restrictive) add("as restrictive");
  if (policy.command != "all") add("for " + policy.command);
  if (!policy.roles.empty()) add("to " + quote_list(policy.roles));
  if (!policy.using_expression.empty()) add("using (" + policy.using_expression + ")");
  if (!policy.check.empty()) add("with check (" + policy.check + ")");
  return out;
}

// ---- extended statistics -------------------------------------------------------------------------------------------

StatisticsDefinition parse_statistics(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  StatisticsDefinition statistics;
  if (cursor.accept_words({kw("create"), kw("statistics")})) {
    cursor.accept_words({kw("if"), kw("not"), kw("exists")});
    if (!cursor.at('(') && !cursor.at(kw("on"))) read_qualified_name(cursor, "a name");
  }
  if (cursor.at('(')) statistics.kinds = cursor.expect_names("a kind: ndistinct, dependencies, mcv");
  cursor.expect(kw("on"));
  do {
    statistics.on.push_back(read_bare_element(cursor));
  } while (cursor.accept(','));
  if (cursor.accept(kw("from"))) read_qualified_name(cursor, "a table");
  cursor.expect_end("the statistics");
  return statistics;
}

std::string print_statistics(const StatisticsDefinition& statistics) {
  return (statistics.kinds.empty() ? "" : print_names(statistics.kinds) + " ") + "on " + print_elements(statistics.on);
}

}  // namespace plumb::sql
