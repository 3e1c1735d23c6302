#include "plan/nodes.h"

#include <algorithm>
#include <tuple>

#include "kinds/types.h"
#include "plan/diff.h"
#include "plan/drop_loops.h"

namespace plumb {

namespace {

// CREATE TABLE makes one of two keys that differ in nothing but their names (transformIndexConstraints in
// parse_utilcmd.c): the second must come after it.
bool merges_with_another(const ObjectId& id, const Database& database) {
  const Unique* key = database.find<Unique>(id);
  if (!key) return false;
  const auto same = [key](const Key& other) {
    return other.columns == key->columns && other.include == key->include && other.deferrable == key->deferrable &&
           other.initially_deferred == key->initially_deferred;
  };
  const auto [primary, primary_end] = database.children<PrimaryKey>(table_of(id));
  if (primary != primary_end && same(*primary) && !key->nulls_not_distinct) return true;
  const auto [first, last] = database.children<Unique>(table_of(id));
  return std::any_of(first, last, [&](const Unique& other) {
    return other.id < id && same(other) && other.nulls_not_distinct == key->nulls_not_distinct;
  });
}

// What there is but once: the names of relations, of routines and of types in a schema, those of constraints in a table, a
// table's primary key; else a name within its kind.
using Name = std::tuple<std::string_view, std::string, std::string, std::string>;  // of what, schema, table, name

void add_names(const ObjectId& id, std::set<Name>& out) {
  with_kind(id.kind, [&]<typename T>(const T*) {
    if constexpr (is_attached<T>) return;
    constexpr bool constraint = std::is_same_v<T, PrimaryKey> || std::is_same_v<T, Unique> ||
                                std::is_same_v<T, Check> || std::is_same_v<T, Exclusion> ||
                                std::is_same_v<T, ForeignKey>;
    const auto spaces = name_spaces<T>();
    for (const std::string_view space : spaces) out.emplace(space, id.schema, "", id.name);
    if (constraint) out.emplace("constraint", id.schema, id.parent, id.name);
    if (std::is_same_v<T, PrimaryKey>) out.emplace("primary key", id.schema, id.parent, "");
    if (spaces.empty() && !constraint) out.emplace(kind_name(id.kind), id.schema, id.parent, id.name);
  });
}

// With the sequence that an identity column has of its own.
std::set<Name> names_of(const ObjectId& id, const Database& database) {
  std::set<Name> out;
  add_names(id, out);
  if (const Column* column = database.find<Column>(id); column && column->identity)
    add_names(Kind<Column>::identity_sequence_id(*column), out);
  return out;
}

// The objects by whose names a statement addresses one: what it is on, its table, its schema.
std::set<ObjectId> addressed_by(const ObjectId& id) {
  const ObjectId on = subject_of(id);
  std::set<ObjectId> out{on, schema_id(on.schema)};
  if (!on.parent.empty()) out.merge(relations_of(on));
  return out;
}

// What is said of it goes, and it stays (a column of a view).
bool stays_without_facts(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = requires { Kind<T>::says_nothing_by_default; };
  });
  return out;
}

}  // namespace

Nodes::Nodes(const ChangeMap& changes, const PlanInput& input)
    : input_(input),
      upheaval_(upheaval(changes, input.live, input.wanted)),
      wanted_references_(input.wanted),
      live_references_(input.live) {
  for (const Dependency& dependency : input_.dependencies) depends_on_[dependency.dependent].insert(dependency.on);
  note_inseparable(changes);
  for (const Enum& want : input.wanted.all<Enum>())
    if (const Enum* is = input.live.find<Enum>(want.id))
      for (const std::string& value : want.values)
        if (std::ranges::find(is->values, value) == is->values.end())
          new_values_.emplace_back(sql::quote_literal(value), want.id);
  closing_loops_ = closing_loops(changes, input.live, [this](const ObjectId& id) { return live_dependencies(id); });
  make_nodes(changes);
  carry_along(changes);
  graph_ = Graph(nodes_.size());
  add_edges();
}

bool Nodes::parent_is_remade(const ObjectId& id) const {
  if (id.parent.empty()) return false;
  const auto parents = relations_of(id);
  return std::any_of(parents.begin(), parents.end(),
                     [this](const ObjectId& parent) { return upheaval_.remade.contains(parent); });
}

