#include "kinds/column_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "kinds/ownership.h"
#include "kinds/types.h"
#include "sql/lexer.h"
#include "sql/names.h"

namespace plumb {

Sequence identity_sequence(const Column& c, const Type& type) {
  const auto& o = c.identity->options;
  const auto name = o.name ? sql::parse_qualified_name(*o.name)
                           : sql::QualifiedName{{}, default_name_of(c.id.parent, c.id.name, "seq")};
  Sequence s;
  s.id = top_id(KindTag::sequence, name.schema.empty() ? c.id.schema : name.schema, name.name);
  s.type = type;
  s.start = o.start, s.min_value = o.min_value, s.max_value = o.max_value;
  s.increment = o.increment.value_or(1);
  s.cache = o.cache.value_or(1);
  s.cycle = o.cycle.value_or(false);
  return s;
}

std::string generation_words(const Identity& identity) {
  return identity.generation == "always" ? "ALWAYS" : "BY DEFAULT";
}

std::string sequence_options(Identity identity) {
  identity.options.unlogged.reset();
  const std::string text = identity.text();
  const auto open = text.find('(');
  return open == std::string::npos ? "" : " " + text.substr(open);
}

void identity_logged(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  const auto& unlogged = wanted.identity->options.unlogged;
  if (!wanted.identity || live.identity->options.unlogged == unlogged) return;
  const Table* table = context.wanted.find<Table>(table_of(wanted.id));
  out.push_back(
      statement(fmt::format("ALTER {} SET {}", Kind<Sequence>::reference(Kind<Column>::identity_sequence_id(wanted)),
                            unlogged.value_or(table && table->unlogged) ? "UNLOGGED" : "LOGGED")));
  if (live.identity)
    out.back().hazards.push_back({HazardKind::blocks_writes, "nextval waits until the transaction commits"});
}

namespace {

// The sequence of a column that is a serial here and an identity column there.
const Sequence* serial_sequence(const Column& c, const Database& here, const Database& there) {
  for (const Sequence& s : here.all<Sequence>())
    if (s.owned_by.id() == c.id && Kind<Sequence>::is_identity_there(s, here, there)) return &s;
  return nullptr;
}

// A sequence steps aside, so that the one in its place can take its name.
void step_aside(ObjectId& sequence, Statements& out) {
  const std::string reference = Kind<Sequence>::reference(sequence);
  sequence.name = default_name_of(sequence.name, "", "plumb_old");
  out.push_back(statement(fmt::format("ALTER {} RENAME TO {}", reference, sql::quote_ident(sequence.name))));
}

// It hands over how far it has counted, where the new one can go on from there. `to`: an SQL expression.
void hand_over(const Sequence& from, const Sequence& to, const std::string& to_sql, Statements& out) {
  const SequenceChange change = sequence_change(from, to);
  if (!change.restarts)
    out.push_back(statement(fmt::format("SELECT pg_catalog.setval({}, last_value, is_called) FROM {}", to_sql,
                                        sql::qualified(from.id.schema, from.id.name))));
  add_hazards(change, out.back());
}

// Is its largest value found without a look at every row?
bool leads_an_index(const Column& c, const Database& live) {
  const ObjectId table = table_of(c.id);
  bool out = false;
  const auto leads = [&](const auto& key) { out = out || key.columns.front() == c.id.name; };
  const auto [key, end] = live.children<PrimaryKey>(table);
  std::for_each(key, end, leads);
  const auto [unique, last_unique] = live.children<Unique>(table);
  std::for_each(unique, last_unique, leads);
  const auto [index, last] = live.children<Index>(table);
  return out || std::any_of(index, last, [&](const Index& each) {
           return each.method == "btree" && each.where.empty() &&
                  sql::parse_index_element(each.on.front().text).column == c.id.name;
         });
}

// A new sequence starts at its beginning, though the numbers may be taken. `sequence`: an SQL expression.
void count_on(const Column& live, const Column& wanted, const Sequence& numbers, const std::string& sequence,
              const Context& context, Statements& out) {
  const bool up = numbers.increment > 0;
  out.push_back(statement(fmt::format("SELECT pg_catalog.setval({}, {}({}, {}({}) {} {}), false) FROM {}", sequence,
                                      up ? "greatest" : "least", first_value(numbers), up ? "max" : "min",
                                      sql::quote_ident(wanted.id.name), up ? '+' : '-', std::abs(numbers.increment),
                                      sql::qualified(wanted.id.schema, wanted.id.parent))));
  if (!leads_an_index(live, context.live))
    out.back().hazards.push_back({HazardKind::blocks_reads,
                                  "reads and writes of the table wait while every row is "
                                  "looked at, for the number to go on from"});
}

// Is it nextval of the sequence, and no more?
bool counts_by(const std::string& expression, const Sequence& sequence) {
  if (!expression.starts_with("nextval(")) return false;
  const auto uses = sql::names_in(expression);
  const auto calls = std::ranges::count_if(uses, [](const sql::NameUse& use) { return use.call; });
  return calls == 1 && std::ranges::any_of(uses, [&sequence](const sql::NameUse& use) {
           return use.constant && use.parts.back() == sequence.id.name;
         });
}

}  // namespace

void become_serial(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  const std::string type = base_type(wanted.type, wanted.id.schema, context.wanted).type.text;
  const bool numbered = type == "smallint" || type == "integer" || type == "bigint";
  if (live.identity || !numbered || !context.holds_rows(table_of(wanted.id))) return;
  for (const Sequence& numbers : context.wanted.all<Sequence>())
    if (numbers.owned_by.id() == wanted.id && !context.live.contains(numbers.id) &&
        counts_by(wanted.default_expression.text, numbers))
      count_on(live, wanted, numbers, sql::quote_literal(sql::qualified(numbers.id.schema, numbers.id.name)), context,
               out);
}

namespace {

Statement numbered(const Column& c, const std::string& clause) {
  return on_table(fmt::format("ALTER {} ALTER COLUMN {} {}", Kind<Table>::reference(table_of(c.id)),
                              sql::quote_ident(c.id.name), clause),
                  table_of(c.id), Lock::access_exclusive);
}

void add_loss_of_privileges(const ObjectId& goes, const ObjectId& comes, const Context& context, Statement& drop) {
  if (loses_privileges(goes, comes, context.live, context.wanted))
    drop.hazards.push_back({HazardKind::breaks_clients, "clients that were granted the use of its sequence fail"});
}

void add_identity(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  const Sequence numbers = identity_sequence(wanted, wanted.type);
  const Sequence* serial = serial_sequence(live, context.live, context.wanted);
  Sequence old;
  if (serial) {
    old = *serial;
    out.push_back(statement(fmt::format("ALTER {} OWNED BY NONE", Kind<Sequence>::reference(old.id))));
    step_aside(old.id, out);
  }
  out.push_back(numbered(wanted, fmt::format("ADD GENERATED {} AS IDENTITY{}", generation_words(*wanted.identity),
                                             sequence_options(*wanted.identity))));
  identity_logged({}, wanted, context, out);
  if (wanted.identity->generation == "always" && context.holds_rows(table_of(wanted.id)))
    out.back().hazards.push_back({HazardKind::breaks_clients, "clients that insert a value of their own fail"});
  const std::string table = sql::qualified(wanted.id.schema, wanted.id.parent);
  const std::string sequence = fmt::format("pg_catalog.pg_get_serial_sequence({}, {})", sql::quote_literal(table),
                                           sql::quote_literal(wanted.id.name));
  if (serial) {
    hand_over(old, numbers, sequence, out);
    out.push_back(statement("DROP " + Kind<Sequence>::reference(old.id)));
    if (serial->id != numbers.id)
      out.back().hazards.push_back({HazardKind::breaks_clients, "clients that use its sequence by the old name fail"});
    const ObjectId identity = top_id(KindTag::identity_sequence, numbers.id.schema, numbers.id.name);
    add_loss_of_privileges(serial->id, identity, context, out.back());
  } else if (context.holds_rows(table_of(wanted.id))) {
    count_on(live, wanted, numbers, sequence, context, out);
  }
}

// The sequence goes with the identity; a serial's takes its place, made here, since the name is free only now.
void drop_identity(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  const Sequence* serial = serial_sequence(wanted, context.wanted, context.live);
  if (!serial) {
    out.push_back(numbered(wanted, "DROP IDENTITY"));
    out.back().hazards.push_back(
        {HazardKind::destroys_data, "its sequence is dropped: how far it has counted is lost"});
    return;
  }
  Sequence old = identity_sequence(live, live.type);
  if (old.id == serial->id) step_aside(old.id, out);
  for (auto& created : Kind<Sequence>::create(*serial, context)) out.push_back(std::move(created));
  hand_over(old, *serial, sql::quote_literal(sql::qualified(serial->id.schema, serial->id.name)), out);
  out.push_back(numbered(wanted, "DROP IDENTITY"));
  const Sequence was = identity_sequence(live, live.type);
  add_loss_of_privileges(top_id(KindTag::identity_sequence, was.id.schema, was.id.name), serial->id, context,
                         out.back());
  for (auto& owned : Kind<Sequence>::create_late(*serial, context)) out.push_back(std::move(owned));
}

}  // namespace

void identity_changed(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  if (live.identity == wanted.identity) return;
  if (!wanted.identity) return drop_identity(live, wanted, context, out);
  if (!live.identity) return add_identity(live, wanted, context, out);
  // A change of the column's type has changed the sequence along (ATPrepAlterColumnType, sequence.c).
  const Sequence before = identity_sequence(live, wanted.type), after = identity_sequence(wanted, wanted.type);
  if (before.id.name != after.id.name)
    for (auto& renamed : Kind<Sequence>::rename(before, after, context)) {
      renamed.hazards = {{HazardKind::breaks_clients, "clients that use its sequence by the old name fail"}};
      out.push_back(std::move(renamed));
    }
  identity_logged(live, wanted, context, out);
  std::string clauses;
  if (live.identity->generation != wanted.identity->generation)
    clauses += "SET GENERATED " + generation_words(*wanted.identity);
  const SequenceChange change = sequence_change(before, after);
  for (const auto& clause : change.clauses)
    clauses += (clauses.empty() ? "" : " ") + (clause == "RESTART" ? clause : "SET " + clause);
  if (clauses.empty()) return;
  out.push_back(numbered(wanted, clauses));
  add_hazards(change, out.back());
  if (wanted.identity->generation == "always" && live.identity->generation != "always")
    out.back().hazards.push_back({HazardKind::breaks_clients, "clients that insert a value of their own fail"});
}

}  // namespace plumb
