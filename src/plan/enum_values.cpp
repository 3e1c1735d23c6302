#include "plan/enum_values.h"

#include <algorithm>
#include <map>

#include "kinds/enum_constants.h"
#include "kinds/fields.h"
#include "kinds/types.h"

namespace plumb {

namespace {

using Renamed = std::vector<std::pair<std::string, std::string>>;  // from, to; in order

bool renames_any(const Renamed& renamed, std::vector<std::string>& values) {
  bool out = false;
  for (std::string& value : values)
    for (const auto& [from, to] : renamed)
      if (value == from) {
        value = to;
        out = true;
      }
  return out;
}

std::string array_text(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    out += out.empty() ? "{" : ",";
    if (value.find_first_of("{},\"\\ \t\n\r\v\f") == std::string::npos && !value.empty()) {
      out += value;
      continue;
    }
    out += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + "}";
}

class EnumValues {
 public:
  EnumValues(const Database& live, const Database& wanted) : live_(live) {
    for (const Enum& want : wanted.all<Enum>())
      if (const Enum* is = live.find<Enum>(want.id))
        if (Renamed renamed = Kind<Enum>::values_to_rename(*is, want); !renamed.empty())
          renamed_.emplace(is->id, std::move(renamed));
  }

  bool none() const { return renamed_.empty(); }

  void in_text(std::string& text, const std::string& home) const {
    auto constants = enum_constants(text, home, live_);
    for (auto constant = constants.rbegin(); constant != constants.rend(); ++constant) {
      const auto renamed = renamed_.find(constant->of->id);
      if (renamed == renamed_.end()) continue;
      // Which NULL of an array is one, and which a value of that name, is not known here.
      if (constant->array && std::ranges::count(constant->values, "NULL") > 0) continue;
      if (!renames_any(renamed->second, constant->values)) continue;
      const std::string value = constant->array ? array_text(constant->values) : constant->values.front();
      text.replace(constant->offset, constant->length, sql::quote_literal(value));
    }
  }

  // In bounds a constant is of the type of its column.
  template <typename T>
  void in_bound(T& partition) const {
    if (partition.bound.empty()) return;
    const Table* parent = parent_of(partition);
    if (!parent) return;
    const auto key = sql::parse_partition_key(parent->partition_by.text);
    auto bound = sql::parse_partition_bound(partition.bound.text);
    const bool list = bound.form == sql::PartitionBoundDefinition::Form::in;
    bool changed = false;
    for (auto* values : {&bound.from, &bound.to})
      for (std::size_t i = 0; i < values->size(); ++i) {
        const std::size_t element = list ? 0 : i;
        if (element < key.on.size()) changed = of_column((*values)[i], key.on[element].column, *parent) || changed;
      }
    if (changed) partition.bound.text = sql::print_partition_bound(bound);
  }

 private:
  template <typename T>
  const Table* parent_of(const T& partition) const {
    const auto parents = parents_of(partition.id, live_);
    return parents.empty() ? nullptr : live_.find<Table>(parents.front());
  }

  bool of_column(std::string& constant, const std::string& column, const Table& table) const {
    const Column* of = live_.find<Column>(column_id(table.id, column));
    if (!of || constant.size() < 2 || constant.front() != '\'') return false;
    const Underlying type = base_type(of->type, of->id.schema, live_);
    const Enum* e = enum_of(type.type, type.home, live_);
    const auto renamed = e ? renamed_.find(e->id) : renamed_.end();
    if (renamed == renamed_.end()) return false;
    const std::string before = constant;
    for (const auto& [from, to] : renamed->second)
      if (constant == sql::quote_literal(from)) constant = sql::quote_literal(to);
    return constant != before;
  }

  const Database& live_;
  std::map<ObjectId, Renamed> renamed_;
};

}  // namespace

void follow_enum_values(Database& live, const Database& wanted) {
  const EnumValues values(live, wanted);
  if (values.none()) return;
  const std::string* home = nullptr;
  const SqlFunction in_text = [&](std::string& text, bool) { values.in_text(text, *home); };
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      home = &object.id.schema;
      each_sql_of(object, in_text);
      if constexpr (requires { object.bound.text; }) values.in_bound(object);
    }
  });
}

}  // namespace plumb
