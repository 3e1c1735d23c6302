#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/kinds.h"
#include "kinds/nearest.h"
#include "kinds/validate_parts.h"
#include "sql/lexer.h"

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
    const Expression& by_default = column.default_expression;
    if (by_default.empty()) return;
    const sql::Tokens tokens = tokens_of(by_default.text);
    if (tokens.list.size() == 2 && tokens.list[0].kind == sql::TokenKind::string)  // and the end
      check_value(column, std::string(tokens.list[0].value), declared_enum(column.type, column.id.schema));
  }

  // 'calm'::mood, wherever it stands.
  void check_text(const Base& object, const std::string& text) {
    if (text.find("::") == std::string::npos) return;
    const sql::Tokens tokens = tokens_of(text);
    const auto& list = tokens.list;
    for (std::size_t i = 0; i + 2 < list.size(); ++i) {
      if (list[i].kind != sql::TokenKind::string || !list[i + 1].is("::")) continue;
      if (list[i + 2].kind != sql::TokenKind::name) continue;
      std::string type = sql::quote_ident(list[i + 2].value);
      std::size_t next = i + 3;
      if (next + 1 < list.size() && list[next].is('.') && list[next + 1].kind == sql::TokenKind::name) {
        type += "." + sql::quote_ident(list[next + 1].value);
        next += 2;
      }
      if (next < list.size() && list[next].is('[')) continue;
      check_value(object, std::string(list[i].value), declared_enum(Type{type}, object.id.schema));
    }
  }

 private:
  static sql::Tokens tokens_of(const std::string& text) {
    try {
      return sql::tokenize(text);
    } catch (const sql::SyntaxError&) {
      return sql::tokenize("");
    }
  }

  const Enum* declared_enum(const Type& type, const std::string& home) const {
    const sql::TypeParts parts = sql::split_type(type);
    if (parts.standard || parts.array) return nullptr;
    const auto in = [&](const std::string& schema) {
      return database_.find<Enum>(top_id(KindTag::enumeration, schema, parts.name));
    };
    if (!parts.schema.empty()) return in(parts.schema);
    const Enum* own = in(home);
    return own ? own : in("public");
  }

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
