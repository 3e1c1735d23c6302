#include "yaml/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "kinds/fields.h"
#include "sql/quote.h"
#include "yaml/emitter.h"
#include "yaml/findings.h"
#include "yaml/objects.h"
#include "yaml/values.h"

namespace plumb::yaml {

namespace {

constexpr std::string_view default_schema = "public";

// --- Values of fields ------------------------------------------------------------------------------------------------

// A number or a boolean that every reader of YAML takes for the same: written without quotes where an expression or an
// option may be one.
bool is_simple_literal(std::string_view text) {
  if (text == "true" || text == "false") return true;
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  constexpr std::size_t most_digits = 15;  // a double holds them all
  if (whole.empty() || text.size() > most_digits || (whole.size() > 1 && whole.front() == '0')) return false;
  if (whole.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (dot == std::string_view::npos) return true;
  const std::string_view fraction = text.substr(dot + 1);
  return !fraction.empty() && fraction.find_first_not_of("0123456789") == std::string_view::npos;
}

Value literal_or_text(const std::string& text) {
  return is_simple_literal(text) ? Value::plain(text) : Value::text(text);
}

// The schema is left out where the reader puts it back: that of the object.
std::string qualified_key(std::string_view home, const std::string& schema, const std::string& bare, bool is_sql) {
  if (schema.empty() || schema == home) return bare;
  return (is_sql ? sql::quote_ident(schema) : sql::print_key_name(schema)) + "." + bare;
}
std::string name_in(std::string_view home, const std::string& schema, const std::string& name) {
  return qualified_key(home, schema, sql::print_key_name(name), false);
}

template <typename T>
std::string key_of(const T& object) {
  if constexpr (has_sql_name<T>)
    return Kind<T>::write_key(object);
  else
    return sql::print_key_name(object.id.name);
}

struct FieldWriter {
  const ObjectId& id;

  Value operator()(const std::string& value) const { return Value::text(value); }
  Value operator()(bool value) const { return Value::plain(value ? "true" : "false"); }
  Value operator()(long long value) const { return Value::plain(std::to_string(value)); }
  Value operator()(const Type& value) const { return Value::text(sql::short_type(value)); }
  Value operator()(const Expression& value) const { return literal_or_text(value.text); }
  Value operator()(const Query& value) const { return Value::text(value.text); }
  Value operator()(const Element& value) const { return Value::text(value.text); }
  Value operator()(const Identity& value) const { return Value::text(value.text()); }
  Value operator()(const PartitionKey& value) const { return Value::text(value.text); }
  Value operator()(const PartitionBound& value) const { return Value::text(value.text); }
  Value operator()(const ObjectName& value) const { return Value::text(name_in(id.schema, value.schema, value.name)); }
  Value operator()(const OperatorMember& value) const { return Value::text(value.text); }
  Value operator()(const Reference& value) const { return Value::text(value.text); }
  Value operator()(const ColumnName& value) const {
    return Value::text(name_in(id.schema, value.schema, value.table) + "." + sql::print_key_name(value.column));
  }
  Value operator()(float value) const { return Value::plain(field_text(value)); }
  Value operator()(const Returns& value) const { return Value::text(sql::print_returns(value)); }
  Value operator()(const Code& value) const { return Value::text(value.text); }
  Value operator()(const FunctionName& value) const { return Value::text(value.text); }
  Value operator()(const Options& value) const {
    Value out = Value::map();
    out.in_line = true;
    for (const auto& [name, text] : value) out.add_name(name, literal_or_text(text));
    return out;
  }
  // Never a secret.
  Value operator()(const GuardedOptions& value) const { return (*this)(without_secrets(value).values); }
  Value operator()(const ConnectionString& value) const { return Value::text(without_secrets(value).text); }
  Value operator()(const Hint<std::vector<sql::PublishedTable>>& value) const {
    Value out = Value::list();
    for (sql::PublishedTable table : value.value) {
      if (table.table.schema == default_schema) table.table.schema.clear();
      out.items.push_back(Value::text(sql::print_published_table(table)));
    }
    return out;
  }
  Value operator()(const Grants& value) const {
    Value out = Value::map();
    out.in_line = true;
    for (const auto& [role, granted] : value.by_grantee) {
      Value list = Value::list();
      for (const auto& privilege : granted) list.items.push_back(Value::text(sql::print_privilege(privilege)));
      out.add_name(role, std::move(list));
    }
    return out;
  }
  template <typename T>
  Value operator()(const std::vector<T>& value) const {
    Value out = Value::list();
    for (const T& item : value) out.items.push_back((*this)(item));
    return out;
  }
  template <typename T>
  Value operator()(const std::optional<T>& value) const {
    return (*this)(*value);
  }
  template <typename T>
  Value operator()(const Declared<T>& value) const {
    return (*this)(value.value);
  }
  template <typename T>
  Value operator()(const Hint<T>& value) const {
    return (*this)(value.value);
  }
  // New values of an enum and their old ones: texts, whatever they look like.
  Value operator()(const Hint<std::map<std::string, std::string>>& value) const {
    Value out = Value::map();
    for (const auto& [key, text] : value.value) out.add_name(key, Value::text(text));
    return out;
  }
};

template <typename T>
bool is_default(const T& value, const T& by_default) {
  return value == by_default;
}
template <typename T>
bool is_default(const Hint<T>& value, const Hint<T>& by_default) {  // Hint's == is always true
  return value.value == by_default.value;
}

// --- Objects ---------------------------------------------------------------------------------------------------------

class ObjectWriter {
 public:
  explicit ObjectWriter(const Database& database) : database_(database), folded_(folded_into_columns(database)) {
    database_.each([this](const auto& object) {
      if (is_under_another(object)) nested_[outer_of(object)].push_back(object.id);
    });
  }

  bool is_folded(const ObjectId& id) const { return folded_.contains(id); }

  // Nothing where the name alone says it all.
  template <typename T>
  Value value_of(const T& object, bool named_by_key) const {
    const bool has_name = named_by_key || has_default_name(object);
    const bool attached = has_attached(database_, object.id);
    Value sections = Value::map();
    add_sections(object.id, sections);
    add_nested(object, sections);
    const bool has_sections = !sections.entries.empty();
    if (!attached && object.renamed_from.value.empty() && has_name && !has_sections)
      if (auto out = short_form(object)) return std::move(*out);
    Value out = Value::map();
    if (!has_name) out.add(name_key, Value::text(object.id.name));
    // Of what stands at the top level, people want to read first what it is; of the rest, what it consists of.
    constexpr bool told_first = Kind<T>::placement.parents.none();
    if (told_first) add_story(object, out);
    std::move(sections.entries.begin(), sections.entries.end(), std::back_inserter(out.entries));
    if constexpr (!bare_section_of<T>().empty())
      if (!attached && out.entries.size() == 1 && has_sections && !is_ambiguous<T>(out.entries.front().second))
        return std::move(out.entries.front().second);
    constexpr std::size_t few = 4;
    if constexpr (marker_of<T>().empty()) {
      add_fields(object, out, is_under_another(object));
    } else {
      Value fields = Value::map();
      add_fields(object, fields, is_under_another(object));
      fields.in_line = fields.entries.size() <= few && all_short(fields);
      out.add(marker_of<T>(), std::move(fields));
    }
    if (!told_first) add_story(object, out);
    add_attached(object.id, false, out);
    out.in_line = !attached && !has_sections && out.entries.size() <= few && all_short(out);
    return out.entries.empty() ? Value{} : out;
  }

  // Does it stand under one of its own kind?
  template <typename T>
  bool is_under_another(const T& object) const {
    return database_.find<T>(outer_of(object)) != nullptr;
  }

  // The children of one kind under a parent, as a section of it.
  template <typename T>
  Value section_of(const ObjectId& parent) const {
    const auto [first, last] = database_.children<T>(parent);
    std::vector<const T*> objects;
    for (auto it = first; it != last; ++it)
      if (!is_folded(it->id)) objects.push_back(&*it);
    if (objects.empty()) return {};
    if constexpr (Kind<T>::placement.form == Placement::Form::single) return value_of(*objects.front(), false);
    if constexpr (requires(const T& o) { o.position.value; })
      std::stable_sort(objects.begin(), objects.end(),
                       [](const T* a, const T* b) { return a->position.value < b->position.value; });
    Value out = Value::map();
    for (const T* object : objects) out.add_name(key_of(*object), value_of(*object, true));
    return out;
  }

 private:
  // What stands under the object that a field of it names, where that is there.
  template <typename T>
  static ObjectId outer_of(const T& object) {
    ObjectId out;
    if constexpr (is_nested<T>) {
      auto find = [&out](std::string_view field, const auto& member, Unread = {}, Unread = {}) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, ObjectName>)
          if (field == Kind<T>::nested_field && !member.empty()) out = top_id(Kind<T>::tag, member.schema, member.name);
      };
      Kind<T>::describe(find, object);
    }
    return out;
  }

