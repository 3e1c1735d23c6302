#include "kinds/replica_identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "kinds/check.h"
#include "kinds/kinds.h"
#include "model/text.h"

namespace plumb {

namespace {

template <typename T>
const T* marked(const ObjectId& table, const Database& database) {
  const auto [first, last] = database.children<T>(table);
  const auto found = std::find_if(first, last, [](const T& object) { return object.replica_identity; });
  return found == last ? nullptr : &*found;
}

const PrimaryKey* primary_key_over(const ObjectId& table, const Database& database) {
  const auto own_key = [&database](const ObjectId& holder) -> const PrimaryKey* {
    const auto [first, last] = database.children<PrimaryKey>(holder);
    return first == last ? nullptr : &*first;
  };
  const PrimaryKey* out = own_key(table);
  // A child by INHERITS has no key of its parent's.
  for (const ObjectId& holder : ancestors_of(table, database))
    if (!out && is_partitioned(holder, database)) out = own_key(holder);
  return out;
}

std::set<std::string> names(const std::set<ObjectId>& columns) {
  std::set<std::string> out;
  for (const ObjectId& column : columns) out.insert(column.name);
  return out;
}

// Which of UPDATE and DELETE it publishes, as a sentence begins; empty: neither.
std::string published_changes(const Publication& p) {
  const auto has = [&p](const char* operation) {
    return std::find(p.operations.begin(), p.operations.end(), operation) != p.operations.end();
  };
  if (has("update")) return has("delete") ? "UPDATE and DELETE" : "UPDATE";
  return has("delete") ? "DELETE" : "";
}

// The tables whose rows change: of a partitioned table its partitions.
std::vector<ObjectId> tables_with_rows(const ObjectId& table, const Database& database) {
  if (!is_partitioned(table, database)) return {table};
  std::vector<ObjectId> out;
  for (const ObjectId& each : descendants_of(table, database))
    if (!is_partitioned(each, database)) out.push_back(each);
  return out;
}

bool takes_changes(const ObjectId& table, const Context& context) {
  const Table* wanted = context.wanted.find<Table>(table);
  return wanted && !wanted->unlogged && context.live.find<Table>(table);
}

bool is_nothing(const ReplicaIdentity& identity) { return !identity.full && identity.columns.empty(); }

std::string joined(const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::set<std::string> without(const std::set<std::string>& all, const std::set<std::string>& others) {
  std::set<std::string> out;
  std::ranges::set_difference(all, others, std::inserter(out, out.end()));
  return out;
}

std::string nullable_among(const std::vector<std::string>& columns, const ObjectId& table, const Database& database) {
  for (const std::string& name : columns)
    if (const Column* column = database.find<Column>(child_id(KindTag::column, table, name));
        column && column->nullable)
      return fmt::format("column {} may be NULL", name);
  return {};
}

constexpr const char* deferrable_identity = "it is deferrable";
constexpr const char* no_identity = "there is no replica identity (by default the primary key)";

Hazard refusal(const std::string& changes, const std::vector<ObjectId>& tables, const std::string& why) {
  return {HazardKind::breaks_clients,
          fmt::format("{} of {} {}: {}", changes,
                      listed(tables, 3, [](const ObjectId& table) { return table.schema + "." + table.name; }),
                      changes.find(' ') == std::string::npos ? "fails" : "fail", why)};
}

}  // namespace

ReplicaIdentity replica_identity(const ObjectId& id, const Database& database) {
  const Table* table = database.find<Table>(id);
  if (!table) return {};
  ReplicaIdentity out;
  if (const Index* index = marked<Index>(id, database)) {
    for (const Element& element : index->on) out.columns.insert(sql::parse_index_element(element.text).column);
  } else if (const Unique* unique = marked<Unique>(id, database)) {
    out.columns.insert(unique->columns.begin(), unique->columns.end());
  } else if (table->replica_identity == "full") {
    out.full = true;
  } else if (const PrimaryKey* key = primary_key_over(id, database); key && table->replica_identity == "default") {
    out.columns.insert(key->columns.begin(), key->columns.end());
  }
  return out;
}

std::string refused_identity(const Index& index, const Database& database) {
  if (!index.unique) return "it is not unique";
  if (!index.where.empty()) return "it is partial";
  if (std::ranges::any_of(index.on, &Element::is_expression)) return "it is over an expression";
  std::vector<std::string> columns;
  for (const Element& element : index.on) columns.push_back(sql::parse_index_element(element.text).column);
  return nullable_among(columns, table_of(index.id), database);
}

std::string refused_identity(const Unique& key, const Database& database) {
  return key.deferrable ? deferrable_identity : nullable_among(key.columns, table_of(key.id), database);
}

std::string refused_identity(const PrimaryKey& key, const Database&) {
  return key.deferrable ? deferrable_identity : "";
}

Hazard changed_identity(const ObjectId& table, const Context& context) {
  // A publication may be one of which nothing is known here.
  if (is_nothing(replica_identity(table, context.wanted)))
    return {HazardKind::breaks_clients,
            fmt::format("UPDATE and DELETE fail where a publication has them: {}", no_identity)};
  return {HazardKind::breaks_clients, "subscribers of logical replication see other key columns"};
}

std::vector<Hazard> refused_changes(const PublishedTable& published, const Context& context) {
  const Publication* publication = context.wanted.find<Publication>(Kind<PublishedTable>::part_of(published.id));
  const std::string changes = publication ? published_changes(*publication) : "";
  if (changes.empty()) return {};
  std::map<std::string, std::vector<ObjectId>> refused;  // why: which
  const std::set<std::string> sent(published.columns.begin(), published.columns.end());
  const std::set<std::string> filtering =
      names(columns_in(published.where.text, table_of(published.id), context.wanted));
  for (const ObjectId& table : tables_with_rows(table_of(published.id), context.wanted)) {
    if (!takes_changes(table, context)) continue;
    const auto refuse = [&](const std::string& why) { refused[why].push_back(table); };
    const ReplicaIdentity identity = replica_identity(table, context.wanted);
    if (is_nothing(identity)) {
      refuse(no_identity);
      continue;
    }
    if (!sent.empty() && identity.full) refuse("the replica identity is full, so that all columns must be published");
    if (const auto unsent = without(identity.columns, sent); !sent.empty() && !unsent.empty())
      refuse(fmt::format("part of the replica identity is not published: {}", joined(unsent)));
    if (const auto others = without(filtering, identity.columns); !identity.full && !others.empty())
      refuse(fmt::format("rows are filtered by what is not in the replica identity: {}", joined(others)));
  }
  std::vector<Hazard> out;
  for (const auto& [why, tables] : refused) out.push_back(refusal(changes, tables, why));
  return out;
}

std::vector<Hazard> refused_changes(const Publication& publication, const Context& context) {
  const std::string changes = published_changes(publication);
  if (changes.empty()) return {};
  std::vector<ObjectId> refused;
  for (const Table& table : context.wanted.all<Table>()) {
    const bool in_it = publication.all_tables || std::find(publication.schemas.begin(), publication.schemas.end(),
                                                           table.id.schema) != publication.schemas.end();
    if (in_it && table.partition_by.empty() && takes_changes(table.id, context) &&
        is_nothing(replica_identity(table.id, context.wanted)))
      refused.push_back(table.id);
  }
  if (refused.empty()) return {};
  return {refusal(changes, refused, no_identity)};
}

}  // namespace plumb
