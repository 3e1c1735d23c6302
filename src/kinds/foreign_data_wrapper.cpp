#include "kinds/foreign_data_wrapper.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<ForeignDataWrapper>::query(ServerVersion) {
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, w.fdwname AS name, w.oid, {} AS handler, {} AS validator,"
      " w.fdwoptions AS options{} FROM pg_catalog.pg_foreign_data_wrapper w WHERE {} AND ($1::text[] IS NULL OR true)",
      function_name("w.fdwhandler"), function_name("w.fdwvalidator"), ownership("w.fdwowner", "w.fdwacl"),
      not_of_extension("pg_foreign_data_wrapper", "w.oid"));
}

std::vector<std::string> Kind<ForeignDataWrapper>::mentions(const ForeignDataWrapper& w) {
  std::vector<std::string> out;
  for (const FunctionName* function : {&w.handler, &w.validator})
    if (!function->empty()) out.push_back(function->text + "()");
  return out;
}

Statements Kind<ForeignDataWrapper>::create(const ForeignDataWrapper& w, const Context&) {
  Statement out = statement("CREATE " + reference(w.id));
  if (!w.handler.empty()) out.sql += " HANDLER " + w.handler.text;
  if (!w.validator.empty()) out.sql += " VALIDATOR " + w.validator.text;
  out.sql += options_clause(w.options, out);
  return {out};
}

std::optional<Statements> Kind<ForeignDataWrapper>::alter(const ForeignDataWrapper& live,
                                                          const ForeignDataWrapper& wanted, const Context&) {
  Statement out = statement("ALTER " + reference(wanted.id));
  if (live.handler != wanted.handler)
    out.sql += wanted.handler.empty() ? " NO HANDLER" : " HANDLER " + wanted.handler.text;
  if (live.validator != wanted.validator)
    out.sql += wanted.validator.empty() ? " NO VALIDATOR" : " VALIDATOR " + wanted.validator.text;
  out.sql += option_changes(live.options, wanted.options, out);
  out.hazards.push_back({HazardKind::breaks_clients, "what its foreign tables hold is had in another way"});
  return Statements{out};
}

Statements Kind<ForeignDataWrapper>::rename(const ForeignDataWrapper& live, const ForeignDataWrapper& wanted,
                                            const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<ForeignDataWrapper>::drop(const ForeignDataWrapper& w, const Context&) {
  auto dropped = statement("DROP " + reference(w.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "servers that use it can't be made any more"});
  return {dropped};
}

void Kind<ForeignDataWrapper>::follow(ForeignDataWrapper& w, const Renaming& renaming) {
  follow_function(w.handler, "", renaming);
  follow_function(w.validator, "", renaming);
}

std::string Kind<ForeignDataWrapper>::reference(const ObjectId& id) {
  return "FOREIGN DATA WRAPPER " + sql::quote_ident(id.name);
}

}  // namespace plumb
