#include "catalog/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "catalog/scratch.h"
#include "kinds/fields.h"
#include "kinds/types.h"
#include "sql/names.h"

namespace plumb::catalog {

namespace {

// What statements may name of the relations of a schema.
constexpr KindTag named_kinds[] = {KindTag::table, KindTag::foreign_table, KindTag::view, KindTag::materialized_view,
                                   KindTag::sequence};

class Scratch {
 public:
  Scratch(const Live& live, const Database& wanted, const std::set<ObjectId>& candidates)
      : live_(live),
        wanted_(wanted),
        candidates_(candidates),
        none_{live.database, wanted, live.version, no_sizes_},
        differing_types_(types_that_differ()) {
    for (const ObjectId& id : candidates_) {
      schema_for(id.schema);
      if (!id.parent.empty() && !on_query(id) && !is_part_of_type(id)) on_table_[table_of(id)].push_back(id);
      if (const Descendant* child = partition(id)) schema_for(parents_of(*child).front().schema);
    }
    relations_under_statements();
  }

  // The whole script, without the candidates that the server has rejected.
  std::vector<ScratchStatement> script(const std::set<ObjectId>& rejected) {
    statements_.clear();
    for (const auto& [home, scratch] : schemas_) add("CREATE SCHEMA " + sql::quote_ident(scratch), {});
    changed_types(rejected);
    parts_of_types(rejected);
    sequences();
    by_themselves(rejected);
    tables(rejected);
    partitions(rejected);
    views(rejected);
    others_with_statements(rejected);
    return statements_;
  }

  // The scratch schemas, and what they stand for.
  std::map<std::string, std::string> homes() const {
    std::map<std::string, std::string> out;
    for (const auto& [home, scratch] : schemas_) out[scratch] = home;
    return out;
  }

  // The scratch table that has a candidate's bound, at home.
  ObjectId bearer_of_bound(const ObjectId& id) const {
    const auto number = std::distance(candidates_.begin(), candidates_.find(id));
    return table_id(id.schema, fmt::format("plumb_bound_{}", number));
  }

 private:
  const std::string& schema_for(const std::string& home) {
    auto& scratch = schemas_[home];
    if (scratch.empty()) scratch = fmt::format("plumb_scratch_{}", schemas_.size());
    return scratch;
  }

  void add(std::string sql, const ObjectId& candidate) { statements_.push_back({std::move(sql), candidate}); }

  // What has a copy is found before what it is a copy of.
  void set_path(const std::string& home) {
    std::vector<std::string> path{schemas_.at(home), home};
    for (const auto& schema : live_.path_schemas) {
      if (schema == home) continue;
      if (const auto scratch = schemas_.find(schema); scratch != schemas_.end()) path.push_back(scratch->second);
      path.push_back(schema);
    }
    add("SET LOCAL search_path = " + sql::quote_list(path), {});
  }

  // Names in SQL text go to the scratch copies of what they mean.
  struct OverScratch {
    const Scratch& scratch;
    template <typename M>
    void operator()(std::string_view, M& member, Unread = {}, Unread = {}) const {
      if constexpr (holds_sql<M>)
        each_sql(member, [this](std::string& text, bool) { text = scratch.over_scratch(text); });
    }
  };

  // --- Types --------------------------------------------------------------------------------------------------------

  // Those that are not live as they are wanted, or stand on such.
  std::set<ObjectId> types_that_differ() const {
    std::set<ObjectId> out;
    wanted_.each_kind([&]<typename T>(const std::vector<T>& objects) {
      // A base type is nothing without its functions: the live one will do.
      if constexpr (is_type_kind<T> && !has_inseparable<T>)
        for (const T& wanted : objects)
          if (!same_type(wanted) || is_renamed(wanted.id)) out.insert(wanted.id);
    });
    for (std::vector<ObjectId> work(out.begin(), out.end()); !work.empty();) {
      const ObjectId type = work.back();
      work.pop_back();
      for (const ObjectId& over : types_on_type(wanted_, type))
        if (out.insert(over).second) work.push_back(over);
    }
    return out;
  }

