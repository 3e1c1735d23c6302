// A database as a declaration: what a person would have written.
#include "yaml/writer.h"

#include <doctest/doctest.h>

#include "unit/yaml_files.h"

using namespace plumb;
using namespace plumb::testing;
using namespace plumb::yaml;

namespace {

using Files = std::map<std::string, std::string>;

std::string one_document(const std::string& text) {
  WriteOptions options;
  options.one_document = true;
  const std::string out = write_declaration(declared(text).wanted, options).at("plumb.yaml");
  const std::string head = "plumb: 1\nmanage: {schemas: all, database: true, owners: true, privileges: true}\n";
  REQUIRE(out.starts_with(head));
  return out.size() > head.size() ? out.substr(head.size() + 1) : "";
}

}  // namespace

TEST_CASE("writer: short forms, inline constraints, nothing that is a default") {
  CHECK_EQ(one_document("tables:\n"
                        "  users:\n"
                        "    columns:\n"
                        "      id: {type: int8, nullable: false, identity: always}\n"
                        "      email: {type: character varying(100), nullable: false}\n"
                        "      state: {type: text, default: \"'new'\", nullable: true, storage: extended}\n"
                        "      boss: {type: bigint}\n"
                        "    primary_key: {name: users_pkey, columns: [id]}\n"
                        "    unique: {users_email_key: {columns: [email]}, named: {columns: [state]}}\n"
                        "    checks: {users_state_check: state <> '', other: boss > 0}\n"
                        "    foreign_keys: {users_boss_fkey: (boss) references users (id) on delete cascade}\n"
                        "    indexes: {by_boss: {using: btree, unique: false, on: [boss]}}\n"),
           "tables:\n"
           "  users:\n"
           "    columns:\n"
           "      id: bigint generated always as identity primary key\n"
           "      email: varchar(100) not null unique\n"
           "      state: text storage extended default 'new' check (state <> '')\n"
           "      boss: bigint references users (id) on delete cascade\n"
           "    unique:\n"
           "      named: (state)\n"
           "    checks:\n"
           "      other: boss > 0\n"
           "    indexes:\n"
           "      by_boss: (boss)\n");
}

TEST_CASE("writer: the long form where something is said that the short one can't") {
  CHECK_EQ(one_document("tables:\n"
                        "  users:\n"
                        "    comment: people\n"
                        "    renamed_from: persons\n"
                        "    with: {fillfactor: 70}\n"
                        "    unlogged: true\n"
                        "    columns:\n"
                        "      name: {type: text, comment: \"how: it is called\", renamed_from: title, default: 5}\n"
                        "      size: {type: integer, statistics: 500}\n"
                        "    primary_key: {name: pk, columns: [name, size]}\n"
                        "    indexes: {i: {on: [name, lower(name) desc], comment: \"two\\nlines\"}}\n"),
           "tables:\n"
           "  users:\n"
           "    comment: people\n"
           "    renamed_from: persons\n"
           "    columns:\n"
           "      name:\n"
           "        type: text\n"
           "        nullable: false\n"
           "        default: 5\n"
           "        comment: \"how: it is called\"\n"
           "        renamed_from: title\n"
           "      size: {type: integer, nullable: false, statistics: 500}\n"
           "    primary_key: {name: pk, columns: [name, size]}\n"
           "    indexes:\n"
           "      i:\n"
           "        on: [name, lower(name) desc]\n"
           "        comment: |-\n"
           "          two\n"
           "          lines\n"
           "    unlogged: true\n"
           "    with: {fillfactor: 70}\n");
}

TEST_CASE("writer: keys of several columns, composite in one line") {
  CHECK_EQ(one_document("tables: {t: {columns: {a: text, b: text}, primary_key: [a, b]}}\n"),
           "tables:\n  t:\n    columns:\n      a: text not null\n      b: text not null\n    primary_key: [a, b]\n");
}

