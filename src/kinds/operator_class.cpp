#include "kinds/operator_class.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/types.h"
#include "sql/definition_type.h"

namespace plumb {

namespace {

// The operators and functions whose dependence on the class or the family is of this kind, as text[].
std::string members(std::string_view of_catalog, std::string_view oid) {
  const std::string held = fmt::format(
      "EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.refclassid = 'pg_catalog.{}'::pg_catalog.regclass"
      " AND d.refobjid = {} AND d.classid = 'pg_catalog.$catalog'::pg_catalog.regclass AND d.objid = m.oid)",
      of_catalog, oid);
  const auto held_by = [&held](std::string_view catalog) {
    std::string out = held;
    out.replace(out.find("$catalog"), 8, catalog);
    return out;
  };
  return fmt::format(
      "ARRAY(SELECT 'operator ' || m.amopstrategy || ' ' || CASE WHEN pn.nspname = 'pg_catalog' THEN '' ELSE"
      " pg_catalog.quote_ident(pn.nspname) || '.' END || p.oprname || '(' ||"
      " pg_catalog.format_type(m.amoplefttype, NULL) || ', ' || pg_catalog.format_type(m.amoprighttype, NULL) || ')' ||"
      " CASE WHEN m.amoppurpose = 'o' THEN ' for order by ' || {} ELSE '' END"
      " FROM pg_catalog.pg_amop m JOIN pg_catalog.pg_operator p ON p.oid = m.amopopr"
      " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.oprnamespace WHERE {}"
      " UNION ALL SELECT 'function ' || m.amprocnum || ' (' || pg_catalog.format_type(m.amproclefttype, NULL) || ', ' "
      "||"
      " pg_catalog.format_type(m.amprocrighttype, NULL) || ') ' || {} FROM pg_catalog.pg_amproc m WHERE {})",
      object_name("pg_opfamily", "opf", "m.amopsortfamily"), held_by("pg_amop"), function_signature("m.amproc"),
      held_by("pg_amproc"));
}

std::string name_using(const std::string& name, const std::string& method) {
  return sql::quote_ident(name) + " using " + sql::quote_ident(method);
}

template <typename T>
void read_name_using(std::string_view text, T& object) {
  const auto parsed = sql::parse_index_method_name(text, object.method);
  if (!parsed.name.schema.empty()) object.id.schema = parsed.name.schema;
  object.name = parsed.name.name;
  object.method = parsed.method;
}

void sort(std::vector<OperatorMember>& members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
}

// An operator without a schema is one that the declaration has in the schema of the class, in public, else of pg_catalog.
void find_operator(sql::SignedName& op, const std::string& home, const Database& database) {
  if (!op.name.schema.empty() || !op.arguments || op.arguments->size() != 2) return;
  const auto same = [&home](Type a, Type b) {
    for (Type* type : {&a, &b})
      if (const std::string prefix = sql::quote_ident(home) + "."; type->text.starts_with(prefix))
        type->text.erase(0, prefix.size());
    return a == b;
  };
  for (const std::string& schema : {home, std::string("public")})
    for (const Operator& declared : database.all<Operator>())
      if (declared.id.schema == schema && declared.name == op.name.name && same(declared.left, op.arguments->front()) &&
          same(declared.right, op.arguments->back())) {
        op.name.schema = schema;
        return;
      }
}

// The types that a function of a class is for, where it does not say (assignProcTypes in commands/opclasscmds.c).
std::vector<Type> types_for(const sql::OperatorMember& function, const std::string& method, const Type& type) {
  const auto& arguments = *function.what.arguments;
  if (method == "btree" && function.number == 1 && arguments.size() == 2) return {arguments[0], arguments[1]};
  if (method == "btree" && function.number == 3 && arguments.size() == 5) return {arguments[0], arguments[2]};
  if (method == "hash" && (function.number == 1 || function.number == 2) && !arguments.empty())
    return {arguments[0], arguments[0]};
  return {type, type};
}

// Spelled out as the catalogs have it. `type`: of a class; empty in a family.
void spell_out(OperatorMember& member, const std::string& home, const std::string& method, const Type& type,
               const Database& database) {
  auto parsed = sql::parse_operator_member(member.text);
  if (!parsed.is_function) {
    if (!parsed.what.arguments && !type.empty()) parsed.what.arguments = {type, type};
    find_operator(parsed.what, home, database);
  } else if (parsed.what.arguments && parsed.types.empty() && !type.empty()) {
    parsed.types = types_for(parsed, method, type);
  } else if (parsed.types.size() == 1) {
    parsed.types.push_back(parsed.types.front());
  }
  member.text = sql::print_operator_member(parsed);
}

// Does PostgreSQL leave it to the class (the amadjustmembers functions: btadjustmembers, gistadjustmembers, …)? `classes`:
// those of the family, by the types that they are for.
bool stays_in_class(const OperatorMember& member, const std::string& method, const Type& type) {
  const auto parsed = sql::parse_operator_member(member.text);
  const auto one_of = [&parsed](std::initializer_list<long long> numbers) {
    return std::find(numbers.begin(), numbers.end(), parsed.number) != numbers.end();
  };
  if (method == "btree" || method == "hash") {
    const auto& types = parsed.is_function ? parsed.types : *parsed.what.arguments;
    const bool of_class = types.size() == 2 && types[0] == type && types[1] == type;
    return of_class && (!parsed.is_function || parsed.number == 1);
  }
  if (method == "gist") return parsed.is_function && one_of({1, 2, 5, 6, 7});
  if (method == "gin") return parsed.is_function && one_of({2, 3});
  if (method == "spgist") return parsed.is_function && one_of({1, 2, 3, 4, 5});
  return true;
}

std::string as_sql(const OperatorMember& member) {
  auto parsed = sql::parse_operator_member(member.text);
  std::string out = fmt::format("{} {} ", parsed.is_function ? "FUNCTION" : "OPERATOR", parsed.number);
  if (parsed.is_function) {
    std::string types;
    for (const Type& type : parsed.types) types += (types.empty() ? "" : ", ") + sql::short_type(type);
    if (!types.empty()) out += "(" + types + ") ";
  }
  out += sql::print_signed_name(parsed.what);
  if (!parsed.order_by.name.empty())
    out += " FOR ORDER BY " + sql::qualified(parsed.order_by.schema, parsed.order_by.name);
  return out;
}

// How ALTER OPERATOR FAMILY … DROP names it.
std::string dropped_as_sql(const OperatorMember& member) {
  const auto parsed = sql::parse_operator_member(member.text);
  const auto& types = parsed.is_function ? parsed.types : *parsed.what.arguments;
  std::string list;
  for (const Type& type : types) list += (list.empty() ? "" : ", ") + sql::short_type(type);
  return fmt::format("{} {} ({})", parsed.is_function ? "FUNCTION" : "OPERATOR", parsed.number, list);
}

std::vector<std::string> mentioned(const std::vector<OperatorMember>& members) {
  std::vector<std::string> out;
  for (const OperatorMember& member : members) {
    const auto parsed = sql::parse_operator_member(member.text);
    if (parsed.is_function) out.push_back(sql::qualified(parsed.what.name.schema, parsed.what.name.name) + "()");
  }
  return out;
}

ObjectId family_of(const OperatorClass& c) {
  const std::string& schema = c.family.empty() ? c.id.schema : c.family.schema;
  const std::string& name = c.family.empty() ? c.name : c.family.name;
  return top_id(KindTag::operator_family, schema, name_using(name, c.method));
}

std::string reference_using(std::string_view what, const ObjectId& id) {
  return fmt::format("{} {}.{}", what, sql::quote_ident(id.schema), id.name);
}

// ALTER … SET SCHEMA and RENAME TO: the name in an id has the index method behind it.
template <typename T>
Statements renamed(const T& live, const T& wanted) {
  Statements out;
  ObjectId now = live.id;
  const auto alter = [&](const std::string& clause) {
    out.push_back(statement("ALTER " + Kind<T>::reference(now) + " " + clause));
  };
  if (live.id.schema != wanted.id.schema) {
    alter("SET SCHEMA " + sql::quote_ident(wanted.id.schema));
    now.schema = wanted.id.schema;
  }
  if (live.id.name != wanted.id.name)
    alter("RENAME TO " + sql::quote_ident(sql::parse_index_method_name(wanted.id.name).name.name));
  return out;
}

}  // namespace

// --- Families --------------------------------------------------------------------------------------------------------

std::string Kind<OperatorFamily>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.opfname AS name, o.oid, am.amname AS method, {} AS members{}"
      " FROM pg_catalog.pg_opfamily o JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace"
      " JOIN pg_catalog.pg_am am ON am.oid = o.opfmethod WHERE {} AND {}",
      members("pg_opfamily", "o.oid"), ownership("o.opfowner", "NULL"), in_scope("n"),
      not_of_extension("pg_opfamily", "o.oid"));
}

