#include "kinds/enum_constants.h"

#include "kinds/fields.h"
#include "sql/lexer.h"
#include "sql/syntax_error.h"

namespace plumb {

namespace {

sql::Tokens tokens_or_none(const std::string& text) {
  try {
    return sql::tokenize(text);
  } catch (const sql::SyntaxError&) {
    return sql::tokenize("");
  }
}

// "{a,"{b}"}", not of several dimensions nor with bounds.
bool is_flat_array(const std::string& text) {
  if (!text.starts_with('{')) return false;
  bool quoted = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == '{' && !quoted)
      return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> lone_string(const std::string& text) {
  const sql::Tokens tokens = tokens_or_none(text);
  if (tokens.list.size() != 2 || tokens.list[0].kind != sql::TokenKind::string) return std::nullopt;  // and the end
  return std::string(tokens.list[0].value);
}

const Enum* enum_of(const Type& type, const std::string& home, const Database& database) {
  const sql::TypeParts parts = sql::split_type(type);
  if (parts.standard || parts.array) return nullptr;
  const auto in = [&](const std::string& schema) {
    return database.find<Enum>(top_id(KindTag::enumeration, schema, parts.name));
  };
  if (!parts.schema.empty()) return in(parts.schema);
  const Enum* own = in(home);
  return own ? own : in("public");
}

std::vector<EnumConstant> enum_constants(const std::string& text, const std::string& home, const Database& database) {
  std::vector<EnumConstant> out;
  if (text.find("::") == std::string::npos) return out;
  const sql::Tokens tokens = tokens_or_none(text);
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
    const Enum* of = enum_of(Type{type}, home, database);
    if (!of) continue;
    const std::string value(list[i].value);
    const bool array = next < list.size() && list[next].is('[');
    if (array && !is_flat_array(value)) continue;
    out.push_back({of, list[i].offset, list[i].length, array ? parse_array(value) : std::vector{value}, array});
  }
  return out;
}

}  // namespace plumb
