#include "plan/nodes.h"

#include <algorithm>
#include <tuple>

#include "sql/names.h"

namespace plumb {

namespace {

// Objects that a name in SQL text may mean: relations and types by one or two parts. An expression over a table has columns
// where a query has relations; it names relations in constants only.
void resolve(const sql::NameUse& use, const ObjectId& of, const Database& database, std::set<ObjectId>& out) {
  static constexpr KindTag named[] = {KindTag::table, KindTag::view, KindTag::sequence, KindTag::enumeration};
  const bool types_only = !of.parent.empty() && !use.constant;
  const auto add = [&](const std::string& schema, const std::string& name) {
    for (const KindTag kind : named)
      if (const ObjectId id = top_id(kind, schema, name); !types_only || kind == KindTag::enumeration)
        if (database.contains(id)) out.insert(id);
  };
  if (use.call) return;
  for (const std::string& schema : {of.schema, std::string("public")}) add(schema, use.parts[0]);
  if (use.parts.size() >= 2) add(use.parts[0], use.parts[1]);
}

void resolve_text(const std::string& text, const ObjectId& of, const Database& database, std::set<ObjectId>& out) {
  try {
    for (const auto& use : sql::names_in(text)) resolve(use, of, database, out);
  } catch (const sql::SyntaxError&) {
    return;  // the server will say what is wrong with it
  }
  if (!of.parent.empty()) out.merge(columns_in(text, table_of(of), database));
}

// The unique indexes of the referenced table that a foreign key may stand on.
std::set<ObjectId> keys_of(const ForeignKey& key, const Database& database) {
  std::set<ObjectId> out;
  const std::set<std::string> referenced(key.referenced_columns.begin(), key.referenced_columns.end());
  const auto add = [&]<typename K>(const K*) {
    const auto [first, last] = database.children<K>(key.referenced());
    for (auto it = first; it != last; ++it)
      if (std::set<std::string>(it->columns.begin(), it->columns.end()) == referenced) out.insert(it->id);
  };
  add(static_cast<const PrimaryKey*>(nullptr));
  add(static_cast<const Unique*>(nullptr));
  const auto [first, last] = database.children<Index>(key.referenced());
  for (auto index = first; index != last; ++index)
    if (index->unique) out.insert(index->id);
  return out;
}

}  // namespace

std::set<ObjectId> dependencies_of(const ObjectId& id, const Database& database) {
  std::set<ObjectId> out;
  database.visit(id, [&]<typename T>(const T& object) {
    for (const ObjectId& needed : Kind<T>::needs(object))
      if (database.contains(needed)) out.insert(needed);
    if constexpr (requires { Kind<T>::mentions(object); })
      for (const auto& text : Kind<T>::mentions(object)) resolve_text(text, id, database, out);
  });
  if (const ForeignKey* key = database.find<ForeignKey>(id)) out.merge(keys_of(*key, database));
  // A view may use any column of a table that it names.
  if (id.kind == KindTag::view)
    for (const ObjectId& table : std::set<ObjectId>(out)) {
      if (table.kind != KindTag::table) continue;
      const auto [first, last] = database.children<Column>(table);
      for (auto column = first; column != last; ++column) out.insert(column->id);
      const auto [key, keys_end] = database.children<PrimaryKey>(table);
      if (key != keys_end) out.insert(key->id);  // GROUP BY a primary key depends on it
    }
  out.erase(id);
  return out;
}

namespace {

bool part_of_create_table(KindTag kind) {
  return kind == KindTag::column || kind == KindTag::primary_key || kind == KindTag::unique || kind == KindTag::check ||
         kind == KindTag::exclusion;
}

// What there is but once: the names of relations and of types in a schema, of columns and constraints in a table, and a
// table's primary key.
enum class Space { relation, type, column, constraint, primary_key };
using Name = std::tuple<Space, std::string, std::string, std::string>;  // schema, table, name

void add_names(const ObjectId& id, std::set<Name>& out) {
  const auto add = [&](Space space) { out.emplace(space, id.schema, id.parent, id.name); };
  const auto add_relation = [&] { out.emplace(Space::relation, id.schema, "", id.name); };
  switch (id.kind) {
    case KindTag::table:
    case KindTag::view:
      add(Space::type);  // the row type
      return add_relation();
    case KindTag::enumeration:
      return add(Space::type);
    case KindTag::sequence:
    case KindTag::index:
      return add_relation();
    case KindTag::primary_key:
      out.emplace(Space::primary_key, id.schema, id.parent, "");
      [[fallthrough]];
    case KindTag::unique:
    case KindTag::exclusion:
      add_relation();
      return add(Space::constraint);
    case KindTag::check:
    case KindTag::foreign_key:
      return add(Space::constraint);
    case KindTag::column:
      return add(Space::column);
    default:
      return;
  }
}

// With the sequence that an identity column has of its own.
std::set<Name> names_of(const ObjectId& id, const Database& database) {
  std::set<Name> out;
  add_names(id, out);
  if (const Column* column = database.find<Column>(id); column && !column->identity.empty())
    add_names(Kind<Column>::identity_sequence_id(*column), out);
  return out;
}

// The objects by whose names a statement addresses one: what it is on, its table, its schema.
std::set<ObjectId> addressed_by(const ObjectId& id) {
  if (id.kind == KindTag::comment) return addressed_by(commented(id));
  std::set<ObjectId> out{id, schema_id(id.schema)};
  if (!id.parent.empty()) out.insert(table_of(id));
  return out;
}

}  // namespace

Nodes::Nodes(const ChangeMap& changes, const PlanInput& input)
    : input_(input), upheaval_(upheaval(changes, input.live, input.wanted)) {
  make_nodes(changes);
  carry_along(changes);
  graph_ = Graph(nodes_.size());
  add_edges();
}

void Nodes::make_nodes(const ChangeMap& changes) {
  for (const Renaming& renaming : input_.renames.all()) {
    made_by_[renaming.to].push_back(nodes_.size());
    nodes_.push_back({Node::Part::rename, {Verb::rename, renaming.to, renaming.from, {}, {}, false}, {}});
  }
  const auto verb_of = [&changes](const ObjectId& id) {
    const auto found = changes.find(id);
    return found == changes.end() ? std::optional<Verb>() : found->second.verb;
  };
  for (const auto& [id, change] : changes) {
    const ObjectId table = id.kind == KindTag::comment ? table_of(commented(id)) : table_of(id);
    const ObjectId on = id.kind == KindTag::comment ? commented(id) : id;
    // Goes with its table, or with what the comment is on; but a foreign key between two tables that go, goes first.
    const ForeignKey* key = change.verb == Verb::drop ? input_.live.find<ForeignKey>(id) : nullptr;
    const bool between = key && key->referenced() != table && verb_of(key->referenced()) == Verb::drop;
    if (change.verb == Verb::drop && !between &&
        (verb_of(table) == Verb::drop || (id.kind == KindTag::comment && verb_of(on) == Verb::drop)))
      continue;
    if (change.verb == Verb::drop && id.kind == KindTag::sequence) {
      const Sequence& sequence = *input_.live.find<Sequence>(id);
      if (Kind<Sequence>::is_identity_there(sequence, input_.live, input_.wanted)) continue;
      const auto& owner = sequence.owned_by;
      const ObjectId owner_table = table_id(owner.schema, owner.table);
      if (!owner.empty() &&
          (verb_of(owner_table) == Verb::drop || verb_of(column_id(owner_table, owner.column)) == Verb::drop))
        continue;
    }
    if (change.verb != Verb::drop && id.kind == KindTag::sequence && goes_along(change)) continue;
    const Check* check = input_.wanted.find<Check>(id);
    const bool not_valid = check && check->not_valid;  // CREATE TABLE would take it for valid
    if (change.verb == Verb::create && part_of_create_table(id.kind) && !not_valid && verb_of(table) == Verb::create)
      continue;
    if (change.verb == Verb::drop || change.verb == Verb::replace) {
      dropped_by_[id].push_back(nodes_.size());
      nodes_.push_back({Node::Part::drop, change, {}});
    }
    if (change.verb != Verb::drop) {
      made_by_[id].push_back(nodes_.size());
      nodes_.push_back({Node::Part::make, change, {}});
    }
    if (id.kind == KindTag::sequence && (change.verb == Verb::create || change.verb == Verb::replace) &&
        !input_.wanted.find<Sequence>(id)->owned_by.empty())
      nodes_.push_back({Node::Part::late, change, {}});
  }
  // The columns of an enum that is made anew are made by its step.
  for (const ObjectId& type : upheaval_.replaced_enums)
    for (const ObjectId& column : columns_of_type(input_.live, type))
      made_by_[column].insert(made_by_[column].end(), made_by_[type].begin(), made_by_[type].end());
}

// Is the sequence made with its column, or logged with its table?
bool Nodes::goes_along(const Change& sequence) const {
  const Sequence& wanted = *input_.wanted.find<Sequence>(sequence.id);
  if (sequence.verb == Verb::create) return Kind<Sequence>::is_identity_there(wanted, input_.wanted, input_.live);
  const Sequence* live = input_.live.find<Sequence>(sequence.from);
  return live && Kind<Sequence>::goes_with_table(*live, wanted, input_.live, input_.wanted);
}

ObjectId Nodes::carrier_of(const Change& made) const {
  const Sequence* sequence = input_.wanted.find<Sequence>(made.id);
  if (!sequence) return table_of(made.id);
  const ObjectId column = sequence->owned_by.id();
  return made.verb == Verb::create ? column : table_of(column);
}

// Changes without a node of their own join the node that carries them out.
void Nodes::carry_along(const ChangeMap& changes) {
  const auto join = [this](std::map<ObjectId, std::vector<std::size_t>>& by, const ObjectId& carrier,
                           const Change& change) {
    const auto found = by.find(carrier);
    if (found == by.end()) return;
    nodes_[found->second.front()].carried.push_back(change);
    by[change.id].push_back(found->second.front());
  };
  for (const auto& [id, change] : changes) {
    if (change.verb != Verb::drop && !made_by_.contains(id)) join(made_by_, carrier_of(change), change);
    if (change.verb != Verb::drop || dropped_by_.contains(id)) continue;
    ObjectId on = id.kind == KindTag::comment ? commented(id) : id;
    if (id.kind == KindTag::sequence) on = input_.live.find<Sequence>(id)->owned_by.id();
    auto& by = dropped_by_.contains(on) || dropped_by_.contains(table_of(on)) ? dropped_by_ : made_by_;
    join(by, by.contains(on) ? on : table_of(on), change);
  }
}

void Nodes::add_edges() {
  for (const Dependency& dependency : input_.dependencies) depends_on_[dependency.dependent].insert(dependency.on);
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (nodes_[node].change.id.kind != KindTag::extension) continue;
    (nodes_[node].part == Node::Part::drop ? extensions_dropped_ : extensions_made_).push_back(node);
  }
  edges_of_renames();
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    switch (nodes_[node].part) {
      case Node::Part::rename:
        break;
      case Node::Part::drop:
        edges_of_dropping(node);
        break;
      case Node::Part::make:
        edges_of_making(node);
        if (nodes_[node].change.verb == Verb::alter) edges_of_altering(node);
        break;
      case Node::Part::late:
        edges_of_making(node);
        break;
    }
  }
  edges_between_names();
}

