#include "yaml/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "kinds/naming.h"
#include "kinds/nearest.h"
#include "yaml/glob.h"
#include "yaml/values.h"

namespace plumb::yaml {

std::vector<std::string> addressable_kinds() {
  std::vector<std::string> out;
  for_each_kind([&out]<typename T>(const T*) { out.emplace_back(kind_name(Kind<T>::tag)); });
  return out;
}

namespace {

// Splits "primary key public.users" into its kind and the rest; the longest name that fits wins.
std::pair<std::string, std::string> split_kind(std::string_view text) {
  std::string kind;
  if (text.starts_with("* ")) kind = "*";
  for (const std::string& name : addressable_kinds())
    if (text.size() > name.size() && text.starts_with(name) && text[name.size()] == ' ' && name.size() > kind.size())
      kind = name;
  if (kind.empty()) return {};
  return {kind, std::string(text.substr(kind.size() + 1))};
}

// Is a schema the first part of the addresses of such objects?
bool needs_schema(std::string_view kind) {
  bool out = false;
  with_kind(kind_named(kind), [&out]<typename T>(const T*) { out = Kind<T>::placement.in_schema; });
  return out;
}

std::string unknown_kind_hint(std::string_view text) {
  return did_you_mean(text.substr(0, text.find(' ')), addressable_kinds(),
                      "write a kind and an address: table public.users");
}

}  // namespace

bool IgnorePattern::matches(std::string_view kind_name, std::string_view object_address) const {
  return (kind == "*" || kind == kind_name) && yaml::matches(address, object_address);
}

bool Manage::ignores(const ObjectId& id) const {
  if (ignore.empty()) return false;
  const ObjectId object = subject_of(id);
  const auto hit = [this](const ObjectId& of) {
    const std::string where = address(of);
    return std::any_of(ignore.begin(), ignore.end(),
                       [&](const IgnorePattern& pattern) { return pattern.matches(kind_name(of.kind), where); });
  };
  if (hit(object)) return true;
  if (object.parent.empty()) return false;
  const auto relations = relations_of(object);
  return std::any_of(relations.begin(), relations.end(), hit);
}

std::string Config::database_url() const {
  std::string out;
  std::size_t at = 0;
  while (at < database.size()) {
    const std::size_t open = database.find("${", at);
    const std::size_t close = open == std::string::npos ? open : database.find('}', open);
    if (close == std::string::npos) break;
    out += database.substr(at, open - at);
    const std::string name = database.substr(open + 2, close - open - 2);
    const char* value = std::getenv(name.c_str());
    if (!value)
      throw error_about(diagnostic(database_at, fmt::format("the environment variable {} is not set", name),
                                   "set it, or give the database with --db"));
    out += value;
    at = close + 1;
  }
  return out + database.substr(at);
}

std::optional<std::set<std::string>> managed_schemas(const Config& config, const Database& wanted) {
  if (config.manage.all) return std::nullopt;
  if (config.manage.declared) return std::set(config.manage.schemas.begin(), config.manage.schemas.end());
  std::set<std::string> out;
  for (const Schema& schema : wanted.all<Schema>()) out.insert(schema.id.name);
  return out;
}

bool is_root_key(std::string_view key) {
  return std::find(std::begin(root_keys), std::end(root_keys), key) != std::end(root_keys);
}

bool is_semantic_version(std::string_view text) {
  const auto numeric = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos &&
           (part.size() == 1 || part.front() != '0');
  };
  const auto identifiers = [&numeric](std::string_view list, bool no_leading_zero) {
    while (true) {
      const std::size_t dot = std::min(list.find('.'), list.size());
      const std::string_view part = list.substr(0, dot);
      if (part.empty()) return false;
      for (const char c : part)
        if (!(c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
      const bool digits = part.find_first_not_of("0123456789") == std::string_view::npos;
      if (no_leading_zero && digits && !numeric(part)) return false;
      if (dot == list.size()) return true;
      list.remove_prefix(dot + 1);
    }
  };
  if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
    if (!identifiers(text.substr(plus + 1), false)) return false;
    text = text.substr(0, plus);
  }
  if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
    if (!identifiers(text.substr(dash + 1), true)) return false;
    text = text.substr(0, dash);
  }
  const std::size_t first = text.find('.');
  const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  return second != std::string_view::npos && numeric(text.substr(0, first)) &&
         numeric(text.substr(first + 1, second - first - 1)) && numeric(text.substr(second + 1));
}

std::string wrong_allowance(std::string_view text) {
  std::vector<std::string> words = {"additive", "breaking"};
  for (const HazardKind hazard : all_hazards) words.emplace_back(to_string(hazard));
  if (std::find(words.begin(), words.end(), text) != words.end()) return {};
  if (text.find(' ') != std::string_view::npos) {
    const std::string kind = split_kind(text).first;
    return kind.empty() || kind == "*" ? unknown_kind_hint(text) : "";
  }
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return did_you_mean(text, words, fmt::format("one of {}, or an id such as column public.users.name", all));
}

