#include "kinds/complete.h"

#include <map>
#include <set>

#include "kinds/fields.h"
#include "kinds/naming.h"

namespace plumb {

namespace {

void normalize(Database& database) {
  database.each_kind_mutable([]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(T & o) { Kind<T>::normalize(o); })
      for (T& object : objects) Kind<T>::normalize(object);
  });
}

// False: none had to be chosen.
bool choose_names(Database& database) {
  bool any = false;
  database.each_kind_mutable([&database, &any]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(const T& o, const Database& d) { Kind<T>::default_name(o, d); })
      for (T& object : objects)
        if (object.id.name.empty()) {
          object.id.name = Kind<T>::default_name(object, database);
          object.named_by_postgres.value = true;
          any = true;
        }
  });
  if (any) number_chosen_names(database);
  return any;
}

// The columns of a primary key are NOT NULL (documentation 5.4.4).
void key_columns_not_null(Database& database) {
  for (const PrimaryKey& key : database.all<PrimaryKey>())
    for (const auto& name : key.columns)
      if (Column* column = database.find_mutable<Column>(column_id(table_of(key.id), name))) column->nullable = false;
}

void resolve_references(Database& database) {
  for (ForeignKey& key : database.all_of<ForeignKey>()) {
    if (!key.referenced_columns.empty()) continue;
    const auto [first, last] = database.children<PrimaryKey>(key.referenced());
    if (first != last) key.referenced_columns = first->columns;
  }
}

// A partition has its parent's checks, whether or not it says so.
void inherit_checks(Database& database) {
  std::set<ObjectId> inherited;
  for (const Check& check : database.all<Check>()) {
    const ObjectId table = table_of(check.id);
    if (!is_partition(table, database)) continue;
    const ObjectId parent = parents_of(table, database).front();
    if (database.find<Check>(child_id(KindTag::check, parent, check.id.name))) inherited.insert(check.id);
  }
  std::erase_if(database.all_of<Check>(), [&inherited](const Check& check) { return inherited.contains(check.id); });
}

// A collation without a schema is one of pg_catalog, unless the declaration has one of the name where the path leads first.
void find_collations(Database& wanted) {
  if (wanted.all<Collation>().empty()) return;
  const Database& all = wanted;
  const auto find = [&all](const ObjectId& user, ObjectName& name) {
    if (name.empty() || !name.schema.empty()) return;
    for (const std::string& schema : {user.schema, std::string("public")})
      if (name.schema.empty() && all.find<Collation>(top_id(KindTag::collation, schema, name.name)))
        name.schema = schema;
  };
  wanted.each_kind_mutable([&find]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(T & o) { o.collation->schema; }) {
      for (T& object : objects)
        if (object.collation) object.collation.edit([&](ObjectName& name) { find(object.id, name); });
    } else if constexpr (requires(T & o) { o.collation.schema; }) {
      for (T& object : objects) find(object.id, object.collation);
    }
  });
}

// What an unlogged table owns is unlogged too (15 and later; catalogs before that read alike).
void unlogged_sequences(Database& database) {
  for (Sequence& sequence : database.all_of<Sequence>()) {
    const Table* owner = database.find<Table>(table_id(sequence.owned_by.schema, sequence.owned_by.table));
    if (owner && owner->unlogged) sequence.unlogged = true;
  }
}

// A schema that declared objects live in is wanted, whether or not it is listed.
void imply_schemas(Database& database) {
  std::set<std::string> used;
  database.each_any([&used](const Base& object) {
    if (!object.id.schema.empty()) used.insert(object.id.schema);
  });
  for (const DefaultPrivileges& p : database.all<DefaultPrivileges>())
    if (!p.schema.empty()) used.insert(p.schema);
  for (const Schema& schema : database.all<Schema>()) used.erase(schema.id.name);
  for (const auto& name : used) {
    Schema schema;
    schema.id = schema_id(name);
    database.add(std::move(schema));
  }
}

void imply_objects(Database& wanted) {
  Database implied;
  wanted.each([&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::imply(object, implied); }) Kind<T>::imply(object, implied);
  });
  implied.each([&wanted]<typename T>(const T& object) {
    if (!wanted.find<T>(object.id)) wanted.add(object);
  });
  if (implied.size() > 0) wanted.sort();
}

// The columns of a typed table are its type's, in their order.
void typed_columns(Database& wanted) {
  std::vector<Column> added;
  for (const Table& table : wanted.all<Table>()) {
    const Composite* type = type_of(table, wanted);
    if (!type) continue;
    const auto [first, last] = wanted.children<Attribute>(type->id);
    for (auto attribute = first; attribute != last; ++attribute) {
      const ObjectId id = column_id(table.id, attribute->id.name);
      if (Column* said = wanted.find_mutable<Column>(id)) {
        said->position = attribute->position;
        continue;
      }
      Column& column = added.emplace_back();
      column.id = id, column.origin = table.origin;
      column.type = attribute->type, column.collation = attribute->collation, column.position = attribute->position;
    }
  }
  if (added.empty()) return;
  for (Column& column : added) wanted.add(std::move(column));
  wanted.sort();
}

// What of an object follows from others.
void complete_from_others(Database& wanted) {
  const Database& all = wanted;
  wanted.each_kind_mutable([&all]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(T & o) { Kind<T>::complete_wanted(o, all); })
      for (T& object : objects) Kind<T>::complete_wanted(object, all);
  });
}

}  // namespace

