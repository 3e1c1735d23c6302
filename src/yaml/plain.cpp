#include "yaml/plain.h"

#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace plumb::yaml {

namespace {

struct Entry {
  std::uint32_t line = 0;   // from 0
  std::uint32_t start = 0;  // of the line, in bytes
  std::uint32_t indent = 0;
  std::string_view key;
  std::string_view value;      // without quotes
  std::uint32_t value_at = 0;  // where it starts in the text, its quote included; 0: there is none
  bool quoted = false;
};

enum CharacterClass : std::uint8_t { of_name = 1, begins_name = 2, begins_value = 4, printable = 8 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> out{};
  for (int c = ' '; c <= '~'; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    std::uint8_t in = printable;
    if (letter || digit || c == '.' || c == '-') in |= of_name;
    if (letter) in |= begins_name;
    if (letter || digit || c == '(') in |= begins_value;
    out[static_cast<std::size_t>(c)] = in;
  }
  return out;
}();

bool is(CharacterClass wanted, char c) { return classes[static_cast<unsigned char>(c)] & wanted; }

bool all(CharacterClass wanted, std::string_view text) {
  return std::all_of(text.begin(), text.end(), [wanted](char c) { return is(wanted, c); });
}

// YAML's own words are no strings.
bool is_null(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

std::string_view without_spaces(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// What stands behind a value: nothing, or a comment with space before it.
bool ends(std::string_view rest) {
  const std::string_view comment = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  return comment.empty() || (comment[0] == '#' && comment.size() < rest.size() && all(printable, comment));
}

// The value that begins `rest`. False where it is not certain what it is.
bool read_value(std::string_view rest, Entry& entry) {
  const char quote = rest[0];
  if (quote == '\'' || quote == '"') {
    const std::size_t close = rest.find(quote, 1);
    if (close == std::string_view::npos || !ends(rest.substr(close + 1))) return false;
    entry.value = rest.substr(1, close - 1);
    entry.quoted = true;
    return all(printable, entry.value) && (quote == '\'' || entry.value.find('\\') == std::string_view::npos);
  }
  if (!is(begins_value, quote)) return false;
  entry.value = without_spaces(rest.substr(0, rest.find(" #")));
  return entry.value.back() != ':' && all(printable, rest) && entry.value.find(": ") == std::string_view::npos &&
         !is_null(entry.value);
}

// "  name: value"
bool read_entry(std::string_view text, std::string_view line, Entry& entry) {
  const std::size_t colon = line.find(':', entry.indent);
  if (colon == std::string_view::npos) return false;
  entry.key = line.substr(entry.indent, colon - entry.indent);
  constexpr std::size_t longest = 256;  // YAML's own limit is 1024
  if (entry.key.empty() || entry.key.size() > longest || is_null(entry.key)) return false;
  if (!is(begins_name, entry.key[0]) || !all(of_name, entry.key)) return false;
  const std::string_view rest = line.substr(colon + 1);
  if (ends(rest)) return true;
  const std::size_t value = rest.find_first_not_of(' ');
  if (value == 0) return false;
  entry.value_at = static_cast<std::uint32_t>(rest.data() + value - text.data());
  return read_value(rest.substr(value), entry);
}

// All entries, or none.
std::vector<Entry> entries(std::string_view text) {
  std::vector<Entry> out;
  std::vector<std::uint32_t> open{0};  // the indents of the mappings around an entry
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t indent = line.find_first_not_of(' ');
    Entry entry{number, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(indent), {}, {}, 0, false};
    at = end + 1;
    if (line.empty()) continue;
    if (indent == std::string_view::npos) return {};
    if (line[indent] == '#') {
      if (!all(printable, line)) return {};
      continue;
    }
    if (!read_entry(text, line, entry)) return {};
    // What is further in belongs to an entry without a value, and such an entry has something further in.
    const bool deeper = entry.indent > open.back();
    if (!out.empty() && deeper != (out.back().value_at == 0)) return {};
    if (deeper) open.push_back(entry.indent);
    while (entry.indent < open.back()) open.pop_back();
    if (entry.indent != open.back()) return {};
    out.push_back(entry);
  }
  if (!out.empty() && (out.front().indent != 0 || out.back().value_at == 0)) return {};
  return out;
}

YAML::Mark mark(const Entry& entry, std::uint32_t offset) {
  YAML::Mark out;
  out.pos = static_cast<int>(offset);
  out.line = static_cast<int>(entry.line);
  out.column = static_cast<int>(offset - entry.start);
  return out;
}

}  // namespace

bool read_plain(std::string_view text, YAML::EventHandler& events) {
  const std::vector<Entry> all = entries(text);
  if (all.empty()) return false;
  std::vector<std::uint32_t> open;
  std::string buffer;
  const auto scalar = [&](const YAML::Mark& at, const char* tag, std::string_view value) {
    buffer = value;
    events.OnScalar(at, tag, 0, buffer);
  };
  events.OnDocumentStart(mark(all[0], all[0].start));
  for (const Entry& entry : all) {
    const YAML::Mark at = mark(entry, entry.start + entry.indent);
    for (; !open.empty() && entry.indent < open.back(); open.pop_back()) events.OnMapEnd();
    if (open.empty() || entry.indent > open.back()) {
      events.OnMapStart(at, "?", 0, YAML::EmitterStyle::Block);
      open.push_back(entry.indent);
    }
    scalar(at, "?", entry.key);
    if (entry.value_at != 0) scalar(mark(entry, entry.value_at), entry.quoted ? "!" : "?", entry.value);
  }
  for (std::size_t i = 0; i < open.size(); ++i) events.OnMapEnd();
  events.OnDocumentEnd();
  return true;
}

}  // namespace plumb::yaml
