#include "property/generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace plumb::testing {

namespace {

struct TypeSample {
  std::string type;
  std::vector<std::string> defaults;  // as SQL
  std::string check;                  // {} stands for the column
};

// Casts lead from each to each, or plumb must know that none does.
const std::vector<TypeSample>& types() {
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
  const auto found = std::find_if(types().begin(), types().end(), [&](const auto& t) { return t.type == type; });
  return found == types().end() ? nullptr : &*found;
}

bool indexable(const std::string& type) { return type != "jsonb"; }

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

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + ident(name);
  return out;
}

const Sample::Column* find(const Sample::Table& table, const std::string& column) {
  for (const auto& [name, c] : table.columns)
    if (name == column) return &c;
  return nullptr;
}

}  // namespace

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

std::string Generator::domain() {
  const TypeSample& type = chance_.of(types());
  std::string text = type.type;
  if (chance_.one_in(3)) text += " default " + chance_.of(type.defaults);
  if (chance_.one_in(3)) text += fmt::format(" check ({})", fmt::format(fmt::runtime(type.check), "value"));
  return text;
}

void Generator::add_domain(Sample& sample) { sample.domains[name("domain")] = domain(); }

void Generator::add_sequence(Sample& sample) {
  const std::vector<std::string> forms = {"bigint", "start with 5", "int increment by 2", "cache 10 cycle",
                                          "smallint minvalue 3 maxvalue 300"};
  sample.sequences[name("sequence")] = chance_.of(forms);
}

