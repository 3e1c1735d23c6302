#include "kinds/kinds.h"

namespace plumb {

Database::Database() = default;
Database::Database(const Database&) = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(const Database&) = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::sort() {
  each_kind_mutable([](auto& objects) { sort_by_id(objects); });
}

bool Database::contains(const ObjectId& id) const {
  bool found = false;
  visit(id, [&found](const auto&) { found = true; });
  return found;
}

std::size_t Database::size() const {
  std::size_t n = 0;
  each_kind([&n](const auto& objects) { n += objects.size(); });
  return n;
}

std::string sql_reference(const ObjectId& id) {
  std::string out;
  with_kind(id.kind, [&]<typename T>(const T*) { out = Kind<T>::reference(id); });
  return out;
}

bool has_attached(const Database& database, const ObjectId& on) {
  bool out = false;
  for_each_kind([&]<typename T>(const T*) {
    if constexpr (is_attached<T>) out = out || database.find<T>(attached_id(Kind<T>::tag, on)) != nullptr;
  });
  return out;
}

}  // namespace plumb
