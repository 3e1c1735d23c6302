#include "plan/references.h"

#include "sql/quote.h"

namespace plumb {

namespace {

bool names_relation(KindTag kind) {
  bool out = false;
  with_kind(kind, [&out]<typename T>(const T*) { out = shares_relation_names<T>; });
  return out;
}

}  // namespace

References::References(const Database& database) : database_(database), path_{"public"} {
  for (const Column& column : database.all<Column>())
    if (column.identity) {
      const ObjectId sequence = Kind<Column>::identity_sequence_id(column);
      objects_[{sequence.schema, sequence.name}].push_back(column.id);
    }
  for (const Cast& cast : database.all<Cast>()) casts_.emplace(sql::split_type(cast.target).name, cast.id);
  for (const Extension& extension : database.all<Extension>())
    if (extension.schema.value) path_.insert(*extension.schema.value);
  database.each_kind([this]<typename T>(const std::vector<T>& objects) {
    if constexpr (Kind<T>::placement.in_schema && Kind<T>::placement.parents.none() && !is_attached<T>)
      for (const T& object : objects) {
        if constexpr (has_sql_name<T>)
          objects_[{object.id.schema, object.name}].push_back(object.id);
        else
          objects_[{object.id.schema, object.id.name}].push_back(object.id);
        if constexpr (std::is_same_v<T, Operator>) operators_.emplace(object.name, object.id);
        if constexpr (requires { Kind<T>::second_name(object); }) {
          const ObjectId second = Kind<T>::second_name(object);
          objects_[{second.schema, second.name}].push_back(object.id);
        }
      }
  });
}

// What has arguments is meant by a call, everything else by a bare name.
void References::resolve(const sql::NameUse& use, const std::string& home, Meant meant, std::set<ObjectId>& out) const {
  const auto add = [&](const std::string& schema, const std::string& name) {
    const auto found = objects_.find({schema, name});
    if (found == objects_.end()) return;
    for (const ObjectId& id : found->second)
      if (use.constant || (is_called(id.kind) == use.call && (meant == Meant::all || !names_relation(id.kind))))
        out.insert(id);
  };
  add(home, use.parts[0]);
  for (const std::string& schema : path_)
    if (schema != home) add(schema, use.parts[0]);
  if (use.parts.size() >= 2) add(use.parts[0], use.parts[1]);
}

void References::resolve_type(const Type& type, const std::string& home, std::set<ObjectId>& out) const {
  auto parts = sql::split_type(type);
  if (parts.standard) return;
  sql::NameUse use;
  if (!parts.schema.empty()) use.parts.push_back(std::move(parts.schema));
  use.parts.push_back(std::move(parts.name));
  resolve(use, home, Meant::all, out);
}

// Whatever their operands: the order does no harm.
void References::resolve_operators_and_casts(const std::string& text, std::set<ObjectId>& out) const {
  const auto add = [&out](const auto& known, const std::set<std::string>& names) {
    for (const std::string& name : names)
      for (auto [it, last] = known.equal_range(name); it != last; ++it) out.insert(it->second);
  };
  if (!operators_.empty()) add(operators_, sql::operators_in(text));
  if (!casts_.empty()) add(casts_, sql::cast_types_in(text));
}

void References::resolve_text(const std::string& text, const ObjectId& of, std::set<ObjectId>& out) const {
  try {
    const Meant meant = of.parent.empty() || sql::has_statement(text) ? Meant::all : Meant::no_relations;
    for (const auto& use : sql::names_in(text)) resolve(use, of.schema, meant, out);
    resolve_operators_and_casts(text, out);
  } catch (const sql::SyntaxError&) {
    return;  // the server will say what is wrong with it
  }
  if (!of.parent.empty()) out.merge(columns_in(text, table_of(of), database_));
}

std::set<ObjectId> References::needed_by(const ObjectId& id) const {
  std::set<ObjectId> out;
  database_.visit(id, [&]<typename T>(const T& object) {
    for (const ObjectId& needed : Kind<T>::needs(object))
      if (database_.contains(needed)) out.insert(needed);
    if constexpr (requires { Kind<T>::types(object); })
      for (const Type& type : Kind<T>::types(object)) resolve_type(type, id.schema, out);
    if constexpr (requires { object.collation; }) {
      ObjectName collation;
      if constexpr (requires { *object.collation; })
        collation = *object.collation;
      else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(object.collation)>, ObjectName>)
        collation = object.collation;
      const ObjectId named = top_id(KindTag::collation, collation.schema, collation.name);
      if (!collation.empty() && database_.contains(named)) out.insert(named);
    }
  });
  database_.visit(id, [&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::roles(object); })
      for (const std::string& role : Kind<T>::roles(object))
        if (const ObjectId named = top_id(KindTag::role, "", role); database_.contains(named)) out.insert(named);
  });
  if (const ForeignKey* key = database_.find<ForeignKey>(id)) out.merge(keys_of(*key, database_));
  // The sequence of an identity column comes, and is named, by that column's step; its owner is its table's.
  const IdentitySequence* on = database_.find<IdentitySequence>(subject_of(id));
  if (on && on->id != id && !on->column.value.empty()) {
    const ObjectId column = on->column.value.id();
    for (const ObjectId& needed : {column, owner_id(table_of(column))})
      if (database_.contains(needed)) out.insert(needed);
  }
  out.erase(id);
  return out;
}

