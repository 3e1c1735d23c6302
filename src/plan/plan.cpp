#include "plan/plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "kinds/nearest.h"
#include "model/error.h"

namespace plumb {

std::string_view to_string(Verb verb) {
  switch (verb) {
    case Verb::create:
      return "create";
    case Verb::alter:
      return "alter";
    case Verb::rename:
      return "rename";
    case Verb::replace:
      return "replace";
    case Verb::drop:
      return "drop";
  }
  return "";
}

std::string_view sign(Verb verb) {
  switch (verb) {
    case Verb::create:
      return "+";
    case Verb::alter:
    case Verb::replace:
      return "~";
    case Verb::rename:
      return "→";
    case Verb::drop:
      return "-";
  }
  return "";
}

std::string_view to_string(Class step_class) { return step_class == Class::additive ? "additive" : "breaking"; }

std::size_t Plan::count(Class phase) const {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [phase](const Step& step) { return step.phase == phase; }));
}

std::vector<Hazard> hazards(const Step& step) {
  std::vector<Hazard> out;
  for (const Statement& statement : step.statements)
    for (const Hazard& hazard : statement.hazards)
      if (std::find(out.begin(), out.end(), hazard) == out.end()) out.push_back(hazard);
  std::stable_sort(out.begin(), out.end(), [](const Hazard& a, const Hazard& b) { return a.kind < b.kind; });
  return out;
}

std::vector<LockedRelation> locks(const Step& step) {
  std::map<ObjectId, Lock> strongest;
  for (const Statement& statement : step.statements)
    for (const auto& [relation, lock] : statement.locks) {
      Lock& held = strongest[relation];
      held = std::max(held, lock);
    }
  std::vector<LockedRelation> out;
  out.reserve(strongest.size());
  for (const auto& [relation, lock] : strongest) out.push_back({relation, lock});
  return out;
}

std::vector<ObjectId> to_analyze(const Plan& plan, const std::vector<bool>& steps) {
  std::vector<ObjectId> out;
  for (std::size_t i = 0; i < plan.steps.size(); ++i)
    for (const ObjectId& table : plan.steps[i].analyze)
      if (steps[i] && std::find(out.begin(), out.end(), table) == out.end()) out.push_back(table);
  return out;
}

std::vector<ObjectId> to_analyze(const Plan& plan) {
  return to_analyze(plan, std::vector<bool>(plan.steps.size(), true));
}

std::string analyze_sql(const ObjectId& table) { return "ANALYZE " + sql::qualified(table.schema, table.name); }

std::vector<std::string> needed_allowance(const Step& step) {
  if (step.own_class == Class::additive) return {std::string(to_string(Class::additive))};
  std::vector<std::string> out;
  for (const Hazard& hazard : hazards(step)) {
    std::string word(to_string(hazard.kind));
    if (out.empty() || out.back() != word) out.push_back(std::move(word));
  }
  if (out.empty()) out.emplace_back(to_string(Class::breaking));
  return out;
}

void put_secrets_back(Plan& file, const Plan& now) {
  const auto put_back = [](Statements& into, const Statements* from) {
    for (std::size_t i = 0; i < into.size(); ++i) {
      if (!into[i].redacted) continue;
      if (!from || i >= from->size() || shown((*from)[i]) != into[i].sql)
        throw Error(Failure::stale, "the plan leaves secrets out, and made anew it is another plan",
                    "review it again: plumb plan --out plan.json");
      into[i] = (*from)[i];
    }
  };
  for (std::size_t i = 0; i < file.steps.size(); ++i) {
    const Step* step = i < now.steps.size() ? &now.steps[i] : nullptr;
    put_back(file.steps[i].statements, step ? &step->statements : nullptr);
    put_back(file.steps[i].undo, step ? &step->undo : nullptr);
  }
}

// --- Allowance -----------------------------------------------------------------------------------------------------

namespace {

constexpr HazardKind all_hazards[] = {HazardKind::destroys_data,    HazardKind::rewrites_table,
                                      HazardKind::blocks_reads,     HazardKind::blocks_writes,
                                      HazardKind::may_fail_on_data, HazardKind::breaks_clients};

#define PLUMB_KIND_NAME(type, enumerator, name) name,
constexpr std::string_view kind_names[] = {PLUMB_KINDS(PLUMB_KIND_NAME)};
#undef PLUMB_KIND_NAME

// "column public.t.c", "comment on column public.t.c": a kind, then an address.
bool looks_like_id(std::string_view word) {
  static constexpr std::string_view comment_on = "comment on ";
  if (word.starts_with(comment_on)) word.remove_prefix(comment_on.size());
  return std::any_of(std::begin(kind_names), std::end(kind_names), [word](std::string_view kind) {
    return word.size() > kind.size() + 1 && word.starts_with(kind) && word[kind.size()] == ' ';
  });
}

[[noreturn]] void refuse(const std::string& word) {
  std::vector<std::string> words{"additive", "breaking"};
  for (const HazardKind hazard : all_hazards) words.emplace_back(to_string(hazard));
  std::string all;
  for (const auto& each : words) all += (all.empty() ? "" : ", ") + each;
  const std::size_t space = word.find(' ');
  std::string hint;
  if (space == std::string::npos && word.find('.') != std::string::npos) {
    hint = "an id starts with its kind, as the plan prints it: \"column " + word + "\"";
  } else if (space != std::string::npos) {
    const std::vector<std::string> kinds(std::begin(kind_names), std::end(kind_names));
    hint = did_you_mean(word.substr(0, space), kinds,
                        "an id is written as the plan prints it: \"column app.users.email\"");
  } else {
    hint =
        did_you_mean(word, words, "it takes " + all + ", or ids as the plan prints them: \"column app.users.email\"");
  }
  throw Error(Failure::usage, "--allow: \"" + word + "\" is no class, no hazard and no id", hint);
}

// "destroys-data,breaks-clients" is two words; a comma in double quotes or brackets belongs to a name: f(integer, text).
std::vector<std::string> split_words(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  const auto add = [&out](std::string_view word) {
    const std::size_t first = word.find_first_not_of(' ');
    if (first == std::string_view::npos) return;
    out.emplace_back(word.substr(first, word.find_last_not_of(' ') - first + 1));
  };
  for (const std::string& text : given) {
    bool quoted = false;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (!quoted && (text[i] == '(' || text[i] == ')')) depth += text[i] == '(' ? 1 : -1;
      if (text[i] != ',' || quoted || depth > 0) continue;
      add(std::string_view(text).substr(start, i - start));
      start = i + 1;
    }
    add(std::string_view(text).substr(start));
  }
  return out;
}

}  // namespace

