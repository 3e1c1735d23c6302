#include "plan/expand.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/types.h"
#include "model/error.h"
#include "plan/diff.h"
#include "plan/rebuilt.h"
#include "plan/references.h"
#include "sql/names.h"

namespace plumb {

namespace {

// The types of both sides that an alter would make anew.
std::set<ObjectId> types_made_anew(const Database& live, const Database& wanted) {
  std::set<ObjectId> out;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (is_type_kind<T>)
      for (const T& object : objects)
        if (const T* is = live.find<T>(object.id); is && is_remade(*is, object, live, wanted)) out.insert(object.id);
  });
  return out;
}

}  // namespace

std::set<ObjectId> remade_with(const ObjectId& type, const Database& live, const Database& wanted) {
  std::set<ObjectId> out;
  const std::set<ObjectId> still = columns_of_type(wanted, type);
  for (const ObjectId& column : columns_of_type(live, type))
    if (still.contains(column)) out.insert(column);
  return out;
}

Upheaval upheaval(const ChangeMap& changes, const Database& live, const Database& wanted) {
  Upheaval out;
  for (const auto& [id, change] : changes) {
    if (change.verb == Verb::drop) out.dropped.insert(id);
    if (id.kind == KindTag::column && change.verb == Verb::replace) out.replaced.insert(id);
    if (id.kind == KindTag::column && change.verb == Verb::alter) {
      const Column* is = live.find<Column>(id);
      const Column* want = wanted.find<Column>(id);
      if (is->type == want->type && is->collation == want->collation) continue;
      out.retyped.insert(id);
      if (Kind<Column>::retyping_cost(*is, *want) != sql::TypeChange::free) out.reshaped.insert(id);
    }
    if (id.kind == KindTag::attribute && change.verb == Verb::alter) out.retyped.insert(id);
  }
  for (const ObjectId& type : types_made_anew(live, wanted)) {
    const auto change = changes.find(type);
    if (change == changes.end() || change->second.verb != Verb::alter) continue;
    out.remade.insert(type);
    for (const ObjectId& column : remade_with(type, live, wanted)) {
      out.retyped.insert(column);
      out.reshaped.insert(column);
    }
  }
  return out;
}

bool goes_by_cascade(const ObjectId& id, const Database& live) {
  bool out = false;
  live.visit(id, [&out]<typename T>(const T& object) {
    if constexpr (has_inseparable<T>) out = !Kind<T>::mentions(object).empty();
  });
  return out;
}

namespace {

// The tables of those that are columns.
std::set<ObjectId> tables_of(const std::set<ObjectId>& ids) {
  std::set<ObjectId> out;
  for (const ObjectId& id : ids)
    if (id.kind == KindTag::column) out.insert(table_of(id));
  return out;
}

// What PostgreSQL reads again when a column gets another type: all of a constraint, of an index no plain columns.
template <typename T>
std::vector<std::string> texts_read_again(const T& object) {
  if constexpr (std::is_same_v<T, Index>)
    return Kind<T>::expressions(object);
  else
    return Kind<T>::mentions(object);
}

class Expansion {
 public:
  Expansion(ChangeMap& changes, PlanInput& input, Context& context)
      : changes_(changes), input_(input), context_(context) {}

  void run() {
    if (changes_.empty() && input_.renames.all().empty()) return;
    anew();
    alters_that_replace();
    do {
      grown_ = false;
      upheaval_ = upheaval(changes_, input_.live, input_.wanted);
      over_taken_indexes();
      over_columns();
      over_parents_columns();
      over_parents_keys();
      over_keys();
      over_bounds();
      over_persistence();
      over_dependencies();
      over_replaced_relations();
    } while (grown_);
    refuse_to_cascade();
    parts_of_types();
    columns_of_replaced_tables();
    attached_to_replaced();
  }

 private:
  bool stays(const ObjectId& id) const { return input_.live.contains(id) && input_.wanted.contains(id); }

  void replace(const ObjectId& id, const std::string& why) {
    if (!stays(id)) return;
    auto [it, added] = changes_.try_emplace(id, Change{Verb::replace, id, id, {}, why, false});
    if (!added && it->second.verb == Verb::replace && it->second.why.empty()) it->second.why = why;
    if (!added && it->second.verb == Verb::alter) {
      it->second.verb = Verb::replace;
      it->second.why = why;
      added = true;
    }
    grown_ = grown_ || added;
  }

