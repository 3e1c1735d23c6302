#include "catalog/missing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "kinds/fields.h"
#include "kinds/nearest.h"
#include "sql/from_lists.h"
#include "sql/names.h"
#include "sql/relations.h"

namespace plumb::catalog {

namespace {

constexpr const char* missing_query = R"(
SELECT r.number FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS r(number, sort, name, schemas)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE r.sort = 'relation' AND c.relname = r.name AND n.nspname = ANY (r.schemas::text[]))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE r.sort = 'type' AND t.typname = r.name AND n.nspname = ANY (r.schemas::text[]))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles o WHERE r.sort = 'role' AND o.rolname = r.name)
  AND CASE WHEN r.sort <> 'setting' THEN true
    WHEN NOT pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE') THEN false  -- some are hidden, and asking for them fails
    ELSE pg_catalog.current_setting(r.name, true) IS NULL END
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_am a WHERE r.sort = 'access method' AND a.amname = r.name)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_language l WHERE r.sort = 'language' AND l.lanname = r.name)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE r.sort = 'function' AND p.proname = r.name AND n.nspname = ANY (r.schemas::text[]))
ORDER BY 1)";

// What other databases call it, and what it is here; types that come with an extension.
std::string hint_for_type(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> own_words[] = {
      {"blob", "bytea"},        {"datetime", "timestamptz"},  {"double", "double precision"}, {"longtext", "text"},
      {"mediumint", "integer"}, {"nvarchar", "varchar"},      {"number", "numeric"},          {"string", "text"},
      {"tinyint", "smallint"},  {"uniqueidentifier", "uuid"}, {"varchar2", "varchar"},
  };
  static constexpr std::pair<std::string_view, std::string_view> extensions[] = {
      {"citext", "citext"},    {"cube", "cube"},     {"geography", "postgis"}, {"geometry", "postgis"},
      {"halfvec", "vector"},   {"hstore", "hstore"}, {"lquery", "ltree"},      {"ltree", "ltree"},
      {"sparsevec", "vector"}, {"vector", "vector"},
  };
  for (const auto& [word, own] : own_words)
    if (word == name) return fmt::format("PostgreSQL's word for it is {}", own);
  for (const auto& [type, extension] : extensions)
    if (type == name) return fmt::format("declare the extension that brings it: extensions: {{{}: }}", extension);
  return name == "enum" ? "declare it: enums: {name: [value, value]}, and name it here" : "";
}

constexpr std::string_view own_methods[] = {"btree", "hash", "gin", "gist", "spgist", "brin", "heap"};

constexpr std::string_view declare_it = "declare it, or create it on the server first";

std::string to_have_it(std::string_view sort, std::string_view what) {
  if (sort == "role") return fmt::format("create it on the server first: CREATE ROLE {}", what);
  if (sort == "access method" && (what == "hnsw" || what == "ivfflat"))
    return "declare the extension that brings it: extensions: {vector: }";
  if (sort == "setting") return "see pg_settings; one of your own has a dot in its name: app.tenant";
  if (sort == "language") return fmt::format("declare the extension that brings it: extensions: {{{}: }}", what);
  return std::string(declare_it);
}

struct Mention {
  ObjectId object;
  std::string_view sort;  // "type", "relation", "function", "role", "language", "access method", "setting"
  std::string schema;     // empty: by the path
  std::string name;
  std::vector<std::string> schemas;  // where it may be
  bool goes = false;
  ObjectId becomes = {};
};

struct FunctionNames {
  std::vector<const FunctionName*> found;
  template <typename M>
  void operator()(std::string_view, const M& member, Unread = {}, Unread = {}) {
    if constexpr (std::is_same_v<M, FunctionName>) found.push_back(&member);
  }
};

class Collector {
 public:
  Collector(const Live& live, const Database& wanted, const std::vector<Renaming>& renames)
      : live_(live), wanted_(wanted), renames_(renames) {
    for (const Renaming& each : renames)
      if (is_routine(each.from.kind) && by_bare_name(each.from) != by_bare_name(each.to))
        given_up_.insert(by_bare_name(each.from).name);
  }

