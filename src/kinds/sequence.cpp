#include "kinds/sequence.h"

#include <fmt/format.h>

#include <limits>

#include "kinds/kinds.h"

namespace plumb {

namespace {

struct Bounds {
  long long least, greatest;
};

Bounds range_of(const Type& type) {
  if (type.text == "smallint")
    return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
  if (type.text == "integer")
    return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
}

// The bounds that PostgreSQL takes when none are given (commands/sequence.c, init_params).
long long default_min(const Sequence& s) { return s.increment > 0 ? 1 : range_of(s.type).least; }
long long default_max(const Sequence& s) { return s.increment > 0 ? range_of(s.type).greatest : -1; }

// What holds, whoever chose it.
long long least(const Sequence& s) { return s.min_value.value_or(default_min(s)); }
long long greatest(const Sequence& s) { return s.max_value.value_or(default_max(s)); }
long long default_start(const Sequence& s) { return s.increment > 0 ? least(s) : greatest(s); }

Statement alter_sequence(const Sequence& sequence, const std::string& clauses) {
  auto altered = statement(fmt::format("ALTER {} {}", Kind<Sequence>::reference(sequence.id), clauses));
  altered.locks.push_back({sequence.id, Lock::share_row_exclusive});
  return altered;
}

}  // namespace

std::string Kind<Sequence>::query(ServerVersion version) {
  // Bounds and start that PostgreSQL would choose itself are normalised away after reading (normalize). An owned
  // sequence depends on its column: automatically (serial, OWNED BY) or internally (identity, which is left out).
  // Before 15 no sequence is unlogged, and an unlogged table has nothing to take along.
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid,"
      " pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart AS start, s.seqincrement AS increment,"
      " s.seqmin AS min_value, s.seqmax AS max_value, s.seqcache AS cache, s.seqcycle AS cycle, {} AS unlogged,"
      " pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname) || '.' ||"
      " pg_catalog.quote_ident(a.attname) AS owned_by{}"
      " FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid"
      " AND d.objsubid = 0 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')"
      " LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
      " LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
      " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
      " WHERE {} AND {} AND d.deptype IS DISTINCT FROM 'i'",
      version.at_least(15) ? "c.relpersistence = 'u'" : "coalesce(t.relpersistence = 'u', false)",
      ownership("c.relowner", "c.relacl"), in_scope("n"), not_of_extension("pg_class", "c.oid"));
}

void Kind<Sequence>::normalize(Sequence& s) {
  if (s.min_value == default_min(s)) s.min_value.reset();
  if (s.max_value == default_max(s)) s.max_value.reset();
  if (s.start == default_start(s)) s.start.reset();
}

std::set<ObjectId> Kind<Sequence>::needs(const Sequence& s) { return {schema_id(s.id.schema)}; }

VersionNeed Kind<Sequence>::needs_version(const Sequence& s) {
  if (!s.unlogged) return {};
  return {15, "UNLOGGED"};
}

std::set<ObjectId> Kind<Sequence>::needs_late(const Sequence& s) {
  if (s.owned_by.empty()) return {};
  return {s.owned_by.id(), owner_id(table_id(s.owned_by.schema, s.owned_by.table))};
}

Statements Kind<Sequence>::create(const Sequence& s, const Context& context) {
  std::string sql = s.unlogged && context.version.at_least(15) ? "CREATE UNLOGGED " : "CREATE ";
  sql += reference(s.id);
  if (s.type.text != "bigint") sql += " AS " + s.type.text;
  if (s.increment != 1) sql += fmt::format(" INCREMENT BY {}", s.increment);
  if (s.min_value) sql += fmt::format(" MINVALUE {}", *s.min_value);
  if (s.max_value) sql += fmt::format(" MAXVALUE {}", *s.max_value);
  if (s.start) sql += fmt::format(" START WITH {}", *s.start);
  if (s.cache != 1) sql += fmt::format(" CACHE {}", s.cache);
  if (s.cycle) sql += " CYCLE";
  return {statement(std::move(sql))};
}

