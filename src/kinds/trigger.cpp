#include "kinds/trigger.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

std::string enabled_word(std::string_view column) {
  return fmt::format(
      "CASE {} WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' ELSE 'origin' END", column);
}

std::string enable_clause(std::string_view enabled, std::string_view what, std::string_view name) {
  std::string out = enabled == "disabled" ? "DISABLE" : "ENABLE";
  if (enabled == "replica") out += " REPLICA";
  if (enabled == "always") out += " ALWAYS";
  return fmt::format("{} {} {}", out, what, sql::quote_ident(name));
}

std::string Kind<Trigger>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, t.tgname AS name, t.oid, NULL AS timing, NULL AS events,"
      " NULL AS columns, NULL AS level, NULL AS when, NULL AS function, NULL AS arguments, NULL AS referencing_old,"
      " NULL AS referencing_new, NULL AS constraint, NULL AS from, NULL AS deferrable, NULL AS initially_deferred,"
      " {} AS enabled, pg_catalog.pg_get_triggerdef(t.oid) AS definition"
      " FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND {} AND ({} OR {}) AND {}",
      enabled_word("t.tgenabled"), in_scope("n"), managed_table("c"), managed_relation("c", "'v', 'f'"),
      not_of_extension("pg_trigger", "t.oid"));
}

namespace {

void take(Trigger& to, sql::TriggerDefinition&& from) {
  to.timing = std::move(from.timing);
  to.events = std::move(from.events);
  to.columns = std::move(from.columns);
  to.level = std::move(from.level);
  to.when = {std::move(from.when)};
  to.function = {std::move(from.function)};
  to.arguments = std::move(from.arguments);
  to.referencing_old = std::move(from.referencing_old);
  to.referencing_new = std::move(from.referencing_new);
  to.constraint = from.constraint;
  to.from = {std::move(from.from.schema), std::move(from.from.name)};
  if (!to.from.empty() && to.from.schema.empty()) to.from.schema = to.id.schema;
  to.deferrable = from.deferrable;
  to.initially_deferred = from.initially_deferred;
}

// Names in it are as its table's schema sees them.
sql::TriggerDefinition definition(const Trigger& t) {
  sql::TriggerDefinition out;
  out.constraint = t.constraint;
  out.timing = t.timing;
  out.events = t.events;
  out.columns = t.columns;
  if (!t.from.empty()) out.from = {t.from.schema, t.from.name};
  out.deferrable = t.deferrable;
  out.initially_deferred = t.initially_deferred;
  out.referencing_old = t.referencing_old;
  out.referencing_new = t.referencing_new;
  out.level = t.level;
  out.when = t.when.text;
  out.function = t.function.text;
  out.arguments = t.arguments;
  return out;
}

}  // namespace

void Kind<Trigger>::read_definition(std::string_view text, Trigger& t) { take(t, sql::parse_trigger(text)); }

void Kind<Trigger>::normalize(Trigger& t) {
  const auto place = [](const std::string& event) {
    return std::find(std::begin(event_words), std::end(event_words), event) - std::begin(event_words);
  };
  std::sort(t.events.begin(), t.events.end(),
            [&place](const std::string& a, const std::string& b) { return place(a) < place(b); });
}

std::set<ObjectId> Kind<Trigger>::needs(const Trigger& t) {
  std::set<ObjectId> out = relations_of(t.id);
  for (const auto& name : t.columns) out.insert(column_id(table_of(t.id), name));
  if (!t.from.empty()) out.insert(table_id(t.from.schema, t.from.name));
  return out;
}

std::vector<std::string> Kind<Trigger>::mentions(const Trigger& t) {
  std::vector<std::string> out{t.function.text + "()"};
  if (!t.when.empty()) out.push_back(t.when.text);
  for (const auto& column : t.columns) out.push_back(sql::quote_ident(column));
  return out;
}

namespace {

Statement create_trigger(const Trigger& t, std::string_view verb, const Context& context) {
  sql::TriggerDefinition whole = definition(t);
  whole.name = t.id.name;
  whole.table = {t.id.schema, t.id.parent};
  const ObjectId relation = relation_of(t.id, context);
  auto out =
      on_table(fmt::format("{} {}", verb, sql::print_trigger_statement(whole)), relation, Lock::share_row_exclusive);
  if (!t.from.empty()) out.locks.push_back({table_id(t.from.schema, t.from.name), Lock::share_row_exclusive});
  return out;
}

}  // namespace

