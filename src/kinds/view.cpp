#include "kinds/view.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<View>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid,"
      " pg_catalog.btrim(pg_catalog.pg_get_viewdef(c.oid, false), ' ;') AS query, NULL::text[] AS columns,"
      " c.reloptions AS options, ARRAY(SELECT pg_catalog.quote_ident(a.attname) || ' ' ||"
      " pg_catalog.format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attcollation = 0 THEN '' ELSE"
      " ' collate ' || a.attcollation::pg_catalog.regcollation END FROM pg_catalog.pg_attribute a"
      " WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum) AS output{}"
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE {} AND {}",
      ownership("c.relowner", "c.relacl"), in_scope("n"), managed_relation("c", "'v'"));
}

std::set<ObjectId> Kind<View>::needs(const View& view) { return {schema_id(view.id.schema)}; }

std::vector<std::string> Kind<View>::mentions(const View& view) { return {view.query.text}; }

namespace {

std::string definition(const View& view, const char* create) {
  std::string sql = create + Kind<View>::reference(view.id);
  if (!view.columns.empty()) sql += " (" + sql::quote_list(view.columns) + ")";
  return sql + with_clause(view.with) + " AS\n" + view.query.text;
}

// OR REPLACE can change the query and append columns, and no more (checkViewColumns in commands/view.c). What the wanted
// query gives is known where the server has settled it.
bool may_be_replaced(const View& live, const View& wanted) {
  const auto& has = live.output.value;
  const auto& wants = wanted.output.value;
  return !has.empty() && has.size() <= wants.size() && wanted.columns.empty() &&
         std::equal(has.begin(), has.end(), wants.begin(),
                    [](const Element& a, const Element& b) { return a.text == b.text; });
}

}  // namespace

Statements Kind<View>::create(const View& view, const Context&) { return {statement(definition(view, "CREATE "))}; }

std::optional<Statements> Kind<View>::alter(const View& live, const View& wanted, const Context&) {
  Statements out;
  if (!(live.query == wanted.query) || !wanted.columns.empty()) {
    if (!may_be_replaced(live, wanted)) return std::nullopt;
    // Options that it left out would be taken away.
    auto replaced = statement(definition(wanted, "CREATE OR REPLACE "));
    replaced.locks.push_back({wanted.id, Lock::access_exclusive});
    replaced.hazards.push_back({HazardKind::breaks_clients, "clients of the view get what its new query gives"});
    out.push_back(std::move(replaced));
    return out;
  }
  for (const auto& clause : option_changes(live.with, wanted.with)) {
    auto altered = statement("ALTER " + reference(wanted.id) + " " + clause);
    altered.locks.push_back({wanted.id, Lock::access_exclusive});
    altered.hazards.push_back({HazardKind::breaks_clients, "who may see or write which rows through the view changes"});
    out.push_back(std::move(altered));
  }
  return out;
}

Statements Kind<View>::rename(const View& live, const View& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::access_exclusive, context);
}

Statements Kind<View>::drop(const View& view, const Context&) {
  auto dropped = statement("DROP " + reference(view.id));
  dropped.locks.push_back({view.id, Lock::access_exclusive});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the view fail"});
  return {dropped};
}

void Kind<View>::follow(View& view, const Renaming& renaming) {
  if (renaming.from.kind == KindTag::column)
    follow_column(view.query.text, view.behind, view.id, renaming);
  else
    view.query.text = followed_query(view.query.text, view.id, renaming);
}

std::string Kind<View>::reference(const ObjectId& id) { return "VIEW " + sql::qualified(id.schema, id.name); }

void Kind<View>::read_short(std::string_view text, View view, Database& into) {
  sql::check_query(text);
  view.query = {std::string(text)};
  into.add(std::move(view));
}

std::optional<std::string> Kind<View>::write_short(const View& view, const Database&) {
  if (!view.with.empty() || !view.columns.empty()) return std::nullopt;
  return view.query.text;
}

}  // namespace plumb
