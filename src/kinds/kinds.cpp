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

bool Database::contains(const ObjectId& id) const { return find_any(id) != nullptr; }

const Base* Database::find_any(const ObjectId& id) const {
  const Base* out = nullptr;
  visit(id, [&out](const Base& object) { out = &object; });
  return out;
}

void Database::each_any(const std::function<void(const Base&)>& f) const {
  each([&f](const Base& object) { f(object); });
}

void Database::erase_if(const std::function<bool(const Base&)>& goes) {
  // As std::erase_if, which costs 58 times all that it calls to compile.
  each_kind_mutable([&goes](auto& objects) {
    auto kept = objects.begin();
    for (auto& object : objects) {
      if (goes(object)) continue;
      if (&*kept != &object) *kept = std::move(object);
      ++kept;
    }
    objects.erase(kept, objects.end());
  });
}

void Database::add_missing(const Database& from) {
  bool any = false;
  from.each_kind([&]<typename T>(const std::vector<T>& objects) {
    std::vector<const T*> missing;  // found in what is in order
    for (const T& object : objects)
      if (!find<T>(object.id)) missing.push_back(&object);
    for (const T* object : missing) add(*object);
    any = any || !missing.empty();
  });
  if (any) sort();
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
