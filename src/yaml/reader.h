// A declaration from its files. The root is read at once; everything else is done by threads of its own, one per core,
// while the caller does something else (asks the server); finish() waits for them.
//
//   yaml::Reader reader("plumb.yaml");
//   … reader.config() …                       // what the root says; work with the server meanwhile
//   yaml::Declaration declaration = reader.finish();   // throws Error with every diagnostic there is
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kinds/kinds.h"
#include "yaml/config.h"
#include "yaml/source.h"

namespace plumb::yaml {

struct Declaration {
  Config config;
  Database wanted;                 // completed, sorted, valid
  std::vector<std::string> files;  // the root first, then what it includes, in the order of reading
  Sources sources;                 // Origin::file counts these
};

class Reader {
 public:
  // Throws Error only where the root itself can't be read or parsed; all else is left to finish().
  explicit Reader(const std::string& root_path);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // Complete where the root is right; where it is not, finish() will throw.
  const Config& config() const;

  // Waits for the files. Throws Error with all diagnostics, sorted by file and place. Call it once.
  Declaration finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same in one go.
Declaration read_declaration(const std::string& root_path);

}  // namespace plumb::yaml
