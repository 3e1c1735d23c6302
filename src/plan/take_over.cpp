#include "plan/take_over.h"

#include <algorithm>

#include "kinds/inheritance.h"

namespace plumb {

namespace {

// Is the name of a relation wanted for something else than the key?
bool is_wanted_otherwise(const ObjectId& index, const ObjectId& key, const Database& wanted) {
  if (index.name == key.name) return false;
  bool out = false;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (requires { Kind<T>::shares_relation_names; })
      out = out || std::ranges::any_of(objects, [&index](const T& object) {
              return object.id.schema == index.schema && object.id.name == index.name;
            });
  });
  return out;
}

// No foreign key may refer to a deferrable key.
bool is_referenced(const Key& key, const Database& live) {
  return std::ranges::any_of(live.all<ForeignKey>(), [&key](const ForeignKey& foreign) {
    return foreign.referenced() == table_of(key.id) &&
           std::ranges::is_permutation(foreign.referenced_columns, key.columns);
  });
}

class TakeOver {
 public:
  TakeOver(ChangeMap& changes, const PlanInput& input, Context& context)
      : changes_(changes), input_(input), context_(context) {}

  template <typename K>
  void keys() {
    for (const K& key : input_.wanted.all<K>()) {
      const auto change = changes_.find(key.id);
      if (change == changes_.end() || change->second.verb != Verb::create) continue;
      if (change->second.carried_by.kind != KindTag::none || is_partitioned(table_of(key.id), input_.wanted)) continue;
      const auto [first, last] = input_.live.children<Index>(table_of(key.id));
      const auto index = std::find_if(first, last, [&](const Index& each) { return goes_over(each, key); });
      if (index == last) continue;
      change->second.why = to_string(index->id) + " becomes its index";
      context_.taken_over[key.id] = index->id;
      std::erase_if(changes_, [&index](const auto& each) { return subject_of(each.first) == index->id; });
    }
  }

 private:
  template <typename K>
  bool goes_over(const Index& index, const K& key) const {
    const auto change = changes_.find(index.id);
    return change != changes_.end() && change->second.verb == Verb::drop && can_become(index, key) &&
           !(key.deferrable && is_referenced(key, input_.live)) &&
           !is_wanted_otherwise(index.id, key.id, input_.wanted);
  }

  ChangeMap& changes_;
  const PlanInput& input_;
  Context& context_;
};

}  // namespace

void take_over(ChangeMap& changes, const PlanInput& input, Context& context) {
  TakeOver over(changes, input, context);
  over.keys<PrimaryKey>();
  over.keys<Unique>();
}

}  // namespace plumb
