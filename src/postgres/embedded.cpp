#include "postgres/embedded.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <fstream>

#include "postgres/account.h"
#include "postgres/file_descriptor.h"
#include "postgres/guardian.h"

namespace plumb::postgres {
namespace {

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || c == '_' || c == '-' || c == '.' || c == '/') {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", byte);
    }
  }
  return encoded;
}

// The major version that wrote an existing data directory; 0 if there is none.
int major_of(const std::string& data_dir) {
  std::ifstream file(data_dir + "/PG_VERSION");
  int major = 0;
  file >> major;
  return file ? major : 0;
}

std::string read_all(int descriptor) {
  std::string text;
  char buffer[4096];
  for (;;) {
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
  }
}

void reap(pid_t guardian, const std::string& directory) {
  while (waitpid(guardian, nullptr, 0) < 0 && errno == EINTR) continue;
  // The guardian has emptied it, but may lack the right to remove it from where root wanted it.
  rmdir(directory.c_str());
}

}  // namespace

struct EmbeddedServer::Impl {
  Guarded guarded;
  FileDescriptor lifeline;  // closing it, or dying, tells the guardian to end
  pid_t guardian = -1;
};

EmbeddedServer::EmbeddedServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EmbeddedServer::EmbeddedServer(EmbeddedServer&&) noexcept = default;
EmbeddedServer::~EmbeddedServer() { stop(); }

EmbeddedServer& EmbeddedServer::operator=(EmbeddedServer&& other) noexcept {
  stop();
  impl_ = std::move(other.impl_);
  return *this;
}

EmbeddedServer EmbeddedServer::start(Options options) {
  auto impl = std::make_unique<Impl>();
  Guarded& guarded = impl->guarded;
  guarded.throw_away = options.data_dir.empty();
  guarded.settings = std::move(options.settings);
  guarded.account = server_account(options.data_dir);
  const int existing = guarded.throw_away ? 0 : major_of(options.data_dir);
  guarded.programs = find_server_programs(options.pg_bin, options.major != 0 ? options.major : existing);
  if (existing != 0 && existing != guarded.programs.version.major()) {
    throw Error(Failure::failed, fmt::format("{} holds data of PostgreSQL {}, not {}", options.data_dir, existing,
                                             guarded.programs.version.major()));
  }
  if (!guarded.throw_away) guarded.data_dir = own_data_directory(guarded.account, options.data_dir);
  guarded.cache_dir = cache_directory(guarded.account, options.cache_dir);
  Pipe lifeline = make_pipe();
  Pipe report = make_pipe();
  const std::string place = options.scratch_dir.empty() ? scratch_place(guarded.throw_away) : options.scratch_dir;
  guarded.directory = private_directory(guarded.account, place);
  if (guarded.throw_away) guarded.data_dir = guarded.directory + "/data";

  impl->guardian = fork();
  if (impl->guardian == 0) guard(guarded, lifeline.read.get(), report.write.get());
  if (impl->guardian < 0) {
    const std::string why = system_error_text();
    rmdir(guarded.directory.c_str());
    throw Error(Failure::failed, "can't start a process: " + why);
  }
  lifeline.read.close();
  report.write.close();
  impl->lifeline = std::move(lifeline.write);

  const std::string told = read_all(report.read.get());
  const std::string message = told.substr(0, told.find('\0'));
  if (message != "ready") {
    const pid_t guardian = impl->guardian;
    impl->lifeline.close();
    reap(guardian, guarded.directory);
    const std::string hint =
        message.size() < told.size() ? told.substr(message.size() + 1, told.size() - message.size() - 2) : "";
    throw Error(Failure::failed, message.empty() ? "the embedded server's guardian ended without a word" : message,
                hint);
  }
  return EmbeddedServer(std::move(impl));
}

void EmbeddedServer::stop() {
  if (!impl_ || !impl_->lifeline) return;
  impl_->lifeline.close();
  reap(impl_->guardian, impl_->guarded.directory);
}

std::string EmbeddedServer::connection_string(const std::string& database) const {
  return fmt::format("postgresql://postgres@/{}?host={}&port=5432", percent_encoded(database),
                     percent_encoded(impl_->guarded.directory));
}

Connection EmbeddedServer::connect(const std::string& database, const ConnectOptions& options) const {
  return Connection(connection_string(database), options);
}

void EmbeddedServer::create_database(const std::string& name, const std::string& from_template) const {
  Connection connection = connect();
  connection.execute(fmt::format("create database {} template {}", connection.quote_identifier(name),
                                 connection.quote_identifier(from_template)));
}

void EmbeddedServer::drop_database(const std::string& name) const {
  Connection connection = connect();
  connection.execute(fmt::format("drop database if exists {} with (force)", connection.quote_identifier(name)));
}

const std::string& EmbeddedServer::bin_dir() const { return impl_->guarded.programs.bin_dir; }
ServerVersion EmbeddedServer::version() const { return impl_->guarded.programs.version; }
const std::string& EmbeddedServer::directory() const { return impl_->guarded.directory; }
const std::string& EmbeddedServer::data_dir() const { return impl_->guarded.data_dir; }

std::optional<std::string> embedded_data_dir(std::string_view database) {
  constexpr std::string_view prefix = "embedded:";
  if (!database.starts_with(prefix)) return std::nullopt;
  return std::string(database.substr(prefix.size()));
}

}  // namespace plumb::postgres