Sample::Column Generator::column(const Sample& sample) {
  Sample::Column out;
  const std::size_t sort = chance_.below(8);
  if (sort == 0 && !sample.enums.empty()) {
    auto it = sample.enums.begin();
    std::advance(it, chance_.below(sample.enums.size()));
    out.type = it->first;
    if (chance_.one_in(2)) out.default_value = quoted(it->second.front());
  } else if (sort == 1 && !sample.domains.empty()) {
    auto it = sample.domains.begin();
    std::advance(it, chance_.below(sample.domains.size()));
    out.type = it->first;
  } else {
    const TypeSample& type = chance_.of(types());
    out.type = type.type;
    if (chance_.one_in(3)) out.default_value = chance_.of(type.defaults);
    if ((out.type == "int" || out.type == "bigint") && out.default_value.empty() && chance_.one_in(8)) {
      out.identity = true;
    } else if (out.type == "bigint" && !sample.sequences.empty() && chance_.one_in(4)) {
      auto it = sample.sequences.begin();
      std::advance(it, chance_.below(sample.sequences.size()));
      out.default_value = fmt::format("nextval({})", quoted(ident(it->first)));
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
      if (!indexable(is.type)) break;
      const std::vector<std::string> forms = {"({})", "unique ({})", "({} desc)", "hash ({})",
                                              "({}) where {} is not null"};
      table.indexes[name("index")] = fmt::format(fmt::runtime(chance_.of(forms)), ident(column), ident(column));
      break;
    }
    case 3:
      if (indexable(is.type)) table.unique[name("key")] = {{column}};
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
      auto it = sample.tables.begin();
      std::advance(it, chance_.below(sample.tables.size()));
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

void Generator::add_table(Sample& sample) {
  const std::string table_name = name("table");
  Sample::Table& table = sample.tables[table_name];
  Sample::Column id;
  id.type = chance_.one_in(4) ? "uuid" : "bigint";
  id.not_null = true;
  id.identity = id.type == "bigint" && chance_.one_in(2);
  table.columns.emplace_back("id", id);
  for (std::size_t n = 1 + chance_.below(5); n > 0; --n) table.columns.emplace_back(name("column"), column(sample));
  for (std::size_t n = chance_.below(5); n > 0; --n) add_part(sample, table);
  table.unlogged = chance_.one_in(15);
  if (chance_.one_in(4)) table.comment = "a table; with 'quotes'";
}

void Generator::add_view(Sample& sample) {
  Sample::View view;
  if (!sample.views.empty() && chance_.one_in(3)) {
    auto it = sample.views.begin();
    std::advance(it, chance_.below(sample.views.size()));
    view.from = it->first;
    view.columns = it->second.columns;
  } else {
    auto it = sample.tables.begin();
    std::advance(it, chance_.below(sample.tables.size()));
    view.from = it->first;
    for (const auto& [column, is] : it->second.columns)
      if (view.columns.empty() || chance_.one_in(2)) view.columns.push_back(column);
  }
  view.materialized = false;
  if (chance_.one_in(5)) view.comment = "seen";
  sample.views[name("view")] = view;
}

Sample Generator::sample(std::size_t objects) {
  Sample out;
  add_table(out);
  while (out.enums.size() + out.domains.size() + out.sequences.size() + out.tables.size() * 4 + out.views.size() <
         objects) {
    switch (chance_.below(6)) {
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
  auto it = sample.enums.begin();
  std::advance(it, chance_.below(sample.enums.size()));
  auto& values = it->second;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(chance_.below(values.size()));
  if (chance_.one_in(3) && values.size() > 1)
    values.erase(place);
  else
    values.insert(place, fmt::format("v{}", ++counter_));
}

void Generator::edit_domain(Sample& sample) {
  if (sample.domains.empty()) return add_domain(sample);
  auto it = sample.domains.begin();
  std::advance(it, chance_.below(sample.domains.size()));
  if (chance_.one_in(4))
    sample.domains.erase(it);
  else
    it->second = domain();
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
        is.default_value = is.default_value.empty() ? chance_.of(type->defaults) : "";
      break;
    default:
      if (is.generated.empty()) is = column(sample);
  }
}

void Generator::edit(Sample& sample) {
  if (sample.tables.empty()) return add_table(sample);
  auto table = sample.tables.begin();
  std::advance(table, chance_.below(sample.tables.size()));
  const auto drop_one = [this](auto& map) {
    if (map.empty()) return;
    auto it = map.begin();
    std::advance(it, chance_.below(map.size()));
    map.erase(it);
  };
  switch (chance_.below(15)) {
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
      table->second.unlogged = !table->second.unlogged;
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

// --- Keeping it valid ---------------------------------------------------------------------------------------------------

namespace {

bool known_type(const Sample& sample, const std::string& type) {
  return type_sample(type) || sample.enums.contains(type) || sample.domains.contains(type);
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
  std::erase_if(table.checks, [&](const auto& check) {
    const auto used = columns_in(table, check.second);
    if (used.size() != 1) return true;
    const TypeSample* type = type_sample(find(table, used.front())->type);
    return !type || fmt::format(fmt::runtime(type->check), ident(used.front())) != check.second;
  });
  std::erase_if(table.indexes, [&](const auto& index) {
    const auto used = columns_in(table, index.second);
    return used.size() != 1 || !indexable(find(table, used.front())->type) ||
           sample.domains.contains(find(table, used.front())->type);
  });
  std::erase_if(table.unique, [&](const auto& key) {
    const Sample::Column* is = find(table, key.second.columns.front());
    return !is || !indexable(is->type) || sample.domains.contains(is->type);
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

// --- As YAML ------------------------------------------------------------------------------------------------------------

namespace {

// JSON strings are YAML too.
std::string text(const std::string& value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string key(const std::string& name) { return text(name.find('"') == std::string::npos ? name : ident(name)); }

std::string column_yaml(const Sample::Column& c) {
  std::string out = "{type: " + text(type_sample(c.type) ? c.type : ident(c.type));
  if (c.not_null) out += ", nullable: false";
  if (c.identity) out += ", identity: by default";
  if (!c.default_value.empty()) out += ", default: " + text(c.default_value);
  if (!c.generated.empty()) out += ", generated: " + text(c.generated);
  if (!c.comment.empty()) out += ", comment: " + text(c.comment);
  return out + "}";
}

void short_forms(const std::map<std::string, std::string>& forms, std::string_view section, std::string_view indent,
                 std::string& out) {
  if (forms.empty()) return;
  out += fmt::format("{}{}:\n", indent, section);
  for (const auto& [name, form] : forms) out += fmt::format("{}  {}: {}\n", indent, key(name), text(form));
}

std::string table_yaml(const std::string& name, const Sample::Table& table) {
  std::string out = fmt::format("  {}:\n    columns:\n", key(name));
  for (const auto& [column, is] : table.columns) out += fmt::format("      {}: {}\n", key(column), column_yaml(is));
  out += "    primary_key: [id]\n";
  if (table.unlogged) out += "    unlogged: true\n";
  if (!table.comment.empty()) out += "    comment: " + text(table.comment) + "\n";
  short_forms(table.checks, "checks", "    ", out);
  short_forms(table.indexes, "indexes", "    ", out);
  std::map<std::string, std::string> unique, foreign;
  for (const auto& [n, k] : table.unique) unique[n] = "(" + list(k.columns) + ")";
  for (const auto& [n, f] : table.foreign_keys)
    foreign[n] = fmt::format("({}) references {} (id){}", ident(f.column), ident(f.table), f.rest);
  short_forms(unique, "unique", "    ", out);
  short_forms(foreign, "foreign_keys", "    ", out);
  return out;
}

void views_yaml(const Sample& sample, bool materialized, std::string& out) {
  std::string views;
  for (const auto& [name, view] : sample.views) {
    if (view.materialized != materialized) continue;
    const std::string query = fmt::format("select {} from {}", list(view.columns), ident(view.from));
    views += fmt::format("  {}: {{query: {}{}}}\n", key(name), text(query),
                         view.comment.empty() ? "" : ", comment: " + text(view.comment));
  }
  if (!views.empty()) out += (materialized ? "materialized_views:\n" : "views:\n") + views;
}

}  // namespace

std::string to_yaml(const Sample& sample) {
  std::string out = "plumb: 1\nmanage: {schemas: [public]}\n";
  if (!sample.enums.empty()) out += "enums:\n";
  for (const auto& [name, values] : sample.enums) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + value;
    out += fmt::format("  {}: [{}]\n", key(name), all);
  }
  short_forms(sample.domains, "domains", "", out);
  short_forms(sample.sequences, "sequences", "", out);
  out += "tables:\n";
  for (const auto& [name, table] : sample.tables) out += table_yaml(name, table);
  views_yaml(sample, false, out);
  views_yaml(sample, true, out);
  return out;
}

}  // namespace plumb::testing
