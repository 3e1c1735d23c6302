#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "catalog/patience.h"
#include "catalog/read.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/globals.h"
#include "cli/target.h"
#include "kinds/ownership.h"
#include "model/timing.h"
#include "plan/render_words.h"
#include "yaml/json_schema.h"
#include "yaml/writer.h"

namespace plumb::cli {

namespace {

constexpr const char* import_help =
    R"(Writes a live database as a declaration: planned against the same database, it differs in
nothing. What plumb does not manage yet is named on standard error and left out.

Usage: plumb import [--out DIR|-]

  --out DIR           DIR/plumb.yaml and one file per table; nothing is overwritten
  --out -             all in one document on standard output (the default)

Example:
  plumb import --db postgresql:///shop --out db
  plumb plan --db postgresql:///shop --config db/plumb.yaml
)";

// Roles are the server's, not the database's, and so are settings that hold in all databases.
void leave_roles_out(Database& live) {
  live.each_kind_mutable([]<typename T>(std::vector<T>& objects) {
    if constexpr (requires(const T& o) { Kind<T>::managed_by(o); })
      std::erase_if(objects, [](const T& object) { return Kind<T>::managed_by(object) == ManagedBy::roles; });
    if constexpr (is_attached<T>) std::erase_if(objects, [](const T& object) { return object.id.of == KindTag::role; });
  });
}

// Objects of which a secret stays behind.
std::string with_secrets(const Database& live) {
  std::string out;
  live.each([&out]<typename T>(const T& object) {
    bool any = false;
    auto look = [&any]<typename M>(std::string_view, const M& member, Unread = {}, Unread = {}) {
      if constexpr (holds_secrets<M>) any = any || without_secrets(member) != member;
    };
    Kind<T>::describe(look, object);
    if (any) out += (out.empty() ? "" : ", ") + to_string(object.id);
  });
  return out;
}

ExitCode import(const std::string& out, const Globals& globals) {
  globals.format_among({Format::text}, "import");
  Target target(globals);
  catalog::Scope everything;
  everything.all_schemas = true;
  catalog::Live live =
      catalog::with_patience(target.connection(), [&] { return catalog::read_live(target.connection(), everything); });
  stop_if_interrupted();
  leave_out_inherited(live.database);
  leave_roles_out(live.database);
  declare_ownership(live.database, creator_of(live.role, live.version, live.database, {}));

  auto timing = Timing::phase("yaml");
  yaml::WriteOptions options;
  options.one_document = out == "-";
  if (!options.one_document) options.editor_schema = editor_schema;
  auto files = yaml::write_declaration(live.database, options);
  timing.end();
  if (options.one_document) {
    print(files.at("plumb.yaml"));
  } else {
    files.emplace(editor_schema, yaml::json_schema());
    write_new_files(out, files);
    print(fmt::format("{}: {}\n", out, words::counted(static_cast<long long>(files.size()), "file")));
  }
  if (const std::string secret = with_secrets(live.database); !secret.empty())
    remark("secrets are not written, and not compared where they are not declared: " + secret);
  Plan unmanaged;
  unmanaged.unmanaged = live.unmanaged;
  if (!live.unmanaged.empty()) remark("not managed yet, and not written: " + words::unmanaged(unmanaged));
  return ExitCode::done;
}

}  // namespace

void add_import(CLI::App& app, Action& action) {
  const auto out = std::make_shared<std::string>("-");
  CLI::App* command = app.add_subcommand("import")->footer(import_help);
  command->add_option("--out", *out);
  command->callback([&action, out] { action = [out](const Globals& globals) { return import(*out, globals); }; });
}

}  // namespace plumb::cli
