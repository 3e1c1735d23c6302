#include "apply/demands.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "kinds/kinds.h"
#include "yaml/diagnostics.h"

namespace plumb {

namespace {

class Demands {
 public:
  Demands(postgres::Connection& connection, const yaml::Declaration& declaration)
      : connection_(connection), declaration_(declaration) {}

  void check() {
    declaration_.wanted.each([this](const auto& object) {
      versions(object);
      note_roles(object);
    });
    missing_roles();
    extensions();
    if (out_.empty()) return;
    yaml::sort(out_);
    throw Error(std::move(out_));
  }

 private:
  template <typename T>
  void versions(const T& object) {
    if constexpr (requires { Kind<T>::requires_version(object); })
      for (const Requirement& each : Kind<T>::requires_version(object))
        if (!connection_.version().at_least(each.major))
          report(object,
                 fmt::format("{}: {} needs PostgreSQL {}, and the server is {}", to_string(object.id), each.what,
                             each.major, connection_.version().major()),
                 "leave it out, or use a newer server");
  }

  template <typename T>
  void note_roles(const T& object) {
    if constexpr (requires { Kind<T>::roles(object); })
      for (const std::string& role : Kind<T>::roles(object)) roles_[role].push_back(&object);
  }

  void missing_roles() {
    for (const Role& role : declaration_.wanted.all<Role>()) roles_.erase(role.id.name);
    if (roles_.empty()) return;
    std::vector<std::string> names;
    for (const auto& [role, objects] : roles_) names.push_back(role);
    const auto missing = connection_.execute(
        "SELECT r FROM pg_catalog.unnest($1::text[]) r WHERE r NOT IN (SELECT rolname FROM pg_catalog.pg_roles)"
        " ORDER BY r",
        {postgres::array_literal(names)});
    for (int row = 0; row < missing.rows(); ++row) {
      const std::string role(missing.value(row, 0));
      for (const Base* object : roles_.at(role))
        report(*object, fmt::format("{}: there is no role {}", to_string(object->id), sql::quote_ident(role)),
               fmt::format("create it: CREATE ROLE {}", sql::quote_ident(role)));
    }
  }

  // CREATE EXTENSION and ALTER EXTENSION … UPDATE would say no more than that there is no way.
  void extensions() {
    std::vector<std::string> names, versions;
    for (const Extension& extension : declaration_.wanted.all<Extension>()) {
      names.push_back(extension.id.name);
      versions.push_back(extension.version.value.value_or(""));
    }
    if (names.empty()) return;
    // To a version that the server can install where there is none, or reach by update scripts from the one that is.
    const auto rows = connection_.execute(
        "SELECT w.name, w.version, e.extversion, a.name IS NOT NULL OR e.extname IS NOT NULL,"
        " CASE WHEN w.version = '' OR e.extversion = w.version THEN true WHEN a.name IS NULL THEN false"
        " WHEN e.extname IS NULL THEN w.version = ANY (k.versions) ELSE w.version = ANY (k.reachable) END,"
        " pg_catalog.array_to_string(coalesce(k.reachable, k.versions), ', ')"
        " FROM pg_catalog.unnest($1::text[], $2::text[]) w(name, version)"
        " LEFT JOIN pg_catalog.pg_extension e ON e.extname = w.name"
        " LEFT JOIN pg_catalog.pg_available_extensions() a ON a.name = w.name"
        " LEFT JOIN LATERAL (SELECT"
        " CASE WHEN e.extname IS NULL THEN ARRAY(SELECT v.version FROM pg_catalog.pg_available_extension_versions() v"
        " WHERE v.name = w.name ORDER BY 1) END AS versions,"
        " CASE WHEN e.extname IS NOT NULL THEN ARRAY(SELECT p.target FROM pg_catalog.pg_extension_update_paths(w.name) "
        "p"
        " WHERE p.source = e.extversion AND p.path IS NOT NULL ORDER BY 1) END AS reachable) k"
        " ON w.version <> '' AND e.extversion IS DISTINCT FROM w.version AND a.name IS NOT NULL",
        {postgres::array_literal(names), postgres::array_literal(versions)});
    for (int row = 0; row < rows.rows(); ++row) {
      const auto* extension = declaration_.wanted.find<Extension>(top_id(KindTag::extension, "", rows.value(row, 0)));
      const std::string_view version = rows.value(row, 1), is = rows.value(row, 2), known = rows.value(row, 5);
      if (rows.value(row, 3) != "t")
        report(*extension, fmt::format("{} is not installed on the server", to_string(extension->id)),
               "install its package there: its control file is looked for in the server's extension folder");
      else if (rows.value(row, 4) != "t" && rows.is_null(row, 2))
        report(*extension, fmt::format("the server has no version {} of {}", version, to_string(extension->id)),
               known.empty() ? "" : fmt::format("it has: {}", known));
      else if (rows.value(row, 4) != "t")
        report(
            *extension,
            fmt::format("there is no way from version {} of {} to version {}", is, to_string(extension->id), version),
            known.empty() ? "the server can bring it to no other" : fmt::format("it can be brought to: {}", known));
    }
  }

  void report(const Base& object, std::string message, std::string hint) {
    out_.push_back({declaration_.sources.locate(object.origin), std::move(message), std::move(hint)});
  }

  postgres::Connection& connection_;
  const yaml::Declaration& declaration_;
  std::map<std::string, std::vector<const Base*>> roles_;
  std::vector<Diagnostic> out_;
};

}  // namespace

void check_demands(postgres::Connection& connection, const yaml::Declaration& declaration) {
  Demands(connection, declaration).check();
}

}  // namespace plumb
