#include "kinds/policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

std::string Kind<Policy>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, p.polname AS name, p.oid,"
      " CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END AS as,"
      " CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete'"
      " ELSE 'all' END AS for,"
      " ARRAY(SELECT r.rolname FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)) AS to,"
      " pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using,"
      " pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check"
      " FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {} AND {}",
      in_scope("n"), managed_table("c"));
}

void Kind<Policy>::normalize(Policy& p) {
  if (p.roles == std::vector<std::string>{"public"}) p.roles.clear();
  std::sort(p.roles.begin(), p.roles.end());
}

std::set<ObjectId> Kind<Policy>::needs(const Policy& p) { return relations_of(p.id); }

std::vector<std::string> Kind<Policy>::mentions(const Policy& p) {
  std::vector<std::string> out;
  for (const Expression* e : {&p.using_expression, &p.check})
    if (!e->empty()) out.push_back(e->text);
  return out;
}

namespace {

std::string on(const ObjectId& id) { return sql::quote_ident(id.name) + " ON " + sql::qualified(id.schema, id.parent); }

// Names of roles stand as they are, but for the one word that is no name.
std::string roles_of(const Policy& p) { return p.roles.empty() ? "PUBLIC" : sql::quote_list(p.roles); }

std::string command_of(const Policy& p) {
  std::string out = p.command;
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

std::string conditions(const Policy& p) {
  return (p.using_expression.empty() ? "" : " USING (" + p.using_expression.text + ")") +
         (p.check.empty() ? "" : " WITH CHECK (" + p.check.text + ")");
}

std::string definition(const Policy& p) {
  std::string out = "CREATE POLICY " + on(p.id);
  if (p.as != "permissive") out += " AS RESTRICTIVE";
  if (p.command != "all") out += " FOR " + command_of(p);
  if (!p.roles.empty()) out += " TO " + roles_of(p);
  return out + conditions(p);
}

// Policies say something only where row security is in force.
bool in_force(const ObjectId& policy, const Context& context) {
  const Table* table = context.live.find<Table>(table_of(policy));
  return table && (table->row_security == "enabled" || table->row_security == "forced");
}

Statement changing(std::string sql, const ObjectId& policy, const Context& context) {
  auto out = on_table(std::move(sql), table_of(policy), Lock::access_exclusive);
  if (in_force(policy, context))
    out.hazards.push_back({HazardKind::breaks_clients, "who may see or write which rows changes"});
  return out;
}

}  // namespace

Statements Kind<Policy>::create(const Policy& p, const Context& context) {
  return {changing(definition(p), p.id, context)};
}

// Its roles need not be there, and say nothing about its conditions.
std::string Kind<Policy>::scratch(const Policy& p, const Context&) {
  Policy bare = p;
  bare.roles.clear();
  return definition(bare);
}

std::optional<Statements> Kind<Policy>::alter(const Policy& live, const Policy& wanted, const Context& context) {
  const bool loses = (wanted.using_expression.empty() && !live.using_expression.empty()) ||
                     (wanted.check.empty() && !live.check.empty());
  if (live.as != wanted.as || live.command != wanted.command || loses) return std::nullopt;
  std::string sql = "ALTER POLICY " + on(wanted.id);
  if (live.roles != wanted.roles) sql += " TO " + roles_of(wanted);
  Policy changed = wanted;
  if (live.using_expression == wanted.using_expression) changed.using_expression = {};
  if (live.check == wanted.check) changed.check = {};
  return Statements{changing(sql + conditions(changed), wanted.id, context)};
}

Statements Kind<Policy>::rename(const Policy& live, const Policy& wanted, const Context&) {
  ObjectId before = wanted.id;
  before.name = live.id.name;
  return {on_table(fmt::format("ALTER POLICY {} RENAME TO {}", on(before), sql::quote_ident(wanted.id.name)),
                   table_of(wanted.id), Lock::access_exclusive)};
}

Statements Kind<Policy>::drop(const Policy& p, const Context& context) {
  return {changing("DROP POLICY " + on(p.id), p.id, context)};
}

std::string Kind<Policy>::reference(const ObjectId& id) { return "POLICY " + on(id); }

void Kind<Policy>::follow(Policy& p, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::role) {
    std::ranges::replace(p.roles, renaming.from.name, renaming.to.name);
    std::ranges::sort(p.roles);
  }
  for (std::string* text : {&p.using_expression.text, &p.check.text}) {
    if (renaming.from.kind == KindTag::column && sql::has_statement(*text))
      follow_column(*text, p.behind, p.id, renaming);
    else
      *text = followed(*text, table_of(p.id), renaming);
  }
}

void Kind<Policy>::read_short(std::string_view text, Policy p, Database& into) {
  const auto parsed = sql::parse_policy(text);
  p.as = parsed.restrictive ? "restrictive" : "permissive";
  p.command = parsed.command;
  p.roles = parsed.roles;
  p.using_expression = {parsed.using_expression};
  p.check = {parsed.check};
  into.add(std::move(p));
}

std::optional<std::string> Kind<Policy>::write_short(const Policy& p, const Database&) {
  auto text = sql::print_policy({p.as == "restrictive", p.command, p.roles, p.using_expression.text, p.check.text});
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace plumb
