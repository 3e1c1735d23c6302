#include "sql/keywords.h"

#include <algorithm>

namespace plumb::sql {

namespace {

constexpr std::size_t slots = 2048;  // a power of two, four times the words, so that a probe seldom meets another word
constexpr std::size_t longest = 24;

constexpr std::size_t slot_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash ^ (hash >> 15)) % slots;
}

consteval std::array<Keyword, slots> make_table() {
  std::array<Keyword, slots> table;
  table.fill(Keyword::none);
  for (std::size_t i = 0; i < keywords::words.size(); ++i) {
    std::size_t slot = slot_of(keywords::words[i].text);
    while (table[slot] != Keyword::none) slot = (slot + 1) % slots;
    table[slot] = static_cast<Keyword>(i);
  }
  return table;
}

constexpr auto table = make_table();

}  // namespace

Keyword find_keyword(std::string_view word) {
  if (word.size() < 2 || word.size() > longest) return Keyword::none;
  for (std::size_t slot = slot_of(word); table[slot] != Keyword::none; slot = (slot + 1) % slots) {
    if (keywords::words[static_cast<std::size_t>(table[slot])].text == word) return table[slot];
  }
  return Keyword::none;
}

}  // namespace plumb::sql
