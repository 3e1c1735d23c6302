#include "kinds/rehoming.h"

#include <algorithm>

#include "sql/names.h"
#include "sql/syntax_error.h"

namespace plumb {

namespace {

constexpr std::string_view everywhere = "public";

bool has_name(const std::string& schema, const std::string& name, const Database& database) {
  bool out = false;
  database.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (Kind<T>::placement.in_schema && Kind<T>::placement.parents.none() && !is_attached<T>) {
      if constexpr (has_sql_name<T>) {
        const ObjectId first = top_id(Kind<T>::tag, schema, sql::quote_ident(name) + "(");
        const auto found = std::ranges::lower_bound(objects, first, {}, &T::id);
        out = out || (found != objects.end() && found->id.schema == schema && found->name == name);
      } else {
        out = out || database.find<T>(top_id(Kind<T>::tag, schema, name));
      }
    }
  });
  return out;
}

}  // namespace

std::string rehomed(const std::string& text, const std::string& from, const std::string& to, const Database& database,
                    const std::function<bool(const std::string&)>& is_column) {
  if (text.empty() || from == to) return text;
  const auto has = [&database](std::string_view schema, const std::string& name) {
    return has_name(std::string(schema), name, database);
  };
  const auto is_bare_there = [&](std::string_view schema, const std::string& name) {
    return schema == to || (schema == everywhere && !has(to, name));
  };
  try {
    return sql::replace_names(text, [&](const sql::NameUse& use, std::string& replacement) {
      const std::string& first = use.parts.front();
      if (use.parts.size() == 1) {
        if (!use.call && !use.constant && is_column && is_column(first)) return false;
        const std::string schema(has(from, first) ? std::string_view(from) : everywhere);
        if (is_bare_there(schema, first) || !has(schema, first)) return false;
        replacement = sql::qualified(schema, first);
        return true;
      }
      if (!has(first, use.parts[1]) || !is_bare_there(first, use.parts[1])) return false;
      for (std::size_t i = 1; i < use.parts.size(); ++i)
        replacement += (i > 1 ? "." : "") + sql::quote_ident(use.parts[i]);
      return true;
    });
  } catch (const sql::SyntaxError&) {
    return text;  // the server will say what is wrong with it
  }
}

}  // namespace plumb