  template <typename T>
  void add_nested(const T& outer, Value& out) const {
    if constexpr (is_nested<T>) {
      const auto inside = nested_.find(outer.id);
      if (inside == nested_.end()) return;
      Value section = Value::map();
      for (const ObjectId& id : inside->second) {
        const T& object = *database_.find<T>(id);
        section.add_name(qualified_key(outer.id.schema, id.schema, key_of(object), has_sql_name<T>),
                         value_of(object, true));
      }
      out.add(Kind<T>::nested_section, std::move(section));
    }
  }

  template <typename T>
  bool has_default_name(const T& object) const {
    if constexpr (requires { Kind<T>::default_name(object, database_); })
      return Kind<T>::default_name(object, database_) == object.id.name;
    else
      return false;
  }

  template <typename T>
  std::optional<Value> short_form(const T& object) const {
    if constexpr (requires { Kind<T>::write_short(object, database_); }) {
      if (auto list = list_form(object)) return list;
      if (auto text = Kind<T>::write_short(object, database_)) return Value::text(*text);
      return std::nullopt;
    } else {
      return list_form(object);
    }
  }

  // `primary_key: [id]`, `mood: [calm, busy]`: where the required list is all there is to say.
  template <typename T>
  std::optional<Value> list_form(const T& object) const {
    constexpr bool by_name = Kind<T>::placement.form == Placement::Form::map_or_list;
    if (by_name || !has_list_form<T>()) return std::nullopt;
    Value fields = Value::map();
    add_fields(object, fields);
    if (fields.entries.size() != 1 || fields.entries.front().first != required_fields<T>().front()) return std::nullopt;
    return std::move(fields.entries.front().second);
  }

