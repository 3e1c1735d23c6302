// Columns of tables. PostgreSQL documentation: CREATE TABLE, ALTER TABLE; pg_attribute (52.7).
#pragma once

#include "kinds/kind.h"
#include "model/seldom.h"

namespace plumb {

struct Column : Base {
  Type type;
  bool nullable = true;
  bool not_null_no_inherit = false, not_null_not_valid = false;
  Seldom<std::string> not_null_name;  // empty: the one that PostgreSQL would choose; as declared: any
  Seldom<std::string> not_null_comment;
  Expression default_expression;
  Seldom<Expression> generated;    // GENERATED ALWAYS AS (…)
  bool generated_virtual = false;  // then: computed when it is read, else stored
  Seldom<Identity> identity;
  Seldom<ObjectName> collation;     // empty: the type's
  Seldom<std::string> storage;      // empty: the type's
  Seldom<std::string> compression;  // empty: the server's
  std::optional<long long> statistics;
  Options with;                        // n_distinct, n_distinct_inherited
  Options options;                     // of a foreign table: what its server wants to know
  Hint<bool> inherited;                // of a child by INHERITS: there for the parent's sake alone
  Hint<long long> position;            // the order of creation
  Hint<std::string> type_storage;      // live only: the type's own TOAST strategy
  Hint<std::vector<std::string>> acl;  // live only: aclitem[]
  bool operator==(const Column&) const = default;
};

inline constexpr std::string_view storage_words[] = {"plain", "external", "extended", "main"};
inline constexpr std::string_view compression_words[] = {"pglz", "lz4"};
// The word for a code of pg_attribute.attstorage, as an SQL expression.
std::string storage_word(std::string_view code);
// The options of a column a of pg_attribute, as an SQL expression.
std::string column_options();

template <>
struct Kind<Column> {
  static constexpr KindTag tag = KindTag::column;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr Placement placement{{KindTag::table, KindTag::foreign_table}, "columns"};
  static constexpr Example example{"email", "text not null"};
  static constexpr std::string_view required[] = {"type"};
  static void describe(auto& field, auto& c) {
    field("type", c.type, "data type");
    field("nullable", c.nullable, "may it be NULL?");
    seldom(field, "not_null_name", c.not_null_name, "name of its NOT NULL (18 and later); left out: any");
    seldom(field, "not_null_comment", c.not_null_comment, "COMMENT ON its NOT NULL (18 and later)");
    field("not_null_no_inherit", c.not_null_no_inherit, "is its NOT NULL not for child tables? (18 and later)");
    field("not_null_not_valid", c.not_null_not_valid,
          "is its NOT NULL left unchecked for the rows that were there? (18 and later)");
    field("default", c.default_expression, "default, as an SQL expression");
    seldom(field, "generated", c.generated, "the expression of a generated column");
    field("virtual", c.generated_virtual, "is it computed when it is read, not stored? (18 and later)");
    seldom(field, "identity", c.identity, "always or by default, with sequence options in brackets");
    seldom(field, "collation", c.collation, "collation; left out: the type's");
    seldom(field, "storage", c.storage, "TOAST strategy; left out: the type's", Choices{storage_words});
    seldom(field, "compression", c.compression, "compression of long values; left out: the server's",
           Choices{compression_words});
    field("statistics", c.statistics, "statistics target for ANALYZE");
    field("with", c.with, "options of the column: n_distinct, n_distinct_inherited");
    field("options", c.options, "of a foreign table: options for its server");
    field("inherited", c.inherited, "of a child table: does the column go when the parent's goes?");
    catalog_only(field, "position", c.position);
    catalog_only(field, "type_storage", c.type_storage);
    catalog_only(field, "acl", c.acl);
  }
  static std::string query(ServerVersion);
  static void normalize(Column&);
  static void complete_wanted(Column&, const Database&);
  static void complete_live(Column&, const Database&);
  static std::set<ObjectId> needs(const Column&);
  static std::vector<Type> types(const Column&);
  static VersionNeed needs_version(const Column&);
  static std::vector<std::string> mentions(const Column&);
  static const Type& assigned_type(const Column& c) { return c.type; }
  // The sequence that an identity column has. REQUIRES: it is one.
  static ObjectId identity_sequence_id(const Column&);
  // What a change of type or collation costs. REQUIRES: one of them differs.
  static sql::TypeChange retyping_cost(const Column& live, const Column& wanted);
  static bool made_with_parent(const Column&) { return true; }
  static std::string clause(const Column&);  // inside CREATE TABLE and ADD COLUMN
  static Statements create(const Column&, const Context&);
  // On a table that has it already, but for a generated column: with what may be spelled otherwise.
  static std::string scratch(const Column&, const Context&);
  static Statements after_table(const Column&, const Context&);  // what CREATE TABLE can't say: storage, statistics
  static Statements release(const Column&, const Context&);      // its default
  static Column released(Column);
  static std::optional<Statements> alter(const Column& live, const Column& wanted, const Context&);
  // The same from what its parents have made of it, or CREATE TABLE.
  static std::optional<Statements> become(const Column& live, const Column& wanted, const Context&);
  static Statements rename(const Column& live, const Column& wanted, const Context&);
  static Statements drop(const Column&, const Context&);
  static void follow(Column&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Column, Database& into);
  static void read_long(Column, Database& into);  // serial types
  static std::optional<std::string> write_short(const Column&, const Database&);
};

// Throws Error where PostgreSQL has no way to change its type: a partition key's, one of a row that is another column's type.
void refuse_retyping(const Column& live, const Context& context);

// In the definition of a column DEFAULT takes less than any expression (b_expr in gram.y): what has one of these words
// outside brackets must stand in brackets. COLLATE would even be taken for the column's own.
std::string default_operand(const std::string& text);

// The constraints and sequences that write_short puts into the short forms of their columns; a writer leaves them out.
std::set<ObjectId> folded_into_columns(const Database& database);

}  // namespace plumb