  // An index goes with a column or table that is made anew: there is none for its key to take over.
  void over_taken_indexes() {
    std::erase_if(context_.taken_over, [this](const auto& each) {
      const auto& [key, index] = each;
      bool lost = false;
      input_.wanted.visit(key, [&]<typename T>(const T& object) {
        for (const ObjectId& needed : Kind<T>::needs(object)) lost = lost || is_replaced(needed);
      });
      if (!lost) return false;
      changes_.at(key).why.clear();
      changes_.emplace(index, Change{Verb::drop, index, index, {}, {}, false});
      return grown_ = true;
    });
  }

  // What its parts change may make a whole type anew, though nothing of its own differs.
  void anew() {
    for (const ObjectId& type : types_made_anew(input_.live, input_.wanted))
      changes_.try_emplace(type, Change{Verb::alter, type, type, {}, "PostgreSQL can't change it in place", false});
  }

  void alters_that_replace() {
    for (auto& [id, change] : changes_) {
      if (change.verb != Verb::alter) continue;
      input_.live.visit(change.id, [&, &change = change]<typename T>(const T& is) {
        if (!Kind<T>::alter(is, *input_.wanted.find<T>(change.id), context_)) change.verb = Verb::replace;
      });
    }
  }

  std::string retyped_why(const ObjectId& column) const {
    const Column *is = input_.live.find<Column>(column), *want = input_.wanted.find<Column>(column);
    const bool resorted = is && want && is->type == want->type && is->collation != want->collation;
    return fmt::format("the {} of {} changes", resorted ? "collation" : "type", to_string(column));
  }
  static std::string readded_why(const ObjectId& column) {
    return fmt::format("{} is dropped and added anew", to_string(column));
  }

  // What a retyped or re-added column has in its own table: expressions over it, indexes that name an operator class for
  // it. PostgreSQL reads the text of a constraint again when a column has its new type: it may become another one.
  void over_columns() {
    std::set<ObjectId> both = upheaval_.retyped;
    both.insert(upheaval_.replaced.begin(), upheaval_.replaced.end());
    for (const ObjectId& table : tables_of(both)) {
      const auto over_constraint = [&](const auto& constraint) {
        over_texts(constraint, table, unstable(constraint.id));
      };
      each_child<Check>(table, over_constraint);
      each_child<Exclusion>(table, over_constraint);
      each_child<Column>(table, [&](const Column& c) {
        if (c.generated && !both.contains(c.id)) over_texts(c, table, both);
      });
      each_child<Index>(table, [&](const Index& index) { over_index(index, table); });
      each_child<PrimaryKey>(table, [&](const PrimaryKey& key) { over_readded(key, table); });
      each_child<Unique>(table, [&](const Unique& key) { over_readded(key, table); });
    }
    for (const ObjectId& table : tables_of(upheaval_.retyped))
      for (const auto& [id, column, lost] : lost_when_rebuilt(table, upheaval_.retyped, input_.live, input_.creator))
        replace(id, fmt::format("{}: built anew for it, it would lose {}", retyped_why(column), lost));
    std::set<ObjectId> reshaped = upheaval_.reshaped;
    reshaped.insert(upheaval_.replaced.begin(), upheaval_.replaced.end());
    over_foreign_keys(reshaped);
  }

  // A column that goes and comes again by itself: not with its whole table.
  bool is_readded(const Change& change) const {
    if (change.id.kind != KindTag::column || change.verb != Verb::replace) return false;
    const auto tables = relations_of(change.id);
    return std::ranges::none_of(tables, [this](const ObjectId& table) { return is_replaced(table); });
  }

  // The parent's column that one goes and comes again by.
  std::optional<ObjectId> goes_with(const Change& change) const {
    return is_readded(change) ? column_above(change.id, input_.live, input_.wanted) : std::nullopt;
  }

  // A child's column can't go alone. The parent's goes too where nothing is lost by that.
  void over_parents_columns() {
    std::vector<std::pair<ObjectId, std::string>> wholes;
    for (const auto& [id, change] : changes_)
      if (const auto whole = goes_with(change); whole && is_computed(*whole)) wholes.emplace_back(*whole, change.why);
    for (const auto& [id, why] : wholes) replace(id, why);
  }

