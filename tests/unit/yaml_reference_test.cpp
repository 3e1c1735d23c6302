// The pages of docs/reference: they hold what the program knows of each kind, and their examples are declarations that it
// takes. PLUMB_UPDATE_REFERENCE=1 writes anew what stands between their marks.
#include "yaml/reference.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "unit/yaml_files.h"
#include "yaml/config.h"
#include "yaml/json_schema.h"
#include "yaml/objects.h"

using namespace plumb;
using namespace plumb::testing;

namespace {

const std::string folder = std::string(PLUMB_SOURCE_DIR) + "/docs/reference/";

std::string page_text(const std::string& name) { return file_text(folder + name); }
// By what the JSON Schema calls the kind's definition.
std::string page_name(std::string definition) {
  constexpr std::string_view unnamed = "unnamed_";
  if (definition.starts_with(unnamed)) definition.erase(0, unnamed.size());
  return definition + ".md";
}
std::string page_of(KindTag kind) { return page_text(yaml::definition_name(kind, true) + ".md"); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What stands between ```yaml and ```.
std::vector<std::string> examples_in(const std::string& page) {
  std::vector<std::string> out;
  bool inside = false;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (line == "```yaml") {
      inside = true;
      out.emplace_back();
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      out.back() += line + "\n";
    }
  }
  return out;
}

// An example as a declaration of its own, with the files that examples name.
struct WrittenExample {
  explicit WrittenExample(const std::string& text) {
    files.write("schema/users.yaml", "tables:\n");
    files.write("sql/touch.sql", "begin return new; end\n");
    root = files.write("plumb.yaml", has(text, "plumb: 1") ? text : "plumb: 1\n" + text);
  }
  Database wanted() const { return yaml::read_declaration(root).wanted; }
  Folder files;
  std::string root;
};

template <typename T>
constexpr bool has_page = yaml::has_section<T>() || is_attached<T>;

void check_rows(const std::string& page, const nlohmann::json& object, const std::string& prefix = {}) {
  for (const auto& [key, schema] : object["properties"].items()) {
    const std::string path = prefix + key;
    CHECK_MESSAGE(has(page, "\n| `" + path + "` |"), path);
    if (schema.contains("properties")) check_rows(page, schema, path + ".");
  }
}

}  // namespace

TEST_CASE("reference: docs/reference is up to date") {
  const auto pages = yaml::reference_pages(page_text);
  for (const auto& [name, text] : pages) {
    if (std::getenv("PLUMB_UPDATE_REFERENCE")) std::ofstream(folder + name, std::ios::binary) << text;
    const bool is_current = page_text(name) == text;
    CHECK_MESSAGE(is_current, name, ": run this test with PLUMB_UPDATE_REFERENCE=1 and commit the file");
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    CHECK_MESSAGE(pages.contains(entry.path().filename().string()), entry.path().string(), " is of no kind");
}

// Asked of the JSON Schema, which the reader's own tests hold against the reader.
TEST_CASE("reference: every key of every kind, and of the root, is in its page") {
  const auto schema = nlohmann::json::parse(yaml::json_schema());
  for (const auto& [key, definition] : schema["$defs"].items()) {
    CAPTURE(key);
    const std::string page = page_text(page_name(key));
    CHECK_FALSE(page.empty());
    for (const auto& form : definition.value("anyOf", nlohmann::json::array({definition})))
      if (form.contains("properties")) check_rows(page, form);
  }
  const std::string index = page_text("README.md");
  for (const auto& [key, value] : schema["properties"].items()) {
    CHECK_MESSAGE(has(index, "\n| `" + key + "` |"), key);
    if (value.contains("properties")) check_rows(index, value, key + ".");
  }
}

TEST_CASE("reference: every page says what the kind is, by an example too") {
  for_each_kind([]<typename T>(const T*) {
    if constexpr (has_page<T>) {
      const std::string name(kind_name(Kind<T>::tag));
      const std::string page = page_of(Kind<T>::tag);
      CAPTURE(name);
      CHECK(page.starts_with("# " + name + "\n\n"));
      CHECK_MESSAGE(!has(page, "# " + name + "\n\n<!--"), "begin with a sentence on what it is");
      CHECK_MESSAGE(has(page, "\nPostgreSQL documentation: "),
                    "say where in PostgreSQL's documentation it is described");
      const auto examples = examples_in(page);
      CHECK_MESSAGE(!examples.empty(), "give an example, between ```yaml and ```");
      for (const std::string& text : examples) {
        const WrittenExample example(text);
        if (!errors_of(example.root).empty()) continue;  // told below
        CHECK_MESSAGE(!example.wanted().all<T>().empty(), "no example of it:\n", text);
      }
    }
  });
}

TEST_CASE("reference: the examples are right") {
  for (const auto& [name, text] : yaml::reference_pages(page_text))
    for (const std::string& text_of_example : examples_in(text)) {
      const WrittenExample example(text_of_example);
      for (const std::string& error : errors_of(example.root))
        FAIL_CHECK(name << ": " << error << "\n" << text_of_example);
    }
}

TEST_CASE("reference: where there is a short form, the first two examples are it and the long one, and say the same") {
  const auto schema = nlohmann::json::parse(yaml::json_schema());
  for (const auto& [name, definition] : schema["$defs"].items()) {
    const auto forms = definition.value("anyOf", nlohmann::json::array());
    const bool short_form = std::any_of(forms.begin(), forms.end(), [](const auto& form) {
      return form.value("type", nlohmann::json()) == "string" || form.value("type", nlohmann::json()) == "array";
    });
    if (!short_form) continue;
    CAPTURE(name);
    const auto examples = examples_in(page_text(page_name(name)));
    REQUIRE_GE(examples.size(), 2);
    const WrittenExample first(examples[0]), second(examples[1]);
    if (errors_of(first.root).empty() && errors_of(second.root).empty())
      CHECK_EQ(difference(first.wanted(), second.wanted()), "");
  }
}