  std::vector<Mention> run(const std::set<ObjectId>& changed) {
    for (const ObjectId& id : changed)
      wanted_.visit(id, [this]<typename T>(const T& object) {
        named_by(object);
        FunctionNames names;
        Kind<T>::describe(names, object);
        for (const FunctionName* name : names.found) of(object.id, *name);
        renamed_in_texts(object);
        roles_of(object);
        if constexpr (std::is_base_of_v<Routine, T>) of_language(object);
        if constexpr (std::is_base_of_v<Routine, T>) of_settings(object.id, object.settings);
        if constexpr (std::is_same_v<T, Settings>) of_settings(object.id, object.values.values);
        if constexpr (requires { object.method; }) of_method(object.id, object.method);
        if constexpr (requires { object.access_method; }) of_method(object.id, object.access_method);
      });
    return std::move(out_);
  }

  // What is declared of the sort where it is looked for, to propose the nearest.
  std::vector<std::string> declared(const Mention& reference) const {
    std::vector<std::string> out;
    const auto add = [&](const ObjectId& id) {
      if (std::find(reference.schemas.begin(), reference.schemas.end(), id.schema) != reference.schemas.end())
        out.push_back(id.name);
    };
    const auto collect = [&add]<typename T>(const std::vector<T>& objects) {
      for (const T& object : objects) {
        add(object.id);
        if constexpr (requires { Kind<T>::second_name(object); }) add(Kind<T>::second_name(object));
      }
    };
    if (reference.sort == "role") {
      for (const Role& role : wanted_.all<Role>()) out.push_back(role.id.name);
      return out;
    }
    if (reference.sort == "setting") return out;
    if (reference.sort == "access method") return {std::begin(own_methods), std::end(own_methods)};
    if (reference.sort == "language") {
      for (const Language& language : wanted_.all<Language>()) out.push_back(language.id.name);
      out.insert(out.end(), {"sql", "plpgsql", "c", "internal"});
      return out;
    }
    if (reference.sort == "function") {
      wanted_.each_kind([&]<typename T>(const std::vector<T>& objects) {
        if constexpr (requires { Kind<T>::shares_routine_names; })
          for (const T& object : objects) add(top_id(Kind<T>::tag, object.id.schema, object.name));
      });
      return out;
    }
    // A relation's rows are of a type of its name.
    wanted_.each_kind([&collect]<typename T>(const std::vector<T>& objects) {
      if (is_relation(Kind<T>::tag)) collect(objects);
    });
    if (reference.sort == "type") {
      wanted_.each_kind([&]<typename T>(const std::vector<T>& objects) {
        if constexpr (shares_type_names<T>) collect(objects);
      });
      for (const char* type : {"text",
                               "integer",
                               "int",
                               "bigint",
                               "boolean",
                               "numeric",
                               "varchar",
                               "date",
                               "timestamptz",
                               "timestamp",
                               "uuid",
                               "jsonb",
                               "json",
                               "bytea",
                               "smallint",
                               "real",
                               "double precision",
                               "char",
                               "time",
                               "interval",
                               "inet",
                               "cidr",
                               "money",
                               "oid",
                               "xml"})
        out.emplace_back(type);
    }
    return out;
  }

 private:
  template <typename T>
  void named_by(const T& object) {
    if constexpr (requires { Kind<T>::types(object); })
      for (const Type& type : Kind<T>::types(object)) of(object.id, type);
    if constexpr (requires { object.query.text; }) of(object.id, object.query);
  }

  // What its texts call by a name that a function is about to give up. (What else they call, the server is asked itself.)
  template <typename T>
  void renamed_in_texts(const T& object) {
    if constexpr (requires { Kind<T>::mentions(object); })
      if (!given_up_.empty())
        for (const std::string& text : Kind<T>::mentions(object)) renamed_in(text, object.id);
  }

  void renamed_in(const std::string& text, const ObjectId& id) {
    const auto is_told = [&](const std::string& name) {
      return std::ranges::any_of(
          out_, [&](const Mention& told) { return told.object == id && told.sort == "function" && told.name == name; });
    };
    const auto is_given_up = [&](const sql::NameUse& use) {
      return use.call && use.parts.size() <= 2 && given_up_.contains(use.parts.back());
    };
    try {
      const auto uses = sql::names_in(text);
      if (std::ranges::none_of(uses, is_given_up)) return;
      const std::set<std::string> lists = sql::given_labels(text);
      for (const sql::NameUse& use : uses) {
        const std::string& name = use.parts.back();
        const bool is_list = use.parts.size() == 1 && lists.contains(name);
        if (is_given_up(use) && !is_list && !is_told(name))
          add({id, "function", use.parts.size() == 2 ? use.parts[0] : "", name, {}});
      }
    } catch (const sql::SyntaxError&) {
      return;  // the server will say what is wrong with it
    }
  }

