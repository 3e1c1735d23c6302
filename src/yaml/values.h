// From a node to a member of an object, by the member's type. What is wrong goes to the findings, and the member stays
// as it was.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/kind.h"
#include "sql/publication.h"
#include "yaml/findings.h"

namespace plumb::yaml {

inline constexpr std::string_view identity_words[] = {"always", "by default"};

// The long form of an identity: the one list of its keys, for reading, writing and the JSON Schema.
void describe_identity(auto& field, auto& identity) {
  field("generation", identity.generation, "may a client give a value of its own? always: only by overriding",
        Choices{identity_words});
  field("name", identity.options.name, "name of its sequence");
  field("start", identity.options.start, "first value");
  field("increment", identity.options.increment, "step from one value to the next");
  field("min_value", identity.options.min_value, "least value");
  field("max_value", identity.options.max_value, "greatest value");
  field("cache", identity.options.cache, "how many values a session takes at once");
  field("cycle", identity.options.cycle, "start again after the last value?");
  field("unlogged", identity.options.unlogged, "is its sequence unlogged? left out: as the table (15 and later)");
}

// A block (`query: |`) ends with a line feed that is no part of the SQL.
std::string_view without_trailing_space(std::string_view text);

class Values {
 public:
  Values(const Document& document, Findings& findings) : document_(document), findings_(findings) {}

  bool read(const Node& node, std::string& value);
  bool read(const Node& node, bool& value);
  bool read(const Node& node, long long& value);
  bool read(const Node& node, Type& value);
  bool read(const Node& node, Expression& value);
  bool read(const Node& node, Query& value);
  bool read(const Node& node, Element& value);
  bool read(const Node& node, Identity& value);
  bool read(const Node& node, PartitionKey& value);
  bool read(const Node& node, PartitionBound& value);
  bool read(const Node& node, ObjectName& value);  // the schema stays empty where it is not given
  bool read(const Node& node, ColumnName& value);  // likewise
  bool read(const Node& node, Reference& value);
  bool read(const Node& node, OperatorMember& value);
  bool read(const Node& node, Options& value);
  bool read(const Node& node, Grants& value);
  bool read(const Node& node, GuardedOptions& value) { return read(node, value.values); }
  bool read(const Node& node, ConnectionString& value) { return read(node, value.text); }
  bool read(const Node& node, sql::PublishedTable& value);
  bool read(const Node& node, float& value);
  bool read(const Node& node, Returns& value);
  bool read(const Node& node, Code& value);
  bool read(const Node& node, FunctionName& value);

  template <typename T>
  bool read(const Node& node, std::vector<T>& value) {
    if (!is_list(node)) return false;
    value.clear();  // of what stands there where nothing is said
    bool good = true;
    for (std::size_t i = 0; i < node.count; ++i) {
      if (read(document_.child(node, i), value.emplace_back())) continue;
      value.pop_back();
      good = false;
    }
    return good;
  }

  template <typename T>
  bool read(const Node& node, std::optional<T>& value) {
    T read_value{};
    if (!read(node, read_value)) return false;
    value = std::move(read_value);
    return true;
  }
  template <typename T>
  bool read(const Node& node, Declared<T>& value) {
    return read(node, value.value);
  }
  template <typename T>
  bool read(const Node& node, Hint<T>& value) {
    return read(node, value.value);
  }

  // An element of an exclusion: "room with =".
  bool read_with_operator(const Node& node, Element& value);

  // A text that YAML takes for one: a number or a boolean must be quoted, so that it stays what was written.
  bool is_text(const Node& node);
  bool is_text_like(const Node& node, std::string_view example);

  // A key as a name: "users", "app.users", "\"a.b\"".
  std::optional<sql::QualifiedName> name(const Node& key);

 private:
  template <typename F>
  bool from_sql(const Node& node, F&& parse, const std::string& example = {});
  bool is_too_long(const Node& key);
  bool is_list(const Node& node);
  bool is_expression_text(const Node& node);
  bool read_identity_mapping(const Node& node, Identity& value);

  const Document& document_;
  Findings& findings_;
};

}  // namespace plumb::yaml
