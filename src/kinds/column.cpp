#include "kinds/column.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "kinds/column_numbers.h"
#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "kinds/not_null.h"
#include "kinds/types.h"
#include "model/error.h"
#include "sql/lexer.h"
#include "sql/names.h"

namespace plumb {

std::string storage_word(std::string_view code) {
  return fmt::format("CASE {} WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END",
                     code);
}

std::string column_options() {
  // What the server notes there for itself, pg_dump leaves out too.
  return "CASE WHEN pg_catalog.cardinality(a.attoptions) > 1 OR a.attoptions[1] NOT LIKE 'pg\\_attver=%'"
         " THEN ARRAY(SELECT o FROM pg_catalog.unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%') END";
}

std::string Kind<Column>::query(ServerVersion version) {
  // Before 15 no sequence is unlogged, its table may be.
  const std::string logged = version.at_least(15)
                                 ? " || CASE sc.relpersistence WHEN c.relpersistence THEN '' WHEN 'u' THEN ' unlogged'"
                                   " ELSE ' logged' END"
                                 : "";
  // The sequence of an identity column is looked up only where there is one; as text it reads like its short form.
  // A partition has its parent's from 17 on, and says nothing of it.
  const std::string identity =
      "CASE WHEN a.attidentity = '' OR c.relispartition THEN NULL ELSE"
      " CASE a.attidentity WHEN 'a' THEN 'always' ELSE 'by default' END ||"
      " (SELECT ' (sequence name ' || pg_catalog.quote_ident(sn.nspname) || '.' || pg_catalog.quote_ident(sc.relname)"
      " || ' start with ' || s.seqstart || ' increment by ' || s.seqincrement || ' minvalue ' || s.seqmin"
      " || ' maxvalue ' || s.seqmax || ' cache ' || s.seqcache || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END" +
      logged +
      " || ')' FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid"
      " JOIN pg_catalog.pg_class sc ON sc.oid = d.objid JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace"
      " WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid"
      " AND d.refobjsubid = a.attnum AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i') "
      "END";
  // NOT NULL has a name from 18 on; that of a child's is its parent's affair.
  const bool named = version.at_least(18);
  // A default has no columns in it, so that pg_get_expr needs no relation, which makes it twice as fast.
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, a.attname AS name, a.attrelid AS oid,"
      " pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable, {8}"
      " CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(ad.adbin, 0) END AS default,"
      " CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(ad.adbin, a.attrelid) END AS generated,"
      " a.attgenerated = 'v' AS virtual,"
      " {0} AS identity,"
      " CASE WHEN a.attcollation <> t.typcollation THEN {6} END AS collation,"
      " CASE WHEN a.attstorage <> t.typstorage THEN {5} END AS storage,"
      " CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,"
      " {1} AS statistics, {7} AS with, a.attfdwoptions AS options,"
      " NOT c.relispartition AND NOT a.attislocal AS inherited, a.attnum AS position, {4} AS type_storage, "
      "a.attacl::text[] AS acl"
      " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum{9}"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND {2} AND {3}",
      identity, version.at_least(17) ? "a.attstattarget" : "CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END",
      in_scope("n"), managed_relation("c", "'r', 'p', 'f'"), storage_word("t.typstorage"), storage_word("a.attstorage"),
      object_name("pg_collation", "coll", "a.attcollation"), column_options(),
      named ? " CASE WHEN nn.coninhcount = 0 AND nn.conname <> c.relname || '_' || a.attname || '_not_null' THEN "
              "nn.conname"
              " END AS not_null_name, coalesce(nn.connoinherit, false) AS not_null_no_inherit,"
              " coalesce(NOT nn.convalidated AND nn.coninhcount = 0, false) AS not_null_not_valid,"
              " CASE WHEN nn.coninhcount = 0 THEN (SELECT d.description FROM pg_catalog.pg_description d WHERE d.objoid"
              " = nn.oid AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objsubid = 0)"
              " END AS not_null_comment,"
            : " NULL AS not_null_name, NULL AS not_null_comment, false AS not_null_no_inherit, false AS "
              "not_null_not_valid,",
      named ? " LEFT JOIN (SELECT con.oid, con.conrelid, con.conkey[1] AS attnum, con.conname, con.coninhcount, "
              "con.connoinherit,"
              " con.convalidated FROM pg_catalog.pg_constraint con WHERE con.contype = 'n') nn"
              " ON nn.conrelid = a.attrelid AND nn.attnum = a.attnum"
            : "");
}

