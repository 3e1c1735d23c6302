// Edits leave references behind to what is no longer there, or no longer fits.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "property/samples.h"

namespace plumb::testing {

namespace {

bool known_type(const Sample& sample, const std::string& type) {
  const std::string element = type.ends_with("[]") ? type.substr(0, type.size() - 2) : type;
  return type_sample(type) || sample.enums.contains(element) || sample.domains.contains(type) ||
         sample.composites.contains(type) || sample.ranges.contains(type);
}

// The sequence in nextval('…'), empty for any other default.
std::string sequence_in(const std::string& text) {
  if (!text.starts_with("nextval('")) return {};
  std::string out = text.substr(9, text.size() - 11);
  if (!out.empty() && out.front() == '"') out = out.substr(1, out.size() - 2);
  return out;
}

// What refers to a column by a type that it has no longer goes: forms are made for one type.
bool mentions(const std::string& text, const std::string& column) {
  const std::string name = ident(column);
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const auto is_word = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80) != 0;
    };
    const bool before = at > 0 && is_word(text[at - 1]) && name.front() != '"';
    const std::size_t end = at + name.size();
    const bool after = end < text.size() && is_word(text[end]) && name.front() != '"';
    if (!before && !after) return true;
  }
  return false;
}

std::vector<std::string> columns_in(const Sample::Table& table, const std::string& text) {
  std::vector<std::string> out;
  for (const auto& [name, is] : table.columns)
    if (mentions(text, name)) out.push_back(name);
  return out;
}

bool takes(const Sample& sample, const std::string& function, const std::string& type) {
  const auto found = sample.functions.find(function);
  return found != sample.functions.end() &&
         std::find(found->second.types.begin(), found->second.types.end(), type) != found->second.types.end();
}

void mend_columns(Sample& sample, Sample::Table& table) {
  std::erase_if(table.columns, [&](const auto& c) { return !known_type(sample, c.second.type); });
  for (auto& [name, is] : table.columns) {
    if (const auto e = sample.enums.find(is.type); e != sample.enums.end() && !is.default_value.empty()) {
      const bool still = std::any_of(e->second.begin(), e->second.end(),
                                     [&value = is.default_value](const auto& v) { return quoted(v) == value; });
      if (!still) is.default_value = "";
    }
    if (const std::string sequence = sequence_in(is.default_value);
        !sequence.empty() && !sample.sequences.contains(sequence))
      is.default_value = "";
    if (!is.function.empty() && !takes(sample, is.function, is.type)) is.default_value = is.function = "";
    // Before 17 a partition can't have one.
    if (!table.partition_by.empty()) is.identity = false;
  }
  std::erase_if(table.columns, [&](const auto& c) {
    if (c.second.generated.empty()) return false;
    const auto used = columns_in(table, c.second.generated);
    return used.size() != 1 || find(table, used.front())->type != "text" ||
           !find(table, used.front())->generated.empty();
  });
}

void mend_table(Sample& sample, Sample::Table& table) {
  mend_columns(sample, table);
  const auto no_condition = [&](const auto& check) {
    const auto used = columns_in(table, check.second);
    return used.size() != 1 || condition(table, used.front()) != check.second;
  };
  std::erase_if(table.checks, no_condition);
  std::erase_if(table.policies, no_condition);
  std::erase_if(table.calls, [&](const auto& call) {
    const Sample::Column* is = find(table, call.second.column);
    return !is || !takes(sample, call.second.function, is->type);
  });
  std::erase_if(table.triggers,
                [&](const auto& trigger) { return !sample.trigger_functions.contains(trigger.second.function); });
  std::erase_if(table.rules, [&](const auto& rule) {
    const auto to = sample.tables.find(rule.second.table);
    return !rule.second.table.empty() && (to == sample.tables.end() || id_type(to->second) != id_type(table));
  });
  std::erase_if(table.statistics, [&](const auto& statistics) {
    return std::any_of(statistics.second.begin(), statistics.second.end(), [&](const std::string& column) {
      const Sample::Column* is = find(table, column);
      return !is || !has_statistics(sample, *is);
    });
  });
  std::erase_if(table.indexes, [&](const auto& index) {
    const auto used = columns_in(table, index.second);
    const bool whole = index.second.starts_with("unique") && !table.partition_by.empty();
    return used.size() != 1 || !indexable(sample, find(table, used.front())->type) || whole;
  });
  std::erase_if(table.unique, [&](const auto& key) {
    const Sample::Column* is = find(table, key.second.columns.front());
    return !is || !indexable(sample, is->type);
  });
  std::erase_if(table.foreign_keys, [&](const auto& key) {
    const auto to = sample.tables.find(key.second.table);
    const Sample::Column* is = find(table, key.second.column);
    return to == sample.tables.end() || !is || is->type != to->second.columns.front().second.type ||
           !is->generated.empty() || to->second.unlogged != table.unlogged;
  });
}

}  // namespace

void mend(Sample& sample) {
  for (auto& [name, function] : sample.functions)
    std::erase_if(function.types, [&](const std::string& type) { return !known_type(sample, type); });
  std::erase_if(sample.functions, [](const auto& function) { return function.second.types.empty(); });
  std::erase_if(sample.domains, [&](const auto& domain) { return !known_type(sample, domain.second.type); });
  std::erase_if(sample.operators, [&](const auto& op) { return !takes(sample, op.second.function, op.second.type); });
  std::erase_if(sample.tables, [&](const auto& table) {
    return !table.second.inherits.empty() && !sample.tables.contains(table.second.inherits);
  });
  for (auto& [name, table] : sample.tables) mend_table(sample, table);
  for (std::size_t before = 0; before != sample.views.size();) {
    before = sample.views.size();
    std::erase_if(sample.views, [&](const auto& entry) {
      const Sample::View& view = entry.second;
      const auto table = sample.tables.find(view.from);
      const auto under = sample.views.find(view.from);
      return std::any_of(view.columns.begin(), view.columns.end(), [&](const std::string& column) {
        if (table != sample.tables.end()) return find(table->second, column) == nullptr;
        return under == sample.views.end() || std::find(under->second.columns.begin(), under->second.columns.end(),
                                                        column) == under->second.columns.end();
      });
    });
  }
}

}  // namespace plumb::testing