namespace {

class ConfigReader {
 public:
  ConfigReader(const Document& document, Findings& findings)
      : document_(document), findings_(findings), values_(document, findings) {}

  Config read() {
    const Node& root = document_.root();
    bool has_plumb = false;
    for (std::size_t i = 0; i < document_.entries(root); ++i) {
      const auto [key, value] = document_.entry(root, i);
      has_plumb = has_plumb || key.text == "plumb";
      entry(key, value);
    }
    if (!has_plumb)
      findings_.add(root, "the root of a declaration says plumb: 1, the version of its language",
                    "put plumb: 1 on its first line");
    return std::move(config_);
  }

 private:
  void entry(const Node& key, const Node& value) {
    if (key.text == "plumb") language(value);
    if (key.text == "version") version(value);
    if (key.text == "database" && values_.read(value, config_.database))
      config_.database_at = document_.source().locate(value.place);
    if (key.text == "include" && !values_.read(value, config_.include)) config_.include.clear();
    if (key.text == "manage") manage(value);
    if (key.text == "allow") allow(value);
  }

  void language(const Node& value) {
    long long number = 0;
    if (values_.read(value, number) && number != language_version)
      findings_.add(value,
                    fmt::format("this plumb reads version {} of the language, not {}", language_version, number));
  }

  void version(const Node& value) {
    const Plain plain = value.is_scalar() ? resolve(value) : Plain::text;
    if (plain == Plain::integer || plain == Plain::number)
      config_.version = value.text;  // 1.3: what is wrong with it is not that it needs quotes
    else if (!values_.read(value, config_.version))
      return;
    if (!is_semantic_version(config_.version))
      findings_.add(value, fmt::format("{} is no semantic version", config_.version),
                    "MAJOR.MINOR.PATCH, for example 1.3.0");
  }

  void allow(const Node& value) {
    config_.allow_declared = true;
    if (!values_.read(value, config_.allow)) return;
    for (std::size_t i = 0; i < value.count; ++i)
      if (const std::string wrong = wrong_allowance(config_.allow[i]); !wrong.empty())
        findings_.add(document_.child(value, i), fmt::format("{} is nothing that can be allowed", config_.allow[i]),
                      wrong);
  }

  void manage(const Node& value) {
    if (!value.is_mapping()) return findings_.expected(value, "a mapping");
    for (std::size_t i = 0; i < document_.entries(value); ++i) {
      const auto [key, part] = document_.entry(value, i);
      if (!key.is_scalar()) continue;
      if (key.text == "schemas")
        schemas(part);
      else if (key.text == "database")
        values_.read(part, config_.manage.database);
      else if (key.text == "ignore")
        ignore(part);
      else if (key.text == "owners")
        values_.read(part, config_.manage.owners);
      else if (key.text == "privileges")
        values_.read(part, config_.manage.privileges);
      else if (key.text == "roles")
        values_.read(part, config_.manage.roles);
      else
        findings_.unknown_key(key, "manage", {"schemas", "database", "ignore", "owners", "privileges", "roles"});
    }
  }

  void schemas(const Node& value) {
    config_.manage.declared = true;
    if (value.is_scalar() && value.text == "all")
      config_.manage.all = true;
    else if (value.is_scalar())
      findings_.expected(value, "a list of schemas, or all", fmt::format("write it as a list: [{}]", value.text));
    else if (values_.read(value, config_.manage.schemas))
      for (std::size_t i = 0; i < value.count; ++i)
        if (const std::string& schema = config_.manage.schemas[i]; is_schema_of_postgres(schema))
          findings_.add(document_.child(value, i), fmt::format("the schema {} is PostgreSQL's own", schema),
                        "list schemas of yours");
  }

  void ignore(const Node& value) {
    std::vector<std::string> patterns;
    if (!values_.read(value, patterns)) return;
    for (std::size_t i = 0; i < value.count; ++i) {
      auto [kind, pattern] = split_kind(patterns[i]);
      if (kind.empty())
        findings_.add(document_.child(value, i), fmt::format("{} starts with no kind of object", patterns[i]),
                      patterns[i].find(' ') == std::string::npos ? fmt::format("* {}", patterns[i])
                                                                 : unknown_kind_hint(patterns[i]));
      else if (needs_schema(kind) && pattern.find_first_of(".*?[") == std::string::npos)
        findings_.add(document_.child(value, i), fmt::format("{} names no schema, and matches nothing", patterns[i]),
                      fmt::format("{} public.{}", kind, pattern));
      else
        config_.manage.ignore.push_back({std::move(kind), std::move(pattern)});
    }
  }

  const Document& document_;
  Findings& findings_;
  Values values_;
  Config config_;
};

}  // namespace

Config read_config(const Document& document, Findings& findings) { return ConfigReader(document, findings).read(); }

}  // namespace plumb::yaml
