// NOT NULL of columns, which is a constraint with a name of its own from 18 on: its clauses, its changes, and which names are
// compared. PostgreSQL documentation: CREATE TABLE, ALTER TABLE … ADD NOT NULL, pg_constraint (contype n);
// catalog/heap.c (AddRelationNotNullConstraints).
#pragma once

#include "kinds/column.h"

namespace plumb {

// The name that PostgreSQL would choose where no other constraint of the table has it.
std::string default_not_null_name(const Column& c);

// " CONSTRAINT name NOT NULL NO INHERIT", or nothing: as the definition of a column takes it, which has no NOT VALID.
std::string not_null_clause(const Column& c);
// "ADD CONSTRAINT name NOT NULL column NOT VALID", for ALTER TABLE.
std::string add_not_null(const Column& c);

// COMMENT ON it, where it is another than `live`.
void comment_on_not_null(const Column& wanted, const std::string& live, Statements& out);

// The statements from one state of it to another.
void not_null_changed(const Column& live, const Column& wanted, const Context& context, Statements& out);

// Has a column of a child its NOT NULL from a parent, whose constraint has one name on all of them?
bool inherits_not_null(const Column& c, const Database& database);

// A name that is not declared is any; on servers before 18 there are none. REQUIRES: renames carried out.
void adopt_not_null_names(Database& live, Database& wanted, ServerVersion version);

}  // namespace plumb
