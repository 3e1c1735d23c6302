#include "yaml/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/nearest.h"
#include "sql/quote.h"

namespace plumb::yaml {

namespace {

// Keys of the language that this version does not carry out yet: no slips, and not to be ignored.
constexpr std::string_view later_keys[] = {"data"};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" || text == ".NAN")
    return true;
  if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view exponent = text.substr(e + 1);
    if (!exponent.empty() && (exponent.front() == '-' || exponent.front() == '+')) exponent.remove_prefix(1);
    if (!all_digits(exponent)) return false;
    text = text.substr(0, e);
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text);
  const std::string_view whole = text.substr(0, dot), fraction = text.substr(dot + 1);
  if (whole.empty()) return all_digits(fraction);
  return all_digits(whole) && (fraction.empty() || all_digits(fraction));
}

bool is_integer(std::string_view text) {
  if (text.starts_with("0x"))
    return text.size() > 2 && text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
  if (text.starts_with("0o")) return text.size() > 2 && text.find_first_not_of("01234567", 2) == std::string_view::npos;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return all_digits(text);
}

}  // namespace

Plain resolve(const Node& node) {
  if (node.is_null()) return Plain::null;
  if (!node.is_scalar() || !node.is_plain() || node.text.empty()) return Plain::text;
  const std::string_view text = node.text;
  // Most text starts with a letter that starts none of these.
  if (std::string_view("0123456789+-.tTfF").find(text.front()) == std::string_view::npos) return Plain::text;
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"})
    if (text == word) return Plain::boolean;
  if (is_integer(text)) return Plain::integer;
  return is_number(text) ? Plain::number : Plain::text;
}

std::string describe_node(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::mapping:
      return "a mapping";
    case Node::Kind::scalar:
      break;
  }
  const Plain plain = resolve(node);
  if (plain == Plain::boolean) return std::string(node.text);
  if (plain == Plain::integer || plain == Plain::number) return fmt::format("the number {}", node.text);
  constexpr std::size_t most = 40;
  if (node.text.size() > most || node.text.find('\n') != std::string_view::npos) return "a text";
  return fmt::format("\"{}\"", node.text);
}

std::string Findings::cut_off(const Node& scalar) const {
  const std::string_view text = document_.source().text;
  const std::size_t end = scalar.offset + scalar.text.size();
  const bool open =
      std::count(scalar.text.begin(), scalar.text.end(), '(') > std::count(scalar.text.begin(), scalar.text.end(), ')');
  if (!scalar.is_plain() || !open || end >= text.size() || text[end] != ',') return {};
  return "inside { } and [ ] a comma ends a text: put it in quotes";
}

void Findings::expected(const Node& at, std::string_view what, std::string hint) {
  add(at, fmt::format("expected {}, found {}", what, describe_node(at)), std::move(hint));
}

namespace {

// What SQL, or another tool, calls it. Of several the first that is a key there.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"args", "arguments"},
    {"as", "query"},
    {"as", "body"},
    {"as", "generated"},
    {"as", "type"},
    {"base_type", "type"},
    {"bypassrls", "bypass_row_security"},
    {"check", "checks"},
    {"cmd", "for"},
    {"code", "body"},
    {"collate", "collation"},
    {"columns", "on"},
    {"columns", "attributes"},
    {"command", "for"},
    {"computed", "generated"},
    {"constraints", "checks"},
    {"createdb", "create_database"},
    {"createrole", "create_role"},
    {"data_type", "type"},
    {"default_value", "default"},
    {"definition", "query"},
    {"definition", "body"},
    {"description", "comment"},
    {"event", "events"},
    {"exclusion", "exclude"},
    {"exclusions", "exclude"},
    {"execute", "function"},
    {"expressions", "on"},
    {"fdw", "wrapper"},
    {"fields", "on"},
    {"fields", "columns"},
    {"fks", "foreign_keys"},
    {"for_all_tables", "all_tables"},
    {"for_each", "level"},
    {"foreign_columns", "referenced_columns"},
    {"foreign_data_wrapper", "wrapper"},
    {"foreign_table", "references"},
    {"in_role", "member_of"},
    {"labels", "values"},
    {"lang", "language"},
    {"matviews", "materialized_views"},
    {"method", "using"},
    {"old_name", "renamed_from"},
    {"options", "with"},
    {"partition_key", "partition_by"},
    {"pk", "primary_key"},
    {"predicate", "where"},
    {"previous_name", "renamed_from"},
    {"privileges", "grants"},
    {"procedure", "function"},
    {"publish", "operations"},
    {"publish_via_partition_root", "via_partition_root"},
    {"ref_table", "references"},
    {"references_columns", "referenced_columns"},
    {"referenced_table", "references"},
    {"return_type", "returns"},
    {"rls", "row_security"},
    {"role", "to"},
    {"roles", "to"},
    {"seq_name", "name"},
    {"sequence_name", "name"},
    {"source", "body"},
    {"sql", "query"},
    {"sql", "body"},
    {"start_value", "start"},
    {"start_with", "start"},
    {"storage_parameters", "with"},
    {"table", "references"},
    {"unique_constraints", "unique"},
    {"with_check", "check"},
};

