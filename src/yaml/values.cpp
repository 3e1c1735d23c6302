#include "yaml/values.h"

#include <fmt/format.h>

#include <charconv>

#include "kinds/fields.h"
#include "sql/definition_type.h"

namespace plumb::yaml {

std::string_view without_trailing_space(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

template <typename F>
bool Values::from_sql(const Node& node, F&& parse, const std::string& example) {
  try {
    parse(node.text);
    return true;
  } catch (const sql::SyntaxError& error) {
    findings_.syntax(node, error, example);
    return false;
  }
}

bool Values::is_text(const Node& node) {
  if (node.is_scalar() && resolve(node) == Plain::text) return true;
  findings_.expected(node, "a text", node.is_scalar() ? fmt::format("put it in quotes: \"{}\"", node.text) : "");
  return false;
}

bool Values::read(const Node& node, std::string& value) {
  if (!is_text(node)) return false;
  value = node.text;
  return true;
}

bool Values::read(const Node& node, bool& value) {
  if (resolve(node) == Plain::boolean) {
    value = node.text.front() == 't' || node.text.front() == 'T';
    return true;
  }
  findings_.expected(node, "true or false");
  return false;
}

bool Values::read(const Node& node, long long& value) {
  if (resolve(node) != Plain::integer) {
    findings_.expected(node, "a whole number");
    return false;
  }
  std::string_view digits = node.text;
  int base = 10;
  if (digits.starts_with("0x") || digits.starts_with("0o")) {
    base = digits[1] == 'x' ? 16 : 8;
    digits.remove_prefix(2);
  } else if (digits.front() == '+') {
    digits.remove_prefix(1);
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error == std::errc() && end == digits.data() + digits.size()) return true;
  findings_.add(node, fmt::format("{} does not fit into 64 bits", node.text));
  return false;
}

bool Values::read(const Node& node, Type& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) { value = sql::parse_type(text); });
}

// Numbers, true and false are expressions too, as they stand.
bool Values::is_expression_text(const Node& node) {
  if (node.is_scalar() && !node.text.empty()) return true;
  findings_.expected(node, "an SQL expression",
                     node.is_null() ? "leave the key out, or put an SQL null in quotes: \"null\"" : "");
  return false;
}

bool Values::read(const Node& node, Expression& value) {
  return is_expression_text(node) && from_sql(node, [&value](std::string_view text) {
           sql::check_expression(text);
           value.text = without_trailing_space(text);
         });
}

bool Values::read(const Node& node, Query& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) {
           sql::check_query(text);
           value.text = without_trailing_space(text);
         });
}

bool Values::read(const Node& node, Element& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) {
           value.text = sql::print_index_element(sql::parse_index_element(text));
         });
}

// A text, of which an example says how.
bool Values::is_text_like(const Node& node, std::string_view example) {
  if (node.is_scalar() && resolve(node) == Plain::text) return true;
  findings_.expected(node, "a text", fmt::format("for example: {}", example));
  return false;
}

bool Values::read(const Node& node, PartitionKey& value) {
  return is_text_like(node, "range (created_at)") &&
         from_sql(
             node, [&value](std::string_view text) { value = PartitionKey::parse(text); },
             "for example: range (created_at)");
}

bool Values::read(const Node& node, PartitionBound& value) {
  return is_text_like(node, "for values in ('de', 'fr'), or default") &&
         from_sql(node, [&value](std::string_view text) { value = PartitionBound::parse(text); });
}

bool Values::read_with_operator(const Node& node, Element& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) {
           constexpr std::string_view before = "using gist (";
           try {
             const auto parsed = sql::parse_exclusion(fmt::format("{}{})", before, text));
             if (parsed.elements.size() != 1) throw sql::SyntaxError("expected one element", 0);
             const auto& [element, op] = parsed.elements.front();
             value.text = sql::print_index_element(element) + " with " + op;
           } catch (const sql::SyntaxError& error) {
             const std::size_t offset = error.offset() > before.size() ? error.offset() - before.size() : 0;
             throw sql::SyntaxError(error.what(), std::min(offset, text.size()), error.hint());
           }
         });
}

namespace {

// The keys of an identity's mapping, each read where it stands.
struct IdentityReader {
  Values& values;
  Findings& findings;
  const Document& document;
  const Node& mapping;
  std::vector<bool> used;
  std::vector<std::string> known;
  bool good = true;

  void operator()(std::string_view name, auto& member, std::string_view, Choices choices = {}) {
    known.emplace_back(name);
    for (std::size_t i = 0; i < document.entries(mapping); ++i) {
      const auto entry = document.entry(mapping, i);
      if (entry.key.text != name) continue;
      used[i] = true;
      good = values.read(entry.value, member) && good;
      if (!choices.values.empty() && entry.value.text != "always" && entry.value.text != "by default") {
        findings.add(entry.value, fmt::format("{} is not among: always, by default", describe_node(entry.value)));
        good = false;
      }
    }
  }
};

}  // namespace

bool Values::read_identity_mapping(const Node& node, Identity& value) {
  IdentityReader reader{*this, findings_, document_, node, std::vector<bool>(document_.entries(node)), {}};
  describe_identity(reader, value);
  for (std::size_t i = 0; i < reader.used.size(); ++i) {
    if (reader.used[i]) continue;
    findings_.unknown_key(document_.entry(node, i).key, "identity", reader.known);
    reader.good = false;
  }
  if (value.generation.empty()) {
    if (reader.good) findings_.add(node, "an identity needs generation", "generation: always, or by default");
    return false;
  }
  return reader.good;
}

