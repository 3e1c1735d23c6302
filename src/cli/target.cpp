#include "cli/target.h"

#include <fmt/format.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "cli/console.h"
#include "yaml/config.h"

namespace plumb::cli {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// The variables that say which database, as whom: PGSSLMODE and its like are defaults that libpq fills in itself.
constexpr std::pair<const char*, const char*> variables[] = {{"PGHOST", "host"}, {"PGHOSTADDR", "hostaddr"},
                                                             {"PGPORT", "port"}, {"PGDATABASE", "dbname"},
                                                             {"PGUSER", "user"}, {"PGPASSWORD", "password"}};

std::string percent_encoded(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += std::isalnum(static_cast<unsigned char>(c)) ? std::string(1, c)
                                                       : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// Of a setting that is given twice libpq takes the last.
std::string with_setting(const std::string& database, const std::string& keyword, const std::string& value) {
  if (database.starts_with("postgresql://") || database.starts_with("postgres://"))
    return fmt::format("{}{}{}={}", database, database.find('?') == std::string::npos ? '?' : '&', keyword,
                       percent_encoded(value));
  return fmt::format("{} {}={}", database, keyword, quoted(value));
}

// The root's own keys alone: what it includes is read when there is a server to work meanwhile.
yaml::Config read_root(const std::string& path) {
  std::vector<Diagnostic> diagnostics;
  yaml::Document document(yaml::Source{path, yaml::read_text(path)});
  if (!yaml::parse(document, diagnostics)) throw Error(diagnostics);
  if (document.empty() || !document.root().is_mapping()) return {};
  yaml::Findings findings(document, diagnostics);
  return yaml::read_config(document, findings);
}

bool is_name_alone(const std::string& database) {
  return database.find("://") == std::string::npos && database.find('=') == std::string::npos;
}

}  // namespace

std::string with_environment(const std::string& database) {
  // A service stands for all of it.
  if (!environment("PGSERVICE").empty()) return {};
  std::string out = is_name_alone(database) && !database.empty() ? "dbname=" + quoted(database) : database;
  // Another host has another port: what was said of the one does not hold for the other.
  const bool other_host = !environment("PGHOST").empty() || !environment("PGHOSTADDR").empty();
  const bool any_host = other_host && !database.empty();
  for (const auto& [variable, keyword] : variables) {
    const std::string value = environment(variable);
    const bool of_host = std::string_view(keyword).starts_with("host") || std::string_view(keyword) == "port";
    if (!value.empty() || (any_host && of_host)) out = with_setting(out, keyword, value);
  }
  return out;
}

std::string database_of(const Globals& globals) {
  if (globals.db) return *globals.db;
  if (const std::string given = environment("PLUMB_DB"); !given.empty()) return given;
  if (!std::filesystem::exists(globals.config)) return {};
  std::string declared = read_root(globals.config).database_url();
  if (declared.empty()) return {};
  if (!postgres::embedded_data_dir(declared)) return with_environment(declared);
  // A server of plumb's own has no parts that variables could replace.
  for (const auto& [variable, keyword] : variables)
    if (std::string_view(keyword) != "password" && std::string_view(keyword) != "user" &&
        !environment(variable).empty())
      return {};
  return declared;
}

namespace {

postgres::ConnectOptions options() {
  postgres::ConnectOptions out;
  out.on_notice = [](const postgres::Notice& notice) {
    if (notice.severity == "WARNING") remark("the server warns: " + notice.message);
  };
  return out;
}

}  // namespace

Target::Target(const Globals& globals) {
  const std::string database = database_of(globals);
  if (const auto data_dir = postgres::embedded_data_dir(database)) {
    postgres::EmbeddedOptions embedded;
    embedded.data_dir = *data_dir;
    server_.emplace(postgres::EmbeddedServer::start(std::move(embedded)));
    connection_.emplace(server_->connect("postgres", options()));
  } else {
    connection_.emplace(database, options());
  }
  cancellable_.emplace(*connection_);
}

}  // namespace plumb::cli
