#include <fmt/format.h>

#include <map>

#include "kinds/fields.h"
#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

// The id that the object says it had, as plan/rename.cpp takes it.
template <typename T>
ObjectId id_before(const T& object) {
  if constexpr (has_sql_name<T>) {
    T old = object;
    Kind<T>::read_key(object.renamed_from.value, old);
    Kind<T>::sign(old);
    return old.id;
  } else {
    ObjectId out = object.id;
    if (object.id.parent.empty() && !object.id.schema.empty()) {
      auto parts = split_name(object.renamed_from.value);
      out.name = parts.back();
      if (parts.size() == 2) out.schema = parts.front();
    } else {
      out.name = object.renamed_from.value;
    }
    return out;
  }
}

template <typename T>
void check_old_names(const std::vector<T>& objects, Findings& out) {
  std::map<ObjectId, const T*> taken;
  for (const T& object : objects) {
    if (object.renamed_from.value.empty()) continue;
    const ObjectId old = id_before(object);
    if (old == object.id) continue;  // said elsewhere
    const auto [first, added] = taken.emplace(old, &object);
    // One that is declared under its old name too is no error: once both are there, the word means nothing.
    if (!added && first->second->id != object.id)
      out.push_back({&object,
                     fmt::format("{} says that it is renamed from {}, and so does {}", to_string(object.id),
                                 object.renamed_from.value, to_string(first->second->id)),
                     "one of them can have been it: leave renamed_from of the other out", first->second->id});
  }
}

}  // namespace

void old_names(const Database& wanted, Findings& out) {
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (!is_attached<T> && !is_nameless<T>) check_old_names(objects, out);
  });
  for (const Enum& e : wanted.all<Enum>()) {
    std::map<std::string, std::string> taken;
    for (const auto& [now, before] : e.renamed_values.value)
      if (const auto [first, added] = taken.emplace(before, now); !added)
        out.push_back({&e,
                       fmt::format("{} renames {} to {} and to {}", to_string(e.id), before, first->second, now),
                       "a value becomes one other",
                       {}});
  }
}

}  // namespace plumb::validation
