// The version of a PostgreSQL server, a parameter wherever SQL depends on it.
#pragma once

#include <compare>

namespace plumb {

struct ServerVersion {
  int number = 150000;  // as PQserverVersion reports: 150020 is 15.20
  constexpr int major() const { return number / 10000; }
  constexpr bool at_least(int major_version) const { return major() >= major_version; }
  auto operator<=>(const ServerVersion&) const = default;
};

inline constexpr int oldest_supported_major = 14;
inline constexpr int newest_known_major = 18;

}  // namespace plumb
