// The unprivileged user as whom an embedded server runs when plumb runs as root: PostgreSQL refuses to run as root.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace plumb::postgres {

struct Account {
  std::string name;
  uid_t uid = 0;
  gid_t gid = 0;
  std::vector<gid_t> groups;
  bool switch_to = false;  // this process is root, and must become it
};

// This process's own user; as root, the owner of data_dir if that is someone else's, else postgres, else nobody.
Account server_account(const std::string& data_dir);

// Where this account keeps templates: given if not empty, else its cache directory. Made if it is missing, and
// checked to be its own: what lies there is executed, in effect.
std::string cache_directory(const Account& account, const std::string& given);

// Makes data_dir (with its parents) if it is missing, hands it to the account, and refuses what it must not touch.
// The result is absolute.
std::string own_data_directory(const Account& account, const std::string& data_dir);

// Where to put what lives as long as the server only; for_data asks for room and speed: memory (/dev/shm) where there
// is plenty, else /tmp.
std::string scratch_place(bool for_data);

// A new directory in place, 0700, its name short enough for a socket in it (107 bytes in all).
std::string private_directory(const Account& account, const std::string& place);

}  // namespace plumb::postgres
