#include "kinds/inheritance.h"

#include <algorithm>
#include <cctype>

#include "kinds/fields.h"
#include "kinds/kinds.h"
#include "kinds/rehoming.h"
#include "kinds/types.h"
#include "sql/names.h"

namespace plumb {

std::string descent_columns() {
  // A partition has one parent, and what it inherits in the other way has none.
  return " CASE WHEN c.relispartition THEN (SELECT pg_catalog.quote_ident(pn.nspname) || '.' ||"
         " pg_catalog.quote_ident(pc.relname) FROM pg_catalog.pg_inherits i"
         " JOIN pg_catalog.pg_class pc ON pc.oid = i.inhparent"
         " JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace WHERE i.inhrelid = c.oid) END AS partition_of,"
         " pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,"
         " CASE WHEN NOT c.relispartition AND c.relkind <> 'p' AND c.oid IN"
         " (SELECT inh.inhrelid FROM pg_catalog.pg_inherits inh) THEN ARRAY(SELECT pg_catalog.quote_ident(pn.nspname)"
         " || '.' || pg_catalog.quote_ident(pc.relname) FROM pg_catalog.pg_inherits i"
         " JOIN pg_catalog.pg_class pc ON pc.oid = i.inhparent"
         " JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace WHERE i.inhrelid = c.oid ORDER BY i.inhseqno)"
         " END AS inherits,";
}

// --- Who descends from whom --------------------------------------------------------------------------------------------

std::vector<ObjectId> parents_of(const Descendant& child) {
  std::vector<ObjectId> out;
  if (!child.partition_of.empty()) out.push_back(table_id(child.partition_of.schema, child.partition_of.name));
  for (const ObjectName& parent : child.inherits) out.push_back(table_id(parent.schema, parent.name));
  return out;
}

const Descendant* descendant(const ObjectId& relation, const Database& database) {
  if (const Table* table = database.find<Table>(table_id(relation.schema, relation.name))) return table;
  return database.find<ForeignTable>(top_id(KindTag::foreign_table, relation.schema, relation.name));
}

namespace {

template <typename F>
void each_descendant(const Database& database, F&& f) {
  for (const Table& table : database.all<Table>())
    if (!table.partition_of.empty() || !table.inherits.empty()) f(table);
  for (const ForeignTable& table : database.all<ForeignTable>())
    if (!table.partition_of.empty() || !table.inherits.empty()) f(table);
}

}  // namespace

std::vector<ObjectId> parents_of(const ObjectId& relation, const Database& database) {
  const Descendant* child = descendant(relation, database);
  return child ? parents_of(*child) : std::vector<ObjectId>();
}

std::vector<ObjectId> children_of(const ObjectId& table, const Database& database) {
  std::vector<ObjectId> out;
  each_descendant(database, [&](const Descendant& child) {
    const auto parents = parents_of(child);
    if (std::find(parents.begin(), parents.end(), table) != parents.end()) out.push_back(child.id);
  });
  return out;
}

std::vector<ObjectId> ancestors_of(const ObjectId& relation, const Database& database) {
  std::vector<ObjectId> out = parents_of(relation, database);
  for (std::size_t i = 0; i < out.size(); ++i)
    for (ObjectId& parent : parents_of(out[i], database))
      if (std::find(out.begin(), out.end(), parent) == out.end()) out.push_back(std::move(parent));  // a loop is wrong
  return out;
}

std::vector<ObjectId> descendants_of(const ObjectId& table, const Database& database) {
  std::vector<ObjectId> out = children_of(table, database);
  for (std::size_t i = 0; i < out.size(); ++i)
    for (ObjectId& child : children_of(out[i], database)) out.push_back(std::move(child));
  return out;
}

bool is_partition(const ObjectId& relation, const Database& database) {
  const Descendant* child = descendant(relation, database);
  return child && !child->partition_of.empty();
}

bool is_partitioned(const ObjectId& relation, const Database& database) {
  const Table* table = database.find<Table>(relation);
  return table && !table->partition_by.empty();
}

const Composite* type_of(const Table& table, const Database& database) {
  for (const Composite& type : database.all<Composite>())
    if (is_of_type(table.of, table.id.schema, type.id)) return &type;
  return nullptr;
}

ObjectId default_partition(const ObjectId& table, const Database& database) {
  for (const ObjectId& child : children_of(table, database))
    if (descendant(child, database)->bound.is_default()) return child;
  return {};
}

void follow_parents(Descendant& child, const Renaming& renaming) {
  const auto follow = [&renaming](ObjectName& parent) {
    if (renaming.from.kind == KindTag::schema && parent.schema == renaming.from.name) parent.schema = renaming.to.name;
    if (renaming.from == table_id(parent.schema, parent.name)) parent = {renaming.to.schema, renaming.to.name};
  };
  if (!child.partition_of.empty()) follow(child.partition_of);
  for (ObjectName& parent : child.inherits) follow(parent);
}

// --- Columns -----------------------------------------------------------------------------------------------------------

// Statistics targets and options are each table's own, and so is an identity (before 17 a partition has none, from 17 on
// it is the parent's).
Column inherited_column(const Column& parents, const ObjectId& child, const Database& database) {
  Column out = parents;
  static_cast<Base&>(out) = {};
  out.origin = parents.origin;  // what is wrong with it is wrong there
  out.id = column_id(child, parents.id.name);
  if (out.identity) out.nullable = false;
  out.identity = {};
  if (out.not_null_no_inherit) out.nullable = true;
  out.not_null_no_inherit = out.not_null_not_valid = false;
  out.not_null_name = out.not_null_comment = {};
  out.statistics.reset();
  out.with = {};
  out.options = {};
  out.acl = {};
  out.inherited.value = !is_partition(child, database);
  const ObjectId parent = table_of(parents.id);
  if (parent.schema == child.schema) return out;
  const auto is_column = [&](const std::string& name) {
    return database.find<Column>(column_id(parent, name)) != nullptr;
  };
  each_sql_of(out,
              [&](std::string& text, bool) { text = rehomed(text, parent.schema, child.schema, database, is_column); });
  return out;
}

Column after_parents(const Column& live, const Context& context) {
  Column out = live;
  const ObjectId table = table_of(live.id);
  const auto stay = parents_of(table, context.wanted);
  for (const ObjectId& parent : parents_of(table, context.live)) {
    if (std::find(stay.begin(), stay.end(), parent) == stay.end()) continue;
    const Column* was = context.live.find<Column>(column_id(parent, live.id.name));
    const Column* will = context.wanted.find<Column>(column_id(parent, live.id.name));
    if (!was || !will) continue;
    // What ALTER TABLE on the parent recurses with; not: compression, statistics as plumb sets them, options.
    const auto carry = [&](auto Column::*member) {
      if (!(was->*member == will->*member)) out.*member = will->*member;
    };
    carry(&Column::type);
    carry(&Column::collation);
    // A NOT NULL that becomes the parent's alone stays the child's own.
    const bool forbade = !was->nullable && !was->not_null_no_inherit;
    const bool forbids = !will->nullable && !will->not_null_no_inherit;
    if (forbids && !forbade) out.nullable = false;
    if (forbade && will->nullable) out.nullable = true;
    carry(&Column::default_expression);
    carry(&Column::generated);
    carry(&Column::storage);
    if (was->type == will->type && was->collation == will->collation) continue;
    // As the new type has them, and as they are set anew for the parent: of these two only storage, for its children, too.
    out.storage = will->storage;
    out.compression = {};
  }
  return out;
}

namespace {

// Parents first.
std::vector<ObjectId> by_generation(const Database& database) {
  std::vector<ObjectId> out;
  std::set<ObjectId> seen;
  const auto visit = [&](auto& self, const ObjectId& child) -> void {
    if (!seen.insert(child).second) return;
    for (const ObjectId& parent : parents_of(child, database)) self(self, parent);
    out.push_back(child);
  };
  each_descendant(database, [&](const Descendant& child) { visit(visit, child.id); });
  return out;
}

std::vector<Column> columns_in_order(const ObjectId& table, const Database& database) {
  const auto [first, last] = database.children<Column>(table);
  std::vector<Column> out(first, last);
  std::stable_sort(out.begin(), out.end(),
                   [](const Column& a, const Column& b) { return a.position.value < b.position.value; });
  return out;
}

Column* find_column(std::vector<Column>& columns, const std::string& name) {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&name](const Column& c) { return c.id.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

// The columns of all children, each's parents' in their order, then its own.
class Columns {
 public:
  explicit Columns(const Database& database) : database_(database) {
    for (const ObjectId& child : by_generation(database))
      if (const auto parents = parents_of(child, database); !parents.empty()) complete(child, parents);
  }

  const std::map<ObjectId, std::vector<Column>>& all() const { return completed_; }

 private:
  std::vector<Column> of(const ObjectId& relation) const {
    const auto found = completed_.find(relation);
    return found == completed_.end() ? columns_in_order(relation, database_) : found->second;
  }

  void complete(const ObjectId& child, const std::vector<ObjectId>& parents) {
    std::vector<Column> own = columns_in_order(child, database_), out;
    bool all_declared = true;
    for (const ObjectId& parent : parents)
      for (const Column& column : of(parent)) {
        Column* mine = find_column(own, column.id.name);
        all_declared = all_declared && mine;
        if (mine && !column.nullable && !column.not_null_no_inherit) mine->nullable = false;
        if (!find_column(out, column.id.name)) out.push_back(mine ? *mine : inherited_column(column, child, database_));
      }
    // One who lists them all decides their order.
    if (all_declared) out.clear();
    for (const Column& column : own)
      if (!find_column(out, column.id.name)) out.push_back(column);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].position.value = static_cast<long long>(i) + 1;
    completed_.emplace(child, std::move(out));
  }

  const Database& database_;
  std::map<ObjectId, std::vector<Column>> completed_;
};

}  // namespace

bool inherit_columns(Database& wanted) {
  const auto completed = Columns(wanted).all();
  if (completed.empty()) return false;
  std::set<std::pair<std::string, std::string>> children;
  for (const auto& [child, columns] : completed) children.emplace(child.schema, child.name);
  std::erase_if(wanted.all_of<Column>(), [&children](const Column& c) {
    return children.contains({c.id.schema, c.id.parent});
  });
  for (const auto& [child, columns] : completed)
    for (const Column& column : columns) wanted.add(column);
  wanted.sort();
  return true;
}

bool has_own_order(const ObjectId& child, const Database& database) {
  std::vector<std::string> parents, own;
  for (const ObjectId& parent : parents_of(child, database))
    for (const Column& column : columns_in_order(parent, database))
      if (std::find(parents.begin(), parents.end(), column.id.name) == parents.end()) parents.push_back(column.id.name);
  for (const Column& column : columns_in_order(child, database)) own.push_back(column.id.name);
  return own.size() < parents.size() || !std::equal(parents.begin(), parents.end(), own.begin());
}

std::optional<ObjectId> column_above(const ObjectId& column, const Database& live, const Database& wanted) {
  const Column* is = live.find<Column>(column);
  const ObjectId child = table_of(column);
  if (!is || !wanted.find<Column>(column) || (!is_partition(child, live) && !is->inherited.value)) return std::nullopt;
  const auto still = parents_of(child, wanted);
  for (const ObjectId& parent : parents_of(child, live)) {
    ObjectId whole = column_id(parent, column.name);
    const bool stays = std::find(still.begin(), still.end(), parent) != still.end();
    if (stays && live.find<Column>(whole) && wanted.find<Column>(whole)) return whole;
  }
  return std::nullopt;
}

std::optional<Column> given_column(const Column& wanted, const Database& database) {
  const ObjectId table = table_of(wanted.id);
  if (const Table* typed = database.find<Table>(table); typed && !typed->of.empty()) {
    Column out;
    out.id = wanted.id, out.type = wanted.type, out.collation = wanted.collation;
    return out;
  }
  // A foreign partition can't be made apart from its parent.
  if (!is_partition(table, database) && !wanted.inherited.value) return std::nullopt;
  if (is_partition(table, database) && database.find<Table>(table) && has_own_order(table, database))
    return std::nullopt;
  for (const ObjectId& parent : parents_of(table, database))
    if (const Column* whole = database.find<Column>(column_id(parent, wanted.id.name)))
      return inherited_column(*whole, table, database);
  return std::nullopt;
}

Column said_beside_parents(Column wanted, const Database& database) {
  if (is_partition(table_of(wanted.id), database)) return wanted;  // attached later, or its column is given
  for (const ObjectId& parent : parents_of(table_of(wanted.id), database))
    if (const Column* whole = database.find<Column>(column_id(parent, wanted.id.name));
        whole && whole->generated == wanted.generated)
      wanted.generated = {};
  return wanted;
}

// --- What goes without saying --------------------------------------------------------------------------------------------

namespace {

// "p_a_idx1" for "p_a_idx": a name that PostgreSQL may have chosen.
bool is_chosen(const std::string& name, const std::string& base) {
  return name.starts_with(base) && std::all_of(name.begin() + static_cast<std::ptrdiff_t>(base.size()), name.end(),
                                               [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Constraints and indexes that PostgreSQL has made or attached, and would make alike again.
template <typename T>
bool is_part(const T& object, const Database& live) {
  if (object.part_of.value.empty()) return false;
  if constexpr (requires { object.local; })
    if (object.local.value) return false;
  // A check has the parent's name, and that of a foreign key nobody sees.
  if constexpr (!requires { object.tablespace; }) return true;
  if constexpr (requires { object.tablespace; }) {
    if (!is_chosen(object.id.name, Kind<T>::default_name(object, live))) return false;
    for (const ObjectId& parent : parents_of(table_of(object.id), live))
      if (const T* whole = live.find<T>(child_id(Kind<T>::tag, parent, object.part_of.value))) {
        if constexpr (requires { whole->only; })
          if (whole->only) return false;  // it would be made without parts
        T same = *whole;
        static_cast<Base&>(same) = object;
        return same == object;
      }
  }
  return false;
}

bool is_as_given(const Column& column, const Database& live) {
  const auto given = given_column(column, live);
  return given && *given == column;
}

void erase(Database& database, const std::set<ObjectId>& ids) {
  if (ids.empty()) return;
  database.erase_if([&ids](const Base& object) { return ids.contains(object.id); });
}

}  // namespace

bool comes_with_whole(const ObjectId& part, const Database& live) {
  bool out = false;
  live.visit(part, [&](const auto& object) {
    if constexpr (requires { object.part_of; }) out = is_part(object, live) && !has_attached(live, part);
  });
  return out;
}

namespace {

template <typename T>
bool same_columns(const T& a, const T& b) {
  if constexpr (requires { a.on; })
    return a.on == b.on;
  else if constexpr (requires { a.columns; })
    return a.columns == b.columns;
  else
    return a.id.name == b.id.name;  // of checks
}

template <typename T>
void add_alike(const T& part, const ObjectId& table, const Database& live, std::vector<ObjectId>& out) {
  const auto [first, last] = live.children<T>(table);
  std::for_each(first, last, [&](const T& whole) {
    if (same_columns(whole, part)) out.push_back(whole.id);
  });
  for (const ObjectId& parent : parents_of(table, live)) add_alike(part, parent, live, out);
}

template <typename T>
void add_wholes(const T& part, const ObjectId& table, const std::string& name, const Database& live,
                std::vector<ObjectId>& out) {
  if (name.empty()) return;
  for (const ObjectId& parent : parents_of(table, live)) {
    const T* whole = live.find<T>(child_id(Kind<T>::tag, parent, name));
    if (!whole) {
      add_alike(part, parent, live, out);
      continue;
    }
    out.push_back(whole->id);
    add_wholes(part, parent, whole->part_of.value, live, out);
  }
}

}  // namespace

std::vector<ObjectId> wholes_of(const ObjectId& part, const Database& live) {
  std::vector<ObjectId> out;
  live.visit(part, [&](const auto& object) {
    if constexpr (requires { object.part_of; }) add_wholes(object, table_of(part), object.part_of.value, live, out);
  });
  return out;
}

void leave_out_inherited(Database& live) {
  std::set<ObjectId> inherited;
  live.each([&]<typename T>(const T& object) {
    if constexpr (requires { object.part_of; })
      if (comes_with_whole(object.id, live)) inherited.insert(object.id);
    if constexpr (std::is_same_v<T, Column>)
      if (is_as_given(object, live) && !has_attached(live, object.id)) inherited.insert(object.id);
  });
  erase(live, inherited);
}

namespace {

// Is its whole to stay as it is, and the declaration silent about it?
template <typename T>
bool stays_part(const T& object, const Database& live, const Database& wanted) {
  if (object.part_of.value.empty() || wanted.find<T>(object.id)) return false;
  const ObjectId table = table_of(object.id);
  const auto stay = parents_of(table, wanted);
  for (const ObjectId& parent : parents_of(table, live)) {
    const ObjectId whole = child_id(Kind<T>::tag, parent, object.part_of.value);
    const T *is = live.find<T>(whole), *want = wanted.find<T>(whole);
    // The whole may itself be a part, of which the declaration does not speak.
    const bool same = is && (want ? *is == *want : stays_part(*is, live, wanted));
    if (same && std::find(stay.begin(), stay.end(), parent) != stay.end()) return true;
  }
  return false;
}

bool has_relation(const ObjectId& id, const Database& database) {
  bool out = false;
  database.each([&]<typename T>(const T& object) {
    if constexpr (shares_relation_names<T>) out = out || (object.id.schema == id.schema && object.id.name == id.name);
  });
  return out;
}

}  // namespace

void name_parts(const Database& live, Database& wanted) {
  Database named;  // found in wanted only once that is sorted again
  live.each([&]<typename T>(const T& object) {
    if constexpr (requires {
                    object.part_of;
                    object.tablespace;
                  }) {
      if (!stays_part(object, live, wanted)) return;
      const std::string name = Kind<T>::default_name(object, live);
      if (is_chosen(object.id.name, name)) return;
      T renamed = object;
      renamed.id.name = name;
      for (const Database* database : std::initializer_list<const Database*>{&live, &wanted, &named})
        if (has_relation(renamed.id, *database)) return;
      renamed.renamed_from.value = object.id.name;
      named.add(std::move(renamed));
    }
  });
  bool any = false;
  named.each([&](const auto& object) {
    wanted.add(object);
    any = true;
  });
  if (any) wanted.sort();
}

void leave_parts_alone(Database& live, const Database& wanted) {
  std::set<ObjectId> parts;
  live.each([&]<typename T>(const T& object) {
    if constexpr (requires { object.part_of; })
      if (stays_part(object, live, wanted)) parts.insert(object.id);
  });
  erase(live, parts);
}

}  // namespace plumb
