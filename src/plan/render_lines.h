// The steps and notes of a plan as lines of marked spans: text paints them, Markdown turns them into a diff.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plan/plan.h"

namespace plumb {

enum class Paint { plain, strong, faint, create, alter, rename, drop, danger };

struct Line {
  std::size_t indent = 0;
  std::vector<std::pair<std::string, Paint>> spans;  // the first of a step or a part of one is its sign

  std::string text() const {
    std::string out;
    for (const auto& span : spans) out += span.first;
    return out;
  }
  bool operator==(const Line&) const = default;
};

Paint paint_of(Verb verb);

// Steps in a row of one verb and kind that have the same to say beside their names, locks and ways back: said once.
using StepGroup = std::vector<std::size_t>;
std::vector<StepGroup> step_groups(const Plan& plan, Class phase);

// The steps of a phase in order: a line each, and beneath it what there is to say.
std::vector<Line> step_lines(const Plan& plan, Class phase);

// "not managed yet  3 functions, 1 policy", likely renames, what could not be settled.
std::vector<Line> note_lines(const Plan& plan);

}  // namespace plumb
