#include "yaml/objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "kinds/nearest.h"
#include "yaml/config.h"
#include "yaml/values.h"

namespace plumb::yaml {

namespace {

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const auto word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

class ObjectReader {
 public:
  ObjectReader(const Document& document, std::uint32_t file, Findings& findings)
      : document_(document), file_(file), findings_(findings), values_(document, findings) {}

  FileObjects read(bool is_root) {
    const Node& root = document_.root();
    default_schema(root);
    for (std::size_t i = 0; i < document_.entries(root); ++i) {
      const auto [key, value] = document_.entry(root, i);
      if (!key.is_scalar() || key.text == schema_key) continue;
      if (is_root_key(key.text)) {
        if (!is_root)
          findings_.add(key, key.text == "include"
                                 ? "only the root file includes"
                                 : fmt::format("{} is for the root of the declaration alone", key.text));
      } else if (!read_section(key.text, key, value, {})) {
        unknown_section(key, is_root);
      }
    }
    return std::move(out_);
  }

 private:
  Origin origin(const Node& node) const { return {file_, node.place.line, node.place.column}; }

  void default_schema(const Node& root) {
    for (std::size_t i = 0; i < document_.entries(root); ++i) {
      const auto [key, value] = document_.entry(root, i);
      if (!key.is_scalar() || key.text != schema_key) continue;
      if (std::string name; values_.read(value, name)) {
        if (name.empty()) findings_.add(value, "an empty name");
        schema_ = std::move(name);
      } else {
        out_.incomplete = true;
      }
    }
  }

  void unknown_section(const Node& key, bool is_root) {
    out_.incomplete = true;
    std::vector<std::string> known;
    if (is_root) known.insert(known.end(), std::begin(root_keys), std::end(root_keys));
    known.emplace_back(schema_key);
    add_section_names(KindTag::none, known);
    findings_.unknown_key(key, is_root ? "the root" : "this file", known);
  }

  // False where the key is no section of the parent's kind.
  bool read_section(std::string_view name, const Node& key, const Node& value, const ObjectId& parent) {
    bool found = false;
    for_each_kind([&]<typename T>(const T*) {
      constexpr Placement placement = Kind<T>::placement;
      if (parent.kind == Kind<T>::tag && nests_in<T>(name)) {
        found = true;
        nested_section<T>(value, parent);
      }
      if (!has_section<T>() || !stands_under<T>(parent.kind) || placement.section != name) return;
      found = true;
      section<T>(key, value, parent);
    });
    return found;
  }

  template <typename T>
  void section(const Node& key, const Node& value, const ObjectId& parent) {
    constexpr Placement placement = Kind<T>::placement;
    if (placement.form == Placement::Form::single) return define<T>(unnamed<T>(parent, key), key, value, true);
    if (value.is_null()) return;
    if (value.is_mapping()) {
      for (std::size_t i = 0; i < document_.entries(value); ++i) {
        const auto [name, definition] = document_.entry(value, i);
        if (!is_meant<T>(definition) || is_rest_of_cut(value, i)) continue;
        if (auto object = named<T>(name, parent, i)) define<T>(std::move(*object), name, definition, false);
      }
    } else if (value.is_sequence() && placement.form == Placement::Form::map_or_list) {
      for (std::size_t i = 0; i < value.count; ++i) {
        const Node& item = document_.child(value, i);
        define<T>(unnamed<T>(parent, item), item, item, true);
      }
    } else if (value.is_sequence() && may_be_listed_by_name<T>()) {
      for (std::size_t i = 0; i < value.count; ++i) {
        const Node& item = document_.child(value, i);
        if (!values_.is_text(item)) continue;
        if (auto object = named<T>(item, parent, i)) add(std::move(*object));
      }
    } else if (marker_of<T>().empty()) {
      expected_section<T>(value);
      mark_broken(parent);
    }
  }

