// What every kind tells the rest of plumb, and the vocabulary in which it tells it. A kind is a struct of compared
// facts (derived from Base) and a specialisation of Kind for it, both in the kind's own pair of files:
//
//   template <> struct Kind<Sequence> {
//     tag, placement                        its line in list.h; where it stands in the YAML
//     catalog                               the system catalog that its rows' oid counts in (pg_attribute: pg_class)
//     shares_relation_names                 its name is one of pg_class: no other relation of the schema has it
//     shares_routine_names                  likewise of pg_proc, with its arguments
//     is_type, has_row_type                 columns may be of it; it is a relation whose name is a type's too
//     describe(field, sequence)             the one list of attributes: field("start", s.start, "first value")
//     query(version)                        set-based; $1: managed schemas as text[], NULL for all; columns: schema,
//                                           parent, name, oid, then one for each described field, by its name; what is
//                                           Owned: ownership()
//     opens_tables                          there: the server opens every table for it (ruleutils, an expression's columns)
//     managed_by(s)                         it lives in no schema, and something else than `database` answers for it
//     part_of(id)                           what answers for it, where it is neither a schema nor its parent
//     gathered(s, database)                 as it is written, with what of others stands in its YAML
//     has_tables_owner                      it is Owned, and its owner its table's: none can be declared
//     attached                              it hangs on objects of other kinds: the word between ("comment on", "owner of").
//                                           Columns of the query: catalog, oid, part (a column's number, else 0), then
//                                           the described fields; without a query: made from hints of what it hangs on
//     key, hangs_on(kind)                   then: the key that it is in the YAML, and what may have it
//     bound_to_types                        PostgreSQL changes no type of a column that it uses (a view, a policy): it
//                                           steps aside, is dropped and created again
//     keeps_up_with_names                   but for a column's new name it need not: nothing of it shows (a function)
//     steps_aside                           it can, where what it stands on is dropped and created again: nothing is lost
//     remade(live, wanted, live_all, wanted_all)  alter can't do it in place and makes the type anew, under every column
//     made_with_parent(s)                   the statement that creates its parent creates it too, by its clause(s)
//     has_unchecked_body                    its text is looked at only when it runs: what it names may come later
//     release(s, context), released(s)      where something that it uses steps aside and it can't: the statements that let
//                                           go of it for as long, and what it is then (a column without its default)
//     leave(live, wanted, context), left(live, wanted)  where it must leave its place before it takes another: the statements
//                                           that do, and what it is then (a partition)
//     read_definition(text, s)              reads what the query leaves to ruleutils, in a column `definition`
//     normalize(sequence)                   spelled-out defaults become unset; both sides pass through it
//     imply(s, into)                        what else is wanted where it is (the family of an operator class)
//     complete_wanted(s, database), complete_live(s, database)  what of it follows from other objects
//     needs(s), types(s), mentions(s)       ids and types that must exist before it; SQL whose names it may depend on
//     second_name(s)                        another name by which types find it (a range's multirange)
//     assigned_type(s)                      the type that its expressions are cast to, where they are to one
//     needs_version(s)                      what of it only a newer server can do, where that is not every supported one
//     create(s, context), drop(s, context)  statements with their locks and hazards
//     alter(live, wanted, context)          statements; none: it must be replaced (dropped and created)
//     create_late(s, context)               what create() leaves to a statement of its own, since other objects come between
//     inseparable(s, database)              these: they need what create() makes, and create_late() names them (a base type's
//                                           I/O functions); drop() takes them along
//     alters_last(live, wanted)             then: what hangs on it comes to be as wanted before it is altered
//     create_with(s, clauses, context), complete(s, context)  it takes its columns and constraints along when it is created:
//                                           their clauses; statements for when all of them are there
//     says_nothing_by_default               an object with no facts of its own is none: only its comment is
//     rename(live, wanted, context)         statements, where it can be renamed
//     follow(s, renaming)                   what PostgreSQL changes in it when another object is renamed
//     nested_section, nested_field          objects may also stand under one of their own kind, in a section of that key, the
//                                           outer one being what the field says: a partition under its table; then they
//                                           have a short form there
//     reference(id)                         as in COMMENT ON: "SEQUENCE app.order_no"
//     sign(s)                               where a name alone does not tell its objects apart (functions, operators, casts):
//                                           sets id.name from its member `name` and its fields, as SQL: "slug(text)"
//     named_bare                            but SQL text names it without them: an operator class
//     nameless                              then: its fields alone tell them apart, it has no name
//     read_key(text, s), write_key(s)       then: the key in the YAML, "slug(input text)", into its fields and back; of a
//                                           name alone, as renamed_from may give it, only that is read
//     required                              the described fields that its long form can't do without
//     read_short(text, s, into)             its short form, where it has one; may add more than one object
//     read_long(s, into)                    what else its long form means (a serial's sequence), where it means more
//     write_short(s, database)              its short form, or none where it needs the long one
//     summary(s)                            how a plan shows one that comes or goes, where neither its short form nor its
//                                           fields do
//     default_name(s, database)             the name that PostgreSQL would choose
//     roles(s)                              roles that must be there
//     remark(s)                             what remains to be done by hand once it is created
//     scratch(s, context)                   the statement that makes it in a scratch schema, so that its text can be read
//                                           back as the server spells it (catalog/settle.h); left out: create()'s first
//   };
//
// Optional members are found with `requires`. Everything here is pure: no I/O, no clock, no globals.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/acl.h"
#include "kinds/list.h"
#include "kinds/partition.h"
#include "kinds/secret.h"
#include "model/id.h"
#include "model/statement.h"
#include "model/version.h"
#include "sql/definition.h"
#include "sql/expression.h"
#include "sql/quote.h"
#include "sql/routine.h"
#include "sql/syntax_error.h"
#include "sql/type.h"

