#include "sql/renamed_column.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "sql/lexer.h"
#include "sql/quote.h"
#include "sql/relations.h"

namespace plumb::sql {

namespace {

class Rewriter {
 public:
  Rewriter(const Tokens& tokens, const std::function<bool(const NameUse&)>& is_relation, std::string_view from,
           std::string_view to, std::string_view row)
      : text_(tokens.text),
        list_(tokens.list),
        is_relation_(is_relation),
        from_(from),
        to_(to),
        row_(row),
        given_(given_names(tokens)) {
    if (!row_.empty()) ours_.insert(row_);
  }

  std::optional<std::string> run() {
    walk();
    if (!clear_) return std::nullopt;
    for (std::size_t at = 0; at + 1 < list_.size() && clear_; ++at)
      if (list_[at].kind == TokenKind::name && list_[at].value == from_) name(at);
    // Whoever asks knows that it is read: where it is not seen, it is read in a way that words don't tell.
    if (!clear_ || done_ == 0) return std::nullopt;
    out_ += text_.substr(done_);
    return std::move(out_);
  }

 private:
  enum class Clause { none, select_list, from, other };
  struct Frame {
    Clause clause = Clause::none;
    bool item_next = false;   // in FROM: a relation, a function or a query comes next
    bool named_next = false;  // and then the name that it has here
  };

  const Token& token(std::size_t at) const { return list_[std::min(at, list_.size() - 1)]; }

  // In which clause each token is, and what the names before dots stand for.
  void walk() {
    std::vector<Frame> frames(1);
    for (std::size_t at = 0; at + 1 < list_.size(); ++at) {
      clauses_.push_back(frames.back().clause);
      in_query_.resize(at + 1, std::any_of(frames.begin(), frames.end(),
                                           [](const Frame& frame) { return frame.clause != Clause::none; }));
      const Token& now = list_[at];
      if (now.is('(') || now.is('[')) {
        Frame inner;
        if (frames.back().item_next) inner = {Clause::from, true, false};
        frames.back().named_next = frames.back().item_next || frames.back().named_next;
        frames.back().item_next = false;
        frames.push_back(inner);
      } else if (now.is(')') || now.is(']')) {
        if (frames.size() > 1) frames.pop_back();
      } else {
        at = in_clause(at, frames.back());
        clauses_.resize(at + 1, frames.back().clause);
      }
    }
    clauses_.resize(list_.size(), Clause::none);
    in_query_.resize(list_.size(), false);
  }

  // Takes one token, or the several of a name; the index of the last.
  std::size_t in_clause(std::size_t at, Frame& frame) {
    const Token& now = list_[at];
    const bool distinct_from = at > 0 && list_[at - 1].is(kw("distinct"));
    if (now.is(kw("select"))) {
      frame = {Clause::select_list, false, false};
      ++selects_;
    } else if (now.is(kw("from")) && frame.clause == Clause::select_list && !distinct_from) {
      frame = {Clause::from, true, false};
    } else if (ends_clause(now)) {
      frame = {Clause::other, false, false};
    } else if (frame.clause == Clause::from) {
      return in_from(at, frame);
    }
    return at;
  }

  static bool ends_clause(const Token& now) {
    return now.is(kw("where")) || now.is(kw("group")) || now.is(kw("having")) || now.is(kw("window")) ||
           now.is(kw("order")) || now.is(kw("limit")) || now.is(kw("offset")) || now.is(kw("fetch")) ||
           now.is(kw("for")) || now.is(kw("union")) || now.is(kw("intersect")) || now.is(kw("except"));
  }

  static bool is_label(const Token& now) {
    return now.kind == TokenKind::name &&
           (now.keyword == Keyword::none || category(now.keyword) == KeywordCategory::unreserved);
  }

  std::size_t in_from(std::size_t at, Frame& frame) {
    const Token& now = list_[at];
    if (now.is(',') || now.is(kw("join"))) {
      frame.item_next = true;
      frame.named_next = false;
    } else if (frame.item_next && !now.is(kw("only")) && !now.is(kw("lateral"))) {
      frame.item_next = false;
      return item(at, frame);
    } else if (frame.named_next && is_label(now)) {
      frame.named_next = false;
      places_.insert(at);
      others_.insert(now.value);
    } else if (!now.is(kw("as"))) {
      frame.named_next = false;
    }
    return at;
  }

