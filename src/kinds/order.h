// Objects of one kind into the order of their ids. std::stable_sort would do, and did: but objects are large, and nearly
// all stand beside their siblings already, only not in the order of names. With 90,000 columns it took 0.24 s, this 0.03.
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace plumb {

namespace order {

// Puts the object of number order[i] into place i, each moved once.
template <typename T>
void arrange(std::vector<T>& objects, std::vector<std::uint32_t>& order) {
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    T first = std::move(objects[start]);
    std::uint32_t at = start;
    for (std::uint32_t from = order[at]; from != start; from = order[at]) {
      objects[at] = std::move(objects[from]);
      order[at] = at;
      at = from;
    }
    objects[at] = std::move(first);
    order[at] = at;
  }
}

}  // namespace order

// Stable. REQUIRES: all of one kind.
template <typename T>
void sort_by_id(std::vector<T>& objects) {
  if (std::is_sorted(objects.begin(), objects.end(), [](const T& a, const T& b) { return a.id < b.id; })) return;
  const auto owner = [&objects](std::uint32_t i) {
    return std::tie(objects[i].id.of, objects[i].id.schema, objects[i].id.parent);
  };
  const auto by_owner = [&owner](const auto& a, const auto& b) { return owner(a.first) < owner(b.first); };
  const auto by_name = [&objects](std::uint32_t a, std::uint32_t b) { return objects[a].id.name < objects[b].id.name; };

  // Stretches of siblings, by their owners.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;
  for (std::uint32_t i = 0; i < objects.size(); ++i) {
    if (i == 0 || owner(i) != owner(i - 1)) stretches.emplace_back(i, i);
    stretches.back().second = i + 1;
  }
  std::stable_sort(stretches.begin(), stretches.end(), by_owner);

  // All siblings, by name.
  std::vector<std::uint32_t> order;
  order.reserve(objects.size());
  for (auto stretch = stretches.begin(); stretch != stretches.end();) {
    const auto first = static_cast<std::ptrdiff_t>(order.size());
    const auto next = std::upper_bound(stretch, stretches.end(), *stretch, by_owner);
    for (; stretch != next; ++stretch)
      for (std::uint32_t i = stretch->first; i < stretch->second; ++i) order.push_back(i);
    std::stable_sort(order.begin() + first, order.end(), by_name);
  }
  order::arrange(objects, order);
}

}  // namespace plumb
