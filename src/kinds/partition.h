// How a table is partitioned and which rows a partition takes: SQL of its own grammar, kept as text in the form that
// sql/definition.h prints. PostgreSQL documentation: CREATE TABLE, 5.11.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb {

// "range (created_at)". Equal where strategy and elements are.
struct PartitionKey {
  std::string text;
  bool empty() const { return text.empty(); }
  friend bool operator==(const PartitionKey& a, const PartitionKey& b) { return a.text == b.text || same(a, b); }
  static bool same(const PartitionKey& a, const PartitionKey& b);
  static PartitionKey parse(std::string_view text);  // throws sql::SyntaxError

  // The columns that are elements by themselves; none for an expression: that is an empty name.
  std::vector<std::string> columns() const;
};

// "for values from ('2026-01-01') to ('2027-01-01')", "default". Equal where form and values are.
struct PartitionBound {
  std::string text;
  bool empty() const { return text.empty(); }
  bool is_default() const { return text == "default"; }
  std::string sql() const;  // FOR VALUES …
  friend bool operator==(const PartitionBound& a, const PartitionBound& b) { return a.text == b.text || same(a, b); }
  static bool same(const PartitionBound& a, const PartitionBound& b);
  static PartitionBound parse(std::string_view text);  // throws sql::SyntaxError
};

}  // namespace plumb