void Nodes::note_inseparable(const ChangeMap& changes) {
  for (const auto& [id, change] : changes)
    with_kind(id.kind, [&, &id = id, &change = change]<typename T>(const T*) {
      if constexpr (has_inseparable<T>) {
        const T* live = input_.live.find<T>(change.from);
        if (live && (change.verb == Verb::drop || change.verb == Verb::replace))
          for (const ObjectId& other : Kind<T>::inseparable(*live, input_.live)) goes_with_[other] = id;
        if (const T* wanted = input_.wanted.find<T>(id))
          for (const ObjectId& other : Kind<T>::inseparable(*wanted, input_.wanted)) comes_within_[other] = id;
      }
    });
  for (const auto& [id, change] : changes)
    if (change.verb == Verb::replace) note_part(change.from, changes);
  for (auto& [id, whole] : goes_with_)
    for (auto next = goes_with_.find(whole); next != goes_with_.end(); next = goes_with_.find(whole))
      whole = next->second;
}

// An index of a partition goes with that of its table, though it comes back by itself.
void Nodes::note_part(const ObjectId& part, const ChangeMap& changes) {
  for (const ObjectId& whole : wholes_of(part, input_.live)) {
    const auto goes = changes.find(whole);
    if (goes == changes.end() || (goes->second.verb != Verb::drop && goes->second.verb != Verb::replace)) continue;
    goes_with_[part] = whole;
    return;
  }
}

void Nodes::make_nodes(const ChangeMap& changes) {
  for (const Renaming& renaming : input_.renames.all()) {
    made_by_[renaming.to].push_back(nodes_.size());
    if (renaming.to.kind == KindTag::attribute) attributes_to_come_.push_back(nodes_.size());
    nodes_.push_back({Node::Part::rename, {Verb::rename, renaming.to, renaming.from, {}, {}, false}, {}});
  }
  const auto verb_of = [&changes](const ObjectId& id) {
    const auto found = changes.find(id);
    return found == changes.end() ? std::optional<Verb>() : found->second.verb;
  };
  for (const auto& [id, change] : changes) {
    if (change.carried_by.kind != KindTag::none) continue;
    const ObjectId on = subject_of(id);
    const auto parent_has = [&](Verb verb) {
      if (on.parent.empty() || on.schema.empty()) return false;  // nothing goes with a server
      const auto relations = relations_of(on);
      return std::any_of(relations.begin(), relations.end(),
                         [&](const ObjectId& relation) { return verb_of(relation) == verb; });
    };
    // Goes with its table, or with what the comment is on; but what ties two relations that go, goes first.
    const ForeignKey* key = change.verb == Verb::drop ? input_.live.find<ForeignKey>(id) : nullptr;
    const bool between =
        closing_loops_.contains(id) || (key && key->part_of.value.empty() && referenced_go(*key, changes));
    const bool with_parent = parent_has(Verb::drop) || parent_has(Verb::replace) || parent_is_remade(on);
    const bool with_another = goes_with_.contains(id);
    const bool with_subject = on != id && verb_of(on) == Verb::drop && !stays_without_facts(on.kind);
    if (change.verb == Verb::drop && !between && (with_parent || with_subject || with_another)) continue;
    if (change.verb == Verb::drop && id.kind == KindTag::sequence) {
      const Sequence& sequence = *input_.live.find<Sequence>(id);
      if (Kind<Sequence>::is_identity_there(sequence, input_.live, input_.wanted)) continue;
      const auto& owner = sequence.owned_by;
      const ObjectId owner_table = table_id(owner.schema, owner.table);
      const auto column = verb_of(column_id(owner_table, owner.column));
      if (!owner.empty() && (verb_of(owner_table) == Verb::drop || column == Verb::drop || column == Verb::replace))
        continue;
    }
    if (change.verb != Verb::drop && id.kind == KindTag::sequence && goes_along(change)) continue;
    if (id.kind == KindTag::identity_sequence) continue;
    const bool made_with_it = parent_has(Verb::create) || parent_has(Verb::replace) || parent_is_remade(on);
    if (change.verb == Verb::create && made_with_it && joins_parent(change)) continue;
    // What is replaced along with its view goes with it.
    if (change.verb == Verb::drop || (change.verb == Verb::replace && !with_parent && !with_another)) {
      dropped_by_[id].push_back(nodes_.size());
      nodes_.push_back({Node::Part::drop, change, {}});
    }
    Change made = change;
    if (change.releases) {
      released_by_[id].push_back(nodes_.size());
      nodes_.push_back({Node::Part::release, leaving(made), {}});
    }
    if (change.verb != Verb::drop) {
      if (change.verb == Verb::alter && alters_last(change)) last_.insert(nodes_.size());
      made_by_[id].push_back(nodes_.size());
      if (id.kind == KindTag::attribute && change.verb == Verb::create) attributes_to_come_.push_back(nodes_.size());
      nodes_.push_back({Node::Part::make, std::move(made), {}});
      make_in_two(change);
    }
    if (id.kind == KindTag::sequence && (change.verb == Verb::create || change.verb == Verb::replace) &&
        !input_.wanted.find<Sequence>(id)->owned_by.empty())
      nodes_.push_back({Node::Part::late, change, {}});
  }
  // The columns of a type that is made anew are made by its step.
  for (const ObjectId& type : upheaval_.remade)
    for (const ObjectId& column : remade_with(type, input_.live, input_.wanted))
      made_by_[column].insert(made_by_[column].end(), made_by_[type].begin(), made_by_[type].end());
}

