// The edges between a table and those that it has columns, constraints and indexes from, or gives them to.
#include <algorithm>

#include "kinds/bounds.h"
#include "plan/nodes.h"

namespace plumb {

// A child comes to be when its parents have their columns and checks as wanted, and a column of its own after theirs.
std::set<ObjectId> Nodes::needed_of_parents(std::size_t node, const ObjectId& id) const {
  std::set<ObjectId> out;
  if (id.kind == KindTag::column)
    for (const ObjectId& parent : parents_of(table_of(id), input_.wanted)) out.insert(column_id(parent, id.name));
  if (id.kind == KindTag::cloned_trigger)
    for (const ObjectId& table : ancestors_of(table_of(id), input_.wanted))
      out.insert(
          {table, child_id(KindTag::trigger, table, id.name), child_id(KindTag::cloned_trigger, table, id.name)});
  const bool comes = id == nodes_[node].change.id && (nodes_[node].change.verb == Verb::create || last_.contains(node));
  if (!comes) return out;
  for (const ObjectId& parent : parents_of(id, input_.wanted)) {
    const auto add = [&]<typename T>(const T*) {
      const auto [first, last] = input_.wanted.children<T>(parent);
      for (auto it = first; it != last; ++it) out.insert(it->id);
    };
    add(static_cast<const Column*>(nullptr));
    add(static_cast<const Check*>(nullptr));
  }
  return out;
}

// A new index of a partitioned table takes in those of its partitions that are like it, if they are there.
void Nodes::edges_of_parts(std::size_t node) {
  const ObjectId& whole = nodes_[node].change.id;
  const bool has_parts = whole.kind == KindTag::index || whole.kind == KindTag::primary_key ||
                         whole.kind == KindTag::unique || whole.kind == KindTag::exclusion;
  if (!has_parts || nodes_[node].part != Node::Part::make) return;
  // A partition that came later would get one too.
  if (const Index* index = input_.wanted.find<Index>(whole); index && index->only)
    for (const ObjectId& child : children_of(table_of(whole), input_.wanted))
      for (const std::size_t made : made_by_[child]) graph_.must_run_before(made, node);
  std::set<ObjectId> below;
  for (const ObjectId& child : descendants_of(table_of(whole), input_.wanted))
    below.insert(table_id(child.schema, child.name));
  if (below.empty()) return;
  for (std::size_t part = 0; part < nodes_.size(); ++part) {
    const Change& change = nodes_[part].change;
    if (nodes_[part].part == Node::Part::make && change.id.kind == whole.kind && below.contains(table_of(change.id)))
      graph_.must_run_before(part, node);
  }
}

// The clones of a trigger have its name on every partition below: a trigger of their own that has it goes first, and what
// takes the name of a clone comes after that has gone.
void Nodes::edges_of_clones(std::size_t node) {
  const Change& change = nodes_[node].change;
  if (nodes_[node].part != Node::Part::make || input_.live.all<Trigger>().empty()) return;
  const auto wait = [&](const ObjectId& table, const std::string& name) {
    if (const auto dropped = dropped_by_.find(child_id(KindTag::trigger, table, name)); dropped != dropped_by_.end())
      for (const std::size_t first : dropped->second)
        if (first != node) graph_.must_run_before(first, node);
  };
  const auto wait_for_both = [&](const ObjectId& above, const ObjectId& below) {
    const auto [first, last] = input_.wanted.children<Trigger>(above);
    for (auto trigger = first; trigger != last; ++trigger) wait(below, trigger->id.name);
    const auto [own, own_end] = input_.wanted.children<Trigger>(below);
    for (auto trigger = own; trigger != own_end; ++trigger) wait(above, trigger->id.name);
  };
  if (change.id.kind == KindTag::trigger) {
    const ObjectId table = table_of(change.id);
    for (const ObjectId& above : ancestors_of(table, input_.live)) wait(above, change.id.name);
    for (const ObjectId& below : descendants_of(table, input_.live)) wait(below, change.id.name);
  }
  if (last_.contains(node) && is_partition(change.id, input_.wanted))
    for (const ObjectId& above : ancestors_of(change.id, input_.wanted)) {
      wait_for_both(above, change.id);
      for (const ObjectId& below : descendants_of(change.id, input_.live)) wait_for_both(above, below);
    }
}

// What a new partition has alike would become a part of its parent's index or key, and go with it.
void Nodes::edges_of_lost_wholes(std::size_t node) {
  const Change& change = nodes_[node].change;
  if (nodes_[node].part != Node::Part::make || (change.verb != Verb::create && !last_.contains(node))) return;
  for (const ObjectId& parent : parents_of(change.id, input_.wanted)) {
    const auto wait = [&]<typename T>(const T*) {
      const auto [first, last] = input_.live.children<T>(parent);
      const auto [own, own_end] = input_.wanted.children<T>(table_id(change.id.schema, change.id.name));
      for (auto whole = first; whole != last; ++whole) {
        const bool alike = std::any_of(own, own_end, [&](T part) {
          static_cast<Base&>(part) = *whole;
          return part == *whole;
        });
        if (!alike) continue;
        for (const std::size_t dropped : dropped_by_[whole->id]) graph_.must_run_before(dropped, node);
      }
    };
    wait(static_cast<const Index*>(nullptr));
    wait(static_cast<const PrimaryKey*>(nullptr));
    wait(static_cast<const Unique*>(nullptr));
    wait(static_cast<const Exclusion*>(nullptr));
  }
}

// What a partition has of its parent is its own only once it has left it, and can't be dropped before.
bool Nodes::leaves_whole(const ObjectId& id, const ObjectId& relation) const {
  const Descendant *is = descendant(relation, input_.live), *want = descendant(relation, input_.wanted);
  if (!is || !want || !gains_parent(*want, *is) || !relations_of(id).contains(relation)) return false;
  std::string whole;
  input_.live.visit(id, [&whole](const auto& object) {
    if constexpr (requires { object.part_of; }) whole = object.part_of.value;
  });
  // Of a parent that stays, it goes with the parent's.
  const auto stay = parents_of(*want);
  return !whole.empty() && std::none_of(stay.begin(), stay.end(), [&](const ObjectId& parent) {
    return input_.live.contains(child_id(id.kind, parent, whole));
  });
}

// Does it leave this parent in a step of its own, before it comes to another?
bool Nodes::leaves_first(const ObjectId& id, const ObjectId& parent) const {
  if (!released_by_.contains(id)) return false;
  const auto parents = parents_of(id, input_.live);
  return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

// The step in which a relation leaves parents; none: it leaves none.
std::optional<std::size_t> Nodes::leaver(const ObjectId& relation) const {
  for (const auto* by : {&released_by_, &made_by_})
    if (const auto found = by->find(relation); found != by->end())
      for (const std::size_t node : found->second) {
        const Change& change = nodes_[node].change;
        if (nodes_[node].part == Node::Part::rename || change.verb != Verb::alter) continue;
        const Descendant *is = descendant(change.from, input_.live), *want = descendant(change.id, input_.wanted);
        if (is && want && gains_parent(*want, *is)) return node;
      }
  return std::nullopt;
}

bool Nodes::is_whole_of(const ObjectId& whole, const ObjectId& part) const {
  bool out = false;
  input_.live.visit(part, [&](const auto& object) {
    if constexpr (requires { object.part_of; }) out = whole.kind == part.kind && object.part_of.value == whole.name;
  });
  return out;
}

namespace {

bool may_descend(const ObjectId& id) { return id.kind == KindTag::table || id.kind == KindTag::foreign_table; }

// Does PostgreSQL carry on to children what the step does to a part of their parent?
bool goes_down(const Node& node, bool to_partition) {
  const KindTag kind = node.change.id.kind;
  if (kind == KindTag::column || kind == KindTag::check) return true;
  if (!to_partition) return false;
  if (kind == KindTag::trigger) return true;
  if (node.part == Node::Part::rename) return false;
  return kind == KindTag::index || kind == KindTag::primary_key || kind == KindTag::unique ||
         kind == KindTag::exclusion || kind == KindTag::foreign_key;
}

}  // namespace

// A table that leaves a parent keeps what it has of it: that changes afterwards only, there and here. One that leaves to
// come back with another bound does so when all has changed.
void Nodes::edges_of_leaving(std::size_t node) {
  const ObjectId& id = nodes_[node].change.id;
  if (!may_descend(id) || nodes_[node].change.verb != Verb::alter || nodes_[node].part == Node::Part::rename) return;
  const Descendant &is = *descendant(nodes_[node].change.from, input_.live), &want = *descendant(id, input_.wanted);
  const bool returns = nodes_[node].part == Node::Part::release && !gains_parent(want, is);
  if (!returns && leaver(id) != node) return;
  std::set<ObjectId> above;
  for (const ObjectId& parent : returns ? parents_of(is) : gained_parents(want, is)) {
    above.insert(parent);
    for (ObjectId& next : ancestors_of(parent, input_.live)) above.insert(std::move(next));
  }
  const ObjectId self = table_id(id.schema, id.name);
  for (std::size_t other = 0; other < nodes_.size(); ++other) {
    const ObjectId& part = nodes_[other].change.id;
    if (part.parent.empty() || subject_of(part) != part) continue;
    // A partition can have no column of its own.
    const bool of_parent = nodes_[other].change.verb == Verb::create
                               ? part.kind == KindTag::column && !is.partition_of.empty()
                               : part.kind == KindTag::column || part.kind == KindTag::check;
    if (above.contains(table_of(part)) && goes_down(nodes_[other], !is.partition_of.empty()))
      returns ? graph_.must_run_before(other, node) : graph_.must_run_before(node, other);
    else if (!returns && table_of(part) == self && of_parent)
      graph_.must_run_before(node, other);
  }
}

// What a child has by a column or check of its parent is its own, to be renamed, altered or dropped, once the parent's is gone.
// A parent's new check must not meet the old one of a child.
void Nodes::edges_of_lost_columns(std::size_t node, const ObjectId& id) {
  if (id.kind != KindTag::column && id.kind != KindTag::check) return;
  const bool returns = input_.wanted.contains(id);
  if (returns && id.kind == KindTag::column) return;
  for (const ObjectId& child : children_of(table_of(id), input_.live)) {
    if (is_partition(child, input_.live)) continue;  // it has none of its own
    const auto stay = parents_of(child, input_.wanted);
    if (std::find(stay.begin(), stay.end(), table_of(id)) == stay.end()) continue;
    const ObjectId table = table_id(child.schema, child.name);
    for (std::size_t other = 0; other < nodes_.size(); ++other) {
      const Change& change = nodes_[other].change;
      if (change.id.kind != id.kind || table_of(change.id) != table || change.from.name != id.name) continue;
      if (returns ? nodes_[other].part != Node::Part::drop : change.verb == Verb::create) continue;
      graph_.must_run_before(node, other);
      if (returns)
        for (const std::size_t again : made_by_[id]) graph_.must_run_before(other, again);
    }
  }
}

// A table that comes to a parent must have all columns and checks that the parent has, a partition no others: what goes, goes
// before. Made as a child it has them by itself, but where its columns are in an order of its own.
void Nodes::edges_of_coming(std::size_t node) {
  const Change& change = nodes_[node].change;
  if (!may_descend(change.id) || nodes_[node].part != Node::Part::make) return;
  const Descendant& want = *descendant(change.id, input_.wanted);
  const bool alters = change.verb == Verb::alter;
  if (!alters && (want.partition_of.empty() || !has_own_order(change.id, input_.wanted))) return;
  const auto parents = alters ? parents_to_come(*descendant(change.from, input_.live), want) : parents_of(want);
  const auto wait = [&]<typename T>(const ObjectId& table, const T*) {
    const auto [first, last] = input_.live.children<T>(table);
    for (auto it = first; it != last; ++it)
      for (const std::size_t dropped : dropped_by_[it->id]) graph_.must_run_before(dropped, node);
  };
  for (const ObjectId& parent : parents) {
    wait(parent, static_cast<const Column*>(nullptr));
    wait(parent, static_cast<const Check*>(nullptr));
  }
  const ObjectId self = table_id(change.id.schema, change.id.name);
  if (!parents.empty() && !want.partition_of.empty()) wait(self, static_cast<const Column*>(nullptr));
  // A check of its own that goes may have the name of one of theirs.
  for (const ObjectId& parent : parents) {
    const auto [first, last] = input_.wanted.children<Check>(parent);
    for (auto check = first; check != last; ++check)
      for (const std::size_t dropped : dropped_by_[child_id(KindTag::check, self, check->id.name)])
        graph_.must_run_before(dropped, node);
  }
}

namespace {

// The rows that a step takes from a partitioned table, or gives to it.
struct Room {
  std::size_t node;
  sql::PartitionBoundDefinition bound;
};
using Rooms = std::map<ObjectId, std::vector<Room>>;  // by the partitioned table

void add_room(Rooms& rooms, std::size_t node, const Descendant& partition) {
  if (!partition.partition_of.empty() && !partition.bound.empty())
    rooms[parents_of(partition).front()].push_back({node, sql::parse_partition_bound(partition.bound.text)});
}

}  // namespace

// The rows that one partition is to take must be taken by no other by then.
void Nodes::edges_of_room() {
  Rooms given, taken;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    const auto& [part, change, carried] = nodes_[n];
    if (!may_descend(change.id)) continue;
    if (part == Node::Part::rename || part == Node::Part::late) continue;
    const Descendant *is = descendant(change.from, input_.live), *want = descendant(change.id, input_.wanted);
    const bool alters = change.verb == Verb::alter;
    if (alters && !moves_partition(*is, *want)) continue;
    if (part == Node::Part::make ? alters && !change.releases : is != nullptr) add_room(given, n, *is);
    if (part == Node::Part::make) add_room(taken, n, *want);
  }
  for (const auto& [id, takers] : taken) {
    const Table* table = input_.wanted.find<Table>(id);
    const auto types = table ? key_types(*table, input_.wanted) : std::vector<Type>();
    for (const Room& giver : given[id])
      for (const Room& taker : takers)
        if (giver.node != taker.node && may_share_rows(giver.bound, taker.bound, types))
          graph_.must_run_before(giver.node, taker.node);
  }
}

}  // namespace plumb
