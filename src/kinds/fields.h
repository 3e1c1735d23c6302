// The values of described fields as text: how differences are reported, how JSON shows them, what fingerprints are
// made of; and back from what catalog rows hold.
#pragma once

#include <array>
#include <charconv>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/kind.h"
#include "model/error.h"
#include "sql/definition.h"
#include "sql/publication.h"

namespace plumb {

// --- To text -------------------------------------------------------------------------------------------------------

inline std::string field_text(const std::string& value) { return value; }
inline std::string field_text(bool value) { return value ? "true" : "false"; }
inline std::string field_text(long long value) { return std::to_string(value); }
inline std::string field_text(const Type& value) { return sql::short_type(value); }
inline std::string field_text(const Expression& value) { return value.text; }
inline std::string field_text(const Query& value) { return value.text; }
inline std::string field_text(const Element& value) { return value.text; }
inline std::string field_text(const PartitionKey& value) { return value.text; }
inline std::string field_text(const PartitionBound& value) { return value.text; }
inline std::string field_text(const Identity& value) { return value.text(); }
inline std::string field_text(const ObjectName& value) { return value.empty() ? "" : value.sql(); }
inline std::string field_text(const OperatorMember& value) { return value.text; }
inline std::string field_text(const Reference& value) { return value.text; }
inline std::string field_text(const GuardedOptions& value) { return text_of(value); }
inline std::string field_text(const ConnectionString& value) { return text_of(value); }
inline std::string field_text(const Grants& value) { return text_of(value); }
inline std::string field_text(const ColumnName& value) { return value.empty() ? "" : value.sql(); }
inline std::string field_text(float value) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}
inline std::string field_text(const Arguments& value) { return sql::print_arguments(value); }
inline std::string field_text(const Returns& value) { return sql::print_returns(value); }
inline std::string field_text(const Code& value) { return value.text; }
inline std::string field_text(const FunctionName& value) { return value.text; }
inline std::string field_text(const Options& value) {
  std::string out;
  for (const auto& [name, text] : value) {
    if (!out.empty()) out += ", ";
    out.append(name).append("=").append(text);
  }
  return out;
}
template <typename T>
std::string field_text(const std::optional<T>& value) {
  return value ? field_text(*value) : "";
}
template <typename T>
std::string field_text(const Declared<T>& value) {
  return field_text(value.value);
}
template <typename T>
std::string field_text(const Hint<T>&) {
  return {};
}
// A word of a list: in quotes where it could be taken for two, or for none.
std::string listed_word(const std::string& word);
inline std::string listed_text(const std::string& value) { return listed_word(value); }
template <typename T>
std::string listed_text(const T& value) {
  return field_text(value);
}
template <typename T>
std::string field_text(const std::vector<T>& values) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ", ") + listed_text(value);
  return out;
}

// --- From catalog rows: libpq's text format --------------------------------------------------------------------------

// The elements of a text[] as the server writes it: {a,"b c",NULL}.
std::vector<std::string> parse_array(std::string_view text);

// A quoted, maybe qualified name as quote_ident writes it, split at the dots outside quotes, quotes undone.
std::vector<std::string> split_name(std::string_view text);

inline void decode(std::string_view text, std::string& value) { value = text; }
inline void decode(std::string_view text, bool& value) { value = text == "t"; }
inline void decode(std::string_view text, long long& value) {
  std::from_chars(text.data(), text.data() + text.size(), value);
}
inline void decode(std::string_view text, std::uint32_t& value) {
  std::from_chars(text.data(), text.data() + text.size(), value);
}
inline void decode(std::string_view text, KindTag& value) { value = kind_named(text); }
inline void decode(std::string_view text, Type& value) { value.text = text; }
inline void decode(std::string_view text, Expression& value) { value.text = text; }
inline void decode(std::string_view text, Query& value) { value.text = text; }
inline void decode(std::string_view text, Element& value) { value.text = text; }
inline void decode(std::string_view text, PartitionKey& value) { value = PartitionKey::parse(text); }
inline void decode(std::string_view text, PartitionBound& value) { value = PartitionBound::parse(text); }
inline void decode(std::string_view text, Identity& value) { value = Identity::parse(text); }
inline void decode(std::string_view text, OperatorMember& value) { value.text = text; }
inline void decode(std::string_view text, Reference& value) { value.text = text; }
inline void decode(std::string_view text, ObjectName& value) {
  auto parts = split_name(text);
  value.name = std::move(parts.back());
  value.schema = parts.size() > 1 ? std::move(parts.front()) : std::string();
}
inline void decode(std::string_view text, ColumnName& value) {
  auto parts = split_name(text);
  if (parts.size() == 3) value = {std::move(parts[0]), std::move(parts[1]), std::move(parts[2])};
}
inline void decode(std::string_view text, ConnectionString& value) { value.text = text; }
inline void decode(std::string_view, sql::PublishedTable&) {}  // in the YAML alone
inline void decode(std::string_view, Grants&) {}               // made from an aclitem[] (kinds/acl.h)
inline void decode(std::string_view text, float& value) {
  std::from_chars(text.data(), text.data() + text.size(), value);
}
inline void decode(std::string_view text, Arguments& value) { value = sql::parse_arguments(text); }
inline void decode(std::string_view text, Returns& value) { value = sql::parse_returns(text); }
inline void decode(std::string_view text, Code& value) { value.text = text; }
inline void decode(std::string_view text, FunctionName& value) { value.text = text; }
inline void decode(std::string_view text, Options& value) {
  for (const std::string& option : parse_array(text)) {
    const std::size_t equals = option.find('=');
    value.add(option.substr(0, equals), equals == std::string::npos ? "" : option.substr(equals + 1));
  }
}
inline void decode(std::string_view text, GuardedOptions& value) { decode(text, value.values); }
template <typename T>
void decode(std::string_view text, std::vector<T>& values);
template <typename T>
void decode(std::string_view text, std::optional<T>& value) {
  decode(text, value.emplace());
}
template <typename T>
void decode(std::string_view text, Declared<T>& value) {
  decode(text, value.value);
}
template <typename T>
void decode(std::string_view text, Hint<T>& value) {
  if constexpr (requires { decode(text, value.value); }) decode(text, value.value);
}
template <typename T>
void decode(std::string_view text, std::vector<T>& values) {
  values.clear();  // of what stands there where nothing is said
  for (const std::string& element : parse_array(text)) decode(element, values.emplace_back());
}

