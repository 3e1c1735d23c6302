#include "apply/obstacles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "kinds/extension.h"
#include "kinds/fields.h"
#include "kinds/list.h"
#include "kinds/nearest.h"
#include "model/error.h"
#include "model/text.h"
#include "sql/quote.h"

namespace plumb {

namespace {

// What a role needs for a step; which of it the role lacks only the server knows.
struct Need {
  enum class What {
    create_in_database,
    create_in_schema,
    own,
    own_or_own_schema,  // to drop something the owner of its schema will do
    reference,
  };
  What what;
  ObjectId on;
  auto operator<=>(const Need&) const = default;
};
using Needs = std::map<Need, std::vector<std::size_t>>;

// Of the same schema, parent and name, whatever it is.
bool same_relation(const ObjectId& a, const ObjectId& b) { return a.schema == b.schema && a.name == b.name; }

// PostgreSQL asks for the right to create in the schema, too (DefineIndex in commands/indexcmds.c).
bool makes_index(KindTag kind) {
  return kind == KindTag::index || kind == KindTag::primary_key || kind == KindTag::unique ||
         kind == KindTag::exclusion;
}

class Collector {
 public:
  explicit Collector(const Plan& plan) : plan_(plan) {}

  Needs run() {
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
      const Step& step = plan_.steps[i];
      of_change(i, step.change);
      // Parts of a table that comes or goes need no more than the table itself, but for what they reference.
      for (const Change& part : step.folded) references(i, part);
      references(i, step.change);
    }
    return std::move(out_);
  }

 private:
  void need(std::size_t step, Need::What what, const ObjectId& on) {
    auto& steps = out_[{what, on}];
    if (steps.empty() || steps.back() != step) steps.push_back(step);
  }

  void of_change(std::size_t i, const Change& change) {
    const ObjectId id = subject_of(change.id);
    const bool creates = change.verb == Verb::create && change.id.of == KindTag::none;
    if (id.kind == KindTag::extension) return;  // asked for by itself
    if (id.kind == KindTag::schema) {
      if (creates || change.verb == Verb::rename) need(i, Need::What::create_in_database, {});
      if (!creates) need(i, Need::What::own, change.verb == Verb::rename ? change.from : id);
      return;
    }
    if (!id.parent.empty()) {
      // A view's or a table's: which of the two, its owner decides alike.
      need(i, Need::What::own, table_of(change.verb == Verb::rename ? subject_of(change.from) : id));
      if (creates && makes_index(id.kind)) need(i, Need::What::create_in_schema, schema_id(id.schema));
      return;
    }
    if (creates || change.verb == Verb::rename) need(i, Need::What::create_in_schema, schema_id(id.schema));
    if (change.verb == Verb::drop)
      need(i, Need::What::own_or_own_schema, id);
    else if (!creates)
      need(i, Need::What::own, change.verb == Verb::rename ? change.from : id);
  }

  // A new foreign key locks the table that it references, and nothing else besides its own.
  void references(std::size_t i, const Change& change) {
    if (change.id.kind != KindTag::foreign_key || change.verb != Verb::create) return;
    for (const LockedRelation& locked : locks(plan_.steps[i]))
      if (!same_relation(locked.relation, table_of(change.id)) && locked.lock == Lock::share_row_exclusive)
        need(i, Need::What::reference, locked.relation);
  }

