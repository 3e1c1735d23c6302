#include "yaml/json_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/statement.h"
#include "yaml/config.h"
#include "yaml/objects.h"
#include "yaml/values.h"

namespace plumb::yaml {

namespace {

using Json = nlohmann::ordered_json;

Json text() { return {{"type", "string"}}; }
Json filled_text() { return {{"type", "string"}, {"minLength", 1}}; }
Json scalar() { return {{"type", {"string", "number", "boolean"}}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json any_of(std::vector<Json> choices) {
  return choices.size() == 1 ? choices.front() : Json{{"anyOf", std::move(choices)}};
}
Json closed_object() { return {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}}; }

Json with_description(Json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

// --- By the type of a member -----------------------------------------------------------------------------------------

template <typename T>
struct Tag {};

Json identity_schema();

Json type_schema(Tag<std::string>) { return text(); }
Json type_schema(Tag<bool>) { return {{"type", "boolean"}}; }
Json type_schema(Tag<long long>) { return {{"type", "integer"}}; }
Json type_schema(Tag<Type>) { return filled_text(); }
Json type_schema(Tag<Expression>) {
  Json out = scalar();
  out["minLength"] = 1;
  return out;
}
Json type_schema(Tag<Query>) { return filled_text(); }
Json type_schema(Tag<Element>) { return filled_text(); }
Json type_schema(Tag<Identity>) { return identity_schema(); }
Json type_schema(Tag<PartitionKey>) { return filled_text(); }
Json type_schema(Tag<PartitionBound>) { return filled_text(); }
Json type_schema(Tag<ObjectName>) { return filled_text(); }
Json type_schema(Tag<OperatorMember>) { return filled_text(); }
Json type_schema(Tag<Reference>) { return filled_text(); }
Json type_schema(Tag<ColumnName>) { return filled_text(); }
Json type_schema(Tag<float>) { return {{"type", "number"}}; }
Json type_schema(Tag<Returns>) { return filled_text(); }
Json type_schema(Tag<Code>) { return text(); }
Json type_schema(Tag<FunctionName>) { return filled_text(); }
Json type_schema(Tag<Options>) { return {{"type", "object"}, {"additionalProperties", scalar()}}; }
Json type_schema(Tag<Hint<std::map<std::string, std::string>>>) {
  return {{"type", "object"}, {"additionalProperties", text()}};
}
Json type_schema(Tag<GuardedOptions>) { return type_schema(Tag<Options>{}); }
Json type_schema(Tag<ConnectionString>) { return filled_text(); }
Json type_schema(Tag<Hint<std::vector<sql::PublishedTable>>>) { return list_of(filled_text()); }
Json type_schema(Tag<Grants>) { return {{"type", "object"}, {"additionalProperties", list_of(filled_text())}}; }
template <typename T>
Json type_schema(Tag<std::optional<T>>) {
  return type_schema(Tag<T>{});
}
template <typename T>
Json type_schema(Tag<Declared<T>>) {
  return type_schema(Tag<T>{});
}
template <typename T>
Json type_schema(Tag<Hint<T>>) {
  return type_schema(Tag<T>{});
}
template <typename T>
Json type_schema(Tag<std::vector<T>>) {
  return list_of(type_schema(Tag<T>{}));
}

// Puts each described field into the properties of an object.
struct Describer {
  Json& properties;
  bool renamable_values = false;

  void operator()(std::string_view, const Arguments&, Unread = {}, Unread = {}) {}  // the key tells them

  template <typename Member>
  void operator()(std::string_view name, const Member&, std::string_view meaning, Choices choices = {}) {
    Json field = type_schema(Tag<Member>{});
    if (renamable_values && std::is_same_v<Member, std::vector<std::string>>) field = renamable();
    if (!choices.values.empty()) {
      field = {{"enum", choices.values}};
      if (std::is_same_v<Member, std::vector<std::string>>) field = list_of(std::move(field));
    }
    field["description"] = meaning;
    properties[std::string(name)] = std::move(field);
    if (std::is_same_v<Member, Code>)
      properties[file_key(name)] = {
          {"type", "string"}, {"minLength", 1}, {"description", "file that holds it, relative to this one"}};
  }

  // [calm, {value: busy, renamed_from: hectic}]
  static Json renamable() {
    Json item = closed_object();
    item["properties"]["value"] = filled_text();
    item["properties"][std::string(renamed_from_key)] = text();
    item["required"] = {"value"};
    return list_of(any_of({text(), std::move(item)}));
  }
};

Json identity_schema() {
  Json object = closed_object();
  Describer describer{object["properties"]};
  const Identity identity;
  describe_identity(describer, identity);
  object["required"] = {"generation"};
  Json short_form = text();
  short_form["pattern"] = "^(always|by default)( *\\(|$)";
  return any_of({std::move(short_form), std::move(object)});
}

// --- By kind ---------------------------------------------------------------------------------------------------------

// What the schema of a kind is made of, as values: made from Kind<T> once, for functions that are no templates.
struct KindFacts {
  KindTag tag;
  Placement placement;
  std::span<const std::string_view> required;
  std::string_view marker, bare_section, nested_section;
  bool has_short_form, listed_by_name, can_be_renamed, renamable_values;
  Json list_form;  // null: it has none
  void (*describe)(Describer&);
};

Json reference(KindTag kind, bool named) { return {{"$ref", "#/$defs/" + definition_name(kind, named)}}; }

template <typename T>
Json list_form() {
  Json out;
  auto find = [&out](std::string_view name, const auto& member, Unread = {}, Unread = {}) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if (required_fields<T>().empty() || name != required_fields<T>().front()) return;
    if constexpr (!std::is_same_v<Member, Arguments>) out = type_schema(Tag<Member>{});
    if (HasRenamableValues<T>) out = Describer::renamable();
  };
  const T object{};
  Kind<T>::describe(find, object);
  return out;
}

template <typename T>
KindFacts facts_of() {
  KindFacts out{Kind<T>::tag,
                Kind<T>::placement,
                required_fields<T>(),
                marker_of<T>(),
                bare_section_of<T>(),
                {},
                may_be_short<T>(false),
                may_be_listed_by_name<T>(),
                CanBeRenamed<T>,
                HasRenamableValues<T>,
                {},
                {}};
  if constexpr (is_nested<T>) out.nested_section = Kind<T>::nested_section;
  if (has_list_form<T>()) out.list_form = list_form<T>();
  out.describe = [](Describer& describer) {
    const T object{};
    Kind<T>::describe(describer, object);
  };
  return out;
}

// Of the kinds that stand in sections, in their order.
const std::vector<KindFacts>& all_facts() {
  static const std::vector<KindFacts> out = [] {
    std::vector<KindFacts> facts;
    for_each_kind([&facts]<typename T>(const T*) {
      if constexpr (has_section<T>()) facts.push_back(facts_of<T>());
    });
    return facts;
  }();
  return out;
}

bool may_stand_under(const KindFacts& kind, KindTag parent) {
  return parent == KindTag::none ? kind.placement.parents.none() : kind.placement.parents.contain(parent);
}

// Kinds that share a section stand in it side by side.
std::vector<Json> kinds_in_section(const Placement& placement) {
  std::vector<Json> out;
  for (const KindFacts& kind : all_facts())
    if (kind.placement.section == placement.section &&
        std::ranges::equal(kind.placement.parents.kinds, placement.parents.kinds))
      out.push_back(reference(kind.tag, true));
  return out;
}

Json section_schema(const KindFacts& kind) {
  if (kind.placement.form == Placement::Form::single) return reference(kind.tag, false);
  Json map = {{"type", {"object", "null"}}, {"additionalProperties", any_of(kinds_in_section(kind.placement))}};
  map["propertyNames"] = {{"minLength", 1}};
  std::vector<Json> forms{std::move(map)};
  if (kind.placement.form == Placement::Form::map_or_list) forms.push_back(list_of(reference(kind.tag, false)));
  if (kind.listed_by_name) forms.push_back(list_of(filled_text()));
  return any_of(std::move(forms));
}

// Under one of its own kind it has a short form.
Json nested_schema(KindTag kind) {
  Json text_form = filled_text();
  text_form["description"] = "short form: PostgreSQL's own syntax";
  Json out = {{"type", {"object", "null"}}};
  out["additionalProperties"] = any_of({std::move(text_form), reference(kind, true)});
  out["propertyNames"] = {{"minLength", 1}};
  return out;
}

void add_sections(KindTag parent, Json& properties) {
  for (const KindFacts& kind : all_facts())
    if (may_stand_under(kind, parent)) {
      Json& property = properties[std::string(kind.placement.section)];
      property = property.is_null() ? section_schema(kind) : any_of({property, section_schema(kind)});
    }
}

void add_attached(KindTag on, Json& properties) {
  for_each_attached(on, [&properties]<typename A>(const A*) {
    auto describe = [&properties]<typename M>(std::string_view, const M&, std::string_view meaning) {
      properties[std::string(Kind<A>::key)] = with_description(type_schema(Tag<M>{}), meaning);
    };
    const A attached{};
    Kind<A>::describe(describe, attached);
  });
}

void add_bare_section(KindTag parent, std::string_view section, std::vector<Json>& forms) {
  for (const KindFacts& kind : all_facts())
    if (may_stand_under(kind, parent) && kind.placement.section == section) forms.push_back(section_schema(kind));
}

Json long_form(const KindFacts& kind, bool named) {
  Json out = closed_object();
  Json& properties = out["properties"];
  if (!named)
    properties[std::string(name_key)] = {{"type", "string"},
                                         {"minLength", 1},
                                         {"description", "its name; left out: the one that PostgreSQL would choose"}};
  const bool marked = !kind.marker.empty();
  Json fields = closed_object();
  Describer describer{marked ? fields["properties"] : properties, kind.renamable_values};
  kind.describe(describer);
  if (marked) {
    if (kind.required.empty())
      fields["type"] = {"object", "null"};
    else
      fields["required"] = kind.required;
    properties[std::string(kind.marker)] = std::move(fields);
    out["required"] = {kind.marker};
  }
  add_sections(kind.tag, properties);
  if (!kind.nested_section.empty()) properties[std::string(kind.nested_section)] = nested_schema(kind.tag);
  add_attached(kind.tag, properties);
  if (kind.can_be_renamed)
    properties[std::string(renamed_from_key)] = {
        {"type", "string"}, {"minLength", 1}, {"description", "its name until now; means nothing once that is gone"}};
  if (!marked && !kind.required.empty()) out["required"] = kind.required;
  return out;
}

Json definition(const KindFacts& kind, bool named) {
  std::vector<Json> forms;
  if (kind.has_short_form) {
    Json text_form = filled_text();
    text_form["description"] = "short form: PostgreSQL's own syntax";
    forms.push_back(std::move(text_form));
  }
  if (!kind.list_form.is_null()) forms.push_back(kind.list_form);
  forms.push_back(long_form(kind, named));
  add_bare_section(kind.tag, kind.bare_section, forms);
  if (kind.required.empty()) forms.push_back({{"type", "null"}});
  return any_of(std::move(forms));
}

Json definitions() {
  Json out = Json::object();
  for (const KindFacts& kind : all_facts()) {
    const Placement::Form form = kind.placement.form;
    if (form != Placement::Form::single) out[definition_name(kind.tag, true)] = definition(kind, true);
    if (form != Placement::Form::map) out[definition_name(kind.tag, false)] = definition(kind, false);
  }
  return out;
}

// --- The root --------------------------------------------------------------------------------------------------------

// "kind address", as --allow and `ignore` take it.
std::string address_pattern(bool any_kind) {
  std::string out;
  for (const std::string& name : addressable_kinds()) out += (out.empty() ? "" : "|") + name;
  return fmt::format("^({}{}) .", any_kind ? "\\*|" : "", out);
}

Json manage_schema() {
  Json out = closed_object();
  Json& p = out["properties"];
  p["schemas"] = with_description(any_of({{{"const", "all"}}, list_of(filled_text())}),
                                  "what plumb answers for; left out: the schemas that the declaration names");
  p["database"] = {{"type", "boolean"}, {"description", "also what lives in no schema, extensions for example"}};
  p["ignore"] = with_description(list_of({{"type", "string"}, {"pattern", address_pattern(true)}}),
                                 "what to leave alone: a kind or *, and a pattern of addresses");
  p["owners"] = {{"type", "boolean"}, {"description", "compare owners where none is declared too?"}};
  p["privileges"] = {{"type", "boolean"}, {"description", "compare privileges where none are declared too?"}};
  p["roles"] = {{"type", "boolean"}, {"description", "drop roles of the server that are not declared?"}};
  return out;
}

void root_properties(Json& p) {
  p["plumb"] = {{"const", language_version}, {"description", "version of this language; makes the file a root"}};
  p["version"] = {
      {"type", "string"},
      {"pattern", "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},
      {"description", "version of the schema (semantic versioning)"}};
  p["database"] =
      with_description(text(), "where the database is: what libpq takes; ${VAR} is replaced from the environment");
  p["include"] = with_description(list_of(filled_text()), "files and patterns of files, relative to this one");
  p["manage"] = with_description(manage_schema(), "what plumb answers for");
  Json words = Json::array({"additive", "breaking"});
  for (const HazardKind hazard : all_hazards) words.push_back(to_string(hazard));
  p["allow"] =
      with_description(list_of(any_of({{{"enum", words}}, {{"type", "string"}, {"pattern", address_pattern(false)}}})),
                       "what apply may do without being told on the command line: classes, hazards, single objects");
}

}  // namespace

std::string definition_name(KindTag kind, bool named) {
  std::string out(kind_name(kind));
  std::replace(out.begin(), out.end(), ' ', '_');
  return named ? out : "unnamed_" + out;
}

std::string json_schema() {
  Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "plumb declaration"},
              {"description", "What a PostgreSQL database should be. Generated by plumb schema."},
              {"type", {"object", "null"}}};
  Json& p = out["properties"];
  p = Json::object();
  root_properties(p);
  p[std::string(schema_key)] =
      with_description(filled_text(), "the schema of the unqualified names in this file; left out: public");
  for (const KindFacts& kind : all_facts())
    if (kind.placement.parents.none()) p[std::string(kind.placement.section)] = section_schema(kind);
  out["additionalProperties"] = false;
  Json needs_root = Json::object();
  for (const std::string_view key : root_keys)
    if (key != "plumb") needs_root[std::string(key)] = {"plumb"};
  out["dependentRequired"] = std::move(needs_root);
  out["$defs"] = definitions();
  return out.dump(2) + "\n";
}

}  // namespace plumb::yaml