  // Partitions under their table. Their names are of its schema where they say no other.
  template <typename T>
  void nested_section(const Node& value, const ObjectId& outer) {
    if constexpr (is_nested<T>) {
      if (value.is_null()) return;
      if (!value.is_mapping()) {
        expected_section<T>(value, true);
        return mark_broken(outer);
      }
      for (std::size_t i = 0; i < document_.entries(value); ++i) {
        const auto [key, definition] = document_.entry(value, i);
        const auto name = values_.name(key);
        if (!name) {
          out_.incomplete = true;
          mark_broken(outer);
          continue;
        }
        T object;
        object.id = top_id(Kind<T>::tag, name->schema.empty() ? outer.schema : name->schema, name->name);
        object.origin = origin(key);
        auto nest = [&outer](std::string_view field, auto& member, Unread = {}, Unread = {}) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, ObjectName>)
            if (field == Kind<T>::nested_field) member = {outer.schema, outer.name};
        };
        Kind<T>::describe(nest, object);
        define<T>(std::move(object), key, definition, false, true);
      }
    }
  }

  // In { } a comma ends a text, inside brackets too: `a: numeric(10,2)` has `2)` for its next key. The error of the text is
  // enough.
  bool is_rest_of_cut(const Node& mapping, std::size_t i) const {
    if (i == 0) return false;
    const Node& cut = document_.entry(mapping, i - 1).value;
    const auto [key, value] = document_.entry(mapping, i);
    const std::size_t bracket = key.text.find_first_of("()");
    if (!value.is_null() || !key.is_plain() || bracket == std::string_view::npos || key.text[bracket] != ')')
      return false;
    return cut.is_null() ? is_rest_of_cut(mapping, i - 1) : findings_.was_cut_off(cut);
  }

  // Of the kinds that share the section, is it this one that the definition means?
  template <typename T>
  bool is_meant(const Node& definition) const {
    std::string_view marked;
    static const auto markers = markers_in_section_of(Kind<T>::placement);
    for (const std::string_view marker : markers)
      if (has_part(definition, marker)) marked = marker;
    return marked == marker_of<T>();
  }

  // A key with a mapping behind it, or with nothing.
  bool has_part(const Node& mapping, std::string_view name) const {
    if (!mapping.is_mapping()) return false;
    for (std::size_t i = 0; i < document_.entries(mapping); ++i) {
      const auto [key, value] = document_.entry(mapping, i);
      if (key.is_scalar() && key.text == name && (value.is_mapping() || value.is_null())) return true;
    }
    return false;
  }

  template <typename T>
  T unnamed(const ObjectId& parent, const Node& at) {
    T object;
    object.id = child_id(Kind<T>::tag, parent, "");
    object.origin = origin(at);
    return object;
  }

  // None where the key can't be a name.
  template <typename T>
  std::optional<T> named(const Node& key, const ObjectId& parent, std::size_t index) {
    if constexpr (has_sql_name<T>)
      return signed_by_key<T>(key, parent);
    else
      return plainly_named<T>(key, parent, index);
  }

  template <typename T>
  std::optional<T> signed_by_key(const Node& key, const ObjectId& parent) {
    T object;
    object.id = parent.kind == KindTag::none ? top_id(Kind<T>::tag, Kind<T>::placement.in_schema ? schema_ : "", "")
                                             : child_id(Kind<T>::tag, parent, "");
    object.origin = origin(key);
    try {
      if (values_.is_text(key)) {
        Kind<T>::read_key(key.text, object);
        Kind<T>::sign(object);
        return object;
      }
    } catch (const sql::SyntaxError& error) {
      findings_.syntax(key, error);
    }
    mark_broken(parent);
    return std::nullopt;
  }

