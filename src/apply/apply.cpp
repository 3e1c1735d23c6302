#include "apply/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <thread>
#include <utility>

#include "apply/account.h"
#include "apply/obstacles.h"
#include "kinds/list.h"
#include "model/error.h"
#include "plan/render_words.h"
#include "postgres/lock_watch.h"
#include "postgres/server_error.h"

namespace plumb {

namespace {

using namespace std::chrono_literals;

// Any two numbers that no one else uses: "plum", "b".
constexpr const char* lock_key = "1886025069, 98";

}  // namespace

ApplyLock::ApplyLock(postgres::Connection& connection, Progress& progress, Patience patience)
    : connection_(connection) {
  const auto deadline = std::chrono::steady_clock::now() + patience.other_apply;
  for (bool told = false;; told = true) {
    const auto answer = connection_.execute(fmt::format("SELECT pg_catalog.pg_try_advisory_lock({})", lock_key));
    if (answer.value(0, 0) == "t") return;
    progress.breathe();
    if (std::chrono::steady_clock::now() >= deadline) break;
    if (!told) progress.waiting("another plumb is applying to this database; waiting for it to end");
    std::this_thread::sleep_for(250ms);
  }
  const auto holder = connection_.execute(
      "SELECT l.pid, a.usename, a.client_addr, pg_catalog.date_trunc('second', a.backend_start) FROM "
      "pg_catalog.pg_locks l"
      " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted"
      " AND (l.classid, l.objid, l.objsubid) = (1886025069, 98, 2) AND l.database ="
      " (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()) LIMIT 1");
  std::string who;
  if (holder.rows() > 0) {
    who = fmt::format(": server process {} of user {}", holder.value(0, 0), holder.value(0, 1));
    if (!holder.is_null(0, 2)) who += fmt::format(" from {}", holder.value(0, 2));
    if (!holder.is_null(0, 3)) who += fmt::format(", connected since {}", holder.value(0, 3));
  }
  throw Error(Failure::locked, "another plumb is applying to this database" + who,
              "nothing was done; wait until it is through, then run apply again");
}

ApplyLock::~ApplyLock() {
  try {
    if (connection_.is_open()) connection_.execute(fmt::format("SELECT pg_catalog.pg_advisory_unlock({})", lock_key));
  } catch (const std::exception&) {
    // The lock goes with the session.
  }
}

namespace {

// Statements that run in one transaction, or one that can't run in any.
struct Unit {
  bool transactional = true;
  std::vector<PlannedStatement> statements;
};

std::vector<Unit> units_of(const Plan& plan, const std::vector<bool>& allowed) {
  std::vector<Unit> out;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    if (!allowed[i]) continue;
    for (const Statement& statement : plan.steps[i].statements) {
      if (out.empty() || !statement.transactional || !out.back().transactional)
        out.push_back({statement.transactional, {}});
      out.back().statements.push_back({i, &statement});
    }
  }
  return out;
}

bool worth_another_try(const postgres::ServerError& error) {
  static const std::set<std::string, std::less<>> states = {"55P03", "40P01", "40001"};
  return states.contains(error.sqlstate()) ||
         std::string_view(error.what()).find("tuple concurrently updated") != std::string_view::npos;
}

class Run {
 public:
  Run(postgres::Connection& connection, const Plan& plan, const std::vector<bool>& allowed, Progress& progress,
      const Patience& patience)
      : connection_(connection),
        plan_(plan),
        progress_(progress),
        patience_(patience),
        account_(plan, allowed),
        chance_(std::random_device{}()) {}

  void carry_out(const std::vector<Unit>& units, Outcome& outcome) {
    notice_the_end_of_this_process();
    try {
      for (const Unit& unit : units) carry_out(unit);
    } catch (const Interrupted&) {
      roll_back();
      throw Interrupted(account_.text());
    }
    analyze(outcome);
  }

 private:
  // Else the server would go on with a statement of a plumb that was killed, and keep its locks, until it is through.
  void notice_the_end_of_this_process() {
    try {
      connection_.execute("SET client_connection_check_interval = '1s'");
    } catch (const postgres::ServerError& error) {
      if (error.connection_lost()) throw;
      // Not on every platform: it notices later.
    }
  }

