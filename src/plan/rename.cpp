#include "plan/rename.h"

#include <algorithm>
#include <map>
#include <set>

#include "kinds/complete.h"
#include "kinds/fields.h"
#include "kinds/rehoming.h"
#include "plan/column_types.h"

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
  if (may_stand_under(id, r.from.kind) && id.schema == r.from.schema && id.parent == r.from.name) {
    id.schema = r.to.schema;
    id.parent = r.to.name;
    return;
  }
  if (subject_of(id) == r.from) id = attached_id(id.kind, r.to);
}

// A table takes the sequences that its columns own along into another schema.
void move_owned_sequences(Database& live, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::table || renaming.from.schema == renaming.to.schema) return;
  std::map<ObjectId, ObjectId> moved;
  for (Sequence& sequence : live.all_of<Sequence>()) {
    if (table_id(sequence.owned_by.schema, sequence.owned_by.table) != renaming.from) continue;
    const ObjectId before = sequence.id;
    sequence.id.schema = renaming.to.schema;
    moved.emplace(before, sequence.id);
  }
  if (moved.empty()) return;
  follow_subjects(live, moved);
  for (const auto& [before, after] : moved) {
    const Renaming along{before, after};
    live.each_kind_mutable([&along]<typename T>(std::vector<T>& objects) {
      if constexpr (requires(T & o, const Renaming& r) { Kind<T>::follow(o, r); })
        for (T& object : objects) Kind<T>::follow(object, along);
    });
  }
}

// What the catalogs say of its owner and privileges.
template <typename T>
void follow_owner(T& object, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::role) return;
  if constexpr (requires {
                  object.owner.value.empty();
                  object.acl.value->size();
                })
    if (object.owner.value == renaming.from.name) object.owner.value = renaming.to.name;
  if constexpr (requires { object.acl.value->size(); }) {
    if (object.acl.value) follow_role(*object.acl.value, renaming);
  } else if constexpr (requires { object.acl.value.size(); }) {
    follow_role(object.acl.value, renaming);
  }
}

// The types of a signature, which tell overloads apart, as an object of schema `to` names those that one of `from` names.
template <typename T>
void rehome_signature(T& object, const std::string& from, const std::string& to, const Database& database) {
  if constexpr (has_sql_name<T>)
    each_type_of(object, [&](std::string& text, bool expression) {
      if (!expression) text = rehomed(text, from, to, database);
    });
}

// The other schemas that have a type of the name of one that is renamed.
std::set<std::string> homes_of_namesakes(const ObjectId& from, const Database& live) {
  std::set<std::string> out;
  if (!is_type(from.kind)) return out;
  live.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (shares_type_names<T>)
      for (const T& object : objects)
        if (object.id.name == from.name && object.id.schema != from.schema) out.insert(object.id.schema);
  });
  return out;
}

// What PostgreSQL changes in an object along with the rename. The types of signatures alone are not whole by then: where its own
// schema has a namesake, a bare one is that.
template <typename T>
void follow_rename(T& object, const Renaming& renaming, const std::set<std::string>& namesakes) {
  if constexpr (requires { Kind<T>::follow(object, renaming); }) {
    const bool hidden = has_sql_name<T> && namesakes.contains(object.id.schema);
    std::vector<std::string> types;
    if (hidden) each_type_of(object, [&types](std::string& text, bool) { types.push_back(text); });
    Kind<T>::follow(object, renaming);
    std::size_t i = 0;
    if (hidden)
      each_type_of(object, [&](std::string& text, bool expression) {
        if (const std::string& before = types[i++]; !expression && before.find('.') == std::string::npos) text = before;
      });
  }
}

void carry_on(Database& live, const Database& wanted, const Renaming& renaming);

void carry_out(Database& live, const Database& wanted, const Renaming& renaming) {
  move_owned_sequences(live, renaming);
  const std::set<std::string> namesakes = homes_of_namesakes(renaming.from, live);
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      follow_rename(object, renaming, namesakes);
      follow_owner(object, renaming);
      if (object.id == renaming.from) rehome_signature(object, renaming.from.schema, renaming.to.schema, live);
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
  if (!renaming.from.parent.empty()) carry_on(live, wanted, renaming);
}

// It does so before anything of its parent changes, so that it keeps the old names.
bool leaves(const ObjectId& child, const ObjectId& parent, const Database& wanted) {
  if (!descendant(child, wanted)) return false;
  const auto parents = parents_of(child, wanted);
  return std::find(parents.begin(), parents.end(), parent) == parents.end();
}

// A column of a typed table has its attribute's name.
void carry_on_to_typed_tables(Database& live, const Database& wanted, const Renaming& renaming) {
  const ObjectId of = top_id(KindTag::composite, renaming.to.schema, renaming.to.parent);
  std::vector<ObjectId> typed;
  for (const Table& table : live.all<Table>())
    if (const Composite* type = type_of(table, live); type && type->id == of) typed.push_back(table.id);
  for (const ObjectId& table : typed)
    carry_out(live, wanted, {column_id(table, renaming.from.name), column_id(table, renaming.to.name)});
}

