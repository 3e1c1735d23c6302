// The published JSON Schema is the one that the program makes. PLUMB_UPDATE_SCHEMA=1 writes it anew.
#include "yaml/json_schema.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kinds/kinds.h"
#include "unit/yaml_files.h"

using namespace plumb;
using namespace plumb::testing;

TEST_CASE("JSON Schema: schema/declaration.json is up to date") {
  const std::string path = std::string(PLUMB_SOURCE_DIR) + "/schema/declaration.json";
  const std::string made = yaml::json_schema();
  if (std::getenv("PLUMB_UPDATE_SCHEMA")) std::ofstream(path, std::ios::binary) << made;
  CHECK_MESSAGE(file_text(path) == made, "stale: run this test with PLUMB_UPDATE_SCHEMA=1 and commit the file");
}

TEST_CASE("JSON Schema: every reference is defined, every object is closed") {
  const auto schema = nlohmann::json::parse(yaml::json_schema());
  std::vector<const nlohmann::json*> open{&schema};
  while (!open.empty()) {
    const nlohmann::json& node = *open.back();
    open.pop_back();
    if (node.is_object() && node.contains("$ref") && node["$ref"].is_string()) {
      const std::string name = node["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
      CHECK_MESSAGE(schema["$defs"].contains(name), name);
    }
    if (node.is_object() && node.contains("properties") && node.contains("type"))
      CHECK_MESSAGE(node.value("additionalProperties", true) == false, node.dump());
    if (node.is_structured())
      for (const auto& child : node) open.push_back(&child);
  }
}

TEST_CASE("the JSON Schema of plans knows every kind") {
  const auto schema = nlohmann::json::parse(file_text(std::string(PLUMB_SOURCE_DIR) + "/schema/plan.json"));
  std::vector<std::string> kinds;
  for_each_kind([&kinds]<typename T>(const T*) { kinds.emplace_back(kind_name(Kind<T>::tag)); });
  CHECK(schema["$defs"]["kind"]["enum"].get<std::vector<std::string>>() == kinds);
}
