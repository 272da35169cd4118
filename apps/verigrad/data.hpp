// Tables of real data that verify runs on, beside generated instances.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "verigrad/evidence/check.hpp"

namespace verigrad::app {

struct DataFlags {};

/// The checks on one table and model.
struct DataChecks {
  std::string label;  ///< "breast_cancer, logistic regression, ridge 1/N"
  std::vector<Check> checks;
};

void add_data_flags(CLI::App& command, DataFlags& flags);

std::vector<DataChecks> checks_on_data(const DataFlags& flags);

/// The options that name the same data again, each after a blank.
std::string options_to_repeat(const DataFlags& flags);

}  // namespace verigrad::app
