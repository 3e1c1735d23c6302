#include "kinds/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "kinds/kinds.h"
#include "kinds/naming.h"

namespace plumb {

bool is_of_type(const Type& type, std::string_view home, const ObjectId& of) {
  // Most are of none; to take a type apart costs a hundred times as much. Quotes are doubled in its text.
  if (type.empty() || (type.text.find(of.name) == std::string::npos && of.name.find('"') == std::string::npos))
    return false;
  const auto parts = sql::split_type(type);
  if (parts.name != of.name || parts.standard) return false;
  if (!parts.schema.empty()) return parts.schema == of.schema;
  return of.schema == home || of.schema == "public";
}

namespace {

// The declared or live type that a text means, or an array of which: of its home before public. None: of PostgreSQL's own.
ObjectId type_meant(const Type& type, std::string_view home, const Database& database) {
  ObjectId out;
  database.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (is_type_kind<T>)
      for (const T& object : objects)
        if (is_of_type(type, home, object.id) && (out.kind == KindTag::none || object.id.schema == home))
          out = object.id;
  });
  return out;
}

// No domain.
ObjectId own_type(const Underlying& base, const Database& database) {
  const ObjectId out = type_meant(base.type, base.home, database);
  return out.kind == KindTag::domain ? ObjectId{} : out;
}

}  // namespace

Underlying base_type(const Type& type, std::string_view home, const Database& database) {
  Underlying out{type, std::string(home)};
  // A loop of domains is an error that the server will tell.
  for (std::size_t depth = 0; depth <= database.all<Domain>().size(); ++depth) {
    const bool array = sql::split_type(out.type).array;
    const Domain* domain = database.find<Domain>(type_meant(out.type, out.home, database));
    if (!domain || (array && sql::split_type(domain->type).array)) break;
    out = {Type{domain->type.text + (array ? "[]" : "")}, domain->id.schema};
  }
  return out;
}

std::vector<const Domain*> domains_of(const Type& type, std::string_view home, const Database& database) {
  std::vector<const Domain*> out;
  Underlying now{type, std::string(home)};
  while (out.size() < database.all<Domain>().size() && !sql::split_type(now.type).array) {
    const Domain* domain = database.find<Domain>(type_meant(now.type, now.home, database));
    if (!domain) break;
    out.push_back(domain);
    now = {domain->type, domain->id.schema};
  }
  return out;
}

namespace {

// For the built-in casts: a type of the declaration's own has those that uuid has, to and from strings; beside a uuid it is
// another such type.
Type with_same_casts(const Underlying& base, const ObjectId& own, const Underlying& other) {
  if (own.kind == KindTag::none) return base.type;
  const std::string_view name = sql::split_type(other.type).name == "uuid" ? "macaddr" : "uuid";
  return Type{std::string(name) + (sql::split_type(base.type).array ? "[]" : "")};
}

// A cast of the database's own; that of elements casts arrays, too. Null: none.
const Cast* own_cast(const Underlying& from, const ObjectId& old, const Underlying& to, const ObjectId& now,
                     const Database& wanted) {
  const bool elements = sql::split_type(from.type).array && sql::split_type(to.type).array;
  const auto is = [elements](const Type& type, const Underlying& of, const ObjectId& own) {
    const sql::TypeParts a = sql::split_type(type), b = sql::split_type(of.type);
    if (a.array != (b.array && !elements)) return false;
    return own.kind != KindTag::none ? is_of_type(type, of.home, own) : a.name == b.name && a.schema == b.schema;
  };
  const auto& casts = wanted.all<Cast>();
  const auto found = std::ranges::find_if(
      casts, [&](const Cast& cast) { return is(cast.source, from, old) && is(cast.target, to, now); });
  return found == casts.end() ? nullptr : &*found;
}

}  // namespace

bool has_no_cast(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted) {
  const ObjectId old = own_type(from, live), now = own_type(to, wanted);
  if (own_cast(from, old, to, now, wanted)) return false;
  const bool of_two_sorts = old.kind != KindTag::none && now.kind != KindTag::none && old.kind != now.kind;
  return of_two_sorts || sql::cast_is_impossible(with_same_casts(from, old, to), with_same_casts(to, now, from));
}

bool casts_through_text(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted) {
  const ObjectId old = own_type(from, live), now = own_type(to, wanted);
  return old.kind != KindTag::none && now.kind != KindTag::none && old != now && !own_cast(from, old, to, now, wanted);
}

bool casts_by_assignment(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted) {
  const ObjectId old = own_type(from, live), now = own_type(to, wanted);
  // It stands before what PostgreSQL would do without one.
  if (const Cast* cast = own_cast(from, old, to, now, wanted)) return cast->context != "explicit";
  if (old.kind != KindTag::none && now.kind != KindTag::none && old != now) return false;
  return sql::assignment_cast_exists(from.type, to.type);
}

