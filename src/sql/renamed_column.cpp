#include "sql/renamed_column.h"

#include <algorithm>
#include <set>
#include <vector>

#include "sql/from_lists.h"
#include "sql/lexer.h"
#include "sql/quote.h"

namespace plumb::sql {

namespace {

class Rewriter {
 public:
  Rewriter(const Tokens& tokens, const std::function<bool(const NameUse&)>& is_relation, std::string_view from,
           std::string_view to, std::string_view row)
      : text_(tokens.text), list_(tokens.list), from_(from), to_(to), row_(row), lists_(tokens) {
    if (!row_.empty()) ours_.insert(row_);
    others_ = lists_.other_labels();
    others_.insert(lists_.given().begin(), lists_.given().end());
    for (const FromItem& item : lists_.items()) {
      const bool ours = item.sort == FromItem::Sort::relation && is_relation(item.name);
      (ours ? ours_ : others_).insert(item.label);
      // With names of its own for columns, it is not told which is which.
      if (ours && item.renames_columns) clear_ = false;
    }
  }

  std::optional<std::string> run() {
    if (!clear_) return std::nullopt;
    for (std::size_t at = 0; at + 1 < list_.size() && clear_; ++at)
      if (list_[at].kind == TokenKind::name && list_[at].value == from_) name(at);
    // Whoever asks knows that it is read: where it is not seen, it is read in a way that words don't tell.
    if (!clear_ || done_ == 0) return std::nullopt;
    out_ += text_.substr(done_);
    return std::move(out_);
  }

 private:
  const Token& token(std::size_t at) const { return list_[std::min(at, list_.size() - 1)]; }

  // A word that is the column's old name.
  void name(std::size_t at) {
    const bool after_dot = at > 0 && list_[at - 1].is('.');
    const bool before_dot = token(at + 1).is('.');
    const bool label = at > 0 && list_[at - 1].is(kw("as"));
    if (lists_.names_item(at) || before_dot || label || token(at + 1).is('(')) return;
    if (after_dot) return qualified(at);
    if (at > 0 && list_[at - 1].is("::")) return;
    if (!lists_.in_query(at)) return of_row(at);
    if (reads_ours_alone() && list_[at].keyword == Keyword::none)
      use(at, at);
    else
      clear_ = false;
  }

  // Is a bare name surely a column of the relation?
  bool reads_ours_alone() const {
    return row_.empty() && list_[0].is(kw("select")) && lists_.items().size() == 1 && lists_.selects() == 1 &&
           !ours_.empty() && lists_.given().empty();
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
    if (others_.contains(relation))
      clear_ = false;
    else
      use(at - 2, at);
  }

  void use(std::size_t first, std::size_t last) {
    replace(last, quote_ident(to_));
    if (first == 0 || lists_.clause(first) != Clause::select_list || !begins_item(first)) return;
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
  const std::string_view from_, to_, row_;
  const FromLists lists_;
  bool clear_ = true;
  std::set<std::string_view> ours_, others_;  // labels of the relation, of what else is read
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
