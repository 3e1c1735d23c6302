// Tables: ordinary, partitioned, partitions, children of others, of a composite type. Columns, constraints, indexes and
// comments are objects of their own with the table as parent; CREATE TABLE folds them in where nothing stands between.
// PostgreSQL documentation: CREATE TABLE, ALTER TABLE, 5.10, 5.11.
#pragma once

#include "kinds/inheritance.h"
#include "kinds/kind.h"

namespace plumb {

struct Table : Descendant {
  bool unlogged = false;
  Options with;                              // storage parameters; those of the TOAST table as "toast.name"
  std::string replica_identity = "default";  // default, full, nothing; by an index: see Index
  std::string tablespace;                    // empty: the database's
  std::string access_method = "heap";
  PartitionKey partition_by;  // empty: not partitioned
  Type of;                    // a composite type; empty: none
  std::string row_security = "disabled";
  bool operator==(const Table&) const = default;
};

inline constexpr std::string_view replica_identity_words[] = {"default", "full", "nothing"};
// The last: FORCE ROW LEVEL SECURITY is set, but counts only once row security is enabled.
inline constexpr std::string_view row_security_words[] = {"disabled", "enabled", "forced", "disabled but forced"};

template <>
struct Kind<Table> {
  static constexpr KindTag tag = KindTag::table;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr bool has_row_type = true;
  static constexpr Placement placement{KindTag::none, "tables"};
  static constexpr Example example{"users", "{columns: {id: bigint}}"};
  static constexpr Example nested_example{"orders_2026", "for values from ('2026-01-01') to ('2027-01-01')"};
  static constexpr std::string_view nested_section = "partitions";
  static constexpr std::string_view nested_field = "partition_of";
  static void describe(auto& field, auto& t) {
    field("partition_by", t.partition_by, "how it is partitioned: range (created_at), list (region), hash (id)");
    describe_descent(field, t);
    field("of", t.of, "the composite type that gives it its columns");
    field("unlogged", t.unlogged, "not written to the write-ahead log: fast, lost in a crash");
    field("with", t.with, "storage parameters, as in WITH (…); those of the TOAST table as toast.name");
    field("replica_identity", t.replica_identity,
          "what identifies a row to logical replication; an index says it itself", Choices{replica_identity_words});
    field("tablespace", t.tablespace, "tablespace; left out: the database's");
    field("access_method", t.access_method, "table access method");
    field("row_security", t.row_security,
          "do policies decide who sees and writes which rows? forced: also for its owner", Choices{row_security_words});
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Table&);
  static std::vector<Type> types(const Table&);
  // CREATE TABLE with the clauses of the columns and constraints that are folded in.
  static Statements create_with(const Table&, const std::vector<std::string>& clauses, const Context&);
  // What must come after all that is folded in: where it was not made as a partition, it becomes one.
  static Statements complete(const Table&, const Context&);
  static Statements create(const Table& table, const Context& context) { return create_with(table, {}, context); }
  // Must all that hangs on it be as wanted before it is altered?
  static bool alters_last(const Table& live, const Table& wanted);
  static std::optional<Statements> alter(const Table& live, const Table& wanted, const Context&);
  static Statements leave(const Table& live, const Table& wanted, const Context& context) {
    return plumb::leave(live, wanted, context);
  }
  static Table left(Table live, const Table& wanted) {
    leave_parents(live, wanted);
    return live;
  }
  static Statements rename(const Table& live, const Table& wanted, const Context&);
  static Statements drop(const Table&, const Context&);
  static void follow(Table&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Table, Database& into);  // of a partition: its bound
  static std::optional<std::string> write_short(const Table&, const Database&);
};

}  // namespace plumb