namespace {

// A sequence must have the owner of the table that it goes with.
void give_to_owner_of_table(const Sequence& s, std::string_view owner, const Context& context, Statements& out) {
  const ObjectId table = table_id(s.owned_by.schema, s.owned_by.table);
  const Owner* declared = context.wanted.find<Owner>(owner_id(table));
  const Table* live = context.live.find<Table>(table);
  const std::string& role = declared ? declared->role : live ? live->owner.value : std::string(context.role);
  if (role.empty() || owner.empty() || role == owner) return;
  out.push_back(
      statement(fmt::format("ALTER {} OWNER TO {}", Kind<Sequence>::reference(s.id), sql::quote_ident(role))));
}

}  // namespace

Statements Kind<Sequence>::create_late(const Sequence& s, const Context& context) {
  if (s.owned_by.empty()) return {};
  Statements out;
  give_to_owner_of_table(s, context.role, context, out);
  out.push_back(statement(fmt::format("ALTER {} OWNED BY {}", reference(s.id), s.owned_by.sql())));
  return out;
}

long long first_value(const Sequence& s) { return s.start.value_or(default_start(s)); }

SequenceChange sequence_change(const Sequence& live, const Sequence& wanted) {
  SequenceChange out;
  Bounds has{least(live), greatest(live)};
  const Bounds wants{least(wanted), greatest(wanted)};
  const bool retyped = live.type != wanted.type;
  if (retyped) {
    // A bound that is the old type's becomes the new type's by itself (init_params).
    out.clauses.push_back("AS " + wanted.type.text);
    if (has.least == range_of(live.type).least) has.least = range_of(wanted.type).least;
    if (has.greatest == range_of(live.type).greatest) has.greatest = range_of(wanted.type).greatest;
  }
  if (live.increment != wanted.increment) out.clauses.push_back(fmt::format("INCREMENT BY {}", wanted.increment));
  out.turns = (live.increment < 0) != (wanted.increment < 0);
  // With AS in the same statement, NO MINVALUE may mean the type's bound: then the number is said.
  if (has.least != wants.least)
    out.clauses.push_back(wanted.min_value || retyped ? fmt::format("MINVALUE {}", wants.least) : "NO MINVALUE");
  if (has.greatest != wants.greatest)
    out.clauses.push_back(wanted.max_value || retyped ? fmt::format("MAXVALUE {}", wants.greatest) : "NO MAXVALUE");
  if (first_value(live) != first_value(wanted))
    out.clauses.push_back(fmt::format("START WITH {}", first_value(wanted)));
  // Between bounds that have nothing in common with the old ones no count can go on.
  out.restarts = wants.least > greatest(live) || wants.greatest < least(live);
  if (out.restarts) out.clauses.emplace_back("RESTART");
  out.may_fail = !out.restarts && (wants.least > least(live) || wants.greatest < greatest(live));
  if (live.cache != wanted.cache) out.clauses.push_back(fmt::format("CACHE {}", wanted.cache));
  if (live.cycle != wanted.cycle) out.clauses.emplace_back(wanted.cycle ? "CYCLE" : "NO CYCLE");
  return out;
}

void add_hazards(const SequenceChange& change, Statement& to) {
  if (change.restarts)
    to.hazards.push_back(
        {HazardKind::destroys_data, "it starts anew between its new bounds: how far it has counted is lost"});
  if (change.may_fail)
    to.hazards.push_back({HazardKind::may_fail_on_data, "fails if the last value is outside the new bounds"});
  if (change.turns && !change.restarts)
    to.hazards.push_back(
        {HazardKind::breaks_clients, "it counts back over numbers that it has given out: they come twice"});
}

namespace {

// ALTER TABLE … SET UNLOGGED takes along what the table owns.
bool logged_with_table(const Sequence& live, const Sequence& wanted, const Database& is, const Database& wants) {
  const ObjectId owner = table_id(live.owned_by.schema, live.owned_by.table);
  const Table *before = is.find<Table>(owner), *after = wants.find<Table>(owner);
  return before && after && before->unlogged == live.unlogged && after->unlogged == wanted.unlogged;
}

}  // namespace

