#include "cli/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "model/error.h"

namespace plumb::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw Error(Failure::failed, fmt::format("can't write {}: {}", path, why));
}

bool is_plain_file(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  return !fs::exists(status) || fs::is_regular_file(status);
}

// `target`: what it is for, as errors name it.
void write_directly(const std::string& path, const std::string& text, const std::string& target) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) fail(target, errno ? std::strerror(errno) : "the device is full");
}

}  // namespace

void write_file(const std::string& path, const std::string& text) {
  // What is no file (/dev/stdout, a pipe) can't be replaced.
  if (!is_plain_file(path)) return write_directly(path, text, path);
  const std::string scratch = fmt::format("{}.{}.tmp", path, getpid());
  std::error_code error;
  try {
    write_directly(scratch, text, path);
  } catch (const Error&) {
    fs::remove(scratch, error);
    throw;
  }
  fs::rename(scratch, path, error);
  if (!error) return;
  const std::string why = error.message();
  fs::remove(scratch, error);
  fail(path, why);
}

void write_file_in(const std::string& folder, const std::string& name, const std::string& text) {
  const fs::path path = fs::path(folder) / name;
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) fail(path.string(), error.message());
  write_file(path.string(), text);
}

void write_new_files(const std::string& folder, const std::map<std::string, std::string>& texts) {
  for (const auto& [name, text] : texts)
    if (const std::string path = (fs::path(folder) / name).lexically_normal().string();
        fs::exists(fs::symlink_status(path)))
      throw Error(Failure::failed, fmt::format("{} exists already; nothing was written", path),
                  "name another folder, or move what is there out of the way");
  for (const auto& [name, text] : texts) write_file_in(folder, name, text);
}

}  // namespace plumb::cli
