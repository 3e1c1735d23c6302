#include "kinds/language.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/types.h"
#include "sql/definition_type.h"

namespace plumb {

std::string Kind<Language>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, o.lanname AS name, o.oid, o.lanpltrusted AS trusted, {} AS handler,"
      " {} AS inline, {} AS validator{} FROM pg_catalog.pg_language o"
      " WHERE o.lanispl AND o.oid >= 16384 AND {} AND ($1::text[] IS NULL OR true)",
      object_name("pg_proc", "pro", "o.lanplcallfoid"), object_name("pg_proc", "pro", "o.laninline"),
      object_name("pg_proc", "pro", "o.lanvalidator"), ownership("o.lanowner", "o.lanacl"),
      not_of_extension("pg_language", "o.oid"));
}

std::set<ObjectId> Kind<Language>::needs(const Language&) { return {}; }

std::vector<std::string> Kind<Language>::mentions(const Language& l) {
  std::vector<std::string> out;
  for (const Reference* function : {&l.handler, &l.inline_handler, &l.validator})
    if (!function->empty()) out.push_back(function->text + "()");
  return out;
}

namespace {

std::string create_sql(const Language& l, std::string_view or_replace) {
  std::string sql = fmt::format("CREATE {}{}{} HANDLER {}", or_replace, l.trusted ? "TRUSTED " : "",
                                Kind<Language>::reference(l.id), l.handler.text);
  if (!l.inline_handler.empty()) sql += " INLINE " + l.inline_handler.text;
  if (!l.validator.empty()) sql += " VALIDATOR " + l.validator.text;
  return sql;
}

}  // namespace

Statements Kind<Language>::create(const Language& l, const Context&) { return {statement(create_sql(l, ""))}; }

std::optional<Statements> Kind<Language>::alter(const Language& live, const Language& wanted, const Context&) {
  auto altered = statement(create_sql(wanted, "OR REPLACE "));
  if (live.trusted && !wanted.trusted)
    altered.hazards.push_back({HazardKind::breaks_clients, "only superusers write functions in it from now on"});
  return Statements{altered};
}

Statements Kind<Language>::rename(const Language& live, const Language& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Language>::drop(const Language& l, const Context&) {
  auto dropped = statement("DROP " + reference(l.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that write functions in it fail"});
  return {dropped};
}

std::string Kind<Language>::reference(const ObjectId& id) { return "LANGUAGE " + sql::quote_ident(id.name); }

// --- Transforms ------------------------------------------------------------------------------------------------------

std::string Kind<Transform>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, '' AS name, o.oid, pg_catalog.format_type(o.trftype, NULL) AS type,"
      " l.lanname AS language, {} AS from_sql, {} AS to_sql FROM pg_catalog.pg_transform o"
      " JOIN pg_catalog.pg_language l ON l.oid = o.trflang WHERE {} AND ($1::text[] IS NULL OR true)",
      function_signature("o.trffromsql"), function_signature("o.trftosql"), not_of_extension("pg_transform", "o.oid"));
}

namespace {

std::string name_of(const std::string& type, const std::string& language) {
  return fmt::format("for {} language {}", type, sql::quote_ident(language));
}

}  // namespace

void Kind<Transform>::sign(Transform& t) { t.id.name = name_of(t.type.text, t.language); }

void Kind<Transform>::read_key(std::string_view text, Transform& t) {
  const auto parsed = sql::parse_transform_name(text);
  t.type = parsed.type;
  t.language = parsed.language;
}

std::string Kind<Transform>::write_key(const Transform& t) { return name_of(sql::short_type(t.type), t.language); }

std::set<ObjectId> Kind<Transform>::needs(const Transform& t) {
  return {top_id(KindTag::language, "", t.language), top_id(KindTag::extension, "", t.language)};
}

std::vector<Type> Kind<Transform>::types(const Transform& t) { return {t.type}; }

std::vector<std::string> Kind<Transform>::mentions(const Transform& t) {
  std::vector<std::string> out;
  for (const Reference* function : {&t.from_sql, &t.to_sql})
    if (!function->empty()) out.push_back(function->text);
  return out;
}

namespace {

std::string create_sql(const Transform& t, std::string_view or_replace) {
  std::string list;
  if (!t.from_sql.empty()) list += "FROM SQL WITH FUNCTION " + t.from_sql.text;
  if (!t.to_sql.empty()) list += (list.empty() ? "" : ", ") + ("TO SQL WITH FUNCTION " + t.to_sql.text);
  return fmt::format("CREATE {}{} ({})", or_replace, Kind<Transform>::reference(t.id), list);
}

}  // namespace

Statements Kind<Transform>::create(const Transform& t, const Context&) { return {statement(create_sql(t, ""))}; }

std::optional<Statements> Kind<Transform>::alter(const Transform&, const Transform& wanted, const Context&) {
  auto altered = statement(create_sql(wanted, "OR REPLACE "));
  altered.hazards.push_back({HazardKind::breaks_clients, "functions of the language meet other values of the type"});
  return Statements{altered};
}

Statements Kind<Transform>::drop(const Transform& t, const Context&) {
  auto dropped = statement("DROP " + reference(t.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "functions of the language meet other values of the type"});
  return {dropped};
}

void Kind<Transform>::follow(Transform& t, const Renaming& renaming) {
  if (renaming.from == top_id(KindTag::language, "", t.language)) t.language = renaming.to.name;
  follow_type(t.type, t.id.schema, renaming);
}

std::string Kind<Transform>::reference(const ObjectId& id) { return "TRANSFORM " + id.name; }

}  // namespace plumb
