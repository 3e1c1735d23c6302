#include "kinds/acl.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "kinds/kinds.h"

namespace plumb {

namespace {

constexpr std::string_view everybody = "public";

struct Letter {
  char letter;
  std::string_view name;
};
constexpr Letter letters[] = {{'r', "select"},   {'a', "insert"},       {'w', "update"},  {'d', "delete"},
                              {'D', "truncate"}, {'x', "references"},   {'t', "trigger"}, {'X', "execute"},
                              {'U', "usage"},    {'C', "create"},       {'c', "connect"}, {'T', "temporary"},
                              {'s', "set"},      {'A', "alter system"}, {'m', "maintain"}};

std::string_view name_of(char letter) {
  for (const Letter& each : letters)
    if (each.letter == letter) return each.name;
  return {};
}

void sort(std::vector<sql::Privilege>& privileges) {
  std::sort(privileges.begin(), privileges.end());
  privileges.erase(std::unique(privileges.begin(), privileges.end()), privileges.end());
}

std::vector<sql::Privilege> all_of(Grantable what, ServerVersion version) {
  std::vector<sql::Privilege> out;
  for (const auto name : privileges_of(what, version)) out.push_back({std::string(name), {}, false});
  sort(out);
  return out;
}

}  // namespace

Grantable grantable(KindTag kind) {
  Grantable out = Grantable::nothing;
  with_kind(kind, [&out]<typename T>(const T*) {
    constexpr std::string_view catalog = Kind<T>::catalog;
    constexpr bool has_acl = requires(const T& o) { o.acl; };
    if (!std::is_base_of_v<Owned, T>)
      out = has_acl && catalog == "pg_class" ? Grantable::column : Grantable::nothing;
    else if (catalog == "pg_class")
      out = std::is_same_v<T, Sequence> || std::is_same_v<T, IdentitySequence> ? Grantable::sequence
                                                                               : Grantable::relation;
    else if (catalog == "pg_type")
      out = Grantable::type;
    else if (catalog == "pg_proc")
      out = Grantable::routine;
    else if (catalog == "pg_language")
      out = Grantable::language;
    else if (catalog == "pg_namespace")
      out = Grantable::schema;
    else if (catalog == "pg_foreign_data_wrapper")
      out = Grantable::foreign_data_wrapper;
    else if (catalog == "pg_foreign_server")
      out = Grantable::foreign_server;
  });
  return out;
}

std::vector<std::string_view> privileges_of(Grantable what, ServerVersion version) {
  switch (what) {
    case Grantable::nothing:
      break;
    case Grantable::relation: {
      std::vector<std::string_view> out{"select", "insert", "update", "delete", "truncate", "references", "trigger"};
      if (version.at_least(17)) out.emplace_back("maintain");
      return out;
    }
    case Grantable::column:
      return {"select", "insert", "update", "references"};
    case Grantable::sequence:
      return {"usage", "select", "update"};
    case Grantable::routine:
      return {"execute"};
    case Grantable::schema:
      return {"create", "usage"};
    case Grantable::large_object:
      return {"select", "update"};
    case Grantable::type:
    case Grantable::language:
    case Grantable::foreign_data_wrapper:
    case Grantable::foreign_server:
      return {"usage"};
  }
  return {};
}

std::string grant_reference(const ObjectId& id) {
  switch (grantable(id.kind)) {
    case Grantable::column:
      return "TABLE " + sql::qualified(id.schema, id.parent);
    case Grantable::relation:
      return "TABLE " + sql::qualified(id.schema, id.name);
    case Grantable::type:
      return "TYPE " + sql::qualified(id.schema, id.name);
    case Grantable::foreign_server:
      return "FOREIGN SERVER " + sql::quote_ident(id.name);
    case Grantable::routine: {
      // An aggregate is a routine by its arguments alone: "count(*)" takes none, "mode(ORDER BY anyelement)" one.
      std::string text = sql_reference(id);
      text = text.substr(text.find(' ') + 1);
      if (text.ends_with("(*)")) text.replace(text.size() - 3, 3, "()");
      for (const auto& [aggregate, routine] : {std::pair{"(ORDER BY ", "("}, {" ORDER BY ", ", "}})
        if (const std::size_t at = text.find(aggregate); at != std::string::npos)
          text.replace(at, std::string_view(aggregate).size(), routine);
      return "ROUTINE " + text;
    }
    default:
      return sql_reference(id);
  }
}

Grants default_grants(Grantable what, const std::string& owner, ServerVersion version) {
  Grants out;
  if (what == Grantable::nothing || what == Grantable::column) return out;
  out.by_grantee[owner] = all_of(what, version);
  if (what == Grantable::type || what == Grantable::routine || what == Grantable::language)
    out.by_grantee[std::string(everybody)] = all_of(what, version);
  return out;
}

Grants default_grants(const ObjectId& id, const std::string& owner, ServerVersion version) {
  Grants out = default_grants(grantable(id.kind), owner, version);
  if (id.kind != KindTag::schema || id.name != "public") return out;
  auto& granted = out.by_grantee[std::string(everybody)];
  if (!version.at_least(15)) granted.push_back({"create", {}, false});
  granted.push_back({"usage", {}, false});
  return out;
}

namespace {

// A role in an aclitem: bare, or in double quotes, which are doubled within (getid in utils/adt/acl.c).
std::string read_role(std::string_view text, std::size_t& at) {
  std::string out;
  bool quoted = false;
  for (; at < text.size() && (quoted || (text[at] != '=' && text[at] != '/')); ++at) {
    if (text[at] != '"')
      out += text[at];
    else if (quoted && at + 1 < text.size() && text[at + 1] == '"')
      out += text[++at];
    else
      quoted = !quoted;
  }
  return out;
}

}  // namespace

void follow_role(Grants& grants, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::role) return;
  if (auto granted = grants.by_grantee.extract(renaming.from.name); !granted.empty()) {
    granted.key() = renaming.to.name;
    grants.by_grantee.insert(std::move(granted));
  }
  for (auto& [grantee, granted] : grants.by_grantee)
    for (sql::Privilege& privilege : granted)
      if (privilege.grantor == renaming.from.name) privilege.grantor = renaming.to.name;
}

