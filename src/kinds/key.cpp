#include "kinds/key.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/naming.h"
#include "kinds/replica_identity.h"

namespace plumb {

std::string constraint_reference(const ObjectId& id) {
  return "CONSTRAINT " + sql::quote_ident(id.name) + " ON " + sql::qualified(id.schema, id.parent);
}

std::string alter_table_of(const ObjectId& c) { return "ALTER TABLE " + sql::qualified(c.schema, c.parent) + " "; }

std::string constraint_name(const ObjectId& id) { return "CONSTRAINT " + sql::quote_ident(id.name) + " "; }

Statement drop_constraint(const ObjectId& id) {
  return on_table(alter_table_of(id) + "DROP CONSTRAINT " + sql::quote_ident(id.name), table_of(id),
                  Lock::access_exclusive);
}

Statements rename_constraint(const ObjectId& live, const ObjectId& wanted) {
  auto renamed = on_table(fmt::format("{}RENAME CONSTRAINT {} TO {}", alter_table_of(wanted),
                                      sql::quote_ident(live.name), sql::quote_ident(wanted.name)),
                          table_of(wanted), Lock::access_exclusive);
  renamed.hazards.push_back(
      {HazardKind::breaks_clients, "clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail"});
  return {renamed};
}

bool any_index_is(bool IndexMarks::*mark, const ObjectId& table, const Database& database) {
  const auto any = [&]<typename T>(const T*) {
    const auto [first, last] = database.children<T>(table);
    return std::any_of(first, last, [mark](const T& index) {
      return IndexMarks{index.clustered, index.replica_identity}.*mark;
    });
  };
  return any(static_cast<const PrimaryKey*>(nullptr)) || any(static_cast<const Unique*>(nullptr)) ||
         any(static_cast<const Index*>(nullptr));
}

// A mark that moves to another index of the table is set there, and needs no taking away here.
void index_marks(const ObjectId& index, IndexMarks wanted, IndexMarks live, const Context& context, Statements& out) {
  const ObjectId table = table_of(index);
  const std::string name = sql::quote_ident(index.name);
  const std::string alter = alter_table_of(index);
  if (wanted.clustered && !live.clustered)
    out.push_back(on_table(alter + "CLUSTER ON " + name, table, Lock::share_update_exclusive));
  if (!wanted.clustered && live.clustered && !any_index_is(&IndexMarks::clustered, table, context.wanted))
    out.push_back(on_table(alter + "SET WITHOUT CLUSTER", table, Lock::share_update_exclusive));
  const auto identify = [&](const std::string& by) {
    out.push_back(on_table(alter + "REPLICA IDENTITY " + by, table, Lock::access_exclusive));
    if (context.live.find<Table>(table)) out.back().hazards.push_back(changed_identity(table, context));
  };
  if (wanted.replica_identity && !live.replica_identity) identify("USING INDEX " + name);
  const Table* as_table = context.wanted.find<Table>(table);
  const bool said_elsewhere = any_index_is(&IndexMarks::replica_identity, table, context.wanted) ||
                              (as_table && as_table->replica_identity != "default");
  if (!wanted.replica_identity && live.replica_identity && !said_elsewhere) identify("DEFAULT");
}

void comment_on_index(const ObjectId& constraint, const std::string& wanted, const std::string& live, Statements& out) {
  if (wanted == live) return;
  out.push_back(on_table(fmt::format("COMMENT ON INDEX {} IS {}", sql::qualified(constraint.schema, constraint.name),
                                     wanted.empty() ? "NULL" : sql::quote_literal(wanted)),
                         table_of(constraint), Lock::share_update_exclusive));
}

void drop_index_marks(const ObjectId& index, IndexMarks live, const Context& context, Statements& out) {
  live.clustered = false;
  if (context.wanted.find<Table>(table_of(index))) index_marks(index, {}, live, context, out);
}

namespace {

std::string key_query(ServerVersion version, char contype) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, con.conname AS name, con.oid, {0} AS columns,"
      " CASE WHEN i.indnatts > i.indnkeyatts THEN {1} END AS include, {6} AS without_overlaps,"
      " con.condeferrable AS deferrable, con.condeferred AS initially_deferred, ic.reloptions AS with,"
      " coalesce(ts.spcname, '') AS tablespace, i.indisclustered AS clustered, i.indisreplident AS replica_identity,"
      " CASE WHEN con.conparentid <> 0 THEN (SELECT p.conname FROM pg_catalog.pg_constraint p WHERE p.oid = "
      "con.conparentid) END AS part_of, {7}{2}"
      " FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class c ON c.oid = con.conrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_index i ON i.indexrelid = con.conindid JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
      " WHERE con.contype = '{3}' AND {4} AND {5}",
      column_names("con.conrelid", "con.conkey"), column_names("con.conrelid", "(i.indkey::int2[])[i.indnkeyatts:]"),
      contype == 'u'
          ? (version.at_least(15) ? ", i.indnullsnotdistinct AS nulls_not_distinct" : ", false AS nulls_not_distinct")
          : "",
      contype, in_scope("n"), managed_table("c"), version.at_least(18) ? "con.conperiod" : "false",
      index_comment_column);
}

