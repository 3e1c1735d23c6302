#include "kinds/identity_sequence.h"

#include <fmt/format.h>

#include <map>

#include "kinds/complete.h"
#include "kinds/kinds.h"

namespace plumb {

std::string Kind<IdentitySequence>::query(ServerVersion) {
  const auto is_in = [](std::string_view catalog) {
    return fmt::format(
        "c.oid IN (SELECT x.objoid FROM pg_catalog.{} x WHERE x.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass"
        " AND x.objsubid = 0)",
        catalog);
  };
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, c.relname AS name, c.oid,"
      " pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname) || '.' ||"
      " pg_catalog.quote_ident(a.attname) AS column{}"
      " FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid"
      " AND d.objsubid = 0 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'"
      " JOIN pg_catalog.pg_class t ON t.oid = d.refobjid JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
      " WHERE (c.relacl IS NOT NULL OR {} OR {}) AND {} AND {}",
      ownership("c.relowner", "c.relacl"), is_in("pg_description"), is_in("pg_seclabel"), in_scope("n"),
      not_of_extension("pg_class", "c.oid"));
}

std::set<ObjectId> Kind<IdentitySequence>::needs(const IdentitySequence& s) {
  return {s.column.value.empty() ? schema_id(s.id.schema) : s.column.value.id()};
}

void Kind<IdentitySequence>::follow(IdentitySequence& s, const Renaming& renaming) {
  follow_column_name(s.column.value, renaming);
}

std::string Kind<IdentitySequence>::reference(const ObjectId& id) {
  return "SEQUENCE " + sql::qualified(id.schema, id.name);
}

namespace {

// The columns by the sequences that they have.
std::map<ObjectId, const Column*> identities(const Database& database) {
  std::map<ObjectId, const Column*> out;
  for (const Column& column : database.all<Column>())
    if (column.identity) {
      const ObjectId sequence = Kind<Column>::identity_sequence_id(column);
      out.emplace(top_id(KindTag::identity_sequence, sequence.schema, sequence.name), &column);
    }
  return out;
}

ColumnName name_of(const Column& column) { return {column.id.schema, column.id.parent, column.id.name}; }

void erase_with_what_is_said(Database& live, const std::set<ObjectId>& ids) {
  live.each_kind_mutable([&ids]<typename T>(std::vector<T>& objects) {
    std::erase_if(objects, [&ids](const T& object) { return ids.contains(subject_of(object.id)); });
  });
}

}  // namespace

void find_identity_columns(Database& wanted) {
  if (wanted.all<IdentitySequence>().empty()) return;
  const auto columns = identities(wanted);
  for (IdentitySequence& s : wanted.all_of<IdentitySequence>())
    if (const auto column = columns.find(s.id); column != columns.end()) s.column.value = name_of(*column->second);
}

void pair_identity_sequences(Database& live, Database& wanted, bool all) {
  if (live.all<IdentitySequence>().empty() && wanted.all<IdentitySequence>().empty() && !all) return;
  const auto wants = identities(wanted);
  std::map<ObjectId, ObjectId> names;
  for (const auto& [id, column] : wants) names.emplace(column->id, id);
  std::map<ObjectId, ObjectId> renamed;
  std::set<ObjectId> alone;
  for (const IdentitySequence& s : live.all<IdentitySequence>()) {
    const ObjectId column = s.column.value.id();
    if (!live.find<Column>(column)) alone.insert(s.id);
    if (const auto name = names.find(column); name != names.end() && name->second != s.id)
      renamed.emplace(s.id, name->second);
  }
  for (IdentitySequence& s : live.all_of<IdentitySequence>())
    if (const auto name = renamed.find(s.id); name != renamed.end()) s.id = name->second;
  if (!renamed.empty()) follow_subjects(live, renamed);
  if (!alone.empty()) erase_with_what_is_said(live, alone);
  std::vector<IdentitySequence> come, are;
  for (const auto& [id, column] : wants) {
    const Column* is = live.find<Column>(column->id);
    const bool stays = is && is->identity;
    const IdentitySequence* has = live.find<IdentitySequence>(id);
    const bool said = wanted.find<IdentitySequence>(id) != nullptr;
    if (!said && (has || (all && !stays))) {
      IdentitySequence& s = come.emplace_back();
      s.id = id, s.column.value = name_of(*column), s.origin = column->origin;
    }
    if (said && stays && !has) {
      IdentitySequence& s = are.emplace_back();
      s.id = id, s.column.value = name_of(*column);
      if (const Table* table = live.find<Table>(table_of(column->id))) s.owner = table->owner;
    }
  }
  for (IdentitySequence& s : come) wanted.add(std::move(s));
  for (IdentitySequence& s : are) live.add(std::move(s));
  live.sort();
  wanted.sort();
}

}  // namespace plumb
