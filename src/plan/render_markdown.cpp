#include <fmt/format.h>

#include <algorithm>

#include "plan/render.h"
#include "plan/render_lines.h"
#include "plan/render_words.h"

namespace plumb {

namespace {

// GitHub refuses a comment over 65,536 characters: what is folded away is left out first.
constexpr std::size_t longest_comment = 60'000;

// Text in a cell or a paragraph: nothing in it is Markdown, HTML or a mention.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : words::one_line(text)) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (std::string_view("\\`*_[]|~#@").find(c) != std::string_view::npos)
      out += c == '@' ? std::string("@&#8203;") : std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

// The longest run of backticks in a text, and one more: what fences it.
std::string fence(std::string_view text, std::size_t least) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max(longest + 1, least), '`');
}

// Code in a cell; a bar would end the cell even there.
std::string code(std::string_view text) {
  std::string line = words::one_line(text);
  for (std::size_t bar = line.find('|'); bar != std::string::npos; bar = line.find('|', bar + 2))
    line.insert(bar, "\\");
  const std::string marks = fence(line, 1);
  const std::string_view space = line.starts_with('`') || line.ends_with('`') ? " " : "";
  return fmt::format("{0}{1}{2}{1}{0}", marks, space, line);
}

std::string block(std::string_view language, const std::string& text) {
  const std::string marks = fence(text, 3);
  return fmt::format("{0}{1}\n{2}{0}\n", marks, language, text);
}

std::string folded(const std::string& title, const std::string& content) {
  return fmt::format("\n<details><summary>{}</summary>\n\n{}\n</details>\n", title, content);
}

// In a diff a line's colour comes from its first character: the sign moves there, and ! stands for ~ and →.
std::string diff_line(const Line& line) {
  std::string text = line.text();
  char mark = ' ';
  for (const auto& [sign, moved] : {std::pair{"+ ", '+'}, {"- ", '-'}, {"~ ", '!'}, {"→ ", '!'}}) {
    if (!text.starts_with(sign)) continue;
    mark = moved;
    text = text.substr(std::string_view(sign).size());
  }
  text = std::string(1, mark) + std::string(line.indent, ' ') + text;
  text.resize(text.find_last_not_of(' ') + 1);
  return text;
}

std::string diff(const Plan& plan) {
  std::string out;
  for (const Class phase : {Class::additive, Class::breaking}) {
    if (plan.count(phase) == 0) continue;
    out += fmt::format("{}# {}\n", out.empty() ? "" : "\n", phase == Class::additive ? "Additive" : "Breaking");
    for (const Line& line : step_lines(plan, phase)) out += diff_line(line) + "\n";
  }
  return out;
}

std::string counts(const Plan& plan) {
  std::string out = "| class | steps | what | hazards |\n|---|--:|---|---|\n";
  for (const Class phase : {Class::additive, Class::breaking})
    if (const std::size_t count = plan.count(phase))
      out += fmt::format("| {0}{1}{0} | {2} | {3} | {4} |\n", phase == Class::breaking ? "**" : "", to_string(phase),
                         count, plain(words::contents(plan, phase)), plain(words::dangers(plan, phase)));
  return out;
}

std::string named(const Change& change) {
  std::string out = fmt::format("{} ", sign(change.verb));
  if (change.verb == Verb::rename) out += to_string(change.from) + " → ";
  return code(out + to_string(change.id));
}

std::string breaking_steps(const Plan& plan) {
  std::string out;
  for (const StepGroup& group : step_groups(plan, Class::breaking)) {
    const Step& first = plan.steps[group.front()];
    if (first.own_class != Class::breaking) continue;
    std::string names, reasons;
    for (const std::size_t i : group) names += (names.empty() ? "" : "<br>") + named(plan.steps[i].change);
    for (const Hazard& hazard : hazards(first))
      reasons +=
          fmt::format("{}**{}** {}", reasons.empty() ? "" : "<br>", to_string(hazard.kind), plain(hazard.reason));
    out += fmt::format("| {} | {} |\n", names, reasons);
  }
  return out.empty() ? out : "\n| what breaks | why |\n|---|---|\n" + out;
}

std::string notes(const Plan& plan) {
  std::string out;
  for (const Note& note : plan.notes) out += fmt::format("- {}: {}\n", words::label(note.kind), plain(note.text));
  if (const std::string said = words::analyzed(plan); !said.empty())
    out += fmt::format("- afterwards: {}\n", plain(said));
  if (!plan.unmanaged.empty()) out += "- not managed yet: " + plain(words::unmanaged(plan)) + "\n";
  return out.empty() ? out : "\n" + out;
}

}  // namespace

std::string render_markdown(const Plan& plan, const RenderOptions& options) {
  const std::string place = fmt::format("{} (PostgreSQL {})", code(plan.database), words::server(plan.server));
  if (plan.empty()) return fmt::format("### In sync: {} is as declared\n{}", place, notes(plan));
  std::string out = fmt::format("### Plan for {}\n\n{}", place, counts(plan));
  out += fmt::format("\n**Verdict**: {}\n", plain(words::verdict(plan, options)));
  const std::string end = notes(plan);
  const auto add = [&out, &end](const std::string& part, std::string_view instead) {
    const bool fits = out.size() + part.size() + end.size() <= longest_comment;
    out += fits ? part : fmt::format("\n{}\n", instead);
  };
  add(breaking_steps(plan), "What breaks is too long for a comment: see `plumb plan`.");
  add(folded("Steps", block("diff", diff(plan))), "The steps are too long for a comment: see `plumb plan`.");
  add(folded("SQL", block("sql", render_sql(plan, options))),
      "The SQL is too long for a comment: see `plumb plan --format sql`.");
  return out + end;
}

}  // namespace plumb
