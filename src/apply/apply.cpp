#include "apply/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>
#include <thread>

#include "kinds/list.h"
#include "model/error.h"
#include "postgres/server_error.h"
#include "sql/quote.h"

namespace plumb {

namespace {

using namespace std::chrono_literals;

// Any two numbers that no one else uses: "plum", "b".
constexpr const char* lock_key = "1886025069, 98";

// Above deadlock_timeout, so that autovacuum gives way before plumb does (postgres-facts 2.1).
constexpr auto lock_timeout = 3s;
constexpr int tries = 6;

}  // namespace

ApplyLock::ApplyLock(postgres::Connection& connection, std::chrono::milliseconds patience) : connection_(connection) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto answer = connection_.execute(fmt::format("SELECT pg_catalog.pg_try_advisory_lock({})", lock_key));
    if (answer.value(0, 0) == "t") return;
    if (std::chrono::steady_clock::now() >= deadline) break;
    std::this_thread::sleep_for(250ms);
  }
  const auto holder = connection_.execute(fmt::format(
      "SELECT l.pid, a.usename, a.client_addr::text FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a"
      " ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.classid = {} AND l.granted LIMIT 1",
      std::string_view(lock_key).substr(0, 10)));
  const std::string who = holder.rows() ? fmt::format(" (server process {})", holder.value(0, 0)) : std::string();
  throw Error(Failure::locked, "another plumb is applying to this database" + who,
              "wait until it is through, then run apply again");
}

ApplyLock::~ApplyLock() {
  try {
    if (connection_.is_open()) connection_.execute(fmt::format("SELECT pg_catalog.pg_advisory_unlock({})", lock_key));
  } catch (const std::exception&) {
    // The lock goes with the session.
  }
}

namespace {

struct Planned_statement {
  std::size_t step;
  const Statement* statement;
};

// Statements that run in one transaction, or one that can't run in any.
struct Unit {
  bool transactional = true;
  std::vector<Planned_statement> statements;
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
  Run(postgres::Connection& connection, const Plan& plan, Progress& progress)
      : connection_(connection), plan_(plan), progress_(progress), chance_(std::random_device{}()) {}

  void carry_out(const Unit& unit) {
    for (int attempt = 1;; ++attempt) {
      try {
        attempt_once(unit);
        return;
      } catch (const postgres::ServerError& error) {
        roll_back();
        if (!worth_another_try(error) || attempt == tries) fail(error, attempt);
        progress_.waiting(fmt::format("{}: {}", to_string(plan_.steps[current_].change.id), blockers(error)), attempt);
        pause(attempt);
      }
    }
  }

 private:
  void attempt_once(const Unit& unit) {
    const std::string local = unit.transactional ? "SET LOCAL " : "SET ";
    if (unit.transactional) connection_.execute("BEGIN");
    // A statement that can't run in a transaction may wait for old snapshots as long as it must.
    const auto timeout = std::chrono::milliseconds(lock_timeout).count();
    connection_.execute(fmt::format("{}lock_timeout = {}", local, timeout));
    connection_.execute(local + "statement_timeout = 0");
    connection_.execute(local + "client_min_messages = warning");
    connection_.execute(local + "check_function_bodies = off");
    std::string path = "-";
    for (const auto& [step, statement] : unit.statements) {
      current_ = step;
      if (plan_.steps[step].search_path != path) {
        path = plan_.steps[step].search_path;
        connection_.execute(local + "search_path = " + (path.empty() ? "''" : path));
      }
      if (step != announced_) progress_.started(announced_ = step, plan_.steps.size(), plan_.steps[step]);
      current_sql_ = &statement->sql;
      connection_.execute(statement->sql);
    }
    if (unit.transactional) connection_.execute("COMMIT");
  }

  void roll_back() {
    try {
      if (connection_.is_open() && connection_.transaction_status() != postgres::TransactionStatus::idle)
        connection_.execute("ROLLBACK");
    } catch (const postgres::ServerError&) {
      // A lost connection rolls back by itself.
    }
  }

  // Exponential, with chance in it, so that two that collided don't collide again.
  void pause(int attempt) {
    const int most = 250 << std::min(attempt, 5);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(most / 2, most)(chance_)));
  }

  // Who holds what the step waited for, as far as it is still to be seen.
  std::string blockers(const postgres::ServerError& error) {
    std::string out = error.message();
    for (const LockedRelation& locked : locks(plan_.steps[current_])) {
      const auto rows = connection_.execute(
          "SELECT a.pid, a.usename, a.state, pg_catalog.left(a.query, 60) FROM pg_catalog.pg_locks l"
          " JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.relation = pg_catalog.to_regclass($1) AND "
          "l.granted"
          " AND l.pid <> pg_catalog.pg_backend_pid() ORDER BY a.xact_start LIMIT 1",
          {sql::qualified(locked.relation.schema, locked.relation.name)});
      if (rows.rows() == 0) continue;
      out += fmt::format("; {} is held by process {} (user {}, {}): {}", address(locked.relation), rows.value(0, 0),
                         rows.value(0, 1), rows.value(0, 2), rows.value(0, 3));
      break;
    }
    return out;
  }

  [[noreturn]] void fail(const postgres::ServerError& error, int attempt) {
    const std::string what = to_string(plan_.steps[current_].change.id);
    const std::string state = error.sqlstate().empty() ? "" : fmt::format(" (SQLSTATE {})", error.sqlstate());
    if (worth_another_try(error))
      throw Error(Failure::locked,
                  fmt::format("{}: a lock could not be had in {} tries: {}{}", what, attempt, error.message(), state),
                  "nothing of this step's transaction was done; run apply again when the table is less busy");
    std::string hint = fmt::format("the statement was: {}", current_sql_ ? *current_sql_ : "");
    if (!error.detail().empty()) hint += "\n" + error.detail();
    if (!error.hint().empty()) hint += "\n" + error.hint();
    hint += "\nnothing of its transaction was done; running apply again goes on from what the database then holds";
    throw Error(Failure::failed,
                fmt::format("step {} of {}, {}: {}{}", current_ + 1, plan_.steps.size(), what, error.message(), state),
                hint);
  }

  postgres::Connection& connection_;
  const Plan& plan_;
  Progress& progress_;
  std::mt19937 chance_;
  std::size_t current_ = 0;
  std::size_t announced_ = static_cast<std::size_t>(-1);
  const std::string* current_sql_ = nullptr;
};

}  // namespace

Outcome apply_plan(postgres::Connection& connection, const Plan& plan, const Allowance& allowance, Progress& progress) {
  const std::vector<bool> allowed = allowed_steps(plan, allowance);
  Outcome out;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    if (allowed[i])
      ++out.done;
    else
      out.left.push_back(i);
  }
  Run run(connection, plan, progress);
  for (const Unit& unit : units_of(plan, allowed)) run.carry_out(unit);
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
