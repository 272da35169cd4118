#include "verigrad/sampling/smaller_roots.hpp"

#include <cmath>
#include <utility>

namespace verigrad::generate {

using smaller_root::Branch;
using smaller_root::Places;

namespace {

/// Two places in units of α²/64. There, D = 0 at 1/(1 ± √(1 − αβ))².
std::pair<double, double> in_units(Branch branch, double product, int i, int j, int exponent) {
  const double r = product < 1 ? std::sqrt(1 - product) : 0;
  switch (branch) {
    case Branch::negative: return {-std::ldexp(i + j, exponent), -std::ldexp(i, exponent)};
    case Branch::positive: return {std::ldexp(i, exponent), std::ldexp(i + j, exponent)};
    case Branch::low: {
      const int end = int(63.5 / ((1 + r) * (1 + r))), y = 2 + j % (end - 1);
      return {1 + i % (y - 1), y};
    }
    case Branch::high: break;
  }
  const double end = std::floor(64 / ((1 - r) * (1 - r))) + i;
  return {end, end + std::ldexp(j, exponent)};
}

}  // namespace

Gen<Places> places(Branch branch, int lowest, int highest) {
  const auto make = [branch](int product, int scale, int i, int j, int exponent) {
    const double alpha = std::exp2(scale), unit = alpha * alpha / 64;
    const auto [x, y] = in_units(branch, product / 64.0, i, j, exponent);
    return Places{alpha, product / 64.0 / alpha, unit * x, unit * y};
  };
  return gen::apply(make, gen::inRange(lowest, highest + 1), gen::inRange(-3, 4), gen::inRange(1, 65),
                    gen::inRange(1, 65), gen::inRange(-4, 9));
}

}  // namespace verigrad::generate
