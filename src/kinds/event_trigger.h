// Event triggers: of the whole database. PostgreSQL documentation: CREATE EVENT TRIGGER, 40.
#pragma once

#include "kinds/kind.h"
#include "kinds/trigger.h"

namespace plumb {

inline constexpr std::string_view database_event_words[] = {"ddl_command_start", "ddl_command_end", "table_rewrite",
                                                            "sql_drop", "login"};

struct EventTrigger : Owned {
  std::string event;
  std::vector<std::string> tags;  // empty: every command
  FunctionName function;
  std::string enabled = "origin";
  bool operator==(const EventTrigger&) const = default;
};

template <>
struct Kind<EventTrigger> {
  static constexpr KindTag tag = KindTag::event_trigger;
  static constexpr std::string_view catalog = "pg_event_trigger";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "event_triggers", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"event", "function"};
  static void describe(auto& field, auto& t) {
    field("event", t.event, "what sets it off; login: 17 and later", Choices{database_event_words});
    field("tags", t.tags, "by which commands, CREATE TABLE for example; left out: by any");
    field("function", t.function, "the function that it calls");
    field("enabled", t.enabled, "in which sessions it fires: of origin, replica, always; or disabled",
          Choices{enabled_words});
  }
  static std::string query(ServerVersion);
  static void normalize(EventTrigger&);
  static std::set<ObjectId> needs(const EventTrigger&) { return {}; }
  static std::vector<std::string> mentions(const EventTrigger&);
  static VersionNeed needs_version(const EventTrigger&);
  static Statements create(const EventTrigger&, const Context&);
  static std::optional<Statements> alter(const EventTrigger& live, const EventTrigger& wanted, const Context&);
  static Statements rename(const EventTrigger& live, const EventTrigger& wanted, const Context&);
  static Statements drop(const EventTrigger&, const Context&);
  static void follow(EventTrigger&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, EventTrigger, Database& into);
  static std::optional<std::string> write_short(const EventTrigger&, const Database&);
};

}  // namespace plumb
