// Makes the connection itself: waiting, timeouts, and errors that say what to do. Only for this folder.
#pragma once

#include "postgres/connection_impl.h"

namespace plumb::postgres {

// Fills impl.connection, or throws ServerError. The connection speaks UTF-8.
void connect(Connection::Impl& impl, const std::string& conninfo, const ConnectOptions& options);

}  // namespace plumb::postgres
