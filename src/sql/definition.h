// The short forms of the declaration: PostgreSQL's own clauses for columns, constraints and indexes, read from tokens
// (lexer.h, a PEGTL grammar) into plain values. Every parse_* throws SyntaxError with an offset into its text; every print_* writes the
// shortest text that parse_* reads back to the same value. Names come out unquoted and case-folded, expressions as
// written (trimmed), types canonical.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/type.h"

namespace plumb::sql {

// Storage parameters and settings: name -> value as text, in the order given, which makes a difference to pg_dump alone.
class Options {
 public:
  using Entry = std::pair<std::string, std::string>;
  Options() = default;
  Options(std::initializer_list<Entry> entries) : entries_(entries) {}

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  std::vector<Entry>::const_iterator find(std::string_view name) const {
    return std::find_if(begin(), end(), [name](const Entry& entry) { return entry.first == name; });
  }
  bool contains(std::string_view name) const { return find(name) != end(); }
  // False: it has the name already, and stays as it is.
  bool add(std::string name, std::string value) {
    if (contains(name)) return false;
    entries_.emplace_back(std::move(name), std::move(value));
    return true;
  }

  friend bool operator==(const Options& a, const Options& b) {
    return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&b](const Entry& entry) {
             const auto other = b.find(entry.first);
             return other != b.end() && other->second == entry.second;
           });
  }

 private:
  std::vector<Entry> entries_;
};

struct QualifiedName {
  std::string schema;  // empty: not given
  std::string name;
  auto operator<=>(const QualifiedName&) const = default;
};

enum class ReferentialAction { no_action, restrict, cascade, set_null, set_default };

// ON DELETE …, MATCH …, DEFERRABLE …: what follows "references table (columns)".
struct References {
  QualifiedName table;
  std::vector<std::string> columns;  // empty: the primary key
  std::string match = "simple";      // simple, full, partial (refused by PostgreSQL)
  ReferentialAction on_delete = ReferentialAction::no_action;
  std::vector<std::string> on_delete_columns;  // SET NULL (columns), SET DEFAULT (columns): 15 and later
  ReferentialAction on_update = ReferentialAction::no_action;
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_valid = false;
  bool not_enforced = false;
  bool operator==(const References&) const = default;
};

// Sequence options, as in CREATE SEQUENCE and GENERATED … AS IDENTITY (…). Unset: PostgreSQL's default.
struct SequenceOptions {
  std::optional<std::string> name;
  std::optional<long long> start, increment, min_value, max_value, cache;
  std::optional<bool> cycle;
  std::optional<bool> unlogged;  // of an identity; unset: as its table
  bool operator==(const SequenceOptions&) const = default;
};

// One item of "text not null default 'x' check (…) references …". Column constraints may be named (CONSTRAINT name …).
struct ColumnDefinition {
  Type type;
  std::string collation;  // as SQL: "C", pg_catalog."default"; empty: the type's
  bool not_null = false;
  bool null = false;  // written out
  std::optional<std::string> default_expression;
  std::optional<std::string> generated;  // GENERATED ALWAYS AS (expression)
  bool generated_virtual = false;        // VIRTUAL (18); else STORED
  std::string identity;                  // "", "always", "by default"
  SequenceOptions identity_options;
  std::string storage;      // plain, external, extended, main, default; empty: not given
  std::string compression;  // pglz, lz4; empty: not given
  struct Key {
    std::string name;  // CONSTRAINT name; empty: not given
    bool nulls_not_distinct = false;
    bool deferrable = false, initially_deferred = false;
    Options with;
    bool operator==(const Key&) const = default;
  };
  std::optional<Key> primary_key, unique;
  struct Check {
    std::string name;
    std::string expression;
    bool no_inherit = false;
    bool operator==(const Check&) const = default;
  };
  std::vector<Check> checks;
  struct ForeignKey {
    std::string name;
    References references;
    bool operator==(const ForeignKey&) const = default;
  };
  std::vector<ForeignKey> foreign_keys;
  std::string not_null_name;  // CONSTRAINT name NOT NULL (18)
  bool not_null_no_inherit = false;
  bool operator==(const ColumnDefinition&) const = default;
};

ColumnDefinition parse_column(std::string_view text);
std::string print_column(const ColumnDefinition& column);

