#include "postgres/supported.h"

#include <fmt/format.h>

namespace plumb::postgres {

std::string version_text(ServerVersion version) {
  // Before 10 the second number was a part of the major version.
  return version.major() >= 10 ? std::to_string(version.major())
                               : fmt::format("{}.{}", version.major(), version.number / 100 % 100);
}

std::string refusal(ServerVersion version, std::string_view where) {
  if (version.at_least(oldest_supported_major)) return {};
  if (version.number == 0) return fmt::format("the server{} does not say which version of PostgreSQL it is", where);
  return fmt::format("PostgreSQL {}{} is too old; plumb supports {} to {}", version_text(version), where,
                     oldest_supported_major, newest_known_major);
}

std::string caution(ServerVersion version) {
  if (version.major() <= newest_known_major) return {};
  return fmt::format(
      "PostgreSQL {} is newer than this plumb, which knows {} to {}; what is new in it may be overlooked",
      version_text(version), oldest_supported_major, newest_known_major);
}

}  // namespace plumb::postgres
