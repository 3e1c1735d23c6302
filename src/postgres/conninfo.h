// Connection strings as libpq takes them, and how to print one: no password may ever reach a message, not even the
// part of a wrongly written string that was meant to be one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::postgres {

// The same URL or key=value string with every password as "****". A string that libpq can't read is cut down to what
// surely holds no secret.
std::string redacted_url(std::string_view conninfo);

// What must not be printed. Made once for a connection string, then applied to every message about the connection.
class Secrets {
 public:
  Secrets() = default;
  explicit Secrets(const std::string& conninfo);

  void add(std::string secret);
  std::string scrub(std::string text) const;

 private:
  std::vector<std::string> secrets_;
  std::vector<std::string> public_;  // user, host, database: printed anyway, even if the password is the same word
};

// Throws plumb::Error (usage) that says what is wrong with the string and repeats no part that may be a secret.
void check_conninfo(const std::string& conninfo);

}  // namespace plumb::postgres
