// SQL text of an object of one schema, as one of another schema says the same: a bare name means a thing of the object's own
// schema, then one of public.
#pragma once

#include <functional>
#include <string>

#include "kinds/kinds.h"

namespace plumb {

// `is_column`: is a bare name a column, which has no schema? Names that the database knows in neither schema stay as they are, and so
// does text that can't be split into tokens.
std::string rehomed(const std::string& text, const std::string& from, const std::string& to, const Database& database,
                    const std::function<bool(const std::string&)>& is_column = {});

}  // namespace plumb
