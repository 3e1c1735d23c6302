#include "kinds/base_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kinds/kinds.h"
#include "kinds/types.h"

namespace plumb {

// Of a shell's row only the name means anything.
std::string Kind<BaseType>::query(ServerVersion) {
  const auto function = [](std::string_view oid) {
    return function_name(fmt::format("(CASE WHEN t.typisdefined THEN {} END)", oid));
  };
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, t.typname AS name, t.oid, {} AS input, {} AS output, {} AS receive,"
      " {} AS send, {} AS typmod_in, {} AS typmod_out, {} AS analyze, {} AS subscript,"
      " CASE WHEN t.typisdefined AND t.typlen <> -1 THEN t.typlen END AS internal_length,"
      " t.typisdefined AND t.typbyval AS passed_by_value,"
      " CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' END AS alignment,"
      " {} AS storage, CASE WHEN t.typisdefined THEN t.typcategory END AS category, t.typispreferred AS preferred,"
      " t.typdefault AS default, CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END AS element,"
      " t.typdelim AS delimiter, t.typcollation <> 0 AS collatable{}"
      " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
      " WHERE (t.typtype = 'b' OR NOT t.typisdefined)"
      // the arrays that PostgreSQL makes with each type
      " AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid) AND {} AND {}",
      function("t.typinput"), function("t.typoutput"), function_name("t.typreceive"), function_name("t.typsend"),
      function_name("t.typmodin"), function_name("t.typmodout"), function_name("t.typanalyze"),
      function_name("t.typsubscript"), storage_word("t.typstorage"), ownership("t.typowner", "t.typacl"), in_scope("n"),
      not_of_extension("pg_type", "t.oid"));
}

// --- How its values lie ------------------------------------------------------------------------------------------------

namespace {

struct Built {
  std::string_view types;  // each between commas
  Representation as;
};

// Of PostgreSQL's own types, as format_type() calls them (pg_type.dat).
const std::array<Built, 16>& built() {
  static const std::array<Built, 16> all = {{
      {",boolean,char,", {1, true, "char", "plain"}},
      {",smallint,", {2, true, "int2", "plain"}},
      {",integer,real,date,oid,xid,cid,regproc,regprocedure,regoper,regoperator,regclass,regcollation,regtype,regrole,"
       "regnamespace,regconfig,regdictionary,",
       {4, true, "int4", "plain"}},
      {",bigint,double precision,money,timestamp without time zone,timestamp with time zone,time without time zone,"
       "pg_lsn,xid8,",
       {8, true, "double", "plain"}},
      {",time with time zone,", {12, false, "double", "plain"}},
      {",interval,point,", {16, false, "double", "plain"}},
      {",line,circle,", {24, false, "double", "plain"}},
      {",box,lseg,", {32, false, "double", "plain"}},
      {",uuid,", {16, false, "char", "plain"}},
      {",name,", {64, false, "char", "plain"}},
      {",tid,", {6, false, "int2", "plain"}},
      {",macaddr,", {6, false, "int4", "plain"}},
      {",macaddr8,", {8, false, "int4", "plain"}},
      {",text,bytea,character,character varying,bit,bit varying,xml,json,jsonb,jsonpath,tsvector,refcursor,",
       {std::nullopt, false, "int4", "extended"}},
      {",path,polygon,", {std::nullopt, false, "double", "extended"}},
      {",numeric,inet,cidr,", {std::nullopt, false, "int4", "main"}},
  }};
  return all;
}

const BaseType* declared_base(const Underlying& type, const Database& database) {
  for (const BaseType& b : database.all<BaseType>())
    if (is_of_type(type.type, type.home, b.id)) return &b;
  return nullptr;
}

bool is_enum(const Underlying& type, const Database& database) {
  const auto& all = database.all<Enum>();
  return std::any_of(all.begin(), all.end(), [&](const Enum& e) { return is_of_type(type.type, type.home, e.id); });
}

Representation of_its_own(const BaseType& b) {
  const Representation usual;
  return {b.internal_length, b.passed_by_value, b.alignment.empty() ? usual.alignment : b.alignment,
          b.storage.empty() ? usual.storage : b.storage};
}

// What b says of itself before all else. `depth`: a loop of types is no type that is known.
std::optional<Representation> representation_of(const Type& type, const std::string& home, const Database& database,
                                                int depth) {
  const Underlying under = base_type(type, home, database);
  const auto parts = sql::split_type(under.type);
  if (parts.array || depth == 0) return std::nullopt;
  if (is_enum(under, database)) return Representation{4, true, "int4", "plain"};
  if (const BaseType* b = declared_base(under, database)) {
    if (b->is_shell()) return std::nullopt;
    if (b->like.value.empty()) return of_its_own(*b);
    auto out = representation_of(b->like.value, b->id.schema, database, depth - 1);
    if (!out) return out;
    if (b->internal_length) out->length = b->internal_length;
    out->by_value = out->by_value || b->passed_by_value;
    if (!b->alignment.empty()) out->alignment = b->alignment;
    if (!b->storage.empty()) out->storage = b->storage;
    return out;
  }
  if (!parts.schema.empty() && parts.schema != "pg_catalog") return std::nullopt;
  for (const Built& each : built())
    if (each.types.find("," + parts.name + ",") != std::string_view::npos) return each.as;
  return std::nullopt;
}

}  // namespace

