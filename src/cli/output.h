// A plan in the form that was asked for.
#pragma once

#include <string>

#include "apply/planning.h"
#include "cli/globals.h"

namespace plumb::cli {

// What `apply` may do: --allow if it was given, else what the declaration allows, else what is additive.
Allowance allowance(const std::vector<std::string>& words, const yaml::Config& config);

std::string rendered(const Plan& plan, Format format, const Allowance& allowance, const std::string& version,
                     bool colour);

}  // namespace plumb::cli
