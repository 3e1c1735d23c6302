#include "plan/render_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "plan/render_change.h"
#include "plan/render_words.h"

namespace plumb {

namespace {

using change_lines::add_detail;
using change_lines::add_fields;
using change_lines::add_heading;
using change_lines::add_parts;
using change_lines::definition_width;
using change_lines::Heading;
using change_lines::heading;
using change_lines::padded_label;
using change_lines::shared_column;
using change_lines::step_indent;

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

// The way back, where it is more than to drop what came, to create what went, to take back a name.
void add_undo(const Step& step, std::vector<Line>& out) {
  if (step.change.verb != Verb::alter || step.undo.empty()) return;
  std::string text = words::shortened(shown(step.undo.front()), definition_width);
  if (step.undo.size() > 1)
    text += fmt::format(" and {} more", words::counted(static_cast<long long>(step.undo.size() - 1), "statement"));
  add_detail("undo", Paint::faint, text, out);
}

bool destroys(const Step& step) {
  const auto dangers = hazards(step);
  return !dangers.empty() && dangers.front().kind == HazardKind::destroys_data;
}

// --- Locks -----------------------------------------------------------------------------------------------------------

// The locks that hold up clients, on relations that were there before the plan.
class Locks {
 public:
  explicit Locks(const Plan& plan) {
    const auto half = words::halves(plan);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
      const Step& step = plan.steps[i];
      if (step.change.verb == Verb::create && half[i] == words::Half::none) created_.insert(step.change.id);
      if (step.size) sizes_.insert_or_assign(words::relation_of(step.change.id), words::size(*step.size));
    }
  }

  void take(const Step& step, std::map<ObjectId, Lock>& held) const {
    for (const auto& [relation, lock] : locks(step))
      if (lock >= Lock::share && !created_.contains(relation)) held[relation] = std::max(held[relation], lock);
  }

  // "ACCESS EXCLUSIVE on public.cities (9 rows, 64 kB), public.regions; SHARE on …", the strongest first.
  std::string list(const std::map<ObjectId, Lock>& held) const {
    std::map<Lock, std::string, std::greater<>> by_lock;
    for (const auto& [relation, lock] : held) {
      std::string& out = by_lock[lock];
      out += out.empty() ? fmt::format("{} on ", to_string(lock)) : ", ";
      out += address(relation);
      const auto size = sizes_.find(relation);
      if (size != sizes_.end() && !size->second.empty()) out += " (" + size->second + ")";
    }
    std::string out;
    for (const auto& [lock, relations] : by_lock) out += (out.empty() ? "" : "; ") + relations;
    return out;
  }

 private:
  std::set<ObjectId> created_;
  std::map<ObjectId, std::string> sizes_;
};

// --- Steps -----------------------------------------------------------------------------------------------------------

class Section {
 public:
  Section(const Plan& plan, Class phase) : plan_(plan), phase_(phase), halves_(words::halves(plan)), locks_(plan) {}

  std::vector<Line> lines() const {
    std::vector<Line> out;
    bool after_details = false;
    for (const StepGroup& group : step_groups(plan_, phase_)) {
      const std::vector<Line> details = details_of(group);
      // Air around steps of more than one line.
      if (!out.empty() && (!details.empty() || after_details)) out.push_back({});
      after_details = !details.empty();
      add_headings(group, out);
      out.insert(out.end(), details.begin(), details.end());
    }
    if (phase_ == Class::additive)
      add_instant_locks(out);
    else
      add_other_locks(out);
    return out;
  }

  // What a step says beside its heading, its locks and its undo.
  std::vector<Line> own_details(std::size_t i) const {
    const Step& step = plan_.steps[i];
    const bool returns = halves_[i] == words::Half::returns;
    std::vector<Line> out;
    if (!returns) add_fields(step.change, out);
    add_parts(step, out);
    if (!step.change.why.empty() && !returns) add_detail("because", Paint::faint, step.change.why, out);
    if (const Step* breaking = waits_for(i)) add_detail("waits for", Paint::faint, to_string(breaking->change.id), out);
    if (step.change.unproven)
      add_detail("unproven", Paint::danger, "no server could settle it: it may be a difference of spelling alone", out);
    add_hazards(step, out);
    return out;
  }

 private:
  // Why a step that breaks nothing stands among those that do; null: it does not, or that is said already.
  const Step* waits_for(std::size_t i) const {
    const Step& step = plan_.steps[i];
    if (step.own_class != Class::additive || step.phase != Class::breaking || !step.change.why.empty() ||
        halves_[i] != words::Half::none)
      return nullptr;
    for (const std::size_t before : step.after)
      if (plan_.steps[before].phase == Class::breaking && plan_.steps[before].change.id != step.change.id)
        return &plan_.steps[before];
    return nullptr;
  }