  // The comment, or else all that is not the comment.
  void add_attached(const ObjectId& id, bool comment, Value& out) const {
    for_each_attached(id.kind, [&]<typename A>(const A*) {
      if (std::is_same_v<A, Comment> != comment) return;
      const A* attached = database_.find<A>(attached_id(Kind<A>::tag, id));
      if (!attached) return;
      auto add = [&](std::string_view, const auto& member, Unread = {}, Unread = {}) {
        out.add(Kind<A>::key, FieldWriter{id}(member));
      };
      Kind<A>::describe(add, *attached);
    });
  }

  // Would a section that stands alone be taken for something else?
  template <typename T>
  static bool is_ambiguous(const Value& section) {
    const auto has = [&section](std::string_view name) {
      return std::any_of(section.entries.begin(), section.entries.end(),
                         [name](const auto& entry) { return entry.first == name; });
    };
    bool out = has(bare_section_of<T>());
    return out || std::ranges::any_of(markers_in_section_of(Kind<T>::placement), has);
  }

  template <typename T>
  void add_story(const T& object, Value& out) const {
    add_attached(object.id, true, out);
    if (!object.renamed_from.value.empty()) out.add(renamed_from_key, Value::text(renamed_from(object)));
  }

  template <typename T>
  static std::string renamed_from(const T& object) {
    const std::string& name = object.renamed_from.value;
    const bool as_written = object.id.parent.empty() && !object.id.schema.empty();
    return as_written ? name : sql::print_key_name(name);
  }