template <typename K>
sql::KeyDefinition definition(const K& key) {
  sql::KeyDefinition out;
  out.columns = key.columns;
  out.include = key.include;
  out.deferrable = key.deferrable;
  out.initially_deferred = key.initially_deferred;
  out.with = key.with;
  out.tablespace = key.tablespace;
  if constexpr (std::is_same_v<K, Unique>) out.nulls_not_distinct = key.nulls_not_distinct;
  return out;
}

template <typename K>
void read_key(std::string_view text, K key, Database& into) {
  const auto parsed = sql::parse_key(text);
  key.columns = parsed.columns;
  key.include = parsed.include;
  key.deferrable = parsed.deferrable;
  key.initially_deferred = parsed.initially_deferred;
  key.with = parsed.with;
  key.tablespace = parsed.tablespace;
  if constexpr (std::is_same_v<K, Unique>) key.nulls_not_distinct = parsed.nulls_not_distinct;
  into.add(std::move(key));
}

template <typename K>
std::string key_clause(const K& key, const char* words) {
  std::string out = constraint_name(key.id) + words;
  if constexpr (std::is_same_v<K, Unique>)
    if (key.nulls_not_distinct) out += " NULLS NOT DISTINCT";
  out += " (" + sql::quote_list(key.columns) + (key.without_overlaps ? " WITHOUT OVERLAPS)" : ")");
  if (!key.include.empty()) out += " INCLUDE (" + sql::quote_list(key.include) + ")";
  out += with_clause(key.with);
  if (!key.tablespace.empty()) out += " USING INDEX TABLESPACE " + sql::quote_ident(key.tablespace);
  return out + deferrable_clause(key.deferrable, key.initially_deferred);
}

bool nulls_not_distinct(const PrimaryKey&) { return false; }
bool nulls_not_distinct(const Unique& key) { return key.nulls_not_distinct; }

// PostgreSQL takes the columns and all else from the index. Of a primary key's NULLs never come to be.
template <typename K>
bool may_become(const Index& index, const K& key) {
  const auto plain = [](const Element& element, const std::string& column) {
    return element.text == sql::quote_ident(column);
  };
  const bool same_nulls = std::is_same_v<K, PrimaryKey> || index.nulls_not_distinct == nulls_not_distinct(key);
  return index.unique && index.method == "btree" && index.where.empty() && !index.invalid.value &&
         index.part_of.value.empty() && !key.without_overlaps && same_nulls &&
         std::ranges::equal(index.on, key.columns, plain) && index.include == key.include && index.with == key.with &&
         index.tablespace == key.tablespace;
}

// The index, on whichever side it is, that the key takes over; null: none.
const Index* taken_over(const Key& key, const Context& context) {
  const auto found = context.taken_over.find(key.id);
  if (found == context.taken_over.end()) return nullptr;
  const Index* live = context.live.find<Index>(found->second);
  return live ? live : context.wanted.find<Index>(found->second);
}

std::string comment_of(const ObjectId& id, const Database& database) {
  const Comment* comment = database.find<Comment>(comment_id(id));
  return comment ? comment->text : "";
}