namespace plumb {

template <typename T>
struct Kind;

class Database;

using sql::Arguments;
using sql::Code;
using sql::Expression;
using sql::FunctionName;
using sql::Options;
using sql::Query;
using sql::Returns;
using sql::Type;

// An object that keeps being itself under another id.
struct Renaming {
  ObjectId from;
  ObjectId to;
};

// Kinds under whose objects a kind stands; none: at the top level of a file.
struct Parents {
  std::array<KindTag, 4> kinds{};
  constexpr Parents(KindTag one) : kinds{one} {}
  constexpr Parents(std::initializer_list<KindTag> several) {
    std::copy(several.begin(), several.end(), kinds.begin());
  }
  constexpr bool none() const { return kinds.front() == KindTag::none; }
  constexpr bool contain(KindTag kind) const {
    return kind != KindTag::none && std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }
};

// "NULLS NOT DISTINCT" from 15 on; major 0: nothing.
struct VersionNeed {
  int major = 0;
  std::string_view what{};
};

// Of those that are used, the one that needs the newest server.
inline VersionNeed newest_need(std::initializer_list<std::pair<bool, VersionNeed>> needs) {
  VersionNeed out;
  for (const auto& [used, need] : needs)
    if (used && need.major > out.major) out = need;
  return out;
}

// Where a kind stands in the YAML: in a section with this key, at the top level or under an object of a parent kind.
struct Placement {
  enum class Form {
    map,          // name: definition
    map_or_list,  // also a list of definitions without names, for which PostgreSQL's name is chosen
    single,       // one per parent, its name chosen when left out (primary_key)
  };
  Parents parents = KindTag::none;
  std::string_view section;
  Form form = Form::map;
  bool in_schema = true;       // false: lives beside the schemas (extensions, schemas themselves)
  std::string_view file = {};  // which file it is imported into, with other sections; left out: that of the section
};

// How one is written, for those who wrote it otherwise: its name, and its short form or what else is short.
struct Example {
  std::string_view name, text;
};

// What of plumb.yaml's `manage` says that objects of a kind that lives in no schema are dropped where they are not
// declared; declared ones are always created and altered.
enum class ManagedBy { database, privileges, roles };

// How big a table is, as the server estimates it.
struct TableSize {
  double rows = -1;         // pg_class.reltuples; -1: never counted
  std::int64_t bytes = -1;  // pg_total_relation_size; -1: not known
  std::int64_t heap_bytes = -1;
};

// What a kind may look at when it turns a change into statements.
struct Context {
  const Database& live;
  const Database& wanted;
  ServerVersion version;
  const std::map<ObjectId, TableSize>& sizes;
  std::set<ObjectId> aside = {};  // live objects that are dropped before what they stand on changes
  // Wanted objects as they were declared, where their text in `wanted` is what the server would store: read again, it may
  // be stored otherwise.
  const Database* declared = nullptr;
  std::string_view role = {};                    // who carries the plan out, and owns what it creates
  std::string_view database = {};                // its name
  std::map<ObjectId, ObjectId> taken_over = {};  // of keys that are added: the unique index that becomes theirs

