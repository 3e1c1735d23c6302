// Text search: parsers and templates (code), dictionaries (templates with options), configurations (which dictionaries see
// which tokens of a parser). PostgreSQL documentation: chapter 12, CREATE TEXT SEARCH ….
#pragma once

#include "kinds/kind.h"

namespace plumb {

struct TextSearchParser : Base {
  Reference start, gettoken, end, lextypes, headline;
  bool operator==(const TextSearchParser&) const = default;
};

template <>
struct Kind<TextSearchParser> {
  static constexpr KindTag tag = KindTag::text_search_parser;
  static constexpr std::string_view catalog = "pg_ts_parser";
  static constexpr Placement placement{KindTag::none, "text_search_parsers", Placement::Form::map, true, "text_search"};
  static constexpr std::string_view required[] = {"start", "gettoken", "end", "lextypes"};
  static void describe(auto& field, auto& p) {
    field("start", p.start, "function that begins a text");
    field("gettoken", p.gettoken, "function that gives the next token");
    field("end", p.end, "function that ends a text");
    field("lextypes", p.lextypes, "function that lists the types of tokens");
    field("headline", p.headline, "function that makes headlines");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const TextSearchParser&);
  static std::vector<std::string> mentions(const TextSearchParser&);
  static Statements create(const TextSearchParser&, const Context&);
  static std::optional<Statements> alter(const TextSearchParser& live, const TextSearchParser& wanted, const Context&);
  static Statements rename(const TextSearchParser& live, const TextSearchParser& wanted, const Context&);
  static Statements drop(const TextSearchParser&, const Context&);
  static std::string reference(const ObjectId&);
};

struct TextSearchTemplate : Base {
  Reference init, lexize;
  bool operator==(const TextSearchTemplate&) const = default;
};

template <>
struct Kind<TextSearchTemplate> {
  static constexpr KindTag tag = KindTag::text_search_template;
  static constexpr std::string_view catalog = "pg_ts_template";
  static constexpr Placement placement{KindTag::none, "text_search_templates", Placement::Form::map, true,
                                       "text_search"};
  static constexpr std::string_view required[] = {"lexize"};
  static void describe(auto& field, auto& t) {
    field("init", t.init, "function that reads the options of a dictionary");
    field("lexize", t.lexize, "function that turns a token into lexemes");
  }
  static std::string query(ServerVersion);
  static std::set<ObjectId> needs(const TextSearchTemplate&);
  static std::vector<std::string> mentions(const TextSearchTemplate&);
  static Statements create(const TextSearchTemplate&, const Context&);
  static std::optional<Statements> alter(const TextSearchTemplate& live, const TextSearchTemplate& wanted,
                                         const Context&);
  static Statements rename(const TextSearchTemplate& live, const TextSearchTemplate& wanted, const Context&);
  static Statements drop(const TextSearchTemplate&, const Context&);
  static std::string reference(const ObjectId&);
};

struct TextSearchDictionary : Owned {
  Reference from;  // its template
  Options options;
  bool operator==(const TextSearchDictionary&) const = default;
};

template <>
struct Kind<TextSearchDictionary> {
  static constexpr KindTag tag = KindTag::text_search_dictionary;
  static constexpr std::string_view catalog = "pg_ts_dict";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "text_search_dictionaries", Placement::Form::map, true,
                                       "text_search"};
  static constexpr std::string_view required[] = {"template"};
  static void describe(auto& field, auto& d) {
    field("template", d.from, "the template: simple, snowball, ispell, synonym, thesaurus, or one of your own");
    field("options", d.options, "what the template takes: language, stopwords, …");
  }
  static std::string query(ServerVersion);
  static void read_definition(std::string_view text, TextSearchDictionary&);
  static void normalize(TextSearchDictionary&);
  static std::set<ObjectId> needs(const TextSearchDictionary&);
  static std::vector<std::string> mentions(const TextSearchDictionary&);
  static Statements create(const TextSearchDictionary&, const Context&);
  static std::optional<Statements> alter(const TextSearchDictionary& live, const TextSearchDictionary& wanted,
                                         const Context&);
  static Statements rename(const TextSearchDictionary& live, const TextSearchDictionary& wanted, const Context&);
  static Statements drop(const TextSearchDictionary&, const Context&);
  static void follow(TextSearchDictionary&, const Renaming&);
  static std::string reference(const ObjectId&);
};

struct TextSearchConfiguration : Owned {
  Reference parser;
  Options mappings;  // type of token -> dictionaries, with commas
  bool operator==(const TextSearchConfiguration&) const = default;
};

template <>
struct Kind<TextSearchConfiguration> {
  static constexpr KindTag tag = KindTag::text_search_configuration;
  static constexpr std::string_view catalog = "pg_ts_config";
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "text_search_configurations", Placement::Form::map, true,
                                       "text_search"};
  static void describe(auto& field, auto& c) {
    field("parser", c.parser, "its parser; left out: default");
    field("mappings", c.mappings, "type of token: the dictionaries that it goes through, with commas between them");
  }
  static std::string query(ServerVersion);
  static void complete_wanted(TextSearchConfiguration&, const Database&);
  static void normalize(TextSearchConfiguration&);
  static std::set<ObjectId> needs(const TextSearchConfiguration&);
  static std::vector<std::string> mentions(const TextSearchConfiguration&);
  static Statements create(const TextSearchConfiguration&, const Context&);
  static std::optional<Statements> alter(const TextSearchConfiguration& live, const TextSearchConfiguration& wanted,
                                         const Context&);
  static Statements rename(const TextSearchConfiguration& live, const TextSearchConfiguration& wanted, const Context&);
  static Statements drop(const TextSearchConfiguration&, const Context&);
  static void follow(TextSearchConfiguration&, const Renaming&);
  static std::string reference(const ObjectId&);
};

}  // namespace plumb
