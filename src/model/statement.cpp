#include "model/statement.h"

namespace plumb {

std::string_view to_string(Lock lock) {
  switch (lock) {
    case Lock::none:
      return "";
    case Lock::access_share:
      return "ACCESS SHARE";
    case Lock::row_share:
      return "ROW SHARE";
    case Lock::row_exclusive:
      return "ROW EXCLUSIVE";
    case Lock::share_update_exclusive:
      return "SHARE UPDATE EXCLUSIVE";
    case Lock::share:
      return "SHARE";
    case Lock::share_row_exclusive:
      return "SHARE ROW EXCLUSIVE";
    case Lock::exclusive:
      return "EXCLUSIVE";
    case Lock::access_exclusive:
      return "ACCESS EXCLUSIVE";
  }
  return "";
}

std::string_view to_string(HazardKind kind) {
  switch (kind) {
    case HazardKind::destroys_data:
      return "destroys-data";
    case HazardKind::rewrites_table:
      return "rewrites-table";
    case HazardKind::blocks_reads:
      return "blocks-reads";
    case HazardKind::blocks_writes:
      return "blocks-writes";
    case HazardKind::may_fail_on_data:
      return "may-fail-on-data";
    case HazardKind::breaks_clients:
      return "breaks-clients";
  }
  return "";
}

namespace {

void replace_all(std::string& text, const std::string& what) {
  if (what.empty()) return;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + redacted_mark.size()))
    text.replace(at, what.size(), redacted_mark);
}

}  // namespace

std::string shown(const Statement& statement) {
  std::string out = statement.sql;
  for (const Secret& secret : statement.secrets) replace_all(out, secret.literal);
  return out;
}

std::string without_secrets(const Statement& statement, std::string text) {
  for (const Secret& secret : statement.secrets) {
    replace_all(text, secret.literal);
    replace_all(text, secret.value);
  }
  return text;
}

}  // namespace plumb