// What stands in another place here: where `beside` is a key.
struct Elsewhere {
  std::string_view word, beside, hint;
};
constexpr std::string_view reference_hint =
    "in the short form: `uuid references users (id) on delete cascade`; or in `foreign_keys` of the table";
constexpr std::string_view argument_hint = "arguments stand in the key: name(a integer, b text)";
constexpr std::string_view operand_hint = "its types stand in the key: <(integer, text)";
constexpr std::string_view type_hint = "it stands in the type: varchar(20), numeric(10, 2)";
constexpr std::string_view part_hint = "it stands under its table: tables: {name: {…}}";
constexpr std::string_view null_hint = "nullable: false, or true; in the short form: `bigint not null`, or `bigint`";
constexpr Elsewhere elsewhere[] = {
    {"references", "identity", reference_hint},
    {"foreign_key", "identity", reference_hint},
    {"on_delete", "identity", reference_hint},
    {"on_update", "identity", reference_hint},
    {"primary_key", "identity", "in the short form: `bigint primary key`; or in the table: primary_key: [id]"},
    {"primary", "identity", "in the short form: `bigint primary key`; or in the table: primary_key: [id]"},
    {"pk", "identity", "in the short form: `bigint primary key`; or in the table: primary_key: [id]"},
    {"unique", "identity", "in the short form: `text unique`; or in the table: unique: [(email)]"},
    {"check", "identity", "in the short form: `integer check (seen >= 0)`; or in `checks` of the table"},
    {"checks", "identity", "in the short form: `integer check (seen >= 0)`; or in `checks` of the table"},
    {"not_null", "nullable", null_hint},
    {"notnull", "nullable", null_hint},
    {"not null", "nullable", null_hint},
    {"null", "nullable", null_hint},
    {"required", "nullable", null_hint},
    {"optional", "nullable", null_hint},
    {"auto_increment", "identity", "identity: by default"},
    {"autoincrement", "identity", "identity: by default"},
    {"length", "identity", type_hint},
    {"precision", "identity", type_hint},
    {"scale", "identity", type_hint},
    {"args", "link_symbol", argument_hint},
    {"arguments", "link_symbol", argument_hint},
    {"parameters", "link_symbol", argument_hint},
    {"args", "sfunc", argument_hint},
    {"arguments", "sfunc", argument_hint},
    {"left", "commutator", operand_hint},
    {"leftarg", "commutator", operand_hint},
    {"right", "commutator", operand_hint},
    {"rightarg", "commutator", operand_hint},
    {"immutable", "link_symbol", "volatility: immutable"},
    {"stable", "link_symbol", "volatility: stable"},
    {"security_definer", "link_symbol", "security: definer"},
    {"permissive", "check", "as: permissive, which goes without saying"},
    {"restrictive", "check", "as: restrictive"},
    {"password", "bypass_row_security", "plumb sets no passwords: ALTER ROLE … PASSWORD, or \\password in psql"},
    {"schema", "partition_by", "its name says it: app.users; or `schema: app` for the whole file"},
    {"ranges", "types", "types: {name: {range: {subtype: integer}}}"},
    {"composites", "types", "types: {name: {street: text, city: text}}"},
    {"columns", "materialized_views", part_hint},
    {"foreign_keys", "materialized_views", part_hint},
    {"indexes", "materialized_views", part_hint},
    {"policies", "materialized_views", part_hint},
    {"triggers", "materialized_views", part_hint},
};

std::string_view place_of(std::string_view word, const std::vector<std::string>& known) {
  const std::string lower = sql::lower(std::string(word));
  for (const Elsewhere& each : elsewhere)
    if (lower == each.word && std::find(known.begin(), known.end(), each.beside) != known.end()) return each.hint;
  return {};
}

}  // namespace

std::string Findings::meant_by(std::string_view word, const std::vector<std::string>& known) {
  if (!place_of(word, known).empty()) return {};
  for (const auto& [other, ours] : other_words)
    if (word == other && std::find(known.begin(), known.end(), ours) != known.end()) return std::string(ours);
  return nearest(word, known);
}

void Findings::unknown_key(const Node& key, std::string_view of, const std::vector<std::string>& known) {
  if (is_full()) return;
  const std::string word(key.text);
  if (std::find(std::begin(later_keys), std::end(later_keys), word) != std::end(later_keys)) {
    add(key, fmt::format("{} is not supported by this version of plumb yet", word));
    return;
  }
  if (const std::string_view place = place_of(word, known); !place.empty()) {
    add(key, fmt::format("unknown key {} in {}", word, of), std::string(place));
    return;
  }
  constexpr std::size_t few = 16;
  std::string all = known.empty() ? "it has no keys" : "its keys: " + joined(known);
  const std::string meant = meant_by(word, known);
  std::string hint = meant.empty() ? "" : fmt::format("did you mean {}?", meant);
  if (known.size() <= few || meant.empty()) hint += (hint.empty() ? "" : " ") + all;
  add(key, fmt::format("unknown key {} in {}", word, of), std::move(hint));
}

}  // namespace plumb::yaml
