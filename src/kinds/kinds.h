// All kinds, and Database: everything that a declaration wants or a server has, as plain values, one sorted vector a
// kind.
#pragma once

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

#include "kinds/access_method.h"
#include "kinds/aggregate.h"
#include "kinds/base_type.h"
#include "kinds/cast.h"
#include "kinds/check.h"
#include "kinds/cloned_trigger.h"
#include "kinds/collation.h"
#include "kinds/column.h"
#include "kinds/comment.h"
#include "kinds/composite.h"
#include "kinds/conversion.h"
#include "kinds/default_privileges.h"
#include "kinds/domain.h"
#include "kinds/enum.h"
#include "kinds/event_trigger.h"
#include "kinds/exclusion.h"
#include "kinds/extension.h"
#include "kinds/foreign_data_wrapper.h"
#include "kinds/foreign_key.h"
#include "kinds/foreign_table.h"
#include "kinds/function.h"
#include "kinds/identity_sequence.h"
#include "kinds/index.h"
#include "kinds/key.h"
#include "kinds/language.h"
#include "kinds/materialized_view.h"
#include "kinds/operator.h"
#include "kinds/operator_class.h"
#include "kinds/order.h"
#include "kinds/owner.h"
#include "kinds/policy.h"
#include "kinds/privileges.h"
#include "kinds/publication.h"
#include "kinds/range.h"
#include "kinds/role.h"
#include "kinds/rule.h"
#include "kinds/schema.h"
#include "kinds/security_label.h"
#include "kinds/sequence.h"
#include "kinds/server.h"
#include "kinds/settings.h"
#include "kinds/statistics.h"
#include "kinds/subscription.h"
#include "kinds/table.h"
#include "kinds/text_search.h"
#include "kinds/trigger.h"
#include "kinds/view.h"
#include "kinds/view_column.h"

namespace plumb {

class Database {
 public:
  // In kinds.cpp: they are long, and each file that includes this would compile them again.
  Database();
  Database(const Database&);
  Database(Database&&) noexcept;
  Database& operator=(const Database&);
  Database& operator=(Database&&) noexcept;
  ~Database();

  template <typename T>
  void add(T object) {
    all_of<T>().push_back(std::move(object));
  }

  // Brings every kind into the order of ids. REQUIRES: called after the last add or change of an id, before find.
  void sort();

  template <typename T>
  const std::vector<T>& all() const {
    return objects_of(static_cast<const T*>(nullptr));
  }
  template <typename T>
  std::vector<T>& all_of() {
    return const_cast<std::vector<T>&>(std::as_const(*this).all<T>());
  }

  template <typename T>
  const T* find(const ObjectId& id) const {
    const auto& objects = all<T>();
    const auto found =
        std::lower_bound(objects.begin(), objects.end(), id, [](const T& o, const ObjectId& i) { return o.id < i; });
    return found != objects.end() && found->id == id ? &*found : nullptr;
  }
  template <typename T>
  T* find_mutable(const ObjectId& id) {
    return const_cast<T*>(std::as_const(*this).find<T>(id));
  }

  // The children of a table (or view) of one kind: a contiguous range, since ids sort by schema and parent first.
  template <typename T>
  std::pair<typename std::vector<T>::const_iterator, typename std::vector<T>::const_iterator> children(
      const ObjectId& parent) const {
    const auto& objects = all<T>();
    const auto below = [](const T& o, const std::pair<const std::string*, const std::string*>& p) {
      return std::tie(o.id.schema, o.id.parent) < std::tie(*p.first, *p.second);
    };
    const auto above = [](const std::pair<const std::string*, const std::string*>& p, const T& o) {
      return std::tie(*p.first, *p.second) < std::tie(o.id.schema, o.id.parent);
    };
    const std::pair key{&parent.schema, &parent.name};
    const auto first = std::lower_bound(objects.begin(), objects.end(), key, below);
    // They are few: their end is near.
    std::ptrdiff_t near = 8;
    while (near < objects.end() - first && !above(key, first[near])) near *= 2;
    return {first, std::upper_bound(first, near < objects.end() - first ? first + near : objects.end(), key, above)};
  }

  // Is there an object with this id, of whichever kind?
  bool contains(const ObjectId& id) const;

  // What objects of every kind have. No templates: each() and visit() compile their function for all kinds.
  const Base* find_any(const ObjectId& id) const;
  void each_any(const std::function<void(const Base&)>& f) const;
  void erase_if(const std::function<bool(const Base&)>& goes);
  void add_missing(const Database& from);  // what is not here yet, in order

  // Calls f with the object of this id, where there is one.
  template <typename F>
  void visit(const ObjectId& id, F&& f) const {
    switch (id.kind) {
      case KindTag::none:
        break;
#define PLUMB_VISIT(type, enumerator, name)              \
  case KindTag::enumerator:                              \
    if (const type* object = find<type>(id)) f(*object); \
    break;
        PLUMB_KINDS(PLUMB_VISIT)
#undef PLUMB_VISIT
    }
  }

