// Short forms that are little more than names: qualified names, keys of the YAML's mappings, sequences.
#include <algorithm>

#include "sql/definition_clauses.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"
#include "sql/type_parser.h"

namespace plumb::sql {

QualifiedName parse_qualified_name(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  QualifiedName name = read_qualified_name(cursor, "a name");
  cursor.expect_end("the name");
  return name;
}

// ---- keys ----------------------------------------------------------------------------------------------------------

namespace {

// One part of a key from `at` on: in double quotes, or all up to the next dot.
std::string read_key_part(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  std::string part;
  if (at < text.size() && text[at] == '"') {
    for (++at;; ++at) {
      if (at == text.size()) throw SyntaxError("the name is not closed: a double quote is missing", start);
      if (text[at] != '"') {
        part += text[at];
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        part += text[at++];
      } else {
        break;
      }
    }
    ++at;
    if (at < text.size() && text[at] != '.') throw SyntaxError("expected \".\" after the double quote", at);
  } else {
    while (at < text.size() && text[at] != '.') {
      if (text[at] == '"')
        throw SyntaxError("a name with a double quote stands in double quotes, the quote doubled", at);
      part += text[at++];
    }
  }
  if (part.empty()) throw SyntaxError("a name is empty", start);
  if (part.find('\0') != std::string::npos) throw SyntaxError("a name can't hold a zero byte", start);
  if (part.size() > max_identifier_bytes) {
    throw SyntaxError("the name is longer than " + std::to_string(max_identifier_bytes) + " bytes", start);
  }
  return part;
}

}  // namespace

QualifiedName parse_key_name(std::string_view text) {
  std::size_t at = 0;
  std::string first = read_key_part(text, at);
  if (at == text.size()) return {"", std::move(first)};
  ++at;
  std::string second = read_key_part(text, at);
  if (at != text.size()) {
    throw SyntaxError("a name has at most a schema before it; a name with a dot in it stands in double quotes", at);
  }
  return {std::move(first), std::move(second)};
}

std::string print_key_name(std::string_view name) {
  if (name.find_first_of(".\"") == std::string_view::npos) return std::string(name);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += c;
    out += c;
  }
  return out + "\"";
}

// ---- sequences -----------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view sequence_words[] = {"start",       "increment", "minvalue", "maxvalue", "no minvalue",
                                               "no maxvalue", "cache",     "cycle",    "no cycle", "owned by"};

// START [WITH] n, INCREMENT [BY] n, MINVALUE n, MAXVALUE n, CACHE n
bool read_number_option(Cursor& cursor, SequenceOptions& options) {
  struct Option {
    Keyword word, filler;
    std::optional<long long> SequenceOptions::*value;
  };
  static constexpr Option known[] = {
      {kw("start"), kw("with"), &SequenceOptions::start},
      {kw("increment"), kw("by"), &SequenceOptions::increment},
      {kw("minvalue"), Keyword::none, &SequenceOptions::min_value},
      {kw("maxvalue"), Keyword::none, &SequenceOptions::max_value},
      {kw("cache"), Keyword::none, &SequenceOptions::cache},
  };
  for (const Option& option : known) {
    if (!cursor.at(option.word)) continue;
    if (options.*option.value) cursor.fail("\"" + std::string(text(option.word)) + "\" is given twice");
    cursor.take();
    if (option.filler != Keyword::none) cursor.accept(option.filler);
    options.*option.value = cursor.expect_integer("a whole number");
    return true;
  }
  return false;
}

bool read_owned_by(Cursor& cursor, SequenceDefinition& sequence) {
  if (!cursor.accept(kw("owned"))) return false;
  cursor.expect(kw("by"));
  if (cursor.at(kw("none")) && !cursor.peek(1).is('.')) {
    cursor.take();
    return true;
  }
  sequence.owned_by = cursor.expect_qualified("a column as table.column");
  if (sequence.owned_by.size() < 2 || sequence.owned_by.size() > 3) cursor.fail("a sequence is owned by table.column");
  return true;
}

}  // namespace

void read_sequence_options(Cursor& cursor, SequenceOptions& options, SequenceDefinition* sequence) {
  for (;;) {
    if (read_number_option(cursor, options)) continue;
    if (cursor.accept_words({kw("no"), kw("minvalue")}) || cursor.accept_words({kw("no"), kw("maxvalue")})) continue;
    if (cursor.accept_words({kw("no"), kw("cycle")})) {
      options.cycle = false;
    } else if (cursor.accept(kw("cycle"))) {
      options.cycle = true;
    } else if (sequence == nullptr && (cursor.at(kw("logged")) || cursor.at(kw("unlogged")))) {
      options.unlogged = cursor.take().is(kw("unlogged"));
    } else if (sequence == nullptr && cursor.accept_words({kw("sequence"), kw("name")})) {
      options.name = read_any_name(cursor, "a name");
    } else if (sequence != nullptr && sequence->type.empty() && cursor.accept(kw("as"))) {
      sequence->type.text = type_text(read_type(cursor));
    } else if (sequence == nullptr || !read_owned_by(cursor, *sequence)) {
      return;
    }
  }
}

std::string print_sequence_options(const SequenceOptions& options) {
  std::string out;
  const auto number = [&](std::string_view word, const std::optional<long long>& value) {
    if (value) out += " " + std::string(word) + " " + std::to_string(*value);
  };
  if (options.name) out += " sequence name " + *options.name;
  number("start with", options.start);
  number("increment by", options.increment);
  number("minvalue", options.min_value);
  number("maxvalue", options.max_value);
  number("cache", options.cache);
  if (options.cycle) out += *options.cycle ? " cycle" : " no cycle";
  if (options.unlogged) out += *options.unlogged ? " unlogged" : " logged";
  return out;
}

SequenceDefinition parse_sequence(std::string_view text) {
  const Tokens tokens = tokenize(text);
  Cursor cursor(tokens);
  SequenceDefinition sequence;
  constexpr std::string_view types[] = {"smallint", "integer", "int", "bigint", "int2", "int4", "int8"};
  if (std::find(std::begin(types), std::end(types), cursor.peek().value) != std::end(types)) {
    sequence.type.text = type_text(read_type(cursor));
  }
  read_sequence_options(cursor, sequence.options, &sequence);
  if (!cursor.at_end()) cursor.fail_unknown("an option of a sequence", sequence_words);
  return sequence;
}

std::string print_sequence(const SequenceDefinition& sequence) {
  std::string out = sequence.type.empty() ? "" : " " + short_type(sequence.type);
  out += print_sequence_options(sequence.options);
  if (!sequence.owned_by.empty()) {
    out += " owned by ";
    for (std::size_t i = 0; i < sequence.owned_by.size(); ++i)
      out += (i ? "." : "") + quote_ident(sequence.owned_by[i]);
  }
  return out.empty() ? out : out.substr(1);
}

}  // namespace plumb::sql
