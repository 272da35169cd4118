// The options of `verigrad check optimiser`, and what it does with a statement.
#pragma once

#include <string>
#include <vector>

#include "verigrad/conformance/trace.hpp"

#include "outputs.hpp"

namespace verigrad::app {

struct CheckFlags {
  std::string trace, command, as, statement, json, junit;
  std::string dtype = "float64";
  std::vector<std::string> hyper;
  double time_limit = 60;
  bool strict = false;

  const std::string& source() const { return command.empty() ? trace : command; }
  double seconds_an_answer() const;
};

/// Sets what --hyper says, such as momentum=0.5.
void declare_hyper_parameters(const CheckFlags& flags, conformance::HyperParameters& hyper);

/// Holds the program against the statement, and returns the exit status.
int check_statement(const CheckFlags& flags, const Outputs& outputs);

}  // namespace verigrad::app