// What leaves its place first shows in each of its two steps what that changes.
Change Nodes::leaving(Change& change) const {
  Change out = change;
  input_.live.visit(change.from, [&]<typename T>(const T& is) {
    if constexpr (can_leave<T>) {
      const T &want = *input_.wanted.find<T>(change.id), left = Kind<T>::left(is, want);
      out.fields = field_changes(is, left);
      change.fields = field_changes(left, want);
    }
  });
  return out;
}

bool Nodes::alters_last(const Change& change) const {
  bool out = false;
  input_.live.visit(change.from, [&]<typename T>(const T& is) {
    if constexpr (requires { Kind<T>::alters_last(is, is); }) {
      const T& want = *input_.wanted.find<T>(change.id);
      if constexpr (can_leave<T>)
        out = Kind<T>::alters_last(change.releases ? Kind<T>::left(is, want) : is, want);
      else
        out = Kind<T>::alters_last(is, want);
    }
  });
  return out;
}

// A shell first, for what comes within it. All others wait for the whole.
void Nodes::make_in_two(const Change& change) {
  if (change.verb != Verb::create && change.verb != Verb::replace) return;
  input_.wanted.visit(change.id, [&]<typename T>(const T& wanted) {
    if constexpr (has_inseparable<T>) {
      if (Kind<T>::mentions(wanted).empty()) return;
      shells_[change.id] = made_by_[change.id].back();
      made_by_[change.id].back() = nodes_.size();
      nodes_.push_back({Node::Part::late, change, {}});
      split_.insert(change.id);
    }
  });
}

// Another table, or a partition, to whose rows the key may refer.
bool Nodes::referenced_go(const ForeignKey& key, const ChangeMap& changes) const {
  std::vector<ObjectId> referenced = descendants_of(key.referenced(), input_.live);
  if (key.referenced() != table_of(key.id)) referenced.push_back(key.referenced());
  return std::any_of(referenced.begin(), referenced.end(), [&changes](const ObjectId& table) {
    const auto found = changes.find(table);
    return found != changes.end() && found->second.verb == Verb::drop;
  });
}

// Is the sequence made with its column, or logged with its table?
bool Nodes::goes_along(const Change& sequence) const {
  const Sequence& wanted = *input_.wanted.find<Sequence>(sequence.id);
  if (sequence.verb == Verb::create) return Kind<Sequence>::is_identity_there(wanted, input_.wanted, input_.live);
  const Sequence* live = input_.live.find<Sequence>(sequence.from);
  return live && Kind<Sequence>::goes_with_table(*live, wanted, input_.live, input_.wanted);
}

ObjectId Nodes::carrier_of(const Change& made) const {
  if (const auto* identity = input_.wanted.find<IdentitySequence>(made.id)) return identity->column.value.id();
  const Sequence* sequence = input_.wanted.find<Sequence>(made.id);
  if (!sequence) return made.id;
  const ObjectId column = sequence->owned_by.id();
  return made.verb == Verb::create ? column : table_of(column);
}