void Kind<OperatorFamily>::complete_wanted(OperatorFamily& f, const Database& database) {
  for (OperatorMember& member : f.members) spell_out(member, f.id.schema, f.method, {}, database);
  for (const OperatorClass& c : database.all<OperatorClass>()) {
    if (family_of(c) != f.id) continue;
    for (OperatorMember member : c.members) {
      spell_out(member, c.id.schema, c.method, c.type, database);
      if (!stays_in_class(member, c.method, c.type)) f.members.push_back(std::move(member));
    }
  }
}

void Kind<OperatorFamily>::normalize(OperatorFamily& f) { sort(f.members); }

void Kind<OperatorFamily>::sign(OperatorFamily& f) { f.id.name = name_using(f.name, f.method); }

void Kind<OperatorFamily>::read_key(std::string_view text, OperatorFamily& f) { read_name_using(text, f); }

std::string Kind<OperatorFamily>::write_key(const OperatorFamily& f) { return f.id.name; }

std::set<ObjectId> Kind<OperatorFamily>::needs(const OperatorFamily& f) { return {schema_id(f.id.schema)}; }

std::vector<std::string> Kind<OperatorFamily>::mentions(const OperatorFamily& f) { return mentioned(f.members); }

namespace {

Statement changed(const ObjectId& family, std::string_view verb, const std::vector<std::string>& members) {
  std::string list;
  for (const auto& member : members) list += (list.empty() ? "\n  " : ",\n  ") + member;
  return statement(fmt::format("ALTER {} {}{}", Kind<OperatorFamily>::reference(family), verb, list));
}

}  // namespace

