// Catalog rows to objects, by the kind's own describe(): the columns of a query are found by the fields' names once.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <type_traits>
#include <vector>

#include "catalog/places.h"
#include "kinds/fields.h"
#include "kinds/kinds.h"
#include "kinds/order.h"
#include "model/error.h"
#include "postgres/result.h"

namespace plumb::catalog {

// Which column of a result holds which described field. The first few say which object a row is.
class Columns {
 public:
  template <typename T>
  Columns(const postgres::Result& result, T object, int first) : result_(result), first_(first) {
    Finder finder{*this};
    Kind<T>::describe(finder, object);
    definition_ = find("definition");
    if constexpr (std::is_base_of_v<Owned, T>) {
      owner_ = required("owner");
      acl_ = required("acl");
    }
  }

  int operator[](std::size_t field) const { return positions_[field]; }  // -1: a hint that catalogs don't have
  int definition() const { return definition_; }                         // -1: none
  int owner() const { return owner_; }
  int acl() const { return acl_; }

 private:
  struct Finder {
    Columns& columns;
    void operator()(std::string_view name, auto&, Unread = {}, Unread = {}) {
      columns.positions_.push_back(columns.required(name));
    }
    // Hints about how to get somewhere come from declarations alone.
    template <typename V>
    void operator()(std::string_view name, Hint<V>&, Unread = {}, Unread = {}) {
      columns.positions_.push_back(columns.find(name));
    }
    void catalog(std::string_view name, auto&) { columns.positions_.push_back(columns.required(name)); }
  };

  int find(std::string_view name) const {
    for (int column = first_; column < result_.columns(); ++column)
      if (result_.column_name(column) == name) return column;
    return -1;
  }

  int required(std::string_view name) const {
    const int column = find(name);
    if (column < 0)
      throw Error(Failure::failed, fmt::format("internal error: a catalog query lacks the column {}", name));
    return column;
  }

  const postgres::Result& result_;
  int first_;
  std::vector<int> positions_;
  int definition_ = -1, owner_ = -1, acl_ = -1;
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
  void operator()(std::string_view, auto& member, Unread = {}, Unread = {}) { read(member); }
  void seldom(std::string_view, auto& member, Unread = {}, Unread = {}) {
    const int column = columns[field++];
    if (column >= 0 && !result.is_null(row, column))
      member.edit([&](auto& value) { decode(result.value(row, column), value); });
  }
  void catalog(std::string_view, auto& member) { read(member); }
};

// The described fields of one row.
template <typename T>
void decode_fields(const postgres::Result& result, const Columns& columns, int row, T& object) {
  RowReader reader{result, columns, row};
  Kind<T>::describe(reader, object);
  if constexpr (std::is_base_of_v<Owned, T>) {
    plumb::decode(result.value(row, columns.owner()), object.owner);
    if (!result.is_null(row, columns.acl())) plumb::decode(result.value(row, columns.acl()), object.acl);
  }
  if constexpr (requires { Kind<T>::read_definition(std::string_view(), object); })
    if (!result.is_null(row, columns.definition()))
      Kind<T>::read_definition(result.value(row, columns.definition()), object);
}

// The rows of a kind's query in the order of ids, as far as the query names them: large objects need not be moved then.
inline std::vector<std::uint32_t> rows_by_id(const postgres::Result& result) {
  const auto text = [&result](std::uint32_t row, int column) { return result.value(static_cast<int>(row), column); };
  return order::by_owner_and_name(
      static_cast<std::uint32_t>(result.rows()),
      [text](std::uint32_t row) { return std::pair(text(row, 0), text(row, 1)); },
      [text](std::uint32_t row) { return text(row, 2); });
}

// Adds every row of a kind's query to the database, which is to be sorted after: schema, parent, name, oid, fields.
template <typename T>
void decode_rows(const postgres::Result& result, Database& into) {
  if (result.rows() == 0) return;
  const Columns columns(result, T{}, 4);
  auto& objects = into.all_of<T>();
  objects.reserve(objects.size() + static_cast<std::size_t>(result.rows()));
  for (const std::uint32_t number : rows_by_id(result)) {
    const int row = static_cast<int>(number);
    T& object = objects.emplace_back();
    object.id.kind = Kind<T>::tag;
    object.id.schema = result.value(row, 0);
    object.id.parent = result.value(row, 1);
    object.id.name = result.value(row, 2);
    plumb::decode(result.value(row, 3), object.oid.value);
    decode_fields(result, columns, row, object);
    if constexpr (has_sql_name<T>) {
      object.name = object.id.name;
      Kind<T>::sign(object);
    }
  }
}

// Objects that hang on others, until all others are there.
template <typename T>
class AttachedRows {
 public:
  explicit AttachedRows(const postgres::Result& result) {
    if (result.rows() == 0) return;
    const Columns columns(result, T{}, 3);
    rows_.reserve(static_cast<std::size_t>(result.rows()));
    for (int row = 0; row < result.rows(); ++row) {
      Row& out = rows_.emplace_back();
      out.catalog = result.value(row, 0);
      plumb::decode(result.value(row, 1), out.oid);
      plumb::decode(result.value(row, 2), out.part);
      decode_fields(result, columns, row, out.object);
    }
  }

  bool empty() const { return rows_.empty(); }

  // What hangs on something that plumb does not answer for stays away.
  void attach(const Places& places, Database& into) {
    for (Row& row : rows_)
      if (const ObjectId* on = places.at({row.catalog, row.oid, row.part})) {
        row.object.id = attached_id(Kind<T>::tag, *on);
        into.add(std::move(row.object));
      }
  }

 private:
  struct Row {
    std::string catalog;
    std::uint32_t oid = 0;
    long long part = 0;
    T object;
  };
  std::vector<Row> rows_;
};

}  // namespace plumb::catalog
