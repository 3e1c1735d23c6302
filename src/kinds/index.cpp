#include "kinds/index.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "sql/names.h"

namespace plumb {

namespace {

// Operator classes by the list that an index has of them (there are few different lists): what must be written, and for
// which type of column nothing must: a default class for its own type, and for varchar where text stands for it. What
// else GetDefaultOpClass (commands/indexcmds.c) may find is left to ruleutils, and so are classes that may have options:
// a function that defines them takes one argument and returns nothing.
constexpr std::string_view classes =
    "opc AS MATERIALIZED (SELECT o.oid, CASE WHEN o.opcdefault THEN o.opcintype END AS type,"
    " CASE WHEN o.opcdefault AND o.opcintype = 'pg_catalog.text'::pg_catalog.regtype AND NOT EXISTS"
    " (SELECT FROM pg_catalog.pg_opclass r WHERE r.opcmethod = o.opcmethod AND r.opcdefault"
    " AND r.opcintype = 'pg_catalog.varchar'::pg_catalog.regtype) THEN 'pg_catalog.varchar'::pg_catalog.regtype::oid "
    "END"
    " AS other_type, CASE WHEN o.opcdefault THEN '' ELSE ' ' || CASE WHEN n.nspname = 'pg_catalog' THEN '' ELSE"
    " pg_catalog.quote_ident(n.nspname) || '.' END || pg_catalog.quote_ident(o.opcname) END AS text,"
    " EXISTS (SELECT FROM pg_catalog.pg_amproc ap JOIN pg_catalog.pg_proc p ON p.oid = ap.amproc"
    " WHERE ap.amprocfamily = o.opcfamily AND ap.amproclefttype = o.opcintype AND p.pronargs = 1"
    " AND p.prorettype = 'pg_catalog.void'::pg_catalog.regtype AND am.amname <> 'btree') AS with_options"
    " FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod JOIN pg_catalog.pg_namespace n ON "
    "n.oid = o.opcnamespace),"
    " classes AS MATERIALIZED (SELECT lists.indclass, pg_catalog.array_agg(opc.type ORDER BY k.ord) AS types,"
    " pg_catalog.array_agg(opc.other_type ORDER BY k.ord) AS other_types,"
    " pg_catalog.array_agg(opc.text ORDER BY k.ord) AS texts, pg_catalog.bool_or(opc.with_options) AS with_options"
    " FROM (SELECT DISTINCT indclass FROM pg_catalog.pg_index) lists,"
    " pg_catalog.unnest(lists.indclass::oid[]) WITH ORDINALITY AS k(oid, ord) JOIN opc ON opc.oid = k.oid"
    " GROUP BY lists.indclass)";

// The elements of an index on plain columns with nothing unusual about them, as text[]; one that is not so is NULL.
// From the columns of pg_index, which costs a third of what pg_get_indexdef does.
constexpr std::string_view elements =
    "ARRAY(SELECT (SELECT pg_catalog.quote_ident(att.attname) || classes.texts[k] || CASE i.indoption[k - 1] & 3"
    " WHEN 0 THEN '' WHEN 1 THEN ' desc nulls last' WHEN 2 THEN ' nulls first' ELSE ' desc' END"
    " FROM pg_catalog.pg_attribute att WHERE att.attrelid = i.indrelid AND att.attnum = i.indkey[k - 1]"
    " AND i.indcollation[k - 1] IN (0, att.attcollation)"
    " AND (classes.types[k] IS NULL OR att.atttypid IN (classes.types[k], classes.other_types[k])))"
    " FROM pg_catalog.generate_series(1, i.indnkeyatts) k)";

}  // namespace

std::string Kind<Index>::query(ServerVersion version) {
  return fmt::format(
      "WITH {} SELECT x.*, CASE WHEN x.on IS NULL OR pg_catalog.array_position(x.on, NULL) IS NOT NULL"
      " THEN pg_catalog.pg_get_indexdef(x.oid) END AS definition FROM ("
      "SELECT n.nspname AS schema, c.relname AS parent, ic.relname AS name, ic.oid, i.indisunique AS unique,"
      " am.amname AS using, CASE WHEN i.indexprs IS NULL AND NOT classes.with_options THEN {} END AS on,"
      " CASE WHEN i.indnatts > i.indnkeyatts THEN {} END AS include,"
      " {} AS nulls_not_distinct, ic.reloptions AS with, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS where,"
      " coalesce(ts.spcname, '') AS tablespace, i.indisclustered AS clustered, i.indisreplident AS replica_identity,"
      " CASE WHEN c.relispartition THEN (SELECT pic.relname FROM pg_catalog.pg_inherits inh"
      " JOIN pg_catalog.pg_class pic ON pic.oid = inh.inhparent WHERE inh.inhrelid = ic.oid) END AS part_of,"
      " CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(SELECT a.attnum || '=' || a.attstattarget"
      " FROM pg_catalog.pg_attribute a WHERE a.attrelid = ic.oid AND a.attstattarget >= 0 ORDER BY a.attnum) END AS "
      "statistics,"
      " c.relkind = 'p' AND NOT i.indisvalid AS only,"
      " c.relkind <> 'p' AND NOT (i.indisvalid AND i.indisready) AS invalid"
      " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
      " JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_am am ON am.oid = ic.relam JOIN classes ON classes.indclass = i.indclass"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
      " WHERE {} AND {} AND i.indexrelid NOT IN (SELECT con.conindid FROM pg_catalog.pg_constraint con"
      " WHERE con.contype IN ('p', 'u', 'x')) OFFSET 0) x",
      classes, elements, column_names("i.indrelid", "(i.indkey::int2[])[i.indnkeyatts:]"),
      version.at_least(15) ? "i.indnullsnotdistinct" : "false", in_scope("n"), managed_relation("c", "'r', 'p', 'm'"));
}

void Kind<Index>::read_definition(std::string_view definition, Index& index) {
  index.on.clear();
  for (const auto& element : sql::parse_index(definition).on) index.on.push_back({sql::print_index_element(element)});
}

namespace {

// Statistics targets of the index's columns by number.
Statements statistics_changes(const Options& live, const Options& wanted, const ObjectId& index,
                              const Context& context) {
  Statements out;
  const auto set = [&](const std::string& column, const std::string& target) {
    out.push_back(on_table(
        fmt::format("ALTER {} ALTER COLUMN {} SET STATISTICS {}", Kind<Index>::reference(index), column, target),
        relation_of(index, context), Lock::share_update_exclusive));
  };
  for (const auto& [column, target] : wanted)
    if (const auto was = live.find(column); was == live.end() || was->second != target) set(column, target);
  for (const auto& [column, target] : live)
    if (!wanted.contains(column)) set(column, "-1");
  return out;
}

// Would PostgreSQL take it as a part (CompareIndexInfo in catalog/index.c)?
bool is_like(const Index& part, const Index& whole) {
  return part.unique == whole.unique && part.method == whole.method && part.on == whole.on &&
         part.include == whole.include && part.nulls_not_distinct == whole.nulls_not_distinct &&
         part.where == whole.where;
}

// The wanted index of a partition that is to be a part of one of its table; null: none.
const Index* part_in(const ObjectId& partition, const Index& whole, const Database& wanted) {
  const auto [first, last] = wanted.children<Index>(partition);
  const auto found = std::find_if(first, last, [&whole](const Index& part) { return is_like(part, whole); });
  return found == last ? nullptr : &*found;
}

// Of what CREATE INDEX … ON ONLY has made.
void attach_parts(const Index& whole, const Context& context, Statements& out) {
  for (const ObjectId& partition : children_of(table_of(whole.id), context.wanted))
    if (const Index* part = part_in(partition, whole, context.wanted))
      out.push_back(on_table(fmt::format("ALTER {} ATTACH PARTITION {}", Kind<Index>::reference(whole.id),
                                         sql::qualified(part->id.schema, part->id.name)),
                             partition, Lock::access_exclusive));
}

// Does a partition lack it, or one below?
bool lacks_parts(const Index& index, const Database& database) {
  if (!index.only) return false;
  const auto partitions = children_of(table_of(index.id), database);
  return std::any_of(partitions.begin(), partitions.end(), [&](const ObjectId& partition) {
    const Index* part = part_in(partition, index, database);
    return !part || lacks_parts(*part, database);
  });
}

}  // namespace

// Where no partition lacks it, it is as any other.
void Kind<Index>::complete_wanted(Index& index, const Database& database) { index.only = lacks_parts(index, database); }

std::set<ObjectId> Kind<Index>::needs(const Index& index) { return relations_of(index.id); }

VersionNeed Kind<Index>::needs_version(const Index& index) {
  if (!index.nulls_not_distinct) return {};
  return {15, "NULLS NOT DISTINCT"};
}

std::vector<std::string> Kind<Index>::mentions(const Index& index) {
  std::vector<std::string> out;
  out.reserve(index.on.size() + index.include.size() + 1);
  for (const auto& element : index.on) out.push_back(element.text);
  for (const auto& column : index.include) out.push_back(sql::quote_ident(column));
  if (!index.where.empty()) out.push_back(index.where.text);
  return out;
}

std::vector<std::string> Kind<Index>::expressions(const Index& index) {
  std::vector<std::string> out;
  for (const Element& element : index.on)
    if (element.is_expression()) out.push_back(element.text);
  if (!index.where.empty()) out.push_back(index.where.text);
  return out;
}

Statements Kind<Index>::create(const Index& index, const Context& context) {
  std::string sql = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  sql += sql::quote_ident(index.id.name) + (index.only ? " ON ONLY " : " ON ") +
         sql::qualified(index.id.schema, index.id.parent);
  if (index.method != "btree") sql += " USING " + sql::quote_ident(index.method);
  sql += " (";
  for (std::size_t i = 0; i < index.on.size(); ++i) sql += (i ? ", " : "") + index.on[i].text;
  sql += ")";
  if (!index.include.empty()) sql += " INCLUDE (" + sql::quote_list(index.include) + ")";
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  sql += with_clause(index.with);
  if (!index.tablespace.empty()) sql += " TABLESPACE " + sql::quote_ident(index.tablespace);
  if (!index.where.empty()) sql += " WHERE " + index.where.text;
  const ObjectId table = relation_of(index.id, context);
  auto created = on_table(std::move(sql), table, Lock::share);
  if (context.holds_rows(table)) {
    created.hazards.push_back({HazardKind::blocks_writes, "writes to the table wait while the index is built"});
    if (index.unique) {
      created.hazards.push_back({HazardKind::may_fail_on_data, "a duplicate makes it fail"});
      created.hazards.push_back({HazardKind::breaks_clients, "clients that write duplicates fail"});
    }
  }
  if (std::ranges::any_of(index.on, &Element::is_expression)) context.leave_unanalyzed(table, created);
  Statements out{std::move(created)};
  if (index.only) attach_parts(index, context, out);
  for (auto& statement : statistics_changes({}, index.statistics, index.id, context))
    out.push_back(std::move(statement));
  index_marks(index.id, {index.clustered, index.replica_identity}, {}, context, out);
  return out;
}

namespace {

// Parameters that only take effect when the index is built: PostgreSQL accepts SET, but the index stays as it was.
bool needs_rebuild(const Index& live, const Index& wanted) {
  static constexpr std::string_view built_in[] = {"m", "ef_construction", "lists", "length", "col1", "pages_per_range"};
  const auto value = [](const Options& options, std::string_view name) {
    const auto found = options.find(std::string(name));
    return found == options.end() ? std::string() : found->second;
  };
  return std::any_of(std::begin(built_in), std::end(built_in),
                     [&](std::string_view name) { return value(live.with, name) != value(wanted.with, name); });
}

}  // namespace

std::optional<Statements> Kind<Index>::alter(const Index& live, const Index& wanted, const Context& context) {
  Index same = wanted;
  same.with = live.with;
  same.tablespace = live.tablespace;
  same.statistics = live.statistics;
  same.clustered = live.clustered;
  same.replica_identity = live.replica_identity;
  if (!(same == live) || live.invalid.value || needs_rebuild(live, wanted)) return std::nullopt;
  if (live.with != wanted.with && is_partitioned(table_of(wanted.id), context.wanted)) return std::nullopt;
  const ObjectId table = relation_of(wanted.id, context);
  Statements out = statistics_changes(live.statistics, wanted.statistics, wanted.id, context);
  for (const auto& clause : option_changes(live.with, wanted.with)) {
    const bool gin = clause.find("fastupdate") != std::string::npos;
    out.push_back(on_table("ALTER " + reference(wanted.id) + " " + clause, table,
                           gin ? Lock::access_exclusive : Lock::share_update_exclusive));
  }
  if (live.tablespace != wanted.tablespace) {
    out.push_back(on_table(fmt::format("ALTER {} SET TABLESPACE {}", reference(wanted.id),
                                       sql::quote_ident(wanted.tablespace.empty() ? "pg_default" : wanted.tablespace)),
                           table, Lock::access_exclusive));
    out.back().hazards.push_back({HazardKind::blocks_reads, "the index is copied under a lock"});
  }
  index_marks(wanted.id, {wanted.clustered, wanted.replica_identity}, {live.clustered, live.replica_identity}, context,
              out);
  return out;
}

Statements Kind<Index>::rename(const Index& live, const Index& wanted, const Context& context) {
  return {
      on_table(fmt::format("ALTER {} RENAME TO {}", reference({KindTag::index, {}, wanted.id.schema, {}, live.id.name}),
                           sql::quote_ident(wanted.id.name)),
               relation_of(wanted.id, context), Lock::share_update_exclusive)};
}

Statements Kind<Index>::drop(const Index& index, const Context& context) {
  Statements out;
  drop_index_marks(index.id, {index.clustered, index.replica_identity}, context, out);
  const ObjectId table = relation_of(index.id, context);
  auto dropped = on_table("DROP " + reference(index.id), table, Lock::access_exclusive);
  if (!index.invalid.value && context.holds_rows(table))
    dropped.hazards.push_back(
        {HazardKind::breaks_clients,
         index.unique ? "duplicates can come in; queries that use it become slow" : "queries that use it become slow"});
  out.push_back(std::move(dropped));
  return out;
}

std::string Kind<Index>::reference(const ObjectId& id) { return "INDEX " + sql::qualified(id.schema, id.name); }

namespace {

sql::IndexDefinition definition(const Index& index) {
  sql::IndexDefinition out;
  out.unique = index.unique;
  out.method = index.method;
  for (const auto& element : index.on) out.on.push_back(sql::parse_index_element(element.text));
  out.include = index.include;
  out.nulls_not_distinct = index.nulls_not_distinct;
  out.with = index.with;
  out.tablespace = index.tablespace;
  out.where = index.where.text;
  return out;
}

}  // namespace

void Kind<Index>::read_short(std::string_view text, Index index, Database& into) {
  const auto parsed = sql::parse_index(text);
  index.unique = parsed.unique;
  index.method = parsed.method;
  for (const auto& element : parsed.on) index.on.push_back({sql::print_index_element(element)});
  index.include = parsed.include;
  index.nulls_not_distinct = parsed.nulls_not_distinct;
  index.with = parsed.with;
  index.tablespace = parsed.tablespace;
  index.where = {parsed.where};
  into.add(std::move(index));
}

std::optional<std::string> Kind<Index>::write_short(const Index& index, const Database&) {
  if (index.only || index.clustered || index.replica_identity || !index.statistics.empty()) return std::nullopt;
  return sql::print_index(definition(index));
}

std::string index_column_name(const sql::IndexElement& element) {
  if (!element.column.empty()) return element.column;
  // A bare function call lends its name (FigureIndexColname); anything else is "expr".
  try {
    const auto uses = sql::names_in(element.expression);
    if (!uses.empty() && uses.front().call && uses.front().offset == 0 && element.expression.back() == ')' &&
        sql::print_index_element(element).front() != '(')
      return uses.front().parts.back();
  } catch (const sql::SyntaxError&) {
  }
  return "expr";
}

std::vector<std::string> numbered(const std::vector<std::string>& columns) {
  std::vector<std::string> out;
  for (const auto& column : columns) {
    std::string name = column;
    for (int n = 1; std::find(out.begin(), out.end(), name) != out.end(); ++n) name = column + std::to_string(n);
    out.push_back(name);
  }
  return out;
}

std::string Kind<Index>::default_name(const Index& index, const Database&) {
  std::vector<std::string> columns;
  columns.reserve(index.on.size() + index.include.size());
  for (const auto& element : index.on) columns.push_back(index_column_name(sql::parse_index_element(element.text)));
  columns.insert(columns.end(), index.include.begin(), index.include.end());
  return default_name_of(index.id.parent, joined_columns(numbered(columns)), "idx");
}

void Kind<Index>::follow(Index& index, const Renaming& renaming) {
  for (auto& element : index.on) element.text = followed(element.text, table_of(index.id), renaming);
  follow_column_names(index.include, table_of(index.id), renaming);
  index.where.text = followed(index.where.text, table_of(index.id), renaming);
}

}  // namespace plumb
