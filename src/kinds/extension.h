// Extensions. Version and schema are compared only where the declaration gives them.
// PostgreSQL documentation: CREATE EXTENSION, 38.17.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Extension : Base {
  Declared<std::string> version;
  Declared<std::string> schema;
  bool operator==(const Extension&) const = default;
};

template <>
struct Kind<Extension> {
  static constexpr KindTag tag = KindTag::extension;
  static constexpr std::string_view catalog = "pg_extension";
  static constexpr Placement placement{KindTag::none, "extensions", Placement::Form::map, false};
  static void describe(auto& field, auto& extension) {
    field("version", extension.version, "version to install or update to; left out: any");
    field("schema", extension.schema, "schema of the extension's objects; left out: any");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Extension&);
  static Statements create(const Extension&, const Context&);
  static std::optional<Statements> alter(const Extension& live, const Extension& wanted, const Context&);
  static Statements drop(const Extension&, const Context&);
  static std::string reference(const ObjectId&);
  static void read_short(std::string_view text, Extension, Database& into);
};

// The Debian and Ubuntu package that brings an extension's files to a server's machine: "postgresql-15-pgvector"; empty:
// not known.
std::string extension_package(std::string_view name, ServerVersion version);

}  // namespace plumb
