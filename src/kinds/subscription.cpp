#include "kinds/subscription.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "model/error.h"

namespace plumb {

std::string Kind<Subscription>::query(ServerVersion version) {
  // Only superusers may read conninfo, and a query that names it fails for all others: so it is asked for inside another
  // query, which is run where it may be. Of its answer, XML, the text is taken.
  const std::string conninfo =
      "CASE WHEN pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') THEN"
      " pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace((pg_catalog.regexp_match("
      "pg_catalog.query_to_xml('SELECT subconninfo AS c FROM pg_catalog.pg_subscription WHERE oid = ' || s.oid, false,"
      " false, '')::text, '<c>(.*)</c>'))[1], '&lt;', '<'), '&gt;', '>'), '&#x0d;', E'\\r'), '&amp;', '&') END";
  const auto from = [&version](int major, const char* column, const char* otherwise) {
    return version.at_least(major) ? column : otherwise;
  };
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, s.subname AS name, s.oid, {} AS connection,"
      " ARRAY(SELECT p FROM pg_catalog.unnest(s.subpublications) p ORDER BY 1) AS publications,"
      " coalesce(s.subslotname, '') AS slot_name, s.subbinary AS binary, {} AS streaming, {} AS two_phase,"
      " {} AS disable_on_error, {} AS password_required, {} AS run_as_owner, {} AS origin, {} AS failover,"
      " s.subsynccommit AS synchronous_commit,"
      " NOT pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS hidden,"
      " s.subenabled AS enabled{} FROM pg_catalog.pg_subscription s"
      " WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())"
      " AND ($1::text[] IS NULL OR true)",
      conninfo,
      from(16, "CASE s.substream WHEN 't' THEN 'on' WHEN 'p' THEN 'parallel' ELSE 'off' END",
           "CASE WHEN s.substream THEN 'on' ELSE 'off' END"),
      from(15, "s.subtwophasestate <> 'd'", "false"), from(15, "s.subdisableonerr", "false"),
      from(16, "s.subpasswordrequired", "true"), from(16, "s.subrunasowner", "false"), from(16, "s.suborigin", "'any'"),
      from(17, "s.subfailover", "false"), ownership("s.subowner", "NULL"));
}

void Kind<Subscription>::normalize(Subscription& s) {
  std::sort(s.publications.begin(), s.publications.end());
  if (s.slot_name.value == s.id.name) s.slot_name.value.reset();
}

// Its slot keeps the name that it had from it.
void Kind<Subscription>::follow(Subscription& s, const Renaming& renaming) {
  if (s.id != renaming.from) return;
  if (!s.slot_name.value) s.slot_name.value = s.id.name;
  if (s.slot_name.value == renaming.to.name) s.slot_name.value.reset();
}

VersionNeed Kind<Subscription>::needs_version(const Subscription& s) {
  return newest_need({{s.two_phase, {15, "two_phase"}},
                      {s.disable_on_error, {15, "disable_on_error"}},
                      {s.streaming == "parallel", {16, "streaming: parallel"}},
                      {!s.password_required, {16, "password_required"}},
                      {s.run_as_owner, {16, "run_as_owner"}},
                      {s.from_origin != "any", {16, "origin"}},
                      {s.failover, {17, "failover"}}});
}

namespace {

std::string slot_of(const Subscription& s) {
  const std::string name = s.slot_name.value.value_or(s.id.name);
  return name.empty() ? "NONE" : sql::quote_literal(name);
}

// The parameters that differ from those of another, as SET and WITH take them. Not the slot, not two_phase.
std::string parameters(const Subscription& from, const Subscription& s) {
  std::string out;
  const auto add = [&out](const char* name, const std::string& value) {
    out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", name, value);
  };
  const auto flag = [&add](const char* name, bool was, bool is) {
    if (was != is) add(name, is ? "true" : "false");
  };
  flag("binary", from.binary, s.binary);
  if (from.streaming != s.streaming) add("streaming", s.streaming);
  flag("disable_on_error", from.disable_on_error, s.disable_on_error);
  flag("password_required", from.password_required, s.password_required);
  flag("run_as_owner", from.run_as_owner, s.run_as_owner);
  if (from.from_origin != s.from_origin) add("origin", s.from_origin);
  flag("failover", from.failover, s.failover);
  if (from.synchronous_commit != s.synchronous_commit)
    add("synchronous_commit", sql::quote_literal(s.synchronous_commit));
  return out;
}

}  // namespace

