// Dumps as sets of entries, so that what has no order does not matter, and how two of them differ.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumb::testing {

// One "-- Name: …; Type: …; Schema: …" of pg_dump with the statements below it. Of a name there may be several.
struct DumpEntry {
  std::string type;     // "TABLE", "FK CONSTRAINT"
  std::string address;  // "public.users", as pg_dump says it
  std::string text;
  auto operator<=>(const DumpEntry&) const = default;
};

// Sorted. Lines inside CREATE TABLE are sorted too where `column_order_apart`: columns added later stand elsewhere.
std::vector<DumpEntry> entries_of(const std::string& dump, bool column_order_apart);

struct DumpDifference {
  std::map<std::string, int> by_type;                            // how many entries of which type differ
  std::vector<std::pair<std::string, std::string>> left, right;  // title and text of those on one side only
  bool empty() const { return by_type.empty(); }
  std::string summary() const;                       // "2 FUNCTION, 1 TABLE", or "none"
  std::string details(std::size_t most = 20) const;  // with texts, for a person
};

DumpDifference compare(const std::vector<DumpEntry>& left, const std::vector<DumpEntry>& right);

}  // namespace plumb::testing