  // With their parts, so that columns, checks and views find them.
  void changed_types(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> changed, done;
    for (const ObjectId& id : differing_types_)
      if (schemas_.contains(id.schema) && !rejected.contains(id)) changed.insert(id);
    for (const ObjectId& id : changed) create_type(id, changed, done);
  }

  void create_type(const ObjectId& id, const std::set<ObjectId>& changed, std::set<ObjectId>& done) {
    if (!done.insert(id).second) return;
    for (const ObjectId& other : changed)
      if (types_on_type(wanted_, other).contains(id)) create_type(other, changed, done);
    wanted_.visit(id, [this]<typename T>(const T& type) {
      if constexpr (is_type_kind<T>) create_type(type);
    });
  }

  template <typename T>
  bool same_type(const T& wanted) const {
    const T* live = live_.database.find<T>(wanted.id);
    bool same = live && *live == wanted;
    each_part(wanted, [&]<typename P>(const P& part) {
      const P* is = live_.database.find<P>(part.id);
      same = same && is && *is == part;
    });
    return same;
  }

  // The attributes of a composite type, the checks of a domain.
  template <typename T, typename F>
  void each_part(const T& type, F&& f) const {
    for_each_kind([&]<typename P>(const P*) {
      if constexpr (Kind<P>::placement.parents.contain(Kind<T>::tag)) {
        const auto [first, last] = wanted_.children<P>(type.id);
        std::for_each(first, last, f);
      }
    });
  }

  template <typename T>
  void create_type(const T& wanted) {
    T copy = wanted;
    copy.id.schema = schemas_.at(wanted.id.schema);
    set_path(wanted.id.schema);
    if constexpr (requires { Kind<T>::create_with(copy, std::vector<std::string>{}, none_); }) {
      std::vector<std::pair<long long, std::string>> parts;
      each_part(wanted, [&]<typename P>(const P& part) {
        // What is asked about comes by itself.
        if (candidates_.contains(part.id) || !made_with_parent(part)) return;
        long long position = 0;
        if constexpr (requires { part.position.value; }) position = part.position.value;
        parts.emplace_back(position, Kind<P>::clause(part));
      });
      std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      std::vector<std::string> clauses;
      clauses.reserve(parts.size());
      for (auto& [position, clause] : parts) clauses.push_back(std::move(clause));
      add(Kind<T>::create_with(copy, clauses, none_).front().sql, wanted.id);
    } else {
      for (const Statement& statement : Kind<T>::create(copy, none_)) add(statement.sql, wanted.id);
    }
  }

  // Those that views name: they may have another name on the server still.
  void sequences() {
    for (const ObjectId& id : under_statements_) {
      if (id.kind != KindTag::sequence) continue;
      Sequence copy = *wanted_.find<Sequence>(id);
      copy.id.schema = schemas_.at(id.schema);
      for (const Statement& statement : Kind<Sequence>::create(copy, none_)) add(statement.sql, {});
    }
  }

  // --- Tables and what hangs on them ---------------------------------------------------------------------------------

  std::span<const ObjectId> on_table(const ObjectId& table) const {
    const auto found = on_table_.find(table);
    return found == on_table_.end() ? std::span<const ObjectId>() : found->second;
  }

  bool is_under_statement(const ObjectId& table) const {
    return under_statements_.contains(table) ||
           under_statements_.contains(top_id(KindTag::foreign_table, table.schema, table.name));
  }

  // The columns that a candidate's texts use; for a relation under a view: all.
  std::set<ObjectId> columns_needed(const ObjectId& table) const {
    std::set<ObjectId> out;
    for (const std::string& text : keys_of(table)) out.merge(columns_in(text, table, wanted_));
    for (const ObjectId& id : on_table(table)) {
      if (id.kind == KindTag::column) out.insert(id);
      wanted_.visit(id, [&]<typename T>(const T& object) {
        if constexpr (requires { Kind<T>::mentions(object); })
          for (const auto& text : Kind<T>::mentions(object)) out.merge(columns_in(text, table, wanted_));
      });
    }
    if (!is_under_statement(table)) return out;
    const auto [first, last] = wanted_.children<Column>(table);
    for (auto column = first; column != last; ++column) out.insert(column->id);
    return out;
  }

