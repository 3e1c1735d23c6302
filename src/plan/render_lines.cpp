#include "plan/render_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "plan/render_words.h"

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

namespace {

constexpr std::size_t step_indent = 2;
constexpr std::size_t detail_indent = 6;
constexpr std::size_t label_width = 18;  // the longest hazard, and two
constexpr std::size_t definition_width = 110;
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
  if (text.empty() && fields.empty() && step.folded.empty() && change.verb != Verb::rename &&
      change.verb != Verb::drop && !step.statements.empty())
    text = words::shortened(step.statements.front().sql, definition_width);
  return text;
}

std::string head(const Change& change) {
  if (change.verb != Verb::rename) return to_string(change.id);
  // "column app.users.mail → email": the old id, then what is new of it.
  const ObjectId& from = change.from;
  const bool same_place = from.schema == change.id.schema && from.parent == change.id.parent;
  return fmt::format("{} → {}", to_string(from), same_place ? sql::quote_ident(change.id.name) : address(change.id));
}

// --- The parts of a step ---------------------------------------------------------------------------------------------

struct Heading {
  std::string head;
  std::string summary;
};

void add_heading(const Heading& heading, Verb verb, std::size_t indent, std::size_t column, std::vector<Line>& out) {
  Line line{indent, {{fmt::format("{} ", sign(verb)), paint_of(verb)}}};
  line.spans.emplace_back(heading.summary.empty() ? heading.head : padded(heading.head, column), Paint::plain);
  if (!heading.summary.empty()) line.spans.emplace_back("  " + heading.summary, Paint::plain);
  out.push_back(std::move(line));
}

// Columns by their name alone, other parts with their kind.
Heading part_heading(const Step& step, const Change& part) {
  std::string name = sql::quote_ident(part.id.name);
  if (part.id.kind == KindTag::comment)
    name = fmt::format("comment on {} {}", kind_name(part.id.of), name);
  else if (part.id.kind != KindTag::column)
    name = fmt::format("{} {}", kind_name(part.id.kind), name);
  return {words::one_line(name), with_remark(defined_as(part), remark(step, part.id))};
}

// An empty definition: another part says it already. A comment stands behind what it is on.
bool says_nothing(const Step& step, const Change& part) {
  const std::string* defined = words::definition(part);
  if (defined && defined->empty()) return true;
  if (part.id.kind != KindTag::comment || !defined) return false;
  const ObjectId on = commented(part.id);
  if (on == step.change.id) return true;
  return std::any_of(step.folded.begin(), step.folded.end(), [&on](const Change& other) {
    const std::string* text = words::definition(other);
    return other.id == on && text && !text->empty();
  });
}

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
  std::vector<std::pair<const Change*, Heading>> parts;
  std::size_t column = 0;
  for (const Change& part : step.folded) {
    if (says_nothing(step, part)) continue;
    parts.emplace_back(&part, part_heading(step, part));
    if (part.id.kind == KindTag::column)
      column = std::max(column, std::min(words::width(parts.back().second.head), aligned_width / 2));
  }
  for (const auto& [part, heading] : parts) add_heading(heading, part->verb, detail_indent, column, out);
}

void add_detail(std::string_view label, Paint paint, const std::string& text, std::vector<Line>& out) {
  out.push_back(
      {detail_indent, {{padded(std::string(label), label_width), paint}, {words::one_line(text), Paint::plain}}});
}

void add_hazards(const Step& step, std::vector<Line>& out) {
  HazardKind last{};
  bool first = true;
  for (const Hazard& hazard : hazards(step)) {
    const Paint paint = hazard.kind == HazardKind::destroys_data ? Paint::danger : Paint::alter;
    add_detail(first || hazard.kind != last ? to_string(hazard.kind) : "", paint, hazard.reason, out);
    last = hazard.kind;
    first = false;
  }
}