  template <typename T>
  void add_fields(const T& object, Value& out, bool nested = false) const {
    if constexpr (requires { Kind<T>::gathered(object, database_); })
      add_own_fields(Kind<T>::gathered(object, database_), out, nested);
    else
      add_own_fields(object, out, nested);
  }

  template <typename T>
  static void add_own_fields(const T& object, Value& out, bool nested) {
    const T by_default{};
    std::vector<const void*> defaults;
    auto record = [&defaults](std::string_view, const auto& member, Unread = {}, Unread = {}) {
      defaults.push_back(&member);
    };
    Kind<T>::describe(record, by_default);
    std::size_t i = 0;
    auto write = [&](std::string_view name, const auto& member, Unread = {}, Unread = {}) {
      using Member = std::remove_cvref_t<decltype(member)>;
      // An empty list is said where something has to be: an enum may have no values.
      const bool said = !is_default(member, *static_cast<const Member*>(defaults[i++])) ||
                        (std::is_same_v<Member, std::vector<std::string>> && is_required<T>(name));
      if constexpr (is_nested<T>)
        if (nested && name == Kind<T>::nested_field) return;
      if constexpr (!std::is_same_v<Member, Arguments>) {  // the key tells them
        if (!said) return;
        Value value = FieldWriter{object.id}(member);
        if (!holds_secrets<Member> || !value.empty()) out.add(name, std::move(value));
      }
    };
    Kind<T>::describe(write, object);
  }

  void add_sections(const ObjectId& id, Value& out) const {
    for_each_kind([&]<typename T>(const T*) {
      if constexpr (has_section<T>() && !Kind<T>::placement.parents.none()) {
        if (!stands_under<T>(id.kind)) return;
        if (Value section = section_of<T>(id); section.kind != Value::Kind::nothing)
          out.add(Kind<T>::placement.section, std::move(section));
      }
    });
  }

  static bool all_short(const Value& map) {
    return std::all_of(map.entries.begin(), map.entries.end(), [](const auto& entry) {
      return entry.second.scalar.find('\n') == std::string::npos && entry.second.scalar.size() <= 60;
    });
  }

  const Database& database_;
  std::set<ObjectId> folded_;
  std::map<ObjectId, std::vector<ObjectId>> nested_;
};

// --- Files -----------------------------------------------------------------------------------------------------------

// A name as a file's: what file systems take, and no two alike where case does not count.
class FileNames {
 public:
  std::string take(const std::string& folder, const std::string& name) {
    const std::string base = folder + safe(name);
    std::string out = base + ".yaml";
    for (int n = 2; !taken_.insert(sql::lower(out)).second; ++n) out = fmt::format("{}_{}.yaml", base, n);
    return out;
  }
  std::string folder(const std::string& schema) {
    if (schema == default_schema) return "schema/";
    const auto [known, added] = folders_.try_emplace(schema);
    if (added) {
      const std::string base = "schema/" + safe(schema);
      known->second = base;
      for (int n = 2; !taken_.insert(sql::lower(known->second)).second; ++n)
        known->second = fmt::format("{}_{}", base, n);
      known->second += "/";
    }
    return known->second;
  }

