// Finds PostgreSQL's server programs (postgres, initdb, pg_dump) on this machine.
#pragma once

#include <string>

#include "model/version.h"

namespace plumb::postgres {

struct ServerPrograms {
  std::string bin_dir;
  ServerVersion version;
  std::string version_text;  // as "postgres --version" gives it: the packager's part too
  std::string path(const std::string& program) const { return bin_dir + "/" + program; }
};

// Looks in bin_dir alone if it is given, else in PLUMB_PG_BIN alone if that is set, else where pg_config --bindir
// says, then in the usual places, newest version first. With a major version, only that one will do. Throws
// plumb::Error that says where it looked and what to install.
ServerPrograms find_server_programs(const std::string& bin_dir = {}, int major = 0);

}  // namespace plumb::postgres
