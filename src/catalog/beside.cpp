#include "catalog/beside.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "catalog/snapshot.h"

namespace plumb::catalog {

Beside::Beside(postgres::Connection& first, std::string snapshot, postgres::Param schemas) : first_(first) {
  result_ = std::async(std::launch::async, [this, snapshot = std::move(snapshot), schemas = std::move(schemas)] {
    return read(snapshot, schemas);
  });
}

Beside::~Beside() {
  if (!result_.valid()) return;
  stopped_ = true;
  // Again and again: what is asked between two statements is not heard.
  do first_.cancel_companion();
  while (result_.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready);
}

std::optional<Database> Beside::read(const std::string& snapshot, const postgres::Param& schemas) {
  std::optional<postgres::Connection> second;
  std::optional<Snapshot> same_moment;
  try {
    second.emplace(first_.another());
    same_moment.emplace(*second, snapshot);
  } catch (const Error&) {
    return std::nullopt;  // none left, not allowed, or another server of several
  }
  const postgres::Connection::Companion cancelled_too(first_, *second);
  Database out;
  if (stopped_) return out;
  read_kinds(*second, schemas, Share::expressions, out);
  return out;
}

bool Beside::finish(Database& into) {
  std::optional<Database> read = result_.get();
  if (!read) return false;
  into.each_kind_mutable([&read]<typename T>(std::vector<T>& objects) {
    auto& more = read->all_of<T>();
    if (objects.empty())
      objects = std::move(more);
    else
      std::move(more.begin(), more.end(), std::back_inserter(objects));
  });
  return true;
}

}  // namespace plumb::catalog
