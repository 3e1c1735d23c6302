#include "catalog/moved_extensions.h"

#include <map>

#include "kinds/complete.h"
#include "kinds/fields.h"
#include "postgres/connection.h"
#include "sql/names.h"
#include "sql/syntax_error.h"

namespace plumb::catalog {

namespace {

constexpr const char* members_query = R"(
SELECT e.extname, m.name FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
  AND d.deptype = 'e'
CROSS JOIN LATERAL (
  SELECT t.typname FROM pg_catalog.pg_type t
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.objid
  UNION ALL SELECT p.proname FROM pg_catalog.pg_proc p
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = d.objid
  UNION ALL SELECT o.opcname FROM pg_catalog.pg_opclass o
    WHERE d.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass AND o.oid = d.objid
  UNION ALL SELECT c.relname FROM pg_catalog.pg_class c
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid) m(name)
WHERE e.extname = ANY ($1::text[]))";

struct Move {
  std::string from, to;
};

// A bare name is an extension's where its schema goes without saying.
std::string moved(const std::string& text, const std::map<std::string, Move, std::less<>>& by_name) {
  try {
    return sql::replace_names(text, [&by_name](const sql::NameUse& use, std::string& replacement) {
      const bool qualified = use.parts.size() > 1;
      const auto move = by_name.find(use.parts[qualified ? 1 : 0]);
      if (move == by_name.end() || (qualified && use.parts[0] != move->second.from)) return false;
      replacement = sql::qualified(move->second.to, move->first);
      for (std::size_t i = 2; i < use.parts.size(); ++i) replacement += "." + sql::quote_ident(use.parts[i]);
      return true;
    });
  } catch (const sql::SyntaxError&) {
    return text;
  }
}

}  // namespace

void follow_moved_extensions(postgres::Connection& connection, Database& live, const Database& wanted) {
  std::map<std::string, Move> moves;
  std::vector<std::string> extensions;
  for (const Extension& is : live.all<Extension>()) {
    const Extension* want = wanted.find<Extension>(is.id);
    if (!want || !want->schema.value || !is.schema.value || *want->schema.value == *is.schema.value) continue;
    moves.emplace(is.id.name, Move{*is.schema.value, *want->schema.value});
    extensions.push_back(is.id.name);
  }
  if (moves.empty()) return;
  const auto rows = connection.execute(members_query, {postgres::array_literal(extensions)});
  std::map<std::string, Move, std::less<>> by_name;
  for (int row = 0; row < rows.rows(); ++row)
    by_name.emplace(rows.value(row, 1), moves.at(std::string(rows.value(row, 0))));
  each_sql_in(live, [&by_name](std::string& text, bool) { text = moved(text, by_name); });
  sign_again(live);
}

}  // namespace plumb::catalog
