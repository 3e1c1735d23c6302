// What Connection and Pipeline share. Only for the .cpp files of this folder: it shows libpq's types.
#pragma once

#include <libpq-fe.h>

#include <mutex>

#include "postgres/connection.h"

namespace plumb::postgres {

struct Connection::Impl {
  PGconn* connection = nullptr;
  PGcancel* canceller = nullptr;
  Secrets secrets;
  std::string conninfo;
  std::string application_name;
  std::string host, port;  // of the one server that it must be, where the connection string may name several
  std::function<void(const Notice&)> on_notice;
  // A server that ends an idle connection says why in a notice, before the next query finds it gone.
  Notice last_words;
  std::mutex companion_guard;
  const Connection* companion = nullptr;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  std::string place() const;  // host:port or the socket's directory
  std::string describe() const;

  // Throws what a result or the connection says to be wrong.
  [[noreturn]] void fail(const PGresult* result, std::string_view statement, std::optional<std::size_t> query = {});
  ServerError error_of(const PGresult* result, std::string_view statement, std::optional<std::size_t> query = {});
};

inline bool is_copy(ExecStatusType status) {
  return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

// libpq takes C strings; a zero byte would cut a statement short.
void refuse_zero_bytes(std::string_view text);

// The arguments of PQexecParams and its like.
struct ParamPointers {
  explicit ParamPointers(const Params& params);
  const char* const* data() const { return pointers.empty() ? nullptr : pointers.data(); }
  int count() const { return static_cast<int>(pointers.size()); }
  std::vector<const char*> pointers;
};

}  // namespace plumb::postgres