bool casts_as_text_does(const Underlying& from, const Database& live, const Underlying& to, const Database& wanted) {
  const ObjectId old = own_type(from, live), now = own_type(to, wanted);
  if (own_cast(from, old, to, now, wanted)) return false;
  if (old.kind != KindTag::none && now.kind != KindTag::none) return true;
  const sql::TypeParts a = sql::split_type(from.type), b = sql::split_type(to.type);
  if (a.array != b.array) return false;
  const auto is_among = [](const sql::TypeParts& type, std::initializer_list<std::string_view> names) {
    return type.schema.empty() && std::ranges::find(names, type.name) != names.end();
  };
  const auto is_string = [&](const sql::TypeParts& type) { return is_among(type, {"text", "character varying"}); };
  const auto is_whole = [&](const sql::TypeParts& type) { return is_among(type, {"smallint", "integer", "bigint"}); };
  if (is_string(a)) return !is_among(b, {"character", "char"});
  if (is_string(b)) return old.kind == KindTag::enumeration || is_whole(a) || is_among(a, {"numeric", "uuid", "date"});
  if (is_whole(a)) return is_whole(b) || is_among(b, {"numeric"});
  return a.standard && b.standard && a.name == b.name && is_among(a, {"numeric"});
}

std::set<ObjectId> columns_of_type(const Database& database, const ObjectId& type) {
  std::vector<ObjectId> names{type};
  database.visit(type, [&names]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::second_name(object); }) names.push_back(Kind<T>::second_name(object));
  });
  std::set<ObjectId> out;
  for (const Column& column : database.all<Column>())
    for (const ObjectId& name : names)
      if (is_of_type(column.type, column.id.schema, name)) out.insert(column.id);
  return out;
}

std::set<ObjectId> types_on_type(const Database& database, const ObjectId& type) {
  std::set<ObjectId> out;
  database.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (!std::is_same_v<T, Column> && requires(const T& o) { Kind<T>::types(o); })
      for (const T& object : objects)
        for (const Type& named : Kind<T>::types(object)) {
          if (!is_of_type(named, object.id.schema, type)) continue;
          if (is_type_kind<T>) out.insert(object.id);
          for (const ObjectId& parent : relations_of(object.id))
            if (is_type(parent.kind) && database.contains(parent)) out.insert(parent);
        }
  });
  out.erase(type);
  return out;
}

namespace {

// The type, and those that stand on it, however deep.
std::set<ObjectId> types_over(const Database& database, const ObjectId& type) {
  std::set<ObjectId> out{type};
  std::vector<ObjectId> work{type};
  while (!work.empty()) {
    const ObjectId next = work.back();
    work.pop_back();
    for (const ObjectId& other : types_on_type(database, next))
      if (out.insert(other).second) work.push_back(other);
  }
  return out;
}

}  // namespace

std::set<ObjectId> columns_over_type(const Database& database, const ObjectId& type) {
  std::set<ObjectId> out;
  for (const ObjectId& each : types_over(database, type)) out.merge(columns_of_type(database, each));
  return out;
}

std::set<ObjectId> tables_with_type(const Database& database, const ObjectId& type) {
  std::set<ObjectId> out;
  for (const ObjectId& each : types_over(database, type)) {
    for (const ObjectId& column : columns_of_type(database, each)) out.insert(table_of(column));
    for (const Table& table : database.all<Table>())
      if (is_of_type(table.of, table.id.schema, each)) out.insert(table.id);
  }
  return out;
}

void follow_collation(ObjectName& collation, const Renaming& renaming) {
  const ObjectId& from = renaming.from;
  if (from.kind == KindTag::collation && collation == ObjectName{from.schema, from.name})
    collation = {renaming.to.schema, renaming.to.name};
  if (from.kind == KindTag::schema && !collation.empty() && collation.schema == from.name)
    collation.schema = renaming.to.name;
}

void scans_tables_with(Statement& statement, const ObjectId& type, const std::string& failing, const Context& context) {
  std::string tables;
  for (const ObjectId& table : tables_with_type(context.live, type)) {
    statement.locks.push_back({table, Lock::share});
    if (context.holds_rows(table)) tables += (tables.empty() ? "" : ", ") + address(table);
  }
  if (tables.empty()) return;
  statement.hazards.push_back(
      {HazardKind::blocks_writes, fmt::format("writes of {} wait while every row is checked", tables)});
  statement.hazards.push_back({HazardKind::may_fail_on_data, failing});
}

