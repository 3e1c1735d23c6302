#include <fmt/format.h>

#include "kinds/fields.h"
#include "kinds/nearest.h"
#include "kinds/validate_parts.h"
#include "sql/definition_type.h"

namespace plumb::validation {

namespace {

class Routines {
 public:
  Routines(const Database& database, const AnsweredFor& answered_for, Findings& out)
      : database_(database), answered_for_(answered_for), out_(out) {}

  void check(const Trigger& t) { calls(t, t.function, t.id.schema, "trigger"); }
  void check(const EventTrigger& t) { calls(t, t.function, "public", "event_trigger"); }

  // Another may be on the server, by an extension: only what is surely one of PostgreSQL's own is wrong.
  void check_language(const Routine& routine) {
    const std::string& word = routine.language;
    if (database_.contains(top_id(KindTag::language, "", word)) ||
        database_.contains(top_id(KindTag::extension, "", word)))
      return;
    for (const std::string_view known : {"sql", "plpgsql", "internal"})
      if (edit_distance(word, known) == 1) {
        out_.push_back({&routine, fmt::format("{} is in {}, which is no language", to_string(routine.id), word),
                        fmt::format("did you mean {}?", known)});
        return;
      }
  }

  // Where its function is declared once, its arguments are known by now.
  void check(const Cast& c) {
    if (c.function.empty()) return;
    const auto called = sql::parse_signed_name(c.function.text);
    if (called.arguments) return;
    out_.push_back(
        {&c, fmt::format("{} does not say which {} it calls", to_string(c.id), c.function.text),
         fmt::format("with the types of its arguments: {}({})", c.function.text, sql::short_type(c.source))});
  }

 private:
  // PostgreSQL takes the first function on the path that has no arguments.
  const Function* called_without_arguments(const FunctionName& name, const std::string& home) const {
    const auto parts = split_name(name.text);
    std::vector<std::string> schemas{parts.size() == 2 ? parts.front() : home};
    if (parts.size() == 1 && home != "public") schemas.emplace_back("public");
    for (const std::string& schema : schemas) {
      for (const Function& function : database_.all<Function>())
        if (function.id.schema == schema && function.name == parts.back() &&
            sql::input_types(function.arguments).empty())
          return &function;
      if (!answered_for_(top_id(KindTag::function, schema, parts.back() + "()"))) return nullptr;
    }
    return nullptr;
  }

  void calls(const Base& trigger, const FunctionName& name, const std::string& home, std::string_view result) {
    if (name.empty()) return;
    const Function* function = called_without_arguments(name, home);
    if (!function || function->returns.empty()) return;
    if (function->returns.type.text == result && !function->returns.set) return;
    out_.push_back({&trigger,
                    fmt::format("{} calls {}, which returns {}", to_string(trigger.id), to_string(function->id),
                                sql::print_returns(function->returns)),
                    fmt::format("its function returns {}", result), function->id});
  }

  const Database& database_;
  const AnsweredFor& answered_for_;
  Findings& out_;
};

}  // namespace

void routines(const Database& wanted, const AnsweredFor& answered_for, Findings& out) {
  Routines routines(wanted, answered_for, out);
  for (const Trigger& trigger : wanted.all<Trigger>()) routines.check(trigger);
  for (const EventTrigger& trigger : wanted.all<EventTrigger>()) routines.check(trigger);
  for (const Cast& cast : wanted.all<Cast>()) routines.check(cast);
  for (const Function& function : wanted.all<Function>()) routines.check_language(function);
  for (const Procedure& procedure : wanted.all<Procedure>()) routines.check_language(procedure);
}

}  // namespace plumb::validation
