#include "kinds/ownership.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sql/names.h"
#include "sql/syntax_error.h"

namespace plumb {

namespace {

struct Facts {
  std::string owner;
  std::optional<std::vector<std::string>> acl;  // none: what acldefault() says
};

bool is_column(const ObjectId& id) { return grantable(id.kind) == Grantable::column; }

const std::string& live_owner(const ObjectId& id, const Database& live) {
  static const std::string unknown;
  const std::string* out = &unknown;
  const auto look = [&](const ObjectId& owned) {
    live.visit(owned, [&out]<typename T>(const T& object) {
      if constexpr (std::is_base_of_v<Owned, T>) out = &object.owner.value;
    });
  };
  if (is_column(id))
    for (const ObjectId& relation : relations_of(id)) look(relation);
  else
    look(id);
  return *out;
}

// None: not live.
std::optional<Facts> facts_of(const ObjectId& id, const Database& live) {
  std::optional<Facts> out;
  live.visit(id, [&]<typename T>(const T& object) {
    if constexpr (std::is_base_of_v<Owned, T>)
      out = Facts{object.owner.value, object.acl.value};
    else if constexpr (requires { object.acl.value.empty(); }) {
      out = Facts{live_owner(id, live), {}};
      if (!object.acl.value.empty()) out->acl = object.acl.value;
    }
  });
  return out;
}

// A sequence that a column owns has its table's owner, whatever is said of it. Empty: it follows none.
ColumnName owning_column(const ObjectId& id, const Database& database) {
  if (const IdentitySequence* identity = database.find<IdentitySequence>(id)) return identity->column.value;
  const Sequence* sequence = database.find<Sequence>(id);
  return sequence ? sequence->owned_by : ColumnName();
}

bool follows_table(const ObjectId& id, const Database& database) { return !owning_column(id, database).empty(); }

// Empty: whoever it is now.
std::string expected_owner(const ObjectId& id, const Creator& creator) {
  if (id.kind != KindTag::schema || id.name != "public") return creator.role;
  return creator.version.at_least(15) ? "pg_database_owner" : "";
}

// What an object has by default privileges once it is made, to whom: as far as is known.
std::vector<std::string> others_with_defaults(const ObjectId& id, const Creator& creator, const std::string& owner) {
  std::set<std::string> out;
  for (const DefaultPrivileges& p : creator.defaults) {
    if (grantable(p) != grantable(id.kind) || (!p.schema.empty() && p.schema != id.schema)) continue;
    for (const auto& [grantee, granted] : p.grants.by_grantee) out.insert(grantee == creator.role ? owner : grantee);
  }
  return {out.begin(), out.end()};
}

// The privileges on an object as they will be under its owner, reduced to what differs from the default.
Grants differing(const ObjectId& id, const Facts& facts, const std::string& owner, ServerVersion version) {
  const Grants usual = default_grants(id, owner, version);
  const Grants whole = facts.acl ? with_new_owner(parse_acl(*facts.acl, facts.owner), facts.owner, owner) : usual;
  return collapsed(apart_from(usual, whole), grantable(id.kind), version);
}

Grants differing(const ObjectId& id, const Grants& declared, const std::string& owner, ServerVersion version) {
  const Grantable what = grantable(id.kind);
  const Grants usual = default_grants(id, owner, version);
  return collapsed(apart_from(usual, over(usual, expanded(declared, what, owner, version))), what, version);
}

// Calls f with the id of each object that can have privileges.
template <typename F>
void each_grantable(const Database& database, F&& f) {
  database.each_kind([&f]<typename T>(const std::vector<T>& objects) {
    if constexpr (std::is_base_of_v<Owned, T> || requires(const T& o) { o.acl; })
      if (grantable(Kind<T>::tag) != Grantable::nothing)
        for (const T& object : objects) f(object.id);
  });
}

template <typename F>
void each_owned(const Database& database, F&& f) {
  database.each_kind([&f]<typename T>(const std::vector<T>& objects) {
    if constexpr (std::is_base_of_v<Owned, T>)
      if (Kind<Owner>::hangs_on(Kind<T>::tag))
        for (const T& object : objects) f(object.id);
  });
}

void compare_owners(Database& live, Database& wanted, bool managed, const Creator& creator) {
  auto& are = live.all_of<Owner>();
  if (!managed && wanted.all<Owner>().empty()) return are.clear();
  std::erase_if(are, [&](const Owner& owner) {
    const ObjectId of = subject_of(owner.id);
    const bool compared = wanted.find<Owner>(owner.id) || (managed && wanted.contains(of));
    return !compared || follows_table(of, live) || follows_table(of, wanted);
  });
  std::vector<Owner> expected;
  for (const Owner& owner : are) {
    if (wanted.find<Owner>(owner.id)) continue;
    Owner should = owner;
    const std::string role = expected_owner(subject_of(owner.id), creator);
    if (!role.empty()) should.role = role;
    expected.push_back(std::move(should));
  }
  auto& should_be = wanted.all_of<Owner>();
  should_be.insert(should_be.end(), expected.begin(), expected.end());
  wanted.sort();
  std::erase_if(should_be, [&](const Owner& owner) {
    const ObjectId of = subject_of(owner.id);
    return follows_table(of, wanted) || (!live.contains(of) && owner.role == creator.role);
  });
}

const std::string& owner_to_be(const ObjectId& id, const Database& live, const Database& wanted,
                               const Creator& creator) {
  std::set<ObjectId> owned = is_column(id) ? relations_of(id) : std::set{id};
  if (const ColumnName column = owning_column(id, wanted); !column.empty()) owned = {table_of(column.id())};
  for (const ObjectId& of : owned)
    if (const Owner* owner = wanted.find<Owner>(owner_id(of))) return owner->role;
  const std::string& is = live_owner(id, live);
  return is.empty() ? creator.role : is;
}

bool need_not_be_declared(const ObjectId& id) {
  bool out = false;
  with_kind(id.kind, [&out]<typename T>(const T*) {
    out = requires { Kind<T>::says_nothing_by_default; };
  });
  return out;
}

// What will be there to have privileges; columns of views need not be objects for that.
std::set<ObjectId> grantables(const Database& live, const Database& wanted) {
  std::set<ObjectId> out;
  each_grantable(wanted, [&out](const ObjectId& id) { out.insert(id); });
  for (const Privileges& p : wanted.all<Privileges>())
    if (const ObjectId on = subject_of(p.id); need_not_be_declared(on)) out.insert(on);
  each_grantable(live, [&](const ObjectId& id) {
    if (!need_not_be_declared(id)) return;
    for (const ObjectId& relation : relations_of(id))
      if (wanted.contains(relation)) out.insert(id);
  });
  return out;
}

void compare_privileges(Database& live, Database& wanted, bool managed, const Creator& creator) {
  if (!managed && wanted.all<Privileges>().empty()) return live.all_of<Privileges>().clear();
  std::vector<Privileges> are, should_be;
  for (const ObjectId& on : grantables(live, wanted)) {
    const ObjectId id = privileges_id(on);
    const Privileges* declared = wanted.find<Privileges>(id);
    if (!declared && !managed) continue;
    const auto facts = facts_of(on, live);
    if (!declared && is_column(on) && (!facts || !facts->acl)) continue;
    const std::string& owner = owner_to_be(on, live, wanted, creator);
    Privileges is, should;
    is.id = should.id = id;
    is.owner.value = should.owner.value = owner;
    if (declared) should.origin = declared->origin;
    should.grants = differing(on, declared ? declared->grants : Grants{}, owner, creator.version);
    if (facts)
      is.grants = differing(on, *facts, owner, creator.version);
    else
      should.others.value = others_with_defaults(on, creator, owner);
    if (!is.grants.by_grantee.empty()) are.push_back(std::move(is));
    if (!should.grants.by_grantee.empty() || !should.others.value.empty()) should_be.push_back(std::move(should));
  }
  live.all_of<Privileges>() = std::move(are);
  wanted.all_of<Privileges>() = std::move(should_be);
  live.sort();
  wanted.sort();
}

void restore_privileges(const ObjectId& on, const Database& live, Database& wanted, const Creator& creator) {
  const ObjectId id = privileges_id(on);
  const std::string owner = owner_to_be(on, live, wanted, creator);
  Privileges* declared = wanted.find_mutable<Privileges>(id);
  if (!declared && live.find<Privileges>(id)) return;  // they are to go
  Privileges restored;
  Privileges& p = declared ? *declared : restored;
  p.owner.value = owner;
  p.others.value = others_with_defaults(on, creator, owner);
  p.remade.value = true;
  if (declared) return;
  const auto facts = facts_of(on, live);
  if (!facts) return;
  p.id = id;
  p.grants = differing(on, *facts, owner, creator.version);
  if (p.grants.by_grantee.empty() && p.others.value.empty()) return;
  wanted.add(std::move(restored));
  wanted.sort();
}

// Is it among the output columns of a view, as far as can be told?
bool gives(const auto& view, const std::string& column) {
  if constexpr (requires { view.output.value; })
    if (!view.output.value.empty())
      return std::ranges::any_of(view.output.value, [name = sql::quote_ident(column) + " "](const Element& output) {
        return output.text.starts_with(name);
      });
  if constexpr (requires { view.columns; })
    if (!view.columns.empty()) return std::ranges::find(view.columns, column) != view.columns.end();
  try {
    const auto names = sql::output_names(view.query.text);
    return !names || names->contains(column);
  } catch (const sql::SyntaxError&) {
    return false;  // the server will say what is wrong with it
  }
}

// Has the relation this column still? Of a view's columns none need be declared: its query tells, or may tell.
template <typename T>
bool keeps(const ObjectId& relation, const T& column, const Database& wanted) {
  bool out = wanted.find<T>(column.id);
  if constexpr (requires { Kind<T>::says_nothing_by_default; })
    wanted.visit(relation, [&](const auto& object) {
      if constexpr (requires { object.query.text; }) out = out || gives(object, column.id.name);
    });
  return out;
}

}  // namespace

Creator creator_of(std::string role, ServerVersion version, const Database& live, const Database& wanted) {
  Creator out{std::move(role), version};
  for (const Database* side : {&live, &wanted})
    for (const DefaultPrivileges& p : side->all<DefaultPrivileges>())
      if (p.role == out.role) out.defaults.push_back(p);
  return out;
}

void expose_ownership(Database& live, const Database& wanted, ManagedOwnership managed) {
  const bool owners = managed.owners || !wanted.all<Owner>().empty();
  const bool privileges = managed.privileges || !wanted.all<Privileges>().empty();
  if (owners)
    each_owned(live, [&live](const ObjectId& of) {
      Owner owner;
      owner.id = owner_id(of);
      owner.role = live_owner(of, live);
      live.add(std::move(owner));
    });
  if (privileges)
    each_grantable(live, [&live](const ObjectId& on) {
      const auto facts = facts_of(on, live);
      if (!facts->acl) return;
      Privileges p;
      p.id = privileges_id(on);
      p.owner.value = facts->owner;
      p.grants = parse_acl(*facts->acl, facts->owner);
      live.add(std::move(p));
    });
  if (owners || privileges) live.sort();
}

void compare_ownership(Database& live, Database& wanted, ManagedOwnership managed, const Creator& creator) {
  compare_owners(live, wanted, managed.owners, creator);
  compare_privileges(live, wanted, managed.privileges, creator);
}

void hand_on_privileges(const Database& live, Database& wanted, const Creator& creator) {
  const auto identity_id = [](const Column& column) {
    const ObjectId id = Kind<Column>::identity_sequence_id(column);
    return top_id(KindTag::identity_sequence, id.schema, id.name);
  };
  std::map<ObjectId, std::pair<ObjectId, const Column*>> successors;
  for (const Sequence& s : live.all<Sequence>())
    if (Kind<Sequence>::is_identity_there(s, live, wanted)) {
      const Column* column = wanted.find<Column>(s.owned_by.id());
      successors[s.id] = {identity_id(*column), column};
    }
  for (const Sequence& s : wanted.all<Sequence>())
    if (Kind<Sequence>::is_identity_there(s, wanted, live))
      successors[identity_id(*live.find<Column>(s.owned_by.id()))] = {s.id, nullptr};
  for (const auto& [was, becomes] : successors) {
    const auto& [is, column] = becomes;
    const auto facts = facts_of(was, live);
    if (!facts || !facts->acl || wanted.find<Privileges>(privileges_id(is))) continue;
    Privileges p;
    p.id = privileges_id(is);
    p.grants = differing(was, *facts, facts->owner, creator.version);
    if (p.grants.by_grantee.empty()) continue;
    if (column && !wanted.find<IdentitySequence>(is)) {
      IdentitySequence s;
      s.id = is, s.column.value = {column->id.schema, column->id.parent, column->id.name}, s.origin = column->origin;
      wanted.add(std::move(s));
    }
    wanted.add(std::move(p));
    wanted.sort();
  }
}

bool loses_privileges(const ObjectId& goes, const ObjectId& comes, const Database& live, const Database& wanted) {
  const auto facts = facts_of(goes, live);
  if (!facts || !facts->acl || wanted.find<Privileges>(privileges_id(comes))) return false;
  const Grants grants = parse_acl(*facts->acl, facts->owner);
  return std::ranges::any_of(grants.by_grantee, [&](const auto& of) { return of.first != facts->owner; });
}

void restore_ownership(const ObjectId& id, const Database& live, Database& wanted, const Creator& creator) {
  const auto facts = facts_of(id, live);
  if (!facts) return;
  if (!is_column(id) && !wanted.find<Owner>(owner_id(id)) && facts->owner != creator.role && !facts->owner.empty() &&
      !follows_table(id, wanted)) {
    Owner owner;
    owner.id = owner_id(id);
    owner.role = facts->owner;
    wanted.add(std::move(owner));
    wanted.sort();
  }
  if (grantable(id.kind) != Grantable::nothing) restore_privileges(id, live, wanted, creator);
  live.each_kind([&]<typename T>(const std::vector<T>&) {
    if constexpr (!std::is_base_of_v<Owned, T> && requires(const T& o) { o.acl; }) {
      if (!Kind<T>::placement.parents.contain(id.kind)) return;
      const auto [first, last] = live.children<T>(id);
      for (auto column = first; column != last; ++column)
        if (is_column(column->id) && keeps(id, *column, wanted)) restore_privileges(column->id, live, wanted, creator);
    }
  });
}

void declare_ownership(Database& live, const Creator& creator) {
  std::vector<Owner> owners;
  std::vector<Privileges> privileges;
  each_owned(live, [&](const ObjectId& of) {
    const std::string expected = expected_owner(of, creator);
    const std::string& is = live_owner(of, live);
    if (is == expected || expected.empty() || follows_table(of, live)) return;
    Owner& owner = owners.emplace_back();
    owner.id = owner_id(of);
    owner.role = is;
  });
  each_grantable(live, [&](const ObjectId& on) {
    const auto facts = facts_of(on, live);
    if (!facts->acl) return;
    Grants grants = differing(on, *facts, facts->owner, creator.version);
    if (grants.by_grantee.empty()) return;
    Privileges& p = privileges.emplace_back();
    p.id = privileges_id(on);
    p.grants = std::move(grants);
  });
  live.all_of<Owner>() = std::move(owners);
  live.all_of<Privileges>() = std::move(privileges);
  live.sort();
  // Of the sequences of identities only those are said of which there is something to say.
  std::erase_if(live.all_of<IdentitySequence>(),
                [&live](const IdentitySequence& s) { return !has_attached(live, s.id); });
}

void settle_default_privileges(Database& database, ServerVersion version) {
  for (DefaultPrivileges& p : database.all_of<DefaultPrivileges>()) settle_grants(p, version);
}

}  // namespace plumb
