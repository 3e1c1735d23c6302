// The files of tests/declarations and the examples: right ones are read, written and read again; of wrong ones, every
// error is where and what their first lines say.
#include <doctest/doctest.h>

#include <algorithm>

#include "unit/yaml_files.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

using namespace plumb;
using namespace plumb::testing;

namespace {

const std::string source_folder = PLUMB_SOURCE_DIR;

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder + folder))
    out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

// The comment lines at the top of a wrong file: "# 5:1: message [hint]".
std::vector<std::string> expected_errors(const std::string& path) {
  std::vector<std::string> out;
  std::istringstream in(file_text(path));
  const std::string name = std::filesystem::path(path).filename().string();
  for (std::string line; std::getline(in, line) && line.starts_with("# ");)
    if (line[2] >= '0' && line[2] <= '9') out.push_back(name + ":" + line.substr(2));
  return out;
}

std::vector<std::string> right_roots() {
  auto out = files_in("/tests/declarations/right");
  for (const auto& entry : std::filesystem::directory_iterator(source_folder + "/examples"))
    if (std::filesystem::exists(entry.path() / "plumb.yaml")) out.push_back((entry.path() / "plumb.yaml").string());
  return out;
}

yaml::Declaration written_and_read(const Database& database, const yaml::WriteOptions& options) {
  const Folder folder;
  for (const auto& [path, text] : yaml::write_declaration(database, options)) folder.write(path, text);
  return yaml::read_declaration(folder.path("plumb.yaml"));
}

std::vector<std::string> columns_in_order(const Database& database, const ObjectId& table) {
  std::vector<const Column*> columns;
  const auto [first, last] = database.children<Column>(table);
  for (auto it = first; it != last; ++it) columns.push_back(&*it);
  std::sort(columns.begin(), columns.end(),
            [](const Column* a, const Column* b) { return a->position.value < b->position.value; });
  std::vector<std::string> out;
  out.reserve(columns.size());
  for (const Column* column : columns) out.push_back(column->id.name);
  return out;
}

}  // namespace

TEST_CASE("wrong declarations: every error, with its place") {
  for (const std::string& path : files_in("/tests/declarations/wrong")) {
    CAPTURE(path);
    const auto expected = expected_errors(path);
    CHECK_FALSE(expected.empty());
    const auto found = errors_of(path);
    REQUIRE_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK_EQ(found[i], expected[i]);
  }
}

TEST_CASE("right declarations: no error; written and read again, the same") {
  for (const std::string& path : right_roots()) {
    CAPTURE(path);
    const auto errors = errors_of(path);
    for (const std::string& error : errors) FAIL_CHECK(error);
    if (!errors.empty()) continue;
    const yaml::Declaration declaration = yaml::read_declaration(path);
    for (const bool one_document : {false, true}) {
      yaml::WriteOptions options;
      options.one_document = one_document;
      const yaml::Declaration again = written_and_read(declaration.wanted, options);
      CHECK_EQ(difference(declaration.wanted, again.wanted), "");
      for (const Table& table : declaration.wanted.all<Table>())
        CHECK_EQ(columns_in_order(declaration.wanted, table.id), columns_in_order(again.wanted, table.id));
      declaration.wanted.each([&]<typename T>(const T& object) {
        const T* other = again.wanted.find<T>(object.id);
        if (other) CHECK_EQ(object.renamed_from.value, other->renamed_from.value);
      });
      // Written once more, byte for byte: the order is stable.
      CHECK(yaml::write_declaration(declaration.wanted, options) == yaml::write_declaration(again.wanted, options));
    }
  }
}

TEST_CASE("short and long forms mean the same") {
  const std::string folder = source_folder + "/tests/declarations/right/";
  for (const auto& [a, b] : {std::pair{"short_forms.yaml", "long_forms.yaml"},
                             std::pair{"inline_constraints.yaml", "separate_constraints.yaml"}}) {
    const auto first = yaml::read_declaration(folder + a), second = yaml::read_declaration(folder + b);
    CHECK_EQ(difference(first.wanted, second.wanted), "");
  }
}
