#include "kinds/not_null.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "kinds/naming.h"

namespace plumb {

namespace {

std::string not_null_name(const Column& c) { return c.not_null_name ? *c.not_null_name : default_not_null_name(c); }

std::string constraint(const Column& c) {
  // What is spoken of is named, so that PostgreSQL does not evade another of that name.
  return c.not_null_name || c.not_null_comment ? "CONSTRAINT " + sql::quote_ident(not_null_name(c)) + " " : "";
}

Statement altered(const Column& c, const std::string& clause, Lock lock = Lock::access_exclusive) {
  return on_table(alter_table_of(c.id) + clause, table_of(c.id), lock);
}

// Is there something of it that SET NOT NULL can't say?
bool is_plain(const Column& c) { return constraint(c).empty() && !c.not_null_no_inherit && !c.not_null_not_valid; }

void forbid_null(const Column& wanted, const Context& context, Statements& out) {
  const std::string set = fmt::format("ALTER COLUMN {} SET NOT NULL", sql::quote_ident(wanted.id.name));
  out.push_back(altered(wanted, is_plain(wanted) ? set : add_not_null(wanted)));
  if (context.holds_rows(table_of(wanted.id)) && !wanted.not_null_not_valid) {
    out.back().hazards.push_back({HazardKind::may_fail_on_data, "a row in which it is NULL makes it fail"});
    out.back().hazards.push_back(
        {HazardKind::blocks_reads, "reads and writes of the table wait while every row is checked"});
  }
  out.back().hazards.push_back({HazardKind::breaks_clients, "clients that write NULL fail"});
}

void allow_null(const Column& wanted, Statements& out) {
  out.push_back(altered(wanted, fmt::format("ALTER COLUMN {} DROP NOT NULL", sql::quote_ident(wanted.id.name))));
  out.back().hazards.push_back({HazardKind::breaks_clients, "clients that rely on a value may meet NULL"});
}

}  // namespace

std::string default_not_null_name(const Column& c) { return default_name_of(c.id.parent, c.id.name, "not_null"); }

std::string not_null_clause(const Column& c) {
  if (c.nullable || c.not_null_not_valid) return {};
  return " " + constraint(c) + "NOT NULL" + (c.not_null_no_inherit ? " NO INHERIT" : "");
}

std::string add_not_null(const Column& c) {
  return fmt::format("ADD {}NOT NULL {}{}{}", constraint(c), sql::quote_ident(c.id.name),
                     c.not_null_no_inherit ? " NO INHERIT" : "", c.not_null_not_valid ? " NOT VALID" : "");
}

void comment_on_not_null(const Column& wanted, const std::string& live, Statements& out) {
  if (*wanted.not_null_comment == live) return;
  out.push_back(on_table(fmt::format("COMMENT ON CONSTRAINT {} ON {} IS {}", sql::quote_ident(not_null_name(wanted)),
                                     sql::qualified(wanted.id.schema, wanted.id.parent),
                                     wanted.not_null_comment ? sql::quote_literal(*wanted.not_null_comment) : "NULL"),
                         table_of(wanted.id), Lock::share_update_exclusive));
}

namespace {

// ALTER CONSTRAINT … INHERIT makes it theirs, and reads them.
void children_inherit(const Column& wanted, const Context& context, Statement& out) {
  bool rows = false;
  const auto children = descendants_of(table_of(wanted.id), context.live);
  for (const ObjectId& child : children) {
    out.locks.push_back({child, Lock::access_exclusive});
    rows = rows || context.holds_rows(child);
  }
  if (rows) {
    out.hazards.push_back(
        {HazardKind::blocks_reads, "reads and writes of child tables wait while every row of them is checked"});
    out.hazards.push_back({HazardKind::may_fail_on_data, "a row of a child table in which it is NULL makes it fail"});
  }
  if (!children.empty())
    out.hazards.push_back({HazardKind::breaks_clients, "clients that write NULL to a child table fail"});
}

// On both sides it is NOT NULL.
void not_null_of_both_changed(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  // What is valid can't become otherwise but by being made anew.
  if (wanted.not_null_not_valid && !live.not_null_not_valid) {
    allow_null(wanted, out);
    out.back().hazards.clear();  // in one transaction nobody sees it
    out.push_back(altered(wanted, add_not_null(wanted)));
    return comment_on_not_null(wanted, "", out);
  }
  const std::string name = sql::quote_ident(not_null_name(wanted));
  if (not_null_name(live) != not_null_name(wanted))
    out.push_back(
        altered(wanted, fmt::format("RENAME CONSTRAINT {} TO {}", sql::quote_ident(not_null_name(live)), name)));
  if (live.not_null_no_inherit != wanted.not_null_no_inherit) {
    out.push_back(
        altered(wanted, fmt::format("ALTER CONSTRAINT {} {}INHERIT", name, wanted.not_null_no_inherit ? "NO " : "")));
    if (!wanted.not_null_no_inherit) children_inherit(wanted, context, out.back());
  }
  comment_on_not_null(wanted, *live.not_null_comment, out);
  if (live.not_null_not_valid == wanted.not_null_not_valid) return;
  out.push_back(altered(wanted, "VALIDATE CONSTRAINT " + name, Lock::share_update_exclusive));
  if (context.holds_rows(table_of(wanted.id)))
    out.back().hazards.push_back({HazardKind::may_fail_on_data, "a row in which it is NULL makes it fail"});
}

}  // namespace

void not_null_changed(const Column& live, const Column& wanted, const Context& context, Statements& out) {
  if (live.nullable && wanted.nullable) return;
  if (live.nullable) {
    forbid_null(wanted, context, out);
    return comment_on_not_null(wanted, "", out);
  }
  if (wanted.nullable) return allow_null(wanted, out);
  not_null_of_both_changed(live, wanted, context, out);
}

bool inherits_not_null(const Column& c, const Database& database) {
  const auto parents = parents_of(table_of(c.id), database);
  return std::any_of(parents.begin(), parents.end(), [&](const ObjectId& parent) {
    const Column* whole = database.find<Column>(column_id(parent, c.id.name));
    return whole && !whole->nullable && !whole->not_null_no_inherit;
  });
}

void adopt_not_null_names(Database& live, Database& wanted, ServerVersion version) {
  for (Column& column : live.all_of<Column>()) {
    if (!column.not_null_name) continue;
    if (!version.at_least(18) || inherits_not_null(column, live)) column.not_null_name = {};
    Column* want = column.not_null_name ? wanted.find_mutable<Column>(column.id) : nullptr;
    if (want && !want->nullable && !want->not_null_name && !inherits_not_null(*want, wanted))
      want->not_null_name = column.not_null_name;
  }
  for (Column& column : wanted.all_of<Column>())
    if (column.not_null_name && *column.not_null_name == default_not_null_name(column)) column.not_null_name = {};
}

}  // namespace plumb
