// The one list of kinds, in the order in which their objects are created when nothing else decides.
// To add a kind: its two files, a line here, and its #include in kinds.h.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "model/id.h"

// X(type, enumerator, name as printed and as --allow takes it)
#define PLUMB_KINDS(X)                                                               \
  X(Role, role, "role")                                                              \
  X(Schema, schema, "schema")                                                        \
  X(DefaultPrivileges, default_privileges, "default privileges")                     \
  X(Extension, extension, "extension")                                               \
  X(Language, language, "language")                                                  \
  X(Collation, collation, "collation")                                               \
  X(Enum, enumeration, "enum")                                                       \
  X(Domain, domain, "domain")                                                        \
  X(DomainCheck, domain_check, "domain check")                                       \
  X(Composite, composite, "type")                                                    \
  X(Attribute, attribute, "attribute")                                               \
  X(Range, range, "range type")                                                      \
  X(BaseType, base_type, "base type")                                                \
  X(Function, function, "function")                                                  \
  X(Procedure, procedure, "procedure")                                               \
  X(Aggregate, aggregate, "aggregate")                                               \
  X(Cast, cast, "cast")                                                              \
  X(Transform, transform, "transform")                                               \
  X(AccessMethod, access_method, "access method")                                    \
  X(Operator, operator_, "operator")                                                 \
  X(OperatorFamily, operator_family, "operator family")                              \
  X(OperatorClass, operator_class, "operator class")                                 \
  X(Conversion, conversion, "conversion")                                            \
  X(TextSearchParser, text_search_parser, "text search parser")                      \
  X(TextSearchTemplate, text_search_template, "text search template")                \
  X(TextSearchDictionary, text_search_dictionary, "text search dictionary")          \
  X(TextSearchConfiguration, text_search_configuration, "text search configuration") \
  X(ForeignDataWrapper, foreign_data_wrapper, "foreign data wrapper")                \
  X(Server, server, "server")                                                        \
  X(UserMapping, user_mapping, "user mapping")                                       \
  X(Sequence, sequence, "sequence")                                                  \
  X(IdentitySequence, identity_sequence, "identity sequence")                        \
  X(Table, table, "table")                                                           \
  X(ForeignTable, foreign_table, "foreign table")                                    \
  X(Column, column, "column")                                                        \
  X(PrimaryKey, primary_key, "primary key")                                          \
  X(Unique, unique, "unique")                                                        \
  X(Check, check, "check")                                                           \
  X(Exclusion, exclusion, "exclusion")                                               \
  X(Index, index, "index")                                                           \
  X(Statistics, statistics, "statistics")                                            \
  X(ForeignKey, foreign_key, "foreign key")                                          \
  X(View, view, "view")                                                              \
  X(MaterializedView, materialized_view, "materialized view")                        \
  X(ViewColumn, view_column, "view column")                                          \
  X(Rule, rule, "rule")                                                              \
  X(Trigger, trigger, "trigger")                                                     \
  X(ClonedTrigger, cloned_trigger, "cloned trigger")                                 \
  X(Policy, policy, "policy")                                                        \
  X(Publication, publication, "publication")                                         \
  X(PublishedTable, published_table, "published table")                              \
  X(Subscription, subscription, "subscription")                                      \
  X(EventTrigger, event_trigger, "event trigger")                                    \
  X(Settings, settings, "settings")                                                  \
  X(Owner, owner, "owner")                                                           \
  X(Privileges, privileges, "privileges")                                            \
  X(SecurityLabels, security_labels, "security labels")                              \
  X(Comment, comment, "comment")

namespace plumb {

#define PLUMB_ENUMERATOR(type, enumerator, name) enumerator,
enum class KindTag : std::uint8_t { none, PLUMB_KINDS(PLUMB_ENUMERATOR) };
#undef PLUMB_ENUMERATOR

#define PLUMB_DECLARE(type, enumerator, name) struct type;
PLUMB_KINDS(PLUMB_DECLARE)
#undef PLUMB_DECLARE

std::string_view kind_name(KindTag kind);
KindTag kind_named(std::string_view name);  // none: no kind has this name

// Does SQL text mean objects of this kind by a call: slug(…)? All else it names bare.
bool is_called(KindTag kind);

// A function, a procedure or an aggregate.
bool is_routine(KindTag kind);

// Is the name of this kind's objects a piece of SQL with its arguments, so that it is never quoted: slug(text)?
bool name_is_sql(KindTag kind);

// "column", "comment on column"
std::string kind_words(const ObjectId& id);

// "column public.attractions.name_en", "comment on column public.attractions.name_en", "schema app": the address as
// plumb prints it and as --allow takes it, names quoted where SQL would want it.
std::string to_string(const ObjectId& id);

// The last part of the address: "name_en", "\"Odd name\"", "slug(text)".
std::string last_name(const ObjectId& id);

// The address alone: "public.attractions.name_en".
std::string address(const ObjectId& id);

// How SQL's COMMENT ON and its kind name an object: "TABLE app.users", "CONSTRAINT users_pkey ON app.users".
std::string sql_reference(const ObjectId& id);

// Builders that read aloud.
ObjectId schema_id(std::string_view name);
ObjectId table_id(std::string_view schema, std::string_view name);
ObjectId column_id(const ObjectId& table, std::string_view name);
ObjectId child_id(KindTag kind, const ObjectId& table, std::string_view name);  // of a table or view
ObjectId top_id(KindTag kind, std::string_view schema, std::string_view name);
ObjectId attached_id(KindTag kind, const ObjectId& on);  // of a comment on it
ObjectId comment_id(const ObjectId& on);
ObjectId owner_id(const ObjectId& of);
ObjectId privileges_id(const ObjectId& on);
ObjectId subject_of(const ObjectId& id);                 // what a comment is on; anything else is its own subject
ObjectId table_of(const ObjectId& child);                // of what has a table as parent
std::set<ObjectId> relations_of(const ObjectId& child);  // what its parent may be: the table, the view, … of that name
bool may_stand_under(const ObjectId& child, KindTag parent);  // does its kind, or that of what it is on?

// What it is a part of, beside its parent: a published table of its publication; else itself.
ObjectId whole_of(const ObjectId& id);

// Relations on which other objects hang.
inline constexpr KindTag relation_kinds[] = {KindTag::table, KindTag::foreign_table, KindTag::view,
                                             KindTag::materialized_view};
bool is_relation(KindTag kind);
// Is the kind one of types: what columns may be of? Is it an attribute of one, a check of a domain?
bool is_type(KindTag kind);
bool is_part_of_type(const ObjectId& id);

}  // namespace plumb
