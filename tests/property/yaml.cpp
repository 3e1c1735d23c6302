#include <fmt/format.h>

#include "property/samples.h"

namespace plumb::testing {

namespace {

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + ident(name);
  return out;
}

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

std::string type_sql(const std::string& type) {
  if (type_sample(type)) return type;
  return type.ends_with("[]") ? ident(type.substr(0, type.size() - 2)) + "[]" : ident(type);
}

std::string column_yaml(const Sample::Column& c) {
  std::string out = "{type: " + text(type_sql(c.type));
  if (c.not_null) out += ", nullable: false";
  if (c.identity) out += ", identity: by default";
  if (!c.default_value.empty()) out += ", default: " + text(c.default_value);
  if (!c.generated.empty()) out += ", generated: " + text(c.generated);
  if (!c.comment.empty()) out += ", comment: " + text(c.comment);
  return out + "}";
}

void held_yaml(const Sample::Held& held, std::string_view indent, std::string& out) {
  if (!held.owner.empty()) out += fmt::format("{}owner: {}\n", indent, held.owner);
  if (!held.grants.empty()) out += fmt::format("{}grants: {}\n", indent, held.grants);
}

void short_forms(const std::map<std::string, std::string>& forms, std::string_view section, std::string_view indent,
                 std::string& out) {
  if (forms.empty()) return;
  out += fmt::format("{}{}:\n", indent, section);
  for (const auto& [name, form] : forms) out += fmt::format("{}  {}: {}\n", indent, key(name), text(form));
}

void partitions_yaml(const Sample::Table& table, std::string& out) {
  if (table.partition_by.empty()) return;
  out += fmt::format("    partition_by: {}\n", table.partition_by);
  if (!table.partitions.empty()) out += "    partitions:\n";
  for (const auto& [name, partition] : table.partitions) {
    out += fmt::format("      {}:\n        bound: {}\n", key(name), partition.bound);
    if (!partition.parts.empty()) out += "        partition_by: hash (id)\n";
    short_forms(partition.parts, "partitions", "        ", out);
  }
}

std::string table_yaml(const std::string& name, const Sample::Table& table) {
  std::string out = fmt::format("  {}:\n    columns:\n", key(name));
  for (const auto& [column, is] : table.columns) out += fmt::format("      {}: {}\n", key(column), column_yaml(is));
  out += "    primary_key: [id]\n";
  if (table.unlogged) out += "    unlogged: true\n";
  if (!table.comment.empty()) out += "    comment: " + text(table.comment) + "\n";
  std::map<std::string, std::string> checks = table.checks, triggers;
  for (const auto& [n, c] : table.calls)
    checks[n] = fmt::format("{}({}) is not null", ident(c.function), ident(c.column));
  for (const auto& [n, t] : table.triggers)
    triggers[n] = fmt::format("{} execute function {}()", t.form, ident(t.function));
  short_forms(checks, "checks", "    ", out);
  short_forms(triggers, "triggers", "    ", out);
  held_yaml(table.held, "    ", out);
  if (!table.inherits.empty()) out += fmt::format("    inherits: [{}]\n", key(table.inherits));
  std::map<std::string, std::string> rules, statistics;
  for (const auto& [n, r] : table.rules)
    rules[n] = r.table.empty() ? r.form : fmt::format("{} insert into {} (id) values (new.id)", r.form, ident(r.table));
  for (const auto& [n, columns] : table.statistics) statistics[n] = "on " + list(columns);
  short_forms(rules, "rules", "    ", out);
  short_forms(statistics, "statistics", "    ", out);
  if (!table.policies.empty()) out += "    row_security: enabled\n    policies:\n";
  for (const auto& [n, condition] : table.policies)
    out += fmt::format("      {}: {{using: {}}}\n", key(n), text(condition));
  partitions_yaml(table, out);
  short_forms(table.indexes, "indexes", "    ", out);
  std::map<std::string, std::string> unique, foreign;
  for (const auto& [n, k] : table.unique) unique[n] = "(" + list(k.columns) + ")";
  for (const auto& [n, f] : table.foreign_keys)
    foreign[n] = fmt::format("({}) references {} (id){}", ident(f.column), ident(f.table), f.rest);
  short_forms(unique, "unique", "    ", out);
  short_forms(foreign, "foreign_keys", "    ", out);
  return out;
}

std::string held_inline(const Sample::Held& held) {
  std::string out;
  if (!held.owner.empty()) out += ", owner: " + held.owner;
  if (!held.grants.empty()) out += ", grants: " + held.grants;
  return out;
}

void functions_yaml(const Sample& sample, std::string& out) {
  if (!sample.functions.empty() || !sample.trigger_functions.empty()) out += "functions:\n";
  for (const auto& [name, function] : sample.functions)
    for (const std::string& type : function.types)
      out += fmt::format("  {}: {{returns: {}, language: sql, volatility: immutable, body: {}{}}}\n",
                         text(fmt::format("{}(a {})", ident(name), type_sql(type))), text(type_sql(type)),
                         text(fmt::format("select a -- {}", function.body)), held_inline(function.held));
  for (const auto& [name, body] : sample.trigger_functions)
    out += fmt::format("  {}: {{returns: trigger, language: plpgsql, body: {}}}\n", text(ident(name) + "()"),
                       text(fmt::format("begin /* {} */ return new; end", body)));
}

void views_yaml(const Sample& sample, bool materialized, std::string& out) {
  std::string views;
  for (const auto& [name, view] : sample.views) {
    if (view.materialized != materialized) continue;
    const std::string query = fmt::format("select {} from {}", list(view.columns), ident(view.from));
    views += fmt::format("  {}: {{query: {}{}{}}}\n", key(name), text(query),
                         view.comment.empty() ? "" : ", comment: " + text(view.comment), held_inline(view.held));
  }
  if (!views.empty()) out += (materialized ? "materialized_views:\n" : "views:\n") + views;
}

}  // namespace

std::string to_yaml(const Sample& sample) {
  std::string out = "plumb: 1\nmanage: {schemas: [public], owners: true, privileges: true}\n";
  if (!sample.enums.empty()) out += "enums:\n";
  for (const auto& [name, values] : sample.enums) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + value;
    out += fmt::format("  {}: [{}]\n", key(name), all);
  }
  if (!sample.composites.empty() || !sample.ranges.empty()) out += "types:\n";
  for (const auto& [name, subtype] : sample.ranges)
    out += fmt::format("  {}: {{range: {{subtype: {}}}}}\n", key(name), subtype);
  for (const auto& [name, attributes] : sample.composites) {
    out += fmt::format("  {}:\n    attributes:\n", key(name));
    for (const auto& [attribute, type] : attributes) out += fmt::format("      {}: {}\n", key(attribute), text(type));
  }
  functions_yaml(sample, out);
  std::map<std::string, std::string> domains;
  for (const auto& [name, domain] : sample.domains) domains[name] = type_sql(domain.type) + domain.rest;
  short_forms(domains, "domains", "", out);
  if (!sample.operators.empty()) out += "operators:\n";
  for (const auto& [name, op] : sample.operators)
    out += fmt::format("  {}: {{function: {}}}\n", text(fmt::format("{}(none, {})", name, type_sql(op.type))),
                       text(ident(op.function)));
  short_forms(sample.sequences, "sequences", "", out);
  out += "tables:\n";
  for (const auto& [name, table] : sample.tables) out += table_yaml(name, table);
  views_yaml(sample, false, out);
  views_yaml(sample, true, out);
  return out;
}

}  // namespace plumb::testing
