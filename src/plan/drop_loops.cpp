#include "plan/drop_loops.h"

#include <map>
#include <vector>

namespace plumb {

namespace {

class DropLoops {
 public:
  DropLoops(const ChangeMap& changes, const Database& live,
            const std::function<std::set<ObjectId>(const ObjectId&)>& dependencies)
      : live_(live), dependencies_(dependencies) {
    for (const auto& [id, change] : changes)
      if (change.verb == Verb::drop && subject_of(id) == id) going_[top_of(id)].push_back(id);
  }

  std::set<ObjectId> find() {
    std::set<ObjectId> out;
    for (const auto& [relation, parts] : going_)
      for (const ObjectId& part : parts)
        if (can_go_alone(part) && is_reached(relation, part)) out.insert(part);
    return out;
  }

 private:
  // What a partition has of its parent can't.
  bool can_go_alone(const ObjectId& id) const {
    bool out = !id.parent.empty() && id.kind != KindTag::column && id.kind != KindTag::foreign_key;
    live_.visit(id, [&out]<typename T>(const T& part) {
      if constexpr (requires { part.part_of; }) out = out && part.part_of.value.empty();
    });
    return out;
  }

  ObjectId top_of(const ObjectId& id) const {
    if (id.parent.empty()) return id;
    for (const ObjectId& relation : relations_of(id))
      if (live_.contains(relation)) return relation;
    return id;
  }

  std::set<ObjectId> tops_below(const ObjectId& id) const {
    std::set<ObjectId> out;
    for (const ObjectId& other : dependencies_(id)) out.insert(top_of(other));
    return out;
  }

  // Where what goes with it stands on; an object and its parts are one.
  const std::set<ObjectId>& below(const ObjectId& top) {
    const auto [found, fresh] = below_.try_emplace(top);
    if (fresh)
      for (const ObjectId& part : going_.at(top)) found->second.merge(tops_below(part));
    return found->second;
  }

  bool is_reached(const ObjectId& relation, const ObjectId& part) {
    std::set<ObjectId> seen;
    std::vector<ObjectId> work;
    const auto look = [&](const std::set<ObjectId>& others) {
      for (const ObjectId& other : others)
        if (other != relation && going_.contains(other) && seen.insert(other).second) work.push_back(other);
    };
    look(tops_below(part));
    while (!work.empty()) {
      const ObjectId next = work.back();
      work.pop_back();
      if (below(next).contains(relation)) return true;
      look(below(next));
    }
    return false;
  }

  const Database& live_;
  const std::function<std::set<ObjectId>(const ObjectId&)>& dependencies_;
  std::map<ObjectId, std::vector<ObjectId>> going_;  // by what they hang on
  std::map<ObjectId, std::set<ObjectId>> below_;
};

}  // namespace

std::set<ObjectId> closing_loops(const ChangeMap& changes, const Database& live,
                                 const std::function<std::set<ObjectId>(const ObjectId&)>& dependencies) {
  return DropLoops(changes, live, dependencies).find();
}

}  // namespace plumb
