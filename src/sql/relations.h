// The relations that a query reads, as far as words tell.
#pragma once

#include <string_view>
#include <vector>

#include "sql/names.h"

namespace plumb::sql {

// The relations in its FROM lists: no functions, no names that the query itself gives (WITH). Throws SyntaxError where the text
// can't be split into tokens.
std::vector<NameUse> relations_in(std::string_view query);

}  // namespace plumb::sql