  template <typename T>
  std::optional<T> plainly_named(const Node& key, const ObjectId& parent, std::size_t index) {
    const auto name = values_.name(key);
    if (!name) {
      mark_broken(parent);
      return std::nullopt;
    }
    constexpr bool qualifies = Kind<T>::placement.parents.none() && Kind<T>::placement.in_schema;
    if (!qualifies && !name->schema.empty()) {
      findings_.add(
          key,
          fmt::format("the name of {} {} has no schema", article(kind_name(Kind<T>::tag)), kind_name(Kind<T>::tag)),
          fmt::format("a name with a dot in it is written '\"{}\"'", key.text));
      mark_broken(parent);
      return std::nullopt;
    }
    T object;
    if constexpr (!Kind<T>::placement.parents.none())
      object.id = child_id(Kind<T>::tag, parent, name->name);
    else if constexpr (Kind<T>::placement.in_schema)
      object.id = top_id(Kind<T>::tag, name->schema.empty() ? schema_ : name->schema, name->name);
    else
      object.id = top_id(Kind<T>::tag, "", name->name);
    object.origin = origin(key);
    if constexpr (requires { object.home; }) object.home.value = schema_;
    if constexpr (requires { object.position.value; }) object.position.value = static_cast<long long>(index) + 1;
    return object;
  }

  static std::string_view article(std::string_view word) {
    return std::string_view("aeiou").find(word.front()) == std::string_view::npos ? "a" : "an";
  }

  // One object from its value, whichever form it has. `may_be_named`: it has no key of its own that names it; `nested`: it
  // stands under one of its own kind.
  template <typename T>
  void define(T object, const Node& at, const Node& value, bool may_be_named, bool nested = false) {
    if (value.is_mapping()) {
      if (!bare_section_of<T>().empty() && !has_part(value, bare_section_of<T>()))
        return bare_form<T>(std::move(object), at, value);
      return long_form<T>(std::move(object), at, value, may_be_named);
    }
    if (value.is_null()) {
      if (required_fields<T>().empty()) return add(std::move(object));
      findings_.add(at, fmt::format("{} needs {}", to_string(object.id), joined(required_fields<T>())),
                    example_hint<T>());
      return add_broken(std::move(object));
    }
    if (value.is_sequence() && has_list_form<T>()) return list_form<T>(std::move(object), value);
    if (may_be_short<T>(nested)) {
      if constexpr (HasShortForm<T>)
        if (value.is_scalar()) return short_form<T>(std::move(object), value);
      findings_.expected(value, "a text or a mapping", example_hint<T>(nested));
    } else {
      findings_.expected(value, has_list_form<T>() ? "a list or a mapping" : "a mapping", example_hint<T>());
    }
    add_broken(std::move(object));
  }

  // Null: as its page of the reference says.
  template <typename T>
  static constexpr const Example* example(bool nested = false) {
    if constexpr (is_nested<T>)
      if (nested) return &Kind<T>::nested_example;
    if constexpr (requires { Kind<T>::example; })
      return &Kind<T>::example;
    else
      return nullptr;
  }

  template <typename T>
  static std::string example_hint(bool nested = false) {
    const Example* example = ObjectReader::example<T>(nested);
    return example ? fmt::format("for example: {}", example->text) : "";
  }

  template <typename T>
  void expected_section(const Node& value, bool nested = false) {
    const Example* example = ObjectReader::example<T>(nested);
    findings_.expected(
        value, "a mapping of names",
        example ? fmt::format("for example, in a line of its own: {}: {}", example->name, example->text) : "");
  }

  template <typename T>
  void short_form(T object, const Node& value) {
    if (const Example* example = ObjectReader::example<T>(is_nested<T>)) {
      if (!values_.is_text_like(value, example->text)) return add_broken(std::move(object));
    } else if (!values_.is_text(value)) {
      return add_broken(std::move(object));
    }
    try {
      Kind<T>::read_short(without_trailing_space(value.text), object, out_.objects);
    } catch (const sql::SyntaxError& error) {
      findings_.syntax(value, error, example_hint<T>(is_nested<T>));
      add_broken(std::move(object));
    }
  }

  template <typename T>
  void bare_form(T object, const Node& at, const Node& value) {
    read_section(bare_section_of<T>(), at, value, object.id);
    finish(std::move(object));
  }

