#include "plan/spelling.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

#include "kinds/fields.h"
#include "plan/column_types.h"

namespace plumb {

namespace {

// A list over varchar that has been through a dump: PostgreSQL casts its elements one by one, and in a list that it reads
// for the first time the whole. Only the server knows whether the declaration's would be stored so.
bool was_restored(std::string_view text) { return text.find("::character varying)::text") != std::string_view::npos; }

// Whether two texts say the same, and how that is known.
enum class Sameness { unproven, without_types, by_types };

// What was proved of two texts, and from which types that followed. A schema repeats itself (a price is not negative, a row
// is new), and to prove anything costs a hundred times more than to look it up.
class Proofs {
 public:
  // `prove` asks `types` alone; `key` says all else.
  template <typename Prove>
  Sameness of(std::string key, const sql::ColumnTypes& types, Prove prove) {
    std::vector<Proof>& known = known_[std::move(key)];
    for (const Proof& proof : known)
      if (holds(proof, types)) return proof.same;
    Proof proof;
    const sql::ColumnTypes asked{[&](std::string_view name) {
                                   Type type = types.column(name);
                                   proof.columns.emplace_back(name, type);
                                   return type;
                                 },
                                 [&](const Type& type) {
                                   proof.enums.emplace_back(type, types.is_enum(type));
                                   return proof.enums.back().second;
                                 }};
    proof.same = prove(asked);
    return known.emplace_back(std::move(proof)).same;
  }

 private:
  struct Proof {
    std::vector<std::pair<std::string, Type>> columns;
    std::vector<std::pair<Type, bool>> enums;
    Sameness same{};
  };

  static bool holds(const Proof& proof, const sql::ColumnTypes& types) {
    const auto column = [&types](const auto& asked) { return types.column(asked.first) == asked.second; };
    const auto is_enum = [&types](const auto& asked) { return types.is_enum(asked.first) == asked.second; };
    return std::all_of(proof.columns.begin(), proof.columns.end(), column) &&
           std::all_of(proof.enums.begin(), proof.enums.end(), is_enum);
  }

  std::unordered_map<std::string, std::vector<Proof>> known_;
};

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out.append(part).push_back('\0');
  return out;
}

template <typename T>
struct Meaning {
  const T& live;
  const T& wanted;
  const sql::ColumnTypes types;
  Proofs& proofs;

  Sameness of(const Expression& a, const Expression& b) const {
    if (a.text.empty() || b.text.empty()) return Sameness::unproven;
    if constexpr (requires { Kind<T>::assigned_type(live); }) {
      const Type& assigned = Kind<T>::assigned_type(live);
      if (assigned != Kind<T>::assigned_type(wanted)) return Sameness::unproven;
      return of(a, b, "default of " + assigned.text,
                [&](const sql::ColumnTypes& known) { return sql::same_default(a.text, b.text, assigned, known); });
    } else {
      return of(a, b, "expression",
                [&](const sql::ColumnTypes& known) { return sql::same_expression(a.text, b.text, known); });
    }
  }
  // `as`: by what rule `same` compares them.
  template <typename Same>
  Sameness of(const Expression& a, const Expression& b, std::string_view as, Same same) const {
    return proofs.of(joined({a.text, b.text, as}), types, [&](const sql::ColumnTypes& known) {
      if (a == b) return Sameness::without_types;
      if (was_restored(a.text) || was_restored(b.text)) return Sameness::unproven;
      return same(known) ? Sameness::by_types : Sameness::unproven;
    });
  }
  Sameness of(const Element& a, const Element& b) const {
    if (a.text == b.text) return Sameness::without_types;
    return proofs.of(joined({a.text, b.text, "element"}), types, [&](const sql::ColumnTypes& known) {
      if (a == b) return Sameness::without_types;
      const bool same = Element::canonical(a.text, known) == Element::canonical(b.text, known);
      return same ? Sameness::by_types : Sameness::unproven;
    });
  }
  Sameness of(const std::vector<Element>& a, const std::vector<Element>& b) const {
    if (a.size() != b.size()) return Sameness::unproven;
    Sameness out = Sameness::without_types;
    for (std::size_t i = 0; i < a.size() && out != Sameness::unproven; ++i)
      if (const Sameness one = of(a[i], b[i]); one != Sameness::without_types) out = one;
    return out;
  }
};

bool same_text(const Expression& a, const Expression& b) { return a.text == b.text; }
bool same_text(const std::vector<Element>& a, const std::vector<Element>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Element& x, const Element& y) { return x.text == y.text; });
}

template <typename T>
bool same_texts(const T& a, const T& b) {
  bool out = true;
  each_field(a, b, [&out](std::string_view, const auto& from, const auto& to) {
    if constexpr (requires { same_text(from, to); }) out = out && same_text(from, to);
  });
  return out;
}

// Takes over live's text where types prove that it says the same. False: nowhere. What needs no types for that is equal
// as it is, and stays as it was written.
template <typename T>
bool adopt(T& wanted, const Meaning<T>& meaning) {
  bool changed = false;
  each_field(meaning.live, wanted, [&]<typename M>(std::string_view, const M& from, M& to) {
    if constexpr (requires { same_text(from, to); })
      if (!same_text(from, to) && meaning.of(from, to) == Sameness::by_types) to = from, changed = true;
  });
  return changed;
}

}  // namespace

Database adopt_spelling(const Database& live, Database& wanted) {
  Database declared;
  Proofs proofs;
  wanted.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    if (!Kind<T>::placement.parents.contain(KindTag::table)) return;
    const auto& all_live = live.all<T>();
    auto is = all_live.begin();
    for (T& want : objects) {
      while (is != all_live.end() && is->id < want.id) ++is;
      if (is == all_live.end()) return;
      if (is->id != want.id || same_texts(*is, want)) continue;
      T adopted = want;
      if (!adopt(adopted, Meaning<T>{*is, want, column_types(table_of(want.id), live, wanted), proofs})) continue;
      declared.add(std::move(want));
      want = std::move(adopted);
    }
  });
  declared.sort();
  return declared;
}

}  // namespace plumb