bool Kind<Sequence>::goes_with_table(const Sequence& live, const Sequence& wanted, const Database& live_database,
                                     const Database& wanted_database) {
  Sequence same = live;
  same.unlogged = wanted.unlogged;
  return live.unlogged != wanted.unlogged && same == wanted &&
         logged_with_table(live, wanted, live_database, wanted_database);
}

std::optional<Statements> Kind<Sequence>::alter(const Sequence& live, const Sequence& wanted, const Context& context) {
  Statements out;
  const SequenceChange change = sequence_change(live, wanted);
  if (!change.clauses.empty()) {
    std::string clauses;
    for (const auto& clause : change.clauses) clauses += (clauses.empty() ? "" : " ") + clause;
    auto altered = alter_sequence(wanted, clauses);
    altered.hazards.push_back({HazardKind::blocks_writes, "nextval waits until the transaction commits"});
    add_hazards(change, altered);
    out.push_back(std::move(altered));
  }
  if (live.unlogged != wanted.unlogged && !logged_with_table(live, wanted, context.live, context.wanted)) {
    auto altered = alter_sequence(wanted, wanted.unlogged ? "SET UNLOGGED" : "SET LOGGED");
    altered.hazards.push_back({HazardKind::blocks_writes, "nextval waits until the transaction commits"});
    out.push_back(std::move(altered));
  }
  if (live.owned_by != wanted.owned_by) {
    if (!wanted.owned_by.empty()) give_to_owner_of_table(wanted, live.owner.value, context, out);
    out.push_back(alter_sequence(wanted, "OWNED BY " + (wanted.owned_by.empty() ? "NONE" : wanted.owned_by.sql())));
  }
  return out;
}

Statements Kind<Sequence>::rename(const Sequence& live, const Sequence& wanted, const Context& context) {
  ObjectId is = live.id;
  if (!live.owned_by.empty()) is.schema = live.owned_by.schema;  // it has moved along with its table
  return move_and_rename(reference, is, wanted.id, Lock::none, context);
}

Statements Kind<Sequence>::drop(const Sequence& s, const Context&) {
  auto dropped = statement("DROP " + reference(s.id));
  dropped.hazards.push_back({HazardKind::destroys_data, "how far the sequence has counted is lost"});
  return {dropped};
}

bool Kind<Sequence>::is_identity_there(const Sequence& serial, const Database& here, const Database& there) {
  if (serial.owned_by.empty() || there.find<Sequence>(serial.id)) return false;
  const Column* column = here.find<Column>(serial.owned_by.id());
  const Column* other = there.find<Column>(serial.owned_by.id());
  return column && other && !column->identity && other->identity;
}

std::string Kind<Sequence>::reference(const ObjectId& id) { return "SEQUENCE " + sql::qualified(id.schema, id.name); }

void Kind<Sequence>::read_short(std::string_view text, Sequence s, Database& into) {
  const auto parsed = sql::parse_sequence(text);
  if (!parsed.type.empty()) s.type = parsed.type;
  s.start = parsed.options.start;
  s.min_value = parsed.options.min_value;
  s.max_value = parsed.options.max_value;
  s.increment = parsed.options.increment.value_or(1);
  s.cache = parsed.options.cache.value_or(1);
  s.cycle = parsed.options.cycle.value_or(false);
  if (const auto& parts = parsed.owned_by; parts.size() == 3)
    s.owned_by = {parts[0], parts[1], parts[2]};
  else if (parts.size() == 2)
    s.owned_by = {s.id.schema, parts[0], parts[1]};
  into.add(std::move(s));
}

void Kind<Sequence>::follow(Sequence& s, const Renaming& renaming) { follow_column_name(s.owned_by, renaming); }

}  // namespace plumb
