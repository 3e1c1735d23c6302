// A function or an operator named with the types of its arguments, over tokens.
#pragma once

#include "sql/cursor.h"
#include "sql/definition_type.h"

namespace plumb::sql {

// Takes it, with its arguments where a bracket follows. Throws SyntaxError.
Signature read_signature(Cursor& cursor);

}  // namespace plumb::sql