void Kind<Column>::complete_wanted(Column& c, const Database& database) {
  if (!c.identity->options.unlogged) return;
  const Table* table = database.find<Table>(table_of(c.id));
  if (*c.identity->options.unlogged == (table && table->unlogged))
    c.identity.edit([](Identity& identity) { identity.options.unlogged.reset(); });
}

// A name that was cut to what a name can be.
void Kind<Column>::complete_live(Column& c, const Database&) {
  if (c.not_null_name && *c.not_null_name == default_not_null_name(c)) c.not_null_name = {};
}

namespace {

// REQUIRES: `s` is the identity's sequence as it is declared.
void normalize_options(sql::SequenceOptions& o, const ObjectId& column, Sequence s) {
  Kind<Sequence>::normalize(s);
  o.start = s.start, o.min_value = s.min_value, o.max_value = s.max_value;
  if (o.increment == 1) o.increment.reset();
  if (o.cache == 1) o.cache.reset();
  if (o.cycle == false) o.cycle.reset();
  if (!o.name) return;
  const auto name = sql::parse_qualified_name(*o.name);
  const bool default_name = name.name == default_name_of(column.parent, column.name, "seq");
  const bool same_schema = name.schema.empty() || name.schema == column.schema;
  if (default_name && same_schema)
    o.name.reset();
  else
    o.name = sql::qualified(name.schema.empty() ? column.schema : name.schema, name.name);
}

}  // namespace

void Kind<Column>::normalize(Column& c) {
  if (sql::is_no_default(c.default_expression.text, c.type)) c.default_expression = {};
  // An identity column is NOT NULL by itself, and so is the rest of its sequence where it is what PostgreSQL would
  // choose.
  if (!c.identity) return;
  c.nullable = false;
  const Sequence numbers = identity_sequence(c, c.type);
  c.identity.edit([&](Identity& identity) { normalize_options(identity.options, c.id, numbers); });
}

std::set<ObjectId> Kind<Column>::needs(const Column& c) { return relations_of(c.id); }

std::vector<Type> Kind<Column>::types(const Column& c) { return {c.type}; }

VersionNeed Kind<Column>::needs_version(const Column& c) {
  if (c.generated_virtual) return {18, "VIRTUAL"};
  if (c.not_null_name) return {18, "a named NOT NULL"};
  if (c.not_null_comment) return {18, "a comment on NOT NULL"};
  if (c.not_null_no_inherit) return {18, "NOT NULL … NO INHERIT"};
  if (c.not_null_not_valid) return {18, "NOT NULL … NOT VALID"};
  if (c.identity->options.unlogged) return {15, "a sequence that is logged otherwise than its table"};
  return {};
}

std::vector<std::string> Kind<Column>::mentions(const Column& c) {
  std::vector<std::string> out;
  if (!c.default_expression.empty()) out.push_back(c.default_expression.text);
  if (c.generated) out.push_back(c.generated->text);
  return out;
}

std::string default_operand(const std::string& text) {
  static constexpr sql::Keyword words[] = {
      sql::kw("and"),     sql::kw("at"), sql::kw("between"),  sql::kw("collate"), sql::kw("ilike"),
      sql::kw("in"),      sql::kw("is"), sql::kw("isnull"),   sql::kw("like"),    sql::kw("not"),
      sql::kw("notnull"), sql::kw("or"), sql::kw("overlaps"), sql::kw("similar")};
  const sql::Tokens tokens = sql::tokenize(text);
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const sql::Token& token = tokens.list[i];
    if (token.is('(') || token.is('[')) i = token.partner;
    if (std::find(std::begin(words), std::end(words), token.keyword) != std::end(words)) return "(" + text + ")";
  }
  return text;
}

