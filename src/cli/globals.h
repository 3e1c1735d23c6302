// The options that every command takes, before or after its name, and what a command is to the command line.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace plumb::cli {

enum class Format { text, sql, json, markdown };
inline const std::vector<Format> every_format{Format::text, Format::sql, Format::json, Format::markdown};

struct Globals {
  std::string config = "plumb.yaml";
  std::optional<std::string> db;
  std::optional<Format> format;
  std::string unknown_format;  // what stood there instead; what would be right, the command says

  // The declaration's root. Throws Error(usage) where there is none.
  const std::string& declaration() const;
  // Text, unless --format says otherwise. Throws Error(usage) if the command has no such form.
  Format format_among(const std::vector<Format>& offered, const std::string& command) const;
};

// What the command line asks for, once it is read.
using Action = std::function<ExitCode(const Globals&)>;

// Each adds its command with its options and help; reading the command line sets the action.
void add_init(CLI::App& app, Action& action);
void add_validate(CLI::App& app, Action& action);
void add_import(CLI::App& app, Action& action);
void add_plan(CLI::App& app, Action& action);
void add_apply(CLI::App& app, Action& action);
void add_schema(CLI::App& app, Action& action);
void add_version(CLI::App& app, Action& action);

std::string program_version();  // "plumb 0.1.0"

}  // namespace plumb::cli
