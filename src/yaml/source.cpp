#include "yaml/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace plumb::yaml {

Place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = before.rfind('\n');  // npos + 1 is 0: the first line
  return {line + 1, static_cast<std::uint32_t>(before.size() - (start + 1)) + 1};
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
  std::size_t start = 0;
  for (std::uint32_t n = 1; n < line; ++n) {
    start = text.find('\n', start);
    if (start == std::string_view::npos) return {};
    ++start;
  }
  std::string_view out = text.substr(start, text.find('\n', start) - start);
  if (!out.empty() && out.back() == '\r') out.remove_suffix(1);
  return out;
}

int character_column(std::string_view line, std::uint32_t byte_column) {
  int out = 1;
  for (std::size_t i = 0; i + 1 < byte_column; ++i)
    if (i >= line.size() || (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++out;
  return out;
}

Diagnostic diagnostic(Location where, std::string message, std::string hint) {
  Diagnostic out;
  out.where = std::move(where);
  out.message = std::move(message);
  out.hint = std::move(hint);
  return out;
}

Error error_about(Diagnostic diagnostic) {
  std::vector<Diagnostic> all;
  all.push_back(std::move(diagnostic));
  return Error(std::move(all));
}

Location Source::locate(Place place) const {
  return {path, static_cast<int>(place.line), character_column(line_of(text, place.line), place.column)};
}

Location Sources::locate(const Origin& origin) const {
  if (origin.file == 0 || origin.file > files_.size()) return {};
  return at(origin.file).locate(Place{origin.line, origin.column});
}

std::string read_text(const std::string& path) {
  namespace fs = std::filesystem;
  const auto fail = [&path](const std::string& message, const std::string& hint = {}) -> Error {
    return error_about(diagnostic({path, 0, 0}, message, hint));
  };
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw fail("no such file");
  if (fs::is_directory(status)) throw fail("is a folder, not a file");
  if (!fs::is_regular_file(status)) throw fail("is not a regular file");
  const auto bytes = fs::file_size(path, error);
  if (error) throw fail("can't be read: " + error.message());
  if (bytes > max_file_bytes)
    throw fail(fmt::format("has {} MB, more than the {} MB that a file may have", bytes >> 20, max_file_bytes >> 20),
               "split it into several files and include them");
  std::string text(bytes, '\0');
  std::ifstream in(path, std::ios::binary);
  if (!in) throw fail(fmt::format("can't be read: {}", std::strerror(errno)));
  in.read(text.data(), static_cast<std::streamsize>(bytes));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

namespace {

// The length of the UTF-8 sequence at the start of the text, 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
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

}  // namespace

BadByte find_bad_byte(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    // Eight bytes at a time where they are plain ASCII: none has its high bit set, none is below a space.
    std::uint64_t word = 0;
    if (i + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + i, sizeof word);
      constexpr std::uint64_t high = 0x8080808080808080u, space = 0x2020202020202020u, del = 0x7F7F7F7F7F7F7F7Fu;
      const bool below_space = ((word - space) & ~word & high) != 0;
      const std::uint64_t other = word ^ del;
      const bool has_del = ((other - 0x0101010101010101u) & ~other & high) != 0;
      if (!(word & high) && !below_space && !has_del) {
        i += sizeof word;
        continue;
      }
    }
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F)
        return {i, fmt::format("control character U+{:04X}", c)};
      ++i;
      continue;
    }
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) return {i, fmt::format("not UTF-8: byte 0x{:02X}", c)};
    i += length;
  }
  return {};
}

}  // namespace plumb::yaml
