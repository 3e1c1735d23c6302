// The values of described fields as text: how differences are reported, how JSON shows them, what fingerprints are
// made of; and back from what catalog rows hold.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/kind.h"
#include "model/error.h"
#include "sql/definition.h"

namespace plumb {

// --- To text -------------------------------------------------------------------------------------------------------

inline std::string field_text(const std::string& value) { return value; }
inline std::string field_text(bool value) { return value ? "true" : "false"; }
inline std::string field_text(long long value) { return std::to_string(value); }
inline std::string field_text(const Type& value) { return sql::short_type(value); }
inline std::string field_text(const Expression& value) { return value.text; }
inline std::string field_text(const Query& value) { return value.text; }
inline std::string field_text(const Element& value) { return value.text; }
inline std::string field_text(const Identity& value) { return value.text(); }
inline std::string field_text(const ObjectName& value) { return value.empty() ? "" : value.sql(); }
inline std::string field_text(const OperatorMember& value) { return value.text; }
inline std::string field_text(const Reference& value) { return value.text; }
inline std::string field_text(const ColumnName& value) { return value.empty() ? "" : value.sql(); }
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
inline void decode(std::string_view text, Options& value) {
  for (const std::string& option : parse_array(text)) {
    const std::size_t equals = option.find('=');
    value.emplace(option.substr(0, equals), equals == std::string::npos ? "" : option.substr(equals + 1));
  }
}
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
  for (const std::string& element : parse_array(text)) decode(element, values.emplace_back());
}

// Calls f(name, value a, value b) for each described field of two objects of one kind; f may change what is in b.
template <typename T, typename U, typename F>
requires std::is_same_v<T, std::remove_const_t<U>>
void each_field(const T& a, U& b, F&& f) {
  // describe() visits one object; walk both in step by recording the first one's member addresses.
  std::vector<const void*> first;
  first.reserve(16);
  auto record = [&first](std::string_view, const auto& member, auto&&...) { first.push_back(&member); };
  Kind<T>::describe(record, a);
  std::size_t i = 0;
  auto compare = [&](std::string_view name, auto& member, auto&&...) {
    f(name, *static_cast<const std::remove_reference_t<decltype(member)>*>(first[i++]), member);
  };
  Kind<T>::describe(compare, b);
}

}  // namespace plumb
