#include "catalog/places.h"

#include <algorithm>
#include <array>

namespace plumb::catalog {

namespace {

// The catalogs of all kinds, each once.
const std::vector<std::string_view>& catalogs() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> out;
    for_each_kind([&out]<typename T>(const T*) {
      if (std::find(out.begin(), out.end(), Kind<T>::catalog) == out.end()) out.push_back(Kind<T>::catalog);
    });
    return out;
  }();
  return all;
}

std::uint64_t catalog_number(std::string_view catalog) {
  const auto& all = catalogs();
  return static_cast<std::uint64_t>(std::find(all.begin(), all.end(), catalog) - all.begin());
}

// A relation has 1,600 columns at most.
std::uint64_t key(std::uint64_t catalog, std::uint32_t oid, long long part) {
  return catalog << 48 | static_cast<std::uint64_t>(oid) << 16 | static_cast<std::uint64_t>(part);
}

}  // namespace

Places::Places(const Database& live) {
  objects_.reserve(live.size());
  live.each_kind([this]<typename T>(const std::vector<T>& objects) {
    const std::uint64_t catalog = catalog_number(Kind<T>::catalog);
    for (const T& object : objects) {
      const Place place = place_of(object);
      if (place.oid != 0) objects_.emplace(key(catalog, place.oid, place.part), &object.id);
    }
  });
}

const ObjectId* Places::at(const Place& place) const {
  const auto found = objects_.find(key(catalog_number(place.catalog), place.oid, place.part));
  return found == objects_.end() ? nullptr : found->second;
}

}  // namespace plumb::catalog
