#include "kinds/function.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "kinds/fields.h"
#include "kinds/kinds.h"
#include "sql/names.h"

namespace plumb {

// --- Names -----------------------------------------------------------------------------------------------------------

std::string signed_name(std::string_view name, const Arguments& arguments) {
  return sql::quote_ident(name) + "(" + sql::input_types(arguments) + ")";
}

void read_signature(std::string_view text, ObjectId& id, std::string& name, Arguments& arguments) {
  auto signature = sql::parse_signature(text);
  if (!signature.name.schema.empty()) id.schema = std::move(signature.name.schema);
  name = std::move(signature.name.name);
  if (signature.has_arguments) arguments = std::move(signature.arguments);
}

template <typename T>
void RoutineKind<T>::sign(T& routine) {
  routine.id.name = signed_name(routine.name, routine.arguments);
}

template <typename T>
void RoutineKind<T>::read_key(std::string_view text, T& routine) {
  read_signature(text, routine.id, routine.name, routine.arguments);
}

template <typename T>
std::string RoutineKind<T>::write_key(const T& routine) {
  return sql::quote_ident(routine.name) + "(" + sql::print_arguments(routine.arguments) + ")";
}

template <typename T>
std::string RoutineKind<T>::reference(const ObjectId& id) {
  return std::string(std::is_same_v<T, Function> ? "FUNCTION " : "PROCEDURE ") + sql::quote_ident(id.schema) + "." +
         id.name;
}

// --- Reading ---------------------------------------------------------------------------------------------------------

std::string not_made_for_another(std::string_view oid) {
  return fmt::format(
      "{} NOT IN (SELECT made.objid FROM pg_catalog.pg_depend made"
      " WHERE made.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND made.deptype = 'i')",
      oid);
}

namespace {

// What functions and procedures have in common; {0}: what else, {1}: prokind.
std::string routine_query(std::string_view columns, std::string_view condition) {
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, p.proname AS name, p.oid,"
      " pg_catalog.pg_get_function_arguments(p.oid) AS arguments, l.lanname AS language,"
      " CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END AS security, p.proconfig AS set,"
      " CASE WHEN p.protrftypes IS NOT NULL THEN ARRAY(SELECT pg_catalog.format_type(t, NULL)"
      " FROM pg_catalog.unnest(p.protrftypes) t) END AS transforms,"
      " CASE WHEN l.lanname <> 'c' AND p.prosqlbody IS NULL THEN p.prosrc END AS body,"
      " pg_catalog.pg_get_function_sqlbody(p.oid) AS definition,"
      " CASE WHEN l.lanname = 'c' THEN p.probin::text END AS obj_file,"
      " CASE WHEN l.lanname = 'c' THEN p.prosrc END AS link_symbol{}{}"
      " FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
      " JOIN pg_catalog.pg_language l ON l.oid = p.prolang WHERE {} AND {} AND {} AND {}",
      columns, ownership("p.proowner", "p.proacl"), condition, in_scope("n"), not_of_extension("pg_proc", "p.oid"),
      not_made_for_another("p.oid"));
}

}  // namespace

std::string Kind<Function>::query(ServerVersion) {
  return routine_query(
      ", pg_catalog.pg_get_function_result(p.oid) AS returns, p.prokind = 'w' AS window, CASE p.provolatile WHEN 'i'"
      " THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility, p.proisstrict AS strict,"
      " p.proleakproof AS leakproof, CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe'"
      " END AS parallel, p.procost AS cost, CASE WHEN p.proretset THEN p.prorows END AS rows, " +
          function_name("p.prosupport") + " AS support",
      "p.prokind IN ('f', 'w')");
}

std::string Kind<Procedure>::query(ServerVersion) { return routine_query("", "p.prokind = 'p'"); }

// --- Defaults --------------------------------------------------------------------------------------------------------

namespace {

// As PostgreSQL stores them: names of built-in settings in one case, lists of names with quotes where they need them.
Options stored_settings(const Options& settings) {
  Options out;
  for (const auto& [setting, value] : settings) {
    const std::string name = setting.find('.') == std::string::npos ? sql::lower(setting) : setting;
    out.add(name, is_list_of_names(name) ? sql::quote_list(names_in_list(value)) : value);
  }
  return out;
}

// The type that the output arguments make of the result; empty: there are none.
Type implied_result(const Arguments& arguments) {
  Type out;
  for (const sql::Argument& argument : arguments.list)
    if (argument.is_output()) out = out.empty() ? argument.type : Type{"record"};
  return out;
}

float default_cost(const Function& f) { return f.language == "c" || f.language == "internal" ? 1 : 100; }

void normalize_function(Function& f) {
  if (!f.returns.set && f.returns.table.empty() && f.returns.type == implied_result(f.arguments)) f.returns = {};
  if (f.cost == default_cost(f)) f.cost.reset();
  if (f.rows == 1000.0F) f.rows.reset();
}

}  // namespace

