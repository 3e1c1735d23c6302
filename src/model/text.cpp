#include "model/text.h"

#include <array>
#include <cstdio>

namespace plumb {

std::size_t utf8_length(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return text.empty() ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(1) || !follows(2)) return 0;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

std::size_t byte_of_character(std::string_view text, int character) {
  std::size_t at = 0;
  for (int seen = 0; at < text.size(); ++at)  // the continuation bytes of UTF-8 don't count
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++seen == character) break;
  return at;
}

namespace {

unsigned code_point(std::string_view sequence) {
  const auto bits = [&sequence](std::size_t i) { return static_cast<unsigned char>(sequence[i]) & 0x3Fu; };
  const unsigned first = static_cast<unsigned char>(sequence[0]);
  switch (sequence.size()) {
    case 2:
      return (first & 0x1F) << 6 | bits(1);
    case 3:
      return (first & 0x0F) << 12 | bits(1) << 6 | bits(2);
    case 4:
      return (first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3);
    default:
      return first;
  }
}

bool hides(unsigned code) {
  const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code <= 0x9F);
  const bool line_end = code == 0x2028 || code == 0x2029;
  const bool direction = code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
                         (code >= 0x2066 && code <= 0x2069);
  return control || line_end || direction;
}

std::string escaped(unsigned code) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), code < 0x100 ? "\\x%02x" : "\\u%04x", code);
  return out.data();
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text.substr(i, 4));
    const unsigned code = length == 0 ? static_cast<unsigned char>(text[i]) : code_point(text.substr(i, length));
    if (length == 0 || hides(code))
      out += escaped(code);
    else
      out += text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  return out;
}

}  // namespace plumb
