// Declarations of several files: includes, default schemas, errors of all files at once; what short forms become.
#include "yaml/reader.h"

#include <doctest/doctest.h>

#include "unit/yaml_files.h"

using namespace plumb;
using namespace plumb::testing;
using namespace plumb::yaml;

using Lines = std::vector<std::string>;

TEST_CASE("reader: files are included once, in order, from where the root stands") {
  const Folder folder;
  folder.write("schema/b.yaml", "tables: {b: {columns: {id: bigint}}}\n");
  folder.write("schema/app/a.yaml", "schema: app\ntables: {a: {columns: {id: bigint}}, public.c: }\n");
  folder.write("schema/.hidden.yaml", "wrong\n");
  folder.write("schema/notes.txt", "wrong\n");
  folder.write("extra.yaml", "");
  const std::string root = folder.write(
      "plumb.yaml", "plumb: 1\ninclude: [extra.yaml, schema/**/*.yaml, schema/b.yaml, ./schema/../extra.yaml]\n");
  const Declaration declaration = read_declaration(root);
  CHECK_EQ(declaration.files,
           Lines{root, folder.path("extra.yaml"), folder.path("schema/app/a.yaml"), folder.path("schema/b.yaml")});
  CHECK(declaration.wanted.find<Table>(table_id("app", "a")));
  CHECK(declaration.wanted.find<Table>(table_id("public", "b")));
  CHECK(declaration.wanted.find<Table>(table_id("public", "c")));
  CHECK(declaration.wanted.find<Schema>(schema_id("app")));  // implied
  const Column* column = declaration.wanted.find<Column>(column_id(table_id("app", "a"), "id"));
  REQUIRE(column);
  CHECK_EQ(declaration.sources.locate(column->origin), Location{folder.path("schema/app/a.yaml"), 2, 24});
}

TEST_CASE("reader: the errors of all files, by file and place") {
  const Folder folder;
  folder.write("schema/a.yaml", "tables:\n  a: {columns: {id: bigint nul}}\n  b: {colums: }\n");
  folder.write("schema/b.yaml", "include: [x.yaml]\nplumb: 1\nviews: {v: {query: 5}}\n");
  const std::string root = folder.write("plumb.yaml", "plumb: 1\nversion: 1\ninclude: [schema/*.yaml, none.yaml]\n");
  CHECK_EQ(errors_of(root), Lines{"plumb.yaml:2:10: 1 is no semantic version [MAJOR.MINOR.PATCH, for example 1.3.0]",
                                  "plumb.yaml:3:26: no such file: none.yaml",
                                  "schema/a.yaml:2:28: \"nul\" is not a column constraint; did you mean \"null\"?",
                                  "schema/a.yaml:3:7: unknown key colums in table public.b [did you mean columns?]",
                                  "schema/b.yaml:1:1: only the root file includes",
                                  "schema/b.yaml:2:1: plumb is for the root of the declaration alone",
                                  "schema/b.yaml:3:20: expected a text, found the number 5 [put it in quotes: \"5\"]"});
}

TEST_CASE("reader: one object in two files shows both places") {
  const Folder folder;
  folder.write("a.yaml", "tables:\n  users: {columns: {id: bigint, name: text}}\n");
  folder.write("b.yaml", "enums:\n  mood: [a]\ntables:\n  users: {comment: x, columns: {id: bigint}}\n");
  folder.write("c.yaml", "schema: public\nenums:\n  mood: [a]\n");
  const std::string root = folder.write("plumb.yaml", "plumb: 1\ninclude: [a.yaml, b.yaml, c.yaml]\n");
  CHECK_EQ(errors_of(root), Lines{"b.yaml:4:3: table public.users is declared twice [the first is at a.yaml:2:3]",
                                  "c.yaml:3:3: enum public.mood is declared twice [the first is at b.yaml:2:3]"});
}

TEST_CASE("reader: where a file is no YAML, nothing is said about what it may hold") {
  const Folder folder;
  folder.write("a.yaml", "tables: [\n");
  folder.write("b.yaml", "tables: {users: {columns: {boss: bigint references bosses (id), x: bigint nul}}}\n");
  const std::string root = folder.write("plumb.yaml", "plumb: 1\ninclude: [a.yaml, b.yaml]\n");
  CHECK_EQ(errors_of(root).size(), 2);
}

TEST_CASE("reader: what is broken draws no second error") {
  CHECK_EQ(errors_in("tables:\n  users:\n    columns:\n      id: bigint primry key\n      name: {type: text, x: 1}\n"
                     "    indexes: {i: (id), j: (name)}\n  orders:\n    columns:\n"
                     "      u: bigint references users (id)\n      v: text references users (name)\n")
               .size(),
           2);
}

TEST_CASE("reader: the root must be there and be one") {
  const Folder folder;
  CHECK_EQ(errors_of(folder.path("plumb.yaml")), Lines{"plumb.yaml:0:0: no such file"});
  CHECK_EQ(errors_of(folder.write("empty.yaml", "")),
           Lines{"empty.yaml:1:1: the root of a declaration is empty [its first line is plumb: 1]"});
  CHECK_EQ(errors_of(folder.write("comment.yaml", "# nothing\n")).size(), 1);
}

TEST_CASE("reader: the root can be used while the rest is read") {
  const Folder folder;
  folder.write("a.yaml", "tables: {a: }\n");
  Reader reader(folder.write("plumb.yaml", "plumb: 1\nversion: 1.2.3\ninclude: [a.yaml]\n"));
  CHECK_EQ(reader.config().version, "1.2.3");
  CHECK_EQ(reader.finish().files.size(), 2);
  // Left alone, it waits for its threads.
  const Reader forgotten(folder.path("plumb.yaml"));
}

