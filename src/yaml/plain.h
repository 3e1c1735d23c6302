// The part of YAML that most lines of a declaration are written in: block mappings, each entry on a line of its own, with
// names as keys and values in one line, plain or in quotes. Read by itself because it is most of what there is to read, and
// yaml-cpp takes ten times as long for it (docs/performance.md); whatever is not certainly of this part is left to it.
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <string_view>

namespace plumb::yaml {

// Hands over the events that yaml-cpp would. False, without any event, where the text has anything else in it than
//
//   name: value     # with letters, digits, "_", "." and "-" in the name; ASCII without tabs
//   name: 'value'   # or "value", without quotes and escapes in it
//   name:           # and something below it, further in
//
// and comments.
bool read_plain(std::string_view text, YAML::EventHandler& events);

}  // namespace plumb::yaml
