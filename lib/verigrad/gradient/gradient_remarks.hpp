// Words for what is wrong with a gradient.
#pragma once

#include "verigrad/gradient/check_gradient.hpp"

namespace verigrad {

/// Fills in the remark of every entry that fails.
void remark_on_mistakes(GradientReport& report, const GradientOptions& options);

}  // namespace verigrad