// "ACCESS EXCLUSIVE on public.cities (9 rows, 64 kB), public.regions".
std::string lock_list(Lock lock, const std::vector<ObjectId>& relations, const std::map<ObjectId, std::string>& sizes) {
  std::string out;
  for (const ObjectId& relation : relations) {
    out += out.empty() ? fmt::format("{} on ", to_string(lock)) : ", ";
    out += address(relation);
    if (const auto size = sizes.find(relation); size != sizes.end() && !size->second.empty())
      out += " (" + size->second + ")";
  }
  return out;
}

std::map<ObjectId, std::string> size_of(const Step& step) {
  if (!step.size) return {};
  return {{words::relation_of(step.change.id), words::size(*step.size)}};
}

// The locks that hold up clients, on relations that were there before the plan; the strongest first.
std::map<Lock, std::vector<ObjectId>, std::greater<>> felt_locks(const Step& step, const std::set<ObjectId>& created) {
  std::map<Lock, std::vector<ObjectId>, std::greater<>> out;
  for (const auto& [relation, lock] : locks(step))
    if (lock >= Lock::share && !created.contains(relation)) out[lock].push_back(relation);
  return out;
}

void add_locks(const Step& step, const std::set<ObjectId>& created, std::vector<Line>& out) {
  const auto sizes = size_of(step);
  std::string text;
  for (const auto& [lock, relations] : felt_locks(step, created))
    text += (text.empty() ? "" : "; ") + lock_list(lock, relations, sizes);
  const double seconds = words::blocked_seconds(step);
  if (text.empty()) {
    // Its table may be locked by nothing that others feel, and still say how much there is to lose.
    if (step.size && !words::size(*step.size).empty()) add_detail("size", Paint::faint, words::size(*step.size), out);
    return;
  }
  if (seconds == 0)
    text += ", for an instant";
  else if (seconds > 0)
    text += ", for " + words::duration(seconds);
  add_detail("lock", Paint::faint, text, out);
}

void add_undo(const Step& step, std::vector<Line>& out) {
  const auto dangers = hazards(step);
  const bool destroys = !dangers.empty() && dangers.front().kind == HazardKind::destroys_data;
  if (step.undo.empty()) {
    if (destroys) add_detail("undo", Paint::faint, "nothing brings it back", out);
    return;
  }
  std::string text = words::shortened(step.undo.front().sql, definition_width);
  if (step.undo.size() > 1)
    text += fmt::format(" and {} more", words::counted(static_cast<long long>(step.undo.size() - 1), "statement"));
  if (destroys) text += "; what is lost stays lost";
  add_detail("undo", Paint::faint, text, out);
}

// --- Steps -----------------------------------------------------------------------------------------------------------

class Section {
 public:
  Section(const Plan& plan, Class phase) : plan_(plan), phase_(phase), halves_(words::halves(plan)) {
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
      if (plan.steps[i].change.verb == Verb::create && halves_[i] == words::Half::none)
        created_.insert(plan.steps[i].change.id);
  }

