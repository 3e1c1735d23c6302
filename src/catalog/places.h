// Where live objects stand in the system catalogs, and back: what pg_depend, pg_description and their like say of
// (classoid, objid, objsubid) becomes a word about objects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kinds/kinds.h"

namespace plumb::catalog {

struct Place {
  std::string_view catalog;  // "pg_class"
  std::uint32_t oid = 0;
  long long part = 0;  // the number of a column, else 0
};

template <typename T>
Place place_of(const T& object) {
  if constexpr (requires { object.position; })
    return {Kind<T>::catalog, object.oid.value, object.position.value};
  else
    return {Kind<T>::catalog, object.oid.value, 0};
}

// The objects of a live database by their places. Holds pointers into it: gone when it changes.
class Places {
 public:
  explicit Places(const Database& live);
  const ObjectId* at(const Place& place) const;  // null: no object of a kind that plumb knows

 private:
  std::unordered_map<std::uint64_t, const ObjectId*> objects_;
};

}  // namespace plumb::catalog
