// Rules of tables and views; a view's own rule (_RETURN) is the view. PostgreSQL documentation: CREATE RULE, 41.
#pragma once

#include "kinds/kind.h"
#include "kinds/trigger.h"

namespace plumb {

inline constexpr std::string_view rule_event_words[] = {"insert", "update", "delete", "select"};

struct Rule : Base {
  std::string event;
  std::string enabled = "origin";
  Expression where;
  Code commands{"", true};  // one, several in brackets, or "nothing"
  bool instead = false;
  bool operator==(const Rule&) const = default;
};

template <>
struct Kind<Rule> {
  static constexpr KindTag tag = KindTag::rule;
  static constexpr std::string_view catalog = "pg_rewrite";
  static constexpr bool bound_to_types = true;
  static constexpr Placement placement{{KindTag::table, KindTag::view}, "rules"};
  static constexpr std::string_view required[] = {"event", "do"};
  static void describe(auto& field, auto& r) {
    field("event", r.event, "the statement that it rewrites", Choices{rule_event_words});
    field("where", r.where, "only where this holds, of old and new");
    field("instead", r.instead, "instead of the statement, or also?");
    field("do", r.commands, "a statement, several in brackets, or nothing");
    field("enabled", r.enabled, "in which sessions it holds: of origin, replica, always; or disabled",
          Choices{enabled_words});
  }
  static std::string query(ServerVersion);
  static void read_definition(std::string_view text, Rule&);
  static void normalize(Rule&);
  static std::set<ObjectId> needs(const Rule&);
  static std::vector<std::string> mentions(const Rule&);
  static Statements create(const Rule&, const Context&);
  static std::optional<Statements> alter(const Rule& live, const Rule& wanted, const Context&);
  static Statements rename(const Rule& live, const Rule& wanted, const Context&);
  static Statements drop(const Rule&, const Context&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Rule, Database& into);
  static std::optional<std::string> write_short(const Rule&, const Database&);
};

}  // namespace plumb
