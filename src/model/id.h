// The address of an object: what it is, and by which names PostgreSQL knows it. A value type with a total order, so
// that everything that plumb prints has one order too.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumb {

enum class KindTag : std::uint8_t;  // the enumerators are in kinds/list.h, in the order of creation

struct ObjectId {
  KindTag kind{};
  KindTag of{};        // for comments: the kind of the object that they are on
  std::string schema;  // empty for what lives in no schema
  std::string parent;  // the table of a column, a constraint, an index; else empty
  std::string name;
  auto operator<=>(const ObjectId&) const = default;
};

// Where a value was read: file, line and column of a declaration. Never part of a comparison.
struct Origin {
  std::uint32_t file = 0;  // 1-based index into the files of the declaration; 0: not from a file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Origin&) const { return true; }
};

// A value that says how to get somewhere (an old name, the order of columns), not what is wanted: never compared.
template <typename T>
struct Hint {
  T value{};
  bool operator==(const Hint&) const { return true; }
};

// What every object has. Kinds derive from it and add their compared facts.
struct Base {
  ObjectId id;
  Origin origin;
  Hint<std::string> renamed_from;  // the old name, as declared; empty: none
  Hint<bool> named_by_postgres;    // the declaration left the name out, and it is the one that PostgreSQL would choose
  Hint<std::uint32_t> oid;         // live only: its place in Kind<T>::catalog
  bool operator==(const Base&) const = default;
};

// What has an owner and privileges. They are compared only where the declaration speaks of them, so they are objects of
// their own (kinds owner and privileges), made from these where they are needed.
struct Owned : Base {
  Hint<std::string> owner;                            // live only
  Hint<std::optional<std::vector<std::string>>> acl;  // live only: aclitem[]; none: what acldefault() says
  bool operator==(const Owned&) const = default;
};

}  // namespace plumb
