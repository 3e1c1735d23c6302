#include "kinds/role.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

namespace {

constexpr std::string_view with_admin = " with admin option";

std::string group_of(std::string_view membership) {
  if (membership.ends_with(with_admin)) membership.remove_suffix(with_admin.size());
  return std::string(membership);
}

bool has_admin(const std::string& membership) { return membership.ends_with(with_admin); }

const std::string* membership_in(const std::string& group, const Role& role) {
  for (const auto& each : role.member_of)
    if (group_of(each) == group) return &each;
  return nullptr;
}

// The attributes in which it differs from another, as CREATE and ALTER ROLE take them.
std::string attributes(const Role& from, const Role& r) {
  std::string out;
  const auto flag = [&out](bool was, bool is, const char* word) {
    if (was != is) out += fmt::format(" {}{}", is ? "" : "NO", word);
  };
  flag(from.login, r.login, "LOGIN");
  flag(from.superuser, r.superuser, "SUPERUSER");
  flag(from.create_database, r.create_database, "CREATEDB");
  flag(from.create_role, r.create_role, "CREATEROLE");
  flag(from.inherit, r.inherit, "INHERIT");
  flag(from.replication, r.replication, "REPLICATION");
  flag(from.bypass_row_security, r.bypass_row_security, "BYPASSRLS");
  if (from.connection_limit != r.connection_limit) out += fmt::format(" CONNECTION LIMIT {}", r.connection_limit);
  if (from.valid_until != r.valid_until)
    out += " VALID UNTIL " + sql::quote_literal(r.valid_until.empty() ? "infinity" : r.valid_until);
  return out;
}

Statement membership(const Role& r, const std::string& each) {
  return statement(fmt::format("GRANT {} TO {}{}", sql::quote_ident(group_of(each)), sql::quote_ident(r.id.name),
                               has_admin(each) ? " WITH ADMIN OPTION" : ""));
}

}  // namespace

std::string Kind<Role>::query(ServerVersion) {
  // Roles that initdb makes are no one's to declare, and neither is the one that plumb is.
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, r.rolname AS name, r.oid, r.rolcanlogin AS login, r.rolsuper AS superuser,"
      " r.rolcreatedb AS create_database, r.rolcreaterole AS create_role, r.rolinherit AS inherit,"
      " r.rolreplication AS replication, r.rolbypassrls AS bypass_row_security, r.rolconnlimit AS connection_limit,"
      " CASE WHEN r.rolvaliduntil <> 'infinity' THEN r.rolvaliduntil::text END AS valid_until,"
      " ARRAY(SELECT g.rolname || CASE WHEN pg_catalog.bool_or(m.admin_option) THEN '{}' ELSE '' END"
      " FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid"
      " GROUP BY g.rolname ORDER BY 1) AS member_of"
      " FROM pg_catalog.pg_roles r WHERE r.oid >= 16384 AND r.rolname <> current_role AND ($1::text[] IS NULL OR true)",
      with_admin);
}

void Kind<Role>::normalize(Role& r) { std::sort(r.member_of.begin(), r.member_of.end()); }

std::set<ObjectId> Kind<Role>::needs(const Role& r) {
  std::set<ObjectId> out;
  for (const auto& each : r.member_of) out.insert(top_id(KindTag::role, "", group_of(each)));
  return out;
}

std::vector<std::string> Kind<Role>::roles(const Role& r) {
  std::vector<std::string> out;
  for (const auto& each : r.member_of) out.push_back(group_of(each));
  return out;
}

Statements Kind<Role>::create(const Role& r, const Context&) {
  Statements out{statement("CREATE " + reference(r.id) + attributes(Role{}, r))};
  for (const auto& each : r.member_of) out.push_back(membership(r, each));
  return out;
}

std::optional<Statements> Kind<Role>::alter(const Role& live, const Role& wanted, const Context&) {
  Statements out;
  if (const std::string changed = attributes(live, wanted); !changed.empty()) {
    out.push_back(statement("ALTER " + reference(wanted.id) + changed));
    out.back().hazards.push_back({HazardKind::breaks_clients, "what it may do on the whole server changes"});
  }
  for (const auto& each : live.member_of) {
    const std::string group = group_of(each);
    const std::string* stays = membership_in(group, wanted);
    if (stays && (has_admin(*stays) || !has_admin(each))) continue;
    out.push_back(statement(fmt::format("REVOKE {}{} FROM {}", stays ? "ADMIN OPTION FOR " : "",
                                        sql::quote_ident(group), sql::quote_ident(wanted.id.name))));
    out.back().hazards.push_back(
        {HazardKind::breaks_clients, stays ? fmt::format("it can't admit others to {} any more", group)
                                           : fmt::format("it loses what {} may do", group)});
  }
  for (const auto& each : wanted.member_of) {
    const std::string* is = membership_in(group_of(each), live);
    if (!is || (has_admin(each) && !has_admin(*is))) out.push_back(membership(wanted, each));
  }
  return out;
}

Statements Kind<Role>::rename(const Role& live, const Role& wanted, const Context&) {
  auto renamed = statement(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)));
  renamed.hazards.push_back({HazardKind::breaks_clients, "clients that log in under the old name fail"});
  return {renamed};
}

Statements Kind<Role>::drop(const Role& r, const Context&) {
  auto dropped = statement("DROP " + reference(r.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that log in as it fail, on the whole server"});
  return {dropped};
}

void Kind<Role>::follow(Role& r, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::role) return;
  for (auto& each : r.member_of)
    if (group_of(each) == renaming.from.name)
      each = renaming.to.name + (has_admin(each) ? std::string(with_admin) : "");
  normalize(r);
}

std::string Kind<Role>::reference(const ObjectId& id) { return "ROLE " + sql::quote_ident(id.name); }

}  // namespace plumb