namespace {

// The names in SQL texts that may be columns; `all`: it may use others too, without a word.
struct ColumnWords {
  std::set<std::string, std::less<>> names;
  bool all = false;
  bool groups = false;

  void add(const std::string& text) {
    const std::string lower = sql::lower(text);
    groups = groups || lower.find("group") != std::string::npos;
    try {
      all = all || sql::expands_columns(text);
      for (const sql::NameUse& use : sql::names_in(text)) names.insert(use.parts.begin(), use.parts.end());
      names.merge(sql::fields_in(text));
    } catch (const sql::SyntaxError&) {
      all = true;
    }
  }

  template <typename T>
  void add_named(const ObjectId& table, const Database& database, std::set<ObjectId>& out) const {
    const auto [first, last] = database.children<T>(table);
    for (auto key = first; key != last; ++key)
      if (names.contains(key->id.name)) out.insert(key->id);
  }
};

}  // namespace

std::set<ObjectId> References::named_by(const ObjectId& id) const {
  std::set<ObjectId> out, given;  // given: of whose rows its arguments are
  bool reads_rows = false;
  ColumnWords words;
  // Of what hangs on a table, these may have queries in them.
  const bool may_query = id.parent.empty() || id.kind == KindTag::policy || id.kind == KindTag::rule;
  database_.visit(id, [&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::mentions(object); })
      for (const auto& text : Kind<T>::mentions(object)) {
        resolve_text(text, id, out);
        if (may_query) words.add(text);
      }
    if constexpr (requires { Kind<T>::types(object); })
      for (const Type& type : Kind<T>::types(object)) resolve_type(type, id.schema, given);
    if constexpr (requires { object.body.sql; }) reads_rows = object.body.sql;
  });
  out.insert(given.begin(), given.end());
  // A query uses columns of the tables that it names, or of a row that it is given, and may group by a primary key.
  if (may_query)
    for (const ObjectId& table : std::set<ObjectId>(out)) {
      if (!is_relation(table.kind) || (!id.parent.empty() && table == table_of(id))) continue;
      const auto [first, last] = database_.children<Column>(table);
      for (auto column = first; column != last; ++column)
        if (words.all || (reads_rows && given.contains(table)) || words.names.contains(column->id.name))
          out.insert(column->id);
      const auto [key, keys_end] = database_.children<PrimaryKey>(table);
      if (words.groups && key != keys_end) out.insert(key->id);
      // ON CONFLICT ON CONSTRAINT
      words.add_named<PrimaryKey>(table, database_, out);
      words.add_named<Unique>(table, database_, out);
      words.add_named<Exclusion>(table, database_, out);
    }
  out.erase(id);
  return out;
}

namespace {

void each_text(const ObjectId& id, const Database& database, const std::function<void(const std::string&)>& f) {
  database.visit(id, [&f]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::mentions(object); })
      for (const std::string& text : Kind<T>::mentions(object)) f(text);
    if constexpr (requires { object.bound.text; }) f(object.bound.text);
    if constexpr (requires { object.partition_by.text; }) f(object.partition_by.text);
  });
}

}  // namespace

std::set<ObjectId> enums_of_constants(const ObjectId& id, const Database& database,
                                      const std::vector<std::pair<std::string, ObjectId>>& values) {
  std::set<ObjectId> out;
  if (values.empty()) return out;
  each_text(id, database, [&](const std::string& text) {
    for (const auto& [literal, of] : values)
      if (text.find(literal) != std::string::npos) out.insert(of);
  });
  return out;
}

