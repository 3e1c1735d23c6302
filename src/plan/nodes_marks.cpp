// The marks of indexes, of which one in a table has each: clustered by, and replica identity.
#include "plan/nodes.h"

#include <algorithm>

#include "kinds/replica_identity.h"

namespace plumb {

// An index loses its mark to another one of its table: by the step of that.
void Nodes::edges_of_marks(const ObjectId& id, std::size_t node) {
  input_.live.visit(id, [&]<typename T>(const T& is) {
    if constexpr (requires {
                    is.clustered;
                    is.replica_identity;
                    is.id.parent;
                  } &&
                  !std::is_same_v<T, Table>) {
      const T* want = input_.wanted.find<T>(id);
      const auto heir = [&]<typename H>(const H*) {
        const auto [first, last] = input_.wanted.children<H>(table_of(id));
        for (auto other = first; other != last; ++other)
          if (other->id != id && ((other->clustered && is.clustered && !want->clustered) ||
                                  (other->replica_identity && is.replica_identity && !want->replica_identity)))
            for (const std::size_t made : made_by_[other->id]) graph_.should_run_before(made, node);
      };
      heir(static_cast<const Index*>(nullptr));
      heir(static_cast<const PrimaryKey*>(nullptr));
      heir(static_cast<const Unique*>(nullptr));
    }
  });
}

bool Nodes::loses_not_null(const Change& change) const {
  const Column *is = input_.live.find<Column>(change.from), *want = input_.wanted.find<Column>(change.id);
  return change.verb == Verb::alter && is && want && !is->nullable && want->nullable;
}

// Does the index cease to be the replica identity, and is it a column that loses its NOT NULL that it would wait for?
bool Nodes::lets_go_first(const ObjectId& index, std::size_t node) const {
  bool out = false;
  input_.live.visit(index, [&]<typename T>(const T& is) {
    if constexpr (requires { is.replica_identity; } && !std::is_same_v<T, Table>)
      out =
          is.replica_identity && !input_.wanted.find<T>(index)->replica_identity && loses_not_null(nodes_[node].change);
  });
  return out;
}

// A column of the index that tells rows apart for subscribers can't lose its NOT NULL: another identity comes first.
void Nodes::edges_of_identity(const ObjectId& column, std::size_t node) {
  if (!loses_not_null(nodes_[node].change)) return;
  const ObjectId table = table_of(column);
  if (!replica_identity(table, input_.live).columns.contains(column.name)) return;
  const auto after = [&](const ObjectId& id) {
    for (const auto* by : {&dropped_by_, &made_by_})
      if (const auto nodes = by->find(id); nodes != by->end())
        for (const std::size_t first : nodes->second)
          if (first != node) graph_.should_run_before(first, node);
  };
  const auto after_marked = [&]<typename T>(const T*) {
    for (const Database* side : std::initializer_list<const Database*>{&input_.live, &input_.wanted}) {
      const auto [first, last] = side->children<T>(table);
      std::for_each(first, last, [&](const T& index) {
        if (index.replica_identity) after(index.id);
      });
    }
  };
  after_marked(static_cast<const Index*>(nullptr));
  after_marked(static_cast<const PrimaryKey*>(nullptr));
  after_marked(static_cast<const Unique*>(nullptr));
}

}  // namespace plumb
