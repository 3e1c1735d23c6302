#include "yaml/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "model/text.h"

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

void add_finding(std::vector<Diagnostic>& all, Diagnostic finding) {
  if (all.size() > most_findings) return;
  if (all.size() == most_findings) {
    finding.message = fmt::format("more than {} errors: the rest of them is not told", most_findings);
    finding.hint = "mend these first";
  }
  all.push_back(std::move(finding));
}

const std::vector<std::uint32_t>& Source::starts() const {
  if (line_starts.empty()) {
    line_starts.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      line_starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return line_starts;
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > starts().size()) return {};
  return line_of(std::string_view(text).substr(starts()[number - 1]), 1);
}

Location Source::locate(Place place) const {
  return {path, static_cast<int>(place.line), character_column(line(place.line), place.column)};
}

Location Source::locate(std::size_t offset) const {
  const std::size_t at = std::min(offset, text.size());
  const auto next = std::upper_bound(starts().begin(), starts().end(), at);
  return locate(Place{static_cast<std::uint32_t>(next - starts().begin()),
                      static_cast<std::uint32_t>(at - *std::prev(next)) + 1});
}

Location Sources::locate(const Origin& origin) const {
  if (origin.file == 0 || origin.file > files_.size()) return {};
  return at(origin.file).locate(Place{origin.line, origin.column});
}

std::string read_text(const std::string& path) {
  namespace fs = std::filesystem;
  const auto fail = [&path](const std::string& message, const std::string& hint = {}) -> Error {
    return error_about(diagnostic({path.empty() ? "a file without a name" : path, 0, 0}, message, hint));
  };
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error && status.type() != fs::file_type::not_found) throw fail("can't be read: " + error.message());
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
  // The byte order mark of Windows' editors is no character of the first line.
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

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
    const std::size_t length = utf8_length(text.substr(i, 4));
    if (length == 0) return {i, fmt::format("not UTF-8: byte 0x{:02X}", c)};
    i += length;
  }
  return {};
}

}  // namespace plumb::yaml
