// The option that says whether Coq's kernel is asked.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "verigrad/evidence/check.hpp"

#include "selection.hpp"

namespace verigrad::app {

struct KernelFlags {
  std::string use = "cached";  ///< no, cached or yes
};

/// Adds --kernel.
void add_kernel_flags(CLI::App& command, KernelFlags& flags);

/// What Coq's kernel says of the selected statements. Throws UsageError where it is to be asked and is not at hand.
std::vector<Check> kernel_checks_of(const Selection& selection, const KernelFlags& flags);

/// " --kernel yes", or nothing for the default.
std::string options_to_repeat(const KernelFlags& flags);

}  // namespace verigrad::app
