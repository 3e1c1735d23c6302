// What is a secret, and how what holds one is shown, compared and written.
#include "kinds/secret.h"

#include <doctest/doctest.h>

#include "yaml/diagnostics.h"
#include "yaml/source.h"

using namespace plumb;

namespace {

std::string shown(const std::string& connection) { return text_of(ConnectionString{connection}); }
std::string bare(const std::string& connection) { return without_secrets(ConnectionString{connection}).text; }

}  // namespace

TEST_CASE("which options are secrets") {
  for (const char* name : {"password", "PASSWORD", "sslpassword", "passwd", "api_key", "apikey", "access_key", "token",
                           "client_secret", "credentials", "app.jwt_secret", "pasword", "Pssword"})
    CHECK_MESSAGE(is_secret(name), name);
  for (const char* name : {"user", "host", "passfile", "password_required", "sslkey", "key", "dbname", "primary_key"})
    CHECK_FALSE_MESSAGE(is_secret(name), name);
}

TEST_CASE("options with secrets") {
  const GuardedOptions options{{{"password", "hunter2"}, {"user", "bob"}}};
  CHECK(text_of(options) == "password=<redacted>, user=bob");
  CHECK(without_secrets(options) == GuardedOptions{{{"user", "bob"}}});
  GuardedOptions wanted{{{"user", "bob"}}};
  adopt_secrets(wanted, options);
  CHECK(wanted == options);
  wanted.values = {{"password", "other"}, {"user", "bob"}};
  adopt_secrets(wanted, options);
  CHECK(wanted.values.find("password")->second == "other");

  Statement statement;
  statement.sql = "ALTER USER MAPPING" + option_changes(options, wanted, statement);
  CHECK(statement.sql == "ALTER USER MAPPING OPTIONS (SET password 'other')");
  CHECK(plumb::shown(statement) == "ALTER USER MAPPING OPTIONS (SET password <redacted>)");
  CHECK(without_secrets(statement, "ERROR: \"other\" is no password") == "ERROR: \"<redacted>\" is no password");
  // A quote and a backslash in it are written otherwise in SQL.
  Statement odd;
  odd.sql = options_clause({{{"password", "a'b\\c"}}}, odd);
  CHECK(plumb::shown(odd) == " OPTIONS (password <redacted>)");
}

TEST_CASE("connection strings with secrets") {
  CHECK(shown("host=h password=x user=u") == "host=h password=<redacted> user=u");
  CHECK(shown("host=h password = 'a b\\' c' user=u") == "host=h password = <redacted> user=u");
  CHECK(shown("password=x") == "password=<redacted>");
  CHECK(shown("host='password=x'") == "host='password=x'");
  CHECK(shown("postgresql://u:p%40@h:5432/d?sslmode=require&password=q") ==
        "postgresql://u:<redacted>@h:5432/d?sslmode=require&password=<redacted>");
  CHECK(shown("postgres://h/d") == "postgres://h/d");
  CHECK(bare("host=h password=x user=u") == "host=h user=u");
  CHECK(bare("password=x user=u") == "user=u");
  CHECK(bare("host=h password='a b'") == "host=h");
  CHECK(bare("postgresql://u:p@h/d") == "postgresql://u@h/d");
  CHECK(bare("postgresql://h/d?password=q&sslmode=require") == "postgresql://h/d?sslmode=require");
  CHECK(bare("postgresql://h/d?sslmode=require&password=q") == "postgresql://h/d?sslmode=require");
  CHECK(bare("postgresql://h/d?password=q") == "postgresql://h/d");

  ConnectionString wanted{"host=h user=u"};
  adopt_secrets(wanted, {"host=h password=x user=u"});
  CHECK(wanted.text == "host=h password=x user=u");
  wanted.text = "host=other user=u";
  adopt_secrets(wanted, {"host=h password=x user=u"});
  CHECK(wanted.text == "host=other user=u");
  CHECK(loses_secret({"host=h user=u password=x"}, wanted));
  wanted.text = "host=h user=u sslmode=require";
  adopt_secrets(wanted, {"host=h password = 'x y' user=u"});
  CHECK(wanted.text == "host=h user=u sslmode=require password = 'x y'");
  CHECK_FALSE(loses_secret({"host=h user=u password=x"}, wanted));
  wanted.text = "host=h user=u password=new";
  adopt_secrets(wanted, {"host=h password=x user=u"});
  CHECK(wanted.text == "host=h user=u password=new");
  wanted.text = "postgresql://u@h/d?sslmode=require";
  adopt_secrets(wanted, {"postgresql://u:x@h/d"});
  CHECK(wanted.text == "postgresql://u@h/d?sslmode=require");

  Statement statement;
  statement.sql = "CREATE SUBSCRIPTION s " + connection_clause({"host=h password=hunter2"}, statement);
  CHECK(plumb::shown(statement) == "CREATE SUBSCRIPTION s CONNECTION <redacted>");
  CHECK(without_secrets(statement, "missing \"=\" after \"hunter2\"") == "missing \"=\" after \"<redacted>\"");
  Statement open;
  open.sql = connection_clause({"host=h"}, open);
  CHECK(plumb::shown(open) == "CONNECTION 'host=h'");
}

TEST_CASE("the line of a declaration that an error shows hides secrets in options") {
  const auto line = [](const std::string& text) {
    const std::string out = yaml::render(yaml::diagnostic({"a.yaml", 1, 1}, "no"), text, true);
    return out.substr(out.find('\n') + 3, out.find("\n  ^") - out.find('\n') - 3);
  };
  CHECK(line("password: hunter2") == "password: ***");
  CHECK(line("app: {options: {user: u, password: hunter2, host: h}}") ==
        "app: {options: {user: u, password: ***, host: h}}");
  CHECK(line("password: \"hunter2, too\"") == "password: \"***\"");
  CHECK(line("\"password\": 'hunter2'") == "\"password\": '***'");
  CHECK(line("password: it's, hunter2") == "password: ***");
  CHECK(line("user: u") == "user: u");
}
