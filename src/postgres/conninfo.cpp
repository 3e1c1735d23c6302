#include "postgres/conninfo.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>

#include "model/error.h"

namespace plumb::postgres {
namespace {

constexpr std::string_view hidden = "****";
constexpr auto npos = std::string_view::npos;

using Settings = std::map<std::string, std::string, std::less<>>;

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// libpq reads anything else as the name of a database.
std::size_t url_prefix(std::string_view text) {
  for (const std::string_view prefix : {"postgresql://", "postgres://"}) {
    if (text.starts_with(prefix)) return prefix.size();
  }
  return 0;
}

bool is_database_name(std::string_view text) { return url_prefix(text) == 0 && text.find('=') == npos; }

// nullopt and libpq's complaint if it can't be read.
std::optional<Settings> parse(const std::string& conninfo, std::string* complaint = nullptr) {
  if (is_database_name(conninfo)) return Settings{{"dbname", conninfo}};
  char* error = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(conninfo.c_str(), &error));
  if (!options) {
    if (complaint) *complaint = error ? error : "out of memory";
    PQfreemem(error);
    return std::nullopt;
  }
  Settings settings;
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    if (option->val) settings[option->keyword] = option->val;
  }
  return settings;
}

// "postgresql://app:p@ss@host/db" and "postgresql://app:pa/ss@host/db" are read by libpq, or nearly so, with a part of
// the password as the host. An @ where none belongs shows it.
bool looks_misread(const Settings& settings) {
  return std::ranges::any_of(settings, [](const auto& setting) {
    const bool name = setting.first == "host" || setting.first == "dbname" || setting.first == "port";
    return name && setting.second.find('@') != std::string::npos;
  });
}

bool is_secret_keyword(std::string_view keyword) { return keyword == "password" || keyword == "sslpassword"; }

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto is_hex = [&](std::size_t at) {
      return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at]));
    };
    if (text[i] == '%' && is_hex(i + 1) && is_hex(i + 2)) {
      decoded += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where the password of a URL (or of something that was meant as one) stands between user and host.
std::optional<Span> userinfo_password(std::string_view text, bool misread) {
  const std::size_t scheme = text.find("://");
  const std::size_t start = scheme == npos ? 0 : scheme + 3;
  const std::size_t colon = text.find(':', start);
  if (colon == npos) return std::nullopt;
  if (misread) {
    const std::size_t at = text.rfind('@');
    return Span{colon + 1, at == npos || at < colon ? text.size() : at};
  }
  const std::size_t at = text.find_first_of("@/", start);
  if (at == npos || text[at] != '@' || at < colon) return std::nullopt;
  return Span{colon + 1, at};
}

// Where the secrets of "?password=…&…" stand.
std::vector<Span> query_secrets(std::string_view text, std::size_t from) {
  std::vector<Span> spans;
  std::size_t start = text.find('?', from);
  while (start != npos && start < text.size()) {
    ++start;
    const std::size_t end = std::min(text.find('&', start), text.size());
    const std::string_view parameter = text.substr(start, end - start);
    const std::size_t equals = parameter.find('=');
    if (equals != npos && is_secret_keyword(percent_decoded(parameter.substr(0, equals)))) {
      spans.push_back({start + equals + 1, end});
    }
    start = end;
  }
  return spans;
}

// Where the secrets of a key=value string stand, read as libpq does.
std::vector<Span> keyword_secrets(std::string_view text) {
  std::vector<Span> spans;
  const auto space = [&](std::size_t i) { return std::isspace(static_cast<unsigned char>(text[i])) != 0; };
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && space(i)) ++i;
    const std::size_t name = i;
    while (i < text.size() && text[i] != '=' && !space(i)) ++i;
    const std::string_view keyword = text.substr(name, i - name);
    while (i < text.size() && (space(i) || text[i] == '=')) {
      if (text[i++] == '=') break;
    }
    while (i < text.size() && space(i)) ++i;
    const std::size_t begin = i;
    const bool quoted = i < text.size() && text[i] == '\'';
    if (quoted) ++i;
    while (i < text.size() && (quoted ? text[i] != '\'' : !space(i))) i += text[i] == '\\' ? 2 : 1;
    if (quoted) ++i;
    i = std::min(i, text.size());
    if (is_secret_keyword(keyword)) spans.push_back({begin, i});
  }
  return spans;
}

