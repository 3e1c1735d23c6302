#include "apply/planning.h"

#include <fmt/format.h>

#include <algorithm>

#include "apply/new_names.h"
#include "apply/obstacles.h"
#include "catalog/bodies.h"
#include "catalog/dependents.h"
#include "catalog/missing.h"
#include "catalog/moved_extensions.h"
#include "catalog/patience.h"
#include "catalog/read.h"
#include "catalog/retyping.h"
#include "catalog/settle.h"
#include "catalog/sizes.h"
#include "kinds/complete.h"
#include "kinds/fields.h"
#include "kinds/not_null.h"
#include "kinds/ownership.h"
#include "kinds/validate.h"
#include "model/text.h"
#include "model/timing.h"
#include "plan/build.h"
#include "plan/diff.h"
#include "plan/enum_values.h"
#include "plan/fingerprint.h"
#include "plan/references.h"
#include "plan/rename.h"
#include "plan/render_definition.h"
#include "plan/spelling.h"
#include "plan/still_used.h"
#include "yaml/diagnostics.h"

namespace plumb {

namespace {

// Under which bare names are found once the declared extensions are there.
std::vector<std::string> path_of_steps(const catalog::Live& live, const Database& wanted) {
  std::vector<std::string> out = live.path_schemas;
  for (const Extension& extension : wanted.all<Extension>()) {
    const auto& schema = extension.schema.value;
    if (schema && std::find(out.begin(), out.end(), *schema) == out.end()) out.push_back(*schema);
  }
  return out;
}

// Which schemas the server is asked for. Where the root does not say, that is known only once all files are read.
catalog::Scope scope_of(const yaml::Config& config, const Database& wanted) {
  catalog::Scope scope;
  const auto schemas = yaml::managed_schemas(config, wanted);
  scope.all_schemas = !schemas;
  if (schemas) scope.schemas.assign(schemas->begin(), schemas->end());
  return scope;
}

// With the schemas in which objects stood that are declared elsewhere now, and are not there yet: these are read as well,
// though not answered for.
catalog::Scope with_schemas_before(const catalog::Scope& scope, const Database& wanted, const Database& live) {
  std::set<std::string> schemas(scope.schemas.begin(), scope.schemas.end());
  wanted.each_any([&](const Base& object) {
    std::string before = object.renamed_from.value;
    if (before.empty() || live.contains(object.id)) return;
    if (name_is_sql(object.id.kind)) before.resize(std::min(before.size(), before.find('(')));
    if (object.id.kind == KindTag::schema)
      schemas.insert(before);
    else if (const auto parts = split_name(before); object.id.parent.empty() && parts.size() == 2)
      schemas.insert(parts[0]);
  });
  catalog::Scope out = scope;
  out.schemas.assign(schemas.begin(), schemas.end());
  return out;
}

bool is_in_scope(const ObjectId& id, const catalog::Scope& scope) {
  const std::string& schema = id.kind == KindTag::schema ? id.name : id.schema;
  return scope.all_schemas || schema.empty() ||
         std::find(scope.schemas.begin(), scope.schemas.end(), schema) != scope.schemas.end();
}

// What was read only to find what has moved out of it.
void leave_other_schemas_alone(Database& live, const catalog::Scope& scope) {
  if (scope.all_schemas) return;
  live.erase_if([&scope](const Base& object) { return !is_in_scope(whole_of(object.id), scope); });
}

bool scope_is_known_early(const yaml::Manage& manage) { return manage.all || manage.declared; }

// Does it live in no schema, or is it a part of what does not? Schemas have rules of their own.
bool is_beside_schemas(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    const bool is_part = requires(const ObjectId& id) { Kind<T>::part_of(id); };
    out = (!Kind<T>::placement.in_schema || is_part) && !std::is_same_v<T, Schema>;
  });
  return out;
}

// Does the declaration answer for it, though it does not name it?
bool is_answered_for(const ObjectId& id, const Database& live, const yaml::Manage& manage) {
  bool out = true;
  live.visit(id, [&]<typename T>(const T& object) {
    ManagedBy by = ManagedBy::database;
    if constexpr (requires { Kind<T>::managed_by(object); }) by = Kind<T>::managed_by(object);
    out = by == ManagedBy::privileges ? manage.privileges : by == ManagedBy::roles ? manage.roles : manage.database;
  });
  return out;
}