// A rename waits for those of its schema and its table only; all else that bears the new name waits for it.
void Nodes::edges_of_renames() {
  for (std::size_t node = 0; node < nodes_.size() && nodes_[node].part == Node::Part::rename; ++node) {
    const ObjectId& id = nodes_[node].change.id;
    for (const ObjectId& parent : {schema_id(id.schema), table_of(id)})
      for (const std::size_t first : made_by_[parent])
        if (nodes_[first].part == Node::Part::rename || nodes_[first].change.verb == Verb::create)
          graph_.must_run_before(first, node);
  }
}

void Nodes::edges_of_making(std::size_t node) {
  const Change& change = nodes_[node].change;
  std::vector<ObjectId> made{change.id};
  for (const Change& carried : nodes_[node].carried) made.push_back(carried.id);
  for (const ObjectId& id : made) {
    for (const std::size_t dropped : dropped_by_[id]) graph_.must_run_before(dropped, node);
    std::set<ObjectId> needed = dependencies_of(id, input_.wanted);
    if (input_.wanted.find<ForeignKey>(id))
      for (const ObjectId& key : keys_of(*input_.wanted.find<ForeignKey>(id), input_.live))
        for (const std::size_t dropped : dropped_by_[key]) graph_.must_run_before(dropped, node);
    if (nodes_[node].part == Node::Part::late)
      needed.merge(Kind<Sequence>::needs_late(*input_.wanted.find<Sequence>(id)));
    needed.insert(id);
    // What is needed may come to be by a rename of its table or schema.
    for (const ObjectId& other : std::set<ObjectId>(needed)) {
      if (!other.parent.empty()) needed.insert(table_of(other));
      needed.insert(schema_id(other.schema));
    }
    for (const ObjectId& other : needed)
      for (const std::size_t first : made_by_[other])
        if (nodes_[first].part != nodes_[node].part || nodes_[first].change.id != change.id)
          graph_.must_run_before(first, node);
  }
  // Types, operator classes and functions of extensions leave no trace in names that could be trusted.
  if (change.id.kind > KindTag::extension && change.id.of != KindTag::extension)
    for (const std::size_t first : extensions_made_) graph_.must_run_before(first, node);
}

