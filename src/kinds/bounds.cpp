#include "kinds/bounds.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "kinds/types.h"

namespace plumb {

std::optional<std::string> bound_constant(const std::string& value) {
  if (value.size() >= 2 && value.front() == '\'' && value.back() == '\'') {
    std::string inner = value.substr(1, value.size() - 2);
    if (inner.find_first_of("'\\") != std::string::npos) return std::nullopt;
    return inner;
  }
  const std::size_t digits = value.starts_with('-') ? 1 : 0;
  if (value.size() == digits || value.find_first_not_of("0123456789", digits) != std::string::npos) return std::nullopt;
  return value;
}

namespace {

bool has_shape(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) {
           return s == '9' ? c >= '0' && c <= '9' : c == s;
         });
}

// ISO dates and times: in this form their order is that of their letters. Of a timestamptz, a time without its zone is read
// in the session's, which may leave hours out and have others twice.
void read_time(const std::string& text, std::string_view type, BoundPlace& out) {
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

}  // namespace

BoundPlace place_of(const std::string& value, const Type& type) {
  BoundPlace out;
  if (value == "minvalue" || value == "maxvalue") {
    out.side = value == "minvalue" ? -1 : 1;
    return out;
  }
  const auto text = bound_constant(value);
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

namespace {

// Days since 1970 of a date in the ISO form.
long long day_of(const std::string& time) {
  const auto part = [&time](std::size_t at, std::size_t length) { return std::stoi(time.substr(at, length)); };
  using namespace std::chrono;
  const year_month_day date{year(part(0, 4)), month(static_cast<unsigned>(part(5, 2))),
                            day(static_cast<unsigned>(part(8, 2)))};
  return sys_days(date).time_since_epoch().count();
}

// Whatever their zones are, they leave no more than a day between two times of one date.
std::optional<int> compared_by_days(const BoundPlace& a, const BoundPlace& b) {
  if (a.time.empty() || b.time.empty()) return std::nullopt;
  constexpr long long sure = 3;
  const long long days = day_of(a.time) - day_of(b.time);
  if (days > -sure && days < sure) return std::nullopt;
  return days < 0 ? -1 : 1;
}

}  // namespace

std::optional<int> compared(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            const std::vector<Type>& types) {
  if (a.size() != b.size() || a.size() != types.size()) return std::nullopt;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const BoundPlace x = place_of(a[i], types[i]), y = place_of(b[i], types[i]);
    if (x.side != y.side) return x.side - y.side;
    if (x.side != 0) return 0;  // what follows is not looked at
    if (x.form != y.form) return compared_by_days(x, y);
    if (x.form.empty()) return std::nullopt;
    if (x.number != y.number) return x.number < y.number ? -1 : 1;
    if (x.time != y.time) return x.time < y.time ? -1 : 1;
  }
  return 0;
}

bool remainders_meet(const sql::PartitionBoundDefinition& a, const sql::PartitionBoundDefinition& b) {
  // Where their difference is a multiple of what both moduli have in common.
  return a.modulus > 0 && b.modulus > 0 && (a.remainder - b.remainder) % std::gcd(a.modulus, b.modulus) == 0;
}

std::vector<Type> key_types(const Table& partitioned, const Database& database) {
  std::vector<Type> out;
  for (const sql::IndexElement& element : sql::parse_partition_key(partitioned.partition_by.text).on) {
    const Column* column = database.find<Column>(column_id(partitioned.id, element.column));
    const bool known = column && element.opclass.empty();  // one of its own may order otherwise
    out.push_back(known ? column->type : Type{});
  }
  return out;
}

namespace {

// Of two texts that differ each is a value of its own.
bool one_text_each(const Type& type) {
  return type.text == "text" || type.text == "integer" || type.text == "bigint" || type.text == "smallint" ||
         type.text == "date" || type.text.starts_with("character varying");
}

bool may_be_equal(const std::string& a, const std::string& b, const Type& type) {
  if (a == b) return true;
  if ((a == "null") != (b == "null")) return false;
  const auto x = bound_constant(a), y = bound_constant(b);
  if (!x || !y || *x == *y) return true;
  return !one_text_each(type);
}

bool ends_before(const std::vector<std::string>& end, const std::vector<std::string>& start,
                 const std::vector<Type>& types) {
  if (end == start) return true;
  const auto order = compared(end, start, types);
  return order && *order <= 0;
}

}  // namespace

bool may_share_rows(const sql::PartitionBoundDefinition& a, const sql::PartitionBoundDefinition& b,
                    const std::vector<Type>& types) {
  using Form = sql::PartitionBoundDefinition::Form;
  if (a.form == Form::by_default || b.form == Form::by_default) return a.form == b.form;
  if (a.form != b.form) return true;
  switch (a.form) {
    case Form::in:
      return std::ranges::any_of(a.from, [&](const std::string& one) {
        return std::ranges::any_of(b.from, [&](const std::string& other) {
          return may_be_equal(one, other, types.empty() ? Type{} : types.front());
        });
      });
    case Form::from_to:
      return !ends_before(a.to, b.from, types) && !ends_before(b.to, a.from, types);
    case Form::with:
      return remainders_meet(a, b);
    case Form::by_default:
      break;
  }
  return true;
}

}  // namespace plumb
