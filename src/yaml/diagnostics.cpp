#include "yaml/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/kinds.h"
#include "model/text.h"
#include "yaml/source.h"

namespace plumb::yaml {

namespace {

// A line as it is shown, and the byte in it that the caret stands below.
struct ShownLine {
  std::string text;
  std::size_t caret = 0;

  void replace(std::size_t from, std::size_t to, std::string_view by) {
    text.replace(from, to - from, by);
    if (caret >= to)
      caret = caret - (to - from) + by.size();
    else if (caret > from)
      caret = from;
  }
};

constexpr std::string_view hidden = "***";

bool is_port(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return end > 0 && (end == text.size() || std::string_view("/?,\"' \t").find(text[end]) != std::string_view::npos);
}

// "://user:password@host". A password may hold anything, blanks and quotes too: it ends at the last @ of the line, unless
// what stands before the next blank is all the URL there is.
void hide_in_urls(ShownLine& line) {
  std::string& text = line.text;
  // One slash is what is left of two where the URL was taken for a path.
  for (std::size_t at = text.find(":/"); at != std::string::npos; at = text.find(":/", at + 1)) {
    const std::size_t user = std::min(text.find_first_not_of('/', at + 1), text.size());
    const std::size_t colon = text.find(':', user);
    const std::size_t blank = std::min(text.find_first_of(" \t\"'", user), text.size());
    if (colon == std::string::npos || colon > blank) continue;
    std::size_t host = blank == 0 ? std::string::npos : text.rfind('@', blank - 1);
    if (host == std::string::npos || host < colon) {
      if (is_port(std::string_view(text).substr(colon + 1))) continue;
      host = text.rfind('@');
    }
    if (host != std::string::npos && host > colon) line.replace(colon + 1, host, hidden);
  }
}

// "password=…" of a connection string
void hide_in_keywords(ShownLine& line) {
  constexpr std::string_view word = "password";
  std::string& text = line.text;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    std::size_t start = text.find_first_not_of(' ', at + word.size());
    if (start == std::string::npos || text[start] != '=') continue;
    start = std::min(text.find_first_not_of(' ', start + 1), text.size());
    const bool quoted = start < text.size() && text[start] == '\'';
    const std::size_t end = quoted ? text.find('\'', start + 1) : text.find_first_of(" &\"'\t", start);
    line.replace(start, end == std::string::npos ? text.size() : end + (quoted ? 1 : 0), hidden);
  }
}

bool is_word(char c) {
  return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "password: …" among the options of a server, a user mapping, … In braces a bare value ends at a comma, else with the line.
void hide_in_options(ShownLine& line) {
  std::string& text = line.text;
  const bool in_braces = text.find('{') != std::string::npos;
  for (std::size_t colon = text.find(':'); colon != std::string::npos; colon = text.find(':', colon + 1)) {
    std::size_t word = colon;
    while (word > 0 && (text[word - 1] == '"' || text[word - 1] == '\'')) --word;
    const std::size_t word_end = word;
    while (word > 0 && is_word(text[word - 1])) --word;
    if (!is_secret(std::string_view(text).substr(word, word_end - word))) continue;
    const std::size_t start = text.find_first_not_of(" \"'", colon + 1);
    if (start == std::string::npos) continue;
    const char before = text[start - 1];
    std::size_t end = before == '"' || before == '\'' ? text.rfind(before)
                      : in_braces                     ? text.find_first_of(",}", start)
                                                      : std::string::npos;
    if (end != std::string::npos && end < start) end = std::string::npos;
    line.replace(start, std::min(end, text.size()), hidden);
  }
}

struct LooksForSecrets {
  bool found = false;
  template <typename M>
  void operator()(std::string_view, const M&, Unread = {}, Unread = {}) {
    found = found || holds_secrets<M>;
  }
};

// The sections in which options may be secrets, by what their kinds say.
bool may_hold_secrets(std::string_view section) {
  LooksForSecrets look;
  for_each_kind([&]<typename T>(const T*) {
    if (Kind<T>::placement.section.empty() || Kind<T>::placement.section != section) return;
    const T object{};
    Kind<T>::describe(look, object);
  });
  return look.found;
}

// The key at the left edge on or before a line: the section that the line is in.
std::string_view section_of(std::string_view text, int line) {
  std::string_view out;
  for (int number = 1; number <= line && !text.empty(); ++number) {
    const std::string_view it = text.substr(0, text.find('\n'));
    if (!it.empty() && is_word(it.front())) out = it.substr(0, it.find(':'));
    text.remove_prefix(std::min(it.size() + 1, text.size()));
  }
  return out;
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// Of a line that is too long to read, what is around the caret.
void cut(ShownLine& line) {
  constexpr std::size_t before = 60, after = 60;
  constexpr std::string_view more = "…";
  if (line.text.size() <= 160) return;
  std::size_t end = std::min(line.text.size(), line.caret + after);
  while (end < line.text.size() && !starts_character(line.text[end])) ++end;
  if (end < line.text.size()) line.text.replace(end, std::string::npos, more);
  if (line.caret <= before) return;
  std::size_t start = line.caret - before;
  while (start > 0 && !starts_character(line.text[start])) --start;
  line.replace(0, start, more);
}

// What would speak to the terminal is shown instead.
void make_visible(ShownLine& line) {
  for (std::size_t i = 0; i < line.text.size();) {
    const std::string_view rest = std::string_view(line.text).substr(i, 4);
    const std::size_t length = std::max<std::size_t>(utf8_length(rest), 1);
    const std::string shown = visible(rest.substr(0, length));
    if (shown != rest.substr(0, length)) line.replace(i, i + length, shown);
    i += shown.size();
  }
}

ShownLine shown_line(std::string_view source_line, int column, bool of_options) {
  ShownLine out{std::string(source_line), 0};
  for (int at = 1; out.caret < out.text.size(); ++out.caret)
    if (starts_character(out.text[out.caret]) && at++ >= column) break;
  hide_in_urls(out);
  hide_in_keywords(out);
  if (of_options) hide_in_options(out);
  cut(out);
  make_visible(out);
  return out;
}

// As wide as the text, tabs kept, so that the caret stands below what follows.
std::string blank(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (starts_character(c)) out += c == '\t' ? '\t' : ' ';
  return out;
}

}  // namespace

std::string without_passwords(std::string_view text) {
  ShownLine out{std::string(text), 0};
  hide_in_urls(out);
  hide_in_keywords(out);
  return out.text;
}

std::string render(const Diagnostic& diagnostic, std::string_view source_line, bool of_options) {
  const Location& where = diagnostic.where;
  std::string out = visible(where.file);
  if (where.line > 0) out += fmt::format(":{}:{}", where.line, where.column);
  if (!out.empty()) out += ": ";
  out += "error: " + visible(without_passwords(diagnostic.message)) + "\n";
  if (where.line > 0 && !source_line.empty()) {
    const ShownLine line = shown_line(source_line, where.column, of_options);
    out += fmt::format("  {}\n  {}^\n", line.text, blank(std::string_view(line.text).substr(0, line.caret)));
  }
  if (!diagnostic.hint.empty()) out += "  " + visible(without_passwords(diagnostic.hint)) + "\n";
  return out;
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, Source> texts;
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Location& where = diagnostic.where;
    std::string_view line;
    bool of_options = true;
    if (where.line > 0) {
      const auto [text, added] = texts.try_emplace(where.file);
      if (added) {
        try {
          text->second.text = read_text(where.file);
        } catch (const Error&) {
          // Gone since it was read: the message must do without its line.
        }
      }
      line = text->second.line(static_cast<std::uint32_t>(where.line));
      // A file in braces from its first line on is one section like any other.
      const std::string_view section = section_of(text->second.text, where.line);
      of_options = section.empty() || may_hold_secrets(section);
    }
    if (!out.empty()) out += "\n";
    out += render(diagnostic, line, of_options);
  }
  return out;
}

void sort(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
}

}  // namespace plumb::yaml
