// The short form of a column: "bigint not null default 0 check (…) references cities (id)". Constraints written there
// become objects of their own, with the names that PostgreSQL would choose; writing folds them in again.
#include <fmt/format.h>

#include "kinds/column.h"
#include "kinds/kinds.h"
#include "kinds/naming.h"

namespace plumb {

namespace {

constexpr std::pair<std::string_view, std::string_view> serial_types[] = {
    {"smallserial", "smallint"}, {"serial", "integer"}, {"bigserial", "bigint"}};

// What "serial" means: an owned sequence and its nextval as default (documentation 8.1.4).
Sequence serial_sequence(const Column& c) {
  Sequence s;
  s.id = top_id(KindTag::sequence, c.id.schema, default_name_of(c.id.parent, c.id.name, "seq"));
  s.origin = c.origin;
  s.named_by_postgres.value = true;
  s.type = c.type;
  s.owned_by = {c.id.schema, c.id.parent, c.id.name};
  return s;
}

std::string nextval(const Sequence& s) {
  return fmt::format("nextval({}::regclass)", sql::quote_literal(sql::quote_ident(s.id.name)));
}

template <typename T>
T constraint_of(const Column& c, const std::string& name) {
  T out;
  out.id = child_id(Kind<T>::tag, table_of(c.id), name);
  out.origin = c.origin;
  return out;
}

template <typename K>
void add_key(const Column& c, const sql::ColumnDefinition::Key& parsed, Database& into) {
  K key = constraint_of<K>(c, parsed.name);
  key.columns = {c.id.name};
  key.deferrable = parsed.deferrable;
  key.initially_deferred = parsed.initially_deferred;
  key.with = parsed.with;
  if constexpr (std::is_same_v<K, Unique>) key.nulls_not_distinct = parsed.nulls_not_distinct;
  into.add(std::move(key));
}

void add_constraints(const Column& c, const sql::ColumnDefinition& parsed, Database& into) {
  if (parsed.primary_key) add_key<PrimaryKey>(c, *parsed.primary_key, into);
  if (parsed.unique) add_key<Unique>(c, *parsed.unique, into);
  for (const auto& each : parsed.checks) {
    Check check = constraint_of<Check>(c, each.name);
    // A column's own check bears the column's name whatever else it uses.
    if (each.name.empty()) {
      check.id.name = default_name_of(c.id.parent, c.id.name, "check");
      check.named_by_postgres.value = true;
    }
    check.expression = {each.expression};
    check.no_inherit = each.no_inherit;
    into.add(std::move(check));
  }
  for (const auto& each : parsed.foreign_keys) {
    ForeignKey key = from_references(each.references, constraint_of<ForeignKey>(c, each.name));
    key.columns = {c.id.name};
    into.add(std::move(key));
  }
}

}  // namespace

void Kind<Column>::read_short(std::string_view text, Column c, Database& into) {
  const auto parsed = sql::parse_column(text);
  c.type = parsed.type;
  c.nullable = !parsed.not_null;
  c.not_null_name = parsed.not_null_name;
  c.not_null_no_inherit = parsed.not_null_no_inherit;
  if (parsed.default_expression) c.default_expression = {*parsed.default_expression};
  if (parsed.generated) c.generated = Expression{*parsed.generated};
  c.generated_virtual = parsed.generated_virtual;
  c.identity = Identity{parsed.identity, parsed.identity_options};
  if (!parsed.collation.empty()) {
    const auto name = sql::parse_qualified_name(parsed.collation);
    c.collation = ObjectName{name.schema == "pg_catalog" ? "" : name.schema, name.name};
  }
  if (parsed.storage != "default") c.storage = parsed.storage;
  if (parsed.compression != "default") c.compression = parsed.compression;
  add_constraints(c, parsed, into);
  read_long(std::move(c), into);
}

void Kind<Column>::read_long(Column c, Database& into) {
  for (const auto& [serial, integer] : serial_types) {
    if (c.type.text != serial) continue;
    c.type = {std::string(integer)};
    c.nullable = false;
    Sequence sequence = serial_sequence(c);
    c.default_expression = {nextval(sequence)};
    into.add(std::move(sequence));
  }
  into.add(std::move(c));
}

namespace {

// What folds into a column's short form, and the definition that then stands for all of it.
struct Folded {
  sql::ColumnDefinition definition;
  std::set<ObjectId> ids;
};

template <typename T, typename F>
void each_plain_child(const Column& c, const Database& database, F&& f) {
  const auto [first, last] = database.children<T>(table_of(c.id));
  for (auto it = first; it != last; ++it)
    if (!has_attached(database, it->id) && it->renamed_from.value.empty()) f(*it);
}

template <typename K>
std::optional<sql::ColumnDefinition::Key> fold_key(const Column& c, const Database& database, std::set<ObjectId>& ids) {
  std::optional<sql::ColumnDefinition::Key> out;
  each_plain_child<K>(c, database, [&](const K& key) {
    K plain = constraint_of<K>(c, Kind<K>::default_name(key, database));
    plain.columns = {c.id.name};
    plain.deferrable = key.deferrable;
    plain.initially_deferred = key.initially_deferred;
    if (out || !(plain == key)) return;
    out = sql::ColumnDefinition::Key{};
    out->deferrable = key.deferrable;
    out->initially_deferred = key.initially_deferred;
    ids.insert(key.id);
  });
  return out;
}

void fold_checks(const Column& c, const Database& database, Folded& out) {
  each_plain_child<Check>(c, database, [&](const Check& check) {
    if (check.id.name != default_name_of(c.id.parent, c.id.name, "check") || check.not_valid || check.not_enforced)
      return;
    const auto columns = columns_in(check.expression.text, table_of(c.id), database);
    if (columns != std::set<ObjectId>{c.id}) return;
    out.definition.checks.push_back({"", check.expression.text, check.no_inherit});
    out.ids.insert(check.id);
  });
}

void fold_foreign_keys(const Column& c, const Database& database, Folded& out) {
  each_plain_child<ForeignKey>(c, database, [&](const ForeignKey& key) {
    if (key.columns != std::vector{c.id.name} || key.not_valid || key.not_enforced || key.period ||
        !out.definition.foreign_keys.empty())
      return;
    if (key.id.name != Kind<ForeignKey>::default_name(key, database)) return;
    out.definition.foreign_keys.push_back({"", to_references(key)});
    out.ids.insert(key.id);
  });
}

// The column is a serial: its own sequence, all defaults, and nextval of it.
void fold_serial(const Column& c, const Database& database, Folded& out) {
  if (c.nullable || c.default_expression.empty()) return;
  Sequence wanted = serial_sequence(c);
  const Table* table = database.find<Table>(table_of(c.id));
  wanted.unlogged = table && table->unlogged;
  const Sequence* sequence = database.find<Sequence>(wanted.id);
  if (!sequence || !(*sequence == wanted) || has_attached(database, wanted.id)) return;
  if (c.default_expression.text != nextval(wanted)) return;
  for (const auto& [serial, integer] : serial_types)
    if (c.type.text == integer) out.definition.type = {std::string(serial)};
  out.definition.default_expression.reset();
  if (!c.not_null_name && !c.not_null_no_inherit) out.definition.not_null = false;
  out.ids.insert(wanted.id);
}

// None where the column needs its long form.
std::optional<Folded> fold(const Column& c, const Database& database) {
  if (c.statistics || !c.with.empty() || !c.options.empty() || c.inherited.value || c.not_null_not_valid ||
      c.not_null_comment)
    return std::nullopt;
  if (has_attached(database, c.id) || !c.renamed_from.value.empty()) return std::nullopt;
  Folded out;
  auto& d = out.definition;
  d.type = c.type;
  d.not_null = !c.nullable;
  d.not_null_name = *c.not_null_name;
  d.not_null_no_inherit = c.not_null_no_inherit;
  if (!c.default_expression.empty()) d.default_expression = c.default_expression.text;
  if (c.generated) d.generated = c.generated->text;
  d.generated_virtual = c.generated_virtual;
  d.identity = c.identity->generation;
  d.identity_options = c.identity->options;
  if (c.collation) d.collation = c.collation->sql();
  d.storage = *c.storage;
  d.compression = *c.compression;
  d.primary_key = fold_key<PrimaryKey>(c, database, out.ids);
  d.unique = fold_key<Unique>(c, database, out.ids);
  fold_checks(c, database, out);
  fold_foreign_keys(c, database, out);
  fold_serial(c, database, out);
  // A primary key, an identity and a serial say NOT NULL themselves.
  if ((d.primary_key || !d.identity.empty()) && !c.not_null_name && !c.not_null_no_inherit) d.not_null = false;
  return out;
}

}  // namespace

std::optional<std::string> Kind<Column>::write_short(const Column& c, const Database& database) {
  const auto folded = fold(c, database);
  if (!folded) return std::nullopt;
  return sql::print_column(folded->definition);
}

std::set<ObjectId> folded_into_columns(const Database& database) {
  std::set<ObjectId> out;
  for (const Column& column : database.all<Column>())
    if (auto folded = fold(column, database)) out.merge(folded->ids);
  return out;
}

}  // namespace plumb
