#include "plan/rebuilt.h"

#include <algorithm>

#include "kinds/inheritance.h"
#include "plan/references.h"

namespace plumb {

namespace {

class Finder {
 public:
  Finder(const ObjectId& table, const std::set<ObjectId>& retyped, const Database& live, const Creator& creator)
      : table_(table), retyped_(retyped), live_(live), creator_(creator) {}

  std::vector<Lost> find() {
    each<Index>([this](const Index& index) {
      if (index.only) add(index, "its ONLY");
      if (!index.statistics.empty()) add(index, "the statistics targets of its expressions");
    });
    each<Statistics>([this](const Statistics& statistics) {
      if (statistics.target) add(statistics, "its target");
      if (statistics.owner.value != creator_.role) add(statistics, "its owner");
    });
    parts<Index>();
    parts<PrimaryKey>();
    parts<Unique>();
    parts<Exclusion>();
    return std::move(out_);
  }

 private:
  template <typename T, typename F>
  void each(F&& f) {
    const auto [first, last] = live_.children<T>(table_);
    std::for_each(first, last, f);
  }

  // The first retyped column that it is over; null: none.
  template <typename T>
  const ObjectId* over(const T& object) const {
    if constexpr (requires { Kind<T>::mentions(object); }) {
      for (const std::string& text : Kind<T>::mentions(object))
        if (const ObjectId* column = used_in(text, table_, retyped_, live_)) return column;
    } else {
      for (const auto* names : {&object.columns, &object.include})
        for (const std::string& name : *names)
          if (const auto found = retyped_.find(column_id(table_, name)); found != retyped_.end()) return &*found;
    }
    return nullptr;
  }

  template <typename T>
  void add(const T& object, const std::string& what) {
    if (const ObjectId* column = over(object)) out_.push_back({object.id, *column, what});
  }

  ObjectId topmost(const ObjectId& column) const {
    for (const ObjectId& parent : parents_of(table_of(column), live_))
      if (const ObjectId above = column_id(parent, column.name); retyped_.contains(above)) return topmost(above);
    return column;
  }

  // The whole is built anew, and its parts with it, as if there had been none.
  template <typename T>
  void parts() {
    each<T>([this](const T& part) {
      if (part.part_of.value.empty() || comes_with_whole(part.id, live_)) return;
      const ObjectId* its = over(part);
      if (!its) return;
      const ObjectId column = topmost(*its);
      out_.push_back({part.id, column, "what it has of its own"});
      for (const ObjectId& whole : wholes_of(part.id, live_))
        out_.push_back({whole, column, "what its part " + address(part.id) + " has of its own"});
    });
  }

  const ObjectId& table_;
  const std::set<ObjectId>& retyped_;
  const Database& live_;
  const Creator& creator_;
  std::vector<Lost> out_;
};

}  // namespace

std::vector<Lost> lost_when_rebuilt(const ObjectId& table, const std::set<ObjectId>& retyped, const Database& live,
                                    const Creator& creator) {
  return Finder(table, retyped, live, creator).find();
}

}  // namespace plumb
