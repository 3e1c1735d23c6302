#include "postgres/programs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "postgres/process.h"
#include "postgres/supported.h"

namespace plumb::postgres {
namespace {

namespace fs = std::filesystem;

bool has_programs(const std::string& directory) {
  return access((directory + "/postgres").c_str(), X_OK) == 0 && access((directory + "/initdb").c_str(), X_OK) == 0;
}

int number_at(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", "postgres (PostgreSQL) 18beta1"
ServerVersion parse_version(std::string_view text) {
  const std::size_t start = text.find(") ");
  if (start == std::string_view::npos) return {0};
  std::string_view rest = text.substr(start + 2);
  const int major = number_at(rest);
  rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
  const int minor = rest.starts_with('.') ? number_at(rest.substr(1)) : 0;
  return {major * 10000 + minor};
}

ServerPrograms programs_in(const std::string& directory) {
  ServerPrograms programs;
  programs.bin_dir = directory;
  programs.version_text = run_program({programs.path("postgres"), "--version"}).out;
  while (!programs.version_text.empty() && programs.version_text.back() == '\n') programs.version_text.pop_back();
  programs.version = parse_version(programs.version_text);
  return programs;
}

void check(const ServerPrograms& programs, int major) {
  if (const std::string why = refusal(programs.version, " in " + programs.bin_dir); !why.empty()) {
    throw Error(Failure::failed, why, "set PLUMB_PG_BIN to the directory of newer ones");
  }
  if (major != 0 && programs.version.major() != major) {
    throw Error(Failure::failed, fmt::format("PostgreSQL {} is needed, but {} holds PostgreSQL {}", major,
                                             programs.bin_dir, programs.version.major()));
  }
}

// The version in a path such as /usr/lib/postgresql/15/bin or /usr/pgsql-15/bin; 0 if there is none.
int version_in_path(const fs::path& bin_dir) {
  const std::string name = bin_dir.parent_path().filename().string();
  const std::size_t digit = name.find_first_of("0123456789");
  return digit == std::string::npos ? 0 : number_at(std::string_view(name).substr(digit));
}

std::vector<std::string> usual_places() {
  std::vector<std::string> places;
  const auto collect = [&](const char* parent, std::string_view prefix) {
    std::error_code none;
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(parent, none)) {
      if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path() / "bin");
    }
    std::ranges::sort(found, [](const fs::path& a, const fs::path& b) {
      return std::pair(version_in_path(a), a) > std::pair(version_in_path(b), b);
    });
    for (const fs::path& path : found) places.push_back(path.string());
  };
  collect("/usr/lib/postgresql", "");     // Debian, Ubuntu
  collect("/usr", "pgsql-");              // the PostgreSQL project's RPMs
  collect("/usr/libexec", "postgresql");  // Alpine
  places.emplace_back("/usr/local/pgsql/bin");
  places.emplace_back("/usr/local/bin");
  places.emplace_back("/usr/bin");
  collect("/opt", "p");  // /opt/postgresql-16, /opt/pgsql, …
  return places;
}

std::optional<std::string> place_of_pg_config() {
  try {
    const ProgramResult result = run_program({"pg_config", "--bindir"});
    if (result.exit_code == 0) return result.out.substr(0, result.out.find('\n'));
  } catch (const Error&) {
    // It belongs to the development files; most machines don't have it.
  }
  return std::nullopt;
}

}  // namespace

ServerPrograms find_server_programs(const std::string& bin_dir, int major) {
  const char* const variable = std::getenv("PLUMB_PG_BIN");
  const std::string given = !bin_dir.empty() ? bin_dir : variable ? variable : "";
  if (!given.empty()) {
    if (!has_programs(given)) {
      throw Error(Failure::failed,
                  fmt::format("there are no PostgreSQL server programs in {}{}", given,
                              bin_dir.empty() ? ", where PLUMB_PG_BIN points" : ""),
                  "it must be the directory that holds postgres and initdb");
    }
    ServerPrograms programs = programs_in(given);
    check(programs, major);
    return programs;
  }
  // Asked only while nothing better is known: each question runs a program.
  std::vector<std::string> found;
  const auto good = [&](const std::string& place) -> std::optional<ServerPrograms> {
    if (!has_programs(place)) return std::nullopt;
    ServerPrograms programs = programs_in(place);
    found.push_back(fmt::format("{} in {}", programs.version.major(), place));
    const bool fits = major == 0 ? refusal(programs.version).empty() : programs.version.major() == major;
    return fits ? std::optional(programs) : std::nullopt;
  };
  if (const auto place = place_of_pg_config()) {
    if (auto programs = good(*place)) return *programs;
  }
  for (const std::string& place : usual_places()) {
    if (auto programs = good(place)) return *programs;
  }
  const std::string wanted = major == 0 ? "" : fmt::format(" {}", major);
  throw Error(
      Failure::failed,
      fmt::format("PostgreSQL{}'s server programs (postgres, initdb) were not found on this machine{}", wanted,
                  found.empty() ? "" : fmt::format("; there is PostgreSQL {}", fmt::join(found, ", "))),
      fmt::format("install them (Debian, Ubuntu: apt install postgresql{}), or set PLUMB_PG_BIN to the directory "
                  "that holds them",
                  major == 0 ? "" : fmt::format("-{}", major)));
}

}  // namespace plumb::postgres
