// Comments on objects of every kind: one kind of its own, so that no other has to think of them. In the YAML a comment
// is the key `comment` of what it is on. PostgreSQL documentation: COMMENT.
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Comment : Base {
  std::string text;
  bool operator==(const Comment&) const = default;
};

template <>
struct Kind<Comment> {
  static constexpr KindTag tag = KindTag::comment;
  static constexpr std::string_view catalog = "pg_description";
  static constexpr std::string_view attached = "on";
  static constexpr std::string_view key = "comment";
  static constexpr Placement placement{KindTag::none, ""};
  static void describe(auto& field, auto& c) { field("text", c.text, "COMMENT ON it"); }
  static bool hangs_on(KindTag);
  static bool says_nothing(const Comment& c) { return c.text.empty(); }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const Comment&);
  static Statements create(const Comment&, const Context&);
  static std::optional<Statements> alter(const Comment& live, const Comment& wanted, const Context&);
  static Statements drop(const Comment&, const Context&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
