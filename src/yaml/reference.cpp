#include "yaml/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kinds/fields.h"
#include "model/error.h"
#include "yaml/config.h"
#include "yaml/json_schema.h"
#include "yaml/objects.h"

namespace plumb::yaml {

namespace {

using Json = nlohmann::ordered_json;
using Words = std::vector<std::string>;

constexpr std::string_view index_page = "README.md";

std::string code(std::string_view text) { return text.empty() ? "" : fmt::format("`{}`", text); }

// "a, b or c".
std::string joined(const Words& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : i + 1 == words.size() ? fmt::format(" {} ", last) : ", ") + words[i];
  return out;
}

std::string page_name(KindTag kind) { return definition_name(kind, true) + ".md"; }

std::string link(KindTag kind) { return fmt::format("[{}]({})", kind_name(kind), page_name(kind)); }

// --- What of a field the JSON Schema does not tell -------------------------------------------------------------------

// What of SQL a text holds.
template <typename M>
constexpr std::string_view sql_word = "";
template <>
constexpr std::string_view sql_word<Type> = "type";
template <>
constexpr std::string_view sql_word<Expression> = "expression";
template <>
constexpr std::string_view sql_word<Element> = "expression";
template <>
constexpr std::string_view sql_word<Query> = "query";
template <>
constexpr std::string_view sql_word<ObjectName> = "name";
template <>
constexpr std::string_view sql_word<ColumnName> = "name";
template <>
constexpr std::string_view sql_word<FunctionName> = "name";
template <>
constexpr std::string_view sql_word<Returns> = "type";
template <typename M>
constexpr std::string_view sql_word<std::optional<M>> = sql_word<M>;

template <typename M>
std::string sql_words(const M&) {
  return std::string(sql_word<M>);
}
template <typename M>
std::string sql_words(const std::vector<M>&) {
  return sql_word<M>.empty() ? "" : fmt::format("list of {}s", sql_word<M>);
}

template <typename M>
std::string default_text(const M& by_default) {
  if constexpr (std::is_same_v<M, Hint<bool>>)
    return field_text(by_default.value);
  else
    return field_text(by_default);
}

struct Field {
  std::string sql;  // empty: the JSON Schema's word will do
  std::string by_default;
};
using Fields = std::map<std::string, Field, std::less<>>;

template <typename T>
Fields fields_of() {
  Fields out;
  auto visit = [&out](std::string_view name, const auto& member, Unread = {}, Unread = {}) {
    out.emplace(name, Field{sql_words(member), default_text(member)});
  };
  const T object{};
  Kind<T>::describe(visit, object);
  return out;
}

// --- What the JSON Schema tells, in words ----------------------------------------------------------------------------

// A schema and what it may be instead.
std::vector<const Json*> forms_of(const Json& schema) {
  std::vector<const Json*> out;
  if (!schema.contains("anyOf")) return {&schema};
  for (const Json& form : schema["anyOf"])
    for (const Json* each : forms_of(form)) out.push_back(each);
  return out;
}

bool is_closed_object(const Json& schema) { return schema.contains("properties"); }

const Json* closed_object_of(const Json& schema) {
  for (const Json* form : forms_of(schema))
    if (is_closed_object(*form)) return form;
  return nullptr;
}

// The kinds whose objects stand in a section.
void collect_references(const Json& schema, std::vector<std::string>& out) {
  if (schema.contains("$ref")) out.push_back(schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size()));
  for (const Json& part : schema)
    if (part.is_structured()) collect_references(part, out);
}
std::vector<KindTag> kinds_in(const Json& section) {
  std::vector<std::string> names;
  collect_references(section, names);
  const auto contains = [&names](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<KindTag> out;
  for_each_kind([&]<typename T>(const T*) {
    constexpr KindTag kind = Kind<T>::tag;
    if (contains(definition_name(kind, true)) || contains(definition_name(kind, false))) out.push_back(kind);
  });
  return out;
}

std::string type_words(const Json& schema, bool plural = false);

std::string choices_words(const Json& schema) {
  Words words;
  for (const Json& value : schema["enum"]) words.push_back(code(value.get<std::string>()));
  return joined(words, "or");
}

std::string object_words(const Json& schema) {
  if (!is_closed_object(schema)) return "mapping of names to " + type_words(schema["additionalProperties"], true);
  Words keys;
  for (const auto& [key, value] : schema["properties"].items()) keys.push_back(key);
  return fmt::format("`{{{}}}`", fmt::join(keys, ", "));
}

std::string type_words(const Json& schema, bool plural) {
  const auto counted = [plural](std::string_view word) { return std::string(word) + (plural ? "s" : ""); };
  if (schema.contains("anyOf")) {
    Words words;
    for (const Json& form : schema["anyOf"])
      if (const std::string each = type_words(form, plural); std::find(words.begin(), words.end(), each) == words.end())
        words.push_back(each);
    const bool has_or = std::any_of(words.begin(), words.end(),
                                    [](const auto& word) { return word.find(" or ") != std::string::npos; });
    return has_or ? fmt::format("{}", fmt::join(words, ", or ")) : joined(words, "or");
  }
  if (schema.contains("enum")) return choices_words(schema);
  if (schema.contains("const"))
    return code(schema["const"].is_string() ? schema["const"].get<std::string>() : schema["const"].dump());
  const Json& type = schema["type"];
  if (type.is_array()) return counted("value");
  if (type == "string") return counted("text");
  if (type == "array") return counted("list") + " of " + type_words(schema["items"], true);
  return type == "object" ? object_words(schema) : counted(type.get<std::string>());
}

// Of a key that is such an object.
std::string attached_link(std::string_view key) {
  std::string out;
  for_each_kind([&]<typename T>(const T*) {
    if constexpr (is_attached<T>)
      if (Kind<T>::key == key) out = fmt::format(": see [{}]({})", kind_name(Kind<T>::tag), page_name(Kind<T>::tag));
  });
  return out;
}

// --- Tables of keys --------------------------------------------------------------------------------------------------

std::string cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
  return text;
}

