#include "catalog/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "kinds/complete.h"
#include "kinds/fields.h"
#include "kinds/types.h"
#include "postgres/pipeline.h"
#include "sql/names.h"

namespace plumb::catalog {

namespace {

// A statement of the scratch script, and the candidate or the table that it is for; none: one that all need.
struct ScratchStatement {
  std::string sql;
  ObjectId candidate;
};

constexpr const char* transaction =
    "BEGIN; SET LOCAL statement_timeout = '30s'; SET LOCAL client_min_messages = error;"
    " SET LOCAL check_function_bodies = off";

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
    by_themselves(rejected);
    tables(rejected);
    views(rejected);
    others_with_statements(rejected);
    return statements_;
  }

  std::vector<std::string> schemas() const {
    std::vector<std::string> out;
    for (const auto& [home, scratch] : schemas_) out.push_back(scratch);
    return out;
  }

  // What was read back from the scratch schemas, as if it had been read at home.
  void bring_home(Database& database) const {
    std::map<std::string, std::string> home_of;
    for (const auto& [home, scratch] : schemas_) home_of[scratch] = home;
    const Homecoming homecoming{home_of};
    database.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
      for (T& object : objects) {
        if (const auto home = home_of.find(object.id.schema); home != home_of.end()) object.id.schema = home->second;
        Kind<T>::describe(homecoming, object);
      }
    });
    database.sort();
    make_relative(database, live_.visibility);
  }

 private:
  // Renames scratch schemas in SQL text.
  struct Homecoming {
    const std::map<std::string, std::string>& home_of;

    // A piece of SQL, of each_sql().
    void operator()(std::string& value, bool) const {
      if (value.find('.') == std::string::npos) return;
      value = sql::replace_names(value, [this](const sql::NameUse& use, std::string& replacement) {
        const auto home = use.parts.size() < 2 ? home_of.end() : home_of.find(use.parts[0]);
        if (home == home_of.end()) return false;
        replacement = sql::quote_ident(home->second);
        for (std::size_t i = 1; i < use.parts.size(); ++i) replacement += "." + sql::quote_ident(use.parts[i]);
        return true;
      });
    }
    template <typename M>
    void operator()(std::string_view, M& member, auto&&...) const {
      if constexpr (holds_sql<M>) each_sql(member, *this);
    }
  };

  const std::string& schema_for(const std::string& home) {
    auto& scratch = schemas_[home];
    if (scratch.empty()) scratch = fmt::format("plumb_scratch_{}", schemas_.size());
    return scratch;
  }

  void add(std::string sql, const ObjectId& candidate) { statements_.push_back({std::move(sql), candidate}); }

  void set_path(const std::string& home, const ObjectId& candidate) {
    std::vector<std::string> path{schemas_.at(home), home};
    for (const auto& schema : live_.path_schemas)
      if (schema != home) path.push_back(schema);
    add("SET LOCAL search_path = " + sql::quote_list(path), candidate);
  }

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
    set_path(wanted.id.schema, wanted.id);
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
      set_path(table.schema, {});
      create_table(table);
      for (const ObjectId& id : on_table(table))
        if (!comes_last(id) && !rejected.contains(id)) create(id);
    }
  }

  // Names, types and collations only; under a view also the primary key.
  void create_table(const ObjectId& table) {
    std::vector<const Column*> columns;
    for (const ObjectId& id : columns_needed(table))
      if (const Column* column = wanted_.find<Column>(id)) columns.push_back(column);
    std::stable_sort(columns.begin(), columns.end(),
                     [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
    std::string list;
    for (const Column* column : columns) {
      if (!column->generated.empty() && candidates_.contains(column->id)) continue;  // it is added with its expression
      list += (list.empty() ? "" : ", ") + sql::quote_ident(column->id.name) + " " + sql::short_type(column->type);
      if (!column->collation.empty()) list += " COLLATE " + column->collation.sql();
    }
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
    for (const ObjectId& id : candidates_)
      for (const ObjectId& parent : relations_of(id))
        if (is_type(parent.kind) && !rejected.contains(parent) && !rejected.contains(id)) {
          set_path(id.schema, {});
          create(id);
        }
  }

  // --- What stands by itself ------------------------------------------------------------------------------------------

  void by_themselves(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      if (!id.parent.empty() || id.kind == KindTag::view || is_type(id.kind) || comes_last(id) || rejected.contains(id))
        continue;
      set_path(id.schema, {});
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
    const bool on_view = !id.parent.empty() && !wanted_.contains(table_of(id));
    return on_view || (id.kind != KindTag::view && has_statements(id.kind));
  }

  void others_with_statements(const std::set<ObjectId>& rejected) {
    for (const ObjectId& id : candidates_) {
      if (!comes_last(id) || rejected.contains(id)) continue;
      set_path(id.schema, {});
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
      for (const KindTag kind : relation_kinds)
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
        if (stands_on || (under.kind == KindTag::table && (has_candidates(under) || !same_columns(under))))
          add_under(under);
        if (under.kind != KindTag::table && seen.insert(under).second) work.push_back(under);
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
    set_path(id.schema, {});
    add(Kind<View>::create(copy, none_).front().sql, id);
  }

  // References that name a schema go to the scratch copy where there is one; bare ones find it by the path.
  std::string over_scratch(const std::string& query) const {
    return sql::replace_names(query, [this](const sql::NameUse& use, std::string& replacement) {
      if (use.parts.size() < 2 || use.call || !schemas_.contains(use.parts[0])) return false;
      const bool copied = under_statements_.contains(table_id(use.parts[0], use.parts[1])) ||
                          under_statements_.contains(top_id(KindTag::view, use.parts[0], use.parts[1]));
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

void roll_back(postgres::Connection& connection) {
  if (connection.is_open() && connection.transaction_status() != postgres::TransactionStatus::idle)
    connection.run_script("ROLLBACK");
}

struct Refusal {
  std::size_t statement;
  std::string sqlstate;
  std::string message;
};

// Does the error speak of the statement, and not of the moment (a lock, a lack of memory, a cancellation)?
bool speaks_of_statement(const postgres::ServerError& error) {
  static constexpr std::string_view moments[] = {"08", "40", "53", "55", "57", "58", "XX"};
  return std::find(std::begin(moments), std::end(moments), error.sqlstate().substr(0, 2)) == std::end(moments);
}

// Undefined table, column, object, function, schema.
bool misses_something(std::string_view sqlstate) {
  static constexpr std::string_view states[] = {"42P01", "42703", "42704", "42883", "3F000"};
  return std::find(std::begin(states), std::end(states), sqlstate) != std::end(states);
}

// Runs the script in one pipeline, up to the statement that the server refuses.
std::optional<Refusal> run(postgres::Connection& connection, const std::vector<ScratchStatement>& script) {
  connection.run_script(transaction);
  postgres::Pipeline pipeline(connection);
  for (const auto& statement : script) pipeline.send(statement.sql);
  try {
    pipeline.each([](std::size_t, const postgres::Result&) {});
  } catch (const postgres::ServerError& error) {
    if (!error.query() || !speaks_of_statement(error)) throw;
    return Refusal{*error.query(), error.sqlstate(), error.message()};
  }
  return std::nullopt;
}

// The candidates that need what was refused; all, where they all do.
std::set<ObjectId> in_need_of(const ObjectId& refused, const std::set<ObjectId>& candidates) {
  if (refused.kind == KindTag::none) return candidates;
  std::set<ObjectId> out;
  for (const ObjectId& id : candidates)
    if (id == refused || (id.kind != KindTag::view && table_of(id) == refused)) out.insert(id);
  return out;
}

}  // namespace

Settled settle(postgres::Connection& connection, const Live& live, Database& wanted,
               const std::set<ObjectId>& candidates) {
  Settled out;
  out.why_unproven = connection.read_only_reason();
  if (!out.why_unproven.empty()) {
    out.unproven = candidates;
    return out;
  }
  Scratch scratch(live, wanted, candidates);
  std::set<ObjectId> rejected;
  for (;;) {
    const auto script = scratch.script(rejected);
    const auto failed = run(connection, script);
    if (!failed) break;
    roll_back(connection);
    const ObjectId refused = script[failed->statement].candidate;
    // Without the right to create a schema nothing can be asked.
    const bool privilege = failed->sqlstate == "42501";
    if (privilege || refused.kind == KindTag::none) {
      out.unproven.merge(in_need_of(refused, candidates));
      out.why_unproven = failed->message;
    }
    if (refused.kind == KindTag::none) return out;
    rejected.insert(refused);  // for a table (a type of it does not exist yet): all that hangs on it
    if (!privilege && candidates.contains(refused))
      out.rejected.push_back({refused, failed->message, misses_something(failed->sqlstate)});
  }
  connection.run_script("SET LOCAL search_path = ''");
  Database settled = read_schemas(connection, scratch.schemas());
  roll_back(connection);
  scratch.bring_home(settled);
  for (const ObjectId& id : candidates) {
    // What the server has refused is not there, though its column may be.
    const auto parents = relations_of(id);
    const bool without_parent =
        std::any_of(parents.begin(), parents.end(), [&](const ObjectId& parent) { return rejected.contains(parent); });
    if (rejected.contains(id) || without_parent) continue;
    settled.visit(id, [&]<typename T>(const T& object) {
      if (T* target = wanted.find_mutable<T>(id)) take_text(*target, object);
    });
  }
  return out;
}

}  // namespace plumb::catalog