  // Those on which candidates hang, those that are candidates, those of which candidates are partitions.
  std::set<ObjectId> tables_of_candidates() const {
    std::set<ObjectId> out;
    for (const auto& [table, ids] : on_table_) out.insert(table);
    for (const ObjectId& id : candidates_) {
      if (wanted_.find<Table>(id)) out.insert(id);
      if (const Descendant* child = partition(id)) out.insert(parents_of(*child).front());
    }
    return out;
  }

  void tables(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> tables = tables_of_candidates();
    for (const ObjectId& id : under_statements_)
      if (!is_query(id) && is_relation(id.kind)) tables.insert(table_id(id.schema, id.name));
    for (const ObjectId& table : tables) {
      if (rejected.contains(table)) continue;
      set_path(table.schema);
      create_table(table);
      for (const ObjectId& id : on_table(table))
        if (!comes_last(id) && !rejected.contains(id)) create(id);
    }
  }

  // Names, types and collations only; under a view also the primary key.
  void create_table(const ObjectId& table) {
    std::vector<const Column*> columns;
    for (const ObjectId& id : columns_needed(table))
      if (const Column* column = wanted_.find<Column>(id)) {
        if (column->generated && candidates_.contains(id)) continue;  // it is added with its expression
        columns.push_back(column);
      }
    std::stable_sort(columns.begin(), columns.end(),
                     [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
    std::string list = over_scratch(typed_columns(columns));
    // A query may group by a primary key and select what depends on it.
    if (const auto [key, end] = wanted_.children<PrimaryKey>(table); key != end && is_under_statement(table))
      list += ", PRIMARY KEY (" + sql::quote_list(key->columns) + ")";
    std::string sql = fmt::format("CREATE TABLE {} ({})", sql::qualified(schemas_.at(table.schema), table.name), list);
    for (const std::string& key : keys_of(table)) sql += " PARTITION BY " + key;
    add(std::move(sql), table);
  }

  // The partition key of a table, where it or a bound under it is to be settled.
  std::vector<std::string> keys_of(const ObjectId& table) const {
    const Table* wanted = wanted_.find<Table>(table);
    if (!wanted || wanted->partition_by.empty()) return {};
    const bool under = std::any_of(candidates_.begin(), candidates_.end(), [&](const ObjectId& id) {
      const Descendant* child = partition(id);
      return child && parents_of(*child).front() == table;
    });
    return under || candidates_.contains(table) ? std::vector{wanted->partition_by.text} : std::vector<std::string>();
  }

  // The wanted partition, of either kind, whose bound is to be settled; null: no partition.
  const Descendant* partition(const ObjectId& id) const {
    const Descendant* out = wanted_.find<Table>(id);
    if (!out) out = wanted_.find<ForeignTable>(id);
    return out && !out->partition_of.empty() && candidates_.contains(id) ? out : nullptr;
  }

  // Bounds are read as the server casts them to the columns of the key. A partition that is a candidate for its own key
  // has a table by now.
  void partitions(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      const Descendant* child = partition(id);
      if (!child || rejected.contains(id)) continue;
      const ObjectId parent = parents_of(*child).front();
      set_path(parent.schema);
      const ObjectId bearer = bearer_of_bound(id);
      add(fmt::format("CREATE TABLE {} PARTITION OF {} {}", sql::qualified(schemas_.at(id.schema), bearer.name),
                      sql::qualified(schemas_.at(parent.schema), parent.name), child->bound.sql()),
          id);
    }
  }

  // A candidate in its scratch schema: on the copy of its table, or by itself.
  void create(const ObjectId& id) {
    wanted_.visit(id, [&]<typename T>(const T& wanted) {
      T copy = wanted;
      copy.id.schema = schemas_.at(id.schema);
      if constexpr (requires { copy.tablespace; }) copy.tablespace.clear();
      if (comes_last(id) || is_query(id)) {
        OverScratch over{*this};
        Kind<T>::describe(over, copy);
      }
      if constexpr (requires { Kind<T>::scratch(copy, none_); })
        add(Kind<T>::scratch(copy, none_), id);
      else
        add(Kind<T>::create(copy, none_).front().sql, id);
    });
  }

  // The parts of types that are asked about: on the copy of their type, which is not live as it is wanted.
  void parts_of_types(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      const auto parents = relations_of(id);
      const bool without =
          rejected.contains(id) || std::any_of(parents.begin(), parents.end(),
                                               [&](const ObjectId& parent) { return rejected.contains(parent); });
      if (!is_part_of_type(id) || without) continue;
      set_path(id.schema);
      create(id);
    }
  }