 private:
  static std::string safe(const std::string& name) {
    std::string out;
    for (const char c : name) {
      const auto byte = static_cast<unsigned char>(c);
      const bool good = byte >= 0x80 || std::isalnum(byte) || c == '_' || c == '-';
      out += good ? c : '_';
    }
    return out.empty() ? "_" : out;
  }
  std::set<std::string> taken_;
  std::map<std::string, std::string> folders_;
};

// A section at the top level of a file, with the kinds that share it, in their order; the first of them says the rest.
struct TopSection {
  std::string_view name, file;
  bool in_schema;
  std::vector<KindTag> kinds;
};

std::vector<TopSection> top_sections() {
  std::vector<TopSection> out;
  const auto add = [&out](KindTag kind, const Placement& placement) {
    if (placement.section.empty() || !placement.parents.none()) return;
    const auto has_name = [&placement](const TopSection& each) { return each.name == placement.section; };
    auto found = std::ranges::find_if(out, has_name);
    if (found == out.end())
      found = out.insert(
          out.end(),
          {placement.section, placement.file.empty() ? placement.section : placement.file, placement.in_schema, {}});
    found->kinds.push_back(kind);
  };
  for_each_kind([&add]<typename T>(const T*) { add(Kind<T>::tag, Kind<T>::placement); });
  return out;
}

class DeclarationWriter {
 public:
  DeclarationWriter(const Database& database, const WriteOptions& options)
      : database_(database), options_(options), objects_(database) {}

  std::map<std::string, std::string> write() {
    options_.one_document ? one_document() : one_file_each();
    return std::move(files_);
  }

 private:
  static bool is_table_kind(KindTag kind) { return kind == KindTag::table; }

  // Every top-level object of a kind, in the order of ids, or those of one schema.
  template <typename T>
  Value section(const std::string* schema) const {
    Value out = Value::map();
    for (const T& object : database_.all<T>()) {
      if (schema && object.id.schema != *schema) continue;
      if (objects_.is_folded(object.id) || objects_.is_under_another(object) || !is_worth_saying(object)) continue;
      const std::string_view home = schema ? std::string_view(*schema) : default_schema;
      out.add_name(qualified_key(home, object.id.schema, key_of(object), has_sql_name<T>),
                   objects_.value_of(object, true));
    }
    return out;
  }

  // A section as a whole, whichever kinds share it.
  Value whole_section(const TopSection& top, const std::string* schema) const {
    Value out = Value::map();
    for (const KindTag kind : top.kinds)
      with_kind(kind, [&]<typename T>(const T*) {
        for (auto& entry : section<T>(schema).entries) out.entries.push_back(std::move(entry));
      });
    return out;
  }

  // A schema goes without saying where something lives in it, and public mostly.
  template <typename T>
  bool is_worth_saying(const T& object) const {
    if constexpr (std::is_same_v<T, Schema>) {
      if (object.id.name != default_schema || !object.renamed_from.value.empty()) return true;
      if (has_attached(database_, object.id)) return true;
      bool used = false;
      database_.each_any([&used](const Base& other) { used = used || other.id.schema == default_schema; });
      return !used;
    }
    return true;
  }

  Value root() const {
    Value out = Value::map();
    out.add("plumb", Value::plain(std::to_string(language_version)));
    if (!options_.version.empty()) out.add("version", Value::text(options_.version));
    if (!options_.database.empty()) out.add("database", Value::text(options_.database));
    return out;
  }

  Value manage() const {
    const Manage& manage = options_.manage;
    Value out = Value::map();
    out.in_line = true;
    if (manage.all) {
      out.add("schemas", Value::text("all"));
    } else if (manage.declared) {
      out.add("schemas", FieldWriter{{}}(manage.schemas));
    }
    if (manage.database) out.add("database", Value::plain("true"));
    if (manage.owners) out.add("owners", Value::plain("true"));
    if (manage.privileges) out.add("privileges", Value::plain("true"));
    if (!manage.ignore.empty()) {
      Value list = Value::list();
      for (const auto& pattern : manage.ignore) list.items.push_back(Value::text(pattern.kind + " " + pattern.address));
      out.add("ignore", std::move(list));
    }
    return out;
  }

  std::string first_line() const {
    return options_.editor_schema.empty() ? ""
                                          : fmt::format("# yaml-language-server: $schema={}\n", options_.editor_schema);
  }

