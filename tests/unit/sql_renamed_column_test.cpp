// Queries over a column that gets another name.
#include "sql/renamed_column.h"

#include <doctest/doctest.h>

#include <string>

using namespace plumb::sql;

namespace {

// t.title becomes t.headline.
std::string renamed(std::string_view query) {
  const auto is_t = [](const NameUse& use) {
    return use.parts.back() == "t" && (use.parts.size() == 1 || use.parts[0] == "app");
  };
  return with_renamed_column(query, is_t, "title", "headline").value_or("?");
}

}  // namespace

TEST_CASE("renamed column: what a query gives keeps its name") {
  CHECK(renamed("SELECT t.id, t.title FROM t") == "SELECT t.id, t.headline AS title FROM t");
  CHECK(renamed("SELECT title FROM app.t") == "SELECT headline AS title FROM app.t");
  CHECK(renamed("SELECT t.title AS name FROM t") == "SELECT t.headline AS name FROM t");
  CHECK(renamed("SELECT t.title AS headline FROM t") == "SELECT t.headline FROM t");
  CHECK(renamed("SELECT DISTINCT t.title FROM t") == "SELECT DISTINCT t.headline AS title FROM t");
  CHECK(renamed("SELECT DISTINCT ON (t.title) t.title FROM t ORDER BY t.title") ==
        "SELECT DISTINCT ON (t.headline) t.headline AS title FROM t ORDER BY t.headline");
  CHECK(renamed(
            "SELECT upper(t.title) AS title, t.id FROM t WHERE t.title IS DISTINCT FROM t.id GROUP BY t.title, t.id") ==
        "SELECT upper(t.headline) AS title, t.id FROM t WHERE t.headline IS DISTINCT FROM t.id GROUP BY t.headline, "
        "t.id");
  CHECK(renamed("SELECT f(t.id, t.title, 1), t.title::text AS title FROM t") ==
        "SELECT f(t.id, t.headline, 1), t.headline::text AS title FROM t");
  CHECK(renamed("SELECT t.title FROM t UNION SELECT u.title FROM u") ==
        "SELECT t.headline AS title FROM t UNION SELECT u.title FROM u");
}

TEST_CASE("renamed column: of the relation alone") {
  CHECK(renamed("SELECT a.title, b.title AS x FROM t a JOIN u b ON a.title = b.title") ==
        "SELECT a.headline AS title, b.title AS x FROM t a JOIN u b ON a.headline = b.title");
  CHECK(renamed("SELECT t_1.title FROM u t, app.t t_1") == "SELECT t_1.headline AS title FROM u t, app.t t_1");
  CHECK(renamed("SELECT s.title FROM (SELECT t.title FROM t) s") ==
        "SELECT s.title FROM (SELECT t.headline AS title FROM t) s");
  CHECK(renamed("SELECT x.c, t.title AS y FROM ((t JOIN u ON true) LEFT JOIN LATERAL title(t.id) x(c) ON true)") ==
        "SELECT x.c, t.headline AS y FROM ((t JOIN u ON true) LEFT JOIN LATERAL title(t.id) x(c) ON true)");
  CHECK(renamed("SELECT 1 FROM t WHERE extract(year FROM t.title) > 0 AND 'title' = ''") ==
        "SELECT 1 FROM t WHERE extract(year FROM t.headline) > 0 AND 'title' = ''");
}

TEST_CASE("renamed column: of a row, and where words don't tell") {
  for (const char* query :
       {"SELECT title FROM t JOIN u USING (title)", "SELECT title FROM t, u",
        "SELECT a.title FROM t a, (SELECT 1 FROM u a) x", "SELECT t.title FROM t t(id, title)",
        "WITH t AS (SELECT 1 AS title) SELECT t.title FROM t", "SELECT (t.*).title FROM t", "SELECT app.t.title FROM t",
        "SELECT t.title FROM t UNION SELECT u.x FROM u ORDER BY title", "SELECT title.id FROM t title",
        "SELECT 1 AS title FROM t", "(title IN ( SELECT 1 FROM t))", "SELECT u.title FROM u"})
    CHECK_MESSAGE(renamed(query) == "?", query);
}
