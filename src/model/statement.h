// What is executed: SQL with all that a reviewer and `apply` must know of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/id.h"

namespace plumb {

// PostgreSQL's table-level locks, weakest first (documentation 13.3.1).
enum class Lock {
  none,
  access_share,
  row_share,
  row_exclusive,
  share_update_exclusive,
  share,
  share_row_exclusive,
  exclusive,
  access_exclusive,
};
std::string_view to_string(Lock lock);  // "ACCESS EXCLUSIVE", "" for none

// The named dangers; their spelling is that of the command line (--allow destroys-data).
enum class HazardKind {
  destroys_data,
  rewrites_table,
  blocks_reads,
  blocks_writes,
  may_fail_on_data,
  breaks_clients,
};
std::string_view to_string(HazardKind kind);

struct Hazard {
  HazardKind kind;
  std::string reason;  // a sentence without a full stop: what happens, to whom
  bool operator==(const Hazard&) const = default;
};

// A relation on which a statement takes a lock.
struct LockedRelation {
  ObjectId relation;
  Lock lock = Lock::none;
  bool operator==(const LockedRelation&) const = default;
};

// A value in a statement that must never be printed.
struct Secret {
  std::string literal;  // as it stands in the SQL
  std::string value;
  bool operator==(const Secret&) const = default;
};

struct Statement {
  std::string sql;  // one statement, no final semicolon; to be shown: shown()
  std::vector<LockedRelation> locks;
  std::vector<Hazard> hazards;
  bool transactional = true;  // false: can't run inside a transaction block, or its effect can't be used inside it
  std::vector<Secret> secrets = {};
  bool redacted = false;                  // read from a plan file, which holds no secrets: can't be run as it is
  std::vector<ObjectId> unanalyzed = {};  // tables of which the planner lacks statistics after it
};
using Statements = std::vector<Statement>;

// What stands in the place of a secret; as SQL it is an error, so that nothing is run with it by mistake.
inline constexpr std::string_view redacted_mark = "<redacted>";

// The SQL of a statement as it may be printed, and what the server says of it.
std::string shown(const Statement& statement);
std::string without_secrets(const Statement& statement, std::string text);

}  // namespace plumb
