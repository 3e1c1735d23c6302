#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "plan/render.h"
#include "plan/render_lines.h"
#include "plan/render_words.h"

namespace plumb {

namespace {

std::string_view style_of(Paint paint) {
  switch (paint) {
    case Paint::plain:
      return "";
    case Paint::strong:
      return "1";
    case Paint::faint:
      return "2";
    case Paint::create:
      return "32";
    case Paint::alter:
      return "33";
    case Paint::rename:
      return "36";
    case Paint::drop:
      return "31";
    case Paint::danger:
      return "1;31";
  }
  return "";
}

class Text {
 public:
  explicit Text(bool colour) : colour_(colour) {}

  Text& put(std::string_view text, Paint paint = Paint::plain) {
    if (!colour_ || paint == Paint::plain || text.empty())
      out_ += text;
    else
      out_ += fmt::format("\x1b[{}m{}\x1b[0m", style_of(paint), text);
    return *this;
  }
  Text& end_line() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    out_ += '\n';
    return *this;
  }
  void lines(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      put(std::string(line.indent, ' '));
      for (const auto& [text, paint] : line.spans) put(text, paint);
      end_line();
    }
  }
  std::string take() { return std::move(out_); }

 private:
  bool colour_;
  std::string out_;
};

void put_class(Text& text, const Plan& plan, Class phase, std::size_t number_width) {
  const std::size_t count = plan.count(phase);
  if (count == 0) return;
  text.put(fmt::format("  {:>{}} {}", count, number_width, to_string(phase)), Paint::strong);
  text.put("  " + words::contents(plan, phase)).end_line();
  const std::string dangers = words::dangers(plan, phase);
  if (dangers.empty()) return;
  text.put(std::string(number_width + 13, ' ')).put(dangers, Paint::danger).end_line();
}

void put_section(Text& text, const Plan& plan, Class phase, std::string_view title) {
  if (plan.count(phase) == 0) return;
  text.end_line().put(title, Paint::strong).end_line();
  text.lines(step_lines(plan, phase));
}

void put_notes(Text& text, const Plan& plan) {
  const auto notes = note_lines(plan);
  if (!notes.empty()) text.end_line().lines(notes);
}

std::string place(const Plan& plan) {
  return fmt::format("{} (PostgreSQL {})", words::one_line(plan.database), words::server(plan.server));
}

}  // namespace

std::string render_text(const Plan& plan, const RenderOptions& options) {
  Text text(options.colour);
  if (plan.empty()) {
    text.put("In sync", Paint::create).put(": " + place(plan) + " is as declared").end_line();
    text.lines(note_lines(plan));
    return text.take();
  }
  text.put("Plan", Paint::strong).put(" for " + place(plan)).end_line();
  const std::size_t width = std::to_string(plan.steps.size()).size();
  put_class(text, plan, Class::additive, width);
  put_class(text, plan, Class::breaking, width);
  put_section(text, plan, Class::additive, "Additive");
  put_section(text, plan, Class::breaking, "Breaking");
  put_notes(text, plan);
  text.end_line().put("Verdict", Paint::strong).put(": " + words::verdict(plan, options)).end_line();
  return text.take();
}

}  // namespace plumb
