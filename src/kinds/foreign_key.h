// Foreign keys. PostgreSQL documentation: 5.4.5, CREATE TABLE (REFERENCES).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct ForeignKey : Base {
  std::vector<std::string> columns;
  ObjectName references;
  std::vector<std::string> referenced_columns;  // empty until resolved: the primary key of the referenced table
  std::string match = "simple";
  std::string on_delete = "no action";
  std::vector<std::string> on_delete_columns;
  std::string on_update = "no action";
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_valid = false;
  bool not_enforced = false;
  bool period = false;
  Hint<std::string> part_of;  // live only: the foreign key of the partitioned table that it is a part of
  bool operator==(const ForeignKey&) const = default;
  ObjectId referenced() const { return table_id(references.schema, references.name); }
};

inline constexpr std::string_view match_words[] = {"simple", "full"};
inline constexpr std::string_view action_words[] = {"no action", "restrict", "cascade", "set null", "set default"};

template <>
struct Kind<ForeignKey> {
  static constexpr KindTag tag = KindTag::foreign_key;
  static constexpr std::string_view catalog = "pg_constraint";
  static constexpr Placement placement{KindTag::table, "foreign_keys", Placement::Form::map_or_list};
  static constexpr Example example{"orders_user_fk", "(user_id) references users (id) on delete cascade"};
  static constexpr std::string_view required[] = {"columns", "references"};
  static void describe(auto& field, auto& f) {
    field("columns", f.columns, "the referencing columns");
    field("references", f.references, "the referenced table");
    field("referenced_columns", f.referenced_columns, "its columns; left out: its primary key");
    field("match", f.match, "what a partly NULL key means", Choices{match_words});
    field("on_delete", f.on_delete, "what the delete of a referenced row does", Choices{action_words});
    field("on_delete_columns", f.on_delete_columns, "the columns that SET NULL or SET DEFAULT sets (15 and later)");
    field("on_update", f.on_update, "what the change of a referenced key does", Choices{action_words});
    field("deferrable", f.deferrable, "may its check be put off to the end of the transaction?");
    field("initially_deferred", f.initially_deferred, "is it put off by default?");
    field("not_valid", f.not_valid, "left unchecked for the rows that were there?");
    field("not_enforced", f.not_enforced, "never checked at all? (18 and later)");
    field("period", f.period, "is the last column a range that the referenced rows must cover? (18 and later)");
    catalog_only(field, "part_of", f.part_of);
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const ForeignKey&);
  static VersionNeed needs_version(const ForeignKey&);
  static std::string clause(const ForeignKey&);
  static Statements create(const ForeignKey&, const Context&);
  static std::optional<Statements> alter(const ForeignKey& live, const ForeignKey& wanted, const Context&);
  static Statements rename(const ForeignKey& live, const ForeignKey& wanted, const Context&);
  static Statements drop(const ForeignKey&, const Context&);
  static void follow(ForeignKey&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, ForeignKey, Database& into);
  static std::optional<std::string> write_short(const ForeignKey&, const Database&);
  static std::string default_name(const ForeignKey&, const Database&);
};

// "references cities (id) on delete set null" and back, for short forms.
sql::References to_references(const ForeignKey& key);
ForeignKey from_references(const sql::References& references, Base base);

}  // namespace plumb
