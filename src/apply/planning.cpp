#include "apply/planning.h"

#include <algorithm>

#include "catalog/dependents.h"
#include "catalog/read.h"
#include "catalog/settle.h"
#include "catalog/sizes.h"
#include "kinds/complete.h"
#include "plan/build.h"
#include "plan/diff.h"
#include "plan/fingerprint.h"
#include "plan/rename.h"

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

bool scope_is_known_early(const yaml::Manage& manage) { return manage.all || manage.declared; }

// What lives in no schema is dropped only where the declaration answers for the whole database.
void leave_undeclared_alone(Database& live, const Database& wanted, const yaml::Manage& manage) {
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    std::erase_if(objects, [&](const T& object) {
      if (manage.ignores(object.id)) return true;
      const ObjectId on = object.id.kind == KindTag::comment ? commented(object.id) : object.id;
      return on.kind == KindTag::extension && !manage.database && !wanted.contains(on);
    });
  });
}

}  // namespace

Planned make_plan(postgres::Connection& connection, const std::string& config_path, bool fingerprints) {
  // Files are parsed on threads of their own while the server hands over its catalogs.
  yaml::Reader reader(config_path);
  Planned out;
  catalog::Live live;
  if (scope_is_known_early(reader.config().manage)) {
    live = catalog::read_live(connection, scope_of(reader.config(), {}));
    out.declaration = reader.finish();
  } else {
    out.declaration = reader.finish();
    live = catalog::read_live(connection, scope_of(out.declaration.config, out.declaration.wanted));
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

  // What differs in spelling only, as far as the server must be asked, is equal after this.
  std::vector<Change> changes = diff(live.database, wanted);
  const std::set<ObjectId> candidates = to_settle(changes, live.database, wanted);
  catalog::Settled settled;
  if (!candidates.empty()) {
    settled = catalog::settle(connection, live, wanted, candidates);
    changes = diff(live.database, wanted);
  }

  // What the server alone knows of the objects that change: asked under the names that they have there now.
  PlanInput input{live.database,     wanted,          renames, std::move(changes), {}, {}, live.version,
                  live.path_schemas, settled.unproven};
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
  out.plan.database = live.name;
  out.plan.unmanaged = live.unmanaged;
  out.plan.live_fingerprint = live_fingerprint;
  out.plan.wanted_fingerprint = wanted_fingerprint;
  return out;
}

}  // namespace plumb