// "(a, b) include (c) nulls not distinct with (fillfactor = 70) deferrable initially deferred [using index tablespace
// t]"; nulls [not] distinct may stand first too, as in PostgreSQL: "nulls not distinct (a, b)". Leading UNIQUE or
// PRIMARY KEY is allowed.
struct KeyDefinition {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  bool deferrable = false, initially_deferred = false;
  Options with;
  std::string tablespace;
  bool operator==(const KeyDefinition&) const = default;
};
KeyDefinition parse_key(std::string_view text);
std::string print_key(const KeyDefinition& key);

// "seen >= 0 [no inherit] [not valid] [not enforced]", also "check (seen >= 0) no inherit".
struct CheckDefinition {
  std::string expression;
  bool no_inherit = false;
  bool not_valid = false;
  bool not_enforced = false;
  bool operator==(const CheckDefinition&) const = default;
};
CheckDefinition parse_check(std::string_view text);
std::string print_check(const CheckDefinition& check);

// "(city_id) references cities (id) on delete set null deferrable"; a leading FOREIGN KEY is allowed.
struct ForeignKeyDefinition {
  std::vector<std::string> columns;
  References references;
  bool operator==(const ForeignKeyDefinition&) const = default;
};
ForeignKeyDefinition parse_foreign_key(std::string_view text);
std::string print_foreign_key(const ForeignKeyDefinition& key);
std::string print_references(const References& references);  // "references cities (id) on delete set null"

// One element of an index or an exclusion: a column or an expression with what may follow it.
// Text form: `id`, `"Odd"`, `lower(name)`, `(a + b)`, each with [collate c] [opclass [(option = value, …)]] [asc|desc]
// [nulls first|last]. Defaults (asc, nulls last after asc, nulls first after desc) are left out when printed. An
// expression that is no plain function call stands in parentheses.
struct IndexElement {
  std::string column;      // empty for an expression
  std::string expression;  // without the outer parentheses
  std::string collation;   // as SQL ("C", pg_catalog."de_DE"); empty: the column's
  std::string opclass;     // as SQL, maybe qualified; empty: the type's default
  Options opclass_options;
  bool descending = false;
  bool nulls_first = false;  // as resolved: desc means nulls first unless said otherwise
  bool operator==(const IndexElement&) const = default;
};
IndexElement parse_index_element(std::string_view text);
std::string print_index_element(const IndexElement& element);

// "[unique] [using] [method] (elements) [include (…)] [nulls not distinct] [with (…)] [tablespace t] [where predicate]"
// Also a whole "create [unique] index [name] on table using …", whose name and table are handed back.
struct IndexDefinition {
  std::string name;  // of a whole statement; print_index leaves both out
  QualifiedName table;
  bool unique = false;
  std::string method = "btree";
  std::vector<IndexElement> on;
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  Options with;
  std::string tablespace;
  std::string where;
  bool operator==(const IndexDefinition&) const = default;
};
IndexDefinition parse_index(std::string_view text);
std::string print_index(const IndexDefinition& index);

// "[using] gist (room with =, during with &&) [include (…)] [with (…)] [where (…)] [deferrable …]"; leading EXCLUDE
// allowed.
struct ExclusionDefinition {
  std::string method = "gist";
  std::vector<std::pair<IndexElement, std::string>> elements;  // element, operator (OPERATOR(s.=) as written)
  std::vector<std::string> include;
  Options with;
  std::string tablespace;
  std::string where;
  bool deferrable = false, initially_deferred = false;
  bool operator==(const ExclusionDefinition&) const = default;
};
ExclusionDefinition parse_exclusion(std::string_view text);
std::string print_exclusion(const ExclusionDefinition& exclusion);

// "bigint start with 5 increment by 2 owned by orders.no": [as type] and sequence options; used for sequences' short
// form.
struct SequenceDefinition {
  Type type;  // empty: not given
  SequenceOptions options;
  std::vector<std::string> owned_by;  // parts of table.column or schema.table.column
  bool operator==(const SequenceDefinition&) const = default;
};
SequenceDefinition parse_sequence(std::string_view text);
std::string print_sequence(const SequenceDefinition& sequence);

// "range (created_at, lower(name) collate "C" text_ops)": what follows PARTITION BY.
struct PartitionKeyDefinition {
  std::string strategy;          // range, list, hash
  std::vector<IndexElement> on;  // without direction
  bool operator==(const PartitionKeyDefinition&) const = default;
};
PartitionKeyDefinition parse_partition_key(std::string_view text);
std::string print_partition_key(const PartitionKeyDefinition& key);

