// The text of a declaration's files, kept as long as something may have to be said about them, and the way from a byte
// to a line and a column. Columns count characters from 1, as editors do.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/id.h"

namespace plumb::yaml {

inline constexpr std::size_t max_file_bytes = 64u << 20;

// A place in a text: line and column from 1, the column in bytes.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

Place place_of(std::string_view text, std::size_t offset);

// The line with this number without its end; empty past the end of the text.
std::string_view line_of(std::string_view text, std::uint32_t line);

// The byte column as a count of characters.
int character_column(std::string_view line, std::uint32_t byte_column);

// One finding, at a place of a file or at the whole of it.
Diagnostic diagnostic(Location where, std::string message, std::string hint = {});
Error error_about(Diagnostic diagnostic);

// Who has so many in one file has made one mistake again and again.
inline constexpr std::size_t most_findings = 1000;

// Adds a finding to those of one file; once there are too many, only that there are.
void add_finding(std::vector<Diagnostic>& all, Diagnostic finding);

// Not for two threads at a time: where lines start is found when it is first asked for.
struct Source {
  std::string path;  // as it is shown
  std::string text;
  mutable std::vector<std::uint32_t> line_starts = {};

  std::string_view line(std::uint32_t number) const;  // from 1; without its end; empty past the end of the text
  Location locate(Place place) const;
  Location locate(std::size_t offset) const;
  const std::vector<std::uint32_t>& starts() const;  // of lines, in bytes
};

class Sources {
 public:
  // Returns the number that Origin::file holds: from 1.
  std::uint32_t add(Source source) {
    files_.push_back(std::move(source));
    return static_cast<std::uint32_t>(files_.size());
  }
  std::size_t size() const { return files_.size(); }
  const Source& at(std::uint32_t file) const { return files_.at(file - 1); }
  Location locate(const Origin& origin) const;

 private:
  std::deque<Source> files_;
};

// The file's content. Throws Error with a diagnostic where it can't be read, is no regular file, is over 64 MB.
std::string read_text(const std::string& path);

// Where the text can't be YAML: the first byte that is no UTF-8, or a control character; npos: nowhere.
struct BadByte {
  std::size_t offset = std::string_view::npos;
  std::string what;
};
BadByte find_bad_byte(std::string_view text);

}  // namespace plumb::yaml