// A column of a child has its parent's name, and so have a check that is its parent's and the clones of a trigger. Other parts
// keep their own.
void carry_on(Database& live, const Database& wanted, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::attribute) return carry_on_to_typed_tables(live, wanted, renaming);
  const bool trigger = renaming.from.kind == KindTag::trigger || renaming.from.kind == KindTag::cloned_trigger;
  for (const ObjectId& child : children_of(table_of(renaming.to), live)) {
    if (leaves(child, table_of(renaming.to), wanted)) continue;
    if (trigger)
      carry_out(live, wanted,
                {child_id(KindTag::cloned_trigger, child, renaming.from.name),
                 child_id(KindTag::cloned_trigger, child, renaming.to.name)});
    bool renamed = false;
    with_kind(renaming.from.kind, [&]<typename T>(const T*) {
      if constexpr (std::is_same_v<T, Column>) renamed = true;
      if constexpr (requires(const T& o) { o.part_of; })
        for (T& object : live.all_of<T>()) {
          const bool part = object.id.schema == child.schema && object.id.parent == child.name &&
                            object.part_of.value == renaming.from.name;
          if (!part) continue;
          object.part_of.value = renaming.to.name;
          renamed = std::is_same_v<T, Check>;
        }
    });
    if (renamed)
      carry_out(live, wanted,
                {child_id(renaming.from.kind, child, renaming.from.name),
                 child_id(renaming.from.kind, child, renaming.to.name)});
  }
}

