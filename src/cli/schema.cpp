#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/console.h"
#include "cli/files.h"
#include "cli/globals.h"
#include "yaml/json_schema.h"
#include "yaml/reference.h"
#include "yaml/source.h"

namespace plumb::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* schema_help =
    R"(Prints the JSON Schema of the declaration. Editors with a YAML language server complete and
check by it; `plumb init` and `plumb import` put it where they look.

Usage: plumb schema [--reference DIR]

  --reference DIR     instead, write the reference of the declaration into DIR, a page of Markdown
                      for each kind of object: where it stands, its keys, their types and defaults.
                      What people wrote in pages that are there already stays as it is

Example:
  plumb schema > plumb.schema.json      and as the first line of a YAML file:
  # yaml-language-server: $schema=plumb.schema.json
)";

ExitCode schema(const Globals& globals) {
  globals.format_among({Format::text, Format::json}, "schema");
  print(yaml::json_schema());
  return ExitCode::done;
}

ExitCode reference(const std::string& folder, const Globals& globals) {
  globals.format_among({Format::text, Format::markdown}, "schema --reference");
  const auto path = [&folder](const std::string& name) {
    return (fs::path(folder) / name).lexically_normal().string();
  };
  const auto text = [&path](const std::string& name) {
    std::error_code error;
    return fs::exists(path(name), error) ? yaml::read_text(path(name)) : std::string();
  };
  for (const auto& [name, page] : yaml::reference_pages(text))
    if (page != text(name)) {
      write_file_in(folder, name, page);
      print(path(name) + "\n");
    }
  return ExitCode::done;
}

}  // namespace

void add_schema(CLI::App& app, Action& action) {
  const auto folder = std::make_shared<std::optional<std::string>>();
  CLI::App* command = app.add_subcommand("schema")->footer(schema_help);
  command->add_option("--reference", *folder);
  command->callback([&action, folder] {
    action = [folder](const Globals& globals) { return *folder ? reference(**folder, globals) : schema(globals); };
  });
}

}  // namespace plumb::cli
