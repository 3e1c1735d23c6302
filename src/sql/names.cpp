#include "sql/names.h"

#include <algorithm>

#include "sql/cursor.h"
#include "sql/from_lists.h"
#include "sql/quote.h"
#include "sql/syntax_error.h"
#include "sql/type.h"

namespace plumb::sql {

namespace {

class NameFinder {
 public:
  explicit NameFinder(const Tokens& tokens) : tokens_(tokens), list_(tokens.list) {}

  std::vector<NameUse> find() {
    while (list_[at_].kind != TokenKind::end) {
      if (list_[at_].kind == TokenKind::string) {
        constant();
      } else if (const std::size_t words = syntax(); words > 0) {
        at_ += words;
      } else if (begins_name()) {
        name();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  const Token& token(std::size_t ahead = 0) const { return list_[std::min(at_ + ahead, list_.size() - 1)]; }
  const Token& before(std::size_t back = 1) const { return at_ >= back ? list_[at_ - back] : list_.back(); }

  // How many tokens here are words of the grammar that could be names elsewhere.
  std::size_t syntax() const {
    const Token& next = token(1);
    switch (+token().keyword) {
      case +kw("at"):
        return next.is(kw("time")) && token(2).is(kw("zone")) ? 3 : 0;
      case +kw("with"):
        if (next.is(kw("time")) && token(2).is(kw("zone"))) return 3;
        return next.is(kw("ordinality")) || next.is(kw("recursive")) ? 2 : 0;
      case +kw("without"):
        return next.is(kw("time")) && token(2).is(kw("zone")) ? 3 : 0;
      case +kw("double"):
        return next.is(kw("precision")) ? 2 : 0;
      case +kw("nulls"):
        return next.is(kw("first")) || next.is(kw("last")) || next.is(kw("not")) ? 2 : 0;
      case +kw("within"):
        return next.is(kw("group")) ? 2 : 0;
      case +kw("filter"):
      case +kw("over"):
        return next.is('(') && before().is(')') ? 1 : 0;
      case +kw("partition"):
        return next.is(kw("by")) ? 2 : 0;
      case +kw("by"):
        return before().is(kw("order")) || before().is(kw("group")) ? 1 : 0;
      case +kw("unbounded"):
        return next.is(kw("preceding")) || next.is(kw("following")) ? 2 : 0;
      case +kw("current"):
        return next.is(kw("row")) ? 2 : 0;
      case +kw("materialized"):
        return next.is('(') ? 1 : 0;
      case +kw("escape"):
        return before().kind == TokenKind::string || next.kind == TokenKind::string ? 1 : 0;
      case +kw("operator"):
        return next.is('(') ? next.partner - at_ + 1 : 0;
      case +kw("extract"):
        return next.is('(') && token(3).is(kw("from")) ? 3 : 0;
      case +kw("year"):
      case +kw("month"):
      case +kw("day"):
      case +kw("hour"):
      case +kw("minute"):
      case +kw("second"):  // interval '1' day to hour
        return before().kind == TokenKind::string || (before().is(kw("to")) && at_ > 1) ? 1 : 0;
      default:
        return 0;
    }
  }

  bool begins_name() const {
    const Token& word = token();
    const Token& next = token(1);
    if (word.kind != TokenKind::name || before().is('.')) return false;
    if (next.is("=>") || next.is(":=")) return false;  // the name of an argument
    if (word.keyword == Keyword::none) return true;
    switch (category(word.keyword)) {
      case KeywordCategory::unreserved:
        return true;
      case KeywordCategory::type_func:
        return next.is('(') || next.is('.');
      case KeywordCategory::col_name:
        if (word.is(kw("between")) && at_ > 0 && !before().is('.')) return false;
        return !next.is('(') && next.kind != TokenKind::string && !next.is(kw("varying")) && !next.is(kw("with")) &&
               !next.is(kw("without")) && !before().is("::") && !before().is(kw("as"));
      case KeywordCategory::reserved:
        return false;
    }
    return false;
  }

  void name() {
    NameUse use;
    const bool target = at_ > 0 && before().is(kw("into"));  // INSERT INTO t (a, b)
    use.offset = token().offset;
    use.renames = before().is(kw("as"));
    use.parts.emplace_back(token().value);
    while (token(1).is('.') && token(2).kind == TokenKind::name) {
      at_ += 2;
      use.parts.emplace_back(token().value);
    }
    use.length = token().end() - use.offset;
    ++at_;
    use.call = token().is('(') && !target;
    found_.push_back(std::move(use));
  }

  // 'app.users'::regclass, CAST('app.users' AS regclass), regclass 'app.users', nextval('app.users_id_seq')
  void constant() {
    const Token& string = token();
    ++at_;
    if (!names_an_object()) return;
    NameUse use;
    use.constant = true;
    use.offset = string.offset;
    use.length = string.length;
    try {
      const Tokens inside = tokenize(string.value);
      Cursor cursor(inside);
      if (!cursor.at_column_name() && !cursor.at_type_name()) return;
      std::size_t end = 0;
      do {
        if (cursor.peek().kind != TokenKind::name) return;
        end = cursor.peek().end();
        use.parts.emplace_back(cursor.take().value);
      } while (cursor.accept('.'));
      if (tokens_.text[string.offset] == '\'' && string.value.data() == tokens_.text.data() + string.offset + 1) {
        use.offset = string.offset + 1 + inside.list[0].offset;
        use.length = end - inside.list[0].offset;
      }
    } catch (const SyntaxError&) {  // no name: PostgreSQL would refuse it too
      return;
    }
    found_.push_back(std::move(use));
  }

  bool names_an_object() const {
    std::size_t type = 0;
    const auto is_reg = [&](const Token& word) {
      static constexpr std::string_view types[] = {"regclass",     "regtype",   "regproc",
                                                   "regprocedure", "regconfig", "regdictionary"};
      return word.kind == TokenKind::name &&
             std::find(std::begin(types), std::end(types), word.value) != std::end(types);
    };
    if (is_reg(before(2)) && at_ > 1) return true;
    if (names_a_sequence()) return true;
    if (token().is("::") || token().is(kw("as"))) {
      type = 1;
      if (token(1).value == "pg_catalog" && token(2).is('.')) type = 3;
    }
    return type > 0 && is_reg(token(type));
  }

  // The argument of nextval and its kin is a regclass without saying so.
  bool names_a_sequence() const {
    static constexpr std::string_view functions[] = {"nextval", "currval", "setval"};
    if (at_ < 3 || !before(2).is('(') || !(token().is(')') || token().is(','))) return false;
    if (std::find(std::begin(functions), std::end(functions), before(3).value) == std::end(functions)) return false;
    return !before(4).is('.') || at_ < 5 || before(5).value == "pg_catalog";
  }

  const Tokens& tokens_;
  const std::vector<Token>& list_;
  std::size_t at_ = 0;
  std::vector<NameUse> found_;
};

std::string doubled_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += c;
    out += c;
  }
  return out;
}

// Whose words may be names of columns elsewhere: only where a statement begins.
bool begins_change(const std::vector<Token>& tokens, std::size_t at) {
  const Token &word = tokens[at], &next = tokens[at + 1];
  if (word.is(kw("insert")) || word.is(kw("merge"))) return next.is(kw("into"));
  if (word.is(kw("delete"))) return next.is(kw("from"));
  const bool first = at == 0 || tokens[at - 1].is('(') || tokens[at - 1].is(';');
  return word.is(kw("update")) && first && next.kind == TokenKind::name;
}

}  // namespace

bool has_statement(std::string_view text) {
  const Tokens tokens = tokenize(text);
  for (std::size_t at = 0; tokens.list[at].kind != TokenKind::end; ++at)
    if (tokens.list[at].is(kw("select")) || tokens.list[at].is(kw("table")) || begins_change(tokens.list, at))
      return true;
  return false;
}

std::vector<NameUse> names_in(std::string_view text) { return NameFinder(tokenize(text)).find(); }

std::string replace_names(std::string_view text,
                          const std::function<bool(const NameUse&, std::string& replacement)>& change) {
  std::string out;
  std::size_t done = 0;
  for (const NameUse& use : names_in(text)) {
    std::string replacement;
    if (!change(use, replacement)) continue;
    // A constant of another form than 'plain' is covered as a whole and written anew.
    const bool inside = text[use.offset] != '$' && text[use.offset + use.length - 1] != '\'';
    if (use.constant) replacement = inside ? doubled_quotes(replacement) : quote_literal(replacement);
    out += text.substr(done, use.offset - done);
    out += replacement;
    done = use.offset + use.length;
  }
  out += text.substr(done);
  return out;
}

std::set<std::string> fields_in(std::string_view text) {
  std::set<std::string> out;
  const Tokens tokens = tokenize(text);
  for (std::size_t i = 2; i < tokens.list.size(); ++i) {
    const Token& row = tokens.list[i - 2];
    const bool by_brackets = row.is(')') || row.is(']') || row.kind == TokenKind::parameter;
    if (by_brackets && tokens.list[i - 1].is('.') && tokens.list[i].kind == TokenKind::name)
      out.emplace(tokens.list[i].value);
  }
  return out;
}

namespace {

// What words are read as. PostgreSQL: a_expr in parser/gram.y, NATURAL and USING in parser/parse_clause.c.
struct Unwritten {
  Keyword word;
  std::string_view name;
};
constexpr Unwritten unwritten_operators[] = {
    {kw("in"), "="},      {kw("in"), "<>"},      {kw("between"), ">="}, {kw("between"), "<="}, {kw("between"), "<"},
    {kw("between"), ">"}, {kw("like"), "~~"},    {kw("like"), "!~~"},   {kw("ilike"), "~~*"},  {kw("ilike"), "!~~*"},
    {kw("similar"), "~"}, {kw("similar"), "!~"}, {kw("nullif"), "="},   {kw("distinct"), "="}, {kw("case"), "="},
    {kw("natural"), "="}, {kw("using"), "="},
};

}  // namespace

std::set<std::string> operators_in(std::string_view text) {
  std::set<std::string> out;
  const Tokens tokens = tokenize(text);
  for (const Token& token : tokens.list) {
    if (token.kind == TokenKind::operator_) out.emplace(token.value);
    for (const auto& [word, name] : unwritten_operators)
      if (token.is(word)) out.emplace(name);
  }
  return out;
}

bool has_operator(std::string_view text, std::string_view name) {
  const bool is_written = text.find(name) != std::string_view::npos;
  if (!is_written && std::ranges::find(unwritten_operators, name, &Unwritten::name) == std::end(unwritten_operators))
    return false;
  return operators_in(text).contains(std::string(name));
}

std::set<std::string> cast_types_in(std::string_view text) {
  std::set<std::string> out;
  const Tokens tokens = tokenize(text);
  for (std::size_t i = 0; i + 1 < tokens.list.size(); ++i) {
    if (!tokens.list[i].is("::") && !tokens.list[i].is(kw("as"))) continue;
    std::size_t name = i + 1;
    if (name + 2 < tokens.list.size() && tokens.list[name + 1].is('.')) name += 2;
    if (tokens.list[name].kind != TokenKind::name) continue;
    std::string type = quote_ident(tokens.list[name].value);
    try {
      if (!tokens.list[name].quoted) type = split_type(parse_type(tokens.list[name].value)).name;
    } catch (const SyntaxError&) {
      continue;  // "double" alone
    }
    out.insert(std::move(type));
  }
  return out;
}

namespace {

// Does AS stand in cast(… as …)?
bool is_cast(const std::vector<Token>& list, std::size_t as) {
  for (std::size_t at = as; at-- > 1;)
    if (list[at].is(')') || list[at].is(']'))
      at = list[at].partner;
    else if (list[at].is('('))
      return list[at - 1].is(kw("cast"));
  return false;
}

}  // namespace

bool names_type(std::string_view text, std::string_view type) {
  const Tokens tokens = tokenize(text);
  const auto& list = tokens.list;
  for (std::size_t at = 0; at + 1 < list.size(); ++at) {
    if (list[at].kind != TokenKind::name || list[at].value != type) continue;
    if (list[at + 1].kind == TokenKind::string) return true;
    const std::size_t first = at > 1 && list[at - 1].is('.') ? at - 2 : at;
    if (first > 0 && (list[first - 1].is("::") || (list[first - 1].is(kw("as")) && is_cast(list, first - 1))))
      return true;
  }
  return false;
}

std::optional<std::set<std::string>> output_names(std::string_view query) {
  const Tokens tokens = tokenize(query);
  const auto& list = tokens.list;
  std::size_t at = 0;
  const auto next = [&list](std::size_t i) { return list[i].is('(') || list[i].is('[') ? list[i].partner + 1 : i + 1; };
  while (at + 1 < list.size() && !list[at].is(kw("select"))) at = next(at);
  if (at + 1 >= list.size()) return std::nullopt;
  std::set<std::string> out;
  const Token* last = nullptr;  // of an item, before a cast
  bool cast = false;
  for (++at;; at = next(at)) {
    const Token& token = list[at];
    const bool ends = token.kind == TokenKind::end || token.is(';') || token.is(')') || token.is(kw("from")) ||
                      token.is(kw("where")) || token.is(kw("union")) || token.is(kw("group")) || token.is(kw("order"));
    if (ends || token.is(',')) {
      if (!last || last->kind != TokenKind::name) return std::nullopt;
      out.emplace(last->value);
      last = nullptr, cast = false;
      if (ends) return out;
      continue;
    }
    if (token.is("::")) cast = true;
    if (token.is(kw("as"))) cast = false;
    // A call has its function's name.
    if (!cast && !token.is('(')) last = &token;
  }
}

namespace {

bool begins_rows(const Token& token) {
  return token.is(kw("select")) || token.is(kw("values")) || token.is(kw("with")) || token.is(kw("table")) ||
         token.is(kw("default")) || token.is('(');
}

// INSERT INTO t, and in MERGE, without a list of columns; t x(a, b); NATURAL. Of a row that ON CONFLICT updates it takes all.
bool by_place(const Tokens& tokens) {
  const auto& list = tokens.list;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    if (list[i].is(kw("conflict")) || list[i].is(kw("natural"))) return true;
    if (!list[i].is(kw("insert"))) continue;
    std::size_t at = i + 1;
    if (list[at].is(kw("into")))
      for (++at; list[at].kind == TokenKind::name && !begins_rows(list[at]); ++at)
        if (list[at + 1].is('.')) ++at;
    if (list[at].is('(') ? begins_rows(list[at + 1]) : begins_rows(list[at])) return true;
  }
  return std::ranges::any_of(FromLists(tokens).items(), &FromItem::renames_columns);
}

}  // namespace

bool expands_columns(std::string_view text) {
  const Tokens tokens = tokenize(text);
  const auto& list = tokens.list;
  for (std::size_t i = 1; i + 1 < list.size(); ++i) {
    const Token &before = list[i - 1], &token = list[i], &after = list[i + 1];
    if (token.is(kw("natural")) || (token.is(kw("table")) && !before.is('.') && after.kind == TokenKind::name))
      return true;
    if (!token.is('*') || before.is('(')) continue;  // count(*)
    const bool begins = before.is('.') || before.is(',') || before.is(kw("select")) || before.is(kw("distinct")) ||
                        before.is(kw("all")) || before.is(kw("returning"));
    // SELECT DISTINCT ON (a) *
    const bool ends =
        after.kind == TokenKind::end || after.is(',') || after.is(')') || after.is(';') || after.is(kw("from"));
    if (begins || ends) return true;
  }
  return list.front().is(kw("table")) || by_place(tokens);
}

bool has_word(std::string_view text, std::string_view word) {
  constexpr std::string_view symbols = "+-*/<>=~!@#%^&|`?";
  const bool symbol = !word.empty() && symbols.find(word.front()) != std::string_view::npos;
  const auto is_part = [symbol, symbols](char c) {
    if (symbol) return symbols.find(c) != std::string_view::npos;
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end]))) return true;
  }
  return false;
}

std::string relative(std::string_view text, std::string_view home, const Visibility& visibility) {
  if (!visibility.visible || text.find('.') == std::string_view::npos) return std::string(text);
  return replace_names(text, [&](const NameUse& use, std::string& replacement) {
    if (use.parts.size() < 2 || !visibility.visible(use.parts[0], use.parts[1], home)) return false;
    for (std::size_t i = 1; i < use.parts.size(); ++i) replacement += (i > 1 ? "." : "") + quote_ident(use.parts[i]);
    return true;
  });
}

}  // namespace plumb::sql