// Does the statement that makes its parent carry it out? What calls a function that needs the parent itself must follow
// that function.
bool Nodes::joins_parent(const Change& change) {
  bool joins = false;
  input_.wanted.visit(change.id, [&joins](const auto& object) { joins = made_with_parent(object); });
  // An index of a partition is there before it is attached, so that it becomes a part of its parent's; one with parts of
  // its own choice comes after them.
  const Index* index = input_.wanted.find<Index>(change.id);
  joins = joins || (index && !index->only && is_partition(table_of(change.id), input_.wanted));
  if (!joins || merges_with_another(change.id, input_.wanted)) return false;
  const std::set<ObjectId> parents = relations_of(change.id);
  if (std::none_of(parents.begin(), parents.end(),
                   [&](const ObjectId& parent) { return names_what_needs(change.id, parent); }))
    return true;
  if (change.id.kind != KindTag::column) return false;
  nodes_.push_back({Node::Part::late, change, {}});
  split_.insert(change.id);
  return true;
}

bool Nodes::names_what_needs(const ObjectId& id, const ObjectId& table) const {
  std::set<ObjectId> seen;
  std::vector<ObjectId> work;
  const auto look = [&](const std::set<ObjectId>& others) {
    for (const ObjectId& other : others)
      if (other.parent.empty() && other != table && seen.insert(other).second) work.push_back(other);
  };
  look(wanted_references_.named_by(id));
  while (!work.empty()) {
    const ObjectId next = work.back();
    work.pop_back();
    for (const auto& others : {wanted_references_.needed_by(next), wanted_references_.named_by(next)}) {
      if (others.contains(table)) return true;
      look(others);
    }
  }
  return false;
}

// Does a node make it, more than rename it?
bool Nodes::is_made(const ObjectId& id) const {
  const auto makers = made_by_.find(id);
  return makers != made_by_.end() && std::ranges::any_of(makers->second, [this](std::size_t node) {
           return nodes_[node].part != Node::Part::rename;
         });
}

// Changes without a node of their own join the node that carries them out.
void Nodes::carry_along(const ChangeMap& changes) {
  using Carriers = std::map<ObjectId, std::vector<std::size_t>>;
  const auto join = [this](Carriers& by, const ObjectId& carrier, const Change& change) {
    const auto found = by.find(carrier);
    if (found == by.end()) return false;
    // What is renamed and made anew comes to be by the second.
    const auto made = std::find_if(found->second.begin(), found->second.end(),
                                   [this](std::size_t node) { return nodes_[node].part != Node::Part::rename; });
    if (made == found->second.end() && carrier == change.id) return false;
    const std::size_t node = made == found->second.end() ? found->second.front() : *made;
    nodes_[node].carried.push_back(change);
    nodes_[node].carried.back().releases = split_.contains(change.id);
    by[change.id].push_back(node);
    return true;
  };
  // What it hangs on, or what that hangs on.
  const auto join_any = [&join](Carriers& by, const ObjectId& on, const Change& change) {
    if (join(by, on, change)) return true;
    if (on.parent.empty()) return false;
    const auto relations = relations_of(on);
    return std::any_of(relations.begin(), relations.end(),
                       [&](const ObjectId& relation) { return join(by, relation, change); });
  };
  for (const auto& [id, change] : changes) {
    if (change.carried_by.kind != KindTag::none) {
      carry_on(change);
      continue;
    }
    if ((change.verb == Verb::create || change.verb == Verb::alter) && !is_made(id))
      join_any(made_by_, carrier_of(change), change);
    const auto whole = goes_with_.find(id);
    if (change.verb == Verb::replace && !dropped_by_.contains(id))
      join_any(dropped_by_, whole == goes_with_.end() ? id : whole->second, change);
    if (change.verb != Verb::drop || dropped_by_.contains(id)) continue;
    ObjectId on = whole == goes_with_.end() ? subject_of(id) : whole->second;
    if (id.kind == KindTag::sequence) on = input_.live.find<Sequence>(id)->owned_by.id();
    if (id.kind == KindTag::identity_sequence) on = input_.live.find<IdentitySequence>(id)->column.value.id();
    if (!join_any(dropped_by_, on, change)) join_any(made_by_, on, change);
  }
}

// With the change of its parent's.
void Nodes::carry_on(const Change& change) {
  // A clone of a trigger has its state no more where the trigger's is set.
  const bool gone = change.verb == Verb::drop && dropped_by_.contains(change.carried_by);
  for (auto* by : {&made_by_, &dropped_by_}) {
    if (change.verb != Verb::replace && gone != (by == &dropped_by_)) continue;
    const auto carrier = by->find(change.carried_by);
    if (carrier == by->end()) continue;
    const std::vector<std::size_t> nodes = carrier->second;
    for (const std::size_t node : nodes) nodes_[node].carried.push_back(change);
    (*by)[change.id] = nodes;
  }
}