  void carry_out(const Unit& unit) {
    for (int attempt = 1;; ++attempt) {
      const postgres::LockWatch watch(connection_);
      try {
        attempt_once(unit);
        return;
      } catch (const postgres::ServerError& error) {
        roll_back();
        progress_.breathe();  // an interruption cancels, and what then fails need not say so
        if (!worth_another_try(error)) fail(error);
        if (attempt == patience_.tries) give_up(error, watch.blockers());
        progress_.waiting(fmt::format("{}: try {} of {} gave way to others{}; trying again", current_id(), attempt,
                                      patience_.tries, held_up_by(watch.blockers())));
      }
      pause(attempt);
    }
  }

  // All is done by then: no other apply would come back to it.
  void analyze(Outcome& outcome) {
    const std::vector<ObjectId> tables = std::exchange(outcome.analyzed, {});
    std::vector<ObjectId> left;
    std::optional<Error> failure;
    for (auto table = tables.begin(); table != tables.end(); ++table) {
      analyzing_ = analyze_sql(*table);
      const Statement statement{analyzing_, {}, {}, false};
      try {
        progress_.analyzing(analyzing_);
        carry_out(Unit{false, {{current_, &statement}}});
        outcome.analyzed.push_back(*table);
      } catch (const Interrupted&) {
        left.insert(left.end(), table, tables.end());
        throw Interrupted(all_but_statistics(left));
      } catch (const Error& error) {
        left.push_back(*table);
        if (!failure) failure = error;
        if (connection_.is_open()) continue;
        left.insert(left.end(), table + 1, tables.end());
        throw Error(failure->failure(), failure->what(), all_but_statistics(left));
      }
    }
    if (failure) outcome.unanalyzed = Error(failure->failure(), failure->what(), all_but_statistics(left));
  }

  std::string all_but_statistics(const std::vector<ObjectId>& tables) const {
    std::string out =
        fmt::format("done and kept: all {}; until this is run by hand, the planner goes without statistics:",
                    words::counted(static_cast<long long>(account_.allowed()), "step"));
    for (const ObjectId& table : tables) out += fmt::format("\n  {};", analyze_sql(table));
    return out;
  }

  void attempt_once(const Unit& unit) {
    const std::string local = unit.transactional ? "SET LOCAL " : "SET ";
    current_ = unit.statements.front().step;
    current_statement_ = nullptr;
    if (unit.transactional) connection_.execute("BEGIN");
    // A statement that can't run in a transaction may wait for old snapshots as long as it must.
    connection_.execute(fmt::format("{}lock_timeout = {}", local, patience_.lock_timeout.count()));
    connection_.execute(local + "statement_timeout = 0");
    connection_.execute(local + "client_min_messages = warning");
    connection_.execute(local + "check_function_bodies = off");
    std::string path = "-";
    for (const auto& [step, statement] : unit.statements) {
      current_ = step;
      current_statement_ = nullptr;
      if (plan_.steps[step].search_path != path) {
        path = plan_.steps[step].search_path;
        connection_.execute(local + "search_path = " + (path.empty() ? "''" : path));
      }
      if (step != announced_) progress_.started(announced_ = step, plan_.steps.size(), plan_.steps[step]);
      current_statement_ = statement;
      if (statement->redacted)
        throw Error(Failure::failed, "a statement without its secrets can't be run: " + statement->sql,
                    "make the plan anew: plumb plan --out plan.json");
      if (!unit.transactional) account_.commits(unit.statements);
      connection_.execute(statement->sql);
    }
    current_statement_ = nullptr;
    // Without a transaction it is done: an interruption must not come before the account has it.
    if (unit.transactional) {
      progress_.breathe();
      account_.commits(unit.statements);
      connection_.execute("COMMIT");
    }
    account_.committed();
  }

  void roll_back() {
    try {
      connection_.roll_back();
    } catch (const postgres::ServerError&) {
      // A lost connection rolls back by itself.
    }
    if (connection_.is_open()) account_.rolled_back();
  }

