#include "kinds/security_label.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

// What SecLabelSupportsObjectType (commands/seclabel.c) names, of what plumb knows; those of roles are shared.
bool Kind<SecurityLabels>::hangs_on(KindTag kind) {
  static constexpr std::string_view catalogs[] = {"pg_class",        "pg_proc",         "pg_type",
                                                  "pg_namespace",    "pg_language",     "pg_publication",
                                                  "pg_subscription", "pg_event_trigger"};
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    const bool column = requires(const T& o) { o.acl; };
    const bool known = std::find(std::begin(catalogs), std::end(catalogs), Kind<T>::catalog) != std::end(catalogs);
    out = known && (std::is_base_of_v<Owned, T> || column);
  });
  return out;
}

std::string Kind<SecurityLabels>::query(ServerVersion) {
  return "SELECT c.relname AS catalog, l.objoid AS oid, l.objsubid AS part,"
         " pg_catalog.array_agg(l.provider || '=' || l.label ORDER BY l.provider) AS labels"
         " FROM pg_catalog.pg_seclabel l JOIN pg_catalog.pg_class c ON c.oid = l.classoid"
         " WHERE $1::text[] IS NULL OR true GROUP BY 1, 2, 3";
}

std::set<ObjectId> Kind<SecurityLabels>::needs(const SecurityLabels& l) { return {subject_of(l.id)}; }

namespace {

Statement label(const SecurityLabels& on, const std::string& provider, const std::string& value) {
  return statement(fmt::format("SECURITY LABEL FOR {} ON {} IS {}", sql::quote_ident(provider),
                               sql_reference(subject_of(on.id)), value));
}

}  // namespace

Statements Kind<SecurityLabels>::create(const SecurityLabels& l, const Context& context) {
  return *alter(SecurityLabels{}, l, context);
}

std::optional<Statements> Kind<SecurityLabels>::alter(const SecurityLabels& live, const SecurityLabels& wanted,
                                                      const Context&) {
  Statements out;
  for (const auto& [provider, value] : wanted.labels)
    if (const auto is = live.labels.find(provider); is == live.labels.end() || is->second != value) {
      out.push_back(label(wanted, provider, sql::quote_literal(value)));
      if (is != live.labels.end())
        out.back().hazards.push_back({HazardKind::breaks_clients, provider + " may let other clients at it"});
    }
  for (const auto& [provider, value] : live.labels)
    if (!wanted.labels.contains(provider)) {
      out.push_back(label(wanted, provider, "NULL"));
      out.back().hazards.push_back({HazardKind::breaks_clients, provider + " may let other clients at it"});
    }
  return out;
}

Statements Kind<SecurityLabels>::drop(const SecurityLabels& l, const Context& context) {
  SecurityLabels none;
  none.id = l.id;
  return *alter(l, none, context);
}

std::string Kind<SecurityLabels>::reference(const ObjectId& id) { return sql_reference(subject_of(id)); }

}  // namespace plumb
