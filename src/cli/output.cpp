#include "cli/output.h"

#include "model/timing.h"
#include "plan/plan_json.h"
#include "plan/render.h"

namespace plumb::cli {

Allowance allowance(const std::vector<std::string>& words, const yaml::Config& config) {
  if (!words.empty()) return Allowance::parse(words);
  return config.allow_declared ? Allowance::parse(config.allow) : Allowance{};
}

std::string rendered(const Plan& plan, Format format, const Allowance& allowance, const std::string& version,
                     bool colour) {
  const auto timing = Timing::phase("render");
  const RenderOptions options{colour, allowance, version};
  switch (format) {
    case Format::text:
      return render_text(plan, options);
    case Format::sql:
      return render_sql(plan, options);
    case Format::json:
      return to_json(plan);
    case Format::markdown:
      return render_markdown(plan, options);
  }
  return {};
}

}  // namespace plumb::cli
