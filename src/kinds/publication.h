// Publications, and the tables in them with their column lists and row filters. In the YAML the tables stand in their
// publication; as objects they belong to their table, whose columns their filters are about.
// PostgreSQL documentation: CREATE PUBLICATION, 31.1; pg_publication (52.40), pg_publication_rel (52.42).
#pragma once

#include "kinds/kind.h"
#include "sql/publication.h"

namespace plumb {

struct Publication : Owned {
  bool all_tables = false;
  std::vector<std::string> schemas;  // in order
  std::vector<std::string> operations{"insert", "update", "delete", "truncate"};
  bool via_partition_root = false;
  std::string generated_columns = "none";
  Hint<std::vector<sql::PublishedTable>> tables;  // in the YAML alone
  Hint<std::string> home;                         // the schema of bare names
  bool operator==(const Publication&) const = default;
};

inline constexpr std::string_view generated_column_words[] = {"none", "stored"};

template <>
struct Kind<Publication> {
  static constexpr KindTag tag = KindTag::publication;
  static constexpr std::string_view catalog = "pg_publication";
  static constexpr Placement placement{KindTag::none, "publications", Placement::Form::map, false};
  static void describe(auto& field, auto& p) {
    field("all_tables", p.all_tables, "every table, those of later too?");
    field("schemas", p.schemas, "schemas of which every table is in it (15 and later)");
    field("tables", p.tables, "tables: t, or t (columns) where (condition) (15 and later)");
    field("operations", p.operations, "what is published: insert, update, delete, truncate");
    field("via_partition_root", p.via_partition_root, "are changes of partitions published as their root's?");
    field("generated_columns", p.generated_columns, "those that are published (18)", Choices{generated_column_words});
  }
  static std::string query(ServerVersion);
  static void normalize(Publication&);
  static std::set<ObjectId> needs(const Publication&);
  static VersionNeed needs_version(const Publication&);
  static Statements create(const Publication&, const Context&);
  static std::optional<Statements> alter(const Publication& live, const Publication& wanted, const Context&);
  static Statements rename(const Publication& live, const Publication& wanted, const Context&);
  static Statements drop(const Publication&, const Context&);
  static void follow(Publication&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_long(Publication, Database& into);         // its tables
  static Publication gathered(Publication, const Database&);  // with its tables again
};

// Its name is that of the publication, its parent the table.
struct PublishedTable : Base {
  std::vector<std::string> columns;  // in order of names; none: all
  Expression where;
  bool operator==(const PublishedTable&) const = default;
};

template <>
struct Kind<PublishedTable> {
  static constexpr KindTag tag = KindTag::published_table;
  static constexpr std::string_view catalog = "pg_publication_rel";
  static constexpr bool bound_to_types = true;
  static constexpr bool keeps_up_with_names = true;
  static constexpr Placement placement{KindTag::table, ""};
  static void describe(auto& field, auto& t) {
    field("columns", t.columns, "the columns that are published");
    field("where", t.where, "the rows that are published");
  }
  static std::string query(ServerVersion);
  static void normalize(PublishedTable&);
  static std::set<ObjectId> needs(const PublishedTable&);
  static std::vector<std::string> mentions(const PublishedTable&);
  static VersionNeed needs_version(const PublishedTable&);
  static Statements create(const PublishedTable&, const Context&);
  static std::optional<Statements> alter(const PublishedTable& live, const PublishedTable& wanted, const Context&);
  static Statements drop(const PublishedTable&, const Context&);
  static void follow(PublishedTable&, const Renaming&);
  static std::string reference(const ObjectId&);
  static ObjectId part_of(const ObjectId& id) { return top_id(KindTag::publication, "", id.name); }
};

}  // namespace plumb
