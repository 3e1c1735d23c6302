#include "kinds/cloned_trigger.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<ClonedTrigger>::query(ServerVersion version) {
  // Before 15 clones are internal, as triggers of foreign keys are, which have no parents there; and what has been renamed
  // on a partition alone is out of reach of its trigger.
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, t.tgname AS name, t.oid, {} AS enabled"
      " FROM pg_catalog.pg_trigger t"
      " JOIN pg_catalog.pg_trigger whole ON whole.oid = t.tgparentid AND whole.tgenabled <> t.tgenabled"
      " JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE t.tgparentid <> 0 AND {} AND {} AND {}",
      enabled_word("t.tgenabled"),
      version.at_least(15) ? "NOT t.tgisinternal" : "t.tgisinternal AND t.tgname = whole.tgname", in_scope("n"),
      managed_relation("c", "'r', 'p', 'f'"));
}

std::optional<std::string> enabled_above(const ObjectId& clone, const Database& database) {
  if (!is_partition(table_of(clone), database)) return std::nullopt;
  for (const ObjectId& table : ancestors_of(table_of(clone), database)) {
    if (const auto* above = database.find<ClonedTrigger>(child_id(KindTag::cloned_trigger, table, clone.name)))
      return above->enabled;
    const auto* trigger = database.find<Trigger>(child_id(KindTag::trigger, table, clone.name));
    if (trigger && trigger->level == "row") return trigger->enabled;
  }
  return std::nullopt;
}

bool stays_partition(const ObjectId& relation, const Context& context) {
  const Descendant* live = descendant(relation, context.live);
  const Descendant* wanted = descendant(relation, context.wanted);
  return live && wanted && !live->partition_of.empty() && live->partition_of == wanted->partition_of &&
         live->bound == wanted->bound && !context.aside.contains(wanted->id);
}

namespace {

Statement enable(const ObjectId& clone, const std::string& enabled, const Context& context) {
  auto out = set_enabled(clone, enabled, context);
  const ClonedTrigger* live = context.live.find<ClonedTrigger>(clone);
  const auto before = live ? live->enabled : enabled_above(clone, context.live);
  if (!before || before == enabled) out.hazards.clear();  // it is new
  return out;
}

// How many steps up to the table; none: it is not above, or there is one between that does not stay.
std::optional<int> steps_up(ObjectId relation, const ObjectId& table, const Context& context) {
  for (int steps = 1; stays_partition(relation, context); ++steps) {
    relation = parents_of(relation, context.wanted).front();
    if (relation == table_of(table)) return steps;
  }
  return std::nullopt;
}

}  // namespace

void set_clones_below(const ObjectId& trigger, const Context& context, Statements& out) {
  std::vector<std::pair<int, const ClonedTrigger*>> below;
  for (const ClonedTrigger& clone : context.wanted.all<ClonedTrigger>())
    if (clone.id.name == trigger.name)
      if (const auto steps = steps_up(table_of(clone.id), trigger, context)) below.emplace_back(*steps, &clone);
  // What is set for a partition holds for its own partitions too.
  std::stable_sort(below.begin(), below.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [steps, clone] : below) out.push_back(enable(clone->id, clone->enabled, context));
}

std::set<ObjectId> Kind<ClonedTrigger>::needs(const ClonedTrigger& t) { return relations_of(t.id); }

Statements Kind<ClonedTrigger>::create(const ClonedTrigger& t, const Context& context) {
  Statements out{enable(t.id, t.enabled, context)};
  set_clones_below(t.id, context, out);
  return out;
}

std::optional<Statements> Kind<ClonedTrigger>::alter(const ClonedTrigger&, const ClonedTrigger& wanted,
                                                     const Context& context) {
  return create(wanted, context);
}

Statements Kind<ClonedTrigger>::drop(const ClonedTrigger& t, const Context& context) {
  Statements out{enable(t.id, enabled_above(t.id, context.wanted).value_or("origin"), context)};
  set_clones_below(t.id, context, out);
  return out;
}

std::string Kind<ClonedTrigger>::reference(const ObjectId& id) { return Kind<Trigger>::reference(id); }

void Kind<ClonedTrigger>::read_short(std::string_view text, ClonedTrigger t, Database& into) {
  if (std::find(std::begin(enabled_words), std::end(enabled_words), text) == std::end(enabled_words))
    throw sql::SyntaxError("expected origin, disabled, replica or always", 0);
  t.enabled = text;
  into.add(std::move(t));
}

std::optional<std::string> Kind<ClonedTrigger>::write_short(const ClonedTrigger& t, const Database&) {
  return t.enabled;
}

void leave_out_equal_clones(Database& wanted) {
  std::set<ObjectId> equal;
  for (const ClonedTrigger& t : wanted.all<ClonedTrigger>())
    if (enabled_above(t.id, wanted) == t.enabled && !has_attached(wanted, t.id)) equal.insert(t.id);
  std::erase_if(wanted.all_of<ClonedTrigger>(), [&equal](const ClonedTrigger& t) { return equal.contains(t.id); });
}

}  // namespace plumb
