#include "plan/steps.h"

#include <algorithm>
#include <limits>

#include "model/error.h"

namespace plumb {

namespace {

void append(Statements& to, Statements from) {
  for (auto& statement : from) to.push_back(std::move(statement));
}

// What has a position comes first, by it; the rest stays in its order.
std::vector<Change> in_order_of_position(std::vector<Change> changes, const Database& database) {
  const auto position = [&database](const Change& change) {
    long long out = std::numeric_limits<long long>::max();
    database.visit(change.id, [&out](const auto& part) {
      if constexpr (requires { part.position.value; }) out = part.position.value;
    });
    return out;
  };
  std::stable_sort(changes.begin(), changes.end(),
                   [&position](const Change& a, const Change& b) { return position(a) < position(b); });
  return changes;
}

// The CREATE statement with the columns, constraints, attributes that it carries, then what only ALTER can say of them.
template <typename T>
Statements create_with_parts(const T& object, const std::vector<Change>& carried, const Context& context) {
  std::vector<std::string> clauses;
  Statements later, made_after;
  for (const Change& change : in_order_of_position(carried, context.wanted))
    context.wanted.visit(change.id, [&]<typename P>(const P& part) {
      if constexpr (std::is_same_v<P, Column>)
        if (const auto given = given_column(part, context.wanted)) {
          auto changes = Kind<Column>::become(*given, part, context).value_or(Statements());
          for (Statement& each : changes) each.hazards.clear();  // nobody uses it yet
          return append(later, std::move(changes));
        }
      if constexpr (requires { Kind<P>::clause(part); }) {
        const auto say = [&](const P& clause) {
          if constexpr (std::is_same_v<P, Column> && requires { object.inherits; })
            clauses.push_back(Kind<P>::clause(said_beside_parents(clause, context.wanted)));
          else
            clauses.push_back(Kind<P>::clause(clause));
        };
        if constexpr (requires { Kind<P>::released(part); })
          change.releases ? say(Kind<P>::released(part)) : say(part);  // taken up late
        else
          say(part);
      } else if constexpr (std::is_same_v<P, Index>) {
        append(made_after, Kind<P>::create(part, context));
      }
      if constexpr (requires { Kind<P>::after_table(part, context); })
        append(later, Kind<P>::after_table(part, context));
    });
  Statements out = Kind<T>::create_with(object, clauses, context);
  append(out, std::move(later));
  append(out, std::move(made_after));
  if constexpr (requires { Kind<T>::complete(object, context); }) append(out, Kind<T>::complete(object, context));
  return out;
}

template <typename T>
constexpr bool has_parts = requires(const T& o, const Context& c) {
  Kind<T>::complete(o, c);
};

template <typename T>
Statements made(const T& wanted, const std::vector<Change>& carried, const Context& context) {
  const T* declared = context.declared ? context.declared->find<T>(wanted.id) : nullptr;
  const T& object = declared ? *declared : wanted;
  if constexpr (requires { Kind<T>::create_with(object, std::vector<std::string>{}, context); })
    return create_with_parts(object, carried, context);
  else
    return Kind<T>::create(object, context);
}

template <typename T>
std::optional<Statements> altered(const T& live, const T& wanted, const Node& node, const Context& context) {
  if constexpr (requires { Kind<T>::released(live); })
    if (node.change.releases) return Kind<T>::alter(Kind<T>::released(live), wanted, context);
  if constexpr (can_leave<T>)
    if (node.change.releases) return Kind<T>::alter(Kind<T>::left(live, wanted), wanted, context);
  if constexpr (requires { Kind<T>::remake(live, wanted, Statements{}, context); })
    if (is_remade(live, wanted, context.live, context.wanted))
      return Kind<T>::remake(live, wanted, made(wanted, node.carried, context), context);
  return Kind<T>::alter(live, wanted, context);
}

Statements make(const Node& node, const Context& context) {
  Statements out;
  context.wanted.visit(node.change.id, [&]<typename T>(const T& wanted) {
    const T* live = node.change.verb == Verb::alter ? context.live.find<T>(node.change.from) : nullptr;
    const auto statements = live ? altered(*live, wanted, node, context) : std::nullopt;
    if (statements) {
      out = *statements;
      return;
    }
    // What could be altered one way may have to be made anew the other way; not where all that stands on it, or its values,
    // would go.
    if (live && (has_inseparable<T> || std::is_same_v<T, Column>)) return;
    if (live) out = Kind<T>::drop(*live, context);
    append(out, made(wanted, node.carried, context));
  });
  return out;
}

// A side of the plan as the other: what undoes a step is what would be planned the other way round.
Context swapped(const Context& context) {
  return {context.wanted, context.live, context.version,  context.sizes,     context.aside,
          nullptr,        context.role, context.database, context.taken_over};
}

// After the shell: what went with it, then the whole.
Statements undo_of_inseparable(const Node& dropped, const Context& context) {
  Statements out;
  context.wanted.visit(dropped.change.from, [&]<typename T>(const T& whole) {
    if constexpr (has_inseparable<T>) {
      for (const ObjectId& id : Kind<T>::inseparable(whole, context.wanted))
        context.wanted.visit(id, [&](const auto& other) { append(out, made(other, {}, context)); });
      append(out, Kind<T>::create_late(whole, context));
    }
  });
  return out;
}

// Back to where it was, or out of where it has come to.
Statements undo_of_leaving(const Node& node, const Context& context) {
  Statements out;
  context.live.visit(node.change.id, [&]<typename T>(const T& live) {
    if constexpr (can_leave<T>) {
      const T &wanted = *context.wanted.find<T>(node.change.id), left = Kind<T>::left(live, wanted);
      out = (node.part == Node::Part::release ? Kind<T>::alter(left, live, swapped(context))
                                              : Kind<T>::alter(wanted, left, swapped(context)))
                .value_or(Statements());
    }
  });
  return out;
}

}  // namespace

Statements node_statements(const Node& node, const Context& context) {
  Statements out;
  switch (node.part) {
    case Node::Part::rename:
      context.wanted.visit(node.change.id, [&]<typename T>(const T& wanted) {
        if constexpr (requires { Kind<T>::rename(wanted, wanted, context); }) {
          T live = wanted;
          live.id = node.change.from;
          out = Kind<T>::rename(live, wanted, context);
        }
      });
      break;
    case Node::Part::drop:
      context.live.visit(node.change.id, [&]<typename T>(const T& live) { out = Kind<T>::drop(live, context); });
      break;
    case Node::Part::release:
      context.live.visit(node.change.id, [&]<typename T>(const T& live) {
        if constexpr (requires { Kind<T>::release(live, context); }) out = Kind<T>::release(live, context);
        if constexpr (can_leave<T>) out = Kind<T>::leave(live, *context.wanted.find<T>(node.change.id), context);
      });
      break;
    case Node::Part::late:
      context.wanted.visit(node.change.id, [&]<typename T>(const T& wanted) {
        if constexpr (requires { Kind<T>::create_late(wanted, context); }) out = Kind<T>::create_late(wanted, context);
        if constexpr (requires { Kind<T>::released(wanted); })
          if (const auto taken_up = Kind<T>::alter(Kind<T>::released(wanted), wanted, context)) out = *taken_up;
      });
      break;
    case Node::Part::make:
      out = make(node, context);
      break;
  }
  return out;
}

namespace {

Statements way_back(const Node& node, const Context& context) {
  Node undo = node;
  std::swap(undo.change.id, undo.change.from);
  switch (node.part) {
    case Node::Part::rename: {
      // Both ends of a rename are found under the new name on either side.
      Statements out;
      context.wanted.visit(node.change.id, [&]<typename T>(const T& wanted) {
        if constexpr (requires { Kind<T>::rename(wanted, wanted, context); }) {
          T before = wanted;
          before.id = node.change.from;
          out = Kind<T>::rename(wanted, before, context);
        }
      });
      return out;
    }
    case Node::Part::drop: {
      undo.part = Node::Part::make;
      undo.change.verb = Verb::create;
      Statements out = node_statements(undo, swapped(context));
      append(out, undo_of_inseparable(node, swapped(context)));
      return out;
    }
    case Node::Part::release:
      return undo_of_leaving(node, context);
    case Node::Part::late:
      return {};
    case Node::Part::make:
      if (node.change.releases)
        if (Statements out = undo_of_leaving(node, context); !out.empty()) return out;
      if (node.change.verb != Verb::alter) undo.part = Node::Part::drop;
      return node_statements(undo, swapped(context));
  }
  return {};
}

}  // namespace

Statements node_undo(const Node& node, const Context& context) {
  try {
    return way_back(node, context);
  } catch (const Error&) {
    return {};  // PostgreSQL has no way: an enum takes a value that it can't lose where a table is partitioned by it
  }
}

bool takes_along(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) { out = has_parts<T>; });
  return out;
}

Class class_of(const Statements& statements) {
  for (const Statement& statement : statements)
    if (!statement.hazards.empty()) return Class::breaking;
  return Class::additive;
}

}  // namespace plumb
