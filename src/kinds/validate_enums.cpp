#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

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
    old_names(e);
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
  // A list cannot tell whether they have been renamed already where the old name is still, or again, in it.
  void old_names(const Enum& e) {
    const auto& renamed = e.renamed_values.value;
    for (const auto& [now, before] : renamed) {
      if (std::ranges::find(e.values, before) == e.values.end()) continue;
      if (!renamed.contains(before))
        out_.push_back({&e,
                        fmt::format("{} renames {} to {} and has {}, too", to_string(e.id), before, now, before),
                        fmt::format("rename it first, and add another {} in a later plan, without the hint", before),
                        {}});
      else if (leads_back(now, renamed))
        out_.push_back({&e,
                        fmt::format("{} renames {} to {} in a circle", to_string(e.id), before, now),
                        "rename one of them to a third name first, in a plan of its own",
                        {}});
    }
  }

  // Told of the first of the circle.
  static bool leads_back(const std::string& from, const std::map<std::string, std::string>& renamed) {
    std::set<std::string> seen;
    for (auto at = renamed.find(from); at != renamed.end() && seen.insert(at->first).second;) {
      if (at->first < from) return false;
      if (at->second == from) return true;
      at = renamed.find(at->second);
    }
    return false;
  }

  void check_value(const Base& object, const std::string& value, const Enum* e) {
    if (!e || std::ranges::find(e->values, value) != e->values.end()) return;
    const auto& renamed = e->renamed_values.value;
    const auto heir = std::ranges::find(renamed, value, &std::pair<const std::string, std::string>::second);
    const std::string other = heir == renamed.end()
                                  ? did_you_mean(value, e->values, "add it to the enum, or write one that it has")
                                  : fmt::format("it becomes '{}': write that", heir->first);
    out_.push_back({&object, fmt::format("{}: {} has no value '{}'", to_string(object.id), to_string(e->id), value),
                    other, e->id});
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
