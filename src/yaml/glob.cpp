#include "yaml/glob.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace plumb::yaml {

namespace fs = std::filesystem;

namespace {

// "[a-z_]" at the start of the pattern: does it hold the character, and how long is it? 0: no set after all.
std::pair<bool, std::size_t> match_set(std::string_view pattern, char c) {
  const std::size_t end = pattern.find(']', 2);
  if (end == std::string_view::npos) return {false, 0};
  std::string_view set = pattern.substr(1, end - 1);
  const bool negated = set.front() == '!' || set.front() == '^';
  if (negated) set.remove_prefix(1);
  bool found = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (i + 2 < set.size() && set[i + 1] == '-') {
      found = found || (set[i] <= c && c <= set[i + 2]);
      i += 2;
    } else {
      found = found || set[i] == c;
    }
  }
  return {found != negated, end + 1};
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) {
  // Greedy with one point of return: the last star.
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
      continue;
    }
    std::size_t used = 0;
    if (p < pattern.size()) {
      if (pattern[p] == '[') {
        const auto [found, length] = match_set(pattern.substr(p), text[t]);
        if (found) used = length;
        if (length == 0 && text[t] == '[') used = 1;
      } else if (pattern[p] == '?' || pattern[p] == text[t]) {
        used = 1;
      }
    }
    if (used > 0) {
      p += used;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool is_pattern(std::string_view text) { return text.find_first_of("*?[") != std::string_view::npos; }

namespace {

using Parts = std::vector<std::string>;

void find(const fs::path& folder, const Parts& parts, std::size_t at, std::set<std::string>& out) {
  if (at == parts.size()) return;
  const std::string& part = parts[at];
  const bool last = at + 1 == parts.size();
  if (!is_pattern(part)) {
    const fs::path next = folder / part;
    std::error_code error;
    if (!last)
      find(next, parts, at + 1, out);
    else if (fs::exists(next, error))
      out.insert(next.lexically_normal().string());
    return;
  }
  if (part == "**") find(folder, parts, at + 1, out);  // no folder at all
  std::error_code error;
  for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.') && !part.starts_with('.')) continue;
    std::error_code ignored;
    if (part == "**") {
      if (it->is_directory(ignored) && !it->is_symlink(ignored)) find(folder / name, parts, at, out);
      if (last && it->is_regular_file(ignored)) out.insert((folder / name).lexically_normal().string());
    } else if (matches(part, name)) {
      if (!last)
        find(folder / name, parts, at + 1, out);
      else if (it->is_regular_file(ignored))
        out.insert((folder / name).lexically_normal().string());
    }
  }
}

}  // namespace

std::vector<std::string> find_files(const std::string& folder, const std::string& pattern) {
  const fs::path path(pattern);
  if (!is_pattern(pattern)) return {(fs::path(folder) / path).lexically_normal().string()};
  Parts parts;
  for (const auto& part : path.relative_path())
    if (!part.empty()) parts.push_back(part.string());
  std::set<std::string> out;
  find(path.is_absolute() ? path.root_path() : fs::path(folder), parts, 0, out);
  return {out.begin(), out.end()};
}

}  // namespace plumb::yaml
