// From one random declaration to another and back: after each way the dump is that of a database made from the declaration
// alone, and a second plan is empty. A few pairs in each run; PLUMB_LONG=1 takes 500, PLUMB_SEED=n one pair, PLUMB_PAIRS=n
// so many. A pair that fails is left in the folder that is printed, to become a golden case.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "corpus/dump.h"
#include "model/error.h"
#include "property/generator.h"
#include "support/golden.h"

namespace {

using namespace plumb;
using namespace plumb::testing;

std::uint64_t variable(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

std::vector<DumpEntry> dump_of(const TestDatabase& database) {
  return entries_of(titled_pg_dump(database.url()), true);
}

std::vector<DumpEntry> fresh(const std::string& config) {
  const TestDatabase database;
  bring_to(database.url(), config);
  return dump_of(database);
}

std::string explained(const Error& error) {
  std::string out = std::string(error.what()) + "\n" + error.hint();
  for (const auto& d : error.diagnostics()) out += fmt::format("\n{}:{}: {}", d.where.file, d.where.line, d.message);
  return out;
}

// What went wrong on the way from one to the other; empty: nothing.
std::string try_pair(const std::string& a, const std::string& b) {
  try {
    const TestDatabase database;
    const auto fresh_a = fresh(a), fresh_b = fresh(b);
    for (const auto& [config, should] : {std::pair(a, fresh_a), std::pair(b, fresh_b), std::pair(a, fresh_a)}) {
      bring_to(database.url(), config);
      const DumpDifference difference = compare(should, dump_of(database));
      if (!difference.empty())
        return "the dump is not that of a fresh database made from " + config + "\n" + difference.details();
    }
    return {};
  } catch (const Error& error) {
    return explained(error);
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("random declarations: from one to the other and back") {
  const std::uint64_t one = variable("PLUMB_SEED", 0);
  const std::uint64_t pairs = one ? 1 : variable("PLUMB_PAIRS", std::getenv("PLUMB_LONG") ? 500 : 50);
  for (std::uint64_t seed = one ? one : 1; pairs > 0 && seed < (one ? one : 1) + pairs; ++seed) {
    CAPTURE(seed);
    Generator generator(seed);
    const Sample a = generator.sample(10 + seed % 50);
    const Sample b = generator.edited(a, 3 + seed % 17);
    const std::string folder = fmt::format("/tmp/plumb-property-{}-{}", getpid(), seed);
    write_file(folder + "/a.yaml", to_yaml(a));
    write_file(folder + "/b.yaml", to_yaml(b));
    const std::string failure = try_pair(folder + "/a.yaml", folder + "/b.yaml");
    CHECK_MESSAGE(failure.empty(), failure, "\nkept in ", folder, "; again with PLUMB_SEED=", seed);
    if (failure.empty()) std::filesystem::remove_all(folder);
  }
}

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int result = context.run();
  stop_shared_server();
  return result;
}