// What renames make of the names of live objects that live in no schema, and of their parts.
class NamesToCome {
 public:
  NamesToCome(const Database& live, const Database& wanted) {
    wanted.each_any([&](const Base& object) {
      const std::string& before = object.renamed_from.value;
      if (before.empty() || !object.id.parent.empty() || !is_beside_schemas(object.id.kind)) return;
      if (!live.contains(object.id)) names_.emplace(top_id(object.id.kind, "", before), object.id.name);
    });
  }

  ObjectId after(ObjectId id) const {
    if (const auto name = names_.find(id); name != names_.end()) id.name = name->second;
    with_kind(id.kind, [&]<typename T>(const T*) {
      for (const KindTag kind : Kind<T>::placement.parents.kinds)
        if (const auto name = names_.find(top_id(kind, id.schema, id.parent)); name != names_.end())
          id.parent = name->second;
    });
    return id;
  }

 private:
  std::map<ObjectId, std::string> names_;
};

// A sequence goes with the column that owns it.
bool is_of_ignored(const ObjectId& id, const Database& live, const yaml::Manage& manage) {
  const Sequence* sequence = live.find<Sequence>(subject_of(id));
  return sequence && !sequence->owned_by.empty() && manage.ignores(sequence->owned_by.id());
}

// A schema that is left alone, and that other objects stand in all the same, has its owner and the like left to it.
void leave_ignored_schemas_alone(Database& side, const yaml::Manage& manage) {
  if (manage.ignore.empty()) return;
  side.erase_if([&manage](const Base& object) { return object.id.of == KindTag::schema && manage.ignores(object.id); });
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
  // What is to be left alone is found before anything goes, since parts ask for their wholes.
  std::set<ObjectId> alone;
  const NamesToCome names(live, wanted);
  live.each_any([&](const Base& object) {
    // A schema that is left alone is needed all the same by what is declared in it.
    const bool is_needed = object.id.kind == KindTag::schema && wanted.contains(object.id);
    if ((manage.ignores(object.id) || is_of_ignored(object.id, live, manage)) && !is_needed) alone.insert(object.id);
    if (!is_beside_schemas(object.id.of == KindTag::none ? object.id.kind : object.id.of)) return;
    const ObjectId whole = whole_of(object.id);
    if (!wanted.contains(names.after(whole)) && !is_answered_for(whole, live, manage)) alone.insert(object.id);
  });
  if (alone.empty()) return;
  live.erase_if([&alone](const Base& object) { return alone.contains(object.id); });
}

// What the connected role may not read is taken to be as declared, which is worth saying.
void note_hidden(const Database& live, Plan& plan) {
  live.each([&plan]<typename T>(const T& object) {
    if constexpr (requires { object.hidden; })
      if (object.hidden.value)
        plan.notes.push_back({Note::Kind::unproven, to_string(object.id) +
                                                        ": the connected role may not see its options"
                                                        " or connection: they are not compared"});
  });
}

// What one server can't do, whatever the declaration wants of it.
void demand_support(const yaml::Declaration& declaration, ServerVersion version) {
  std::vector<Diagnostic> out;
  for (const Finding& finding : unsupported(declaration.wanted, version))
    out.push_back({declaration.sources.locate(finding.object->origin), finding.message, finding.hint});
  if (out.empty()) return;
  yaml::sort(out);
  throw Error(std::move(out));
}

std::set<ObjectId> made_or_altered(const std::vector<Change>& changes) {
  std::set<ObjectId> out;
  for (const Change& change : changes)
    if (change.verb == Verb::create || change.verb == Verb::alter) out.insert(change.id);
  return out;
}

// What is wrong with wanted objects, at the places where they are declared.
class Reports {
 public:
  explicit Reports(const yaml::Declaration& declaration) : declaration_(declaration) {}

  void add(const ObjectId& id, const std::string& message, const std::string& hint) {
    if (const Base* wanted = declaration_.wanted.find_any(id))
      out_.push_back({declaration_.sources.locate(wanted->origin), to_string(id) + ": " + message, hint});
  }

  void add_going(const ObjectId& user, const std::string& used, const std::string& ignored) {
    add(user, used + " is on the server, but not declared: it would be dropped",
        fmt::format("declare it, or leave it alone with manage: {{ignore: [{}]}}", ignored));
  }

