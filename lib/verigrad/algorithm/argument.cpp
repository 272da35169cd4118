#include "verigrad/algorithm/argument.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {

void require_in_range(const char* field, double value, int from, int to) {
  if (std::isfinite(value) && (from == -unbounded || value >= from) && (to == unbounded || value < to)) return;
  const std::string allowed = to != unbounded      ? fmt::format(" in [{}, {})", from, to)
                              : from != -unbounded ? fmt::format(" ≥ {}", from)
                                                   : "";
  throw std::invalid_argument(fmt::format("{} is {}; take a finite number{}", field, value, allowed));
}

void require_ordered(const char* small_field, double small, const char* large_field, double large) {
  if (!(small <= large))
    throw std::invalid_argument(fmt::format("{} is {}, above {}, {}; take {} ≤ {}", small_field, small, large_field,
                                            large, small_field, large_field));
}

}  // namespace verigrad
