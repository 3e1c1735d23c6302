// What a query reads, by the words after FROM: in which clause each token is, and what the names before dots stand for.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"
#include "sql/names.h"

namespace plumb::sql {

enum class Clause { none, select_list, from, other };

// Does the clause before end with it: WHERE, ORDER, UNION, …?
bool ends_clause(const Token& token);

struct FromItem {
  enum class Sort { relation, function, given };  // given: by WITH

  NameUse name;
  Sort sort;
  std::string_view label;        // what its columns are named by: its alias, else its own name
  bool renames_columns = false;  // t x(a, b)
};

class FromLists {
 public:
  // REQUIRES: the tokens outlive it.
  explicit FromLists(const Tokens& tokens);

  const std::vector<FromItem>& items() const { return items_; }  // in order
  const std::set<std::string_view>& given() const { return given_; }
  // The aliases of what is no item: of queries, joins, functions.
  const std::set<std::string_view>& other_labels() const { return other_labels_; }
  std::size_t selects() const { return selects_; }

  // Of the token with that index.
  Clause clause(std::size_t at) const { return clauses_[at]; }
  bool in_query(std::size_t at) const { return in_query_[at]; }
  bool names_item(std::size_t at) const { return names_.contains(at); }

 private:
  struct Frame {  // of brackets
    Clause clause = Clause::none;
    bool item_next = false;   // in FROM: a relation, a function or a query comes next
    bool label_next = false;  // and then the alias of one
  };

  const Token& token(std::size_t at) const;
  void find_given();
  std::size_t in_clause(std::size_t at, Frame& frame);
  std::size_t in_from(std::size_t at, Frame& frame);
  std::size_t item(std::size_t at, Frame& frame);

  const std::vector<Token>& list_;
  std::vector<FromItem> items_;
  std::set<std::string_view> given_, other_labels_;
  std::set<std::size_t> names_;
  std::size_t selects_ = 0;
  std::vector<Clause> clauses_;
  std::vector<bool> in_query_;
};

// The names that a text gives to queries, and to what it reads: "(a)" after one is a list of columns, no call. Throws
// SyntaxError where it can't be split into tokens.
std::set<std::string> given_labels(std::string_view text);

}  // namespace plumb::sql
