#include "plan/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "model/error.h"
#include "plan/bodies.h"
#include "plan/inherit.h"
#include "plan/steps.h"
#include "plan/take_over.h"

namespace plumb {

namespace {

// A name as the declaration would say it.
std::string yaml_name(const std::string& name) {
  static constexpr std::string_view words[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  std::string key = sql::print_key_name(name);
  const bool plain = key == sql::quote_ident(name) && key.front() != '"' &&
                     std::find(std::begin(words), std::end(words), key) == std::end(words);
  if (plain) return key;
  std::string out = "'";
  for (const char c : key) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

using Position = std::size_t;

// Everything that is worked out about a node before it becomes a step.
struct Prepared {
  Statements statements;
  Class own = Class::additive;
  Class phase = Class::additive;
};

class Builder {
 public:
  explicit Builder(PlanInput& input)
      : input_(input), context_{input.live, input.wanted,    input.version,      input.sizes,
                                {},         &input.declared, input.creator.role, input.database} {
    ChangeMap changes;
    for (Change& change : input.changes) {
      change.unproven = input.unproven.contains(change.id);
      changes.emplace(change.id, std::move(change));
    }
    inherit(changes, input, context_);
    take_over(changes, input, context_);
    expand(changes, input, context_);
    carry_readded_columns(changes, input, context_);
    for (const auto& [id, change] : changes)
      if (change.verb == Verb::drop || change.verb == Verb::replace) context_.aside.insert(id);
    leave_first(changes, input);
    keep_clones(changes, input, context_);
    nodes_.emplace(changes, input);
  }

  Plan run() {
    prepare();
    order();
    fold();
    return assemble();
  }

 private:
  const Node& node(std::size_t n) const { return nodes_->all()[n]; }

  // Phase: a node is breaking if it is so itself or must follow one that is.
  void prepare() {
    std::optional<UncheckedBodies> bodies;
    std::vector<std::size_t> breaking;
    for (std::size_t n = 0; n < nodes_->size(); ++n) {
      Prepared& p = prepared_.emplace_back();
      p.statements = node_statements(node(n), context_);
      tell_of_bodies(node(n), bodies, p.statements);
      name_what_goes_along(node(n), p.statements);
      if (returns_as_it_was(node(n))) spare_clients(p.statements);
      p.own = class_of(p.statements);
      if (p.own == Class::breaking) breaking.push_back(n);
    }
    // What is replaced goes and comes back together, or not at all.
    for (std::size_t n = 0; n < nodes_->size(); ++n)
      if (node(n).change.verb == Verb::replace || node(n).change.releases) breaking.push_back(n);
    const auto reached = nodes_->graph().reachable(breaking);
    for (std::size_t n = 0; n < nodes_->size(); ++n)
      if (reached[n]) prepared_[n].phase = Class::breaking;
  }

  // PostgreSQL lets go what is named in a body alone. The bodies are read once, where something goes.
  void tell_of_bodies(const Node& it, std::optional<UncheckedBodies>& bodies, Statements& statements) const {
    const bool goes = it.part == Node::Part::rename || (it.part == Node::Part::drop && it.change.verb == Verb::drop);
    if (!goes || statements.empty()) return;
    if (!bodies) bodies.emplace(input_.wanted);
    for (const ObjectId& routine : bodies->naming(it.change.from))
      statements.front().hazards.push_back(
          {HazardKind::breaks_clients, fmt::format("the body of {} seems to name it", to_string(routine))});
  }

  // Made again in the transaction in which it stepped aside.
  static bool returns_as_it_was(const Node& made) {
    const auto differs = [](const Change& change) { return !change.fields.empty(); };
    return made.part == Node::Part::make && made.change.verb == Verb::replace && !differs(made.change) &&
           std::none_of(made.carried.begin(), made.carried.end(), differs);
  }

  static void spare_clients(Statements& statements) {
    for (Statement& statement : statements)
      std::erase_if(statement.hazards, [](const Hazard& hazard) { return hazard.kind == HazardKind::breaks_clients; });
  }

  // What is not managed and goes without a word with an object that is dropped, or dropped and made anew.
  void name_what_goes_along(const Node& dropped, Statements& statements) const {
    if (dropped.part != Node::Part::drop || statements.empty()) return;
    const bool returns = dropped.change.verb == Verb::replace;
    const bool cascades = goes_by_cascade(dropped.change.from, input_.live);
    const auto goes = [&](const ObjectId& id) {
      return id == dropped.change.id || (cascades && std::any_of(dropped.carried.begin(), dropped.carried.end(),
                                                                 [&id](const Change& c) { return c.id == id; }));
    };
    for (const Dependency& dependency : input_.dependencies) {
      if (!goes(dependency.on) || dependency.unmanaged.empty() ||
          (dependency.tie == Dependency::Tie::refuses && !cascades))
        continue;
      const char* what =
          returns ? " goes with it and does not come back: it is not managed" : " goes with it: it is not managed";
      statements.front().hazards.push_back({HazardKind::destroys_data, dependency.unmanaged + what});
    }
  }

  // Within a phase: renames, then what must step aside, then all that is made, then what goes for good; by kind and id,
  // columns in the order written.
  auto key(std::size_t n) const {
    const Node& it = node(n);
    const int part = it.part == Node::Part::rename                                    ? 0
                     : it.part == Node::Part::drop && it.change.verb == Verb::replace ? 1
                     : it.part == Node::Part::release                                 ? 1
                     : it.part == Node::Part::drop                                    ? 3
                                                                                      : 2;
    const Column* column = part == 2 ? input_.wanted.find<Column>(it.change.id) : nullptr;
    const long long position = column ? column->position.value : 0;
    const ObjectId& id = it.change.id;
    // Final drops in reverse order of creation.
    const int kind = part == 3 || part == 1 ? -static_cast<int>(id.kind) : static_cast<int>(id.kind);
    return std::tuple(prepared_[n].phase, part, kind, std::cref(id.schema), std::cref(id.parent), position,
                      std::cref(id.name), n);
  }

  void order() {
    Graph graph = nodes_->graph();
    prefer_referenced_tables(graph);
    prefer_what_commits(graph);
    order_ = graph.sorted([this](std::size_t a, std::size_t b) { return less(a, b); });
    if (order_.size() == nodes_->size()) return;
    std::string loop;
    for (const std::size_t n : graph.loop()) loop += (loop.empty() ? "" : " → ") + to_string(node(n).change.id);
    throw Error(Failure::failed, "the steps can't be ordered: each of these must run before the next: " + loop,
                "split the change into two that are applied one after the other");
  }

  bool less(std::size_t a, std::size_t b) const {
    const auto ka = key(a), kb = key(b);
    const auto plain = [](const auto& k) {
      return std::tuple(std::get<0>(k), std::get<1>(k), std::get<2>(k), std::string_view(std::get<3>(k).get()),
                        std::string_view(std::get<4>(k).get()), std::get<5>(k), std::string_view(std::get<6>(k).get()),
                        std::get<7>(k));
    };
    return plain(ka) < plain(kb);
  }

  // New tables come after those that they reference, where the references are no loop: then a foreign key can stand in
  // CREATE TABLE.
  void prefer_referenced_tables(Graph& graph) const {
    std::map<ObjectId, std::size_t> created;
    for (std::size_t n = 0; n < nodes_->size(); ++n)
      if (node(n).part == Node::Part::make && node(n).change.verb == Verb::create &&
          node(n).change.id.kind == KindTag::table)
        created[node(n).change.id] = n;
    if (created.empty()) return;
    Graph references(nodes_->size());
    for (const ForeignKey& key : input_.wanted.all<ForeignKey>()) {
      const auto child = created.find(table_of(key.id)), parent = created.find(key.referenced());
      if (child != created.end() && parent != created.end()) references.must_run_before(parent->second, child->second);
    }
    const auto free = references.sorted(std::less<>());
    std::vector<bool> in_loop(nodes_->size(), true);
    for (const std::size_t n : free) in_loop[n] = false;
    for (const auto& [id, n] : created)
      for (const std::size_t parent : references.before(n))
        if (!in_loop[n] && !in_loop[parent] && prepared_[parent].phase <= prepared_[n].phase)
          graph.should_run_before(parent, n);
    graph.break_soft_loops();
  }

  // What can't run in a transaction, or commits what was before it, comes before all that steps aside for a while: else that
  // would be gone for longer, and for good where a later step fails.
  void prefer_what_commits(Graph& graph) const {
    std::vector<std::size_t> commits, aside;
    for (std::size_t n = 0; n < nodes_->size(); ++n) {
      const Node& it = node(n);
      const bool leaves = it.part == Node::Part::drop && it.change.verb == Verb::replace;
      if (leaves || it.part == Node::Part::release)
        aside.push_back(n);
      else if (!std::ranges::all_of(prepared_[n].statements, &Statement::transactional))
        commits.push_back(n);
    }
    for (const std::size_t first : commits)
      for (const std::size_t then : aside) graph.should_run_before(first, then);
    graph.break_soft_loops();
  }

  // --- Folding into the step of a new table ------------------------------------------------------------------------

  void fold() {
    place_.resize(nodes_->size());
    for (Position p = 0; p < order_.size(); ++p) place_[order_[p]] = p;
    into_.assign(nodes_->size(), none);
    // Children come after their table in the order, so one pass in order sees what has been folded before.
    std::map<std::pair<std::string, std::string>, std::size_t> tables;
    for (const std::size_t n : order_) {
      const Node& it = node(n);
      if (it.part == Node::Part::make && it.change.verb == Verb::create && takes_along(it.change.id.kind))
        tables[{it.change.id.schema, it.change.id.name}] = n;
    }
    for (const std::size_t n : order_)
      if (const auto table = tables.find(belongs_to(n)); table != tables.end() && table->second != n)
        fold_after(n, table->second);
    for (const std::size_t n : order_)
      if (node(n).part == Node::Part::make && node(n).change.verb == Verb::create &&
          subject_of(node(n).change.id) != node(n).change.id)
        fold_attached(n);
    for (const std::size_t n : order_)
      if (node(n).part == Node::Part::late) fold_sequence(n);
  }

  // The table whose step a creation could join: schema and name.
  std::pair<std::string, std::string> belongs_to(std::size_t n) const {
    const Node& it = node(n);
    if (it.change.verb != Verb::create) return {};
    if (it.part == Node::Part::late) {
      const Sequence* sequence = input_.wanted.find<Sequence>(it.change.id);
      if (!sequence) return {it.change.id.schema, it.change.id.parent};
      return {sequence->owned_by.schema, sequence->owned_by.table};
    }
    if (it.part != Node::Part::make) return {};
    const ObjectId on = subject_of(it.change.id);
    if (on != it.change.id && takes_along(on.kind)) return {on.schema, on.name};
    if (const auto* identity = input_.wanted.find<IdentitySequence>(on))
      return {identity->column.value.schema, identity->column.value.table};
    return {on.schema, on.parent};
  }

  // Moving up to the table is right if all that it waits for is there by then.
  bool can_move_up_to(std::size_t n, std::size_t carrier) const {
    if (prepared_[n].phase != prepared_[carrier].phase || !transactional(n)) return false;
    const auto& before = nodes_->graph().before(n);
    return std::all_of(before.begin(), before.end(), [&](std::size_t first) {
      return first == carrier || into_[first] == carrier || place_[first] < place_[carrier];
    });
  }

  bool transactional(std::size_t n) const {
    return std::all_of(prepared_[n].statements.begin(), prepared_[n].statements.end(),
                       [](const Statement& s) { return s.transactional; });
  }

  void fold_after(std::size_t n, std::size_t table) {
    if (can_move_up_to(n, table)) into_[n] = table;
  }

  // A comment joins the step of what it is on.
  void fold_attached(std::size_t n) {
    if (into_[n] != none) return;
    const ObjectId on = subject_of(node(n).change.id);
    for (const std::size_t first : nodes_->graph().before(n)) {
      const Node& target = node(first);
      const std::size_t carrier = into_[first] == none ? first : into_[first];
      const bool made =
          (target.part == Node::Part::make || target.part == Node::Part::late) && target.change.verb != Verb::alter;
      if (target.change.id == on && made && can_move_up_to(n, carrier)) into_[n] = carrier;
    }
  }

  // The sequence of a serial column joins its table's step, in front: nothing else may need it before.
  void fold_sequence(std::size_t late) {
    const std::size_t table = into_[late];
    if (table == none) return;
    for (const std::size_t n : nodes_->graph().before(late)) {
      if (node(n).change.id != node(late).change.id || node(n).change.verb != Verb::create) continue;
      const auto& after = nodes_->graph().after(n);
      const bool alone = std::all_of(after.begin(), after.end(),
                                     [&](std::size_t then) { return then == table || into_[then] == table; });
      if (alone && prepared_[n].phase == prepared_[table].phase) into_[n] = table;
    }
  }

  // --- Steps -----------------------------------------------------------------------------------------------------------

  Plan assemble() {
    Plan plan;
    plan.server = input_.version;
    std::map<std::size_t, std::vector<std::size_t>> folded;
    for (const std::size_t n : order_)
      if (into_[n] != none) folded[into_[n]].push_back(n);
    std::vector<std::size_t> step_of(nodes_->size());
    for (const std::size_t n : order_) {
      if (into_[n] != none) continue;
      step_of[n] = plan.steps.size();
      for (const std::size_t f : folded[n]) step_of[f] = plan.steps.size();
      plan.steps.push_back(step(n, folded[n]));
    }
    for (std::size_t n = 0; n < nodes_->size(); ++n)
      for (const std::size_t first : nodes_->graph().before(n))
        if (step_of[first] != step_of[n]) plan.steps[step_of[n]].after.push_back(step_of[first]);
    for (Step& step : plan.steps) {
      std::sort(step.after.begin(), step.after.end());
      step.after.erase(std::unique(step.after.begin(), step.after.end()), step.after.end());
    }
    note_remarks(plan);
    note_unmanaged(plan);
    note_likely_renames(plan);
    return plan;
  }

  Step step(std::size_t n, const std::vector<std::size_t>& folded) {
    Step out;
    out.change = node(n).change;
    // The two halves of a replace are shown for what they are: one goes, one comes.
    if (out.change.verb == Verb::replace)
      out.change.verb = node(n).part == Node::Part::drop ? Verb::drop : Verb::create;
    if (node(n).part == Node::Part::late || node(n).part == Node::Part::release) out.change.verb = Verb::alter;
    for (const Change& carried : node(n).carried)
      if (is_said(carried)) out.folded.push_back(carried);
    if (out.change.verb == Verb::alter) show_differences(out.folded);
    out.own_class = prepared_[n].own;
    out.phase = prepared_[n].phase;
    out.search_path = search_path(node(n).change.id);
    out.undo = node_undo(node(n), context_);
    for (const std::size_t f : folded)
      if (node(f).part == Node::Part::make && node(f).change.id.kind == KindTag::sequence) add(out, f);
    for (auto& statement : prepared_[n].statements) out.statements.push_back(std::move(statement));
    for (const std::size_t f : folded)
      if (!(node(f).part == Node::Part::make && node(f).change.id.kind == KindTag::sequence)) add(out, f);
    out.size = size_of(out.change.id);
    for (const Statement& statement : out.statements)
      for (const ObjectId& table : statement.unanalyzed)
        if (std::ranges::find(out.analyze, table) == out.analyze.end()) out.analyze.push_back(table);
    return out;
  }

  // What a table has by its parents goes without saying; what it has otherwise does not.
  bool is_said(const Change& carried) const {
    if (carried.id.kind == KindTag::identity_sequence) return false;  // its column is said
    if (carried.carried_by.kind != KindTag::none) return carried.id.kind == KindTag::cloned_trigger;
    const Column* column = input_.wanted.find<Column>(carried.id);
    const auto given = column ? given_column(*column, input_.wanted) : std::nullopt;
    return !given || !(*given == *column);
  }

  // The parts of a type that is made anew are made with it, though only some of them change.
  void show_differences(std::vector<Change>& parts) const {
    std::erase_if(parts, [this](const Change& part) {
      return part.verb == Verb::create && part.fields.empty() && input_.live.contains(part.id);
    });
    for (Change& part : parts)
      if (part.verb == Verb::create && input_.live.contains(part.id)) part.verb = Verb::alter;
  }

  std::string search_path(const ObjectId& id) const {
    std::vector<std::string> schemas;
    const auto add_schema = [&schemas](const std::string& schema) {
      if (!schema.empty() && std::find(schemas.begin(), schemas.end(), schema) == schemas.end())
        schemas.push_back(schema);
    };
    add_schema(id.schema);
    for (const auto& schema : input_.path_schemas) add_schema(schema);
    return sql::quote_list(schemas);
  }

  void add(Step& step, std::size_t folded) {
    if (node(folded).part != Node::Part::late) step.folded.push_back(node(folded).change);
    for (auto& statement : prepared_[folded].statements) step.statements.push_back(std::move(statement));
  }

  std::optional<TableSize> size_of(const ObjectId& id) const {
    const ObjectId table = is_relation(id.kind) ? id : relation_of(id, context_);
    const auto found = input_.sizes.find(table);
    if (found == input_.sizes.end() || found->second.heap_bytes == 0) return std::nullopt;
    return found->second;
  }

  void note_remarks(Plan& plan) const {
    for (const Step& step : plan.steps)
      if (step.change.verb == Verb::create)
        input_.wanted.visit(step.change.id, [&plan]<typename T>(const T& object) {
          if constexpr (requires { Kind<T>::remark(object); })
            plan.notes.push_back({Note::Kind::hint, Kind<T>::remark(object)});
        });
  }

  // A dependent that plumb can't drop and recreate makes the server refuse the step: better said before.
  void note_unmanaged(Plan& plan) const {
    for (const Dependency& dependency : input_.dependencies) {
      if (dependency.dependent.kind != KindTag::none || dependency.tie != Dependency::Tie::refuses ||
          goes_by_cascade(dependency.on, input_.live))
        continue;
      for (const Step& step : plan.steps)
        if (step.change.id == dependency.on && (step.change.verb == Verb::drop || retypes(step.change)))
          plan.notes.push_back({Note::Kind::unmanaged_dependent,
                                fmt::format("{} depends on {}, and is not managed: the server may refuse the step",
                                            dependency.unmanaged, to_string(dependency.on))});
    }
  }

  static bool retypes(const Change& change) {
    return std::any_of(change.fields.begin(), change.fields.end(),
                       [](const FieldChange& field) { return field.field == "type" || field.field == "collation"; });
  }

  // A rename is never guessed, but a column that goes and one of the same type that comes look like one.
  void note_likely_renames(Plan& plan) const {
    std::vector<const Change*> dropped, created;
    for (const Step& step : plan.steps) {
      if (step.change.verb == Verb::drop && !input_.wanted.contains(step.change.id)) dropped.push_back(&step.change);
      if (step.change.verb == Verb::create && !input_.live.contains(step.change.id)) created.push_back(&step.change);
    }
    for (const Change* gone : dropped)
      for (const Change* come : created)
        if (looks_renamed(gone->id, come->id) && !is_freed(come->id, dropped))
          plan.notes.push_back({Note::Kind::likely_rename,
                                fmt::format("{} goes and {} comes, alike: if it is a rename, say `renamed_from: {}`",
                                            to_string(gone->id), to_string(come->id), yaml_name(gone->id.name))});
  }

  // Does another object that goes have the name? Then a rename would come too early.
  static bool is_freed(const ObjectId& come, const std::vector<const Change*>& dropped) {
    return std::any_of(dropped.begin(), dropped.end(), [&come](const Change* gone) {
      return gone->id.schema == come.schema && gone->id.parent != come.parent && gone->id.name == come.name;
    });
  }

  bool looks_renamed(const ObjectId& gone, const ObjectId& come) const {
    if (gone.kind != come.kind || gone.schema != come.schema || gone.parent != come.parent) return false;
    if (gone.kind == KindTag::column) {
      Column was = *input_.live.find<Column>(gone);
      was.id = come;
      return was.type == input_.wanted.find<Column>(come)->type;
    }
    if (gone.kind == KindTag::table) return column_names(input_.live, gone) == column_names(input_.wanted, come);
    // Constraints and indexes: the same facts under another name.
    bool alike = false;
    if (!gone.parent.empty() && gone.kind != KindTag::comment)
      input_.live.visit(gone, [&]<typename T>(T object) {
        const T* other = input_.wanted.find<T>(come);
        object.id = come;
        alike = requires { Kind<T>::rename(object, object, context_); }
        &&other&& object == *other;
      });
    return alike;
  }

  static std::vector<std::pair<std::string, std::string>> column_names(const Database& database,
                                                                       const ObjectId& table) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto [first, last] = database.children<Column>(table);
    for (auto column = first; column != last; ++column) out.emplace_back(column->id.name, column->type.text);
    return out;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  PlanInput& input_;
  Context context_;
  std::optional<Nodes> nodes_;
  std::vector<Prepared> prepared_;
  std::vector<std::size_t> order_;
  std::vector<Position> place_;
  std::vector<std::size_t> into_;  // the node into whose step a node is folded
};

}  // namespace

Plan build_plan(PlanInput input) { return Builder(input).run(); }

}  // namespace plumb
