// Foreign servers, and the user mappings that say as whom they are used. PostgreSQL documentation: CREATE SERVER, CREATE
// USER MAPPING; pg_user_mappings (54.36). Secrets among their options: see secret.h.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Server : Owned {
  std::string wrapper;
  std::string type;
  std::string version;
  GuardedOptions options;
  bool operator==(const Server&) const = default;
};

template <>
struct Kind<Server> {
  static constexpr KindTag tag = KindTag::server;
  static constexpr std::string_view catalog = "pg_foreign_server";
  static constexpr Placement placement{KindTag::none, "servers", Placement::Form::map, false};
  static constexpr std::string_view required[] = {"wrapper"};
  static void describe(auto& field, auto& s) {
    field("wrapper", s.wrapper, "its foreign-data wrapper");
    field("type", s.type, "a word to the wrapper");
    field("version", s.version, "another");
    field("options", s.options, "its options");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Server&);
  static Statements create(const Server&, const Context&);
  static std::optional<Statements> alter(const Server& live, const Server& wanted, const Context&);
  static Statements rename(const Server& live, const Server& wanted, const Context&);
  static Statements drop(const Server&, const Context&);
  static void follow(Server&, const Renaming&);
  static std::string reference(const ObjectId&);
};

// Its name is the role's, or public.
struct UserMapping : Base {
  GuardedOptions options;
  Hint<bool> hidden;  // live only: its options are not for the connected role to see
  bool operator==(const UserMapping&) const = default;
};

template <>
struct Kind<UserMapping> {
  static constexpr KindTag tag = KindTag::user_mapping;
  static constexpr std::string_view catalog = "pg_user_mapping";
  static constexpr bool steps_aside = true;  // where its server does, with all that can be read of it
  static constexpr Placement placement{KindTag::server, "user_mappings", Placement::Form::map, false};
  static void describe(auto& field, auto& m) {
    field("options", m.options, "its options; a secret that is left out is not compared");
    catalog_only(field, "hidden", m.hidden);
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const UserMapping&);
  static std::vector<std::string> roles(const UserMapping&);
  static void follow(UserMapping& m, const Renaming& renaming) {
    if (renaming.from.kind == KindTag::role && m.id.name == renaming.from.name) m.id.name = renaming.to.name;
  }
  static Statements create(const UserMapping&, const Context&);
  static std::optional<Statements> alter(const UserMapping& live, const UserMapping& wanted, const Context&);
  static Statements drop(const UserMapping&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
