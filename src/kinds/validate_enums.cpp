#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/enum_constants.h"
#include "kinds/kinds.h"
#include "kinds/nearest.h"
#include "kinds/validate_parts.h"

namespace plumb::validation {

namespace {

class EnumValues {
 public:
  EnumValues(const Database& database, Findings& out) : database_(database), out_(out) {}

  void check(const Enum& e) {
    std::map<std::string, std::string> taken;
    for (const auto& [now, before] : e.renamed_values.value)
      if (const auto [first, added] = taken.emplace(before, now); !added)
        out_.push_back({&e,
                        fmt::format("{} renames {} to {} and to {}", to_string(e.id), before, first->second, now),
                        "a value becomes one other",
                        {}});
  }

  // A default alone, 'calm', is of the column's type.
  void check(const Column& column) {
    if (const auto value = lone_string(column.default_expression.text))
      check_value(column, *value, enum_of(column.type, column.id.schema, database_));
  }

  // 'calm'::mood, wherever it stands.
  void check_text(const Base& object, const std::string& text) {
    for (const EnumConstant& constant : enum_constants(text, object.id.schema, database_))
      if (!constant.array) check_value(object, constant.values.front(), constant.of);
  }

 private:
  void check_value(const Base& object, const std::string& value, const Enum* e) {
    if (!e || std::ranges::find(e->values, value) != e->values.end()) return;
    out_.push_back({&object, fmt::format("{}: {} has no value '{}'", to_string(object.id), to_string(e->id), value),
                    did_you_mean(value, e->values, "add it to the enum, or write one that it has"), e->id});
  }

  const Database& database_;
  Findings& out_;
};

}  // namespace

void enum_values(const Database& wanted, Findings& out) {
  if (wanted.all<Enum>().empty()) return;
  EnumValues values(wanted, out);
  for (const Enum& e : wanted.all<Enum>()) values.check(e);
  wanted.each([&]<typename T>(const T& object) {
    if constexpr (std::is_same_v<T, Column>) values.check(object);
    // PostgreSQL looks at the bodies of routines when they run.
    if constexpr (!std::is_base_of_v<Routine, T> && requires { Kind<T>::mentions(object); })
      for (const auto& text : Kind<T>::mentions(object)) values.check_text(object, text);
  });
}

}  // namespace plumb::validation
