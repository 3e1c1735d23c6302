#include "property/generator.h"

#include <fmt/format.h>

#include <algorithm>

#include "property/samples.h"

namespace plumb::testing {

// --- Making -------------------------------------------------------------------------------------------------------------

std::string Generator::name(std::string_view stem) {
  ++counter_;
  if (chance_.one_in(12)) return fmt::format("{} {}", stem, counter_);
  if (chance_.one_in(15)) return fmt::format("{}{}É", static_cast<char>(stem[0] - 32), counter_);
  return fmt::format("{}_{}", stem, counter_);
}

void Generator::add_enum(Sample& sample) {
  std::vector<std::string> values;
  for (std::size_t n = 2 + chance_.below(4); n > 0; --n) values.push_back(fmt::format("v{}", ++counter_));
  sample.enums[name("enum")] = values;
}

void Generator::add_composite(Sample& sample) {
  auto& attributes = sample.composites[name("composite")];
  for (std::size_t n = 1 + chance_.below(3); n > 0; --n)
    attributes.emplace_back(name("attribute"), chance_.of(samples()).type);
}

// Of a type of PostgreSQL's or of the declaration's own.
std::string Generator::some_type(const Sample& sample) {
  const std::size_t sort = chance_.below(7);
  if (sort == 0 && !sample.enums.empty()) return one_of(sample.enums)->first;
  if (sort == 3 && !sample.ranges.empty()) return one_of(sample.ranges)->first;
  if (sort == 1 && !sample.domains.empty()) return one_of(sample.domains)->first;
  if (sort == 2 && !sample.composites.empty()) return one_of(sample.composites)->first;
  return chance_.of(samples()).type;
}

void Generator::add_function(Sample& sample) {
  if (chance_.one_in(3)) {
    sample.trigger_functions[name("touch")] = 0;
    return;
  }
  Sample::Function& function = sample.functions[name("function")];
  for (std::size_t n = 1 + chance_.below(2); n > 0; --n)
    if (const std::string type = some_type(sample);
        std::find(function.types.begin(), function.types.end(), type) == function.types.end())
      function.types.push_back(type);
  function.held = held("execute");
}

Sample::Domain Generator::domain(const Sample& sample) {
  const TypeSample& type = chance_.of(samples());
  Sample::Domain out{type.type, ""};
  if (const std::string other = some_type(sample);
      chance_.one_in(4) && !sample.domains.contains(other) && !sample.enums.contains(other)) {
    out.type = other;
    return out;
  }
  if (chance_.one_in(3)) out.rest += " default " + chance_.of(type.defaults);
  if (chance_.one_in(3)) out.rest += fmt::format(" check ({})", fmt::format(fmt::runtime(type.check), "value"));
  return out;
}

void Generator::add_domain(Sample& sample) { sample.domains[name("domain")] = domain(sample); }

void Generator::add_sequence(Sample& sample) {
  const std::vector<std::string> forms = {"bigint", "start with 5", "int increment by 2", "cache 10 cycle",
                                          "smallint minvalue 3 maxvalue 300"};
  sample.sequences[name("sequence")] = chance_.of(forms);
}

Sample::Column Generator::column(const Sample& sample) {
  Sample::Column out;
  const std::size_t sort = chance_.below(10);
  if (sort == 3 && !sample.ranges.empty()) {
    out.type = one_of(sample.ranges)->first;
  } else if (sort == 0 && !sample.enums.empty()) {
    const auto it = one_of(sample.enums);
    out.type = it->first;
    if (chance_.one_in(5))
      out.type += "[]";
    else if (chance_.one_in(2))
      out.default_value = quoted(it->second.front());
  } else if (sort == 2 && !sample.composites.empty()) {
    out.type = one_of(sample.composites)->first;
  } else if (sort == 1 && !sample.domains.empty()) {
    const auto it = one_of(sample.domains);
    out.type = it->first;
  } else {
    const TypeSample& type = chance_.of(samples());
    out.type = type.type;
    if (chance_.one_in(3)) out.default_value = chance_.of(type.defaults);
    if ((out.type == "int" || out.type == "bigint") && out.default_value.empty() && chance_.one_in(8)) {
      out.identity = true;
    } else if (out.type == "bigint" && !sample.sequences.empty() && chance_.one_in(4)) {
      const auto it = one_of(sample.sequences);
      out.default_value = fmt::format("nextval({})", quoted(ident(it->first)));
    } else if (!sample.functions.empty() && chance_.one_in(3)) {
      const auto function = one_of(sample.functions);
      const auto& takes = function->second.types;
      if (std::find(takes.begin(), takes.end(), out.type) != takes.end()) {
        out.function = function->first;
        out.default_value = fmt::format("{}({}::{})", ident(function->first), type.defaults.front(), out.type);
      }
    }
  }
  out.not_null = chance_.one_in(3);
  if (chance_.one_in(10)) out.comment = fmt::format("it's number {}", ++counter_);
  return out;
}

void Generator::add_part(Sample& sample, Sample::Table& table) {
  const auto& [column, is] = chance_.of(table.columns);
  const TypeSample* type = type_sample(is.type);
  switch (chance_.below(6)) {
    case 0:
      table.columns.emplace_back(name("column"), this->column(sample));
      break;
    case 1:
      if (type) table.checks[name("check")] = fmt::format(fmt::runtime(type->check), ident(column));
      break;
    case 2: {
      if (!indexable(sample, is.type)) break;
      const std::vector<std::string> forms = {"({})", "unique ({})", "({} desc)", "hash ({})",
                                              "({}) where {} is not null"};
      table.indexes[name("index")] = fmt::format(fmt::runtime(chance_.of(forms)), ident(column), ident(column));
      break;
    }
    case 3:
      if (indexable(sample, is.type) && table.partition_by.empty()) table.unique[name("key")] = {{column}};
      break;
    case 4:
      if (type && is.type == "text") {
        Sample::Column generated;
        generated.type = "text";
        generated.generated = fmt::format("lower({})", ident(column));
        if (is.generated.empty()) table.columns.emplace_back(name("generated"), generated);
      }
      break;
    default: {
      const auto it = one_of(sample.tables);
      const std::vector<std::string> rests = {"", " on delete cascade", " on delete set null on update cascade",
                                              " deferrable initially deferred"};
      Sample::Column reference;
      reference.type = it->second.columns.front().second.type;
      const std::string column_name = name("reference");
      table.columns.emplace_back(column_name, reference);
      table.foreign_keys[name("foreign")] = {column_name, it->first, chance_.of(rests)};
    }
  }
}

void Generator::add_partitions(Sample::Table& table) {
  const bool range = table.columns.front().second.type == "bigint" && chance_.one_in(2);
  table.partition_by = range ? "range (id)" : "hash (id)";
  if (range)
    for (std::size_t n = 1 + chance_.below(3); n > 0; --n) add_partition(table);
  else
    for (const int remainder : {0, 1})
      table.partitions[name("part")] = {fmt::format("for values with (modulus 2, remainder {})", remainder), {}};
  if (range && chance_.one_in(2)) table.partitions[name("rest")] = {"default", {}};
}

void Generator::add_partition(Sample::Table& table) {
  const int from = 100 * ++counter_;
  Sample::Partition& partition = table.partitions[name("part")];
  partition.bound = fmt::format("for values from ({}) to ({})", from, from + 100);
  if (chance_.one_in(4))
    for (const int remainder : {0, 1})
      partition.parts[name("leaf")] = fmt::format("for values with (modulus 2, remainder {})", remainder);
}

// What hangs on a table and calls functions, or says who may see what.
void Generator::add_beside(Sample& sample, Sample::Table& table) {
  const auto& [column, is] = chance_.of(table.columns);
  if (chance_.one_in(3)) {
    if (const std::string check = condition(table, column); !check.empty()) table.policies[name("policy")] = check;
  } else if (chance_.one_in(2) && !sample.trigger_functions.empty()) {
    const std::vector<std::string> forms = {"before insert or update for each row", "after delete for each statement",
                                            "after update for each row when (old.* is distinct from new.*)"};
    table.triggers[name("trigger")] = {chance_.of(forms), one_of(sample.trigger_functions)->first};
  } else {
    for (const auto& [function, takes] : sample.functions)
      if (std::find(takes.types.begin(), takes.types.end(), is.type) != takes.types.end() && is.generated.empty())
        table.calls[name("call")] = {column, function};
  }
}

void Generator::add_table(Sample& sample) {
  const std::string table_name = name("table");
  Sample::Table& table = sample.tables[table_name];
  Sample::Column id;
  id.type = chance_.one_in(4) ? "uuid" : "bigint";
  id.not_null = true;
  id.identity = id.type == "bigint" && chance_.one_in(2);
  table.columns.emplace_back("id", id);
  for (std::size_t n = 1 + chance_.below(5); n > 0; --n) table.columns.emplace_back(name("column"), column(sample));
  if (chance_.one_in(5)) add_partitions(table);
  for (std::size_t n = chance_.below(5); n > 0; --n) add_part(sample, table);
  for (std::size_t n = chance_.below(3); n > 0; --n) add_beside(sample, table);
  for (std::size_t n = chance_.below(3); n > 0; --n) edit_beside(sample, table);
  if (chance_.one_in(4)) inherit(sample, table_name);
  table.unlogged = chance_.one_in(15) && table.partition_by.empty();
  if (chance_.one_in(4)) table.comment = "a table; with 'quotes'";
}

void Generator::add_view(Sample& sample) {
  Sample::View view;
  if (!sample.views.empty() && chance_.one_in(3)) {
    const auto it = one_of(sample.views);
    view.from = it->first;
    view.columns = it->second.columns;
  } else {
    const auto it = one_of(sample.tables);
    view.from = it->first;
    for (const auto& [column, is] : it->second.columns)
      if (view.columns.empty() || chance_.one_in(2)) view.columns.push_back(column);
  }
  view.materialized = chance_.one_in(4);
  if (chance_.one_in(5)) view.comment = "seen";
  view.held.grants = held("select").grants;  // what it reads is its owner's to read
  sample.views[name("view")] = view;
}

Sample Generator::sample(std::size_t objects) {
  Sample out;
  add_table(out);
  while (out.enums.size() + out.domains.size() + out.sequences.size() + out.tables.size() * 4 + out.views.size() +
             out.composites.size() + out.functions.size() + out.trigger_functions.size() + out.ranges.size() +
             out.operators.size() <
         objects) {
    switch (chance_.below(11)) {
      case 6:
        add_range(out);
        break;
      case 7:
        add_operator(out);
        break;
      case 4:
        add_composite(out);
        break;
      case 5:
        add_function(out);
        break;
      case 0:
        add_enum(out);
        break;
      case 1:
        add_domain(out);
        break;
      case 2:
        add_sequence(out);
        break;
      case 3:
        add_view(out);
        break;
      default:
        add_table(out);
    }
  }
  mend(out);
  return out;
}

// --- Editing ------------------------------------------------------------------------------------------------------------

void Generator::edit_enum(Sample& sample) {
  if (sample.enums.empty()) return;
  const auto it = one_of(sample.enums);
  auto& values = it->second;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(chance_.below(values.size()));
  if (chance_.one_in(3) && values.size() > 1)
    values.erase(place);
  else
    values.insert(place, fmt::format("v{}", ++counter_));
}

void Generator::edit_domain(Sample& sample) {
  if (sample.domains.empty()) return add_domain(sample);
  const auto it = one_of(sample.domains);
  if (chance_.one_in(4))
    sample.domains.erase(it);
  else
    it->second = domain(sample);
}

// Attributes come and go; under columns PostgreSQL can't retype them.
void Generator::edit_composite(Sample& sample) {
  if (sample.composites.empty()) return add_composite(sample);
  const auto it = one_of(sample.composites);
  auto& attributes = it->second;
  if (chance_.one_in(4))
    sample.composites.erase(it);
  else if (attributes.size() > 1 && chance_.one_in(2))
    attributes.erase(attributes.begin() + static_cast<std::ptrdiff_t>(chance_.below(attributes.size())));
  else
    attributes.emplace_back(name("attribute"), chance_.of(samples()).type);
}

void Generator::edit_function(Sample& sample) {
  for (auto& [name, body] : sample.trigger_functions)
    if (chance_.one_in(3)) ++body;
  if (sample.functions.empty()) return add_function(sample);
  const auto it = one_of(sample.functions);
  auto& types = it->second.types;
  if (const std::string type = some_type(sample);
      chance_.one_in(3) && std::find(types.begin(), types.end(), type) == types.end())
    types.push_back(type);
  else if (chance_.one_in(3))
    types.erase(types.begin() + static_cast<std::ptrdiff_t>(chance_.below(types.size())));
  else
    ++it->second.body;
  if (types.empty()) sample.functions.erase(it);
}

void Generator::edit_partitions(Sample::Table& table) {
  if (table.partition_by != "range (id)") return;
  if (chance_.one_in(2) || table.partitions.empty()) return add_partition(table);
  table.partitions.erase(one_of(table.partitions));
}

void Generator::edit_column(Sample& sample, Sample::Table& table) {
  if (table.columns.size() < 2) return;
  auto& [name, is] = table.columns[1 + chance_.below(table.columns.size() - 1)];
  switch (chance_.below(4)) {
    case 0:
      is.not_null = !is.not_null;
      break;
    case 1:
      is.comment = is.comment.empty() ? "new" : "";
      break;
    case 2:
      if (const TypeSample* type = type_sample(is.type); type && is.generated.empty() && !is.identity)
        is.default_value = is.default_value.empty() ? chance_.of(type->defaults) : "", is.function = "";
      break;
    default:
      if (is.generated.empty()) is = column(sample);
  }
}

void Generator::edit(Sample& sample) {
  if (sample.tables.empty()) return add_table(sample);
  const auto table = one_of(sample.tables);
  const auto drop_one = [this](auto& map) {
    if (!map.empty()) map.erase(one_of(map));
  };
  switch (chance_.below(27)) {
    case 22:
    case 23:
      edit_types(sample);
      break;
    case 24:
    case 25:
      edit_beside(sample, table->second);
      break;
    case 0:
      add_table(sample);
      break;
    case 1:
      if (sample.tables.size() > 1) sample.tables.erase(table);
      break;
    case 2:
      add_view(sample);
      break;
    case 3:
      drop_one(sample.views);
      break;
    case 4:
      edit_enum(sample);
      break;
    case 5:
      drop_one(table->second.checks);
      break;
    case 6:
      drop_one(table->second.indexes);
      break;
    case 7:
      drop_one(table->second.foreign_keys);
      break;
    case 8:
      if (table->second.columns.size() > 1)
        table->second.columns.erase(table->second.columns.begin() + 1 +
                                    static_cast<std::ptrdiff_t>(chance_.below(table->second.columns.size() - 1)));
      break;
    case 9:
      table->second.unlogged = !table->second.unlogged && table->second.partition_by.empty();
      break;
    case 10:
      add_enum(sample);
      break;
    case 11:
      edit_domain(sample);
      break;
    case 12:
      add_part(sample, table->second);
      break;
    case 13:
      edit_composite(sample);
      break;
    case 14:
    case 15:
      edit_function(sample);
      break;
    case 16:
      edit_partitions(table->second);
      break;
    case 17:
      drop_one(table->second.triggers);
      break;
    case 18:
      drop_one(table->second.policies);
      break;
    case 19:
      drop_one(sample.functions);
      break;
    case 20:
      drop_one(sample.trigger_functions);
      break;
    case 21:
      add_beside(sample, table->second);
      break;
    default:
      edit_column(sample, table->second);
  }
}

Sample Generator::edited(Sample sample, std::size_t edits) {
  for (; edits > 0; --edits) {
    edit(sample);
    mend(sample);
  }
  return sample;
}

}  // namespace plumb::testing