void follow_role(std::vector<std::string>& acl, const Renaming& renaming) {
  if (renaming.from.kind != KindTag::role) return;
  const auto written = [](const std::string& role) {
    const bool plain =
        std::all_of(role.begin(), role.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
    if (plain) return role;
    std::string out = "\"";
    for (const char c : role) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
  };
  for (std::string& item : acl) {
    std::size_t at = 0;
    const std::string grantee = read_role(item, at);
    const std::size_t slash = item.find('/', std::min(at, item.size()));
    if (slash == std::string::npos) continue;
    std::size_t after = slash + 1;
    const std::string grantor = read_role(item, after);
    const auto now = [&renaming](const std::string& role) {
      return role == renaming.from.name ? renaming.to.name : role;
    };
    item = written(now(grantee)) + item.substr(at, slash + 1 - at) + written(now(grantor));
  }
}

Grants parse_acl(const std::vector<std::string>& items, const std::string& owner) {
  Grants out;
  for (const std::string& item : items) {
    std::size_t at = 0;
    std::string grantee = read_role(item, at);
    if (grantee.empty()) grantee = everybody;
    const std::size_t slash = item.find('/', std::min(at, item.size()));
    std::size_t after = slash == std::string::npos ? item.size() : slash + 1;
    std::string grantor = read_role(item, after);
    if (grantor == owner) grantor.clear();
    auto& granted = out.by_grantee[grantee];
    for (std::size_t i = at + 1; i < std::min(slash, item.size()); ++i) {
      if (item[i] == '*')
        granted.back().grant_option = true;
      else if (const auto name = name_of(item[i]); !name.empty())
        granted.push_back({std::string(name), grantor, false});
    }
  }
  for (auto& [grantee, granted] : out.by_grantee) sort(granted);
  return out;
}

Grants with_new_owner(const Grants& grants, const std::string& from, const std::string& to) {
  if (from == to) return grants;
  Grants out;
  for (const auto& [grantee, granted] : grants.by_grantee) {
    auto& into = out.by_grantee[grantee == from ? to : grantee];
    for (sql::Privilege privilege : granted) {
      if (privilege.grantor == to) privilege.grantor.clear();
      into.push_back(std::move(privilege));
    }
    sort(into);
  }
  return out;
}

Grants expanded(const Grants& grants, Grantable what, const std::string& owner, ServerVersion version) {
  Grants out;
  for (const auto& [grantee, granted] : grants.by_grantee) {
    auto& into = out.by_grantee[grantee];
    for (sql::Privilege privilege : granted) {
      if (privilege.grantor == owner) privilege.grantor.clear();
      if (privilege.name != "all") {
        into.push_back(std::move(privilege));
        continue;
      }
      for (const auto name : privileges_of(what, version)) {
        privilege.name = name;
        into.push_back(privilege);
      }
    }
    sort(into);
  }
  return out;
}

Grants collapsed(const Grants& grants, Grantable what, ServerVersion version) {
  const auto all = privileges_of(what, version);
  Grants out;
  for (const auto& [grantee, granted] : grants.by_grantee) {
    std::map<std::pair<std::string, bool>, std::size_t> counts;
    for (const auto& privilege : granted) ++counts[{privilege.grantor, privilege.grant_option}];
    auto& into = out.by_grantee[grantee];
    for (const auto& privilege : granted) {
      const bool whole = all.size() > 1 && counts[{privilege.grantor, privilege.grant_option}] == all.size();
      into.push_back({whole ? "all" : privilege.name, privilege.grantor, privilege.grant_option});
    }
    sort(into);
  }
  return out;
}

Grants over(const Grants& usual, const Grants& declared) {
  Grants out = usual;
  for (const auto& [grantee, granted] : declared.by_grantee) out.by_grantee[grantee] = granted;
  std::erase_if(out.by_grantee, [](const auto& entry) { return entry.second.empty(); });
  return out;
}

Grants apart_from(const Grants& usual, const Grants& whole) {
  Grants out = whole;
  for (const auto& [grantee, granted] : usual.by_grantee) out.by_grantee.try_emplace(grantee);
  std::erase_if(out.by_grantee, [&usual](const auto& entry) {
    const auto by_default = usual.by_grantee.find(entry.first);
    return by_default == usual.by_grantee.end() ? entry.second.empty() : by_default->second == entry.second;
  });
  return out;
}

// --- GRANT and REVOKE ------------------------------------------------------------------------------------------------

namespace {

struct Entry {
  std::string grantee;
  sql::Privilege privilege;
  auto operator<=>(const Entry&) const = default;
};

std::set<Entry> entries_of(const Grants& grants) {
  std::set<Entry> out;
  for (const auto& [grantee, granted] : grants.by_grantee)
    for (const auto& privilege : granted) out.insert({grantee, privilege});
  return out;
}

// How far a grantor is from the owner, in grants that each rest on the one before.
std::map<std::string, int> distances(const std::set<Entry>& entries) {
  std::map<std::string, int> out{{"", 0}};
  for (bool grown = true; grown;) {
    grown = false;
    for (const Entry& entry : entries) {
      const auto grantor = out.find(entry.privilege.grantor);
      if (entry.privilege.grant_option && grantor != out.end())
        grown = out.try_emplace(entry.grantee, grantor->second + 1).second || grown;
    }
  }
  return out;
}

}  // namespace

std::vector<GrantChange> grant_changes(const Grants& from, const Grants& to) {
  const auto before = entries_of(from), after = entries_of(to);
  std::set<Entry> both = before;
  both.insert(after.begin(), after.end());
  const auto distance = distances(both);
  const auto rank = [&distance](const std::string& grantor) {
    const auto found = distance.find(grantor);
    return found == distance.end() ? 0 : found->second;
  };
  const auto with_option = [](Entry entry, bool option) {
    entry.privilege.grant_option = option;
    return entry;
  };
  // In order: what goes, the last granted first; then what comes, the owner's first.
  std::map<std::tuple<int, std::string, std::string, bool>, GrantChange> changes;
  const auto add = [&](const Entry& entry, bool revoke, bool option_only) {
    const int far = rank(entry.privilege.grantor);
    const bool option = revoke ? option_only : entry.privilege.grant_option;
    GrantChange& change = changes[{revoke ? -1 - far : far, entry.privilege.grantor, entry.grantee, option}];
    change.revoke = revoke;
    change.option_only = revoke && option_only;
    change.grantee = entry.grantee;
    change.grantor = entry.privilege.grantor;
    change.grant_option = !revoke && option;
    change.privileges.push_back(entry.privilege.name);
  };
  for (const Entry& entry : before) {
    if (after.contains(entry)) continue;
    const bool other = after.contains(with_option(entry, !entry.privilege.grant_option));
    if (!other)
      add(entry, true, false);
    else if (entry.privilege.grant_option)
      add(entry, true, true);
  }
  for (const Entry& entry : after)
    if (!before.contains(entry) && (entry.privilege.grant_option || !before.contains(with_option(entry, true))))
      add(entry, false, false);
  std::vector<GrantChange> out;
  for (auto& [key, change] : changes) out.push_back(std::move(change));
  return out;
}

Statements statements(const GrantTarget& target, const GrantChange& change) {
  // The privileges in the order of the documentation.
  std::string list;
  std::size_t count = 0;
  const std::string column = target.column.empty() ? "" : fmt::format(" ({})", sql::quote_ident(target.column));
  for (const auto name : target.all) {
    if (std::find(change.privileges.begin(), change.privileges.end(), name) == change.privileges.end()) continue;
    list += (list.empty() ? "" : ", ") + sql::upper(std::string(name)) + column;
    ++count;
  }
  if (count > 1 && count == target.all.size()) list = "ALL" + column;
  const std::string grantee = change.grantee == everybody ? "PUBLIC" : sql::quote_ident(change.grantee);
  Statements out;
  // GRANTED BY takes no one but the current role.
  if (!change.grantor.empty()) out.push_back(statement("SET LOCAL ROLE " + sql::quote_ident(change.grantor)));
  if (change.revoke) {
    out.push_back(statement(fmt::format("{}REVOKE {}{} ON {} FROM {}", target.before,
                                        change.option_only ? "GRANT OPTION FOR " : "", list, target.on, grantee)));
  } else {
    out.push_back(statement(fmt::format("{}GRANT {} ON {} TO {}{}", target.before, list, target.on, grantee,
                                        change.grant_option ? " WITH GRANT OPTION" : "")));
  }
  if (!change.grantor.empty()) out.push_back(statement("RESET ROLE"));
  return out;
}

void add_roles(const Grants& grants, std::vector<std::string>& out) {
  for (const auto& [grantee, granted] : grants.by_grantee) {
    if (grantee != everybody) out.push_back(grantee);
    for (const auto& privilege : granted)
      if (!privilege.grantor.empty()) out.push_back(privilege.grantor);
  }
}

std::string text_of(const Grants& grants) {
  std::string out;
  for (const auto& [grantee, granted] : grants.by_grantee) {
    std::string list;
    for (const auto& privilege : granted) list += (list.empty() ? "" : ", ") + sql::print_privilege(privilege);
    out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", sql::quote_ident(grantee), list.empty() ? "none" : list);
  }
  return out;
}

}  // namespace plumb
