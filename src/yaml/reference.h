// The reference of the declaration: a page for each kind, and one on all that they share. People write what a kind is for
// and its examples; between two marks stands what the program knows itself: where the kind stands, its keys, their types and
// defaults. So the pages can't tell of keys that are not there, nor leave one out. Published as docs/reference.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace plumb::yaml {

// The text of a page as it is, by its file's name; empty: there is none yet.
using PageText = std::function<std::string(const std::string& name)>;

// Every page by its file's name: as it is, with what stands between marks made anew; where there is none, one to begin
// with. Throws Error(failed) where the marks of a page are none that plumb knows.
std::map<std::string, std::string> reference_pages(const PageText& now);

}  // namespace plumb::yaml
