#include "sql/quote.h"

#include "sql/keywords.h"

namespace plumb::sql {

namespace {

bool is_bare(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  for (const char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  }
  const Keyword keyword = find_keyword(name);
  return keyword == Keyword::none || category(keyword) == KeywordCategory::unreserved;
}

void append_quoted(std::string& out, std::string_view text, char quote) {
  out += quote;
  for (const char c : text) {
    if (c == quote) out += quote;
    out += c;
  }
  out += quote;
}

}  // namespace

std::string quote_ident(std::string_view name) {
  if (is_bare(name)) return std::string(name);
  std::string out;
  append_quoted(out, name, '"');
  return out;
}

std::string qualified(std::string_view schema, std::string_view name) {
  return schema.empty() ? quote_ident(name) : quote_ident(schema) + "." + quote_ident(name);
}

std::string quote_literal(std::string_view text) {
  std::string out;
  if (text.find('\\') == std::string_view::npos) {
    append_quoted(out, text, '\'');
    return out;
  }
  std::string doubled;
  for (const char c : text) {
    if (c == '\\') doubled += c;
    doubled += c;
  }
  out = "E";
  append_quoted(out, doubled, '\'');
  return out;
}

std::string dollar_quote(std::string_view text) {
  // A text that ends in the beginning of the delimiter would close itself early: "…$" and "$$" make "…$$$".
  const std::string guarded = std::string(text) + "$";
  std::string delimiter = "$$";
  for (int n = 0; guarded.find(delimiter) != std::string::npos; ++n) {
    delimiter = n == 0 ? "$_$" : "$_" + std::to_string(n) + "$";
  }
  return delimiter + std::string(text) + delimiter;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace plumb::sql