std::string Kind<Column>::clause(const Column& c) {
  std::string out = sql::quote_ident(c.id.name) + " " + sql::short_type(c.type);
  if (c.compression) out += " COMPRESSION " + *c.compression;
  if (!c.options.empty()) out += " " + foreign_options(c.options);
  if (c.collation) out += " COLLATE " + c.collation->sql();
  if (!c.default_expression.empty()) out += " DEFAULT " + default_operand(c.default_expression.text);
  if (c.generated)
    out += " GENERATED ALWAYS AS (" + c.generated->text + ") " + (c.generated_virtual ? "VIRTUAL" : "STORED");
  if (c.identity) {
    out += " GENERATED " + generation_words(*c.identity) + " AS IDENTITY" + sequence_options(*c.identity);
  }
  return out + not_null_clause(c);
}

namespace {

std::string alter_table(const Column& c) { return "ALTER " + Kind<Table>::reference(table_of(c.id)) + " "; }

std::string alter_column(const Column& c) {
  return alter_table(c) + "ALTER COLUMN " + sql::quote_ident(c.id.name) + " ";
}

// What is each table's own, though ALTER TABLE would give it to its children too.
Statement changed_alone(const Column& c, const std::string& clause, const Context& context) {
  const ObjectId table = table_of(c.id);
  const bool has_children = !children_of(table, context.live).empty() || !children_of(table, context.wanted).empty();
  return on_table(fmt::format("ALTER TABLE {}{} ALTER COLUMN {} {}", has_children ? "ONLY " : "",
                              sql::qualified(table.schema, table.name), sql::quote_ident(c.id.name), clause),
                  table, Lock::share_update_exclusive);
}

// Columns elsewhere whose type is the row of a table keep PostgreSQL from writing its rows anew
// (find_composite_type_dependencies in commands/tablecmds.c).
void refuse_rows_elsewhere(const Column& c, const ObjectId& table, const Context& context, const std::string& what,
                           const std::string& way_out) {
  const std::set<ObjectId> still = columns_over_type(context.wanted, table);
  for (const ObjectId& user : columns_over_type(context.live, table))
    if (still.contains(user))
      throw Error(Failure::failed,
                  fmt::format("{}: rows of {} are values of {}, and PostgreSQL can't {} then", to_string(c.id),
                              to_string(table), to_string(user), what),
                  fmt::format("first give {} another type, or drop it{}", address(user), way_out));
}

}  // namespace

// PostgreSQL refuses it, and no order of steps helps.
void refuse_retyping(const Column& c, const Context& context) {
  const Table* table = context.live.find<Table>(table_of(c.id));
  if (!table) return;
  refuse_rows_elsewhere(c, table->id, context, "change its type", "");
  if (table->partition_by.empty()) return;
  if (!columns_in(table->partition_by.text, table->id, context.live).contains(c.id)) return;
  throw Error(
      Failure::failed,
      fmt::format("{}: {} is partitioned by it, and PostgreSQL can't change its type then", to_string(c.id),
                  to_string(table->id)),
      "declare a table of another name with the new type, copy the rows, then drop the old one and rename the new");
}

