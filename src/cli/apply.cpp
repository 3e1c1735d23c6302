#include "apply/apply.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/console.h"
#include "cli/globals.h"
#include "cli/interrupt.h"
#include "cli/kept.h"
#include "cli/output.h"
#include "cli/target.h"
#include "kinds/nearest.h"
#include "model/text.h"
#include "plan/plan_json.h"
#include "plan/render_words.h"

namespace plumb::cli {

namespace {

constexpr const char* apply_help =
    R"(Carries out the plan: what is additive, and of what breaks what is allowed. On a terminal it
shows the plan and asks; elsewhere it needs --yes.

Usage: plumb apply [PLAN] [--allow …] [--yes]
       plumb apply [PLAN] --check [--allow …]

  PLAN                a file that `plumb plan --out` wrote: carried out as it is, and only if
                      neither the database nor the declaration has changed since
  --allow WORD        also allow: breaking (all), a hazard (destroys-data, rewrites-table,
                      blocks-reads, blocks-writes, may-fail-on-data, breaks-clients), or one
                      object as the plan prints it ("column app.users.email"). Any number,
                      also with commas. Left out: what the declaration allows, else additive
  --yes               don't ask
  --check             change nothing, tell by the exit code what is pending and not allowed
                      by --allow: 0 nothing, 2 additive changes, 3 breaking ones
  --format FORMAT     with --check: text, sql, json or markdown; else text or json

Examples:
  plumb apply --check --allow additive       a gate in CI for breaking changes alone
  plumb apply --yes --allow "column public.cities.name_en"
)";

struct ApplyOptions {
  std::string plan;  // a file; empty: none
  std::vector<std::string> words;
  std::vector<std::string> allow;
  bool yes = false;
  bool check = false;
};

// `--allow additive breaking plan.json`: words that --allow takes may stand without it once it was given.
void sort_words(ApplyOptions& options) {
  for (const std::string& word : options.words) {
    if (!options.allow.empty() && !std::filesystem::exists(word)) {
      (void)Allowance::parse({word});
      options.allow.push_back(word);
    } else if (options.plan.empty()) {
      options.plan = word;
    } else {
      throw Error(Failure::usage, fmt::format("apply takes one plan, and was given {} and {}", options.plan, word),
                  "see plumb apply --help");
    }
  }
  (void)Allowance::parse(options.allow);  // a wrong word is told before anything is done
}

constexpr std::size_t largest_plan = std::size_t{1} << 30;

std::optional<Plan> read_plan(const std::string& path) {
  if (path.empty()) return std::nullopt;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    throw Error(Failure::usage, fmt::format("can't read the plan {}: {}", path, std::strerror(file ? EISDIR : errno)),
                "make it with: plumb plan --out plan.json");
  // It may be a pipe, or a device that never ends.
  std::string text;
  char part[65536];
  while (text.size() <= largest_plan && (file.read(part, sizeof part), file.gcount() > 0))
    text.append(part, static_cast<std::size_t>(file.gcount()));
  if (text.size() > largest_plan)
    throw Error(Failure::usage, fmt::format("{} has more than {} MB: that is no plan", path, largest_plan >> 20),
                "make it with: plumb plan --out plan.json");
  try {
    return plan_from_json(text);
  } catch (const Error& error) {
    throw Error(error.failure(), fmt::format("{}: {}", path, error.what()), error.hint());
  }
}

// A plan holds only for what it was made from.
void demand_same_state(const Plan& file, const Plan& now, const std::string& path) {
  if (file.live_fingerprint.empty() || file.wanted_fingerprint.empty())
    throw Error(Failure::usage, fmt::format("{} says nothing of what it was made from", path),
                "make it anew: plumb plan --out plan.json");
  const bool live = file.live_fingerprint != now.live_fingerprint;
  const bool wanted = file.wanted_fingerprint != now.wanted_fingerprint;
  if (!live && !wanted) return;
  const std::string_view what = live && wanted ? "the database and the declaration have"
                                : live         ? "the database has"
                                               : "the declaration has";
  throw Error(Failure::stale, fmt::format("{} changed since {} was made", what, path),
              fmt::format("nothing was done; either\n"
                          "1. make the plan anew and review it: plumb plan --out {0}\n"
                          "2. see what changed: plumb plan\n"
                          "3. apply without a plan file: plumb apply",
                          path));
}

ExitCode pending(const Plan& plan, const std::vector<bool>& runs) {
  ExitCode out = ExitCode::done;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i]) continue;
    if (plan.steps[i].own_class == Class::breaking) return ExitCode::breaking_pending;
    out = ExitCode::additive_pending;
  }
  return out;
}

// An id that --allow names and no step has is a slip, or of a change that is done.
void tell_unmet_ids(const Plan& plan, const Allowance& allowance) {
  std::vector<std::string> ids;
  for (const Step& step : plan.steps)
    for (const ObjectId* id : {&step.change.id, &step.change.from}) ids.push_back(to_string(*id));
  for (const std::string& id : allowance.ids)
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
      const std::string meant = did_you_mean(id, ids);
      remark(fmt::format("--allow: no step of this plan is of {}{}", id, meant.empty() ? "" : "; " + meant));
    }
}

// An allowed step that waits for another is not carried out alone.
void tell_waiting_ids(const Plan& plan, const Allowance& allowance, const std::vector<bool>& runs) {
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Step& step = plan.steps[i];
    const std::string id = to_string(step.change.id);
    if (runs[i] || std::ranges::find(allowance.ids, id) == allowance.ids.end()) continue;
    std::vector<std::string> first;
    for (const std::size_t before : step.after)
      if (const std::string name = to_string(plan.steps[before].change.id);
          !runs[before] && std::ranges::find(first, name) == first.end())
        first.push_back(name);
    if (!first.empty())
      remark(fmt::format("--allow: {} waits for {}", id, listed(first, 6, [](const auto& n) { return n; })));
  }
}

