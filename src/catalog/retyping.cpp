#include "catalog/retyping.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/scratch.h"
#include "catalog/settle.h"
#include "kinds/fields.h"

namespace plumb::catalog {

namespace {

// One scratch schema a candidate, so that one which the server refuses to read again takes no other along.
class Script {
 public:
  Script(const Live& live, const Database& wanted, const std::set<ObjectId>& candidates)
      : live_(live), wanted_(wanted), context_{live.database, wanted, live.version, no_sizes_} {
    for (const ObjectId& id : candidates) scratch_[id] = fmt::format("plumb_scratch_{}", scratch_.size() + 1);
  }

  std::map<std::string, std::string> homes() const {
    std::map<std::string, std::string> out;
    for (const auto& [id, scratch] : scratch_) out[scratch] = id.schema;
    return out;
  }

  std::vector<ScratchStatement> without(const std::set<ObjectId>& refused) const {
    std::vector<ScratchStatement> out;
    for (const auto& [id, scratch] : scratch_) {
      out.push_back({"CREATE SCHEMA " + scratch, {}});
      if (refused.contains(id)) continue;
      live_.database.visit(id, [&, &id = id, &scratch = scratch]<typename T>(const T& object) {
        if constexpr (std::is_same_v<T, Check> || std::is_same_v<T, Exclusion> || std::is_same_v<T, Index>)
          for (auto& sql : read_again(object, scratch)) out.push_back({std::move(sql), id});
      });
    }
    return out;
  }

 private:
  template <typename T>
  std::vector<std::string> read_again(const T& object, const std::string& scratch) const {
    std::vector<const Column*> columns;
    for (const auto& text : Kind<T>::mentions(object))
      for (const ObjectId& id : columns_in(text, table_of(object.id), live_.database))
        columns.push_back(live_.database.find<Column>(id));
    std::sort(columns.begin(), columns.end(),
              [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    T copy = object;
    copy.id.schema = scratch;
    if constexpr (requires { copy.tablespace; }) copy.tablespace.clear();
    const std::string table = sql::qualified(scratch, object.id.parent);
    std::vector<std::string> out{set_scratch_path(scratch, object.id.schema, live_),
                                 fmt::format("CREATE TABLE {} ({})", table, typed_columns(columns)),
                                 Kind<T>::create(copy, context_).front().sql};
    for (const Column* column : columns) {
      const Column* wanted = wanted_.find<Column>(column->id);
      if (!wanted || (wanted->type == column->type && wanted->collation == column->collation)) continue;
      const std::string name = sql::quote_ident(column->id.name), type = sql::short_type(wanted->type);
      out.push_back(fmt::format("ALTER TABLE {} ALTER COLUMN {} TYPE {}{} USING {}::{}", table, name, type,
                                wanted->collation ? " COLLATE " + wanted->collation->sql() : "", name, type));
    }
    return out;
  }

  const Live& live_;
  const Database& wanted_;
  const std::map<ObjectId, TableSize> no_sizes_;
  Context context_;
  std::map<ObjectId, std::string> scratch_;
};

// The same text to the letter: that is what a dump shows.
template <typename T>
bool same_text(const T& a, const T& b) {
  bool same = true;
  each_field(a, b, [&same]<typename M>(std::string_view, const M& x, const M& y) {
    if constexpr (std::is_same_v<M, Expression> || std::is_same_v<M, std::vector<Element>>)
      same = same && field_text(x) == field_text(y);
  });
  return same;
}

}  // namespace

std::set<ObjectId> outlive_retyping(postgres::Connection& connection, const Live& live, const Database& wanted,
                                    const Database& settled, const std::set<ObjectId>& candidates) {
  std::set<ObjectId> out, open;
  for (const ObjectId& id : candidates)
    if (!settled.contains(id)) open.insert(id);
  if (candidates.empty()) return out;
  Database stored = wanted;
  if (!open.empty()) settle(connection, live, stored, open);
  const Script script(live, wanted, candidates);
  const Scratched scratched =
      carry_out_in_scratch(connection, live, script.homes(),
                           [&script](const std::set<ObjectId>& refused) { return script.without(refused); });
  for (const ObjectId& id : candidates)
    scratched.database.visit(id, [&]<typename T>(const T& object) {
      const T* want = stored.find<T>(id);
      if (want && !scratched.refused.contains(id) && same_text(object, *want)) out.insert(id);
    });
  return out;
}

}  // namespace plumb::catalog
