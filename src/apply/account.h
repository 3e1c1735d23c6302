// What has come of a plan so far: which steps are done for good, which are not, and which may be either. Told where it
// ends early, so that no one must guess what the database holds. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/plan.h"

namespace plumb {

struct PlannedStatement {
  std::size_t step;
  const Statement* statement;
};

class Account {
 public:
  // REQUIRES: the plan outlives it.
  Account(const Plan& plan, std::vector<bool> allowed)
      : plan_(plan), allowed_(std::move(allowed)), done_(plan.steps.size()) {}

  // From commits() until the next call of another the server may or may not have made these permanent.
  void commits(const std::vector<PlannedStatement>& statements) { in_doubt_ = statements; }
  void committed();
  void rolled_back() { in_doubt_.clear(); }

  // How many steps may be carried out.
  std::size_t allowed() const;

  // Lines without a line feed at the end: "nothing was done …", or what is done, in doubt and not done; what to do.
  std::string text() const;

 private:
  bool is_done(std::size_t step) const;

  const Plan& plan_;
  const std::vector<bool> allowed_;
  std::vector<std::size_t> done_;  // statements of each step
  std::vector<PlannedStatement> in_doubt_;
};

// A statement that failed: the line at the position with a caret (in characters, from 1; 0: not known), else all of it, as
// far as it is not too long.
std::string shown_statement(std::string_view sql, int position);

}  // namespace plumb
