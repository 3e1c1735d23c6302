// The answer to one query, freed with its owner. Values are in text form, as the server sends them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct pg_result;

namespace plumb::postgres {

class Result {
 public:
  Result() = default;
  explicit Result(pg_result* owned) : result_(owned) {}

  int rows() const;
  int columns() const;
  std::string_view column_name(int column) const;
  int column(std::string_view name) const;                      // plumb::Error if there is none of that name
  std::optional<int> find_column(std::string_view name) const;  // exact, not folded to lower case

  // REQUIRES: row < rows(), column < columns(). The view lives as long as the Result. NULL gives an empty view.
  std::string_view value(int row, int column) const;
  bool is_null(int row, int column) const;
  std::optional<std::string_view> get(int row, int column) const;  // NULL gives nullopt

  std::string_view command_tag() const;  // "INSERT 0 3"
  long affected() const;                 // rows inserted, updated, deleted, selected

  pg_result* handle() const { return result_.get(); }  // only for src/postgres

 private:
  struct Free {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Free> result_;
};

}  // namespace plumb::postgres
