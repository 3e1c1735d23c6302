// Names and comments of every sort of hostility, from a live database through import, plan and apply and back, in every
// format that plumb writes: they stay what they are, and do nothing but be names.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/text.h"
#include "support/workplace.h"

namespace {

using namespace plumb::testing;
using plumb::postgres::Connection;

// Quotes, spaces, semicolons, dots, comments, reserved words, YAML's and Markdown's signs, HTML, paths, control
// characters, other scripts, marks that turn the line around.
const std::vector<std::string> names = {"select",
                                        "user",
                                        "Sche ma",
                                        "a\"b",
                                        "o'clock",
                                        "x\"; DROP TABLE public.victim; --",
                                        "'; DROP TABLE public.victim; --",
                                        "do.tted",
                                        "a.b.c",
                                        "-- comment",
                                        "/* comment",
                                        "*/",
                                        "$$",
                                        "$1",
                                        "{x}",
                                        "[y]",
                                        "- z",
                                        "#h",
                                        "a: b",
                                        "a #b",
                                        "true",
                                        "null",
                                        "~",
                                        "1",
                                        "1e3",
                                        "*",
                                        "&a",
                                        "!t",
                                        "%s{}%n",
                                        "| cell |",
                                        "```",
                                        "`code`",
                                        "<b>&amp;</b>",
                                        "</details>",
                                        "@all",
                                        "../../etc/passwd",
                                        "..",
                                        "a/b",
                                        "back\\slash",
                                        " lead",
                                        "trail ",
                                        "tab\tbed",
                                        "new\nline",
                                        "ünï",
                                        "日本語",
                                        "🎉",
                                        "\x1b[31mred",
                                        "\xe2\x80\xae"
                                        "turned",
                                        "=cmd()",
                                        "\"quoted\"",
                                        "''",
                                        "CamelCase",
                                        "<<",
                                        ":password=x",
                                        "a\r\nb"};

std::string ident(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string literal(const std::string& text) {
  std::string out = "E'";
  for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

// Every name once as every sort of thing.
std::string script() {
  std::string out = "create table public.victim (id int primary key); insert into public.victim values (1);\n";
  const std::size_t count = names.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto name = [&](std::size_t shift) { return ident(names[(i + shift) % count]); };
    const std::string schema = name(0), relation = schema + "." + name(1);
    out += fmt::format("create schema {}; comment on schema {} is {};\n", schema, schema, literal(names[i]));
    out += fmt::format("create type {}.{} as enum ({}, {}, 'plain');\n", schema, name(2),
                       literal(names[(i + 3) % count]), literal(names[(i + 4) % count]));
    out += fmt::format("create sequence {}.{};\n", schema, name(5));
    out += fmt::format(
        "create table {} ({} bigint generated always as identity, {} {}.{} default {}, {} text default {}, {} int "
        "default "
        "nextval({}::regclass), constraint {} primary key ({}), constraint {} unique ({}, {}), constraint {} check ({} "
        "> 0 "
        "and {} <> {}));\n",
        relation, name(6), name(7), schema, name(2), literal(names[(i + 3) % count]), name(8), literal(names[i]),
        name(9), literal(schema + "." + name(5)), name(10), name(6), name(11), name(8), name(9), name(12), name(9),
        name(8), literal(names[i]));
    out += fmt::format("create index {} on {} (lower({}), {} desc) where {} > 5;\n", name(13), relation, name(8),
                       name(9), name(9));
    out += fmt::format("alter table {0} add constraint {1} foreign key ({2}) references {0} ({3});\n", relation,
                       name(14), name(9), name(6));
    out += fmt::format("create view {}.{} as select {} as {}, {} from {} where {} = {};\n", schema, name(15), name(6),
                       name(16), name(8), relation, name(7), literal(names[(i + 4) % count]));
    for (const std::string& on :
         {"table " + relation, "column " + relation + "." + name(8), "constraint " + name(10) + " on " + relation,
          "index " + schema + "." + name(13), "view " + schema + "." + name(15), "type " + schema + "." + name(2),
          "sequence " + schema + "." + name(5)})
      out += fmt::format("comment on {} is {};\n", on, literal(names[i]));
  }
  // A foreign key needs equal types.
  return out;
}

bool shows_only_text(const std::string& output) { return plumb::visible(output) == output; }

// Outside of code, only what plumb writes itself; tables with as many cells in every row.
void check_markdown(const std::string& text) {
  std::istringstream lines(text);
  std::string fence;
  std::size_t cells = 0;
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    const std::size_t marks = std::min(line.find_first_not_of('`'), line.size());
    if (!fence.empty()) {
      if (line == fence) fence.clear();
      continue;
    }
    if (marks >= 3) {
      fence = line.substr(0, marks);
      continue;
    }
    if (!line.starts_with("|")) cells = 0;
    std::string outside;  // of code spans
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
        continue;
      }
      if (line[i] == '|') ++bars;
      if (line[i] == '`') {
        const std::size_t run = std::min(line.find_first_not_of('`', i), line.size()) - i;
        std::size_t end = i + run;
        for (std::size_t found = 0; found != run; end += found) {
          end = line.find('`', end);
          REQUIRE_NE(end, std::string::npos);
          found = std::min(line.find_first_not_of('`', end), line.size()) - end;
        }
        for (std::size_t c = i; c < end; ++c)
          if (line[c] == '|' && line[c - 1] != '\\') ++bars;
        i = end - 1;
        continue;
      }
      outside += line[i];
    }
    if (line.starts_with("|")) {
      if (cells == 0) cells = bars;
      CHECK_EQ(bars, cells);
    }
    for (std::size_t at = outside.find('<'); at != std::string::npos; at = outside.find('<', at + 1)) {
      const std::string_view tag = std::string_view(outside).substr(at);
      const bool own = tag.starts_with("<details>") || tag.starts_with("<summary>") || tag.starts_with("</summary>") ||
                       tag.starts_with("</details>") || tag.starts_with("<br>");
      CHECK(own);
    }
  }
  CHECK(fence.empty());
}

