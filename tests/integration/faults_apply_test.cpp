// `apply` cut short at every statement: the connection lost before or after the server has carried it out, the server's
// process ended, plumb itself killed or interrupted. What is then there is what some whole number of transactions made, the
// message says so, no row is lost, and applying again ends where an undisturbed apply ends.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "support/proxy.h"
#include "support/workplace.h"

namespace {

using namespace plumb::testing;

// Two values for an enum, which no transaction takes; then what is additive; then what breaks.
constexpr const char* before = R"(
create type mood as enum ('calm');
create table cities (id bigint primary key, name text not null);
create table users (id bigint primary key, email varchar(50), age int, feeling mood, old text);
create index users_email_idx on users (email);
create view grown as select id, email from users where age > 17;
insert into cities values (1, 'Muscat');
insert into users select i, 'user' || i, i, 'calm', 'x' from generate_series(1, 100) i;
)";

constexpr const char* wanted = R"(plumb: 1
manage: {schemas: [public]}
enums: {mood: [calm, busy, gone]}
tables:
  cities:
    columns: {id: bigint primary key, name: text not null, country: text}
    indexes: {cities_name_idx: (name)}
    comment: where people live
  orders:
    columns:
      id: bigint generated always as identity primary key
      user_id: bigint not null references users (id)
      feeling: mood default 'busy'
    indexes: {orders_user_id_idx: (user_id)}
  users:
    columns:
      id: bigint primary key
      email: text not null
      age: bigint
      feeling: mood
      city_id: bigint references cities (id)
    indexes: {users_email_idx: (lower(email))}
    checks: {age_counts: age >= 0}
views:
  grown: select id, email, age from users where age > 20
)";

// What of a conversation is numbered: all but questions.
bool counts(std::string_view sql) { return !sql.starts_with("SELECT") && !sql.starts_with("WITH"); }

// As after each of the transactions of a script, and of the statements outside of any.
std::vector<std::string> parts_of(const std::string& script) {
  std::vector<std::string> out;
  std::string so_far, line;
  bool in_transaction = false;
  std::istringstream lines(script);
  while (std::getline(lines, line)) {
    so_far += line + "\n";
    if (line == "BEGIN;") in_transaction = true;
    const bool commits = line == "COMMIT;";
    if (commits) in_transaction = false;
    const bool alone = !in_transaction && line.ends_with(";") && !line.starts_with("SET ") && !line.starts_with("--");
    if (commits || alone) out.push_back(so_far);
  }
  return out;
}

class Scene {
 public:
  Scene() : proxy_(shared_server().directory(), counts) {
    write_file(folder_.path() + "/plumb.yaml", wanted);
    original_.run(before);
    const std::string script = plumb({"plan", "--format", "sql"}, original_.url()).out;
    // Each is a state at which apply may be left; the last is its end.
    states_.push_back(pg_dump(original_.url()));
    for (const std::string& part : parts_of(script)) {
      const Copy copy(original_);
      write_file(folder_.path() + "/part.sql", part);
      const ProgramResult result =
          run_program({shared_server().bin_dir() + "/psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
                       "--output=/dev/null", "--file=" + folder_.path() + "/part.sql", copy.url()});
      REQUIRE_MESSAGE(result.exit_code == 0, result.err);
      states_.push_back(pg_dump(copy.url()));
    }
  }

  std::size_t states() const { return states_.size(); }

  // Statements of an apply that no one disturbs; where those of the plan begin.
  std::pair<std::size_t, std::size_t> rehearse() {
    const Copy copy(original_);
    proxy_.set({static_cast<std::size_t>(-1)});
    const ProgramResult result = apply(proxy_.url(copy.name()));
    REQUIRE_MESSAGE(result.exit_code == 0, result.err);
    CHECK_EQ(pg_dump(copy.url()), states_.back());
    rehearsed_ = proxy_.statements();
    const auto first = std::find_if(rehearsed_.begin(), rehearsed_.end(),
                                    [](const std::string& sql) { return sql.starts_with("SET client_connection"); });
    return {static_cast<std::size_t>(first - rehearsed_.begin()), rehearsed_.size()};
  }

  bool commits(std::size_t at) const { return rehearsed_.at(at) == "COMMIT"; }

  // One disturbed apply, and one after it.
  void disturb(const Trap& trap, int exit_code) {
    const Copy copy(original_);
    proxy_.set(trap);
    const ProgramResult result = apply(proxy_.url(copy.name()));
    const auto statements = proxy_.statements();
    REQUIRE(proxy_.sprung());
    const std::string& at = statements.at(trap.at);
    CAPTURE(at);
    CAPTURE(result.err);
    // The machine may be busy: a signal that comes when all is done and told changes nothing.
    const bool too_late = trap.after && !trap.cut && result.exit_code == 0;
    if (!too_late) CHECK_EQ(result.exit_code, exit_code);
    if (too_late) CHECK(has(result.out, "the database is as declared"));
    if (exit_code == 1 && !too_late) check_message(result.err, copy);

    const ProgramResult again = apply(copy.url());
    CHECK_MESSAGE(again.exit_code == 0, again.err);
    CHECK_EQ(plumb({"apply", "--check"}, copy.url()).exit_code, 0);
    CHECK_EQ(pg_dump(copy.url()), states_.back());
    CHECK_EQ(copy.ask("select count(*) || ' ' || sum(id) || ' ' || min(email) from users"), "100 5050 user1");
    CHECK_EQ(copy.ask("select name from cities"), "Muscat");
  }

