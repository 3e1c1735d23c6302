// What stands beside a table's columns and keys, and beside the types that tables use.
#include <fmt/format.h>

#include <algorithm>

#include "property/samples.h"

namespace plumb::testing {

Sample::Held Generator::held(std::string_view privileges) {
  Sample::Held out;
  if (chance_.one_in(6)) out.owner = chance_.one_in(2) ? "pg_monitor" : "pg_read_all_stats";
  if (chance_.one_in(4))
    out.grants =
        fmt::format(fmt::runtime(chance_.one_in(2) ? "{{pg_monitor: [{}]}}" : "{{public: [{}], pg_monitor: [{}]}}"),
                    privileges, privileges);
  return out;
}

void Generator::add_range(Sample& sample) {
  const std::vector<std::string> subtypes = {"int", "bigint", "date", "timestamptz", "text"};
  sample.ranges[name("range")] = chance_.of(subtypes);
}

void Generator::add_operator(Sample& sample) {
  if (sample.functions.empty()) return add_function(sample);
  const std::vector<std::string> names = {"@-", "@#@", "~#", "#-#", "&&&"};
  const auto function = one_of(sample.functions);
  if (function->second.types.empty()) return;
  sample.operators[chance_.of(names)] = {function->first, chance_.of(function->second.types)};
}

void Generator::add_rule(Sample& sample, Sample::Table& table) {
  const std::vector<std::string> forms = {"on delete do instead nothing",
                                          "on update where old.id is distinct from new.id do instead nothing"};
  const auto to = one_of(sample.tables);
  if (chance_.one_in(2) && id_type(to->second) == id_type(table))
    table.rules[name("rule")] = {"on insert do also", to->first};
  else
    table.rules[name("rule")] = {chance_.of(forms), ""};
}

void Generator::add_statistics(Sample& sample, Sample::Table& table) {
  std::vector<std::string> columns;
  for (const auto& [column, is] : table.columns)
    if (columns.size() < 3 && has_statistics(sample, is) && chance_.one_in(2)) columns.push_back(column);
  if (columns.size() > 1) table.statistics[name("statistics")] = columns;
}

void Generator::inherit(Sample& sample, const std::string& child) {
  const auto parent = one_of(sample.tables);
  if (may_inherit(sample, child, parent->first)) sample.tables[child].inherits = parent->first;
}

// --- Editing ------------------------------------------------------------------------------------------------------------

void Generator::edit_types(Sample& sample) {
  if (chance_.one_in(2)) {
    if (sample.ranges.empty() || chance_.one_in(2)) return add_range(sample);
    sample.ranges.erase(one_of(sample.ranges));
  } else {
    if (sample.operators.empty() || chance_.one_in(2)) return add_operator(sample);
    sample.operators.erase(one_of(sample.operators));
  }
}

void Generator::edit_beside(Sample& sample, Sample::Table& table) {
  const auto change = [this](auto& map, auto add) {
    if (map.empty() || chance_.one_in(2)) return add();
    map.erase(one_of(map));
  };
  switch (chance_.below(3)) {
    case 0:
      return change(table.rules, [&] { add_rule(sample, table); });
    case 1:
      return change(table.statistics, [&] { add_statistics(sample, table); });
    default:
      table.held = held("select, insert");
  }
}

}  // namespace plumb::testing