std::optional<Representation> Kind<BaseType>::representation(const Type& type, const std::string& home,
                                                             const Database& database) {
  constexpr int deep = 64;
  return representation_of(type, home, database, deep);
}

void Kind<BaseType>::normalize(BaseType& b) {
  // CREATE TYPE takes this one where there is an element (DefineType in commands/typecmds.c).
  if (!b.element.empty() && b.subscript.text == "raw_array_subscript_handler") b.subscript = {};
  if (!b.like.value.empty()) return;  // what is said beside it is not as usual
  const Representation usual;
  if (b.alignment == usual.alignment) b.alignment.clear();
  if (b.storage == usual.storage) b.storage.clear();
  if (b.internal_length == -1) b.internal_length.reset();
}

// Where more is said than that it is like another, it says all itself.
void Kind<BaseType>::complete_wanted(BaseType& b, const Database& database) {
  if (b.like.value.empty()) return;
  const auto other = representation(b.like.value, b.id.schema, database);
  const auto all = representation(Type{sql::qualified(b.id.schema, b.id.name)}, b.id.schema, database);
  if (!other || !all) return;
  const Type like = b.like.value;
  b.like.value = {};
  b.internal_length = all->length;
  b.passed_by_value = all->by_value;
  b.alignment = all->alignment;
  b.storage = all->storage;
  normalize(b);
  if (*all == *other) b.like.value = like;
}

// --- What it depends on ------------------------------------------------------------------------------------------------

namespace {

struct Support {
  std::string_view option;
  FunctionName BaseType::*function;
  bool alterable;
};

constexpr Support supports[] = {
    {"INPUT", &BaseType::input, false},        {"OUTPUT", &BaseType::output, false},
    {"RECEIVE", &BaseType::receive, true},     {"SEND", &BaseType::send, true},
    {"TYPMOD_IN", &BaseType::typmod_in, true}, {"TYPMOD_OUT", &BaseType::typmod_out, true},
    {"ANALYZE", &BaseType::analyze, true},     {"SUBSCRIPT", &BaseType::subscript, true},
};

bool names(const FunctionName& name, const Function& f, const std::string& home) {
  if (name.empty()) return false;
  const auto parts = sql::parse_signature(name.text).name;
  if (parts.name != f.name) return false;
  return parts.schema.empty() ? f.id.schema == home || f.id.schema == "public" : f.id.schema == parts.schema;
}

}  // namespace

std::set<ObjectId> Kind<BaseType>::needs(const BaseType& b) { return {schema_id(b.id.schema)}; }

std::vector<Type> Kind<BaseType>::types(const BaseType& b) {
  std::vector<Type> out;
  if (!b.element.empty()) out.push_back(b.element);
  if (!b.like.value.empty()) out.push_back(b.like.value);
  return out;
}

std::vector<std::string> Kind<BaseType>::mentions(const BaseType& b) {
  std::vector<std::string> out;
  for (const Support& support : supports)
    if (const FunctionName& function = b.*support.function; !function.empty()) out.push_back(function.text + "()");
  return out;
}

std::set<ObjectId> Kind<BaseType>::inseparable(const BaseType& b, const Database& database) {
  std::set<ObjectId> out;
  if (b.is_shell()) return out;
  for (const Function& f : database.all<Function>()) {
    const bool named = std::any_of(std::begin(supports), std::end(supports),
                                   [&](const Support& support) { return names(b.*support.function, f, b.id.schema); });
    if (!named) continue;
    const auto types = Kind<Function>::types(f);
    if (std::any_of(types.begin(), types.end(), [&](const Type& t) { return is_of_type(t, f.id.schema, b.id); }))
      out.insert(f.id);
  }
  return out;
}

// --- Statements --------------------------------------------------------------------------------------------------------

Statements Kind<BaseType>::create(const BaseType& b, const Context&) {
  return {statement("CREATE " + reference(b.id))};
}

namespace {

void add_representation(const BaseType& b, std::vector<std::string>& to) {
  if (!b.like.value.empty()) return to.push_back("LIKE = " + sql::short_type(b.like.value));
  if (b.internal_length) to.push_back(fmt::format("INTERNALLENGTH = {}", *b.internal_length));
  if (b.passed_by_value) to.emplace_back("PASSEDBYVALUE");
  if (!b.alignment.empty()) to.push_back("ALIGNMENT = " + b.alignment);
  if (!b.storage.empty()) to.push_back("STORAGE = " + b.storage);
}

}  // namespace

