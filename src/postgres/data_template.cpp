#include "postgres/data_template.h"

#include <fmt/format.h>
#include <locale.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cstdint>
#include <filesystem>

#include "postgres/file_descriptor.h"
#include "postgres/process.h"

namespace plumb::postgres {
namespace {

namespace fs = std::filesystem;

// Raised when the way a template is made changes.
constexpr int template_format = 1;

std::string utf8_locale() {
  const locale_t found = newlocale(LC_ALL_MASK, "C.UTF-8", nullptr);
  if (!found) return "C";
  freelocale(found);
  return "C.UTF-8";
}

// FNV-1a: only to tell packages of the same version apart in a file name.
std::string short_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:08x}", static_cast<std::uint32_t>(hash ^ (hash >> 32)));
}

void make(const ServerPrograms& programs, const std::string& locale, const std::string& directory) {
  const ProgramResult result = run_program(
      {programs.path("initdb"), "--pgdata=" + directory, "--username=postgres", "--encoding=UTF8", "--locale=" + locale,
       // What most servers have; initdb would take "simple" from the locale.
       "--text-search-config=english",
       // The socket lies in a directory of its user's; should someone open the data to the network, nobody gets in.
       "--auth-local=trust", "--auth-host=reject",
       // 16 MB less to copy.
       "--wal-segsize=4"},
      {.environment = {"TZ=UTC", "LC_ALL", "LANG=C", "PGDATA"}});
  if (result.exit_code != 0) {
    throw Error(Failure::failed, fmt::format("initdb failed with exit code {}: {}{}", result.exit_code, result.err,
                                             result.err.empty() ? result.out : ""));
  }
}

void copy_one(const fs::path& from, const fs::path& to) {
  const FileDescriptor source(open(from.c_str(), O_RDONLY | O_CLOEXEC));
  const FileDescriptor target(open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!source || !target)
    throw Error(Failure::failed, fmt::format("can't copy {}: {}", from.string(), system_error_text()));
  struct stat status {};
  fstat(source.get(), &status);
  for (off_t left = status.st_size; left > 0;) {
    const ssize_t copied =
        copy_file_range(source.get(), nullptr, target.get(), nullptr, static_cast<std::size_t>(left), 0);
    if (copied <= 0) {
      // Some file systems can't; then the ordinary way, which says itself what is wrong.
      fs::copy_file(from, to, fs::copy_options::overwrite_existing);
      return;
    }
    left -= copied;
  }
}

}  // namespace

std::string data_template(const ServerPrograms& programs, const std::string& cache_dir) {
  const std::string locale = utf8_locale();
  const std::string key = fmt::format("{} {} {}", programs.version_text, programs.bin_dir, locale);
  std::string final_path =
      fmt::format("{}/template-{}-{}-{}", cache_dir, template_format, programs.version.number, short_hash(key));
  if (fs::exists(final_path)) return final_path;

  const FileDescriptor lock(open((final_path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock) throw Error(Failure::failed, fmt::format("can't write to {}: {}", cache_dir, system_error_text()));
  while (flock(lock.get(), LOCK_EX) != 0 && errno == EINTR) continue;
  if (fs::exists(final_path)) return final_path;
  // Left over from a process that was killed: nobody else makes it while we hold the lock.
  const std::string unfinished = final_path + ".new";
  fs::remove_all(unfinished);
  make(programs, locale, unfinished);
  fs::rename(unfinished, final_path);
  return final_path;
}

void copy_tree(const std::string& from, const std::string& to) {
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path target = fs::path(to) / entry.path().filename();
    if (entry.is_directory()) {
      fs::create_directory(target, entry.path());  // with its permissions
      copy_tree(entry.path().string(), target.string());
    } else {
      copy_one(entry.path(), target);
    }
  }
}

}  // namespace plumb::postgres
