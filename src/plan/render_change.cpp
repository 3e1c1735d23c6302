#include "plan/render_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace plumb {

Paint paint_of(Verb verb) {
  switch (verb) {
    case Verb::create:
      return Paint::create;
    case Verb::alter:
    case Verb::replace:
      return Paint::alter;
    case Verb::rename:
      return Paint::rename;
    case Verb::drop:
      return Paint::drop;
  }
  return Paint::plain;
}

namespace change_lines {

namespace {

constexpr std::size_t label_width = 18;    // the longest hazard, and two
constexpr std::size_t inline_width = 90;   // what a field's change may take on its step's own line
constexpr std::size_t aligned_width = 72;  // heads longer than that stand out of the column
constexpr std::size_t remark_width = 60;
constexpr std::size_t changed_lines = 12;  // of a text with line feeds, on each side

std::string padded(std::string text, std::size_t width) {
  const std::size_t have = words::width(text);
  if (have < width) text.append(width - have, ' ');
  return text;
}

// --- What changes ----------------------------------------------------------------------------------------------------

bool is_long(const FieldChange& field) {
  return field.from.find('\n') != std::string::npos || field.to.find('\n') != std::string::npos ||
         words::width(field.from) + words::width(field.to) > inline_width;
}

std::string value(const std::string& text) { return text.empty() ? "none" : words::one_line(text); }

std::string change_text(const FieldChange& field) {
  return fmt::format("{}: {} → {}", field.field, value(field.from), value(field.to));
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    out.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

// Control characters made visible, leading white space kept.
std::string visible(const std::string& line) {
  const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  return std::string(first, ' ') + words::one_line(line);
}

// A long value: its lines that went and those that came, without what both have at the start and at the end.
void add_long_change(const FieldChange& field, std::vector<Line>& out) {
  auto from = split_lines(field.from), to = split_lines(field.to);
  const auto ends = std::mismatch(from.rbegin(), from.rend(), to.rbegin(), to.rend());
  const auto same_end = ends.first - from.rbegin();
  from.resize(from.size() - static_cast<std::size_t>(same_end));
  to.resize(to.size() - static_cast<std::size_t>(same_end));
  const auto starts = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
  from.erase(from.begin(), starts.first);
  to.erase(to.begin(), starts.second);
  out.push_back({detail_indent, {{field.field, Paint::faint}}});
  const auto add = [&out](const std::vector<std::string>& lines, const char* sign, Paint paint) {
    for (std::size_t i = 0; i < std::min(lines.size(), changed_lines); ++i)
      out.push_back({detail_indent + 2, {{fmt::format("{} {}", sign, visible(lines[i])), paint}}});
    if (lines.size() > changed_lines)
      out.push_back(
          {detail_indent + 4,
           {{fmt::format("… {} more", words::counted(static_cast<long long>(lines.size() - changed_lines), "line")),
             Paint::faint}}});
  };
  add(from, "-", Paint::drop);
  add(to, "+", Paint::create);
}

std::vector<FieldChange> attributes(const Change& change) {
  std::vector<FieldChange> out;
  const std::string* defined = words::definition(change);
  for (const FieldChange& field : change.fields)
    if (!defined || (&field.from != defined && &field.to != defined)) out.push_back(field);
  return out;
}

std::string defined_as(const Change& change, std::size_t width = definition_width) {
  const std::string* text = words::definition(change);
  if (!text) return {};
  const std::string cut = words::shortened(*text, width);
  return change.id.kind == KindTag::comment && !cut.empty() ? "\"" + cut + "\"" : cut;
}

// The text of a comment that is created along with what it is on.
std::string remark(const Step& step, const ObjectId& on) {
  const ObjectId comment = comment_id(on);
  for (const Change& part : step.folded)
    if (part.id == comment && part.verb == Verb::create)
      if (const std::string* text = words::definition(part)) return words::shortened(*text, remark_width);
  return {};
}

std::string with_remark(std::string text, const std::string& remark) {
  if (remark.empty()) return text;
  return (text.empty() ? "" : text + "  ") + "-- " + remark;
}

// What stands behind a step's name on its own line.
std::string summary(const Step& step, words::Half half) {
  const Change& change = step.change;
  if (half == words::Half::goes) return "dropped, to be created again below";
  if (half == words::Half::returns && change.id.kind != KindTag::column) return "created again";
  std::string text = defined_as(change);
  const auto fields = attributes(change);
  if (text.empty() && fields.size() == 1 && !is_long(fields.front())) text = change_text(fields.front());
  text = with_remark(std::move(text), remark(step, change.id));
  // Where nothing else says what it does, its SQL does.
  if (text.empty() && fields.empty() && step.folded.empty() && !words::definition(change) &&
      change.verb != Verb::rename && change.verb != Verb::drop && !step.statements.empty())
    text = words::shortened(shown(step.statements.front()), definition_width);
  return text;
}

// "email", "slug(text)"
std::string head(const Change& change) {
  if (change.verb != Verb::rename) return to_string(change.id);
  // "column app.users.mail → email": the old id, then what is new of it.
  const ObjectId& from = change.from;
  const bool same_place = from.schema == change.id.schema && from.parent == change.id.parent;
  return fmt::format("{} → {}", to_string(from), same_place ? last_name(change.id) : address(change.id));
}

// --- The parts of a step ---------------------------------------------------------------------------------------------

}  // namespace

Heading heading(const Step& step, words::Half half) {
  return {words::one_line(head(step.change)), summary(step, half)};
}

void add_heading(const Heading& heading, Verb verb, std::size_t indent, std::size_t column, std::vector<Line>& out) {
  Line line{indent, {{fmt::format("{} ", sign(verb)), paint_of(verb)}}};
  line.spans.emplace_back(heading.summary.empty() ? heading.head : padded(heading.head, column), Paint::plain);
  if (!heading.summary.empty()) line.spans.emplace_back("  " + heading.summary, Paint::plain);
  out.push_back(std::move(line));
}

namespace {

// Columns by their name alone, other parts with their kind.
Heading part_heading(const Step& step, const Change& part) {
  std::string name = last_name(part.id);
  if (part.id.kind != KindTag::column) name = fmt::format("{} {}", kind_words(part.id), name);
  std::string text = defined_as(part);
  if (text.empty() && part.verb == Verb::alter && part.fields.size() == 1 && !is_long(part.fields.front()))
    text = change_text(part.fields.front());
  return {words::one_line(name), with_remark(std::move(text), remark(step, part.id))};
}

// An empty definition: another part says it already. A comment stands behind what it is on.
bool says_nothing(const Step& step, const Change& part) {
  const std::string* defined = words::definition(part);
  if (defined && defined->empty()) return true;
  if (part.id.kind != KindTag::comment || !defined) return false;
  const ObjectId on = subject_of(part.id);
  if (on == step.change.id) return true;
  return std::any_of(step.folded.begin(), step.folded.end(), [&on](const Change& other) {
    const std::string* text = words::definition(other);
    return other.id == on && text && !text->empty();
  });
}

}  // namespace

void add_parts(const Step& step, std::vector<Line>& out) {
  if (step.change.verb == Verb::drop) {
    std::map<KindTag, long long> counts;
    for (const Change& part : step.folded) ++counts[part.id.kind];
    std::string text;
    for (const auto& [kind, count] : counts)
      text += (text.empty() ? "" : ", ") + words::counted(count, kind_name(kind));
    if (!text.empty())
      out.push_back({detail_indent, {{padded("with it", label_width), Paint::faint}, {text, Paint::plain}}});
    return;
  }
  // Parts of one kind share the column of their definitions.
  std::map<KindTag, std::vector<Heading>> headings;
  for (const Change& part : step.folded)
    if (!says_nothing(step, part)) headings[part.id.kind].push_back(part_heading(step, part));
  for (const Change& part : step.folded)
    if (!says_nothing(step, part))
      add_heading(part_heading(step, part), part.verb, detail_indent, shared_column(headings[part.id.kind]), out);
}

void add_fields(const Change& change, std::vector<Line>& out) {
  const auto fields = attributes(change);
  if (fields.size() == 1 && !is_long(fields.front()) && !words::definition(change)) return;
  for (const FieldChange& field : fields) {
    if (is_long(field))
      add_long_change(field, out);
    else
      add_detail(field.field, Paint::faint, fmt::format("{} → {}", value(field.from), value(field.to)), out);
  }
}

std::string padded_label(std::string_view label) { return padded(std::string(label) + " ", label_width); }

void add_detail(std::string_view label, Paint paint, const std::string& text, std::vector<Line>& out) {
  out.push_back({detail_indent, {{padded_label(label), paint}, {words::one_line(text), Paint::plain}}});
}

std::size_t shared_column(const std::vector<Heading>& headings) {
  std::size_t column = 0;
  for (const Heading& each : headings)
    if (const std::size_t width = words::width(each.head); width <= aligned_width) column = std::max(column, width);
  return column;
}

}  // namespace change_lines
}  // namespace plumb
