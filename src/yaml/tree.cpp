#include "yaml/tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <limits>
#include <streambuf>
#include <unordered_map>

#include "yaml/plain.h"

namespace plumb::yaml {

namespace {

// Stops the parser: the rest of the file can't be trusted.
struct Fatal {
  std::size_t offset;
  std::string message;
  std::string hint;
};

class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view text) {
    char* start = const_cast<char*>(text.data());  // never written to
    setg(start, start, start + text.size());
  }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(Document& document, std::size_t text_start, std::vector<Diagnostic>& diagnostics)
      : document_(document), text_(document.source_.text), text_start_(text_start), diagnostics_(diagnostics) {
    document_.nodes_.reserve(text_.size() / 24);
    document_.children_.reserve(text_.size() / 24);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      throw Fatal{offset_of(mark), "a second document in one file", "one file is one document: leave out the ---"};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node = begin(mark);
    const std::string_view rest = text_.substr(node.offset);
    for (const std::string_view word : {"~", "null", "Null", "NULL"})
      if (rest.starts_with(word)) node.text = rest.substr(0, word.size());
    add(node, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::uint32_t target = anchor < anchors_.size() ? anchors_[anchor] : unfinished;
    if (target == unfinished) throw Fatal{offset_of(mark), "an alias inside of what it stands for", ""};
    expand(document_.nodes_[target].size, offset_of(mark));
    pending_.push_back(target);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = begin(mark);
    node.kind = Node::Kind::scalar;
    node.style = style_at(node.offset);
    check_tag(tag, node, "tag:yaml.org,2002:str");
    if (value.find('\0') != std::string::npos)
      throw Fatal{node.offset, "a text with a zero byte, which PostgreSQL can't store", ""};
    node.text = keep(node, value);
    if (tag.size() > 1 && node.is_plain()) node.style = Node::Style::double_quoted;  // !!str
    add(node, anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::sequence, "tag:yaml.org,2002:seq");
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::mapping, "tag:yaml.org,2002:map");
  }
  void OnMapEnd() override {
    const Frame frame = frames_.back();
    merge(frame);
    check_keys(frame);
    close();
  }

 private:
  static constexpr std::uint32_t unfinished = std::numeric_limits<std::uint32_t>::max();

  struct Frame {
    std::uint32_t node;
    std::size_t first;  // in pending_
  };

  std::size_t offset_of(const YAML::Mark& mark) const {
    return std::min(text_.size(), static_cast<std::size_t>(std::max(mark.pos, 0)) + text_start_);
  }

  // A node's mark stands before its anchor and its tag: find the content behind them.
  Node begin(const YAML::Mark& mark) const {
    Node node;
    std::size_t at = offset_of(mark);
    const std::size_t marked = at;
    while (at < text_.size() && (text_[at] == '&' || text_[at] == '!')) {
      while (at < text_.size() && !is_blank(text_[at])) ++at;
      at = skip_blank(at);
    }
    node.offset = static_cast<std::uint32_t>(at);
    node.place = {static_cast<std::uint32_t>(mark.line + 1),
                  static_cast<std::uint32_t>(mark.column + 1 + (mark.line == 0 ? text_start_ : 0))};
    const Place step = place_of(text_.substr(marked, at - marked), at - marked);
    node.place.column = step.line == 1 ? node.place.column + step.column - 1 : step.column;
    node.place.line += step.line - 1;
    return node;
  }

  std::size_t skip_blank(std::size_t at) const {
    while (at < text_.size()) {
      if (text_[at] == '#')
        at = std::min(text_.find('\n', at), text_.size());
      else if (is_blank(text_[at]))
        ++at;
      else
        break;
    }
    return at;
  }

  Node::Style style_at(std::size_t offset) const {
    switch (offset < text_.size() ? text_[offset] : '\0') {
      case '\'':
        return Node::Style::single_quoted;
      case '"':
        return Node::Style::double_quoted;
      case '|':
      case '>':
        return Node::Style::block;
      default:
        return Node::Style::plain;
    }
  }

  // A value that stands in the text as it is, as most do, is not copied.
  std::string_view keep(const Node& node, const std::string& value) {
    const bool quoted = node.style == Node::Style::single_quoted || node.style == Node::Style::double_quoted;
    const std::string_view written = text_.substr(node.offset + (quoted ? 1 : 0));
    if (node.style != Node::Style::block && written.starts_with(value) &&
        (!quoted || (written.size() > value.size() && written[value.size()] == text_[node.offset])))
      return written.substr(0, value.size());
    if (quoted) check_closed(node);
    return document_.strings_.emplace_back(value);
  }