  void demand_none() {
    if (out_.empty()) return;
    yaml::sort(out_);
    throw Error(std::move(out_));
  }

 private:
  const yaml::Declaration& declaration_;
  std::vector<Diagnostic> out_;
};

// With its schema where that is another one than that of what names it.
std::string name_to_come(const catalog::Missing& missing) {
  const ObjectId is = by_bare_name(missing.becomes);
  return missing.object.schema != is.schema ? sql::qualified(is.schema, is.name) : sql::quote_ident(is.name);
}

// References to what is nowhere, and bodies that are no text of their language: the steps that make them would fail, or
// leave what fails when it runs.
void demand_sense(postgres::Connection& connection, const catalog::Live& live, const yaml::Declaration& declaration,
                  const Renames& renames, const std::vector<Change>& changes) {
  const std::set<ObjectId> changed = made_or_altered(changes);
  Reports reports(declaration);
  for (const catalog::Missing& missing :
       catalog::find_missing(connection, live, declaration.wanted, renames.all(), changed))
    if (missing.goes)
      reports.add_going(missing.object, missing.what, "…");
    else if (missing.becomes.kind != KindTag::none)
      reports.add(missing.object, missing.what + " gets another name",
                  fmt::format("write the name that it will have: {}", name_to_come(missing)));
    else
      reports.add(missing.object, missing.what + " is neither declared nor on the server", missing.hint);
  for (const auto& [routine, message] : catalog::find_body_errors(connection, live, declaration.wanted, changed))
    reports.add(routine, message, "mend its body");
  reports.demand_none();
}

void demand_one_heir(const Renames& renames, const yaml::Declaration& declaration, const catalog::Scope& scope) {
  Reports reports(declaration);
  for (const auto& [first, second, of] : renames.two_heirs())
    reports.add(second, fmt::format("it is to be renamed from {}, and so is {}", address(of), to_string(first)),
                "it can become one of them: leave renamed_from of the other out");
  for (const Renaming& both : renames.beside())
    if (is_in_scope(both.from, scope))
      reports.add(
          both.to, fmt::format("it is to be renamed from {}, and both are there", address(both.from)),
          fmt::format(
              "drop {} first, in a plan of its own: declare {} under its own name, and rename it in the plan after; "
              "without renamed_from {} is what is dropped",
              address(both.to), address(both.from), address(both.from)));
  for (const Renaming& circle : renames.circles())
    reports.add(circle.to,
                fmt::format("it is to be renamed from {}, and that in the end from it", address(circle.from)),
                "rename one of them to a third name first, in a plan of its own; once all are, leave renamed_from out");
  reports.demand_none();
}

// What goes while something that stays as it is stands on it: its step would fail.
void demand_unused(const PlanInput& input, const catalog::Settled& settled, const yaml::Declaration& declaration) {
  std::map<ObjectId, std::string> refusals;
  for (const catalog::Rejected& rejected : settled.rejected)
    if (rejected.misses_something) refusals.emplace(rejected.id, rejected.why);
  Reports reports(declaration);
  for (const auto& [user, used] :
       still_used(input.changes, input.dependencies, refusals, input.live, input.wanted, input.declared))
    reports.add_going(user, to_string(used), "'" + to_string(used) + "'");
  reports.demand_none();
}

std::string where_declared(const ObjectId& id, const yaml::Declaration& declaration) {
  const Base* object = declaration.wanted.find_any(id);
  if (!object) return {};
  const Location where = declaration.sources.locate(object->origin);
  return where.line > 0 ? fmt::format(" ({}:{}:{})", where.file, where.line, where.column) : std::string{};
}

// May what the server missed be there once the plan is carried out?
bool is_on_its_way(const catalog::Rejected& rejected, const Plan& plan, const Database& wanted) {
  return rejected.misses_something && std::ranges::any_of(plan.steps, [&](const Step& step) {
           const Change& change = step.change;
           const bool column = change.id.kind == KindTag::column || change.id.kind == KindTag::attribute;
           if (rejected.misses_column)
             return column && (change.verb == Verb::rename || change.verb == Verb::create) &&
                    has_in_text(rejected.id, change.id.name, wanted);
           return change.verb == Verb::rename || (change.verb == Verb::create && change.id.parent.empty());
         });
}