template <typename T>
void RoutineKind<T>::normalize(T& r) {
  r.language = sql::lower(r.language);
  r.settings = stored_settings(r.settings);
  if (r.link_symbol == r.name) r.link_symbol.clear();
  r.body.sql = r.language == "sql" && sql::is_standard_body(r.body.text);
  if (r.body.sql) r.body.text = sql::without_end(r.body.text);
  if constexpr (std::is_same_v<T, Function>) normalize_function(r);
}

// --- What it depends on ----------------------------------------------------------------------------------------------

template <typename T>
std::vector<Type> RoutineKind<T>::types(const T& r) {
  std::vector<Type> out = r.transforms;
  for (const sql::Argument& argument : r.arguments.list) out.push_back(argument.type);
  if constexpr (std::is_same_v<T, Function>) {
    if (!r.returns.type.empty()) out.push_back(r.returns.type);
    for (const sql::Argument& column : r.returns.table) out.push_back(column.type);
  }
  return out;
}

// A body that is a string may name what is not there yet: PostgreSQL looks at it when it runs.
template <typename T>
std::vector<std::string> RoutineKind<T>::mentions(const T& r) {
  std::vector<std::string> out;
  if (r.body.sql) out.push_back(r.body.text);
  for (const sql::Argument& argument : r.arguments.list)
    if (!argument.default_expression.empty()) out.push_back(argument.default_expression);
  if constexpr (std::is_same_v<T, Function>)
    if (!r.support.empty()) out.push_back(r.support.text + "()");
  return out;
}

void follow_types(Arguments& arguments, const std::string& home, const Renaming& renaming) {
  for (sql::Argument& argument : arguments.list) {
    follow_type(argument.type, home, renaming);
    argument.default_expression = followed(argument.default_expression, table_id(home, ""), renaming);
  }
}

template <typename T>
void RoutineKind<T>::follow(T& r, const Renaming& renaming) {
  const std::string& home = r.id.schema;
  follow_types(r.arguments, home, renaming);
  for (Type& type : r.transforms) follow_type(type, home, renaming);
  if (r.body.sql) r.body.text = followed(r.body.text, table_id(home, ""), renaming);
  if constexpr (std::is_same_v<T, Function>) {
    follow_type(r.returns.type, home, renaming);
    for (sql::Argument& column : r.returns.table) follow_type(column.type, home, renaming);
    follow_function(r.support, home, renaming);
  }
}

// --- Statements ------------------------------------------------------------------------------------------------------