  // Nor can a part of a key, which comes again as PostgreSQL makes it: what else is declared of it is to be said anew.
  void over_parents_keys() {
    std::vector<std::pair<ObjectId, std::string>> parts;
    input_.live.each([&]<typename T>(const T& part) {
      if constexpr (requires {
                      part.part_of;
                      part.replica_identity;
                    })
        for (const ObjectId& whole : wholes_of(part.id, input_.live))
          if (const std::string why = why_aside(whole, false, false); !why.empty() && !leaves(part.id, whole))
            parts.emplace_back(part.id, why);
    });
    for (const auto& [id, why] : parts) replace(id, why);
  }

  // The columns that what has texts over them does not outlive as it is wanted.
  std::set<ObjectId> unstable(const ObjectId& id) const {
    std::set<ObjectId> out = upheaval_.replaced;
    if (!input_.outlive_retyping.contains(id)) out.insert(upheaval_.retyped.begin(), upheaval_.retyped.end());
    return out;
  }

  template <typename T, typename F>
  void each_child(const ObjectId& table, F&& f) {
    const auto [first, last] = input_.live.children<T>(table);
    std::for_each(first, last, f);
  }

  template <typename T>
  void over_texts(const T& object, const ObjectId& table, const std::set<ObjectId>& columns) {
    for (const auto& text : Kind<T>::mentions(object)) over_text(object.id, text, table, columns);
  }

  void over_text(const ObjectId& id, const std::string& text, const ObjectId& table,
                 const std::set<ObjectId>& columns) {
    if (const ObjectId* column = used_in(text, table, columns, input_.live))
      replace(id, upheaval_.replaced.contains(*column) ? readded_why(*column) : retyped_why(*column));
  }

  void over_index(const Index& index, const ObjectId& table) {
    over_texts(index, table, upheaval_.replaced);
    // PostgreSQL rebuilds a plain index itself; with an operator class of the old type it can't, and with an expression it
    // does so while reads wait too.
    std::set<ObjectId> columns = unstable(index.id);
    columns.insert(upheaval_.reshaped.begin(), upheaval_.reshaped.end());
    for (const auto& text : texts_read_again(index)) over_text(index.id, text, table, columns);
    for (const Element& element : index.on)
      if (!sql::parse_index_element(element.text).opclass.empty())
        over_text(index.id, element.text, table, upheaval_.reshaped);
  }

  template <typename K>
  void over_readded(const K& key, const ObjectId& table) {
    for (const auto& list : {key.columns, key.include})
      for (const auto& name : list)
        if (const ObjectId column = column_id(table, name); upheaval_.replaced.contains(column))
          replace(key.id, readded_why(column));
  }

  void over_foreign_keys(const std::set<ObjectId>& columns) {
    for (const ForeignKey& key : input_.live.all<ForeignKey>()) {
      const auto check = [&](const ObjectId& table, const std::vector<std::string>& names) {
        for (const auto& name : names) {
          const ObjectId column = column_id(table, name);
          if (!columns.contains(column)) continue;
          replace(key.id, upheaval_.replaced.contains(column) ? readded_why(column) : retyped_why(column));
        }
      };
      check(table_of(key.id), key.columns);
      check(key.referenced(), key.referenced_columns);
    }
  }

  // A partition whose bound changes leaves its table for that long, which PostgreSQL refuses while rows of it are referenced.
  void over_bounds() {
    std::map<ObjectId, ObjectId> over;  // by tables above a partition: that partition
    for (const auto& [id, change] : changes_) {
      if (change.verb != Verb::alter) continue;
      const Table *is = input_.live.find<Table>(id), *want = input_.wanted.find<Table>(id);
      if (!is || !want || is->bound == want->bound || is->partition_of != want->partition_of) continue;
      for (const ObjectId& above : ancestors_of(id, input_.live)) over.emplace(above, id);
    }
    if (over.empty()) return;
    for (const ForeignKey& key : input_.live.all<ForeignKey>())
      if (const auto partition = over.find(key.referenced()); key.part_of.value.empty() && partition != over.end())
        replace(key.id, fmt::format("{} is attached anew", to_string(partition->second)));
  }

