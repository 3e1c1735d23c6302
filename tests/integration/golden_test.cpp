// Every folder tests/golden/TOPIC/CASE: live.sql is the database as it is, wanted.yaml the declaration. The plan as text
// and as SQL must be what the folder says; carried out on the server it must leave nothing, and the same dump as a database
// created from the declaration alone. PLUMB_UPDATE_GOLDEN=1 writes plan.txt and plan.sql anew; PLUMB_GOLDEN=topic/case
// runs those whose path contains it, PLUMB_GOLDEN_SHARE=1/2 the first of two shares. Two more files may be there: unmanaged.sql, what live.sql makes beside and plumb does
// not manage yet, made on the fresh database too, so that the dump shows whether it is still there; refused.txt, what the
// server says where such an object stands in the way: then apply must fail with it and leave everything as it was; without
// a plan.txt, planning itself must. Where PostgreSQL has no way, error.txt holds what plan says, and there is no plan. before.sql
// makes what the declaration needs and plumb does not manage, on both sides. since.txt is the major version that a case takes:
// left out on older servers, its texts are compared on that one.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

#include "plan/render.h"
#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;
namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  const char* only = std::getenv("PLUMB_GOLDEN");
  for (const auto& topic : fs::directory_iterator(PLUMB_SOURCE_DIR "/tests/golden"))
    if (topic.is_directory())
      for (const auto& each : fs::directory_iterator(topic.path()))
        if (fs::exists(each.path() / "wanted.yaml") && (!only || each.path().string().find(only) != std::string::npos))
          out.push_back(each.path());
  std::sort(out.begin(), out.end());
  if (const char* share = std::getenv("PLUMB_GOLDEN_SHARE")) {
    std::size_t which = 0, of = 0, n = 0;
    REQUIRE(std::sscanf(share, "%zu/%zu", &which, &of) == 2);
    REQUIRE((which >= 1 && which <= of));
    std::erase_if(out, [&](const fs::path&) { return n++ % of != which - 1; });
  }
  return out;
}

void compare_or_update(const fs::path& file, const std::string& is) {
  const bool update = std::getenv("PLUMB_UPDATE_GOLDEN") != nullptr;
  if (update) write_file(file.string(), is);
  CHECK_MESSAGE(fs::exists(file), file.string(), " is missing: run with PLUMB_UPDATE_GOLDEN=1 and read what it writes");
  if (fs::exists(file)) CHECK_EQ(read_file(file.string()), is);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// Without what differs from run to run, and from machine to machine.
std::string nameless(const std::string& text, const TestDatabase& database, const fs::path& folder) {
  return replaced(replaced(text, " " + database.name() + " ", " golden "), folder.string() + "/", "");
}

std::string without_line_feed(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

void expect_error(const fs::path& folder, const TestDatabase& database, const std::string& config) {
  auto connection = database.connect();
  std::string said = "nothing: there is a plan";
  try {
    make_plan(connection, config, false);
  } catch (const Error& error) {
    said = error.what();
    for (const auto& d : error.diagnostics())
      said += fmt::format("\n{}:{}: {}", d.where.line, d.where.column, d.message);
  }
  const std::string file = (folder / "error.txt").string();
  if (std::getenv("PLUMB_UPDATE_GOLDEN")) write_file(file, said + "\n");
  CHECK_EQ(said, without_line_feed(read_file(file)));
}

void expect_refusal(const fs::path& folder, const TestDatabase& database, const std::string& config) {
  const std::string before = pg_dump(database.url());
  const std::string expected = without_line_feed(read_file((folder / "refused.txt").string()));
  std::string said = "nothing: it was carried out";
  try {
    bring_to(database.url(), config);
  } catch (const Error& error) {
    said = error.what();
    for (const auto& d : error.diagnostics())
      said += fmt::format("\n{}:{}: {}", d.where.line, d.where.column, d.message);
  }
  CHECK_MESSAGE(said.find(expected) != std::string::npos, "expected ", expected, ", but apply said ", said);
  CHECK_EQ(pg_dump(database.url()), before);
}

int since(const fs::path& folder) {
  const fs::path file = folder / "since.txt";
  return fs::exists(file) ? std::stoi(read_file(file.string())) : 0;
}

// The texts name the minor version that they were made on; a server may be newer.
ServerVersion version_in_texts(int major) {
  static const std::map<int, int> minors = {{15, 20}, {17, 10}, {18, 4}};
  return {major * 10000 + minors.at(major)};
}

void run_case(const fs::path& folder) {
  const TestDatabase database;
  if (fs::exists(folder / "before.sql")) database.load((folder / "before.sql").string());
  if (fs::exists(folder / "live.sql")) database.load((folder / "live.sql").string());
  const std::string config = (folder / "wanted.yaml").string();
  if (fs::exists(folder / "error.txt")) return expect_error(folder, database, config);
  Plan plan;
  const bool refused = fs::exists(folder / "refused.txt");
  if (!refused || fs::exists(folder / "plan.txt")) {
    auto connection = database.connect();
    plan = make_plan(connection, config, false).plan;
    plan.database = "golden";
    // What is printed differs from version to version; texts are compared on one only.
    if (const int major = connection.version().major(); major == std::max(15, since(folder))) {
      plan.server = version_in_texts(major);
      compare_or_update(folder / "plan.txt", nameless(render_text(plan, {}), database, folder));
      compare_or_update(folder / "plan.sql", nameless(render_sql(plan, {}), database, folder));
    }
  }
  if (refused) return expect_refusal(folder, database, config);
  bring_to(database.url(), config);
  const fs::path unmanaged = folder / "unmanaged.sql", before = folder / "before.sql";
  CHECK_EQ(column_order_apart(pg_dump(database.url())),
           column_order_apart(fresh_dump(config, fs::exists(unmanaged) ? unmanaged.string() : "",
                                         fs::exists(before) ? before.string() : "")));
}

}  // namespace

TEST_CASE("golden") {
  const auto all = cases();
  REQUIRE_FALSE(all.empty());
  std::string left_out;
  for (const auto& folder : all) {
    const std::string name = folder.parent_path().filename().string() + "/" + folder.filename().string();
    CAPTURE(name);
    if (shared_server().version().major() < since(folder))
      left_out += "\n  " + name + ": it takes PostgreSQL " + std::to_string(since(folder));
    else
      run_or_leave_out(name, left_out, [&] { run_case(folder); });
  }
  tell_left_out(left_out);
}
