// What can be said of the sequence of an identity column beside the column: privileges and a comment. That it is there, its
// name and how it counts are the column's; its owner is the table's. PostgreSQL documentation: CREATE TABLE (GENERATED …
// AS IDENTITY), GRANT … ON SEQUENCE.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct IdentitySequence : Owned {
  Hint<ColumnName> column;  // whose it is; empty: no identity column of the database has a sequence of the name
  bool operator==(const IdentitySequence&) const = default;
};

template <>
struct Kind<IdentitySequence> {
  static constexpr KindTag tag = KindTag::identity_sequence;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool has_tables_owner = true;
  static constexpr Placement placement{KindTag::none, "identity_sequences", Placement::Form::map, true, "sequences"};
  static void describe(auto& field, auto& s) { catalog_only(field, "column", s.column); }
  static std::string query(ServerVersion);  // those of which something is said: many have nothing
  static std::set<ObjectId> needs(const IdentitySequence&);
  // It comes and goes with its column.
  static Statements create(const IdentitySequence&, const Context&) { return {}; }
  static std::optional<Statements> alter(const IdentitySequence&, const IdentitySequence&, const Context&) {
    return {};
  }
  static Statements drop(const IdentitySequence&, const Context&) { return {}; }
  static void follow(IdentitySequence&, const Renaming&);
  static std::string reference(const ObjectId&);
};

// Finds the columns of those that are declared. REQUIRES: sorted.
void find_identity_columns(Database& wanted);

// Gives each side those of the other whose columns are identities on it too, under the names that they are wanted under, and
// takes out of live those whose columns are left alone. `all`: also those that are wanted where nothing is said of them.
// REQUIRES: renames carried out.
void pair_identity_sequences(Database& live, Database& wanted, bool all);

}  // namespace plumb