  // Tables that refer to each other become logged or unlogged one after the other, which their foreign keys don't outlive.
  void over_persistence() {
    std::multimap<ObjectId, const ForeignKey*> keys;  // by their tables
    const auto changes_persistence = [this](const ObjectId& table) {
      const Table *is = input_.live.find<Table>(table), *want = input_.wanted.find<Table>(table);
      return is && want && is->unlogged != want->unlogged;
    };
    for (const ForeignKey& key : input_.live.all<ForeignKey>())
      if (key.referenced() != table_of(key.id) && changes_persistence(table_of(key.id)) &&
          changes_persistence(key.referenced()))
        keys.emplace(table_of(key.id), &key);
    for (const auto& [table, key] : keys) {
      std::set<ObjectId> reached{key->referenced()};
      for (std::vector<ObjectId> work{key->referenced()}; !work.empty();) {
        const auto [first, last] = keys.equal_range(work.back());
        work.pop_back();
        for (auto next = first; next != last; ++next)
          if (reached.insert(next->second->referenced()).second) work.push_back(next->second->referenced());
      }
      if (reached.contains(table))
        replace(key->id, fmt::format("{} and {} refer to each other", to_string(table), to_string(key->referenced())));
    }
  }

  // A foreign key needs the unique index of what it references: it goes before the index does, and comes back after.
  void over_keys() {
    for (const ForeignKey& key : input_.live.all<ForeignKey>()) {
      if (!stays(key.id)) continue;
      const auto matches = [&key](std::vector<std::string> columns) {
        std::vector<std::string> referenced = key.referenced_columns;
        std::sort(columns.begin(), columns.end());
        std::sort(referenced.begin(), referenced.end());
        return columns == referenced;
      };
      const auto goes = [&](const ObjectId& id) {
        const auto change = changes_.find(id);
        return change != changes_.end() && (change->second.verb == Verb::replace || change->second.verb == Verb::drop);
      };
      const auto check = [&](const auto& constraint) {
        if (goes(constraint.id) && matches(constraint.columns))
          replace(key.id, fmt::format("{} that it needs is {}", to_string(constraint.id),
                                      changes_.at(constraint.id).verb == Verb::drop ? "dropped" : "replaced"));
      };
      each_child<PrimaryKey>(key.referenced(), check);
      each_child<Unique>(key.referenced(), check);
      each_child<Index>(key.referenced(), [&](const Index& index) {
        std::vector<std::string> columns;
        columns.reserve(index.on.size());
        for (const auto& element : index.on) columns.push_back(sql::parse_index_element(element.text).column);
        if (index.unique && goes(index.id) && matches(columns))
          replace(key.id, fmt::format("{} that it needs is replaced", to_string(index.id)));
      });
    }
  }

  // What the server knows to stand on what changes: it steps aside, or lets go for as long.
  void over_dependencies() {
    for (const Dependency& dependency : input_.dependencies)
      with_kind(dependency.dependent.kind, [&]<typename T>(const T*) {
        const ObjectId& dependent = dependency.dependent;
        const std::string why = why_aside(dependency.on, bound_to_types<T>,
                                          bound_to_types<T> && !keeps_up_with_names<T> && falls_behind<T>(dependent));
        if (why.empty() || leaves(dependent, dependency.on) || is_freed(dependent, dependency.on)) return;
        refuse_new_collation<T>(dependent, dependency.on);
        const bool remade = upheaval_.remade.contains(dependency.on);
        if (is_type_kind<T> && types_on_type(input_.live, dependency.on).contains(dependent))
          over_type(dependent, dependency.on, why);
        else if (steps_aside<T> || is_computed(dependent))
          replace(dependent, why);
        else if (is_type_kind<T> && !can_release<T> && is_replaced(dependency.on))
          replace(dependent, why);
        else if (can_release<T> && (is_replaced(dependency.on) || is_succeeded_under(dependent, dependency.on) ||
                                    (remade && !upheaval_.retyped.contains(dependent))))
          release(dependent, why);
      });
  }

  // Does the text that stays find another in the place of what goes: an overload?
  bool is_succeeded_under(const ObjectId& dependent, const ObjectId& on) const {
    return upheaval_.dropped.contains(on) && !changes_.contains(dependent);
  }

  // May its live text speak of columns by names that they have no more?
  template <typename T>
  bool falls_behind(const ObjectId& id) const {
    if constexpr (requires(const T& object) { object.behind; }) {
      const T* live = input_.live.find<T>(id);
      return live && live->behind.value;
    }
    return true;
  }