  const Plan& plan_;
  Needs out_;
};

// What the server says of one thing that is needed; nothing is said of what does not exist yet.
constexpr const char* privileges_query = R"(
SELECT r.number,
  CASE r.what
    WHEN 'database' THEN pg_catalog.has_database_privilege(d.oid, 'CREATE')
    WHEN 'schema' THEN n.oid IS NULL OR (pg_catalog.has_schema_privilege(n.oid, 'CREATE')
      AND pg_catalog.has_schema_privilege(n.oid, 'USAGE'))
    WHEN 'own' THEN o.owner IS NULL OR pg_catalog.pg_has_role(o.owner, 'USAGE')
    WHEN 'drop' THEN o.owner IS NULL OR pg_catalog.pg_has_role(o.owner, 'USAGE') OR pg_catalog.pg_has_role(n.nspowner, 'USAGE')
    ELSE o.relation IS NULL OR pg_catalog.has_table_privilege(o.relation, 'REFERENCES')
  END AS has, coalesce(pg_catalog.pg_get_userbyid(o.owner), '') AS owner,
  o.owner IS NOT NULL AND pg_catalog.pg_has_role(o.owner, 'MEMBER') AS is_member,
  coalesce((SELECT a.rolsuper FROM pg_catalog.pg_roles a WHERE a.oid = o.owner), false) AS owner_is_superuser
FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) AS r(number, what, kind, schema, name)
JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = r.schema
LEFT JOIN LATERAL (
  SELECT c.relowner AS owner, c.oid AS relation FROM pg_catalog.pg_class c
    WHERE c.relnamespace = n.oid AND c.relname = r.name AND r.kind NOT IN ('enum', 'schema')
  UNION ALL
  SELECT t.typowner, NULL FROM pg_catalog.pg_type t
    WHERE t.typnamespace = n.oid AND t.typname = r.name AND r.kind IN ('enum', 'domain', 'range type', 'base type')
  UNION ALL
  SELECT p.proowner, NULL FROM pg_catalog.pg_proc p
    WHERE p.oid = CASE WHEN r.kind IN ('function', 'procedure', 'aggregate')
      THEN pg_catalog.to_regprocedure(pg_catalog.quote_ident(r.schema) || '.' || r.name) END
  UNION ALL
  SELECT n.nspowner, NULL WHERE r.kind = 'schema') o ON r.what IN ('own', 'drop', 'reference')
)";

std::string_view word(Need::What what) {
  switch (what) {
    case Need::What::create_in_database:
      return "database";
    case Need::What::create_in_schema:
      return "schema";
    case Need::What::own:
      return "own";
    case Need::What::own_or_own_schema:
      return "drop";
    case Need::What::reference:
      return "reference";
  }
  return "";
}

class Finder {
 public:
  Finder(postgres::Connection& connection, const Plan& plan) : connection_(connection), plan_(plan) {}

  std::vector<Obstacle> run() {
    if (plan_.empty()) return {};
    if (read_only()) return std::move(out_);
    const auto session = connection_.execute(
        "SELECT current_user, r.rolsuper, pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')"
        " FROM pg_catalog.pg_roles r WHERE r.rolname = current_user");
    role_ = session.value(0, 0);
    superuser_ = session.value(0, 1) == "t";
    may_create_ = session.value(0, 2) == "t";
    extensions();
    if (!superuser_) privileges();
    return std::move(out_);
  }

