#include "postgres/pipeline.h"

#include <poll.h>

#include <cerrno>
#include <exception>
#include <optional>

#include "postgres/connection_impl.h"

namespace plumb::postgres {

Pipeline::Pipeline(Connection& connection) : connection_(*connection.impl_) {
  // Without waiting on either side: a server that waits for its answers to be read takes no more queries, and a
  // client that waits for its queries to be taken reads no answers.
  if (PQsetnonblocking(connection_.connection, 1) != 0 || !PQenterPipelineMode(connection_.connection)) {
    PQsetnonblocking(connection_.connection, 0);
    connection_.fail(nullptr, "");
  }
}

Pipeline::~Pipeline() {
  if (finished_) return;
  try {
    read(nullptr, true);
  } catch (...) {
    // Nobody asked for these answers.
  }
}

std::size_t Pipeline::send(std::string_view sql, const Params& params) {
  if (started_) throw Error(Failure::failed, "the pipeline has already been started");
  refuse_zero_bytes(sql);
  const ParamPointers values(params);
  statements_.emplace_back(sql);
  const std::size_t query = statements_.size() - 1;
  if (!PQsendQueryParams(connection_.connection, statements_.back().c_str(), values.count(), nullptr, values.data(),
                         nullptr, nullptr, 0)) {
    connection_.fail(nullptr, sql, query);
  }
  return query;
}

void Pipeline::start() {
  if (started_) return;
  started_ = true;
  if (!PQpipelineSync(connection_.connection) || PQflush(connection_.connection) < 0) connection_.fail(nullptr, "");
}

void Pipeline::each(const Callback& on_result) { read(&on_result, false); }

void Pipeline::each_row(const Callback& on_row) { read(&on_row, true); }

// Reads and writes by turns until libpq has a result to give.
void Pipeline::wait_for_answer() {
  PGconn* const connection = connection_.connection;
  while (PQisBusy(connection)) {
    const int left = PQflush(connection);
    if (left < 0) return;  // PQgetResult tells what is wrong
    pollfd waiting{PQsocket(connection), static_cast<short>(left > 0 ? POLLIN | POLLOUT : POLLIN), 0};
    if (poll(&waiting, 1, -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    if ((waiting.revents & (POLLIN | POLLERR | POLLHUP)) && !PQconsumeInput(connection)) return;
  }
}

void Pipeline::read(const Callback* callback, bool by_row) {
  PGconn* const connection = connection_.connection;
  std::optional<ServerError> error;
  std::exception_ptr thrown;
  if (finished_) throw Error(Failure::failed, "the pipeline has already been read");
  finished_ = true;
  try {
    start();
  } catch (...) {
    leave();
    throw;
  }
  std::size_t query = 0;
  if (by_row) PQsetSingleRowMode(connection);
  for (;;) {
    wait_for_answer();
    const Result result(PQgetResult(connection));
    const PGresult* const raw = result.handle();
    if (!raw) {
      if (PQstatus(connection) == CONNECTION_BAD) break;
      // The mode holds for one query only.
      ++query;
      if (by_row) PQsetSingleRowMode(connection);
      continue;
    }
    const ExecStatusType status = PQresultStatus(raw);
    if (status == PGRES_PIPELINE_SYNC) break;
    const bool answer = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_SINGLE_TUPLE;
    if (is_copy(status) && !error) {
      ServerMessage refused;
      refused.severity = "ERROR";
      refused.sqlstate = "0A000";
      refused.message = "COPY from or to the client is not supported in a pipeline";
      error.emplace(refused, statements_[query], query);
    } else if (!answer && status != PGRES_PIPELINE_ABORTED && !error) {
      error = connection_.error_of(raw, query < statements_.size() ? statements_[query] : "", query);
    }
    if (answer && callback && !error && !thrown && (status == PGRES_SINGLE_TUPLE || !by_row)) {
      try {
        (*callback)(query, result);
      } catch (...) {
        thrown = std::current_exception();
      }
    }
    // libpq has no way out of a COPY in a pipeline; such a connection is of no more use.
    if (PQstatus(connection) == CONNECTION_BAD || is_copy(status)) break;
  }
  if (!error && !thrown && PQstatus(connection) == CONNECTION_BAD) {
    error = connection_.error_of(nullptr, query < statements_.size() ? statements_[query] : "", query);
  }
  leave();
  if (thrown) std::rethrow_exception(thrown);
  if (error) throw ServerError(*error);
}

void Pipeline::leave() {
  PQexitPipelineMode(connection_.connection);
  PQsetnonblocking(connection_.connection, 0);
}

}  // namespace plumb::postgres
