#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

void require_finite(const char* field, const double* entries, Eigen::Index size) {
  for (Eigen::Index i = 0; i < size; ++i)
    if (!std::isfinite(entries[i]))
      throw std::invalid_argument(fmt::format("{}: entry {} is {}; give finite numbers", field, i, entries[i]));
}

#define VERIGRAD_INSTANTIATE(T) template class Backpropagation<T>;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
