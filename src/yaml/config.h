// plumb.yaml, the root of a declaration: what it is, where the rest of it stands, what plumb answers for.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/kinds.h"
#include "model/statement.h"
#include "yaml/findings.h"

namespace plumb::yaml {

inline constexpr int language_version = 1;

// "table public.spatial_ref_sys", "* public.legacy_*": a kind or *, and a pattern of addresses.
struct IgnorePattern {
  std::string kind;
  std::string address;
  bool matches(std::string_view kind_name, std::string_view object_address) const;
};

struct Manage {
  bool all = false;                   // schemas: all
  bool declared = false;              // was `schemas` given?
  std::vector<std::string> schemas;   // REQUIRES declared && !all
  bool database = false;              // also what lives in no schema
  std::vector<IgnorePattern> ignore;  // what plumb doesn't look at
  bool owners = false;                // compared even where none is declared: then the connected role
  bool privileges = false;            // likewise: then those that PostgreSQL gives by itself
  bool roles = false;                 // are roles that are not declared dropped?

  // Is it, or what it belongs to, to be left out on both sides?
  bool ignores(const ObjectId& id) const;
};

struct Config {
  std::string version;   // of the schema; empty: not given
  std::string database;  // as written: ${VAR} not yet replaced
  Location database_at;
  std::vector<std::string> include;
  Manage manage;
  std::vector<std::string> allow;
  bool allow_declared = false;

  // `database` with ${VAR} replaced from the environment. Throws Error that names the variable that is not set.
  std::string database_url() const;
};

// The schemas that plumb answers for: those of `manage`, else those that the declaration names; none: all of them.
std::optional<std::set<std::string>> managed_schemas(const Config& config, const Database& wanted);

// The one list of the root's own keys, for reading, writing and the JSON Schema.
inline constexpr std::string_view root_keys[] = {"plumb", "version", "database", "include", "manage", "allow"};
bool is_root_key(std::string_view key);

// Reads the root's own keys; the sections are left to the reader.
Config read_config(const Document& document, Findings& findings);

// MAJOR.MINOR.PATCH with what may follow (semver.org 2.0.0).
bool is_semantic_version(std::string_view text);

// The hazards that `allow` and --allow name.
inline constexpr HazardKind all_hazards[] = {HazardKind::destroys_data,    HazardKind::rewrites_table,
                                             HazardKind::blocks_reads,     HazardKind::blocks_writes,
                                             HazardKind::may_fail_on_data, HazardKind::breaks_clients};

// The names of kinds that `ignore` and `allow` take, those of later releases too.
std::vector<std::string> addressable_kinds();

// What `allow` and --allow take: a class, a hazard, or "kind address". Empty: right; else what is wrong with it.
std::string wrong_allowance(std::string_view text);

}  // namespace plumb::yaml
