// A syntax error inside a piece of SQL (a short form, an expression): what was expected, and where, counted in bytes
// from the start of that piece, so that the YAML reader can point into the file.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace plumb::sql {

class SyntaxError : public std::runtime_error {
 public:
  SyntaxError(const std::string& message, std::size_t offset, std::string hint = {})
      : std::runtime_error(message), offset_(offset), hint_(std::move(hint)) {}
  std::size_t offset() const { return offset_; }
  const std::string& hint() const { return hint_; }

 private:
  std::size_t offset_;
  std::string hint_;
};

}  // namespace plumb::sql
