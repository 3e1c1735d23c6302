// Sequences: those of their own and those owned by a column (serial). The sequence of an identity column belongs to the
// column. Never its last value. PostgreSQL documentation: CREATE SEQUENCE.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Sequence : Owned {
  Type type{"bigint"};
  std::optional<long long> start, min_value, max_value;  // unset: by the direction and the type
  long long increment = 1;
  long long cache = 1;
  bool cycle = false;
  bool unlogged = false;
  ColumnName owned_by;
  bool operator==(const Sequence&) const = default;
};

template <>
struct Kind<Sequence> {
  static constexpr KindTag tag = KindTag::sequence;
  static constexpr std::string_view catalog = "pg_class";
  static constexpr bool shares_relation_names = true;
  static constexpr Placement placement{KindTag::none, "sequences"};
  static void describe(auto& field, auto& s) {
    field("type", s.type, "integer type of its values: smallint, integer, bigint");
    field("start", s.start, "first value");
    field("increment", s.increment, "step from one value to the next");
    field("min_value", s.min_value, "least value");
    field("max_value", s.max_value, "greatest value");
    field("cache", s.cache, "how many values a session takes at once");
    field("cycle", s.cycle, "start again after the last value?");
    field("unlogged", s.unlogged, "not written to the write-ahead log (15 and later)");
    field("owned_by", s.owned_by, "table.column with which it is dropped");
  }
  static std::string query(ServerVersion);
  static void normalize(Sequence&);
  static std::set<ObjectId> needs(const Sequence&);
  static VersionNeed needs_version(const Sequence&);
  static Statements create(const Sequence&, const Context&);
  static Statements create_late(const Sequence&, const Context&);  // OWNED BY: the column needs the sequence first
  static std::set<ObjectId> needs_late(const Sequence&);
  static std::optional<Statements> alter(const Sequence& live, const Sequence& wanted, const Context&);
  static Statements rename(const Sequence& live, const Sequence& wanted, const Context&);
  static Statements drop(const Sequence&, const Context&);
  // Does only its being logged differ, and does its table take it along in that?
  static bool goes_with_table(const Sequence& live, const Sequence& wanted, const Database& live_database,
                              const Database& wanted_database);
  // Is it a serial's here, of a column that is an identity column there? Then that column's step takes care of it.
  static bool is_identity_there(const Sequence& serial, const Database& here, const Database& there);
  static void follow(Sequence&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Sequence, Database& into);
};

// What turns one sequence into another, as ALTER SEQUENCE takes it; and ALTER COLUMN, with SET before each clause, for
// the sequence of an identity.
struct SequenceChange {
  std::vector<std::string> clauses;
  bool restarts = false;  // it can't go on counting from where it stands
  bool may_fail = false;  // if it stands outside the new bounds
  bool turns = false;     // it counts the other way
};
SequenceChange sequence_change(const Sequence& live, const Sequence& wanted);
void add_hazards(const SequenceChange& change, Statement& to);
long long first_value(const Sequence&);  // the start, whoever chose it

}  // namespace plumb