  // --- What stands by itself ------------------------------------------------------------------------------------------

  void by_themselves(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      if (!id.parent.empty() || is_relation(id.kind) || is_type(id.kind) || comes_last(id) || rejected.contains(id))
        continue;
      set_path(id.schema);
      create(id);
    }
  }

  // --- Views, and all else that has queries or other statements in it -----------------------------------------------------

  static bool is_query(const ObjectId& id) { return id.kind == KindTag::view || id.kind == KindTag::materialized_view; }

  bool on_query(const ObjectId& id) const {
    return !id.parent.empty() && !is_part_of_type(id) && is_query(relation_of(id, none_));
  }

  struct LooksForStatements {
    bool found = false;
    template <typename M>
    void operator()(std::string_view, const M&, Unread = {}, Unread = {}) {
      found = found || std::is_same_v<M, Query> || std::is_same_v<M, Code>;
    }
  };
  static bool has_statements(KindTag kind) {
    LooksForStatements look;
    with_kind(kind, [&look]<typename T>(const T*) {
      const T object{};
      Kind<T>::describe(look, object);
    });
    return look.found;
  }

  // Policies may have queries in their expressions.
  bool has_query(const ObjectId& id) const {
    bool out = false;
    wanted_.visit(id, [&out]<typename T>(const T& object) {
      if constexpr (bound_to_types<T>) {
        try {
          for (const std::string& text : Kind<T>::mentions(object)) out = out || sql::has_statement(text);
        } catch (const sql::SyntaxError&) {
          return;  // the server will say what is wrong with it
        }
      }
    });
    return out;
  }

  // Functions, rules, what hangs on views: when all that they may name is there.
  bool comes_last(const ObjectId& id) const {
    return on_query(id) || (!is_query(id) && (has_statements(id.kind) || has_query(id)));
  }

  void others_with_statements(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      if (!comes_last(id) || rejected.contains(id)) continue;
      set_path(id.schema);
      create(id);
    }
  }

  // The wanted relations that its statements name, and the one that it stands on.
  std::set<ObjectId> relations_in(const ObjectId& id) const {
    std::set<ObjectId> out;
    if (!id.parent.empty())
      for (const ObjectId& relation : relations_of(id))
        if (wanted_.contains(relation)) out.insert(relation);
    wanted_.visit(id, [&]<typename T>(const T& object) {
      if constexpr (requires { Kind<T>::mentions(object); })
        for (const auto& text : Kind<T>::mentions(object)) add_relations_in(text, id.schema, out);
    });
    out.erase(id);
    return out;
  }

  void add_relations_in(const std::string& text, const std::string& home, std::set<ObjectId>& out) const {
    const auto look = [&](const std::string& schema, const std::string& name) {
      for (const KindTag kind : named_kinds)
        if (const ObjectId id = top_id(kind, schema, name); wanted_.contains(id)) out.insert(id);
    };
    try {
      for (const auto& use : sql::names_in(text)) {
        look(home, use.parts[0]);
        for (const auto& schema : live_.path_schemas) look(schema, use.parts[0]);
        if (use.parts.size() >= 2) look(use.parts[0], use.parts[1]);
      }
    } catch (const sql::SyntaxError&) {
      return;  // the server will say what is wrong with it
    }
  }

  bool is_renamed(const ObjectId& id) const {
    return live_.renamed.contains(id) || live_.renamed.contains(schema_id(id.schema));
  }

