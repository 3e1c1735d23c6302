#include "postgres/connection.h"

#include <fmt/format.h>

#include "postgres/connect.h"
#include "postgres/connection_impl.h"

namespace plumb::postgres {
namespace {

bool failed(ExecStatusType status) {
  return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_PIPELINE_ABORTED;
}

constexpr const char* no_copy = "COPY from or to the client is not supported here";

// Ends a COPY that nobody feeds or reads, so that the connection is usable again.
void end_copy(PGconn* connection, ExecStatusType status) {
  if (status != PGRES_COPY_OUT) PQputCopyEnd(connection, no_copy);
  if (status != PGRES_COPY_IN) {
    char* data = nullptr;
    while (PQgetCopyData(connection, &data, 0) > 0) PQfreemem(data);
  }
}

// Reads all there is of the answer to one PQsend…; the last result counts, or the first error.
Result read_answer(Connection::Impl& impl, std::string_view sql) {
  Result last;
  std::optional<ServerError> error;
  bool copied = false;
  while (PGresult* const raw = PQgetResult(impl.connection)) {
    Result result(raw);
    const ExecStatusType status = PQresultStatus(raw);
    if (is_copy(status)) {
      copied = true;
      end_copy(impl.connection, status);
      continue;
    }
    if (failed(status) && !error) error = impl.error_of(raw, sql);
    if (!error) last = std::move(result);
    if (PQstatus(impl.connection) == CONNECTION_BAD) break;
  }
  if (copied && (!error || error->sqlstate() == "57014")) {
    ServerMessage refused;
    refused.severity = "ERROR";
    refused.sqlstate = "0A000";
    refused.message = no_copy;
    throw ServerError(refused, std::string(sql));
  }
  if (error) throw ServerError(*error);
  return last;
}

}  // namespace

void refuse_zero_bytes(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {
    throw Error(Failure::failed, "PostgreSQL can't take text with a zero byte in it");
  }
}

ParamPointers::ParamPointers(const Params& params) {
  pointers.reserve(params.size());
  for (const Param& param : params) {
    if (param) refuse_zero_bytes(*param);
    pointers.push_back(param ? param->c_str() : nullptr);
  }
}

std::string array_literal(std::span<const std::string> elements) {
  std::string literal = "{";
  for (const std::string& element : elements) {
    if (literal.size() > 1) literal += ',';
    literal += '"';
    for (const char c : element) {
      if (c == '"' || c == '\\') literal += '\\';
      literal += c;
    }
    literal += '"';
  }
  return literal + "}";
}

Connection::Impl::~Impl() {
  PQfreeCancel(canceller);
  PQfinish(connection);
}

std::string Connection::Impl::place() const {
  const std::string host = PQhost(connection) ? PQhost(connection) : "";
  const std::string port = PQport(connection) ? PQport(connection) : "";
  const std::string shown = secrets.scrub(host.empty() ? "the server" : host);
  return port.empty() ? shown : shown + ":" + secrets.scrub(port);
}

std::string Connection::Impl::describe() const {
  return fmt::format("database \"{}\" on {} as user \"{}\"", PQdb(connection), place(), PQuser(connection));
}

ServerError Connection::Impl::error_of(const PGresult* result, std::string_view statement,
                                       std::optional<std::size_t> query) {
  ServerMessage message = result ? server_message(result) : ServerMessage{};
  if (!result) message.message = PQerrorMessage(connection);
  const bool lost = PQstatus(connection) == CONNECTION_BAD || message.sqlstate.starts_with("57P0");
  if (lost) {
    if (!last_words.message.empty()) message = last_words;
    // libpq's own words go on with lines of guesses.
    const std::string reason = message.message.substr(0, message.message.find('\n'));
    message.message = fmt::format("lost the connection to {}: {}", describe(), reason);
    if (message.sqlstate.empty()) message.sqlstate = "08006";
    if (message.hint.empty()) message.hint = "what was not committed is undone; run the command again";
  }
  message.message = secrets.scrub(std::move(message.message));
  return ServerError(std::move(message), std::string(statement), query);
}

void Connection::Impl::fail(const PGresult* result, std::string_view statement, std::optional<std::size_t> query) {
  throw error_of(result, statement, query);
}

Connection::Connection(const std::string& conninfo, const ConnectOptions& options) : impl_(std::make_unique<Impl>()) {
  check_conninfo(conninfo);
  impl_->secrets = Secrets(conninfo);
  impl_->on_notice = options.on_notice;
  connect(*impl_, conninfo, options);
  impl_->canceller = PQgetCancel(impl_->connection);
}

Connection::Connection() : impl_(std::make_unique<Impl>()) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Connection Connection::another(const ConnectOptions& options) const {
  Connection out;
  out.impl_->secrets = impl_->secrets;
  out.impl_->on_notice = options.on_notice;
  // Of several hosts only the one that was connected to will do; with one, the string says it all, hostaddr too.
  if (impl_->conninfo.find(',') != std::string::npos) {
    out.impl_->host = PQhost(impl_->connection);
    out.impl_->port = PQport(impl_->connection);
  }
  connect(*out.impl_, impl_->conninfo, options);
  out.impl_->canceller = PQgetCancel(out.impl_->connection);
  return out;
}

ServerVersion Connection::version() const { return {PQserverVersion(impl_->connection)}; }

Result Connection::execute(std::string_view sql, const Params& params) {
  refuse_zero_bytes(sql);
  const ParamPointers values(params);
  const std::string text(sql);
  if (!PQsendQueryParams(impl_->connection, text.c_str(), values.count(), nullptr, values.data(), nullptr, nullptr,
                         0)) {
    impl_->fail(nullptr, sql);
  }
  return read_answer(*impl_, sql);
}

void Connection::run_script(std::string_view sql) {
  refuse_zero_bytes(sql);
  if (!PQsendQuery(impl_->connection, std::string(sql).c_str())) impl_->fail(nullptr, sql);
  read_answer(*impl_, sql);
}

bool Connection::cancel() const noexcept {
  char ignored[256];
  const bool asked = impl_->canceller && PQcancel(impl_->canceller, ignored, sizeof ignored) == 1;
  cancel_companion();
  return asked;
}

void Connection::cancel_companion() const noexcept {
  const std::scoped_lock lock(impl_->companion_guard);
  if (impl_->companion) impl_->companion->cancel();
}

Connection::Companion::Companion(const Connection& connection, const Connection& other) : connection_(connection) {
  const std::scoped_lock lock(connection_.impl_->companion_guard);
  connection_.impl_->companion = &other;
}

Connection::Companion::~Companion() {
  const std::scoped_lock lock(connection_.impl_->companion_guard);
  connection_.impl_->companion = nullptr;
}

void Connection::roll_back() {
  if (is_open() && transaction_status() != TransactionStatus::idle) run_script("ROLLBACK");
}

TransactionStatus Connection::transaction_status() const {
  switch (PQtransactionStatus(impl_->connection)) {
    case PQTRANS_IDLE:
      return TransactionStatus::idle;
    case PQTRANS_ACTIVE:
      return TransactionStatus::active;
    case PQTRANS_INTRANS:
      return TransactionStatus::in_transaction;
    case PQTRANS_INERROR:
      return TransactionStatus::failed_transaction;
    case PQTRANS_UNKNOWN:
      break;
  }
  return TransactionStatus::unknown;
}

bool Connection::is_open() const { return PQstatus(impl_->connection) == CONNECTION_OK; }

int Connection::backend_pid() const { return PQbackendPID(impl_->connection); }

bool Connection::is_in_recovery() { return execute("select pg_catalog.pg_is_in_recovery()").value(0, 0) == "t"; }

std::string Connection::read_only_reason() {
  const Result result = execute(
      "select pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('transaction_read_only'),"
      " pg_catalog.current_setting('default_transaction_read_only')");
  if (result.value(0, 0) == "t") return "the server is a standby (in recovery)";
  if (result.value(0, 2) == "on") return "default_transaction_read_only is on";
  if (result.value(0, 1) == "on") return "the transaction is read-only";
  return {};
}

std::string Connection::user() const { return PQuser(impl_->connection); }

std::string Connection::database() const { return PQdb(impl_->connection); }

std::string Connection::describe() const { return impl_->describe(); }

std::string Connection::quote_identifier(std::string_view name) const {
  refuse_zero_bytes(name);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

void Connection::on_notice(std::function<void(const Notice&)> callback) { impl_->on_notice = std::move(callback); }

}  // namespace plumb::postgres