TEST_CASE("reader: many files on all cores, in the same order each time") {
  const Folder folder;
  for (int i = 0; i < 200; ++i)
    folder.write("schema/" + std::to_string(i) + ".yaml",
                 "tables: {t" + std::to_string(i) + ": {comment: c, columns: {id: bigint primary key, x: text}}}\n");
  const std::string root = folder.write("plumb.yaml", "plumb: 1\ninclude: [schema/*.yaml]\n");
  const Declaration first = read_declaration(root), second = read_declaration(root);
  CHECK_EQ(first.wanted.all<Table>().size(), 200);
  CHECK_EQ(first.files, second.files);
  CHECK_EQ(difference(first.wanted, second.wanted), "");
}

TEST_CASE("reader: a file over 64 MB is not read") {
  const Folder folder;
  std::filesystem::resize_file(folder.write("big.yaml", ""), 100u << 20);
  const std::string root = folder.write("plumb.yaml", "plumb: 1\ninclude: [big.yaml]\n");
  CHECK_EQ(errors_of(root), Lines{"big.yaml:0:0: has 100 MB, more than the 64 MB that a file may have "
                                  "[split it into several files and include them]"});
}

TEST_CASE("reader: objects of short forms") {
  const Declaration declaration = declared(
      "tables:\n  users:\n    comment: people\n    columns:\n      id: bigserial primary key\n"
      "      name: {type: text, comment: how it is called}\n      state: text not null default 'new' unique\n");
  const Database& wanted = declaration.wanted;
  const ObjectId users = table_id("public", "users");
  const Column* id = wanted.find<Column>(column_id(users, "id"));
  REQUIRE(id);
  CHECK_EQ(id->type.text, "bigint");
  CHECK_FALSE(id->nullable);
  CHECK_EQ(id->position.value, 1);
  CHECK(wanted.find<Sequence>(top_id(KindTag::sequence, "public", "users_id_seq")));
  CHECK(wanted.find<PrimaryKey>(child_id(KindTag::primary_key, users, "users_pkey")));
  CHECK(wanted.find<Unique>(child_id(KindTag::unique, users, "users_state_key")));
  const Comment* comment = wanted.find<Comment>(comment_id(column_id(users, "name")));
  REQUIRE(comment);
  CHECK_EQ(comment->text, "how it is called");
  CHECK(wanted.find<Comment>(comment_id(users)));
}

TEST_CASE("reader: a serial in the long form means the same") {
  const Declaration a = declared("tables: {t: {columns: {id: {type: serial}}}}\n");
  const Declaration b = declared("tables: {t: {columns: {id: serial}}}\n");
  CHECK_EQ(difference(a.wanted, b.wanted), "");
  CHECK_EQ(a.wanted.all<Sequence>().size(), 1);
}

TEST_CASE("reader: comments and renames of what has no name in the file") {
  const Declaration declaration = declared(
      "tables:\n  t:\n    columns: {a: text, b: text}\n    unique:\n      - {columns: [a], comment: first}\n"
      "      - {columns: [b], comment: second, renamed_from: old}\n    primary_key: {columns: [a, b], comment: key}\n");
  const ObjectId t = table_id("public", "t");
  const auto text = [&](const ObjectId& id) {
    const Comment* comment = declaration.wanted.find<Comment>(comment_id(id));
    return comment ? comment->text : "";
  };
  CHECK_EQ(text(child_id(KindTag::unique, t, "t_a_key")), "first");
  CHECK_EQ(text(child_id(KindTag::unique, t, "t_b_key")), "second");
  CHECK_EQ(text(child_id(KindTag::primary_key, t, "t_pkey")), "key");
  CHECK_EQ(declaration.wanted.find<Unique>(child_id(KindTag::unique, t, "t_b_key"))->renamed_from.value, "old");
}

TEST_CASE("reader: names without a schema are of the file's, or of their table's") {
  const Declaration declaration = declared(
      "schema: app\nsequences: {s: {owned_by: t.id}}\ntables:\n  t: {columns: {id: bigint primary key}}\n"
      "  other.u:\n    columns: {id: bigint primary key, t: bigint references app.t (id), up: bigint}\n"
      "    foreign_keys: {f: {columns: [up], references: u}}\n");
  CHECK_EQ(declaration.wanted.all<Sequence>().at(0).owned_by, ColumnName{"app", "t", "id"});
  const ObjectId u = table_id("other", "u");
  const auto* key = declaration.wanted.find<ForeignKey>(child_id(KindTag::foreign_key, u, "f"));
  REQUIRE(key);
  CHECK_EQ(key->references, ObjectName{"other", "u"});
  CHECK_EQ(key->referenced_columns, Lines{"id"});
}

TEST_CASE("reader: references out of what plumb answers for are believed") {
  const std::string text = "tables: {t: {columns: {id: bigint references auth.users (id)}}}\n";
  CHECK_EQ(errors_in(text), Lines{});
  CHECK_EQ(errors_in("manage: {schemas: [public, auth]}\n" + text).size(), 1);
  CHECK_EQ(errors_in("manage: {schemas: all}\n" + text).size(), 1);
  CHECK_EQ(errors_in("manage: {schemas: all, ignore: [table auth.*]}\n" + text), Lines{});
}
