#include "plan/inherit.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/bounds.h"
#include "plan/diff.h"
#include "plan/graph.h"

namespace plumb {

namespace {

// A column of a grandchild is carried by what carries the child's.
void carry_by_topmost(ChangeMap& changes) {
  const auto is_carried = [](const Change& change) { return change.carried_by.kind != KindTag::none; };
  for (auto& [id, change] : changes)
    for (auto next = changes.find(change.carried_by); next != changes.end() && is_carried(next->second);
         next = changes.find(change.carried_by))
      change.carried_by = next->second.carried_by;
}

class Inheritance {
 public:
  Inheritance(ChangeMap& changes, const PlanInput& input, const Context& context)
      : changes_(changes), live_(input.live), wanted_(input.wanted), context_(context) {}

  void run() {
    keep_differences();
    std::vector<ObjectId> none;
    for (auto& [id, change] : changes_) {
      if (id.parent.empty() || subject_of(id) != id) continue;
      const ObjectId table = table_of(id);
      if (id.kind == KindTag::column) over_type(change);
      for (const ObjectId& parent : parents_of(table, live_))
        if (stays_child(table, parent)) over_parent(change, parent, none);
      if (change.verb == Verb::drop && comes_to_parent(id)) none.push_back(id);
    }
    for (const ObjectId& id : none) changes_.erase(id);
    carry_by_topmost(changes_);
  }

 private:
  static bool is_carried(const Change& change) { return change.carried_by.kind != KindTag::none; }

  bool stays_child(const ObjectId& table, const ObjectId& parent) const {
    const auto wants = parents_of(table, wanted_);
    return std::find(wants.begin(), wants.end(), parent) != wants.end();
  }

  const Change* change_of(const ObjectId& id) const {
    const auto found = changes_.find(id);
    return found == changes_.end() ? nullptr : &found->second;
  }

  // An ALTER of a parent's column would overwrite what a child has of its own.
  void keep_differences() {
    std::vector<ObjectId> overwritten;
    for (const auto& [id, change] : changes_)
      if (id.kind == KindTag::column && change.verb == Verb::alter) overwritten_below(id, overwritten);
    for (const ObjectId& id : overwritten) changes_.try_emplace(id, Change{Verb::alter, id, id, {}, {}, false});
  }

  void overwritten_below(const ObjectId& column, std::vector<ObjectId>& out) const {
    for (const ObjectId& child : children_of(table_of(column), live_)) {
      const ObjectId id = column_id(child, column.name);
      const Column* is = live_.find<Column>(id);
      const Column* want = wanted_.find<Column>(id);
      if (!is || !want) continue;
      if (!(after_parents(*is, context_) == *want)) out.push_back(id);
      overwritten_below(id, out);
    }
  }

  void over_parent(Change& change, const ObjectId& parent, std::vector<ObjectId>& none) {
    if (change.id.kind == KindTag::column) return over_column(change, column_id(parent, change.id.name));
    live_.visit(change.id, [&]<typename T>(const T& is) {
      if constexpr (requires { is.part_of; })
        if (!is.part_of.value.empty()) over_part(change, child_id(Kind<T>::tag, parent, is.part_of.value), none);
    });
  }

  // A column of a typed table is an attribute of its type.
  void over_type(Change& change) {
    const Table* is = live_.find<Table>(table_of(change.id));
    const Table* want = wanted_.find<Table>(table_of(change.id));
    const Composite* type = is && want && is->of == want->of ? type_of(*want, wanted_) : nullptr;
    if (!type) return;
    const ObjectId attribute = child_id(KindTag::attribute, type->id, change.id.name);
    const Change* whole = change_of(attribute);
    if (whole && whole->verb == change.verb) change.carried_by = attribute;
  }

  void over_column(Change& change, const ObjectId& whole) {
    const Change* parents = change_of(whole);
    if (!parents || is_carried(change)) return;
    const Column* is = live_.find<Column>(change.id);
    const Column* want = wanted_.find<Column>(change.id);
    bool carried = false;
    if (change.verb == Verb::drop && parents->verb == Verb::drop)
      carried = is_partition(table_of(change.id), live_) || (is->inherited.value && !is_dropped_alone(whole, context_));
    if (change.verb == Verb::create && parents->verb == Verb::create)
      carried = Kind<Column>::create(*want, context_).empty();
    if (change.verb == Verb::alter && parents->verb == Verb::alter) carried = after_parents(*is, context_) == *want;
    if (carried) change.carried_by = whole;
  }

  // A part goes with the whole, and comes with a new one, but for a check that is a child's own too. Where the whole stays it
  // stays too, whatever its name.
  void over_part(Change& change, const ObjectId& whole, std::vector<ObjectId>& none) {
    if (change.verb != Verb::drop) return;
    if (const Change* parents = change_of(whole)) {
      const Check* check = live_.find<Check>(change.id);
      const bool own = check && check->local.value;
      if (!own && (parents->verb != Verb::drop || !is_dropped_alone(whole, context_))) change.carried_by = whole;
    } else if (live_.contains(whole))
      none.push_back(change.id);
  }

  // What a table that becomes a partition has alike becomes part of its parent's.
  bool comes_to_parent(const ObjectId& id) const {
    bool out = false;
    const ObjectId table = table_of(id);
    for (const ObjectId& parent : parents_of(table, wanted_)) {
      const auto had = parents_of(table, live_);
      if (std::find(had.begin(), had.end(), parent) != had.end()) continue;
      live_.visit(id, [&]<typename T>(const T& is) {
        if constexpr (requires { is.part_of; }) out = out || has_alike(is, parent);
      });
    }
    return out;
  }

