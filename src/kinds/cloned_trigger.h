// The clones that a row trigger of a partitioned table has on the partitions, where they fire in other sessions than it
// does. All else of a clone is its trigger's. PostgreSQL documentation: CREATE TRIGGER (Notes), ALTER TABLE … ENABLE TRIGGER;
// commands/tablecmds.c (CloneRowTriggersToPartition), commands/trigger.c (EnableDisableTrigger).
#pragma once

#include "kinds/trigger.h"

namespace plumb {

struct ClonedTrigger : Base {
  std::string enabled = "origin";
  bool operator==(const ClonedTrigger&) const = default;
};

template <>
struct Kind<ClonedTrigger> {
  static constexpr KindTag tag = KindTag::cloned_trigger;
  static constexpr std::string_view catalog = "pg_trigger";
  static constexpr Placement placement{{KindTag::table, KindTag::foreign_table}, "cloned_triggers"};
  static constexpr std::string_view required[] = {"enabled"};
  static void describe(auto& field, auto& t) {
    field("enabled", t.enabled, "in which sessions it fires on this partition: of origin, replica, always; or disabled",
          Choices{enabled_words});
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const ClonedTrigger&);
  static Statements create(const ClonedTrigger&, const Context&);
  static std::optional<Statements> alter(const ClonedTrigger& live, const ClonedTrigger& wanted, const Context&);
  static Statements drop(const ClonedTrigger&, const Context&);  // it fires as its trigger does again
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, ClonedTrigger, Database& into);
  static std::optional<std::string> write_short(const ClonedTrigger&, const Database&);
};

// In which sessions the trigger fires of which a partition has the clone: a row trigger of the name of the next table above
// that has one, or the clone that that has. None: there is none in the database.
std::optional<std::string> enabled_above(const ObjectId& clone, const Database& database);

// Is the relation a partition of the same table, by the same bound, before and after, and not made anew between?
bool stays_partition(const ObjectId& relation, const Context& context);

// Adds the statements that have clones below a trigger, or a clone, fire as they are wanted to: ALTER TABLE … ENABLE TRIGGER
// and CREATE OR REPLACE TRIGGER have all of them fire as the trigger does. Only on what stays a partition; on others the
// clones come with ATTACH PARTITION.
void set_clones_below(const ObjectId& trigger, const Context& context, Statements& out);

// Takes out the clones that fire as their triggers do.
void leave_out_equal_clones(Database& wanted);

}  // namespace plumb
