// Where the values of partition bounds stand among each other, and which bounds leave room to each other. Only what is sure
// without a server: constants whose order does not depend on types of others, collations or time zones.
// PostgreSQL source: partitioning/partbounds.c.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kinds/kinds.h"
#include "sql/definition.h"

namespace plumb {

// 'text' or a number, without its quotes; none: no plain constant.
std::optional<std::string> bound_constant(const std::string& value);

// A value of a bound whose place among others of the same form is known.
struct BoundPlace {
  int side = 0;      // -1: minvalue, 1: maxvalue
  std::string form;  // empty: not known
  long long number = 0;
  std::string time;
};
BoundPlace place_of(const std::string& value, const Type& type);

// Negative, zero or positive; none where that is not known (partition_rbound_cmp).
std::optional<int> compared(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            const std::vector<Type>& types);

// Is there a row with the one remainder and the other?
bool remainders_meet(const sql::PartitionBoundDefinition& a, const sql::PartitionBoundDefinition& b);

// The types of what a table is partitioned by; no type where its order is not known.
std::vector<Type> key_types(const Table& partitioned, const Database& database);

// May there be a row of a table that two of its partitions take, each at its time? False only where that is sure. A default
// partition shares with no other bound: it gives up by itself what another takes.
bool may_share_rows(const sql::PartitionBoundDefinition& a, const sql::PartitionBoundDefinition& b,
                    const std::vector<Type>& types);

}  // namespace plumb
