#include "postgres/account.h"

#include <fmt/format.h>
#include <grp.h>
#include <linux/magic.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "model/error.h"
#include "postgres/file_descriptor.h"

namespace plumb::postgres {
namespace {

namespace fs = std::filesystem;

Account account_of(const passwd& entry) {
  Account account{entry.pw_name, entry.pw_uid, entry.pw_gid, {}, true};
  int count = 0;
  getgrouplist(entry.pw_name, entry.pw_gid, nullptr, &count);
  account.groups.resize(static_cast<std::size_t>(count));
  if (count > 0) getgrouplist(entry.pw_name, entry.pw_gid, account.groups.data(), &count);
  return account;
}

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

// Makes the directory, the account's own from the moment it is there: others may be waiting for it to appear.
void make_own_directory(const Account& account, const std::string& path) {
  std::string unnamed = path + ".XXXXXX";
  if (!mkdtemp(unnamed.data())) return;
  const bool handed_over = !account.switch_to || lchown(unnamed.c_str(), account.uid, account.gid) == 0;
  if (!handed_over || std::rename(unnamed.c_str(), path.c_str()) != 0) rmdir(unnamed.c_str());
}

// Makes the directory if it is missing; false if it can't be made or isn't the account's alone.
bool own_directory(const Account& account, const std::string& path) {
  if (!status_of(path)) make_own_directory(account, path);
  const auto status = status_of(path);
  return status && S_ISDIR(status->st_mode) && status->st_uid == account.uid && (status->st_mode & 022) == 0;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string home_of(uid_t uid) {
  if (std::string home = variable("HOME"); !home.empty()) return home;
  const passwd* entry = getpwuid(uid);
  return entry ? entry->pw_dir : "";
}

// An unprivileged user can't get into /root, so root's templates lie elsewhere.
std::string usual_cache(const Account& account) {
  std::error_code ignored;
  if (account.switch_to) {
    const std::string shared = "/var/cache/plumb";
    if (mkdir(shared.c_str(), 0755) == 0) chmod(shared.c_str(), 0755);
    const auto status = status_of(shared);
    const bool safe = status && S_ISDIR(status->st_mode) && status->st_uid == 0 && (status->st_mode & 022) == 0;
    return safe ? shared + "/" + account.name : "";
  }
  std::string parent = variable("XDG_CACHE_HOME");
  if (parent.empty() || parent.front() != '/') {
    const std::string home = home_of(account.uid);
    if (home.empty()) return {};
    parent = home + "/.cache";
  }
  fs::create_directories(parent, ignored);
  return parent + "/plumb";
}

// Bytes that can be had without swapping; 0 if the system doesn't say.
std::uint64_t available_memory() {
  std::ifstream file("/proc/meminfo");
  for (std::string word; file >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

bool writable(const Account& account, const std::string& path) {
  return account.switch_to || access(path.c_str(), R_OK | W_OK | X_OK) == 0;
}

}  // namespace

Account server_account(const std::string& data_dir) {
  if (geteuid() != 0) return {"", geteuid(), getegid(), {}, false};
  if (!data_dir.empty()) {
    const auto status = status_of(data_dir);
    if (status && status->st_uid != 0) {
      if (const passwd* owner = getpwuid(status->st_uid)) return account_of(*owner);
      return {std::to_string(status->st_uid), status->st_uid, status->st_gid, {status->st_gid}, true};
    }
  }
  for (const char* name : {"postgres", "nobody"}) {
    if (const passwd* entry = getpwnam(name); entry && entry->pw_uid != 0) return account_of(*entry);
  }
  throw Error(Failure::failed, "PostgreSQL doesn't run as root, and there is no user postgres or nobody to run it as",
              "make one (useradd --system postgres), or run plumb as another user");
}

std::string cache_directory(const Account& account, const std::string& given) {
  if (!given.empty()) {
    if (!own_directory(account, given)) {
      throw Error(Failure::failed, fmt::format("the cache directory {} isn't user {}'s alone", given, account.name));
    }
    return given;
  }
  std::string usual = usual_cache(account);
  if (!usual.empty() && own_directory(account, usual) && writable(account, usual)) return usual;
  std::string last = fmt::format("/tmp/plumb-cache-{}", account.uid);
  if (own_directory(account, last)) return last;
  throw Error(Failure::failed,
              fmt::format("there is no place for the template of embedded servers: neither {} nor {} "
                          "can be used",
                          usual.empty() ? "~/.cache/plumb" : usual, last),
              "set XDG_CACHE_HOME to a directory that can be written to");
}

std::string own_data_directory(const Account& account, const std::string& data_dir) {
  const auto refuse = [&](const std::string& why, const std::string& hint) -> Error {
    return Error(Failure::failed, fmt::format("{} can't be used as a data directory: {}", data_dir, why), hint);
  };
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::absolute(data_dir), error);
  if (error) throw refuse(error.message(), "");
  const bool created = fs::create_directories(path, error);
  if (error) throw refuse(error.message(), "");
  if (!fs::is_directory(path)) throw refuse("it is not a directory", "");
  const bool empty = created || fs::is_empty(path, error);
  if (error) throw refuse(error.message(), "");
  if (!empty && !fs::exists(path / "PG_VERSION") && !fs::exists(path / "plumb-unfinished")) {
    throw refuse("it holds something else than a PostgreSQL database", "name an empty or a new directory");
  }
  const auto status = status_of(path.string());
  if (status && status->st_uid != account.uid) {
    if (!account.switch_to) throw refuse("it belongs to another user", "");
    if (!empty) {
      throw refuse("it belongs to root, and PostgreSQL doesn't run as root",
                   fmt::format("hand it over: chown -R {} {}", account.name, path.string()));
    }
    if (chown(path.c_str(), account.uid, account.gid) != 0) throw refuse(system_error_text(), "");
  }
  if (empty) chmod(path.c_str(), 0700);
  return path.string();
}

std::string scratch_place(bool for_data) {
  // A copy of the template is 940 files: 0.03 s in memory, 0.06 s in a quiet ext4, and up to 1.5 s in an ext4 without
  // a journal (virtual machines), which looks past each file deleted in the last minute whenever it makes one.
  constexpr std::uint64_t plenty = 4ULL << 30;
  struct statvfs room {};
  struct statfs kind {};
  const char* const shared_memory = "/dev/shm";
  if (for_data && statfs(shared_memory, &kind) == 0 && kind.f_type == TMPFS_MAGIC &&
      statvfs(shared_memory, &room) == 0 && room.f_bavail * room.f_frsize >= plenty && available_memory() >= plenty &&
      access(shared_memory, W_OK | X_OK) == 0) {
    return shared_memory;
  }
  return "/tmp";
}

std::string private_directory(const Account& account, const std::string& place) {
  // The name of this directory and of the socket in it needs another 32 bytes.
  if (place.size() > 75) {
    throw Error(Failure::failed, fmt::format("{} is too long a path for a Unix socket (107 bytes in all)", place));
  }
  std::string name = place + "/plumb-XXXXXX";
  if (!mkdtemp(name.data())) {
    const std::string why = system_error_text();
    const std::string elsewhere = variable("TMPDIR");
    if (!elsewhere.empty() && elsewhere != place) return private_directory(account, elsewhere);
    throw Error(Failure::failed, fmt::format("can't make a directory in {}: {}", place, why),
                "set TMPDIR to a directory that can be written to");
  }
  if (account.switch_to && chown(name.c_str(), account.uid, account.gid) != 0) {
    const std::string why = system_error_text();
    rmdir(name.c_str());
    throw Error(Failure::failed, fmt::format("can't give {} to user {}: {}", name, account.name, why));
  }
  return name;
}

}  // namespace plumb::postgres
