// What every test does that brings a database to a declaration: plan, apply, look again, and compare with a database made
// from the declaration alone.
#pragma once

#include <functional>
#include <string>

#include "apply/planning.h"
#include "plan/plan.h"
#include "support/server.h"

namespace plumb::testing {

// Plans and applies with everything allowed; the second plan must be empty. Returns the first plan.
Plan bring_to(const std::string& url, const std::string& config_path);

// The dump with the lines inside each CREATE TABLE sorted, and the columns of statistics: those that were added later stand
// elsewhere.
std::string column_order_apart(const std::string& dump);

// The dump of a database that was created from the declaration alone, and from scripts of what plumb does not manage, run
// after it and before it.
std::string fresh_dump(const std::string& config_path, const std::string& unmanaged_sql = {},
                       const std::string& before_sql = {});

// Runs what may take a newer server than this one, or an extension that it hasn't got: then it is left out, and a line of
// left_out says why. Any other error is a failure.
void run_or_leave_out(const std::string& name, std::string& left_out, const std::function<void()>& run);

// Says what was left out, if anything was.
void tell_left_out(const std::string& left_out);

}  // namespace plumb::testing
