// Data that a caller gives as doubles.
#pragma once

#include <Eigen/Core>

namespace verigrad {

/// Throws std::invalid_argument, which names the field, the entry and its value, when an entry is infinite or NaN.
void require_finite(const char* field, const double* entries, Eigen::Index size);

}  // namespace verigrad
