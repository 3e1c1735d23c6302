#include "kinds/naming.h"

#include "kinds/kinds.h"
#include "sql/quote.h"

namespace plumb {

namespace {

// Cuts at a character's start (pg_mbcliplen).
std::string clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return std::string(text.substr(0, bytes));
}

}  // namespace

std::string default_name_of(std::string_view name1, std::string_view name2, std::string_view label) {
  std::size_t overhead = label.empty() ? 0 : label.size() + 1;
  if (!name2.empty()) ++overhead;
  const std::size_t room = sql::max_identifier_bytes - overhead;
  std::size_t length1 = name1.size(), length2 = name2.size();
  while (length1 + length2 > room) {
    if (length1 > length2)
      --length1;
    else
      --length2;
  }
  std::string out = clip(name1, length1);
  if (!name2.empty()) out += "_" + clip(name2, length2);
  if (!label.empty()) out += "_" + std::string(label);
  return out;
}

std::string joined_columns(const std::vector<std::string>& columns) {
  std::string out;
  for (const auto& column : columns) {
    if (!out.empty()) out += '_';
    out += column;
    if (out.size() > sql::max_identifier_bytes) break;
  }
  return out;
}

namespace {

// A table, or a domain, has a constraint of a name once, whatever its kind.
template <typename T>
constexpr bool is_constraint =
    std::is_same_v<T, PrimaryKey> || std::is_same_v<T, Unique> || std::is_same_v<T, Exclusion> ||
    std::is_same_v<T, Check> || std::is_same_v<T, ForeignKey> || std::is_same_v<T, DomainCheck>;

class TakenNames {
 public:
  template <typename T>
  bool taken(const ObjectId& id) const {
    return (shares_relation_names<T> && relations_.contains(relation(id))) ||
           (is_constraint<T> && constraints_.contains(constraint(id)));
  }
  template <typename T>
  void take(const ObjectId& id) {
    if (shares_relation_names<T>) relations_.insert(relation(id));
    if (is_constraint<T>) constraints_.insert(constraint(id));
  }

 private:
  static NameKey relation(const ObjectId& id) { return {{id.schema, id.name}}; }
  static NameKey constraint(const ObjectId& id) { return {{id.schema, id.parent, id.name}}; }

  NameKeys relations_, constraints_;
};

}  // namespace

void number_chosen_names(Database& database) {
  TakenNames names;
  database.each_kind([&]<typename T>(const std::vector<T>& objects) {
    for (const T& object : objects)
      if (!object.named_by_postgres.value) names.take<T>(object.id);
  });
  database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      if (!object.named_by_postgres.value) continue;
      const std::string base = object.id.name;
      for (int n = 1; names.taken<T>(object.id); ++n) {
        const std::string suffix = std::to_string(n);
        object.id.name = clip(base, sql::max_identifier_bytes - suffix.size()) + suffix;
      }
      names.take<T>(object.id);
    }
  });
}

bool is_schema_of_postgres(std::string_view schema) {
  return schema == "information_schema" || schema.starts_with("pg_");
}

}  // namespace plumb
