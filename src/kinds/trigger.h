// Triggers of tables and views. Those of a partition that its partitioned table gave it are the table's: see
// cloned_trigger.h for what a partition may have otherwise. PostgreSQL documentation: CREATE TRIGGER, 39.1.
#pragma once

#include "kinds/kind.h"

namespace plumb {

inline constexpr std::string_view timing_words[] = {"before", "after", "instead of"};
inline constexpr std::string_view event_words[] = {"insert", "update", "delete", "truncate"};
inline constexpr std::string_view level_words[] = {"statement", "row"};
// For what sessions it fires (session_replication_role).
inline constexpr std::string_view enabled_words[] = {"origin", "disabled", "replica", "always"};

struct Trigger : Base {
  std::string timing;
  std::vector<std::string> events;
  std::vector<std::string> columns;  // of UPDATE OF; empty: any
  std::string level = "statement";
  Expression when;
  FunctionName function;
  std::vector<std::string> arguments;
  std::string referencing_old, referencing_new;  // names of transition tables
  bool constraint = false;
  ObjectName from;
  bool deferrable = false, initially_deferred = false;
  std::string enabled = "origin";
  bool operator==(const Trigger&) const = default;
};

template <>
struct Kind<Trigger> {
  static constexpr KindTag tag = KindTag::trigger;
  static constexpr std::string_view catalog = "pg_trigger";
  static constexpr bool bound_to_types = true;
  static constexpr bool keeps_up_with_names = true;
  static constexpr Placement placement{{KindTag::table, KindTag::view, KindTag::foreign_table}, "triggers"};
  static constexpr Example example{"touch", "before update for each row execute function touch()"};
  static constexpr std::string_view required[] = {"timing", "events", "function"};
  static void describe(auto& field, auto& t) {
    field("timing", t.timing, "before, after or instead of what sets it off", Choices{timing_words});
    field("events", t.events, "what sets it off: insert, update, delete, truncate", Choices{event_words});
    field("columns", t.columns, "an update of which columns; left out: of any");
    field("level", t.level, "for each row, or once for a statement", Choices{level_words});
    field("when", t.when, "only where this holds, of old and new");
    field("function", t.function, "the function that it calls");
    field("arguments", t.arguments, "constants that the function finds in TG_ARGV");
    field("referencing_old", t.referencing_old, "name of a table of the rows as they were");
    field("referencing_new", t.referencing_new, "name of a table of the rows as they become");
    field("constraint", t.constraint, "a constraint trigger?");
    field("from", t.from, "of a constraint trigger: another table that it has to do with");
    field("deferrable", t.deferrable, "can it wait for the end of the transaction?");
    field("initially_deferred", t.initially_deferred, "does it wait unless told otherwise?");
    field("enabled", t.enabled, "in which sessions it fires: of origin, replica, always; or disabled",
          Choices{enabled_words});
  }
  static std::string query(ServerVersion);
  static void read_definition(std::string_view text, Trigger&);
  static void normalize(Trigger&);
  static std::set<ObjectId> needs(const Trigger&);
  static std::vector<std::string> mentions(const Trigger&);
  static Statements create(const Trigger&, const Context&);
  static std::optional<Statements> alter(const Trigger& live, const Trigger& wanted, const Context&);
  static Statements rename(const Trigger& live, const Trigger& wanted, const Context&);
  static Statements drop(const Trigger&, const Context&);
  static void follow(Trigger&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Trigger, Database& into);
  static std::optional<std::string> write_short(const Trigger&, const Database&);
};

// "ENABLE REPLICA TRIGGER name", of a trigger or a rule.
std::string enable_clause(std::string_view enabled, std::string_view what, std::string_view name);
// The statement that has a trigger, or a clone of one, fire in these sessions, with what that means for clients.
Statement set_enabled(const ObjectId& trigger, std::string_view enabled, const Context& context);
// CASE: the word for tgenabled, ev_enabled, evtenabled.
std::string enabled_word(std::string_view column);

}  // namespace plumb
