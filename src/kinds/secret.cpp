#include "kinds/secret.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/nearest.h"
#include "sql/quote.h"

namespace plumb {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

// A stretch of a connection string: a parameter with all that belongs to it, and its value within.
struct Parameter {
  std::string name;
  std::size_t start, end;              // "password = 'x'"
  std::size_t value_start, value_end;  // "'x'"
};

// keyword = value, the value bare or in single quotes, with backslashes (conninfo_parse in fe-connect.c).
std::vector<Parameter> keyword_parameters(std::string_view text) {
  std::vector<Parameter> out;
  std::size_t at = 0;
  const auto skip_space = [&] {
    while (at < text.size() && is_space(text[at])) ++at;
  };
  for (skip_space(); at < text.size(); skip_space()) {
    Parameter p{{}, at, 0, 0, 0};
    while (at < text.size() && text[at] != '=' && !is_space(text[at])) p.name += text[at++];
    skip_space();
    if (at < text.size() && text[at] == '=') ++at;
    skip_space();
    p.value_start = at;
    const bool quoted = at < text.size() && text[at] == '\'';
    if (quoted) ++at;
    while (at < text.size() && (quoted ? text[at] != '\'' : !is_space(text[at]))) at += text[at] == '\\' ? 2 : 1;
    at = std::min(at + (quoted ? 1 : 0), text.size());
    p.value_end = p.end = at;
    out.push_back(std::move(p));
  }
  return out;
}

// postgresql://user:password@host/db?password=… (conninfo_uri_parse_options in fe-connect.c)
std::vector<Parameter> url_parameters(std::string_view text) {
  std::vector<Parameter> out;
  const std::size_t authority = text.find("://") + 3;
  const std::size_t path = std::min(text.find_first_of("/?", authority), text.size());
  const std::size_t host = text.substr(0, path).rfind('@');
  const std::size_t colon = text.find(':', authority);
  if (host != std::string_view::npos && colon < host) out.push_back({"password", colon, host, colon + 1, host});
  std::size_t at = text.find('?', authority);
  while (at != std::string_view::npos && at < text.size()) {
    const std::size_t end = std::min(text.find('&', at + 1), text.size());
    const std::size_t equals = std::min(text.find('=', at), end);
    out.push_back({std::string(text.substr(at + 1, equals - at - 1)), at, end, std::min(equals + 1, end), end});
    at = end;
  }
  return out;
}

bool is_url(std::string_view text) { return text.starts_with("postgresql://") || text.starts_with("postgres://"); }

std::vector<Parameter> parameters(std::string_view text) {
  return is_url(text) ? url_parameters(text) : keyword_parameters(text);
}

}  // namespace

