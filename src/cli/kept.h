// What a command needs until its end, and the process ends right after: to take a large database's objects down one by one
// takes longer than to print its plan, and the end of the process gives their memory back at once.
#pragma once

#include <memory>
#include <vector>

namespace plumb::cli {

template <typename T>
T& kept(T value) {
  static auto* const all = new std::vector<std::unique_ptr<T>>;
  return *all->emplace_back(std::make_unique<T>(std::move(value)));
}

}  // namespace plumb::cli
