#include "kinds/composite.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/types.h"
#include "model/error.h"
#include "sql/definition_type.h"

namespace plumb {

std::string Kind<Composite>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid{}"
      " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' WHERE t.typtype = 'c' AND {} AND {}",
      ownership("t.typowner", "t.typacl"), in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

std::set<ObjectId> Kind<Composite>::needs(const Composite& c) { return {schema_id(c.id.schema)}; }

Statements Kind<Composite>::create_with(const Composite& c, const std::vector<std::string>& clauses, const Context&) {
  std::string sql = fmt::format("CREATE {} AS (", reference(c.id));
  for (std::size_t i = 0; i < clauses.size(); ++i) sql += (i ? ",\n  " : "\n  ") + clauses[i];
  return {statement(sql + (clauses.empty() ? ")" : "\n)"))};
}

bool Kind<Composite>::remade(const Composite& live, const Composite& wanted, const Database& live_all,
                             const Database& wanted_all) {
  const auto [first, last] = live_all.children<Attribute>(live.id);
  const bool retyped = std::any_of(first, last, [&](const Attribute& is) {
    const Attribute* want = wanted_all.find<Attribute>(child_id(KindTag::attribute, wanted.id, is.id.name));
    return want && !(is == *want);
  });
  return retyped && !columns_of_type(live_all, live.id).empty();
}

namespace {

std::vector<const Attribute*> attributes_in_order(const ObjectId& type, const Database& database) {
  std::vector<const Attribute*> out;
  const auto [first, last] = database.children<Attribute>(type);
  for (auto attribute = first; attribute != last; ++attribute) out.push_back(&*attribute);
  std::ranges::stable_sort(out, {}, [](const Attribute* a) { return a->position.value; });
  return out;
}

bool same_names(const std::vector<const Attribute*>& a, const std::vector<const Attribute*>& b) {
  return std::ranges::equal(
      a, b, {}, [](const Attribute* x) { return x->id.name; }, [](const Attribute* x) { return x->id.name; });
}

// Values of a composite type under its new attributes. As text they would go by place, not by name.
class NewAttributes {
 public:
  NewAttributes(const ObjectId& type, const Context& context)
      : type_(type),
        context_(context),
        old_(attributes_in_order(type, context.live)),
        new_(attributes_in_order(type, context.wanted)) {}

  std::string converted(const std::string& value, bool array, const std::string& type) const {
    if (array) {
      if (same_names(old_, new_)) {
        demand_same_by_text();
        return fmt::format("{}::text[]::{}[]", value, type);
      }
      throw Error(
          Failure::failed,
          fmt::format("{} must be made anew with other attributes, or in another order, and a column is an array of it",
                      to_string(type_)),
          "declare the attributes as they are, in their order, and change their types alone; or declare a new type");
    }
    std::string row;
    for (const Attribute* want : new_) row += (row.empty() ? "" : ", ") + attribute(value, *want);
    // By way of text, whose readers refuse a string that is too long; an explicit cast would cut it.
    return fmt::format("CASE WHEN {0} IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW({1})::text::{2} END", value, row,
                       type);
  }

  std::string losses() const {
    std::string out;
    const auto add = [&out](const Attribute& a, const std::string& what) {
      out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", a.id.name, what);
    };
    for (const Attribute* is : old_) {
      const Attribute* want = named(new_, is->id.name);
      if (!want || has_no_cast(base(*is, context_.live), context_.live, base(*want, context_.wanted), context_.wanted))
        add(*is, "its value in every row with the type is lost");
      else if (sql::type_change_loses(base(*is, context_.live).type, base(*want, context_.wanted).type))
        add(*is, "what the new type has no room for is rounded or cut off without an error");
    }
    return out;
  }

 private:
  static const Attribute* named(const std::vector<const Attribute*>& list, const std::string& name) {
    const auto found = std::ranges::find(list, name, [](const Attribute* a) { return a->id.name; });
    return found == list.end() ? nullptr : *found;
  }

  static Underlying base(const Attribute& a, const Database& database) {
    return base_type(a.type, a.id.schema, database);
  }

