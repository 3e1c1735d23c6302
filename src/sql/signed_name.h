// A function or an operator named with the types of its arguments, over tokens.
#pragma once

#include "sql/cursor.h"
#include "sql/definition_type.h"

namespace plumb::sql {

// Takes it, with its arguments where a bracket follows. Throws SyntaxError.
SignedName read_signed_name(Cursor& cursor);

}  // namespace plumb::sql
