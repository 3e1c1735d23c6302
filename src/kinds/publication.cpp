#include "kinds/publication.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/replica_identity.h"

namespace plumb {

namespace {

constexpr std::string_view all_operations[] = {"insert", "update", "delete", "truncate"};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// What of `all` is not in `others`.
std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& others) {
  std::vector<std::string> out;
  for (const auto& each : all)
    if (std::find(others.begin(), others.end(), each) == others.end()) out.push_back(each);
  return out;
}

std::string parameter(std::string_view name, const std::string& value) { return fmt::format("{} = {}", name, value); }

}  // namespace

std::string Kind<Publication>::query(ServerVersion version) {
  const std::string schemas =
      version.at_least(15)
          ? "ARRAY(SELECT n.nspname::text FROM pg_catalog.pg_publication_namespace pn JOIN pg_catalog.pg_namespace n"
            " ON n.oid = pn.pnnspid WHERE pn.pnpubid = p.oid ORDER BY 1)"
          : "NULL::text[]";
  const std::string generated =
      version.at_least(18) ? "CASE p.pubgencols WHEN 's' THEN 'stored' ELSE 'none' END" : "'none'";
  return fmt::format(
      "SELECT '' AS schema, '' AS parent, p.pubname AS name, p.oid, p.puballtables AS all_tables, {} AS schemas,"
      " pg_catalog.array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,"
      " CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END], NULL) AS operations,"
      " p.pubviaroot AS via_partition_root, {} AS generated_columns{}"
      " FROM pg_catalog.pg_publication p WHERE {} AND ($1::text[] IS NULL OR true)",
      schemas, generated, ownership("p.pubowner", "NULL"), not_of_extension("pg_publication", "p.oid"));
}

void Kind<Publication>::normalize(Publication& p) {
  std::sort(p.schemas.begin(), p.schemas.end());
  const auto place = [](const std::string& word) {
    return std::find(std::begin(all_operations), std::end(all_operations), word);
  };
  std::sort(p.operations.begin(), p.operations.end(),
            [&place](const std::string& a, const std::string& b) { return place(a) < place(b); });
}

std::set<ObjectId> Kind<Publication>::needs(const Publication& p) {
  std::set<ObjectId> out;
  for (const auto& schema : p.schemas) out.insert(schema_id(schema));
  return out;
}

VersionNeed Kind<Publication>::needs_version(const Publication& p) {
  return newest_need(
      {{!p.schemas.empty(), {15, "schemas"}}, {p.generated_columns != "none", {18, "generated_columns"}}});
}

Statements Kind<Publication>::create(const Publication& p, const Context& context) {
  std::string sql = "CREATE " + reference(p.id);
  if (p.all_tables) sql += " FOR ALL TABLES";
  if (!p.schemas.empty()) sql += " FOR TABLES IN SCHEMA " + sql::quote_list(p.schemas);
  std::vector<std::string> with;
  if (p.operations.size() != std::size(all_operations))
    with.push_back(parameter("publish", sql::quote_literal(joined(p.operations))));
  if (p.via_partition_root) with.push_back(parameter("publish_via_partition_root", "true"));
  if (p.generated_columns != "none") with.push_back(parameter("publish_generated_columns", p.generated_columns));
  if (!with.empty()) sql += " WITH (" + joined(with) + ")";
  auto created = statement(std::move(sql));
  created.hazards = refused_changes(p, context);
  return {created};
}

