// The sections of one file as objects. Generic over kinds: what a kind is called in the YAML, where it stands, which
// fields it has and what its short form means comes from Kind<T> alone.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "kinds/kinds.h"
#include "yaml/findings.h"

namespace plumb::yaml {

struct FileObjects {
  Database objects;
  Database unnamed;  // what hangs on objects whose names are only chosen once everything is read: found by their places
  std::set<ObjectId> broken;  // tables and other top-level objects with parts that could not be read
  bool incomplete = false;    // something of it is missing whose name is not known: what refers to it is not wrong
};

// REQUIRES: the document's root is a mapping. Reads every section; the root's own keys are left alone where `is_root`,
// and wrong elsewhere.
FileObjects read_objects(const Document& document, std::uint32_t file, bool is_root, Findings& findings);

// Keys that every object may have beside its fields.
inline constexpr std::string_view renamed_from_key = "renamed_from";
inline constexpr std::string_view name_key = "name";
inline constexpr std::string_view schema_key = "schema";

// The key beside that of a text in code, for a file that holds it: body_file.
inline std::string file_key(std::string_view name) { return std::string(name) + "_file"; }

// --- What the traits of a kind mean for its YAML, said once for the reader, the writer and the JSON Schema ------------

template <typename T>
concept HasShortForm = requires(T o, Database& d) {
  Kind<T>::read_short(std::string_view(), o, d);
};

// A nested object has a short form where it stands under another, and only there.
template <typename T>
bool may_be_short(bool nested) {
  return HasShortForm<T> && (nested || !is_nested<T>);
}

template <typename T>
concept CanBeRenamed = requires(const T& o, const Context& c) {
  Kind<T>::rename(o, o, c);
};

// Enum values: an element may also say which value it was before.
template <typename T>
concept HasRenamableValues = requires(T o) {
  o.renamed_values;
};

template <typename T>
constexpr std::span<const std::string_view> required_fields() {
  if constexpr (requires { Kind<T>::required; })
    return Kind<T>::required;
  else
    return {};
}

template <typename T>
constexpr bool is_required(std::string_view field) {
  return std::ranges::find(required_fields<T>(), field) != required_fields<T>().end();
}

// Several kinds may share a section (types). Then a key, whose value is a mapping, marks a definition as that of a kind that
// has such a marker, and holds its fields: {range: {subtype: float8}}. What bears no marker is of the kind without one.
template <typename T>
constexpr std::string_view marker_of() {
  if constexpr (requires { Kind<T>::marker; })
    return Kind<T>::marker;
  else
    return {};
}
// Those of the kinds that share a section.
std::vector<std::string_view> markers_in_section_of(const Placement& placement);

// A mapping without this key is the section itself: {street: text, city: text} for {attributes: {…}}.
template <typename T>
constexpr std::string_view bare_section_of() {
  if constexpr (requires { Kind<T>::bare_section; })
    return Kind<T>::bare_section;
  else
    return {};
}

// A list is the short form of a kind whose one required field is a list: `primary_key: [id]`, `mood: [calm, busy]`.
template <typename T>
bool has_list_form() {
  bool out = false;
  auto visit = [&out](std::string_view name, const auto& member, Unread = {}, Unread = {}) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::vector<std::string>> || std::is_same_v<Member, std::vector<Element>>)
      out = out || (required_fields<T>().size() == 1 && required_fields<T>().front() == name);
  };
  const T object{};
  Kind<T>::describe(visit, object);
  return out;
}

// `extensions: [postgis, vector]`: names are enough for kinds that live in no schema and need nothing.
template <typename T>
constexpr bool may_be_listed_by_name() {
  return !Kind<T>::placement.in_schema && required_fields<T>().empty();
}

// Does the kind stand under objects of that kind; with none: at the top level?
template <typename T>
constexpr bool stands_under(KindTag parent) {
  return parent == KindTag::none ? Kind<T>::placement.parents.none() : Kind<T>::placement.parents.contain(parent);
}

// Calls f with a null pointer of each kind that may hang on objects of that kind, and stands there under its key.
template <typename F>
void for_each_attached(KindTag on, F&& f) {
  for_each_kind([&]<typename A>(const A* kind) {
    if constexpr (is_attached<A>)
      if (Kind<A>::hangs_on(on)) f(kind);
  });
}

// Do objects of the kind stand in this section of one of their own kind?
template <typename T>
constexpr bool nests_in(std::string_view section) {
  if constexpr (is_nested<T>)
    return section == Kind<T>::nested_section;
  else
    return false;
}

// Does the kind stand in sections of its own (comments do not)?
template <typename T>
constexpr bool has_section() {
  return !Kind<T>::placement.section.empty();
}

}  // namespace plumb::yaml
