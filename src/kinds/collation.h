// Collations. Which version of a library it was made with is not compared. PostgreSQL documentation: CREATE COLLATION, 24.2.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Collation : Owned {
  std::string provider = "libc";
  std::string locale;      // empty: lc_collate and lc_ctype differ
  std::string lc_collate;  // libc alone
  std::string lc_ctype;
  bool deterministic = true;
  std::string rules;  // ICU, 16 and later
  bool operator==(const Collation&) const = default;
};

inline constexpr std::string_view collation_providers[] = {"libc", "icu", "builtin"};

template <>
struct Kind<Collation> {
  static constexpr KindTag tag = KindTag::collation;
  static constexpr std::string_view catalog = "pg_collation";
  static constexpr Placement placement{KindTag::none, "collations"};
  static void describe(auto& field, auto& c) {
    field("provider", c.provider, "whose locales: libc, icu, builtin (17 and later)", Choices{collation_providers});
    field("locale", c.locale, "the locale, by the name that the provider has for it");
    field("lc_collate", c.lc_collate, "libc: the locale of the order, where it is not that of the characters");
    field("lc_ctype", c.lc_ctype, "libc: the locale of the characters");
    field("deterministic", c.deterministic, "are two strings equal only where their bytes are?");
    field("rules", c.rules, "icu: rules that change the locale's order (16 and later)");
  }
  static std::string query(ServerVersion);
  static void normalize(Collation&);
  static std::set<ObjectId> needs(const Collation&);
  static VersionNeed needs_version(const Collation&);
  static Statements create(const Collation&, const Context&);
  static std::optional<Statements> alter(const Collation& live, const Collation& wanted, const Context&);
  static Statements rename(const Collation& live, const Collation& wanted, const Context&);
  static Statements drop(const Collation&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