namespace {

Statement changed(const Column& c, const std::string& clause, Lock lock = Lock::access_exclusive) {
  return on_table(alter_column(c) + clause, table_of(c.id), lock);
}

Underlying base_of(const Column& column, const Database& database) {
  return base_type(column.type, column.id.schema, database);
}

void rewrites(Statement& s, const std::string& why) {
  s.hazards.push_back({HazardKind::rewrites_table, why});
  s.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait until it is rewritten"});
}

// Does a check of the table use the column? Then any change of its type has every row checked again (postgres-facts 1).
bool has_check(const Column& c, const Context& context) {
  const auto [first, last] = context.live.children<Check>(table_of(c.id));
  return std::any_of(first, last, [&](const Check& check) {
    return !context.aside.contains(check.id) && !check.not_valid && !check.not_enforced &&
           columns_in(check.expression.text, table_of(c.id), context.live).contains(c.id);
  });
}

// Has PostgreSQL to build an index anew, whatever the change? One with an expression or a predicate over the column
// (CheckIndexCompatible in commands/indexcmds.c); of a partitioned table every one over it, for the whole has no storage to
// hand on (ATPostAlterTypeParse in commands/tablecmds.c).
bool rebuilds_index(const Column& c, const Context& context) {
  const ObjectId table = table_of(c.id);
  const bool partitioned = is_partitioned(table, context.live);
  const auto any = [&]<typename T>(const T*, const auto& is_over) {
    const auto [first, last] = context.live.children<T>(table);
    return std::any_of(first, last,
                       [&](const T& object) { return !context.aside.contains(object.id) && is_over(object); });
  };
  const auto in_texts = [&]<typename T>(const T& index) {
    const auto texts = partitioned ? Kind<T>::mentions(index) : Kind<T>::expressions(index);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return columns_in(text, table, context.live).contains(c.id); });
  };
  const auto in_key = [&](const auto& key) {
    return partitioned && (std::ranges::count(key.columns, c.id.name) || std::ranges::count(key.include, c.id.name));
  };
  return any(static_cast<const Index*>(nullptr), in_texts) || any(static_cast<const Exclusion*>(nullptr), in_texts) ||
         any(static_cast<const PrimaryKey*>(nullptr), in_key) || any(static_cast<const Unique*>(nullptr), in_key);
}

// The values of a domain are those of its base type: nothing is written or checked (ATColumnChangeRequiresRewrite in
// commands/tablecmds.c).
bool is_out_of_domain(const Column& live, const Column& wanted, const Context& context) {
  return live.type != wanted.type && live.collation == wanted.collation &&
         base_of(live, context.live).type == wanted.type;
}

// What a cast makes of values beside what the names of the types say.
std::string_view remark_on_values(const Type& from, const Type& to) {
  const std::string was = sql::split_type(from).name, is = sql::split_type(to).name;
  // PostgreSQL documentation: "JSON Types".
  if (was == "json" && is == "jsonb")
    return "; of an object's keys that are equal the last is kept, white space and the order of keys are not";
  const auto is_moment = [](const std::string& name) { return name.starts_with("time") || name == "date"; };
  const auto has_zone = [](const std::string& name) { return name.ends_with("with time zone"); };
  if (is_moment(was) && is_moment(is) && has_zone(was) != has_zone(is))
    return "; values are read in the time zone of the session that does it (TimeZone)";
  return {};
}

void add_type_hazards(Statement& out, const Column& live, const Column& wanted, sql::TypeChange cost,
                      const Context& context) {
  const std::string change = fmt::format("{} to {}", sql::short_type(live.type), sql::short_type(wanted.type));
  const bool narrows = sql::type_change_narrows(live.type, wanted.type);
  if (context.holds_rows(table_of(wanted.id))) {
    if (cost == sql::TypeChange::rewrite)
      rewrites(out, change + ": every row and every index is written anew");
    else if (cost == sql::TypeChange::reindex || rebuilds_index(live, context))
      out.hazards.push_back(
          {HazardKind::blocks_reads, "indexes on the column are rebuilt while reads and writes wait"});
    else if (has_check(live, context))
      out.hazards.push_back(
          {HazardKind::blocks_reads, "a check uses the column: reads and writes wait while every row is checked"});
    if (sql::type_change_loses(base_of(live, context.live).type, base_of(wanted, context.wanted).type))
      out.hazards.push_back({HazardKind::destroys_data,
                             change + ": what the new type has no room for is rounded or cut off without an error"});
    if (!is_out_of_domain(live, wanted, context) && sql::type_change_may_fail(live.type, wanted.type))
      out.hazards.push_back({HazardKind::may_fail_on_data, "a value that does not fit the new type makes it fail"});
  }
  // A wider type of the same sort takes all that was fine before.
  if (live.type == wanted.type)
    out.hazards.push_back(
        {HazardKind::breaks_clients, "clients that sort or compare by the column meet another collation"});
  else if (cost != sql::TypeChange::free || narrows)
    out.hazards.push_back({HazardKind::breaks_clients, fmt::format("clients meet another type: {}{}", change,
                                                                   remark_on_values(live.type, wanted.type))});
}