namespace {

std::string setting_clause(const std::string& name, const std::string& value) {
  // The dot of a custom setting stays outside the quotes.
  std::string quoted;
  for (const auto& part : split_name(name)) quoted += (quoted.empty() ? "" : ".") + sql::quote_ident(part);
  return fmt::format(" SET {} TO {}", quoted, setting_value(name, value));
}

// All clauses but the body. Those that say what goes without saying are left out: CREATE OR REPLACE resets them.
template <typename T>
std::string clauses(const T& r) {
  std::string out;
  if constexpr (std::is_same_v<T, Function>)
    if (!r.returns.empty()) out += " RETURNS " + sql::print_returns(r.returns);
  out += " LANGUAGE " + sql::quote_ident(r.language);
  for (std::size_t i = 0; i < r.transforms.size(); ++i)
    out += (i ? ", FOR TYPE " : " TRANSFORM FOR TYPE ") + sql::short_type(r.transforms[i]);
  if constexpr (std::is_same_v<T, Function>) {
    if (r.window) out += " WINDOW";
    if (r.volatility != "volatile") out += " " + sql::upper(r.volatility);
    if (r.strict) out += " STRICT";
    if (r.leakproof) out += " LEAKPROOF";
  }
  if (r.security == "definer") out += " SECURITY DEFINER";
  if constexpr (std::is_same_v<T, Function>) {
    if (r.parallel != "unsafe") out += " PARALLEL " + sql::upper(r.parallel);
    if (r.cost) out += " COST " + field_text(r.cost);
    if (r.rows) out += " ROWS " + field_text(r.rows);
    if (!r.support.empty()) out += " SUPPORT " + r.support.text;
  }
  for (const auto& [name, value] : r.settings) out += setting_clause(name, value);
  return out;
}

std::string body_clause(const Routine& r) {
  if (r.body.sql) return "\n" + r.body.text;
  if (r.language != "c") return "\nAS " + sql::dollar_quote(r.body.text);
  const std::string file = "\nAS " + sql::quote_literal(r.obj_file);
  return r.link_symbol.empty() ? file : file + ", " + sql::quote_literal(r.link_symbol);
}

template <typename T>
std::string create_sql(const T& r, std::string_view verb) {
  return fmt::format("{} {} {}.{}({}){}{}", verb, std::is_same_v<T, Function> ? "FUNCTION" : "PROCEDURE",
                     sql::quote_ident(r.id.schema), sql::quote_ident(r.name), sql::print_arguments(r.arguments),
                     clauses(r), body_clause(r));
}

// With how many arguments it can be called.
std::pair<std::size_t, std::size_t> arities(const Arguments& arguments) {
  std::size_t least = 0, most = 0;
  for (const sql::Argument& argument : arguments.list) {
    if (!argument.is_input()) continue;
    ++most;
    if (argument.default_expression.empty()) ++least;
    if (argument.mode == "variadic") return {least, std::numeric_limits<std::size_t>::max()};
  }
  return {least, most};
}

// A call that finds one function now may find two that fit: one that goes may do so later than this one comes.
template <typename T>
void add_ambiguity(const T& wanted, const Context& context, Statement& to) {
  const auto [least, most] = arities(wanted.arguments);
  for (const T& other : context.live.all<T>()) {
    if (other.id.schema != wanted.id.schema || other.name != wanted.name || other.id == wanted.id) continue;
    const auto [other_least, other_most] = arities(other.arguments);
    if (least > other_most || other_least > most) continue;
    to.hazards.push_back(
        {HazardKind::breaks_clients,
         fmt::format("a call may now fit {} as well, and fail as ambiguous or find the other one", other.id.name)});
  }
}

bool takes_list(const Arguments& arguments) {
  return std::ranges::any_of(arguments.list, [](const sql::Argument& a) { return a.mode == "variadic"; });
}

using Output = std::pair<std::string, Type>;

template <typename T>
std::vector<Output> outputs(const T& r) {
  std::vector<Output> out;
  for (const sql::Argument& argument : r.arguments.list)
    if (argument.is_output()) out.emplace_back(argument.name, argument.type);
  if constexpr (std::is_same_v<T, Function>)
    for (const sql::Argument& column : r.returns.table) out.emplace_back(column.name, column.type);
  return out;
}

// Type and set-ness of the result.
template <typename T>
std::pair<Type, bool> result(const T& r) {
  Type type = implied_result(r.arguments);
  bool set = false;
  if constexpr (std::is_same_v<T, Function>) {
    set = r.returns.set;
    if (!r.returns.type.empty()) type = r.returns.type;
    if (!r.returns.table.empty()) type = r.returns.table.size() == 1 ? r.returns.table.front().type : Type{"record"};
  }
  return {type, set};
}

std::vector<const sql::Argument*> inputs(const Arguments& arguments) {
  std::vector<const sql::Argument*> out;
  for (const sql::Argument& argument : arguments.list)
    if (argument.is_input()) out.push_back(&argument);
  return out;
}

// What CREATE OR REPLACE refuses (pg_proc.c, ProcedureCreate).
template <typename T>
bool can_be_replaced(const T& live, const T& wanted) {
  if (result(live) != result(wanted)) return false;
  if constexpr (std::is_same_v<T, Function>)
    if (live.window != wanted.window) return false;
  const auto were = outputs(live), are = outputs(wanted);
  const bool makes_row = std::is_same_v<T, Procedure> || were.size() > 1 || are.size() > 1;
  if (makes_row && were != are) return false;
  const auto before = inputs(live.arguments), after = inputs(wanted.arguments);
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    if (!before[i]->name.empty() && before[i]->name != after[i]->name) return false;
    const std::string &was = before[i]->default_expression, &is = after[i]->default_expression;
    if (!was.empty() && is.empty()) return false;
    // The default of a polymorphic argument has a type of its own, which must stay.
    if (!was.empty() && was != is && before[i]->type.text.starts_with("any")) return false;
  }
  return true;
}