template <typename K>
Statements take_over(const K& key, const Index& index, const Context& context) {
  const char* words = std::is_same_v<K, PrimaryKey> ? "PRIMARY KEY" : "UNIQUE";
  const std::string clause =
      fmt::format("ADD {}{} USING INDEX {}", constraint_name(key.id), words, sql::quote_ident(index.id.name)) +
      deferrable_clause(key.deferrable, key.initially_deferred);
  Statements out{on_table(alter_table_of(key.id) + clause, table_of(key.id), Lock::access_exclusive)};
  index_marks(key.id, {key.clustered, key.replica_identity}, {index.clustered, index.replica_identity}, context, out);
  comment_on_index(key.id, key.index_comment, comment_of(index.id, context.live), out);
  return out;
}

template <typename K>
Statements add_key(const K& key, const Context& context) {
  if (const Index* index = taken_over(key, context)) return take_over(key, *index, context);
  auto added =
      on_table(alter_table_of(key.id) + "ADD " + Kind<K>::clause(key), table_of(key.id), Lock::access_exclusive);
  if (context.holds_rows(table_of(key.id))) {
    const bool primary = std::is_same_v<K, PrimaryKey>;
    added.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait while its index is built"});
    added.hazards.push_back(
        {HazardKind::may_fail_on_data, primary ? "a duplicate or a NULL makes it fail" : "a duplicate makes it fail"});
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write duplicates fail"});
  }
  Statements out{std::move(added)};
  for (Statement& each : Kind<K>::after_table(key, context)) out.push_back(std::move(each));
  return out;
}

template <typename K>
std::optional<Statements> alter_key(const K& live, const K& wanted, const Context& context) {
  K same = wanted;
  same.with = live.with;
  same.tablespace = live.tablespace;
  same.clustered = live.clustered;
  same.replica_identity = live.replica_identity;
  same.index_comment = live.index_comment;
  if (!(same == live)) return std::nullopt;  // columns and deferrability can't be altered
  if (live.with != wanted.with && is_partitioned(table_of(wanted.id), context.wanted)) return std::nullopt;
  Statements out;
  const std::string index = "ALTER INDEX " + sql::qualified(wanted.id.schema, wanted.id.name) + " ";
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(on_table(index + clause, table_of(wanted.id), Lock::share_update_exclusive));
  if (live.tablespace != wanted.tablespace) {
    out.push_back(on_table(
        index + "SET TABLESPACE " + sql::quote_ident(wanted.tablespace.empty() ? "pg_default" : wanted.tablespace),
        table_of(wanted.id), Lock::access_exclusive));
    out.back().hazards.push_back({HazardKind::blocks_reads, "the index is copied under a lock"});
  }
  index_marks(wanted.id, {wanted.clustered, wanted.replica_identity}, {live.clustered, live.replica_identity}, context,
              out);
  comment_on_index(wanted.id, wanted.index_comment, live.index_comment, out);
  return out;
}

template <typename K>
std::set<ObjectId> key_needs(const K& key) {
  std::set<ObjectId> out = relations_of(key.id);
  for (const auto& column : key.columns) out.insert(column_id(table_of(key.id), column));
  for (const auto& column : key.include) out.insert(column_id(table_of(key.id), column));
  return out;
}

Statements drop_key(const Key& key, const std::string& what, const Context& context) {
  Statements out;
  drop_index_marks(key.id, {key.clustered, key.replica_identity}, context, out);
  out.push_back(drop_constraint(key.id));
  out.back().hazards.push_back({HazardKind::breaks_clients, what});
  // Undone, it leaves the index that it took over.
  if (const Index* index = taken_over(key, context))
    for (Statement& made : Kind<Index>::create(*index, context)) out.push_back(std::move(made));
  return out;
}

void follow_key(Key& key, const Renaming& renaming) {
  follow_column_names(key.columns, table_of(key.id), renaming);
  follow_column_names(key.include, table_of(key.id), renaming);
}

template <typename K>
Statements marks_after_table(const K& key, const Context& context) {
  Statements out;
  index_marks(key.id, {key.clustered, key.replica_identity}, {}, context, out);
  comment_on_index(key.id, key.index_comment, "", out);
  return out;
}