  template <typename T>
  void list_form(T object, const Node& value) {
    bool good = true;
    auto visit = [&](std::string_view name, auto& member, Unread = {}, Unread = {}) {
      using Member = std::remove_cvref_t<decltype(member)>;
      if constexpr (std::is_same_v<Member, std::vector<std::string>> || std::is_same_v<Member, std::vector<Element>>)
        if (name == required_fields<T>().front()) good = read_field(object, name, member, value);
    };
    Kind<T>::describe(visit, object);
    good ? finish(std::move(object)) : add_broken(std::move(object));
  }

  // A described field of an object, with what its type alone can't tell.
  template <typename T, typename Member>
  bool read_field(T& object, std::string_view name, Member& member, const Node& value) {
    if constexpr (std::is_same_v<Member, ObjectName>) {
      if (!values_.read(value, member)) return false;
      // A collation without a schema is one of pg_catalog; a table is one of the same schema.
      const bool collation = name == "collation";
      if (member.schema.empty() && !collation) member.schema = object.id.schema;
      if (collation && member.schema == "pg_catalog") member.schema.clear();
      return true;
    } else if constexpr (std::is_same_v<Member, std::vector<ObjectName>>) {
      if (!values_.read(value, member)) return false;
      for (ObjectName& name : member)
        if (name.schema.empty()) name.schema = object.id.schema;
      return true;
    } else if constexpr (std::is_same_v<Member, ColumnName>) {
      if (!values_.read(value, member)) return false;
      if (member.schema.empty()) member.schema = object.id.schema;
      return true;
    } else if constexpr (std::is_same_v<Member, std::vector<Element>> &&
                         requires { Kind<T>::elements_have_operators; }) {
      if (!value.is_sequence()) return values_.read(value, member);  // says what it expected
      bool good = true;
      for (std::size_t i = 0; i < value.count; ++i) {
        Element element;
        if (values_.read_with_operator(document_.child(value, i), element))
          member.push_back(std::move(element));
        else
          good = false;
      }
      return good;
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>> && HasRenamableValues<T>) {
      return read_renamable(object, member, value);
    } else if constexpr (std::is_same_v<Member, Hint<std::map<std::string, std::string>>>) {
      return read_renames(member.value, value);
    } else {
      return values_.read(value, member);
    }
  }

  // [calm, {value: busy, renamed_from: hectic}]
  template <typename T>
  bool read_renamable(T& object, std::vector<std::string>& member, const Node& value) {
    if (!value.is_sequence()) return values_.read(value, member);
    bool good = true;
    for (std::size_t i = 0; i < value.count; ++i) {
      const Node& item = document_.child(value, i);
      if (!item.is_mapping()) {
        good = values_.read(item, member.emplace_back()) && good;
        continue;
      }
      std::string now, before;
      for (std::size_t k = 0; k < document_.entries(item); ++k) {
        const auto [key, part] = document_.entry(item, k);
        if (key.text == "value")
          good = values_.read(part, now) && good;
        else if (key.text == renamed_from_key)
          good = values_.read(part, before) && good;
        else
          findings_.unknown_key(key, "a value", {"value", std::string(renamed_from_key)});
      }
      if (now.empty())
        findings_.add(item, "an enum's value without value", "{value: the new one, renamed_from: the old one}");
      if (!before.empty()) object.renamed_values.value[now] = before;
      member.push_back(now);
    }
    return good;
  }

  bool read_renames(std::map<std::string, std::string>& member, const Node& value) {
    if (!value.is_mapping()) {
      findings_.expected(value, "a mapping of new values to old ones");
      return false;
    }
    bool good = true;
    for (std::size_t i = 0; i < document_.entries(value); ++i) {
      const auto [key, before] = document_.entry(value, i);
      if (key.is_scalar()) good = values_.read(before, member[std::string(key.text)]) && good;
    }
    return good;
  }

  // --- The long form ---------------------------------------------------------------------------------------------

  // Visits the described fields of an object and reads those that the mapping has.
  template <typename T>
  struct FieldReader {
    ObjectReader& reader;
    T& object;
    const Node& mapping;
    std::vector<bool>& used;
    bool good = true;