std::string with_hidden(std::string_view text, std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::string result;
  std::size_t from = 0;
  for (const Span& span : spans) {
    if (span.begin < from) continue;
    result += text.substr(from, span.begin - from);
    result += hidden;
    from = span.end;
  }
  result += text.substr(from);
  return result;
}

std::vector<Span> secret_spans(const std::string& text) {
  const std::optional<Settings> settings = parse(text);
  const bool misread = !settings || looks_misread(*settings);
  const bool like_url = url_prefix(text) > 0 || (misread && text.find("://") != std::string::npos);
  if (like_url || (misread && is_database_name(text))) {
    const std::optional<Span> password = userinfo_password(text, misread);
    std::vector<Span> spans = query_secrets(text, password ? password->end : 0);
    if (password) spans.push_back(*password);
    return spans;
  }
  if (is_database_name(text)) return {};
  if (!misread) return keyword_secrets(text);
  // Quotes or spaces are wrong somewhere: what follows the word may all be the password.
  const std::size_t word = text.find("password");
  if (word == std::string::npos) return {};
  const std::size_t value = text.find_first_not_of(" \t\n=", word + std::string_view("password").size());
  return {{std::min(value, text.size()), text.size()}};
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

void replace_secret(std::string& text, const std::string& secret) {
  // A short password may be a part of any word; only the whole word gives it away.
  const bool anywhere = secret.size() >= 8;
  for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    const std::size_t end = at + secret.size();
    const bool whole = (at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]));
    if (anywhere || whole) {
      text.replace(at, secret.size(), hidden);
      at += hidden.size();
    } else {
      ++at;
    }
  }
}

// libpq quotes the part that it stumbled over; that may be a part of the password.
std::string without_quoted_parts(std::string_view complaint) {
  std::string text;
  bool inside = false;
  for (const char c : complaint) {
    if (c == '\n') continue;
    if (c == '"') {
      text += inside ? "…\"" : "\"";
      inside = !inside;
    } else if (!inside) {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string redacted_url(std::string_view conninfo) {
  const std::string text(conninfo);
  return with_hidden(text, secret_spans(text));
}

Secrets::Secrets(const std::string& conninfo) {
  if (const auto settings = parse(conninfo); settings && !looks_misread(*settings)) {
    for (const auto& [keyword, value] : *settings) {
      if (keyword == "user" || keyword == "dbname" || keyword == "host") public_.push_back(value);
    }
    for (const auto& [keyword, value] : *settings) {
      if (is_secret_keyword(keyword)) add(value);
    }
    return;
  }
  for (const Span& span : secret_spans(conninfo)) {
    const std::string secret = conninfo.substr(span.begin, span.end - span.begin);
    add(secret);
    add(percent_decoded(secret));
    // Misread, its pieces turn up as host, port or database.
    for (std::size_t from = 0; from <= secret.size();) {
      const std::size_t to = std::min(secret.find_first_of("@/:?#&= ", from), secret.size());
      add(secret.substr(from, to - from));
      from = to + 1;
    }
  }
}

void Secrets::add(std::string secret) {
  if (secret.empty() || std::ranges::find(public_, secret) != public_.end()) return;
  secrets_.push_back(std::move(secret));
  // The longest first, lest a part of one hides the rest of it from the search.
  std::ranges::stable_sort(secrets_, std::greater<>(), &std::string::size);
}

std::string Secrets::scrub(std::string text) const {
  for (const std::string& secret : secrets_) replace_secret(text, secret);
  return text;
}

void check_conninfo(const std::string& conninfo) {
  if (conninfo.find('\0') != std::string::npos) {
    throw Error(Failure::usage, "the connection string contains a zero byte");
  }
  std::string complaint;
  const std::optional<Settings> settings = parse(conninfo, &complaint);
  const std::string hint =
      "a connection string is a URL (postgresql://user@host:5432/database) or key=value pairs "
      "(host=… dbname=…); in a URL, write the characters @ / : ? # % of a password as %40 %2F %3A %3F %23 %25";
  if (!settings) {
    throw Error(Failure::usage, fmt::format("the connection string can't be read: {}", without_quoted_parts(complaint)),
                hint);
  }
  if (looks_misread(*settings) || (is_database_name(conninfo) && conninfo.find("://") != std::string::npos)) {
    throw Error(Failure::usage, fmt::format("the connection string \"{}\" can't be right", redacted_url(conninfo)),
                hint);
  }
}

}  // namespace plumb::postgres