template <typename K>
std::optional<std::string> key_short(const K& key) {
  if (key.clustered || key.replica_identity || key.without_overlaps || !key.index_comment.empty()) return std::nullopt;
  return sql::print_key(definition(key));
}

}  // namespace

bool can_become(const Index& index, const PrimaryKey& key) { return may_become(index, key); }
bool can_become(const Index& index, const Unique& key) { return may_become(index, key); }

std::string Kind<PrimaryKey>::query(ServerVersion version) { return key_query(version, 'p'); }
std::set<ObjectId> Kind<PrimaryKey>::needs(const PrimaryKey& key) { return key_needs(key); }
VersionNeed Kind<PrimaryKey>::needs_version(const PrimaryKey& key) {
  if (!key.without_overlaps) return {};
  return {18, "WITHOUT OVERLAPS"};
}
std::string Kind<PrimaryKey>::clause(const PrimaryKey& key) { return key_clause(key, "PRIMARY KEY"); }
Statements Kind<PrimaryKey>::create(const PrimaryKey& key, const Context& context) { return add_key(key, context); }
Statements Kind<PrimaryKey>::after_table(const PrimaryKey& key, const Context& context) {
  return marks_after_table(key, context);
}
std::optional<Statements> Kind<PrimaryKey>::alter(const PrimaryKey& live, const PrimaryKey& wanted,
                                                  const Context& context) {
  return alter_key(live, wanted, context);
}
Statements Kind<PrimaryKey>::rename(const PrimaryKey& live, const PrimaryKey& wanted, const Context&) {
  return rename_constraint(live.id, wanted.id);
}
Statements Kind<PrimaryKey>::drop(const PrimaryKey& key, const Context& context) {
  return drop_key(key, "duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key", context);
}
std::string Kind<PrimaryKey>::reference(const ObjectId& id) { return constraint_reference(id); }
void Kind<PrimaryKey>::read_short(std::string_view text, PrimaryKey key, Database& into) {
  read_key(text, std::move(key), into);
}
std::optional<std::string> Kind<PrimaryKey>::write_short(const PrimaryKey& key, const Database&) {
  return key_short(key);
}
std::string Kind<PrimaryKey>::default_name(const PrimaryKey& key, const Database&) {
  return default_name_of(key.id.parent, "", "pkey");
}

std::string Kind<Unique>::query(ServerVersion version) { return key_query(version, 'u'); }
std::set<ObjectId> Kind<Unique>::needs(const Unique& key) { return key_needs(key); }

VersionNeed Kind<Unique>::needs_version(const Unique& key) {
  if (key.without_overlaps) return {18, "WITHOUT OVERLAPS"};
  if (!key.nulls_not_distinct) return {};
  return {15, "NULLS NOT DISTINCT"};
}
std::string Kind<Unique>::clause(const Unique& key) { return key_clause(key, "UNIQUE"); }
Statements Kind<Unique>::create(const Unique& key, const Context& context) { return add_key(key, context); }
Statements Kind<Unique>::after_table(const Unique& key, const Context& context) {
  return marks_after_table(key, context);
}
std::optional<Statements> Kind<Unique>::alter(const Unique& live, const Unique& wanted, const Context& context) {
  return alter_key(live, wanted, context);
}
Statements Kind<Unique>::rename(const Unique& live, const Unique& wanted, const Context&) {
  return rename_constraint(live.id, wanted.id);
}
Statements Kind<Unique>::drop(const Unique& key, const Context& context) {
  return drop_key(key, "duplicates can come in; ON CONFLICT loses its key", context);
}
std::string Kind<Unique>::reference(const ObjectId& id) { return constraint_reference(id); }
void Kind<Unique>::read_short(std::string_view text, Unique key, Database& into) {
  read_key(text, std::move(key), into);
}
std::optional<std::string> Kind<Unique>::write_short(const Unique& key, const Database&) { return key_short(key); }
std::string Kind<Unique>::default_name(const Unique& key, const Database&) {
  return default_name_of(key.id.parent, joined_columns(key.columns), "key");
}

void Kind<PrimaryKey>::follow(PrimaryKey& key, const Renaming& renaming) { follow_key(key, renaming); }

void Kind<Unique>::follow(Unique& key, const Renaming& renaming) { follow_key(key, renaming); }

}  // namespace plumb
