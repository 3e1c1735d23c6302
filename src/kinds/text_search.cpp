#include "kinds/text_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "sql/definition_type.h"

namespace plumb {

namespace {

// "CREATE TEXT SEARCH … name (START = f, …)", with those that are given.
Statement created(const std::string& reference, std::initializer_list<std::pair<std::string_view, std::string>> items) {
  std::string list;
  for (const auto& [name, value] : items)
    if (!value.empty()) list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", name, value);
  return statement(fmt::format("CREATE {} ({})", reference, list));
}

Statement dropped(const std::string& reference, std::string_view what) {
  auto out = statement("DROP " + reference);
  out.hazards.push_back({HazardKind::breaks_clients, fmt::format("clients that use the {} fail", what)});
  return out;
}

std::vector<std::string> calls(std::initializer_list<const Reference*> functions) {
  std::vector<std::string> out;
  for (const Reference* function : functions)
    if (!function->empty()) out.push_back(function->text + "()");
  return out;
}

std::string query_of(std::string_view catalog, std::string_view prefix, const std::string& columns,
                     const std::string& owner) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.{1}name AS name, o.oid, {2}{3} FROM pg_catalog.{0} o"
      " JOIN pg_catalog.pg_namespace n ON n.oid = o.{1}namespace WHERE {4} AND {5}",
      catalog, prefix, columns, owner, in_scope("n"), not_of_extension(catalog, "o.oid"));
}

}  // namespace

// --- Parsers ---------------------------------------------------------------------------------------------------------

std::string Kind<TextSearchParser>::query(ServerVersion) {
  return query_of("pg_ts_parser", "prs",
                  fmt::format("{} AS start, {} AS gettoken, {} AS end, {} AS lextypes, {} AS headline",
                              object_name("pg_proc", "pro", "o.prsstart"), object_name("pg_proc", "pro", "o.prstoken"),
                              object_name("pg_proc", "pro", "o.prsend"), object_name("pg_proc", "pro", "o.prslextype"),
                              object_name("pg_proc", "pro", "o.prsheadline")),
                  "");
}

std::set<ObjectId> Kind<TextSearchParser>::needs(const TextSearchParser& p) { return {schema_id(p.id.schema)}; }

std::vector<std::string> Kind<TextSearchParser>::mentions(const TextSearchParser& p) {
  return calls({&p.start, &p.gettoken, &p.end, &p.lextypes, &p.headline});
}

Statements Kind<TextSearchParser>::create(const TextSearchParser& p, const Context&) {
  return {created(reference(p.id), {{"START", p.start.text},
                                    {"GETTOKEN", p.gettoken.text},
                                    {"END", p.end.text},
                                    {"LEXTYPES", p.lextypes.text},
                                    {"HEADLINE", p.headline.text}})};
}

std::optional<Statements> Kind<TextSearchParser>::alter(const TextSearchParser&, const TextSearchParser&,
                                                        const Context&) {
  return std::nullopt;
}

