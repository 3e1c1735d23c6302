// Access control lists: what the catalog's letters mean, what differs from the default, which GRANTs lead from one to another.
#include "kinds/acl.h"

#include <doctest/doctest.h>

#include "kinds/kinds.h"
#include "sql/syntax_error.h"

using namespace plumb;

namespace {

constexpr ServerVersion v15{150000}, v17{170000};

Grants granted(const std::vector<std::pair<std::string, std::vector<std::string>>>& entries) {
  Grants out;
  for (const auto& [grantee, privileges] : entries) {
    auto& list = out.by_grantee[grantee];
    for (const auto& text : privileges) list.push_back(sql::parse_privilege(text));
  }
  return out;
}

// "GRANT SELECT ON TABLE t TO a; REVOKE …"
std::string changes(const Grants& from, const Grants& to, Grantable what = Grantable::relation) {
  const GrantTarget target{"TABLE t", "", "", privileges_of(what, v15)};
  std::string out;
  for (const GrantChange& change : grant_changes(expanded(from, what, "o", v15), expanded(to, what, "o", v15)))
    for (const Statement& each : statements(target, change)) out += (out.empty() ? "" : "; ") + each.sql;
  return out;
}

}  // namespace

TEST_CASE("privileges are read as GRANT writes them") {
  CHECK(sql::parse_privilege("select") == sql::Privilege{"select", "", false});
  CHECK(sql::parse_privilege(" UPDATE with grant option granted by \"Bob\" ") == sql::Privilege{"update", "Bob", true});
  CHECK(sql::parse_privilege("all privileges").name == "all");
  CHECK(sql::parse_privilege("temp").name == "temporary");
  for (const char* text : {"select", "update with grant option", "all granted by bob", "alter system",
                           "insert with grant option granted by \"B ob\""})
    CHECK(sql::print_privilege(sql::parse_privilege(text)) == text);
  for (const char* wrong : {"", "selekt", "\"select\"", "select option", "select with grant", "select granted by"})
    CHECK_THROWS_AS(sql::parse_privilege(wrong), sql::SyntaxError);
}

TEST_CASE("the letters of a list of privileges") {
  CHECK(text_of(parse_acl({"o=arwdDxt/o", "=r/o", "a=r*w/o", "b=a/a"}, "o")) ==
        "a: select with grant option, update; b: insert granted by a;"
        " o: delete, insert, references, select, trigger, truncate, update; public: select");
  // Names that need quotes (putid in utils/adt/acl.c).
  const Grants odd = parse_acl({"\"a \"\"b\"\"=/\"=r/\"o o\""}, "o o");
  CHECK(odd.by_grantee.contains("a \"b\"=/"));
  CHECK(text_of(odd) == "\"a \"\"b\"\"=/\": select");
  CHECK(parse_acl({}, "o") == Grants{});
}

TEST_CASE("what is granted by default") {
  const auto text = [](Grantable what, ServerVersion version) {
    return text_of(collapsed(default_grants(what, "o", version), what, version));
  };
  CHECK(text(Grantable::relation, v15) == "o: all");
  CHECK(text(Grantable::routine, v15) == "o: execute; public: execute");
  CHECK(text(Grantable::type, v15) == "o: usage; public: usage");
  CHECK(text(Grantable::language, v15) == "o: usage; public: usage");
  CHECK(text(Grantable::schema, v15) == "o: all");
  CHECK(text(Grantable::column, v15).empty());
  CHECK(privileges_of(Grantable::relation, v15).size() == 7);
  CHECK(privileges_of(Grantable::relation, v17).back() == "maintain");
  // initdb opens the schema public: to more before 15.
  CHECK(text_of(default_grants(schema_id("public"), "o", v15)) == "o: create, usage; public: usage");
  CHECK(text_of(default_grants(schema_id("public"), "o", {140000})) == "o: create, usage; public: create, usage");
  CHECK(text_of(default_grants(schema_id("app"), "o", v15)) == "o: create, usage");
}

TEST_CASE("a declared list stands over the default") {
  const Grants usual = default_grants(Grantable::type, "o", v15);
  const auto differs = [&usual](const Grants& declared) { return text_of(apart_from(usual, over(usual, declared))); };
  CHECK(differs({}).empty());
  CHECK(differs(granted({{"public", {"usage"}}})).empty());
  CHECK(differs(granted({{"public", {}}})) == "public: none");
  CHECK(differs(granted({{"a", {}}})).empty());
  CHECK(differs(granted({{"a", {"usage"}}, {"o", {}}})) == "a: usage; o: none");
}

TEST_CASE("a new owner takes the old one's place") {
  const Grants grants =
      granted({{"o", {"select", "update"}}, {"n", {"insert", "delete granted by n"}}, {"a", {"select"}}});
  CHECK(text_of(with_new_owner(grants, "o", "n")) == "a: select; n: delete, insert, select, update");
  CHECK(with_new_owner(grants, "o", "o") == grants);
}

TEST_CASE("statements from one list to another") {
  CHECK(changes({}, {}).empty());
  CHECK(changes({}, granted({{"a", {"select", "insert"}}, {"public", {"select"}}})) ==
        "GRANT SELECT, INSERT ON TABLE t TO a; GRANT SELECT ON TABLE t TO PUBLIC");
  CHECK(changes({}, granted({{"a", {"all"}}})) == "GRANT ALL ON TABLE t TO a");
  CHECK(changes(granted({{"a", {"select", "insert"}}}), granted({{"a", {"insert"}}})) ==
        "REVOKE SELECT ON TABLE t FROM a");
  // The grant option comes and goes by itself.
  CHECK(changes(granted({{"a", {"select"}}}), granted({{"a", {"select with grant option"}}})) ==
        "GRANT SELECT ON TABLE t TO a WITH GRANT OPTION");
  CHECK(changes(granted({{"a", {"select with grant option"}}}), granted({{"a", {"select"}}})) ==
        "REVOKE GRANT OPTION FOR SELECT ON TABLE t FROM a");
  // One privilege alone is named, though it is all there is.
  CHECK(changes({}, granted({{"a", {"execute"}}}), Grantable::routine) == "GRANT EXECUTE ON TABLE t TO a");
}

TEST_CASE("grants that rest on others come after them and go before them") {
  const Grants chain = granted({{"a", {"select with grant option"}},
                                {"b", {"select with grant option granted by a"}},
                                {"c", {"select granted by b"}}});
  CHECK(changes({}, chain) ==
        "GRANT SELECT ON TABLE t TO a WITH GRANT OPTION;"
        " SET LOCAL ROLE a; GRANT SELECT ON TABLE t TO b WITH GRANT OPTION; RESET ROLE;"
        " SET LOCAL ROLE b; GRANT SELECT ON TABLE t TO c; RESET ROLE");
  CHECK(changes(chain, {}) ==
        "SET LOCAL ROLE b; REVOKE SELECT ON TABLE t FROM c; RESET ROLE;"
        " SET LOCAL ROLE a; REVOKE SELECT ON TABLE t FROM b; RESET ROLE;"
        " REVOKE SELECT ON TABLE t FROM a");
}
