#include "plan/graph.h"

namespace plumb {

std::vector<std::size_t> Graph::loop() const {
  const auto order = sorted(std::less<>());
  std::vector<bool> done(size());
  for (const std::size_t node : order) done[node] = true;
  const auto first = std::find(done.begin(), done.end(), false);
  if (first == done.end()) return {};
  // Every node that is left has a predecessor that is left: walking backwards must come round.
  std::vector<std::size_t> path{static_cast<std::size_t>(first - done.begin())};
  for (;;) {
    const auto& before = before_[path.back()];
    const std::size_t next = *std::find_if(before.begin(), before.end(), [&done](std::size_t n) { return !done[n]; });
    const auto seen = std::find(path.begin(), path.end(), next);
    if (seen != path.end()) {
      std::vector<std::size_t> out(seen, path.end());
      std::reverse(out.begin(), out.end());
      return out;
    }
    path.push_back(next);
  }
}

void Graph::break_soft_loops() {
  if (soft_.empty()) return;
  for (;;) {
    const std::vector<std::size_t> nodes = loop();
    bool broken = false;
    for (std::size_t i = 0; i < nodes.size() && !broken; ++i) {
      const std::pair edge{nodes[i], nodes[(i + 1) % nodes.size()]};
      if (soft_.erase(edge) == 0) continue;
      after_[edge.first].erase(edge.second);
      before_[edge.second].erase(edge.first);
      broken = true;
    }
    if (!broken) break;  // no loop is left, or one that must be
  }
  soft_.clear();
}

}  // namespace plumb