TEST_CASE("writer: schemas, extensions, enums, sequences, views") {
  CHECK_EQ(one_document("schemas: {app: {comment: data}, empty: , public: }\n"
                        "extensions: {vector: {version: \"0.8.0\", schema: app}, postgis: }\n"
                        "enums: {app.mood: [calm, \"yes\", \"1\"]}\n"
                        "sequences: {numbers: , app.s: {start: 5, owned_by: app.t.id}}\n"
                        "tables: {app.t: {columns: {id: bigint}}}\n"
                        "views:\n  v: select 1\n  app.w: {query: \"select 1\\nfrom t\", comment: two}\n"),
           "schemas:\n"
           "  app:\n"
           "    comment: data\n"
           "  empty:\n"
           "\n"
           "extensions:\n"
           "  postgis:\n"
           "  vector: {version: \"0.8.0\", schema: app}\n"
           "\n"
           "enums:\n"
           "  app.mood: [calm, \"yes\", \"1\"]\n"
           "\n"
           "sequences:\n"
           "  app.s: {start: 5, owned_by: t.id}\n"
           "  numbers:\n"
           "\n"
           "tables:\n"
           "  app.t:\n"
           "    columns:\n"
           "      id: bigint\n"
           "\n"
           "views:\n"
           "  app.w:\n"
           "    comment: two\n"
           "    query: |-\n"
           "      select 1\n"
           "      from t\n"
           "\n"
           "  v: select 1\n");
}

TEST_CASE("writer: one file per table, others by what is in them") {
  const Database database = declared(
                                "extensions: [postgis]\n"
                                "enums: {mood: [a], app.state: [b]}\n"
                                "sequences: {s: }\n"
                                "tables:\n  users: \n  Users: \n  views: \n  app.users: \n  a/b c.d: \n"
                                "  '\"..\"': \n  database: \n"
                                "views: {v: select 1}\n")
                                .wanted;
  WriteOptions options;
  options.editor_schema = "declaration.json";
  options.version = "1.2.3";
  const Files files = write_declaration(database, options);
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) paths.push_back(path);
  CHECK_EQ(paths, std::vector<std::string>{"plumb.yaml", "schema/Users.yaml", "schema/__.yaml", "schema/a_b_c/d.yaml",
                                           "schema/app/types.yaml", "schema/app/users.yaml", "schema/database.yaml",
                                           "schema/database_2.yaml", "schema/sequences.yaml", "schema/types.yaml",
                                           "schema/users_2.yaml", "schema/views.yaml", "schema/views_2.yaml"});
  CHECK_EQ(files.at("plumb.yaml"),
           "# yaml-language-server: $schema=declaration.json\nplumb: 1\nversion: \"1.2.3\"\n"
           "include: [schema/**/*.yaml]\nmanage: {schemas: all, database: true, owners: true, privileges: true}\n");
  CHECK_EQ(files.at("schema/app/users.yaml"), "schema: app\n\ntables:\n  users:\n");
  CHECK_EQ(files.at("schema/types.yaml"), "enums:\n  mood: [a]\n");
}

TEST_CASE("writer: a database with nothing in it") {
  const Files files = write_declaration(Database{}, {});
  CHECK_EQ(files,
           Files{{"plumb.yaml", "plumb: 1\nmanage: {schemas: all, database: true, owners: true, privileges: true}\n"}});
}

TEST_CASE("writer: what to manage") {
  WriteOptions options;
  options.manage.all = false;
  options.manage.schemas = {"public", "on"};
  options.manage.database = options.manage.owners = options.manage.privileges = false;
  options.manage.ignore = {{"*", "public.x*"}};
  options.database = "postgresql:///shop";
  CHECK_EQ(write_declaration(Database{}, options).at("plumb.yaml"),
           "plumb: 1\ndatabase: postgresql:///shop\nmanage: {schemas: [public, \"on\"], ignore: [\"* public.x*\"]}\n");
}
