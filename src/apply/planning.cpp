#include "apply/planning.h"

#include <algorithm>

#include "catalog/dependents.h"
#include "catalog/read.h"
#include "catalog/retyping.h"
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

// With the schemas in which objects stood that are declared elsewhere now, and are not there yet: these are read as well,
// though not answered for.
catalog::Scope with_schemas_before(const catalog::Scope& scope, const Database& wanted, const Database& live) {
  std::set<std::string> schemas(scope.schemas.begin(), scope.schemas.end());
  wanted.each([&](const auto& object) {
    const std::string& before = object.renamed_from.value;
    if (before.empty() || live.contains(object.id)) return;
    if (object.id.kind == KindTag::schema)
      schemas.insert(before);
    else if (const auto parts = split_name(before); object.id.parent.empty() && parts.size() == 2)
      schemas.insert(parts[0]);
  });
  catalog::Scope out = scope;
  out.schemas.assign(schemas.begin(), schemas.end());
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
      const ObjectId on = object.id.kind == KindTag::comment ? commented(object.id) : object.id;
      const std::string& schema = on.kind == KindTag::schema ? on.name : on.schema;
      return !schema.empty() && !answered_for(schema);
    });
  });
}

bool scope_is_known_early(const yaml::Manage& manage) { return manage.all || manage.declared; }

// After the renames in thought, names are looked up as they will be. What moves is seen in its new schema alone.
void see_new_names(sql::Visibility& visibility, const Renames& renames) {
  visibility.visible = [before = visibility.visible, &renames](std::string_view schema, std::string_view name,
                                                               std::string_view home) {
    for (const KindTag kind : {KindTag::table, KindTag::view, KindTag::sequence, KindTag::enumeration}) {
      const ObjectId now = top_id(kind, schema, name), was = renames.on_server(now);
      if (was == now) continue;
      return was.schema == schema ? before(schema, was.name, home) : schema == home;
    }
    return before(schema, name, home);
  };
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
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    std::erase_if(objects, [&](const T& object) {
      if (manage.ignores(object.id)) return true;
      const ObjectId on = object.id.kind == KindTag::comment ? commented(object.id) : object.id;
      return on.kind == KindTag::extension && !manage.database && !wanted.contains(on);
    });
  });
}

// Where bare names are looked up after an object's own schema, before the plan and after it.
std::vector<std::string> path_schemas(const catalog::Live& live, const Database& wanted) {
  std::vector<std::string> out = live.path_schemas;
  for (const Extension& extension : wanted.all<Extension>())
    if (extension.schema.value && std::find(out.begin(), out.end(), *extension.schema.value) == out.end())
      out.push_back(*extension.schema.value);
  return out;
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
    const catalog::Scope wider = with_schemas_before(scope, out.declaration.wanted, live.database);
    if (!scope.all_schemas && wider.schemas.size() > scope.schemas.size()) live = catalog::read_live(connection, wider);
  } else {
    out.declaration = reader.finish();
    scope = scope_of(out.declaration.config, out.declaration.wanted);
    live = catalog::read_live(connection, with_schemas_before(scope, out.declaration.wanted, {}));
  }
  Database& wanted = out.declaration.wanted;

  // At this point both sides are complete. They come to the same names for the same things.
  leave_undeclared_alone(live.database, wanted, out.declaration.config.manage);
  catalog::make_relative(wanted, live.visibility);
  std::string live_fingerprint, wanted_fingerprint;
  if (fingerprints) {
    live_fingerprint = fingerprint(live.database);
    wanted_fingerprint = fingerprint(wanted);
  }
  const Renames renames = apply_renames(live.database, wanted);
  if (!renames.all().empty()) {
    see_new_names(live.visibility, renames);
    catalog::make_relative(wanted, live.visibility);
  }
  leave_other_schemas_alone(live.database, scope);
  adopt_undeclared(wanted, live.database);

  // What differs in spelling only, as far as the server must be asked, is equal after this.
  std::vector<Change> changes = diff(live.database, wanted);
  const std::set<ObjectId> candidates = to_settle(changes, live.database, wanted);
  catalog::Settled settled;
  if (!candidates.empty()) {
    settled = catalog::settle(connection, live, wanted, candidates);
    changes = diff(live.database, wanted);
  }

  // What the server alone knows of the objects that change: asked under the names that they have there now.
  const std::set<ObjectId> outlive = catalog::outlive_retyping(connection, live, wanted, settled.declared,
                                                               read_again_by_retyping(changes, live.database, wanted));
  PlanInput input{
      live.database,    wanted,           renames, std::move(changes), {}, {}, live.version, path_schemas(live, wanted),
      settled.declared, settled.unproven, outlive};
  if (!input.changes.empty() || !renames.all().empty()) {
    std::set<ObjectId> roots, tables;
    for (const ObjectId& id : dependency_roots(input.changes, renames, live.database, wanted))
      roots.insert(renames.on_server(id));
    for (const ObjectId& id : touched_tables(input.changes, live.database, wanted))
      tables.insert(renames.on_server(id));
    for (Dependency dependency : catalog::read_dependents(connection, roots)) {
      dependency.dependent = renames.after(dependency.dependent);
      dependency.on = renames.after(dependency.on);
      input.dependencies.push_back(std::move(dependency));
    }
    for (const auto& [table, size] : catalog::read_sizes(connection, tables))
      input.sizes.emplace(renames.after(table), size);
  }
  out.plan = build_plan(std::move(input));
  // From here on all that is shown is what was written.
  settled.declared.each([&wanted]<typename T>(const T& object) { *wanted.find_mutable<T>(object.id) = object; });
  add_definitions(out.plan, live.database, wanted);
  out.plan.database = live.name;
  out.plan.unmanaged = live.unmanaged;
  out.plan.live_fingerprint = live_fingerprint;
  out.plan.wanted_fingerprint = wanted_fingerprint;
  return out;
}

}  // namespace plumb