bool comes_new(const ObjectId& id, const Plan& plan) {
  const auto is_it = [&id](const Change& change) { return change.verb == Verb::create && change.id == id; };
  return std::ranges::any_of(
      plan.steps, [&is_it](const Step& step) { return is_it(step.change) || std::ranges::any_of(step.folded, is_it); });
}

// What the plan alone can't say: what could not be settled, and what is in its way.
void add_notes(Plan& plan, const yaml::Declaration& declaration, const Renames& renames,
               const catalog::Settled& settled, postgres::Connection& connection) {
  for (const catalog::Rejected& rejected : settled.rejected)
    if (!is_on_its_way(rejected, plan, declaration.wanted))
      plan.notes.push_back(
          {Note::Kind::obstacle, fmt::format("the server refuses {} as it is declared{}: {}", to_string(rejected.id),
                                             where_declared(rejected.id, declaration), rejected.why)});
  std::set<ObjectId> unproven;
  for (const Step& step : plan.steps)
    if (step.change.unproven) unproven.insert(step.change.id);
  if (!unproven.empty())
    plan.notes.push_back(
        {Note::Kind::unproven,
         fmt::format(
             "is it a difference of spelling alone? {}: the server could not be asked: {}; to settle it, plan with "
             "a connection that may create a schema (it is always rolled back), or write the text as plumb "
             "import prints it",
             listed(unproven, 8, [](const ObjectId& id) { return to_string(id); }), settled.why_unproven)});
  for (const Renaming& kept : renames.kept())
    plan.notes.push_back(
        {Note::Kind::hint, fmt::format("{} is not renamed to {}, which comes new and empty: the old name is "
                                       "declared, too; leave that out until the rename is applied",
                                       to_string(kept.from), address(kept.to))});
  for (const Renaming& idle : renames.idle())
    if (comes_new(idle.to, plan))
      plan.notes.push_back({Note::Kind::hint,
                            fmt::format("{}{} comes new: {}, which its renamed_from names, is not there; leave that "
                                        "out, or mend the name",
                                        to_string(idle.to), where_declared(idle.to, declaration), address(idle.from))});
  for (const auto& [id, value, before] : renames.idle_values())
    plan.notes.push_back({Note::Kind::hint,
                          fmt::format("value '{}' of {}{} comes new: '{}', which its renamed_from names, is not there; "
                                      "leave that out, or mend it",
                                      value, to_string(id), where_declared(id, declaration), before)});
  for (const Obstacle& obstacle : find_obstacles(connection, plan))
    plan.notes.push_back({Note::Kind::obstacle, obstacle.what + ": " + obstacle.remedy});
}

// Both sides come to the same names for the same things, and to saying no more than what is to be compared.
Renames bring_together(catalog::Live& live, yaml::Declaration& declaration, const catalog::WholeTexts& wanted_whole,
                       const catalog::Scope& scope, const ManagedOwnership& ownership, Creator& creator) {
  Database& wanted = declaration.wanted;
  leave_out_empty(live.database);
  leave_out_empty(wanted);
  const bool new_names = has_renames(live.database, wanted) || names_hide(live, wanted);
  if (new_names) catalog::make_whole(live.database, live.whole);
  Renames renames = follow_declared_names(live.database, wanted);
  if (new_names) {
    see_new_names(live, wanted, renames);
    catalog::make_whole(wanted, wanted_whole);
    catalog::make_relative(wanted, live.visibility);
    catalog::make_relative(live.database, live.visibility);
  }
  follow_chosen_names(live.database, wanted, renames);
  name_parts(live.database, wanted);
  Renames of_parts = follow_declared_names(live.database, wanted);
  follow_chosen_names(live.database, wanted, of_parts);
  for (const Renaming& renaming : of_parts.all()) renames.add(renaming);
  demand_one_heir(renames, declaration, scope);
  for (const Renaming& renaming : renames.all()) {
    live.renamed.insert(renaming.to);
    live.renamed.merge(relations_of(renaming.to));
  }
  follow_enum_values(live.database, wanted);
  leave_other_schemas_alone(live.database, scope);
  pair_identity_sequences(live.database, wanted, ownership.privileges && !creator.defaults.empty());
  if (!ownership.privileges) hand_on_privileges(live.database, wanted, creator);
  adopt_not_null_names(live.database, wanted, live.version);
  adopt_undeclared(wanted, live.database);
  adopt_hidden(wanted, live.database);
  compare_ownership(live.database, wanted, ownership, creator);
  leave_parts_alone(live.database, wanted);
  return renames;
}