  // Could a scan of this table find a row, or a lock on it disturb anyone? False for tables that the plan creates and
  // for live tables without a single page. A table whose size is not known is taken to hold rows.
  bool holds_rows(const ObjectId& table) const;
  // Of an expression that is indexed, and of extended statistics, the planner knows nothing until ANALYZE, and autovacuum
  // comes only once enough rows have changed. PostgreSQL: CREATE INDEX, "Notes".
  void leave_unanalyzed(const ObjectId& relation, Statement& statement) const;
  // Nor of a column whose type has changed, also where no row is written anew (RemoveStatistics): there and in all children.
  void leave_all_unanalyzed(const ObjectId& table, Statement& statement) const;
};

// A name that may be qualified: a referenced table, a collation. In YAML and catalog rows: "schema.name" or "name".
struct ObjectName {
  std::string schema;  // empty: pg_catalog (collations); tables always have one once read
  std::string name;
  bool empty() const { return name.empty(); }
  std::string sql() const { return sql::qualified(schema, name); }
  auto operator<=>(const ObjectName&) const = default;
};

// Something named in SQL and found by the path: a function, maybe with the types of its arguments, an operator class, a
// dictionary. "app.f(text, integer)"; of pg_catalog without the schema.
struct Reference {
  std::string text;
  bool empty() const { return text.empty(); }
  auto operator<=>(const Reference&) const = default;
};

// An operator or a function of an operator class or family: "operator 1 app.<(text, text)" (sql/definition_type.h).
struct OperatorMember {
  std::string text;
  auto operator<=>(const OperatorMember&) const = default;
};

// The column that a sequence belongs to: "schema.table.column".
struct ColumnName {
  std::string schema, table, column;
  bool empty() const { return column.empty(); }
  std::string sql() const { return sql::qualified(schema, table) + "." + sql::quote_ident(column); }
  ObjectId id() const { return column_id(table_id(schema, table), column); }
  auto operator<=>(const ColumnName&) const = default;
};

// One element of an index or an exclusion as SQL: `id`, `lower(name) desc`, `room with =`. Equal by canonical text.
struct Element {
  std::string text;
  friend bool operator==(const Element& a, const Element& b) {
    return a.text == b.text || canonical(a.text) == canonical(b.text);
  }
  static std::string canonical(const std::string& text, const sql::ColumnTypes& types = {});
  // Is it more than a column?
  bool is_expression() const;
};

// GENERATED … AS IDENTITY: "always" or "by default", with its sequence's options. As text: `always (start with 5)`.
struct Identity {
  std::string generation;  // empty: no identity
  sql::SequenceOptions options;
  bool empty() const { return generation.empty(); }
  bool operator==(const Identity&) const = default;
  std::string text() const;
  static Identity parse(std::string_view text);  // throws sql::SyntaxError
};

// A field's value that is compared only where the declaration gives it (an extension's version). Empty: not declared.
template <typename T>
struct Declared {
  std::optional<T> value;
  bool operator==(const Declared&) const = default;
};

// The values that a described field may take: field("storage", c.storage, "…", Choices{storage_words}). A view, since
// describe() runs for every row of a catalog.
struct Choices {
  std::span<const std::string_view> values;
};

// What a field says of itself, for visitors of describe that don't look at it. Not `auto&&...`: that is compiled again for
// every length of a text.
struct Unread {
  constexpr Unread() = default;
  constexpr Unread(const char*) {}
  constexpr Unread(const Choices&) {}
};

// For describe: a field that only catalog rows have (the order of columns), never in YAML and never compared.
void catalog_only(auto& field, std::string_view name, auto& member) {
  if constexpr (requires { field.catalog(name, member); }) field.catalog(name, member);
}

// For describe: a field whose member is Seldom<M>. It is seen as an M; field.seldom(name, member, …) spares that where
// nothing is to be done for the many that have none.
void seldom(auto& field, std::string_view name, auto& member, auto&&... more) {
  if constexpr (requires { field.seldom(name, member, more...); })
    field.seldom(name, member, more...);
  else if constexpr (std::is_const_v<std::remove_reference_t<decltype(member)>>)
    field(name, *member, more...);
  else
    member.edit([&](auto& value) { field(name, value, more...); });
}

// --- Pieces of catalog queries -------------------------------------------------------------------------------------

// "n.nspname is in scope": $1 is text[], NULL for every schema of users.
std::string in_scope(std::string_view namespace_alias);
// "the object is not an extension's": class is a catalog's name, oid an SQL expression.
std::string not_of_extension(std::string_view catalog, std::string_view oid);
// "class_alias is a relation that plumb manages": of these sorts of pg_class, and no extension's.
std::string managed_relation(std::string_view class_alias, std::string_view relkinds);
std::string managed_table(std::string_view class_alias);  // ordinary or partitioned
// "the constraint con is enforced": all are, before 18.
std::string enforced(ServerVersion version);
// The names of columns of a relation, as text[], by an array of their numbers.
std::string column_names(std::string_view relation_oid, std::string_view attnums);
// The name of an object as SQL, pg_catalog left out; NULL where there is none: "(SELECT …)". The catalog's columns for
// namespace and name start with the prefix: pg_collation, coll.
std::string object_name(std::string_view catalog, std::string_view prefix, std::string_view oid);
// Likewise of a function with the types of its arguments: app.f(text).
std::string function_signature(std::string_view oid);
// The columns of what is Owned: ", … AS owner, … AS acl".
std::string ownership(std::string_view owner_oid, std::string_view acl);
// The name of the function with this oid, as FunctionName takes it; NULL for 0.
std::string function_name(std::string_view oid);

// --- Pieces of statements ------------------------------------------------------------------------------------------

// The table, view, … that a child stands on, as it is wanted, else as it is live.
ObjectId relation_of(const ObjectId& child, const Context& context);

Statement on_table(std::string sql, const ObjectId& table, Lock lock);
Statement statement(std::string sql);
std::string with_clause(const Options& options);  // " WITH (fillfactor=70)", or nothing
// The statements that turn one set of storage parameters into another: "SET (a=1)", "RESET (b)".
std::vector<std::string> option_changes(const Options& live, const Options& wanted);
std::string deferrable_clause(bool deferrable, bool initially_deferred);

// ALTER … SET SCHEMA and RENAME TO, as far as schema and name differ, in the order in which no other of that name is in the
// way; `lock` on the object itself, none for types.
Statements move_and_rename(std::string (*reference)(const ObjectId&), const ObjectId& live, const ObjectId& wanted,
                           Lock lock, const Context& context);

// The id of a routine or an operator with its bare name in the place of "slug(text)", "===(text, text)".
ObjectId by_bare_name(ObjectId id);

// --- Following a rename ----------------------------------------------------------------------------------------------

// A list of columns of `table` after a rename.
void follow_column_names(std::vector<std::string>& columns, const ObjectId& table, const Renaming& renaming);
void follow_column_name(ColumnName& column, const Renaming& renaming);
// A type as an object of schema `home` names it, after the rename of a type, a relation or a schema.
void follow_type(Type& type, const std::string& home, const Renaming& renaming);
void follow_function(FunctionName& function, const std::string& home, const Renaming& renaming);
// An expression over the rows `old` and `new` of a table after a rename.
std::string followed_row(const std::string& text, const ObjectId& table, const Renaming& renaming);
// An expression over the columns of `table` after the rename of a column of it, of an enum, a sequence, a function or a
// schema.
std::string followed(const std::string& text, const ObjectId& table, const Renaming& renaming);
// A query as ruleutils writes it after the rename of a relation that it reads, of a sequence, a function or a type.
std::string followed_query(const std::string& query, const ObjectId& of, const Renaming& renaming);
// The same after the rename of a column; `behind` becomes true where that can't be told, and the text stays as it is.
void follow_column(std::string& query, Hint<bool>& behind, const ObjectId& of, const Renaming& renaming);

}  // namespace plumb
