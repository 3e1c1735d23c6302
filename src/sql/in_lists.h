// IN lists over varchar columns, as people write them. PostgreSQL stores `status IN ('a', 'b')` as
// `(status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])`, and what it stores for that text
// is a third form: this spelling is the only one that comes back as it was (ruleutils.c is no fixpoint here).
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace plumb::sql {

// The text with every such list over a column for which `is_varchar` holds written as IN or NOT IN. Other texts come back
// unchanged. Sound only for columns of type character varying, with or without a length: for others the cast has a meaning.
std::string fold_in_lists(std::string_view text, const std::function<bool(std::string_view column)>& is_varchar);

}  // namespace plumb::sql