namespace {

// A text that is no SQL is told by the server; whether it has something in it, `unknown` says.
bool any_text(const ObjectId& id, const Database& database, bool unknown,
              const std::function<bool(const std::string&)>& has_it) {
  bool out = false;
  each_text(id, database, [&](const std::string& text) {
    try {
      out = out || has_it(text);
    } catch (const sql::SyntaxError&) {
      out = out || unknown;
    }
  });
  return out;
}

// By a name of its own, as a field "(row).name" or a part, "row.name"; not within a string or as a new name, "AS name".
bool has_name(const std::string& text, const std::string& name,
              const std::function<bool(const sql::NameUse&)>& counts) {
  if (!sql::has_word(sql::lower(text), sql::lower(name))) return false;
  const auto is_it = [&](const sql::NameUse& use) {
    return std::ranges::find(use.parts, name) != use.parts.end() && !use.renames && counts(use);
  };
  return std::ranges::any_of(sql::names_in(text), is_it) || sql::fields_in(text).contains(name);
}

// "(c).name", "(c).*", "argument.name"; in a query a column of rows of the type, by its name alone; and what makes rows of
// it, whose values have no names.
bool uses_attribute(const std::string& text, const ObjectId& attribute) {
  const auto is_part = [&](const sql::NameUse& use) {
    return use.parts.front() != attribute.name || use.parts.size() > 1;
  };
  return has_name(text, attribute.name, is_part) || sql::expands_columns(text) ||
         sql::cast_types_in(text).contains(sql::quote_ident(attribute.parent)) ||
         (sql::has_statement(text) && sql::has_word(sql::lower(text), sql::lower(attribute.name)));
}

bool is_of_type(const ObjectId& id, const std::string& type, const Database& database) {
  bool out = false;
  database.visit(id, [&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::types(object); })
      for (const Type& each : Kind<T>::types(object))
        out = out || sql::split_type(each).name == type || sql::split_type(each).name == sql::quote_ident(type);
  });
  return out;
}

}  // namespace

bool expands_columns(const ObjectId& id, const Database& database) {
  return any_text(id, database, false, [](const std::string& text) { return sql::expands_columns(text); });
}

bool has_in_text(const ObjectId& id, const std::string& name, const Database& database) {
  return any_text(id, database, false, [lower = sql::lower(name)](const std::string& text) {
    return sql::has_word(sql::lower(text), lower);
  });
}

bool has_text(const ObjectId& id, const Database& database) {
  return any_text(id, database, true, [](const std::string& text) { return !text.empty(); });
}

bool casts_to(const ObjectId& id, const Type& type, const Database& database) {
  return any_text(id, database, true, [name = sql::split_type(type).name](const std::string& text) {
    return sql::cast_types_in(text).contains(name);
  });
}

bool may_use(const ObjectId& id, const ObjectId& used, const Database& database) {
  const std::string name = by_bare_name(used).name;
  const auto any = [&](const std::function<bool(const std::string&)>& has_it) {
    return any_text(id, database, true, has_it);
  };
  if (used.kind == KindTag::operator_)
    return any([&](const std::string& text) { return sql::has_operator(text, name); });
  if (used.kind == KindTag::attribute)
    return any([&](const std::string& text) { return uses_attribute(text, used); }) ||
           (has_text(id, database) && is_of_type(id, used.parent, database));
  if (is_routine(used.kind))  // "row.name" calls a function, too
    return any([&](const std::string& text) {
      return has_name(text, name, [](const auto& use) { return use.call || use.constant || use.parts.size() > 1; });
    });
  if (used.kind != KindTag::column && !is_relation(used.kind)) return true;
  if (used.kind == KindTag::column && expands_columns(id, database)) return true;
  return any([&](const std::string& text) { return has_name(text, name, [](const auto&) { return true; }); });
}

const ObjectId* used_in(const std::string& text, const ObjectId& table, const std::set<ObjectId>& columns,
                        const Database& database) {
  if (columns.empty()) return nullptr;
  for (const ObjectId& id : columns_in(text, table, database)) {
    const auto found = columns.find(id);
    if (found != columns.end()) return &*found;
  }
  return nullptr;
}

std::set<ObjectId> keys_of(const ForeignKey& key, const Database& database) {
  std::set<ObjectId> out;
  const std::set<std::string> referenced(key.referenced_columns.begin(), key.referenced_columns.end());
  const auto add = [&]<typename K>(const K*) {
    const auto [first, last] = database.children<K>(key.referenced());
    for (auto it = first; it != last; ++it)
      if (std::set<std::string>(it->columns.begin(), it->columns.end()) == referenced) out.insert(it->id);
  };
  add(static_cast<const PrimaryKey*>(nullptr));
  add(static_cast<const Unique*>(nullptr));
  const auto [first, last] = database.children<Index>(key.referenced());
  for (auto index = first; index != last; ++index)
    if (index->unique) out.insert(index->id);
  return out;
}

}  // namespace plumb
