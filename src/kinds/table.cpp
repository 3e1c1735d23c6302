#include "kinds/table.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/replica_identity.h"
#include "model/error.h"

namespace plumb {

std::string Kind<Table>::query(ServerVersion) {
  // Once the index that identified rows is dropped, nothing does (documentation, ALTER TABLE … REPLICA IDENTITY).
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid,"
      " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_by,{}"
      " CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of,"
      " c.relpersistence = 'u' AS unlogged,"
      " CASE WHEN c.reloptions IS NOT NULL OR tc.oid IS NOT NULL THEN ARRAY(SELECT pg_catalog.unnest(c.reloptions)"
      "   UNION ALL SELECT 'toast.' || pg_catalog.unnest(tc.reloptions)) END AS with,"
      " CASE WHEN c.relreplident = 'f' THEN 'full' WHEN c.relreplident = 'n' OR c.relreplident = 'i' AND NOT EXISTS"
      " (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisreplident) THEN 'nothing'"
      " ELSE 'default' END AS replica_identity,"
      " coalesce(ts.spcname, '') AS tablespace, am.amname AS access_method,"
      " CASE WHEN c.relrowsecurity THEN CASE WHEN c.relforcerowsecurity THEN 'forced' ELSE 'enabled' END"
      " WHEN c.relforcerowsecurity THEN 'disabled but forced' ELSE 'disabled' END AS row_security{}"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_class tc ON tc.oid = c.reltoastrelid AND tc.reloptions IS NOT NULL"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
      " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
      " WHERE {} AND {}",
      descent_columns(), ownership("c.relowner", "c.relacl"), in_scope("n"), managed_table("c"));
}

std::set<ObjectId> Kind<Table>::needs(const Table& table) {
  const auto parents = parents_of(table);
  std::set<ObjectId> out(parents.begin(), parents.end());
  out.insert(schema_id(table.id.schema));
  return out;
}

std::vector<Type> Kind<Table>::types(const Table& table) {
  return table.of.empty() ? std::vector<Type>() : std::vector{table.of};
}