  // What changes in place to do without it is so before it goes.
  bool is_freed(const ObjectId& dependent, const ObjectId& on) const {
    const auto goes = changes_.find(on), change = changes_.find(dependent);
    return goes != changes_.end() && goes->second.verb == Verb::drop && change != changes_.end() &&
           change->second.verb == Verb::alter && !may_use(dependent, on, input_.wanted);
  }

  // A part of what its table's parent has is its table's own once that has left; a schema goes without what has moved out.
  bool leaves(const ObjectId& part, const ObjectId& whole) const {
    if (whole.kind == KindTag::schema) return part.schema != whole.name;
    if (part.kind != whole.kind || part.parent.empty()) return false;
    const auto is_above = [&](const Database& database) {
      const auto parents = parents_of(table_of(part), database);
      return std::find(parents.begin(), parents.end(), table_of(whole)) != parents.end();
    };
    return is_above(input_.live) && !is_above(input_.wanted);
  }

  // What hangs on a relation that is made anew goes with it.
  void over_replaced_relations() {
    std::vector<ObjectId> replaced;
    for (const auto& [id, change] : changes_)
      if (is_relation(id.kind) && change.verb == Verb::replace) replaced.push_back(id);
    for (const ObjectId& relation : replaced)
      input_.wanted.each_kind([&]<typename T>(const std::vector<T>&) {
        if constexpr (!is_attached<T>)
          if (Kind<T>::placement.parents.contain(relation.kind))
            each_child<T>(relation, [&](const T& child) {
              replace(child.id, fmt::format("{} is replaced", to_string(relation)));
            });
      });
  }

  // A collation that must be made anew can't be while a column, a domain, an attribute is sorted by it.
  template <typename T>
  void refuse_new_collation(const ObjectId& dependent, const ObjectId& on) const {
    if constexpr (requires(const T& o) { o.collation; }) {
      if (on.kind != KindTag::collation || !is_replaced(on)) return;
      const ObjectName name{on.schema, on.name};
      const T* is = input_.live.find<T>(dependent);
      const T* want = input_.wanted.find<T>(dependent);
      if (!is || !want || is->collation != name || want->collation != name) return;
      throw Error(Failure::failed,
                  fmt::format("{} must be made anew, and {} is sorted by it", to_string(on), to_string(dependent)),
                  fmt::format("declare a new collation beside {}, and change what is sorted by it to the new one; or "
                              "leave it as it is",
                              address(on)));
    }
  }

  // A type that stands on one that is made anew is made anew too. Where columns are of it, that is beyond one plan.
  void over_type(const ObjectId& type, const ObjectId& on, const std::string& why) {
    if (!stays(type) || !types_on_type(input_.wanted, on).contains(type)) return;
    if (!is_replaced(on) && !upheaval_.remade.contains(on)) return;
    const std::set<ObjectId> columns = columns_of_type(input_.live, type);
    if (columns.empty()) return replace(type, why);
    throw Error(Failure::failed,
                fmt::format("{} must be made anew, and {} stands on it, which is the type of {}", to_string(on),
                            to_string(type), to_string(*columns.begin())),
                fmt::format("first give the columns of {} another type, or leave {} as it is and declare a new one",
                            address(type), address(on)));
  }

  // What is dropped by CASCADE, with what can't be without it.
  std::set<ObjectId> cascades() const {
    std::set<ObjectId> out;
    for (const auto& [id, change] : changes_) {
      const bool goes = change.verb == Verb::drop || change.verb == Verb::replace;
      if (!goes || !goes_by_cascade(change.from, input_.live)) continue;
      out.insert(id);
      input_.live.visit(change.from, [&]<typename T>(const T& live) {
        if constexpr (has_inseparable<T>) out.merge(Kind<T>::inseparable(live, input_.live));
      });
    }
    return out;
  }

