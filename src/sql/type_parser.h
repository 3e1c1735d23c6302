// The grammar of data types (gram.y's Typename) over tokens, for everything in sql/ that meets a type.
#pragma once

#include <string>

#include "sql/cursor.h"
#include "sql/type.h"

namespace plumb::sql {

// Takes a type. Throws SyntaxError.
TypeParts read_type(Cursor& cursor);

// Likewise, without its modifiers: see bare_type().
Type read_bare_type(Cursor& cursor);

// As format_type() prints it.
std::string type_text(const TypeParts& parts);

// The type of `name 'constant'`, where a type without a length has none: char 'x' is no character(1). The cursor stands
// behind the constant afterwards; its content is put into `constant`.
TypeParts read_typed_constant(Cursor& cursor, const Token*& constant);

}  // namespace plumb::sql
