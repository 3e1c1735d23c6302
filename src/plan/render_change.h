// What one step says of the objects that it changes, as lines: its heading, the values that differ, the parts that come
// or go with it.
#pragma once

#include <string>
#include <vector>

#include "plan/render_lines.h"
#include "plan/render_words.h"

namespace plumb::change_lines {

inline constexpr std::size_t step_indent = 2;
inline constexpr std::size_t detail_indent = 6;
inline constexpr std::size_t definition_width = 110;

// "column public.t.c" and what stands behind it on the same line: a definition, "type: text → jsonb", or nothing.
struct Heading {
  std::string head;
  std::string summary;
};
Heading heading(const Step& step, words::Half half);

// `column`: where the summary begins, if the head is no longer.
void add_heading(const Heading& heading, Verb verb, std::size_t indent, std::size_t column, std::vector<Line>& out);

// The attributes that differ, as far as the heading has not said it.
void add_fields(const Change& change, std::vector<Line>& out);
void add_parts(const Step& step, std::vector<Line>& out);

// "label             text"
void add_detail(std::string_view label, Paint paint, const std::string& text, std::vector<Line>& out);
std::string padded_label(std::string_view label);

// The column of summaries that these heads share; heads that are too long stand out of it.
std::size_t shared_column(const std::vector<Heading>& headings);

}  // namespace plumb::change_lines