// What stands on it must be gone first; it must be gone before what it stands on changes or goes.
void Nodes::edges_of_dropping(std::size_t node) {
  // By its new name. That of an index has its table's not in it, only the schema.
  const ObjectId& self = nodes_[node].change.id;
  for (const ObjectId& name : addressed_by(self))
    for (const std::size_t renamed : made_by_[name]) {
      const ObjectId& from = nodes_[renamed].change.from;
      const bool unsaid = self.kind == KindTag::index && from.kind == KindTag::table && from.schema == self.schema;
      if (nodes_[renamed].part == Node::Part::rename && !unsaid) graph_.must_run_before(renamed, node);
    }
  std::vector<ObjectId> gone{nodes_[node].change.id};
  for (const Change& carried : nodes_[node].carried) gone.push_back(carried.id);
  for (const ObjectId& id : gone) {
    std::set<ObjectId> on = dependencies_of(id, input_.live);
    if (const auto known = depends_on_.find(id); known != depends_on_.end())
      on.insert(known->second.begin(), known->second.end());
    for (const ObjectId& other : on) {
      for (const std::size_t then : dropped_by_[other]) graph_.must_run_before(node, then);
      for (const std::size_t made : made_by_[other]) {
        if (nodes_[made].part == Node::Part::rename) continue;
        if (id.kind == KindTag::primary_key && other.kind == KindTag::column)
          graph_.must_run_before(node, made);  // a column of a primary key can't lose its NOT NULL
        else if (upheaval_.retyped.contains(other) || upheaval_.replaced.contains(other) ||
                 upheaval_.replaced_enums.contains(other))
          graph_.must_run_before(node, made);
      }
    }
    // What goes with an extension must be out of use before it goes.
    if (id.kind > KindTag::extension)
      for (const std::size_t then : extensions_dropped_) graph_.must_run_before(node, then);
  }
}

