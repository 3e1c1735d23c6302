#include "kinds/fields.h"

namespace plumb {

std::string listed_word(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(",'\"\\\n\r\t") == std::string::npos && word.front() != ' ' &&
                     word.back() != ' ';
  return plain ? word : sql::quote_literal(word);
}

std::vector<std::string> parse_array(std::string_view text) {
  std::vector<std::string> out;
  if (text.size() < 2 || text.front() != '{') return out;
  std::size_t i = 1;
  while (i < text.size() && text[i] != '}') {
    std::string& element = out.emplace_back();
    if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
        element += text[i];
      }
      ++i;
    } else {
      const std::size_t end = std::min(text.find_first_of(",}", i), text.size());
      element = text.substr(i, end - i);
      i = end;
    }
    if (i < text.size() && text[i] == ',') ++i;
  }
  return out;
}

std::vector<std::string> split_name(std::string_view text) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"')
        out.back() += text[++i];
      else
        quoted = !quoted;
    } else if (c == '.' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace plumb
