#include "plan/still_used.h"

#include <algorithm>
#include <map>
#include <set>

#include "kinds/kinds.h"

namespace plumb {

namespace {

std::string bare_name(const ObjectId& id, const Database& database) {
  std::string out = id.name;
  database.visit(id, [&out]<typename T>(const T& object) {
    if constexpr (has_sql_name<T>) out = object.name;
  });
  return out;
}

// Something that comes, or is there too, under the name by which texts know the one that goes.
bool has_successor(const ObjectId& id, const Database& live, const Database& wanted) {
  const bool with_its_table = !id.parent.empty() && !wanted.contains(table_of(id));
  const ObjectId gone = with_its_table ? table_of(id) : id;
  const std::string name = bare_name(gone, live);
  bool out = false;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (!is_attached<T>)
      for (const T& object : objects) {
        if (out) return;
        if (object.id.schema != gone.schema || object.id.parent != gone.parent) continue;
        if constexpr (has_sql_name<T>)
          out = object.name == name && Kind<T>::tag == gone.kind;
        else
          out = object.id.name == name && Kind<T>::tag != gone.kind;
      }
  });
  return out;
}

// Constraints and indexes stand for each other: a key for another over the same columns.
bool can_be_used_by_name(const ObjectId& id) { return id.parent.empty() || id.kind == KindTag::column; }

}  // namespace

std::vector<StillUsed> still_used(const std::vector<Change>& changes, const Dependencies& dependencies,
                                  const std::map<ObjectId, std::string>& refusals, const Database& live,
                                  const Database& wanted) {
  std::set<ObjectId> going, changing;
  for (const Change& change : changes) {
    if (change.verb == Verb::drop && can_be_used_by_name(change.id)) going.insert(change.id);
    changing.insert(change.id);
  }
  std::vector<StillUsed> out;
  if (going.empty()) return out;
  // What changes may do without it from now on. Not so where the server misses just that.
  const auto does_without = [&](const ObjectId& user, const ObjectId& used) {
    if (!changing.contains(user)) return false;
    const auto refusal = refusals.find(user);
    return refusal == refusals.end() || refusal->second.find(bare_name(used, live)) == std::string::npos;
  };
  std::map<ObjectId, bool> succeeded;
  for (const Dependency& dependency : dependencies) {
    const ObjectId &user = dependency.dependent, &used = dependency.on;
    if (!going.contains(used) || does_without(user, used) || !live.contains(user) || !wanted.contains(user)) continue;
    const auto [known, fresh] = succeeded.try_emplace(used, false);
    if (fresh) known->second = has_successor(used, live, wanted);
    if (!known->second) out.push_back({user, used});
  }
  std::ranges::sort(out, {}, [](const StillUsed& each) { return std::tie(each.user, each.used); });
  return out;
}

}  // namespace plumb
