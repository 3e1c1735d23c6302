// A plan made by hand, and every way in which it is printed.
#include <doctest/doctest.h>

#include "model/error.h"
#include "plan/plan_json.h"
#include "plan/render.h"
#include "plan/render_definition.h"
#include "plan/render_words.h"

namespace plumb {
namespace {

const ObjectId attractions = table_id("public", "attractions");
const ObjectId cities = table_id("public", "cities");
const ObjectId cards = top_id(KindTag::view, "public", "cards");

Change change(Verb verb, const ObjectId& id, std::string definition = {}) {
  Change out{verb, id, id, {}, {}, false};
  FieldChange field{std::string(definition_field), {}, {}};
  (verb == Verb::drop ? field.from : field.to) = std::move(definition);
  if (verb == Verb::create || verb == Verb::drop) out.fields.push_back(std::move(field));
  return out;
}

struct Make {
  Step step;
  explicit Make(Change what) { step.change = std::move(what), step.search_path = "public"; }
  Make& sql(std::string text, std::vector<LockedRelation> locks = {}) {
    step.statements.push_back({std::move(text), std::move(locks), {}, true});
    return *this;
  }
  Make& outside_transaction() {
    step.statements.back().transactional = false;
    return *this;
  }
  Make& hazard(HazardKind kind, std::string reason) {
    step.statements.back().hazards.push_back({kind, std::move(reason)});
    step.own_class = step.phase = Class::breaking;
    return *this;
  }
  Make& breaking_phase() {
    step.phase = Class::breaking;
    return *this;
  }
  Make& field(std::string name, std::string from, std::string to) {
    step.change.fields.push_back({std::move(name), std::move(from), std::move(to)});
    return *this;
  }
  Make& because(std::string why) {
    step.change.why = std::move(why);
    return *this;
  }
  Make& part(Change folded) {
    step.folded.push_back(std::move(folded));
    return *this;
  }
  Make& after(std::vector<std::size_t> before) {
    step.after = std::move(before);
    return *this;
  }
  Make& undo(std::string text) {
    step.undo.push_back({std::move(text), {}, {}, true});
    return *this;
  }
  Make& size(double rows, std::int64_t bytes) {
    step.size = TableSize{rows, bytes, bytes};
    return *this;
  }
};

Plan empty_plan() {
  Plan plan;
  plan.database = "tourism";
  plan.server = {150020};
  return plan;
}

void add_additive(Plan& plan) {
  const ObjectId faqs = table_id("public", "faqs");
  plan.steps.push_back(Make(change(Verb::alter, top_id(KindTag::enumeration, "public", "mood")))
                           .field("values", "calm", "calm, busy")
                           .sql("ALTER TYPE mood ADD VALUE 'busy' AFTER 'calm'")
                           .outside_transaction()
                           .step);
  plan.steps.push_back(Make(change(Verb::create, faqs))
                           .sql("CREATE TABLE faqs (\n  id uuid\n)")
                           .sql("COMMENT ON TABLE faqs IS 'Questions'")
                           .part(change(Verb::create, column_id(faqs, "id"), "uuid primary key"))
                           .part(change(Verb::create, column_id(faqs, "question"), "jsonb not null"))
                           .part(change(Verb::create, child_id(KindTag::primary_key, faqs, "faqs_pkey"), ""))
                           .part(change(Verb::create, child_id(KindTag::check, faqs, "asked"), "question <> '{}'"))
                           .part(change(Verb::create, comment_id(faqs), "Questions"))
                           .part(change(Verb::create, comment_id(column_id(faqs, "question")), "by\nlanguage"))
                           .step);
  for (const char* name : {"city_id", "type"})
    plan.steps.push_back(Make(change(Verb::create, column_id(attractions, name), "uuid"))
                             .sql("ALTER TABLE attractions ADD COLUMN x uuid", {{attractions, Lock::access_exclusive}})
                             .size(1.24e6, 3'650'722'201)
                             .step);
}

void add_breaking(Plan& plan) {
  const std::size_t first = plan.steps.size();
  const std::string why = "column public.attractions.rating gets another type";
  Change renamed = change(Verb::rename, column_id(cities, "title"));
  renamed.from = column_id(cities, "name");
  plan.steps.push_back(Make(renamed)
                           .sql("ALTER TABLE cities RENAME COLUMN name TO title", {{cities, Lock::access_exclusive}})
                           .hazard(HazardKind::breaks_clients, "clients that use the old name fail")
                           .undo("ALTER TABLE cities RENAME COLUMN title TO name")
                           .step);
  plan.steps.push_back(Make(change(Verb::drop, cards, "select 1"))
                           .sql("DROP VIEW cards", {{cards, Lock::access_exclusive}})
                           .hazard(HazardKind::breaks_clients, "clients that use the view fail")
                           .because(why)
                           .step);
  plan.steps.push_back(
      Make(change(Verb::alter, column_id(attractions, "rating")))
          .field("type", "varchar(10)", "numeric(2,1)")
          .field("nullable", "true", "false")
          .sql("ALTER TABLE attractions ALTER COLUMN rating TYPE numeric(2,1)", {{attractions, Lock::access_exclusive}})
          .hazard(HazardKind::rewrites_table, "every row is written anew")
          .hazard(HazardKind::blocks_reads, "reads and writes wait")
          .undo("ALTER TABLE attractions ALTER COLUMN rating TYPE varchar(10)")
          .undo("ALTER TABLE attractions ALTER COLUMN rating DROP NOT NULL")
          .after({first + 1})
          .size(1.24e6, 3'650'722'201)
          .step);
  plan.steps.push_back(Make(change(Verb::create, cards, "select 1"))
                           .sql("CREATE VIEW cards AS\nselect 1 -- one")
                           .because(why)
                           .after({first + 1, first + 2})
                           .breaking_phase()
                           .step);
  plan.steps.push_back(Make(change(Verb::drop, table_id("public", "old")))
                           .sql("DROP TABLE old", {{table_id("public", "old"), Lock::access_exclusive}})
                           .hazard(HazardKind::destroys_data, "every row of the table is lost")
                           .part(change(Verb::drop, column_id(table_id("public", "old"), "a")))
                           .part(change(Verb::drop, column_id(table_id("public", "old"), "b")))
                           .size(9, 65536)
                           .step);
}

Plan rich_plan() {
  Plan plan = empty_plan();
  add_additive(plan);
  add_breaking(plan);
  plan.notes = {{Note::Kind::likely_rename, "column public.t.a goes and column public.t.b comes"}};
  plan.unmanaged = {{"function", 3}, {"policy", 1}};
  return plan;
}

TEST_CASE("text: nothing to do is one line, and what is not managed") {
  Plan plan = empty_plan();
  CHECK(render_text(plan) == "In sync: tourism (PostgreSQL 15.20) is as declared\n");
  plan.unmanaged = {{"function", 3}, {"policy", 1}};
  CHECK(render_text(plan) ==
        "In sync: tourism (PostgreSQL 15.20) is as declared\n"
        "not managed yet   3 functions, 1 policy\n");
}

TEST_CASE("text: a rich plan") {
  RenderOptions options;
  options.version = "1.3.0";
  CHECK(render_text(rich_plan(), options) == R"(Plan for tourism (PostgreSQL 15.20)
  4 additive  + 1 table, 2 columns · ~ 1 enum
  5 breaking  ~ 1 column, 1 view · → 1 column · - 1 table
              destroys-data 1, rewrites-table 1, blocks-reads 1, breaks-clients 2

Additive
  ~ enum public.mood  values: calm → calm, busy

  + table public.faqs  -- Questions
      + id        uuid primary key
      + question  jsonb not null  -- by language
      + check asked  question <> '{}'

  + column public.attractions.city_id  uuid
  + column public.attractions.type     uuid

  locks for an instant: ACCESS EXCLUSIVE on public.attractions (1.2 million rows, 3.4 GB)

Breaking
  → column public.cities.name → title
      breaks-clients    clients that use the old name fail
      lock              ACCESS EXCLUSIVE on public.cities, for an instant

  - view public.cards  dropped, to be created again below
      because           column public.attractions.rating gets another type
      breaks-clients    clients that use the view fail

  ~ column public.attractions.rating
      type              varchar(10) → numeric(2,1)
      nullable          true → false
      rewrites-table    every row is written anew
      blocks-reads      reads and writes wait
      lock              ACCESS EXCLUSIVE on public.attractions (1.2 million rows, 3.4 GB), for about 2 min
      undo              ALTER TABLE attractions ALTER COLUMN rating TYPE varchar(10) and 1 statement more

  + view public.cards  created again

  - table public.old
      with it           2 columns
      destroys-data     every row of the table is lost
      lock              ACCESS EXCLUSIVE on public.old (9 rows, 64 kB), for an instant
      undo              what is lost stays lost: nothing of it is saved

likely rename     column public.t.a goes and column public.t.b comes
not managed yet   3 functions, 1 policy

Verdict: apply would carry out 4 steps and leave 5, which need --allow breaking (one alone: --allow "column public.cities.title"); asks for a major version (2.0.0 after 1.3.0)
)");
}

TEST_CASE("text: the verdict follows the allowance") {
  Plan plan = empty_plan();
  add_additive(plan);
  const auto verdict = [&plan](const std::vector<std::string>& words) {
    RenderOptions options;
    options.allowance = Allowance::parse(words);
    return words::verdict(plan, options);
  };
  CHECK(verdict({"additive"}) == "apply would carry out all 4 steps; asks for a minor version");
  CHECK(verdict({}) ==
        "apply would carry out nothing and leave 4 steps, which need --allow additive; asks for a minor version");
  add_breaking(plan);
  CHECK(verdict({"breaking"}) == "apply would carry out all 9 steps; asks for a major version");
  CHECK(verdict({"breaks-clients", "rewrites-table", "blocks-reads"}) ==
        "apply would carry out 8 steps and leave 1, which needs destroys-data allowed as well or --allow \"table "
        "public.old\"; asks for a major version");
}

TEST_CASE("text: colour marks signs and hazards, and nothing else changes") {
  RenderOptions options;
  options.colour = true;
  std::string painted = render_text(rich_plan(), options);
  CHECK(painted.find("\x1b[32m+ \x1b[0m") != std::string::npos);
  CHECK(painted.find("\x1b[1;31mdestroys-data     \x1b[0m") != std::string::npos);
  std::string bare;
  for (std::size_t i = 0; i < painted.size(); ++i)
    if (painted[i] == '\x1b')
      i = painted.find('m', i);
    else
      bare += painted[i];
  options.colour = false;
  CHECK(bare == render_text(rich_plan(), options));
}

TEST_CASE("text: long values as lines, without what both sides share") {
  Plan plan = empty_plan();
  plan.steps.push_back(
      Make(change(Verb::alter, cards))
          .field("query", "select a,\n  b\nfrom t\nwhere true", "select a,\n  c,\n  d\nfrom t\nwhere true")
          .sql("CREATE OR REPLACE VIEW cards AS select 1")
          .step);
  plan.steps[0].change.unproven = true;
  CHECK(render_text(plan).find("  ~ view public.cards\n"
                               "      query\n"
                               "        -   b\n"
                               "        +   c,\n"
                               "        +   d\n"
                               "      unproven          no server could settle it") != std::string::npos);
}

TEST_CASE("no name can end a comment, paint a terminal or break a table") {
  const ObjectId bad = table_id("public", "a\n; DROP TABLE b; \x1b[2J|<img>`x`");
  Plan plan = empty_plan();
  plan.database = "x\nDROP";
  plan.steps.push_back(
      Make(change(Verb::drop, bad)).sql("DROP TABLE x").hazard(HazardKind::destroys_data, "a|b\nc").step);
  const std::string text = render_text(plan);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("a ; DROP TABLE b; \\x1b[2J") != std::string::npos);
  std::string outside_comments;
  const std::string sql = render_sql(plan);
  for (std::size_t start = 0; start < sql.size(); start = sql.find('\n', start) + 1)
    if (sql.compare(start, 2, "--") != 0) outside_comments += sql.substr(start, sql.find('\n', start) + 1 - start);
  CHECK(outside_comments ==
        "\nSET lock_timeout = '3s';\nSET search_path = public;\n\n\nBEGIN;\n\nDROP TABLE x;\n\nCOMMIT;\n");
  const std::string markdown = render_markdown(plan);
  CHECK(markdown.find("a\\|b c") != std::string::npos);
  CHECK(markdown.find("``- table public.\"a ; DROP TABLE b; \\x1b[2J\\|<img>`x`\"``") != std::string::npos);
}

TEST_CASE("sql: one transaction where there can be one") {
  CHECK(render_sql(empty_plan()) == "-- In sync: tourism (PostgreSQL 15.20) is as declared\n");
  Plan plan = rich_plan();
  plan.steps.erase(plan.steps.begin() + 2, plan.steps.begin() + 6);
  plan.steps[2].after.clear();
  plan.steps[3].after.clear();
  plan.steps[4].search_path.clear();
  CHECK(render_sql(plan) == R"(-- Plan for tourism (PostgreSQL 15.20): 2 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public.mood
ALTER TYPE mood ADD VALUE 'busy' AFTER 'calm';

BEGIN;

-- + table public.faqs
CREATE TABLE faqs (
  id uuid
);
COMMENT ON TABLE faqs IS 'Questions';

-- Breaking

-- ~ column public.attractions.rating
--   rewrites-table: every row is written anew
--   blocks-reads: reads and writes wait
ALTER TABLE attractions ALTER COLUMN rating TYPE numeric(2,1);

-- + view public.cards
--   because column public.attractions.rating gets another type
CREATE VIEW cards AS
select 1 -- one
;

SET search_path = '';

-- - table public.old
--   destroys-data: every row of the table is lost
DROP TABLE old;

COMMIT;

-- likely rename: column public.t.a goes and column public.t.b comes
-- not managed yet: 3 functions, 1 policy
)");
}

TEST_CASE("markdown: a summary, what breaks, the rest folded away") {
  CHECK(render_markdown(empty_plan()) == "### In sync: `tourism` (PostgreSQL 15.20) is as declared\n");
  const std::string out = render_markdown(rich_plan());
  CHECK(out.starts_with(R"(### Plan for `tourism` (PostgreSQL 15.20)

| class | steps | what | hazards |
|---|--:|---|---|
| additive | 4 | + 1 table, 2 columns · \~ 1 enum |  |
| **breaking** | 5 | \~ 1 column, 1 view · → 1 column · - 1 table | destroys-data 1, rewrites-table 1, blocks-reads 1, breaks-clients 2 |

**Verdict**: apply would carry out 4 steps and leave 5)"));
  CHECK(
      out.find("| `→ column public.cities.name → column public.cities.title` | **breaks-clients** clients that use the "
               "old name fail |\n") != std::string::npos);
  CHECK(out.find("```diff\n# Additive\n!  enum public.mood  values: calm → calm, busy\n\n+  table public.faqs") !=
        std::string::npos);
  CHECK(out.find("<details><summary>SQL</summary>\n\n```sql\n-- Plan for tourism") != std::string::npos);
  CHECK(
      out.ends_with("</details>\n\n- likely rename: column public.t.a goes and column public.t.b comes\n"
                    "- not managed yet: 3 functions, 1 policy\n"));
}

TEST_CASE("markdown: what would not fit into a comment is left out") {
  Plan plan = empty_plan();
  for (int i = 0; i < 3000; ++i) add_additive(plan);
  const std::string out = render_markdown(plan);
  CHECK(out.size() < 65'536);
  CHECK(out.find("The SQL is too long for a comment: see `plumb plan --format sql`.") != std::string::npos);
}

TEST_CASE("json: there and back again") {
  Plan plan = rich_plan();
  plan.live_fingerprint = std::string(64, 'a');
  plan.wanted_fingerprint = std::string(64, 'b');
  plan.steps[5].change.releases = true;
  plan.steps[4].analyze = {table_id("app", "odd one")};
  const std::string json = to_json(plan);
  const Plan again = plan_from_json(json);
  CHECK(to_json(again) == json);
  CHECK(render_text(again) == render_text(plan));
  CHECK(render_sql(again) == render_sql(plan));
  CHECK(again.steps[6].change == plan.steps[6].change);
  CHECK(again.steps[5].change.releases);
  CHECK(again.steps[4].analyze == plan.steps[4].analyze);
  CHECK(render_sql(again).find("\nANALYZE app.\"odd one\";\n") != std::string::npos);
  CHECK(again.steps[6].size->rows == 1.24e6);
}

std::string complaint(const std::string& json) {
  try {
    (void)plan_from_json(json);
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::usage);
    return error.what();
  }
  return "accepted";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

TEST_CASE("json: a wrong plan is refused with the place") {
  const std::string json = to_json(rich_plan());
  const std::string wrong = "this is no plan that plumb wrote: ";
  CHECK(complaint("") == wrong + "it is not JSON");
  CHECK(complaint("[]") == wrong + "it is no JSON object");
  CHECK(complaint("{}") == wrong + "format_version is missing");
  CHECK(complaint("{\"format_version\": 2}") == "the plan has format version 2; this plumb reads version 1");
  CHECK(complaint(replaced(json, "\"verb\": \"alter\"", "\"verb\": \"modify\"")) ==
        wrong + "steps[0].verb: \"modify\" is none of its words");
  CHECK(complaint(replaced(json, "\"transactional\": false", "\"transactional\": 0")) ==
        wrong + "steps[0].statements[0].transactional must be true or false");
  CHECK(complaint(replaced(json, "\"after\": []", "\"after\": [0]")) ==
        wrong + "steps[0].after[0] must be the number of an earlier step");
  CHECK(complaint(replaced(json, "\"search_path\"", "\"path\"")) == wrong + "steps[0].search_path is missing");
}

TEST_CASE("numbers and words") {
  CHECK(words::rows(-1).empty());
  CHECK(words::rows(1) == "1 row");
  CHECK(words::rows(48213) == "48,213 rows");
  CHECK(words::rows(2.04e6) == "2 million rows");
  CHECK(words::bytes(512) == "512 bytes");
  CHECK(words::bytes(8192) == "8 kB");
  CHECK(words::bytes(3'650'722'201) == "3.4 GB");
  CHECK(words::bytes(std::int64_t{150} << 30) == "150 GB");
  CHECK(words::duration(0.2) == "under a second");
  CHECK(words::duration(20) == "about 20 s");
  CHECK(words::duration(3000) == "about 50 min");
  CHECK(words::plural("policy") == "policies");
  CHECK(words::plural("relation with privileges") == "relations with privileges");
  CHECK(words::plural("primary key") == "primary keys");
  CHECK(words::plural("index") == "indexes");
  CHECK(words::plural("routine with privileges") == "routines with privileges");
  CHECK(words::shortened("مصر السفلى والعليا", 6) == "مصر ا…");
  CHECK(words::shell("column public.t.a") == "\"column public.t.a\"");
  CHECK(words::shell("table \"a\nb\"") == "$'table \"a\\x0ab\"'");
  CHECK(words::shell("column public.\"T's\"") == "'column public.\"T'\\''s\"'");
}

TEST_CASE("definitions: a column takes in what its step creates, and no more") {
  Database wanted;
  Table table;
  table.id = table_id("public", "t");
  wanted.add(table);
  Column id;
  id.id = column_id(table.id, "id");
  id.type = {"bigint"};
  id.nullable = false;
  id.position.value = 2;
  wanted.add(id);
  Column name;
  name.id = column_id(table.id, "name");
  name.type = {"text"};
  name.statistics = 500;
  name.position.value = 1;
  wanted.add(name);
  PrimaryKey key;
  key.id = child_id(KindTag::primary_key, table.id, "t_pkey");
  key.columns = {"id"};
  wanted.add(key);
  wanted.sort();
  Plan plan;
  Step step;
  const auto created = [](const ObjectId& object) { return Change{Verb::create, object, object, {}, {}, false}; };
  step.change = created(table.id);
  step.folded = {created(id.id), created(name.id), created(key.id)};
  plan.steps = {step, step};
  plan.steps[1].change = created(id.id);
  plan.steps[1].folded.clear();
  add_definitions(plan, {}, wanted);
  const auto& folded = plan.steps[0].folded;
  REQUIRE(folded.size() == 3);
  CHECK(folded[0].id == name.id);
  CHECK(folded[0].fields[0].to == "text statistics 500");
  CHECK(folded[1].fields[0].to == "bigint primary key");
  CHECK(folded[2].fields[0].to.empty());
  CHECK(plan.steps[1].change.fields[0].to == "bigint not null");
}

}  // namespace
}  // namespace plumb
