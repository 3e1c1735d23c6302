// The clauses that several short forms share, read from and printed as tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/cursor.h"
#include "sql/definition.h"

namespace plumb::sql {

// Takes an expression and gives its text as written. Restricted: b_expr, as after DEFAULT.
std::string read_expression(Cursor& cursor, bool restricted = false);
std::string read_bracketed_expression(Cursor& cursor);  // "(a > 0)": without the brackets
std::string read_function_call(Cursor& cursor);         // what stands in an index without brackets of its own

// Is all of the text one function call by that rule?
bool is_function_call(std::string_view text);

// "a + b" of "(a + b)", or the text itself where the outer brackets are no pair.
std::string_view without_brackets(std::string_view text);

// May the text stand after DEFAULT only in brackets? Also true of a text in brackets whose inside does, so that adding
// and taking off one pair are inverse.
bool needs_brackets(std::string_view text);

std::string read_any_name(Cursor& cursor, std::string_view what);  // as SQL: "C", pg_catalog."default"

QualifiedName read_qualified_name(Cursor& cursor, std::string_view what);

Options read_options(Cursor& cursor);               // in brackets
std::string print_options(const Options& options);  // in brackets

References read_references(Cursor& cursor);

// [NOT] DEFERRABLE, INITIALLY …, each at most once; true where one was there.
bool read_deferrable(Cursor& cursor, bool& deferrable, bool& initially_deferred);
std::string print_deferrable(bool deferrable, bool initially_deferred);  // with a blank before each word

bool read_nulls_distinct(Cursor& cursor, bool& nulls_not_distinct);  // NULLS [NOT] DISTINCT

IndexElement read_index_element(Cursor& cursor);

// Options of CREATE SEQUENCE up to the first word that is none; `sequence` takes AS and OWNED BY, if it is there.
void read_sequence_options(Cursor& cursor, SequenceOptions& options, SequenceDefinition* sequence);
std::string print_sequence_options(const SequenceOptions& options);  // with a blank before each word

// " constraint a ", or one blank where there is no name.
std::string print_constraint_name(const std::string& name);

// "(a, b)"
std::string print_names(const std::vector<std::string>& names);

}  // namespace plumb::sql
