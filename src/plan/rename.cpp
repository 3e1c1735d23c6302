#include "plan/rename.h"

#include "kinds/fields.h"

namespace plumb {

namespace {

bool is_relation(KindTag kind) { return kind == KindTag::table || kind == KindTag::view; }

// An id after a rename of it, or of the schema or table that it is in.
void follow_id(ObjectId& id, const Renaming& r) {
  if (id == r.from) {
    id = r.to;
    return;
  }
  if (r.from.kind == KindTag::schema) {
    if (id.schema == r.from.name) id.schema = r.to.name;
    if (id.kind == KindTag::comment && id.of == KindTag::schema && id.name == r.from.name) id.name = r.to.name;
    return;
  }
  if (is_relation(r.from.kind) && id.schema == r.from.schema && id.parent == r.from.name) {
    id.schema = r.to.schema;
    id.parent = r.to.name;
    return;
  }
  if (id.kind == KindTag::comment && commented(id) == r.from) id = comment_id(r.to);
}

void carry_out(Database& live, const Renaming& renaming) {
  live.each_kind_mutable([&]<typename T>(std::vector<T>& objects) {
    for (T& object : objects) {
      if constexpr (requires { Kind<T>::follow(object, renaming); }) Kind<T>::follow(object, renaming);
      follow_id(object.id, renaming);
    }
  });
  live.sort();
}

// The id that a wanted object says it had. The old name may be qualified where the kind stands at the top level.
ObjectId old_id(const Base& wanted) {
  ObjectId out = wanted.id;
  if (wanted.id.parent.empty() && !wanted.id.schema.empty()) {
    auto parts = split_name(wanted.renamed_from.value);
    out.name = parts.back();
    if (parts.size() == 2) out.schema = parts.front();
  } else {
    out.name = wanted.renamed_from.value;
  }
  return out;
}

}  // namespace

ObjectId Renames::on_server(ObjectId id) const {
  for (auto it = renames_.rbegin(); it != renames_.rend(); ++it) follow_id(id, {it->to, it->from});
  return id;
}

ObjectId Renames::after(ObjectId id) const {
  for (const Renaming& renaming : renames_) follow_id(id, renaming);
  return id;
}

Renames apply_renames(Database& live, const Database& wanted) {
  Renames out;
  // Kinds are in order of creation: schemas, types and tables are renamed before what is in them.
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (requires(const T& o, const Context& c) { Kind<T>::rename(o, o, c); })
      for (const T& object : objects) {
        if (object.renamed_from.value.empty()) continue;
        const ObjectId from = old_id(object);
        if (from == object.id || !live.find<T>(from) || live.find<T>(object.id) || wanted.find<T>(from)) continue;
        out.add({from, object.id});
        carry_out(live, out.all().back());
      }
  });
  return out;
}

}  // namespace plumb