Statement type_changed(const Column& live, const Column& wanted, const Context& context) {
  refuse_retyping(live, context);
  const auto cost =
      is_out_of_domain(live, wanted, context) ? sql::TypeChange::free : Kind<Column>::retyping_cost(live, wanted);
  const std::string name = sql::quote_ident(wanted.id.name);
  std::string clauses = fmt::format("ALTER COLUMN {} TYPE {}", name, sql::short_type(wanted.type));
  if (wanted.collation) clauses += " COLLATE " + wanted.collation->sql();
  const Underlying from = base_of(live, context.live), to = base_of(wanted, context.wanted);
  if (!casts_by_assignment(from, context.live, to, context.wanted)) {
    const bool by_text = casts_through_text(from, context.live, to, context.wanted);
    const std::string_view text = sql::split_type(wanted.type).array ? "::text[]" : "::text";
    clauses += fmt::format(" USING {}{}::{}", name, by_text ? text : "", sql::short_type(wanted.type));
  }
  // A default that can't be cast makes the change fail, so it steps aside in the same statement.
  const bool aside = cost != sql::TypeChange::free && !live.default_expression.empty();
  if (aside) clauses = fmt::format("ALTER COLUMN {} DROP DEFAULT, {}", name, clauses);
  if ((aside || live.default_expression != wanted.default_expression) && !wanted.default_expression.empty())
    clauses += fmt::format(", ALTER COLUMN {} SET DEFAULT {}", name, wanted.default_expression.text);
  if (!aside && !live.default_expression.empty() && wanted.default_expression.empty())
    clauses += fmt::format(", ALTER COLUMN {} DROP DEFAULT", name);
  auto out = on_table(alter_table(wanted) + clauses, table_of(wanted.id), Lock::access_exclusive);
  add_type_hazards(out, live, wanted, cost, context);
  context.leave_all_unanalyzed(table_of(wanted.id), out);
  return out;
}

}  // namespace

ObjectId Kind<Column>::identity_sequence_id(const Column& c) { return identity_sequence(c, c.type).id; }

sql::TypeChange Kind<Column>::retyping_cost(const Column& live, const Column& wanted) {
  return live.type == wanted.type ? sql::TypeChange::reindex : sql::type_change(live.type, wanted.type);
}

namespace {

// A column that comes to a child by its parent's ADD COLUMN, for the first time or made anew.
std::optional<Column> added_by_parent(const Column& c, const Context& context) {
  const ObjectId table = table_of(c.id);
  const auto had = parents_of(table, context.live);
  for (const ObjectId& parent : parents_of(table, context.wanted)) {
    if (std::find(had.begin(), had.end(), parent) == had.end()) continue;
    const Column* whole = context.wanted.find<Column>(column_id(parent, c.id.name));
    if (whole && (!context.live.find<Column>(whole->id) || column_above(c.id, context.live, context.wanted)))
      return inherited_column(*whole, table, context.wanted);
  }
  return std::nullopt;
}

}  // namespace

