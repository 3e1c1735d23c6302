// A directed graph over numbered nodes with "must run before" edges, and its deterministic topological order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace plumb {

class Graph {
 public:
  explicit Graph(std::size_t nodes) : before_(nodes), after_(nodes) {}

  void must_run_before(std::size_t first, std::size_t then) {
    if (first == then) return;
    soft_.erase({first, then});
    after_[first].insert(then);
    before_[then].insert(first);
  }
  // As far as nothing that must be stands against it.
  void should_run_before(std::size_t first, std::size_t then) {
    if (first == then || !after_[first].insert(then).second) return;
    before_[then].insert(first);
    soft_.insert({first, then});
  }
  // Takes one soft edge out of every loop that has one. Those that are left are as hard as all others from then on.
  void break_soft_loops();
  std::size_t size() const { return before_.size(); }
  const std::set<std::size_t>& before(std::size_t node) const { return before_[node]; }  // direct predecessors
  const std::set<std::size_t>& after(std::size_t node) const { return after_[node]; }    // direct successors

  // Every node that can be reached from those given, themselves included.
  std::vector<bool> reachable(const std::vector<std::size_t>& from) const {
    std::vector<bool> seen(size());
    std::vector<std::size_t> work = from;
    for (const std::size_t node : from) seen[node] = true;
    while (!work.empty()) {
      const std::size_t node = work.back();
      work.pop_back();
      for (const std::size_t next : after_[node])
        if (!seen[next]) {
          seen[next] = true;
          work.push_back(next);
        }
    }
    return seen;
  }

  // All nodes so that every edge points forward; of those that are free to go, the least by `less` goes first. Nodes of a
  // loop, and all that come after it, are left out: compare the size.
  std::vector<std::size_t> sorted(const std::function<bool(std::size_t, std::size_t)>& less) const {
    std::vector<std::size_t> waiting(size());
    std::set<std::size_t, std::function<bool(std::size_t, std::size_t)>> free(less);
    for (std::size_t node = 0; node < size(); ++node) {
      waiting[node] = before_[node].size();
      if (waiting[node] == 0) free.insert(node);
    }
    std::vector<std::size_t> out;
    while (!free.empty()) {
      const std::size_t node = *free.begin();
      free.erase(free.begin());
      out.push_back(node);
      for (const std::size_t next : after_[node])
        if (--waiting[next] == 0) free.insert(next);
    }
    return out;
  }

  // One loop, as a list of nodes each of which must run before the next; empty if there is none.
  std::vector<std::size_t> loop() const;

 private:
  std::vector<std::set<std::size_t>> before_, after_;
  std::set<std::pair<std::size_t, std::size_t>> soft_;
};

}  // namespace plumb