namespace {

// Does a text mean it without the name of what it is a part of, or without any name at all?
bool is_meant_by_itself(KindTag kind) {
  return is_routine(kind) || kind == KindTag::operator_ || kind == KindTag::operator_class || kind == KindTag::cast ||
         kind == KindTag::attribute;
}

}  // namespace

void Nodes::add_edges() {
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    const KindTag kind = nodes_[node].change.id.kind;
    const bool dropped = nodes_[node].part == Node::Part::drop;
    if (kind == KindTag::extension) (dropped ? extensions_dropped_ : extensions_made_).push_back(node);
    if (dropped && nodes_[node].change.verb == Verb::drop && is_meant_by_itself(kind))
      meanings_dropped_.push_back(node);
  }
  edges_of_renames();
  edges_of_attributes();
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    edges_of_leaving(node);
    switch (nodes_[node].part) {
      case Node::Part::rename:
        break;
      case Node::Part::drop:
      case Node::Part::release:
        edges_of_dropping(node);
        break;
      case Node::Part::make:
        edges_of_making(node);
        if (nodes_[node].change.verb == Verb::alter) edges_of_altering(node);
        break;
      case Node::Part::late:
        edges_of_making(node);
        break;
    }
  }
  edges_between_names();
  edges_of_room();
  graph_.break_soft_loops();
  edges_of_bodies();
}

// A rename waits for those of its schema and its table only; all else that bears the new name waits for it.
void Nodes::edges_of_renames() {
  for (std::size_t node = 0; node < nodes_.size() && nodes_[node].part == Node::Part::rename; ++node) {
    const ObjectId& id = nodes_[node].change.id;
    std::set<ObjectId> parents = relations_of(id);
    parents.insert(schema_id(id.schema));
    parents.insert(schema_id(nodes_[node].change.from.schema));
    for (const ObjectId& parent : parents)
      for (const std::size_t first : made_by_[parent])
        if (nodes_[first].part == Node::Part::rename || nodes_[first].change.verb == Verb::create)
          graph_.must_run_before(first, node);
        else if (upheaval_.remade.contains(parent))
          graph_.must_run_before(node, first);
    edges_of_renames_before(node);
    // What is made anew has it under its new name.
    for (const ObjectId& parent : parents)
      for (const std::size_t dropped : dropped_by_[parent]) graph_.must_run_before(node, dropped);
  }
}

// A sequence moves along with the table that owns it; a signature names types as they are called by then.
void Nodes::edges_of_renames_before(std::size_t node) {
  const ObjectId& id = nodes_[node].change.id;
  const auto after = [&](const ObjectId& other, bool moves_only) {
    for (const std::size_t first : made_by_[other]) {
      const Change& change = nodes_[first].change;
      if (nodes_[first].part == Node::Part::rename && (!moves_only || change.from.schema != change.id.schema))
        graph_.must_run_before(first, node);
    }
  };
  const Sequence* sequence = input_.live.find<Sequence>(id);
  if (sequence && !sequence->owned_by.empty()) after(table_of(sequence->owned_by.id()), true);
  if (!name_is_sql(id.kind)) return;
  for (const ObjectId& needed : live_references_.needed_by(id))
    if (is_type(needed.kind) || is_relation(needed.kind)) after(needed, false);
}

namespace {

// What is needed may come to be by a rename of its table or schema.
std::set<ObjectId> with_containers(std::set<ObjectId> needed) {
  for (const ObjectId& other : std::set<ObjectId>(needed)) {
    if (!other.parent.empty()) needed.merge(relations_of(other));
    needed.insert(schema_id(other.schema));
  }
  return needed;
}

}  // namespace

