// Which bounds of partitions leave a row to two of them (check_new_partition_bound in partitioning/partbounds.c). Only what is
// sure without a server: constants whose order does not depend on types of others, collations or time zones.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

using Form = sql::PartitionBoundDefinition::Form;

struct BoundOf {
  const Descendant* partition;
  sql::PartitionBoundDefinition bound;
};

// 'text' or a number, without its quotes; none: no plain constant.
std::optional<std::string> constant_text(const std::string& value) {
  if (value.size() >= 2 && value.front() == '\'' && value.back() == '\'') {
    std::string inner = value.substr(1, value.size() - 2);
    if (inner.find_first_of("'\\") != std::string::npos) return std::nullopt;
    return inner;
  }
  const std::size_t digits = value.starts_with('-') ? 1 : 0;
  if (value.size() == digits || value.find_first_not_of("0123456789", digits) != std::string::npos) return std::nullopt;
  return value;
}

// A value of a bound whose place among others of the same form is known.
struct Place {
  int side = 0;      // -1: minvalue, 1: maxvalue
  std::string form;  // empty: not known
  long long number = 0;
  std::string time;
};

bool has_shape(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) {
           return s == '9' ? c >= '0' && c <= '9' : c == s;
         });
}

// ISO dates and times: in this form their order is that of their letters. Of a timestamptz, a time without its zone is read
// in the session's, which may leave hours out and have others twice.
void read_time(const std::string& text, std::string_view type, Place& out) {
  constexpr std::string_view date = "9999-99-99", time = "9999-99-99 99:99:99";
  const bool is_date = has_shape(text, date);
  if (type == "date") {
    if (is_date) out.form = "date", out.time = text;
    return;
  }
  const bool zoned = type == "timestamp with time zone";
  const std::string_view start = std::string_view(text).substr(0, time.size());
  const std::string_view zone = std::string_view(text).substr(start.size());
  if (is_date)
    out.form = zoned ? "date" : "time", out.time = zoned ? text : text + " 00:00:00";
  else if (has_shape(start, time) && (zoned ? has_shape(zone, "+99") || has_shape(zone, "-99") : zone.empty()))
    out.form = "time" + std::string(zone), out.time = start;
}

Place place_of(const std::string& value, const Type& type) {
  Place out;
  if (value == "minvalue" || value == "maxvalue") {
    out.side = value == "minvalue" ? -1 : 1;
    return out;
  }
  const auto text = constant_text(value);
  if (!text) return out;
  if (type.text == "smallint" || type.text == "integer" || type.text == "bigint") {
    constexpr std::size_t longest = 18;  // what fits into 64 bits whatever its digits are
    const std::size_t digits = text->starts_with('-') ? 1 : 0;
    if (text->size() <= digits || text->size() > longest + digits ||
        text->find_first_not_of("0123456789", digits) != std::string::npos)
      return out;
    out.form = "number", out.number = std::stoll(*text);
  } else if (type.text == "date" || type.text == "timestamp without time zone" ||
             type.text == "timestamp with time zone") {
    read_time(*text, type.text, out);
  }
  return out;
}

// Negative, zero or positive; none where that is not known (partition_rbound_cmp).
std::optional<int> compared(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            const std::vector<Type>& types) {
  if (a.size() != b.size() || a.size() != types.size()) return std::nullopt;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Place x = place_of(a[i], types[i]), y = place_of(b[i], types[i]);
    if (x.side != y.side) return x.side - y.side;
    if (x.side != 0) return 0;  // what follows is not looked at
    if (x.form.empty() || x.form != y.form) return std::nullopt;
    if (x.number != y.number) return x.number < y.number ? -1 : 1;
    if (x.time != y.time) return x.time < y.time ? -1 : 1;
  }
  return 0;
}

bool is_before(const std::vector<std::string>& a, const std::vector<std::string>& b, const std::vector<Type>& types) {
  const auto order = compared(a, b, types);
  return order && *order < 0;
}

class Bounds {
 public:
  Bounds(const Database& database, Findings& out) : database_(database), out_(out) {}

  void check(const Table& table, std::vector<BoundOf> all) {
    one_default(all);
    const auto key = sql::parse_partition_key(table.partition_by.text);
    const std::string& strategy = key.strategy;
    std::erase_if(all, [&](const BoundOf& each) {
      return each.bound.form != (strategy == "list" ? Form::in : strategy == "range" ? Form::from_to : Form::with);
    });
    if (strategy == "list") lists(all);
    if (strategy == "range") ranges(table, key, all);
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
        const auto text = constant_text(value);
        if (!text && value != "null" && value != "true" && value != "false") continue;
        const auto [found, added] = taken.emplace(text ? "'" + *text : value, each.partition);
        if (!added && found->second != each.partition)
          report(*each.partition,
                 fmt::format("{} takes {}, and so does {}", to_string(each.partition->id), value,
                             to_string(found->second->id)),
                 *found->second);
      }
  }

  void ranges(const Table& table, const sql::PartitionKeyDefinition& key, const std::vector<BoundOf>& all) {
    std::vector<Type> types;
    for (const sql::IndexElement& element : key.on) {
      const Column* column = database_.find<Column>(column_id(table.id, element.column));
      const bool known = column && element.opclass.empty();  // one of its own may order otherwise
      types.push_back(known ? column->type : Type{});
    }
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
          const Place place = place_of((*values)[i], types[i]);
          if (place.side != 0) continue;
          if (form.empty()) form = place.form;
          if (place.form.empty() || place.form != form) return false;
        }
    }
    return true;
  }

  // A row with the one remainder and the other exists where their difference is a multiple of what both moduli have in common.
  void remainders(const std::vector<BoundOf>& all) {
    constexpr std::size_t many = 2000;  // each is held against each
    if (all.size() > many) return;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const auto &a = all[j].bound, &b = all[i].bound;
        if (a.modulus <= 0 || b.modulus <= 0 || (a.remainder - b.remainder) % std::gcd(a.modulus, b.modulus) != 0)
          continue;
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
