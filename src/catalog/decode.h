// Catalog rows to objects, by the kind's own describe(): the columns of a query are found by the fields' names once.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <type_traits>
#include <vector>

#include "kinds/fields.h"
#include "kinds/kinds.h"
#include "model/error.h"
#include "postgres/result.h"

namespace plumb::catalog {

// Which column of a result holds the described field number i; -1 for a hint that catalogs don't have.
class Columns {
 public:
  template <typename T>
  Columns(const postgres::Result& result, const T& object) : result_(result) {
    // Comments say what they are on in their first column; every other kind is its own.
    first_ = std::is_same_v<T, Comment> ? 1 : 0;
    Finder finder{*this};
    T copy = object;
    Kind<T>::describe(finder, copy);
  }

  int first() const { return first_; }
  int operator[](std::size_t field) const { return positions_[field]; }

 private:
  struct Finder {
    Columns& columns;
    template <typename M>
    void operator()(std::string_view name, M&, auto&&...) {
      columns.find(name, false);
    }
    // Hints about how to get somewhere come from declarations alone.
    template <typename V>
    void operator()(std::string_view name, Hint<V>&, auto&&...) {
      columns.find(name, true);
    }
    void catalog(std::string_view name, auto&) { columns.find(name, false); }
  };

  void find(std::string_view name, bool optional) {
    for (int column = first_ + 4; column < result_.columns(); ++column)
      if (result_.column_name(column) == name) {
        positions_.push_back(column);
        return;
      }
    if (!optional)
      throw Error(Failure::failed, fmt::format("internal error: a catalog query lacks the column {}", name));
    positions_.push_back(-1);
  }

  const postgres::Result& result_;
  int first_ = 0;
  std::vector<int> positions_;
};

struct RowReader {
  const postgres::Result& result;
  const Columns& columns;
  int row;
  std::size_t field = 0;

  void read(auto& member) {
    const int column = columns[field++];
    if (column >= 0 && !result.is_null(row, column)) decode(result.value(row, column), member);
  }
  void operator()(std::string_view, auto& member, auto&&...) { read(member); }
  void catalog(std::string_view, auto& member) { read(member); }
};

// Adds every row of a kind's query to the database.
template <typename T>
void decode_rows(const postgres::Result& result, Database& into) {
  if (result.rows() == 0) return;
  const Columns columns(result, T{});
  const int first = columns.first();
  auto& objects = into.all_of<T>();
  objects.reserve(objects.size() + static_cast<std::size_t>(result.rows()));
  for (int row = 0; row < result.rows(); ++row) {
    T& object = objects.emplace_back();
    object.id.kind = Kind<T>::tag;
    if constexpr (std::is_same_v<T, Comment>) object.id.of = kind_named(result.value(row, 0));
    object.id.schema = result.value(row, first);
    object.id.parent = result.value(row, first + 1);
    object.id.name = result.value(row, first + 2);
    RowReader reader{result, columns, row};
    Kind<T>::describe(reader, object);
  }
}

}  // namespace plumb::catalog
