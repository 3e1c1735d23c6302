// Functions and procedures: two kinds that share all but a few attributes. PostgreSQL documentation: CREATE FUNCTION,
// CREATE PROCEDURE, 38.3.
#pragma once

#include "kinds/kind.h"

namespace plumb {

inline constexpr std::string_view security_words[] = {"invoker", "definer"};
inline constexpr std::string_view volatility_words[] = {"volatile", "stable", "immutable"};
inline constexpr std::string_view parallel_words[] = {"unsafe", "restricted", "safe"};

struct Routine : Owned {
  std::string name;     // the name in the id has the types of the input arguments too
  Arguments arguments;  // told by the key
  std::string language = "sql";
  std::string security = "invoker";
  Options settings;
  std::vector<Type> transforms;
  Code body;
  std::string obj_file, link_symbol;  // of C
  bool operator==(const Routine&) const = default;
};

struct Function : Routine {
  Returns returns;  // empty: what the output arguments say
  std::string volatility = "volatile";
  bool strict = false, leakproof = false, window = false;
  std::string parallel = "unsafe";
  std::optional<float> cost, rows;  // unset: by language, and by whether it returns a set
  FunctionName support;
  bool operator==(const Function&) const = default;
};

struct Procedure : Routine {
  bool operator==(const Procedure&) const = default;
};

// What functions and procedures have in common.
template <typename T>
struct RoutineKind {
  static constexpr std::string_view catalog = "pg_proc";
  static constexpr bool shares_routine_names = true;
  static constexpr bool bound_to_types = true;  // by a body that is SQL's own
  static constexpr bool keeps_up_with_names = true;
  static constexpr bool has_unchecked_body = true;
  static std::vector<Type> types(const T&);
  static std::set<ObjectId> needs(const T& routine) {
    return {schema_id(routine.id.schema), top_id(KindTag::language, "", routine.language)};
  }
  static std::vector<std::string> mentions(const T&);
  static Statements create(const T&, const Context&);
  static std::optional<Statements> alter(const T& live, const T& wanted, const Context&);
  static Statements rename(const T& live, const T& wanted, const Context&);
  static Statements drop(const T&, const Context&);
  static void normalize(T&);
  static void follow(T&, const Renaming&);
  static std::string reference(const ObjectId&);
  static void sign(T&);
  static void read_key(std::string_view text, T&);
  static std::string write_key(const T&);
  static void read_definition(std::string_view text, T& routine) { routine.body = {std::string(text), true}; }
  static std::string summary(const T&);

 protected:
  static void describe_common(auto& field, auto& r) {
    field("security", r.security, "with whose rights it runs: the caller's or its owner's", Choices{security_words});
    field("set", r.settings, "settings that hold while it runs, search_path for example");
    field("transforms", r.transforms, "types that are handed over by their transform");
    field("obj_file", r.obj_file, "of a function in C: the library");
    field("link_symbol", r.link_symbol, "of a function in C: its name there; left out: its own");
    field("body", r.body, "what it does: a text in its language, or SQL that begins with RETURN or BEGIN ATOMIC");
  }
};

template <>
struct Kind<Function> : RoutineKind<Function> {
  static constexpr KindTag tag = KindTag::function;
  static constexpr Placement placement{KindTag::none, "functions"};
  static void describe(auto& field, auto& f) {
    field("arguments", f.arguments, "");
    field("returns", f.returns, "type, setof type or table (column type, …); left out: what the output arguments say");
    field("language", f.language, "sql, plpgsql, c, …");
    field("window", f.window, "a window function?");
    field("volatility", f.volatility, "does it give the same for the same arguments?", Choices{volatility_words});
    field("strict", f.strict, "null at once where an argument is null?");
    field("leakproof", f.leakproof, "does it tell nothing of its arguments but by its result?");
    field("parallel", f.parallel, "may parallel workers run it?", Choices{parallel_words});
    field("cost", f.cost, "of one call, in units of cpu_operator_cost; left out: 100, in C 1");
    field("rows", f.rows, "how many it returns, as the planner guesses; left out: 1000");
    field("support", f.support, "its planner support function");
    describe_common(field, f);
  }
  static std::string query(ServerVersion);
};

template <>
struct Kind<Procedure> : RoutineKind<Procedure> {
  static constexpr KindTag tag = KindTag::procedure;
  static constexpr Placement placement{KindTag::none, "procedures"};
  static void describe(auto& field, auto& p) {
    field("arguments", p.arguments, "");
    field("language", p.language, "sql, plpgsql, c, …");
    describe_common(field, p);
  }
  static std::string query(ServerVersion);
};

// Shared with aggregates.
std::string signed_name(std::string_view name, const Arguments& arguments);  // "slug(text)"
// From "app.slug(input text)": where there are no brackets, the arguments stay as they are.
void read_signature(std::string_view text, ObjectId& id, std::string& name, Arguments& arguments);
void follow_types(Arguments& arguments, const std::string& home, const Renaming& renaming);
// The condition that no type or other object made the routine for itself, as a range type makes its constructors.
std::string not_made_for_another(std::string_view oid);

}  // namespace plumb