bool is_secret(std::string_view option) {
  const std::string name = sql::lower(std::string(option));
  // The name of a file, and whether there must be a password, tell nothing (libpq, postgres_fdw).
  if (name == "passfile" || name.ends_with("_required")) return false;
  constexpr std::string_view words[] = {"pass",   "pwd",        "secret",      "token",    "credential",
                                        "apikey", "access_key", "private_key", "auth_key", "api_key"};
  // A slip of the pen is no reason to print what follows: "pasword".
  return edit_distance(name, "password") <= 2 ||
         std::any_of(std::begin(words), std::end(words),
                     [&name](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::string text_of(const GuardedOptions& options) {
  std::string out;
  for (const auto& [name, value] : options.values)
    out += fmt::format("{}{}={}", out.empty() ? "" : ", ", name, is_secret(name) ? redacted_mark : value);
  return out;
}

GuardedOptions without_secrets(const GuardedOptions& options) {
  GuardedOptions out;
  for (const auto& [name, value] : options.values)
    if (!is_secret(name)) out.values.add(name, value);
  return out;
}

std::string text_of(const ConnectionString& connection) {
  std::string out = connection.text;
  const auto all = parameters(out);
  for (auto p = all.rbegin(); p != all.rend(); ++p)
    if (is_secret(p->name)) out.replace(p->value_start, p->value_end - p->value_start, redacted_mark);
  return out;
}

ConnectionString without_secrets(const ConnectionString& connection) {
  std::string out = connection.text;
  const auto all = parameters(out);
  for (auto p = all.rbegin(); p != all.rend(); ++p) {
    if (!is_secret(p->name)) continue;
    std::size_t start = p->start, end = p->end;
    // With the space before it, or the one after it; the first parameter of a URL leaves its question mark to the next.
    if (start > 0 && is_space(out[start - 1]))
      --start;
    else if (end < out.size() && is_space(out[end]))
      ++end;
    else if (out[start] == '?' && end < out.size())
      ++start, ++end;
    out.erase(start, end - start);
  }
  return {out};
}

void adopt_secrets(GuardedOptions& wanted, const GuardedOptions& live) {
  for (const auto& [name, value] : live.values)
    if (is_secret(name)) wanted.values.add(name, value);
}

namespace {

// To whom a secret is told.
std::map<std::string, std::string> addressee(const ConnectionString& connection) {
  std::map<std::string, std::string> out;
  for (const Parameter& p : parameters(connection.text))
    if (p.name == "host" || p.name == "hostaddr" || p.name == "port" || p.name == "user")
      out[p.name] = connection.text.substr(p.value_start, p.value_end - p.value_start);
  return out;
}

}  // namespace

void adopt_secrets(ConnectionString& wanted, const ConnectionString& live) {
  if (wanted == without_secrets(live)) {
    wanted = live;
    return;
  }
  // It goes nowhere else than before.
  const bool declared = wanted != without_secrets(wanted), same = addressee(wanted) == addressee(live);
  if (declared || !same || is_url(wanted.text) || is_url(live.text)) return;
  for (const Parameter& p : parameters(live.text))
    if (is_secret(p.name)) wanted.text += " " + live.text.substr(p.start, p.end - p.start);
}

bool loses_secret(const ConnectionString& live, const ConnectionString& wanted) {
  return live != without_secrets(live) && wanted == without_secrets(wanted);
}

void note_secret(const std::string& value, Statement& into) {
  into.secrets.push_back({sql::quote_literal(value), value});
}

namespace {

std::string option(const std::string& name, const std::string& value, Statement& into) {
  if (is_secret(name)) note_secret(value, into);
  return sql::quote_ident(name) + " " + sql::quote_literal(value);
}

}  // namespace

std::string options_clause(const GuardedOptions& options, Statement& into) {
  std::string out;
  for (const auto& [name, value] : options.values)
    out += (out.empty() ? " OPTIONS (" : ", ") + option(name, value, into);
  return out.empty() ? out : out + ")";
}

std::string option_changes(const GuardedOptions& live, const GuardedOptions& wanted, Statement& into) {
  std::string out;
  const auto add = [&out](const std::string& change) { out += (out.empty() ? "" : ", ") + change; };
  for (const auto& [name, value] : wanted.values) {
    const auto is = live.values.find(name);
    if (is == live.values.end())
      add("ADD " + option(name, value, into));
    else if (is->second != value)
      add("SET " + option(name, value, into));
  }
  for (const auto& [name, value] : live.values)
    if (!wanted.values.contains(name)) add("DROP " + sql::quote_ident(name));
  return out.empty() ? out : " OPTIONS (" + out + ")";
}

std::string connection_clause(const ConnectionString& connection, Statement& into) {
  if (without_secrets(connection) != connection) {
    note_secret(connection.text, into);
    // The server may cite parts of it.
    for (const Parameter& p : parameters(connection.text))
      if (is_secret(p.name))
        into.secrets.push_back({"", connection.text.substr(p.value_start, p.value_end - p.value_start)});
  }
  return "CONNECTION " + sql::quote_literal(connection.text);
}

}  // namespace plumb
