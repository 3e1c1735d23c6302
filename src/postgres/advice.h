// What to do about an error of the server, by its SQLSTATE: for those that come with no hint of the server's own.
#pragma once

#include <string>
#include <string_view>

namespace plumb::postgres {

// Empty where the message says it all. https://www.postgresql.org/docs/current/errcodes-appendix.html
std::string advice(std::string_view sqlstate);

}  // namespace plumb::postgres
