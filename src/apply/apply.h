// Carrying out a plan: one advisory lock, statements in as few transactions as PostgreSQL allows, locks given up and
// tried again rather than queued for, and a second look at the end that must find nothing left.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/error.h"
#include "plan/plan.h"
#include "postgres/connection.h"

namespace plumb {

// What happens while a plan is carried out, for whoever wants to show it.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void started(std::size_t /*step*/, std::size_t /*of*/, const Step& /*what*/) {}
  virtual void analyzing(const std::string& /*sql*/) {}
  virtual void waiting(const std::string& /*why*/) {}
  // Asked again and again, while it waits too. Throws Interrupted to stop.
  virtual void breathe() {}
};

// How long to try for a lock before giving up.
struct Patience {
  // Above deadlock_timeout, so that autovacuum gives way before plumb does (postgres-facts 2.1).
  std::chrono::milliseconds lock_timeout = std::chrono::seconds(3);
  int tries = 6;
  std::chrono::milliseconds other_apply = std::chrono::seconds(10);
};

// While it lives no other plumb applies to the same database. Polled, never waited for: a waiter would hold a snapshot
// (postgres-facts 2.4).
class ApplyLock {
 public:
  // Throws Error(locked) if it is not free within the time.
  ApplyLock(postgres::Connection& connection, Progress& progress, Patience patience = {});
  ~ApplyLock();
  ApplyLock(const ApplyLock&) = delete;
  ApplyLock& operator=(const ApplyLock&) = delete;

 private:
  postgres::Connection& connection_;
};

struct Outcome {
  std::size_t done = 0;           // steps carried out
  std::vector<std::size_t> left;  // indexes of the steps that the allowance left undone
  std::vector<ObjectId> analyzed;
  std::optional<Error> unanalyzed;  // why others were not: to be thrown once all else is told
};

// Carries out the allowed steps. REQUIRES: an ApplyLock is held. Throws before the first of them where something is in
// the way (obstacles.h); Error(locked) if a lock could not be had after several tries; Error(failed) with the step and the
// object if a statement fails; Interrupted. Then nothing of the transaction that it was in has happened, and the hint says
// what of the plan had been done before.
Outcome apply_plan(postgres::Connection& connection, const Plan& plan, const Allowance& allowance, Progress& progress,
                   Patience patience = {});

// Compares what a second plan finds with what was left. Throws Error(failed) that names what still differs.
void verify_outcome(const Plan& applied, const Outcome& outcome, const Plan& second);

}  // namespace plumb
