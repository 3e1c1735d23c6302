#include "support/golden.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "apply/apply.h"

namespace plumb::testing {
namespace {

// The line of an error that says what a server of another version than the machine's own, or built otherwise, lacks; "" if
// none does.
std::string beyond_the_server(const std::string& error) {
  static const int major = shared_server().connect().version().major();
  static constexpr std::string_view words[] = {"needs PostgreSQL", "can't be loaded", "is not available",
                                               "is not installed", "not supported"};
  if (major == 15) return "";
  std::istringstream lines(error);
  for (std::string line; std::getline(lines, line);)
    for (const std::string_view said : words)
      if (line.find(said) != std::string::npos) return line;
  return "";
}

}  // namespace

Plan bring_to(const std::string& url, const std::string& config_path) {
  postgres::Connection connection(url);
  Progress silent;
  const ApplyLock lock(connection, silent);
  Planned planned = make_plan(connection, config_path, false);
  Allowance everything;
  everything.breaking = true;
  const Outcome outcome = apply_plan(connection, planned.plan, everything, silent);
  const Plan second = make_plan(connection, config_path, false).plan;
  verify_outcome(planned.plan, outcome, second);
  CHECK_FALSE(outcome.unanalyzed.has_value());
  CHECK(second.steps.empty());
  return planned.plan;
}

namespace {

// CREATE STATISTICS s ON b, a FROM t: the server has sorted the columns as they stand in the table.
std::string with_columns_sorted(const std::string& line) {
  const std::size_t on = line.find(" ON "), from = line.rfind(" FROM ");
  if (on == std::string::npos || from == std::string::npos || from < on) return line;
  std::vector<std::string> columns;
  std::istringstream list(line.substr(on + 4, from - on - 4));
  for (std::string column; std::getline(list, column, ',');)
    columns.push_back(column.starts_with(' ') ? column.substr(1) : column);
  std::sort(columns.begin(), columns.end());
  std::string out = line.substr(0, on + 4);
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i ? ", " : "") + columns[i];
  return out + line.substr(from);
}

}  // namespace

std::string column_order_apart(const std::string& dump) {
  std::istringstream in(dump);
  std::string out, line;
  std::vector<std::string> block;
  bool inside = false;
  while (std::getline(in, line)) {
    if (inside && line.starts_with(")")) {
      std::sort(block.begin(), block.end());
      for (const auto& each : block) out += each + "\n";
      block.clear();
      inside = false;
    }
    if (inside) {
      if (line.ends_with(",")) line.pop_back();
      block.push_back(line);
    } else {
      out += (line.starts_with("CREATE STATISTICS ") ? with_columns_sorted(line) : line) + "\n";
    }
    const bool table = line.starts_with("CREATE ") && line.find("TABLE ") != std::string::npos && line.ends_with("(");
    const bool composite = line.starts_with("CREATE TYPE ") && line.ends_with(" AS (");
    inside = inside || table || composite;
  }
  return out;
}

std::string fresh_dump(const std::string& config_path, const std::string& unmanaged_sql,
                       const std::string& before_sql) {
  const TestDatabase fresh;
  if (!before_sql.empty()) fresh.load(before_sql);
  bring_to(fresh.url(), config_path);
  if (!unmanaged_sql.empty()) fresh.load(unmanaged_sql);
  return pg_dump(fresh.url());
}

void run_or_leave_out(const std::string& name, std::string& left_out, const std::function<void()>& run) {
  std::string text;
  try {
    return run();
  } catch (const Error& error) {
    text = std::string(error.what()) + "\n" + error.hint();
    for (const auto& d : error.diagnostics())
      text += "\n" + d.where.file + ":" + std::to_string(d.where.line) + ": " + d.message;
  } catch (const std::runtime_error& error) {
    text = error.what();
  }
  const std::string lacks = beyond_the_server(text);
  if (lacks.empty())
    FAIL_CHECK(text);
  else
    left_out += "\n  " + name + ": " + lacks;
}

void tell_left_out(const std::string& left_out) {
  if (!left_out.empty()) MESSAGE("left out, for this server lacks it:", left_out);
}

}  // namespace plumb::testing