  // Arrays become others by way of text alone: only where a cast makes the same of every value.
  void demand_same_by_text() const {
    for (const Attribute* is : old_) {
      const Attribute& want = *named(new_, is->id.name);
      const Underlying from = base(*is, context_.live), to = base(want, context_.wanted);
      if (is->type == want.type || casts_as_text_does(from, context_.live, to, context_.wanted)) continue;
      throw Error(
          Failure::failed,
          fmt::format("{} must be made anew, and a column is an array of it, whose values go by way of text: {} "
                      "may come to be another one than by a cast from {} to {}",
                      to_string(type_), is->id.name, sql::short_type(is->type), sql::short_type(want.type)),
          "leave the attribute as it is; or declare a new type, and change the columns over to it yourself");
    }
  }

  std::string attribute(const std::string& value, const Attribute& want) const {
    const Attribute* is = named(old_, want.id.name);
    if (!is) return "NULL";
    const Underlying from = base(*is, context_.live), to = base(want, context_.wanted);
    std::string field = fmt::format("({}).{}", value, sql::quote_ident(want.id.name));
    if (is->type == want.type) return field;
    if (has_no_cast(from, context_.live, to, context_.wanted)) return "NULL";
    const bool by_text = casts_through_text(from, context_.live, to, context_.wanted);
    // Its length is for the reader of the text to check.
    const sql::TypeParts parts = sql::split_type(to.type);
    const bool was_bits = sql::split_type(from.type).name.starts_with("bit");
    if (parts.name.starts_with("character") || (was_bits && parts.name.starts_with("bit")))
      return field + (parts.array ? "::text[]" : "::text");
    return field + (by_text ? "::text" : "") + "::" + sql::short_type(want.type);
  }

