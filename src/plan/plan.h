// The plan: ordered steps with all that a reviewer must know of each, as plain values. Made by build.h, printed by
// render.h, carried out by apply/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/dependency.h"
#include "kinds/kind.h"
#include "model/id.h"
#include "model/statement.h"

namespace plumb {

enum class Verb { create, alter, rename, replace, drop };
std::string_view to_string(Verb verb);  // "create", …
std::string_view sign(Verb verb);       // "+", "~", "→", "~" (replace), "-"

enum class Class { additive, breaking };
std::string_view to_string(Class step_class);

// One attribute that differs: "type: integer → bigint". Empty text: not set.
struct FieldChange {
  std::string field;
  std::string from;
  std::string to;
  bool operator==(const FieldChange&) const = default;
};

// What differs for one object. For rename, `from` is the old id; for the others it equals `id`.
struct Change {
  Verb verb = Verb::create;
  ObjectId id;
  ObjectId from;
  std::vector<FieldChange> fields;
  std::string why;        // why it is in the plan, where the declaration alone doesn't say ("depends on column …")
  bool unproven = false;  // an expression could not be settled by the server: the difference may be one of spelling
  bool releases = false;  // lets go of something that steps aside, and takes it up again
  ObjectId carried_by{};  // its parent's column, index or check, whose change PostgreSQL carries on to it; else no kind
  bool operator==(const Change&) const = default;
};

struct Step {
  Change change;
  std::vector<Change> folded;  // carried out by the same statements: a new table's columns, a dropped one's
  Statements statements;
  std::string search_path;  // under which its statements run, so that bare names mean what the declaration means
  Statements undo;          // what would undo it; rows that it destroys do not come back by it
  Class own_class = Class::additive;  // by its own hazards
  Class phase = Class::additive;      // breaking too where it must run after a breaking step
  std::vector<std::size_t> after;     // indexes of the steps that must have run before
  std::optional<TableSize> size;      // of the table that it touches, where that holds rows
  std::vector<ObjectId> analyze;  // tables of which the planner lacks statistics: for ANALYZE, once all is committed
};

// Where part of the plan stands in no step.
struct Note {
  enum class Kind { likely_rename, unmanaged_dependent, unproven, unmanaged, obstacle, hint };
  Kind kind;
  std::string text;
};

struct Plan {
  std::vector<Step> steps;  // in the order of execution: additive phase first
  std::vector<Note> notes;
  std::vector<UnmanagedCount> unmanaged;
  std::string live_fingerprint;    // SHA-256 in hex of the live database in scope; empty until asked for
  std::string wanted_fingerprint;  // likewise of the declaration
  std::string database;            // name of the live database
  ServerVersion server;

  bool empty() const { return steps.empty(); }
  std::size_t count(Class phase) const;
};

// What `apply` may do: classes, hazards, single ids (text as --allow takes it).
struct Allowance {
  bool additive = true;
  bool breaking = false;
  std::vector<HazardKind> hazards;
  std::vector<std::string> ids;

  // Throws Error(usage) on a word that is none of these, with the nearest right one.
  static Allowance parse(const std::vector<std::string>& words);
};

// Puts the secrets that a plan file can't hold into its statements, from a plan made anew of the same state. Throws
// Error(stale) where that is another plan.
void put_secrets_back(Plan& file, const Plan& now);

// Which steps run under an allowance: a step runs if it is allowed itself and all that it comes after runs. For a
// breaking step that means: `breaking`, or its id, or every one of its hazards is allowed.
std::vector<bool> allowed_steps(const Plan& plan, const Allowance& allowance);

// The words that, added to --allow, would let a step run: its hazards, most specific first.
std::vector<std::string> needed_allowance(const Step& step);

// All hazards of a step, each once, in order of HazardKind.
std::vector<Hazard> hazards(const Step& step);
// The tables that some of the steps leave to ANALYZE, each once.
std::vector<ObjectId> to_analyze(const Plan& plan, const std::vector<bool>& steps);
std::vector<ObjectId> to_analyze(const Plan& plan);
std::string analyze_sql(const ObjectId& table);
// The strongest lock on each relation, relations in order of id.
std::vector<LockedRelation> locks(const Step& step);

}  // namespace plumb
