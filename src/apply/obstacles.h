// What on the server stands in the way of a plan, found before anything is done: a connection that can't write, an
// extension whose files are not there, a privilege that the role lacks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "postgres/connection.h"

namespace plumb {

struct Obstacle {
  std::vector<std::size_t> steps;  // of which steps, by index
  std::string what;                // "role app does not own table public.t, which belongs to role other"
  std::string remedy;              // what to do about it
};

// A few queries however large the plan; none for an empty one.
std::vector<Obstacle> find_obstacles(postgres::Connection& connection, const Plan& plan);

// Throws Error(failed) that names all of those that are in the way of an allowed step.
void refuse_obstacles(const std::vector<Obstacle>& obstacles, const std::vector<bool>& allowed);

}  // namespace plumb
