// Names that PostgreSQL would choose itself: src/backend/commands/indexcmds.c (makeObjectName, ChooseRelationName,
// ChooseIndexColumnNames, ChooseIndexNameAddition) and commands/tablecmds.c (ChooseForeignKeyConstraintNameAddition).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb {

class Database;

// name1_name2_label, name1 and name2 cut evenly where it would be over 63 bytes; empty parts are left out.
std::string default_name_of(std::string_view name1, std::string_view name2, std::string_view label);

// "a_b_c", stopped once it is longer than a name can be.
std::string joined_columns(const std::vector<std::string>& columns);

// Gives every object whose name was left out a number where its first choice is taken in its schema (t_a_key1).
void number_chosen_names(Database& database);

}  // namespace plumb
