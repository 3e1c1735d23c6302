#include "kinds/aggregate.h"

#include <fmt/format.h>

#include "kinds/fields.h"
#include "kinds/kinds.h"

namespace plumb {

std::string Kind<Aggregate>::query(ServerVersion) {
  const auto modify = [](std::string_view column) {
    return fmt::format("CASE {} WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END", column);
  };
  const auto type = [](std::string_view column) {
    return fmt::format("CASE WHEN {0} <> 0 THEN pg_catalog.format_type({0}, NULL) END", column);
  };
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, p.proname AS name, p.oid,"
      " pg_catalog.pg_get_function_arguments(p.oid) AS arguments, a.aggkind = 'h' AS hypothetical, {} AS sfunc,"
      " {} AS stype, a.aggtransspace AS sspace, {} AS finalfunc, a.aggfinalextra AS finalfunc_extra,"
      " {} AS finalfunc_modify, {} AS combinefunc, {} AS serialfunc, {} AS deserialfunc, a.agginitval AS initcond,"
      " {} AS msfunc, {} AS minvfunc, {} AS mstype, a.aggmtransspace AS msspace, {} AS mfinalfunc,"
      " a.aggmfinalextra AS mfinalfunc_extra, {} AS mfinalfunc_modify, a.aggminitval AS minitcond,"
      " (SELECT CASE WHEN so.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(so.nspname) || '.' END"
      " || o.oprname FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace so ON so.oid = o.oprnamespace"
      " WHERE o.oid = a.aggsortop) AS sortop,"
      " CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel{}"
      " FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE {} AND {}",
      function_name("a.aggtransfn"), type("a.aggtranstype"), function_name("a.aggfinalfn"), modify("a.aggfinalmodify"),
      function_name("a.aggcombinefn"), function_name("a.aggserialfn"), function_name("a.aggdeserialfn"),
      function_name("a.aggmtransfn"), function_name("a.aggminvtransfn"), type("a.aggmtranstype"),
      function_name("a.aggmfinalfn"), modify("a.aggmfinalmodify"), ownership("p.proowner", "p.proacl"), in_scope("n"),
      not_of_extension("pg_proc", "p.oid"));
}

void Kind<Aggregate>::normalize(Aggregate& a) {
  for (Type* type : {&a.stype, &a.mstype}) *type = sql::bare_type(*type);
  const std::string_view by_default = a.arguments.ordered_from ? "read_write" : "read_only";
  if (a.finalfunc_modify == by_default) a.finalfunc_modify.clear();
  if (a.mfinalfunc_modify == by_default) a.mfinalfunc_modify.clear();
}

// --- Names -----------------------------------------------------------------------------------------------------------

namespace {

std::string with_arguments(const std::string& name, const std::string& arguments) {
  return sql::quote_ident(name) + "(" + (arguments.empty() ? "*" : arguments) + ")";
}

}  // namespace

void Kind<Aggregate>::sign(Aggregate& a) { a.id.name = with_arguments(a.name, sql::input_types(a.arguments)); }

// Without brackets it names one that has arguments already: an old name.
void Kind<Aggregate>::read_key(std::string_view text, Aggregate& a) {
  if (a.name.empty() && !sql::parse_signature(text).has_arguments)
    throw sql::SyntaxError("expected the types of its arguments in brackets", text.size(),
                           fmt::format("{0}(integer), for example; {0}(*) takes none", text));
  read_signature(text, a.id, a.name, a.arguments);
}

std::string Kind<Aggregate>::write_key(const Aggregate& a) {
  return with_arguments(a.name, sql::print_arguments(a.arguments));
}

std::string Kind<Aggregate>::reference(const ObjectId& id) {
  return "AGGREGATE " + sql::quote_ident(id.schema) + "." + id.name;
}

// --- What it depends on ----------------------------------------------------------------------------------------------

std::vector<Type> Kind<Aggregate>::types(const Aggregate& a) {
  std::vector<Type> out{a.stype};
  if (!a.mstype.empty()) out.push_back(a.mstype);
  for (const sql::Argument& argument : a.arguments.list) out.push_back(argument.type);
  return out;
}

namespace {

void each_function(auto& a, auto&& f) {
  for (auto* function :
       {&a.sfunc, &a.finalfunc, &a.combinefunc, &a.serialfunc, &a.deserialfunc, &a.msfunc, &a.minvfunc, &a.mfinalfunc})
    if (!function->empty()) f(*function);
}

}  // namespace

std::vector<std::string> Kind<Aggregate>::mentions(const Aggregate& a) {
  std::vector<std::string> out;
  each_function(a, [&out](const FunctionName& function) { out.push_back(function.text + "()"); });
  return out;
}

void Kind<Aggregate>::follow(Aggregate& a, const Renaming& renaming) {
  follow_types(a.arguments, a.id.schema, renaming);
  follow_type(a.stype, a.id.schema, renaming);
  follow_type(a.mstype, a.id.schema, renaming);
  each_function(a, [&](FunctionName& function) { follow_function(function, a.id.schema, renaming); });
}

// --- Statements ------------------------------------------------------------------------------------------------------

