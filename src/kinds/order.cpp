#include "kinds/order.h"

#include <string_view>
#include <tuple>

namespace plumb::order {

// Here, and not for each kind anew: sorting costs the compiler seconds.
std::vector<std::uint32_t> by_id(const std::vector<const ObjectId*>& ids) {
  using Text = std::string_view;
  return by_owner_and_name(
      static_cast<std::uint32_t>(ids.size()),
      [&ids](std::uint32_t i) { return std::tuple(ids[i]->of, Text(ids[i]->schema), Text(ids[i]->parent)); },
      [&ids](std::uint32_t i) { return Text(ids[i]->name); });
}

}  // namespace plumb::order
