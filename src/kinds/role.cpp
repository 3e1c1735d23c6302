#include "kinds/role.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "kinds/kinds.h"

namespace plumb {

namespace {

// One of `member_of`: "group", or "group with admin option, inherit false, set false".
struct Membership {
  std::string group;
  bool admin = false;
  std::optional<bool> inherit = {};  // none: as the member's own attribute says
  bool set = true;
};

bool read_option(std::string_view option, Membership& m) {
  const auto space = option.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view word = option.substr(0, space), value = option.substr(space + 1);
  const bool on = value == "option" || value == "true";
  if (!on && value != "false") return false;
  if (word == "admin")
    m.admin = on;
  else if (word == "inherit")
    m.inherit = on;
  else if (word == "set")
    m.set = on;
  else
    return false;
  return true;
}

// What is no option belongs to the name.
Membership membership_of(const std::string& text) {
  constexpr std::string_view with = " with ", comma = ", ";
  const auto at = text.rfind(with);
  if (at == std::string::npos) return {text};
  Membership out{text.substr(0, at)};
  std::string_view left = std::string_view(text).substr(at + with.size());
  for (bool more = true; more;) {
    const auto end = left.find(comma);
    more = end != std::string_view::npos;
    if (!read_option(left.substr(0, end), out)) return {text};
    if (more) left.remove_prefix(end + comma.size());
  }
  return out;
}

std::string text_of(const Membership& m) {
  std::vector<std::string> options;
  if (m.admin) options.emplace_back("admin option");
  if (m.inherit) options.push_back(fmt::format("inherit {}", *m.inherit));
  if (!m.set) options.emplace_back("set false");
  return m.group + (options.empty() ? "" : fmt::format(" with {}", fmt::join(options, ", ")));
}

std::optional<Membership> membership_in(const std::string& group, const Role& role) {
  for (const auto& each : role.member_of)
    if (Membership m = membership_of(each); m.group == group) return m;
  return std::nullopt;
}

// Who has granted it, as far as it is of weight: one who is not asked for goes on granting (GRANT, from 16 on). Empty:
// whoever it is that does by default.
std::vector<std::string> granted_by(const Role& live, const std::string& group) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < live.granted.value.size(); ++i)
    if (live.granted.value[i] == group) out.push_back(" GRANTED BY " + sql::quote_ident(live.grantors.value[i]));
  if (out.empty()) out.emplace_back();
  return out;
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

std::string grant(const Role& r, const Membership& m, const std::vector<std::string>& options) {
  return fmt::format("GRANT {} TO {}{}{}", sql::quote_ident(m.group), sql::quote_ident(r.id.name),
                     options.empty() ? "" : " WITH ", fmt::join(options, ", "));
}

Statement new_membership(const Role& r, const Membership& m) {
  std::vector<std::string> options;
  if (m.admin) options.emplace_back("ADMIN OPTION");
  if (m.inherit) options.emplace_back(*m.inherit ? "INHERIT TRUE" : "INHERIT FALSE");
  if (!m.set) options.emplace_back("SET FALSE");
  return statement(grant(r, m, options));
}

Statement losing(std::string sql, std::string loss) {
  auto out = statement(std::move(sql));
  if (!loss.empty()) out.hazards.push_back({HazardKind::breaks_clients, std::move(loss)});
  return out;
}

void revoke(const Role& live, const Role& wanted, const Membership& m, bool admin_only, Statements& out) {
  for (const std::string& by : granted_by(live, m.group))
    out.push_back(losing(fmt::format("REVOKE {}{} FROM {}{}", admin_only ? "ADMIN OPTION FOR " : "",
                                     sql::quote_ident(m.group), sql::quote_ident(wanted.id.name), by),
                         admin_only ? fmt::format("it can't admit others to {} any more", m.group)
                                    : fmt::format("it loses what {} may do", m.group)));
}

// The options that 16 brought, where they are other than they were. A membership keeps its own INHERIT when that of the
// role changes.
void change_options(const Role& live, const Role& wanted, const Membership& was, const Membership& is,
                    Statements& out) {
  std::vector<std::string> options, losses;
  const bool inherits = is.inherit.value_or(wanted.inherit);
  if (was.inherit.value_or(live.inherit) != inherits) {
    options.emplace_back(inherits ? "INHERIT TRUE" : "INHERIT FALSE");
    if (!inherits) losses.push_back(fmt::format("it has what {} may do only after SET ROLE", is.group));
  }
  if (was.set != is.set) {
    options.emplace_back(is.set ? "SET TRUE" : "SET FALSE");
    if (!is.set) losses.push_back(fmt::format("it can't SET ROLE {} any more", is.group));
  }
  if (options.empty()) return;
  for (const std::string& by : granted_by(live, is.group))
    out.push_back(losing(grant(wanted, is, options) + by, fmt::format("{}", fmt::join(losses, "; "))));
}

}  // namespace

