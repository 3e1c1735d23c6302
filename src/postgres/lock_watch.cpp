#include "postgres/lock_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace plumb::postgres {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t query_width = 60;

// A prepared transaction blocks as process 0, which no one is.
constexpr const char* query = R"(
SELECT b.pid, a.usename, a.application_name, a.state, a.query,
       extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(a.xact_start, a.query_start, a.backend_start))::bigint
FROM (SELECT DISTINCT pid FROM unnest(pg_catalog.pg_blocking_pids($1::int)) u(pid)) b
LEFT JOIN pg_catalog.pg_stat_activity a USING (pid) ORDER BY a.xact_start, b.pid LIMIT 3)";

std::string lasting(std::string_view seconds) {
  const long long count = std::atoll(std::string(seconds).c_str());
  if (count < 90) return fmt::format("{} s", count);
  return count < 90 * 60 ? fmt::format("{} min", count / 60) : fmt::format("{} h", count / 3600);
}

std::string described(const Result& rows, int row) {
  if (rows.value(row, 0) == "0") return "a prepared transaction (see pg_prepared_xacts)";
  std::string who = fmt::format("user {}", rows.is_null(row, 1) ? "unknown" : rows.value(row, 1));
  if (!rows.value(row, 2).empty()) who += fmt::format(", {}", shown_query(rows.value(row, 2), query_width));
  // Of others' sessions an ordinary role sees no state.
  if (!rows.value(row, 3).empty()) who += fmt::format(", {} for {}", rows.value(row, 3), lasting(rows.value(row, 5)));
  std::string out = fmt::format("process {} ({})", rows.value(row, 0), who);
  if (const std::string text = shown_query(rows.value(row, 4), query_width); !text.empty()) out += ": " + text;
  return out;
}

// The end of the constant that starts here; the same place if none does.
std::size_t end_of_constant(std::string_view text, std::size_t at) {
  if (text[at] == '\'') {
    const bool escapes = at > 0 && (text[at - 1] == 'E' || text[at - 1] == 'e');
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      if (escapes && text[i] == '\\') {
        ++i;
      } else if (text[i] == '\'') {
        if (i + 1 == text.size() || text[i + 1] != '\'') return i + 1;
        ++i;
      }
    }
    return text.size();
  }
  if (text[at] != '$') return at;
  std::size_t mark = at + 1;
  while (mark < text.size() && (std::isalnum(static_cast<unsigned char>(text[mark])) || text[mark] == '_')) ++mark;
  if (mark >= text.size() || text[mark] != '$') return at;
  const std::string_view quote = text.substr(at, mark + 1 - at);
  const std::size_t end = text.find(quote, mark + 1);
  return end == std::string_view::npos ? text.size() : end + quote.size();
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string shown_query(std::string_view text, std::size_t characters) {
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t end = end_of_constant(text, i); end != i) {
      line += "'…'";
      i = end;
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[i++]);
    if (byte > 0x20 && byte != 0x7F)
      line += static_cast<char>(byte);
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  std::size_t end = 0, seen = 0;
  for (; end < line.size(); ++end)
    if (!continues_character(line[end]) && ++seen > characters) break;
  return end < line.size() ? line.substr(0, end) + "…" : line;
}

LockWatch::LockWatch(const Connection& watched, std::chrono::milliseconds after)
    : watched_(watched), pid_(std::to_string(watched.backend_pid())), thread_([this, after] { watch(after); }) {}

LockWatch::~LockWatch() {
  {
    const std::scoped_lock lock(guard_);
    stopped_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

bool LockWatch::stopped_within(std::chrono::milliseconds time) {
  std::unique_lock lock(guard_);
  return stop_.wait_for(lock, time, [this] { return stopped_; });
}

void LockWatch::watch(std::chrono::milliseconds after) {
  if (stopped_within(after)) return;
  try {
    Connection own = watched_.another({.connect_timeout = 2});
    do {
      const Result rows = own.execute(query, {pid_});
      std::string found;
      for (int row = 0; row < rows.rows(); ++row) found += (row > 0 ? "; " : "") + described(rows, row);
      const std::scoped_lock lock(guard_);
      if (!found.empty()) blockers_ = std::move(found);
    } while (!stopped_within(500ms));
  } catch (const std::exception&) {
    // What it would have told is a help, no more.
  }
}

std::string LockWatch::blockers() const {
  const std::scoped_lock lock(guard_);
  return blockers_;
}

}  // namespace plumb::postgres