bool requires_key(const Json& object, const std::string& key) {
  if (!object.contains("required")) return false;
  const Json& required = object["required"];
  return std::find(required.begin(), required.end(), key) != required.end();
}

class KeyTable {
 public:
  // What is required first, then sections, then the rest in its order.
  void add_all(const Json& object, const Fields& fields, const std::string& prefix = {}) {
    const auto rank = [&object](const std::string& key, const Json& schema) {
      return requires_key(object, key) ? 0 : !kinds_in(schema).empty() ? 1 : 2;
    };
    for (int now = 0; now <= 2; ++now)
      for (const auto& [key, schema] : object["properties"].items())
        if (rank(key, schema) == now) add(key, schema, requires_key(object, key), fields, prefix);
  }

  void add(const std::string& key, const Json& schema, bool is_required, const Fields& fields,
           const std::string& prefix = {}) {
    const auto found = fields.find(key);
    const bool described = found != fields.end();
    const Field field = described ? found->second : Field{};
    const std::vector<KindTag> kinds = kinds_in(schema);
    const Json* parts = kinds.empty() ? closed_object_of(schema) : nullptr;
    rows_ += fmt::format("| `{}` | {} | {} | {} |\n", prefix + key, cell(type_of(schema, field, kinds, parts)),
                         is_required ? "required" : cell(code(field.by_default)),
                         cell(meaning_of(schema, kinds)) + (described ? "" : attached_link(key)));
    // A key that is no field itself holds the kind's fields; what is in a field is none of them.
    if (parts) add_all(*parts, described ? Fields{} : fields, prefix + key + ".");
  }

  std::string text() const { return "| key | type | default | meaning |\n| --- | --- | --- | --- |\n" + rows_; }

 private:
  static std::string type_of(const Json& schema, const Field& field, const std::vector<KindTag>& kinds,
                             const Json* parts) {
    if (!kinds.empty()) return section_words(schema);
    if (!field.sql.empty()) return field.sql;
    if (!parts) return type_words(schema);
    return forms_of(schema).size() > 1 ? "text or mapping" : "mapping";
  }

  // A key may hold a field or a section: `columns` of a view.
  static std::string section_words(const Json& schema) {
    Words words;
    for (const Json* form : forms_of(schema))
      if (kinds_in(*form).empty()) words.push_back(type_words(*form));
    words.emplace_back("section");
    return joined(words, "or");
  }

  static std::string meaning_of(const Json& schema, const std::vector<KindTag>& kinds) {
    if (schema.contains("description")) return schema["description"];
    std::string out;
    for (const Json* form : forms_of(schema))
      if (form->contains("description")) out += form->at("description").get<std::string>() + "; or ";
    Words links;
    for (const KindTag kind : kinds) links.push_back(link(kind));
    return out + joined(links, "or");
  }