  void add_headings(const StepGroup& group, std::vector<Line>& out) const {
    std::vector<Heading> headings;
    for (const std::size_t i : group) headings.push_back(heading(plan_.steps[i], halves_[i]));
    const std::size_t column = shared_column(headings);
    for (std::size_t n = 0; n < group.size(); ++n)
      add_heading(headings[n], plan_.steps[group[n]].change.verb, step_indent, column, out);
  }

  std::vector<Line> details_of(const StepGroup& group) const {
    std::vector<Line> out = own_details(group.front());
    if (plan_.steps[group.front()].own_class == Class::additive) return out;
    add_locks(group, out);
    for (const std::size_t i : group) add_undo(plan_.steps[i], out);
    if (destroys(plan_.steps[group.front()]))
      add_detail("undo", Paint::faint, "what is lost stays lost: nothing of it is saved", out);
    return out;
  }

  // What is gone until it comes back is not locked for an instant.
  bool tells_locks(std::size_t i) const {
    const Step& step = plan_.steps[i];
    return step.own_class == Class::breaking && (halves_[i] == words::Half::none || words::blocked_seconds(step) != 0);
  }

  void add_locks(const StepGroup& group, std::vector<Line>& out) const {
    std::map<ObjectId, Lock> held;
    double seconds = 0;
    for (const std::size_t i : group) {
      const double own = words::blocked_seconds(plan_.steps[i]);
      seconds = own < 0 || seconds < 0 ? -1 : seconds + own;
      if (tells_locks(i)) locks_.take(plan_.steps[i], held);
    }
    const Step& first = plan_.steps[group.front()];
    std::string text = locks_.list(held);
    // A table that nothing locks so that others feel it still says how much there is to scan or to lose.
    if (text.empty() && group.size() == 1 && first.size && halves_[group.front()] == words::Half::none)
      add_detail("size", Paint::faint, words::size(*first.size), out);
    if (text.empty()) return;
    if (seconds == 0)
      text += group.size() == 1 ? ", for an instant" : ", each for an instant";
    else if (seconds > 0)
      text += fmt::format(", for {}{}", words::duration(seconds), group.size() == 1 ? "" : " in all");
    add_detail("lock", Paint::faint, text, out);
  }

  // What is additive locks for an instant only: one line tells it for all.
  void add_instant_locks(std::vector<Line>& out) const {
    std::map<ObjectId, Lock> held;
    for (const Step& step : plan_.steps)
      if (step.phase == phase_) locks_.take(step, held);
    if (held.empty()) return;
    out.push_back({});
    out.push_back({step_indent, {{"locks for an instant: ", Paint::faint}, {locks_.list(held), Paint::plain}}});
  }

  // A step that says nothing of its own lock takes it all the same, and the transaction holds it: on tables of which no other
  // step says so.
  void add_other_locks(std::vector<Line>& out) const {
    std::map<ObjectId, Lock> told, held;
    for (std::size_t i = 0; i < plan_.steps.size(); ++i)
      if (plan_.steps[i].phase == phase_) locks_.take(plan_.steps[i], tells_locks(i) ? told : held);
    std::erase_if(held, [&told](const auto& each) {
      const auto found = told.find(each.first);
      return each.first.kind != KindTag::table || (found != told.end() && found->second >= each.second);
    });
    if (held.empty()) return;
    out.push_back({});
    out.push_back({step_indent, {{"locks besides: ", Paint::faint}, {locks_.list(held), Paint::plain}}});
  }

  const Plan& plan_;
  Class phase_;
  std::vector<words::Half> halves_;
  Locks locks_;
};

}  // namespace

std::vector<StepGroup> step_groups(const Plan& plan, Class phase) {
  const Section section(plan, phase);
  std::vector<StepGroup> out;
  std::vector<Line> before;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Step& step = plan.steps[i];
    if (step.phase != phase) continue;
    std::vector<Line> details = section.own_details(i);
    const Step* last = out.empty() ? nullptr : &plan.steps[out.back().back()];
    const bool alike = last && last->change.verb == step.change.verb && last->change.id.kind == step.change.id.kind &&
                       last->own_class == step.own_class && details == before;
    if (alike)
      out.back().push_back(i);
    else
      out.push_back({i});
    before = std::move(details);
  }
  return out;
}

std::vector<Line> step_lines(const Plan& plan, Class phase) { return Section(plan, phase).lines(); }

std::vector<Line> note_lines(const Plan& plan) {
  std::vector<Line> out;
  const auto add = [&out](std::string_view label, const std::string& text, Paint paint) {
    out.push_back({0, {{padded_label(label), paint}, {words::one_line(text), Paint::plain}}});
  };
  for (const Note& note : plan.notes)
    add(words::label(note.kind), note.text, note.kind == Note::Kind::hint ? Paint::faint : Paint::alter);
  if (const std::string said = words::analyzed(plan); !said.empty()) add("afterwards", said, Paint::faint);
  if (!plan.unmanaged.empty()) add("not managed yet", words::unmanaged(plan), Paint::faint);
  return out;
}

}  // namespace plumb