 private:
  bool read_only() {
    const std::string why = connection_.read_only_reason();
    if (why.empty()) return false;
    Obstacle& obstacle = out_.emplace_back();
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) obstacle.steps.push_back(i);
    obstacle.what = "nothing can be written: " + why;
    obstacle.remedy = connection_.is_in_recovery()
                          ? "apply to the primary; target_session_attrs=read-write in the connection string finds it"
                          : "switch it off for this session (PGOPTIONS='-c default_transaction_read_only=off'), or "
                            "connect as a role that may write";
    return true;
  }

  std::string quoted_role() const { return sql::quote_ident(role_); }
  std::string database() const { return sql::quote_ident(connection_.database()); }

  // --- Extensions ----------------------------------------------------------------------------------------------------

  void extensions() {
    std::map<std::string, std::size_t> wanted;
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
      const Change& change = plan_.steps[i].change;
      if (change.id.kind == KindTag::extension && change.verb == Verb::create) wanted.emplace(change.id.name, i);
    }
    if (wanted.empty()) return;
    std::vector<std::string> names;
    for (const auto& [name, step] : wanted) names.push_back(name);
    const auto rows = connection_.execute(
        "SELECT e.name, coalesce(v.superuser, false), coalesce(v.trusted, false), coalesce(v.requires, '{}'),"
        " ARRAY(SELECT x.extname FROM pg_catalog.pg_extension x) FROM pg_catalog.pg_available_extensions e"
        " LEFT JOIN pg_catalog.pg_available_extension_versions v ON v.name = e.name AND v.version = e.default_version"
        " WHERE e.name = ANY ($1::text[])",
        {postgres::array_literal(names)});
    std::map<std::string, int> row_of;
    for (int row = 0; row < rows.rows(); ++row) row_of.emplace(rows.value(row, 0), row);
    for (const auto& [name, step] : wanted) {
      const auto row = row_of.find(name);
      if (row == row_of.end()) {
        out_.push_back({{step},
                        fmt::format("extension {} is not installed on the server's machine", sql::quote_ident(name)),
                        how_to_install(name)});
        continue;
      }
      required(name, step, rows, row->second, wanted);
      may_create_extension(name, step, rows.value(row->second, 1) == "t", rows.value(row->second, 2) == "t");
    }
  }

  std::string how_to_install(const std::string& name) const {
    const ServerVersion version = connection_.version();
    if (const std::string package = extension_package(name, version); !package.empty())
      return fmt::format("install it there (Debian, Ubuntu: apt install {})", package);
    const auto rows = connection_.execute("SELECT name FROM pg_catalog.pg_available_extensions ORDER BY name");
    std::vector<std::string> names;
    for (int row = 0; row < rows.rows(); ++row) names.emplace_back(rows.value(row, 0));
    return did_you_mean(
        name, names,
        fmt::format("install it there (Debian, Ubuntu: see apt search postgresql-{}), or correct its name",
                    version.major()));
  }

  void required(const std::string& name, std::size_t step, const postgres::Result& rows, int row,
                const std::map<std::string, std::size_t>& wanted) {
    const auto there = parse_array(rows.value(row, 4));
    for (const std::string& other : parse_array(rows.value(row, 3)))
      if (!wanted.contains(other) && std::find(there.begin(), there.end(), other) == there.end())
        out_.push_back({{step},
                        fmt::format("extension {} requires extension {}, which is not declared", sql::quote_ident(name),
                                    sql::quote_ident(other)),
                        fmt::format("declare it too: extensions: {{{}: , {}: }}", other, name)});
  }

  void may_create_extension(const std::string& name, std::size_t step, bool for_superusers, bool trusted) {
    if (superuser_) return;
    if (for_superusers && !trusted)
      out_.push_back({{step},
                      fmt::format("only a superuser may create extension {}, and role {} is none",
                                  sql::quote_ident(name), quoted_role()),
                      fmt::format("let one run CREATE EXTENSION {}, then apply", sql::quote_ident(name))});
    else if (!may_create_)
      out_.push_back(may_not_create_in_database({step}));
  }

  // --- Privileges ----------------------------------------------------------------------------------------------------

  void privileges() {
    const Needs needs = Collector(plan_).run();
    std::vector<const Needs::value_type*> by_number;
    std::vector<std::string> numbers, whats, kinds, schemas, names;
    for (const auto& each : needs) {
      const ObjectId& on = each.first.on;
      numbers.push_back(std::to_string(by_number.size()));
      by_number.push_back(&each);
      whats.emplace_back(word(each.first.what));
      kinds.emplace_back(kind_name(on.kind));
      schemas.push_back(on.kind == KindTag::schema ? on.name : on.schema);
      names.push_back(on.name);
    }
    if (by_number.empty()) return;
    const auto literal = [](const std::vector<std::string>& values) { return postgres::array_literal(values); };
    const auto rows = connection_.execute(
        privileges_query, {literal(numbers), literal(whats), literal(kinds), literal(schemas), literal(names)});
    std::map<std::size_t, Obstacle> lacking;
    std::map<std::string, OfAnother> of_others;
    for (int row = 0; row < rows.rows(); ++row) {
      if (rows.value(row, 1) == "t") continue;
      long long number = 0;
      decode(rows.value(row, 0), number);
      const auto& [need, steps] = *by_number[static_cast<std::size_t>(number)];
      if (need.what != Need::What::own && need.what != Need::What::own_or_own_schema) {
        lacking.emplace(number, lacks(need, steps));
        continue;
      }
      OfAnother& of_another = of_others[std::string(rows.value(row, 2))];
      of_another.is_member = rows.value(row, 3) == "t";
      of_another.owner_is_superuser = rows.value(row, 4) == "t";
      of_another.objects.insert(need.on);
      of_another.steps.insert(steps.begin(), steps.end());
    }
    for (const auto& [owner, objects] : of_others) out_.push_back(owned_by_another(owner, objects));
    for (auto& [number, obstacle] : lacking)
      if (std::none_of(out_.begin(), out_.end(), [&](const Obstacle& each) { return each.what == obstacle.what; }))
        out_.push_back(std::move(obstacle));
  }

  Obstacle may_not_create_in_database(std::vector<std::size_t> steps) const {
    return {std::move(steps), fmt::format("role {} may not create in database {}", quoted_role(), database()),
            fmt::format("GRANT CREATE ON DATABASE {} TO {}", database(), quoted_role())};
  }

  // What another role owns.
  struct OfAnother {
    bool owner_is_superuser = false;
    bool is_member = false;  // of it, but without what it may (NOINHERIT)
    std::set<ObjectId> objects;
    std::set<std::size_t> steps;
  };

  Obstacle owned_by_another(const std::string& owner, const OfAnother& owned) const {
    constexpr std::size_t most = 3;
    const std::string who = sql::quote_ident(owner);
    std::string remedy = "apply as role " + who;
    if (owned.is_member)
      remedy += fmt::format(", as {} may, which inherits nothing of it{}", quoted_role(),
                            who == owner ? ": PGOPTIONS='-c role=" + owner + "'" : "");
    else if (!owned.owner_is_superuser)
      remedy += fmt::format(", or make {1} a member of it: GRANT {0} TO {1}", who, quoted_role());
    return {{owned.steps.begin(), owned.steps.end()},
            fmt::format("role {} does not own {}, role {} does", quoted_role(),
                        listed(owned.objects, most, [](const ObjectId& id) { return to_string(id); }), who),
            std::move(remedy)};
  }

  // A privilege on a database, a schema, a table.
  Obstacle lacks(const Need& need, const std::vector<std::size_t>& steps) const {
    const ObjectId& on = need.on;
    if (need.what == Need::What::create_in_database) return may_not_create_in_database(steps);
    if (need.what == Need::What::create_in_schema)
      return {steps, fmt::format("role {} may not create in {}", quoted_role(), to_string(on)),
              fmt::format("GRANT USAGE, CREATE ON SCHEMA {} TO {}", sql::quote_ident(on.name), quoted_role())};
    return {steps, fmt::format("role {} may not reference {}", quoted_role(), to_string(on)),
            fmt::format("GRANT REFERENCES ON {} TO {}", address(on), quoted_role())};
  }

  postgres::Connection& connection_;
  const Plan& plan_;
  std::vector<Obstacle> out_;
  std::string role_;
  bool superuser_ = false;
  bool may_create_ = false;  // in the database: schemas, trusted extensions
};

}  // namespace

std::vector<Obstacle> find_obstacles(postgres::Connection& connection, const Plan& plan) {
  return Finder(connection, plan).run();
}

void refuse_obstacles(const std::vector<Obstacle>& obstacles, const std::vector<bool>& allowed) {
  std::vector<const Obstacle*> met;
  for (const Obstacle& obstacle : obstacles)
    if (std::any_of(obstacle.steps.begin(), obstacle.steps.end(), [&allowed](std::size_t i) { return allowed[i]; }))
      met.push_back(&obstacle);
  if (met.empty()) return;
  if (met.size() == 1)
    throw Error(Failure::failed, met[0]->what, met[0]->remedy + "\nnothing was done: the database is as it was");
  std::string list;
  for (std::size_t i = 0; i < met.size(); ++i) list += fmt::format("{}. {}: {}\n", i + 1, met[i]->what, met[i]->remedy);
  throw Error(Failure::failed, fmt::format("{} things are in the way", met.size()),
              list + "nothing was done: the database is as it was");
}

}  // namespace plumb
