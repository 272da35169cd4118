#include "verigrad/number/require_finite.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {

void require_finite(const char* field, const double* entries, Eigen::Index size) {
  for (Eigen::Index i = 0; i < size; ++i)
    if (!std::isfinite(entries[i]))
      throw std::invalid_argument(fmt::format("{}: entry {} is {}; give finite numbers", field, i, entries[i]));
}

}  // namespace verigrad