// A superuser, who may own what is in databases that go before.
struct OddRole {
  explicit OddRole(std::string role) : name(std::move(role)) {
    shared_server().connect().execute("create role " + ident(name) + " login superuser");
  }
  ~OddRole() { shared_server().connect().execute("drop role " + ident(name)); }
  OddRole(const OddRole&) = delete;
  OddRole& operator=(const OddRole&) = delete;
  const std::string name;
};

class Odd {
 public:
  // REQUIRES: a name that no other test uses.
  explicit Odd(const std::string& name) : name_(name) { shared_server().create_database(name_); }
  ~Odd() { shared_server().drop_database(name_); }
  Odd(const Odd&) = delete;
  Odd& operator=(const Odd&) = delete;
  std::string url(const std::string& user = "postgres") const {
    const auto quoted = [](const std::string& text) {
      std::string out = "'";
      for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
      return out + "'";
    };
    return fmt::format("host={} user={} dbname={}", shared_server().directory(), quoted(user), quoted(name_));
  }

 private:
  std::string name_;
};

}  // namespace

TEST_CASE("odd names: through import, plan and apply, in every format") {
  const Workplace work;
  const OddRole role("ro le\"'; -- @x/y:z?");
  const Odd from("o'd d\"b;`|<b> --"), to("\"; drop database postgres; -- ü");
  Connection(from.url()).run_script(script());
  const auto run = [&work](std::vector<std::string> arguments, const std::string& url) {
    arguments.insert(arguments.end(), {"--config", "db/plumb.yaml", "--db", url});
    const ProgramResult result = work.run(arguments);
    CAPTURE(result.err);
    CHECK(shows_only_text(result.err));
    return result;
  };
  const auto in_all_formats = [&](const std::string& url) {
    for (const char* format : {"text", "sql", "json", "markdown"}) {
      CAPTURE(format);
      const ProgramResult plan = run({"plan", "--format", format, "--out", std::string("plan.") + format}, url);
      CHECK_EQ(plan.exit_code, 0);
    }
    CHECK(shows_only_text(run({"plan"}, url).out));
    check_markdown(read_file(work.path("plan.markdown")));
    const auto plan = nlohmann::json::parse(read_file(work.path("plan.json")));
    const auto valid =
        run_program({"python3", "-c",
                     "import json, sys, jsonschema; schema, plan = (json.load(open(path)) for path in sys.argv[1:]);"
                     "jsonschema.Draft202012Validator(schema).validate(plan)",
                     PLUMB_SOURCE_DIR "/schema/plan.json", work.path("plan.json")});
    CHECK_MESSAGE(valid.exit_code == 0, valid.err);
    return plan["steps"].size();
  };

  const ProgramResult imported = run({"import", "--out", "db"}, from.url(role.name));
  REQUIRE_MESSAGE(imported.exit_code == 0, imported.err);
  const ProgramResult in_sync = run({"apply", "--check"}, from.url(role.name));
  CHECK_MESSAGE(in_sync.exit_code == 0, in_sync.out << in_sync.err);
  const ProgramResult valid = run({"validate"}, from.url());
  CHECK_MESSAGE(valid.exit_code == 0, valid.err);

  CHECK(in_all_formats(to.url()) >= names.size() * 5);
  // The script, run by psql, does what apply would do.
  {
    const Odd other("psql \\! touch it");
    const ProgramResult psql =
        run_program({shared_server().bin_dir() + "/psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
                     "--output=/dev/null", "--file=" + work.path("plan.sql"), other.url()});
    CHECK_MESSAGE(psql.exit_code == 0, psql.err);
    CHECK_EQ(run({"apply", "--check"}, other.url()).exit_code, 0);
  }
  const ProgramResult applied = run({"apply", "--yes"}, to.url(role.name));
  CHECK_MESSAGE(applied.exit_code == 0, applied.err);
  CHECK_EQ(run({"apply", "--check"}, to.url()).exit_code, 0);
  const auto dump = [](const Odd& database) { return pg_dump(database.url(), {"--no-owner"}); };
  CHECK_EQ(dump(from), dump(to));
  CHECK_EQ(Connection(from.url()).execute("select count(*) from victim").value(0, 0), "1");

  // What goes is told as safely as what comes: here all but the comments and the victim.
  write_file(work.path("db/plumb.yaml"),
             "plumb: 1\nmanage: {schemas: all, database: true}\ntables: {victim: {columns: {id: int primary key}}}\n");
  CHECK(in_all_formats(to.url()) >= names.size() * 4);
  const ProgramResult dropped = run({"apply", "--yes", "--allow", "breaking"}, to.url());
  CHECK_MESSAGE(dropped.exit_code == 0, dropped.err);
  CHECK_EQ(run({"apply", "--check"}, to.url()).exit_code, 0);
  CHECK_EQ(Connection(to.url()).execute("select to_regclass('public.victim') is not null").value(0, 0), "t");
}