  const ObjectId& type_;
  const Context& context_;
  std::vector<const Attribute*> old_, new_;
};

}  // namespace

Statements Kind<Composite>::remake(const Composite&, const Composite& wanted, Statements create,
                                   const Context& context) {
  const NewAttributes attributes(wanted.id, context);
  Remaking remaking{wanted.id,
                    reference,
                    std::move(create),
                    true,
                    "a value that does not fit the new attributes makes it fail",
                    "clients meet other attributes of the type"};
  remaking.loses = attributes.losses();
  remaking.converted = [&attributes](const std::string& value, bool array, const std::string& type) {
    return attributes.converted(value, array, type);
  };
  return remake_type(remaking, context);
}

std::optional<Statements> Kind<Composite>::alter(const Composite&, const Composite&, const Context&) {
  return Statements{};
}

Statements Kind<Composite>::rename(const Composite& live, const Composite& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Composite>::drop(const Composite& c, const Context&) {
  auto dropped = statement("DROP " + reference(c.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

std::string Kind<Composite>::reference(const ObjectId& id) { return "TYPE " + sql::qualified(id.schema, id.name); }

// --- Attributes ------------------------------------------------------------------------------------------------------

std::string Kind<Attribute>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, a.attname AS name, a.attrelid AS oid,"
      " pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,"
      " CASE WHEN a.attcollation <> t.typcollation THEN {} END AS collation, a.attnum AS position"
      " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " WHERE c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped AND {} AND {}",
      object_name("pg_collation", "coll", "a.attcollation"), in_scope("n"), not_of_extension("pg_type", "c.reltype"));
}

std::set<ObjectId> Kind<Attribute>::needs(const Attribute& a) { return relations_of(a.id); }

std::vector<Type> Kind<Attribute>::types(const Attribute& a) { return {a.type}; }

std::string Kind<Attribute>::clause(const Attribute& a) {
  return fmt::format("{} {}{}", sql::quote_ident(a.id.name), sql::short_type(a.type),
                     a.collation.empty() ? "" : " COLLATE " + a.collation.sql());
}

namespace {

ObjectId composite_of(const ObjectId& attribute) {
  return top_id(KindTag::composite, attribute.schema, attribute.parent);
}

// The typed tables of the type change along with it.
Statement altered(const ObjectId& attribute, const std::string& clause, const Context& context) {
  const ObjectId type = composite_of(attribute);
  auto out = statement(fmt::format("ALTER {} {}", Kind<Composite>::reference(type), clause));
  for (const Table& table : context.live.all<Table>())
    if (const Composite* of = type_of(table, context.live); of && of->id == type)
      out.locks.push_back({table.id, Lock::access_exclusive});
  if (!out.locks.empty()) out.sql += " CASCADE";
  return out;
}

bool any_holds_rows(const std::vector<LockedRelation>& locks, const Context& context) {
  return std::any_of(locks.begin(), locks.end(),
                     [&context](const LockedRelation& lock) { return context.holds_rows(lock.relation); });
}

}  // namespace

Statements Kind<Attribute>::create(const Attribute& a, const Context& context) {
  auto added = altered(a.id, "ADD ATTRIBUTE " + clause(a), context);
  if (context.live.find<Composite>(composite_of(a.id)))
    added.hazards.push_back({HazardKind::breaks_clients, "clients that write a row of the type without it fail"});
  return {added};
}

std::optional<Statements> Kind<Attribute>::alter(const Attribute&, const Attribute& wanted, const Context& context) {
  auto out = altered(
      wanted.id,
      fmt::format("ALTER ATTRIBUTE {} TYPE {}{}", sql::quote_ident(wanted.id.name), sql::short_type(wanted.type),
                  wanted.collation.empty() ? "" : " COLLATE " + wanted.collation.sql()),
      context);
  if (any_holds_rows(out.locks, context)) {
    out.hazards.push_back({HazardKind::rewrites_table, "every row of the typed tables is written anew"});
    out.hazards.push_back({HazardKind::blocks_reads, "reads and writes of them wait until they are rewritten"});
    out.hazards.push_back({HazardKind::may_fail_on_data, "a value that does not fit the new type makes it fail"});
  }
  out.hazards.push_back({HazardKind::breaks_clients, "clients meet another type"});
  return Statements{out};
}

Statements Kind<Attribute>::rename(const Attribute& live, const Attribute& wanted, const Context& context) {
  auto renamed = altered(
      wanted.id,
      fmt::format("RENAME ATTRIBUTE {} TO {}", sql::quote_ident(live.id.name), sql::quote_ident(wanted.id.name)),
      context);
  renamed.hazards.push_back({HazardKind::breaks_clients, "clients that use the old name fail"});
  return {renamed};
}

Statements Kind<Attribute>::drop(const Attribute& a, const Context& context) {
  auto dropped = altered(a.id, "DROP ATTRIBUTE " + sql::quote_ident(a.id.name), context);
  const auto tables = tables_with_type(context.live, composite_of(a.id));
  if (std::any_of(tables.begin(), tables.end(), [&](const ObjectId& table) { return context.holds_rows(table); }))
    dropped.hazards.push_back({HazardKind::destroys_data, "its value in every row with the type is lost"});
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the attribute fail"});
  return {dropped};
}

void Kind<Attribute>::follow(Attribute& a, const Renaming& renaming) {
  follow_type(a.type, a.id.schema, renaming);
  follow_collation(a.collation, renaming);
}

std::string Kind<Attribute>::reference(const ObjectId& id) {
  return "COLUMN " + sql::qualified(id.schema, id.parent) + "." + sql::quote_ident(id.name);
}

void Kind<Attribute>::read_short(std::string_view text, Attribute a, Database& into) {
  const auto parsed = sql::parse_attribute(text);
  a.type = parsed.type;
  if (!parsed.collation.empty()) {
    const auto name = sql::parse_qualified_name(parsed.collation);
    a.collation = {name.schema == "pg_catalog" ? "" : name.schema, name.name};
  }
  into.add(std::move(a));
}

std::optional<std::string> Kind<Attribute>::write_short(const Attribute& a, const Database&) {
  return sql::print_attribute({a.type, a.collation.empty() ? "" : a.collation.sql()});
}

}  // namespace plumb
