#include "yaml/emitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "sql/quote.h"

namespace plumb::yaml {

namespace {

constexpr std::size_t line_width = 110;

struct Character {
  std::uint32_t code;
  std::size_t bytes;
};

// REQUIRES: UTF-8. A stray byte counts as itself, and is never printable.
Character character_at(std::string_view text, std::size_t i) {
  const auto byte = [&text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned first = byte(i);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  if (length == 1 || i + length > text.size()) return {first, 1};
  std::uint32_t code = first & (0x7Fu >> length);
  for (std::size_t k = 1; k < length; ++k) code = code << 6 | (byte(i + k) & 0x3Fu);
  return {code, length};
}

// Neither a control character, nor a line break of YAML 1.1, nor a mark that editors drop.
bool is_printable(std::uint32_t code) {
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;
  if (code == 0x2028 || code == 0x2029 || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF) return false;
  return code < 0xE000 || code > 0xF8FF;  // private use: shown by nothing
}

bool all_printable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (!is_printable(c.code)) return false;
    i += c.bytes;
  }
  return true;
}

// Words that YAML 1.1 or 1.2 take for something else, in lower case; their other spellings are alike.
bool is_word_of_yaml(std::string_view text) {
  constexpr std::size_t longest = 5;
  if (text.size() > longest) return false;
  const std::string lower = sql::lower(std::string(text));
  for (const std::string_view word : {"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
    if (lower == word) return true;
  return false;
}

// Would every reader take it for this text?
bool is_plain_text(std::string_view text, bool flow) {
  if (text.empty() || text.back() == ' ' || text.back() == ':') return false;
  // What starts like a number, a date or a time may be one; what starts with an indicator is one.
  if (std::string_view("0123456789+-.~ ?:,[]{}#&*!|>'\"%@`=<\t").find(text.front()) != std::string_view::npos)
    return false;
  if (is_word_of_yaml(text) || !all_printable(text)) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  return !flow || text.find_first_of(",[]{}:?") == std::string_view::npos;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (c.code == '"' || c.code == '\\')
      out += {'\\', static_cast<char>(c.code)};
    else if (c.code == '\n')
      out += "\\n";
    else if (c.code == '\t')
      out += "\\t";
    else if (c.code == '\r')
      out += "\\r";
    else if (is_printable(c.code))
      out += text.substr(i, c.bytes);
    else
      out += c.code < 0x100 ? fmt::format("\\x{:02X}", c.code) : fmt::format("\\u{:04X}", c.code);
    i += c.bytes;
  }
  return out + "\"";
}

// Can it stand as a literal block? Not what ends in empty lines: blank ones follow that are not its own.
bool fits_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.ends_with("\n\n")) return false;
  if (text.find_first_not_of(" \t\n") == std::string_view::npos) return false;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (!is_printable(c.code) && c.code != '\t' && c.code != '\n') return false;
    i += c.bytes;
  }
  return true;
}

// Readers take the indentation of a block from its first line that is not empty; where that begins with white space, the
// block says it.
bool must_say_indentation(std::string_view block) {
  const char first = block[block.find_first_not_of('\n')];
  return first == ' ' || first == '\t';
}

bool is_scalar(const Value& value) { return value.kind == Value::Kind::text || value.kind == Value::Kind::plain; }

// As it stands inside of brackets and braces; empty where it can't.
std::string in_flow(const Value& value) {
  switch (value.kind) {
    case Value::Kind::nothing:
      return {};
    case Value::Kind::plain:
      return value.scalar;
    case Value::Kind::text:
      return emit_scalar(value.scalar, true);
    case Value::Kind::list: {
      std::string out = "[";
      for (const Value& item : value.items) {
        const std::string text = in_flow(item);
        if (text.empty()) return {};
        out += (out.size() > 1 ? ", " : "") + text;
      }
      return out + "]";
    }
    case Value::Kind::map: {
      std::string out = "{";
      for (const auto& [key, part] : value.entries) {
        const std::string text = in_flow(part);
        if (text.empty()) return {};
        out += (out.size() > 1 ? ", " : "") + key + ": " + text;
      }
      return out + "}";
    }
  }
  return {};
}

class Emitter {
 public:
  void map(const Value& value, std::size_t indent) {
    bool first = true;
    for (const auto& [key, part] : value.entries) {
      if (!first && value.spaced) out_ += "\n";
      first = false;
      out_.append(indent, ' ').append(key).append(":");
      after_key(part, indent, out_.size() - line_start());
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t line_start() const {
    const std::size_t end = out_.rfind('\n');
    return end == std::string::npos ? 0 : end + 1;
  }

  void after_key(const Value& value, std::size_t indent, std::size_t used) {
    switch (value.kind) {
      case Value::Kind::nothing:
        out_ += "\n";
        return;
      case Value::Kind::plain:
        out_.append(" ").append(value.scalar).append("\n");
        return;
      case Value::Kind::text:
        return text(value.scalar, indent + 2);
      case Value::Kind::list:
      case Value::Kind::map:
        break;
    }
    const bool in_line = value.kind == Value::Kind::list || value.in_line || value.entries.empty();
    if (const std::string flow = in_line ? in_flow(value) : ""; !flow.empty() && used + 1 + flow.size() <= line_width) {
      out_.append(" ").append(flow).append("\n");
      return;
    }
    out_ += "\n";
    if (value.kind == Value::Kind::map) return map(value, indent + 2);
    for (const Value& item : value.items) list_item(item, indent + 2);
  }

  void list_item(const Value& item, std::size_t indent) {
    out_.append(indent, ' ').append("-");
    if (is_scalar(item) || item.kind == Value::Kind::nothing) return after_key(item, indent, indent + 1);
    const std::string flow = in_flow(item);
    out_.append(" ").append(flow).append("\n");
  }

  void text(std::string_view value, std::size_t indent) {
    if (!fits_block(value)) {
      out_.append(" ").append(emit_scalar(value, false)).append("\n");
      return;
    }
    const bool ends_line = value.back() == '\n';
    out_.append(" |").append(must_say_indentation(value) ? "2" : "").append(ends_line ? "\n" : "-\n");
    if (ends_line) value.remove_suffix(1);
    while (true) {
      const std::size_t end = std::min(value.find('\n'), value.size());
      if (end > 0) out_.append(indent, ' ').append(value.substr(0, end));
      out_ += "\n";
      if (end == value.size()) return;
      value.remove_prefix(end + 1);
    }
  }

  std::string out_;
};

}  // namespace

std::string emit_scalar(std::string_view text, bool flow) {
  if (is_plain_text(text, flow)) return std::string(text);
  // Single quotes where double ones would need escapes.
  const bool escapes = text.find_first_of("\"\\") != std::string_view::npos;
  if (escapes && text.find('\'') == std::string_view::npos && all_printable(text)) return fmt::format("'{}'", text);
  return double_quoted(text);
}

Value::Value(Kind of, std::string_view text) : kind(of), scalar(text) {}

void Value::add_name(std::string_view name, Value value) {
  entries.emplace_back(emit_scalar(name, true), std::move(value));
}

std::string emit(const Value& map) {
  Emitter emitter;
  emitter.map(map, 0);
  return emitter.take();
}

}  // namespace plumb::yaml