bool Values::read(const Node& node, Identity& value) {
  if (node.is_mapping()) return read_identity_mapping(node, value);
  return is_text_like(node, "by default, or {generation: by default, start: 1000}") &&
         from_sql(node, [&value](std::string_view text) {
           const std::size_t word = std::min(text.find_first_of(" ("), text.size());
           if (text.substr(0, word) != "always" && text.substr(0, word) != "by")
             throw sql::SyntaxError("expected always or by default", 0);
           try {
             value = Identity::parse(text);
           } catch (const sql::SyntaxError& error) {
             // Identity::parse reads "integer generated <generation> as identity <options>".
             const std::size_t open = std::min(text.find('('), text.size());
             const std::size_t before_options =
                 std::string_view("integer generated ").size() + open + std::string_view(" as identity").size();
             const bool in_options = error.offset() >= before_options && open < text.size();
             const std::size_t offset = in_options ? error.offset() - before_options + open : 0;
             throw sql::SyntaxError(error.what(), std::min(offset, text.size()), error.hint());
           }
         });
}

bool Values::is_too_long(const Node& key) {
  for (const std::string& part : split_name(key.text)) {
    if (part.size() <= sql::max_identifier_bytes) continue;
    findings_.add(
        key,
        fmt::format("the name has {} bytes, and PostgreSQL keeps {} of a name", part.size(), sql::max_identifier_bytes),
        "choose a shorter one");
    return true;
  }
  return false;
}

std::optional<sql::QualifiedName> Values::name(const Node& key) {
  std::optional<sql::QualifiedName> out;
  if (!key.is_scalar()) return out;  // said when the tree was made
  if (key.text.empty()) {
    findings_.add(key, "an empty name");
    return out;
  }
  if (key.text.size() > sql::max_identifier_bytes && is_too_long(key)) return out;
  from_sql(key, [&out](std::string_view text) { out = sql::parse_key_name(text); });
  return out;
}

bool Values::read(const Node& node, ObjectName& value) {
  if (!is_text(node)) return false;
  const auto parsed = name(node);
  if (!parsed) return false;
  value = {parsed->schema, parsed->name};
  return true;
}

bool Values::read(const Node& node, Reference& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) {
           value.text = sql::print_signed_name(sql::parse_signed_name(text));
         });
}

bool Values::read(const Node& node, OperatorMember& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) {
           value.text = sql::print_operator_member(sql::parse_operator_member(text));
         });
}

bool Values::read(const Node& node, ColumnName& value) {
  if (!is_text(node)) return false;
  auto parts = split_name(node.text);
  for (const auto& part : parts)
    if (part.empty()) parts.clear();
  if (parts.size() == 2) parts.insert(parts.begin(), "");
  if (parts.size() == 3) {
    value = {parts[0], parts[1], parts[2]};
    return true;
  }
  findings_.expected(node, "a column as table.column or schema.table.column");
  return false;
}

bool Values::read(const Node& node, Options& value) {
  if (!node.is_mapping()) {
    findings_.expected(node, "a mapping of names to values");
    return false;
  }
  bool good = true;
  for (std::size_t i = 0; i < document_.entries(node); ++i) {
    const auto entry = document_.entry(node, i);
    if (!entry.key.is_scalar()) continue;
    if (entry.value.is_scalar()) {
      value.add(std::string(entry.key.text), std::string(entry.value.text));
    } else {
      findings_.expected(entry.value, "a value");
      good = false;
    }
  }
  return good;
}

bool Values::read(const Node& node, Grants& value) {
  if (!node.is_mapping()) {
    findings_.expected(node, "a mapping of roles to lists of privileges", "for example {reader: [select]}");
    return false;
  }
  bool good = true;
  for (std::size_t i = 0; i < document_.entries(node); ++i) {
    const auto [role, privileges] = document_.entry(node, i);
    if (!role.is_scalar() || is_too_long(role)) {
      good = false;
      continue;
    }
    auto& granted = value.by_grantee[std::string(role.text)];
    if (!privileges.is_sequence()) {
      findings_.expected(privileges, "a list of privileges",
                         privileges.is_scalar() ? fmt::format("write it as a list: [{}]", privileges.text)
                                                : "for example: [select]; an empty list takes all away: []");
      good = false;
      continue;
    }
    for (std::size_t k = 0; k < privileges.count; ++k) {
      const Node& item = document_.child(privileges, k);
      good = is_text(item) &&
             from_sql(item, [&](std::string_view text) { granted.push_back(sql::parse_privilege(text)); }) && good;
    }
  }
  return good;
}

bool Values::read(const Node& node, sql::PublishedTable& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) { value = sql::parse_published_table(text); });
}

bool Values::is_list(const Node& node) {
  if (node.is_sequence()) return true;
  findings_.expected(node, "a list", node.is_scalar() ? fmt::format("write it as a list: [{}]", node.text) : "");
  return false;
}

bool Values::read(const Node& node, float& value) {
  const Plain plain = resolve(node);
  const char* const end = node.text.data() + node.text.size();
  if (plain == Plain::integer || plain == Plain::number)
    if (const auto [stop, error] = std::from_chars(node.text.data(), end, value); error == std::errc() && stop == end)
      return true;
  findings_.expected(node, "a number");
  return false;
}

bool Values::read(const Node& node, Returns& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) { value = sql::parse_returns(text); });
}

// To the byte: what is between the quotes of a body is no SQL to everyone.
bool Values::read(const Node& node, Code& value) {
  if (!is_text(node)) return false;
  value.text = node.text;
  return true;
}

bool Values::read(const Node& node, FunctionName& value) {
  return is_text(node) && from_sql(node, [&value](std::string_view text) { value = sql::parse_function_name(text); });
}

}  // namespace plumb::yaml
