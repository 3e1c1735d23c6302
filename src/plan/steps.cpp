#include "plan/steps.h"

#include <algorithm>

namespace plumb {

namespace {

void append(Statements& to, Statements from) {
  for (auto& statement : from) to.push_back(std::move(statement));
}

// CREATE TABLE with the columns and constraints it carries, then what only ALTER TABLE can say of them.
template <typename T>
Statements create_relation(const T& table, const std::vector<Change>& carried, const Context& context) {
  std::vector<const Column*> columns;
  std::vector<std::string> clauses;
  Statements later;
  for (const Change& change : carried)
    if (const Column* column = context.wanted.find<Column>(change.id)) columns.push_back(column);
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
  for (const Column* column : columns) {
    if (const auto given = given_column(*column, context.wanted)) {
      auto changes = Kind<Column>::become(*given, *column, context).value_or(Statements());
      for (Statement& change : changes) change.hazards.clear();  // nobody uses it yet
      append(later, std::move(changes));
      continue;
    }
    const bool late = std::any_of(carried.begin(), carried.end(),
                                  [column](const Change& c) { return c.id == column->id && c.releases; });
    clauses.push_back(Kind<Column>::clause(late ? Kind<Column>::released(*column) : *column));
    append(later, Kind<Column>::after_table(*column, context));
  }
  Statements made_after;
  for (const Change& change : carried)
    context.wanted.visit(change.id, [&]<typename U>(const U& object) {
      if constexpr (!std::is_same_v<U, Column> && requires { Kind<U>::clause(object); })
        clauses.push_back(Kind<U>::clause(object));
      else if constexpr (std::is_same_v<U, Index>)
        append(made_after, Kind<U>::create(object, context));
      if constexpr (!std::is_same_v<U, Column> && requires { Kind<U>::after_table(object, context); })
        append(later, Kind<U>::after_table(object, context));
    });
  Statements out = Kind<T>::create_with(table, clauses, context);
  append(out, std::move(later));
  append(out, std::move(made_after));
  append(out, Kind<T>::complete(table, context));
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
  if constexpr (has_parts<T>)
    return create_relation(object, carried, context);
  else
    return Kind<T>::create(object, context);
}

template <typename T>
std::optional<Statements> altered(const T& live, const T& wanted, const Node& node, const Context& context) {
  if constexpr (requires { Kind<T>::released(live); })
    if (node.change.releases) return Kind<T>::alter(Kind<T>::released(live), wanted, context);
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
    // What could be altered one way may have to be made anew the other way.
    if (live) out = Kind<T>::drop(*live, context);
    append(out, made(wanted, node.carried, context));
  });
  return out;
}

// A side of the plan as the other: what undoes a step is what would be planned the other way round.
Context swapped(const Context& context) {
  return {context.wanted, context.live, context.version, context.sizes, context.aside, nullptr};
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

Statements node_undo(const Node& node, const Context& context) {
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
    case Node::Part::drop:
      undo.part = Node::Part::make;
      undo.change.verb = Verb::create;
      return node_statements(undo, swapped(context));
    case Node::Part::release:
    case Node::Part::late:
      return {};
    case Node::Part::make:
      if (node.change.verb != Verb::alter) undo.part = Node::Part::drop;
      return node_statements(undo, swapped(context));
  }
  return {};
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
