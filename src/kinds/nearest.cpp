#include "kinds/nearest.h"

#include <algorithm>
#include <utility>

#include "sql/quote.h"

namespace plumb {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  // No name is longer, and the table of distances grows with the square.
  constexpr std::size_t longest = 63;
  if (word.size() > longest) return {};
  const std::string wanted = sql::lower(std::string(word));
  std::size_t best = 1 + wanted.size() / 3;  // a third of the letters may be wrong, and one at least
  std::string out;
  for (const std::string& candidate : candidates) {
    const std::size_t difference =
        candidate.size() > wanted.size() ? candidate.size() - wanted.size() : wanted.size() - candidate.size();
    if (difference > best || candidate.size() > longest) continue;
    const std::size_t distance = edit_distance(wanted, sql::lower(candidate));
    if (distance > best || distance >= std::max(wanted.size(), candidate.size())) continue;
    if (distance == best && !out.empty()) continue;
    best = distance;
    out = candidate;
  }
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise) {
  const std::string found = nearest(word, candidates);
  return found.empty() ? std::move(otherwise) : "did you mean " + found + "?";
}

}  // namespace plumb
