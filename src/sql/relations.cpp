#include "sql/relations.h"

#include <algorithm>
#include <set>
#include <string>

#include "sql/lexer.h"

namespace plumb::sql {

namespace {

class Finder {
 public:
  explicit Finder(const Tokens& tokens) : list_(tokens.list), given_(given_names(tokens)) {}

  std::vector<NameUse> find() {
    for (at_ = 0; list_[at_].kind != TokenKind::end; ++at_)
      if (begins_item()) item(at_ + 1);
    return std::move(found_);
  }

 private:
  const Token& token(std::size_t at) const { return list_[std::min(at, list_.size() - 1)]; }

  bool begins_item() const {
    if (list_[at_].is(kw("join"))) return true;
    return list_[at_].is(kw("from")) && !(at_ > 0 && list_[at_ - 1].is(kw("distinct"))) && !in_function();
  }

  // extract(year FROM x), trim(both FROM x): FROM is a word of theirs.
  bool in_function() const {
    static constexpr std::string_view functions[] = {"extract", "substring", "trim", "overlay", "position"};
    for (std::size_t i = at_; i-- > 1;) {
      if (list_[i].is(')') || list_[i].is(']'))
        i = list_[i].partner;
      else if (list_[i].is('('))
        return std::find(std::begin(functions), std::end(functions), list_[i - 1].value) != std::end(functions);
    }
    return false;
  }

  void item(std::size_t at) {
    while (token(at).is(kw("only")) || token(at).is(kw("lateral")) || token(at).is('(')) ++at;
    const Token& first = token(at);
    if (first.kind != TokenKind::name) return;
    if (first.keyword != Keyword::none && category(first.keyword) != KeywordCategory::unreserved &&
        category(first.keyword) != KeywordCategory::col_name)
      return;
    NameUse use;
    use.offset = first.offset;
    use.parts.emplace_back(first.value);
    while (token(at + 1).is('.') && token(at + 2).kind == TokenKind::name) {
      at += 2;
      use.parts.emplace_back(token(at).value);
    }
    use.length = token(at).end() - use.offset;
    if (token(at + 1).is('(') || (use.parts.size() == 1 && given_.contains(use.parts[0]))) return;
    found_.push_back(std::move(use));
  }

  const std::vector<Token>& list_;
  const std::set<std::string_view> given_;
  std::size_t at_ = 0;
  std::vector<NameUse> found_;
};

}  // namespace

std::set<std::string_view> given_names(const Tokens& query) {
  const auto& list = query.list;
  const auto token = [&list](std::size_t at) -> const Token& { return list[std::min(at, list.size() - 1)]; };
  std::set<std::string_view> out;
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (!list[i].is(kw("as"))) continue;
    std::size_t body = i + 1;
    while (token(body).is(kw("not")) || token(body).is(kw("materialized"))) ++body;
    if (!token(body).is('(')) continue;
    std::size_t name = i - 1;
    if (list[name].is(')') && list[name].partner > 0) name = list[name].partner - 1;
    if (list[name].kind == TokenKind::name) out.insert(list[name].value);
  }
  return out;
}

std::vector<NameUse> relations_in(std::string_view query) { return Finder(tokenize(query)).find(); }

}  // namespace plumb::sql
