#include "sql/relations.h"

#include "sql/from_lists.h"

namespace plumb::sql {

std::vector<NameUse> relations_in(std::string_view query) {
  const Tokens tokens = tokenize(query);
  const FromLists lists(tokens);
  std::vector<NameUse> out;
  for (const FromItem& item : lists.items())
    if (item.sort == FromItem::Sort::relation) out.push_back(item.name);
  return out;
}

}  // namespace plumb::sql