Statements Kind<OperatorFamily>::create(const OperatorFamily& f, const Context&) {
  Statements out{statement("CREATE " + reference(f.id))};
  std::vector<std::string> added;
  for (const OperatorMember& member : f.members) added.push_back(as_sql(member));
  if (!added.empty()) out.push_back(changed(f.id, "ADD", added));
  return out;
}

std::optional<Statements> Kind<OperatorFamily>::alter(const OperatorFamily& live, const OperatorFamily& wanted,
                                                      const Context&) {
  std::vector<std::string> added, dropped;
  const auto has = [](const std::vector<OperatorMember>& members, const OperatorMember& member) {
    return std::find(members.begin(), members.end(), member) != members.end();
  };
  for (const OperatorMember& member : live.members)
    if (!has(wanted.members, member)) dropped.push_back(dropped_as_sql(member));
  for (const OperatorMember& member : wanted.members)
    if (!has(live.members, member)) added.push_back(as_sql(member));
  Statements out;
  if (!dropped.empty()) {
    out.push_back(changed(wanted.id, "DROP", dropped));
    out.back().hazards.push_back({HazardKind::breaks_clients, "queries that used an index by it scan the table"});
  }
  if (!added.empty()) out.push_back(changed(wanted.id, "ADD", added));
  return out;
}

Statements Kind<OperatorFamily>::rename(const OperatorFamily& live, const OperatorFamily& wanted, const Context&) {
  return renamed(live, wanted);
}

void Kind<OperatorFamily>::follow(OperatorFamily& f, const Renaming& renaming) {
  if (renaming.from == f.id) f.name = sql::parse_index_method_name(renaming.to.name).name.name;
}

Statements Kind<OperatorFamily>::drop(const OperatorFamily& f, const Context&) {
  auto dropped = statement("DROP " + reference(f.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "what is built by the operator family fails"});
  return {dropped};
}

std::string Kind<OperatorFamily>::reference(const ObjectId& id) { return reference_using("OPERATOR FAMILY", id); }

// --- Classes ---------------------------------------------------------------------------------------------------------

std::string Kind<OperatorClass>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.opcname AS name, o.oid, am.amname AS method,"
      " pg_catalog.format_type(o.opcintype, NULL) AS type, o.opcdefault AS default,"
      " (SELECT pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.opfname)"
      " FROM pg_catalog.pg_opfamily f JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace"
      " WHERE f.oid = o.opcfamily) AS family, {} AS members,"
      " CASE WHEN o.opckeytype <> 0 THEN pg_catalog.format_type(o.opckeytype, NULL) END AS storage{}"
      " FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace"
      " JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod WHERE {} AND {}",
      members("pg_opclass", "o.oid"), ownership("o.opcowner", "NULL"), in_scope("n"),
      not_of_extension("pg_opclass", "o.oid"));
}

