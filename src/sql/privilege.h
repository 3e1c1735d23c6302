// One privilege as GRANT takes it, and as the declaration lists it: "update with grant option granted by bob".
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace plumb::sql {

struct Privilege {
  std::string name;     // in lower case: "select", "alter system"; "all": every one there is
  std::string grantor;  // as declared or read; empty: the owner
  bool grant_option = false;
  auto operator<=>(const Privilege&) const = default;
};

// Throws SyntaxError.
Privilege parse_privilege(std::string_view text);
std::string print_privilege(const Privilege& privilege);

}  // namespace plumb::sql