namespace {

ObjectId parent_of(const Table& partition) { return parents_of(partition).front(); }

// PARTITION OF takes ACCESS EXCLUSIVE on the parent, and makes keys and indexes under names of its own; what is made first
// and attached then does neither.
bool made_apart(const Table& table, const Context& context) {
  if (table.partition_of.empty()) return false;
  const auto declares = [&]<typename T>(const T*) {
    const auto [first, last] = context.wanted.children<T>(table.id);
    return first != last;
  };
  return context.holds_rows(parent_of(table)) || has_own_order(table.id, context.wanted) ||
         declares(static_cast<const PrimaryKey*>(nullptr)) || declares(static_cast<const Unique*>(nullptr)) ||
         declares(static_cast<const Exclusion*>(nullptr)) || declares(static_cast<const Index*>(nullptr));
}

std::string in_brackets(const std::vector<std::string>& clauses) {
  std::string out = "(";
  for (std::size_t i = 0; i < clauses.size(); ++i) out += (i ? ",\n  " : "\n  ") + clauses[i];
  return out + (clauses.empty() ? ")" : "\n)");
}

std::string quoted(const std::vector<ObjectName>& names) {
  std::string out;
  for (const ObjectName& name : names) out += (out.empty() ? "" : ", ") + name.sql();
  return out;
}

// A partition made by itself, with all that ATTACH demands of it.
std::string standalone(const Table& table, std::vector<std::string> clauses, const Context& context) {
  const ObjectId parent = parent_of(table);
  if (!has_own_order(table.id, context.wanted)) {
    clauses.insert(clauses.begin(), fmt::format("LIKE {} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED"
                                                " INCLUDING STORAGE INCLUDING COMPRESSION",
                                                table.partition_of.sql()));
  } else {
    const auto [first, last] = context.wanted.children<Check>(parent);
    for (auto check = first; check != last; ++check)
      if (!check->no_inherit) clauses.push_back(Kind<Check>::clause(*check));
  }
  return " " + in_brackets(clauses);
}

// What follows the name of a new table: where its columns come from.
std::string body(const Table& table, const std::vector<std::string>& clauses, const Context& context) {
  if (made_apart(table, context)) return standalone(table, clauses, context);
  if (!table.partition_of.empty())
    return fmt::format(" PARTITION OF {}{} {}", table.partition_of.sql(),
                       clauses.empty() ? "" : " " + in_brackets(clauses), table.bound.sql());
  if (!table.of.empty())
    return " OF " + sql::short_type(table.of) + (clauses.empty() ? "" : " " + in_brackets(clauses));
  return " " + in_brackets(clauses) + (table.inherits.empty() ? "" : " INHERITS (" + quoted(table.inherits) + ")");
}

// A new partition has its parent's tablespace where it says nothing.
std::string tablespace_clause(const Table& table, const Context& context) {
  if (!table.tablespace.empty()) return " TABLESPACE " + sql::quote_ident(table.tablespace);
  if (table.partition_of.empty()) return {};
  const Table* parent = context.wanted.find<Table>(parent_of(table));
  return parent && !parent->tablespace.empty() ? " TABLESPACE pg_default" : "";
}

// The statements from one state of row security to another.
std::vector<std::string> row_security_changes(const std::string& live, const std::string& wanted) {
  const auto enabled = [](const std::string& word) { return word == "enabled" || word == "forced"; };
  const auto forced = [](const std::string& word) { return word == "forced" || word == "disabled but forced"; };
  std::vector<std::string> out;
  if (forced(live) != forced(wanted))
    out.push_back(forced(wanted) ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
  if (enabled(live) != enabled(wanted))
    out.push_back(enabled(wanted) ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
  return out;
}

}  // namespace

Statements Kind<Table>::create_with(const Table& table, const std::vector<std::string>& clauses,
                                    const Context& context) {
  std::string sql = table.unlogged ? "CREATE UNLOGGED " : "CREATE ";
  sql += reference(table.id) + body(table, clauses, context);
  if (!table.partition_by.empty()) sql += " PARTITION BY " + table.partition_by.text;
  if (table.access_method != "heap") sql += " USING " + sql::quote_ident(table.access_method);
  sql += with_clause(table.with) + tablespace_clause(table, context);
  Statements out{statement(std::move(sql))};
  if (!table.partition_of.empty() && !made_apart(table, context) && context.live.find<Table>(parent_of(table))) {
    out.back().locks.push_back({parent_of(table), Lock::access_exclusive});
    add_default_partition(out.back(), parent_of(table), context);
  }
  if (table.replica_identity != "default")
    out.push_back(statement(fmt::format("ALTER {} REPLICA IDENTITY {}", reference(table.id), table.replica_identity)));
  for (const auto& clause : row_security_changes("disabled", table.row_security))
    out.push_back(statement(fmt::format("ALTER {} {}", reference(table.id), clause)));
  return out;
}

Statements Kind<Table>::complete(const Table& table, const Context& context) {
  return made_apart(table, context) ? attach(table, context) : Statements();
}

namespace {

// An instant change under ACCESS EXCLUSIVE, or one that copies the table.
Statement altered(const Table& table, const std::string& clause, Lock lock) {
  return on_table(fmt::format("ALTER {} {}", Kind<Table>::reference(table.id), clause), table.id, lock);
}

Statement copied(const Table& table, const std::string& clause, const Context& context) {
  auto out = altered(table, clause, Lock::access_exclusive);
  if (context.holds_rows(table.id)) {
    out.hazards.push_back({HazardKind::rewrites_table, "every row and every index of the table is written anew"});
    out.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait until it is copied"});
  }
  return out;
}

[[noreturn]] void refuse_key(const Table& live, const Table& wanted) {
  const auto told = [](const PartitionKey& key) { return key.empty() ? "not partitioned" : "by " + key.text; };
  throw Error(
      Failure::failed,
      fmt::format("{}: PostgreSQL can't change how a table is partitioned: it is {}, and declared {}",
                  to_string(wanted.id), told(live.partition_by), told(wanted.partition_by)),
      "declare a table of another name with the new key, copy the rows, then drop the old one and rename the new");
}

Statement retyped(const Table& table) {
  return altered(table, table.of.empty() ? "NOT OF" : "OF " + sql::short_type(table.of), Lock::access_exclusive);
}

void change_row_security(const Table& live, const Table& wanted, const Context& context, Statements& out) {
  for (const auto& clause : row_security_changes(live.row_security, wanted.row_security)) {
    out.push_back(altered(wanted, clause, Lock::access_exclusive));
    const auto [first, last] = context.wanted.children<Policy>(wanted.id);
    std::string reason = "who may see or write which rows changes";
    if (clause == "ENABLE ROW LEVEL SECURITY")
      reason = first == last ? "there is no policy: nobody but the owner sees or writes a row"
                             : "nobody but the owner sees or writes a row that no policy lets through";
    if (clause == "DISABLE ROW LEVEL SECURITY")
      reason = "everybody sees and writes every row, whatever the policies say";
    out.back().hazards.push_back({HazardKind::breaks_clients, reason});
  }
}

}  // namespace

bool Kind<Table>::alters_last(const Table& live, const Table& wanted) {
  // What hangs on a table that leaves a parent can change only then.
  if (gains_parent(wanted, live)) return false;
  return gains_parent(live, wanted) || live.row_security != wanted.row_security;
}

std::optional<Statements> Kind<Table>::alter(const Table& live, const Table& wanted, const Context& context) {
  if (!(live.partition_by == wanted.partition_by)) refuse_key(live, wanted);
  Statements out;
  change_descent(live, wanted, context, out);
  if (live.of != wanted.of) out.push_back(retyped(wanted));
  for (const auto& clause : option_changes(live.with, wanted.with))
    out.push_back(altered(wanted, clause,
                          clause.find("user_catalog_table") == std::string::npos ? Lock::share_update_exclusive
                                                                                 : Lock::access_exclusive));
  // An index that takes it over says so itself.
  const bool by_index = any_index_is(&IndexMarks::replica_identity, wanted.id, context.wanted);
  if (live.replica_identity != wanted.replica_identity && !by_index) {
    auto step = altered(wanted, "REPLICA IDENTITY " + wanted.replica_identity, Lock::access_exclusive);
    step.hazards.push_back(changed_identity(wanted.id, context));
    out.push_back(std::move(step));
  }
  if (live.unlogged != wanted.unlogged) {
    out.push_back(copied(wanted, wanted.unlogged ? "SET UNLOGGED" : "SET LOGGED", context));
    if (wanted.unlogged)
      out.back().hazards.push_back(
          {HazardKind::destroys_data, "an unlogged table is emptied by a crash, and not replicated"});
  }
  if (live.access_method != wanted.access_method)
    out.push_back(copied(wanted, "SET ACCESS METHOD " + sql::quote_ident(wanted.access_method), context));
  if (live.tablespace != wanted.tablespace) {
    const std::string clause =
        "SET TABLESPACE " + sql::quote_ident(wanted.tablespace.empty() ? "pg_default" : wanted.tablespace);
    // That of a partitioned table is where new partitions go.
    out.push_back(wanted.partition_by.empty() ? copied(wanted, clause, context)
                                              : altered(wanted, clause, Lock::access_exclusive));
  }
  change_row_security(live, wanted, context, out);
  return out;
}

Statements Kind<Table>::rename(const Table& live, const Table& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::access_exclusive, context);
}

Statements Kind<Table>::drop(const Table& table, const Context& context) {
  auto dropped = on_table("DROP " + reference(table.id), table.id, Lock::access_exclusive);
  for (const ForeignKey& key : context.live.all<ForeignKey>())
    if (key.id.schema == table.id.schema && key.id.parent == table.id.name && key.referenced() != table.id)
      dropped.locks.push_back({key.referenced(), Lock::access_exclusive});
  for (const ObjectId& parent : parents_of(table)) dropped.locks.push_back({parent, Lock::access_exclusive});
  dropped.hazards.push_back({HazardKind::destroys_data, "every row of the table is lost"});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the table fail"});
  if (table.partition_of.empty() || keys_over(table, context).empty()) return {dropped};
  return {detach(table, context), dropped};
}

void Kind<Table>::follow(Table& table, const Renaming& renaming) {
  follow_parents(table, renaming);
  table.partition_by.text = followed(table.partition_by.text, table.id, renaming);
}

void Kind<Table>::read_short(std::string_view text, Table table, Database& into) {
  table.bound = PartitionBound::parse(text);
  into.add(std::move(table));
}

std::optional<std::string> Kind<Table>::write_short(const Table& table, const Database&) {
  Table plain;
  static_cast<Base&>(plain) = table;
  plain.partition_of = table.partition_of;
  plain.bound = table.bound;
  if (table.partition_of.empty() || !(plain == table)) return std::nullopt;
  return table.bound.text;
}

std::string Kind<Table>::reference(const ObjectId& id) { return "TABLE " + sql::qualified(id.schema, id.name); }

}  // namespace plumb
