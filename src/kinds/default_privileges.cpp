#include "kinds/default_privileges.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "sql/cursor.h"

namespace plumb {

namespace {

struct Objects {
  std::string_view name;  // as in GRANT … ON TABLES
  Grantable what;
};
constexpr Objects all_objects[] = {{"tables", Grantable::relation},   {"sequences", Grantable::sequence},
                                   {"functions", Grantable::routine}, {"types", Grantable::type},
                                   {"schemas", Grantable::schema},    {"large objects", Grantable::large_object}};

// In one schema they add to those of all, which stand in the place of what PostgreSQL grants by itself.
Grants usual(const DefaultPrivileges& p, ServerVersion version) {
  return p.schema.empty() ? default_grants(grantable(p), p.role, version) : Grants{};
}

// What someone loses of them he may have counted on.
void add_hazard(const DefaultPrivileges& p, const GrantChange& change, Statement& to) {
  std::string list;
  for (const auto& name : change.privileges) list += (list.empty() ? "" : ", ") + name;
  to.hazards.push_back({HazardKind::breaks_clients,
                        fmt::format("{} {} {} on the {} that {} creates from then on", change.grantee,
                                    change.option_only ? "can't grant to others" : "loses", list, p.objects, p.role)});
}

Statements changes(const DefaultPrivileges& p, const Grants& from, const Grants& to, const Context& context) {
  std::string before = "ALTER DEFAULT PRIVILEGES FOR ROLE " + sql::quote_ident(p.role);
  if (!p.schema.empty()) before += " IN SCHEMA " + sql::quote_ident(p.schema);
  const GrantTarget target{sql::upper(p.objects), "", before + " ", privileges_of(grantable(p), context.version)};
  const auto whole = [&](const Grants& grants) {
    return over(usual(p, context.version), expanded(grants, grantable(p), p.role, context.version));
  };
  const bool were_there = !from.by_grantee.empty();
  Statements out;
  for (const GrantChange& change : grant_changes(whole(from), whole(to)))
    for (auto& each : statements(target, change)) {
      if (change.revoke && were_there) add_hazard(p, change, each);
      out.push_back(std::move(each));
    }
  return out;
}

}  // namespace

Grantable grantable(const DefaultPrivileges& p) {
  for (const Objects& each : all_objects)
    if (each.name == p.objects) return each.what;
  return Grantable::nothing;
}

void settle_grants(DefaultPrivileges& p, ServerVersion version) {
  const Grantable what = grantable(p);
  const Grants by_default = usual(p, version);
  const Grants whole =
      p.acl.value ? parse_acl(*p.acl.value, p.role) : over(by_default, expanded(p.grants, what, p.role, version));
  p.grants = collapsed(apart_from(by_default, whole), what, version);
}

std::string Kind<DefaultPrivileges>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, '' AS name, d.oid, pg_catalog.pg_get_userbyid(d.defaclrole) AS role,"
      " n.nspname AS of_schema, CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN"
      " 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END AS objects,"
      " d.defaclacl::text[] AS acl, NULL AS grants"
      " FROM pg_catalog.pg_default_acl d LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace"
      " WHERE d.defaclnamespace = 0 OR {}",
      in_scope("n"));
}

std::set<ObjectId> Kind<DefaultPrivileges>::needs(const DefaultPrivileges& p) {
  if (p.schema.empty()) return {};
  return {schema_id(p.schema)};
}

std::vector<std::string> Kind<DefaultPrivileges>::roles(const DefaultPrivileges& p) {
  std::vector<std::string> out{p.role};
  add_roles(p.grants, out);
  return out;
}

VersionNeed Kind<DefaultPrivileges>::needs_version(const DefaultPrivileges& p) {
  return newest_need({{true, version_need(p.grants)}, {p.objects == "large objects", {18, "large objects"}}});
}

Statements Kind<DefaultPrivileges>::create(const DefaultPrivileges& p, const Context& context) {
  return changes(p, {}, p.grants, context);
}

std::optional<Statements> Kind<DefaultPrivileges>::alter(const DefaultPrivileges& live, const DefaultPrivileges& wanted,
                                                         const Context& context) {
  return changes(wanted, live.grants, wanted.grants, context);
}

Statements Kind<DefaultPrivileges>::drop(const DefaultPrivileges& p, const Context& context) {
  return changes(p, p.grants, {}, context);
}

void Kind<DefaultPrivileges>::follow(DefaultPrivileges& p, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::schema && p.schema == renaming.from.name) p.schema = renaming.to.name;
  if (renaming.from.kind == KindTag::role && p.role == renaming.from.name) p.role = renaming.to.name;
  follow_role(p.grants, renaming);
  sign(p);
}

// Only to say what an error is about: there is no COMMENT ON them.
std::string Kind<DefaultPrivileges>::reference(const ObjectId& id) { return "DEFAULT PRIVILEGES " + id.name; }

void Kind<DefaultPrivileges>::sign(DefaultPrivileges& p) {
  p.id.name = "for role " + sql::quote_ident(p.role);
  if (!p.schema.empty()) p.id.name += " in schema " + sql::quote_ident(p.schema);
  p.id.name += " on " + p.objects;
}

void Kind<DefaultPrivileges>::read_key(std::string_view text, DefaultPrivileges& p) {
  const sql::Tokens tokens = sql::tokenize(text);
  sql::Cursor cursor(tokens);
  cursor.expect(sql::kw("for"));
  if (!cursor.accept(sql::kw("user"))) cursor.expect(sql::kw("role"));
  p.role = cursor.expect_column_name("the role that creates the objects");
  if (cursor.accept_words({sql::kw("in"), sql::kw("schema")})) p.schema = cursor.expect_column_name("a schema");
  cursor.expect(sql::kw("on"));
  if (cursor.peek().value == "large") {
    cursor.take();
    if (cursor.peek().value != "objects") cursor.fail_expected("\"objects\"");
    cursor.take();
    p.objects = "large objects";
  } else {
    std::string word(cursor.peek().value);
    if (word == "routines") word = "functions";
    std::vector<std::string_view> names;
    for (const Objects& each : all_objects) names.push_back(each.name);
    if (std::find(names.begin(), names.end(), word) == names.end())
      cursor.fail_unknown("what default privileges are for", names);
    p.objects = word;
    cursor.take();
  }
  cursor.expect_end("the objects");
}

}  // namespace plumb
