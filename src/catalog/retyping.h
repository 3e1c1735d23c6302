// What becomes of a constraint or an index when a column under it gets another type: PostgreSQL writes its text out and
// reads it again (ATPostAlterTypeCleanup in commands/tablecmds.c), and only the server can tell what it makes of it.
#pragma once

#include <set>

#include "catalog/read.h"

namespace plumb::catalog {

// Those of the candidates that read then as the declaration would have them read had they been created anew. Asked with
// tables in scratch schemas; none where the connection can't write.
// `settled`: what of `wanted` has the text that the server would store.
// REQUIRES: candidates are ids of live and wanted checks, exclusions and indexes.
std::set<ObjectId> outlive_retyping(postgres::Connection& connection, const Live& live, const Database& wanted,
                                    const Database& settled, const std::set<ObjectId>& candidates);

}  // namespace plumb::catalog
