// Quoting of names and literals, as PostgreSQL does it (src/backend/utils/adt/ruleutils.c quote_identifier,
// src/port/quotes.c). Everything that goes into SQL text from a declaration or a catalog passes through here.
#pragma once

#include <string>
#include <string_view>

namespace plumb::sql {

inline constexpr std::size_t max_identifier_bytes = 63;  // NAMEDATALEN - 1

// A name as it must stand in SQL: bare where it is lower-case letters, digits, underscores and no keyword that needs
// quotes (any but UNRESERVED_KEYWORD, as pg_dump with --quote-all-identifiers=off), else in double quotes.
std::string quote_ident(std::string_view name);

// "schema.name", each part quoted where needed; the bare name where the schema is empty.
std::string qualified(std::string_view schema, std::string_view name);

// A string constant: '…' with quotes doubled; E'…' where it holds a backslash.
std::string quote_literal(std::string_view text);

// A dollar-quoted string whose tag does not occur in the text.
std::string dollar_quote(std::string_view text);

// ASCII letters alone, as PostgreSQL folds keywords.
std::string upper(std::string text);
std::string lower(std::string text);

// "a, b, c" with each name quoted where needed.
template <typename Names>
std::string quote_list(const Names& names) {
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += ", ";
    out += quote_ident(name);
  }
  return out;
}

}  // namespace plumb::sql
