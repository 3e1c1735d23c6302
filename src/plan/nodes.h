// The nodes of the order: each change becomes one or two, what CREATE TABLE and DROP TABLE carry along joins theirs.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "plan/build.h"
#include "plan/expand.h"
#include "plan/graph.h"
#include "plan/references.h"

namespace plumb {

struct Node {
  // release: lets go of what steps aside, to take it up again by `make`; make: create or alter; late: what must follow
  // other creations
  enum class Part { rename, release, drop, make, late };
  Part part = Part::make;
  Change change;
  std::vector<Change> carried;  // by the same statement: the columns and constraints of a new or dropped table
};

class Nodes {
 public:
  Nodes(const ChangeMap& changes, const PlanInput& input);

  const std::vector<Node>& all() const { return nodes_; }
  const Graph& graph() const { return graph_; }
  std::size_t size() const { return nodes_.size(); }

 private:
  void note_inseparable(const ChangeMap& changes);
  void note_part(const ObjectId& part, const ChangeMap& changes);
  void make_nodes(const ChangeMap& changes);
  void make_in_two(const Change& change);
  Change leaving(Change& change) const;
  bool alters_last(const Change& change) const;
  std::vector<std::size_t> makers_of(const ObjectId& needed, const ObjectId& by) const;
  bool referenced_go(const ForeignKey& key, const ChangeMap& changes) const;
  bool goes_along(const Change& sequence) const;
  ObjectId carrier_of(const Change& made) const;
  bool joins_parent(const Change& change);
  bool names_what_needs(const ObjectId& id, const ObjectId& table) const;
  void carry_along(const ChangeMap& changes);
  void carry_on(const Change& change);
  void add_edges();
  void edges_of_renames();
  void edges_of_renames_before(std::size_t node);
  void edges_of_making(std::size_t node);
  bool leaves_whole(const ObjectId& id, const ObjectId& relation) const;
  bool leaves_first(const ObjectId& id, const ObjectId& parent) const;
  std::optional<std::size_t> leaver(const ObjectId& relation) const;
  bool is_whole_of(const ObjectId& whole, const ObjectId& part) const;
  void edges_of_dropping(std::size_t node);
  void edges_of_altering(std::size_t node);
  bool lets_go_first(const ObjectId& index, std::size_t node) const;
  bool loses_not_null(const Change&) const;
  void edges_of_identity(const ObjectId& column, std::size_t node);
  void edges_of_marks(const ObjectId& id, std::size_t node);
  void edges_of_persistence(const Table& table, std::size_t node);
  void edges_between_names();
  void edges_of_room();
  void edges_of_leaving(std::size_t node);
  void edges_of_lost_columns(std::size_t node, const ObjectId& id);
  void edges_of_coming(std::size_t node);
  std::set<ObjectId> needed_of_parents(std::size_t node, const ObjectId& id) const;
  const Database& as_written(const ObjectId& id) const;
  void edges_of_meaning(std::size_t node, const ObjectId& id, const std::set<ObjectId>& named);
  void edges_of_going(std::size_t node, const ObjectId& id, const std::set<ObjectId>& named);
  bool may_mean(const ObjectId& id, const ObjectId& gone) const;
  void edges_of_attributes();
  void edges_of_parts(std::size_t node);
  void edges_of_lost_wholes(std::size_t node);
  void edges_of_clones(std::size_t node);
  bool changes_persistence(std::size_t node) const;
  void edges_of_bodies();
  bool has_new_body(std::size_t node) const;
  bool comes_by(std::size_t node) const;
  bool keeps_its_type(std::size_t node) const;
  bool waits_for(std::size_t node, const ObjectId& part) const;
  bool is_made(const ObjectId& id) const;
  bool parent_is_remade(const ObjectId& id) const;
  std::set<ObjectId> live_dependencies(const ObjectId& id) const;

  const PlanInput& input_;
  Upheaval upheaval_;
  References wanted_references_, live_references_;
  std::vector<Node> nodes_;
  std::set<ObjectId> closing_loops_;  // what must go before the relation that it hangs on, which goes too
  std::set<ObjectId> split_;          // columns of new tables that get their default late
  // By what id each object comes to be as wanted (created, altered, renamed, its table created), and ceases to be as it was.
  std::map<ObjectId, std::vector<std::size_t>> made_by_, dropped_by_, released_by_;
  // By live objects that go with another, and by wanted ones that come between its shell and itself: that other.
  std::map<ObjectId, ObjectId> goes_with_, comes_within_;
  std::map<ObjectId, std::size_t> shells_;  // the nodes that make them
  std::set<std::size_t> last_;              // alters of relations that must come after all that hangs on them
  std::map<ObjectId, std::set<ObjectId>> depends_on_;         // as the server knows it
  std::vector<std::pair<std::string, ObjectId>> new_values_;  // of live enums, as literals
  std::vector<std::size_t> extensions_made_, extensions_dropped_;
  std::vector<std::size_t> meanings_dropped_;  // routines, operators, casts, … that go for good
  std::vector<std::size_t> attributes_to_come_;
  Graph graph_{0};
};

}  // namespace plumb
