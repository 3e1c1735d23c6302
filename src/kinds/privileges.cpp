#include "kinds/privileges.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::set<ObjectId> Kind<Privileges>::needs(const Privileges& p) {
  const ObjectId on = subject_of(p.id);
  std::set<ObjectId> out{on, owner_id(on)};
  // REVOKE on a table takes the privileges on its columns along.
  if (grantable(on.kind) == Grantable::column)
    for (const ObjectId& relation : relations_of(on)) {
      out.insert(relation);  // a column of a view of which nothing else is said is no object
      out.insert(owner_id(relation));
      out.insert(privileges_id(relation));
    }
  return out;
}

std::vector<std::string> Kind<Privileges>::roles(const Privileges& p) {
  std::vector<std::string> out;
  add_roles(p.grants, out);
  return out;
}

VersionNeed version_need(const Grants& grants) {
  for (const auto& [grantee, granted] : grants.by_grantee)
    for (const auto& privilege : granted)
      if (privilege.name == "maintain") return {17, "the privilege maintain"};
  return {};
}

VersionNeed Kind<Privileges>::needs_version(const Privileges& p) { return version_need(p.grants); }

namespace {

class Regrant {
 public:
  Regrant(const Privileges& p, const Context& context)
      : on_(subject_of(p.id)),
        what_(grantable(on_.kind)),
        owner_(p.owner.value),
        context_(context),
        usual_(default_grants(on_, owner_, context.version)),
        target_(target(on_)) {}

  Grants whole(const Grants& differing) const {
    return over(usual_, expanded(differing, what_, owner_, context_.version));
  }

  // `new_object`: no client has used it yet.
  Statements change(const Grants& from, const Grants& to, bool new_object) const {
    Statements out;
    for (const GrantChange& each : grant_changes(from, to)) {
      Statements some = statements(target_, each);
      if (each.revoke && !new_object) some[some.size() / 2].hazards.push_back({HazardKind::breaks_clients, lost(each)});
      std::move(some.begin(), some.end(), std::back_inserter(out));
      if (each.revoke && what_ == Grantable::relation) keep_on_columns(each, out);
    }
    return out;
  }

  const Grants& usual() const { return usual_; }

 private:
  GrantTarget target(const ObjectId& on) const {
    const Grantable what = grantable(on.kind);
    return {grant_reference(on), what == Grantable::column ? on.name : "", "", privileges_of(what, context_.version)};
  }

  static std::string lost(const GrantChange& change) {
    std::string list;
    for (const auto& name : change.privileges) list += (list.empty() ? "" : ", ") + name;
    return change.option_only ? fmt::format("{} can no longer grant {} to others", change.grantee, list)
                              : fmt::format("{} loses {}", change.grantee, list);
  }

  // REVOKE SELECT ON t takes every SELECT (a) of the same grantee along (ExecGrant_Relation in catalog/aclchk.c).
  void keep_on_columns(const GrantChange& change, Statements& out) const {
    if (change.option_only) return;
    context_.live.each_kind([&]<typename T>(const std::vector<T>&) {
      if constexpr (requires(const T& o) { o.acl.value.empty(); }) {
        const auto [first, last] = context_.live.children<T>(on_);
        for (auto column = first; column != last; ++column)
          if (context_.wanted.find<T>(column->id)) keep_on_column(column->id, column->acl.value, change, out);
      }
    });
  }

  void keep_on_column(const ObjectId& id, const std::vector<std::string>& acl, const GrantChange& change,
                      Statements& out) const {
    const Privileges* wanted = context_.wanted.find<Privileges>(privileges_id(id));
    if (!wanted && context_.live.find<Privileges>(privileges_id(id))) return;  // they go, too
    const Grants all =
        expanded(wanted ? wanted->grants : parse_acl(acl, owner_), Grantable::column, owner_, context_.version);
    Grants kept;
    if (const auto granted = all.by_grantee.find(change.grantee); granted != all.by_grantee.end())
      for (const sql::Privilege& p : granted->second)
        if (p.grantor == change.grantor &&
            std::find(change.privileges.begin(), change.privileges.end(), p.name) != change.privileges.end())
          kept.by_grantee[change.grantee].push_back(p);
    for (const GrantChange& again : grant_changes({}, kept))
      for (auto& granted : statements(target(id), again)) out.push_back(std::move(granted));
  }

  ObjectId on_;
  Grantable what_;
  std::string owner_;
  const Context& context_;
  Grants usual_;
  GrantTarget target_;
};

}  // namespace

Statements Kind<Privileges>::create(const Privileges& p, const Context& context) {
  const Regrant regrant(p, context);
  // What ALTER DEFAULT PRIVILEGES may have granted goes; what PostgreSQL grants by itself comes back where it is wanted.
  Grants from = regrant.usual();
  Statements out;
  const ObjectId on = subject_of(p.id);
  for (const std::string& grantee : p.others.value) {
    out.push_back(statement(fmt::format("REVOKE ALL ON {} FROM {}", grant_reference(on),
                                        grantee == "public" ? "PUBLIC" : sql::quote_ident(grantee))));
    from.by_grantee.erase(grantee);
  }
  const bool is_new = p.remade.value || !context.live.contains(on);
  for (auto& granted : regrant.change(from, regrant.whole(p.grants), is_new)) out.push_back(std::move(granted));
  return out;
}

std::optional<Statements> Kind<Privileges>::alter(const Privileges& live, const Privileges& wanted,
                                                  const Context& context) {
  const Regrant regrant(wanted, context);
  return regrant.change(regrant.whole(live.grants), regrant.whole(wanted.grants), false);
}

Statements Kind<Privileges>::drop(const Privileges& p, const Context& context) {
  const Regrant regrant(p, context);
  return regrant.change(regrant.whole(p.grants), regrant.usual(), false);
}

std::string Kind<Privileges>::reference(const ObjectId& id) { return sql_reference(subject_of(id)); }

}  // namespace plumb
