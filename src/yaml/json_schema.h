// The JSON Schema (draft 2020-12) of the declaration, for editors and other tools: made from the same lists of fields
// that the reader follows, so that the two can't disagree. Published as schema/declaration.json.
#pragma once

#include <string>

#include "kinds/list.h"

namespace plumb::yaml {

std::string json_schema();

// What $defs calls the definition of an object of the kind, under a key that names it or without one.
std::string definition_name(KindTag kind, bool named);

}  // namespace plumb::yaml
