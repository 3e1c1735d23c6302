// Declarations for tests: in a folder of their own that goes with the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/error.h"
#include "yaml/reader.h"

namespace plumb::testing {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "plumb-yaml-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return path_ + "/" + name; }
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

 private:
  std::string path_;
};

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

// "FILE:LINE:COLUMN: message [hint]" of everything wrong with a declaration, the folder left out; empty: nothing is.
inline std::vector<std::string> errors_of(const std::string& root) {
  std::vector<std::string> out;
  try {
    yaml::read_declaration(root);
  } catch (const Error& error) {
    const std::string folder = std::filesystem::path(root).parent_path().string() + "/";
    const auto short_path = [&folder](std::string text) {
      for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
      return text;
    };
    for (const Diagnostic& d : error.diagnostics()) {
      std::string line = short_path(d.where.file) + ":" + std::to_string(d.where.line) + ":" +
                         std::to_string(d.where.column) + ": " + short_path(d.message);
      if (!d.hint.empty()) line += " [" + short_path(d.hint) + "]";
      out.push_back(line);
    }
  }
  return out;
}

// One document as a declaration; `plumb: 1` is put before it.
inline yaml::Declaration declared(const std::string& text) {
  const Folder folder;
  return yaml::read_declaration(folder.write("plumb.yaml", "plumb: 1\n" + text));
}
inline std::vector<std::string> errors_in(const std::string& text) {
  const Folder folder;
  return errors_of(folder.write("plumb.yaml", "plumb: 1\n" + text));
}

// Every object of two databases alike; says which is not.
inline std::string difference(const Database& a, const Database& b) {
  std::string out;
  a.each_kind([&]<typename T>(const std::vector<T>& objects) {
    const auto& others = b.all<T>();
    for (const T& object : objects) {
      const T* other = b.find<T>(object.id);
      if (!other)
        out += "missing: " + to_string(object.id) + "\n";
      else if (!(*other == object))
        out += "differs: " + to_string(object.id) + "\n";
    }
    for (const T& other : others)
      if (!a.find<T>(other.id)) out += "added: " + to_string(other.id) + "\n";
  });
  return out;
}

}  // namespace plumb::testing