void Nodes::edges_of_making(std::size_t node) {
  const Change& change = nodes_[node].change;
  std::vector<ObjectId> made{change.id};
  for (const Change& carried : nodes_[node].carried) made.push_back(carried.id);
  std::set<ObjectId> by_itself;
  for (const Change& carried : nodes_[node].carried)
    if (carried.carried_by.kind != KindTag::none) by_itself.insert(carried.id);
  for (const ObjectId& id : made) {
    for (const std::size_t dropped : dropped_by_[id]) graph_.must_run_before(dropped, node);
    for (const std::size_t released : released_by_[id]) graph_.must_run_before(released, node);
    if (by_itself.contains(id)) continue;
    std::set<ObjectId> needed = wanted_references_.needed_by(id);
    if (const ForeignKey* foreign = input_.wanted.find<ForeignKey>(id)) {
      for (const ObjectId& key : keys_of(*foreign, input_.live))
        for (const std::size_t dropped : dropped_by_[key]) graph_.must_run_before(dropped, node);
      // One to a partitioned table has for each partition another of its table's, which may have a name that would be chosen.
      const auto [other, others_end] = input_.live.children<ForeignKey>(table_of(id));
      std::for_each(other, others_end, [&](const ForeignKey& key) {
        if (is_partitioned(key.referenced(), input_.live))
          for (const std::size_t dropped : dropped_by_[key.id]) graph_.should_run_before(dropped, node);
      });
      // No partition leaves its table, even to come back, while rows of it are referenced.
      for (const ObjectId& partition : descendants_of(foreign->referenced(), input_.live))
        for (const std::size_t first : made_by_[partition])
          if (nodes_[first].part != Node::Part::rename && nodes_[first].change.id == partition)
            graph_.must_run_before(first, node);
    }
    // A new one is owned in a step of its own; one that is there is altered when the column is there, too.
    if (const Sequence* sequence = input_.wanted.find<Sequence>(id)) {
      const Sequence* is = change.verb == Verb::alter ? input_.live.find<Sequence>(id) : nullptr;
      if (nodes_[node].part == Node::Part::late || (is && is->owned_by != sequence->owned_by))
        needed.merge(Kind<Sequence>::needs_late(*sequence));
    }
    needed.insert(id);
    needed.merge(needed_of_parents(node, id));
    const bool without_names = nodes_[node].part != Node::Part::late && split_.contains(id);
    std::set<ObjectId> named = without_names ? std::set<ObjectId>() : wanted_references_.named_by(id);
    if (!without_names) named.merge(enums_of_constants(id, as_written(id), new_values_));
    const auto after = [&](const std::set<ObjectId>& others, auto&& add_edge) {
      for (const ObjectId& other : with_containers(others))
        for (const std::size_t first : makers_of(other, id))
          if (id.kind == KindTag::foreign_key && changes_persistence(first))
            graph_.must_run_before(first, node);
          else if (waits_for(first, id))
            graph_.must_run_before(node, first);
          else if (change.verb == Verb::alter && lets_go_first(id, first))
            graph_.must_run_before(node, first);
          else if (last_.contains(first) && first != node && id.kind != KindTag::cloned_trigger)
            continue;  // it is there already
          else if (nodes_[first].change.id != change.id || nodes_[first].part < nodes_[node].part)
            add_edge(first);
    };
    const bool is_query = id.kind == KindTag::view || id.kind == KindTag::materialized_view ||
                          id.kind == KindTag::function || id.kind == KindTag::procedure;
    after(named, [&](std::size_t first) {
      if (!is_query || !keeps_its_type(first)) graph_.should_run_before(first, node);
    });
    if (!without_names) edges_of_meaning(node, id, named);
    after(needed, [&](std::size_t first) { graph_.must_run_before(first, node); });
  }
  if (const auto shell = shells_.find(change.id); shell != shells_.end() && nodes_[node].part == Node::Part::late)
    graph_.must_run_before(shell->second, node);
  edges_of_parts(node);
  edges_of_lost_wholes(node);
  edges_of_clones(node);
  edges_of_coming(node);
  // Types, operator classes and functions of extensions leave no trace in names that could be trusted.
  if (change.id.kind > KindTag::extension && change.id.of != KindTag::extension)
    for (const std::size_t first : extensions_made_) graph_.must_run_before(first, node);
}

// Does it alter a column of which a query sees nothing but its type?
bool Nodes::keeps_its_type(std::size_t node) const {
  const Change& change = nodes_[node].change;
  return change.id.kind == KindTag::column && change.verb == Verb::alter && nodes_[node].part == Node::Part::make &&
         !upheaval_.retyped.contains(change.id);
}

// Does it make a table logged or unlogged?
bool Nodes::changes_persistence(std::size_t node) const {
  const Change& change = nodes_[node].change;
  if (nodes_[node].part != Node::Part::make || change.verb != Verb::alter) return false;
  const Table *live = input_.live.find<Table>(change.from), *wanted = input_.wanted.find<Table>(change.id);
  return live && wanted && live->unlogged != wanted->unlogged;
}

