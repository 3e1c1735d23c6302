#include "kinds/foreign_key.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/naming.h"

namespace plumb {

namespace {

std::string action_word(std::string_view column) {
  return fmt::format(
      "CASE {} WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'"
      " WHEN 'd' THEN 'set default' ELSE 'no action' END",
      column);
}

constexpr std::pair<sql::ReferentialAction, std::string_view> actions[] = {
    {sql::ReferentialAction::no_action, "no action"},
    {sql::ReferentialAction::restrict, "restrict"},
    {sql::ReferentialAction::cascade, "cascade"},
    {sql::ReferentialAction::set_null, "set null"},
    {sql::ReferentialAction::set_default, "set default"}};

}  // namespace

std::string Kind<ForeignKey>::query(ServerVersion version) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, con.conname AS name, con.oid, {0} AS columns,"
      " pg_catalog.quote_ident(rn.nspname) || '.' || pg_catalog.quote_ident(r.relname) AS references, {1} AS "
      "referenced_columns,"
      " CASE con.confmatchtype WHEN 'f' THEN 'full' ELSE 'simple' END AS match, {2} AS on_delete, {3} AS "
      "on_delete_columns,"
      " {4} AS on_update, con.condeferrable AS deferrable, con.condeferred AS initially_deferred,"
      " NOT con.convalidated AND {7} AS not_valid, NOT {7} AS not_enforced, {8} AS period,"
      " CASE WHEN con.conparentid <> 0 THEN (SELECT p.conname FROM pg_catalog.pg_constraint p"
      " WHERE p.oid = con.conparentid) END AS part_of"
      " FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class c ON c.oid = con.conrelid"
      // A reference to a partitioned table has one row more for each partition of it, all on the same table.
      " AND (con.conparentid = 0 OR c.relispartition AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p"
      " WHERE p.oid = con.conparentid AND p.conrelid = con.conrelid))"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_class r ON r.oid = con.confrelid JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace"
      " WHERE con.contype = 'f' AND {5} AND {6}",
      column_names("con.conrelid", "con.conkey"), column_names("con.confrelid", "con.confkey"),
      action_word("con.confdeltype"),
      version.at_least(15) ? "CASE WHEN con.confdelsetcols IS NOT NULL THEN " +
                                 column_names("con.conrelid", "con.confdelsetcols") + " END"
                           : std::string("NULL::text[]"),
      action_word("con.confupdtype"), in_scope("n"), managed_table("c"), enforced(version),
      version.at_least(18) ? "con.conperiod" : "false");
}

std::set<ObjectId> Kind<ForeignKey>::needs(const ForeignKey& key) {
  std::set<ObjectId> out{table_of(key.id), key.referenced()};
  for (const auto& column : key.columns) out.insert(column_id(table_of(key.id), column));
  for (const auto& column : key.referenced_columns) out.insert(column_id(key.referenced(), column));
  return out;
}

VersionNeed Kind<ForeignKey>::needs_version(const ForeignKey& key) {
  if (key.not_enforced) return {18, "NOT ENFORCED"};
  if (key.period) return {18, "PERIOD"};
  if (key.on_delete_columns.empty()) return {};
  return {15, "a list of columns after ON DELETE"};
}

std::string Kind<ForeignKey>::clause(const ForeignKey& key) {
  const auto columns = [&key](std::vector<std::string> names) {
    if (!key.period) return sql::quote_list(names);
    const std::string last = names.back();
    names.pop_back();
    return sql::quote_list(names) + (names.empty() ? "" : ", ") + "PERIOD " + sql::quote_ident(last);
  };
  std::string out =
      constraint_name(key.id) + "FOREIGN KEY (" + columns(key.columns) + ") REFERENCES " + key.references.sql();
  if (!key.referenced_columns.empty()) out += " (" + columns(key.referenced_columns) + ")";
  if (key.match != "simple") out += " MATCH " + sql::upper(key.match);
  if (key.on_update != "no action") out += " ON UPDATE " + sql::upper(key.on_update);
  if (key.on_delete != "no action") out += " ON DELETE " + sql::upper(key.on_delete);
  if (!key.on_delete_columns.empty()) out += " (" + sql::quote_list(key.on_delete_columns) + ")";
  return out + deferrable_clause(key.deferrable, key.initially_deferred) + (key.not_valid ? " NOT VALID" : "") +
         (key.not_enforced ? " NOT ENFORCED" : "");
}

Statements Kind<ForeignKey>::create(const ForeignKey& key, const Context& context) {
  const ObjectId table = table_of(key.id);
  auto added = on_table(alter_table_of(key.id) + "ADD " + clause(key), table, Lock::share_row_exclusive);
  if (key.referenced() != table) added.locks.push_back({key.referenced(), Lock::share_row_exclusive});
  if (key.not_enforced) return {added};
  if (context.holds_rows(table)) {
    if (!key.not_valid) {
      added.hazards.push_back({HazardKind::blocks_writes, "writes to both tables wait while every row is checked"});
      added.hazards.push_back({HazardKind::may_fail_on_data, "a row without its referenced row makes it fail"});
    }
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write or delete what it forbids fail"});
  } else if (context.live.find<Table>(table) && context.holds_rows(key.referenced())) {
    added.hazards.push_back({HazardKind::breaks_clients, "clients that delete referenced rows may fail"});
  }
  return {added};
}

