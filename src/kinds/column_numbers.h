// What numbers the rows of a column: an identity's sequence, a serial's, and the way from one to the other. PostgreSQL
// documentation: 5.3 (identity columns), 8.1.4 (serial types), ALTER TABLE.
#pragma once

#include <string>

#include "kinds/column.h"
#include "kinds/sequence.h"

namespace plumb {

// The sequence of an identity column, as if it stood alone. REQUIRES: it is one. `type`: of the column, then.
Sequence identity_sequence(const Column&, const Type& type);

std::string generation_words(const Identity&);  // ALWAYS, BY DEFAULT
// " (start with 5)", or nothing. That it is logged otherwise than its table not every release takes here.
std::string sequence_options(Identity);
void identity_logged(const Column& live, const Column& wanted, const Context&, Statements& out);

// A default that counts from now on goes on from the numbers that are there.
void become_serial(const Column& live, const Column& wanted, const Context&, Statements& out);
void identity_changed(const Column& live, const Column& wanted, const Context&, Statements& out);

}  // namespace plumb
