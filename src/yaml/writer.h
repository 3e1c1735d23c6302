// A database as a declaration that a person would be glad to have written: short forms, nothing that is a default, one
// file per table. Reading it back gives the same database.
#pragma once

#include <map>
#include <string>

#include "kinds/kinds.h"
#include "yaml/config.h"

namespace plumb::yaml {

struct WriteOptions {
  bool one_document = false;  // all in plumb.yaml
  std::string editor_schema;  // where the JSON Schema is; written for editors into the first line where not empty
  std::string version;        // of the schema; empty: not written
  std::string database;       // the key `database`; empty: not written. Never with a password
  Manage manage{
      .all = true, .declared = true, .schemas = {}, .database = true, .ignore = {}, .owners = true, .privileges = true};
};

// Path relative to the declaration's folder -> text. "plumb.yaml" is the root; the others are in "schema/".
// REQUIRES: a completed, sorted database (kinds/complete.h).
std::map<std::string, std::string> write_declaration(const Database& database, const WriteOptions& options = {});

}  // namespace plumb::yaml