  template <typename T>
  void roles_of(const T& object) {
    if constexpr (requires { Kind<T>::roles(object); })
      for (const std::string& role : Kind<T>::roles(object))
        if (!wanted_.contains(top_id(KindTag::role, "", role))) out_.push_back({object.id, "role", "", role, {}});
  }

  void of_language(const Routine& routine) {
    const std::string& name = routine.language;
    if (!wanted_.contains(top_id(KindTag::language, "", name)) &&
        !wanted_.contains(top_id(KindTag::extension, "", name)))
      out_.push_back({routine.id, "language", "", name, {}});
  }

  // One with a dot is an extension's, or a user's own: any will do.
  void of_settings(const ObjectId& id, const Options& settings) {
    for (const auto& [name, value] : settings)
      if (name.find('.') == std::string::npos) out_.push_back({id, "setting", "", name, {}});
  }

  void of_method(const ObjectId& id, const std::string& name) {
    const bool own = std::find(std::begin(own_methods), std::end(own_methods), name) != std::end(own_methods);
    if (!own && !wanted_.contains(top_id(KindTag::access_method, "", name)))
      out_.push_back({id, "access method", "", name, {}});
  }

  void of(const ObjectId& id, const Type& type) {
    if (type.empty() || sql::is_builtin(type)) return;
    const auto parts = sql::split_type(type);
    if (!parts.standard) add({id, "type", parts.schema, parts.name, {}});
  }

  void of(const ObjectId& id, const FunctionName& function) {
    if (function.text.empty()) return;
    const auto parts = split_name(function.text);
    add({id, "function", parts.size() == 2 ? parts.front() : "", parts.back(), {}});
  }

  void of(const ObjectId& view, const Query& query) {
    try {
      for (const auto& use : sql::relations_in(query.text))
        if (use.parts.size() <= 2)
          add({view, "relation", use.parts.size() == 2 ? use.parts[0] : "", use.parts.back(), {}});
    } catch (const sql::SyntaxError&) {
      // The server will say what is wrong with it.
    }
  }

  void add(Mention reference) {
    reference.schemas = {reference.schema};
    if (reference.schema.empty()) {
      reference.schemas = {reference.object.schema, "pg_catalog"};
      reference.schemas.insert(reference.schemas.end(), live_.path_schemas.begin(), live_.path_schemas.end());
    }
    const auto names = declared(reference);
    if (std::find(names.begin(), names.end(), reference.name) != names.end() || is_sequence(reference)) return;
    reference.goes =
        std::erase_if(reference.schemas, [&](const std::string& schema) { return goes(reference, schema); }) > 0;
    std::erase_if(reference.schemas, [&](const std::string& schema) { return is_given_up(reference, schema); });
    out_.push_back(std::move(reference));
  }

  // Is one of this name in the schema, to be dropped since it is not declared?
  bool goes(const Mention& reference, const std::string& schema) const {
    bool out = false;
    for_each_kind([&]<typename T>(const T*) {
      const ObjectId id = top_id(Kind<T>::tag, schema, reference.name);
      if (reference.sort == "type" ? shares_type_names<T> : reference.sort == "relation" && shares_relation_names<T>)
        out = out || (live_.database.find<T>(id) && !wanted_.find<T>(id));
    });
    return out;
  }

  // Is it one that has another name by then? The query is put to the server as it is before.
  bool is_given_up(Mention& reference, const std::string& schema) const {
    const auto found = std::ranges::find_if(renames_, [&](const Renaming& renaming) {
      bool same_sort = false;
      with_kind(renaming.from.kind, [&]<typename T>(const T*) {
        same_sort = reference.sort == "type"       ? shares_type_names<T>
                    : reference.sort == "relation" ? shares_relation_names<T>
                                                   : reference.sort == "function" && has_sql_name<T>;
      });
      return same_sort && renaming.from.schema == schema && by_bare_name(renaming.from).name == reference.name;
    });
    if (found == renames_.end()) return false;
    reference.becomes = found->to;
    return true;
  }

