#include "kinds/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Rule>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, r.rulename AS name, r.oid, NULL AS event, NULL AS where,"
      " NULL AS instead, NULL AS do, {} AS enabled, pg_catalog.pg_get_ruledef(r.oid) AS definition"
      " FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE r.rulename <> '_RETURN' AND {} AND ({} OR {}) AND {}",
      enabled_word("r.ev_enabled"), in_scope("n"), managed_table("c"), managed_relation("c", "'v'"),
      not_of_extension("pg_rewrite", "r.oid"));
}

namespace {

void take(Rule& to, sql::RuleDefinition&& from) {
  to.event = std::move(from.event);
  to.instead = from.instead;
  to.where = {std::move(from.where)};
  to.commands = {std::move(from.commands), true};
}

Statement create_rule(const Rule& r, std::string_view verb, const Context& context) {
  std::string sql = fmt::format("{} RULE {} AS ON {} TO {}", verb, sql::quote_ident(r.id.name), sql::upper(r.event),
                                sql::qualified(r.id.schema, r.id.parent));
  if (!r.where.empty()) sql += " WHERE " + r.where.text;
  sql += (r.instead ? " DO INSTEAD " : " DO ALSO ") + r.commands.text;
  return on_table(std::move(sql), relation_of(r.id, context), Lock::access_exclusive);
}

Statement enable(const Rule& r, const Context& context) {
  return on_table(alter_table_of(r.id) + enable_clause(r.enabled, "RULE", r.id.name), relation_of(r.id, context),
                  Lock::access_exclusive);
}

}  // namespace

void Kind<Rule>::read_definition(std::string_view text, Rule& r) { take(r, sql::parse_rule(text)); }

void Kind<Rule>::normalize(Rule& r) {
  r.commands.sql = true;
  r.commands.text = sql::without_end(r.commands.text);
}

std::set<ObjectId> Kind<Rule>::needs(const Rule& r) { return relations_of(r.id); }

std::vector<std::string> Kind<Rule>::mentions(const Rule& r) {
  std::vector<std::string> out{r.commands.text};
  if (!r.where.empty()) out.push_back(r.where.text);
  return out;
}

Statements Kind<Rule>::create(const Rule& r, const Context& context) {
  Statements out{create_rule(r, "CREATE", context)};
  const auto relations = relations_of(r.id);
  if (std::ranges::any_of(relations, [&](const ObjectId& relation) { return context.live.contains(relation); }))
    out.back().hazards.push_back({HazardKind::breaks_clients, "statements do something else, or more, than before"});
  if (r.enabled != "origin") out.push_back(enable(r, context));
  return out;
}

std::optional<Statements> Kind<Rule>::alter(const Rule& live, const Rule& wanted, const Context& context) {
  Statements out;
  Rule same = live;
  same.enabled = wanted.enabled;
  if (!(same == wanted)) out.push_back(create_rule(wanted, "CREATE OR REPLACE", context));
  if (live.enabled != wanted.enabled) out.push_back(enable(wanted, context));
  for (Statement& each : out)
    each.hazards.push_back({HazardKind::breaks_clients, "statements are rewritten to something else than before"});
  return out;
}

Statements Kind<Rule>::rename(const Rule& live, const Rule& wanted, const Context& context) {
  auto out = on_table(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)),
                      relation_of(wanted.id, context), Lock::access_exclusive);
  out.hazards.push_back({HazardKind::breaks_clients, "rules are applied in the order of their names"});
  return {out};
}

Statements Kind<Rule>::drop(const Rule& r, const Context& context) {
  auto dropped = on_table("DROP " + reference(r.id), relation_of(r.id, context), Lock::access_exclusive);
  dropped.hazards.push_back({HazardKind::breaks_clients, "statements that it rewrote are carried out as they stand"});
  return {dropped};
}

std::string Kind<Rule>::reference(const ObjectId& id) {
  return fmt::format("RULE {} ON {}", sql::quote_ident(id.name), sql::qualified(id.schema, id.parent));
}

void Kind<Rule>::read_short(std::string_view text, Rule r, Database& into) {
  take(r, sql::parse_rule(text));
  into.add(std::move(r));
}

std::optional<std::string> Kind<Rule>::write_short(const Rule& r, const Database&) {
  if (r.enabled != "origin") return std::nullopt;
  return sql::print_rule({{}, {}, r.event, r.instead, r.where.text, r.commands.text});
}

}  // namespace plumb
