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

// Which column of a result holds which described field. The first four say which object a row is: schema, parent, name,
// oid.
class Columns {
 public:
  template <typename T>
  Columns(const postgres::Result& result, T object) : result_(result) {
    Finder finder{*this};
    Kind<T>::describe(finder, object);
    definition_ = find("definition");
  }

  int operator[](std::size_t field) const { return positions_[field]; }  // -1: a hint that catalogs don't have
  int definition() const { return definition_; }                         // -1: none

 private:
  static constexpr int first_ = 4;

  struct Finder {
    Columns& columns;
    void operator()(std::string_view name, auto&, auto&&...) { columns.add(name); }
    // Hints about how to get somewhere come from declarations alone.
    template <typename V>
    void operator()(std::string_view name, Hint<V>&, auto&&...) {
      columns.positions_.push_back(columns.find(name));
    }
    void catalog(std::string_view name, auto&) { columns.add(name); }
  };

  int find(std::string_view name) const {
    for (int column = first_; column < result_.columns(); ++column)
      if (result_.column_name(column) == name) return column;
    return -1;
  }

  void add(std::string_view name) {
    positions_.push_back(find(name));
    if (positions_.back() < 0)
      throw Error(Failure::failed, fmt::format("internal error: a catalog query lacks the column {}", name));
  }

  const postgres::Result& result_;
  std::vector<int> positions_;
  int definition_ = -1;
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
  auto& objects = into.all_of<T>();
  objects.reserve(objects.size() + static_cast<std::size_t>(result.rows()));
  for (int row = 0; row < result.rows(); ++row) {
    T& object = objects.emplace_back();
    object.id.kind = Kind<T>::tag;
    object.id.schema = result.value(row, 0);
    object.id.parent = result.value(row, 1);
    object.id.name = result.value(row, 2);
    RowReader reader{result, columns, row};
    Kind<T>::describe(reader, object);
    if constexpr (requires { Kind<T>::read_definition(std::string_view(), object); })
      if (!result.is_null(row, columns.definition()))
        Kind<T>::read_definition(result.value(row, columns.definition()), object);
  }
}

}  // namespace plumb::catalog