Statement set_enabled(const ObjectId& trigger, std::string_view enabled, const Context& context) {
  auto out = on_table(alter_table_of(trigger) + enable_clause(enabled, "TRIGGER", trigger.name),
                      relation_of(trigger, context), Lock::share_row_exclusive);
  if (enabled != "origin")
    out.hazards.push_back({HazardKind::breaks_clients, enabled == "disabled"
                                                           ? "what it did at each change is not done any more"
                                                           : "it fires in other sessions than before"});
  return out;
}

namespace {

// What has just been made fires in sessions of origin.
void enable_new(const Trigger& t, const Context& context, Statements& out) {
  if (t.enabled != "origin") {
    out.push_back(set_enabled(t.id, t.enabled, context));
    out.back().hazards.clear();
  }
  set_clones_below(t.id, context, out);
}

}  // namespace

Statements Kind<Trigger>::create(const Trigger& t, const Context& context) {
  Statements out{create_trigger(t, "CREATE", context)};
  enable_new(t, context, out);
  return out;
}

std::optional<Statements> Kind<Trigger>::alter(const Trigger& live, const Trigger& wanted, const Context& context) {
  Trigger same = live;
  same.enabled = wanted.enabled;
  if (same == wanted) {
    Statements out{set_enabled(wanted.id, wanted.enabled, context)};
    set_clones_below(wanted.id, context, out);
    return out;
  }
  // A constraint trigger can't be replaced, nor can an ordinary one become one (trigger.c, CreateTriggerFiringOn).
  if (live.constraint || wanted.constraint) return std::nullopt;
  auto replaced = create_trigger(wanted, "CREATE OR REPLACE", context);
  replaced.hazards.push_back({HazardKind::breaks_clients, "changes of rows set off something else than before"});
  Statements out{replaced};
  enable_new(wanted, context, out);
  return out;
}

Statements Kind<Trigger>::rename(const Trigger& live, const Trigger& wanted, const Context& context) {
  auto out = on_table(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)),
                      relation_of(wanted.id, context), Lock::access_exclusive);
  out.hazards.push_back({HazardKind::breaks_clients, "triggers fire in the order of their names"});
  Statements all{std::move(out)};
  // From 15 on the clones are renamed along.
  if (context.version.at_least(15) || wanted.level != "row") return all;
  for (const ObjectId& partition : descendants_of(table_of(wanted.id), context.live))
    if (is_partition(partition, context.live))
      all.push_back(on_table(
          fmt::format("ALTER {} RENAME TO {}", reference(child_id(KindTag::cloned_trigger, partition, live.id.name)),
                      sql::quote_ident(wanted.id.name)),
          partition, Lock::access_exclusive));
  return all;
}

Statements Kind<Trigger>::drop(const Trigger& t, const Context& context) {
  auto dropped = on_table("DROP " + reference(t.id), relation_of(t.id, context), Lock::access_exclusive);
  dropped.hazards.push_back({HazardKind::breaks_clients, "what it did at each change is not done any more"});
  return {dropped};
}

void Kind<Trigger>::follow(Trigger& t, const Renaming& renaming) {
  follow_column_names(t.columns, table_of(t.id), renaming);
  follow_function(t.function, t.id.schema, renaming);
  t.when.text = followed_row(t.when.text, table_of(t.id), renaming);
  if (t.from.empty()) return;
  if (renaming.from == table_id(t.from.schema, t.from.name)) t.from = {renaming.to.schema, renaming.to.name};
  if (renaming.from.kind == KindTag::schema && t.from.schema == renaming.from.name) t.from.schema = renaming.to.name;
}

std::string Kind<Trigger>::reference(const ObjectId& id) {
  return fmt::format("TRIGGER {} ON {}", sql::quote_ident(id.name), sql::qualified(id.schema, id.parent));
}

void Kind<Trigger>::read_short(std::string_view text, Trigger t, Database& into) {
  take(t, sql::parse_trigger(text));
  into.add(std::move(t));
}

std::optional<std::string> Kind<Trigger>::write_short(const Trigger& t, const Database&) {
  if (t.enabled != "origin") return std::nullopt;
  sql::TriggerDefinition out = definition(t);
  if (out.from.schema == t.id.schema) out.from.schema.clear();
  return sql::print_trigger(out);
}

}  // namespace plumb
