#include "plan/diff.h"

#include "kinds/complete.h"
#include "kinds/fields.h"

namespace plumb {

namespace {

// An interrupted build left it: as good as absent, though its facts are equal.
template <typename T>
bool needs_rebuild(const T& live) {
  if constexpr (requires { live.invalid; })
    return live.invalid.value;
  else
    return false;
}

// One pass over two sorted vectors.
template <typename T>
void diff_kind(const std::vector<T>& live, const std::vector<T>& wanted, std::vector<Change>& out) {
  auto l = live.begin();
  auto w = wanted.begin();
  while (l != live.end() || w != wanted.end()) {
    if (w == wanted.end() || (l != live.end() && l->id < w->id)) {
      if (!says_nothing(*l)) out.push_back({Verb::drop, l->id, l->id, {}, {}, false});
      ++l;
    } else if (l == live.end() || w->id < l->id) {
      out.push_back({Verb::create, w->id, w->id, {}, {}, false});
      ++w;
    } else {
      if (!(*l == *w) || needs_rebuild(*l))
        out.push_back({Verb::alter, w->id, l->id, field_changes(*l, *w), {}, false});
      ++l, ++w;
    }
  }
}

// A default of NULL is stored for some types (domains), and for others not.
template <typename M>
bool may_be_no_default(const M& member) {
  if constexpr (std::is_same_v<M, Expression>)
    return sql::same_expression(member.text, "NULL");
  else
    return false;
}

template <typename T>
constexpr bool has_query = requires(const T& object) {
  object.query.text;
};

template <typename T>
bool may_be_spelling(const T& live, const T& wanted) {
  bool out = false;
  each_field(live, wanted, [&out]<typename M>(std::string_view name, const M& from, const M& to) {
    // The names of a view's output columns become part of its query once the server has read them.
    const bool names = has_query<T> && name == "columns" && !(from == to);
    out = out || names || may_differ_in_spelling(from, to) || (!(from == to) && may_be_no_default(to));
  });
  return out;
}

}  // namespace

std::vector<Change> diff(const Database& live, const Database& wanted) {
  std::vector<Change> out;
  live.each_kind([&]<typename T>(const std::vector<T>& objects) { diff_kind(objects, wanted.all<T>(), out); });
  return out;
}

std::set<ObjectId> to_settle(const std::vector<Change>& changes, const Database& live, const Database& wanted) {
  std::set<ObjectId> out;
  for (const Change& change : changes) {
    if (change.verb != Verb::alter) continue;
    live.visit(change.from, [&]<typename T>(const T& is) {
      const T* want = wanted.find<T>(change.id);
      if (want && may_be_spelling(is, *want)) out.insert(change.id);
    });
  }
  return out;
}

}  // namespace plumb
