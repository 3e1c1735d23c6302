#include "kinds/statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Statistics>::query(ServerVersion version) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, s.stxname AS name, s.oid,"
      " CASE WHEN sn.oid <> n.oid THEN sn.nspname ELSE '' END AS stat_schema, NULL::text[] AS kinds,"
      " NULL::text[] AS on, {} AS target, pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition{}"
      " FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_namespace sn ON sn.oid = s.stxnamespace WHERE {} AND {}",
      version.at_least(17) ? "s.stxstattarget" : "CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END",
      ownership("s.stxowner", "NULL"), in_scope("n"), managed_relation("c", "'r', 'p', 'm', 'f'"));
}

void Kind<Statistics>::read_definition(std::string_view definition, Statistics& s) {
  const auto parsed = sql::parse_statistics(definition);
  s.kinds = parsed.kinds;
  for (const auto& element : parsed.on) s.on.push_back({sql::print_index_element(element)});
}

void Kind<Statistics>::normalize(Statistics& s) {
  // PostgreSQL puts kinds into an order of its own, columns into the table's, and expressions after them.
  std::sort(s.kinds.begin(), s.kinds.end());
  if (s.kinds == std::vector<std::string>{"dependencies", "mcv", "ndistinct"}) s.kinds.clear();
  const auto is_column = [](const Element& e) { return !sql::parse_index_element(e.text).column.empty(); };
  const auto expressions = std::stable_partition(s.on.begin(), s.on.end(), is_column);
  std::sort(s.on.begin(), expressions, [](const Element& a, const Element& b) { return a.text < b.text; });
}

void Kind<Statistics>::sign(Statistics& s) { s.id.name = sql::qualified(s.schema, s.name); }

void Kind<Statistics>::read_key(std::string_view text, Statistics& s) {
  const auto name = sql::parse_key_name(text);
  s.name = name.name;
  s.schema = name.schema == s.id.schema ? "" : name.schema;
}

std::string Kind<Statistics>::write_key(const Statistics& s) {
  return (s.schema.empty() ? "" : sql::print_key_name(s.schema) + ".") + sql::print_key_name(s.name);
}

std::set<ObjectId> Kind<Statistics>::needs(const Statistics& s) {
  std::set<ObjectId> out = relations_of(s.id);
  if (!s.schema.empty()) out.insert(schema_id(s.schema));
  return out;
}

std::vector<std::string> Kind<Statistics>::mentions(const Statistics& s) {
  std::vector<std::string> out;
  for (const auto& element : s.on) out.push_back(element.text);
  return out;
}

namespace {

// The name in the id is SQL, without a schema where it is the table's.
std::string full_name(const ObjectId& id) {
  const auto name = sql::parse_qualified_name(id.name);
  return sql::qualified(name.schema.empty() ? id.schema : name.schema, name.name);
}

Statement on_its_table(std::string sql, const ObjectId& id, const Context& context) {
  return on_table(std::move(sql), relation_of(id, context), Lock::share_update_exclusive);
}

}  // namespace

Statements Kind<Statistics>::create(const Statistics& s, const Context& context) {
  std::string sql = "CREATE " + reference(s.id);
  if (!s.kinds.empty()) sql += " (" + sql::quote_list(s.kinds) + ")";
  sql += " ON ";
  for (std::size_t i = 0; i < s.on.size(); ++i) sql += (i ? ", " : "") + s.on[i].text;
  Statements out{on_its_table(sql + " FROM " + sql::qualified(s.id.schema, s.id.parent), s.id, context)};
  context.leave_unanalyzed(table_of(s.id), out.front());
  if (s.target)
    out.push_back(on_its_table(fmt::format("ALTER {} SET STATISTICS {}", reference(s.id), *s.target), s.id, context));
  return out;
}

std::optional<Statements> Kind<Statistics>::alter(const Statistics& live, const Statistics& wanted,
                                                  const Context& context) {
  Statistics same = wanted;
  same.target = live.target;
  if (!(same == live)) return std::nullopt;
  return Statements{on_its_table(
      fmt::format("ALTER {} SET STATISTICS {}", reference(wanted.id), wanted.target.value_or(-1)), wanted.id, context)};
}

Statements Kind<Statistics>::rename(const Statistics& live, const Statistics& wanted, const Context& context) {
  ObjectId before = wanted.id;
  before.name = live.id.name;
  return {on_its_table(fmt::format("ALTER {} RENAME TO {}", reference(before), sql::quote_ident(wanted.name)),
                       wanted.id, context)};
}

Statements Kind<Statistics>::drop(const Statistics& s, const Context& context) {
  return {on_its_table("DROP " + reference(s.id), s.id, context)};
}

std::string Kind<Statistics>::reference(const ObjectId& id) { return "STATISTICS " + full_name(id); }

void Kind<Statistics>::follow(Statistics& s, const Renaming& renaming) {
  // They stay where they are when their table moves.
  const ObjectId &from = renaming.from, &to = renaming.to;
  if (may_stand_under(s.id, from.kind) && s.id.schema == from.schema && s.id.parent == from.name &&
      from.schema != to.schema) {
    if (s.schema.empty()) s.schema = from.schema;
    if (s.schema == to.schema) s.schema.clear();
  }
  if (from.kind == KindTag::schema && s.schema == from.name) s.schema = to.name;
  for (auto& element : s.on) element.text = followed(element.text, table_of(s.id), renaming);
}

void Kind<Statistics>::read_short(std::string_view text, Statistics s, Database& into) {
  read_definition(text, s);
  into.add(std::move(s));
}

std::optional<std::string> Kind<Statistics>::write_short(const Statistics& s, const Database&) {
  if (s.target) return std::nullopt;
  sql::StatisticsDefinition out;
  out.kinds = s.kinds;
  for (const auto& element : s.on) out.on.push_back(sql::parse_index_element(element.text));
  return sql::print_statistics(out);
}

}  // namespace plumb