Statements Kind<BaseType>::create_late(const BaseType& b, const Context&) {
  if (b.is_shell()) return {};
  std::vector<std::string> options;
  for (const Support& support : supports)
    if (const FunctionName& function = b.*support.function; !function.empty())
      options.push_back(fmt::format("{} = {}", support.option, function.text));
  add_representation(b, options);
  const BaseType usual;
  if (b.category != usual.category) options.push_back("CATEGORY = " + sql::quote_literal(b.category));
  if (b.preferred) options.emplace_back("PREFERRED = true");
  if (b.default_value) options.push_back("DEFAULT = " + sql::quote_literal(*b.default_value));
  if (!b.element.empty()) options.push_back("ELEMENT = " + sql::short_type(b.element));
  if (b.delimiter != usual.delimiter) options.push_back("DELIMITER = " + sql::quote_literal(b.delimiter));
  if (b.collatable) options.emplace_back("COLLATABLE = true");
  std::string sql = "CREATE " + reference(b.id) + " (";
  for (std::size_t i = 0; i < options.size(); ++i) sql += (i ? ",\n  " : "\n  ") + options[i];
  return {statement(sql + "\n)")};
}

namespace {

// What of live and wanted ALTER TYPE … SET can't make alike (AlterType in commands/typecmds.c).
bool differs_for_good(const BaseType& live, const BaseType& wanted) {
  BaseType same = live;
  for (const Support& support : supports)
    if (support.alterable) same.*support.function = wanted.*support.function;
  same.storage = wanted.storage;
  const bool becomes_plain = wanted.storage.empty() && !live.storage.empty();
  return !(same == wanted) || becomes_plain;
}

std::string what_breaks(std::string_view option) {
  if (option == "RECEIVE" || option == "SEND") return "clients that use its binary form fail, or meet another one";
  if (option == "TYPMOD_IN" || option == "TYPMOD_OUT")
    return "its modifiers are read or written otherwise, or not at all";
  return option == "SUBSCRIPT" ? "subscripts of its values fail, or yield something else" : "";
}

// Columns keep the strategy that their type had: those that are to have the type's are told.
void store_columns(const BaseType& b, const Context& context, Statements& to) {
  for (const ObjectId& id : columns_of_type(context.live, b.id)) {
    const Column *live = context.live.find<Column>(id), *wanted = context.wanted.find<Column>(id);
    const bool as_type = wanted && !live->storage && !wanted->storage;
    if (!as_type || sql::split_type(wanted->type).array) continue;
    const ObjectId table = table_of(id);
    to.push_back(on_table(fmt::format("ALTER {} ALTER COLUMN {} SET STORAGE {}", Kind<Table>::reference(table),
                                      sql::quote_ident(id.name), b.storage),
                          table, Lock::access_exclusive));
  }
}

}  // namespace

std::optional<Statements> Kind<BaseType>::alter(const BaseType& live, const BaseType& wanted, const Context& context) {
  if (live.is_shell()) return create_late(wanted, context);
  if (differs_for_good(live, wanted)) return std::nullopt;
  auto out = statement("");
  const auto set = [&](const std::string& option) { out.sql += (out.sql.empty() ? "" : ", ") + option; };
  for (const Support& support : supports) {
    const FunctionName &was = live.*support.function, &is = wanted.*support.function;
    if (was == is) continue;
    set(fmt::format("{} = {}", support.option, is.empty() ? "NONE" : is.text));
    if (std::string why = what_breaks(support.option); !why.empty() && !was.empty())
      out.hazards.push_back({HazardKind::breaks_clients, std::move(why)});
  }
  if (live.storage != wanted.storage) set("STORAGE = " + wanted.storage);
  if (out.sql.empty()) return Statements{};
  out.sql = fmt::format("ALTER {} SET ({})", reference(wanted.id), out.sql);
  Statements all{out};
  if (live.storage != wanted.storage) store_columns(wanted, context, all);
  return all;
}

// A shell has nothing but its name, and PostgreSQL gives it no other.
Statements Kind<BaseType>::rename(const BaseType& live, const BaseType& wanted, const Context& context) {
  if (!wanted.is_shell()) return move_and_rename(reference, live.id, wanted.id, Lock::none, context);
  return {statement("DROP " + reference(live.id)), create(wanted, context).front()};
}

// Its functions go with it: without CASCADE neither could go before the other.
Statements Kind<BaseType>::drop(const BaseType& b, const Context&) {
  auto dropped = statement("DROP " + reference(b.id) + (b.is_shell() ? "" : " CASCADE"));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the type fail"});
  return {dropped};
}

void Kind<BaseType>::follow(BaseType& b, const Renaming& renaming) {
  for (const Support& support : supports) follow_function(b.*support.function, b.id.schema, renaming);
  follow_type(b.element, b.id.schema, renaming);
}

std::string Kind<BaseType>::reference(const ObjectId& id) { return "TYPE " + sql::qualified(id.schema, id.name); }

}  // namespace plumb