std::optional<Statements> Kind<Publication>::alter(const Publication& live, const Publication& wanted,
                                                   const Context& context) {
  if (live.all_tables != wanted.all_tables) return std::nullopt;
  Statements out;
  const std::string alter = "ALTER " + reference(wanted.id) + " ";
  if (const auto gone = without(live.schemas, wanted.schemas); !gone.empty()) {
    out.push_back(statement(alter + "DROP TABLES IN SCHEMA " + sql::quote_list(gone)));
    out.back().hazards.push_back({HazardKind::breaks_clients, "subscribers no longer get the changes of their tables"});
  }
  if (const auto come = without(wanted.schemas, live.schemas); !come.empty()) {
    out.push_back(statement(alter + "ADD TABLES IN SCHEMA " + sql::quote_list(come)));
    out.back().hazards = refused_changes(wanted, context);
  }
  std::vector<std::string> set;
  std::vector<Hazard> hazards;
  const auto add = [](const std::vector<Hazard>& more, std::vector<Hazard>& to) {
    for (const Hazard& hazard : more)
      if (std::find(to.begin(), to.end(), hazard) == to.end()) to.push_back(hazard);
  };
  if (live.operations != wanted.operations) {
    set.push_back(parameter("publish", sql::quote_literal(joined(wanted.operations))));
    if (const auto gone = without(live.operations, wanted.operations); !gone.empty())
      hazards.push_back({HazardKind::breaks_clients, "subscribers no longer get each " + joined(gone)});
    if (!without(wanted.operations, live.operations).empty()) {
      add(refused_changes(wanted, context), hazards);
      for (const PublishedTable& table : context.wanted.all<PublishedTable>())
        if (table.id.name == wanted.id.name) add(refused_changes(table, context), hazards);
    }
  }
  if (live.via_partition_root != wanted.via_partition_root) {
    set.push_back(parameter("publish_via_partition_root", wanted.via_partition_root ? "true" : "false"));
    hazards.push_back(
        {HazardKind::breaks_clients, "changes of partitions reach subscribers under another table's name"});
  }
  if (live.generated_columns != wanted.generated_columns) {
    set.push_back(parameter("publish_generated_columns", wanted.generated_columns));
    hazards.push_back({HazardKind::breaks_clients, "subscribers get other columns"});
  }
  if (!set.empty()) {
    out.push_back(statement(alter + "SET (" + joined(set) + ")"));
    out.back().hazards = std::move(hazards);
  }
  return out;
}

Statements Kind<Publication>::rename(const Publication& live, const Publication& wanted, const Context&) {
  auto renamed = statement(fmt::format("ALTER {} RENAME TO {}", reference(live.id), sql::quote_ident(wanted.id.name)));
  renamed.hazards.push_back({HazardKind::breaks_clients, "subscriptions that name it fail"});
  return {renamed};
}

Statements Kind<Publication>::drop(const Publication& p, const Context&) {
  auto dropped = statement("DROP " + reference(p.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "subscriptions that name it fail"});
  return {dropped};
}

void Kind<Publication>::follow(Publication& p, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::schema) return;
  std::replace(p.schemas.begin(), p.schemas.end(), renaming.from.name, renaming.to.name);
  normalize(p);
}

std::string Kind<Publication>::reference(const ObjectId& id) { return "PUBLICATION " + sql::quote_ident(id.name); }

void Kind<Publication>::read_long(Publication p, Database& into) {
  for (const sql::PublishedTable& each : p.tables.value) {
    PublishedTable table;
    const std::string& schema = each.table.schema.empty() ? p.home.value : each.table.schema;
    table.id = child_id(KindTag::published_table, table_id(schema, each.table.name), p.id.name);
    table.origin = p.origin;
    table.columns = each.columns;
    table.where.text = each.where;
    into.add(std::move(table));
  }
  p.tables.value.clear();
  into.add(std::move(p));
}

Publication Kind<Publication>::gathered(Publication p, const Database& database) {
  p.tables.value.clear();
  for (const PublishedTable& table : database.all<PublishedTable>())
    if (table.id.name == p.id.name)
      p.tables.value.push_back({{table.id.schema, table.id.parent}, table.columns, table.where.text});
  return p;
}

// --- Its tables ----------------------------------------------------------------------------------------------------------