// Who allows something that breaks means it on top of what is additive; without a word, nothing is allowed.
Allowance Allowance::parse(const std::vector<std::string>& given) {
  const auto words = split_words(given);
  Allowance out;
  out.additive = !words.empty();
  for (const std::string& word : words) {
    if (word == to_string(Class::additive)) continue;
    const auto hazard = std::find_if(std::begin(all_hazards), std::end(all_hazards),
                                     [&word](HazardKind kind) { return word == to_string(kind); });
    if (word == to_string(Class::breaking))
      out.breaking = true;
    else if (hazard != std::end(all_hazards))
      out.hazards.push_back(*hazard);
    else if (looks_like_id(word))
      out.ids.push_back(word);
    else
      refuse(word);
  }
  return out;
}

namespace {

class Permission {
 public:
  Permission(const Plan& plan, const Allowance& allowance)
      : plan_(plan), allowance_(allowance), ids_(allowance.ids.begin(), allowance.ids.end()), returns_(find_returns()) {
    if (!ids_.empty()) find_company();
  }

  std::vector<bool> run() const {
    std::vector<bool> runs(plan_.steps.size());
    for (std::size_t i = 0; i < runs.size(); ++i) runs[i] = allowed(plan_.steps[i]);
    // What is skipped takes along what comes after it, and what is dropped only to come back with it.
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i]) continue;
        const auto& after = plan_.steps[i].after;
        const bool waits =
            std::any_of(after.begin(), after.end(), [&runs](std::size_t before) { return !runs[before]; });
        if (!waits && std::ranges::all_of(returns_[i], [&runs](std::size_t then) { return runs[then]; })) continue;
        runs[i] = false;
        changed = true;
      }
    }
    return runs;
  }

 private:
  bool named(const Step& step) const {
    if (ids_.empty()) return false;
    return ids_.contains(to_string(step.change.id)) ||
           (step.change.verb == Verb::rename && ids_.contains(to_string(step.change.from)));
  }

  bool allowed(const Step& step) const {
    if (named(step) || company_.contains(step.change.id)) return true;
    if (step.own_class == Class::additive) return allowance_.additive;
    if (allowance_.breaking) return true;
    const auto dangers = hazards(step);
    return !dangers.empty() && std::all_of(dangers.begin(), dangers.end(), [this](const Hazard& hazard) {
      const auto& allowed = allowance_.hazards;
      return std::find(allowed.begin(), allowed.end(), hazard.kind) != allowed.end();
    });
  }

  // A view that steps aside for a column named by --allow needs no naming of its own: nothing of it is lost.
  void find_company() {
    std::vector<std::size_t> work;
    for (std::size_t i = 0; i < plan_.steps.size(); ++i)
      if (named(plan_.steps[i])) work.push_back(i);
    std::set<std::size_t> seen(work.begin(), work.end());
    while (!work.empty()) {
      const Step& step = plan_.steps[work.back()];
      work.pop_back();
      for (const std::size_t before : step.after) {
        const Step& other = plan_.steps[before];
        if (!seen.insert(before).second) continue;
        work.push_back(before);
        const auto dangers = hazards(other);
        const bool loses = !dangers.empty() && dangers.front().kind == HazardKind::destroys_data;
        if (returns_[before].empty() || other.change.why.empty() || loses) continue;
        company_.insert(other.change.id);
        for (const std::size_t then : returns_[before]) company_.insert(plan_.steps[then].change.id);
      }
    }
  }

  // For each step that drops an object, the later steps that create it again, and what went with it: its indexes.
  std::vector<std::vector<std::size_t>> find_returns() const {
    std::vector<std::vector<std::size_t>> out(plan_.steps.size());
    std::map<ObjectId, std::size_t> later;
    for (std::size_t i = plan_.steps.size(); i-- > 0;) {
      const Change& change = plan_.steps[i].change;
      if (change.verb == Verb::replace || change.verb == Verb::drop) {
        const auto comes_back = [&](const ObjectId& id) {
          if (const auto found = later.find(id); found != later.end()) out[i].push_back(found->second);
        };
        comes_back(change.id);
        for (const Change& with_it : plan_.steps[i].folded) comes_back(with_it.id);
      }
      if (change.verb == Verb::replace || change.verb == Verb::create) later.insert_or_assign(change.id, i);
      // What lets go does so only to take up again.
      if (!change.releases) continue;
      if (const auto [up, last] = later.try_emplace(change.id, i); !last) out[i].push_back(up->second);
    }
    return out;
  }

  const Plan& plan_;
  const Allowance& allowance_;
  std::set<std::string> ids_;
  std::vector<std::vector<std::size_t>> returns_;
  std::set<ObjectId> company_;
};

}  // namespace

std::vector<bool> allowed_steps(const Plan& plan, const Allowance& allowance) {
  return Permission(plan, allowance).run();
}

}  // namespace plumb
