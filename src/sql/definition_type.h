// The short forms of types and of what stands beside them: domains, attributes of composite types, functions and operators
// named with the types of their arguments. As in definition.h: every parse_* throws SyntaxError, every print_* writes what
// parse_* reads back to the same value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/definition.h"

namespace plumb::sql {

// "text collate "C" default 'x' not null check (value <> '') constraint short check (length(value) < 9) not valid"
struct DomainDefinition {
  Type type;
  std::string collation;  // as SQL; empty: the type's
  std::optional<std::string> default_expression;
  bool not_null = false;
  bool null = false;          // written out
  std::string not_null_name;  // CONSTRAINT name NOT NULL (17 and later)
  struct Check {
    std::string name;  // empty: not given
    std::string expression;
    bool not_valid = false;
    bool operator==(const Check&) const = default;
  };
  std::vector<Check> checks;
  bool operator==(const DomainDefinition&) const = default;
};
DomainDefinition parse_domain(std::string_view text);
std::string print_domain(const DomainDefinition& domain);

// "text collate "C"": an attribute of a composite type.
struct AttributeDefinition {
  Type type;
  std::string collation;
  bool operator==(const AttributeDefinition&) const = default;
};
AttributeDefinition parse_attribute(std::string_view text);
std::string print_attribute(const AttributeDefinition& attribute);

// "app.f", "f(text, app.mood)", "app.@@(text, none)": a function, an operator (its name in operator signs), or anything else
// that has a name. A schema pg_catalog goes without saying.
struct SignedName {
  QualifiedName name;
  bool is_operator = false;
  std::optional<std::vector<Type>> arguments;  // as types; an empty type: NONE
  bool operator==(const SignedName&) const = default;
};
SignedName parse_signed_name(std::string_view text);
std::string print_signed_name(const SignedName& signature);
std::string print_operator(const QualifiedName& name);  // "app.@@", as DDL takes it where no OPERATOR() is needed

// "x using btree": an operator class or family.
struct IndexMethodName {
  QualifiedName name;
  std::string method;
  bool operator==(const IndexMethodName&) const = default;
};
// `method`: where the text may leave it out, its method.
IndexMethodName parse_index_method_name(std::string_view text, std::string_view method = {});

// A member of an operator class or family: "operator 1 app.<(text, text)", "operator 15 <->(point, point) for order by
// float_ops", "function 1 (text, text) app.cmp(text, text)". In a class the types before a function and after an operator
// may be left out.
struct OperatorMember {
  bool is_function = false;
  long long number = 0;
  SignedName what;          // with arguments, where an operator has them
  std::vector<Type> types;  // of a function: those that it is for
  QualifiedName order_by;   // of an operator: the family that orders its results; empty: it searches
  bool operator==(const OperatorMember&) const = default;
};
OperatorMember parse_operator_member(std::string_view text);
std::string print_operator_member(const OperatorMember& member);

// "(text as citext)"
struct CastName {
  Type source, target;
  bool operator==(const CastName&) const = default;
};
CastName parse_cast_name(std::string_view text);

// "with function app.f(text) as assignment", "without function as implicit", "with inout"
struct CastDefinition {
  std::string function;  // as SQL; empty: without
  bool inout = false;
  std::string context = "explicit";  // or assignment, implicit
  bool operator==(const CastDefinition&) const = default;
};
CastDefinition parse_cast(std::string_view text);
std::string print_cast(const CastDefinition& cast);

// "for hstore language plpython3u"
struct TransformName {
  Type type;
  std::string language;
  bool operator==(const TransformName&) const = default;
};
TransformName parse_transform_name(std::string_view text);

// "app.d, english_stem": dictionaries, in the order in which they are asked.
std::vector<QualifiedName> parse_names(std::string_view text);
std::string print_names_list(const std::vector<QualifiedName>& names);

}  // namespace plumb::sql
