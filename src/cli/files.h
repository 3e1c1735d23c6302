// Files that plumb writes: whole or not at all.
#pragma once

#include <map>
#include <string>

namespace plumb::cli {

inline constexpr const char* editor_schema = "plumb.schema.json";  // beside plumb.yaml

// Replaces the file in one go. Throws Error(failed).
void write_file(const std::string& path, const std::string& text);

// Likewise, in a folder that is made if it is missing.
void write_file_in(const std::string& folder, const std::string& name, const std::string& text);

// Writes files into a folder, which is made if it is missing. Throws Error(failed) before anything is written if one of
// them exists already.
void write_new_files(const std::string& folder, const std::map<std::string, std::string>& texts);

}  // namespace plumb::cli