  // yaml-cpp lets a text in quotes end with the file where the file ends with a line feed.
  void check_closed(const Node& node) const {
    const char quote = text_[node.offset];
    std::size_t at = node.offset + 1;
    while (at < text_.size()) {
      if (quote == '"' && text_[at] == '\\')
        at += 2;
      else if (text_[at] != quote)
        ++at;
      else if (quote == '\'' && at + 1 < text_.size() && text_[at + 1] == quote)
        at += 2;
      else
        return;
    }
    throw Fatal{node.offset, "a text in quotes that is not closed", "close the quote"};
  }

  void check_tag(const std::string& tag, const Node& node, std::string_view allowed) const {
    if (tag.empty() || tag == "?" || tag == "!" || tag == allowed) return;
    throw Fatal{node.offset, fmt::format("the tag {} means nothing here", tag), "leave it out"};
  }

  std::uint32_t add(const Node& node, YAML::anchor_t anchor) {
    const auto index = static_cast<std::uint32_t>(document_.nodes_.size());
    document_.nodes_.push_back(node);
    if (anchor) remember(anchor, index);
    if (frames_.empty())
      document_.root_ = index;
    else
      pending_.push_back(index);
    return index;
  }

  void remember(YAML::anchor_t anchor, std::uint32_t index) {
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1, unfinished);
    anchors_[anchor] = index;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind,
            std::string_view allowed_tag) {
    Node node = begin(mark);
    node.kind = kind;
    check_tag(tag, node, allowed_tag);
    if (frames_.size() >= max_depth) throw Fatal{node.offset, fmt::format("nested more than {} deep", max_depth), ""};
    const std::uint32_t index = add(node, 0);
    open_anchors_.push_back(anchor);
    frames_.push_back({index, pending_.size()});
  }

  void close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    Node& node = document_.nodes_[frame.node];
    node.first = static_cast<std::uint32_t>(document_.children_.size());
    node.count = static_cast<std::uint32_t>(pending_.size() - frame.first);
    std::uint64_t size = 1;
    for (std::size_t i = frame.first; i < pending_.size(); ++i) {
      size += document_.nodes_[pending_[i]].size;
      document_.children_.push_back(pending_[i]);
    }
    node.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, unfinished));
    pending_.resize(frame.first);
    if (const YAML::anchor_t anchor = open_anchors_.back()) remember(anchor, frame.node);
    open_anchors_.pop_back();
  }

  void expand(std::size_t nodes, std::size_t offset) {
    static_assert(max_alias_nodes == 100'000, "the message says so");
    expanded_ += nodes;
    if (expanded_ > max_alias_nodes)
      throw Fatal{offset, "the aliases of this file stand for more than 100,000 nodes",
                  "write out what they repeat, or repeat less"};
  }

  const Node& node(std::uint32_t index) const { return document_.nodes_[index]; }
  bool is_merge_key(std::uint32_t index) const {
    return node(index).is_scalar() && node(index).is_plain() && node(index).text == "<<";
  }

  // Puts what "<<" names into its place; a key that the mapping has itself wins, then the first that is named.
  void merge(const Frame& frame) {
    bool any = false;
    for (std::size_t i = frame.first; i < pending_.size(); i += 2) any = any || is_merge_key(pending_[i]);
    if (!any) return;
    std::vector<std::uint32_t> out;
    std::unordered_map<std::string_view, bool> taken;
    for (std::size_t i = frame.first; i < pending_.size(); i += 2)
      if (!is_merge_key(pending_[i])) taken.emplace(node(pending_[i]).text, true);
    const auto take_from = [&](std::uint32_t index) {
      const Node& from = node(index);
      if (!from.is_mapping())
        throw Fatal{from.offset, "<< merges mappings, and this is none", "write <<: *name or <<: [*one, *two]"};
      expand(from.count, from.offset);
      for (std::uint32_t i = from.first; i < from.first + from.count; i += 2) {
        if (!taken.emplace(node(document_.children_[i]).text, true).second) continue;
        out.push_back(document_.children_[i]);
        out.push_back(document_.children_[i + 1]);
      }
    };
    for (std::size_t i = frame.first; i < pending_.size(); i += 2) {
      const std::uint32_t key = pending_[i], value = pending_[i + 1];
      if (!is_merge_key(key)) {
        out.push_back(key);
        out.push_back(value);
      } else if (node(value).is_sequence()) {
        const Node list = node(value);
        for (std::uint32_t n = 0; n < list.count; ++n) take_from(document_.children_[list.first + n]);
      } else {
        take_from(value);
      }
    }
    pending_.resize(frame.first);
    pending_.insert(pending_.end(), out.begin(), out.end());
  }

  void check_keys(const Frame& frame) {
    const std::size_t keys = (pending_.size() - frame.first) / 2;
    constexpr std::size_t few = 12;
    seen_.clear();
    for (std::size_t i = frame.first; i < pending_.size(); i += 2) {
      const Node& key = node(pending_[i]);
      if (!key.is_scalar()) {
        bad_key(key);
        continue;
      }
      if (keys <= few) {
        for (std::size_t j = frame.first; j < i; j += 2)
          if (node(pending_[j]).text == key.text && node(pending_[j]).is_scalar()) twice(key, node(pending_[j]));
      } else if (const auto [earlier, added] = seen_.emplace(key.text, pending_[i]); !added) {
        twice(key, node(earlier->second));
      }
    }
  }

  void bad_key(const Node& key) {
    const std::string message = key.is_null() ? (key.text.empty() ? "a key is missing before the colon"
                                                                  : fmt::format("{} is no name", key.text))
                                              : "a key must be a name";
    const char* const of_a_column = key.text == "null" ? "; of a column, say nullable: false, or true" : "";
    report(key, message, key.text.empty() ? "" : fmt::format("put it in quotes: \"{}\"{}", key.text, of_a_column));
  }

  void twice(const Node& key, const Node& earlier) {
    if (diagnostics_.size() > most_findings) return;
    const Location first = document_.source_.locate(earlier.place);
    report(key, fmt::format("the key {} stands here a second time", key.text),
           fmt::format("the first is at {}:{}:{}", first.file, first.line, first.column));
  }

  void report(const Node& at, std::string message, std::string hint) {
    if (diagnostics_.size() > most_findings) return;
    add_finding(diagnostics_, {document_.source_.locate(at.place), std::move(message), std::move(hint)});
  }

  Document& document_;
  std::string_view text_;
  std::size_t text_start_;  // behind the byte order mark
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Frame> frames_;
  std::vector<YAML::anchor_t> open_anchors_;
  std::vector<std::uint32_t> pending_;  // children of the open frames
  std::vector<std::uint32_t> anchors_;
  std::unordered_map<std::string_view, std::uint32_t> seen_;
  std::size_t expanded_ = 0;
  int documents_ = 0;
};

