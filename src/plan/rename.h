// Renames, as declared with renamed_from and never guessed. They are done first in thought: the live database is
// brought to its new names, so that the diff compares each object with itself.
#pragma once

#include <vector>

#include "kinds/kinds.h"
#include "plan/plan.h"

namespace plumb {

// Two that are yet to come, and say that they were one.
struct TwoHeirs {
  ObjectId first, second, of;
};

// A value of an enum that is not there, and says that it was another one, which is not there either.
struct IdleValue {
  ObjectId of;
  std::string value, before;
};

class Renames {
 public:
  const std::vector<Renaming>& all() const { return renames_; }
  const std::vector<TwoHeirs>& two_heirs() const { return two_heirs_; }
  // Those by which names go round in a circle: whether they have been done, nothing tells. One of each circle.
  const std::vector<Renaming>& circles() const { return circles_; }
  // Those whose old name is there and is to go, beside the new one: done or still to be done, nothing tells.
  const std::vector<Renaming>& beside() const { return beside_; }
  // Renames that are declared and not followed: the old name is to stay, too.
  const std::vector<Renaming>& kept() const { return kept_; }
  // Those of which neither name is there, though others of their kind are beside.
  const std::vector<Renaming>& idle() const { return idle_; }
  const std::vector<IdleValue>& idle_values() const { return idle_values_; }
  void add(Renaming renaming) { renames_.push_back(std::move(renaming)); }
  void note(TwoHeirs heirs) { two_heirs_.push_back(std::move(heirs)); }
  void note_circle(Renaming renaming) { circles_.push_back(std::move(renaming)); }
  void note_beside(Renaming renaming) { beside_.push_back(std::move(renaming)); }
  void note_kept(Renaming renaming) { kept_.push_back(std::move(renaming)); }
  void note_idle(Renaming renaming) { idle_.push_back(std::move(renaming)); }
  void note_idle(IdleValue value) { idle_values_.push_back(std::move(value)); }
  // The id under which the server knows an object now, before the plan has run, and back.
  ObjectId on_server(ObjectId id) const;
  ObjectId after(ObjectId id) const;

 private:
  std::vector<Renaming> renames_;  // in the order in which they are carried out: parents first, a name given up first
  std::vector<TwoHeirs> two_heirs_;
  std::vector<Renaming> circles_, beside_, kept_, idle_;
  std::vector<IdleValue> idle_values_;
};

// May anything get another name, or another schema?
bool has_renames(const Database& live, const Database& wanted);

// Finds the renames (the old name is live, the new one is not, and the old one is wanted by nothing but another rename)
// and carries them out on the live database in memory, with all that PostgreSQL changes along (columns in keys and
// expressions, references, …). Text should be whole: schemas that go without saying hide whose a name is.
Renames follow_declared_names(Database& live, const Database& wanted);

// Then what has a name that PostgreSQL chose gets the one that it would choose now. REQUIRES: both sides spell alike.
void follow_chosen_names(Database& live, const Database& wanted, Renames& renames);

}  // namespace plumb
