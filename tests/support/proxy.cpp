#include "support/proxy.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace plumb::testing {
namespace {

sockaddr_un address_in(const std::string& directory) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = directory + "/.s.PGSQL.5432";
  if (path.size() >= sizeof address.sun_path) throw std::runtime_error("too long a path for a socket: " + path);
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

int new_socket() {
  const int out = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (out < 0) throw std::runtime_error("no socket");
  return out;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// Adds what there is to read; false at the end.
bool receive(int from, std::string& into) {
  char part[16384];
  const ssize_t got = recv(from, part, sizeof part, 0);
  if (got <= 0) return false;
  into.append(part, static_cast<std::size_t>(got));
  return true;
}

// Takes one whole message from the front: a type and its length, which counts itself.
std::optional<std::string> take_message(std::string& bytes) {
  if (bytes.size() < 5) return std::nullopt;
  const std::size_t size = 1 + number_at(bytes, 1);
  if (bytes.size() < size) return std::nullopt;
  std::string out = bytes.substr(0, size);
  bytes.erase(0, size);
  return out;
}

// The SQL of a Query or Parse message.
std::optional<std::string> sql_of(const std::string& message) {
  if (message[0] == 'Q') return std::string(message.c_str() + 5);
  if (message[0] != 'P') return std::nullopt;
  const std::size_t name = std::strlen(message.c_str() + 5);
  return std::string(message.c_str() + 5 + name + 1);
}

}  // namespace

// One client and its server process, until one of them ends it.
class Proxy::Conversation {
 public:
  Conversation(Proxy& proxy, int client) : proxy_(proxy), client_(client), server_(new_socket()) {
    const sockaddr_un address = address_in(proxy_.server_directory_);
    if (connect(server_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) over_ = true;
    ucred peer{};
    socklen_t size = sizeof peer;
    getsockopt(client_, SOL_SOCKET, SO_PEERCRED, &peer, &size);
    ends_.client = peer.pid;
  }
  ~Conversation() {
    close(client_);
    close(server_);
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  void run() {
    start();
    while (!over_) {
      pollfd ends[] = {{client_, POLLIN, 0}, {server_, POLLIN, 0}, {proxy_.stop_[0], POLLIN, 0}};
      if (poll(ends, 3, -1) < 0) continue;
      if (ends[2].revents) return;
      if (ends[1].revents) over_ = !receive(server_, from_server_) || !pass_answers();
      if (!over_ && ends[0].revents) over_ = !receive(client_, from_client_) || !pass_statements();
    }
  }

 private:
  // The first message has no type. A request to cancel is one of its own, and all there is.
  void start() {
    while (!over_ && (from_client_.size() < 8 || from_client_.size() < number_at(from_client_, 0)))
      if (!receive(client_, from_client_)) over_ = true;
    if (over_) return;
    constexpr std::uint32_t protocol_3 = 3u << 16;
    counted_ = number_at(from_client_, 4) == protocol_3 && proxy_.first_.exchange(false);
    const std::size_t size = number_at(from_client_, 0);
    over_ = !send_all(server_, std::string_view(from_client_).substr(0, size));
    from_client_.erase(0, size);
  }

  bool pass_answers() {
    while (auto message = take_message(from_server_)) {
      if ((*message)[0] == 'K') ends_.backend = static_cast<int>(number_at(*message, 5));
      if (!send_all(client_, *message)) return false;
    }
    return true;
  }

  bool pass_statements() {
    while (auto message = take_message(from_client_)) {
      const auto sql = sql_of(*message);
      if (sql && counted_ && proxy_.meets_trap(*sql)) {
        if (!spring(*message)) return false;
      } else if (!send_all(server_, *message)) {
        return false;
      }
    }
    return true;
  }

  // False: the conversation is over.
  bool spring(std::string message) {
    const Trap& trap = proxy_.trap_;
    if (!trap.after) {
      if (trap.harm) trap.harm(ends_);
      return !trap.cut && send_all(server_, message);
    }
    // A Parse message is carried out by what follows it, up to Sync.
    for (bool last = message[0] == 'Q'; send_all(server_, message) && !last; last = message[0] == 'S') {
      std::optional<std::string> next;
      while (!(next = take_message(from_client_)))
        if (!receive(client_, from_client_)) return false;
      message = std::move(*next);
    }
    std::string answers;
    for (bool ready = false; !ready;) {
      while (auto answer = take_message(from_server_)) {
        ready = (*answer)[0] == 'Z';
        answers += *answer;
      }
      if (!ready && !receive(server_, from_server_)) return false;
    }
    if (trap.harm) trap.harm(ends_);
    return !trap.cut && send_all(client_, answers);
  }

  Proxy& proxy_;
  const int client_, server_;
  bool over_ = false;
  bool counted_ = false;
  Ends ends_;
  std::string from_client_, from_server_;
};

Proxy::Proxy(std::string server_directory, std::function<bool(std::string_view sql)> counts)
    : server_directory_(std::move(server_directory)), counts_(std::move(counts)), listener_(new_socket()) {
  const sockaddr_un address = address_in(directory_.path());
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || listen(listener_, 16) != 0 ||
      pipe(stop_) != 0)
    throw std::runtime_error("the proxy can't listen");
  acceptor_ = std::thread([this] { accept_clients(); });
}

Proxy::~Proxy() {
  (void)!write(stop_[1], "x", 1);  // never read: everyone sees it
  acceptor_.join();
  for (std::thread& conversation : conversations_) conversation.join();
  for (const int each : {listener_, stop_[0], stop_[1]}) close(each);
}

std::string Proxy::url(const std::string& database) const {
  return fmt::format("host={} port=5432 user=postgres dbname={}", directory_.path(), database);
}

void Proxy::set(Trap trap) {
  const std::scoped_lock lock(guard_);
  trap_ = std::move(trap);
  statements_.clear();
  sprung_ = false;
  first_ = true;
}

std::vector<std::string> Proxy::statements() const {
  const std::scoped_lock lock(guard_);
  return statements_;
}

void Proxy::accept_clients() {
  for (;;) {
    pollfd ends[] = {{listener_, POLLIN, 0}, {stop_[0], POLLIN, 0}};
    if (poll(ends, 2, -1) < 0) continue;
    if (ends[1].revents) return;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    conversations_.emplace_back([this, client] { Conversation(*this, client).run(); });
  }
}

bool Proxy::meets_trap(std::string_view sql) {
  if (!counts_(sql)) return false;
  const std::scoped_lock lock(guard_);
  statements_.emplace_back(sql);
  if (sprung_ || statements_.size() != trap_.at + 1) return false;
  sprung_ = true;
  return true;
}

}  // namespace plumb::testing
