#include <CLI/CLI.hpp>

#include "cli/console.h"
#include "cli/globals.h"
#include "yaml/json_schema.h"

namespace plumb::cli {

namespace {

constexpr const char* help =
    R"(Prints the JSON Schema of the declaration. Editors with a YAML language server complete and
check by it; `plumb init` and `plumb import` put it where they look.

Usage: plumb schema

Example:
  plumb schema > plumb.schema.json      and as the first line of a YAML file:
  # yaml-language-server: $schema=plumb.schema.json
)";

ExitCode schema(const Globals& globals) {
  globals.format_among({Format::text, Format::json}, "schema");
  print(yaml::json_schema());
  return ExitCode::done;
}

}  // namespace

void add_schema(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("schema")->footer(help);
  command->callback([&action] { action = schema; });
}

}  // namespace plumb::cli
