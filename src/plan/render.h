// The plan as people read it: text for a terminal, SQL for psql, Markdown for a pull request. The plan as programs read
// it is in plan_json.h. Deterministic and pure: no clock, no terminal, no locale.
#pragma once

#include <string>
#include <string_view>

#include "plan/plan.h"

namespace plumb {

struct RenderOptions {
  bool colour = false;       // ANSI colours, in text alone
  Allowance allowance = {};  // what `apply` may do: the verdict says what it would leave
  std::string version = {};  // of the schema, as plumb.yaml gives it; empty: it gives none
};

// Counts by class; the steps in order under "Additive" and "Breaking", with what each changes, endangers, locks and how
// it is undone; notes; the verdict. One line where nothing differs.
std::string render_text(const Plan& plan, const RenderOptions& options = {});

// All steps as a script for psql, in as few transactions as can be; class and hazards as comments.
std::string render_sql(const Plan& plan, const RenderOptions& options = {});

// For a comment on a pull request: a table of what breaks, the steps as a diff and the SQL folded away.
std::string render_markdown(const Plan& plan, const RenderOptions& options = {});

// The number of a semantic version that a plan asks for: "major" if a step breaks, "minor" if one adds, "patch" if the
// steps do no more than to reword comments; empty for an empty plan.
std::string_view version_part(const Plan& plan);

}  // namespace plumb
