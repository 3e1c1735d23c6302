#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/console.h"
#include "cli/globals.h"
#include "plan/render_words.h"
#include "yaml/diagnostics.h"
#include "yaml/reader.h"

namespace plumb::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* validate_help =
    R"(Checks a declaration without a database: syntax, unknown keys, types, SQL, references between
objects. Tells all that is wrong, not the first alone.

Usage: plumb validate [PATH…]

  PATH                a root (plumb.yaml), a folder that holds one, or a file of a declaration,
                      whose root is looked for upwards; left out: that of --config
  --format json       the findings as JSON

Exit codes: 0 valid, 4 not.
)";

// A root says `plumb: 1`; other files of a declaration do not.
bool is_root(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;  // a pipe might wait for ever, a device never end
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("plumb:") || line.starts_with("\"plumb\":")) return true;
  return false;
}

// The root that a path stands for.
std::string root_of(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return (fs::path(path) / "plumb.yaml").string();
  if (!fs::exists(path, error) || is_root(path)) return path;
  for (fs::path folder = fs::absolute(path, error).parent_path();; folder = folder.parent_path()) {
    const fs::path root = folder / "plumb.yaml";
    if (fs::exists(root, error)) return fs::proximate(root, error).string();
    if (folder == folder.root_path()) return path;
  }
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return a == b || fs::equivalent(a, b, error);
}

struct Checked {
  std::string root;
  std::map<std::string_view, long long> counts;
  std::vector<Diagnostic> diagnostics;
};

// `asked`: the files of it that were named, which it must include.
Checked check(const std::string& root, const std::vector<std::string>& asked) {
  Checked out{root, {}, {}};
  try {
    const yaml::Declaration declaration = yaml::read_declaration(root);
    declaration.wanted.each_any([&out](const Base& object) { ++out.counts[kind_name(object.id.kind)]; });
    for (const std::string& path : asked) {
      const auto& files = declaration.files;
      if (std::any_of(files.begin(), files.end(), [&path](const auto& file) { return same_file(path, file); }))
        continue;
      Diagnostic& left_out = out.diagnostics.emplace_back();
      left_out.where.file = path;
      left_out.message = fmt::format("{} does not include this file", root);
      left_out.hint = "add it to `include`, or name its root";
    }
  } catch (const Error& error) {
    if (error.diagnostics().empty()) throw;
    out.diagnostics = error.diagnostics();
  }
  return out;
}

std::string as_text(const Checked& checked) {
  std::string contents;
  for (const KindTag kind : {KindTag::table, KindTag::column, KindTag::index, KindTag::foreign_key, KindTag::view})
    if (const auto found = checked.counts.find(kind_name(kind)); found != checked.counts.end())
      contents += (contents.empty() ? "" : ", ") + words::counted(found->second, found->first);
  return fmt::format("{}: valid: {}\n", checked.root, contents.empty() ? "no tables" : contents);
}

nlohmann::ordered_json as_json(const Checked& checked) {
  nlohmann::ordered_json out;
  out["root"] = checked.root;
  out["valid"] = checked.diagnostics.empty();
  out["errors"] = nlohmann::ordered_json::array();
  for (const Diagnostic& each : checked.diagnostics)
    out["errors"].push_back({{"file", each.where.file},
                             {"line", each.where.line},
                             {"column", each.where.column},
                             {"message", yaml::without_passwords(each.message)},
                             {"hint", yaml::without_passwords(each.hint)}});
  return out;
}

ExitCode validate(const std::vector<std::string>& paths, const Globals& globals) {
  const bool json = globals.format_among({Format::text, Format::json}, "validate") == Format::json;
  std::vector<std::pair<std::string, std::vector<std::string>>> roots;
  for (const std::string& path : paths.empty() ? std::vector{globals.declaration()} : paths) {
    const std::string root = root_of(path);
    auto known =
        std::find_if(roots.begin(), roots.end(), [&](const auto& each) { return same_file(each.first, root); });
    if (known == roots.end()) known = roots.insert(roots.end(), {root, {}});
    std::error_code error;
    if (!same_file(path, root) && !fs::is_directory(path, error)) known->second.push_back(path);
  }
  std::vector<Diagnostic> all;
  auto results = nlohmann::ordered_json::array();
  std::string text;
  for (const auto& [root, asked] : roots) {
    const Checked checked = check(root, asked);
    all.insert(all.end(), checked.diagnostics.begin(), checked.diagnostics.end());
    results.push_back(as_json(checked));
    if (checked.diagnostics.empty()) text += as_text(checked);
  }
  print(json ? results.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n" : text);
  if (all.empty()) return ExitCode::done;
  if (json) return ExitCode::invalid_declaration;
  throw Error(std::move(all));
}

}  // namespace

void add_validate(CLI::App& app, Action& action) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("validate")->footer(validate_help);
  command->add_option("path", *paths);
  command->callback(
      [&action, paths] { action = [paths](const Globals& globals) { return validate(*paths, globals); }; });
}

}  // namespace plumb::cli
