// Which servers plumb works with, by their version alone.
#pragma once

#include <string>
#include <string_view>

#include "model/version.h"

namespace plumb::postgres {

std::string version_text(ServerVersion version);  // "15", "9.6"

// Why plumb does not work with such a server, or such programs `where` (" in /usr/bin"); empty: it does.
std::string refusal(ServerVersion version, std::string_view where = {});

// What to warn of where it is newer than this plumb; empty: it is not.
std::string caution(ServerVersion version);

}  // namespace plumb::postgres
