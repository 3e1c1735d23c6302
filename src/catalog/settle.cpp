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

class Scratch {
 public:
  Scratch(const Live& live, const Database& wanted, const std::set<ObjectId>& candidates)
      : live_(live), wanted_(wanted), candidates_(candidates), none_{live.database, wanted, live.version, no_sizes_} {
    for (const ObjectId& id : candidates_) {
      schema_for(id.schema);
      if (may_stand_under(id, KindTag::table) && wanted_.contains(table_of(id))) on_table_[table_of(id)].push_back(id);
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

 private:
  const std::string& schema_for(const std::string& home) {
    auto& scratch = schemas_[home];
    if (scratch.empty()) scratch = fmt::format("plumb_scratch_{}", schemas_.size());
    return scratch;
  }

  void add(std::string sql, const ObjectId& candidate) { statements_.push_back({std::move(sql), candidate}); }

  void set_path(const std::string& home) { add(set_scratch_path(schemas_.at(home), home, live_), {}); }

  // Names in SQL text go to the scratch copies of what they mean.
  struct OverScratch {
    const Scratch& scratch;
    template <typename M>
    void operator()(std::string_view, M& member, auto&&...) const {
      if constexpr (holds_sql<M>)
        each_sql(member, [this](std::string& text, bool) { text = scratch.over_scratch(text); });
    }
  };

  // --- Types --------------------------------------------------------------------------------------------------------

  // Types that are not live as they are wanted, with their parts, so that columns, checks and views find them.
  void changed_types(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> changed;
    wanted_.each_kind([&]<typename T>(const std::vector<T>& objects) {
      if constexpr (is_type_kind<T>)
        for (const T& wanted : objects)
          if (schemas_.contains(wanted.id.schema) && !rejected.contains(wanted.id) && !same_type(wanted))
            changed.insert(wanted.id);
    });
    std::set<ObjectId> done;
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

  // The columns that a candidate's texts use; for a relation under a view: all.
  std::set<ObjectId> columns_needed(const ObjectId& table) const {
    std::set<ObjectId> out;
    for (const ObjectId& id : on_table(table)) {
      if (id.kind == KindTag::column) out.insert(id);
      wanted_.visit(id, [&]<typename T>(const T& object) {
        if constexpr (requires { Kind<T>::mentions(object); })
          for (const auto& text : Kind<T>::mentions(object)) out.merge(columns_in(text, table, wanted_));
      });
    }
    if (!under_statements_.contains(table)) return out;
    const auto [first, last] = wanted_.children<Column>(table);
    for (auto column = first; column != last; ++column) out.insert(column->id);
    return out;
  }

  void tables(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> tables;
    for (const ObjectId& id : under_statements_)
      if (id.kind == KindTag::table) tables.insert(id);
    for (const auto& [table, ids] : on_table_) tables.insert(table);
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
        if (!column->generated.empty() && candidates_.contains(id)) continue;  // it is added with its expression
        columns.push_back(column);
      }
    std::stable_sort(columns.begin(), columns.end(),
                     [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
    std::string list = typed_columns(columns);
    // A query may group by a primary key and select what depends on it.
    if (const auto [key, end] = wanted_.children<PrimaryKey>(table); key != end && under_statements_.contains(table))
      list += ", PRIMARY KEY (" + sql::quote_list(key->columns) + ")";
    add(fmt::format("CREATE TABLE {} ({})", sql::qualified(schemas_.at(table.schema), table.name), list), table);
  }

  // A candidate in its scratch schema: on the copy of its table, or by itself.
  void create(const ObjectId& id) {
    wanted_.visit(id, [&]<typename T>(const T& wanted) {
      T copy = wanted;
      copy.id.schema = schemas_.at(id.schema);
      if constexpr (requires { copy.tablespace; }) copy.tablespace.clear();
      if (comes_last(id)) {
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

  static bool is_part_of_type(const ObjectId& id) {
    const auto parents = relations_of(id);
    return !id.parent.empty() &&
           std::any_of(parents.begin(), parents.end(), [](const ObjectId& parent) { return is_type(parent.kind); });
  }

  // --- What stands by itself ------------------------------------------------------------------------------------------

  void by_themselves(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      if (!id.parent.empty() || id.kind == KindTag::view || is_type(id.kind) || comes_last(id) || rejected.contains(id))
        continue;
      set_path(id.schema);
      create(id);
    }
  }

  // --- Views, and all else that has queries or other statements in it -----------------------------------------------------

  static bool has_statements(KindTag kind) {
    bool out = false;
    with_kind(kind, [&out]<typename T>(const T*) {
      const auto look = [&out]<typename M>(std::string_view, const M&, auto&&...) {
        out = out || std::is_same_v<M, Query> || std::is_same_v<M, Code>;
      };
      const T object{};
      Kind<T>::describe(look, object);
    });
    return out;
  }

  // Functions, rules, what hangs on views: when all that they may name is there.
  bool comes_last(const ObjectId& id) const {
    const bool on_view = !id.parent.empty() && !is_part_of_type(id) && !wanted_.contains(table_of(id));
    return on_view || (id.kind != KindTag::view && has_statements(id.kind));
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
      for (const KindTag kind : {KindTag::table, KindTag::view, KindTag::sequence})
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

  bool same_columns(const ObjectId& table) const {
    const auto types = [&table](const Database& database) {
      std::map<std::string, std::string> out;
      const auto [first, last] = database.children<Column>(table);
      for (auto column = first; column != last; ++column) out[column->id.name] = column->type.text;
      return out;
    };
    return types(live_.database) == types(wanted_);
  }

  // Then it gets a scratch copy anyway, which views over it will find: it must have all columns.
  bool has_candidates(const ObjectId& table) const { return on_table_.contains(table); }

  // Statements must be read over relations as they are wanted: those that differ from the live ones, or don't exist yet,
  // get scratch copies; so does what a rule stands on.
  void relations_under_statements() {
    std::vector<ObjectId> work;
    for (const ObjectId& id : candidates_)
      if (id.kind == KindTag::view || comes_last(id)) work.push_back(id);
    std::set<ObjectId> seen(work.begin(), work.end());
    while (!work.empty()) {
      const ObjectId id = work.back();
      work.pop_back();
      for (const ObjectId& under : relations_in(id)) {
        const bool stands_on = !id.parent.empty() && id.parent == under.name && id.schema == under.schema;
        const bool table = under.kind == KindTag::table, sequence = under.kind == KindTag::sequence;
        if (stands_on || sequence || (table && (has_candidates(under) || !same_columns(under)))) add_under(under);
        if (!table && !sequence && seen.insert(under).second) work.push_back(under);
      }
    }
    // A view under a candidate is copied if it is one itself, or not live as it is wanted.
    for (const ObjectId& id : seen) {
      if (id.kind != KindTag::view) continue;
      const View* live = live_.database.find<View>(id);
      if (candidates_.contains(id) || !live || !(*live == *wanted_.find<View>(id))) add_under(id);
    }
  }

  void add_under(const ObjectId& id) {
    schema_for(id.schema);
    under_statements_.insert(id);
  }

  void views(const std::set<ObjectId>& rejected) {
    std::set<ObjectId> done;
    for (const ObjectId& id : under_statements_)
      if (id.kind == KindTag::view) create_view(id, rejected, done);
  }

  void create_view(const ObjectId& id, const std::set<ObjectId>& rejected, std::set<ObjectId>& done) {
    if (!done.insert(id).second || rejected.contains(id)) return;
    const View& wanted = *wanted_.find<View>(id);
    for (const ObjectId& under : relations_in(id))
      if (under.kind == KindTag::view && under_statements_.contains(under)) create_view(under, rejected, done);
    View copy = wanted;
    copy.id.schema = schemas_.at(id.schema);
    copy.query.text = over_scratch(wanted.query.text);
    set_path(id.schema);
    add(Kind<View>::create(copy, none_).front().sql, id);
  }

  // References that name a schema go to the scratch copy where there is one; bare ones find it by the path.
  std::string over_scratch(const std::string& query) const {
    return sql::replace_names(query, [this](const sql::NameUse& use, std::string& replacement) {
      if (use.parts.size() < 2 || use.call || !schemas_.contains(use.parts[0])) return false;
      const auto copied = [&](KindTag kind) {
        return under_statements_.contains(top_id(kind, use.parts[0], use.parts[1]));
      };
      if (!copied(KindTag::table) && !copied(KindTag::view) && !copied(KindTag::sequence)) return false;
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
  std::map<std::string, std::string> schemas_;  // home -> scratch
  std::set<ObjectId> under_statements_;
  std::vector<ScratchStatement> statements_;
};

// Takes over SQL text, and nothing else.
template <typename T>
void take_text(T& wanted, const T& settled) {
  each_field(settled, wanted, []<typename M>(std::string_view, const M& from, M& to) {
    if constexpr (holds_sql<M>) to = from;
  });
  if constexpr (std::is_same_v<T, View>) wanted.columns.clear();  // they are in the query now
}

// The candidates that need what was refused.
std::set<ObjectId> in_need_of(const ObjectId& refused, const std::set<ObjectId>& candidates) {
  std::set<ObjectId> out;
  for (const ObjectId& id : candidates)
    if (id == refused || (!id.parent.empty() && table_of(id) == refused)) out.insert(id);
  return out;
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
      out.rejected.push_back({id, refusal.why, refusal.misses_something});
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
  }
  out.declared.sort();
  return out;
}

}  // namespace plumb::catalog