    void operator()(std::string_view, Arguments&, Unread = {}, Unread = {}) {}  // the key tells them
    void operator()(std::string_view name, Code& member, std::string_view) {
      if (const Node* value = reader.take(name, mapping, used)) good = reader.values_.read(*value, member) && good;
      if (const Node* file = reader.take(file_key(name), mapping, used))
        good = reader.read_code_file(name, *file, member) && good;
    }

    template <typename Member>
    void operator()(std::string_view name, Member& member, std::string_view, Choices choices = {}) {
      const Document& document = reader.document_;
      for (std::size_t i = 0; i < document.entries(mapping); ++i) {
        const auto [key, value] = document.entry(mapping, i);
        if (key.text != name || used[i] || !key.is_scalar()) continue;
        if (value.is_mapping() && is_section_of(Kind<T>::tag, name)) continue;
        used[i] = true;
        // A value that is none of the choices has no other fault that would matter.
        if (!choices.values.empty() && !reader.check_choice(value, choices))
          good = false;
        else
          good = reader.read_field(object, name, member, value) && good;
      }
    }
  };

  // Relative to the file that names it.
  bool read_code_file(std::string_view name, const Node& at, Code& member) {
    std::string path;
    if (!values_.read(at, path)) return false;
    if (!member.empty()) {
      findings_.add(at, fmt::format("{} and {} at once", name, file_key(name)), "keep one of them");
      return false;
    }
    try {
      member.text = read_text((std::filesystem::path(document_.source().path).parent_path() / path).string());
      return true;
    } catch (const Error& error) {
      for (const Diagnostic& diagnostic : error.diagnostics())
        findings_.add(at, fmt::format("{}: {}", diagnostic.where.file, diagnostic.message),
                      "the path is relative to the file that names it");
      return false;
    }
  }

  bool check_choice(const Node& value, Choices choices) {
    if (value.is_sequence()) {
      bool good = true;
      for (std::size_t i = 0; i < value.count; ++i) good = check_choice(document_.child(value, i), choices) && good;
      return good;
    }
    if (!value.is_scalar()) return true;  // reading it says what is wrong
    if (std::find(choices.values.begin(), choices.values.end(), value.text) != choices.values.end()) return true;
    const std::vector<std::string> words(choices.values.begin(), choices.values.end());
    const std::string all = "one of: " + joined(choices.values);
    const std::string meant = nearest(value.text, words);
    findings_.add(value, fmt::format("{} is not among the values of this key", describe_node(value)),
                  meant.empty() ? all : fmt::format("did you mean {}? {}", meant, all));
    return false;
  }

  template <typename T>
  void long_form(T object, const Node& at, const Node& mapping, bool may_be_named) {
    std::vector<bool> used(document_.entries(mapping));
    bool good = true;
    if (may_be_named) good = read_name(object.id, mapping, used);
    good = read_fields(object, at, mapping, used) && good;
    if constexpr (CanBeRenamed<T>) good = read_renamed_from(object, mapping, used) && good;
    good = read_attached(object.id, object.origin, mapping, used) && good;
    good = read_rest<T>(object, mapping, used) && good;
    good ? finish(std::move(object)) : add_broken(std::move(object));
  }

  // The fields stand in the mapping itself, or under the marker of the kind.
  template <typename T>
  bool read_fields(T& object, const Node& at, const Node& mapping, std::vector<bool>& used) {
    const Node* marked = marker_of<T>().empty() ? nullptr : take(marker_of<T>(), mapping, used);
    if (marked && marked->is_null()) return has_required<T>(object.id, at, *marked);
    std::vector<bool> used_inside(marked ? document_.entries(*marked) : 0);
    FieldReader<T> fields{*this, object, marked ? *marked : mapping, marked ? used_inside : used};
    Kind<T>::describe(fields, object);
    for (std::size_t i = 0; i < used_inside.size(); ++i) {
      if (used_inside[i]) continue;
      findings_.unknown_key(document_.entry(*marked, i).key, marker_of<T>(), field_names<T>());
      fields.good = false;
    }
    return has_required<T>(object.id, at, marked ? *marked : mapping) && fields.good;
  }

