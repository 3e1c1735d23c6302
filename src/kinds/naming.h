// Names that PostgreSQL would choose itself: src/backend/commands/indexcmds.c (makeObjectName, ChooseRelationName,
// ChooseIndexColumnNames, ChooseIndexNameAddition) and commands/tablecmds.c (ChooseForeignKeyConstraintNameAddition).
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace plumb {

class Database;

// name1_name2_label, name1 and name2 cut evenly where it would be over 63 bytes; empty parts are left out.
std::string default_name_of(std::string_view name1, std::string_view name2, std::string_view label);

// "a_b_c", stopped once it is longer than a name can be.
std::string joined_columns(const std::vector<std::string>& columns);

// Names by which something is one of its sort: a schema and a name, a table and a constraint's. REQUIRES: the texts outlive it.
struct NameKey {
  std::array<std::string_view, 3> parts;
  auto operator<=>(const NameKey&) const = default;
};

struct NameKeyHash {
  std::size_t operator()(const NameKey& key) const {
    std::size_t out = 0;
    for (const std::string_view part : key.parts) out = out * 31 + std::hash<std::string_view>()(part);
    return out;
  }
};

using NameKeys = std::unordered_set<NameKey, NameKeyHash>;

// Gives every object whose name was left out a number where its first choice is taken in its schema (t_a_key1).
void number_chosen_names(Database& database);

// pg_catalog, information_schema, …: what is in these comes with the server, and is no one's to declare.
bool is_schema_of_postgres(std::string_view schema);

}  // namespace plumb
