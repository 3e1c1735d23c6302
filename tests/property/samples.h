// What the parts of a declaration are made of.
#pragma once

#include <string>
#include <vector>

#include "property/generator.h"

namespace plumb::testing {

struct TypeSample {
  std::string type;
  std::vector<std::string> defaults;  // as SQL
  std::string check;                  // {} stands for the column
};

// Casts lead from each to each, or plumb must know that none does.
const std::vector<TypeSample>& samples();
const TypeSample* type_sample(const std::string& type);  // or null

bool indexable(const Sample& sample, const std::string& type);
// May extended statistics be kept of it?
bool has_statistics(const Sample& sample, const Sample::Column& column);
// May the one be a child of the other?
bool may_inherit(const Sample& sample, const std::string& child, const std::string& parent);
const std::string& id_type(const Sample::Table& table);
std::string quoted(const std::string& text);
std::string ident(const std::string& name);  // in double quotes where it needs them

const Sample::Column* find(const Sample::Table& table, const std::string& column);

// A condition on the column, or empty: its type has none.
std::string condition(const Sample::Table& table, const std::string& column);

}  // namespace plumb::testing
