// The root's own keys, patterns of names and of files.
#include "yaml/config.h"

#include <doctest/doctest.h>

#include "unit/yaml_files.h"
#include "yaml/glob.h"

using namespace plumb;
using namespace plumb::testing;
using namespace plumb::yaml;

TEST_CASE("config: semantic versions") {
  for (const char* good :
       {"0.0.0", "1.2.3", "10.20.30", "1.0.0-rc.1", "1.0.0-0a", "1.0.0+001", "1.0.0-a-b+c.d", "1.0.0--"})
    CHECK_MESSAGE(is_semantic_version(good), good);
  for (const char* bad : {"", "1", "1.2", "1.2.3.4", "v1.2.3", "01.2.3", "1.2.x", "1.2.3-", "1.2.3+", "1.2.3-01",
                          "1.2.3-a..b", "1.2.3 ", "-1.2.3", "1.2.3-ä"})
    CHECK_MESSAGE(!is_semantic_version(bad), bad);
}

TEST_CASE("config: what the root says") {
  const Declaration declaration = declared(
      "version: 1.3.0\ndatabase: postgresql:///shop\nallow: [additive, destroys-data]\n"
      "manage: {schemas: [public, app], database: true, ignore: [\"table public.spatial_*\", \"* app.legacy_*\"]}\n");
  const Config& config = declaration.config;
  CHECK_EQ(config.version, "1.3.0");
  CHECK_EQ(config.database_url(), "postgresql:///shop");
  CHECK_EQ(config.allow, std::vector<std::string>{"additive", "destroys-data"});
  CHECK(config.manage.database);
  CHECK_EQ(managed_schemas(config, declaration.wanted), std::set<std::string>{"app", "public"});
  const ObjectId spatial = table_id("public", "spatial_ref_sys"), legacy = table_id("app", "legacy_x");
  CHECK(config.manage.ignores(spatial));
  CHECK(config.manage.ignores(column_id(spatial, "srid")));
  CHECK(config.manage.ignores(comment_id(column_id(spatial, "srid"))));
  CHECK_FALSE(config.manage.ignores(top_id(KindTag::view, "public", "spatial_view")));
  CHECK(config.manage.ignores(child_id(KindTag::index, legacy, "i")));
  CHECK(config.manage.ignores(top_id(KindTag::view, "app", "legacy_view")));
  CHECK_FALSE(config.manage.ignores(table_id("public", "legacy_x")));
}

TEST_CASE("config: managed schemas") {
  const auto managed = [](const std::string& text) {
    const Declaration declaration = declared(text);
    return managed_schemas(declaration.config, declaration.wanted);
  };
  CHECK_EQ(managed("tables: {a: , app.b: }\nschemas: [empty]\n"), std::set<std::string>{"app", "empty", "public"});
  CHECK_EQ(managed("manage: {schemas: [x]}\ntables: {x.a: }\n"), std::set<std::string>{"x"});
  CHECK_EQ(managed("manage: {schemas: []}\n"), std::set<std::string>{});
  CHECK_FALSE(managed("manage: {schemas: all}\n").has_value());
}

TEST_CASE("config: variables of the environment in the database's address") {
  setenv("PLUMB_TEST_USER", "me", 1);
  unsetenv("PLUMB_TEST_NONE");
  const auto url = [](const std::string& database) {
    return declared("database: " + database + "\n").config.database_url();
  };
  CHECK_EQ(url("postgresql://${PLUMB_TEST_USER}@h/${PLUMB_TEST_USER}_db"), "postgresql://me@h/me_db");
  CHECK_EQ(url("host=h password=$ecret$"), "host=h password=$ecret$");
  CHECK_EQ(url("\"${\""), "${");
  try {
    url("postgresql://${PLUMB_TEST_NONE}/x");
    FAIL("no error");
  } catch (const Error& error) {
    REQUIRE_EQ(error.diagnostics().size(), 1);
    CHECK_EQ(error.diagnostics()[0].message, "the environment variable PLUMB_TEST_NONE is not set");
    CHECK_EQ(error.diagnostics()[0].where.line, 2);
    CHECK_EQ(error.diagnostics()[0].where.column, 11);
  }
}

TEST_CASE("config: what may be allowed") {
  for (const char* good : {"additive", "breaking", "destroys-data", "column public.users.name", "primary key a.b.c"})
    CHECK_EQ(wrong_allowance(good), "");
  for (const char* bad : {"", "adds", "* public.users", "columns public.users.name", "destroys_data"})
    CHECK_NE(wrong_allowance(bad), "");
}

TEST_CASE("glob: patterns of names") {
  const std::vector<std::tuple<const char*, const char*, bool>> cases = {
      {"*", "", true},
      {"*", "abc", true},
      {"a*c", "abc", true},
      {"a*c", "ac", true},
      {"a*c", "acb", false},
      {"a?c", "abc", true},
      {"a?c", "ac", false},
      {"[a-c]x", "bx", true},
      {"[!a-c]x", "bx", false},
      {"[!a-c]x", "dx", true},
      {"[]x]", "]", true},
      {"[", "[", true},
      {"a*b*c", "aXbYc", true},
      {"a*b*c", "aXcYb", false},
      {"**", "a.b", true},
      {"public.*", "public.a.b", true},
      {"", "", true},
      {"", "a", false},
      {"*.yaml", "a.yaml.x", false},
      {"a**b", "ab", true},
  };
  for (const auto& [pattern, text, expected] : cases) {
    CAPTURE(pattern);
    CAPTURE(text);
    CHECK_EQ(matches(pattern, text), expected);
  }
  // No exponential time.
  CHECK_FALSE(matches("*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(200, 'a')));
}

TEST_CASE("glob: files") {
  const Folder folder;
  for (const char* name : {"a.yaml", "b.yml", "s/c.yaml", "s/t/d.yaml", "s/.hidden/e.yaml", "s/.f.yaml", "u[1]/g.yaml"})
    folder.write(name, "");
  std::filesystem::create_directory_symlink(folder.path("s"), folder.path("s/t/loop"));
  std::filesystem::create_directory(folder.path("folder.yaml"));
  const auto found = [&folder](const std::string& pattern) {
    std::string out;
    for (const auto& path : find_files(folder.path("."), pattern))
      out += (out.empty() ? "" : " ") + std::filesystem::path(path).lexically_relative(folder.path("")).string();
    return out;
  };
  CHECK_EQ(found("*.yaml"), "a.yaml");
  CHECK_EQ(found("**/*.yaml"), "a.yaml s/c.yaml s/t/d.yaml u[1]/g.yaml");
  CHECK_EQ(found("s/**"), "s/c.yaml s/t/d.yaml");
  CHECK_EQ(found("s/*/*.yaml"), "s/t/d.yaml");
  CHECK_EQ(found("s/.*.yaml"), "s/.f.yaml");
  CHECK_EQ(found("[ab].y*ml"), "a.yaml b.yml");
  CHECK_EQ(found("none/*.yaml"), "");
  CHECK_EQ(found("s/../a.yaml"), "a.yaml");
  CHECK_EQ(found("missing.yaml"), "missing.yaml");
  CHECK_EQ(find_files("", folder.path("*.yaml")), std::vector<std::string>{folder.path("a.yaml")});
}
