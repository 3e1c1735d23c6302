// How findings about a declaration are printed: "FILE:LINE:COLUMN: error: what is wrong", the line with a caret, what to
// do. Passwords in a connection URL never show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

namespace plumb::yaml {

// Text with the passwords of connection URLs and strings in it hidden.
std::string without_passwords(std::string_view text);

// Without the line where it is empty; ends with a line feed.
std::string render(const Diagnostic& diagnostic, std::string_view source_line);

// All of them, each with its line as its file holds it now, blank lines between.
std::string render(const std::vector<Diagnostic>& diagnostics);

// By file and position, the order in which a reader meets them.
void sort(std::vector<Diagnostic>& diagnostics);

}  // namespace plumb::yaml
