// The JSON Schema (draft 2020-12) of the declaration, for editors and other tools: made from the same lists of fields
// that the reader follows, so that the two can't disagree. Published as schema/declaration.json.
#pragma once

#include <string>

namespace plumb::yaml {

std::string json_schema();

}  // namespace plumb::yaml
