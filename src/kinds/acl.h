// Who may do what with an object, as plain data: the access control lists of PostgreSQL (documentation 5.7) without their
// letters, and the GRANTs and REVOKEs that turn one into another.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/id.h"
#include "model/statement.h"
#include "model/version.h"
#include "sql/privilege.h"

namespace plumb {

struct Renaming;

// By grantee; "public" is everybody. In a whole list: all that is granted. In what is compared and declared: the grantees
// whose privileges are not what PostgreSQL gives by default, an empty list for one who has none of them.
struct Grants {
  std::map<std::string, std::vector<sql::Privilege>> by_grantee;
  bool operator==(const Grants&) const = default;
};

// What an object is to GRANT.
enum class Grantable {
  nothing,
  relation,
  column,
  sequence,
  type,
  routine,
  language,
  schema,
  foreign_data_wrapper,
  foreign_server,
  large_object,  // for default privileges alone (18)
};
Grantable grantable(KindTag kind);

// Its privileges, in the order of the documentation.
std::vector<std::string_view> privileges_of(Grantable what, ServerVersion version);

// As GRANT names it: "TABLE app.users", "ROUTINE app.slug(text)"; a column: its table.
std::string grant_reference(const ObjectId& id);

// acldefault() (utils/adt/acl.c); for the schema public what initdb grants.
Grants default_grants(Grantable what, const std::string& owner, ServerVersion version);
Grants default_grants(const ObjectId& id, const std::string& owner, ServerVersion version);

// The items of an aclitem[]; who granted it is left out where it was the owner.
Grants parse_acl(const std::vector<std::string>& items, const std::string& owner);

// What ALTER … OWNER TO makes of it: the new owner in the place of the old one (aclnewowner).
Grants with_new_owner(const Grants& grants, const std::string& from, const std::string& to);

// "all" as each of the privileges, every list sorted; and back, where it says it shorter.
Grants expanded(const Grants& grants, Grantable what, const std::string& owner, ServerVersion version);
Grants collapsed(const Grants& grants, Grantable what, ServerVersion version);

// The whole list from a declared one, and what differs of a whole list. REQUIRES: expanded.
Grants over(const Grants& usual, const Grants& declared);
Grants apart_from(const Grants& usual, const Grants& whole);

// What GRANT and REVOKE say around the privileges.
struct GrantTarget {
  std::string on;      // "TABLE app.users", "TABLES"
  std::string column;  // of a table; empty: the whole of it
  std::string before;  // "ALTER DEFAULT PRIVILEGES FOR ROLE app ", or nothing
  std::vector<std::string_view> all;
};

// From one whole list to another: what some grant is revoked before it is granted anew, what was granted by others than
// the owner goes first and comes last.
struct GrantChange {
  bool revoke = false;
  bool option_only = false;  // REVOKE GRANT OPTION FOR
  std::string grantee;
  std::string grantor;  // empty: the owner
  bool grant_option = false;
  std::vector<std::string> privileges;
};
std::vector<GrantChange> grant_changes(const Grants& from, const Grants& to);
Statements statements(const GrantTarget& target, const GrantChange& change);

// The roles that it names, but for "public".
void add_roles(const Grants& grants, std::vector<std::string>& out);

// After a rename of a role: what is granted to it and by it. The others leave all as it is.
void follow_role(Grants& grants, const Renaming& renaming);
// The same in aclitem[].
void follow_role(std::vector<std::string>& acl, const Renaming& renaming);

// "reader: select, insert; public: none"
std::string text_of(const Grants& grants);

}  // namespace plumb
