// The nearest right word to a wrong one: what an error proposes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb {

// How many letters must be added, dropped, changed or swapped with their neighbour (Damerau, optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to the word, case aside; empty where none is near enough to be what was meant.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// "did you mean users?", or the other hint where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise = {});

}  // namespace plumb
