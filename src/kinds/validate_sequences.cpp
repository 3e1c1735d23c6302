#include <fmt/format.h>

#include <limits>
#include <map>
#include <set>

#include "kinds/kinds.h"
#include "kinds/nearest.h"
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

// An identity and a serial make their sequences themselves: what is said of those stands elsewhere.
class MadeByColumns {
 public:
  MadeByColumns(const Database& database, Findings& out) : database_(database), out_(out) {
    for (const Column& column : database.all<Column>())
      if (column.identity) of_identities_.emplace(Kind<Column>::identity_sequence_id(column), column.id);
    for (const Sequence& s : database.all<Sequence>())
      if (s.named_by_postgres.value) serials_.insert(s.owned_by.id());
  }

  void check(const Sequence& sequence) {
    if (sequence.named_by_postgres.value) return;
    if (const auto made = of_identities_.find(sequence.id); made != of_identities_.end())
      out_.push_back(
          {&sequence, fmt::format("{} is that of the identity of {}", to_string(sequence.id), to_string(made->second)),
           "how it counts stands in brackets behind the identity, its privileges and comment in `identity_sequences`",
           made->second});
    const Column* column = database_.find<Column>(sequence.owned_by.id());
    if (column && serials_.contains(column->id))
      out_.push_back({&sequence,
                      fmt::format("{} is owned by {}, a serial, which makes a sequence itself", to_string(sequence.id),
                                  to_string(column->id)),
                      fmt::format("write the column as {} not null default nextval('{}')",
                                  sql::short_type(column->type), sql::print_key_name(sequence.id.name)),
                      column->id});
  }

  void check(const IdentitySequence& sequence) {
    if (!sequence.column.value.empty()) return;
    std::vector<std::string> names;
    for (const auto& [id, column] : of_identities_)
      if (id.schema == sequence.id.schema) names.push_back(id.name);
    out_.push_back({&sequence,
                    fmt::format("no identity column has {}", to_string(sequence.id)),
                    did_you_mean(sequence.id.name, names, "a sequence that no identity makes stands in `sequences`"),
                    {}});
  }

 private:
  const Database& database_;
  Findings& out_;
  std::map<ObjectId, ObjectId> of_identities_;  // whose column it is
  std::set<ObjectId> serials_;
};

}  // namespace

void sequences(const Database& wanted, Findings& out) {
  MadeByColumns made(wanted, out);
  for (const Sequence& s : wanted.all<Sequence>()) made.check(s);
  for (const IdentitySequence& s : wanted.all<IdentitySequence>()) made.check(s);
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