  // The server would not refuse to take along what is not planned to go or to change.
  void refuse_to_cascade() const {
    const std::set<ObjectId> going = cascades();
    if (going.empty()) return;
    const References wanted(input_.wanted);
    for (const Dependency& dependency : input_.dependencies) {
      const ObjectId &dependent = dependency.dependent, &on = dependency.on;
      if (!going.contains(on) || dependent.kind == KindTag::none || going.contains(dependent)) continue;
      const auto change = changes_.find(dependent);
      const bool altered = change != changes_.end() && change->second.verb == Verb::alter;
      if (change != changes_.end() && !altered) continue;
      if (altered && !wanted.needed_by(dependent).contains(on) &&
          (change->second.releases || !wanted.named_by(dependent).contains(on)))
        continue;
      throw Error(Failure::failed,
                  fmt::format("{} must {}, and {} stands on it", to_string(on), is_replaced(on) ? "be made anew" : "go",
                              to_string(dependent)),
                  fmt::format("first change {} so that it does without it, or leave {} as it is and declare a new one",
                              to_string(dependent), address(on)));
    }
  }

  // A generated column holds nothing that can't be had again.
  bool is_computed(const ObjectId& id) const {
    const Column* column = input_.live.find<Column>(id);
    return column && column->generated;
  }

  bool is_replaced(const ObjectId& id) const {
    const auto change = changes_.find(id);
    return change != changes_.end() && change->second.verb == Verb::replace;
  }

  // Why what stands on it can't stay; empty: it can.
  std::string why_aside(const ObjectId& on, bool bound_to_type, bool bound_to_name) const {
    if (bound_to_type && upheaval_.retyped.contains(on)) return retyped_why(on);
    if (bound_to_name && renamed_column(on)) return fmt::format("{} has another name", to_string(on));
    if (upheaval_.replaced.contains(on)) return readded_why(on);
    const auto change = changes_.find(on);
    if (change == changes_.end()) return {};
    if (change->second.verb == Verb::drop) return fmt::format("{} is dropped", to_string(on));
    if (is_replaced(on)) return fmt::format("{} is replaced", to_string(on));
    if (upheaval_.remade.contains(on)) return fmt::format("{} is made anew", to_string(on));
    return {};
  }

  void release(const ObjectId& id, const std::string& why) {
    if (!stays(id)) return;
    auto [it, added] = changes_.try_emplace(id, Change{Verb::alter, id, id, {}, why, false});
    if (it->second.verb != Verb::alter || it->second.releases) return;
    it->second.releases = true;
    it->second.why = why;
    grown_ = true;
  }

  bool renamed_column(const ObjectId& id) const {
    return std::any_of(input_.renames.all().begin(), input_.renames.all().end(),
                       [&id](const Renaming& r) { return r.to == id && id.kind == KindTag::column; });
  }

  bool is_made_anew(const ObjectId& id) const { return is_replaced(id) || upheaval_.remade.contains(id); }

  // The attributes of a type, the checks of a domain: they come again with it.
  void parts_of_types() {
    input_.wanted.each_kind([this]<typename T>(const std::vector<T>& objects) {
      if constexpr (requires(const T& o) { Kind<T>::made_with_parent(o); })
        for (const T& object : objects)
          for (const ObjectId& parent : relations_of(object.id))
            if (is_type(parent.kind) && is_made_anew(parent)) remake_part(object.id);
    });
  }

  // CREATE FOREIGN TABLE names its columns.
  void columns_of_replaced_tables() {
    for (auto& [id, change] : changes_) {
      if (id.kind != KindTag::column || change.verb != Verb::replace || is_readded(change)) continue;
      remake_part(id);
    }
  }

  // What differs of it stays to be seen.
  void remake_part(const ObjectId& id) {
    Change& change = changes_.try_emplace(id, Change{Verb::create, id, id, {}, {}, false}).first->second;
    change.verb = Verb::create;
    change.why = "goes with what it is part of";
  }

  // Who makes it owns it already.
  template <typename T>
  bool is_creator(const T& attached) const {
    if constexpr (std::is_same_v<T, Owner>) return attached.role == input_.creator.role;
    return false;
  }

  void attached_to_replaced() {
    std::vector<ObjectId> anew(upheaval_.remade.begin(), upheaval_.remade.end());
    for (const auto& [id, change] : changes_)
      if (change.verb == Verb::replace) anew.push_back(id);
    for (const ObjectId& id : anew) restore_ownership(id, input_.live, input_.wanted, input_.creator);
    input_.wanted.each_kind([this]<typename T>(const std::vector<T>& objects) {
      if constexpr (is_attached<T>)
        for (const T& object : objects) {
          const ObjectId on = subject_of(object.id);
          const auto parents = on.parent.empty() ? std::set<ObjectId>{} : relations_of(on);
          const bool with_parent = std::any_of(parents.begin(), parents.end(), [this](const ObjectId& parent) {
            return is_replaced(parent) || (is_type(parent.kind) && is_made_anew(parent));
          });
          if (!with_parent && !is_made_anew(on)) continue;
          if (is_creator(object)) {
            changes_.erase(object.id);
            continue;
          }
          changes_[object.id] = {Verb::create, object.id, object.id, {}, "goes with what it is on", false};
        }
    });
  }

