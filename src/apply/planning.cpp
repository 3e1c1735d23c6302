#include "apply/planning.h"

#include <algorithm>

#include "catalog/dependents.h"
#include "catalog/read.h"
#include "catalog/settle.h"
#include "catalog/sizes.h"
#include "kinds/complete.h"
#include "kinds/fields.h"
#include "plan/build.h"
#include "plan/diff.h"
#include "plan/fingerprint.h"
#include "plan/rename.h"
#include "plan/render_definition.h"

namespace plumb {

namespace {

// Which schemas the server is asked for. Where the root does not say, that is known only once all files are read.
catalog::Scope scope_of(const yaml::Config& config, const Database& wanted) {
  catalog::Scope scope;
  scope.database = config.manage.database;
  const auto schemas = yaml::managed_schemas(config, wanted);
  scope.all_schemas = !schemas;
  if (schemas) scope.schemas.assign(schemas->begin(), schemas->end());
  return scope;
}

// Schemas in which objects stood that are declared elsewhere now: read as well, though not answered for.
std::set<std::string> schemas_before(const Database& wanted) {
  std::set<std::string> out;
  wanted.each([&out](const auto& object) {
    const std::string& before = object.renamed_from.value;
    if (before.empty()) return;
    if (object.id.kind == KindTag::schema)
      out.insert(before);
    else if (const auto parts = split_name(before); object.id.parent.empty() && parts.size() == 2)
      out.insert(parts[0]);
  });
  return out;
}

// What was read only to find what has moved out of it.
void leave_other_schemas_alone(Database& live, const catalog::Scope& scope) {
  if (scope.all_schemas) return;
  const auto answered_for = [&scope](const std::string& schema) {
    return std::find(scope.schemas.begin(), scope.schemas.end(), schema) != scope.schemas.end();
  };
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    std::erase_if(objects, [&](const T& object) {
      const ObjectId on = subject_of(object.id);
      const std::string& schema = on.kind == KindTag::schema ? on.name : on.schema;
      return !schema.empty() && !answered_for(schema);
    });
  });
}

bool scope_is_known_early(const yaml::Manage& manage) { return manage.all || manage.declared; }

// Beside the schemas, as an extension or a cast does; a schema itself is answered for by its name.
bool lives_in_no_schema(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = !Kind<T>::placement.in_schema && Kind<T>::placement.parents.none() && !std::is_same_v<T, Schema>;
  });
  return out;
}

// What lives in no schema is dropped only where the declaration answers for the whole database.
void leave_undeclared_alone(Database& live, const Database& wanted, const yaml::Manage& manage) {
  // A schema in which an extension stays, stays.
  std::set<ObjectId> needed;
  for (const Extension& extension : live.all<Extension>())
    if (extension.schema.value && (!manage.database || wanted.contains(extension.id)))
      needed.insert(schema_id(*extension.schema.value));
  std::erase_if(live.all_of<Schema>(),
                [&](const Schema& schema) { return needed.contains(schema.id) && !wanted.contains(schema.id); });
  // So does what is declared under another name now.
  std::set<ObjectId> before;
  wanted.each([&](const auto& object) {
    if (!object.renamed_from.value.empty() && lives_in_no_schema(object.id.kind) && !live.contains(object.id))
      before.insert(top_id(object.id.kind, "", object.renamed_from.value));
  });
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    std::erase_if(objects, [&](const T& object) {
      if (manage.ignores(object.id)) return true;
      const ObjectId on = subject_of(object.id);
      return lives_in_no_schema(on.kind) && !manage.database && !wanted.contains(on) && !before.contains(on);
    });
  });
}

}  // namespace

Planned make_plan(postgres::Connection& connection, const std::string& config_path, bool fingerprints) {
  // Files are parsed on threads of their own while the server hands over its catalogs.
  yaml::Reader reader(config_path);
  Planned out;
  catalog::Live live;
  catalog::Scope scope;
  if (scope_is_known_early(reader.config().manage)) {
    scope = scope_of(reader.config(), {});
    live = catalog::read_live(connection, scope);
    out.declaration = reader.finish();
  } else {
    out.declaration = reader.finish();
    scope = scope_of(out.declaration.config, out.declaration.wanted);
    catalog::Scope wider = scope;
    for (const auto& schema : schemas_before(out.declaration.wanted)) wider.schemas.push_back(schema);
    live = catalog::read_live(connection, wider);
  }
  Database& wanted = out.declaration.wanted;

  // At this point both sides are complete. They come to the same names for the same things.
  leave_undeclared_alone(live.database, wanted, out.declaration.config.manage);
  catalog::make_relative(wanted, live.visibility);
  adopt_undeclared(wanted, live.database);
  std::string live_fingerprint, wanted_fingerprint;
  if (fingerprints) {
    live_fingerprint = fingerprint(live.database);
    wanted_fingerprint = fingerprint(wanted);
  }
  const Renames renames = apply_renames(live.database, wanted);
  leave_other_schemas_alone(live.database, scope);

  // What differs in spelling only, as far as the server must be asked, is equal after this.
  std::vector<Change> changes = diff(live.database, wanted);
  const std::set<ObjectId> candidates = to_settle(changes, live.database, wanted);
  catalog::Settled settled;
  if (!candidates.empty()) {
    settled = catalog::settle(connection, live, wanted, candidates);
    changes = diff(live.database, wanted);
  }

  // What the server alone knows of the objects that change.
  PlanInput input{live.database,     wanted,          renames, std::move(changes), {}, {}, live.version,
                  live.path_schemas, settled.unproven};
  if (!input.changes.empty() || !renames.all().empty()) {
    std::set<ObjectId> tables;
    const std::set<ObjectId> roots = dependency_roots(input.changes, renames, live.database, wanted);
    for (const ObjectId& id : touched_tables(input.changes, live.database, wanted))
      tables.insert(renames.on_server(id));
    input.dependencies = catalog::read_dependents(connection, live.database, roots);
    for (const auto& [table, size] : catalog::read_sizes(connection, tables))
      input.sizes.emplace(renames.after(table), size);
  }
  out.plan = build_plan(std::move(input));
  add_definitions(out.plan, live.database, wanted);
  out.plan.database = live.name;
  out.plan.unmanaged = live.unmanaged;
  out.plan.live_fingerprint = live_fingerprint;
  out.plan.wanted_fingerprint = wanted_fingerprint;
  return out;
}

}  // namespace plumb