Planned read_and_plan(postgres::Connection& connection, const std::string& config_path, bool fingerprints) {
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
  demand_support(out.declaration, live.version);
  settle_default_privileges(wanted, live.version);
  Creator creator = creator_of(live.role, live.version, live.database, wanted);
  const yaml::Manage& manage = out.declaration.config.manage;
  const ManagedOwnership ownership{manage.owners, manage.privileges};

  // At this point both sides are complete.
  auto timing = Timing::phase("diff");
  leave_undeclared_alone(live.database, wanted, manage);
  catalog::WholeTexts wanted_whole;
  catalog::make_relative(wanted, live.visibility, &wanted_whole);
  expose_ownership(live.database, wanted, ownership);
  std::string live_fingerprint, wanted_fingerprint;
  if (fingerprints) {
    live_fingerprint = fingerprint(live.database);
    wanted_fingerprint = fingerprint(wanted);
  }
  catalog::follow_moved_extensions(connection, live.database, wanted);
  const Renames renames = bring_together(live, out.declaration, wanted_whole, scope, ownership, creator);
  for (Database* side : {&live.database, &wanted}) leave_ignored_schemas_alone(*side, manage);

  // What differs in spelling only is equal after this; the server is asked only where types can't tell.
  Database declared = adopt_spelling(live.database, wanted);  // and how what is spelled otherwise was declared
  std::vector<Change> changes = diff(live.database, wanted);
  std::set<ObjectId> candidates = to_settle(changes, live.database, wanted);
  leave_out_readers_of_new_names(candidates, live, wanted);
  timing.end();
  catalog::Settled settled;
  if (!candidates.empty()) {
    const auto settling = Timing::phase("settle");
    settled = catalog::settle(connection, live, wanted, candidates);
    changes = diff(live.database, wanted);
  }

  demand_sense(connection, live, out.declaration, renames, changes);

  declared.add_missing(settled.declared);

  // What the server alone knows of the objects that change: asked under the names that they have there now.
  const auto steps = Timing::phase("steps");
  const std::set<ObjectId> outlive = catalog::outlive_retyping(connection, live, wanted, declared,
                                                               read_again_by_retyping(changes, live.database, wanted));
  PlanInput input{live.database,
                  wanted,
                  renames,
                  std::move(changes),
                  {},
                  {},
                  live.version,
                  path_of_steps(live, wanted),
                  declared,
                  settled.unproven,
                  outlive,
                  std::move(creator),
                  live.name};
  if (!input.changes.empty() || !renames.all().empty()) {
    std::set<ObjectId> tables;
    const std::set<ObjectId> roots = dependency_roots(input.changes, renames, live.database, wanted);
    for (const ObjectId& id : touched_tables(input.changes, live.database, wanted))
      tables.insert(renames.on_server(id));
    input.dependencies = catalog::read_dependents(connection, live.database, roots);
    for (const auto& [table, size] : catalog::read_sizes(connection, tables))
      input.sizes.emplace(renames.after(table), size);
  }
  demand_unused(input, settled, out.declaration);
  out.plan = build_plan(std::move(input));
  // From here on all that is shown is what was written.
  if (!out.plan.empty())
    declared.each([&wanted]<typename T>(const T& object) { *wanted.find_mutable<T>(object.id) = object; });
  note_hidden(live.database, out.plan);
  add_definitions(out.plan, live.database, wanted);
  out.plan.database = live.name;
  out.plan.unmanaged = live.unmanaged;
  out.plan.live_fingerprint = live_fingerprint;
  out.plan.wanted_fingerprint = wanted_fingerprint;
  add_notes(out.plan, out.declaration, renames, settled, connection);
  out.live = std::move(live.database);
  return out;
}

}  // namespace

Planned make_plan(postgres::Connection& connection, const std::string& config_path, bool fingerprints) {
  return catalog::with_patience(connection, [&] { return read_and_plan(connection, config_path, fingerprints); });
}

}  // namespace plumb