  // A relation or a function, and the name that it goes by.
  std::size_t item(std::size_t at, Frame& frame) {
    NameUse use;
    use.offset = list_[at].offset;
    use.parts.emplace_back(list_[at].value);
    places_.insert(at);
    while (token(at + 1).is('.') && token(at + 2).kind == TokenKind::name) {
      at += 2;
      places_.insert(at);
      use.parts.emplace_back(token(at).value);
    }
    ++items_;
    if (token(at + 1).is('(')) {
      others_.insert(token(at).value);
      frame.named_next = true;
      return at;
    }
    const bool ours = !(use.parts.size() == 1 && given_.contains(use.parts[0])) && is_relation_(use);
    if (token(at + 1).is(kw("as"))) ++at;
    if (is_label(token(at + 1))) places_.insert(++at);
    // With names of its own for columns, it is not told which is which.
    if (ours && token(at + 1).is('(')) clear_ = false;
    (ours ? ours_ : others_).insert(token(at).value);
    return at;
  }

  // A word that is the column's old name.
  void name(std::size_t at) {
    const bool after_dot = at > 0 && list_[at - 1].is('.');
    const bool before_dot = token(at + 1).is('.');
    const bool label = at > 0 && list_[at - 1].is(kw("as"));
    if (places_.contains(at) || before_dot || label || token(at + 1).is('(')) return;
    if (after_dot) return qualified(at);
    if (at > 0 && list_[at - 1].is("::")) return;
    if (!in_query_[at]) return of_row(at);
    // By itself it is a column where no other relation is read, nor the row of one around (a policy's).
    if (!row_.empty() || !list_[0].is(kw("select")) || items_ != 1 || selects_ != 1 || ours_.empty() ||
        !given_.empty() || list_[at].keyword != Keyword::none)
      clear_ = false;
    else
      use(at, at);
  }

  // Outside of queries it is a column of the row that is looked at.
  void of_row(std::size_t at) {
    if (row_.empty()) return;
    if (list_[at].keyword != Keyword::none)
      clear_ = false;
    else
      use(at, at);
  }

  void qualified(std::size_t at) {
    if (at < 2 || list_[at - 2].kind != TokenKind::name || (at > 2 && list_[at - 3].is('.'))) {
      clear_ = false;
      return;
    }
    const std::string_view relation = list_[at - 2].value;
    if (!ours_.contains(relation)) return;
    if (others_.contains(relation) || given_.contains(relation))
      clear_ = false;
    else
      use(at - 2, at);
  }

  void use(std::size_t first, std::size_t last) {
    replace(last, quote_ident(to_));
    if (first == 0 || clauses_[first] != Clause::select_list || !begins_item(first)) return;
    const Token& next = token(last + 1);
    const bool named = next.is(kw("as"));
    if (named && token(last + 2).value == to_) {
      done_ = token(last + 2).end();
    } else if (next.kind == TokenKind::end || next.is(',') || next.is(')') || next.is(';') || next.is(kw("from")) ||
               ends_clause(next)) {
      out_ += " AS " + quote_ident(from_);
    }
  }

  bool begins_item(std::size_t first) const {
    const Token& before = list_[first - 1];
    const bool distinct_on = before.is(')') && before.partner > 1 && list_[before.partner - 1].is(kw("on")) &&
                             list_[before.partner - 2].is(kw("distinct"));
    return before.is(',') || before.is(kw("select")) || before.is(kw("all")) || before.is(kw("distinct")) ||
           distinct_on;
  }

  void replace(std::size_t at, const std::string& replacement) {
    out_ += text_.substr(done_, list_[at].offset - done_);
    out_ += replacement;
    done_ = list_[at].end();
  }

  std::string_view text_;
  const std::vector<Token>& list_;
  const std::function<bool(const NameUse&)>& is_relation_;
  const std::string_view from_, to_, row_;
  const std::set<std::string_view> given_;
  bool clear_ = true;
  std::size_t items_ = 0, selects_ = 0;
  std::set<std::string_view> ours_, others_;  // names of the relation, of what else FROM has
  std::set<std::size_t> places_;              // tokens that are names of relations
  std::vector<Clause> clauses_;
  std::vector<bool> in_query_;
  std::string out_;
  std::size_t done_ = 0;
};

}  // namespace

std::optional<std::string> with_renamed_column(std::string_view query,
                                               const std::function<bool(const NameUse&)>& is_relation,
                                               std::string_view from, std::string_view to, std::string_view row) {
  if (query.find(from) == std::string_view::npos) return std::string(query);
  const Tokens tokens = tokenize(query);
  return Rewriter(tokens, is_relation, from, to, row).run();
}

}  // namespace plumb::sql
