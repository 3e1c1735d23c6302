#include "corpus/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "support/golden.h"

namespace plumb::testing {

namespace {

// "-- Name: users; Type: TABLE; Schema: public; Owner: postgres": names may hold semicolons, so from the right.
bool parse_header(const std::string& line, DumpEntry& entry) {
  constexpr std::string_view name_word = "-- Name: ", type_word = "; Type: ", schema_word = "; Schema: ";
  if (!line.starts_with(name_word)) return false;
  const std::size_t schema = line.rfind(schema_word), type = line.rfind(type_word, schema);
  if (schema == std::string::npos || type == std::string::npos) return false;
  entry.type = line.substr(type + type_word.size(), schema - type - type_word.size());
  const std::size_t from = schema + schema_word.size();
  entry.address =
      line.substr(from, line.find("; ", from) - from) + "." + line.substr(name_word.size(), type - name_word.size());
  return true;
}

// Grants one after another have no order: an access control list keeps them as they came.
std::string grants_in_order(const std::string& acl) {
  std::vector<std::string> lines;
  std::istringstream in(acl);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  const auto grants = [](const std::string& line) { return line.starts_with("GRANT "); };
  for (auto from = lines.begin(); (from = std::find_if(from, lines.end(), grants)) != lines.end();) {
    const auto to = std::find_if_not(from, lines.end(), grants);
    std::sort(from, to);
    from = to;
  }
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  return out;
}

}  // namespace

std::vector<DumpEntry> entries_of(const std::string& dump, bool column_order_apart) {
  std::vector<DumpEntry> out;
  std::istringstream lines(column_order_apart ? testing::column_order_apart(dump) : dump);
  for (std::string line; std::getline(lines, line);) {
    DumpEntry entry;
    if (parse_header(line, entry))
      out.push_back(std::move(entry));
    else if (!out.empty())
      out.back().text += line + "\n";
  }
  for (DumpEntry& entry : out)
    if (entry.type.ends_with("ACL")) entry.text = grants_in_order(entry.text);
  std::sort(out.begin(), out.end());
  return out;
}

DumpDifference compare(const std::vector<DumpEntry>& left, const std::vector<DumpEntry>& right) {
  DumpDifference out;
  std::vector<DumpEntry> only_left, only_right;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(only_left));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(only_right));
  std::map<std::pair<std::string, std::string>, int> differing;  // an entry that has changed counts once
  for (const auto& entry : only_left) {
    differing[{entry.type, entry.address}] = 1;
    out.left.emplace_back(entry.type + " " + entry.address, entry.text);
  }
  for (const auto& entry : only_right) {
    differing[{entry.type, entry.address}] = 1;
    out.right.emplace_back(entry.type + " " + entry.address, entry.text);
  }
  for (const auto& [key, count] : differing) out.by_type[key.first] += count;
  return out;
}

std::string DumpDifference::summary() const {
  std::string out;
  for (const auto& [type, count] : by_type) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, type);
  return out.empty() ? "none" : out;
}

std::string DumpDifference::details(std::size_t most) const {
  std::string out;
  const auto add = [&](char sign, const auto& entries) {
    for (std::size_t i = 0; i < std::min(most, entries.size()); ++i)
      out += fmt::format("{} {}\n{}", sign, entries[i].first, entries[i].second);
    if (entries.size() > most) out += fmt::format("{} and {} more\n", sign, entries.size() - most);
  };
  add('-', left);
  add('+', right);
  return out;
}

}  // namespace plumb::testing
