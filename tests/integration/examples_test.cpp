// Every folder of examples/: its live.sql is brought to its declaration on a real server. No row may change, the second
// plan must be empty, the dump that of a fresh creation; and what import writes must create the same database anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <vector>

#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;
namespace fs = std::filesystem;

std::vector<fs::path> examples() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(PLUMB_SOURCE_DIR "/examples"))
    if (fs::exists(entry.path() / "live.sql")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void for_each_example(std::string& left_out, const std::function<void(const fs::path&)>& run) {
  for (const auto& folder : examples()) {
    const std::string name = folder.filename().string();
    CAPTURE(name);
    run_or_leave_out(name, left_out, [&] { run(folder); });
  }
  tell_left_out(left_out);
}

// Per column "schema.table.column type": how many rows, and a sum over the hashes of their values, whatever their order.
std::map<std::string, std::string> content(const TestDatabase& database) {
  auto connection = database.connect();
  const auto columns = connection.execute(
      "SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
      " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
      " WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^pg_|^information_schema$'"
      " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND "
      "d.deptype = 'e')");
  std::map<std::string, std::string> out;
  for (int row = 0; row < columns.rows(); ++row) {
    const auto quoted = [&](int i) { return connection.quote_identifier(columns.value(row, i)); };
    const std::string table = quoted(0) + "." + quoted(1);
    const auto sum = connection.execute("SELECT count(*), coalesce(sum(hashtextextended(" + quoted(2) +
                                        "::text, 0)::numeric), 0) FROM " + table);
    out[table + "." + quoted(2) + " " + std::string(columns.value(row, 3))] =
        std::string(sum.value(0, 0)) + " " + std::string(sum.value(0, 1));
  }
  return out;
}

}  // namespace

TEST_CASE("examples: live.sql comes to its declaration, and no row changes") {
  std::size_t total = 0;
  std::string left_out;
  for_each_example(left_out, [&total](const fs::path& folder) {
    const TestDatabase database;
    database.load((folder / "live.sql").string());
    const auto before = content(database);
    const std::string config = (folder / "plumb.yaml").string();
    const Plan plan = bring_to(database.url(), config);
    CHECK_FALSE(plan.steps.empty());
    const auto after = content(database);
    std::size_t compared = 0;
    for (const auto& [column, sum] : before) {
      const auto now = after.find(column);
      if (now == after.end()) continue;  // renamed, retyped or dropped
      ++compared;
      CHECK_MESSAGE(now->second == sum, column);
    }
    total += compared;
    CHECK_EQ(column_order_apart(pg_dump(database.url())), column_order_apart(fresh_dump(config)));
  });
  if (left_out.empty()) CHECK_GT(total, 100);  // most columns keep name and type
}

TEST_CASE("examples: import, create, dump: the same database") {
  std::string left_out;
  for_each_example(left_out, [](const fs::path& folder) {
    for (const bool brought : {false, true}) {
      const TestDatabase database;
      database.load((folder / "live.sql").string());
      if (brought) bring_to(database.url(), (folder / "plumb.yaml").string());
      const TemporaryDirectory imported;
      const auto import = run_plumb({"--db", database.url(), "import", "--out", imported.path()});
      CHECK_MESSAGE(import.exit_code == 0, import.err);
      const std::string config = imported.path() + "/plumb.yaml";
      const auto plan = run_plumb({"--db", database.url(), "--config", config, "apply", "--check"});
      CHECK_MESSAGE(plan.exit_code == 0, plan.out, plan.err);
      CHECK_EQ(pg_dump(database.url()), fresh_dump(config));
    }
  });
}
