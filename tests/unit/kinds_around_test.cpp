// SQL of kinds that tests can't carry out: security labels, whose providers are rarely there.
#include <doctest/doctest.h>

#include "kinds/kinds.h"
#include "model/error.h"
#include "sql/publication.h"

using namespace plumb;

namespace {

const Database nothing;
const std::map<ObjectId, TableSize> no_sizes;
const Context context{nothing, nothing, {150000}, no_sizes};

std::string joined(const Statements& statements) {
  std::string out;
  for (const Statement& each : statements) out += (out.empty() ? "" : "; ") + each.sql;
  return out;
}

SecurityLabels labels(const ObjectId& on, Options values) {
  SecurityLabels out;
  out.id = attached_id(KindTag::security_labels, on);
  out.labels = std::move(values);
  return out;
}

}  // namespace

TEST_CASE("security labels") {
  const ObjectId table = table_id("app", "Odd"), column = column_id(table, "a b");
  const auto was = labels(column, {{"anon", "MASKED"}, {"selinux", "a"}});
  const auto is = labels(column, {{"anon", "MASKED WITH FUNCTION f('x')"}, {"other one", "b"}});
  CHECK(joined(Kind<SecurityLabels>::create(labels(table, {{"selinux", "a:b"}}), context)) ==
        "SECURITY LABEL FOR selinux ON TABLE app.\"Odd\" IS 'a:b'");
  CHECK(joined(*Kind<SecurityLabels>::alter(was, is, context)) ==
        "SECURITY LABEL FOR anon ON COLUMN app.\"Odd\".\"a b\" IS 'MASKED WITH FUNCTION f(''x'')';"
        " SECURITY LABEL FOR \"other one\" ON COLUMN app.\"Odd\".\"a b\" IS 'b';"
        " SECURITY LABEL FOR selinux ON COLUMN app.\"Odd\".\"a b\" IS NULL");
  CHECK(joined(Kind<SecurityLabels>::drop(labels(schema_id("app"), {{"selinux", "a"}}), context)) ==
        "SECURITY LABEL FOR selinux ON SCHEMA app IS NULL");
  for (const KindTag kind : {KindTag::table, KindTag::column, KindTag::view, KindTag::schema, KindTag::publication})
    CHECK(Kind<SecurityLabels>::hangs_on(kind));
  for (const KindTag kind : {KindTag::index, KindTag::server, KindTag::default_privileges, KindTag::owner})
    CHECK_FALSE(Kind<SecurityLabels>::hangs_on(kind));
}

TEST_CASE("tables in publications") {
  const auto again = [](const char* text) { return sql::print_published_table(sql::parse_published_table(text)); };
  CHECK(again("orders") == "orders");
  CHECK(again("only App.\"Orders\" (ID, \"Total\")") == "app.\"Orders\" (id, \"Total\")");
  CHECK(again("orders where total > 0 and id < 5") == "orders where (total > 0 and id < 5)");
  CHECK(again("orders (id) where ((total > 0))") == "orders (id) where (total > 0)");
  for (const char* wrong : {"", "orders where", "orders (", "orders ()", "orders, items", "orders (a) b"})
    CHECK_THROWS_AS(sql::parse_published_table(wrong), sql::SyntaxError);
}

TEST_CASE("what settings and default privileges are called") {
  const auto settings = [](const char* key) {
    Settings s;
    Kind<Settings>::read_key(key, s);
    Kind<Settings>::sign(s);
    return s.id.name;
  };
  CHECK(settings("database") == "database");
  CHECK(settings("ROLE App in DATABASE") == "role app in database");
  CHECK(settings("role \"App\"") == "role \"App\"");
  CHECK(settings("all roles") == "all roles");
  const auto privileges = [](const char* key) {
    DefaultPrivileges p;
    Kind<DefaultPrivileges>::read_key(key, p);
    Kind<DefaultPrivileges>::sign(p);
    return p.id.name;
  };
  CHECK(privileges("FOR USER Bob IN SCHEMA app ON TABLES") == "for role bob in schema app on tables");
  CHECK(privileges("for role \"B\" on routines") == "for role \"B\" on functions");
  CHECK(privileges("for role b on large objects") == "for role b on large objects");
  for (const char* wrong :
       {"on tables", "for role b", "for role b on views", "for role b on tables x", "for role b on large"})
    CHECK_THROWS_AS(privileges(wrong), sql::SyntaxError);
}

TEST_CASE("what GRANT calls objects") {
  CHECK(grantable(KindTag::table) == Grantable::relation);
  CHECK(grantable(KindTag::view) == Grantable::relation);
  CHECK(grantable(KindTag::sequence) == Grantable::sequence);
  CHECK(grantable(KindTag::enumeration) == Grantable::type);
  CHECK(grantable(KindTag::column) == Grantable::column);
  CHECK(grantable(KindTag::index) == Grantable::nothing);
  CHECK(grantable(KindTag::publication) == Grantable::nothing);
  CHECK(grantable(KindTag::default_privileges) == Grantable::nothing);
  CHECK(grant_reference(top_id(KindTag::server, "", "S")) == "FOREIGN SERVER \"S\"");
  CHECK(grant_reference(column_id(table_id("a", "t"), "c")) == "TABLE a.t");
}

TEST_CASE("subscription: two_phase of one that is there changes from 18 on") {
  Subscription is, wanted;
  is.id = wanted.id = top_id(KindTag::subscription, "", "s");
  wanted.two_phase = true;
  const Context later{nothing, nothing, {180000}, no_sizes};
  CHECK_THROWS_AS(Kind<Subscription>::alter(is, wanted, context), Error);
  const auto statements = Kind<Subscription>::alter(is, wanted, later);
  REQUIRE(statements);
  CHECK(joined(*statements).find("ALTER SUBSCRIPTION s SET (two_phase = true)") != std::string::npos);
}
