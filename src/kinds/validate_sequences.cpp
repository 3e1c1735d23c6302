#include <fmt/format.h>

#include <limits>

#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

struct Counting {
  const Base& object;
  std::string_view type;
  long long increment = 1, cache = 1;
  std::optional<long long> start, min_value, max_value;
};

// What init_params() in commands/sequence.c refuses.
void check_counting(const Counting& c, Findings& out) {
  const auto wrong = [&](const std::string& what, std::string hint = {}) {
    out.push_back({&c.object, fmt::format("{} {}", to_string(c.object.id), what), std::move(hint)});
  };
  long long least = std::numeric_limits<long long>::min(), greatest = std::numeric_limits<long long>::max();
  if (c.type == "smallint") least = std::numeric_limits<std::int16_t>::min(), greatest = ~least;
  if (c.type == "integer") least = std::numeric_limits<std::int32_t>::min(), greatest = ~least;
  const long long min = c.min_value.value_or(c.increment > 0 ? 1 : least);
  const long long max = c.max_value.value_or(c.increment > 0 ? greatest : -1);
  const long long start = c.start.value_or(c.increment > 0 ? min : max);
  if (c.cache < 1) wrong(fmt::format("caches {} values", c.cache), "cache: 1, which is none, or more");
  for (const auto& [word, value] : {std::pair("min_value", min), std::pair("max_value", max)})
    if (value < least || value > greatest) {
      wrong(fmt::format("has the {} {}, which no {} holds", word, value, c.type), "a bigint holds more");
      return;
    }
  if (min >= max)
    wrong(fmt::format("counts from {} to {}: its min_value is not less than its max_value", min, max),
          c.min_value && c.max_value ? ""
          : c.increment > 0          ? "left out, min_value is 1"
                                     : "left out, max_value of one that counts down is -1");
  else if (start < min || start > max)
    wrong(fmt::format("starts with {}, which is not within {} to {}", start, min, max),
          "start, min_value and max_value go together");
}

}  // namespace

void sequences(const Database& wanted, Findings& out) {
  const auto counts = [](std::string_view type) { return type == "smallint" || type == "integer" || type == "bigint"; };
  for (const Sequence& s : wanted.all<Sequence>())
    if (counts(s.type.text) && s.increment != 0)
      check_counting({s, s.type.text, s.increment, s.cache, s.start, s.min_value, s.max_value}, out);
  for (const Column& column : wanted.all<Column>()) {
    if (!column.identity || !counts(column.type.text)) continue;
    const sql::SequenceOptions& options = column.identity->options;
    const long long increment = options.increment.value_or(1);
    if (increment == 0)
      out.push_back({&column, fmt::format("{} never counts: increment 0", to_string(column.id)), {}});
    else
      check_counting({column, column.type.text, increment, options.cache.value_or(1), options.start, options.min_value,
                      options.max_value},
                     out);
  }
}

}  // namespace plumb::validation
