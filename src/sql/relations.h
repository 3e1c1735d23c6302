// The relations that a query reads, as far as words tell.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "sql/lexer.h"
#include "sql/names.h"

namespace plumb::sql {

// The names that follow FROM and JOIN and are surely relations: no functions, no names that the query itself gives
// (WITH). It may read others besides (after a comma). Throws SyntaxError where the text can't be split into tokens.
std::vector<NameUse> relations_in(std::string_view query);

// The names that WITH gives: name AS (…), name (a, b) AS NOT MATERIALIZED (…). They point into the query.
std::set<std::string_view> given_names(const Tokens& query);

}  // namespace plumb::sql
