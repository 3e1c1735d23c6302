// Constants of enums in SQL text, as PostgreSQL prints them: 'calm'::mood, '{calm,busy}'::mood[].
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kinds/kinds.h"

namespace plumb {

struct EnumConstant {
  const Enum* of;
  std::size_t offset, length;       // of the literal, in bytes
  std::vector<std::string> values;  // of an array all
  bool array = false;
};

// `home`: the schema of the object whose text it is, where a bare name is looked for first. Text that can't be split has none.
std::vector<EnumConstant> enum_constants(const std::string& text, const std::string& home, const Database& database);

// The string that a text is, without a cast; none: it is more than that.
std::optional<std::string> lone_string(const std::string& text);

// The enum that a type is; null: it is none of the database's, or an array.
const Enum* enum_of(const Type& type, const std::string& home, const Database& database);

}  // namespace plumb
