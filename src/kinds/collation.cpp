#include "kinds/collation.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Collation>::query(ServerVersion version) {
  // 14 has ICU's locale in collcollate, 15 and 16 in colliculocale, 17 that of every provider but libc in colllocale.
  const std::string other_locale = version.at_least(17)   ? "o.colllocale"
                                   : version.at_least(15) ? "o.colliculocale"
                                                          : "CASE WHEN o.collprovider = 'i' THEN o.collcollate END";
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.collname AS name, o.oid,"
      " CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider, {} AS locale,"
      " CASE WHEN o.collprovider = 'c' THEN o.collcollate END AS lc_collate,"
      " CASE WHEN o.collprovider = 'c' THEN o.collctype END AS lc_ctype, o.collisdeterministic AS deterministic,"
      " {} AS rules{} FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace"
      " WHERE {} AND {}",
      other_locale, version.at_least(16) ? "o.collicurules" : "NULL", ownership("o.collowner", "NULL"), in_scope("n"),
      not_of_extension("pg_collation", "o.oid"));
}

void Kind<Collation>::normalize(Collation& c) {
  if (c.lc_collate.empty() || c.lc_collate != c.lc_ctype) return;
  c.locale = std::move(c.lc_collate);
  c.lc_collate.clear(), c.lc_ctype.clear();
}

std::set<ObjectId> Kind<Collation>::needs(const Collation& c) { return {schema_id(c.id.schema)}; }

VersionNeed Kind<Collation>::needs_version(const Collation& c) {
  if (c.provider == "builtin") return {17, "the provider builtin"};
  return c.rules.empty() ? VersionNeed{} : VersionNeed{16, "rules"};
}

Statements Kind<Collation>::create(const Collation& c, const Context&) {
  std::string options;
  const auto add = [&options](std::string_view name, const std::string& value) {
    options += fmt::format("{}{} = {}", options.empty() ? "" : ", ", name, value);
  };
  if (c.provider != "libc") add("PROVIDER", c.provider);
  for (const auto& [name, value] :
       {std::pair{"LOCALE", c.locale}, {"LC_COLLATE", c.lc_collate}, {"LC_CTYPE", c.lc_ctype}})
    if (!value.empty()) add(name, sql::quote_literal(value));
  if (!c.deterministic) add("DETERMINISTIC", "false");
  if (!c.rules.empty()) add("RULES", sql::quote_literal(c.rules));
  return {statement(fmt::format("CREATE {} ({})", reference(c.id), options))};
}

std::optional<Statements> Kind<Collation>::alter(const Collation&, const Collation&, const Context&) {
  return std::nullopt;
}

Statements Kind<Collation>::rename(const Collation& live, const Collation& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Collation>::drop(const Collation& c, const Context&) {
  auto dropped = statement("DROP " + reference(c.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that sort by it fail"});
  return {dropped};
}

std::string Kind<Collation>::reference(const ObjectId& id) { return "COLLATION " + sql::qualified(id.schema, id.name); }

}  // namespace plumb