Statements Kind<Subscription>::create(const Subscription& s, const Context& context) {
  Subscription by_default;
  if (context.version.at_least(18)) by_default.streaming = "parallel";
  Statement out = statement("CREATE " + reference(s.id) + " ");
  out.sql += connection_clause(s.connection, out);
  out.sql += " PUBLICATION " + sql::quote_list(s.publications) + " WITH (connect = false, slot_name = " + slot_of(s);
  if (s.two_phase) out.sql += ", two_phase = true";
  if (const std::string more = parameters(by_default, s); !more.empty()) out.sql += ", " + more;
  out.sql += ")";
  return {out};
}

std::optional<Statements> Kind<Subscription>::alter(const Subscription& live, const Subscription& wanted,
                                                    const Context& context) {
  if (live.two_phase != wanted.two_phase && !context.version.at_least(18))
    throw Error(
        Failure::failed,
        fmt::format("{}: PostgreSQL before 18 can't change two_phase of one that is there", to_string(wanted.id)),
        "leave it as it is, or drop it in a plan of its own and create it anew");
  Statements out;
  const std::string alter = "ALTER " + reference(wanted.id) + " ";
  const auto add = [&out, &alter](const std::string& clause, const char* danger) {
    out.push_back(statement(alter + clause));
    if (danger) out.back().hazards.push_back({HazardKind::breaks_clients, danger});
  };
  if (live.connection != wanted.connection) {
    Statement changed = statement(alter);
    changed.sql += connection_clause(wanted.connection, changed);
    changed.hazards.push_back({HazardKind::breaks_clients, "its changes come from another place, or by another way"});
    if (loses_secret(live.connection, wanted.connection))
      changed.hazards.push_back(
          {HazardKind::breaks_clients, "its password goes: none is declared for where it connects to now"});
    out.push_back(std::move(changed));
  }
  if (live.publications != wanted.publications)
    add("SET PUBLICATION " + sql::quote_list(wanted.publications) + " WITH (refresh = false)",
        "it follows other tables; run ALTER SUBSCRIPTION … REFRESH PUBLICATION once the publisher can be reached");
  // What a running one can't change is changed while it rests; it does not connect for that.
  const bool rests = live.slot_name != wanted.slot_name || live.two_phase != wanted.two_phase;
  if (rests && live.enabled.value) add("DISABLE", "replication pauses");
  if (live.slot_name != wanted.slot_name)
    add("SET (slot_name = " + slot_of(wanted) + ")", "it goes on from another slot, and the old one stays where it is");
  if (live.two_phase != wanted.two_phase) add(fmt::format("SET (two_phase = {})", wanted.two_phase), nullptr);
  if (const std::string set = parameters(live, wanted); !set.empty())
    add("SET (" + set + ")", live.failover != wanted.failover ? "the server connects to the publisher" : nullptr);
  if (rests && live.enabled.value && wanted.slot_name.value != "") add("ENABLE", nullptr);
  return out;
}

Statements Kind<Subscription>::rename(const Subscription& live, const Subscription& wanted, const Context&) {
  return {statement(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)))};
}

Statements Kind<Subscription>::drop(const Subscription& s, const Context&) {
  Statements out;
  const std::string alter = "ALTER " + reference(s.id) + " ";
  if (s.enabled.value) out.push_back(statement(alter + "DISABLE"));
  const bool has_slot = s.slot_name.value != "";
  if (has_slot) out.push_back(statement(alter + "SET (slot_name = NONE)"));
  out.push_back(statement("DROP " + reference(s.id)));
  out.back().hazards.push_back({HazardKind::breaks_clients, "its tables get no more changes from the publisher"});
  if (has_slot)
    out.back().hazards.push_back(
        {HazardKind::breaks_clients,
         fmt::format("its slot {} stays on the publisher and keeps the write-ahead log there: drop it with"
                     " pg_drop_replication_slot",
                     s.slot_name.value.value_or(s.id.name))});
  return out;
}

std::string Kind<Subscription>::remark(const Subscription& s) {
  const std::string is = "subscription " + sql::quote_ident(s.id.name);
  const std::string slot = s.slot_name.value.value_or(s.id.name);
  const std::string there =
      slot.empty() ? "give it a slot" : fmt::format("create its slot {} on the publisher", sql::quote_literal(slot));
  return fmt::format(
      "{0} is made without connecting to the publisher, and is disabled: {1}, then ALTER {2} ENABLE and"
      " ALTER {2} REFRESH PUBLICATION",
      is, there, reference(s.id));
}

std::string Kind<Subscription>::reference(const ObjectId& id) { return "SUBSCRIPTION " + sql::quote_ident(id.name); }

}  // namespace plumb
