#include "kinds/range.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/types.h"

namespace plumb {

namespace {

// Of a range's constructors, which all have one name.
std::string constructor_name(std::string_view type) {
  return object_name("pg_proc", "pro",
                     fmt::format("(SELECT pg_catalog.min(d.objid) FROM pg_catalog.pg_depend d"
                                 " WHERE d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = {}"
                                 " AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.deptype = 'i')",
                                 type));
}

}  // namespace

std::string Kind<Range>::query(ServerVersion) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid,"
      " pg_catalog.format_type(r.rngsubtype, NULL) AS subtype, CASE WHEN NOT oc.opcdefault THEN {} END AS "
      "subtype_opclass,"
      " CASE WHEN r.rngcollation <> s.typcollation THEN {} END AS collation, {} AS canonical, {} AS subtype_diff,"
      " {} AS multirange, {} AS constructor, {} AS multirange_constructor{}"
      " FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype"
      " JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc WHERE {} AND {}",
      object_name("pg_opclass", "opc", "r.rngsubopc"), object_name("pg_collation", "coll", "r.rngcollation"),
      function_name("r.rngcanonical"), function_name("r.rngsubdiff"), object_name("pg_type", "typ", "r.rngmultitypid"),
      constructor_name("r.rngtypid"), constructor_name("r.rngmultitypid"), ownership("t.typowner", "t.typacl"),
      in_scope("n"), not_of_extension("pg_type", "t.oid"));
}

namespace {

// makeMultirangeTypeName in catalog/pg_type.c.
std::string default_multirange_name(const std::string& range) {
  static constexpr std::string_view word = "range";
  std::string out = range;
  if (const std::size_t at = range.find(word); at != std::string::npos)
    out.insert(at, "multi");
  else
    out = range.substr(0, sql::max_identifier_bytes - 11) + "_multirange";
  return out.substr(0, sql::max_identifier_bytes);
}

ObjectName default_multirange(const Range& r) { return {r.id.schema, default_multirange_name(r.id.name)}; }

ObjectName multirange_of(const Range& r) { return r.multirange.empty() ? default_multirange(r) : r.multirange; }

}  // namespace

void Kind<Range>::normalize(Range& r) {
  r.subtype = sql::bare_type(r.subtype);
  if (r.multirange == default_multirange(r)) r.multirange = {};
}

std::set<ObjectId> Kind<Range>::needs(const Range& r) { return {schema_id(r.id.schema)}; }

std::vector<Type> Kind<Range>::types(const Range& r) { return {r.subtype}; }

std::vector<std::string> Kind<Range>::mentions(const Range& r) {
  std::vector<std::string> out;
  for (const FunctionName* function : {&r.canonical, &r.subtype_diff})
    if (!function->empty()) out.push_back(function->text + "()");
  if (!r.opclass.empty()) out.push_back(r.opclass.text);
  return out;
}

ObjectId Kind<Range>::second_name(const Range& r) {
  const ObjectName name = multirange_of(r);
  return top_id(tag, name.schema, name.name);
}

Statements Kind<Range>::create(const Range& r, const Context&) {
  std::string sql = fmt::format("CREATE {} AS RANGE (SUBTYPE = {}", reference(r.id), sql::short_type(r.subtype));
  const auto add = [&sql](std::string_view name, const std::string& value) {
    if (!value.empty()) sql += fmt::format(", {} = {}", name, value);
  };
  add("SUBTYPE_OPCLASS", r.opclass.text);
  if (!r.collation.empty()) add("COLLATION", r.collation.sql());
  add("CANONICAL", r.canonical.text);
  add("SUBTYPE_DIFF", r.subtype_diff.text);
  if (!r.multirange.empty()) add("MULTIRANGE_TYPE_NAME", r.multirange.sql());
  return {statement(sql + ")")};
}

