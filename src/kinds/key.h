// Primary keys and unique constraints: two kinds that share all but a word. PostgreSQL documentation: 5.4.3, 5.4.4,
// CREATE TABLE; pg_constraint (52.13).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Index;

struct Key : Base {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool without_overlaps = false;
  bool deferrable = false;
  bool initially_deferred = false;
  Options with;
  std::string tablespace;
  bool clustered = false;
  bool replica_identity = false;
  std::string index_comment;
  Hint<std::string> part_of;  // live only: the key of the partitioned table that it is a part of
  bool operator==(const Key&) const = default;
};

struct PrimaryKey : Key {
  bool operator==(const PrimaryKey&) const = default;
};

struct Unique : Key {
  bool nulls_not_distinct = false;
  bool operator==(const Unique&) const = default;
};

void describe_key(auto& field, auto& key) {
  field("columns", key.columns, "the columns, in order");
  field("include", key.include, "columns carried along, not part of the key");
  field("without_overlaps", key.without_overlaps, "is the last column a range that must not overlap? (18 and later)");
  field("deferrable", key.deferrable, "may its check be put off to the end of the transaction?");
  field("initially_deferred", key.initially_deferred, "is it put off by default?");
  field("with", key.with, "storage parameters of its index");
  field("tablespace", key.tablespace, "tablespace of its index; left out: the database's");
  field("clustered", key.clustered, "is it the index by which CLUSTER orders the table?");
  field("replica_identity", key.replica_identity, "does it identify rows to logical replication?");
  field("index_comment", key.index_comment, "COMMENT ON its index, which is another than that on itself");
  catalog_only(field, "part_of", key.part_of);
}

template <>
struct Kind<PrimaryKey> {
  static constexpr KindTag tag = KindTag::primary_key;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{KindTag::table, "primary_key", Placement::Form::single};
  static constexpr Example example{"", "[id]"};
  static constexpr std::string_view required[] = {"columns"};
  static void describe(auto& field, auto& key) { describe_key(field, key); }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const PrimaryKey&);
  static VersionNeed needs_version(const PrimaryKey&);
  static bool made_with_parent(const PrimaryKey&) { return true; }
  static std::string clause(const PrimaryKey&);
  static Statements create(const PrimaryKey&, const Context&);
  static Statements after_table(const PrimaryKey&, const Context&);
  static std::optional<Statements> alter(const PrimaryKey& live, const PrimaryKey& wanted, const Context&);
  static Statements rename(const PrimaryKey& live, const PrimaryKey& wanted, const Context&);
  static Statements drop(const PrimaryKey&, const Context&);
  static void follow(PrimaryKey&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, PrimaryKey, Database& into);
  static std::optional<std::string> write_short(const PrimaryKey&, const Database&);
  static std::string default_name(const PrimaryKey&, const Database&);
};

template <>
struct Kind<Unique> {
  static constexpr KindTag tag = KindTag::unique;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{KindTag::table, "unique", Placement::Form::map_or_list};
  static constexpr Example example{"users_email_key", "(email)"};
  static constexpr std::string_view required[] = {"columns"};
  static void describe(auto& field, auto& key) {
    describe_key(field, key);
    field("nulls_not_distinct", key.nulls_not_distinct, "are two NULLs the same? (15 and later)");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Unique&);
  static bool made_with_parent(const Unique&) { return true; }
  static VersionNeed needs_version(const Unique&);
  static std::string clause(const Unique&);
  static Statements create(const Unique&, const Context&);
  static Statements after_table(const Unique&, const Context&);
  static std::optional<Statements> alter(const Unique& live, const Unique& wanted, const Context&);
  static Statements rename(const Unique& live, const Unique& wanted, const Context&);
  static Statements drop(const Unique&, const Context&);
  static void follow(Unique&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Unique, Database& into);
  static std::optional<std::string> write_short(const Unique&, const Database&);
  static std::string default_name(const Unique&, const Database&);
};

// Can the index become the key's own (transformIndexConstraint in parser/parse_utilcmd.c)?
bool can_become(const Index& index, const PrimaryKey& key);
bool can_become(const Index& index, const Unique& key);

// "CONSTRAINT name ON table", as all constraints are referred to.
std::string constraint_reference(const ObjectId& id);
// ALTER TABLE … DROP CONSTRAINT, with the lock it takes.
Statement drop_constraint(const ObjectId& id);
Statements rename_constraint(const ObjectId& live, const ObjectId& wanted);
// "ALTER TABLE … " for the table of a constraint.
std::string alter_table_of(const ObjectId& constraint);
// "CONSTRAINT name "
std::string constraint_name(const ObjectId& id);
// The comment of the index that a constraint has, as a column of a catalog query; and the statement that changes it.
inline constexpr std::string_view index_comment_column =
    // obj_description() is a function in SQL: it costs six times as much.
    "coalesce((SELECT d.description FROM pg_catalog.pg_description d WHERE d.objoid = con.conindid"
    " AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0), '') AS index_comment";
void comment_on_index(const ObjectId& constraint, const std::string& wanted, const std::string& live, Statements& out);
// The statements by which a table comes to be clustered by an index, or identified by it, or no longer.
struct IndexMarks {
  bool clustered = false;
  bool replica_identity = false;
};
void index_marks(const ObjectId& index, IndexMarks wanted, IndexMarks live, const Context& context, Statements& out);
// What is left of its marks when it is dropped: a table's replica identity would go on pointing at no index.
void drop_index_marks(const ObjectId& index, IndexMarks live, const Context& context, Statements& out);
// Does an index or key of the table carry the mark?
bool any_index_is(bool IndexMarks::*mark, const ObjectId& table, const Database& database);

}  // namespace plumb
