// A folder with a declaration, a database, and plumb run between them as people run it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/server.h"

namespace plumb::testing {

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

struct Workplace {
  TemporaryDirectory folder;
  TestDatabase database;

  std::string path(const std::string& name) const { return folder.path() + "/" + name; }
  // plumb.yaml, after a head that manages `public`.
  void declare(const std::string& sections) const {
    write_file(path("plumb.yaml"), "plumb: 1\nversion: 1.3.0\nmanage: {schemas: [public]}\n" + sections);
  }
  ProgramResult run(const std::vector<std::string>& arguments, std::vector<std::string> environment = {}) const {
    ProgramOptions options;
    options.directory = folder.path();
    options.environment = std::move(environment);
    options.environment.insert(options.environment.end(), {"PLUMB_DB=" + database.url(), "NO_COLOR=", "TERM=xterm"});
    return run_plumb(arguments, options);
  }
  int code(const std::vector<std::string>& arguments) const {
    const auto result = run(arguments);
    INFO(result.out << result.err);
    return result.exit_code;
  }
};

}  // namespace plumb::testing