  template <typename F>
  void each_kind(F&& f) const {
#define PLUMB_EACH(type, enumerator, name) f(all<type>());
    PLUMB_KINDS(PLUMB_EACH)
#undef PLUMB_EACH
  }
  template <typename F>
  void each_kind_mutable(F&& f) {
#define PLUMB_EACH(type, enumerator, name) f(all_of<type>());
    PLUMB_KINDS(PLUMB_EACH)
#undef PLUMB_EACH
  }
  template <typename F>
  void each(F&& f) const {
    each_kind([&f](const auto& objects) {
      for (const auto& object : objects) f(object);
    });
  }

  std::size_t size() const;

 private:
  // Plain members: a tuple of them costs each file that includes this a second to compile.
#define PLUMB_VECTOR(type, enumerator, name)                                                 \
  const std::vector<type>& objects_of(const type*) const { return objects_of_##enumerator; } \
  std::vector<type> objects_of_##enumerator;
  PLUMB_KINDS(PLUMB_VECTOR)
#undef PLUMB_VECTOR
};

// Kinds whose objects hang on those of any other kind: comments.
template <typename T>
inline constexpr bool is_attached = requires {
  Kind<T>::attached;
};

// Kinds whose objects are rows of a catalog; the others are made from what is known of those.
template <typename T>
inline constexpr bool is_read = requires(ServerVersion v) {
  Kind<T>::query(v);
};

// Kinds whose names are those of relations: of each there is one in a schema.
template <typename T>
inline constexpr bool shares_relation_names = requires {
  Kind<T>::shares_relation_names;
};

// Kinds of types: what columns may be of. Types and relations with columns share their names too.
template <typename T>
inline constexpr bool is_type_kind = requires {
  Kind<T>::is_type;
};
template <typename T>
inline constexpr bool shares_type_names = is_type_kind<T> || requires {
  Kind<T>::has_row_type;
};

// The catalogs of which a kind's names are, where it shares them with other kinds; none: its names are its own.
template <typename T>
std::vector<std::string_view> name_spaces() {
  std::vector<std::string_view> out;
  if (shares_relation_names<T>) out.emplace_back("pg_class");
  if (shares_type_names<T>) out.emplace_back("pg_type");
  if (requires { Kind<T>::shares_routine_names; }) out.emplace_back("pg_proc");
  return out;
}

// Kinds whose objects are told apart by more than a name: "slug(text)". The name in the id is SQL, made by sign().
template <typename T>
inline constexpr bool has_sql_name = requires(T& o) {
  Kind<T>::sign(o);
};
// Its name without the types that belong to its address.
template <typename T>
const std::string& own_name(const T& object) {
  if constexpr (has_sql_name<T>)
    return object.name;
  else
    return object.id.name;
}

// See kind.h for what these say of a kind.
template <typename T>
inline constexpr bool is_nameless = requires {
  Kind<T>::nameless;
};
template <typename T>
inline constexpr bool bound_to_types = requires {
  Kind<T>::bound_to_types;
};
template <typename T>
inline constexpr bool keeps_up_with_names = requires {
  Kind<T>::keeps_up_with_names;
};
template <typename T>
inline constexpr bool has_unchecked_body = requires {
  Kind<T>::has_unchecked_body;
};
template <typename T>
inline constexpr bool steps_aside = bound_to_types<T> || requires {
  Kind<T>::steps_aside;
};
// Kinds whose objects may also stand under one of their own kind: partitions.
template <typename T>
inline constexpr bool is_nested = requires {
  Kind<T>::nested_section;
};

template <typename T>
inline constexpr bool has_inseparable = requires(const T& o, const Database& d) {
  Kind<T>::inseparable(o, d);
};

template <typename T>
inline constexpr bool can_release = requires(const T& o, const Context& c) {
  Kind<T>::release(o, c);
};

template <typename T>
inline constexpr bool can_leave = requires(const T& o, const Context& c) {
  Kind<T>::leave(o, o, c);
};

// Does the statement that creates its parent create it too (a column, a constraint)?
template <typename T>
bool made_with_parent(const T& object) {
  if constexpr (requires { Kind<T>::made_with_parent(object); })
    return Kind<T>::made_with_parent(object);
  else
    return false;
}

// Would its alter make it anew under every column that has it as its type?
template <typename T>
bool is_remade(const T& live, const T& wanted, const Database& live_all, const Database& wanted_all) {
  if constexpr (requires { Kind<T>::remade(live, wanted, live_all, wanted_all); })
    return Kind<T>::remade(live, wanted, live_all, wanted_all);
  else
    return false;
}

// Does anything hang on it: a comment, an owner, privileges?
bool has_attached(const Database& database, const ObjectId& on);

// Calls f with a null pointer of the kind's type: dispatch from a tag to a type.
template <typename F>
void with_kind(KindTag kind, F&& f) {
  switch (kind) {
    case KindTag::none:
      break;
#define PLUMB_DISPATCH(type, enumerator, name) \
  case KindTag::enumerator:                    \
    f(static_cast<const type*>(nullptr));      \
    break;
      PLUMB_KINDS(PLUMB_DISPATCH)
#undef PLUMB_DISPATCH
  }
}

template <typename F>
void for_each_kind(F&& f) {
#define PLUMB_EACH(type, enumerator, name) f(static_cast<const type*>(nullptr));
  PLUMB_KINDS(PLUMB_EACH)
#undef PLUMB_EACH
}

}  // namespace plumb
