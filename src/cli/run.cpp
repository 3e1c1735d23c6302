#include "cli/run.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/console.h"
#include "cli/globals.h"
#include "cli/interrupt.h"
#include "kinds/nearest.h"
#include "model/error.h"

namespace plumb::cli {

namespace {

constexpr const char* general_help =
    R"(plumb keeps PostgreSQL databases true to a declaration in YAML.

Usage: plumb [--config FILE] [--db DATABASE] [--format FORMAT] COMMAND …

A first time:
  init [DIR]          write a first declaration that works
  import              write a live database as a declaration
Every day:
  validate [PATH…]    check the declaration, without a database
  plan                show what differs, and the steps that would end it
  apply [PLAN]        carry the steps out; --check only tells, by its exit code
Besides:
  schema              print the JSON Schema of the declaration, for editors, or write its
                      reference
  version             print the version of plumb

Options, before or after the command:
  --config FILE       the declaration's root (plumb.yaml)
  --db DATABASE       what libpq takes: postgresql://user@host/name, or host=… dbname=…;
                      embedded: or embedded:DIR, a private server that plumb starts and
                      stops. Left out: PLUMB_DB, then PG* variables, then what the
                      declaration says
  --format FORMAT     text, sql, json or markdown
  -h, --help          this help; plumb COMMAND --help tells more
  --version           the version of plumb

Exit codes:
  0  in sync, or done             4  the declaration is invalid
  1  failed                       5  the database changed since the plan was made
  2  additive changes pending     6  locked: another apply, or a busy table
  3  breaking changes pending    64  wrong usage
)";

// Help is written by hand, each command's beside its options.
class HelpText : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return app->get_footer();
  }
};

const std::vector<std::pair<std::string, Format>> formats = {
    {"text", Format::text}, {"sql", Format::sql}, {"json", Format::json}, {"markdown", Format::markdown}};

void read_format(const std::string& word, Globals& globals) {
  globals.unknown_format = word;
  for (const auto& [name, format] : formats)
    if (name == word) globals.format = format, globals.unknown_format.clear();
}

std::vector<std::string> names_of(const std::vector<Format>& offered) {
  std::vector<std::string> out;
  for (const auto& [name, format] : formats)
    if (std::find(offered.begin(), offered.end(), format) != offered.end()) out.push_back(name);
  return out;
}

[[noreturn]] void no_format(const std::string& word, const std::vector<std::string>& names) {
  throw Error(Failure::usage, fmt::format("--format: \"{}\" is no format", word),
              did_you_mean(word, names, fmt::format("it takes {}", fmt::join(names, ", "))));
}

void add_globals(CLI::App& app, Globals& globals) {
  app.add_option("--config", globals.config)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--db", globals.db)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option_function<std::string>("--format", [&globals](const std::string& word) { read_format(word, globals); })
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    out.push_back(command->get_name());
  return out;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> out;
  const auto add = [&out](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options())
      for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  };
  add(app);
  for (const CLI::App* command : app.get_subcommands()) add(*command);
  return out;
}

// What other programs call it.
std::string option_meant(const std::string& name, const std::vector<std::string>& known) {
  static constexpr std::pair<std::string_view, std::string_view> other_words[] = {
      {"-d", "--db"},           {"--database", "--db"}, {"--dsn", "--db"},      {"--url", "--db"},
      {"-c", "--config"},       {"-f", "--config"},     {"--file", "--config"}, {"--fmt", "--format"},
      {"--dry-run", "--check"}, {"--output", "--out"},  {"-o", "--out"},        {"-y", "--yes"},
  };
  for (const auto& [other, ours] : other_words)
    if (name == other && std::find(known.begin(), known.end(), ours) != known.end()) return std::string(ours);
  return nearest(name, known);
}

// CLI11 knows that a word is wrong; what was meant it does not say.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const std::string see =
      chosen.empty() ? "see plumb --help" : fmt::format("see plumb {} --help", chosen[0]->get_name());
  if (const auto* missing = dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    const std::string_view text = missing->what();
    return Error(Failure::usage, fmt::format("{} needs a value", text.substr(0, text.find(':'))), see);
  }
  for (const std::string& word : app.remaining(true)) {
    if (word.starts_with('-')) {
      const std::string name = word.substr(0, word.find('='));
      const std::string meant = option_meant(name, option_names(app));
      return Error(Failure::usage, fmt::format("there is no option {}", name),
                   meant.empty() ? see : fmt::format("did you mean {}?", meant));
    }
    if (chosen.empty())
      return Error(Failure::usage, fmt::format("there is no command {}", word),
                   did_you_mean(word, command_names(app), see));
    return Error(Failure::usage, fmt::format("{} takes no \"{}\"", chosen[0]->get_name(), word), see);
  }
  return Error(Failure::usage, error.what(), see);
}

// Throws Error(usage). No action: help or the version was asked for, and has been printed.
Action read_command_line(int argc, char** argv, Globals& globals) {
  CLI::App app;
  Action action;
  app.formatter(std::make_shared<HelpText>());
  app.footer(general_help);
  app.fallthrough();
  app.require_subcommand(0, 1);
  add_globals(app, globals);
  app.set_version_flag("--version", program_version());
  for (const auto add : {add_init, add_validate, add_import, add_plan, add_apply, add_schema, add_version})
    add(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    print(chosen.empty() ? app.help() : chosen[0]->help());
    return {};
  } catch (const CLI::CallForVersion&) {
    print(program_version() + "\n");
    return {};
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  if (!action) {
    std::fputs(general_help, stderr);
    throw Error(Failure::usage, "no command was given");
  }
  return action;
}

}  // namespace

const std::string& Globals::declaration() const {
  if (std::error_code error; !std::filesystem::exists(config, error))
    throw Error(Failure::usage, fmt::format("there is no {}", config.empty() ? "file without a name" : config),
                "--config names the declaration's root; plumb init writes a first one, plumb import one of a database");
  return config;
}

Format Globals::format_among(const std::vector<Format>& offered, const std::string& command) const {
  const auto names = names_of(offered);
  if (!unknown_format.empty()) no_format(unknown_format, names);
  const Format wanted = format.value_or(Format::text);
  if (std::find(offered.begin(), offered.end(), wanted) != offered.end()) return wanted;
  throw Error(Failure::usage, fmt::format("{} has no such --format", command),
              fmt::format("it has {}", fmt::join(names, ", ")));
}

int run(int argc, char** argv) {
  ExitCode code = ExitCode::done;
  try {
    watch_for_interrupts();
    Globals globals;
    if (const Action action = read_command_line(argc, argv, globals)) code = action(globals);
  } catch (const std::exception& error) {
    code = report(error);
  }
  return static_cast<int>(code);
}

}  // namespace plumb::cli
