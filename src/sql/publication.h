// A table in a publication, as CREATE PUBLICATION names it: "orders (id, total) where (total > 0)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/definition.h"

namespace plumb::sql {

struct PublishedTable {
  QualifiedName table;
  std::vector<std::string> columns;  // none: all
  std::string where;                 // without its brackets; empty: every row
  bool operator==(const PublishedTable&) const = default;
};

// Throws SyntaxError.
PublishedTable parse_published_table(std::string_view text);
std::string print_published_table(const PublishedTable& table);

}  // namespace plumb::sql
