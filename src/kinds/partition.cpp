#include "kinds/partition.h"

#include <algorithm>

#include "kinds/kind.h"

namespace plumb {

PartitionKey PartitionKey::parse(std::string_view text) {
  return {sql::print_partition_key(sql::parse_partition_key(text))};
}

bool PartitionKey::same(const PartitionKey& a, const PartitionKey& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  const auto one = sql::parse_partition_key(a.text), other = sql::parse_partition_key(b.text);
  return one.strategy == other.strategy &&
         std::equal(one.on.begin(), one.on.end(), other.on.begin(), other.on.end(), [](const auto& x, const auto& y) {
           return Element{sql::print_index_element(x)} == Element{sql::print_index_element(y)};
         });
}

std::vector<std::string> PartitionKey::columns() const {
  std::vector<std::string> out;
  if (empty()) return out;
  for (const auto& element : sql::parse_partition_key(text).on) out.push_back(element.column);
  return out;
}

PartitionBound PartitionBound::parse(std::string_view text) {
  return {sql::print_partition_bound(sql::parse_partition_bound(text))};
}

std::string PartitionBound::sql() const {
  // The words that the printed form starts with and has between its brackets.
  static constexpr std::pair<std::string_view, std::string_view> words[] = {{"for values from ", "FOR VALUES FROM "},
                                                                            {"for values in ", "FOR VALUES IN "},
                                                                            {"for values with ", "FOR VALUES WITH "},
                                                                            {"default", "DEFAULT"}};
  const auto bound = sql::parse_partition_bound(text);
  std::string out = text;
  for (const auto& [lower, upper] : words)
    if (out.starts_with(lower)) out.replace(0, lower.size(), upper);
  if (bound.form != sql::PartitionBoundDefinition::Form::from_to) return out;
  auto first = bound;
  first.form = sql::PartitionBoundDefinition::Form::in;
  const std::string_view before = "for values in ";
  const std::string from = sql::print_partition_bound(first).substr(before.size());
  first.from = bound.to;
  return "FOR VALUES FROM " + from + " TO " + sql::print_partition_bound(first).substr(before.size());
}

bool PartitionBound::same(const PartitionBound& a, const PartitionBound& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  const auto one = sql::parse_partition_bound(a.text), other = sql::parse_partition_bound(b.text);
  const auto equal = [](const std::vector<std::string>& x, const std::vector<std::string>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const auto& v, const auto& w) { return sql::same_expression(v, w); });
  };
  return one.form == other.form && one.modulus == other.modulus && one.remainder == other.remainder &&
         equal(one.from, other.from) && equal(one.to, other.to);
}

}  // namespace plumb