namespace {

// What its type, a domain, gives a new column.
struct GivenByDomain {
  std::string default_text;  // of the outermost that has one
  bool not_null = false, checks = false;
};

GivenByDomain given_by_domain(const Column& c, const Database& database) {
  GivenByDomain out;
  for (const Domain* domain : domains_of(c.type, c.id.schema, database)) {
    if (out.default_text.empty()) out.default_text = domain->default_expression.text;
    out.not_null = out.not_null || !domain->nullable;
    const auto [first, last] = database.children<DomainCheck>(domain->id);
    out.checks = out.checks || first != last;
  }
  return out;
}

// Must every INSERT give it a value, though none had to before?
bool demands_value(const Column& c, const Context& context) {
  const auto demands = [](const Column& column, const Database& database) {
    const GivenByDomain given = given_by_domain(column, database);
    return (!column.nullable || given.not_null) && column.default_expression.empty() && given.default_text.empty() &&
           !column.generated && !column.identity;
  };
  const Column* was = context.live.find<Column>(c.id);
  return demands(c, context.wanted) && !(was && demands(*was, context.live));
}

// Rows that are there get a value of it (ATExecAddColumn in commands/tablecmds.c).
void refuse_filling(const Column& c, const GivenByDomain& given, const Context& context) {
  const bool defaulted = !c.default_expression.empty() || !given.default_text.empty();
  const bool filled =
      defaulted || given.not_null || given.checks || (c.generated && !c.generated_virtual) || c.identity;
  if (!filled || !context.live.contains(table_of(c.id))) return;
  std::vector<ObjectId> tables = descendants_of(table_of(c.id), context.live);
  tables.push_back(table_of(c.id));
  const std::string way_out =
      c.default_expression.empty() ? "" : "; or add it without its default, which a later plan sets";
  for (const ObjectId& table : tables) refuse_rows_elsewhere(c, table, context, "fill a new column", way_out);
}

// What it costs to give the rows that are there a value.
void add_filling_hazards(const Column& c, const GivenByDomain& given, Statement& added) {
  const std::string& value = c.default_expression.empty() ? given.default_text : c.default_expression.text;
  if (c.generated && !c.generated_virtual)
    rewrites(added, "a stored generated column is computed for every row");
  else if (c.identity)
    rewrites(added, "an identity column is numbered in every row");
  else if (!value.empty() && !sql::is_stable_default(value))
    rewrites(added, "the default is evaluated anew for every row");
  else if (given.not_null || given.checks)
    rewrites(added, "its type is a domain with constraints, which every row is held against");
  if (given.checks)
    added.hazards.push_back({HazardKind::may_fail_on_data,
                             fmt::format("{} fails if it violates a check of the domain and the table has a row",
                                         c.generated     ? "what it computes"
                                         : value.empty() ? "NULL, without a default,"
                                                         : "its default")});
  const bool filled = !value.empty() && !sql::same_expression(value, "NULL");
  if ((!c.nullable || given.not_null) && !filled && !c.generated && !c.identity)
    added.hazards.push_back({HazardKind::may_fail_on_data, "NOT NULL without a default fails if the table has a row"});
}

}  // namespace

Statements Kind<Column>::create(const Column& c, const Context& context) {
  if (const auto given = added_by_parent(c, context)) return *become(*given, c, context);
  const GivenByDomain given = given_by_domain(c, context.wanted);
  refuse_filling(c, given, context);
  auto added = on_table(alter_table(c) + "ADD COLUMN " + clause(c), table_of(c.id), Lock::access_exclusive);
  if (context.holds_rows(table_of(c.id))) add_filling_hazards(c, given, added);
  if (demands_value(c, context))
    added.hazards.push_back({HazardKind::breaks_clients, "clients that leave the column out fail"});
  Statements out{std::move(added)};
  for (auto& later : after_table(c, context)) out.push_back(std::move(later));
  return out;
}

