#include "kinds/kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "kinds/kinds.h"
#include "model/error.h"
#include "sql/names.h"
#include "sql/relations.h"
#include "sql/renamed_column.h"

namespace plumb {

bool Context::holds_rows(const ObjectId& table) const {
  if (!live.find<Table>(table) && !live.find<MaterializedView>(table)) return false;
  const auto size = sizes.find(table);
  return size == sizes.end() || size->second.heap_bytes != 0;
}

void Context::leave_unanalyzed(const ObjectId& relation, Statement& statement) const {
  const auto has_rows = [this](const ObjectId& each) { return holds_rows(each); };
  const bool in_parts = is_partitioned(relation, live) && std::ranges::any_of(descendants_of(relation, live), has_rows);
  if (holds_rows(relation) || in_parts) statement.unanalyzed.push_back(relation);
}

void Context::leave_all_unanalyzed(const ObjectId& table, Statement& statement) const {
  leave_unanalyzed(table, statement);
  if (is_partitioned(table, live)) return;  // ANALYZE goes on to partitions, not to other children
  std::ranges::copy_if(descendants_of(table, live), std::back_inserter(statement.unanalyzed),
                       [this](const ObjectId& each) { return holds_rows(each); });
}

namespace {

// Where "element with operator", an exclusion's, has its operator; else its end.
std::size_t operator_of(const std::string& element) {
  const std::size_t with = element.rfind(" with ");
  const bool exclusion = with != std::string::npos && element.find_first_of("()\"'", with) == std::string::npos;
  return exclusion ? with : element.size();
}

}  // namespace

bool Element::is_expression() const {
  try {
    return !sql::parse_index_element(text.substr(0, operator_of(text))).expression.empty();
  } catch (const sql::SyntaxError&) {
    return false;
  }
}

std::string Element::canonical(const std::string& text, const sql::ColumnTypes& types) {
  const std::size_t end = operator_of(text);
  try {
    auto element = sql::parse_index_element(text.substr(0, end));
    if (!element.expression.empty()) element.expression = sql::canonical_expression(element.expression, types);
    return sql::print_index_element(element) + text.substr(end);
  } catch (const sql::SyntaxError&) {
    return text;  // no claim
  }
}

std::string Identity::text() const {
  if (empty()) return {};
  sql::ColumnDefinition column;
  column.type = {"integer"};
  column.identity = generation;
  column.identity_options = options;
  // "integer generated always as identity (…)": keep what follows the type, in the order of this text form.
  std::string out = generation;
  const std::string printed = sql::print_column(column);
  const std::size_t open = printed.find('(');
  if (open != std::string::npos) out += " " + printed.substr(open);
  return out;
}

Identity Identity::parse(std::string_view text) {
  const std::size_t open = std::min(text.find('('), text.size());
  std::string generation(text.substr(0, open));
  while (!generation.empty() && generation.back() == ' ') generation.pop_back();
  const std::string clause = fmt::format("integer generated {} as identity {}", generation, text.substr(open));
  const auto column = sql::parse_column(clause);
  return {column.identity, column.identity_options};
}

std::string in_scope(std::string_view n) {
  return fmt::format(
      "(CASE WHEN $1::text[] IS NULL THEN {0}.nspname !~ '^pg_' AND {0}.nspname <> 'information_schema'"
      " ELSE {0}.nspname = ANY ($1::text[]) END)",
      n);
}

std::string not_of_extension(std::string_view catalog, std::string_view oid) {
  // NOT IN, which becomes one hashed list: an anti join would look every object up in pg_depend.
  return fmt::format(
      "{} NOT IN (SELECT ext.objid FROM pg_catalog.pg_depend ext"
      " WHERE ext.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass"
      " AND ext.classid = 'pg_catalog.{}'::pg_catalog.regclass AND ext.deptype = 'e')",
      oid, catalog);
}

std::string enforced(ServerVersion version) { return version.at_least(18) ? "con.conenforced" : "true"; }

std::string managed_relation(std::string_view c, std::string_view relkinds) {
  return fmt::format("({}.relkind IN ({}) AND {})", c, relkinds,
                     not_of_extension("pg_class", fmt::format("{}.oid", c)));
}

std::string managed_table(std::string_view c) { return managed_relation(c, "'r', 'p'"); }

std::string column_names(std::string_view relation_oid, std::string_view attnums) {
  // A look-up for each number: half the time of a join, which reads every column of the table.
  return fmt::format(
      "ARRAY(SELECT (SELECT att.attname FROM pg_catalog.pg_attribute att WHERE att.attrelid = {} AND att.attnum = k)"
      " FROM pg_catalog.unnest({}) k)",
      relation_oid, attnums);
}

namespace {

std::string named(std::string_view catalog, std::string_view prefix, std::string_view oid, std::string_view behind) {
  return fmt::format(
      "(SELECT CASE WHEN xn.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(xn.nspname) || '.' END ||"
      " pg_catalog.quote_ident(x.{1}name){3} FROM pg_catalog.{0} x JOIN pg_catalog.pg_namespace xn"
      " ON xn.oid = x.{1}namespace WHERE x.oid = {2})",
      catalog, prefix, oid, behind);
}

}  // namespace

std::string object_name(std::string_view catalog, std::string_view prefix, std::string_view oid) {
  return named(catalog, prefix, oid, "");
}

std::string function_signature(std::string_view oid) {
  return named(
      "pg_proc", "pro", oid,
      " || '(' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.format_type(k.type, NULL), ', ' ORDER BY k.n)"
      " FROM pg_catalog.unnest(x.proargtypes) WITH ORDINALITY k(type, n)), '') || ')'");
}

std::string ownership(std::string_view owner_oid, std::string_view acl) {
  return fmt::format(", pg_catalog.pg_get_userbyid({}) AS owner, {}::text[] AS acl", owner_oid, acl);
}

std::string function_name(std::string_view oid) { return object_name("pg_proc", "pro", oid); }

ObjectId relation_of(const ObjectId& child, const Context& context) {
  for (const Database* side : {&context.wanted, &context.live})
    for (const ObjectId& relation : relations_of(child))
      if (side->contains(relation)) return relation;
  return table_of(child);
}

Statement on_table(std::string sql, const ObjectId& table, Lock lock) {
  return {std::move(sql), {{table, lock}}, {}, true};
}

Statement statement(std::string sql) { return {std::move(sql), {}, {}, true}; }

namespace {

// Values of storage parameters are numbers, booleans and words; anything else is quoted.
std::string option_value(const std::string& value) {
  const bool plain =
      !value.empty() && value.find_first_not_of("0123456789.abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  return plain ? value : sql::quote_literal(value);
}

// "toast.autovacuum_enabled" keeps its dot outside the quotes.
std::string option_name(const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return sql::quote_ident(name);
  return sql::quote_ident(name.substr(0, dot)) + "." + sql::quote_ident(name.substr(dot + 1));
}

}  // namespace

std::string with_clause(const Options& options) {
  std::string out;
  for (const auto& [name, value] : options) {
    out += out.empty() ? " WITH (" : ", ";
    out += option_name(name) + "=" + option_value(value);
  }
  return out.empty() ? out : out + ")";
}

std::vector<std::string> option_changes(const Options& live, const Options& wanted) {
  std::string set, reset;
  for (const auto& [name, value] : wanted) {
    const auto was = live.find(name);
    if (was != live.end() && was->second == value) continue;
    set += (set.empty() ? "" : ", ") + option_name(name) + "=" + option_value(value);
  }
  for (const auto& [name, value] : live)
    if (!wanted.contains(name)) reset += (reset.empty() ? "" : ", ") + option_name(name);
  std::vector<std::string> out;
  if (!set.empty()) out.push_back("SET (" + set + ")");
  if (!reset.empty()) out.push_back("RESET (" + reset + ")");
  return out;
}

std::string deferrable_clause(bool deferrable, bool initially_deferred) {
  return std::string(deferrable ? " DEFERRABLE" : "") + (initially_deferred ? " INITIALLY DEFERRED" : "");
}

ObjectId by_bare_name(ObjectId id) {
  if (id.kind == KindTag::function || id.kind == KindTag::procedure || id.kind == KindTag::aggregate)
    id.name = sql::parse_signature(id.name).name.name;
  if (id.kind == KindTag::operator_) id.name.resize(std::min(id.name.find('('), id.name.size()));
  return id;
}

namespace {

// Has the schema anything of that name, before or after the plan?
bool is_taken(const std::string& schema, const std::string& name, const Context& context) {
  bool out = false;
  for (const Database* database : {&context.live, &context.wanted})
    database->each([&](const auto& object) {
      const ObjectId& id = object.id;
      out =
          out || (id.parent.empty() && id.of == KindTag::none && id.schema == schema && by_bare_name(id).name == name);
    });
  return out;
}

}  // namespace

Statements move_and_rename(std::string (*reference)(const ObjectId&), const ObjectId& live, const ObjectId& wanted,
                           Lock lock, const Context& context) {
  Statements out;
  ObjectId now = live;
  const auto alter = [&](const std::string& clause, const char* what) {
    auto altered = statement("ALTER " + reference(now) + " " + clause);
    if (lock != Lock::none) altered.locks.push_back({live, lock});
    altered.hazards.push_back({HazardKind::breaks_clients, fmt::format("clients that use the old {} fail", what)});
    out.push_back(std::move(altered));
  };
  const std::string name = by_bare_name(wanted).name;
  const bool moves = live.schema != wanted.schema, renamed = by_bare_name(live).name != name;
  const auto rename = [&] {
    alter("RENAME TO " + sql::quote_ident(name), "name");
    now.name = wanted.name;
  };
  const bool first = renamed && moves && is_taken(wanted.schema, by_bare_name(live).name, context);
  if (first) rename();
  if (moves) {
    alter("SET SCHEMA " + sql::quote_ident(wanted.schema), "schema");
    now.schema = wanted.schema;
  }
  if (renamed && !first) rename();
  return out;
}

void follow_column_names(std::vector<std::string>& columns, const ObjectId& table, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::column || table_of(renaming.from) != table) return;
  std::replace(columns.begin(), columns.end(), renaming.from.name, renaming.to.name);
}

namespace {

// May a bare name in an object of schema `home` mean one of this schema?
bool is_bare_in(const std::string& home, const std::string& schema) { return home == schema || schema == "public"; }

// "name" or "schema.name", as an object of schema `home` says it, after its bearer's rename; none: it is another's.
std::optional<std::string> followed_name(const std::string& schema, const std::string& name, const std::string& home,
                                         const ObjectId& from, const ObjectId& to) {
  if (from.kind == KindTag::schema)
    return schema == from.name ? std::optional(sql::qualified(to.name, name)) : std::nullopt;
  if (name != from.name || (schema.empty() ? !is_bare_in(home, from.schema) : schema != from.schema))
    return std::nullopt;
  const bool bare = schema.empty() && (from.schema == to.schema || to.schema == home);
  return bare ? sql::quote_ident(to.name) : sql::qualified(to.schema, to.name);
}

}  // namespace

void follow_column_name(ColumnName& column, const Renaming& renaming) {
  if (column.empty()) return;
  const ObjectId id = column.id();
  if (renaming.from == table_of(id)) column = {renaming.to.schema, renaming.to.name, column.column};
  if (renaming.from == id) column.column = renaming.to.name;
  if (renaming.from.kind == KindTag::schema && column.schema == renaming.from.name) column.schema = renaming.to.name;
}

void follow_type(Type& type, const std::string& home, const Renaming& renaming) {
  const KindTag kind = renaming.from.kind;
  bool names_type = kind == KindTag::schema;
  with_kind(kind, [&names_type]<typename T>(const T*) { names_type = names_type || shares_type_names<T>; });
  if (type.empty() || !names_type) return;
  const sql::TypeParts parts = sql::split_type(type);
  if (parts.standard) return;
  const auto now = followed_name(parts.schema, parts.name, home, renaming.from, renaming.to);
  if (!now) return;
  const std::size_t rest = sql::qualified(parts.schema, parts.name).size();
  type.text = *now + type.text.substr(std::min(rest, type.text.size()));
}

void follow_function(FunctionName& function, const std::string& home, const Renaming& renaming) {
  const KindTag kind = renaming.from.kind;
  if (function.empty() || (kind != KindTag::function && kind != KindTag::schema)) return;
  const auto name = sql::parse_signature(function.text).name;
  const auto now = followed_name(name.schema, name.name, home, by_bare_name(renaming.from), by_bare_name(renaming.to));
  if (now) function.text = *now;
}

std::string followed_row(const std::string& text, const ObjectId& table, const Renaming& renaming) {
  const ObjectId &from = renaming.from, &to = renaming.to;
  if (from.kind != KindTag::column) return followed(text, table, renaming);
  if (table_of(from) != table || text.find(from.name) == std::string::npos) return text;
  return sql::replace_names(text, [&](const sql::NameUse& use, std::string& replacement) {
    const auto& parts = use.parts;
    if (parts.size() != 2 || (parts[0] != "old" && parts[0] != "new") || parts[1] != from.name) return false;
    replacement = parts[0] + "." + sql::quote_ident(to.name);
    return true;
  });
}

std::string followed(const std::string& text, const ObjectId& table, const Renaming& renaming) {
  const ObjectId from = by_bare_name(renaming.from), to = by_bare_name(renaming.to);
  const bool function = from.kind == KindTag::function;
  const bool column = from.kind == KindTag::column && table_of(from) == table;
  const bool type = is_type(from.kind);
  const bool relation = from.kind == KindTag::sequence || from.kind == KindTag::text_search_configuration ||
                        from.kind == KindTag::text_search_dictionary;
  const bool schema = from.kind == KindTag::schema;
  if (text.empty() || !(column || type || relation || schema || function) || text.find(from.name) == std::string::npos)
    return text;
  return sql::replace_names(text, [&](const sql::NameUse& use, std::string& replacement) {
    const auto& parts = use.parts;
    if (schema) {
      if (parts.size() < 2 || parts[0] != from.name) return false;
      replacement = sql::quote_ident(to.name);
      for (std::size_t i = 1; i < parts.size(); ++i) replacement += "." + sql::quote_ident(parts[i]);
      return true;
    }
    if (use.call != function || parts.back() != from.name) return false;
    const bool cast = use.offset >= 2 && text.compare(use.offset - 2, 2, "::") == 0;
    if (column) {
      if (cast || parts.size() > 2 || (parts.size() == 2 && parts[0] != table.name)) return false;
      replacement = (parts.size() == 2 ? sql::quote_ident(parts[0]) + "." : "") + sql::quote_ident(to.name);
      return true;
    }
    if ((type && !cast) || (relation && !use.constant)) return false;
    if (parts.size() > 1 ? parts[parts.size() - 2] != from.schema : !is_bare_in(table.schema, from.schema))
      return false;
    const bool bare = parts.size() == 1 && (from.schema == to.schema || to.schema == table.schema);
    replacement = bare ? sql::quote_ident(to.name) : sql::qualified(to.schema, to.name);
    return true;
  });
}

namespace {

// "orders_1": what ruleutils calls the second of two relations that are both orders.
bool is_numbered(std::string_view part, std::string_view name) {
  if (part.size() < name.size() + 2 || !part.starts_with(name) || part[name.size()] != '_') return false;
  const std::string_view number = part.substr(name.size() + 1);
  return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The places at which a query reads the relation; none where one of the names means something else in it too, so that
// only the server knows what becomes of it.
std::set<std::size_t> read_at(const std::string& query, const ObjectId& of, const Renaming& renaming) {
  const ObjectId &from = renaming.from, &to = renaming.to;
  std::set<std::size_t> out, others;
  for (const auto& use : sql::relations_in(query)) {
    const bool bare = use.parts.size() == 1 && from.schema == of.schema;
    const bool qualified = use.parts.size() == 2 && use.parts[0] == from.schema;
    (use.parts.back() == from.name && (bare || qualified) ? out : others).insert(use.offset);
  }
  for (const auto& use : sql::names_in(query)) {
    if (others.contains(use.offset) && use.parts.size() > 1) continue;
    const bool alone = use.parts.size() == 1 && use.parts[0] == from.name && !out.contains(use.offset);
    const bool taken = to.name != from.name && use.parts[0] == to.name;
    if (alone || taken || is_numbered(use.parts[0], from.name)) return {};
  }
  return out;
}

// The query with another name of a schema, where that can mean nothing else in it.
std::string with_schema(const std::string& query, const std::string& from, const std::string& to) {
  std::set<std::size_t> places;
  for (const auto& use : sql::relations_in(query))
    if (use.parts.size() == 2 && use.parts[0] == from) places.insert(use.offset);
  for (const auto& use : sql::names_in(query)) {
    if (use.parts.front() != from) continue;
    const bool cast = use.offset >= 2 && query.compare(use.offset - 2, 2, "::") == 0;
    if (use.parts.size() > 1 && (use.call || use.constant || cast)) places.insert(use.offset);
    if (!places.contains(use.offset)) return query;
  }
  return sql::replace_names(query, [&](const sql::NameUse& use, std::string& replacement) {
    if (!places.contains(use.offset)) return false;
    replacement = sql::quote_ident(to);
    for (std::size_t i = 1; i < use.parts.size(); ++i) replacement += "." + sql::quote_ident(use.parts[i]);
    return true;
  });
}

}  // namespace

std::string followed_query(const std::string& query, const ObjectId& of, const Renaming& renaming) {
  const ObjectId &from = renaming.from, &to = renaming.to;
  if (from.kind == KindTag::sequence || from.kind == KindTag::function || is_type(from.kind))
    return followed(query, of, renaming);
  if (from.kind == KindTag::schema) return with_schema(query, from.name, to.name);
  if (!is_relation(from.kind) || query.find(from.name) == std::string::npos) return query;
  const std::set<std::size_t> places = read_at(query, of, renaming);
  if (places.empty()) return query;
  return sql::replace_names(query, [&](const sql::NameUse& use, std::string& replacement) {
    const auto& parts = use.parts;
    if (places.contains(use.offset)) {
      const bool bare = parts.size() == 1 && from.schema == to.schema;
      replacement = bare ? sql::quote_ident(to.name) : sql::qualified(to.schema, to.name);
      return true;
    }
    if (parts.size() != 2 || parts[0] != from.name || use.call || use.constant) return false;
    replacement = sql::quote_ident(to.name) + "." + sql::quote_ident(parts[1]);
    return true;
  });
}

void follow_column(std::string& query, Hint<bool>& behind, const ObjectId& of, const Renaming& renaming) {
  const ObjectId table = table_of(renaming.from);
  const auto is_table = [&](const sql::NameUse& use) {
    return use.parts.back() == table.name &&
           (use.parts.size() == 2 ? use.parts[0] == table.schema : use.parts.size() == 1 && of.schema == table.schema);
  };
  const std::string row = table == table_of(of) ? table.name : "";
  const auto is_named = [&query](const ObjectId& id) { return sql::has_word(sql::lower(query), sql::lower(id.name)); };
  if (row.empty() && !is_named(table) && !is_named(table_of(renaming.to)))
    return;  // a partition's, along with its table's
  if (auto now = sql::with_renamed_column(query, is_table, renaming.from.name, renaming.to.name, row))
    query = *std::move(now);
  else
    behind.value = true;
}

}  // namespace plumb