void complete_wanted(Database& wanted) {
  imply_schemas(wanted);
  wanted.sort();
  imply_objects(wanted);
  if (choose_names(wanted)) wanted.sort();
  typed_columns(wanted);
  key_columns_not_null(wanted);
  if (inherit_columns(wanted)) key_columns_not_null(wanted);
  inherit_checks(wanted);
  resolve_references(wanted);
  find_collations(wanted);
  complete_from_others(wanted);
  leave_out_equal_clones(wanted);
  unlogged_sequences(wanted);
  normalize(wanted);
  find_identity_columns(wanted);
}

void complete_live(Database& live) {
  normalize(live);
  live.sort();
  const Database& all = live;
  live.each_kind_mutable([&all]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(T & o) { Kind<T>::complete_live(o, all); })
      for (T& object : objects) Kind<T>::complete_live(object, all);
  });
}

void sign_again(Database& database) {
  std::map<ObjectId, ObjectId> renamed;
  database.each_kind_mutable([&renamed]<typename T>(std::vector<T>& objects) {
    if constexpr (has_sql_name<T>)
      for (T& object : objects) {
        const ObjectId before = object.id;
        Kind<T>::sign(object);
        if (object.id != before) renamed.emplace(before, object.id);
      }
  });
  if (!renamed.empty()) follow_subjects(database, renamed);
}

void follow_subjects(Database& database, const std::map<ObjectId, ObjectId>& renamed) {
  database.each_kind_mutable([&renamed]<typename T>(std::vector<T>& objects) {
    if constexpr (is_attached<T>)
      for (T& object : objects)
        if (const auto found = renamed.find(subject_of(object.id)); found != renamed.end())
          object.id = attached_id(object.id.kind, found->second);
  });
  database.sort();
}

namespace {

// The columns of a typed table are its type's; where that is not declared (an extension's) they are as they came.
void adopt_typed_columns(Database& wanted, const Database& live) {
  std::vector<Column> added;
  for (const Table& table : wanted.all<Table>()) {
    if (table.of.empty() || type_of(table, wanted) || !live.find<Table>(table.id)) continue;
    const auto [first, last] = live.children<Column>(table.id);
    for (auto column = first; column != last; ++column) {
      if (wanted.find<Column>(column->id)) continue;
      added.push_back(*given_column(*column, wanted));
      added.back().position = column->position;
    }
  }
  if (added.empty()) return;
  for (Column& column : added) wanted.add(std::move(column));
  wanted.sort();
}

}  // namespace

void adopt_undeclared(Database& wanted, const Database& live) {
  adopt_typed_columns(wanted, live);
  for (Extension& extension : wanted.all_of<Extension>()) {
    const Extension* is = live.find<Extension>(extension.id);
    if (!is) continue;
    if (!extension.version.value) extension.version = is->version;
    if (!extension.schema.value) extension.schema = is->schema;
  }
  // Only the server knows the TOAST strategy that a type has of itself.
  for (Column& column : wanted.all_of<Column>()) {
    if (!column.storage) continue;
    const Column* is = live.find<Column>(column.id);
    if (is && is->type == column.type && is->type_storage.value == *column.storage) column.storage = {};
  }
}

void leave_out_empty(Database& database) {
  database.each_kind_mutable([]<typename T>(std::vector<T>& objects) {
    if constexpr (requires { Kind<T>::says_nothing_by_default; })
      std::erase_if(objects, [](const T& object) {
        if constexpr (requires { object.acl; })
          if (!object.acl.value.empty()) return false;
        return says_nothing(object);
      });
  });
}

namespace {

template <typename T>
void adopt_hidden(T& wanted, const T& live) {
  each_field(live, wanted, [&live]<typename M>(std::string_view, const M& is, M& member) {
    if constexpr (holds_secrets<M>) {
      bool hidden = false;
      if constexpr (requires { live.hidden; }) hidden = live.hidden.value;
      if (hidden)
        member = is;
      else
        adopt_secrets(member, is);
    }
  });
}

}  // namespace

void adopt_hidden(Database& wanted, const Database& live) {
  wanted.each_kind_mutable([&live]<typename T>(std::vector<T>& objects) {
    bool guarded = false;
    auto look = [&guarded]<typename M>(std::string_view, const M&, Unread = {}, Unread = {}) {
      guarded = guarded || holds_secrets<M>;
    };
    const T any{};
    Kind<T>::describe(look, any);
    if (!guarded) return;
    for (T& object : objects)
      if (const T* is = live.find<T>(object.id)) adopt_hidden(object, *is);
  });
  for (Subscription& subscription : wanted.all_of<Subscription>())
    if (const Subscription* is = live.find<Subscription>(subscription.id); is && !subscription.slot_name.value)
      subscription.slot_name = is->slot_name;
  // Settings without a value are none.
  std::erase_if(wanted.all_of<Settings>(), [](const Settings& settings) { return settings.values.values.empty(); });
}

std::vector<std::pair<const Base*, const Base*>> duplicates(const Database& database) {
  std::vector<std::pair<const Base*, const Base*>> out;
  database.each_kind([&out](const auto& objects) {
    for (std::size_t i = 1; i < objects.size(); ++i)
      if (objects[i - 1].id == objects[i].id) out.emplace_back(&objects[i - 1], &objects[i]);
  });
  return out;
}

}  // namespace plumb
