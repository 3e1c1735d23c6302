#include "plan/rename.h"

#include <algorithm>

#include "kinds/complete.h"
#include "kinds/fields.h"

namespace plumb {

namespace {

// An id after a rename of it, or of the schema or table that it is in.
void follow_id(ObjectId& id, const Renaming& r) {
  if (id == r.from) {
    id = r.to;
    return;
  }
  if (r.from.kind == KindTag::schema) {
    if (id.schema == r.from.name) id.schema = r.to.name;
    if (id.of == KindTag::schema && id.name == r.from.name) id.name = r.to.name;
    return;
  }
  if (id.schema == r.from.schema && id.parent == r.from.name && may_stand_under(id, r.from.kind)) {
    id.schema = r.to.schema;
    id.parent = r.to.name;
    return;
  }
  if (subject_of(id) == r.from) id = attached_id(id.kind, r.to);
}

// A table takes the sequences that its columns own along into another schema.
void move_owned_sequences(Database& live, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::table || renaming.from.schema == renaming.to.schema) return;
  for (Sequence& sequence : live.all_of<Sequence>())
    if (table_id(sequence.owned_by.schema, sequence.owned_by.table) == renaming.from)
      sequence.id.schema = renaming.to.schema;
}

void carry_out(Database& live, const Renaming& renaming) {
  move_owned_sequences(live, renaming);
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      if constexpr (requires { Kind<T>::follow(object, renaming); }) Kind<T>::follow(object, renaming);
      follow_id(object.id, renaming);
      if constexpr (has_sql_name<T>)
        if (object.id == renaming.to) {
          T named;
          Kind<T>::read_key(object.id.name, named);
          object.name = named.name;
        }
    }
  });
  live.sort();
  sign_again(live);
}

// The id that a wanted object says it had. The old name may be qualified where the kind stands at the top level.
template <typename T>
ObjectId old_id(const T& wanted) {
  ObjectId out = wanted.id;
  if constexpr (has_sql_name<T>) {
    T old = wanted;
    Kind<T>::read_key(wanted.renamed_from.value, old);
    Kind<T>::sign(old);
    return old.id;
  }
  if (wanted.id.parent.empty() && !wanted.id.schema.empty()) {
    auto parts = split_name(wanted.renamed_from.value);
    out.name = parts.back();
    if (parts.size() == 2) out.schema = parts.front();
  } else {
    out.name = wanted.renamed_from.value;
  }
  return out;
}

// A name can change, what tells overloads apart can't.
template <typename T>
bool only_name_differs(const ObjectId& from, const T& wanted) {
  if (from == wanted.id) return false;
  if constexpr (has_sql_name<T>) {
    T same = wanted;
    same.id = from;
    Kind<T>::read_key(from.name, same);
    same.id.schema = wanted.id.schema;
    same.name = wanted.name;
    Kind<T>::sign(same);
    return same.id == wanted.id;
  } else {
    return true;
  }
}

// Constraints, indexes and serial sequences whose names the declaration leaves to PostgreSQL follow their table's and
// columns' new names: the same facts under the name that would be chosen now. Their old names say nothing.
template <typename T>
void follow_chosen_names(Database& live, const Database& wanted, Renames& out) {
  for (const T& want : wanted.all<T>()) {
    if (!want.named_by_postgres.value || live.find<T>(want.id)) continue;
    const auto is_it = [&](const T& is) {
      if (is.id.schema != want.id.schema || is.id.parent != want.id.parent || wanted.find<T>(is.id)) return false;
      T same = is;
      same.id = want.id;
      return same == want;
    };
    const auto& all = live.all<T>();
    const auto found = std::find_if(all.begin(), all.end(), is_it);
    if (found == all.end()) continue;
    out.add({found->id, want.id});
    carry_out(live, out.all().back());
  }
}

// The second names of what is renamed, or says another one, are no objects of their own: what is of such a type follows at
// once, and an alter of its bearer does the rest.
void follow_second_names(Database& live, const Database& wanted) {
  std::vector<Renaming> changed;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (requires(const T& o) { Kind<T>::second_name(o); })
      for (const T& object : objects)
        if (const T* is = live.find<T>(object.id))
          if (const ObjectId from = Kind<T>::second_name(*is), to = Kind<T>::second_name(object); from != to)
            changed.push_back({from, to});
  });
  for (const Renaming& renaming : changed)
    live.each_kind_mutable([&renaming]<typename T>(std::vector<T>& objects) {
      if constexpr (
          !requires(const T& o) { Kind<T>::second_name(o); } &&
          requires(T & o, const Renaming& r) { Kind<T>::follow(o, r); })
        for (T& object : objects) Kind<T>::follow(object, renaming);
    });
}

}  // namespace

ObjectId Renames::on_server(ObjectId id) const {
  for (auto it = renames_.rbegin(); it != renames_.rend(); ++it) follow_id(id, {it->to, it->from});
  return id;
}

ObjectId Renames::after(ObjectId id) const {
  for (const Renaming& renaming : renames_) follow_id(id, renaming);
  return id;
}

Renames apply_renames(Database& live, const Database& wanted) {
  Renames out;
  // Kinds are in order of creation: schemas, types and tables are renamed before what is in them.
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (requires(const T& o, const Context& c) { Kind<T>::rename(o, o, c); })
      for (const T& object : objects) {
        if (object.renamed_from.value.empty()) continue;
        const ObjectId from = old_id(object);
        if (!only_name_differs<T>(from, object) || !live.find<T>(from) || live.find<T>(object.id) ||
            wanted.find<T>(from))
          continue;
        out.add({from, object.id});
        carry_out(live, out.all().back());
      }
  });
  follow_second_names(live, wanted);
  if (out.all().empty()) return out;
  follow_chosen_names<Sequence>(live, wanted, out);
  follow_chosen_names<PrimaryKey>(live, wanted, out);
  follow_chosen_names<Unique>(live, wanted, out);
  follow_chosen_names<Check>(live, wanted, out);
  follow_chosen_names<DomainCheck>(live, wanted, out);
  follow_chosen_names<Exclusion>(live, wanted, out);
  follow_chosen_names<Index>(live, wanted, out);
  follow_chosen_names<ForeignKey>(live, wanted, out);
  return out;
}

}  // namespace plumb
