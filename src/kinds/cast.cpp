#include "kinds/cast.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/types.h"
#include "sql/definition_type.h"

namespace plumb {

std::string Kind<Cast>::query(ServerVersion) {
  // The server's own have numbers below 16384 (FirstNormalObjectId); a range type brings one to its multirange type.
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, '' AS name, o.oid, pg_catalog.format_type(o.castsource, NULL) AS source,"
      " pg_catalog.format_type(o.casttarget, NULL) AS target, {} AS function, o.castmethod = 'i' AS inout,"
      " CASE o.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' ELSE 'explicit' END AS context"
      " FROM pg_catalog.pg_cast o WHERE o.oid >= 16384 AND {} AND ($1::text[] IS NULL OR true)"
      " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass"
      " AND d.objid = o.oid AND d.deptype = 'i')",
      function_signature("o.castfunc"), not_of_extension("pg_cast", "o.oid"));
}

namespace {

std::string name_of(const Type& source, const Type& target) {
  return fmt::format("({} as {})", source.text, target.text);
}

sql::CastDefinition definition_of(const Cast& c) { return {c.function.text, c.inout, c.context}; }

// The type as what lives in no schema names it.
Type named_from_outside(const Type& type, const std::string& schema, const Database& database) {
  const auto parts = sql::split_type(type);
  if (schema == "public" || !parts.schema.empty() || parts.standard) return type;
  bool own = false;
  database.each_kind([&]<typename T>(const std::vector<T>&) {
    if constexpr (shares_type_names<T> || shares_relation_names<T>)
      own = own || database.find<T>(top_id(Kind<T>::tag, schema, parts.name));
  });
  return own ? Type{sql::quote_ident(schema) + "." + type.text} : type;
}

}  // namespace

// A function that is declared once need not be told apart by its arguments; PostgreSQL names it with them.
void Kind<Cast>::complete_wanted(Cast& c, const Database& database) {
  if (c.function.empty()) return;
  auto called = sql::parse_signed_name(c.function.text);
  if (called.arguments || called.is_operator) return;
  const std::string schema = called.name.schema.empty() ? "public" : called.name.schema;
  const Function* found = nullptr;
  for (const Function& function : database.all<Function>()) {
    if (function.id.schema != schema || function.name != called.name.name) continue;
    if (found) return;
    found = &function;
  }
  if (!found) return;
  called.arguments.emplace();
  for (const sql::Argument& argument : found->arguments.list)
    if (argument.is_input()) called.arguments->push_back(named_from_outside(argument.type, schema, database));
  c.function.text = sql::print_signed_name(called);
}

void Kind<Cast>::sign(Cast& c) { c.id.name = name_of(c.source, c.target); }

void Kind<Cast>::read_key(std::string_view text, Cast& c) {
  const auto parsed = sql::parse_cast_name(text);
  c.source = parsed.source;
  c.target = parsed.target;
}

std::string Kind<Cast>::write_key(const Cast& c) {
  return name_of({sql::short_type(c.source)}, {sql::short_type(c.target)});
}

std::set<ObjectId> Kind<Cast>::needs(const Cast&) { return {}; }

std::vector<Type> Kind<Cast>::types(const Cast& c) { return {c.source, c.target}; }

std::vector<std::string> Kind<Cast>::mentions(const Cast& c) {
  if (c.function.empty()) return {};
  return {c.function.text};
}

namespace {

// Of a type that is yet to come nobody calls anything, nor in a database without tables and routines.
bool is_all_new(const Cast& c, const Context& context) {
  bool out = context.live.all<Table>().empty() && context.live.all<Function>().empty();
  context.wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (is_type_kind<T>)
      for (const T& type : objects)
        for (const Type* side : {&c.source, &c.target})
          out = out || (is_of_type(*side, "public", type.id) && !context.live.contains(type.id));
  });
  return out;
}

}  // namespace

Statements Kind<Cast>::create(const Cast& c, const Context& context) {
  std::string sql = fmt::format("CREATE {} ", reference(c.id));
  if (c.inout)
    sql += "WITH INOUT";
  else if (c.function.empty())
    sql += "WITHOUT FUNCTION";
  else
    sql += "WITH FUNCTION " + c.function.text;
  if (c.context != "explicit") sql += c.context == "implicit" ? " AS IMPLICIT" : " AS ASSIGNMENT";
  auto created = statement(std::move(sql));
  if (c.context == "implicit" && !is_all_new(c, context))
    created.hazards.push_back({HazardKind::breaks_clients, "calls that were clear may become ambiguous"});
  return {created};
}

std::optional<Statements> Kind<Cast>::alter(const Cast&, const Cast&, const Context&) { return std::nullopt; }

Statements Kind<Cast>::drop(const Cast& c, const Context&) {
  auto dropped = statement("DROP " + reference(c.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "queries that use the cast fail"});
  return {dropped};
}

void Kind<Cast>::follow(Cast& c, const Renaming& renaming) {
  for (Type* type : {&c.source, &c.target}) follow_type(*type, c.id.schema, renaming);
  c.function.text = followed(c.function.text, table_of(c.id), renaming);
}

std::string Kind<Cast>::reference(const ObjectId& id) { return "CAST " + id.name; }

void Kind<Cast>::read_short(std::string_view text, Cast c, Database& into) {
  const auto parsed = sql::parse_cast(text);
  c.function = {parsed.function};
  c.inout = parsed.inout;
  c.context = parsed.context;
  into.add(std::move(c));
}

std::optional<std::string> Kind<Cast>::write_short(const Cast& c, const Database&) {
  return sql::print_cast(definition_of(c));
}

}  // namespace plumb