// The id that a wanted object says it had. The old name may be qualified where the kind stands at the top level.
template <typename T>
ObjectId old_id(const T& wanted, const Database& database) {
  ObjectId out = wanted.id;
  if constexpr (has_sql_name<T>) {
    T old = wanted;
    Kind<T>::read_key(wanted.renamed_from.value, old);
    rehome_signature(old, wanted.id.schema, old.id.schema, database);
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
bool only_name_differs(const ObjectId& from, const T& wanted, const Database& database) {
  if (from == wanted.id) return false;
  if constexpr (has_sql_name<T>) {
    T same = wanted;
    same.id = from;
    Kind<T>::read_key(from.name, same);
    rehome_signature(same, from.schema, wanted.id.schema, database);
    same.id.schema = wanted.id.schema;
    same.name = wanted.name;
    Kind<T>::sign(same);
    return same.id == wanted.id;
  } else {
    return true;
  }
}

using DeclaredNames = std::map<ObjectId, ObjectId>;  // of one kind: the old ones by the new ones

// Where one takes the name that another gives up, all of them are renamed, from the far end: the name that is free there
// decides whether it is still to be done.
std::vector<Renaming> chain_ending_in(ObjectId to, const DeclaredNames& declared, const Database& live,
                                      const Database& wanted) {
  std::vector<Renaming> out;
  if (live.contains(to)) return out;
  for (;;) {
    const auto step = declared.find(to);
    // The last name that is given up must be wanted by nothing else; a circle gives none up.
    if (step == declared.end() || !live.contains(step->second) || out.size() == declared.size()) return {};
    out.push_back({step->second, to});
    if (!wanted.contains(step->second)) return out;
    to = step->second;
  }
}

// What is there already has its name, whatever it says; and nothing inherits a name that is to stay.
void note_two_heirs(const DeclaredNames& declared, const Database& live, const Database& wanted, Renames& out) {
  DeclaredNames heirs;
  for (const auto& [to, from] : declared) {
    const bool stays = wanted.contains(from) && !declared.contains(from);
    if (live.contains(to) || !live.contains(from) || stays) continue;
    if (const auto [first, added] = heirs.emplace(from, to); !added) out.note({first->second, to, from});
  }
}

void note_circles(const DeclaredNames& declared, Renames& out) {
  for (const auto& [to, from] : declared) {
    std::set<ObjectId> seen{to};
    ObjectId at = from;
    for (auto next = declared.find(at); next != declared.end() && seen.insert(at).second; next = declared.find(at))
      at = next->second;
    if (at == to && to == *seen.begin()) out.note_circle({from, to});
  }
}

// Not on a new database: there nothing has been renamed.
bool has_others(const ObjectId& id, const Database& live) {
  bool out = false;
  with_kind(id.kind, [&]<typename T>(const T*) {
    for (const Base& o : live.all<T>()) out = out || (o.id.schema == id.schema && o.id.parent == id.parent);
  });
  return out;
}

// What a child has from its parent gets its new name along with that.
std::vector<Renaming> parents_first(const DeclaredNames& declared, const Database& live) {
  std::vector<Renaming> out;
  for (const auto& [to, from] : declared) out.push_back({from, to});
  std::ranges::stable_sort(out, {}, [&live](const Renaming& each) {
    return each.from.parent.empty() ? 0 : ancestors_of(table_of(each.from), live).size();
  });
  return out;
}

void follow(const DeclaredNames& declared, Database& live, const Database& wanted, Renames& out) {
  note_two_heirs(declared, live, wanted, out);
  note_circles(declared, out);
  for (const auto& [from, to] : parents_first(declared, live)) {
    const auto chain = chain_ending_in(to, declared, live, wanted);
    if (chain.empty() && !live.contains(to)) {
      if (live.contains(from))
        out.note_kept({from, to});
      else if (!wanted.contains(from) && has_others(from, live))
        out.note_idle({from, to});
    }
    for (const Renaming& renaming : chain) {
      out.add(renaming);
      carry_out(live, wanted, renaming);
    }
  }
  for (const auto& [to, from] : declared)
    if (live.contains(to) && live.contains(from) && !wanted.contains(from)) out.note_beside({from, to});
}

template <typename T>
void follow_declared(Database& live, const Database& wanted, Renames& out) {
  DeclaredNames declared;
  for (const T& object : wanted.all<T>())
    if (!object.renamed_from.value.empty()) {
      ObjectId from = old_id(object, wanted);
      // Its schema may have got another name by now.
      if (const ObjectId now = out.after(from); !live.contains(from) && live.contains(now)) from = now;
      if (only_name_differs(from, object, wanted))
        declared.emplace(object.id, from);
      else if (from != object.id && !live.contains(from))
        out.note_idle({from, object.id});
    }
  if (!declared.empty()) follow(declared, live, wanted, out);
}

// The same facts, as far as it can be told without the server.
template <typename T>
bool provably_same(const T& live, const T& wanted, const sql::ColumnTypes& types) {
  bool same = true;
  each_field(live, wanted, [&]<typename M>(std::string_view, const M& is, const M& want) {
    if constexpr (std::is_same_v<M, Expression>)
      same = same && (is == want || sql::same_expression(is.text, want.text, types));
    else
      same = same && is == want;
  });
  return same;
}

// Constraints, indexes and serial sequences whose names the declaration leaves to PostgreSQL follow their table's and
// columns' new names: the same facts under the name that would be chosen now. Their old names say nothing.
template <typename T>
void follow_chosen_names(Database& live, const Database& wanted, Renames& out) {
  for (const T& want : wanted.all<T>()) {
    if (!want.named_by_postgres.value || live.find<T>(want.id)) continue;
    const auto types = column_types(table_of(want.id), live, wanted);
    const auto same = [&](const T& is) {
      // The sequence of a serial is its column's, whatever else differs: how far it has counted must not be lost.
      if constexpr (std::is_same_v<T, Sequence>)
        if (!want.owned_by.empty()) return is.owned_by == want.owned_by;
      return provably_same(is, want, types);
    };
    const auto is_it = [&](const T& is) {
      return is.id.schema == want.id.schema && is.id.parent == want.id.parent && !wanted.find<T>(is.id) && same(is);
    };
    const auto& all = live.all<T>();
    const auto found = std::find_if(all.begin(), all.end(), is_it);
    if (found == all.end()) continue;
    out.add({found->id, want.id});
    carry_out(live, wanted, out.all().back());
  }
}

void note_idle_values(const Database& live, const Database& wanted, Renames& out) {
  const auto has = [](const Enum& e, const std::string& value) { return std::ranges::count(e.values, value) > 0; };
  for (const Enum& want : wanted.all<Enum>())
    if (const Enum* is = live.find<Enum>(want.id))
      for (const auto& [value, before] : want.renamed_values.value)
        if (!has(*is, value) && !has(*is, before)) out.note_idle(IdleValue{want.id, value, before});
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

bool has_renames(const Database& live, const Database& wanted) {
  bool out = false;
  wanted.each_any(
      [&](const Base& object) { out = out || (!object.renamed_from.value.empty() && !live.contains(object.id)); });
  return out;
}

Renames follow_declared_names(Database& live, const Database& wanted) {
  Renames out;
  // Kinds are in order of creation: schemas, types and tables are renamed before what is in them.
  wanted.each_kind([&]<typename T>(const std::vector<T>&) {
    if constexpr (requires(const T& o, const Context& c) { Kind<T>::rename(o, o, c); })
      follow_declared<T>(live, wanted, out);
  });
  note_idle_values(live, wanted, out);
  follow_second_names(live, wanted);
  return out;
}

void follow_chosen_names(Database& live, const Database& wanted, Renames& out) {
  if (out.all().empty()) return;
  follow_chosen_names<Sequence>(live, wanted, out);
  follow_chosen_names<PrimaryKey>(live, wanted, out);
  follow_chosen_names<Unique>(live, wanted, out);
  follow_chosen_names<Check>(live, wanted, out);
  follow_chosen_names<DomainCheck>(live, wanted, out);
  follow_chosen_names<Exclusion>(live, wanted, out);
  follow_chosen_names<Index>(live, wanted, out);
  follow_chosen_names<ForeignKey>(live, wanted, out);
  complete_live(live);  // what was said of names may go without saying under the new ones
}

}  // namespace plumb
