// Which bounds of partitions leave a row to two of them (check_new_partition_bound in partitioning/partbounds.c). Only what is
// sure without a server.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/bounds.h"
#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

using Form = sql::PartitionBoundDefinition::Form;

struct BoundOf {
  const Descendant* partition;
  sql::PartitionBoundDefinition bound;
};

bool is_before(const std::vector<std::string>& a, const std::vector<std::string>& b, const std::vector<Type>& types) {
  const auto order = compared(a, b, types);
  return order && *order < 0;
}

class Bounds {
 public:
  Bounds(const Database& database, Findings& out) : database_(database), out_(out) {}

  void check(const Table& table, std::vector<BoundOf> all) {
    one_default(all);
    const std::string strategy = sql::parse_partition_key(table.partition_by.text).strategy;
    std::erase_if(all, [&](const BoundOf& each) {
      return each.bound.form != (strategy == "list" ? Form::in : strategy == "range" ? Form::from_to : Form::with);
    });
    if (strategy == "list") lists(all);
    if (strategy == "range") ranges(table, all);
    if (strategy == "hash") remainders(all);
  }

 private:
  void report(const Descendant& partition, std::string message, const Descendant& other, std::string hint = {}) {
    out_.push_back({&partition, std::move(message), std::move(hint), other.id});
  }

  void one_default(const std::vector<BoundOf>& all) {
    const Descendant* first = nullptr;
    for (const BoundOf& each : all) {
      if (each.bound.form != Form::by_default) continue;
      if (first)
        report(*each.partition,
               fmt::format("{} is a default partition, and so is {}: a table has one", to_string(each.partition->id),
                           to_string(first->id)),
               *first);
      else
        first = each.partition;
    }
  }

  // The same text is the same value, whatever the type.
  void lists(const std::vector<BoundOf>& all) {
    std::map<std::string, const Descendant*> taken;
    for (const BoundOf& each : all)
      for (const std::string& value : each.bound.from) {
        const auto text = bound_constant(value);
        if (!text && value != "null" && value != "true" && value != "false") continue;
        const auto [found, added] = taken.emplace(text ? "'" + *text : value, each.partition);
        if (!added && found->second != each.partition)
          report(*each.partition,
                 fmt::format("{} takes {}, and so does {}", to_string(each.partition->id), value,
                             to_string(found->second->id)),
                 *found->second);
      }
  }

  void ranges(const Table& table, const std::vector<BoundOf>& all) {
    const std::vector<Type> types = key_types(table, database_);
    std::vector<const BoundOf*> sorted;
    for (const BoundOf& each : all) {
      const auto order = compared(each.bound.from, each.bound.to, types);
      if (order && *order >= 0)
        out_.push_back(
            {each.partition,
             fmt::format("{} takes no row: it ends where it begins, or before that", to_string(each.partition->id)),
             "from is the first value, to the one after the last"});
      else if (order)
        sorted.push_back(&each);
    }
    if (!all_comparable(sorted, types)) return;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const BoundOf* a, const BoundOf* b) {
      return is_before(a->bound.from, b->bound.from, types);
    });
    const BoundOf* last = nullptr;  // the one that ends last of those that begin before
    for (const BoundOf* each : sorted) {
      if (last && is_before(each->bound.from, last->bound.to, types)) both_take(*each, *last);
      if (!last || is_before(last->bound.to, each->bound.to, types)) last = each;
    }
  }

  void both_take(const BoundOf& one, const BoundOf& other) {
    report(*one.partition,
           fmt::format("{} takes rows that {} takes: {}, and {}", to_string(one.partition->id),
                       to_string(other.partition->id), one.partition->bound.text, other.partition->bound.text),
           *other.partition,
           one.bound.form == Form::from_to ? "a partition takes what it is from, not what it is to" : "");
  }

  // Every two of them: without that there is no order to sort by.
  static bool all_comparable(const std::vector<const BoundOf*>& all, const std::vector<Type>& types) {
    for (std::size_t i = 0; i < types.size(); ++i) {
      std::string form;
      for (const BoundOf* each : all)
        for (const auto* values : {&each->bound.from, &each->bound.to}) {
          const BoundPlace place = place_of((*values)[i], types[i]);
          if (place.side != 0) continue;
          if (form.empty()) form = place.form;
          if (place.form.empty() || place.form != form) return false;
        }
    }
    return true;
  }

  void remainders(const std::vector<BoundOf>& all) {
    constexpr std::size_t many = 2000;  // each is held against each
    if (all.size() > many) return;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (!remainders_meet(all[j].bound, all[i].bound)) continue;
        both_take(all[i], all[j]);
        break;
      }
  }

  const Database& database_;
  Findings& out_;
};

}  // namespace

void partition_bounds(const Database& wanted, Findings& out) {
  std::map<ObjectId, std::vector<BoundOf>> by_table;
  const auto add = [&by_table](const Descendant& child) {
    if (!child.partition_of.empty() && !child.bound.empty())
      by_table[table_id(child.partition_of.schema, child.partition_of.name)].push_back(
          {&child, sql::parse_partition_bound(child.bound.text)});
  };
  for (const Table& table : wanted.all<Table>()) add(table);
  for (const ForeignTable& table : wanted.all<ForeignTable>()) add(table);
  Bounds bounds(wanted, out);
  for (auto& [id, partitions] : by_table)
    if (const Table* table = wanted.find<Table>(id); table && !table->partition_by.empty())
      bounds.check(*table, std::move(partitions));
}

}  // namespace plumb::validation