  std::string rows_;
};

// --- A kind ----------------------------------------------------------------------------------------------------------

const Json& definition_in(const Json& schema, KindTag kind, const Placement& placement) {
  return schema["$defs"][definition_name(kind, placement.form == Placement::Form::map)];
}

// The section in which the kind's objects stand: of a file, or of the first of its parents.
const Json& section_in(const Json& schema, const Placement& placement) {
  const std::string section(placement.section);
  const Json* out = placement.parents.none() ? &schema["properties"][section] : nullptr;
  for_each_kind([&]<typename P>(const P*) {
    if constexpr (has_section<P>())
      if (!out && placement.parents.contain(Kind<P>::tag))
        out = &(*closed_object_of(definition_in(schema, Kind<P>::tag, Kind<P>::placement)))["properties"][section];
  });
  return *out;
}

std::string section_form_words(const Json& section) {
  Words words;
  for (const Json* form : forms_of(section)) {
    if (form->contains("$ref"))
      words.emplace_back("a single definition");
    else if ((*form)["type"] != "array")
      words.emplace_back("a mapping of names to definitions");
    else if (!kinds_in(*form).empty())
      words.emplace_back("a list of definitions whose names PostgreSQL chooses");
    else
      words.emplace_back("a list of names");
  }
  return joined(words, "or");
}

std::string definition_form_words(const Json& definition, std::span<const std::string_view> required) {
  Words words;
  for (const Json* form : forms_of(definition)) {
    const Json& type = (*form)["type"];
    if (type == "string")
      words.emplace_back("a text in PostgreSQL's own syntax (the short form)");
    else if (type == "array")
      words.push_back(fmt::format("a list (its `{}`)", required.front()));
    else if (type == "null")
      words.emplace_back("nothing at all");
    else if (is_closed_object(*form))
      words.emplace_back("a mapping of the keys below (the long form)");
    else
      words.push_back(fmt::format("a mapping of names to {}s", link(kinds_in(*form).front())));
  }
  return joined(words, "or");
}

// "schema.table.name", "schema.name", "name".
std::string address_words(const Placement& placement) {
  if (placement.parents.none()) return placement.in_schema ? "schema.name" : "name";
  std::string parent = "name";
  for_each_kind([&]<typename P>(const P*) {
    if (Kind<P>::tag != placement.parents.kinds.front()) return;
    parent = std::string(Kind<P>::placement.in_schema ? "schema." : "") + std::string(kind_name(Kind<P>::tag));
  });
  return parent + ".name";
}

template <typename T>
std::string place_words(const Json& schema) {
  static constexpr Placement placement = Kind<T>::placement;
  Words parents;
  for (const KindTag parent : placement.parents.kinds)
    if (parent != KindTag::none) parents.push_back(link(parent));
  std::string out =
      fmt::format("- It stands in `{}` of a {}: {}.\n- A definition is {}.\n", placement.section,
                  parents.empty() ? "file" : joined(parents, "or"), section_form_words(section_in(schema, placement)),
                  definition_form_words(definition_in(schema, Kind<T>::tag, placement), required_fields<T>()));
  // What a name that is SQL looks like only its page can tell.
  if (!has_sql_name<T>)
    out += fmt::format("- Plans, `--allow` and `ignore` call it `{} {}`.\n", kind_name(Kind<T>::tag),
                       address_words(placement));
  return out;
}

template <typename T>
std::string key_words(const Json& schema) {
  KeyTable table;
  table.add_all(*closed_object_of(definition_in(schema, Kind<T>::tag, Kind<T>::placement)), fields_of<T>());
  return table.text();
}

// --- All of them -----------------------------------------------------------------------------------------------------

std::string root_key_words(const Json& schema) {
  KeyTable table;
  for (const auto& [key, value] : schema["properties"].items())
    if (kinds_in(value).empty()) table.add(key, value, key == "plumb", {});
  return table.text();
}

