#include "apply/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/list.h"
#include "model/text.h"
#include "plan/render_words.h"

namespace plumb {

namespace {

constexpr std::size_t most_named = 6;
constexpr std::size_t most_lines = 24;
constexpr std::size_t longest_line = 400;

// "table public.a, column public.b.c and 3 more"
std::string named(const Plan& plan, const std::vector<std::size_t>& steps) {
  return listed(steps, most_named,
                [&plan](std::size_t i) { return words::one_line(to_string(plan.steps[i].change.id)); });
}

std::string counted(const std::vector<std::size_t>& steps) {
  return words::counted(static_cast<long long>(steps.size()), "step");
}

}  // namespace

void Account::committed() {
  for (const auto& [step, statement] : in_doubt_) ++done_[step];
  in_doubt_.clear();
}

std::size_t Account::allowed() const {
  return static_cast<std::size_t>(std::count(allowed_.begin(), allowed_.end(), true));
}

// What needs no statement of its own is done by those before it.
bool Account::is_done(std::size_t step) const {
  while (step > 0 && (plan_.steps[step].statements.empty() || !allowed_[step])) --step;
  const std::size_t all = plan_.steps[step].statements.size();
  return all > 0 && allowed_[step] && done_[step] >= all;
}

std::string Account::text() const {
  std::vector<std::size_t> done, in_part, in_doubt, undone;
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    if (!allowed_[i]) continue;
    const bool doubted =
        std::any_of(in_doubt_.begin(), in_doubt_.end(), [i](const PlannedStatement& each) { return each.step == i; });
    auto& list = doubted ? in_doubt : is_done(i) ? done : done_[i] > 0 ? in_part : undone;
    list.push_back(i);
  }
  if (done.empty() && in_part.empty() && in_doubt.empty()) return "nothing was done: the database is as it was";
  std::string out;
  if (!done.empty()) out += fmt::format("done and kept: {}: {}\n", counted(done), named(plan_, done));
  for (const std::size_t i : in_part)
    out += fmt::format("done in part: {}: {} of {}\n", named(plan_, {i}), done_[i],
                       words::counted(static_cast<long long>(plan_.steps[i].statements.size()), "statement"));
  if (!in_doubt.empty())
    out += fmt::format("done or not, the answer was lost: {}: {}\n", counted(in_doubt), named(plan_, in_doubt));
  if (!undone.empty()) out += fmt::format("not done: {}: {}\n", counted(undone), named(plan_, undone));
  return out + "run apply again: it goes on from what the database then holds";
}

namespace {

// The line at a byte, as much of it as can be read, and a caret below.
std::string line_with_caret(std::string_view sql, std::size_t at) {
  constexpr std::size_t around = 60;
  const std::size_t start = at == 0 ? 0 : sql.rfind('\n', at - 1) + 1;  // npos + 1 is 0
  const std::string_view before = sql.substr(start, at - start);
  const std::string_view after = sql.substr(at, std::min(sql.find('\n', at), sql.size()) - at);
  std::size_t cut = before.size() > around ? before.size() - around : 0;
  while (cut > 0 && cut < before.size() && (static_cast<unsigned char>(before[cut]) & 0xC0) == 0x80) ++cut;
  std::string shown = (cut > 0 ? "…" : "") + words::one_line(before.substr(cut));
  if (before.ends_with(' ') && !shown.empty()) shown += ' ';
  const std::size_t caret = words::width(shown);
  return fmt::format("at: {}{}\n    {}^", shown, words::shortened(after, around), std::string(caret, ' '));
}

}  // namespace

std::string shown_statement(std::string_view sql, int position) {
  const std::size_t at = byte_of_character(sql, position);
  if (position > 0 && at < sql.size()) return line_with_caret(sql, at);
  std::string out = "the statement was: ";
  std::size_t from = 0;
  for (std::size_t lines = 0; from < sql.size(); ++lines) {
    if (lines == most_lines) return out + "\n…";
    const std::string_view line = sql.substr(from, std::min(sql.find('\n', from), sql.size()) - from);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    out += (lines > 0 ? "\n" : "") + std::string(indent, ' ') + words::shortened(line, longest_line);
    from += line.size() + 1;
  }
  return out;
}

}  // namespace plumb
