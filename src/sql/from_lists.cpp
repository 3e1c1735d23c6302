#include "sql/from_lists.h"

#include <algorithm>
#include <utility>

namespace plumb::sql {

namespace {

bool is_label(const Token& token) {
  return token.kind == TokenKind::name &&
         (token.keyword == Keyword::none || category(token.keyword) == KeywordCategory::unreserved);
}

}  // namespace

bool ends_clause(const Token& token) {
  return token.is(kw("where")) || token.is(kw("group")) || token.is(kw("having")) || token.is(kw("window")) ||
         token.is(kw("order")) || token.is(kw("limit")) || token.is(kw("offset")) || token.is(kw("fetch")) ||
         token.is(kw("for")) || token.is(kw("union")) || token.is(kw("intersect")) || token.is(kw("except"));
}

const Token& FromLists::token(std::size_t at) const { return list_[std::min(at, list_.size() - 1)]; }

FromLists::FromLists(const Tokens& tokens) : list_(tokens.list) {
  find_given();
  std::vector<Frame> frames(1);
  for (std::size_t at = 0; at + 1 < list_.size(); ++at) {
    Frame& frame = frames.back();
    const Token& now = list_[at];
    clauses_.push_back(frame.clause);
    in_query_.resize(at + 1, std::any_of(frames.begin(), frames.end(),
                                         [](const Frame& each) { return each.clause != Clause::none; }));
    if (now.is('(') || now.is('[')) {
      Frame inner;
      if (frame.item_next) inner = {Clause::from, true, false};
      frame.label_next = frame.item_next || frame.label_next;
      frame.item_next = false;
      frames.push_back(inner);
    } else if (now.is(')') || now.is(']')) {
      if (frames.size() > 1) frames.pop_back();
    } else {
      at = in_clause(at, frame);
      clauses_.resize(at + 1, frame.clause);
    }
  }
  clauses_.resize(list_.size(), Clause::none);
  in_query_.resize(list_.size(), false);
}

// name AS (…), name (a, b) AS NOT MATERIALIZED (…)
void FromLists::find_given() {
  for (std::size_t i = 1; i < list_.size(); ++i) {
    if (!list_[i].is(kw("as"))) continue;
    std::size_t body = i + 1;
    while (token(body).is(kw("not")) || token(body).is(kw("materialized"))) ++body;
    if (!token(body).is('(')) continue;
    std::size_t name = i - 1;
    if (list_[name].is(')') && list_[name].partner > 0) name = list_[name].partner - 1;
    if (list_[name].kind == TokenKind::name) given_.insert(list_[name].value);
  }
}

// Takes one token, or the several of a name; the index of the last.
std::size_t FromLists::in_clause(std::size_t at, Frame& frame) {
  const Token& now = list_[at];
  const bool distinct_from = at > 0 && list_[at - 1].is(kw("distinct"));
  if (now.is(kw("select"))) {
    frame = {Clause::select_list, false, false};
    ++selects_;
  } else if (now.is(kw("from")) && frame.clause == Clause::select_list && !distinct_from) {
    frame = {Clause::from, true, false};
  } else if (now.is(kw("table")) && token(at + 1).kind == TokenKind::name) {
    frame = {Clause::from, true, false};  // TABLE t: SELECT * FROM t
  } else if (frame.item_next && now.is(kw("with"))) {
    frame = {};  // of a query in brackets
  } else if (ends_clause(now)) {
    frame = {Clause::other, false, false};
  } else if (frame.clause == Clause::from) {
    return in_from(at, frame);
  }
  return at;
}

std::size_t FromLists::in_from(std::size_t at, Frame& frame) {
  const Token& now = list_[at];
  if (now.is(',') || now.is(kw("join"))) {
    frame.item_next = true;
    frame.label_next = false;
  } else if (frame.item_next && now.is(kw("rows")) && token(at + 1).is(kw("from"))) {
    return at + 1;
  } else if (frame.item_next && !now.is(kw("only")) && !now.is(kw("lateral"))) {
    frame.item_next = false;
    if (now.kind == TokenKind::name) return item(at, frame);
  } else if (frame.label_next && is_label(now)) {
    frame.label_next = false;
    names_.insert(at);
    other_labels_.insert(now.value);
  } else if (!now.is(kw("as"))) {
    frame.label_next = false;
  }
  return at;
}

// A relation or a function, and the name that it goes by.
std::size_t FromLists::item(std::size_t at, Frame& frame) {
  FromItem out{{}, FromItem::Sort::relation, {}};
  out.name.offset = list_[at].offset;
  out.name.parts.emplace_back(list_[at].value);
  names_.insert(at);
  while (token(at + 1).is('.') && token(at + 2).kind == TokenKind::name) {
    at += 2;
    names_.insert(at);
    out.name.parts.emplace_back(token(at).value);
  }
  out.name.length = token(at).end() - out.name.offset;
  if (token(at + 1).is('(')) {
    out.sort = FromItem::Sort::function;
    frame.label_next = true;
  } else {
    if (out.name.parts.size() == 1 && given_.contains(out.name.parts[0])) out.sort = FromItem::Sort::given;
    if (token(at + 1).is(kw("as"))) ++at;
    if (is_label(token(at + 1))) names_.insert(++at);
    out.renames_columns = token(at + 1).is('(');
  }
  out.label = token(at).value;
  items_.push_back(std::move(out));
  return at;
}

std::set<std::string> given_labels(std::string_view text) {
  const Tokens tokens = tokenize(text);
  const FromLists lists(tokens);
  std::set<std::string> out(lists.given().begin(), lists.given().end());
  out.insert(lists.other_labels().begin(), lists.other_labels().end());
  for (const FromItem& item : lists.items())
    if (item.renames_columns) out.emplace(item.label);
  return out;
}

}  // namespace plumb::sql
