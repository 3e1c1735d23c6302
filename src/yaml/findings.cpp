#include "yaml/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kinds/nearest.h"

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

// What SQL, or another tool, calls it.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"columns", "on"},        {"expressions", "on"},   {"method", "using"},       {"predicate", "where"},
    {"not_null", "nullable"}, {"null", "nullable"},    {"constraints", "checks"}, {"pk", "primary_key"},
    {"fks", "foreign_keys"},  {"definition", "query"}, {"rls", "row_security"},   {"privileges", "grants"},
};

std::string meant_by(const std::string& word, const std::vector<std::string>& known) {
  for (const auto& [other, ours] : other_words)
    if (word == other && std::find(known.begin(), known.end(), ours) != known.end()) return std::string(ours);
  return nearest(word, known);
}

}  // namespace

void Findings::unknown_key(const Node& key, std::string_view of, const std::vector<std::string>& known) {
  if (is_full()) return;
  const std::string word(key.text);
  if (std::find(std::begin(later_keys), std::end(later_keys), word) != std::end(later_keys)) {
    add(key, fmt::format("{} is not supported by this version of plumb yet", word));
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
