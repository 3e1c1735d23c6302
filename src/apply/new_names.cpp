#include "apply/new_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "kinds/fields.h"
#include "sql/names.h"
#include "sql/syntax_error.h"

namespace plumb {

namespace {

using Name = std::pair<std::string, std::string>;  // schema, name

// Names to come that hide what a bare name finds as yet. (What goes hides until it is gone: a bare name means it till then.)
std::set<Name> hiding_names(const catalog::Live& live, const Database& wanted) {
  std::set<Name> out;
  wanted.each_kind([&]<typename T>(const std::vector<T>& objects) {
    if constexpr (Kind<T>::placement.in_schema && !is_attached<T>)
      for (const T& object : objects)
        if (object.id.parent.empty() && !live.database.contains(object.id))
          out.emplace(object.id.schema, by_bare_name(object.id).name);
  });
  std::erase_if(out, [&live](const Name& name) {
    return live.visibility.visible(name.first, name.second, name.first) ||
           std::none_of(live.path_schemas.begin(), live.path_schemas.end(),
                        [&](const std::string& schema) { return live.visibility.visible(schema, name.second, ""); });
  });
  return out;
}

class NewNames {
 public:
  NewNames(const catalog::Live& live, const Database& wanted, const Renames& renames)
      : before_(live.visibility), come_(hiding_names(live, wanted)) {
    // What a table's columns own moves along with it.
    for (const Sequence& sequence : live.database.all<Sequence>()) {
      if (sequence.owned_by.empty()) continue;
      const ObjectId was = renames.on_server(table_id(sequence.owned_by.schema, sequence.owned_by.table));
      if (was.schema != sequence.id.schema)
        renamed_[{sequence.id.schema, sequence.id.name}] = {was.schema, sequence.id.name};
    }
    for (const Renaming& renaming : renames.all()) {
      const ObjectId now = by_bare_name(renaming.to), was = by_bare_name(renames.on_server(renaming.to));
      if (now.kind == KindTag::schema) schemas_[now.name] = was.name;
      if (now.parent.empty() && !now.schema.empty()) renamed_[{now.schema, now.name}] = {was.schema, was.name};
    }
  }

  bool visible(std::string_view schema, std::string_view name, std::string_view home) const {
    const Name there(schema, name), at_home(home, name);
    if (const auto renamed = renamed_.find(there); renamed != renamed_.end()) {
      const auto& [was_schema, was_name] = renamed->second;
      return was_schema == on_server(schema) ? before_.visible(was_schema, was_name, on_server(home)) : schema == home;
    }
    // What moves is seen in its new schema alone, and hides what has its name elsewhere.
    if (schema != home && (renamed_.contains(at_home) || come_.contains(at_home))) return false;
    return before_.visible(on_server(schema), name, on_server(home));
  }

 private:
  std::string on_server(std::string_view schema) const {
    const auto renamed = schemas_.find(std::string(schema));
    return renamed == schemas_.end() ? std::string(schema) : renamed->second;
  }

  sql::Visibility before_;
  std::set<Name> come_;
  std::map<Name, Name> renamed_;
  std::map<std::string, std::string> schemas_;
};

bool names_one(const std::string& text, const std::string& home, const std::set<Name>& names) {
  try {
    const auto uses = sql::names_in(text);
    return std::any_of(uses.begin(), uses.end(), [&](const sql::NameUse& use) {
      return use.parts.size() == 1 && names.contains(Name(home, use.parts.front()));
    });
  } catch (const sql::SyntaxError&) {
    return false;  // the server will say what is wrong with it
  }
}

}  // namespace

bool names_hide(const catalog::Live& live, const Database& wanted) { return !hiding_names(live, wanted).empty(); }

void see_new_names(catalog::Live& live, const Database& wanted, const Renames& renames) {
  live.visibility.visible = [names = NewNames(live, wanted, renames)](std::string_view schema, std::string_view name,
                                                                      std::string_view home) {
    return names.visible(schema, name, home);
  };
}

void leave_out_readers_of_new_names(std::set<ObjectId>& candidates, const catalog::Live& live, const Database& wanted) {
  const std::set<Name> hiding = hiding_names(live, wanted);
  if (hiding.empty()) return;
  std::erase_if(candidates, [&](const ObjectId& id) {
    bool out = false;
    wanted.visit(id, [&]<typename T>(T object) {
      each_sql_of(object, [&](const std::string& text, bool) { out = out || names_one(text, id.schema, hiding); });
    });
    return out;
  });
}

}  // namespace plumb
