// What the text of an object that comes or changes would mean, if it were read now: PostgreSQL binds it to what is there.
#include "plan/nodes.h"

#include <algorithm>

#include "plan/bodies.h"
#include "plan/references.h"

namespace plumb {

// The side that has an object's text as it is declared.
const Database& Nodes::as_written(const ObjectId& id) const {
  return input_.declared.contains(id) ? input_.declared : input_.wanted;
}

// What it may mean comes first where it comes, and goes first where it goes.
void Nodes::edges_of_meaning(std::size_t node, const ObjectId& id, const std::set<ObjectId>& named) {
  edges_of_going(node, id, named);
  // "(c).x" does not say of which type x is.
  for (const std::size_t first : attributes_to_come_)
    if (first != node && may_use(id, nodes_[first].change.id, as_written(id))) graph_.should_run_before(first, node);
}

// What comes would find what is yet to go, and hold it: an overload that fits better, a column that a bare name means first.
void Nodes::edges_of_going(std::size_t node, const ObjectId& id, const std::set<ObjectId>& named) {
  const bool is_key = id.kind == KindTag::unique || id.kind == KindTag::primary_key;  // by the operators of its columns
  if (!is_key && !has_text(id, as_written(id))) return;
  const auto after = [&](const ObjectId& gone, std::size_t dropped) {
    if (dropped != node && may_mean(id, gone)) graph_.should_run_before(dropped, node);
  };
  for (const std::size_t dropped : meanings_dropped_) after(nodes_[dropped].change.id, dropped);
  const bool takes_all = expands_columns(id, as_written(id));  // SELECT * would hold it
  std::set<ObjectId> relations = named;
  if (!id.parent.empty()) relations.insert(table_of(id));
  for (const ObjectId& relation : relations) {
    if (!is_relation(relation.kind)) continue;
    const auto [first, last] = input_.live.children<Column>(relation);
    std::for_each(first, last, [&](const Column& column) {
      for (const std::size_t dropped : dropped_by_[column.id])
        if (takes_all && dropped != node)
          graph_.should_run_before(dropped, node);
        else if (nodes_[dropped].change.verb == Verb::drop)
          after(column.id, dropped);
    });
  }
}

// Of what goes. A cast that is done without being asked for may be anywhere.
bool Nodes::may_mean(const ObjectId& id, const ObjectId& gone) const {
  const Cast* cast = input_.live.find<Cast>(gone);
  if (cast && cast->context == "explicit") return casts_to(id, cast->target, as_written(id));
  return may_use(id, gone, as_written(id));
}

// Has it a body that is text, and is to have another than before?
bool Nodes::has_new_body(std::size_t node) const {
  const Change& change = nodes_[node].change;
  bool out = false;
  if (nodes_[node].part != Node::Part::make) return out;
  input_.wanted.visit(change.id, [&]<typename T>(const T& want) {
    if constexpr (has_unchecked_body<T>) {
      const T* is = input_.live.find<T>(change.from);
      out = !want.body.sql && (!is || is->body.sql || is->body.text != want.body.text);
    }
  });
  return out;
}

// Does something come to be there by it that a body may speak of: under a name, of a type, with other columns?
bool Nodes::comes_by(std::size_t node) const {
  const Change& change = nodes_[node].change;
  if (nodes_[node].part == Node::Part::rename) return true;
  if (nodes_[node].part != Node::Part::make) return false;
  const KindTag kind = change.id.kind;
  const bool gives_others =
      is_routine(kind) ? change.verb == Verb::replace : kind == KindTag::view || kind == KindTag::materialized_view;
  return change.verb == Verb::create || (gives_others && !change.fields.empty()) || loses_not_null(change) ||
         upheaval_.retyped.contains(change.id) || upheaval_.replaced.contains(change.id);
}

// A body that is text is read when it runs: before what it speaks of is there it would fail, and all that calls it. But what
// needs the routine comes after it in any case.
void Nodes::edges_of_bodies() {
  std::map<ObjectId, std::size_t> makers;
  for (std::size_t node = 0; node < nodes_.size(); ++node)
    if (has_new_body(node)) makers.emplace(nodes_[node].change.id, node);
  if (makers.empty()) return;
  const UncheckedBodies bodies(input_.wanted);
  std::map<std::size_t, std::set<std::size_t>> firsts;
  const auto add = [&](const std::vector<ObjectId>& routines, std::size_t first) {
    for (const ObjectId& routine : routines)
      if (const auto maker = makers.find(routine); maker != makers.end()) firsts[maker->second].insert(first);
  };
  for (std::size_t first = 0; first < nodes_.size(); ++first) {
    if (!comes_by(first)) continue;
    const Change& change = nodes_[first].change;
    add(bodies.speaking_of(change.id), first);
    if (change.id.kind == KindTag::view && change.verb != Verb::create) add(bodies.given_rows_of(change.id), first);
  }
  for (const auto& [literal, of] : new_values_)
    for (const std::size_t first : made_by_[of]) add(bodies.with_text(literal), first);
  for (const auto& [node, before] : firsts) {
    const std::vector<bool> then = graph_.reachable({node});
    for (const std::size_t first : before)
      if (!then[first]) graph_.must_run_before(first, node);
  }
}

// Rows have their values by the places of the attributes.
void Nodes::edges_of_attributes() {
  const auto comes = [this](std::size_t node) {
    return nodes_[node].part == Node::Part::make ? input_.wanted.find<Attribute>(nodes_[node].change.id) : nullptr;
  };
  for (const std::size_t node : attributes_to_come_)
    for (const std::size_t first : attributes_to_come_) {
      const Attribute *is = comes(node), *before = comes(first);
      if (is && before && is->id.schema == before->id.schema && is->id.parent == before->id.parent &&
          before->position.value < is->position.value)
        graph_.must_run_before(first, node);
    }
}

}  // namespace plumb
