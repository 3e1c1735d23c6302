// PostgreSQL's key words (src/include/parser/kwlist.h of 15, and those of 16 to 18 that matter here) by what they can
// name. A keyword is known by its number, so that the parsers compare numbers, not text: token.is(kw("select")).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plumb::sql {

enum class KeywordCategory : std::uint8_t {
  reserved,    // names nothing, but a label after AS or a dot
  type_func,   // names types and functions, no columns or tables
  col_name,    // names columns and tables, no types or functions
  unreserved,  // names anything
};

enum class Keyword : std::uint16_t { none = 0xffff };
constexpr int operator+(Keyword keyword) { return static_cast<int>(keyword); }  // for switch: case +kw("select"):

namespace keywords {

// Each list in ASCII order; index: KeywordCategory.
inline constexpr std::string_view lists[] = {
    "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create "
    "current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc "
    "distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral "
    "leading limit localtime localtimestamp not null offset on only or order placing primary references returning "
    "select session_user some symmetric system_user table then to trailing true union unique user using variadic when "
    "where window with",
    "authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left "
    "like natural notnull outer overlaps right similar tablesample verbose",
    "between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int "
    "integer interval least national nchar none normalize nullif numeric out overlay position precision real row "
    "setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists "
    "xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable",
    "abort absolute access action add admin after aggregate also alter always asensitive assertion assignment at "
    "atomic attach attribute backward before begin breadth by cache call called cascade cascaded catalog chain "
    "characteristics checkpoint class close cluster columns comment comments commit committed compression "
    "configuration conflict connection constraints content continue conversion copy cost csv cube current cursor "
    "cycle data database day deallocate declare defaults deferred definer delete delimiter delimiters depends depth "
    "detach dictionary disable discard document domain double drop each enable encoding encrypted enforced enum "
    "escape event exclude excluding exclusive execute explain expression extension external family filter finalize "
    "first following force forward function functions generated global granted groups handler header hold hour "
    "identity if immediate immutable implicit import include including increment index indexes inherit inherits "
    "inline input insensitive insert instead invoker isolation key label language large last leakproof level listen "
    "load local location lock locked logged mapping match matched materialized maxvalue merge method minute minvalue "
    "mode month move name names new next nfc nfd nfkc nfkd no normalized nothing notify nowait nulls object of off "
    "oids old operator option options ordinality others over overriding owned owner parallel parameter parser partial "
    "partition passing password plans policy preceding prepare prepared preserve prior privileges procedural "
    "procedure procedures program publication quote range read reassign recheck recursive ref referencing refresh "
    "reindex relative release rename repeatable replace replica reset restart restrict return returns revoke role "
    "rollback rollup routine routines rows rule savepoint schema schemas scroll search second security sequence "
    "sequences serializable server session set sets share show simple skip snapshot sql stable standalone start "
    "statement statistics stdin stdout storage stored strict strip subscription support sysid system tables "
    "tablespace temp template temporary text ties transaction transform trigger truncate trusted type types uescape "
    "unbounded uncommitted unencrypted unknown unlisten unlogged until update vacuum valid validate validator value "
    "varying version view views virtual volatile whitespace within without work wrapper write xml year yes zone"};

struct Word {
  std::string_view text;
  KeywordCategory category;
};

consteval std::size_t count() {
  std::size_t words = std::size(lists);
  for (const auto list : lists) {
    for (const char c : list) words += c == ' ';
  }
  return words;
}

// The lists merged into one in ASCII order: a keyword's number is its place there.
consteval std::array<Word, count()> merge() {
  std::array<Word, count()> words{};
  std::array<std::string_view, std::size(lists)> rest;
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = lists[i];
  const auto head = [](std::string_view list) { return list.substr(0, list.find(' ')); };
  for (auto& word : words) {
    std::size_t least = rest.size();
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!rest[i].empty() && (least == rest.size() || head(rest[i]) < head(rest[least]))) least = i;
    }
    word = {head(rest[least]), static_cast<KeywordCategory>(least)};
    rest[least].remove_prefix(rest[least].size() == word.text.size() ? word.text.size() : word.text.size() + 1);
  }
  return words;
}

inline constexpr auto words = merge();

}  // namespace keywords

// The number of a keyword, at compile time; a word that is none does not compile.
consteval Keyword kw(std::string_view word) {
  std::size_t low = 0, high = keywords::words.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (keywords::words[middle].text < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == keywords::words.size() || keywords::words[low].text != word) throw "not a keyword";
  return static_cast<Keyword>(low);
}

// The keyword that a word in lower case is, or none.
Keyword find_keyword(std::string_view word);

// REQUIRES: not Keyword::none.
constexpr KeywordCategory category(Keyword keyword) {
  return keywords::words[static_cast<std::size_t>(keyword)].category;
}

constexpr std::string_view text(Keyword keyword) { return keywords::words[static_cast<std::size_t>(keyword)].text; }

}  // namespace plumb::sql
