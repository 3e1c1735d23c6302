// Ordinary tables. Columns, constraints, indexes and comments are objects of their own with the table as parent; CREATE
// TABLE folds them in where nothing stands between. PostgreSQL documentation: CREATE TABLE, ALTER TABLE.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Table : Owned {
  bool unlogged = false;
  Options with;                              // storage parameters; those of the TOAST table as "toast.name"
  std::string replica_identity = "default";  // default, full, nothing; by an index: see Index
  std::string tablespace;                    // empty: the database's
  std::string access_method = "heap";
  bool operator==(const Table&) const = default;
};

inline constexpr std::string_view replica_identity_words[] = {"default", "full", "nothing"};

template <>
struct Kind<Table> {
  static constexpr KindTag tag = KindTag::table;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr bool has_row_type = true;
  static constexpr Placement placement{KindTag::none, "tables"};
  static void describe(auto& field, auto& t) {
    field("unlogged", t.unlogged, "not written to the write-ahead log: fast, lost in a crash");
    field("with", t.with, "storage parameters, as in WITH (…); those of the TOAST table as toast.name");
    field("replica_identity", t.replica_identity,
          "what identifies a row to logical replication; an index says it itself", Choices{replica_identity_words});
    field("tablespace", t.tablespace, "tablespace; left out: the database's");
    field("access_method", t.access_method, "table access method");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Table&);
  // CREATE TABLE with the clauses of the columns and constraints that are folded in.
  static Statements create_with(const Table&, const std::vector<std::string>& clauses, const Context&);
  static Statements create(const Table& table, const Context& context) { return create_with(table, {}, context); }
  static std::optional<Statements> alter(const Table& live, const Table& wanted, const Context&);
  static Statements rename(const Table& live, const Table& wanted, const Context&);
  static Statements drop(const Table&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
