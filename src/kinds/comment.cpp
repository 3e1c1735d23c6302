#include "kinds/comment.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Comment>::query(ServerVersion) {
  const std::string described =
      "SELECT c.relname AS catalog, d.objoid AS oid, d.objsubid AS part, d.description AS text"
      " FROM pg_catalog.pg_description d JOIN pg_catalog.pg_class c ON c.oid = d.classoid";
  // Objects of users have numbers from 16384 on (FirstNormalObjectId); the schema public is initdb's, and so is what it
  // says of it. CREATE EXTENSION sets the comment of the control file: only another one is a user's.
  return described +
         " WHERE (d.objoid >= 16384 AND d.classoid <> 'pg_catalog.pg_extension'::pg_catalog.regclass"
         " OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.objoid IN"
         " (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = 'public'))"
         " AND d.description <> 'standard public schema' AND ($1::text[] IS NULL OR true) UNION ALL " +
         described +
         " JOIN pg_catalog.pg_extension e ON e.oid = d.objoid"
         " WHERE d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.objoid >= 16384 AND NOT EXISTS"
         " (SELECT FROM pg_catalog.pg_available_extensions() x WHERE x.name = e.extname AND x.comment = d.description)"
         // Those of roles are shared by all databases.
         " UNION ALL SELECT 'pg_authid', d.objoid, 0, d.description FROM pg_catalog.pg_shdescription d"
         " WHERE d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.objoid >= 16384";
}

// What has no name of its own has no comment either.
bool Kind<Comment>::hangs_on(KindTag kind) {
  static constexpr std::string_view without[] = {"pg_default_acl", "pg_user_mapping", "pg_publication_rel",
                                                 "pg_db_role_setting"};
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) {
    out = std::find(std::begin(without), std::end(without), Kind<T>::catalog) == std::end(without);
  });
  return out;
}

// A column of a view of which nothing else is said is no object: then the view is needed.
std::set<ObjectId> Kind<Comment>::needs(const Comment& comment) {
  const ObjectId on = subject_of(comment.id);
  std::set<ObjectId> out = on.parent.empty() ? std::set<ObjectId>() : relations_of(on);
  out.insert(on);
  return out;
}

namespace {

Statement comment_on(const Comment& comment, const std::string& value, const Context& context) {
  const ObjectId target = subject_of(comment.id);
  auto out = statement(fmt::format("COMMENT ON {} IS {}", sql_reference(target), value));
  if (is_relation(target.kind))
    out.locks.push_back({target, Lock::share_update_exclusive});
  else if (!target.parent.empty() && !is_part_of_type(target))
    out.locks.push_back({relation_of(target, context), Lock::share_update_exclusive});
  return out;
}

}  // namespace

Statements Kind<Comment>::create(const Comment& comment, const Context& context) {
  return {comment_on(comment, sql::quote_literal(comment.text), context)};
}

std::optional<Statements> Kind<Comment>::alter(const Comment&, const Comment& wanted, const Context& context) {
  return create(wanted, context);
}

Statements Kind<Comment>::drop(const Comment& comment, const Context& context) {
  return {comment_on(comment, "NULL", context)};
}

std::string Kind<Comment>::reference(const ObjectId& id) { return sql_reference(subject_of(id)); }

}  // namespace plumb
