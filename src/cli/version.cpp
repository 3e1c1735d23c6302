#include <CLI/CLI.hpp>

#include "cli/console.h"
#include "cli/globals.h"

namespace plumb::cli {

namespace {

constexpr const char* version_help = R"(Prints the version of plumb.

Usage: plumb version [--format json]
)";

ExitCode version(const Globals& globals) {
  const bool json = globals.format_among({Format::text, Format::json}, "version") == Format::json;
  print(json ? "{\"plumb\": \"" PLUMB_VERSION "\"}\n" : program_version() + "\n");
  return ExitCode::done;
}

}  // namespace

std::string program_version() { return "plumb " PLUMB_VERSION; }

void add_version(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("version")->footer(version_help);
  command->callback([&action] { action = version; });
}

}  // namespace plumb::cli
