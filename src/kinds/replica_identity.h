// By what a subscriber of logical replication finds the row that an UPDATE or DELETE is of, and what becomes of both where
// a publication can't tell it: PostgreSQL refuses them. PostgreSQL documentation: 31.1, 31.3, 31.4;
// executor/execReplication.c (CheckCmdReplicaIdentity).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "kinds/kind.h"

namespace plumb {

struct Index;
struct PrimaryKey;
struct Publication;
struct PublishedTable;
struct Unique;

struct ReplicaIdentity {
  bool full = false;              // the whole row
  std::set<std::string> columns;  // empty, and not the whole row: there is none
};
// Of an ordinary table or a partition, which has the keys of its partitioned tables.
ReplicaIdentity replica_identity(const ObjectId& table, const Database& database);

// Why the server would not take it for one; empty: it does. PostgreSQL: ATExecReplicaIdentity in commands/tablecmds.c.
std::string refused_identity(const Index& index, const Database& database);
std::string refused_identity(const Unique& key, const Database& database);
std::string refused_identity(const PrimaryKey& key, const Database& database);

// What a change of it does to those who follow the table.
Hazard changed_identity(const ObjectId& table, const Context& context);

// Why UPDATE or DELETE of tables that are there already will fail in the publication as it is wanted; nothing where it
// publishes neither. The first is of one of its tables, the second of those that it has by being of a schema, or all.
std::vector<Hazard> refused_changes(const PublishedTable& published, const Context& context);
std::vector<Hazard> refused_changes(const Publication& publication, const Context& context);

}  // namespace plumb