std::string Kind<Column>::scratch(const Column& c, const Context&) {
  if (!c.generated)
    return c.default_expression.empty() ? alter_column(c) + "DROP DEFAULT"
                                        : alter_column(c) + "SET DEFAULT " + c.default_expression.text;
  Column bare;
  bare.id = c.id, bare.type = c.type, bare.collation = c.collation;
  bare.generated = c.generated, bare.generated_virtual = c.generated_virtual;
  return alter_table(c) + "ADD COLUMN " + clause(bare);
}

Statements Kind<Column>::after_table(const Column& c, const Context& context) {
  Statements out;
  if (!c.nullable && c.not_null_not_valid)
    out.push_back(on_table(alter_table(c) + add_not_null(c), table_of(c.id), Lock::access_exclusive));
  comment_on_not_null(c, "", out);
  identity_logged({}, c, context, out);
  if (c.storage) out.push_back(changed(c, "SET STORAGE " + *c.storage));
  if (c.statistics) out.push_back(changed_alone(c, fmt::format("SET STATISTICS {}", *c.statistics), context));
  for (const auto& clause : option_changes({}, c.with)) out.push_back(changed_alone(c, clause, context));
  return out;
}

Statements Kind<Column>::release(const Column& c, const Context&) { return {changed(c, "DROP DEFAULT")}; }

Column Kind<Column>::released(Column c) {
  c.default_expression = {};
  return c;
}

namespace {

// Does it become a generated column, or another one?
bool regenerated(const Column& live, const Column& wanted) {
  if (live.generated_virtual && !wanted.generated) return true;  // it has no values to keep
  return wanted.generated && (live.generated != wanted.generated || live.generated_virtual != wanted.generated_virtual);
}

// From 17 on a stored column can change its expression. A virtual one holds nothing: dropped and added anew, it needs no
// regard to checks and publications, under which PostgreSQL refuses the change.
bool sets_expression(const Column& live, const Column& wanted, const Context& context) {
  return context.version.at_least(17) && live.generated && !live.generated_virtual && !wanted.generated_virtual &&
         live.type == wanted.type && live.collation == wanted.collation;
}

}  // namespace

std::optional<Statements> Kind<Column>::alter(const Column& live, const Column& wanted, const Context& context) {
  return become(after_parents(live, context), wanted, context);
}

std::optional<Statements> Kind<Column>::become(const Column& live, const Column& wanted, const Context& context) {
  if (regenerated(live, wanted) && !sets_expression(live, wanted, context)) return std::nullopt;
  // Values that have no cast to the new type are lost either way: said as what it is.
  if (live.type != wanted.type &&
      has_no_cast(base_of(live, context.live), context.live, base_of(wanted, context.wanted), context.wanted))
    return std::nullopt;
  Statements out;
  if (regenerated(live, wanted)) {
    out.push_back(changed(wanted, "SET EXPRESSION AS (" + wanted.generated->text + ")"));
    if (context.holds_rows(table_of(wanted.id))) rewrites(out.back(), "the column is computed anew for every row");
    context.leave_all_unanalyzed(table_of(wanted.id), out.back());
  } else if (live.generated != wanted.generated) {
    out.push_back(changed(wanted, "DROP EXPRESSION"));
    out.back().hazards.push_back({HazardKind::breaks_clients, "the column keeps its values but is no longer computed"});
  }
  if (live.identity && !wanted.identity) identity_changed(live, wanted, context, out);
  const bool retyped = live.type != wanted.type || live.collation != wanted.collation;
  if (retyped) out.push_back(type_changed(live, wanted, context));
  if (!retyped && live.default_expression != wanted.default_expression) {
    const bool drops = wanted.default_expression.empty();
    out.push_back(changed(wanted, drops ? "DROP DEFAULT" : "SET DEFAULT " + wanted.default_expression.text));
    if (drops && !wanted.identity)
      out.back().hazards.push_back(
          {HazardKind::breaks_clients, "clients that leave the column out write NULL, or fail"});
  }
  if (live.default_expression != wanted.default_expression) become_serial(live, wanted, context, out);
  not_null_changed(live, wanted, context, out);
  if (wanted.identity) identity_changed(live, wanted, context, out);
  // A change of type sets the new type's own strategy, and no compression. DEFAULT as a word exists from 16 on only.
  if (retyped ? !wanted.storage->empty() : live.storage != wanted.storage)
    out.push_back(changed(wanted, "SET STORAGE " + (wanted.storage ? *wanted.storage : live.type_storage.value)));
  if (retyped ? !wanted.compression->empty() : live.compression != wanted.compression)
    out.push_back(changed(wanted, "SET COMPRESSION " + (wanted.compression ? *wanted.compression : "default")));
  if (live.statistics != wanted.statistics)
    out.push_back(changed_alone(wanted, fmt::format("SET STATISTICS {}", wanted.statistics.value_or(-1)), context));
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(changed_alone(wanted, clause, context));
  if (const auto changes = foreign_option_changes(live.options, wanted.options); !changes.empty())
    out.push_back(changed(wanted, changes));
  return out;
}