std::string Kind<PublishedTable>::query(ServerVersion version) {
  const std::string facts = version.at_least(15)
                                ? column_names("pr.prrelid", "pr.prattrs::int2[]") +
                                      " AS columns, pg_catalog.pg_get_expr(pr.prqual, pr.prrelid) AS where"
                                : "NULL::text[] AS columns, NULL AS where";
  return fmt::format(
      "SELECT n.nspname AS schema, c.relname AS parent, p.pubname AS name, pr.oid, {}"
      " FROM pg_catalog.pg_publication_rel pr JOIN pg_catalog.pg_publication p ON p.oid = pr.prpubid"
      " JOIN pg_catalog.pg_class c ON c.oid = pr.prrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE {} AND ($1::text[] IS NULL OR true)",
      facts, not_of_extension("pg_publication", "p.oid"));
}

void Kind<PublishedTable>::normalize(PublishedTable& t) { std::sort(t.columns.begin(), t.columns.end()); }

std::set<ObjectId> Kind<PublishedTable>::needs(const PublishedTable& t) {
  std::set<ObjectId> out{table_of(t.id), part_of(t.id)};
  for (const auto& column : t.columns) out.insert(column_id(table_of(t.id), column));
  return out;
}

std::vector<std::string> Kind<PublishedTable>::mentions(const PublishedTable& t) {
  std::vector<std::string> out;
  for (const auto& column : t.columns) out.push_back(sql::quote_ident(column));
  if (!t.where.empty()) out.push_back(t.where.text);
  return out;
}

VersionNeed Kind<PublishedTable>::needs_version(const PublishedTable& t) {
  return newest_need({{!t.columns.empty(), {15, "a list of columns"}}, {!t.where.empty(), {15, "a row filter"}}});
}

namespace {

std::string alter_publication(const PublishedTable& t) {
  return "ALTER " + Kind<Publication>::reference(Kind<PublishedTable>::part_of(t.id)) + " ";
}

Statement added(const PublishedTable& t, const Context& context) {
  std::string sql = alter_publication(t) + "ADD TABLE ONLY " + sql::qualified(t.id.schema, t.id.parent);
  if (!t.columns.empty()) sql += " (" + sql::quote_list(t.columns) + ")";
  if (!t.where.empty()) sql += " WHERE (" + t.where.text + ")";
  auto out = on_table(std::move(sql), table_of(t.id), Lock::share_update_exclusive);
  out.hazards = refused_changes(t, context);
  return out;
}

}  // namespace

Statements Kind<PublishedTable>::create(const PublishedTable& t, const Context& context) { return {added(t, context)}; }

std::optional<Statements> Kind<PublishedTable>::alter(const PublishedTable& live, const PublishedTable& wanted,
                                                      const Context& context) {
  Statements out = drop(live, context);
  out.back().hazards = {{HazardKind::breaks_clients, "subscribers get other rows or columns of it"}};
  out.push_back(added(wanted, context));
  return out;
}

Statements Kind<PublishedTable>::drop(const PublishedTable& t, const Context&) {
  auto dropped = on_table(alter_publication(t) + "DROP TABLE ONLY " + sql::qualified(t.id.schema, t.id.parent),
                          table_of(t.id), Lock::share_update_exclusive);
  dropped.hazards.push_back({HazardKind::breaks_clients, "subscribers no longer get its changes"});
  return {dropped};
}

void Kind<PublishedTable>::follow(PublishedTable& t, const Renaming& renaming) {
  if (renaming.from == part_of(t.id)) t.id.name = renaming.to.name;
  follow_column_names(t.columns, table_of(t.id), renaming);
  t.where.text = followed(t.where.text, table_of(t.id), renaming);
  normalize(t);
}

// As errors name it: there is no COMMENT ON it.
std::string Kind<PublishedTable>::reference(const ObjectId& id) {
  return fmt::format("{} FOR TABLE {}", Kind<Publication>::reference(part_of(id)),
                     sql::qualified(id.schema, id.parent));
}

}  // namespace plumb
