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

}  // namespace plumb