namespace {

std::string modify_option(std::string_view option, const std::string& text) {
  return fmt::format(", {} = {}", option, sql::upper(text));
}

// "app.<" as OPERATOR takes it; without a schema it is one of pg_catalog.
std::string sort_operator(const std::string& text) {
  return fmt::format("OPERATOR({}{})", text.find('.') == std::string::npos ? "pg_catalog." : "", text);
}

// Options of the moving mode have the same names with an M before them.
struct Mode {
  std::string_view prefix;
  const FunctionName &sfunc, &finalfunc;
  const Type& stype;
  long long sspace;
  bool finalfunc_extra;
  const std::string& finalfunc_modify;
  const std::optional<std::string>& initcond;
};

std::string options(const Mode& mode) {
  const auto option = [&mode](std::string_view name, const std::string& value) {
    return value.empty() ? "" : fmt::format(", {}{} = {}", mode.prefix, name, value);
  };
  std::string out = option("SFUNC", mode.sfunc.text) + option("STYPE", sql::short_type(mode.stype));
  if (mode.sspace != 0) out += option("SSPACE", std::to_string(mode.sspace));
  out += option("FINALFUNC", mode.finalfunc.text);
  if (mode.finalfunc_extra) out += fmt::format(", {}FINALFUNC_EXTRA", mode.prefix);
  if (!mode.finalfunc_modify.empty())
    out += modify_option(std::string(mode.prefix) + "FINALFUNC_MODIFY", mode.finalfunc_modify);
  if (mode.initcond) out += option("INITCOND", sql::quote_literal(*mode.initcond));
  return out;
}

Statement create_aggregate(const Aggregate& a, std::string_view verb) {
  std::string out =
      options({"", a.sfunc, a.finalfunc, a.stype, a.sspace, a.finalfunc_extra, a.finalfunc_modify, a.initcond});
  if (!a.combinefunc.empty()) out += ", COMBINEFUNC = " + a.combinefunc.text;
  if (!a.serialfunc.empty()) out += ", SERIALFUNC = " + a.serialfunc.text;
  if (!a.deserialfunc.empty()) out += ", DESERIALFUNC = " + a.deserialfunc.text;
  if (!a.msfunc.empty()) {
    out += fmt::format(", MINVFUNC = {}", a.minvfunc.text);
    out += options(
        {"M", a.msfunc, a.mfinalfunc, a.mstype, a.msspace, a.mfinalfunc_extra, a.mfinalfunc_modify, a.minitcond});
  }
  if (!a.sortop.empty()) out += ", SORTOP = " + sort_operator(a.sortop);
  if (a.parallel != "unsafe") out += modify_option("PARALLEL", a.parallel);
  if (a.hypothetical) out += ", HYPOTHETICAL";
  return statement(fmt::format("{} AGGREGATE {}.{} ({})", verb, sql::quote_ident(a.id.schema),
                               with_arguments(a.name, sql::print_arguments(a.arguments)), out.substr(2)));
}

// What it gives, where that can be told: empty: it can't.
Type result(const Aggregate& a, const Database& database) {
  if (a.finalfunc.empty()) return a.stype;
  Type out;
  for (const Function& function : database.all<Function>()) {
    const std::string bare = sql::quote_ident(function.name);
    if (a.finalfunc.text != bare && a.finalfunc.text != sql::qualified(function.id.schema, function.name)) continue;
    if (!out.empty() && out != function.returns.type) return {};
    out = function.returns.type;
  }
  return out;
}

// What CREATE OR REPLACE refuses: another result, other names of arguments, another sort of aggregate.
bool can_be_replaced(const Aggregate& live, const Aggregate& wanted, const Context& context) {
  if (live.hypothetical != wanted.hypothetical || live.arguments.ordered_from != wanted.arguments.ordered_from)
    return false;
  for (std::size_t i = 0; i < live.arguments.list.size() && i < wanted.arguments.list.size(); ++i) {
    const std::string& name = live.arguments.list[i].name;
    if (!name.empty() && name != wanted.arguments.list[i].name) return false;
  }
  if (live.finalfunc == wanted.finalfunc && !live.finalfunc.empty() && live.stype == wanted.stype) return true;
  const Type is = result(live, context.live);
  return !is.empty() && is == result(wanted, context.wanted);
}

}  // namespace

Statements Kind<Aggregate>::create(const Aggregate& a, const Context&) { return {create_aggregate(a, "CREATE")}; }

std::optional<Statements> Kind<Aggregate>::alter(const Aggregate& live, const Aggregate& wanted,
                                                 const Context& context) {
  if (!can_be_replaced(live, wanted, context)) return std::nullopt;
  auto replaced = create_aggregate(wanted, "CREATE OR REPLACE");
  Aggregate same = live;
  same.parallel = wanted.parallel;
  if (!(same == wanted))
    replaced.hazards.push_back({HazardKind::breaks_clients, "queries that use it may get another result"});
  return Statements{replaced};
}

Statements Kind<Aggregate>::rename(const Aggregate& live, const Aggregate& wanted, const Context& context) {
  return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
}

Statements Kind<Aggregate>::drop(const Aggregate& a, const Context&) {
  auto dropped = statement("DROP " + reference(a.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that call it fail"});
  return {dropped};
}

}  // namespace plumb