class Apply {
 public:
  Apply(const ApplyOptions& options, const Globals& globals) : options_(options), globals_(globals) {
    format_ = options.check ? globals.format_among(every_format, "apply --check")
                            : globals.format_among({Format::text, Format::json}, "apply without --check");
    if (!options.check && !options.yes && !is_interactive())
      throw Error(Failure::usage, "there is no terminal to ask on, and no --yes",
                  "plumb apply --check tells what is pending; plumb apply --yes carries it out");
  }

  ExitCode run() {
    globals_.declaration();  // told before a server is asked
    file_ = read_plan(options_.plan);
    Target target(globals_);
    if (options_.check) return check(target.connection());
    ProgressLine progress;
    const ApplyLock lock(target.connection(), progress);
    return carry_out(target.connection());
  }

 private:
  // The plan to carry out: that of the file, if it still holds, else the one of now.
  Plan plan_now(postgres::Connection& connection, bool fingerprints) {
    Planned planned = make_plan(connection, globals_.declaration(), fingerprints || file_.has_value());
    stop_if_interrupted();
    config_ = planned.declaration.config;
    if (!file_ && options_.check) return kept(std::move(planned)).plan;
    if (!file_) return std::move(planned.plan);
    demand_same_state(*file_, planned.plan, options_.plan);
    put_secrets_back(*file_, planned.plan);
    return *file_;
  }

  ExitCode check(postgres::Connection& connection) {
    const Plan plan = plan_now(connection, format_ == Format::json);
    print(rendered(plan, format_, allowance(options_.allow, config_), config_.version, colours_output()));
    // A gate tells of everything that no one has allowed here and now.
    const Allowance here = Allowance::parse(options_.allow);
    const auto runs = allowed_steps(plan, here);
    if (!plan.empty()) tell_unmet_ids(plan, here);
    tell_waiting_ids(plan, here, runs);
    return pending(plan, runs);
  }

  ExitCode carry_out(postgres::Connection& connection) {
    const Plan plan = plan_now(connection, false);
    const Allowance allowed = allowance(options_.allow, config_);
    const auto runs = allowed_steps(plan, allowed);
    if (!plan.empty()) tell_unmet_ids(plan, Allowance::parse(options_.allow));
    tell_waiting_ids(plan, Allowance::parse(options_.allow), runs);
    const auto count = std::count(runs.begin(), runs.end(), true);
    if (format_ == Format::text) print(rendered(plan, format_, allowed, config_.version, colours_output()));
    Outcome outcome;
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (!runs[i]) outcome.left.push_back(i);
    if (count > 0) {
      if (!options_.yes &&
          !confirm(fmt::format("\nCarry out {} on {}?", words::counted(count, "step"), plan.database))) {
        remark("nothing was done");
        return pending(plan, std::vector<bool>(runs.size(), false));
      }
      ProgressLine progress;
      outcome = apply_plan(connection, plan, allowed, progress);
    }
    if (count > 0) verify_outcome(plan, outcome, second_look(connection, count));
    tell(plan, outcome);
    if (outcome.unanalyzed) throw Error(*outcome.unanalyzed);
    return pending(plan, runs);
  }

  Plan second_look(postgres::Connection& connection, long long count) const {
    const std::string done =
        fmt::format("done and kept: all {}; only the look at what came of it failed: see plumb plan",
                    words::counted(count, "step"));
    try {
      Plan plan = make_plan(connection, globals_.declaration(), false).plan;
      if (interrupted()) throw Interrupted();
      return plan;
    } catch (const Error& error) {
      if (interrupted()) throw Interrupted(done);
      throw Error(error.failure(), error.what(), done);
    }
  }

  void tell(const Plan& plan, const Outcome& outcome) const {
    if (format_ == Format::json) {
      nlohmann::ordered_json out;
      out["database"] = plan.database;
      out["done"] = outcome.done;
      out["left"] = nlohmann::ordered_json::array();
      for (const std::size_t i : outcome.left) out["left"].push_back(to_string(plan.steps[i].change.id));
      out["analyzed"] = nlohmann::ordered_json::array();
      for (const ObjectId& table : outcome.analyzed) out["analyzed"].push_back(to_string(table));
      print(out.dump(2) + "\n");
    } else if (!plan.empty()) {
      const auto left = words::counted(static_cast<long long>(outcome.left.size()), "step");
      auto done = words::counted(static_cast<long long>(outcome.done), "step");
      if (!outcome.analyzed.empty())
        done += fmt::format(", and ANALYZE of {}",
                            listed(outcome.analyzed, 6, [](const ObjectId& t) { return address(t); }));
      print(outcome.done == 0      ? fmt::format("\nNothing was done: {} left\n", left)
            : outcome.left.empty() ? fmt::format("\nDone: {}; the database is as declared\n", done)
                                   : fmt::format("\nDone: {}; {} left\n", done, left));
    }
  }

  const ApplyOptions& options_;
  const Globals& globals_;
  Format format_ = Format::text;
  std::optional<Plan> file_;
  yaml::Config config_;
};

}  // namespace

void add_apply(CLI::App& app, Action& action) {
  const auto options = std::make_shared<ApplyOptions>();
  CLI::App* command = app.add_subcommand("apply")->footer(apply_help);
  command->add_option("plan", options->words);
  command->add_option("--allow", options->allow)->allow_extra_args(false);
  command->add_flag("--yes", options->yes);
  command->add_flag("--check", options->check);
  command->callback([&action, options] {
    action = [options](const Globals& globals) {
      sort_words(*options);
      return Apply(*options, globals).run();
    };
  });
}

}  // namespace plumb::cli
