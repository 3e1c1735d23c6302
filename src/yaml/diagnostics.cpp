#include "yaml/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "yaml/source.h"

namespace plumb::yaml {

namespace {

// The columns (in bytes) at which a password stands: after "://user:" up to "@", after "password=".
std::string without_password(std::string_view line) {
  std::string out(line);
  const auto hide = [&out](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) out[i] = '*';
  };
  for (std::size_t at = out.find("://"); at != std::string::npos; at = out.find("://", at + 1)) {
    const std::size_t end = out.find_first_of("/?# \t\"'", at + 3);
    const std::size_t host = out.rfind('@', end == std::string::npos ? out.size() : end);
    const std::size_t colon = out.find(':', at + 3);
    if (host != std::string::npos && colon != std::string::npos && colon < host) hide(colon + 1, host);
  }
  for (std::size_t at = out.find("password"); at != std::string::npos; at = out.find("password", at + 1)) {
    std::size_t start = at + 8;
    while (start < out.size() && out[start] == ' ') ++start;
    if (start >= out.size() || out[start] != '=') continue;
    const std::size_t end = out.find_first_of(" &\"\t", start + 1);
    hide(start + 1, end == std::string::npos ? out.size() : end);
  }
  return out;
}

// The bytes of a line before a column that counts characters; tabs stay, so that the caret stands below.
std::string indent_to(std::string_view line, int column) {
  std::string out;
  int at = 1;
  for (std::size_t i = 0; i < line.size() && at < column; ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) continue;
    out += line[i] == '\t' ? '\t' : ' ';
    ++at;
  }
  return out;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, std::string_view source_line) {
  const Location& where = diagnostic.where;
  std::string out = where.file;
  if (where.line > 0) out += fmt::format(":{}:{}", where.line, where.column);
  if (!out.empty()) out += ": ";
  out += "error: " + diagnostic.message + "\n";
  if (where.line > 0 && !source_line.empty())
    out += fmt::format("  {}\n  {}^\n", without_password(source_line), indent_to(source_line, where.column));
  if (!diagnostic.hint.empty()) out += "  " + diagnostic.hint + "\n";
  return out;
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::string> texts;
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Location& where = diagnostic.where;
    std::string_view line;
    if (where.line > 0) {
      const auto [text, added] = texts.try_emplace(where.file);
      if (added) {
        try {
          text->second = read_text(where.file);
        } catch (const Error&) {
          // Gone since it was read: the message must do without its line.
        }
      }
      line = line_of(text->second, static_cast<std::uint32_t>(where.line));
    }
    if (!out.empty()) out += "\n";
    out += render(diagnostic, line);
  }
  return out;
}

void sort(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
}

}  // namespace plumb::yaml