// "for values from ('2026-01-01', minvalue) to (maxvalue, 0)", "for values in (1, null)", "for values with (modulus 4,
// remainder 0)", "default".
struct PartitionBoundDefinition {
  enum class Form { by_default, in, from_to, with };
  Form form = Form::by_default;
  std::vector<std::string> from;  // of IN: its list; expressions as written, minvalue, maxvalue and null in lower case
  std::vector<std::string> to;
  long long modulus = 0, remainder = 0;
  bool operator==(const PartitionBoundDefinition&) const = default;
};
PartitionBoundDefinition parse_partition_bound(std::string_view text);
std::string print_partition_bound(const PartitionBoundDefinition& bound);

// "[as restrictive] [for select] [to app, public] [using (owner = current_user)] [with check (…)]"
struct PolicyDefinition {
  bool restrictive = false;
  std::string command = "all";     // all, select, insert, update, delete
  std::vector<std::string> roles;  // empty: public
  std::string using_expression, check;
  bool operator==(const PolicyDefinition&) const = default;
};
PolicyDefinition parse_policy(std::string_view text);
std::string print_policy(const PolicyDefinition& policy);

// "[(ndistinct, mcv)] on a, (lower(b))"; also a whole "create statistics name (…) on … from table".
struct StatisticsDefinition {
  std::vector<std::string> kinds;  // empty: all of them
  std::vector<IndexElement> on;    // columns and expressions alone
  bool operator==(const StatisticsDefinition&) const = default;
};
StatisticsDefinition parse_statistics(std::string_view text);
std::string print_statistics(const StatisticsDefinition& statistics);

// "before update of a, b or insert for each row when (new.a > 0) execute function touch('x')", "constraint after insert
// from other deferrable …"; also a whole CREATE TRIGGER, whose name and table are handed back.
struct TriggerDefinition {
  std::string name;
  QualifiedName table;
  bool constraint = false;
  std::string timing;               // before, after, instead of
  std::vector<std::string> events;  // insert, update, delete, truncate, in the order given
  std::vector<std::string> columns;
  QualifiedName from;
  bool deferrable = false, initially_deferred = false;
  std::string referencing_old, referencing_new;
  std::string level = "statement";
  std::string when;
  std::string function;  // as SQL
  std::vector<std::string> arguments;
  bool operator==(const TriggerDefinition&) const = default;
};
TriggerDefinition parse_trigger(std::string_view text);
std::string print_trigger(const TriggerDefinition& trigger);
std::string print_trigger_statement(const TriggerDefinition& trigger);  // "TRIGGER name before insert ON table …"

// "on ddl_command_end when tag in ('CREATE TABLE') execute function f()"; also a whole CREATE EVENT TRIGGER.
struct EventTriggerDefinition {
  std::string event;
  std::vector<std::string> tags;
  std::string function;  // as SQL
  bool operator==(const EventTriggerDefinition&) const = default;
};
EventTriggerDefinition parse_event_trigger(std::string_view text);
std::string print_event_trigger(const EventTriggerDefinition& trigger);

// "on insert where new.a > 0 do instead insert into …"; also a whole CREATE RULE.
struct RuleDefinition {
  std::string name;
  QualifiedName table;
  std::string event;  // insert, update, delete, select
  bool instead = false;
  std::string where;
  std::string commands;
  bool operator==(const RuleDefinition&) const = default;
};
RuleDefinition parse_rule(std::string_view text);
std::string print_rule(const RuleDefinition& rule);

// Without the semicolon and the white space at the end of a statement.
std::string without_end(std::string_view text);

// "app.users", "users", "\"Odd Name\".x": parts unquoted, unquoted ones folded to lower case.
QualifiedName parse_qualified_name(std::string_view text);
// A key of the YAML's mappings: like parse_qualified_name, but a plain key keeps its case: `Users:` is the table
// "Users", since YAML keys are names, not SQL. Only a dot outside double quotes separates schema and name.
QualifiedName parse_key_name(std::string_view text);
// How a name is written as a YAML key so that parse_key_name reads it back: in double quotes only where it holds a dot
// or a double quote.
std::string print_key_name(std::string_view name);

// "(m = 16, ef_construction = 64)" or the same without brackets.
Options parse_options(std::string_view text);

}  // namespace plumb::sql