void Kind<OperatorClass>::imply(const OperatorClass& c, Database& into) {
  OperatorFamily family;
  family.id = family_of(c);
  if (!c.family.empty() || into.find<OperatorFamily>(family.id)) return;
  family.origin = c.origin;
  family.name = c.name;
  family.method = c.method;
  into.add(std::move(family));
}

void Kind<OperatorClass>::complete_wanted(OperatorClass& c, const Database& database) {
  for (OperatorMember& member : c.members) spell_out(member, c.id.schema, c.method, c.type, database);
  std::erase_if(c.members, [&c](const OperatorMember& member) { return !stays_in_class(member, c.method, c.type); });
}

void Kind<OperatorClass>::normalize(OperatorClass& c) {
  for (Type* type : {&c.type, &c.storage}) *type = sql::bare_type(*type);
  if (c.family == ObjectName{c.id.schema, c.name}) c.family = {};
  if (c.storage == c.type) c.storage = {};
  sort(c.members);
}

void Kind<OperatorClass>::sign(OperatorClass& c) { c.id.name = name_using(c.name, c.method); }

void Kind<OperatorClass>::read_key(std::string_view text, OperatorClass& c) { read_name_using(text, c); }

std::string Kind<OperatorClass>::write_key(const OperatorClass& c) { return c.id.name; }

std::set<ObjectId> Kind<OperatorClass>::needs(const OperatorClass& c) { return {schema_id(c.id.schema), family_of(c)}; }

std::vector<Type> Kind<OperatorClass>::types(const OperatorClass& c) {
  std::vector<Type> out{c.type};
  if (!c.storage.empty()) out.push_back(c.storage);
  return out;
}

std::vector<std::string> Kind<OperatorClass>::mentions(const OperatorClass& c) { return mentioned(c.members); }

Statements Kind<OperatorClass>::create(const OperatorClass& c, const Context&) {
  const std::string family = c.family.empty() ? sql::qualified(c.id.schema, c.name) : c.family.sql();
  std::string sql =
      fmt::format("CREATE OPERATOR CLASS {}{} FOR TYPE {} USING {} FAMILY {} AS", sql::qualified(c.id.schema, c.name),
                  c.is_default ? " DEFAULT" : "", sql::short_type(c.type), sql::quote_ident(c.method), family);
  std::vector<std::string> items;
  for (const OperatorMember& member : c.members) items.push_back(as_sql(member));
  // Without a member STORAGE stands in, as pg_dump has it.
  if (!c.storage.empty() || items.empty())
    items.push_back("STORAGE " + sql::short_type(c.storage.empty() ? c.type : c.storage));
  for (std::size_t i = 0; i < items.size(); ++i) sql += (i ? ",\n  " : "\n  ") + items[i];
  return {statement(std::move(sql))};
}

std::optional<Statements> Kind<OperatorClass>::alter(const OperatorClass&, const OperatorClass&, const Context&) {
  return std::nullopt;
}

Statements Kind<OperatorClass>::rename(const OperatorClass& live, const OperatorClass& wanted, const Context&) {
  return renamed(live, wanted);
}

Statements Kind<OperatorClass>::drop(const OperatorClass& c, const Context&) {
  auto dropped = statement("DROP " + reference(c.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "what is built by the operator class fails"});
  return {dropped};
}

void Kind<OperatorClass>::follow(OperatorClass& c, const Renaming& renaming) {
  if (renaming.from == family_of(c)) {
    c.family = {renaming.to.schema, sql::parse_index_method_name(renaming.to.name).name.name};
    if (c.family == ObjectName{c.id.schema, c.name}) c.family = {};
  }
  if (renaming.from == c.id) {  // its family keeps its name
    if (c.family.empty()) c.family = {c.id.schema, c.name};
    c.name = sql::parse_index_method_name(renaming.to.name).name.name;
    if (c.family == ObjectName{renaming.to.schema, c.name}) c.family = {};
  }
  follow_type(c.type, c.id.schema, renaming);
  if (!c.storage.empty()) follow_type(c.storage, c.id.schema, renaming);
}

std::string Kind<OperatorClass>::reference(const ObjectId& id) { return reference_using("OPERATOR CLASS", id); }

}  // namespace plumb
