#include "postgres/connect.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <new>

#include "postgres/supported.h"

namespace plumb::postgres {
namespace {

using Clock = std::chrono::steady_clock;

void receive_notice(void* argument, const PGresult* result) {
  auto& impl = *static_cast<Connection::Impl*>(argument);
  // This runs inside libpq, through which no exception may pass.
  try {
    Notice notice = server_message(result);
    if (notice.severity == "FATAL" || notice.severity == "PANIC") {
      impl.last_words = std::move(notice);
    } else if (impl.on_notice) {
      impl.on_notice(notice);
    }
  } catch (...) {
  }
}

struct Arguments {
  std::array<const char*, 6> keywords;
  std::array<const char*, 6> values;
};

// The database's name is expanded as a connection string; what follows it wins over it, where it is not empty.
Arguments arguments(const Connection::Impl& impl) {
  return {
      {"fallback_application_name", "dbname", "client_encoding", "host", "port", nullptr},
      {impl.application_name.c_str(), impl.conninfo.c_str(), "UTF8", impl.host.c_str(), impl.port.c_str(), nullptr}};
}

// Seconds; 0 is without limit.
int timeout_of(PGconn* connection, int otherwise) {
  int seconds = otherwise;
  PQconninfoOption* const effective = PQconninfo(connection);
  for (const PQconninfoOption* option = effective; option && option->keyword; ++option) {
    if (std::string_view(option->keyword) == "connect_timeout" && option->val && *option->val) {
      seconds = std::atoi(option->val);
    }
  }
  PQconninfoFree(effective);
  return std::max(seconds, 0);
}

// Drives the handshake as PQconnectdb does; done by hand because the error's verbosity, and with it the SQLSTATE of
// a refused connection, can only be had between start and end. False if the time ran out.
bool shake_hands(PGconn* connection, int seconds) {
  std::string host = PQhost(connection);
  auto deadline = Clock::now() + std::chrono::seconds(seconds);
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  for (;;) {
    pollfd waiting{PQsocket(connection), static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (seconds > 0 && left <= 0) return false;
    const int ready = poll(&waiting, 1, seconds > 0 ? static_cast<int>(left) + 1 : -1);
    if (ready == 0) return false;
    if (ready < 0 && errno != EINTR) return false;
    if (ready < 0) continue;
    state = PQconnectPoll(connection);
    if (state == PGRES_POLLING_OK || state == PGRES_POLLING_FAILED) return true;
    if (const std::string now = PQhost(connection); now != host) {
      // The next of several hosts has its own time.
      host = now;
      deadline = Clock::now() + std::chrono::seconds(seconds);
    }
  }
}

struct Complaint {
  std::string sqlstate;
  std::string text;
};

// Takes 'connection to server at "h" failed: FATAL:  28P01: password …' and the lines after it apart.
Complaint read_complaint(std::string_view whole) {
  Complaint complaint;
  while (!whole.empty()) {
    const std::size_t end = std::min(whole.find('\n'), whole.size());
    std::string line(whole.substr(0, end));
    whole.remove_prefix(std::min(end + 1, whole.size()));
    // libpq's own advice starts with a tab; plumb gives its own.
    if (line.empty() || line.front() == '\t' || line.starts_with("LOCATION:")) continue;
    const std::size_t mark = line.find(":  ");
    const std::size_t code = mark + 3;
    if (mark != std::string::npos && line.size() > code + 5 && line[code + 5] == ':' &&
        std::ranges::all_of(line.substr(code, 5), [](unsigned char c) { return std::isalnum(c); })) {
      complaint.sqlstate = line.substr(code, 5);
      line.erase(code, 7);
    }
    complaint.text += (complaint.text.empty() ? "" : "\n") + line;
  }
  return complaint;
}

ServerMessage connection_error(const Connection::Impl& impl, const std::string& conninfo) {
  PGconn* const connection = impl.connection;
  const Complaint complaint = read_complaint(PQerrorMessage(connection));
  const std::string place = impl.place();
  const std::string user = PQuser(connection) ? PQuser(connection) : "";
  const std::string database = PQdb(connection) ? PQdb(connection) : "";
  ServerMessage error;
  error.severity = "FATAL";
  error.sqlstate = complaint.sqlstate;
  const std::string password_hint =
      "put the password into ~/.pgpass or PGPASSWORD rather than into the connection string";
  if (error.sqlstate == "28P01") {
    error.message = fmt::format("wrong password for user \"{}\" on {}", user, place);
    error.hint = password_hint;
  } else if (error.sqlstate.empty() && PQconnectionNeedsPassword(connection)) {
    error.message = fmt::format("{} asks for the password of user \"{}\", and none was given", place, user);
    error.hint = password_hint;
  } else if (error.sqlstate == "3D000") {
    error.message = fmt::format("database \"{}\" does not exist on {}", impl.secrets.scrub(database), place);
    error.hint = "create it first (createdb), or correct its name in the connection string";
  } else if (error.sqlstate == "42501") {
    error.message =
        fmt::format("role \"{}\" may not connect to database \"{}\" on {}", user, impl.secrets.scrub(database), place);
    error.hint = "let the database's owner grant it the privilege: GRANT CONNECT ON DATABASE … TO …";
  } else {
    error.message = "can't connect: " + impl.secrets.scrub(complaint.text);
    if (error.sqlstate == "28000") {
      error.hint = "the server's pg_hba.conf decides who may connect; is the user's name right?";
    } else if (error.sqlstate == "53300") {
      error.hint = "the server has no connection left; try again later, or raise max_connections";
    } else if (error.sqlstate == "57P03") {
      error.hint = "the server is starting, stopping or recovering; try again in a moment";
    } else if (error.sqlstate.empty()) {
      error.hint = conninfo.empty() ? "is the server running? Name another with --db or PGHOST and PGPORT"
                                    : "is the server running there, and are host and port right?";
    }
  }
  const bool name_alone = conninfo.find('=') == std::string::npos && conninfo.find("://") == std::string::npos;
  if (name_alone && conninfo.find_first_of("/:@") != std::string::npos)
    error.hint = fmt::format("\"{}\" was taken for a database's name; a URL begins with postgresql://",
                             impl.secrets.scrub(redacted_url(conninfo)));
  return error;
}

void check_version(const Connection::Impl& impl) {
  const ServerVersion version{PQserverVersion(impl.connection)};
  if (const std::string why = refusal(version); !why.empty()) {
    ServerMessage error;
    error.severity = "FATAL";
    error.message = why;
    error.hint = "upgrade the server (pg_upgrade), or name another with --db";
    throw ServerError(error);
  }
  if (const std::string warning = caution(version); !warning.empty() && impl.on_notice) {
    Notice notice;
    notice.severity = "WARNING";
    notice.message = warning;
    impl.on_notice(notice);
  }
}

}  // namespace

void connect(Connection::Impl& impl, const std::string& conninfo, const ConnectOptions& options) {
  impl.conninfo = conninfo;
  impl.application_name = options.application_name;
  const Arguments with = arguments(impl);
  impl.connection = PQconnectStartParams(with.keywords.data(), with.values.data(), 1);
  if (!impl.connection) throw std::bad_alloc();
  PQsetNoticeReceiver(impl.connection, receive_notice, &impl);
  PQsetErrorVerbosity(impl.connection, PQERRORS_VERBOSE);
  if (const char* password = PQpass(impl.connection)) impl.secrets.add(password);

  if (PQstatus(impl.connection) != CONNECTION_BAD) {
    const int seconds = timeout_of(impl.connection, options.connect_timeout);
    if (!shake_hands(impl.connection, seconds)) {
      const std::string place = impl.place();
      ServerMessage late;
      late.severity = "FATAL";
      late.sqlstate = "08001";
      late.message = fmt::format("can't connect: no answer from {} within {} s", place, seconds);
      late.hint =
          "are host and port right, and does a firewall stand between? connect_timeout in the connection string "
          "sets how long to wait";
      // Only libpq's own blocking way goes on to the next of several hosts after a timeout.
      if (place.find(',') == std::string::npos && std::string_view(conninfo).find(',') == std::string_view::npos) {
        throw ServerError(late);
      }
      PQfinish(impl.connection);
      impl.connection = PQconnectdbParams(with.keywords.data(), with.values.data(), 1);
      if (!impl.connection) throw std::bad_alloc();
      PQsetNoticeReceiver(impl.connection, receive_notice, &impl);
    }
  }
  if (PQstatus(impl.connection) != CONNECTION_OK) throw ServerError(connection_error(impl, conninfo));
  PQsetErrorVerbosity(impl.connection, PQERRORS_DEFAULT);
  check_version(impl);
}

}  // namespace plumb::postgres