 private:
  // A database like another; a lingering server process may be in that of the test.
  class Copy {
   public:
    explicit Copy(const TestDatabase& from) : name_(fmt::format("{}_copy_{}", from.name(), ++count_)) {
      shared_server().create_database(name_, from.name());
    }
    ~Copy() { shared_server().drop_database(name_); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    const std::string& name() const { return name_; }
    std::string url() const { return shared_server().connection_string(name_); }
    std::string ask(const std::string& query) const {
      return std::string(plumb::postgres::Connection(url()).execute(query).value(0, 0));
    }

   private:
    static inline int count_ = 0;
    std::string name_;
  };

  ProgramResult plumb(const std::vector<std::string>& arguments, const std::string& url) const {
    ProgramOptions options;
    options.directory = folder_.path();
    options.environment = {"PLUMB_DB=" + url};
    return run_plumb(arguments, options);
  }
  ProgramResult apply(const std::string& url) const { return plumb({"apply", "--yes", "--allow", "breaking"}, url); }

  // What plumb says of the state must be so.
  void check_message(const std::string& err, const Copy& copy) const {
    CHECK(err.starts_with("plumb: error: "));
    // The server's process may need a moment to see that its client has gone.
    for (int i = 0; i < 100 && copy.ask("select count(*) from pg_stat_activity where datname = current_database()"
                                        " and pid <> pg_backend_pid() and backend_type = 'client backend'") != "0";
         ++i)
      usleep(50'000);
    const std::string now = pg_dump(copy.url());
    const auto state = std::find(states_.begin(), states_.end(), now);
    CHECK_MESSAGE(state != states_.end(), "half of a transaction was left: ", now);
    const bool untouched = state == states_.begin();
    if (has(err, "done or not, the answer was lost")) return;
    if (has(err, "only the look at what came of it failed") || has(err, "until this is run by hand")) {
      CHECK_EQ(now, states_.back());
      return;
    }
    const bool some = has(err, "done and kept: ") || has(err, "done in part: ");
    CHECK_EQ(untouched, !some);
    if (some) CHECK(has(err, "run apply again: it goes on from what the database then holds"));
  }

  const TemporaryDirectory folder_;
  const TestDatabase original_;
  Proxy proxy_;
  std::vector<std::string> states_;
  std::vector<std::string> rehearsed_;
};

}  // namespace

TEST_CASE("apply, cut short at every statement, leaves whole transactions, says which, and can go on") {
  Scene scene;
  CHECK(scene.states() >= 4);  // two values, what is additive, what breaks
  const auto [first, end] = scene.rehearse();
  REQUIRE(first + 20 < end);
  const auto from_admin = [](const Ends& ends) {
    shared_server().connect().execute("select pg_terminate_backend($1::int, 5000)", {std::to_string(ends.backend)});
  };
  const auto signal_with = [](int number) { return [number](const Ends& ends) { kill(ends.client, number); }; };
  const auto every = [&, first = first, end = end](std::size_t stride, bool after, bool cut,
                                                   const std::function<void(const Ends&)>& harm, int exit_code) {
    // What is read before the plan is carried out, a few times; then all of it.
    for (std::size_t at = stride / 2; at < end; at += at < first ? 4 * stride : stride)
      scene.disturb({at, after, cut, harm}, exit_code);
  };
  SUBCASE("the connection is lost before") { every(3, false, true, {}, 1); }
  SUBCASE("the connection is lost after") { every(1, true, true, {}, 1); }
  SUBCASE("the server's process is ended") { every(3, false, false, from_admin, 1); }
  SUBCASE("plumb is killed before") { every(3, false, false, signal_with(SIGKILL), 128 + SIGKILL); }
  SUBCASE("plumb is killed after") { every(3, true, false, signal_with(SIGKILL), 128 + SIGKILL); }
  SUBCASE("SIGTERM") { every(3, true, false, signal_with(SIGTERM), 1); }
  SUBCASE("SIGTERM after a transaction") {
    for (std::size_t at = first; at < end; ++at)
      if (scene.commits(at)) scene.disturb({at, true, false, signal_with(SIGTERM)}, 1);
  }
  SUBCASE("SIGINT") { every(5, false, false, signal_with(SIGINT), 1); }
}
