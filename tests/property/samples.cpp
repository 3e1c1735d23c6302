#include "property/samples.h"

#include <fmt/format.h>

#include <algorithm>

namespace plumb::testing {

const std::vector<TypeSample>& samples() {
  static const std::vector<TypeSample> all = {
      {"int", {"0", "1 + 1", "-5"}, "{} > 0"},
      {"bigint", {"0", "10::bigint"}, "{} between 1 and 1000"},
      {"text", {"'x'", "''", "upper('a')"}, "{} <> ''"},
      {"varchar(20)", {"'new'", "'it''s'"}, "{} in ('a', 'b', 'new')"},
      {"numeric(10,2)", {"0", "1.5"}, "{} >= 0.5"},
      {"boolean", {"true", "(1 > 2)"}, "{} is not null"},
      {"timestamptz", {"now()", "current_timestamp"}, "{} > '2000-01-01 00:00:00+00'::timestamptz"},
      {"date", {"current_date", "'2020-01-01'"}, "{} > '2000-01-01'::date"},
      {"uuid", {"gen_random_uuid()"}, "{} is not null"},
      {"jsonb", {"'{}'", "'[]'"}, "jsonb_typeof({}) = 'object'"},
      {"text[]", {"'{}'", "array['a']"}, "cardinality({}) < 10"},
      {"double precision", {"0", "1.5"}, "{} < 1e6"},
      {"inet", {"'127.0.0.1'"}, "family({}) = 4"},
  };
  return all;
}

const TypeSample* type_sample(const std::string& type) {
  const auto found = std::find_if(samples().begin(), samples().end(), [&](const auto& t) { return t.type == type; });
  return found == samples().end() ? nullptr : &*found;
}

// Domains may hide a jsonb.
bool indexable(const Sample& sample, const std::string& type) {
  return type != "jsonb" && !sample.composites.contains(type) && !sample.domains.contains(type);
}

bool has_statistics(const Sample& sample, const Sample::Column& column) {
  return column.generated.empty() && (type_sample(column.type) || sample.enums.contains(column.type));
}

const std::string& id_type(const Sample::Table& table) { return table.columns.front().second.type; }

// One generation, and no partitions: what is an id to both is one column.
bool may_inherit(const Sample& sample, const std::string& child, const std::string& parent) {
  const auto one = sample.tables.find(child), other = sample.tables.find(parent);
  if (one == sample.tables.end() || other == sample.tables.end() || child == parent) return false;
  const bool has_children = std::any_of(sample.tables.begin(), sample.tables.end(),
                                        [&](const auto& table) { return table.second.inherits == child; });
  return other->second.inherits.empty() && !has_children && one->second.partition_by.empty() &&
         other->second.partition_by.empty() && id_type(one->second) == id_type(other->second);
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

// Names that need quotes come up too.
std::string ident(const std::string& name) {
  const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  return plain ? name : "\"" + name + "\"";
}

const Sample::Column* find(const Sample::Table& table, const std::string& column) {
  for (const auto& [name, c] : table.columns)
    if (name == column) return &c;
  return nullptr;
}

std::string condition(const Sample::Table& table, const std::string& column) {
  const Sample::Column* is = find(table, column);
  const TypeSample* type = is ? type_sample(is->type) : nullptr;
  return type ? fmt::format(fmt::runtime(type->check), ident(column)) : "";
}

}  // namespace plumb::testing
