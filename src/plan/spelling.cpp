#include "plan/spelling.h"

#include <algorithm>

#include "kinds/fields.h"

namespace plumb {

namespace {

// The types of a table's columns, where both sides have the same; of other columns nothing is known.
sql::ColumnTypes column_types(const ObjectId& table, const Database& live, const Database& wanted) {
  sql::ColumnTypes out;
  out.column = [&](std::string_view name) {
    const ObjectId id = column_id(table, name);
    const Column* is = live.find<Column>(id);
    const Column* want = wanted.find<Column>(id);
    return is && want && is->type == want->type ? is->type : Type{};
  };
  out.is_enum = [&](const Type& type) {
    const sql::TypeParts parts = sql::split_type(type);
    const auto in = [&](const std::string& schema) {
      return live.find<Enum>(top_id(KindTag::enumeration, schema, parts.name)) != nullptr;
    };
    if (parts.array || parts.standard) return false;
    return parts.schema.empty() ? in(table.schema) || in("public") : in(parts.schema);
  };
  return out;
}

// A list over varchar that has been through a dump: PostgreSQL casts its elements one by one, and in a list that it reads
// for the first time the whole. Only the server knows whether the declaration's would be stored so.
bool was_restored(std::string_view text) { return text.find("::character varying)::text") != std::string_view::npos; }

template <typename T>
struct Meaning {
  const T& live;
  const T& wanted;
  const sql::ColumnTypes types;

  bool same(const Expression& a, const Expression& b) const {
    if (was_restored(a.text) || was_restored(b.text)) return false;
    if constexpr (requires { Kind<T>::assigned_type(live); }) {
      const Type& type = Kind<T>::assigned_type(live);
      return type == Kind<T>::assigned_type(wanted) && sql::same_default(a.text, b.text, type, types);
    } else {
      return sql::same_expression(a.text, b.text, types);
    }
  }
  bool same(const std::vector<Element>& a, const std::vector<Element>& b) const {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [this](const Element& x, const Element& y) {
      return x.text == y.text || Element::canonical(x.text, types) == Element::canonical(y.text, types);
    });
  }
};

}  // namespace

Database adopt_spelling(const Database& live, Database& wanted) {
  Database declared;
  wanted.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    if (!Kind<T>::placement.parents.contain(KindTag::table)) return;
    const auto& all_live = live.all<T>();
    auto is = all_live.begin();
    for (T& want : objects) {
      while (is != all_live.end() && is->id < want.id) ++is;
      if (is == all_live.end()) return;
      if (is->id != want.id || *is == want) continue;
      T adopted = want;
      bool changed = false;
      each_field(*is, adopted, [&]<typename M>(std::string_view, const M& from, M& to) {
        if constexpr (std::is_same_v<M, Expression> || std::is_same_v<M, std::vector<Element>>)
          if (!(from == to) && Meaning<T>{*is, want, column_types(table_of(want.id), live, wanted)}.same(from, to))
            to = from, changed = true;
      });
      if (!changed) continue;
      declared.add(std::move(want));
      want = std::move(adopted);
    }
  });
  declared.sort();
  return declared;
}

}  // namespace plumb
