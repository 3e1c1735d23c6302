#include "kinds/owner.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

bool Kind<Owner>::hangs_on(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = std::is_base_of_v<Owned, T> && !requires { Kind<T>::has_tables_owner; };
  });
  return out;
}

std::set<ObjectId> Kind<Owner>::needs(const Owner& owner) { return {subject_of(owner.id)}; }

namespace {

Statement owner_to(const Owner& owner, const std::string& role) {
  return statement(fmt::format("ALTER {} OWNER TO {}", sql_reference(subject_of(owner.id)), role));
}

}  // namespace

// Of what the plan has just made.
Statements Kind<Owner>::create(const Owner& owner, const Context&) {
  return {owner_to(owner, sql::quote_ident(owner.role))};
}

std::optional<Statements> Kind<Owner>::alter(const Owner& live, const Owner& wanted, const Context&) {
  auto out = owner_to(wanted, sql::quote_ident(wanted.role));
  const ObjectId of = subject_of(wanted.id);
  // ALTER TABLE locks each index along.
  if (grantable(of.kind) == Grantable::relation || of.kind == KindTag::sequence)
    out.locks.push_back({of, Lock::access_exclusive});
  out.hazards.push_back(
      {HazardKind::breaks_clients, fmt::format("{} may then do with it what it likes, {} only what is "
                                               "granted to it",
                                               wanted.role, live.role)});
  return Statements{out};
}

Statements Kind<Owner>::drop(const Owner& owner, const Context&) { return {owner_to(owner, "CURRENT_ROLE")}; }

std::string Kind<Owner>::reference(const ObjectId& id) { return sql_reference(subject_of(id)); }

}  // namespace plumb
