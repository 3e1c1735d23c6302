// Text of others on a terminal: names and comments may hold anything, and must neither speak to the terminal nor look like
// what they are not.
#pragma once

#include <string>
#include <string_view>

namespace plumb {

// The length of the UTF-8 sequence at the start of the text, 0 if there is none (Unicode 15, table 3-7).
std::size_t utf8_length(std::string_view text);

// The byte at which a character starts, counted from 1 as the server counts them; the text's length where it has none such.
std::size_t byte_of_character(std::string_view text, int character);

// Control characters but line feed and tab as \x1b, those that turn the direction of writing as \u202e, bytes that are no
// UTF-8 as \xff.
std::string visible(std::string_view text);

// "a, b and 5 more": the texts of the first of them.
template <typename Items, typename Text>
std::string listed(const Items& items, std::size_t most, Text&& text_of) {
  std::string out;
  std::size_t n = 0;
  for (const auto& item : items)
    if (n++ < most) out += (out.empty() ? "" : ", ") + std::string(text_of(item));
  return n > most ? out + " and " + std::to_string(n - most) + " more" : out;
}

}  // namespace plumb
