// What must never be printed: passwords in the options of foreign servers and user mappings, and in connection strings.
// The one place that knows what a secret is; how values that hold them are shown (field_text), compared where they are
// not declared, and left out of a declaration that is written follows from the two types here.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/statement.h"
#include "sql/definition.h"

namespace plumb {

// Is the value of an option with this name a secret: password, api_key, token, …?
bool is_secret(std::string_view option);

// OPTIONS (…) of a foreign-data wrapper, a server, a user mapping. Names are as in the catalog, values are texts.
struct GuardedOptions {
  sql::Options values;
  bool operator==(const GuardedOptions&) const = default;
};
std::string text_of(const GuardedOptions& options);  // "host=h, password=<redacted>"
GuardedOptions without_secrets(const GuardedOptions& options);

// What libpq connects with: "host=h user=u password=…", or a URL.
struct ConnectionString {
  std::string text;
  bool empty() const { return text.empty(); }
  bool operator==(const ConnectionString&) const = default;
};
std::string text_of(const ConnectionString& connection);  // "host=h user=u password=<redacted>"
ConnectionString without_secrets(const ConnectionString& connection);

template <typename T>
inline constexpr bool holds_secrets = std::is_same_v<T, GuardedOptions> || std::is_same_v<T, ConnectionString>;

// A secret that the declaration leaves out is the one that is live, that of a connection as long as it goes to the same server
// and user. `live` may have been unreadable: then it is empty, and nothing is compared.
void adopt_secrets(GuardedOptions& wanted, const GuardedOptions& live);
void adopt_secrets(ConnectionString& wanted, const ConnectionString& live);
bool loses_secret(const ConnectionString& live, const ConnectionString& wanted);

// The statement holds this value as a literal.
void note_secret(const std::string& value, Statement& into);

// " OPTIONS (host 'h')", or nothing; "(ADD a 'x', SET b 'y', DROP c)", or nothing. The secrets in it are noted in the
// statement that they go into.
std::string options_clause(const GuardedOptions& options, Statement& into);
std::string option_changes(const GuardedOptions& live, const GuardedOptions& wanted, Statement& into);
std::string connection_clause(const ConnectionString& connection, Statement& into);

}  // namespace plumb