  ChangeMap& changes_;
  PlanInput& input_;
  Context& context_;
  Upheaval upheaval_;
  bool grown_ = false;
};

}  // namespace

void expand(ChangeMap& changes, PlanInput& input, Context& context) { Expansion(changes, input, context).run(); }

std::set<ObjectId> dependency_roots(const std::vector<Change>& changes, const Renames& renames, const Database& live,
                                    const Database& wanted) {
  std::set<ObjectId> out;
  for (const Change& change : changes)
    if (change.verb != Verb::create && change.id.of == KindTag::none) out.insert(change.from);
  for (const Renaming& renaming : renames.all()) out.insert(renaming.to);
  // A type that is made anew retypes its columns, though none of them differs.
  for (const ObjectId& type : types_made_anew(live, wanted)) {
    out.insert(type);
    out.merge(columns_of_type(live, type));
  }
  // What is generated from a column that changes may have to be made anew.
  for (const ObjectId& table : tables_of(out)) {
    const auto [first, last] = live.children<Column>(table);
    std::for_each(first, last, [&](const Column& column) {
      if (used_in(column.generated->text, table, out, live)) out.insert(column.id);
    });
  }
  return out;
}

std::set<ObjectId> read_again_by_retyping(const std::vector<Change>& changes, const Database& live,
                                          const Database& wanted) {
  ChangeMap by_id;
  for (const Change& change : changes) by_id.emplace(change.id, change);
  const Upheaval all = upheaval(by_id, live, wanted);
  // The columns of a type that is made anew have another type under the same name.
  std::set<ObjectId> retyped, remade;
  for (const ObjectId& column : all.retyped) (by_id.contains(column) ? retyped : remade).insert(column);
  std::set<ObjectId> out;
  const auto collect = [&]<typename T>(const T*) {
    for (const ObjectId& table : tables_of(retyped)) {
      const auto [first, last] = live.children<T>(table);
      std::for_each(first, last, [&](const T& object) {
        const auto uses = [&](const std::set<ObjectId>& columns) {
          const auto texts = texts_read_again(object);
          return std::any_of(texts.begin(), texts.end(),
                             [&](const std::string& text) { return used_in(text, table, columns, live); });
        };
        if (!by_id.contains(object.id) && wanted.contains(object.id) && uses(retyped) && !uses(remade))
          out.insert(object.id);
      });
    }
  };
  collect(static_cast<const Check*>(nullptr));
  collect(static_cast<const Exclusion*>(nullptr));
  collect(static_cast<const Index*>(nullptr));
  return out;
}

std::set<ObjectId> touched_tables(const std::vector<Change>& changes, const Database& live, const Database& wanted) {
  std::set<ObjectId> out;
  const auto touch = [&](const ObjectId& table) {
    if (live.find<Table>(table) || live.find<MaterializedView>(table)) out.insert(table);
  };
  for (const Change& change : changes) {
    const ObjectId id = subject_of(change.id);
    touch(id);
    if (!id.parent.empty())
      for (const ObjectId& relation : relations_of(id)) touch(relation);
    for (const Database* side : {&live, &wanted})
      for (const ObjectId& parent : parents_of(id, *side)) {
        touch(parent);
        touch(default_partition(parent, live));
      }
    for (const ObjectId& type : is_type(id.kind) ? std::set<ObjectId>{id} : relations_of(id))
      if (is_type(type.kind))
        for (const ObjectId& table : tables_with_type(live, type)) touch(table);
    for (const Database* side : {&live, &wanted})
      if (const ForeignKey* key = side->find<ForeignKey>(id)) touch(key->referenced());
  }
  // A foreign key that is made anew scans its table, though that table does not change.
  for (const ForeignKey& key : live.all<ForeignKey>())
    if (out.contains(key.referenced())) touch(table_of(key.id));
  return out;
}

}  // namespace plumb