Statements Kind<TextSearchParser>::rename(const TextSearchParser& live, const TextSearchParser& wanted,
                                          const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<TextSearchParser>::drop(const TextSearchParser& p, const Context&) {
  return {dropped(reference(p.id), "parser")};
}

std::string Kind<TextSearchParser>::reference(const ObjectId& id) {
  return "TEXT SEARCH PARSER " + sql::qualified(id.schema, id.name);
}

// --- Templates -------------------------------------------------------------------------------------------------------

std::string Kind<TextSearchTemplate>::query(ServerVersion) {
  return query_of("pg_ts_template", "tmpl",
                  fmt::format("{} AS init, {} AS lexize", object_name("pg_proc", "pro", "o.tmplinit"),
                              object_name("pg_proc", "pro", "o.tmpllexize")),
                  "");
}

std::set<ObjectId> Kind<TextSearchTemplate>::needs(const TextSearchTemplate& t) { return {schema_id(t.id.schema)}; }

std::vector<std::string> Kind<TextSearchTemplate>::mentions(const TextSearchTemplate& t) {
  return calls({&t.init, &t.lexize});
}

Statements Kind<TextSearchTemplate>::create(const TextSearchTemplate& t, const Context&) {
  return {created(reference(t.id), {{"INIT", t.init.text}, {"LEXIZE", t.lexize.text}})};
}

std::optional<Statements> Kind<TextSearchTemplate>::alter(const TextSearchTemplate&, const TextSearchTemplate&,
                                                          const Context&) {
  return std::nullopt;
}

Statements Kind<TextSearchTemplate>::rename(const TextSearchTemplate& live, const TextSearchTemplate& wanted,
                                            const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<TextSearchTemplate>::drop(const TextSearchTemplate& t, const Context&) {
  return {dropped(reference(t.id), "template")};
}

std::string Kind<TextSearchTemplate>::reference(const ObjectId& id) {
  return "TEXT SEARCH TEMPLATE " + sql::qualified(id.schema, id.name);
}

// --- Dictionaries ----------------------------------------------------------------------------------------------------

std::string Kind<TextSearchDictionary>::query(ServerVersion) {
  return query_of("pg_ts_dict", "dict",
                  fmt::format("{} AS template, NULL AS options, o.dictinitoption AS definition",
                              object_name("pg_ts_template", "tmpl", "o.dicttemplate")),
                  ownership("o.dictowner", "NULL"));
}

void Kind<TextSearchDictionary>::read_definition(std::string_view text, TextSearchDictionary& d) {
  d.options = sql::parse_options(text);
}

void Kind<TextSearchDictionary>::normalize(TextSearchDictionary& d) {
  Options said;
  for (const auto& [name, value] : d.options)
    if (!value.empty()) said.add(name, value);
  d.options = std::move(said);
}

std::set<ObjectId> Kind<TextSearchDictionary>::needs(const TextSearchDictionary& d) { return {schema_id(d.id.schema)}; }

std::vector<std::string> Kind<TextSearchDictionary>::mentions(const TextSearchDictionary& d) { return {d.from.text}; }

namespace {

std::string option(const std::string& name, const std::string& value) {
  return sql::quote_ident(name) + " = " + sql::quote_literal(value);
}

}  // namespace

Statements Kind<TextSearchDictionary>::create(const TextSearchDictionary& d, const Context&) {
  std::string sql = fmt::format("CREATE {} (TEMPLATE = {}", reference(d.id), d.from.text);
  for (const auto& [name, value] : d.options) sql += ", " + option(name, value);
  return {statement(sql + ")")};
}

std::optional<Statements> Kind<TextSearchDictionary>::alter(const TextSearchDictionary& live,
                                                            const TextSearchDictionary& wanted, const Context&) {
  if (live.from != wanted.from) return std::nullopt;
  std::string list;
  const auto add = [&list](const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  for (const auto& [name, value] : live.options)
    if (!wanted.options.contains(name)) add(sql::quote_ident(name));
  for (const auto& [name, value] : wanted.options)
    if (const auto is = live.options.find(name); is == live.options.end() || is->second != value)
      add(option(name, value));
  auto altered = statement(fmt::format("ALTER {} ({})", reference(wanted.id), list));
  altered.hazards.push_back({HazardKind::breaks_clients,
                             "words that were indexed before are not found by their new lexemes until they are "
                             "indexed anew"});
  return Statements{altered};
}

Statements Kind<TextSearchDictionary>::rename(const TextSearchDictionary& live, const TextSearchDictionary& wanted,
                                              const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<TextSearchDictionary>::drop(const TextSearchDictionary& d, const Context&) {
  return {dropped(reference(d.id), "dictionary")};
}

std::string Kind<TextSearchDictionary>::reference(const ObjectId& id) {
  return "TEXT SEARCH DICTIONARY " + sql::qualified(id.schema, id.name);
}

// --- Configurations --------------------------------------------------------------------------------------------------

std::string Kind<TextSearchConfiguration>::query(ServerVersion) {
  // Dictionaries are qualified, but for those of pg_catalog: a bare name in the YAML is first one of the declaration's.
  return query_of(
      "pg_ts_config", "cfg",
      fmt::format(
          "{} AS parser, ARRAY(SELECT (SELECT t.alias FROM pg_catalog.ts_token_type(o.cfgparser) t"
          " WHERE t.tokid = m.maptokentype) || '=' || pg_catalog.string_agg({}, ', ' ORDER BY m.mapseqno)"
          " FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = o.oid GROUP BY m.maptokentype ORDER BY 1) AS mappings",
          object_name("pg_ts_parser", "prs", "o.cfgparser"), object_name("pg_ts_dict", "dict", "m.mapdict")),
      ownership("o.cfgowner", "NULL"));
}

namespace {

template <typename F>
void each_mapping(Options& mappings, F&& change) {
  Options out;
  for (auto [token, dictionaries] : mappings) {
    change(dictionaries);
    out.add(token, dictionaries);
  }
  mappings = std::move(out);
}

std::string with_schemas(const std::string& dictionaries, const std::string& home, const Database& database) {
  auto names = sql::parse_names(dictionaries);
  for (auto& name : names)
    for (const std::string& schema : {home, std::string("public")})
      if (name.schema.empty() &&
          database.find<TextSearchDictionary>(top_id(KindTag::text_search_dictionary, schema, name.name)))
        name.schema = schema;
  return sql::print_names_list(names);
}

}  // namespace

void Kind<TextSearchConfiguration>::complete_wanted(TextSearchConfiguration& c, const Database& database) {
  each_mapping(c.mappings, [&](std::string& dictionaries) {
    try {
      dictionaries = with_schemas(dictionaries, c.id.schema, database);
    } catch (const sql::SyntaxError&) {
      return;  // the server will say what is wrong with it
    }
  });
}

void Kind<TextSearchConfiguration>::normalize(TextSearchConfiguration& c) {
  if (c.parser.text == "\"default\"") c.parser = {};
}

std::set<ObjectId> Kind<TextSearchConfiguration>::needs(const TextSearchConfiguration& c) {
  return {schema_id(c.id.schema)};
}

std::vector<std::string> Kind<TextSearchConfiguration>::mentions(const TextSearchConfiguration& c) {
  std::vector<std::string> out;
  if (!c.parser.empty()) out.push_back(c.parser.text);
  for (const auto& [token, dictionaries] : c.mappings) out.push_back(dictionaries);
  return out;
}

namespace {

Statement mapping(const TextSearchConfiguration& c, const std::string& clause) {
  return statement(fmt::format("ALTER {} {}", Kind<TextSearchConfiguration>::reference(c.id), clause));
}

std::string mapping_for(std::string_view verb, const std::string& token, const std::string& dictionaries) {
  return fmt::format("{} MAPPING FOR {} WITH {}", verb, sql::quote_ident(token), dictionaries);
}

}  // namespace

Statements Kind<TextSearchConfiguration>::create(const TextSearchConfiguration& c, const Context&) {
  Statements out{created(reference(c.id), {{"PARSER", c.parser.empty() ? "\"default\"" : c.parser.text}})};
  for (const auto& [token, dictionaries] : c.mappings)
    out.push_back(mapping(c, mapping_for("ADD", token, dictionaries)));
  return out;
}

std::optional<Statements> Kind<TextSearchConfiguration>::alter(const TextSearchConfiguration& live,
                                                               const TextSearchConfiguration& wanted, const Context&) {
  if (live.parser != wanted.parser) return std::nullopt;
  Statements out;
  for (const auto& [token, dictionaries] : live.mappings)
    if (!wanted.mappings.contains(token)) out.push_back(mapping(wanted, "DROP MAPPING FOR " + sql::quote_ident(token)));
  for (const auto& [token, dictionaries] : wanted.mappings) {
    const auto is = live.mappings.find(token);
    if (is != live.mappings.end() && is->second == dictionaries) continue;
    out.push_back(mapping(wanted, mapping_for(is == live.mappings.end() ? "ADD" : "ALTER", token, dictionaries)));
  }
  for (Statement& statement : out)
    statement.hazards.push_back({HazardKind::breaks_clients,
                                 "words that were indexed before are not found by their new lexemes until they are "
                                 "indexed anew"});
  return out;
}

Statements Kind<TextSearchConfiguration>::rename(const TextSearchConfiguration& live,
                                                 const TextSearchConfiguration& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<TextSearchConfiguration>::drop(const TextSearchConfiguration& c, const Context&) {
  return {dropped(reference(c.id), "configuration")};
}

namespace {

// In one name, or a list of them: that of an object of the kind, or of its schema. Bare names are of what lives beside
// the one that says them.
void follow_name(std::string& text, const ObjectId& in, KindTag kind, const Renaming& renaming) {
  const ObjectId &from = renaming.from, &to = renaming.to;
  if (text.empty() || (from.kind != kind && from.kind != KindTag::schema)) return;
  auto names = sql::parse_names(text);
  for (auto& name : names) {
    const bool bare = name.schema.empty() && in.schema == from.schema;
    if (from.kind == kind && name.name == from.name && (bare || name.schema == from.schema))
      name = {bare && to.schema == from.schema ? "" : to.schema, to.name};
    if (from.kind == KindTag::schema && name.schema == from.name) name.schema = to.name;
  }
  text = sql::print_names_list(names);
}

}  // namespace

void Kind<TextSearchDictionary>::follow(TextSearchDictionary& d, const Renaming& renaming) {
  follow_name(d.from.text, d.id, KindTag::text_search_template, renaming);
}

void Kind<TextSearchConfiguration>::follow(TextSearchConfiguration& c, const Renaming& renaming) {
  follow_name(c.parser.text, c.id, KindTag::text_search_parser, renaming);
  each_mapping(c.mappings, [&](std::string& dictionaries) {
    follow_name(dictionaries, c.id, KindTag::text_search_dictionary, renaming);
  });
}

std::string Kind<TextSearchConfiguration>::reference(const ObjectId& id) {
  return "TEXT SEARCH CONFIGURATION " + sql::qualified(id.schema, id.name);
}

}  // namespace plumb
