#include "plan/still_used.h"

#include <algorithm>
#include <map>
#include <set>

#include "kinds/kinds.h"
#include "plan/references.h"

namespace plumb {

namespace {

std::string bare_name(const ObjectId& id, const Database& database) {
  std::string out = id.name;
  database.visit(id, [&out](const auto& object) { out = own_name(object); });
  return out;
}

// Something that comes, or is there too, under the name by which texts know the one that goes.
bool has_successor(const ObjectId& id, const Database& live, const Database& wanted) {
  const bool with_its_table = !id.parent.empty() && !wanted.contains(table_of(id));
  const ObjectId gone = with_its_table ? table_of(id) : id;
  const std::string name = bare_name(gone, live);
  bool out = false;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (!is_attached<T>)
      for (const T& object : objects) {
        if (out) return;
        if (object.id.schema != gone.schema || object.id.parent != gone.parent) continue;
        // Of what is told apart by arguments another of the same kind will do.
        out = own_name(object) == name && has_sql_name<T> == (Kind<T>::tag == gone.kind);
      }
  });
  return out;
}

template <typename T>
bool is_retyped(const ObjectId& id, const Database& live, const Database& wanted) {
  const T *is = live.find<T>(id), *want = wanted.find<T>(id);
  return is && want && !(is->type == want->type && is->collation == want->collation);
}

// The views that come again because columns under them get other types, or something they use is succeeded by another.
template <typename F>
std::set<ObjectId> queries_anew(const Dependencies& dependencies, const Database& live, const Database& wanted,
                                F&& is_succeeded) {
  std::set<ObjectId> out;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Dependency& dependency : dependencies) {
      const ObjectId &user = dependency.dependent, &used = dependency.on;
      if (user.kind != KindTag::view && user.kind != KindTag::materialized_view) continue;
      if (out.contains(user)) continue;
      if (out.contains(used) || out.contains(table_of(used)) || is_retyped<Column>(used, live, wanted) ||
          is_succeeded(used))
        grown = out.insert(user).second || grown;
    }
  }
  return out;
}

// Does its text name the type or collation? Columns may be called alike.
bool names_in_text(const ObjectId& id, const ObjectId& used, const Database& live, const Database& wanted) {
  const std::string name = bare_name(used, live);
  if (!is_type(used.kind)) return has_in_text(id, name, wanted);
  bool out = false;
  wanted.visit(id, [&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::mentions(object); }) {
      try {
        for (const std::string& text : Kind<T>::mentions(object)) out = out || sql::names_type(text, name);
      } catch (const sql::SyntaxError&) {
        out = true;  // the server will say what is wrong with it
      }
    }
  });
  return out;
}

// A composite type stands on the types of its attributes.
bool has_retyped_part(const ObjectId& type, const ObjectId& used, const Database& live, const Database& wanted) {
  if (type.kind != KindTag::composite) return false;
  const auto names = [&used](const Attribute& attribute) {
    return attribute.collation.name == used.name ||
           sql::has_word(sql::lower(attribute.type.text), sql::lower(used.name));
  };
  const auto [first, last] = wanted.children<Attribute>(type);
  if (std::any_of(first, last, names)) return false;
  const auto [is, end] = live.children<Attribute>(type);
  return std::any_of(is, end, names);
}

// Another of its kind and name, in another schema.
bool has_namesake_to_come(const ObjectId& id, const Database& live, const Database& wanted) {
  const std::string name = bare_name(id, live);
  bool out = false;
  with_kind(id.kind, [&]<typename T>(const T*) {
    for (const T& object : wanted.all<T>())
      out = out || (object.id.parent == id.parent && own_name(object) == name && !live.contains(object.id));
  });
  return out;
}

// An index or a key sorts by its column's collation where it names none, and gets the new one along with it.
bool follows_its_column(const ObjectId& user, const ObjectId& used, const Database& live, const Database& wanted) {
  if (used.kind != KindTag::collation || user.parent.empty()) return false;
  const auto [first, last] = live.children<Column>(table_of(user));
  return std::any_of(first, last, [&](const Column& is) {
    const Column* want = wanted.find<Column>(is.id);
    const ObjectName name{used.schema, used.name};
    return want && *is.collation == name && !(*want->collation == name);
  });
}