std::string Kind<Role>::query(ServerVersion version) {
  // Of grants by several, each may give what another does not.
  const bool options = version.at_least(16);
  constexpr std::string_view by_grantor =
      "ARRAY(SELECT {}.rolname FROM pg_catalog.pg_auth_members m"
      " JOIN pg_catalog.pg_roles g ON g.oid = m.roleid JOIN pg_catalog.pg_roles w ON w.oid = m.grantor"
      " WHERE m.member = r.oid ORDER BY g.rolname, w.rolname)";
  // Roles that initdb makes are no one's to declare, and neither is the one that plumb is.
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, r.rolname AS name, r.oid, r.rolcanlogin AS login, r.rolsuper AS superuser,"
      " r.rolcreatedb AS create_database, r.rolcreaterole AS create_role, r.rolinherit AS inherit,"
      " r.rolreplication AS replication, r.rolbypassrls AS bypass_row_security, r.rolconnlimit AS connection_limit,"
      " CASE WHEN r.rolvaliduntil <> 'infinity' THEN r.rolvaliduntil::text END AS valid_until,"
      " ARRAY(SELECT g.rolname || COALESCE(' with ' || NULLIF(pg_catalog.concat_ws(', ',"
      " CASE WHEN pg_catalog.bool_or(m.admin_option) THEN 'admin option' END{}), ''), '')"
      " FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid"
      " GROUP BY g.rolname ORDER BY 1) AS member_of, {} AS granted, {} AS grantors"
      " FROM pg_catalog.pg_roles r WHERE r.oid >= 16384 AND r.rolname <> current_role AND ($1::text[] IS NULL OR true)",
      options ? ", 'inherit ' || pg_catalog.bool_or(m.inherit_option)::text,"
                " CASE WHEN NOT pg_catalog.bool_or(m.set_option) THEN 'set false' END"
              : "",
      options ? fmt::format(by_grantor, "g") : "NULL", options ? fmt::format(by_grantor, "w") : "NULL");
}

void Kind<Role>::normalize(Role& r) {
  for (auto& each : r.member_of) {
    Membership m = membership_of(each);
    if (m.inherit == r.inherit) m.inherit.reset();
    each = text_of(m);
  }
  std::sort(r.member_of.begin(), r.member_of.end());
}

bool Kind<Role>::is_bare(const std::string& membership) { return membership_of(membership).group == membership; }

VersionNeed Kind<Role>::needs_version(const Role& r) {
  for (const auto& each : r.member_of)
    if (const Membership m = membership_of(each); m.inherit || !m.set) return {16, "INHERIT or SET of a membership"};
  return {};
}

std::set<ObjectId> Kind<Role>::needs(const Role& r) {
  std::set<ObjectId> out;
  for (const auto& each : r.member_of) out.insert(top_id(KindTag::role, "", membership_of(each).group));
  return out;
}

std::vector<std::string> Kind<Role>::roles(const Role& r) {
  std::vector<std::string> out;
  for (const auto& each : r.member_of) out.push_back(membership_of(each).group);
  return out;
}

Statements Kind<Role>::create(const Role& r, const Context&) {
  Statements out{statement("CREATE " + reference(r.id) + attributes(Role{}, r))};
  for (const auto& each : r.member_of) out.push_back(new_membership(r, membership_of(each)));
  return out;
}

std::optional<Statements> Kind<Role>::alter(const Role& live, const Role& wanted, const Context& context) {
  Statements out;
  if (const std::string changed = attributes(live, wanted); !changed.empty())
    out.push_back(losing("ALTER " + reference(wanted.id) + changed, "what it may do on the whole server changes"));
  for (const auto& each : live.member_of) {
    const Membership was = membership_of(each);
    const auto is = membership_in(was.group, wanted);
    if (!is || (was.admin && !is->admin)) revoke(live, wanted, was, is.has_value(), out);
  }
  for (const auto& each : wanted.member_of) {
    const Membership is = membership_of(each);
    const auto was = membership_in(is.group, live);
    if (!was) {
      out.push_back(new_membership(wanted, is));
      continue;
    }
    if (is.admin && !was->admin) out.push_back(statement(grant(wanted, is, {"ADMIN OPTION"})));
    if (context.version.at_least(16)) change_options(live, wanted, *was, is, out);
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
    if (Membership m = membership_of(each); m.group == renaming.from.name) {
      m.group = renaming.to.name;
      each = text_of(m);
    }
  std::replace(r.granted.value.begin(), r.granted.value.end(), renaming.from.name, renaming.to.name);
  std::replace(r.grantors.value.begin(), r.grantors.value.end(), renaming.from.name, renaming.to.name);
  normalize(r);
}

std::string Kind<Role>::reference(const ObjectId& id) { return "ROLE " + sql::quote_ident(id.name); }

}  // namespace plumb
