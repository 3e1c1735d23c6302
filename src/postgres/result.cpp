#include "postgres/result.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>

#include "model/error.h"

namespace plumb::postgres {

void Result::Free::operator()(pg_result* result) const { PQclear(result); }

int Result::rows() const { return PQntuples(result_.get()); }

int Result::columns() const { return PQnfields(result_.get()); }

std::string_view Result::column_name(int column) const {
  const char* name = PQfname(result_.get(), column);
  return name ? name : "";
}

std::optional<int> Result::find_column(std::string_view name) const {
  // Not PQfnumber: it folds case and reads quotes.
  for (int i = 0; i < columns(); ++i) {
    if (column_name(i) == name) return i;
  }
  return std::nullopt;
}

int Result::column(std::string_view name) const {
  if (const auto found = find_column(name)) return *found;
  throw Error(Failure::failed, fmt::format("the query's result has no column \"{}\"", name));
}

std::string_view Result::value(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

bool Result::is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) == 1; }

std::optional<std::string_view> Result::get(int row, int column) const {
  if (is_null(row, column)) return std::nullopt;
  return value(row, column);
}

std::string_view Result::command_tag() const { return result_ ? PQcmdStatus(result_.get()) : ""; }

long Result::affected() const {
  const std::string_view text = result_ ? PQcmdTuples(result_.get()) : "";
  long count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

}  // namespace plumb::postgres
