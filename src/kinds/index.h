// Indexes that no constraint owns, of every access method. PostgreSQL documentation: CREATE INDEX, chapter 11; pg_index
// (52.26).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Index : Base {
  bool unique = false;
  std::string method = "btree";
  std::vector<Element> on;
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  Options with;
  Expression where;
  std::string tablespace;
  bool only = false;
  bool clustered = false;
  bool replica_identity = false;
  Options statistics;         // statistics targets of its expressions, by their numbers in `on`
  Hint<std::string> part_of;  // live only: the index of the partitioned table that it is a part of
  Hint<bool> invalid;         // live only: an interrupted build left it; as good as absent
  bool operator==(const Index&) const = default;
};

template <>
struct Kind<Index> {
  static constexpr KindTag tag = KindTag::index;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool steps_aside = true;
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{
      {KindTag::table, KindTag::materialized_view}, "indexes", Placement::Form::map_or_list};
  static constexpr Example example{"orders_by_user", "(user_id, created_at desc)"};
  static constexpr std::string_view required[] = {"on"};
  static void describe(auto& field, auto& i) {
    field("unique", i.unique, "no two rows alike?");
    field("using", i.method, "access method: btree, hash, gin, gist, spgist, brin, hnsw, ivfflat, …");
    field("on", i.on, "columns and expressions, each with collation, operator class, direction where wanted");
    field("include", i.include, "columns carried along, not part of the key");
    field("nulls_not_distinct", i.nulls_not_distinct, "are two NULLs the same? (15 and later)");
    field("with", i.with, "storage parameters");
    field("where", i.where, "the rows that it holds: a partial index");
    field("tablespace", i.tablespace, "tablespace; left out: the database's");
    field("only", i.only, "of a partitioned table: may partitions lack it? Those that have one like it share in it");
    field("clustered", i.clustered, "is it the index by which CLUSTER orders the table?");
    field("replica_identity", i.replica_identity, "does it identify rows to logical replication?");
    field("statistics", i.statistics, "statistics targets of its expressions, by their place in `on`: {1: 500}");
    catalog_only(field, "part_of", i.part_of);
    catalog_only(field, "invalid", i.invalid);
  }
  static constexpr bool opens_tables = true;
  static std::string query(ServerVersion);
  static void read_definition(std::string_view definition, Index&);  // elements that the query leaves to ruleutils
  static void complete_wanted(Index&, const Database&);
  static std::set<ObjectId> needs(const Index&);
  static VersionNeed needs_version(const Index&);
  static std::vector<std::string> mentions(const Index&);
  // Those of its elements that are no columns, and its predicate.
  static std::vector<std::string> expressions(const Index&);
  static Statements create(const Index&, const Context&);
  static std::optional<Statements> alter(const Index& live, const Index& wanted, const Context&);
  static Statements rename(const Index& live, const Index& wanted, const Context&);
  static Statements drop(const Index&, const Context&);
  static void follow(Index&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Index, Database& into);
  static std::optional<std::string> write_short(const Index&, const Database&);
  static std::string default_name(const Index&, const Database&);
};

// How PostgreSQL calls an element in the names that it chooses: the column, or "expr" (a bare function: its name).
std::string index_column_name(const sql::IndexElement& element);
// "expr", "expr1", … where a name comes again (ChooseIndexColumnNames).
std::vector<std::string> numbered(const std::vector<std::string>& columns);

}  // namespace plumb