  bool same_columns(const ObjectId& table) const {
    const auto types = [&table](const Database& database) {
      std::map<std::string, std::string> out;
      const auto [first, last] = database.children<Column>(table);
      for (auto column = first; column != last; ++column) out[column->id.name] = column->type.text;
      return out;
    };
    return types(live_.database) == types(wanted_);
  }

  bool is_live_as_wanted(const ObjectId& id) const {
    bool out = false;
    wanted_.visit(id, [&]<typename T>(const T& wanted) {
      const T* live = live_.database.find<T>(id);
      out = live && *live == wanted;
    });
    return out;
  }

  // Statements must be read over relations as they are wanted: those that differ from the live ones, or don't exist yet,
  // get scratch copies; so does what a rule stands on.
  void relations_under_statements() {
    std::vector<ObjectId> work;
    for (const ObjectId& id : candidates_)
      if (is_query(id) || comes_last(id)) work.push_back(id);
    std::set<ObjectId> seen(work.begin(), work.end());
    // They get a scratch copy anyway, which views over them will find: it must have all columns.
    const std::set<ObjectId> copied = tables_of_candidates();
    const std::set<ObjectId> retyped = work.empty() ? std::set<ObjectId>() : retyped_tables();
    while (!work.empty()) {
      const ObjectId id = work.back();
      work.pop_back();
      for (const ObjectId& under : relations_in(id)) {
        const bool stands_on = !id.parent.empty() && id.parent == under.name && id.schema == under.schema;
        const bool sequence = under.kind == KindTag::sequence, table = !sequence && !is_query(under);
        const bool differs = copied.contains(table_id(under.schema, under.name)) || is_renamed(under) ||
                             !same_columns(under) || retyped.contains(under);
        if (stands_on || sequence || (table && differs)) add_under(under);
        if (is_query(under) && seen.insert(under).second) work.push_back(under);
      }
    }
    // A view under a candidate is copied if it is one itself, or not live as it is wanted, or has columns of types that are not.
    for (const ObjectId& id : seen)
      if (is_query(id) &&
          (candidates_.contains(id) || is_renamed(id) || !is_live_as_wanted(id) || is_over(id, retyped)))
        add_under(id);
  }

  // The tables with values of types that differ. Those types have copies, too.
  std::set<ObjectId> retyped_tables() {
    std::set<ObjectId> out;
    for (const ObjectId& type : differing_types_) {
      const std::set<ObjectId> tables = tables_with_type(wanted_, type);
      if (!tables.empty()) schema_for(type.schema);
      out.insert(tables.begin(), tables.end());
    }
    return out;
  }

  bool is_over(const ObjectId& query, const std::set<ObjectId>& tables) const {
    const std::set<ObjectId> under = relations_in(query);
    return std::any_of(under.begin(), under.end(), [&](const ObjectId& id) {
      return tables.contains(id) || (is_query(id) && id != query && is_over(id, tables));
    });
  }

  void add_under(const ObjectId& id) {
    schema_for(id.schema);
    under_statements_.insert(id);
  }

  void views(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> done;
    for (const ObjectId& id : under_statements_)
      if (is_query(id)) create_view(id, rejected, done);
  }

  void create_view(const ObjectId& id, const std::set<ObjectId>& rejected, std::set<ObjectId>& done) {
    if (!done.insert(id).second || rejected.contains(id)) return;
    for (const ObjectId& under : relations_in(id))
      if (is_query(under) && under_statements_.contains(under)) create_view(under, rejected, done);
    set_path(id.schema);
    create(id);
  }

  // References that name a schema go to the scratch copy where there is one; bare ones find it by the path.
  std::string over_scratch(const std::string& query) const {
    return sql::replace_names(query, [this](const sql::NameUse& use, std::string& replacement) {
      if (use.parts.size() < 2 || use.call || !schemas_.contains(use.parts[0])) return false;
      const bool copied =
          std::any_of(
              std::begin(named_kinds), std::end(named_kinds),
              [&](KindTag kind) { return under_statements_.contains(top_id(kind, use.parts[0], use.parts[1])); }) ||
          std::any_of(differing_types_.begin(), differing_types_.end(),
                      [&](const ObjectId& type) { return type.schema == use.parts[0] && type.name == use.parts[1]; });
      if (!copied) return false;
      replacement = schemas_.at(use.parts[0]);
      for (std::size_t i = 1; i < use.parts.size(); ++i) replacement += "." + sql::quote_ident(use.parts[i]);
      return true;
    });
  }