// By what nodes something is there as another needs it: for what comes within it, its shell is enough.
std::vector<std::size_t> Nodes::makers_of(const ObjectId& needed, const ObjectId& by) const {
  const auto all = made_by_.find(needed);
  std::vector<std::size_t> out;
  if (all != made_by_.end()) out = all->second;
  const auto within = comes_within_.find(by);
  if (within == comes_within_.end() || within->second != needed) return out;
  std::erase_if(out, [this](std::size_t node) { return nodes_[node].part != Node::Part::rename; });
  if (const auto shell = shells_.find(needed); shell != shells_.end()) out.push_back(shell->second);
  return out;
}

// The altered relation on which the part hangs, where all its parts go first; clones of triggers come with it.
bool Nodes::waits_for(std::size_t node, const ObjectId& part) const {
  const ObjectId& relation = nodes_[node].change.id;
  return last_.contains(node) && part.kind != KindTag::cloned_trigger && relation.schema == part.schema &&
         relation.name == part.parent;
}

// By structure, and as the server knows it.
std::set<ObjectId> Nodes::live_dependencies(const ObjectId& id) const {
  std::set<ObjectId> out = live_references_.needed_by(id);
  if (const auto known = depends_on_.find(id); known != depends_on_.end())
    out.insert(known->second.begin(), known->second.end());
  return out;
}

// What stands on it must be gone first; it must be gone before what it stands on changes or goes.
void Nodes::edges_of_dropping(std::size_t node) {
  // By its new name. That of an index has its table's not in it, only the schema.
  const ObjectId& self = nodes_[node].change.id;
  std::set<ObjectId> names = addressed_by(self);
  // Types in a signature, the role of default privileges, the table of an identity.
  const ObjectId on = subject_of(self);
  for (const ObjectId& needed : live_references_.needed_by(on))
    if (needed.kind == KindTag::role || on.kind == KindTag::identity_sequence ||
        (name_is_sql(on.kind) && is_type(needed.kind)))
      for (const ObjectId& name : addressed_by(needed)) names.insert(name);
  for (const ObjectId& name : names)
    for (const std::size_t renamed : made_by_[name]) {
      const ObjectId& from = nodes_[renamed].change.from;
      const bool unsaid = self.kind == KindTag::index && from.kind == KindTag::table && from.schema == self.schema;
      if (nodes_[renamed].part == Node::Part::rename && !unsaid) graph_.must_run_before(renamed, node);
    }
  std::vector<ObjectId> gone{nodes_[node].change.id};
  for (const Change& carried : nodes_[node].carried) gone.push_back(carried.id);
  for (const ObjectId& id : gone) {
    edges_of_lost_columns(node, id);
    for (const ObjectId& other : live_dependencies(id)) {
      if (is_whole_of(other, id)) {  // with which it goes, too
        for (const std::size_t then : dropped_by_[other]) graph_.should_run_before(node, then);
        continue;
      }
      for (const std::size_t then : dropped_by_[other]) {
        graph_.must_run_before(node, then);
        // Made again before, its text would find what goes once more: one overload, not the other that stays.
        for (const std::size_t again : made_by_[id])
          if (again != then && may_use(id, other, as_written(id))) graph_.should_run_before(then, again);
      }
      for (const std::size_t made : made_by_[other]) {
        if (nodes_[made].part == Node::Part::rename) continue;
        if (leaves_whole(id, other))
          graph_.must_run_before(leaver(other).value_or(made), node);
        else if (id.kind == KindTag::primary_key && other.kind == KindTag::column)
          graph_.must_run_before(node, made);  // a column of a primary key can't lose its NOT NULL
        else if (id.kind == KindTag::foreign_key && other.kind == KindTag::table)
          graph_.must_run_before(node, made);  // tables that are bound stay both logged or both unlogged
        else if (upheaval_.retyped.contains(other) || upheaval_.replaced.contains(other) ||
                 upheaval_.remade.contains(other))
          graph_.must_run_before(node, made);
      }
    }
    if (const ForeignKey* key = input_.live.find<ForeignKey>(id); key && key->part_of.value.empty())
      for (const ObjectId& partition : descendants_of(key->referenced(), input_.live))
        for (const auto* by : {&dropped_by_, &released_by_, &made_by_})
          if (const auto nodes = by->find(partition); nodes != by->end())
            for (const std::size_t then : nodes->second)
              if (then != node && nodes_[then].part != Node::Part::rename) graph_.must_run_before(node, then);
    // What goes with an extension must be out of use before it goes.
    if (id.kind > KindTag::extension)
      for (const std::size_t then : extensions_dropped_) graph_.must_run_before(node, then);
  }
}