namespace {

struct Constructors {
  ObjectName name;
  std::vector<std::string> arguments;  // of each
};

// makeRangeConstructors and makeMultirangeConstructors in commands/typecmds.c.
Constructors range_constructors(const Range& r) {
  const std::string bounds = fmt::format("{0}, {0}", sql::short_type(r.subtype));
  return {r.constructor.value.empty() ? ObjectName{r.id.schema, r.id.name} : r.constructor.value,
          {bounds, bounds + ", text"}};
}

Constructors multirange_constructors(const Range& r) {
  const std::string range = sql::qualified(r.id.schema, r.id.name);
  return {r.multirange_constructor.value.empty() ? multirange_of(r) : r.multirange_constructor.value,
          {"", range, range + "[]"}};
}

// PostgreSQL leaves them their names when the type gets another one; a dump would not.
void move_constructors(const Constructors& constructors, const ObjectName& to, Statements& out) {
  for (const auto& arguments : constructors.arguments) {
    ObjectName now = constructors.name;
    const auto alter = [&](std::string_view verb, const std::string& name) {
      out.push_back(
          statement(fmt::format("ALTER FUNCTION {}({}) {} {}", now.sql(), arguments, verb, sql::quote_ident(name))));
    };
    if (now.schema != to.schema) alter("SET SCHEMA", to.schema);
    now.schema = to.schema;
    if (now.name != to.name) alter("RENAME TO", to.name);
  }
}

// Out of the way of those of a new type.
Statements constructors_aside(const Range& r) {
  Statements out;
  for (const Constructors& constructors : {range_constructors(r), multirange_constructors(r)})
    move_constructors(constructors, {constructors.name.schema, aside_name(constructors.name.name)}, out);
  return out;
}

// All but the name of the multirange type.
bool same_range(Range a, const Range& b) {
  a.multirange = b.multirange;
  return a == b;
}

}  // namespace

bool Kind<Range>::remade(const Range& live, const Range& wanted, const Database& live_all, const Database&) {
  return !same_range(live, wanted) && !columns_of_type(live_all, live.id).empty();
}

std::optional<Statements> Kind<Range>::alter(const Range& live, const Range& wanted, const Context& context) {
  if (!same_range(live, wanted)) {
    if (!remade(live, wanted, context.live, context.wanted)) return std::nullopt;
    Statements out = constructors_aside(live);
    for (auto& made : remake_type(
             {wanted.id, reference, create(wanted, context), true,
              "a range that does not fit the new type makes it fail", "clients meet another type", second_name(live)},
             context))
      out.push_back(std::move(made));
    return out;
  }
  const auto id_of = [](const ObjectName& name) { return top_id(tag, name.schema, name.name); };
  auto out = move_and_rename(reference, id_of(multirange_of(live)), id_of(multirange_of(wanted)), Lock::none, context);
  move_constructors(multirange_constructors(live), multirange_of(wanted), out);
  return out;
}

Statements Kind<Range>::rename(const Range& live, const Range& wanted, const Context& context) {
  auto out = move_and_rename(reference, live.id, wanted.id, Lock::none, context);
  move_constructors(range_constructors(live), {wanted.id.schema, wanted.id.name}, out);
  return out;
}

Statements Kind<Range>::drop(const Range& r, const Context&) {
  auto dropped = statement("DROP " + reference(r.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

void Kind<Range>::follow(Range& r, const Renaming& renaming) {
  if (renaming.from == r.id && r.multirange.empty()) r.multirange = default_multirange(r);  // it keeps its name
  if (renaming.from == r.id) r.constructor.value = {renaming.to.schema, renaming.to.name};
  for (ObjectName* name : {&r.multirange, &r.constructor.value, &r.multirange_constructor.value})
    if (renaming.from.kind == KindTag::schema && name->schema == renaming.from.name) name->schema = renaming.to.name;
  follow_type(r.subtype, r.id.schema, renaming);
  follow_collation(r.collation, renaming);
  for (FunctionName* function : {&r.canonical, &r.subtype_diff}) follow_function(*function, r.id.schema, renaming);
}

std::string Kind<Range>::reference(const ObjectId& id) { return "TYPE " + sql::qualified(id.schema, id.name); }

}  // namespace plumb