// --- The SQL in a value ----------------------------------------------------------------------------------------------

// f(text, is it an expression?), for a piece of SQL: what names other objects and may be spelled in several ways.
using SqlFunction = std::function<void(std::string& text, bool is_expression)>;

inline void each_sql(Type& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(Expression& value, const SqlFunction& f) { f(value.text, true); }
inline void each_sql(Query& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(Element& value, const SqlFunction& f) { f(value.text, true); }
inline void each_sql(PartitionKey& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(PartitionBound& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(FunctionName& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(Reference& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(OperatorMember& value, const SqlFunction& f) { f(value.text, false); }
inline void each_sql(Code& value, const SqlFunction& f) {
  if (value.sql) f(value.text, false);
}
inline void each_sql(sql::Argument& value, const SqlFunction& f) {
  f(value.type.text, false);
  f(value.default_expression, true);
}
inline void each_sql(Arguments& value, const SqlFunction& f) {
  for (sql::Argument& argument : value.list) each_sql(argument, f);
}
inline void each_sql(Returns& value, const SqlFunction& f) {
  f(value.type.text, false);
  for (sql::Argument& column : value.table) each_sql(column, f);
}
template <typename T>
requires requires(T& item, const SqlFunction& f) { each_sql(item, f); }
void each_sql(std::vector<T>& values, const SqlFunction& f) {
  for (T& value : values) each_sql(value, f);
}

template <typename M>
inline constexpr bool holds_sql = requires(M& member, const SqlFunction& f) {
  each_sql(member, f);
};

// A name of a type, or a list of such.
template <typename M>
inline constexpr bool holds_types = std::is_same_v<M, Type> || std::is_same_v<M, std::vector<Type>> ||
                                    std::is_same_v<M, Arguments> || std::is_same_v<M, Returns>;

// Each piece of SQL in an object's fields, those of the catalogs alone too. Compiled for every kind in each_sql.cpp.
template <typename T>
void each_sql_of(T& object, const SqlFunction& f);

// Likewise of all objects of a database.
void each_sql_in(Database& database, const SqlFunction& f);

// Each type that an object's fields name, and what stands with them: the defaults of arguments.
template <typename T>
void each_type_of(T& object, const SqlFunction& f);

// A name has but one spelling once it is relative.
template <typename M>
inline constexpr bool is_name =
    std::is_same_v<M, FunctionName> || std::is_same_v<M, Reference> || std::is_same_v<M, std::vector<OperatorMember>>;

// May two values that differ mean the same, spelled in two ways, so that the server must be asked?
template <typename M>
bool may_differ_in_spelling(const M& a, const M& b) {
  if (is_name<M> || !holds_sql<M> || a == b || field_text(a).empty() || field_text(b).empty()) return false;
  if constexpr (std::is_same_v<M, Code>)
    if (!a.sql || !b.sql) return false;
  if constexpr (std::is_same_v<M, Type>)
    if (sql::is_builtin(a) && sql::is_builtin(b)) return false;
  return true;
}

// No kind has more fields.
inline constexpr std::size_t most_fields = 48;

// Where the described fields of an object are.
struct FieldAddresses {
  std::array<const void*, most_fields> at;
  std::size_t count = 0;
  void operator()(std::string_view, const auto& member, Unread = {}, Unread = {}) { at.at(count++) = &member; }
};

// Calls f(name, value a, value b) for each described field of two objects of one kind; f may change what is in b.
template <typename T, typename U, typename F>
requires std::is_same_v<T, std::remove_const_t<U>>
void each_field(const T& a, U& b, F&& f) {
  // describe() visits one object: both are walked in step.
  FieldAddresses first;
  Kind<T>::describe(first, a);
  std::size_t i = 0;
  auto compare = [&](std::string_view name, auto& member, Unread = {}, Unread = {}) {
    f(name, *static_cast<const std::remove_reference_t<decltype(member)>*>(first.at[i++]), member);
  };
  Kind<T>::describe(compare, b);
}

}  // namespace plumb
