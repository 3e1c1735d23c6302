// What a query reads.
#include "sql/relations.h"

#include <doctest/doctest.h>

#include <string>

using namespace plumb::sql;

namespace {

std::string read(std::string_view query) {
  std::string out;
  for (const NameUse& use : relations_in(query)) {
    out += out.empty() ? "" : " ";
    for (std::size_t i = 0; i < use.parts.size(); ++i) out += (i > 0 ? "." : "") + use.parts[i];
  }
  return out;
}

}  // namespace

TEST_CASE("relations: what stands in FROM lists") {
  CHECK(read("select a from t") == "t");
  CHECK(read("select * from App.Users u join \"Odd\" on true left outer join only (x) on true") == "app.users Odd x");
  CHECK(read("select * from ((a join b on true) join c on true), (((select 1 from d)))") == "a b c d");
  CHECK(read("select extract(year from (x)), a is distinct from (b), trim(both from (c)) from t") == "t");
  CHECK(read("select (select max(a) from b) from c where exists (select from d)") == "b c d");
  CHECK(read("select 1 union select 2 from e") == "e");
  CHECK(read("with x as (select 1 from y), z (a) as not materialized (select 2) select * from x join z using (a)") ==
        "y");
  CHECK(read("select extract(year from t1.at), trim(both from t1.b), substring(c from 2 for (select 1 from t2)) from "
             "t1") == "t2 t1");
  CHECK(read("select a is distinct from b, a is not distinct from c from t") == "t");
  CHECK(read("select * from generate_series(1, 2) g join lateral f(g) on true, rows from (f(1))") == "");
  CHECK(read("select * from (values (1)) v join (select 1) w on true") == "");
  CHECK(read("select * from a, app.b x, lateral f(1) y, (select 1 from c, d) z, e where 1 in (select 1 from g, h)") ==
        "a app.b c d e g h");
  CHECK(read("select a, b from t group by a, b order by a, b") == "t");
  CHECK(read("values (1)") == "");
  CHECK(read("table t") == "t");
  CHECK(read("select * from (table only a) q, b where exists (table c) union table app.d order by 1") == "a b c app.d");
}
