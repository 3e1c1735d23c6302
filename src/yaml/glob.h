// Patterns of names: * any characters, ? one, [a-z] one of these; and the files that a pattern of paths names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::yaml {

// The whole text against the pattern; * stops at nothing.
bool matches(std::string_view pattern, std::string_view text);

bool is_pattern(std::string_view text);

// The files under a folder that a path pattern names, sorted; "**" stands for any number of folders. Hidden files are
// only found by a pattern that starts with a dot; "**" follows no symbolic links. A path without a pattern comes back
// as it is, whether or not there is such a file.
std::vector<std::string> find_files(const std::string& folder, const std::string& pattern);

}  // namespace plumb::yaml
