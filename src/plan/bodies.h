// Routines whose bodies are looked at only when they run: nothing keeps what they name from going. Who reads the plan
// must know.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

class UncheckedBodies {
 public:
  explicit UncheckedBodies(const Database& wanted);

  // The routines whose bodies seem to name an object that goes, or gets another name. None where another bears the name.
  std::vector<ObjectId> naming(const ObjectId& gone) const;

  // The routines whose bodies seem to speak of an object that comes; of a column where they name its table or are given
  // rows of it.
  std::vector<ObjectId> speaking_of(const ObjectId& comes) const;

  // Those that INSTEAD OF triggers, or arguments, give rows of the view.
  std::vector<ObjectId> given_rows_of(const ObjectId& view) const;

  // The routines with that in their bodies.
  std::vector<ObjectId> with_text(std::string_view text) const;

 private:
  struct Body {
    ObjectId routine;
    std::string_view text;
    std::vector<sql::NameUse> uses;
  };
  // Those with the word that name the relation.
  std::vector<ObjectId> with_word(const std::string& word, const ObjectId& relation) const;
  bool is_given_rows(const ObjectId& routine, const ObjectId& relation) const;
  bool stays(const ObjectId& gone, const std::string& name) const;

  const Database& wanted_;
  std::vector<Body> bodies_;
  std::map<std::string, std::set<std::size_t>> by_name_;      // the bodies in which a name occurs
  std::map<std::string, std::set<ObjectId>> trigger_tables_;  // by the bare names of their functions
};

}  // namespace plumb