// An alter frees what the object stood on before: a default its sequence, a column its enum.
void Nodes::edges_of_altering(std::size_t node) {
  const ObjectId& id = nodes_[node].change.id;
  const std::set<ObjectId> still = dependencies_of(id, input_.wanted);
  for (const ObjectId& other : dependencies_of(id, input_.live)) {
    if (still.contains(other)) continue;
    for (const std::size_t then : dropped_by_[other]) graph_.must_run_before(node, then);
    if (upheaval_.replaced_enums.contains(other))
      for (const std::size_t then : made_by_[other]) graph_.must_run_before(node, then);
  }
}

// A name is free once its bearer is dropped, renamed or, as an identity's sequence, no longer needed.
void Nodes::edges_between_names() {
  struct Bearer {
    std::size_t node;
    ObjectId id;  // its last one
  };
  std::map<Name, std::vector<Bearer>> freed, taken;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    std::set<std::pair<Name, ObjectId>> has, will_have;
    const auto look = [&](const Change& change, Node::Part part) {
      const bool rename = part == Node::Part::rename;
      const bool before = rename || part == Node::Part::drop || change.verb == Verb::alter || change.verb == Verb::drop;
      const bool after = rename || (part == Node::Part::make && change.verb != Verb::drop);
      if (part == Node::Part::late) return;
      if (before)
        for (const Name& name : rename ? names_of(change.from, {}) : names_of(change.from, input_.live))
          has.emplace(name, change.id);
      if (after)
        for (const Name& name : rename ? names_of(change.id, {}) : names_of(change.id, input_.wanted))
          will_have.emplace(name, change.id);
    };
    look(nodes_[n].change, nodes_[n].part);
    for (const Change& carried : nodes_[n].carried) look(carried, nodes_[n].part);
    for (const auto& [name, id] : has)
      if (!will_have.contains({name, id})) freed[name].push_back({n, id});
    for (const auto& [name, id] : will_have)
      if (!has.contains({name, id})) taken[name].push_back({n, id});
  }
  for (const auto& [name, takers] : taken)
    for (const Bearer& first : freed[name])
      for (const Bearer& then : takers) {
        // What is renamed and then made anew frees the new name itself.
        const bool itself = nodes_[then.node].part == Node::Part::rename && first.id == then.id;
        if (!itself) graph_.must_run_before(first.node, then.node);
      }
}

}  // namespace plumb