  const Node* take(std::string_view name, const Node& mapping, std::vector<bool>& used) const {
    for (std::size_t i = 0; i < document_.entries(mapping); ++i) {
      const auto [key, value] = document_.entry(mapping, i);
      if (used[i] || !key.is_scalar() || key.text != name) continue;
      used[i] = true;
      return &value;
    }
    return nullptr;
  }

  bool read_name(ObjectId& id, const Node& mapping, std::vector<bool>& used) {
    const Node* value = take(name_key, mapping, used);
    if (!value) return true;
    if (!values_.read(*value, id.name)) return false;
    if (!id.name.empty()) return true;
    findings_.add(*value, "an empty name");
    return false;
  }

  template <typename T>
  bool has_required(const ObjectId& id, const Node& at, const Node& mapping) {
    bool good = true;
    const auto known = required_fields<T>().empty() ? std::vector<std::string>() : known_keys<T>(id.name.empty());
    for (const std::string_view name : required_fields<T>()) {
      bool found = false;
      for (std::size_t i = 0; mapping.is_mapping() && i < document_.entries(mapping); ++i)
        found = found || means(document_.entry(mapping, i).key, name, known);
      if (found) continue;
      findings_.add(at, fmt::format("{} needs {}", to_string(id), name));
      good = false;
    }
    return good;
  }

  // An unknown key that is taken for it is told, and is enough.
  static bool means(const Node& key, std::string_view name, const std::vector<std::string>& known) {
    if (key.text == name) return true;
    if (std::find(known.begin(), known.end(), key.text) != known.end()) return false;
    return Findings::meant_by(key.text, known) == name;
  }

  // The old name, plain for what has a parent, maybe qualified else, as plan/rename.cpp takes it.
  template <typename T>
  bool read_renamed_from(T& object, const Node& mapping, std::vector<bool>& used) {
    const Node* value = take(renamed_from_key, mapping, used);
    if (!value) return true;
    if (!values_.is_text(*value)) return false;
    if constexpr (has_sql_name<T>) return read_old_signature(object, *value);
    const auto name = values_.name(*value);
    if (!name) return false;
    const bool may_move = object.id.parent.empty() && !object.id.schema.empty();
    if (!may_move && !name->schema.empty()) {
      findings_.add(*value, "the old name has no schema here",
                    fmt::format("a name with a dot in it is written '\"{}\"'", value->text));
      return false;
    }
    object.renamed_from.value = may_move ? std::string(value->text) : name->name;
    return true;
  }

  // "old_name", or "old_name(argument types)" as a key has it.
  template <typename T>
  bool read_old_signature(T& object, const Node& value) {
    try {
      T old = object;
      Kind<T>::read_key(value.text, old);
      object.renamed_from.value = value.text;
      return true;
    } catch (const sql::SyntaxError& error) {
      findings_.syntax(value, error);
      return false;
    }
  }

  // Comment, owner, grants: objects of their own, each with its one value.
  bool read_attached(const ObjectId& of, const Origin& its_origin, const Node& mapping, std::vector<bool>& used) {
    bool good = true;
    for_each_attached(of.kind, [&]<typename A>(const A*) {
      const Node* value = take(Kind<A>::key, mapping, used);
      if (!value) return;
      A attached;
      bool read = false;
      auto take_value = [&](std::string_view, auto& member, Unread = {}, Unread = {}) {
        read = values_.read(*value, member);
      };
      Kind<A>::describe(take_value, attached);
      good = good && read;
      if constexpr (requires { Kind<A>::says_nothing(attached); })
        if (Kind<A>::says_nothing(attached)) return;
      if (!read) return;
      attached.id = attached_id(Kind<A>::tag, of);
      attached.origin = of.name.empty() ? its_origin : origin(*value);
      (of.name.empty() ? out_.unnamed : out_.objects).add(std::move(attached));
    });
    return good;
  }

