#include "kinds/domain.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "kinds/types.h"
#include "sql/definition_type.h"

namespace plumb {

std::string Kind<Domain>::query(ServerVersion version) {
  const std::string not_null =
      "(SELECT con.conname FROM pg_catalog.pg_constraint con WHERE con.contypid = t.oid"
      " AND con.contype = 'n')";
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid,"
      " pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,"
      " CASE WHEN t.typcollation <> b.typcollation THEN {0} END AS collation,"
      " pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS default, NOT t.typnotnull AS nullable, {1} AS not_null_name,"
      " {1} AS not_null_constraint{2}"
      " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype WHERE t.typtype = 'd' AND {3} AND {4}",
      object_name("pg_collation", "coll", "t.typcollation"), version.at_least(17) ? not_null : "NULL",
      ownership("t.typowner", "t.typacl"), in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

namespace {

std::string default_not_null_name(const Domain& d) { return default_name_of(d.id.name, "", "not_null"); }

std::string not_null_name(const Domain& d) {
  return d.not_null_name.empty() ? default_not_null_name(d) : d.not_null_name;
}

std::string alter_domain(const ObjectId& id) { return "ALTER " + Kind<Domain>::reference(id) + " "; }

ObjectId domain_of(const ObjectId& check) { return top_id(KindTag::domain, check.schema, check.parent); }

}  // namespace

void Kind<Domain>::normalize(Domain& d) {
  if (d.not_null_name == default_not_null_name(d)) d.not_null_name.clear();
}

namespace {

const Domain* base_of(const Domain& d, const Database& database) {
  for (const Domain& other : database.all<Domain>())
    if (other.id != d.id && is_of_type(d.type, d.id.schema, other.id) && !sql::split_type(d.type).array) return &other;
  return nullptr;
}

bool is_null(const Expression& e) { return e == Expression{"NULL"}; }

// What a new domain over it would have as its default, if it says nothing of its own. `depth`: a loop is an error that the
// server will tell.
Expression default_handed_on(const Domain& d, const Database& database, int depth = 0) {
  constexpr int deep = 64;
  if (!d.default_expression.empty()) return is_null(d.default_expression) ? Expression{} : d.default_expression;
  const Domain* base = depth < deep ? base_of(d, database) : nullptr;
  return base ? default_handed_on(*base, database, depth + 1) : Expression{};
}

}  // namespace

void Kind<Domain>::complete_wanted(Domain& d, const Database& database) {
  const Domain* base = base_of(d, database);
  const Expression handed_on = base ? default_handed_on(*base, database) : Expression{};
  if (d.default_expression.empty())
    d.default_expression = handed_on;
  else if (is_null(d.default_expression) && handed_on.empty())
    d.default_expression = {};  // no default at all
}

// None though the domain under it has one: so it must be said.
void Kind<Domain>::complete_live(Domain& d, const Database& database) {
  if (!d.default_expression.empty()) return;
  const Domain* base = base_of(d, database);
  if (base && !base->default_expression.empty() && !is_null(base->default_expression)) d.default_expression = {"NULL"};
}

std::set<ObjectId> Kind<Domain>::needs(const Domain& d) { return {schema_id(d.id.schema)}; }

VersionNeed Kind<Domain>::needs_version(const Domain& d) {
  return d.not_null_name.empty() ? VersionNeed{} : VersionNeed{17, "a named NOT NULL"};
}

std::vector<Type> Kind<Domain>::types(const Domain& d) { return {d.type}; }

std::vector<std::string> Kind<Domain>::mentions(const Domain& d) {
  if (d.default_expression.empty()) return {};
  return {d.default_expression.text};
}

namespace {

std::string create_sql(const Domain& d) {
  std::string sql = fmt::format("CREATE {} AS {}", Kind<Domain>::reference(d.id), sql::short_type(d.type));
  if (!d.collation.empty()) sql += " COLLATE " + d.collation.sql();
  if (!d.default_expression.empty()) sql += " DEFAULT " + default_operand(d.default_expression.text);
  return sql;
}

}  // namespace

Statements Kind<Domain>::create_with(const Domain& d, const std::vector<std::string>& clauses, const Context&) {
  std::string sql = create_sql(d);
  if (!d.nullable) {
    if (!d.not_null_name.empty()) sql += " CONSTRAINT " + sql::quote_ident(d.not_null_name);
    sql += " NOT NULL";
  }
  for (const auto& clause : clauses) sql += "\n  " + clause;
  return {statement(std::move(sql))};
}

Statements Kind<Domain>::release(const Domain& d, const Context&) {
  if (d.default_expression.empty()) return {};
  return {statement(alter_domain(d.id) + "DROP DEFAULT")};
}

Domain Kind<Domain>::released(Domain d) {
  d.default_expression = {};
  return d;
}

namespace {

bool same_base(const Domain& a, const Domain& b) { return a.type == b.type && a.collation == b.collation; }

void nullability_changed(const Domain& live, const Domain& wanted, const Context& context, Statements& out) {
  if (live.nullable == wanted.nullable) {
    if (!wanted.nullable && not_null_name(live) != not_null_name(wanted) && context.version.at_least(17))
      out.push_back(
          statement(fmt::format("{}RENAME CONSTRAINT {} TO {}", alter_domain(wanted.id),
                                sql::quote_ident(not_null_name(live)), sql::quote_ident(not_null_name(wanted)))));
    return;
  }
  if (wanted.nullable) {
    out.push_back(statement(alter_domain(wanted.id) + "DROP NOT NULL"));
    out.back().hazards.push_back({HazardKind::breaks_clients, "clients that rely on a value may meet NULL"});
    return;
  }
  const std::string clause = wanted.not_null_name.empty()
                                 ? std::string("SET NOT NULL")
                                 : fmt::format("ADD CONSTRAINT {} NOT NULL", sql::quote_ident(wanted.not_null_name));
  out.push_back(statement(alter_domain(wanted.id) + clause));
  scans_tables_with(out.back(), wanted.id, "a row in which it is NULL makes it fail", context);
  out.back().hazards.push_back({HazardKind::breaks_clients, "clients that write NULL fail"});
}

// Does it become stricter in a way for which every value must be looked at?
bool stricter(const Domain& live, const Domain& wanted, const Database& live_all, const Database& wanted_all) {
  if (live.nullable && !wanted.nullable) return true;
  const auto [first, last] = wanted_all.children<DomainCheck>(wanted.id);
  return std::any_of(first, last, [&](const DomainCheck& check) {
    const DomainCheck* is = live_all.find<DomainCheck>(check.id);
    return !check.not_valid && (!is || !(*is == check));
  });
}

// PostgreSQL does not look into arrays and composite types to find values of a domain, and refuses instead
// (find_composite_type_dependencies in commands/tablecmds.c).
bool held_inside(const ObjectId& domain, const Database& database) {
  for (const ObjectId& column : columns_of_type(database, domain))
    if (sql::split_type(database.find<Column>(column)->type).array) return true;
  for (const ObjectId& type : types_on_type(database, domain)) {
    const Domain* over = database.find<Domain>(type);
    const bool plain = over && !sql::split_type(over->type).array;
    if (plain ? held_inside(type, database) : !tables_with_type(database, type).empty()) return true;
  }
  return false;
}

}  // namespace

bool Kind<Domain>::remade(const Domain& live, const Domain& wanted, const Database& live_all,
                          const Database& wanted_all) {
  if (!same_base(live, wanted)) return !columns_of_type(live_all, live.id).empty();
  return stricter(live, wanted, live_all, wanted_all) && held_inside(live.id, live_all);
}

Statements Kind<Domain>::remake(const Domain& live, const Domain& wanted, Statements create, const Context& context) {
  const bool same = same_base(live, wanted);
  const Underlying from = base_type(live.type, live.id.schema, context.live);
  const Underlying to = base_type(wanted.type, wanted.id.schema, context.wanted);
  Remaking remaking{
      wanted.id,
      reference,
      std::move(create),
      !same && !casts_by_assignment(from, context.live, to, context.wanted),
      same ? "a value that violates it makes it fail" : "a value that does not fit the new type makes it fail",
      same ? "clients that write what it forbids fail"
           : fmt::format("clients meet another type: {} to {}", sql::short_type(live.type),
                         sql::short_type(wanted.type))};
  if (sql::type_change_loses(from.type, to.type))
    remaking.loses = "what the new type has no room for is rounded or cut off without an error";
  return remake_type(remaking, context);
}

std::optional<Statements> Kind<Domain>::alter(const Domain& live, const Domain& wanted, const Context& context) {
  if (remade(live, wanted, context.live, context.wanted)) return Statements{};  // by remake()
  if (!same_base(live, wanted)) return std::nullopt;
  Statements out;
  if (live.default_expression != wanted.default_expression) {
    const bool drops = wanted.default_expression.empty() || is_null(wanted.default_expression);
    out.push_back(statement(alter_domain(wanted.id) +
                            (drops ? "DROP DEFAULT" : "SET DEFAULT " + wanted.default_expression.text)));
    if (drops)
      out.back().hazards.push_back(
          {HazardKind::breaks_clients, "clients that leave a column of it out write NULL, or fail"});
  }
  nullability_changed(live, wanted, context, out);
  return out;
}

Statements Kind<Domain>::rename(const Domain& live, const Domain& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Domain>::drop(const Domain& d, const Context&) {
  auto dropped = statement("DROP " + reference(d.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

void Kind<Domain>::follow(Domain& d, const Renaming& renaming) {
  if (renaming.from == d.id && d.not_null_name.empty()) d.not_null_name = d.not_null_constraint.value;  // it stays
  d.default_expression.text = followed(d.default_expression.text, table_of(d.id), renaming);
  follow_type(d.type, d.id.schema, renaming);
  follow_collation(d.collation, renaming);
}

std::string Kind<Domain>::reference(const ObjectId& id) { return "DOMAIN " + sql::qualified(id.schema, id.name); }

void Kind<Domain>::read_short(std::string_view text, Domain d, Database& into) {
  const auto parsed = sql::parse_domain(text);
  d.type = parsed.type;
  if (!parsed.collation.empty()) {
    const auto name = sql::parse_qualified_name(parsed.collation);
    d.collation = {name.schema == "pg_catalog" ? "" : name.schema, name.name};
  }
  if (parsed.default_expression) d.default_expression = {*parsed.default_expression};
  d.nullable = !parsed.not_null;
  d.not_null_name = parsed.not_null_name;
  for (const auto& check : parsed.checks) {
    DomainCheck c;
    c.id = child_id(KindTag::domain_check, d.id, check.name);
    c.origin = d.origin;
    c.expression = {check.expression};
    c.not_valid = check.not_valid;
    into.add(std::move(c));
  }
  into.add(std::move(d));
}

std::optional<std::string> Kind<Domain>::write_short(const Domain& d, const Database& database) {
  const auto [first, last] = database.children<DomainCheck>(d.id);
  if (first != last) return std::nullopt;
  sql::DomainDefinition out;
  out.type = d.type;
  if (!d.collation.empty()) out.collation = d.collation.sql();
  if (!d.default_expression.empty()) out.default_expression = d.default_expression.text;
  out.not_null = !d.nullable;
  out.not_null_name = d.not_null_name;
  return sql::print_domain(out);
}

// --- Checks ----------------------------------------------------------------------------------------------------------

std::string Kind<DomainCheck>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, t.typname AS parent, con.conname AS name, con.oid,"
      " pg_catalog.pg_get_expr(con.conbin, 0) AS expression, NOT con.convalidated AS not_valid"
      " FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_type t ON t.oid = con.contypid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE con.contype = 'c' AND {} AND {}",
      in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

void Kind<DomainCheck>::complete_wanted(DomainCheck& c, const Database& database) {
  if (const Domain* domain = database.find<Domain>(domain_of(c.id))) c.value.value = domain->type;
}

void Kind<DomainCheck>::complete_live(DomainCheck& c, const Database& database) { complete_wanted(c, database); }

bool DomainCheck::operator==(const DomainCheck& other) const {
  if (id != other.id || not_valid != other.not_valid) return false;
  if (expression == other.expression) return true;
  // A list over varchar that has been through a dump has its elements cast one by one: only the server knows whether what
  // is declared would be stored so.
  static constexpr std::string_view restored = "::character varying)::text";
  if (value.value != other.value.value || expression.text.find(restored) != std::string::npos ||
      other.expression.text.find(restored) != std::string::npos)
    return false;
  sql::ColumnTypes types;
  types.column = [this](std::string_view name) { return name == "value" ? value.value : Type{}; };
  types.is_enum = [](const Type&) { return false; };
  return sql::same_expression(expression.text, other.expression.text, types);
}

std::set<ObjectId> Kind<DomainCheck>::needs(const DomainCheck& c) { return relations_of(c.id); }

std::vector<std::string> Kind<DomainCheck>::mentions(const DomainCheck& c) { return {c.expression.text}; }

std::string Kind<DomainCheck>::clause(const DomainCheck& c) {
  return constraint_name(c.id) + "CHECK (" + c.expression.text + ")" + (c.not_valid ? " NOT VALID" : "");
}

Statements Kind<DomainCheck>::create(const DomainCheck& c, const Context& context) {
  auto added = statement(alter_domain(domain_of(c.id)) + "ADD " + clause(c));
  if (!c.not_valid)
    scans_tables_with(added, domain_of(c.id), "a row with a value that violates it makes it fail", context);
  // A domain of which there is a table, with rows or without, is one that clients write to.
  if (!tables_with_type(context.live, domain_of(c.id)).empty())
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write what it forbids fail"});
  return {added};
}

std::optional<Statements> Kind<DomainCheck>::alter(const DomainCheck& live, const DomainCheck& wanted,
                                                   const Context& context) {
  DomainCheck validated = live;
  validated.not_valid = false;
  if (!(validated == wanted)) return std::nullopt;
  auto out = statement(alter_domain(domain_of(wanted.id)) + "VALIDATE CONSTRAINT " + sql::quote_ident(wanted.id.name));
  scans_tables_with(out, domain_of(wanted.id), "a row with a value that violates it makes it fail", context);
  return Statements{out};
}

Statements Kind<DomainCheck>::rename(const DomainCheck& live, const DomainCheck& wanted, const Context&) {
  return {statement(fmt::format("{}RENAME CONSTRAINT {} TO {}", alter_domain(domain_of(wanted.id)),
                                sql::quote_ident(live.id.name), sql::quote_ident(wanted.id.name)))};
}

Statements Kind<DomainCheck>::drop(const DomainCheck& c, const Context&) {
  auto dropped = statement(alter_domain(domain_of(c.id)) + "DROP CONSTRAINT " + sql::quote_ident(c.id.name));
  dropped.hazards.push_back({HazardKind::breaks_clients, "values that it refused can come in"});
  return {dropped};
}

void Kind<DomainCheck>::follow(DomainCheck& c, const Renaming& renaming) {
  c.expression.text = followed(c.expression.text, domain_of(c.id), renaming);
}

std::string Kind<DomainCheck>::reference(const ObjectId& id) {
  return fmt::format("CONSTRAINT {} ON {}", sql::quote_ident(id.name), Kind<Domain>::reference(domain_of(id)));
}

void Kind<DomainCheck>::read_short(std::string_view text, DomainCheck c, Database& into) {
  const auto parsed = sql::parse_check(text);
  if (parsed.no_inherit) throw sql::SyntaxError("a check of a domain has no \"no inherit\"", 0);
  c.expression = {parsed.expression};
  c.not_valid = parsed.not_valid;
  into.add(std::move(c));
}

std::optional<std::string> Kind<DomainCheck>::write_short(const DomainCheck& c, const Database&) {
  return sql::print_check({c.expression.text, false, c.not_valid});
}

std::string Kind<DomainCheck>::default_name(const DomainCheck& c, const Database&) {
  return default_name_of(c.id.parent, "", "check");
}

}  // namespace plumb
