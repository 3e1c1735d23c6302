#include "kinds/comment.h"

#include <fmt/format.h>

#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Comment>::query(ServerVersion) {
  // The kind that a comment is on, as kind_name() writes it, and the address of what it is on.
  const std::string from_description =
      " FROM pg_catalog.pg_description d JOIN pg_catalog.{0} o ON d.classoid = 'pg_catalog.{0}'::pg_catalog.regclass"
      " AND d.objoid = o.oid AND d.objsubid = 0 ";
  const auto described = [&from_description](std::string_view catalog) {
    return fmt::format(fmt::runtime(from_description), catalog);
  };
  const std::string relation = fmt::format(
      "SELECT n.nspname AS schema,"
      " CASE WHEN d.objsubid > 0 THEN c.relname WHEN c.relkind = 'i' THEN t.relname ELSE '' END AS parent,"
      " CASE WHEN d.objsubid > 0 THEN a.attname ELSE c.relname END AS name, c.oid, d.description AS text,"
      " CASE WHEN d.objsubid > 0 THEN 'column' WHEN c.relkind = 'r' THEN 'table' WHEN c.relkind = 'S' THEN 'sequence'"
      " WHEN c.relkind = 'v' THEN 'view' ELSE 'index' END AS of"
      " FROM pg_catalog.pg_description d JOIN pg_catalog.pg_class c ON c.oid = d.objoid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid"
      " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0"
      " WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND {} AND"
      " CASE c.relkind WHEN 'r' THEN {} WHEN 'i' THEN {} AND c.oid NOT IN (SELECT con.conindid FROM"
      " pg_catalog.pg_constraint con WHERE con.contype IN ('p', 'u', 'x')) WHEN 'S' THEN {} AND NOT EXISTS"
      " (SELECT FROM pg_catalog.pg_depend x WHERE x.classid = d.classoid AND x.objid = c.oid AND x.deptype = 'i')"
      " WHEN 'v' THEN d.objsubid = 0 AND {} ELSE false END",
      in_scope("n"), managed_table("c"), managed_table("t"), not_of_extension("pg_class", "c.oid"),
      not_of_extension("pg_class", "c.oid"));
  const std::string constraint = fmt::format(
      "SELECT n.nspname, c.relname, o.conname, o.oid, d.description, CASE o.contype WHEN 'p' THEN 'primary key'"
      " WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END{}"
      " JOIN pg_catalog.pg_class c ON c.oid = o.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE o.contype IN ('p', 'u', 'c', 'f', 'x') AND {} AND {}",
      described("pg_constraint"), in_scope("n"), managed_table("c"));
  const std::string type = fmt::format(
      "SELECT n.nspname, '', o.typname, o.oid, d.description, 'enum'{}"
      " JOIN pg_catalog.pg_namespace n ON n.oid = o.typnamespace WHERE o.typtype = 'e' AND {} AND {}",
      described("pg_type"), in_scope("n"), not_of_extension("pg_type", "o.oid"));
  // What initdb says of public is no one's declaration.
  const std::string schema = fmt::format(
      "SELECT '', '', o.nspname, o.oid, d.description, 'schema'{}"
      " WHERE {} AND NOT (o.nspname = 'public' AND d.description = 'standard public schema') AND {}",
      described("pg_namespace"), in_scope("o"), not_of_extension("pg_namespace", "o.oid"));
  // CREATE EXTENSION sets the comment of the control file; only another one is a user's.
  const std::string extension = fmt::format(
      "SELECT '', '', o.extname, o.oid, d.description, 'extension'{} WHERE o.extname <> 'plpgsql' AND NOT EXISTS"
      " (SELECT FROM pg_catalog.pg_available_extensions() x WHERE x.name = o.extname AND x.comment = d.description)",
      described("pg_extension"));
  return relation + " UNION ALL " + constraint + " UNION ALL " + type + " UNION ALL " + schema + " UNION ALL " +
         extension;
}

std::set<ObjectId> Kind<Comment>::needs(const Comment& comment) { return {commented(comment.id)}; }

namespace {

Statement comment_on(const Comment& comment, const std::string& value) {
  const ObjectId target = commented(comment.id);
  auto out = statement(fmt::format("COMMENT ON {} IS {}", sql_reference(target), value));
  if (target.kind == KindTag::table)
    out.locks.push_back({target, Lock::share_update_exclusive});
  else if (!target.parent.empty())
    out.locks.push_back({table_of(target), Lock::share_update_exclusive});
  return out;
}

}  // namespace

Statements Kind<Comment>::create(const Comment& comment, const Context&) {
  return {comment_on(comment, sql::quote_literal(comment.text))};
}

std::optional<Statements> Kind<Comment>::alter(const Comment&, const Comment& wanted, const Context& context) {
  return create(wanted, context);
}

Statements Kind<Comment>::drop(const Comment& comment, const Context&) { return {comment_on(comment, "NULL")}; }

std::string Kind<Comment>::reference(const ObjectId& id) { return sql_reference(commented(id)); }

}  // namespace plumb