namespace {

// yaml-cpp's words for what people get wrong most, and what to do about it.
Fatal explain(const YAML::ParserException& exception, std::string_view text, std::size_t offset) {
  struct Explanation {
    std::string_view from, message, hint;
  };
  static constexpr Explanation explanations[] = {
      {"illegal map value", "a second \": \" where one key can stand",
       "put a text that contains \": \" in quotes, or start a new line"},
      {"illegal map key", "a key can't stand here", ""},
      {"illegal block entry", "a list item (-) can't stand here", ""},
      {"illegal flow end", "a closing bracket without its opening one", ""},
      {"end of map not found", "the mapping ends in the middle: indentation or a colon is wrong here",
       "keys of one mapping start in the same column and end with a colon"},
      {"end of map flow not found", "the mapping in braces goes wrong here: a comma or } is missing",
       "inside { } a text that contains , [ ] { or } stands in quotes"},
      {"end of sequence not found", "the list ends in the middle: indentation is wrong here", ""},
      {"end of sequence flow not found", "the list in brackets goes wrong here: a comma or ] is missing",
       "inside [ ] a text that contains , [ ] { or } stands in quotes"},
      {"illegal EOF in scalar", "a text in quotes that is not closed", "close the quote"},
      {"illegal document indicator in scalar", "a text in quotes that is not closed", "close the quote"},
      {"unknown token", "a text can't start with this character", "put the text in quotes"},
      {"the referenced anchor is not defined", "no anchor of this name stands before the alias", ""},
      {"unknown escape character", "an unknown escape in a text in double quotes",
       "double the backslash, or use single quotes, in which it means itself"},
  };
  const std::size_t start = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  const std::string_view line = text.substr(start == std::string_view::npos ? 0 : start + 1);
  const std::size_t indent = line.find_first_not_of(" \t");
  if (const std::size_t tab = line.substr(0, indent).find('\t'); tab != std::string_view::npos)
    return {static_cast<std::size_t>(line.data() - text.data()) + tab, "a tab can't indent", "indent with spaces"};
  for (const auto& explanation : explanations)
    if (exception.msg.starts_with(explanation.from))
      return {offset, std::string(explanation.message), std::string(explanation.hint)};
  return {offset, exception.msg, ""};
}

}  // namespace