namespace {

// A column's values under the new type; a default that may be of a value that goes steps aside in the same statement.
Statement retyped(const ObjectId& column, const Remaking& remaking, const Context& context) {
  const Column* live = context.live.find<Column>(column);
  const Column* wanted = context.wanted.find<Column>(column);
  refuse_retyping(*live, context);
  const std::string name = sql::quote_ident(column.name);
  const auto parts = sql::split_type(wanted->type);
  const std::string type = sql::qualified(parts.schema.empty() ? remaking.id.schema : parts.schema, parts.name);
  const std::string suffix = parts.array ? "[]" : "";
  std::string change;
  if (!live->default_expression.empty()) change += fmt::format("ALTER COLUMN {} DROP DEFAULT, ", name);
  change += fmt::format("ALTER COLUMN {} TYPE {}{}", name, type, suffix);
  if (wanted->collation) change += " COLLATE " + wanted->collation->sql();
  if (remaking.converted)
    change += " USING " + remaking.converted(name, parts.array, type);
  else if (remaking.through_text)
    change += fmt::format(" USING {}::text{}::{}{}", name, suffix, type, suffix);
  if (!wanted->default_expression.empty())
    change += fmt::format(", ALTER COLUMN {} SET DEFAULT {}", name, wanted->default_expression.text);
  const ObjectId table = table_of(column);
  auto out = on_table(fmt::format("ALTER {} {}", Kind<Table>::reference(table), change), table, Lock::access_exclusive);
  bool rows = context.holds_rows(table);
  for (const ObjectId& child : descendants_of(table, context.live)) {
    out.locks.push_back({child, Lock::access_exclusive});
    rows = rows || context.holds_rows(child);
  }
  if (rows) {
    out.hazards.push_back({HazardKind::rewrites_table, "every row and every index of the table is written anew"});
    out.hazards.push_back({HazardKind::blocks_reads, "reads and writes of the table wait until it is rewritten"});
    if (!remaking.loses.empty()) out.hazards.push_back({HazardKind::destroys_data, remaking.loses});
    if (!remaking.may_fail.empty()) out.hazards.push_back({HazardKind::may_fail_on_data, remaking.may_fail});
  }
  context.leave_all_unanalyzed(table, out);
  return out;
}

// The column that a child has by its parent's, which changes along with that; null: by none.
const Column* parents_column(const ObjectId& column, const std::set<ObjectId>& columns, const Database& database) {
  for (const ObjectId& parent : parents_of(table_of(column), database))
    if (const ObjectId id = column_id(parent, column.name); columns.contains(id)) return database.find<Column>(id);
  return nullptr;
}

// Children change with their parents; their own defaults have gone with that.
void retype_columns(const Remaking& remaking, const Context& context, Statements& out) {
  std::set<ObjectId> columns = columns_of_type(context.live, remaking.id);
  const std::set<ObjectId> still = columns_of_type(context.wanted, remaking.id);
  // Those that are no longer of it, or have stepped aside, have steps of their own.
  std::erase_if(columns,
                [&](const ObjectId& column) { return !still.contains(column) || context.aside.contains(column); });
  for (const ObjectId& column : columns)
    if (!parents_column(column, columns, context.live)) out.push_back(retyped(column, remaking, context));
  for (const ObjectId& column : columns) {
    const Column* parents = parents_column(column, columns, context.wanted);
    const Column* wanted = context.wanted.find<Column>(column);
    if (!parents || parents->default_expression == wanted->default_expression) continue;
    const std::string value =
        wanted->default_expression.empty() ? "DROP DEFAULT" : "SET DEFAULT " + wanted->default_expression.text;
    const ObjectId table = table_of(column);
    out.push_back(on_table(
        fmt::format("ALTER {} ALTER COLUMN {} {}", Kind<Table>::reference(table), sql::quote_ident(column.name), value),
        table, Lock::access_exclusive));
  }
}

}  // namespace

std::string aside_name(const std::string& name) { return default_name_of(name, "", "plumb_old"); }

Statements remake_type(const Remaking& remaking, const Context& context) {
  Statements out;
  const auto aside = [&](ObjectId id) {
    const std::string before = remaking.reference(id);
    id.name = aside_name(id.name);
    out.push_back(statement(fmt::format("ALTER {} RENAME TO {}", before, sql::quote_ident(id.name))));
    return id;
  };
  const ObjectId old_id = aside(remaking.id);
  if (!remaking.second.name.empty()) aside(remaking.second);
  out.insert(out.end(), remaking.create.begin(), remaking.create.end());
  retype_columns(remaking, context, out);
  out.push_back(statement("DROP " + remaking.reference(old_id)));
  out.front().hazards.push_back({HazardKind::breaks_clients, remaking.breaks});
  return out;
}

}  // namespace plumb
