// Tables that have columns, checks and keys from others: partitions and children by INHERITS, foreign tables among them.
// What PostgreSQL gives a child by itself is said once, for its parent: a child's column that is as the parent's, its checks
// that are the parent's, its indexes that are parts of the parent's are in the database as read, and are neither written
// nor compared. PostgreSQL documentation: 5.10, 5.11; commands/tablecmds.c (MergeAttributes, ATExecAttachPartition).
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct Descendant : Owned {
  ObjectName partition_of;  // the partitioned table; empty: no partition
  PartitionBound bound;
  std::vector<ObjectName> inherits;
  bool operator==(const Descendant&) const = default;
};

void describe_descent(auto& field, auto& child) {
  field("partition_of", child.partition_of, "the partitioned table that it is a partition of");
  field("bound", child.bound, "the rows that a partition takes: for values …, or default");
  field("inherits", child.inherits, "tables that it has columns and checks from");
}

// "partition_of, bound, inherits" of a relation c of pg_class, as columns of a catalog query.
std::string descent_columns();

// A table or foreign table as what may descend from others; null: the database does not have it.
const Descendant* descendant(const ObjectId& relation, const Database& database);
// The tables that a relation has columns from, in order; none where the database does not have it.
std::vector<ObjectId> parents_of(const Descendant& child);
std::vector<ObjectId> parents_of(const ObjectId& relation, const Database& database);
std::vector<ObjectId> children_of(const ObjectId& table, const Database& database);
// Parents, their parents, and so on.
std::vector<ObjectId> ancestors_of(const ObjectId& relation, const Database& database);
// Children, their children, and so on.
std::vector<ObjectId> descendants_of(const ObjectId& table, const Database& database);
bool is_partition(const ObjectId& relation, const Database& database);
bool is_partitioned(const ObjectId& relation, const Database& database);
// The composite type of a typed table; null: it is none, or its type is not in the database.
const Composite* type_of(const Table& table, const Database& database);
// The partition of a table that takes what no other does; empty: none.
ObjectId default_partition(const ObjectId& table, const Database& database);

// "ALTER TABLE parent ATTACH PARTITION child FOR VALUES …", with what it demands of the child.
Statements attach(const Descendant& child, const Context& context);
// The foreign keys of other tables, and their own, that refer to rows of a partition by the name of a table above it, and
// are neither gone nor wanted gone: PostgreSQL drops no such partition before it has left that table.
std::vector<const ForeignKey*> keys_over(const Descendant& partition, const Context& context);
// "ALTER TABLE parent DETACH PARTITION child".
Statement detach(const Descendant& child, const Context& context);
// What a new partition costs the one that took its rows until now: nothing where there is none, or it is empty.
void add_default_partition(Statement& adding, const ObjectId& parent, const Context& context);
// The statements by which a table leaves its parents and comes to others, or to another bound.
void change_descent(const Descendant& live, const Descendant& wanted, const Context& context, Statements& out);
// The parents that it comes to.
std::vector<ObjectId> gained_parents(const Descendant& live, const Descendant& wanted);
bool gains_parent(const Descendant& live, const Descendant& wanted);
// With those by INHERITS that it leaves only to come back to, since they stand in an order.
std::vector<ObjectId> parents_to_come(const Descendant& live, const Descendant& wanted);
// Is it to be another partition, or one with another bound?
bool moves_partition(const Descendant& live, const Descendant& wanted);
// Takes out the parents that it leaves, the one of which it gets another bound among them.
void leave_parents(Descendant& live, const Descendant& wanted);
// The first part of change_descent, as a step of its own: others may change in between.
Statements leave(const Descendant& live, const Descendant& wanted, const Context& context);

// A column or check of a parent that is dropped: what a child by INHERITS has by it alone, under the name that it is to have;
// none: the child has nothing, or has it from others too, or is to leave.
std::optional<ObjectId> part_below(const ObjectId& part, const ObjectId& child, const Context& context);
// Is it dropped from its table alone (ALTER TABLE ONLY), since a child is to keep what it has by it?
bool is_dropped_alone(const ObjectId& part, const Context& context);
// "ALTER TABLE [ONLY] table ", to drop it by.
std::string alter_to_drop(const ObjectId& part, const Context& context);

// The tables that it names, under their new names.
void follow_parents(Descendant& child, const Renaming& renaming);

// A parent's column as a child gets it.
struct Column;
Column inherited_column(const Column& parents, const ObjectId& child, const Database& database);
// What becomes of a live child's column when its parents' columns become as they are wanted.
Column after_parents(const Column& live, const Context& context);

// The parent's column that a child has its own by, before and after: neither goes, nor comes again, without it.
std::optional<ObjectId> column_above(const ObjectId& column, const Database& live, const Database& wanted);

// What a column of a child is once CREATE TABLE has named the parents; none: it must be said in full.
std::optional<Column> given_column(const Column& wanted, const Database& database);
// A child's own column as CREATE TABLE says it: a generation expression that is its parents' comes from them, and before 16
// PostgreSQL refuses to be told it again.
Column said_beside_parents(Column wanted, const Database& database);
// Does a child have its parents' columns in another order than they, or not first?
bool has_own_order(const ObjectId& child, const Database& database);

// Gives every child the columns of its parents that it does not declare. REQUIRES: sorted; sorts again. False: there is no
// child.
bool inherit_columns(Database& wanted);

// Would PostgreSQL make this constraint or index of a child alike by itself, with the parent's?
bool comes_with_whole(const ObjectId& part, const Database& live);

// The constraints or indexes of tables above that it is a part of, nearest first. Where live lacks one between (see
// leave_parts_alone), those above that have the same columns.
std::vector<ObjectId> wholes_of(const ObjectId& part, const Database& live);

// Takes out what children have by their parents alone, so that a declaration need not say it: columns as the parents',
// checks and foreign keys that are theirs, indexes that are parts of theirs under names that PostgreSQL would choose.
void leave_out_inherited(Database& live);

// Declares the parts of which the declaration does not speak and that bear names that PostgreSQL would not choose, renamed
// to those that it would. REQUIRES: live under its new names.
void name_parts(const Database& live, Database& wanted);

// Takes out of live the parts of keys, indexes and checks of parents that stay as they are: of them the declaration need
// not speak.
void leave_parts_alone(Database& live, const Database& wanted);

}  // namespace plumb