Statements Kind<Column>::rename(const Column& live, const Column& wanted, const Context&) {
  auto renamed = on_table(fmt::format("ALTER {} RENAME COLUMN {} TO {}", Kind<Table>::reference(table_of(wanted.id)),
                                      sql::quote_ident(live.id.name), sql::quote_ident(wanted.id.name)),
                          table_of(wanted.id), Lock::access_exclusive);
  renamed.hazards.push_back({HazardKind::breaks_clients, "clients that use the old name fail"});
  return {renamed};
}

Statements Kind<Column>::drop(const Column& c, const Context& context) {
  // It comes again with its parent's, and goes with that.
  if (column_above(c.id, context.live, context.wanted)) return {};
  auto dropped = on_table(alter_to_drop(c.id, context) + "DROP COLUMN " + sql::quote_ident(c.id.name), table_of(c.id),
                          Lock::access_exclusive);
  if (!c.generated) dropped.hazards.push_back({HazardKind::destroys_data, "every value of the column is lost"});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the column fail"});
  return {dropped};
}

std::string Kind<Column>::reference(const ObjectId& id) {
  return "COLUMN " + sql::qualified(id.schema, id.parent) + "." + sql::quote_ident(id.name);
}

namespace {

// The sequence of an identity keeps its name when its table or column gets another, and moves along with the table.
void follow_identity(Column& c, const Renaming& renaming) {
  if (!c.identity) return;
  const bool own_table = renaming.from == table_of(c.id);
  const bool schema = renaming.from.kind == KindTag::schema && renaming.from.name == c.id.schema;
  if (!own_table && !schema && renaming.from != c.id) return;
  if (schema && !c.identity->options.name) return;  // still the name that PostgreSQL would choose
  ObjectId sequence = identity_sequence(c, c.type).id;
  if (own_table) sequence.schema = renaming.to.schema;
  if (schema && sequence.schema == renaming.from.name) sequence.schema = renaming.to.name;
  c.identity.edit([&](Identity& identity) { identity.options.name = sql::qualified(sequence.schema, sequence.name); });
}

// The constraint NOT NULL keeps its name, too.
void follow_not_null(Column& c, const Renaming& renaming) {
  const bool own_table = renaming.from == table_of(c.id) && renaming.to.name != renaming.from.name;
  if (!c.nullable && !c.not_null_name && (own_table || renaming.from == c.id))
    c.not_null_name = default_not_null_name(c);
}

}  // namespace

void Kind<Column>::follow(Column& c, const Renaming& renaming) {
  follow_not_null(c, renaming);
  follow_identity(c, renaming);
  c.default_expression.text = followed(c.default_expression.text, table_of(c.id), renaming);
  if (c.generated) c.generated = Expression{followed(c.generated->text, table_of(c.id), renaming)};
  follow_type(c.type, c.id.schema, renaming);
  if (c.collation) c.collation.edit([&](ObjectName& collation) { follow_collation(collation, renaming); });
}

}  // namespace plumb
