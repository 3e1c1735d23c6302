#include "kinds/event_trigger.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<EventTrigger>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, t.evtname AS name, t.oid, t.evtevent AS event, t.evttags AS tags,"
      " {} AS function, {} AS enabled{} FROM pg_catalog.pg_event_trigger t"
      " WHERE {} AND ($1::text[] IS NULL OR true)",
      function_name("t.evtfoid"), enabled_word("t.evtenabled"), ownership("t.evtowner", "NULL"),
      not_of_extension("pg_event_trigger", "t.oid"));
}

// PostgreSQL keeps them in upper case, in the order given (filter_list_to_array).
void Kind<EventTrigger>::normalize(EventTrigger& t) {
  for (std::string& tag : t.tags) tag = sql::upper(tag);
}

std::vector<std::string> Kind<EventTrigger>::mentions(const EventTrigger& t) { return {t.function.text + "()"}; }

VersionNeed Kind<EventTrigger>::needs_version(const EventTrigger& t) {
  return t.event == "login" ? VersionNeed{17, "the event login"} : VersionNeed{};
}

namespace {

Statement enable(const EventTrigger& t) {
  std::string clause = t.enabled == "disabled" ? "DISABLE" : "ENABLE";
  if (t.enabled == "replica") clause += " REPLICA";
  if (t.enabled == "always") clause += " ALWAYS";
  return statement(fmt::format("ALTER {} {}", Kind<EventTrigger>::reference(t.id), clause));
}

}  // namespace

Statements Kind<EventTrigger>::create(const EventTrigger& t, const Context&) {
  std::string sql = fmt::format("CREATE {} ON {}", reference(t.id), t.event);
  for (std::size_t i = 0; i < t.tags.size(); ++i) sql += (i ? ", " : " WHEN TAG IN (") + sql::quote_literal(t.tags[i]);
  if (!t.tags.empty()) sql += ")";
  Statements out{statement(sql + " EXECUTE FUNCTION " + t.function.text + "()")};
  if (t.enabled != "origin") out.push_back(enable(t));
  return out;
}

std::optional<Statements> Kind<EventTrigger>::alter(const EventTrigger& live, const EventTrigger& wanted,
                                                    const Context&) {
  EventTrigger same = live;
  same.enabled = wanted.enabled;
  if (!(same == wanted)) return std::nullopt;
  auto enabled = enable(wanted);
  if (wanted.enabled != "origin")
    enabled.hazards.push_back({HazardKind::breaks_clients, wanted.enabled == "disabled"
                                                               ? "what it did at each command is not done any more"
                                                               : "it fires in other sessions than before"});
  return Statements{enabled};
}

Statements Kind<EventTrigger>::rename(const EventTrigger& live, const EventTrigger& wanted, const Context&) {
  auto out = statement(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)));
  out.hazards.push_back({HazardKind::breaks_clients, "event triggers fire in the order of their names"});
  return {out};
}

Statements Kind<EventTrigger>::drop(const EventTrigger& t, const Context&) {
  auto dropped = statement("DROP " + reference(t.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "what it did at each command is not done any more"});
  return {dropped};
}

void Kind<EventTrigger>::follow(EventTrigger& t, const Renaming& renaming) {
  follow_function(t.function, "public", renaming);
}

std::string Kind<EventTrigger>::reference(const ObjectId& id) { return "EVENT TRIGGER " + sql::quote_ident(id.name); }

void Kind<EventTrigger>::read_short(std::string_view text, EventTrigger t, Database& into) {
  auto parsed = sql::parse_event_trigger(text);
  t.event = std::move(parsed.event);
  t.tags = std::move(parsed.tags);
  t.function = {std::move(parsed.function)};
  into.add(std::move(t));
}

std::optional<std::string> Kind<EventTrigger>::write_short(const EventTrigger& t, const Database&) {
  if (t.enabled != "origin") return std::nullopt;
  return sql::print_event_trigger({t.event, t.tags, t.function.text});
}

}  // namespace plumb