  std::vector<Line> lines() {
    const std::vector<Step>& steps = plan_.steps;
    std::vector<Line> out;
    bool after_details = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].phase != phase_) continue;
      if (i >= run_end_) start_run(i);
      std::vector<Line> details;
      add_details(i, details);
      // Air around steps of more than one line.
      if (!out.empty() && (!details.empty() || after_details)) out.push_back({});
      after_details = !details.empty();
      add_heading(headings_[i], steps[i].change.verb, step_indent, details.empty() ? column_ : 0, out);
      out.insert(out.end(), details.begin(), details.end());
    }
    if (phase_ == Class::additive) add_instant_locks(out);
    return out;
  }

 private:
  Heading heading_of(std::size_t i) const {
    return {words::one_line(head(plan_.steps[i].change)), summary(plan_.steps[i], halves_[i])};
  }

  // Steps of one verb and kind in a row share the column of what stands behind their names.
  void start_run(std::size_t from) {
    const auto& steps = plan_.steps;
    column_ = 0;
    for (run_end_ = from; run_end_ < steps.size() && steps[run_end_].phase == phase_ &&
                          steps[run_end_].change.verb == steps[from].change.verb &&
                          steps[run_end_].change.id.kind == steps[from].change.id.kind;
         ++run_end_) {
      headings_[run_end_] = heading_of(run_end_);
      const std::size_t width = words::width(headings_[run_end_].head);
      if (width <= aligned_width) column_ = std::max(column_, width);
    }
  }

  void add_details(std::size_t i, std::vector<Line>& out) {
    const Step& step = plan_.steps[i];
    const Change& change = step.change;
    const auto fields = attributes(change);
    const bool on_own_line = fields.size() == 1 && !is_long(fields.front()) && !words::definition(change);
    const bool returns = halves_[i] == words::Half::returns;
    if (!on_own_line && !returns)
      for (const FieldChange& field : fields) {
        if (is_long(field))
          add_long_change(field, out);
        else
          add_detail(field.field, Paint::faint, fmt::format("{} → {}", value(field.from), value(field.to)), out);
      }
    add_parts(step, out);
    if (!change.why.empty() && !returns) add_detail("because", Paint::faint, change.why, out);
    if (change.unproven)
      add_detail("unproven", Paint::danger, "no server could settle it: it may be a difference of spelling alone", out);
    add_hazards(step, out);
    if (step.own_class == Class::breaking) {
      if (halves_[i] == words::Half::none || words::blocked_seconds(step) != 0) add_locks(step, created_, out);
      if (halves_[i] == words::Half::none) add_undo(step, out);
    } else {
      remember_locks(step);
    }
  }

  void remember_locks(const Step& step) {
    for (const auto& [relation, size] : size_of(step)) sizes_[relation] = size;
    for (const auto& [lock, relations] : felt_locks(step, created_))
      for (const ObjectId& relation : relations) instant_[relation] = std::max(instant_[relation], lock);
  }

  // What is additive locks for an instant only: one line tells it for all.
  void add_instant_locks(std::vector<Line>& out) const {
    std::map<Lock, std::vector<ObjectId>, std::greater<>> by_lock;
    for (const auto& [relation, lock] : instant_) by_lock[lock].push_back(relation);
    if (by_lock.empty()) return;
    out.push_back({});
    for (const auto& [lock, relations] : by_lock)
      out.push_back({step_indent,
                     {{"locks for an instant: ", Paint::faint}, {lock_list(lock, relations, sizes_), Paint::plain}}});
  }

  const Plan& plan_;
  Class phase_;
  std::vector<words::Half> halves_;
  std::set<ObjectId> created_;
  std::map<std::size_t, Heading> headings_;
  std::size_t run_end_ = 0;
  std::size_t column_ = 0;
  std::map<ObjectId, Lock> instant_;
  std::map<ObjectId, std::string> sizes_;
};

std::string_view label(Note::Kind kind) {
  switch (kind) {
    case Note::Kind::likely_rename:
      return "likely rename";
    case Note::Kind::unmanaged_dependent:
      return "in the way";
    case Note::Kind::unproven:
      return "unproven";
    case Note::Kind::unmanaged:
      return "not managed yet";
    case Note::Kind::hint:
      return "hint";
  }
  return "";
}

}  // namespace

std::vector<Line> step_lines(const Plan& plan, Class phase) { return Section(plan, phase).lines(); }

std::vector<Line> note_lines(const Plan& plan) {
  std::vector<Line> out;
  const auto add = [&out](std::string_view label, const std::string& text, Paint paint) {
    out.push_back({0, {{padded(std::string(label), label_width), paint}, {words::one_line(text), Paint::plain}}});
  };
  for (const Note& note : plan.notes)
    add(label(note.kind), note.text, note.kind == Note::Kind::hint ? Paint::faint : Paint::alter);
  if (!plan.unmanaged.empty()) add("not managed yet", words::unmanaged(plan), Paint::faint);
  return out;
}

}  // namespace plumb
