// The statements by which tables come to parents and leave them. Locks: postgres-facts 1, Partitions.
#include <fmt/format.h>

#include <algorithm>

#include "kinds/inheritance.h"
#include "kinds/kinds.h"

namespace plumb {

namespace {

std::string alter(const ObjectId& table) { return "ALTER TABLE " + sql::qualified(table.schema, table.name) + " "; }

std::string name(const ObjectId& table) { return sql::qualified(table.schema, table.name); }

ObjectId partitioned_by(const Descendant& child) {
  return table_id(child.partition_of.schema, child.partition_of.name);
}

// The parent's checks that the child has not: ATTACH and INHERIT demand them. One that comes back has them already.
void add_missing_checks(const Descendant& child, const ObjectId& parent, const Context& context, Statements& out) {
  if (!context.live.contains(child.id)) return;
  const auto had = parents_of(child.id, context.live);
  if (std::find(had.begin(), had.end(), parent) != had.end()) return;
  const auto [first, last] = context.wanted.children<Check>(parent);
  for (auto check = first; check != last; ++check) {
    Check own = *check;
    own.id = child_id(KindTag::check, child.id, check->id.name);
    const Check* has = context.live.find<Check>(own.id);  // another one of that name goes before
    if (check->no_inherit || (has && *has == own) || context.wanted.find<Check>(own.id)) continue;
    for (auto& added : Kind<Check>::create(own, context)) out.push_back(std::move(added));
  }
}

Statement inherit(const Descendant& child, const ObjectId& parent) {
  auto out = on_table(alter(child.id) + "INHERIT " + name(parent), child.id, Lock::access_exclusive);
  out.locks.push_back({parent, Lock::share_update_exclusive});
  return out;
}

Statement disinherit(const Descendant& child, const ObjectId& parent) {
  auto out = on_table(alter(child.id) + "NO INHERIT " + name(parent), child.id, Lock::access_exclusive);
  out.hazards.push_back(
      {HazardKind::breaks_clients, fmt::format("clients of {} no longer find its rows", address(parent))});
  return out;
}

bool is_among(const ObjectName& parent, const std::vector<ObjectName>& parents) {
  return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

// Parents stand in an order: those after the first that differs leave, and come back in the wanted one.
void change_inherits(const Descendant& live, const Descendant& wanted, const Context& context, Statements& out) {
  std::vector<ObjectName> stay;
  for (const ObjectName& parent : live.inherits)
    if (is_among(parent, wanted.inherits))
      stay.push_back(parent);
    else
      out.push_back(disinherit(wanted, table_id(parent.schema, parent.name)));
  const auto same = std::mismatch(stay.begin(), stay.end(), wanted.inherits.begin(), wanted.inherits.end());
  for (auto parent = same.first; parent != stay.end(); ++parent)
    out.push_back(disinherit(wanted, table_id(parent->schema, parent->name)));
  for (auto parent = same.second; parent != wanted.inherits.end(); ++parent) {
    const ObjectId id = table_id(parent->schema, parent->name);
    add_missing_checks(wanted, id, context, out);
    out.push_back(inherit(wanted, id));
  }
}

}  // namespace

std::vector<const ForeignKey*> keys_over(const Descendant& partition, const Context& context) {
  std::set<ObjectId> above;
  for (const ObjectId& parent : parents_of(partition)) {
    above.insert(parent);
    for (ObjectId& next : ancestors_of(parent, context.live)) above.insert(std::move(next));
  }
  std::vector<const ForeignKey*> out;
  for (const ForeignKey& key : context.live.all<ForeignKey>()) {
    if (key.part_of.value.empty() && !context.aside.contains(key.id) && above.contains(key.referenced()))
      out.push_back(&key);
  }
  return out;
}

Statement detach(const Descendant& child, const Context& context) {
  const ObjectId parent = partitioned_by(child);
  auto out = on_table(alter(parent) + "DETACH PARTITION " + name(child.id), parent, Lock::access_exclusive);
  out.locks.push_back({child.id, Lock::access_exclusive});
  out.hazards.push_back(
      {HazardKind::breaks_clients, fmt::format("clients of {} no longer find its rows", address(parent))});
  for (const ForeignKey* key : keys_over(child, context)) {
    out.locks.push_back({table_of(key->id), Lock::share});
    if (context.holds_rows(table_of(key->id)))
      out.hazards.push_back(
          {HazardKind::may_fail_on_data,
           fmt::format("a row of {} that refers to one of it makes it fail", address(table_of(key->id)))});
  }
  return out;
}

void add_default_partition(Statement& adding, const ObjectId& parent, const Context& context) {
  const ObjectId rest = default_partition(parent, context.live);
  if (rest.name.empty()) return;
  adding.locks.push_back({rest, Lock::access_exclusive});
  if (!context.holds_rows(rest)) return;
  adding.hazards.push_back(
      {HazardKind::blocks_reads,
       fmt::format("reads and writes of {} wait while every row of it is checked", address(rest))});
  adding.hazards.push_back(
      {HazardKind::may_fail_on_data, fmt::format("a row of {} that belongs to it makes it fail", address(rest))});
}

Statements attach(const Descendant& child, const Context& context) {
  const ObjectId parent = partitioned_by(child);
  Statements out;
  add_missing_checks(child, parent, context, out);
  auto attached = on_table(alter(parent) + "ATTACH PARTITION " + name(child.id) + " " + child.bound.sql(), parent,
                           Lock::share_update_exclusive);
  attached.locks.push_back({child.id, Lock::access_exclusive});
  if (context.holds_rows(child.id)) {
    attached.hazards.push_back(
        {HazardKind::blocks_reads,
         "reads and writes of the partition wait while every row is checked, and indexes that it lacks are built"});
    attached.hazards.push_back({HazardKind::may_fail_on_data, child.bound.is_default()
                                                                  ? "a row that another partition takes makes it fail"
                                                                  : "a row outside of the bound makes it fail"});
  }
  add_default_partition(attached, parent, context);
  out.push_back(std::move(attached));
  return out;
}

namespace {

void spare_clients_of(Statement& detaching) {
  std::erase_if(detaching.hazards, [](const Hazard& h) { return h.kind == HazardKind::breaks_clients; });
}

}  // namespace

bool moves_partition(const Descendant& live, const Descendant& wanted) {
  return live.partition_of != wanted.partition_of || !(live.bound == wanted.bound);
}

void leave_parents(Descendant& live, const Descendant& wanted) {
  if (moves_partition(live, wanted)) {
    live.partition_of = {};
    live.bound = {};
  }
  std::erase_if(live.inherits, [&wanted](const ObjectName& parent) { return !is_among(parent, wanted.inherits); });
}

Statements leave(const Descendant& live, const Descendant& wanted, const Context& context) {
  Descendant left = live;
  leave_parents(left, wanted);
  Statements out;
  change_descent(live, left, context, out);
  if (!out.empty() && live.partition_of == wanted.partition_of) spare_clients_of(out.front());
  return out;
}

void change_descent(const Descendant& live, const Descendant& wanted, const Context& context, Statements& out) {
  const bool moved = moves_partition(live, wanted);
  if (moved && !live.partition_of.empty()) out.push_back(detach(live, context));
  // Another bound: it is back before anyone misses it.
  if (moved && live.partition_of == wanted.partition_of) spare_clients_of(out.back());
  change_inherits(live, wanted, context, out);
  if (!moved || wanted.partition_of.empty()) return;
  for (auto& statement : attach(wanted, context)) out.push_back(std::move(statement));
}

std::vector<ObjectId> parents_to_come(const Descendant& live, const Descendant& wanted) {
  if (!wanted.partition_of.empty()) return gained_parents(live, wanted);
  std::vector<ObjectName> stay = live.inherits;
  std::erase_if(stay, [&wanted](const ObjectName& parent) { return !is_among(parent, wanted.inherits); });
  const auto same = std::mismatch(stay.begin(), stay.end(), wanted.inherits.begin(), wanted.inherits.end());
  std::vector<ObjectId> out;
  for (auto parent = same.second; parent != wanted.inherits.end(); ++parent)
    out.push_back(table_id(parent->schema, parent->name));
  return out;
}

std::vector<ObjectId> gained_parents(const Descendant& live, const Descendant& wanted) {
  const auto has = parents_of(live);
  std::vector<ObjectId> out = parents_of(wanted);
  std::erase_if(out, [&has](const ObjectId& id) { return std::find(has.begin(), has.end(), id) != has.end(); });
  return out;
}

bool gains_parent(const Descendant& live, const Descendant& wanted) { return !gained_parents(live, wanted).empty(); }

namespace {

// The live column or check of a child; after a rename in thought, what is still to be renamed.
ObjectId called_below(const ObjectId& part, const ObjectId& child, const Context& context) {
  ObjectId same = child_id(part.kind, child, part.name);
  if (part.kind != KindTag::column || context.live.contains(same)) return same;
  const auto [first, last] = context.wanted.children<Column>(child);
  const auto renamed = std::find_if(first, last, [&](const Column& c) {
    return c.renamed_from.value == part.name && !context.live.contains(column_id(table_of(part), c.id.name));
  });
  return renamed == last ? same : renamed->id;
}

bool is_inherited_alone(const ObjectId& id, const Database& live) {
  if (const Column* column = live.find<Column>(id)) return column->inherited.value;
  const Check* check = live.find<Check>(id);
  return check && !check->part_of.value.empty() && !check->local.value;
}

}  // namespace

std::optional<ObjectId> part_below(const ObjectId& part, const ObjectId& child, const Context& context) {
  const ObjectId below = called_below(part, child, context), table = table_of(part);
  if (is_partition(child, context.live) || !is_inherited_alone(below, context.live)) return std::nullopt;
  bool stays = false;
  for (const ObjectId& parent : parents_of(child, context.wanted)) {
    const ObjectId other = child_id(part.kind, parent, part.name);
    if (parent == table)
      stays = true;
    else if (context.live.contains(other) && context.wanted.contains(other))
      return std::nullopt;
  }
  return stays ? std::optional(below) : std::nullopt;
}

bool is_dropped_alone(const ObjectId& part, const Context& context) {
  if (context.wanted.contains(part)) return false;  // made anew, there and here
  const auto children = children_of(table_of(part), context.live);
  return std::any_of(children.begin(), children.end(), [&](const ObjectId& child) {
    const auto below = part_below(part, child, context);
    return below && (context.wanted.contains(*below) || is_dropped_alone(*below, context));
  });
}

std::string alter_to_drop(const ObjectId& part, const Context& context) {
  if (!is_dropped_alone(part, context)) return alter(table_of(part));
  return "ALTER TABLE ONLY " + name(table_of(part)) + " ";
}

}  // namespace plumb
