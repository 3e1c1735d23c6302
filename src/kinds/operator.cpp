#include "kinds/operator.h"

#include <fmt/format.h>

#include "kinds/kinds.h"
#include "kinds/types.h"
#include "sql/definition_type.h"

namespace plumb {

namespace {

// An operator as SQL, pg_catalog too; 0: none.
std::string operator_name(std::string_view oid) {
  return fmt::format(
      "(SELECT pg_catalog.quote_ident(xn.nspname) || '.' || x.oprname FROM pg_catalog.pg_operator x"
      " JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = {})",
      oid);
}

std::string operand_type(std::string_view oid) {
  return fmt::format("CASE WHEN {0} <> 0 THEN pg_catalog.format_type({0}, NULL) END", oid);
}

}  // namespace

std::string Kind<Operator>::query(ServerVersion) {
  // Without a function it is the shell that another operator left when it named it as its commutator or negator.
  return fmt::format(
      "SELECT n.nspname AS schema, '' AS parent, o.oprname AS name, o.oid, {} AS left, {} AS right, {} AS function,"
      " {} AS commutator, {} AS negator, {} AS restrict, {} AS join, o.oprcanhash AS hashes, o.oprcanmerge AS merges{}"
      " FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace"
      " WHERE o.oprcode <> 0 AND {} AND {}",
      operand_type("o.oprleft"), operand_type("o.oprright"), function_name("o.oprcode"), operator_name("o.oprcom"),
      operator_name("o.oprnegate"), function_name("o.oprrest"), function_name("o.oprjoin"),
      ownership("o.oprowner", "NULL"), in_scope("n"), not_of_extension("pg_operator", "o.oid"));
}

void Kind<Operator>::normalize(Operator& o) {
  for (std::string* other : {&o.commutator, &o.negator})
    if (!other->empty() && other->find('.') == std::string::npos) *other = sql::quote_ident(o.id.schema) + "." + *other;
}

namespace {

sql::SignedName signature_of(const Operator& o) { return {{"", o.name}, true, std::vector{o.left, o.right}}; }

}  // namespace

void Kind<Operator>::sign(Operator& o) { o.id.name = sql::print_signed_name(signature_of(o)); }

void Kind<Operator>::read_key(std::string_view text, Operator& o) {
  const auto signature = sql::parse_signed_name(text);
  if (!signature.is_operator || !signature.arguments || signature.arguments->size() != 2)
    throw sql::SyntaxError("expected an operator with the types of its two operands", 0,
                           "for example: \"@@(text, text)\", or \"@@(none, text)\" for a prefix operator");
  if (!signature.name.schema.empty()) o.id.schema = signature.name.schema;
  o.name = signature.name.name;
  o.left = signature.arguments->front();
  o.right = signature.arguments->back();
}

std::string Kind<Operator>::write_key(const Operator& o) {
  auto signature = signature_of(o);
  for (Type& type : *signature.arguments)
    if (!type.empty()) type.text = sql::short_type(type);
  return sql::print_signed_name(signature);
}

std::set<ObjectId> Kind<Operator>::needs(const Operator& o) { return {schema_id(o.id.schema)}; }

std::vector<Type> Kind<Operator>::types(const Operator& o) {
  std::vector<Type> out;
  for (const Type* type : {&o.left, &o.right})
    if (!type->empty()) out.push_back(*type);
  return out;
}

std::vector<std::string> Kind<Operator>::mentions(const Operator& o) {
  std::vector<std::string> out;
  for (const FunctionName* function : {&o.function, &o.restrict, &o.join})
    if (!function->empty()) out.push_back(function->text + "()");
  return out;
}

Statements Kind<Operator>::create(const Operator& o, const Context&) {
  std::string sql =
      fmt::format("CREATE OPERATOR {}.{} (FUNCTION = {}", sql::quote_ident(o.id.schema), o.name, o.function.text);
  const auto add = [&sql](std::string_view name, const std::string& value) {
    if (!value.empty()) sql += fmt::format(", {} = {}", name, value);
  };
  if (!o.left.empty()) add("LEFTARG", sql::short_type(o.left));
  add("RIGHTARG", sql::short_type(o.right));
  if (!o.commutator.empty()) add("COMMUTATOR", "OPERATOR(" + o.commutator + ")");
  if (!o.negator.empty()) add("NEGATOR", "OPERATOR(" + o.negator + ")");
  add("RESTRICT", o.restrict.text);
  add("JOIN", o.join.text);
  if (o.hashes) sql += ", HASHES";
  if (o.merges) sql += ", MERGES";
  return {statement(sql + ")")};
}

std::optional<Statements> Kind<Operator>::alter(const Operator& live, const Operator& wanted, const Context& context) {
  Operator same = live;
  same.restrict = wanted.restrict, same.join = wanted.join;
  std::string changes;
  const auto add = [&changes](std::string_view change) { changes.append(changes.empty() ? "" : ", ").append(change); };
  const auto estimator = [&add](std::string_view name, const FunctionName& is, const FunctionName& wants) {
    if (is != wants) add(fmt::format("{} = {}", name, wants.empty() ? "NONE" : wants.text));
  };
  estimator("RESTRICT", live.restrict, wanted.restrict);
  estimator("JOIN", live.join, wanted.join);
  // From 17 on what was not said can be added, but nothing be taken back.
  if (context.version.at_least(17)) {
    const auto other = [&](std::string_view name, std::string& is, const std::string& wants) {
      if (is.empty() && !wants.empty()) add(fmt::format("{} = OPERATOR({})", name, wants)), is = wants;
    };
    other("COMMUTATOR", same.commutator, wanted.commutator);
    other("NEGATOR", same.negator, wanted.negator);
    if (!same.hashes && wanted.hashes) add("HASHES"), same.hashes = true;
    if (!same.merges && wanted.merges) add("MERGES"), same.merges = true;
  }
  if (!(same == wanted)) return std::nullopt;
  return Statements{statement(fmt::format("ALTER {} SET ({})", reference(wanted.id), changes))};
}

Statements Kind<Operator>::drop(const Operator& o, const Context&) {
  auto dropped = statement("DROP " + reference(o.id));
  dropped.hazards.push_back({HazardKind::breaks_clients, "clients that use the operator fail"});
  return {dropped};
}

void Kind<Operator>::follow(Operator& o, const Renaming& renaming) {
  for (Type* type : {&o.left, &o.right})
    if (!type->empty()) follow_type(*type, o.id.schema, renaming);
  for (FunctionName* function : {&o.function, &o.restrict, &o.join}) follow_function(*function, o.id.schema, renaming);
  if (renaming.from.kind != KindTag::schema) return;
  const std::string before = sql::quote_ident(renaming.from.name) + ".";
  for (std::string* other : {&o.commutator, &o.negator})
    if (other->starts_with(before)) *other = sql::quote_ident(renaming.to.name) + "." + other->substr(before.size());
}

std::string Kind<Operator>::reference(const ObjectId& id) {
  return fmt::format("OPERATOR {}.{}", sql::quote_ident(id.schema), id.name);
}

}  // namespace plumb