bool parse(Document& document, std::vector<Diagnostic>& diagnostics) {
  const Source& source = document.source();
  const std::string_view text = source.text;
  const auto fail = [&](std::size_t offset, std::string message, std::string hint) {
    diagnostics.push_back({source.locate(offset), std::move(message), std::move(hint)});
    return false;
  };
  if (text.size() > max_file_bytes) return fail(0, "too long", "split it into several files and include them");
  const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (const BadByte bad = find_bad_byte(text.substr(start)); bad.offset != std::string_view::npos)
    return fail(start + bad.offset, bad.what, "a declaration is UTF-8 text");
  MemoryBuffer buffer(text.substr(start));
  std::istream in(&buffer);
  TreeBuilder builder(document, start, diagnostics);
  try {
    if (start == 0 && read_plain(text, builder)) return true;
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
    return true;
  } catch (const YAML::ParserException& exception) {
    const std::size_t offset =
        exception.mark.is_null() ? 0 : std::min(text.size(), static_cast<std::size_t>(exception.mark.pos) + start);
    const Fatal fatal = explain(exception, text, offset);
    return fail(fatal.offset, fatal.message, fatal.hint);
  } catch (const Fatal& fatal) {
    return fail(fatal.offset, fatal.message, fatal.hint);
  }
}

namespace {

// The bytes of the value that an escape of a double-quoted text stands for, and its own length.
std::pair<std::size_t, std::size_t> escape(std::string_view text) {
  const char kind = text.size() > 1 ? text[1] : '\0';
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0) return {kind == 'N' || kind == '_' ? 2 : kind == 'L' || kind == 'P' ? 3 : 1, 2};
  unsigned long code = 0;
  for (std::size_t i = 2; i < 2 + digits && i < text.size(); ++i) {
    const char c = text[i];
    code = code * 16 + static_cast<unsigned long>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return {code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, 2 + digits};
}

// Behind a backslash at the end of a line and what indents the next; a line that is not so broken: where it was.
std::size_t after_escaped_break(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '\\' || (text[at + 1] != '\n' && text[at + 1] != '\r')) return at;
  ++at;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

}  // namespace

std::size_t Document::offset_in_source(const Node& scalar, std::size_t value_offset) const {
  const std::string_view text = source_.text;
  const std::string_view value = scalar.text;
  std::size_t at = scalar.offset;
  const bool quoted = scalar.style == Node::Style::single_quoted || scalar.style == Node::Style::double_quoted;
  if (quoted && at < text.size() && (text[at] == '\'' || text[at] == '"')) ++at;
  if (scalar.style == Node::Style::block) {
    at = std::min(text.find('\n', at), text.size());
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  // Walk both: a run of white space in the value is one in the text, though maybe another (folding, indentation).
  std::size_t i = 0;
  while (i < value_offset && at < text.size()) {
    if (i < value.size() && is_blank(value[i]) && is_blank(text[at])) {
      const std::size_t run = at;
      bool broken = false;
      while (at < text.size() && is_blank(text[at])) broken = (text[at++] == '\n') || broken;
      std::size_t end = i;
      while (end < value.size() && is_blank(value[end])) ++end;
      if (value_offset < end) return broken ? run : run + (value_offset - i);
      i = end;
    } else if (scalar.style == Node::Style::double_quoted && text[at] == '\\') {
      if (const std::size_t next = after_escaped_break(text, at); next != at) {
        at = next;
        continue;
      }
      const auto [produced, length] = escape(text.substr(at));
      i += produced;
      if (i > value_offset) return at;
      at += length;
    } else if (scalar.style == Node::Style::single_quoted && text.substr(at, 2) == "''") {
      ++i;
      at += 2;
    } else {
      ++i;
      ++at;
    }
  }
  if (scalar.style == Node::Style::double_quoted) at = after_escaped_break(text, at);
  return std::min(at, text.size());
}

}  // namespace plumb::yaml