  // Is it written over many lines?
  static bool is_big(const Value& value) {
    if (value.kind == Value::Kind::text) return value.scalar.find('\n') != std::string::npos;
    return value.kind == Value::Kind::map && std::any_of(value.entries.begin(), value.entries.end(), [](const auto& e) {
             return (e.second.kind == Value::Kind::map && !e.second.in_line) || is_big(e.second);
           });
  }

  // Sections with blank lines between them; tables and other big things have blank lines between each other too.
  static void add_section(std::string_view name, Value section, std::string& text) {
    if (section.entries.empty()) return;
    section.spaced =
        std::any_of(section.entries.begin(), section.entries.end(), [](const auto& e) { return is_big(e.second); });
    Value document = Value::map();
    document.add(name, std::move(section));
    if (!text.empty()) text += "\n";
    text += emit(document);
  }

  void one_document() {
    Value head = root();
    if (Value part = manage(); !part.entries.empty()) head.add("manage", std::move(part));
    std::string text = first_line() + emit(head);
    for (const TopSection& top : top_sections_) add_section(top.name, whole_section(top, nullptr), text);
    files_.emplace("plumb.yaml", std::move(text));
  }

  void one_file_each() {
    // Names that are always the same come first, so that a table called "views" can't take them.
    std::string database;
    for (const TopSection& top : top_sections_)
      if (!top.in_schema) add_section(top.name, whole_section(top, nullptr), database);
    const std::string database_path = names_.take("schema/", "database");
    if (!database.empty()) files_.emplace(database_path, std::move(database));
    std::set<std::string> schemas{std::string(default_schema)};
    database_.each_any([&schemas](const Base& object) {
      if (!object.id.schema.empty()) schemas.insert(object.id.schema);
    });
    for (const std::string& schema : schemas) sections_of(schema);
    for (const std::string& schema : schemas) tables_of(schema);
    write_root();
  }

  void sections_of(const std::string& schema) {
    std::vector<std::pair<std::string_view, std::string>> files;
    for (const TopSection& top : top_sections_) {
      if (!top.in_schema || is_table_kind(top.kinds.front())) continue;
      auto file = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.first == top.file; });
      if (file == files.end()) file = files.insert(files.end(), {top.file, heading(schema)});
      add_section(top.name, whole_section(top, &schema), file->second);
    }
    for (auto& [name, text] : files) {
      const std::string path = names_.take(names_.folder(schema), std::string(name));
      if (text.size() > heading(schema).size()) files_.emplace(path, std::move(text));
    }
  }

  void tables_of(const std::string& schema) {
    for (const Table& table : database_.all<Table>()) {
      if (table.id.schema != schema || objects_.is_under_another(table)) continue;
      Value section = Value::map();
      section.add_name(sql::print_key_name(table.id.name), objects_.value_of(table, true));
      std::string text = heading(schema);
      add_section(Kind<Table>::placement.section, std::move(section), text);
      files_.emplace(names_.take(names_.folder(schema), table.id.name), std::move(text));
    }
  }

  static std::string heading(const std::string& schema) {
    if (schema == default_schema) return {};
    Value out = Value::map();
    out.add(schema_key, Value::text(schema));
    return emit(out);
  }

  void write_root() {
    Value head = root();
    if (!files_.empty()) {
      Value include = Value::list();
      include.items.push_back(Value::text("schema/**/*.yaml"));
      head.add("include", std::move(include));
    }
    if (Value part = manage(); !part.entries.empty()) head.add("manage", std::move(part));
    files_.emplace("plumb.yaml", first_line() + emit(head));
  }

  const Database& database_;
  const WriteOptions& options_;
  ObjectWriter objects_;
  const std::vector<TopSection> top_sections_ = top_sections();
  FileNames names_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> write_declaration(const Database& database, const WriteOptions& options) {
  return DeclarationWriter(database, options).write();
}

}  // namespace plumb::yaml