  const Live& live_;
  const Database& wanted_;
  const std::set<ObjectId>& candidates_;
  std::map<ObjectId, std::vector<ObjectId>> on_table_;  // the candidates that hang on tables
  const std::map<ObjectId, TableSize> no_sizes_;
  Context none_;
  const std::set<ObjectId> differing_types_;
  std::map<std::string, std::string> schemas_;  // home -> scratch
  std::set<ObjectId> under_statements_;
  std::vector<ScratchStatement> statements_;
};

// Takes over SQL text, and nothing else.
template <typename T>
void take_text(T& wanted, const T& settled) {
  each_field(settled, wanted, []<typename M>(std::string_view, const M& from, M& to) {
    // A scratch table has no more than what is asked of it; a default may have come to nothing.
    if constexpr (holds_sql<M>)
      if (std::is_same_v<M, Expression> || !field_text(from).empty()) to = from;
  });
  if constexpr (requires { wanted.query; }) wanted.columns.clear();  // they are in the query now
  if constexpr (requires { wanted.output; }) wanted.output = settled.output;
}

// The candidates that need what was refused.
std::set<ObjectId> in_need_of(const ObjectId& refused, const std::set<ObjectId>& candidates) {
  std::set<ObjectId> out;
  for (const ObjectId& id : candidates)
    if (id == refused || (!id.parent.empty() && table_of(id) == refused)) out.insert(id);
  return out;
}

// What the server says of a scratch object, of the one that it stands for.
std::string by_its_name(std::string why, const std::string& scratch, const std::string& name) {
  for (std::size_t at = why.find(scratch); at != std::string::npos; at = why.find(scratch, at + name.size()))
    why.replace(at, scratch.size(), name);
  return why;
}

}  // namespace

Settled settle(postgres::Connection& connection, const Live& live, Database& wanted,
               const std::set<ObjectId>& candidates) {
  Settled out;
  Scratch scratch(live, wanted, candidates);
  const Scratched scratched =
      carry_out_in_scratch(connection, live, scratch.homes(),
                           [&scratch](const std::set<ObjectId>& refused) { return scratch.script(refused); });
  out.why_unproven = scratched.why_not_asked;
  if (!scratched.asked) {
    out.unproven = candidates;
    return out;
  }
  for (const auto& [id, refusal] : scratched.refused) {
    if (refusal.forbidden) {
      out.unproven.merge(in_need_of(id, candidates));
      out.why_unproven = refusal.why;
    } else if (candidates.contains(id)) {
      out.rejected.push_back({id, by_its_name(refusal.why, scratch.bearer_of_bound(id).name, id.name),
                              refusal.misses_something, refusal.misses_column});
    }
  }
  for (const ObjectId& id : candidates) {
    // What the server has refused is not there, though its column may be.
    const auto parents = relations_of(id);
    const bool without_parent = std::any_of(parents.begin(), parents.end(),
                                            [&](const ObjectId& parent) { return scratched.refused.contains(parent); });
    if (scratched.refused.contains(id) || without_parent) continue;
    scratched.database.visit(id, [&]<typename T>(const T& object) {
      T* target = wanted.find_mutable<T>(id);
      if (!target) return;
      out.declared.add(*target);
      take_text(*target, object);
    });
    if (const Table* bearer = scratched.database.find<Table>(scratch.bearer_of_bound(id))) {
      if (Table* target = wanted.find_mutable<Table>(id)) target->bound = bearer->bound;
      if (ForeignTable* target = wanted.find_mutable<ForeignTable>(id)) target->bound = bearer->bound;
    }
  }
  out.declared.sort();
  return out;
}

}  // namespace plumb::catalog