  // With those that identity columns bring along.
  bool is_sequence(const Mention& reference) const {
    const auto is_named = [&reference](const ObjectId& id) {
      return id.name == reference.name && std::ranges::find(reference.schemas, id.schema) != reference.schemas.end();
    };
    return std::ranges::any_of(wanted_.all<Sequence>(), is_named, &Sequence::id) ||
           std::ranges::any_of(wanted_.all<Column>(), [&](const Column& column) {
             return column.identity && is_named(Kind<Column>::identity_sequence_id(column));
           });
  }

  const Live& live_;
  const Database& wanted_;
  const std::vector<Renaming>& renames_;
  std::set<std::string> given_up_;  // the names of functions that get others, or another schema
  std::vector<Mention> out_;
};

// What the server has of a sort that the declaration seldom speaks of.
std::vector<std::string> names_there(std::string_view sort, postgres::Connection& connection) {
  const auto rows = connection.execute(sort == "role" ? "SELECT rolname FROM pg_catalog.pg_roles ORDER BY 1"
                                                      : "SELECT name FROM pg_catalog.pg_settings ORDER BY 1");
  std::vector<std::string> out(static_cast<std::size_t>(rows.rows()));
  for (int row = 0; row < rows.rows(); ++row) out[static_cast<std::size_t>(row)] = rows.value(row, 0);
  return out;
}

}  // namespace

std::vector<Missing> find_missing(postgres::Connection& connection, const Live& live, const Database& wanted,
                                  const std::vector<Renaming>& renames, const std::set<ObjectId>& changed) {
  Collector collector(live, wanted, renames);
  std::vector<Mention> references = collector.run(changed);
  const auto& extensions = wanted.all<Extension>();
  const bool more_to_come = std::any_of(extensions.begin(), extensions.end(), [&](const Extension& extension) {
    const Extension* is = live.database.find<Extension>(extension.id);
    return !is || is->schema != extension.schema;
  });
  if (more_to_come) std::erase_if(references, [](const Mention& reference) { return reference.sort != "role"; });
  if (references.empty()) return {};
  std::vector<std::string> numbers, sorts, names, schemas;
  for (const Mention& reference : references) {
    numbers.push_back(std::to_string(numbers.size()));
    sorts.emplace_back(reference.sort);
    names.push_back(reference.name);
    schemas.push_back(postgres::array_literal(reference.schemas));
  }
  const auto rows =
      connection.execute(missing_query, {postgres::array_literal(numbers), postgres::array_literal(sorts),
                                         postgres::array_literal(names), postgres::array_literal(schemas)});
  std::vector<Missing> out;
  std::map<std::string_view, std::vector<std::string>> there;
  for (int row = 0; row < rows.rows(); ++row) {
    long long number = 0;
    decode(rows.value(row, 0), number);
    const Mention& reference = references[static_cast<std::size_t>(number)];
    const std::string what =
        reference.schema.empty() ? sql::quote_ident(reference.name) : sql::qualified(reference.schema, reference.name);
    if (reference.goes || reference.becomes.kind != KindTag::none) {
      out.push_back(
          {reference.object, fmt::format("{} {}", reference.sort, what), reference.goes, reference.becomes, {}});
      continue;
    }
    std::string hint = reference.sort == "type" ? hint_for_type(reference.name) : "";
    if (hint.empty()) {
      auto names = collector.declared(reference);
      if (reference.sort == "role" || reference.sort == "setting") {
        const auto [known, fresh] = there.try_emplace(reference.sort);
        if (fresh) known->second = names_there(reference.sort, connection);
        names.insert(names.end(), known->second.begin(), known->second.end());
      }
      hint = did_you_mean(reference.name, names);
      const std::string otherwise = to_have_it(reference.sort, what);
      if (hint.empty() || otherwise != declare_it) hint += (hint.empty() ? "" : " Else ") + otherwise;
    }
    out.push_back({reference.object, fmt::format("{} {}", reference.sort, what), false, {}, std::move(hint)});
  }
  return out;
}

}  // namespace plumb::catalog
