// What all catalog queries run in, and the queries of the kinds.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "catalog/places.h"
#include "kinds/kinds.h"
#include "postgres/pipeline.h"

namespace plumb::catalog {

// Names come qualified. JIT and parallel workers cost more than they save on catalogs. REQUIRES: a transaction is open.
void prepare_to_read(postgres::Connection& connection);

// A repeatable-read, read-only transaction: everything in it is of one moment. Rolled back with its owner.
class Snapshot {
 public:
  explicit Snapshot(postgres::Connection& connection) : Snapshot(connection, {}) {}
  // The moment of another one, by the name under which that was exported. Throws ServerError if it is not to be had here.
  Snapshot(postgres::Connection& connection, const std::string& exported);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  // Its name for another connection, where the catalogs are large enough for one to be worth while; empty: they aren't.
  std::string export_if_large();

 private:
  postgres::Connection& connection_;
};

// Which kinds' queries: those for which the server opens every table, to write the names of columns into expressions
// (Kind<T>::opens_tables), take as long as all the others.
enum class Share { all, facts, expressions };

// One query per kind; answers are decoded as they come while the server works on the next.
class KindQueries {
 public:
  KindQueries(postgres::Pipeline& pipeline, ServerVersion version, const postgres::Param& schemas, Share share);
  // False: it is no query of these.
  bool decode(std::size_t query, const postgres::Result& result, Database& into);
  // Adds what hangs on objects of other kinds. REQUIRES: all those have been decoded, or read elsewhere.
  void attach(Database& into);

 private:
  std::map<std::size_t, KindTag> tags_;
  std::vector<std::function<void(const Places&, Database&)>> attached_;
};

// All of it in a pipeline of its own.
void read_kinds(postgres::Connection& connection, const postgres::Param& schemas, Share share, Database& into);

}  // namespace plumb::catalog
