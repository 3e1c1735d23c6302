#include "postgres/advice.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumb::postgres {

std::string advice(std::string_view sqlstate) {
  using Line = std::pair<std::string_view, std::string_view>;
  static constexpr std::array lines = {
      Line{"22021",
           "plumb and the server exchange UTF-8, and the database holds text that is none: see SHOW server_encoding"},
      Line{"22001", "a row holds a longer text: shorten such first"},
      Line{"22003", "a row holds a number that does not fit: change such first"},
      Line{"22P02", "a row, or a constant, holds what the type does not take: change it first"},
      Line{"22P05", "the database's encoding (SHOW server_encoding) has no such character: write it otherwise"},
      Line{"23502",
           "rows would hold NULL there: give them a value first; a new column takes a default, or may be NULL until it "
           "is filled (of a domain that is NOT NULL: a default alone)"},
      Line{"23503", "rows refer to rows that do not exist: mend or remove them first"},
      Line{"23505", "rows have the same value there: mend or remove them first"},
      Line{"23514", "rows, or the default of a new column, violate the condition: mend that first"},
      Line{"23P01", "rows exclude each other there: mend or remove them first"},
      Line{"25006", "connect to a server, and as a role, that may write: see SHOW default_transaction_read_only"},
      Line{"2BP01", "something that is not declared depends on it: drop that first, or declare it"},
      Line{"40001", "others were changing the same: try again"},
      Line{"40P01", "two sessions waited for each other, and the server ended this one's wait: try again"},
      Line{"42501", "connect as a role that has the privilege, or let its owner grant it"},
      Line{"42P07", "a relation of this name is there that plumb does not manage: rename one of the two"},
      Line{"53100", "the server's disk is full: make room"},
      Line{"53200", "the server is out of memory: try again when it is less busy"},
      Line{"53300", "the server has no connection left: try again later, or raise max_connections"},
      Line{"55006", "others use it: try again when they are through"},
      Line{"55P03", "try again when fewer others use the table"},
      Line{"57014", "someone, or a timeout of the server, cancelled it: see SHOW statement_timeout"},
  };
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.first == sqlstate; });
  if (found != lines.end()) return std::string(found->second);
  if (sqlstate.starts_with("XX00")) return "data of the server may be damaged: look into its log before anything else";
  return {};
}

}  // namespace plumb::postgres
