#include "kinds/enum.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/types.h"

namespace plumb {

std::string Kind<Enum>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid,"
      " ARRAY(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)"
      " AS values{}"
      " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " WHERE t.typtype = 'e' AND {} AND {}",
      ownership("t.typowner", "t.typacl"), in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

std::set<ObjectId> Kind<Enum>::needs(const Enum& e) { return {schema_id(e.id.schema)}; }

std::string Kind<Enum>::reference(const ObjectId& id) { return "TYPE " + sql::qualified(id.schema, id.name); }

namespace {

std::string create_sql(const ObjectId& id, const std::vector<std::string>& values) {
  std::string list;
  for (const auto& value : values) list += (list.empty() ? "" : ", ") + sql::quote_literal(value);
  return fmt::format("CREATE {} AS ENUM ({})", Kind<Enum>::reference(id), list);
}

bool has_value(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// The live values under their new names, and the statements that rename them.
std::vector<std::string> rename_values(const Enum& live, const Enum& wanted, Statements& out) {
  std::vector<std::string> values = live.values;
  for (const auto& [before, now] : Kind<Enum>::values_to_rename(live, wanted)) {
    std::replace(values.begin(), values.end(), before, now);
    auto renamed = statement(fmt::format("ALTER {} RENAME VALUE {} TO {}", Kind<Enum>::reference(wanted.id),
                                         sql::quote_literal(before), sql::quote_literal(now)));
    const auto heir = wanted.renamed_values.value.find(before);
    const bool taken_over = heir != wanted.renamed_values.value.end() && has_value(wanted.values, before);
    renamed.hazards.push_back({HazardKind::breaks_clients,
                               taken_over
                                   ? fmt::format("clients that write '{}' mean what was '{}'", before, heir->second)
                                   : fmt::format("clients that write '{}' fail", before)});
    out.push_back(std::move(renamed));
  }
  return values;
}

// Can the wanted list be had from the present one by adding values alone?
bool only_adds(const std::vector<std::string>& present, const std::vector<std::string>& wanted) {
  auto next = present.begin();
  for (const auto& value : wanted)
    if (next != present.end() && *next == value) ++next;
  return next == present.end();
}

Statement add_value(const Enum& wanted, std::size_t position, const std::vector<std::string>& present) {
  // BEFORE or AFTER is always said: where a value stands is part of what is wanted.
  std::string place;
  if (position > 0)
    place = " AFTER " + sql::quote_literal(wanted.values[position - 1]);
  else if (!present.empty())
    place = " BEFORE " + sql::quote_literal(present.front());
  auto added = statement(fmt::format("ALTER {} ADD VALUE {}{}", Kind<Enum>::reference(wanted.id),
                                     sql::quote_literal(wanted.values[position]), place));
  added.transactional = false;  // the value can't be used before the transaction has committed
  return added;
}

}  // namespace

namespace {

// `renamed`: from which name to which. One may take the name that another gives up, which then comes first.
std::vector<std::pair<std::string, std::string>> renames_between(
    std::vector<std::string> values, const std::vector<std::string>& wanted,
    const std::vector<std::pair<std::string, std::string>>& renamed) {
  const std::vector<std::string> live = values;
  const auto is_taken_over = [&](const std::string& name) {
    return std::any_of(renamed.begin(), renamed.end(),
                       [&](const auto& other) { return other.second == name && has_value(live, other.first); });
  };
  std::vector<std::pair<std::string, std::string>> out;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [before, now] : renamed) {
      if (!has_value(wanted, now) || has_value(values, now) || !has_value(values, before)) continue;
      if (has_value(wanted, before) && !is_taken_over(before)) continue;
      std::replace(values.begin(), values.end(), before, now);
      out.emplace_back(before, now);
      more = true;
    }
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Kind<Enum>::values_to_rename(const Enum& live, const Enum& wanted) {
  std::vector<std::pair<std::string, std::string>> renamed;
  for (const auto& [now, before] : wanted.renamed_values.value) renamed.emplace_back(before, now);
  // The other way round, for an undo.
  for (const auto& [now, before] : live.renamed_values.value) renamed.emplace_back(now, before);
  return renames_between(live.values, wanted.values, renamed);
}

Statements Kind<Enum>::create(const Enum& e, const Context&) { return {statement(create_sql(e.id, e.values))}; }

bool Kind<Enum>::remade(const Enum& live, const Enum& wanted, const Database&, const Database&) {
  Statements renames;
  return !only_adds(rename_values(live, wanted, renames), wanted.values);
}

std::optional<Statements> Kind<Enum>::alter(const Enum& live, const Enum& wanted, const Context& context) {
  Statements out;
  std::vector<std::string> present = rename_values(live, wanted, out);
  if (!only_adds(present, wanted.values)) {
    const bool removes =
        std::ranges::any_of(present, [&wanted](const std::string& value) { return !has_value(wanted.values, value); });
    std::vector<std::string> left = present;
    std::erase_if(left, [&wanted](const std::string& value) { return !has_value(wanted.values, value); });
    std::string breaks = removes ? "clients that write a removed value fail" : "";
    if (!only_adds(left, wanted.values))
      breaks += fmt::format("{}clients that sort or compare by it meet another order", removes ? "; " : "");
    const Remaking remaking{wanted.id,
                            reference,
                            create(wanted, context),
                            true,
                            removes ? "a row with a removed value makes it fail" : "",
                            std::move(breaks)};
    for (auto& made : remake_type(remaking, context)) out.push_back(std::move(made));
    return out;
  }
  for (std::size_t i = 0; i < wanted.values.size(); ++i) {
    if (std::find(present.begin(), present.end(), wanted.values[i]) != present.end()) continue;
    out.push_back(add_value(wanted, i, present));
    present.insert(present.begin() + static_cast<std::ptrdiff_t>(i), wanted.values[i]);
  }
  return out;
}

Statements Kind<Enum>::rename(const Enum& live, const Enum& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Enum>::drop(const Enum& e, const Context&) {
  auto dropped = statement("DROP " + reference(e.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

}  // namespace plumb