// An alter frees what the object stood on before: a default its sequence, a column its enum.
void Nodes::edges_of_altering(std::size_t node) {
  const ObjectId& id = nodes_[node].change.id;
  if (const Table* table = input_.wanted.find<Table>(id)) edges_of_persistence(*table, node);
  edges_of_marks(id, node);
  edges_of_identity(id, node);
  std::set<ObjectId> still = wanted_references_.needed_by(id);
  still.merge(wanted_references_.named_by(id));
  for (const ObjectId& other : live_dependencies(id)) {
    if (still.contains(other) || leaves_first(id, other)) continue;
    // What it has let go of it takes again once that is gone: but its type it keeps as long.
    const bool let_go = nodes_[node].change.releases && !is_type(other.kind);
    for (const std::size_t then : dropped_by_[other])
      if (!let_go) graph_.must_run_before(node, then);
    if (upheaval_.remade.contains(other))
      for (const std::size_t then : made_by_[other]) graph_.must_run_before(node, then);
  }
}

// A logged table must not reference an unlogged one, at no time.
void Nodes::edges_of_persistence(const Table& table, std::size_t node) {
  const Table* live = input_.live.find<Table>(table.id);
  if (!live || live->unlogged == table.unlogged) return;
  for (const ForeignKey& key : input_.wanted.all<ForeignKey>()) {
    if (!input_.live.contains(key.id) || dropped_by_.contains(key.id)) continue;
    if (table.unlogged && key.referenced() == table.id)
      for (const std::size_t child : made_by_[table_of(key.id)]) graph_.must_run_before(child, node);
    if (!table.unlogged && table_of(key.id) == table.id)
      for (const std::size_t parent : made_by_[key.referenced()]) graph_.must_run_before(parent, node);
  }
}

// A name is free once its bearer is dropped, renamed or, as an identity's sequence, no longer needed.
void Nodes::edges_between_names() {
  struct Bearer {
    std::size_t node;
    ObjectId id;  // its last one
  };
  std::map<Name, std::vector<Bearer>> freed, taken;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    std::set<std::pair<Name, ObjectId>> has, will_have;
    const auto look = [&](const Change& change, Node::Part part) {
      const bool rename = part == Node::Part::rename;
      const bool before = rename || part == Node::Part::drop || change.verb == Verb::alter || change.verb == Verb::drop;
      const bool after = rename || (part == Node::Part::make && change.verb != Verb::drop);
      if (part == Node::Part::late) return;
      if (before)
        for (const Name& name : rename ? names_of(change.from, {}) : names_of(change.from, input_.live))
          has.emplace(name, change.id);
      if (after)
        for (const Name& name : rename ? names_of(change.id, {}) : names_of(change.id, input_.wanted))
          will_have.emplace(name, change.id);
      // Those of children are renamed along with their parent's.
      if (!rename || change.id.kind != KindTag::column) return;
      for (const ObjectId& child : descendants_of(table_of(change.id), input_.live)) {
        const ObjectId was = column_id(child, change.from.name), is = column_id(child, change.id.name);
        for (const Name& name : names_of(was, {})) has.emplace(name, is);
        for (const Name& name : names_of(is, {})) will_have.emplace(name, is);
      }
    };
    look(nodes_[n].change, nodes_[n].part);
    for (const Change& carried : nodes_[n].carried) look(carried, nodes_[n].part);
    for (const auto& [name, id] : has)
      if (!will_have.contains({name, id})) freed[name].push_back({n, id});
    for (const auto& [name, id] : will_have)
      if (!has.contains({name, id})) taken[name].push_back({n, id});
  }
  for (const auto& [name, takers] : taken)
    for (const Bearer& first : freed[name])
      for (const Bearer& then : takers) {
        // What is renamed and then made anew frees the new name itself.
        const bool itself = nodes_[then.node].part == Node::Part::rename && first.id == then.id;
        if (!itself) graph_.must_run_before(first.node, then.node);
      }
}

}  // namespace plumb