// What a page says first, up to its first full stop.
std::string first_sentence(const std::string& page) {
  const std::size_t begin = page.find("\n\n");
  if (begin == std::string::npos) return {};
  const std::string paragraph = page.substr(begin + 2, page.find("\n\n", begin + 2) - begin - 2);
  if (paragraph.starts_with("<!--")) return {};
  std::string out = paragraph.substr(0, paragraph.find(". "));
  if (out.ends_with('.')) out.pop_back();
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

template <typename T>
constexpr bool has_page() {
  return has_section<T>() || is_attached<T>;
}

std::string attached_place_words(const Json& schema, std::string_view key) {
  Words holders, others;
  for_each_kind([&]<typename U>(const U*) {
    if constexpr (has_section<U>()) {
      const Json& keys = (*closed_object_of(definition_in(schema, Kind<U>::tag, Kind<U>::placement)))["properties"];
      const bool holds = keys.contains(key) && !fields_of<U>().contains(std::string(key));
      (holds ? holders : others).push_back(link(Kind<U>::tag));
    }
  });
  return fmt::format("- It is the key `{}` of {}.\n", key,
                     others.empty() ? "everything that has a name" : joined(holders, "and"));
}

class ReferencePages {
 public:
  explicit ReferencePages(const PageText& now) : now_(now), schema_(Json::parse(json_schema())) {}

  std::map<std::string, std::string> pages() {
    for_each_kind([this]<typename T>(const T*) {
      if constexpr (has_page<T>()) page<T>();
    });
    std::string index = now_(std::string(index_page));
    if (index.empty()) index = "# The declaration\n\n" + empty_part("root") + "\n" + empty_part("kinds");
    fill(index_page, index, "root", root_key_words(schema_));
    fill(index_page, index, "kinds", kind_words());
    pages_.emplace(index_page, std::move(index));
    return std::move(pages_);
  }

 private:
  static std::string begin_line(std::string_view part) { return fmt::format("<!-- {}: generated -->", part); }
  static constexpr std::string_view end_line = "<!-- end -->";
  static std::string empty_part(std::string_view part) { return fmt::format("{}\n{}\n", begin_line(part), end_line); }

  static void fill(std::string_view name, std::string& page, std::string_view part, const std::string& text) {
    const std::string first = begin_line(part) + "\n";
    const std::size_t mark = page.find(first);
    const std::size_t begin = mark == std::string::npos ? mark : mark + first.size();
    const std::size_t end = begin == std::string::npos ? begin : page.find(end_line, begin);
    if (end == std::string::npos)
      throw Error(
          Failure::failed, fmt::format("{} has no lines {} and {}", name, begin_line(part), end_line),
          "put them where it shall tell what plumb knows; or move the page away, so that plumb begins a new one");
    page.replace(begin, end - begin, text);
  }

  template <typename T>
  void page() {
    const std::string name = page_name(Kind<T>::tag);
    std::string page = now_(name);
    if (page.empty())
      page = fmt::format("# {}\n\n{}\n## Keys\n\n{}", kind_name(Kind<T>::tag), empty_part("place"), empty_part("keys"));
    if constexpr (has_section<T>()) {
      fill(name, page, "place", place_words<T>(schema_));
      fill(name, page, "keys", key_words<T>(schema_));
    } else {
      fill(name, page, "place", attached_place_words(schema_, Kind<T>::key));
    }
    pages_.emplace(name, std::move(page));
  }

  // What stands in files, each with what stands in it; then what hangs on any of them.
  std::string kind_words() const {
    std::string out = "| section | kind | what it is |\n| --- | --- | --- |\n";
    std::set<KindTag> listed;
    const auto add = [&](KindTag kind, std::string_view key, std::string_view of) {
      if (!listed.insert(kind).second) return;
      out +=
          fmt::format("| {}`{}` | {} | {} |\n", of, key, link(kind), cell(first_sentence(pages_.at(page_name(kind)))));
    };
    const auto parts = [&](KindTag parent, const std::string& of) {
      for_each_kind([&]<typename U>(const U*) {
        if constexpr (has_section<U>())
          if (stands_under<U>(parent)) add(Kind<U>::tag, Kind<U>::placement.section, of);
      });
    };
    for_each_kind([&]<typename T>(const T*) {
      if constexpr (has_section<T>() && stands_under<T>(KindTag::none)) {
        add(Kind<T>::tag, Kind<T>::placement.section, "");
        parts(Kind<T>::tag, fmt::format("`{}` … ", Kind<T>::placement.section));
      }
    });
    for_each_kind([&]<typename T>(const T*) {
      if constexpr (is_attached<T>) add(Kind<T>::tag, Kind<T>::key, "… ");
    });
    return out;
  }

  const PageText& now_;
  const Json schema_;
  std::map<std::string, std::string> pages_;
};

}  // namespace

std::map<std::string, std::string> reference_pages(const PageText& now) { return ReferencePages(now).pages(); }

}  // namespace plumb::yaml