  template <typename T>
  bool has_alike(const T& is, const ObjectId& parent) const {
    const auto [first, last] = wanted_.children<T>(parent);
    return std::any_of(first, last, [&is](const T& whole) {
      T same = whole;
      static_cast<Base&>(same) = is;
      return same == is && (!std::is_same_v<T, Check> || whole.id.name == is.id.name);
    });
  }

  ChangeMap& changes_;
  const Database& live_;
  const Database& wanted_;
  const Context& context_;
};

class Clones {
 public:
  Clones(ChangeMap& changes, const PlanInput& input, const Context& context)
      : changes_(changes), live_(input.live), wanted_(input.wanted), context_(context) {}

  void run() {
    for (const ClonedTrigger& clone : wanted_.all<ClonedTrigger>()) {
      const Cause cause = cause_of(clone.id);
      if (cause.moves && live_.contains(clone.id))
        changes_.try_emplace(
            clone.id,
            Change{Verb::alter, clone.id, clone.id, {}, "the partition is attached anew, and its clones are new"});
      if (!cause.moves) carry(clone.id, cause.id);
    }
    for (const ClonedTrigger& clone : live_.all<ClonedTrigger>())
      if (!wanted_.contains(clone.id)) carry(clone.id, cause_of(clone.id).id);
    carry_by_topmost(changes_);
  }

 private:
  struct Cause {
    ObjectId id;  // of the trigger, a clone between, or the table that comes or goes; none: nothing changes above it
    bool moves = false;  // the table does
  };

  // The next change above that sets the clone, too.
  Cause cause_of(const ObjectId& clone) const {
    for (ObjectId table = table_of(clone); is_partition(table, live_) || is_partition(table, wanted_);) {
      if (!stays_partition(table, context_)) {
        const Descendant* moved = descendant(table, live_);
        return {moved ? moved->id : descendant(table, wanted_)->id, true};
      }
      table = parents_of(table, wanted_).front();
      for (const KindTag kind : {KindTag::cloned_trigger, KindTag::trigger})
        if (const ObjectId above = child_id(kind, table, clone.name); changes_.contains(above)) return {above};
    }
    return {};
  }

  void carry(const ObjectId& clone, const ObjectId& cause) {
    const auto change = changes_.find(clone);
    if (change != changes_.end()) change->second.carried_by = cause;
  }

  ChangeMap& changes_;
  const Database& live_;
  const Database& wanted_;
  const Context& context_;
};

// A partition that gets another bound.
struct Rebound {
  Change* change;
  sql::PartitionBoundDefinition is, wants;
};

// Those that take each other's room in a circle.
void circles(const std::vector<Rebound>& all, const std::vector<Type>& types) {
  Graph before(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j)
      if (may_share_rows(all[i].is, all[j].wants, types)) before.must_run_before(i, j);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& after = before.after(i);
    if (before.reachable({after.begin(), after.end()})[i]) all[i].change->releases = true;
  }
}

}  // namespace

void leave_first(ChangeMap& changes, const PlanInput& input) {
  std::map<ObjectId, std::vector<Rebound>> rebound;  // by the partitioned table
  for (auto& [id, change] : changes) {
    if (change.verb != Verb::alter || (id.kind != KindTag::table && id.kind != KindTag::foreign_table)) continue;
    const Descendant &is = *descendant(change.from, input.live), &want = *descendant(id, input.wanted);
    if (gains_parent(is, want) && gains_parent(want, is))
      change.releases = true;
    else if (moves_partition(is, want) && !is.bound.empty() && !want.bound.empty())
      rebound[parents_of(is).front()].push_back(
          {&change, sql::parse_partition_bound(is.bound.text), sql::parse_partition_bound(want.bound.text)});
  }
  for (const auto& [id, all] : rebound)
    if (const Table* table = input.wanted.find<Table>(id)) circles(all, key_types(*table, input.wanted));
}

void keep_clones(ChangeMap& changes, const PlanInput& input, const Context& context) {
  Clones(changes, input, context).run();
}

void carry_readded_columns(ChangeMap& changes, const PlanInput& input, const Context& context) {
  const auto is_readded = [&changes](const ObjectId& column) {
    const auto change = changes.find(column);
    return change != changes.end() && change->second.verb == Verb::replace;
  };
  for (auto& [id, change] : changes) {
    if (id.kind != KindTag::column || change.verb != Verb::replace) continue;
    const auto whole = column_above(id, input.live, input.wanted);
    const bool with_parents = whole && is_readded(*whole);
    for (const ObjectId& parent : parents_of(table_of(id), input.live)) {
      const ObjectId above = column_id(parent, id.name);
      if (with_parents || !input.live.contains(above)) continue;
      throw Error(Failure::failed,
                  fmt::format("{} must be dropped and added anew, which PostgreSQL does only with {} above it",
                              to_string(id), to_string(above)),
                  fmt::format("leave it as it is; or take {} out of {} in a plan of its own first",
                              address(table_of(id)), address(parent)));
    }
    // What it has of its own remains to be said.
    if (with_parents && Kind<Column>::create(*input.wanted.find<Column>(id), context).empty())
      change.carried_by = *whole;
  }
  carry_by_topmost(changes);
}

void inherit(ChangeMap& changes, const PlanInput& input, const Context& context) {
  Inheritance(changes, input, context).run();
}

}  // namespace plumb