bool calls(const std::string& text, const Function& f) {
  if (text.find(f.name) == std::string::npos) return false;
  try {
    const auto uses = sql::names_in(text);
    return std::any_of(uses.begin(), uses.end(), [&f](const sql::NameUse& use) {
      const auto& parts = use.parts;
      return use.call && parts.back() == f.name && (parts.size() < 2 || parts[parts.size() - 2] == f.id.schema);
    });
  } catch (const sql::SyntaxError&) {
    return false;
  }
}

// What holds values that the function has computed: indexes, generated columns, the partitions that rows were put into.
std::vector<ObjectId> keepers(const Function& f, const Context& context) {
  std::vector<ObjectId> out;
  for (const Index& index : context.live.all<Index>()) {
    const auto texts = Kind<Index>::mentions(index);
    if (std::any_of(texts.begin(), texts.end(), [&f](const std::string& text) { return calls(text, f); }))
      out.push_back(index.id);
  }
  for (const Column& column : context.live.all<Column>())
    if (column.generated && calls(column.generated->text, f)) out.push_back(column.id);
  for (const Table& table : context.live.all<Table>())
    if (calls(table.partition_by.text, f)) out.push_back(table.id);
  return out;
}

void add_changed_behaviour(const Function& live, const Function& wanted, const Context& context, Statement& to) {
  const auto breaks = [&to](std::string reason) {
    to.hazards.push_back({HazardKind::breaks_clients, std::move(reason)});
  };
  if (live.volatility != wanted.volatility)
    breaks(fmt::format("it is {} now, no longer {}: statements that relied on that fail or give other results",
                       wanted.volatility, live.volatility));
  if (live.strict != wanted.strict)
    breaks(wanted.strict ? "a null argument gives null at once" : "null arguments reach its body");
  if (live.volatility != "immutable" || (live.body == wanted.body && live.link_symbol == wanted.link_symbol)) return;
  for (const ObjectId& keeper : keepers(live, context))
    if (keeper.kind == KindTag::table)
      breaks(fmt::format(
          "{} is partitioned by what the old body gave: rows stay where it put them, and are not found there",
          to_string(keeper)));
    else
      breaks(fmt::format("{} holds what the old body gave, until it is {}", to_string(keeper),
                         keeper.kind == KindTag::index ? "rebuilt by REINDEX INDEX CONCURRENTLY" : "written anew"));
}

}  // namespace

template <typename T>
Statements RoutineKind<T>::create(const T& r, const Context& context) {
  auto created = statement(create_sql(r, "CREATE"));
  add_ambiguity(r, context, created);
  return {created};
}

template <typename T>
std::optional<Statements> RoutineKind<T>::alter(const T& live, const T& wanted, const Context& context) {
  if (!can_be_replaced(live, wanted)) return std::nullopt;
  auto replaced = statement(create_sql(wanted, "CREATE OR REPLACE"));
  if (live.security != wanted.security)
    replaced.hazards.push_back({HazardKind::breaks_clients, wanted.security == "definer"
                                                                ? "it runs with the rights of its owner from now on"
                                                                : "its callers need the rights that it needs"});
  if constexpr (std::is_same_v<T, Function>) add_changed_behaviour(live, wanted, context, replaced);
  if (outputs(live) != outputs(wanted))
    replaced.hazards.push_back({HazardKind::breaks_clients, "queries that name its output by the old name fail"});
  if (takes_list(live.arguments) && !takes_list(wanted.arguments))
    replaced.hazards.push_back({HazardKind::breaks_clients, "calls with a list of arguments fail"});
  if (arities(live.arguments) != arities(wanted.arguments)) add_ambiguity(wanted, context, replaced);
  return Statements{replaced};
}

template <typename T>
Statements RoutineKind<T>::rename(const T& live, const T& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

template <typename T>
Statements RoutineKind<T>::drop(const T& r, const Context&) {
  auto dropped = statement("DROP " + reference(r.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that call it fail"});
  return {dropped};
}

template <typename T>
std::string RoutineKind<T>::summary(const T& r) {
  const std::string arguments = sql::print_arguments(r.arguments);
  const bool more = arguments != sql::input_types(r.arguments);
  return (more ? "(" + arguments + ")" : "") + (more ? clauses(r) : clauses(r).substr(1));
}

template struct RoutineKind<Function>;
template struct RoutineKind<Procedure>;

}  // namespace plumb
