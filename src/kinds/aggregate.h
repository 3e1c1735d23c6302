// Aggregates, also ordered-set and hypothetical-set ones, with their moving mode. PostgreSQL documentation: CREATE
// AGGREGATE, 38.12; catalog pg_aggregate.
#pragma once

#include "kinds/function.h"
#include "kinds/kind.h"

namespace plumb {

inline constexpr std::string_view modify_words[] = {"read_only", "shareable", "read_write"};

struct Aggregate : Owned {
  std::string name;     // the name in the id has the types of the arguments too
  Arguments arguments;  // told by the key
  bool hypothetical = false;
  FunctionName sfunc;
  Type stype;
  long long sspace = 0;
  FunctionName finalfunc;
  bool finalfunc_extra = false;
  std::string finalfunc_modify;  // empty: read_only, and read_write where there is ORDER BY
  FunctionName combinefunc, serialfunc, deserialfunc;
  std::optional<std::string> initcond;
  FunctionName msfunc, minvfunc;
  Type mstype;
  long long msspace = 0;
  FunctionName mfinalfunc;
  bool mfinalfunc_extra = false;
  std::string mfinalfunc_modify;
  std::optional<std::string> minitcond;
  std::string sortop;
  std::string parallel = "unsafe";
  bool operator==(const Aggregate&) const = default;
};

template <>
struct Kind<Aggregate> {
  static constexpr KindTag tag = KindTag::aggregate;
  static constexpr std::string_view catalog = "pg_proc";
  static constexpr bool shares_routine_names = true;
  static constexpr bool steps_aside = true;
  static constexpr Placement placement{KindTag::none, "aggregates"};
  static constexpr std::string_view required[] = {"sfunc", "stype"};
  static void describe(auto& field, auto& a) {
    field("arguments", a.arguments, "");
    field("hypothetical", a.hypothetical, "a hypothetical-set aggregate?");
    field("sfunc", a.sfunc, "takes the state and the next values to the next state");
    field("stype", a.stype, "type of the state");
    field("sspace", a.sspace, "bytes of the state, as the planner guesses; 0: by its type");
    field("finalfunc", a.finalfunc, "makes the result of the last state");
    field("finalfunc_extra", a.finalfunc_extra, "does it get nulls for the aggregate's arguments?");
    field("finalfunc_modify", a.finalfunc_modify, "may it change the state?", Choices{modify_words});
    field("combinefunc", a.combinefunc, "makes one state of two");
    field("serialfunc", a.serialfunc, "writes a state of type internal as bytea");
    field("deserialfunc", a.deserialfunc, "reads it back");
    field("initcond", a.initcond, "the first state, as text; left out: null");
    field("msfunc", a.msfunc, "in moving mode: as sfunc");
    field("minvfunc", a.minvfunc, "in moving mode: takes values out of the state again");
    field("mstype", a.mstype, "in moving mode: as stype");
    field("msspace", a.msspace, "in moving mode: as sspace");
    field("mfinalfunc", a.mfinalfunc, "in moving mode: as finalfunc");
    field("mfinalfunc_extra", a.mfinalfunc_extra, "in moving mode: as finalfunc_extra");
    field("mfinalfunc_modify", a.mfinalfunc_modify, "in moving mode: as finalfunc_modify", Choices{modify_words});
    field("minitcond", a.minitcond, "in moving mode: as initcond");
    field("sortop", a.sortop, "the operator that sorts what it finds first, as of min: <, or app.<");
    field("parallel", a.parallel, "may parallel workers run it?", Choices{parallel_words});
  }
  static std::string query(ServerVersion);
  static void normalize(Aggregate&);
  static std::vector<Type> types(const Aggregate&);
  static std::set<ObjectId> needs(const Aggregate& a) { return {schema_id(a.id.schema)}; }
  static std::vector<std::string> mentions(const Aggregate&);
  static Statements create(const Aggregate&, const Context&);
  static std::optional<Statements> alter(const Aggregate& live, const Aggregate& wanted, const Context&);
  static Statements rename(const Aggregate& live, const Aggregate& wanted, const Context&);
  static Statements drop(const Aggregate&, const Context&);
  static void follow(Aggregate&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void sign(Aggregate&);
  static void read_key(std::string_view text, Aggregate&);
  static std::string write_key(const Aggregate&);
};

}  // namespace plumb