namespace {

// PostgreSQL checks every row when it comes to be enforced (ATExecAlterConstrEnforceability in tablecmds.c).
Statement enforced_changed(const ForeignKey& key, const Context& context) {
  const ObjectId table = table_of(key.id);
  auto out = on_table(alter_table_of(key.id) + "ALTER CONSTRAINT " + sql::quote_ident(key.id.name) +
                          (key.not_enforced ? " NOT ENFORCED" : " ENFORCED"),
                      table, Lock::access_exclusive);
  if (key.referenced() != table) out.locks.push_back({key.referenced(), Lock::share_row_exclusive});
  if (key.not_enforced) {
    out.hazards.push_back({HazardKind::breaks_clients,
                           "rows without their referenced row can come in, and its cascades no longer happen"});
  } else if (context.holds_rows(table)) {
    out.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait while every row is checked"});
    out.hazards.push_back({HazardKind::may_fail_on_data, "a row without its referenced row makes it fail"});
    out.hazards.push_back({HazardKind::breaks_clients, "clients that write or delete what it forbids fail"});
  }
  return out;
}

}  // namespace

std::optional<Statements> Kind<ForeignKey>::alter(const ForeignKey& live, const ForeignKey& wanted,
                                                  const Context& context) {
  ForeignKey same = wanted;
  same.deferrable = live.deferrable;
  same.initially_deferred = live.initially_deferred;
  same.not_valid = live.not_valid;
  same.not_enforced = live.not_enforced;
  if (!(same == live) || (wanted.not_valid && !live.not_valid)) return std::nullopt;
  Statements out;
  const ObjectId table = table_of(wanted.id);
  const std::string name = sql::quote_ident(wanted.id.name);
  if (live.deferrable != wanted.deferrable || live.initially_deferred != wanted.initially_deferred) {
    const std::string clause = wanted.deferrable ? deferrable_clause(true, wanted.initially_deferred) +
                                                       (wanted.initially_deferred ? "" : " INITIALLY IMMEDIATE")
                                                 : " NOT DEFERRABLE";
    out.push_back(
        on_table(alter_table_of(wanted.id) + "ALTER CONSTRAINT " + name + clause, table, Lock::access_exclusive));
  }
  if (live.not_enforced != wanted.not_enforced) out.push_back(enforced_changed(wanted, context));
  if (live.not_valid && !wanted.not_valid) {
    auto validated =
        on_table(alter_table_of(wanted.id) + "VALIDATE CONSTRAINT " + name, table, Lock::share_update_exclusive);
    validated.locks.push_back({wanted.referenced(), Lock::row_share});
    if (context.holds_rows(table))
      validated.hazards.push_back({HazardKind::may_fail_on_data, "a row without its referenced row makes it fail"});
    out.push_back(std::move(validated));
  }
  return out;
}

Statements Kind<ForeignKey>::rename(const ForeignKey& live, const ForeignKey& wanted, const Context&) {
  return rename_constraint(live.id, wanted.id);
}

Statements Kind<ForeignKey>::drop(const ForeignKey& key, const Context&) {
  auto dropped = drop_constraint(key.id);
  if (key.referenced() != table_of(key.id)) dropped.locks.push_back({key.referenced(), Lock::access_exclusive});
  if (!key.not_enforced)
    dropped.hazards.push_back({HazardKind::breaks_clients,
                               "rows without their referenced row can come in, and its cascades no longer happen"});
  return {dropped};
}

std::string Kind<ForeignKey>::reference(const ObjectId& id) { return constraint_reference(id); }

sql::References to_references(const ForeignKey& key) {
  sql::References out;
  out.table = {key.references.schema == key.id.schema ? "" : key.references.schema, key.references.name};
  out.columns = key.referenced_columns;
  out.match = key.match;
  for (const auto& [action, word] : actions) {
    if (key.on_delete == word) out.on_delete = action;
    if (key.on_update == word) out.on_update = action;
  }
  out.on_delete_columns = key.on_delete_columns;
  out.deferrable = key.deferrable;
  out.initially_deferred = key.initially_deferred;
  out.not_valid = key.not_valid;
  out.not_enforced = key.not_enforced;
  return out;
}

ForeignKey from_references(const sql::References& references, Base base) {
  ForeignKey key;
  static_cast<Base&>(key) = std::move(base);
  key.references = {references.table.schema.empty() ? key.id.schema : references.table.schema, references.table.name};
  key.referenced_columns = references.columns;
  key.match = references.match;
  for (const auto& [action, word] : actions) {
    if (references.on_delete == action) key.on_delete = word;
    if (references.on_update == action) key.on_update = word;
  }
  key.on_delete_columns = references.on_delete_columns;
  key.deferrable = references.deferrable;
  key.initially_deferred = references.initially_deferred;
  key.not_valid = references.not_valid;
  key.not_enforced = references.not_enforced;
  return key;
}

void Kind<ForeignKey>::read_short(std::string_view text, ForeignKey key, Database& into) {
  const auto parsed = sql::parse_foreign_key(text);
  ForeignKey out = from_references(parsed.references, std::move(key));
  out.columns = parsed.columns;
  into.add(std::move(out));
}

std::optional<std::string> Kind<ForeignKey>::write_short(const ForeignKey& key, const Database&) {
  if (key.period) return std::nullopt;
  return sql::print_foreign_key({key.columns, to_references(key)});
}

std::string Kind<ForeignKey>::default_name(const ForeignKey& key, const Database&) {
  return default_name_of(key.id.parent, joined_columns(key.columns), "fkey");
}

void Kind<ForeignKey>::follow(ForeignKey& key, const Renaming& renaming) {
  follow_column_names(key.columns, table_of(key.id), renaming);
  follow_column_names(key.on_delete_columns, table_of(key.id), renaming);
  follow_column_names(key.referenced_columns, key.referenced(), renaming);
  if (renaming.from == key.referenced()) key.references = {renaming.to.schema, renaming.to.name};
  if (renaming.from.kind == KindTag::schema && key.references.schema == renaming.from.name)
    key.references.schema = renaming.to.name;
}

}  // namespace plumb
