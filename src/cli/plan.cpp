#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/console.h"
#include "cli/files.h"
#include "cli/globals.h"
#include "cli/kept.h"
#include "cli/output.h"
#include "cli/target.h"

namespace plumb::cli {

namespace {

constexpr const char* plan_help =
    R"(Shows what differs between the declaration and the database, and the steps that would end it:
first what is additive, then what breaks, each with its hazards, locks and how it is undone.
Changes nothing. Exits with 0 whenever a plan could be made; for a gate see `plumb apply --check`.

Usage: plumb plan [--out FILE]…

  --out FILE          write the plan to FILE too, for review and for `plumb apply FILE`: JSON,
                      or as its suffix says (.sql, .md, .txt); may be given several times
  --format FORMAT     text (the default), sql: a script for psql, json: complete and stable,
                      markdown: for a comment on a pull request

Examples:
  plumb plan
  plumb plan --out plan.json && plumb apply plan.json
  plumb plan --format markdown | gh pr comment --body-file -
)";

// By the file's suffix, else as --format says, else what `apply` reads.
Format format_of(const std::string& path, const std::optional<Format>& asked) {
  const std::string suffix = std::filesystem::path(path).extension().string();
  if (suffix == ".json") return Format::json;
  if (suffix == ".sql") return Format::sql;
  if (suffix == ".md" || suffix == ".markdown") return Format::markdown;
  if (suffix == ".txt") return Format::text;
  return asked.value_or(Format::json);
}

ExitCode plan(const std::vector<std::string>& files, const Globals& globals) {
  globals.format_among(every_format, "plan");
  // What a file holds in the form that was asked for needs no second printing.
  bool print_it = true, fingerprints = globals.format == Format::json;
  for (const std::string& file : files) {
    const Format format = format_of(file, globals.format);
    print_it = print_it && format != globals.format;
    fingerprints = fingerprints || format == Format::json;
  }

  globals.declaration();  // told before a server is asked
  Target target(globals);
  const Planned& planned = kept(make_plan(target.connection(), globals.declaration(), fingerprints));
  stop_if_interrupted();

  const yaml::Config& config = planned.declaration.config;
  const auto as = [&](Format format, bool colour) {
    return rendered(planned.plan, format, allowance({}, config), config.version, colour);
  };
  for (const std::string& file : files) write_file(file, as(format_of(file, globals.format), false));
  if (print_it) print(as(globals.format.value_or(Format::text), colours_output()));
  return ExitCode::done;
}

}  // namespace

void add_plan(CLI::App& app, Action& action) {
  const auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("plan")->footer(plan_help);
  command->add_option("--out", *files)->allow_extra_args(false);
  command->callback([&action, files] { action = [files](const Globals& globals) { return plan(*files, globals); }; });
}

}  // namespace plumb::cli