  // Sections of what belongs to it; any other key is wrong.
  template <typename T>
  bool read_rest(const T& object, const Node& mapping, const std::vector<bool>& used) {
    bool good = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      const auto [key, value] = document_.entry(mapping, i);
      if (!key.is_scalar() || is_rest_of_cut(mapping, i) || read_section(key.text, key, value, object.id)) continue;
      findings_.unknown_key(key, to_string(object.id), known_keys<T>(object.id.name.empty()));
      good = false;
    }
    return good;
  }

  // `columns` of a view is a list of names, or a mapping of what is said of them.
  static bool is_section_of(KindTag parent, std::string_view key) {
    bool out = false;
    for_each_kind([&]<typename U>(const U*) {
      out = out || (has_section<U>() && stands_under<U>(parent) && Kind<U>::placement.section == key);
    });
    return out;
  }

  template <typename T>
  static std::vector<std::string> field_names() {
    std::vector<std::string> out;
    auto collect = [&out]<typename Member>(std::string_view name, const Member&, Unread = {}, Unread = {}) {
      if (!std::is_same_v<Member, Arguments>) out.emplace_back(name);
      if (std::is_same_v<Member, Code>) out.push_back(file_key(name));
    };
    const T object{};
    Kind<T>::describe(collect, object);
    return out;
  }

  static void add_section_names(KindTag parent, std::vector<std::string>& out) {
    for_each_kind([&]<typename U>(const U*) {
      if (has_section<U>() && stands_under<U>(parent)) out.emplace_back(Kind<U>::placement.section);
    });
  }

  static void add_attached_keys(KindTag on, std::vector<std::string>& out) {
    for_each_attached(on, [&out]<typename A>(const A*) { out.emplace_back(Kind<A>::key); });
  }

  template <typename T>
  static std::vector<std::string> known_keys(bool may_be_named) {
    std::vector<std::string> out;
    if (may_be_named) out.emplace_back(name_key);
    add_section_names(Kind<T>::tag, out);
    if constexpr (is_nested<T>) out.emplace_back(Kind<T>::nested_section);
    if (marker_of<T>().empty())
      for (std::string& name : field_names<T>()) out.push_back(std::move(name));
    else
      out.emplace_back(marker_of<T>());
    add_attached_keys(Kind<T>::tag, out);
    if (CanBeRenamed<T>) out.emplace_back(renamed_from_key);
    // `columns` of a view is a field and a section.
    for (auto it = out.begin(); it != out.end();) it = std::find(out.begin(), it, *it) == it ? it + 1 : out.erase(it);
    return out;
  }

  // --- Into the database -----------------------------------------------------------------------------------------

  template <typename T>
  void add(T object) {
    out_.objects.add(std::move(object));
  }

  template <typename T>
  void finish(T object) {
    if constexpr (requires { Kind<T>::read_long(object, out_.objects); })
      Kind<T>::read_long(std::move(object), out_.objects);
    else
      add(std::move(object));
  }

  // What could not be read stands in by its name, so that references to it are not reported too.
  template <typename T>
  void add_broken(T object) {
    mark_broken(object.id);
    add(std::move(object));
  }

  void mark_broken(const ObjectId& id) {
    if (id.kind == KindTag::none) {
      out_.incomplete = true;
      return;
    }
    out_.broken.insert(id.parent.empty() ? id : table_of(id));
  }

  const Document& document_;
  std::uint32_t file_;
  Findings& findings_;
  Values values_;
  std::string schema_ = "public";
  FileObjects out_;
};

}  // namespace

std::vector<std::string_view> markers_in_section_of(const Placement& placement) {
  std::vector<std::string_view> out;
  for_each_kind([&]<typename T>(const T*) {
    const bool shared = Kind<T>::placement.section == placement.section &&
                        Kind<T>::placement.parents.none() == placement.parents.none();
    if (shared && !marker_of<T>().empty()) out.push_back(marker_of<T>());
  });
  return out;
}

FileObjects read_objects(const Document& document, std::uint32_t file, bool is_root, Findings& findings) {
  return ObjectReader(document, file, findings).read(is_root);
}

}  // namespace plumb::yaml
