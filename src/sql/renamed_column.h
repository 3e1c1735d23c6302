// What becomes of a query when a column that it reads gets another name.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sql/names.h"

namespace plumb::sql {

// The query as the server writes it then: what it gives keeps its names, "t.title" becomes "t.headline AS title" (PostgreSQL:
// get_target_list in ruleutils.c). REQUIRES: the text is the server's. `is_relation` tells whether a name is that of the
// relation whose column it is; `row` is its name where the text is an expression over a row of it, with queries in it. None where words alone don't tell which columns are meant, or that it is read at all. Throws SyntaxError where the text
// can't be split into tokens.
std::optional<std::string> with_renamed_column(std::string_view query,
                                               const std::function<bool(const NameUse&)>& is_relation,
                                               std::string_view from, std::string_view to, std::string_view row = {});

}  // namespace plumb::sql
