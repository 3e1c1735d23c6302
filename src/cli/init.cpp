#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/console.h"
#include "cli/files.h"
#include "cli/globals.h"
#include "yaml/json_schema.h"

namespace plumb::cli {

namespace {

constexpr const char* init_help =
    R"(Writes a first declaration that works: plumb.yaml, an example in schema/, and the JSON Schema
by which editors complete and check them. It answers for the schema "app" alone, so it can be
planned against any database. To start from a database that is there, use `plumb import`.

Usage: plumb init [DIR]

  DIR                 where to write; made if it is missing (.)

Nothing that exists is overwritten.
)";

constexpr const char* root = R"(# yaml-language-server: $schema={0}
plumb: 1                              # version of this language
version: 0.1.0                        # of your schema: MAJOR.MINOR.PATCH
# database: postgresql:///mydb        # or --db, PLUMB_DB, or libpq's PG* variables
include: [schema/**/*.yaml]
manage:
  schemas: [app]                      # what is live in these and not declared is a drop; others are left alone
allow: [additive]                     # what `plumb apply` may do without being told
)";

constexpr const char* example = R"(# yaml-language-server: $schema=../{0}
schema: app                           # of the names below that have none

tables:
  users:
    comment: People who sign in
    columns:
      id: bigint generated always as identity primary key
      email: text not null unique
      name: text
      created_at: timestamptz not null default now()
    checks:
      users_email_shape: email like '%@%'

  notes:
    columns:
      id: bigint generated always as identity primary key
      author_id: bigint not null references users (id) on delete cascade
      title: text not null
      tags: text[] not null default '{{}}'
      published_at: timestamptz
    indexes:
      notes_author_id_idx: (author_id)
      notes_tags_idx: gin (tags)
      notes_published_at_idx: (published_at desc) where published_at is not null
)";

ExitCode init(const std::string& folder, const Globals& globals) {
  globals.format_among({Format::text}, "init");
  write_new_files(folder, {{"plumb.yaml", fmt::format(fmt::runtime(root), editor_schema)},
                           {"schema/app.yaml", fmt::format(fmt::runtime(example), editor_schema)},
                           {editor_schema, yaml::json_schema()}});
  const auto path = [&folder](const char* name) {
    return (std::filesystem::path(folder) / name).lexically_normal().string();
  };
  print(fmt::format("{}\n{}\n{}\n", path("plumb.yaml"), path("schema/app.yaml"), path(editor_schema)));
  const std::string in = folder == "." ? "" : fmt::format("cd {} && ", folder);
  remark(fmt::format("next: {}plumb --db embedded: plan", in));
  return ExitCode::done;
}

}  // namespace

void add_init(CLI::App& app, Action& action) {
  const auto folder = std::make_shared<std::string>(".");
  CLI::App* command = app.add_subcommand("init")->footer(init_help);
  command->add_option("dir", *folder);
  command->callback(
      [&action, folder] { action = [folder](const Globals& globals) { return init(*folder, globals); }; });
}

}  // namespace plumb::cli