// Made anew as it is written, a query stands on no more than it means then: not on a column of a row that ON CONFLICT updates,
// by which NATURAL joins, or that "*" stood for.
bool goes_unnamed(const ObjectId& user, const ObjectId& used, const Database& written) {
  const bool query = user.kind == KindTag::view || user.kind == KindTag::materialized_view ||
                     user.kind == KindTag::rule || user.kind == KindTag::function || user.kind == KindTag::procedure;
  return query && used.kind == KindTag::column && !has_in_text(user, used.name, written);
}

// Constraints and indexes stand for each other: a key for another over the same columns.
bool can_be_used_by_name(const ObjectId& id) { return id.parent.empty() || id.kind == KindTag::column; }

}  // namespace

std::vector<StillUsed> still_used(const std::vector<Change>& changes, const Dependencies& dependencies,
                                  const std::map<ObjectId, std::string>& refusals, const Database& live,
                                  const Database& wanted, const Database& declared) {
  std::set<ObjectId> going, changing;
  for (const Change& change : changes) {
    if (change.verb == Verb::drop && can_be_used_by_name(change.id)) going.insert(change.id);
    changing.insert(change.id);
  }
  if (going.empty()) return {};
  // What changes may do without it from now on. Not so where the server misses just that, and no namesake is to come.
  const auto does_without = [&](const ObjectId& user, const ObjectId& used) {
    if (!changing.contains(user)) return false;
    const auto refusal = refusals.find(user);
    return refusal == refusals.end() || !sql::has_word(refusal->second, bare_name(used, live)) ||
           has_namesake_to_come(used, live, wanted);
  };
  // The functions of casts that are to have others: what casts depends on them, and names the cast alone.
  std::set<ObjectId> ways_of_casts;
  for (const Dependency& dependency : dependencies)
    if (dependency.dependent.kind == KindTag::cast && does_without(dependency.dependent, dependency.on))
      ways_of_casts.insert(dependency.on);
  std::set<StillUsed> out;
  std::map<ObjectId, bool> succeeded;
  const auto is_succeeded = [&](const ObjectId& used) {
    const auto [known, fresh] = succeeded.try_emplace(used, false);
    if (fresh) known->second = has_successor(used, live, wanted) || ways_of_casts.contains(used);
    return known->second;
  };
  const std::set<ObjectId> anew = queries_anew(dependencies, live, wanted, [&](const ObjectId& id) {
    return going.contains(id) && !is_type(id.kind) && is_succeeded(id);
  });
  // A query made anew gives columns of the types that come, and uses no more of those that go than its text names.
  const auto takes_other_type = [&](const ObjectId& user, const ObjectId& used) {
    const bool type = is_type(used.kind) || used.kind == KindTag::collation;
    return type && (has_retyped_part(user, used, live, wanted) ||
                    (anew.contains(user) && !names_in_text(user, used, live, wanted)));
  };
  for (const Dependency& dependency : dependencies) {
    const ObjectId &user = dependency.dependent, &used = dependency.on;
    // A clone calls what its trigger calls.
    if (user.kind == KindTag::cloned_trigger) continue;
    const bool moves_out = used.kind == KindTag::schema && user.schema != used.name;
    if (!going.contains(used) || moves_out || does_without(user, used) || !live.contains(user) ||
        !wanted.contains(user) || follows_its_column(user, used, live, wanted))
      continue;
    const bool with_its_table = used.kind == KindTag::column && going.contains(table_of(used));
    if (!with_its_table && goes_unnamed(user, used, declared.contains(user) ? declared : wanted)) continue;
    if (!is_succeeded(used) && !takes_other_type(user, used))
      out.insert({user, with_its_table ? table_of(used) : used});
  }
  return {out.begin(), out.end()};
}

}  // namespace plumb
