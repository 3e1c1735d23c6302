#include "kinds/conversion.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Conversion>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.conname AS name, o.oid,"
      " pg_catalog.pg_encoding_to_char(o.conforencoding) AS from, pg_catalog.pg_encoding_to_char(o.contoencoding) AS "
      "to,"
      " {} AS function, o.condefault AS default{} FROM pg_catalog.pg_conversion o"
      " JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace WHERE {} AND {}",
      object_name("pg_proc", "pro", "o.conproc"), ownership("o.conowner", "NULL"), in_scope("n"),
      not_of_extension("pg_conversion", "o.oid"));
}

std::set<ObjectId> Kind<Conversion>::needs(const Conversion& c) { return {schema_id(c.id.schema)}; }

std::vector<std::string> Kind<Conversion>::mentions(const Conversion& c) { return {c.function.text + "()"}; }

Statements Kind<Conversion>::create(const Conversion& c, const Context&) {
  return {statement(fmt::format("CREATE {}{} FOR {} TO {} FROM {}", c.is_default ? "DEFAULT " : "", reference(c.id),
                                sql::quote_literal(c.from), sql::quote_literal(c.to), c.function.text))};
}

std::optional<Statements> Kind<Conversion>::alter(const Conversion&, const Conversion&, const Context&) {
  return std::nullopt;
}

Statements Kind<Conversion>::rename(const Conversion& live, const Conversion& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Conversion>::drop(const Conversion& c, const Context&) {
  auto dropped = statement("DROP " + reference(c.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients of the other encoding may fail to connect"});
  return {dropped};
}

std::string Kind<Conversion>::reference(const ObjectId& id) {
  return "CONVERSION " + sql::qualified(id.schema, id.name);
}

}  // namespace plumb