  // Exponential, with chance in it, so that two that collided don't collide again.
  void pause(int attempt) {
    const int most = 250 << std::min(attempt, 5);
    const auto end = std::chrono::steady_clock::now() +
                     std::chrono::milliseconds(std::uniform_int_distribution<int>(most / 2, most)(chance_));
    for (auto now = std::chrono::steady_clock::now(); now < end; now = std::chrono::steady_clock::now()) {
      progress_.breathe();
      std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(end - now, 100ms));
    }
  }

  std::string hide(std::string text) const {
    return current_statement_ ? without_secrets(*current_statement_, std::move(text)) : text;
  }

  std::string current_id() const {
    return analyzing_.empty() ? to_string(plan_.steps[current_].change.id) : analyzing_;
  }
  std::string place() const {
    return analyzing_.empty() ? fmt::format("step {} of {}, {}", current_ + 1, plan_.steps.size(), current_id())
                              : analyzing_;
  }

  static std::string held_up_by(const std::string& blockers) { return blockers.empty() ? "" : ": " + blockers; }

  [[noreturn]] void give_up(const postgres::ServerError& error, const std::string& blockers) {
    std::string hint;
    if (!blockers.empty()) hint = fmt::format("held up by {}\n", blockers);
    throw Error(Failure::locked,
                fmt::format("{}: a lock could not be had in {} tries: {} (SQLSTATE {})", place(), patience_.tries,
                            error.message(), error.sqlstate()),
                hint + account_.text());
  }

  [[noreturn]] void fail(const postgres::ServerError& error) {
    const std::string state = error.sqlstate().empty() ? "" : fmt::format(" (SQLSTATE {})", error.sqlstate());
    std::string hint;
    const auto add = [&hint](const std::string& line) {
      if (!line.empty()) hint += line + "\n";
    };
    // A position in the whole statement is none in what is shown of it.
    if (current_statement_)
      add(shown_statement(shown(*current_statement_), current_statement_->secrets.empty() ? error.position() : 0));
    add(hide(error.detail()));
    // What came of it, the account says.
    if (!error.connection_lost()) add(hide(error.hint()));
    throw Error(Failure::failed, fmt::format("{}: {}{}", place(), hide(error.message()), state),
                hint + account_.text());
  }

  postgres::Connection& connection_;
  const Plan& plan_;
  Progress& progress_;
  const Patience patience_;
  Account account_;
  std::mt19937 chance_;
  std::size_t current_ = 0;
  std::string analyzing_;  // the statement; empty: steps are carried out
  std::size_t announced_ = static_cast<std::size_t>(-1);
  const Statement* current_statement_ = nullptr;
};

}  // namespace

Outcome apply_plan(postgres::Connection& connection, const Plan& plan, const Allowance& allowance, Progress& progress,
                   Patience patience) {
  const std::vector<bool> allowed = allowed_steps(plan, allowance);
  refuse_obstacles(find_obstacles(connection, plan), allowed);
  Outcome out;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    if (allowed[i])
      ++out.done;
    else
      out.left.push_back(i);
  }
  out.analyzed = to_analyze(plan, allowed);
  Run(connection, plan, allowed, progress, patience).carry_out(units_of(plan, allowed), out);
  return out;
}

void verify_outcome(const Plan& applied, const Outcome& outcome, const Plan& second) {
  std::set<std::pair<Verb, ObjectId>> expected;
  for (const std::size_t i : outcome.left) {
    expected.insert({applied.steps[i].change.verb, applied.steps[i].change.id});
    for (const Change& folded : applied.steps[i].folded) expected.insert({folded.verb, folded.id});
  }
  std::string differs;
  for (const Step& step : second.steps)
    if (!expected.contains({step.change.verb, step.change.id}))
      differs += fmt::format("\n  {} {}", sign(step.change.verb), to_string(step.change.id));
  if (differs.empty()) return;
  throw Error(Failure::failed,
              "every step was carried out, but the database still differs from the declaration:" + differs,
              "see `plumb plan`; if no one else changed the database meanwhile, this is a bug in plumb");
}

}  // namespace plumb
